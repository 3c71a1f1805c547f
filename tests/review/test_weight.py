"""Operations whose rules are about movements alone: what they leave to the surgeon's order is told."""

from __future__ import annotations

import pytest

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding
from tests.review.cases import START, has, patient, plan_of

HIP = has("tha_posterior", side="left", since="05-04")
ORDER = "nwb"
WEIGHT = "INFO weight plan"


def told(library: Library, *exercises: str, held: tuple[ConditionInForce, ...] = (HIP,)) -> list[Finding]:
    return [f for f in check(plan_of(library, *exercises, who=patient(*held)), library) if f.key == WEIGHT]


def test_a_new_hip_that_bears_weight_is_told(library: Library) -> None:
    """It holds nothing; what is added where the surgeon limits it makes the same exercises an AVOID."""
    (found,) = told(library, "clamshell", "split_squat", "single_leg_bridge")
    assert (found.level, found.holds) == ("INFO", False)
    assert found.what == (
        "Total hip replacement, posterior approach (precautions in force): rules about movements, and none about how"
        " much weight the leg may take."
    )
    assert found.why == "It takes weight in Split squat, One-leg hip lift."
    ordered = patient(HIP, has(ORDER, side="left"))
    flagged = check(plan_of(library, "split_squat", "single_leg_bridge", who=ordered), library)
    assert {f.item for f in flagged if f.level == "AVOID" and ORDER in f.key} == {"i1", "i2"}


@pytest.mark.parametrize(
    ("exercises", "held"),
    [
        (("clamshell", "ankle_pumps"), (HIP,)),
        (("split_squat",), ()),
        (("split_squat",), (HIP, has(ORDER, side="left"))),
        (("split_squat",), (HIP, has(ORDER, side="both"))),
        (("split_squat",), (has("tha_lateral", side="left", since="05-04"),)),  # names standing on one leg
        (("split_squat",), (has("recent_surgery", side="left", region="hip", since="05-04"),)),  # loads of the region
        (("split_squat",), (has("fai", side="left"),)),  # no operation
    ],
)
def test_it_is_told_only_where_it_is_left_open(
    library: Library, exercises: tuple[str, ...], held: tuple[ConditionInForce, ...]
) -> None:
    """No weight on the leg, an order noted, or rules that speak of weight."""
    assert told(library, *exercises, held=held) == []


def test_what_is_over_tells_nothing_once_that_is_confirmed(library: Library) -> None:
    over = patient(has("tha_posterior", side="left", since="01-10", until="05-10"))
    plan = plan_of(library, "split_squat", who=over)
    (asked,) = (f for f in check(plan, library) if f.question)
    answered = answer(plan, asked, "A. Physio", START, "The surgeon's letter says so.")
    keys = [{f.key for f in check(one, library)} for one in (plan, answered)]
    assert [WEIGHT in of for of in keys] == [True, False]


def test_an_order_for_the_other_leg_says_nothing_of_this_one(library: Library) -> None:
    assert len(told(library, "mini_squat", held=(HIP, has(ORDER, side="right")))) == 1


def test_one_line_names_the_first_four_exercises(library: Library) -> None:
    """However many operations and exercises there are, each named once."""
    both = (HIP, has("tka", side="right"))
    names = ("mini_squat", "mini_squat", "sit_to_stand", "step_up", "bridge", "split_squat", "walking")
    (found,) = told(library, *names, held=both)
    assert found.why == "It takes weight in Small squat, Stand up from a chair, Step-up, Hip lift and 2 more."
    assert found.what.startswith(f"{rules().conditions['tha_posterior'].name} / {rules().conditions['tka'].name}: ")


def test_an_exercise_of_the_other_leg_takes_no_weight_on_this_one(library: Library) -> None:
    """What is done on one leg alone counts for that leg."""
    other = plan_of(library, ("single_leg_stance", {"sides": "right"}), who=patient(HIP))
    this = plan_of(library, ("single_leg_stance", {"sides": "left"}), who=patient(HIP))
    assert [[f.key for f in check(plan, library) if f.key == WEIGHT] for plan in (other, this)] == [
        [],
        [WEIGHT],
    ]


def test_which_operations_they_are(library: Library) -> None:
    """Of the kit's own list."""
    facts = {"side": "left", "region": "hip", "since": "05-04"}
    alone = {
        name
        for name, condition in rules().conditions.items()
        if told(library, "split_squat", held=(has(name, **{need: facts[need] for need in condition.needs}),))
    }
    assert alone == {"tha_posterior", "tha_anterior", "tka"}
