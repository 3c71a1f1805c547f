"""The caseload: why each plan is in it, in which order, and as of which day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.files import read_toml
from kit.followup.alert_rules import RULE_IDS
from kit.followup.alerts import alerts
from kit.followup.case import Case, Reason
from kit.followup.caseload import caseload
from kit.followup.caseload_rules import OWN_RULES, CaseloadRules, ReasonRule, caseload_rules
from kit.followup.plan_rows import OF_SLOTS, rows_by_plan
from kit.followup.pointer import Pointer
from kit.followup.unread import Read, patient_notes
from kit.followup.week_over_week import WeekOverWeek, recorded, week_over_week
from kit.library.library import Library
from kit.model import parse
from kit.places import data_dir
from kit.plan.plan import Plan
from kit.plan.template import template
from tests.followup.frames import START, On, days, frames_of, joined, june

DAY = dt.timedelta(days=1)
FILE = read_toml(data_dir() / "caseload.toml")


def cases_of(
    told: Sequence[tuple[Plan, Sequence[On]]], as_of: dt.date, *more: Plan, drafts: dict[str, int] | None = None
) -> tuple[Case, ...]:
    """Of plans with what was logged in each, and of `more` issued versions without a diary."""
    frames = joined(*(frames_of(plan, log) for plan, log in told))
    plans = [*(plan for plan, _ in told), *more]
    return caseload(plans, frames, alerts(frames, as_of), as_of, drafts)


def another(library: Library, label: str, start: dt.date = START, patient_code: str = "") -> Plan:
    made = template("knee-glute-stretches").plan(library, label, start, label, random=Random(label))
    return made.model_copy(update={"patient_code": patient_code}) if patient_code else made


def rules_of(case: Case) -> list[ReasonRule]:
    return [reason.rule for reason in case.reasons]


# Why


def test_a_quiet_plan_is_listed_without_a_reason(four: Plan) -> None:
    """All done in the middle of the plan: no reason, and no weight."""
    (case,) = cases_of([(four, days(1, 14))], june(14))
    assert (case.reasons, case.weight, case.signs, case.is_overdue, case.is_review_due) == ((), 0, 0, False, False)
    assert (case.plan_code, case.plan_id, case.patient, case.version) == (four.code, "P-001", "P-001", 1)
    assert (case.last_day, case.draft, case.until) == (june(14), None, june(29))


def test_each_alert_is_a_reason_with_its_rows(four: Plan) -> None:
    """Rule, title, sentence, source and rows are those of the alert; the weight is that of the file."""
    told = [*days(1, 11), *days(12, 14, status="not_done")]
    frames = frames_of(four, told)
    (alert,) = alerts(frames, june(14))
    (case,) = caseload([four], frames, [alert], june(14))
    weight = FILE["weights"]["W1"]
    assert case.reasons == (Reason("W1", alert.title, alert.why, alert.source, weight, alert.rows),)


def test_a_diary_that_is_waited_for(four: Plan) -> None:
    """More than a week without a row: since when, how many sessions were due, and each of them."""
    told = [*days(1, 4), *days(5, 12, status="missing")]
    (case,) = cases_of([(four, told)], june(13))
    found = next(reason for reason in case.reasons if reason.rule == "W2")
    assert found.why.endswith(" Diary waited for: Nothing is logged since 5 June 2026; 8 sessions were due.")
    assert set(found.rows) >= {Pointer(june(n), 1, None) for n in range(5, 13)}
    assert found.also == ("W1", "W3", "W5", "overdue")
    assert found.weight == max(FILE["weights"][name] for name in ("W2", *found.also))  # one cause
    assert case.is_overdue
    weekly = [*days(1, 1), On(june(8), "missing"), On(june(15), "missing")]
    (case,) = cases_of([(four, weekly)], june(15))
    assert rules_of(case) == ["overdue"]  # two are no run that alerts
    assert case.reasons[0].why == "Nothing is logged since 2 June 2026; 2 sessions were due."
    assert case.reasons[0].rows == (Pointer(june(8), 1, None), Pointer(june(15), 1, None))
    assert case.is_overdue
    (soon,) = cases_of([(four, told[:-1])], june(12))
    assert not soon.is_overdue


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (11, None),
        (12, "The review is on 19 June 2026, in 7 days."),
        (18, "The review is on 19 June 2026, in 1 day."),
        (19, "The review is on 19 June 2026, today."),
        (20, "The review was to be on 19 June 2026, 1 day ago."),
    ],
)
def test_a_review_is_due_a_week_ahead_and_after(four: Plan, day: int, said: str | None) -> None:
    plan = four.describe(review_on=june(19))
    (case,) = cases_of([(plan, days(1, min(day, 18)))], june(day))
    found = [reason.why for reason in case.reasons if reason.rule in ("review_soon", "review_passed")]
    assert found == ([said] if said else [])
    assert case.is_review_due == bool(said)


def test_a_plan_that_ended_without_a_next_one(four: Plan, library: Library) -> None:
    """From the day after its last one, for four weeks; not where the patient has another plan that goes on."""
    told = [(four, days(1, 28))]
    assert "ended" not in rules_of(cases_of(told, june(28))[0])
    (case,) = cases_of(told, june(29))
    assert [r.why for r in case.reasons if r.rule == "ended"] == [
        "The last day of the plan was 28 June 2026, and no next one is there."
    ]
    assert len(cases_of(told, june(56))) == 1
    assert cases_of(told, june(57)) == ()
    for start in (june(20), june(40)):
        following = another(library, "P-009", start, four.patient_code)
        assert four.code not in {case.plan_code for case in cases_of(told, june(30), following)}
        stranger = another(library, "P-009", start)
        assert four.code in {case.plan_code for case in cases_of(told, june(30), stranger)}


def test_an_open_sign_keeps_a_plan_in_the_list(four: Plan) -> None:
    """However long it is over."""
    told = [*days(1, 27), On(june(28), sign="calf swollen")]
    (case,) = cases_of([(four, told)], june(300))
    assert rules_of(case)[0] == "W7"
    assert case.signs == 1


def test_an_emergency_stands_above_any_number_of_other_signs(library: Library, four: Plan) -> None:
    """The list is ordered by the urgency of the patient's sheet first."""
    calls = [*days(1, 12), *(On(june(n), sign="knee gave way") for n in (13, 14))]
    other = another(library, "P-009")
    found = cases_of([(four, calls), (other, [*days(1, 13), On(june(14), sign="leaked pee")])], june(14))
    assert [(case.plan_id, case.tier, case.signs) for case in found] == [
        ("P-009", "emergency", 1),
        ("P-001", "call", 2),
    ]


