"""The review on the page: every finding, who answered it, and the patient it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import PlanError
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.check import check
from kit.review.finding import BANNER, LEVELS, NOTHING
from kit.ui.planner.desk import Desk
from kit.ui.planner.shown import FindingShown
from kit.ui.planner.view import labels
from tests.ui.conftest import asked, work_of


def findings(desk: Desk, level: str = "") -> list[FindingShown]:
    return [f for f in work_of(desk)["review"]["findings"] if level in ("", f["level"])]


def test_the_page_shows_what_the_review_finds(four_on: Desk) -> None:
    """Every finding of `check`, in its order, with its words; the counts add up."""
    four_on.do({"do": "add_condition", "condition": "tha_posterior"})
    found, shown = check(four_on.held(), four_on.library), work_of(four_on)["review"]
    for name in ("key", "level", "item", "what", "why", "source", "mend"):
        assert [f[name] for f in shown["findings"]] == [getattr(f, name) for f in found]
    assert dict(shown["counts"]) == {level: n for level in LEVELS if (n := sum(f.level == level for f in found))}
    assert shown["summary"].startswith("4 avoid, 1 caution")
    assert (shown["holding"], shown["banner"]) == ("4 findings to mend or answer before it is issued", BANNER)


def test_nothing_found_is_never_called_safe(four_on: Desk) -> None:
    """With no finding the summary says that no rule matched."""
    for wish in ({"do": "screened", "done": True}, {"do": "thing", "name": "mat", "has": True}):
        asked(four_on, wish)
    for item in four_on.held().items[1:]:
        four_on.do({"do": "remove", "item_id": item.item_id})
    review = work_of(four_on)["review"]
    assert (review["findings"], review["summary"], review["holding"]) == ([], NOTHING, "")


def test_a_reason_answers_one_avoid_and_can_be_changed(four_on: Desk) -> None:
    """The last reason is shown with who and when; the other items still hold the plan."""
    four_on.do({"do": "add_condition", "condition": "tha_posterior"})
    key = findings(four_on, "AVOID")[0]["key"]
    for reason in ("First thought.", "Second thought."):
        four_on.do({"do": "answer", "key": key, "by": "A. Physio", "reason": reason})
    first, *others = findings(four_on, "AVOID")
    assert first["answer"] == {"said": "Second thought.", "by": "A. Physio", "on": "1 June 2026"}
    assert [first["holds"], *(f["holds"] for f in others)] == [False, True, True, True]


def test_a_red_flag_holds_until_it_is_signed_off(four_on: Desk) -> None:
    """Any tick is a STOP; a named sign-off releases it, and a further tick asks again."""
    four_on.do({"do": "screened", "done": True})
    four_on.do({"do": "flag", "name": "Septic joint", "present": True})
    (stop,) = findings(four_on, "STOP")
    with pytest.raises(PlanError):
        four_on.do({"do": "issue", "by": "A. Physio"})
    four_on.do({"do": "answer", "key": stop["key"], "by": "B. Physio", "reason": ""})
    assert findings(four_on, "STOP")[0]["answer"] == {"said": "", "by": "B. Physio", "on": "1 June 2026"}
    four_on.do({"do": "flag", "name": "Hip", "present": True})
    assert [f["holds"] for f in findings(four_on, "STOP")] == [True]


def test_the_screen_says_its_state_in_one_line(four_on: Desk) -> None:
    """Not screened, screened with nothing found, and what is present are three different lines."""
    told = [work_of(four_on)["screen"]["summary"]]
    for wish in ({"do": "screened", "done": True}, {"do": "flag", "name": "Hip", "present": True}):
        asked(four_on, wish)
        told.append(work_of(four_on)["screen"]["summary"])
    four_on.do({"do": "flag", "name": "Hip", "present": False})
    four_on.do({"do": "screened", "done": False})
    told.append(work_of(four_on)["screen"]["summary"])
    assert told == ["not screened", "screened 1 June 2026, none", "screened 1 June 2026, 1 present", "not screened"]


def test_the_patient_says_its_state_in_one_line(four_on: Desk) -> None:
    """Age, minutes, conditions and support, as far as they are known."""
    assert work_of(four_on)["patient"]["summary"] == "nothing noted yet"
    for field, value in (("age", 72), ("minutes_a_day", 20), ("support", False)):
        asked(four_on, {"do": "patient", "field": field, "value": value})
    for name in ("hypertension", "Osteoporosis (high fracture risk) or vertebral fracture"):
        four_on.do({"do": "add_condition", "condition": name})
    told = "72 years, 20 min a day, 2 conditions, no support at hand"
    assert work_of(four_on)["patient"]["summary"] == told


def test_an_end_for_one_movement_concerns_that_movement_alone(four_on: Desk) -> None:
    """With all movements that an exercise makes ended, its AVOID becomes an INFO; the others stay."""
    four_on.do({"do": "add_condition", "condition": "tha_posterior"})
    four_on.do({"do": "end_tag", "at": 0, "tag": "hip_flex_90plus", "until": "2026-05-01"})
    held = {f["item"] for f in findings(four_on, "AVOID")}
    assert held < {"i1", "i2", "i3", "i4"}
    assert {"i3"} <= held  # it crosses the midline
    ends = work_of(four_on)["patient"]["conditions"][0]["ends"]
    assert [(end["tag"], end["until"]) for end in ends] == [("hip_flex_90plus", "1 May 2026")]


def test_every_condition_and_flag_can_be_chosen(four_on: Desk) -> None:
    """The lists hold all that the rules know, each with its name, and each can be put in force."""
    lists = four_on.lists()
    assert [c["id"] for c in lists["conditions"]] == list(rules().conditions)
    assert [f["name"] for f in lists["red_flags"]] == [flag.name for flag in rules().red_flags.values()]
    for condition in lists["conditions"]:
        four_on.do({"do": "add_condition", "condition": condition["id"]})
        four_on.view()
    assert len(four_on.held().context.conditions) == len(rules().conditions)


@given(st.data())
def test_no_two_items_are_called_the_same(library: Library, four: Plan, data: st.DataObject) -> None:
    """However often an exercise stands in a plan, each item has a name of its own that begins with its exercise's."""
    chosen = data.draw(st.lists(st.sampled_from(list(library)[:4]), max_size=8))
    plan = four
    for exercise in chosen:
        plan = plan.add(exercise)
    named = labels(resolve(plan, library))
    assert len(set(named.values())) == len(plan.items)
    assert all(named[i.item_id].startswith(library[i.exercise_id].name) for i in plan.items)
