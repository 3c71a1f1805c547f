"""What the page offers for a finding: each mend is carried out and reviewed before it is offered, and does what it says."""

from __future__ import annotations

from typing import Any

from kit.plan.schedule import Schedule
from kit.ui.planner.desk import Desk
from kit.ui.planner.mends import mends
from kit.ui.planner.offered import MendsShown
from kit.ui.planner.shown import FindingShown
from tests.ui.conftest import Desks, asked, work_of


def found(desk: Desk, *words: str) -> list[FindingShown]:
    """The findings whose key has all these words."""
    return [f for f in work_of(desk)["review"]["findings"] if set(words) <= set(f["key"].split())]


def told(desk: Desk, finding: FindingShown) -> MendsShown:
    plan = desk.held()
    return mends(plan, desk.bench(plan), finding["key"])


def nothing(desk: Desk, key: str) -> MendsShown:
    return {"code": desk.held().code, "key": key, "mends": [], "swaps": [], "none": ""}


def test_each_offered_mend_clears_its_finding(four_on: Desk) -> None:
    """Of every finding with a mend: after its wish, and no other, the finding is gone from the item."""
    asked(four_on, {"do": "add_condition", "condition": "tha_posterior"})
    asked(four_on, {"do": "thing", "name": "chair", "has": True})
    asked(four_on, {"do": "adjust", "item_id": "i1", "field": "reps", "value": 40})
    asked(four_on, {"do": "add", "exercise_id": "clamshell"})
    tried = 0
    for finding in found(four_on):
        offered = told(four_on, finding)
        for mend in [*offered["mends"], *offered["swaps"]]:
            wish: Any = mend["wish"]
            asked(four_on, dict(wish))
            again = found(four_on, *finding["key"].split()[:2])
            assert finding["item"] not in [one["item"] for one in again], (mend["said"], finding["key"])
            asked(four_on, {"do": "undo"})
            tried += 1
    assert tried >= 10


def test_a_dose_is_lowered_no_further_than_it_must(four_on: Desk) -> None:
    """The number offered clears it, and one more does not."""
    asked(four_on, {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 300})
    finding = next(f for f in found(four_on) if f["item"] == "i1" and f["level"] != "INFO")
    lower = next(m for m in told(four_on, finding)["mends"] if m["said"].startswith("Lower the hold to "))
    wish: Any = dict(lower["wish"])
    assert (lower["said"], lower["about"]) == (f"Lower the hold to {wish['value']} s", "It is 300 now.")
    asked(four_on, {**wish, "value": wish["value"] + 1})
    assert any(f["item"] == "i1" and f["level"] == finding["level"] for f in found(four_on))


def test_a_firm_bed_is_offered_to_who_cannot_get_up(four_on: Desk) -> None:
    """Where the exercise allows it."""
    asked(four_on, {"do": "patient", "field": "gets_off_floor", "value": "no"})
    (finding, *_) = found(four_on, "AVOID", "floor")
    said = [mend["said"] for mend in told(four_on, finding)["mends"]]
    assert "Do it on a firm bed" in said


def test_a_swap_keeps_what_was_set_and_says_so(four_on: Desk) -> None:
    """Side, note, and of the same kind of work the days go on to the other exercise; one that works both sides at once
    says that, and one of another kind that its days are its own."""
    asked(four_on, {"do": "adjust", "item_id": "i4", "field": "sides", "value": "left"})
    asked(four_on, {"do": "adjust", "item_id": "i4", "field": "note", "value": "Slowly."})
    days = {"weekdays": ["mon", "thu"], "days_a_week": None, "times_a_day": 1}
    asked(four_on, {"do": "schedule", "item_id": "i4", **days})
    said = asked(four_on, {"do": "swap", "item_id": "i4", "exercise_id": "clamshell"})
    item = four_on.held().items[-1]
    own = "It has its own days: strength, not stretch."
    assert said == f"Swapped for Clamshell. It keeps the left side and the note. {own}"
    assert (item.sides, item.note, item.schedule) == ("left", "Slowly.", Schedule(days_a_week=3))
    asked(four_on, {"do": "schedule", "item_id": item.item_id, **days})
    said = asked(four_on, {"do": "swap", "item_id": item.item_id, "exercise_id": "bridge"})
    assert said == "Swapped for Bridge. It keeps the days and the note. It works both sides at once."
    assert four_on.held().items[-1].schedule == Schedule(weekdays=("mon", "thu"))


def test_nothing_is_offered_where_nothing_is_to_mend(four_on: Desk) -> None:
    """Not for information, not for the whole plan, not for what is answered or gone."""
    asked(four_on, {"do": "add_condition", "condition": "tha_posterior"})
    for finding in found(four_on):
        if finding["item"] is None or finding["level"] == "INFO":
            assert told(four_on, finding) == nothing(four_on, finding["key"])
    first = found(four_on, "AVOID")[0]
    assert told(four_on, first)["swaps"]
    asked(four_on, {"do": "answer", "key": first["key"], "by": "A. Physio", "reason": "The surgeon has lifted it."})
    assert told(four_on, first) == nothing(four_on, first["key"])
    assert mends(four_on.held(), four_on.bench(four_on.held()), "gone") == nothing(four_on, "gone")


def test_who_answers_is_known_the_next_time(desks: Desks) -> None:
    """Name and role of the last answer stand in the page, in every window; a reason alone keeps the role of its name."""
    desk = desks()
    asked(desk, {"do": "template", "template": "knee-glute-stretches"})
    asked(desk, {"do": "flag", "name": "Septic joint", "present": True})
    assert work_of(desk)["me"] == {"name": "", "role": ""}
    (stop,) = found(desk, "STOP")
    answer = {"do": "answer", "key": stop["key"], "by": "A. Physio", "reason": "Blood count normal."}
    asked(desk, {**answer, "role": "Physiotherapist"})
    assert work_of(desk)["me"] == {"name": "A. Physio", "role": "Physiotherapist"}
    asked(desk, {"do": "add_condition", "condition": "tha_posterior"})
    for by, role in (("A. Physio", "Physiotherapist"), ("B. Physio", "")):
        asked(desk, {"do": "answer", "key": found(desk, "AVOID")[0]["key"], "by": by, "reason": "Lifted."})
        other = desks()
        asked(other, {"do": "open", "code": desk.held().code, "version": 1})
        assert work_of(other)["me"] == {"name": by, "role": role}


def test_what_is_missing_of_the_patient_opens_the_panel(four_on: Desk) -> None:
    """A finding of the plan that a field of the patient mends says which panel has it."""
    asked(four_on, {"do": "add_condition", "condition": "recent_surgery"})
    opens = {f["key"].split()[1]: f["opens"] for f in found(four_on) if f["item"] is None}
    assert opens["screen"] == "patient"
    assert {f["opens"] for f in found(four_on) if f["item"]} == {""}