def test_unread_notes_are_one_reason_with_their_words(four: Plan) -> None:
    """What may name a red flag comes first and weighs more; what was read is none, until that is taken back."""
    told = [*days(1, 12), On(june(13), note="Knee hot and swollen, feverish"), On(june(14), note="Could do more now.")]
    frames = frames_of(four, told)
    flag, plain = patient_notes(frames)

    def reasons(*read: Read) -> list[tuple[ReasonRule, str, int]]:
        (case,) = caseload([four], frames, [], june(14), read=read)
        return [(reason.rule, reason.why, reason.weight) for reason in case.reasons]

    weights = FILE["weights"]
    both = "2 notes unread: “Knee hot and swollen, feverish” (13 June 2026). “Could do more now.” (14 June 2026)."
    rest = "1 note unread: “Could do more now.” (14 June 2026)."
    assert reasons() == [("unread_red_flag", both, weights["unread_red_flag"])]
    assert reasons(Read.of(flag, june(14))) == [("unread", rest, weights["unread"])]
    assert reasons(Read.of(flag, june(14)), Read.of(plain, june(14))) == []
    assert reasons(Read.of(flag, june(14)), Read.of(flag, june(14), is_read=False))[0][0] == "unread_red_flag"


def test_who_is_unsure_how_is_called(four: Plan) -> None:
    """Once in two weeks is enough; longer ago is no reason any more."""
    told = [On(june(1), "not_done", reason="Unsure how"), *days(2, 15)]
    assert [r.why for r in cases_of([(four, told[:14])], june(14))[0].reasons] == [
        "“Unsure how” is the reason given in 1 session of the last 14 days."
    ]
    assert rules_of(cases_of([(four, told)], june(15))[0]) == []


def test_a_version_to_come_ends_no_plan(four: Plan) -> None:
    """The next version of the plan counts as a next one: no review is due, and nothing has ended."""
    plan = four.describe(review_on=june(15))
    following = plan.model_copy(update={"version": 2, "start": june(20), "review_on": june(40)})
    (case,) = cases_of([(plan, days(1, 14))], june(14), following)
    assert not case.is_review_due
    assert cases_of([(plan, days(1, 14))], june(16), following) == ()


def test_a_draft_waits(four: Plan) -> None:
    """Only that of a plan in the list; it is told by its number."""
    (case,) = cases_of([(four, days(1, 14))], june(14), drafts={four.code: 2, "XXXX": 1})
    assert [(r.rule, r.why, r.rows) for r in case.reasons] == [
        ("draft", "Version 2 is a draft and waits to be issued.", ())
    ]
    assert case.draft == 2


def test_a_plan_that_has_not_begun_is_not_listed(four: Plan) -> None:
    assert cases_of([(four, [])], june(1) - DAY) == ()


# Order


