"""What must hold over the last three sessions before anything rises, on both sides of each threshold."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from kit.followup.proposals import propose
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.cases import PATIENT, START, one, proposed
from tests.followup.frames import On, days, frames_of, june


def why(library: Library, told: Sequence[On], exercise: str = "gastroc_stretch", **more: Any) -> tuple[str, str]:
    """Kind and reason of what is proposed for one exercise."""
    found = proposed(library, one(library, exercise), told, **more)
    return found.kind, found.why


def test_three_sessions_are_enough_log(library: Library) -> None:
    """Two of three are not, and a session that was not logged is none."""
    assert why(library, [*days(8, 10, status="missing"), *days(11, 12)]) == (
        "hold",
        "Not enough log: 2 of 3 sessions since 1 June 2026.",
    )
    assert why(library, [])[1] == "Not enough log: 0 of 3 sessions since 1 June 2026."
    assert why(library, days(11, 13))[0] == "progress"


def test_a_log_that_ends_long_ago_is_not_enough(library: Library) -> None:
    """Three expected sessions at the end that nobody logged; two are fine, and a logged one ends the gap."""
    told = [*days(1, 10), *days(11, 13, status="missing")]
    assert why(library, told) == ("hold", "Not enough log: the last 3 expected sessions are not logged.")
    assert why(library, told[:-1])[0] == "progress"
    assert why(library, [*told, On(june(14))])[0] == "progress"


@pytest.mark.parametrize(
    ("pain", "told"),
    [
        ((0, None, None, 0), "pain is told for 2 of the last 3 sessions."),
        ((0, 1, 1, None), "the next morning is told for 2 of the last 3 sessions."),
    ],
)
def test_pain_that_is_not_told_keeps_the_dose(library: Library, pain: Any, told: str) -> None:
    """The peak and the next morning of each of the three."""
    assert why(library, [*days(1, 12), On(june(13), pain=pain), On(june(14))]) == ("hold", f"Not enough log: {told}")


def test_a_brief_diary_cannot_answer_whether_more_is_due(library: Library) -> None:
    """With the worst pain alone nothing rises, and it is said which diary asks for the rest; much pain still lowers."""
    brief = [On(june(day), pain=(None, 1, None, None)) for day in (11, 12, 13)]
    said = "Not enough log: the next morning is told for 0 of the last 3 sessions."
    assert why(library, brief) == ("hold", f"{said} A brief diary does not ask for it; the full one does.")
    untold = [On(june(day), pain=(None, None, None, None)) for day in (11, 12, 13)]
    assert why(library, untold) == ("hold", "Not enough log: pain is told for 0 of the last 3 sessions.")
    assert why(library, [*brief[:2], On(june(13), pain=(None, 7, None, None))])[0] == "step_back"


def test_eighty_percent_of_the_dose_on_each_side(library: Library) -> None:
    """48 of 60 s is enough, 47 is not; the right side does not make up for the left; more than planned does not count."""
    for left, kind in ((48, "progress"), (47, "hold")):
        told = days(12, 14, done={"left": left, "right": 60})
        assert why(library, told)[0] == kind
    told = [*days(12, 13, done={"left": 40, "right": 60}), On(june(14), done={"left": 600, "right": 600})]
    assert why(library, told) == (
        "hold",
        "77 % of the dose was done on the left in the last 3 sessions; it takes 80 %.",
    )
    assert why(library, days(12, 14, done=7), "cat_cow")[1] == (
        "70 % of the dose was done in the last 3 sessions; it takes 80 %."
    )


def test_an_untold_dose_keeps_the_dose_and_a_left_out_one_counts_nothing(library: Library) -> None:
    """Done, but not how much: not enough log. Not done: none of it."""
    assert why(library, [*days(1, 13), On(june(14), done={"left": None, "right": 60})]) == (
        "hold",
        "Not enough log: how much was done on the left is not told in each session.",
    )
    assert why(library, [*days(1, 13), On(june(14), items={"i1": "not_done"})]) == (
        "hold",
        "66 % of the dose was done on the left in the last 3 sessions; it takes 80 %.",
    )


def test_pain_as_a_reason_is_asked_about(library: Library) -> None:
    """In one of the last three sessions; a reason of another kind is not."""
    told = [*days(1, 13), On(june(14), "partial", reason="Pain")]
    assert why(library, told) == (
        "ask",
        "Pain was the reason to leave it out or cut it short in 1 of the last 3 sessions. Ask about it.",
    )
    assert why(library, [*days(1, 13), On(june(14), "partial", reason="no_time")])[0] == "progress"


def test_much_pain_before_a_session_asks_for_a_limit_of_ones_own(library: Library) -> None:
    """The rule does not hold for it as it is."""
    assert why(library, [*days(1, 13), On(june(14), pain=(6, 6, 6, 5))], "bridge") == (
        "ask",
        "Pain was 6 before the session on 14 June 2026. Set a personal limit first. "
        "See or call the patient before the next session.",
    )


def test_mornings_that_get_worse_ask_for_a_review(library: Library) -> None:
    """Two rises in a row, while they are new: a week after the last of them they are old."""
    rising = [On(june(1 + 7 * week), pain=(week, 1, 1, week)) for week in range(3)]
    assert why(library, [*rising, *days(22, 24)]) == (
        "ask",
        "The mean pain of the mornings rose two weeks in a row: 0.0, 1.0, 2.0. Review the plan.",
    )
    assert why(library, [*rising, *days(26, 28)])[0] == "ask"
    assert why(library, [*rising, *days(27, 29)])[0] == "progress"


def test_high_pain_without_a_day_is_asked_about(library: Library) -> None:
    """Nobody can say when it was; without a day and without pain it is left aside."""
    assert why(library, [*days(1, 14), On(None, pain=(0, 8, 1, 0))]) == (
        "ask",
        "A session without a day tells pain of 8. Ask for its day.",
    )
    assert why(library, [*days(1, 14), On(None)])[0] == "progress"


def test_a_step_waits_seven_days(library: Library) -> None:
    """From the start of the plan on: on the seventh day not yet, a week after the start."""
    assert why(library, days(1, 7)) == ("hold", "Changed on 1 June 2026; the next step is due from 8 June 2026 on.")
    assert why(library, days(1, 7), as_of=8)[0] == "progress"


def test_an_extra_session_counts_for_pain(library: Library) -> None:
    """On a day when nothing was due: its pain lowers, and its missing morning keeps."""
    plan = one(library, "gastroc_stretch")
    assert proposed(library, plan, [*days(1, 13), On(june(14), extra=True, pain=(0, 5, 1, 0))]).kind == "step_back"
    found = proposed(library, plan, [*days(1, 13), On(june(14), extra=True, pain=(0, 1, 1, None))])
    assert (found.kind, found.why) == (
        "hold",
        "Not enough log: the next morning is told for 3 of the last 4 sessions.",
    )


def test_seven_days_from_the_last_change_by_the_versions(library: Library) -> None:
    """An item that stayed the same counts from its first version on, a changed one from the version that changed it."""
    before = finalised(
        resolve(
            Plan.begin("P-001", START, random=Random(1), context=PATIENT)
            .add(library["gastroc_stretch"])
            .add(library["soleus_stretch"]),
            library,
        ),
        "A. Physio",
        START,
    )
    draft = before.new_version(june(10)).adjust("i2", reps=3)
    after = finalised(resolve(draft, library), "A. Physio", june(10))
    told = [*days(1, 9), *days(10, 16, version=2)]
    frames = frames_of(after, told, (), before)
    known = resolve(after, library)
    same, raised = propose(known, frames, june(16), versions=[before, after])
    assert (same.kind, raised.kind) == ("progress", "hold")
    assert raised.why == "Changed on 10 June 2026; the next step is due from 17 June 2026 on."
    assert [one.kind for one in propose(known, frames, june(17), versions=[before, after])] == ["progress", "progress"]
    assert [one.kind for one in propose(known, frames, june(16))] == ["hold", "hold"]


def test_pain_before_the_last_change_does_not_lower_again(library: Library) -> None:
    """The dose was lowered for it already; the new one has its own log."""
    before = one(library, "bridge")
    after = finalised(resolve(before.new_version(june(10)).adjust("i1", reps=7), library), "A. Physio", june(10))
    told = [*days(1, 8), On(june(9), pain=(1, 7, 4, 1))]
    (found,) = propose(resolve(after, library), frames_of(after, told, (), before), june(10), versions=[before, after])
    assert (found.kind, found.why) == ("hold", "Not enough log: 0 of 3 sessions since 10 June 2026.")


def test_the_latest_session_is_the_one_of_the_latest_day(library: Library) -> None:
    """In whichever order the rows stand."""
    assert why(library, [On(june(14), pain=(0, 5, 1, 0)), *days(8, 13)], as_of=14)[0] == "step_back"
