"""Each rule of alerts fires on one side of its threshold and not on the other, and names the sessions behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from kit.followup.alert_rules import RULE_IDS, alert_rules
from kit.followup.alerts import Alert, alerts
from kit.followup.pointer import Pointer
from kit.followup.signs import Dealt, open_signs
from kit.plan.plan import Plan
from tests.followup.frames import On, days, frames_of, joined, june


def fired(plan: Plan, told: Sequence[On], as_of: int, weeks: Sequence[Sequence[object]] = ()) -> dict[str, Alert]:
    """The alerts by rule, as of a day of June."""
    return {alert.rule: alert for alert in alerts(frames_of(plan, told, weeks), june(as_of))}


def rules(plan: Plan, told: Sequence[On], as_of: int) -> set[str]:
    """The rules that fired, told by themselves or within another alert."""
    found = alerts(frames_of(plan, told), june(as_of))
    return {name for alert in found for name in (alert.rule, *alert.also)}


def behind(alert: Alert) -> list[int]:
    """The days of June of the rows behind an alert."""
    return [(row.date - june(1)).days + 1 for row in alert.rows if row.date]


def test_a_quiet_log_alerts_nobody(four: Plan) -> None:
    """All done, no pain, no sign."""
    assert alerts(frames_of(four, days(1, 21)), june(21)) == ()


def test_no_log_and_nothing_due_is_no_alert(four: Plan) -> None:
    """Empty frames have nothing to tell."""
    assert alerts(frames_of(four, []), june(30)) == ()


def test_three_in_a_row_not_done(four: Plan) -> None:
    """W1: the last three expected sessions, not logged or not done; two are too few, and a done one ends the run."""
    told = [*days(1, 18), On(june(19), "not_done"), *days(20, 21, status="missing")]
    alert = fired(four, told, 21)["W1"]
    assert alert.why == "3 expected sessions in a row are not logged as done, from 19 June 2026 to 21 June 2026."
    assert alert.rows == (Pointer(june(19), 1, 19), Pointer(june(20), 1, None), Pointer(june(21), 1, None))
    assert (alert.title, alert.source, alert.note, alert.plan_code) == (
        "Sessions in a row not done or not logged",
        "design choice (D)",
        "Not validated; worth a call.",
        four.code,
    )
    assert "W1" not in fired(four, told[:-1], 21)
    thrice = [*days(1, 18), *(On(june(19), "missing", slot=slot) for slot in (1, 2, 3))]
    assert fired(four, thrice, 19)["W1"].why == "3 expected sessions in a row are not logged as done, on 19 June 2026."
    assert "W1" not in fired(four, [*told, On(june(22), "partial")], 22)
    assert "W1" not in fired(four, told, 20)


def test_five_without_any_entry(four: Plan) -> None:
    """W2: four are too few; a session that is logged as not done, or an extra one, is an entry."""
    told = [*days(1, 15), *days(16, 20, status="missing")]
    alert = fired(four, told, 20)["W2"]
    assert alert.why.startswith("Nothing is logged for 5 expected sessions, from 16 June 2026 to 20 June 2026. ")
    assert behind(alert) == list(range(14, 21))  # those of the last week too, of which the alert tells as well
    assert "W2" not in fired(four, told, 19)
    assert "W2" not in fired(four, [*told[:-1], On(june(20), "not_done")], 20)
    assert "W2" not in fired(four, [*told, On(june(16), extra=True, slot=2)], 20)
    after_an_extra = [*told, On(june(21), "missing"), On(june(16), extra=True, slot=2)]
    assert fired(four, after_an_extra, 21)["W2"].why.startswith(
        "Nothing is logged for 5 expected sessions, from 17 June 2026 to 21 June 2026. "
    )


def test_the_worked_fall(four: Plan) -> None:
    """W3: 2 of 7 after 12 of 14 falls by 0.57 and fires; the sessions of the last 7 days stand behind it."""
    before = [*days(1, 12), *days(13, 14, status="missing")]
    alert = fired(four, [*before, *days(15, 19, status="missing"), *days(20, 21)], 21)["W3"]
    assert alert.why == ("In the last 7 days 2 of 7 sessions are logged as done, in the 14 days before 12 of 14.")
    assert alert.source == "Nicolson2018b (V), design choice (D)"
    assert behind(alert) == [15, 16, 17, 18, 19, 20, 21]


def window(plan: Plan, done: int, of: int, before_done: int, before_of: int) -> bool:
    """Whether W3 fires with so many of so many done in the last 7 days and in the 14 before, as of 21 June."""
    told = [On(june(1 + n), "done" if n < before_done else "missing") for n in range(before_of)]
    told += [On(june(15 + n), "done" if n < done else "missing") for n in range(of)]
    return "W3" in rules(plan, told, 21)


def test_a_fall_needs_both_numbers_and_enough_sessions(four: Plan) -> None:
    """W3: below half and not at it; by 0.30 and not by less; at least 3 expected sessions in each window."""
    assert window(four, 1, 4, 8, 10)
    assert not window(four, 3, 6, 10, 10)
    assert window(four, 2, 5, 7, 10)
    assert not window(four, 2, 5, 6, 10)
    assert window(four, 0, 3, 3, 3)
    assert not window(four, 0, 2, 3, 3)
    assert not window(four, 0, 3, 2, 2)


def test_a_part_of_a_session_counts_as_a_part(four: Plan) -> None:
    """W3 by weights: 3 sessions a week over 4 open days are 12/7; two of three such parts are below 3 sessions."""
    told = [*days(1, 14), *days(15, 18, status="missing", weight=3 / 7)]
    assert "W3" not in rules(four, told, 21)
    assert "W3" in rules(four, [*days(1, 14), *days(15, 21, status="missing", weight=3 / 7)], 21)


def test_much_pain_in_two_of_three(four: Plan) -> None:
    """W4: above 5, during or after; one session, a score of 5, or an older session is not enough."""
    high, after, five = (0, 6, 1, 0), (0, None, 7, 0), (0, 5, 5, 0)
    told = [*days(1, 5), On(june(6), pain=high), On(june(7)), On(june(8), pain=after)]
    alert = fired(four, told, 8)["W4"]
    assert alert.why == "The worst pain was above 5 in 2 of the last 3 sessions: 6 on 6 June 2026, 7 on 8 June 2026."
    assert behind(alert) == [6, 8]
    assert "W4" not in fired(four, [*told[:-1], On(june(8), pain=five)], 8)
    assert "W4" not in fired(four, [*told, On(june(9))], 9)
    assert "W4" not in fired(four, [*told, *days(9, 10, pain=(None,) * 4)], 10)


def test_not_settled_in_two_of_three(four: Plan) -> None:
    """W6: the morning above the score before; without that above 2; a morning that nobody told is no sign of it."""
    told = [*days(1, 5), On(june(6), pain=(1, 2, 2, 2)), On(june(7)), On(june(8), pain=(None, 2, 2, 3))]
    alert = fired(four, told, 8)["W6"]
    assert alert.why == (
        "Pain had not settled by the next morning in 2 of the last 3 sessions: 2 after 6 June 2026, 3 after 8 June 2026."
    )
    assert behind(alert) == [6, 8]
    assert "W6" not in fired(four, [*told[:-1], On(june(8), pain=(None, 2, 2, 2))], 8)
    assert "W6" not in fired(four, [*told[:-1], On(june(8), pain=(1, 2, 2, None))], 8)
    assert "W6" not in fired(four, [*told, On(june(9))], 9)


def test_a_slow_first_week(four: Plan) -> None:
    """W5: 4 of 7 is below 60 %, 3 of 5 is not; it is told once the week is over."""
    told = [*days(1, 4), *days(5, 7, status="missing"), *days(8, 10)]
    alert = fired(four, told, 8)["W5"]
    assert alert.why == "In the first week 4 of 7 sessions are logged as done."
    assert behind(alert) == [1, 2, 3, 4, 5, 6, 7]
    assert "W5" not in fired(four, told, 7)
    assert "W5" not in fired(four, [*days(1, 3), *days(4, 5, status="missing"), *days(8, 10)], 10)


def test_a_slow_start_ends_with_a_week_that_is_not(four: Plan) -> None:
    """W5 stands until any seven days after the first week reach 60 %, and does not come back with a later fall."""
    slow = [*days(1, 4), *days(5, 7, status="missing")]
    assert "W5" in fired(four, [*slow, *days(8, 13)], 13)  # six days are no week
    assert "W5" not in fired(four, [*slow, *days(8, 14)], 14)
    half = [*days(8, 11), *days(12, 14, status="missing")]  # 4 of 7, as the first one
    assert "W5" in fired(four, [*slow, *half], 14)
    assert "W5" in fired(four, [*slow, *half, *days(15, 18)], 18)  # 12 to 18: 4 of 7
    assert "W5" not in fired(four, [*slow, *half, *days(15, 18), On(june(19), "partial")], 19)  # 13 to 19: 5 of 7
    assert "W5" not in rules(four, [*slow, *days(8, 14), *days(15, 21, status="missing")], 21)
    assert "W5" in rules(four, slow, 20)  # nothing was due in the two weeks since, so nothing ended it


def test_pain_before_a_break_is_over_once_the_patient_goes_on(four: Plan) -> None:
    """W4 and W6 end with a session after three expected ones that were not done; two are no break."""
    bad = [*days(1, 5), On(june(6), pain=(1, 7, 2, 3)), On(june(7), pain=(1, 8, 2, 3))]
    gap = days(8, 10, status="missing")
    assert {"W4", "W6"} <= fired(four, [*bad, *gap], 10).keys()  # nobody went on yet
    assert not {"W4", "W6"} & fired(four, [*bad, *gap, On(june(11))], 11).keys()
    assert {"W4", "W6"} <= fired(four, [*bad, *gap[:-1], On(june(10))], 10).keys()
    apart = [*bad, On(june(8), "missing"), On(june(9), "not_done", (None,) * 4), On(june(10), "missing"), On(june(11))]
    assert "W4" not in fired(four, apart, 11)  # told as not done is not done
    again = [*bad, *gap, On(june(11), pain=(1, 7, 2, 3))]
    assert fired(four, again, 11)["W4"].why == (
        "The worst pain was above 5 in 3 of the last 3 sessions: 7 on 6 June 2026, 8 on 7 June 2026, 7 on 11 June 2026."
    )


def test_a_silent_diary_is_one_alert(four: Plan) -> None:
    """W1 and W3 are named in W2, with their rows, where they tell of the same sessions."""
    told = [*days(1, 14), *days(15, 21, status="missing")]
    (alert,) = alerts(frames_of(four, told), june(21))
    assert (alert.rule, alert.also) == ("W2", ("W1", "W3"))
    assert alert.why == (
        "Nothing is logged for 7 expected sessions, from 15 June 2026 to 21 June 2026. "
        "Sessions in a row not done or not logged: the same ones. "
        "Less than before: In the last 7 days 0 of 7 sessions are logged as done, in the 14 days before 14 of 14."
    )
    assert behind(alert) == list(range(15, 22))


def test_another_cause_is_another_alert(four: Plan) -> None:
    """A slow first week and a silence three weeks later are two; pain is never folded in."""
    slow = [*days(1, 4), *days(5, 7, status="missing"), On(june(8), pain=(0, 7, 7, 0)), On(june(9), pain=(0, 7, 7, 0))]
    found = fired(four, [*slow, *days(10, 14, status="missing")], 14)
    assert {rule: alert.also for rule, alert in found.items()} == {"W2": ("W1",), "W4": (), "W5": ()}


def weeks(over: float, expected: float = 4, active: int = 7) -> list[list[object]]:
    """Two weeks of a plan, in the second of which so many sessions were done beyond the expected ones."""
    first = [1, 1, june(1), june(7), 7, expected, expected, 0, 0, 0, expected, 0]
    second = [1, 2, june(8), june(14), active, expected, expected, 0, 0, over, expected, 0]
    return [first, second]


def test_more_than_agreed_with_more_pain(four: Plan) -> None:
    """W8: half as much again and a rise of a point in the mean peak; less of either is not enough."""
    told = [*days(1, 7, pain=(0, 1, 1, 0)), *days(8, 14, pain=(0, 2, 1, 0))]
    alert = fired(four, told, 14, weeks(2))["W8"]
    assert alert.why == (
        "In the week from 8 June 2026 the expected sessions were 4, and 2 more were done; "
        "the mean of the worst pain rose from 1.0 to 2.0."
    )
    assert behind(alert) == list(range(8, 15))
    assert "W8" not in fired(four, told, 14, weeks(1.9))
    flat = [*told[:-1], On(june(14), pain=(0, 1, 1, 0))]
    assert "W8" not in fired(four, flat, 14, weeks(2))
    assert "W8" not in fired(four, told, 14, weeks(2, expected=0))
    assert "W8" not in fired(four, told, 14, weeks(2, active=3))
    assert (
        "the expected sessions were about 2, and about 1 more were done"
        in fired(four, told, 14, weeks(9 / 7, 12 / 7, active=4))["W8"].why
    )


def test_a_sign_stands_on_top_until_it_is_dealt_with(four: Plan) -> None:
    """W7 before all other alerts, whatever its day, until somebody signed that it was dealt with."""
    told = [*days(1, 18), *days(19, 21, status="missing"), On(None, sign="Numb saddle")]
    frames = frames_of(four, told)
    found = alerts(frames, june(21))
    assert [alert.rule for alert in found] == ["W7", "W1"]
    assert found[0].why == (
        "Emergency: on the patient's sheet this is a sign to call for help now. Call the patient at once. "
        "The patient wrote: “Numb saddle” (week 1, no day given). "
        "Nobody has signed that it was dealt with."
    )
    assert found[0].rows == (Pointer(None, 1, 22),)
    assert (found[0].tier, found[1].tier) == ("emergency", None)
    (sign,) = open_signs(frames)
    dealt = Dealt.with_sign(sign, by="A. Physio", role="physiotherapist", on=june(21), what="Called; sent to hospital.")
    assert [alert.rule for alert in alerts(frames, june(21), [dealt])] == ["W1"]


def test_every_plan_has_its_own_alerts(four: Plan) -> None:
    """Frames of two plans give what each gives alone; signs of all come first."""
    other = Plan.begin("P-002", dt.date(2026, 6, 1), items=four.items)
    one = frames_of(four, [*days(1, 18), *days(19, 21, status="missing")])
    two = frames_of(other, [*days(1, 20), On(june(21), sign="A bad fall")])
    found = alerts(joined(one, two), june(21))
    assert [(alert.rule, alert.plan_code) for alert in found] == [("W7", other.code), ("W1", four.code)]


def test_what_lies_after_the_day_is_not_looked_at(four: Plan) -> None:
    """Slots and sessions after the day of the report are not there yet."""
    told = [*days(1, 10), *days(11, 15, status="missing")]
    assert alerts(frames_of(four, told), june(10)) == ()


@pytest.mark.parametrize("rule", RULE_IDS)
def test_each_rule_says_what_it_goes_by(rule: str) -> None:
    """A title, a sentence that ends, a source; a design choice is marked as one."""
    known = {str(name): one for name, one in alert_rules().rules.items()}[rule]
    assert known.title
    assert known.why.endswith((".", "}."))
    assert "(D)" in known.cited


def test_an_alert_as_plain_data(four: Plan) -> None:
    """Days as text, for a page."""
    alert = fired(four, [*days(1, 18), *days(19, 21, status="missing")], 21)["W1"]
    assert alert.as_dict()["rows"][0] == {"date": "2026-06-19", "slot": 1, "session": None}