def test_signs_first_then_weight_then_label(library: Library, four: Plan) -> None:
    """A sign stands above any weight; equal weights go by the label, whatever its letters' case."""
    heavy, sign = another(library, "P-003"), another(library, "P-004")
    calm, also = another(library, "p-002"), another(library, "P-001x")
    bad = days(1, 14, pain=(3, 8, 7, 8))
    signed = [*days(1, 13), On(june(14), sign="numb")]
    found = cases_of(
        [(heavy, [*bad]), (calm, days(1, 14)), (four, days(1, 14)), (also, days(1, 14)), (sign, signed)], june(14)
    )
    assert [case.plan_id for case in found] == ["P-004", "P-003", "P-001", "P-001x", "p-002"]
    more = Reason("W7", "", "", "", 0)
    signs = {case.plan_id: case for case in found}
    assert signs["P-004"].place < signs["P-003"].place
    two = Case(**{**vars(signs["p-002"]), "reasons": (more, more), "tier": "emergency"})
    assert two.place < signs["P-004"].place


RULE = st.sampled_from(get_args(ReasonRule))


@given(st.lists(st.builds(Reason, RULE, st.just(""), st.just(""), st.just(""), st.integers(0, 100)), max_size=6))
def test_no_weight_without_a_reason(reasons: list[Reason]) -> None:
    """The weight is the sum of the reasons', and what is told of a case has the reasons before it."""
    none = WeekOverWeek(june(1), *(week_over_week([], june(1)).now,) * 2)
    case = Case("C", "P", "P", 1, june(1), june(2), None, tuple(reasons), none, None, None)
    assert case.weight == sum(reason.weight for reason in reasons)
    assert case.reasons or not case.weight
    told = list(case.as_dict())
    assert told.index("reasons") < told.index("weight")
    json.dumps(case.as_dict())


# The file


def test_every_reason_has_a_weight_and_a_source() -> None:
    """Those of the alerts too; sources of what is the kit's own choice are marked D."""
    rules = caseload_rules()
    assert set(rules.weights) == {*RULE_IDS, *OWN_RULES}
    assert rules.weights == FILE["weights"]
    assert all("(D)" in rule.cited for rule in rules.rules.values())


def test_what_is_missing_in_the_file_is_told() -> None:
    broken = {**FILE, "weights": {name: 1 for name in FILE["weights"] if name != "W3"}}
    with pytest.raises(ContentError, match=r"weights\.W3 is missing\. Add it\."):
        parse(CaseloadRules, broken, "caseload.toml")


# As of


def test_what_came_later_is_not_known(four: Plan) -> None:
    """As of an earlier day the list is that of a diary that ends there."""
    told = [*days(1, 7), *days(8, 21, status="not_done")]
    (then,) = cases_of([(four, told)], june(7))
    (same,) = cases_of([(four, told[:7])], june(7))
    assert (then.reasons, then.weeks, then.last_day) == (same.reasons, same.weeks, june(7))


# Week over week


def weeks(four: Plan, told: Sequence[On], as_of: int) -> WeekOverWeek:
    (slots,) = rows_by_plan(frames_of(four, told).slots, OF_SLOTS).values()
    return week_over_week(slots, june(as_of))


def test_seven_days_beside_the_seven_before(four: Plan) -> None:
    """The day itself is in the later seven; partly done is done, as everywhere."""
    told = [
        *days(1, 6),
        On(june(7), "not_done"),
        *days(8, 11),
        On(june(12), "partial"),
        *days(13, 14, status="missing"),
    ]
    found = weeks(four, told, 14)
    assert [recorded(found.now), recorded(found.before)] == ["71 % (5 of 7) done, 2 not logged", "86 % (6 of 7) done"]
    assert found.change == Fraction(-1, 7)
    assert found.compared == "less than the week before"
    assert [float(n) for n in (found.now.full, found.now.missing, found.before.not_done)] == [4, 2, 1]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("done", "done", "as much as the week before"),
        ("not_done", "done", "more than the week before"),
        ("done", "missing", "too few logged to compare"),
    ],
)
def test_what_is_compared(four: Plan, before: str, now: str, said: str) -> None:
    """Nothing is compared with a week that was not logged: silence is not less."""
    assert weeks(four, [*days(1, 7, status=before), *days(8, 14, status=now)], 14).compared == said


def test_too_few_due_give_no_comparison(four: Plan) -> None:
    """Fewer than three sessions in either week."""
    found = weeks(four, [*days(1, 2), *days(8, 14)], 14)
    assert (found.change, found.compared) == (None, "too few due to compare")
    assert recorded(found.before) == "2 of 2 done"
    assert recorded(weeks(four, days(1, 1), 14).now) == "nothing was due"
    assert recorded(weeks(four, days(8, 14, status="missing"), 14).now) == "nothing logged, 7 due"
