"""An entry of an answers file answers the state that it was written for, and no other one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.answer_file import Answer, AnswerFile, with_answers
from kit.review.asked import Asked, ask, asked, signs
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import issue
from tests.review.cases import START, day, has, patient, plan_of

LIBRARY = Library.load()
NWB = patient(has("nwb", side="left", since="05-20"), support=True)
PLAN = plan_of(LIBRARY, ("step_up", {"sets": 2, "reps": 8}), who=NWB)
STOPPED = plan_of(LIBRARY, "bridge", who=patient(has("cauda_equina")))
REASON = "Surgeon agrees with this on the phone."


def held(plan: Plan, on: dt.date = START, previous: Plan | None = None) -> Finding:
    (found,) = [f for f in check(plan, LIBRARY, on=on, previous=previous) if f.holds]
    return found


def file_for(*names: str) -> AnswerFile:
    made = {
        f"a.toml, answer {n}": Answer(finding=name, reason=REASON, role="Consultant") for n, name in enumerate(names, 1)
    }
    return AnswerFile(None, made, (), None, "a.toml")


def put(plan: Plan, given_: AnswerFile, on: dt.date = START) -> Plan:
    return with_answers(plan, given_, LIBRARY, "A. Physio", on)


def refusal(plan: Plan, given_: AnswerFile) -> str:
    with pytest.raises(ContentError) as refused:
        put(plan, given_)
    return str(refused.value)


def who(**facts: Any) -> Callable[[Plan], Plan]:
    held_now = {"side": "left", "since": "05-20", **facts}
    return lambda plan: plan.describe(context=patient(has("nwb", **held_now), support=True))


OTHER_STATES: dict[str, Callable[[Plan], Plan]] = {
    "more sets": lambda plan: plan.adjust("i1", sets=4),
    "fewer sets": lambda plan: plan.adjust("i1", sets=1),
    "a load": lambda plan: plan.adjust("i1", load_kg=5.0),
    "a note": lambda plan: plan.adjust("i1", note="Slowly."),
    "days": lambda plan: plan.adjust("i1", schedule=Schedule(days_a_week=7)),
    "times a day": lambda plan: plan.adjust("i1", schedule=Schedule(days_a_week=3, times_a_day=3)),
    "an effort": lambda plan: plan.adjust("i1", effort_target=8),
    "an end": who(until="09-01"),
    "an onset": who(since="05-21"),
    "no support": lambda plan: plan.describe(context=plan.context.model_copy(update={"support": None})),
    "another plan": lambda plan: plan.copied("P-002", random=Random(7)),
}


@pytest.mark.parametrize("change", OTHER_STATES.values(), ids=OTHER_STATES)
def test_an_entry_answers_no_other_state(change: Callable[[Plan], Plan]) -> None:
    """Dose, days, note, condition and its days, support, plan: a file for one of them is refused for another one."""
    given_ = file_for(ask(held(PLAN), PLAN))
    assert len(put(PLAN, given_).overrides) == 1
    other = change(PLAN)
    finding = held(other)
    assert finding.key == held(PLAN).key
    told = refusal(other, given_)
    assert told.startswith(f"a.toml, answer 1: “{finding.key}” was given for ")
    assert told.endswith(f" Read the finding again, and copy it as it is now: “{ask(finding, other)}”.")
    assert issue(put(other, file_for(ask(finding, other))), LIBRARY, "A. Physio", START).issued


def test_what_it_was_given_for_is_told_beside_what_is_there_now() -> None:
    """Both doses in the words of the plan; where these are the same, that something else is not; a mere key too."""
    given_, key = file_for(ask(held(PLAN), PLAN)), held(PLAN).key
    more = PLAN.adjust("i1", sets=4, reps=20, load_kg=5.0)
    mend = "Read the finding again, and copy it as it is now: “{}”."
    assert refusal(more, given_) == (
        f"a.toml, answer 1: “{key}” was given for version 1; 2 × 8, each side without load. "
        f"Now: version 1; 4 × 20, each side, 5 kg. {mend.format(ask(held(more), more))}"
    )
    noted = PLAN.adjust("i1", note="Slowly.")
    assert refusal(noted, given_) == (
        f"a.toml, answer 1: “{key}” was given for other days, or for another note, condition, plan or exercise. "
        f"{mend.format(ask(held(noted), noted))}"
    )
    assert refusal(PLAN, file_for(key)) == (
        f"a.toml, answer 1: “{key}” does not say what it is given for. {mend.format(ask(held(PLAN), PLAN))}"
    )


def test_another_version_asks_again() -> None:
    """The same dose in version 2 is another state; the file of version 1 is refused."""
    given_ = file_for(ask(held(PLAN), PLAN))
    second = issue(put(PLAN, given_), LIBRARY, "A. Physio", START).new_version(day("06-08"), on=day("06-08"))
    bare = second.model_copy(update={"overrides": ()})
    first = next(f for f in check(bare, LIBRARY, on=START) if f.level == "AVOID")
    told = refusal(bare, given_)
    assert "was given for version 1; 2 × 8, each side without load. Now: version 2; 2 × 8, each side" in told
    assert ask(first, bare) in told


def test_what_else_changes_leaves_an_answer_to_an_exercise_and_none_to_a_stop() -> None:
    """Another exercise, a goal: an AVOID is about its own item; a STOP is about the whole plan."""
    for plan, stays in ((PLAN, True), (STOPPED, False)):
        finding = held(plan)
        for other in (
            plan.add(LIBRARY["chin_tuck"]),
            plan.describe(context=plan.context.model_copy(update={"age": 51})),
        ):
            now = next(f for f in check(other, LIBRARY, on=START) if f.key == finding.key)
            assert (signs(finding, plan) == signs(now, other)) is stays


def test_the_day_of_the_screen_and_answers_given_change_no_name() -> None:
    """The file itself gives the one, and holds the others."""
    for plan in (PLAN, STOPPED):
        finding = held(plan)
        unscreened = plan.describe(context=plan.context.model_copy(update={"red_flags_screened": None}))
        done = put(plan, file_for(ask(finding, plan)))
        for other in (unscreened, done):
            now = next(f for f in check(other, LIBRARY, on=START) if f.key == finding.key)
            assert ask(now, other) == ask(finding, plan)


STATES = st.fixed_dictionaries(
    {},
    optional={
        "sets": st.integers(1, 9),
        "reps": st.integers(1, 30),
        "load_kg": st.none() | st.integers(1, 30).map(float),
        "band": st.sampled_from(("", "red", "blue")),
        "effort_target": st.none() | st.integers(1, 10),
        "note": st.sampled_from(("", "Slowly.")),
        "schedule": st.builds(Schedule, days_a_week=st.integers(1, 7), times_a_day=st.integers(1, 3)),
    },
)


@given(STATES, STATES)
def test_two_states_have_one_name_only_where_they_are_the_same(one: dict[str, Any], two: dict[str, Any]) -> None:
    """Whatever the two doses are."""
    plans = [PLAN.adjust("i1", **changes) for changes in (one, two)]
    found = [next(f for f in check(plan, LIBRARY, on=START) if f.level == "AVOID") for plan in plans]
    assert (signs(found[0], plans[0]) == signs(found[1], plans[1])) is (plans[0].items == plans[1].items)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "AVOID x i1 y - - [version 1; 2 × 8; 0a1b2c3d4e5f]",
            Asked("AVOID x i1 y - -", "version 1; 2 × 8", "0a1b2c3d4e5f"),
        ),
        (" AVOID x [version 1; 0a1b2c3d4e5f] ", Asked(" AVOID x", "version 1", "0a1b2c3d4e5f")),
        ("AVOID x i1 y - -", Asked("AVOID x i1 y - -")),
        ("AVOID x [version 1; 2 × 8; 0a1b2c3d4e5]", Asked("AVOID x [version 1; 2 × 8; 0a1b2c3d4e5]")),
    ],
)
def test_what_a_name_says(text: str, read: Asked) -> None:
    """Key, state and signs; without signs it is a key."""
    assert asked(text) == read
