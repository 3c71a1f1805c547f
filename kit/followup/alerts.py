"""What may be worth a call, rule by rule, with the sessions that made it fire (clinical specification 6.8).

None of the rules is validated. A rule looks at one plan: what was due and what was logged up to a day.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from kit.adherence.frames import DONE, Frames
from kit.adherence.sentences import about
from kit.days import in_words
from kit.followup.alert_rules import AlertRule, RuleId, alert_rules
from kit.followup.one_cause import one_cause
from kit.followup.pain_of import pain_in
from kit.followup.plan_rows import OF_SESSIONS, OF_SLOTS, Rows, rows_by_plan
from kit.followup.pointer import Pointer, pointers_to, run_at_end
from kit.followup.signs import Dealt, open_signs
from kit.timing.days import DAY
from kit.words.red_flags import TierName

_OF_WEEKS = ("first", "last", "active_days", "over", "expected")
Numbers = Mapping[str, int]


@dataclass(frozen=True)
class Alert:
    """That a rule fired for a plan, `why` in a sentence with its numbers, and the `rows` behind it.

    `also` are rules that fired for the same cause: what they say stands in `why`, their sessions in `rows`.
    """

    rule: RuleId
    title: str
    why: str
    source: str
    rows: tuple[Pointer, ...]
    plan_code: str
    note: str
    also: tuple[RuleId, ...] = ()
    tier: TierName | None = None  # of the patient's sheet, of a sign for help

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "rows": [row.as_dict() for row in self.rows]}


@dataclass(frozen=True)
class _Log:
    """Of one plan, up to the day `as_of`: what was due, what was logged on which day, and its weeks, in order."""

    slots: Rows
    sessions: Rows
    weeks: Rows
    begins: dt.date | None
    as_of: dt.date

    def between(self, first: dt.date, last: dt.date) -> Rows:
        """The slots of these days, both included."""
        return [row for row in self.slots if first <= row["date"] <= last]

    @cached_property
    def painful(self) -> Rows:
        """The sessions in which something was done, or of which a pain is told, with their peak and whether settled."""
        pains = [(row, pain_in(row)) for row in self.sessions]
        told = [{**row, "peak": pain.peak, "settled": pain.settled} for row, pain in pains]
        return [row for row in told if row["done"] or row["peak"] is not None]


@dataclass(frozen=True)
class _Fired:
    rows: tuple[Pointer, ...]
    words: dict[str, object]


def alerts(frames: Frames, as_of: dt.date, dealt: Iterable[Dealt] = ()) -> tuple[Alert, ...]:
    """All alerts of all plans in `frames` as of a day: open signs for help first, then plan by plan in rule order."""
    found = list(_signs(frames, dealt))
    for code, log in _logs(frames, as_of):
        fired = {name: its for name, fires in _RULES.items() if (its := fires(log, alert_rules().rules[name].numbers))}
        each = {name: _alert(name, alert_rules().rules[name], code, its) for name, its in fired.items()}
        found += _told_once(each, log)
    return tuple(found)


def _told_once(each: Mapping[RuleId, Alert], log: _Log) -> Iterable[Alert]:
    """Without those that another one of the same cause tells too."""
    undone = set(pointers_to(row for row in log.slots if row["status"] not in DONE))
    hosts = one_cause({name: undone.intersection(alert.rows) for name, alert in each.items()})
    named = {name for also in hosts.values() for name in also}
    for name, alert in each.items():
        if name not in named:
            yield _with(alert, [each[other] for other in hosts.get(name, ())])


def _with(alert: Alert, others: Sequence[Alert]) -> Alert:
    """The alert with what others of the same cause say; of the same run of sessions (W1 in W2) the title alone."""
    said = [
        f"{o.title}{': the same ones.' if o.rule == 'W1' and o.rows == alert.rows else f': {o.why}'}" for o in others
    ]
    rows = {row: None for one in (alert, *others) for row in one.rows}
    in_order = tuple(sorted(rows, key=lambda row: (row.date or dt.date.min, row.slot or 0)))
    also = tuple(one.rule for one in others)
    return replace(alert, why=" ".join([alert.why, *said]), rows=in_order, also=also) if others else alert


def _signs(frames: Frames, dealt: Iterable[Dealt]) -> Iterable[Alert]:
    rule = alert_rules().rules["W7"]
    for sign in open_signs(frames, dealt):
        words: dict[str, object] = {"sign": sign.shown, "urgency": sign.urgency.said}
        alert = _alert("W7", rule, sign.plan_code, _Fired((sign.pointer,), words))
        yield replace(alert, note=sign.urgency.said, tier=sign.urgency.tier)


def _alert(name: RuleId, rule: AlertRule, code: str, fired: _Fired) -> Alert:
    why = rule.why.format(**fired.words)
    return Alert(name, rule.title, why, rule.cited, fired.rows, code, alert_rules().note)


def _logs(frames: Frames, as_of: dt.date) -> Iterable[tuple[str, _Log]]:
    slots, sessions = rows_by_plan(frames.slots, OF_SLOTS), rows_by_plan(frames.sessions, OF_SESSIONS)
    weeks, days = rows_by_plan(frames.weeks, _OF_WEEKS), rows_by_plan(frames.days, ["date"])
    for code in dict.fromkeys(code for found in (slots, sessions, weeks, days) for code in found):
        begins = [row["date"] for row in days.get(code) or slots.get(code, [])]
        yield (
            code,
            _Log(
                _up_to(slots.get(code, []), as_of),
                _up_to(sessions.get(code, []), as_of),
                sorted((row for row in weeks.get(code, []) if row["first"] <= as_of), key=lambda row: row["first"]),
                min(begins, default=None),
                as_of,
            ),
        )


def _up_to(rows: Rows, as_of: dt.date) -> Rows:
    its = (row for row in rows if row["date"] and row["date"] <= as_of)
    return sorted(its, key=lambda row: (row["date"], row["slot"]))


def _in_a_row(log: _Log, n: Numbers) -> _Fired | None:
    """W1: the last expected sessions, however many in a row, were not done."""
    return _tail(log.slots, lambda row: row["status"] not in DONE, n["in_a_row"])


def _silent(log: _Log, n: Numbers) -> _Fired | None:
    """W2: nobody logged the last expected sessions, and nothing else since the first of them."""
    fired = _tail(log.slots, lambda row: row["status"] == "missing", n["in_a_row"])
    if fired is None:
        return None
    last_entry = log.sessions[-1]["date"] if log.sessions else None
    since = [row for row in fired.rows if last_entry is None or (row.date and row.date > last_entry)]
    return _run(tuple(since)) if len(since) >= n["in_a_row"] else None


def _tail(slots: Rows, holds: Callable[[Mapping[str, Any]], bool], least: int) -> _Fired | None:
    """The longest run of rows at the end for which `holds`, where it has at least so many."""
    length = run_at_end(map(holds, slots))
    return _run(pointers_to(slots[len(slots) - length :])) if length >= least else None


def _run(rows: tuple[Pointer, ...]) -> _Fired:
    days = [row.date for row in rows if row.date]  # what was due has its day
    return _Fired(rows, {"n": len(rows), "when": _when(days[0], days[-1])})


def _when(first: dt.date, last: dt.date) -> str:
    return f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"


def _less(log: _Log, n: Numbers) -> _Fired | None:
    """W3: the last days are low, and much lower than the days before."""
    turn = log.as_of - n["days"] * DAY
    last, before = log.between(turn + DAY, log.as_of), log.between(turn - (n["before_days"] - 1) * DAY, turn)
    (done, expected), (before_done, before_expected) = _done_of(last), _done_of(before)
    if min(expected, before_expected) < n["expected_from"]:
        return None
    rate, rate_before = done / expected, before_done / before_expected
    if rate * 100 >= n["below_percent"] or (rate_before - rate) * 100 < n["drop_percent"]:
        return None
    words = {"days": n["days"], "before_days": n["before_days"], "done": _plain(done), "expected": _plain(expected)}
    words |= {"before_done": _plain(before_done), "before_expected": _plain(before_expected)}
    return _Fired(pointers_to(last), words)


def _slow_start(log: _Log, n: Numbers) -> _Fired | None:
    """W5: low in the first days, once they are over, until as many days together were not low."""
    if log.begins is None or log.as_of < log.begins + n["days"] * DAY:
        return None
    length = n["days"] * DAY
    week = log.between(log.begins, log.begins + length - DAY)
    done, expected = _done_of(week)
    if not _is_low(week, n) or not expected:
        return None
    first = log.begins + length
    while first + length - DAY <= log.as_of:
        later = log.between(first, first + length - DAY)
        if later and not _is_low(later, n):
            return None
        first += DAY
    return _Fired(pointers_to(week), {"done": _plain(done), "expected": _plain(expected)})


def _is_low(slots: Rows, n: Numbers) -> bool:
    done, expected = _done_of(slots)
    return done * 100 < expected * n["below_percent"]


def _done_of(slots: Rows) -> tuple[Fraction, Fraction]:
    """Done and expected sessions, exactly."""
    weights = [(_part(row["weight"]), row["status"] in DONE) for row in slots]
    return sum((weight for weight, is_done in weights if is_done), Fraction()), sum((w for w, _ in weights), Fraction())


def _painful(log: _Log, n: Numbers) -> _Fired | None:
    """W4: the peak was high in most of the last sessions, and the patient did not go on since, after a break."""
    last = log.painful[-n["of_last"] :]
    high = [row for row in last if row["peak"] is not None and row["peak"] > n["above"]]
    if len(high) < n["at_least"] or _went_on(log, high[-1]["date"], n["break"]):
        return None
    scores = ", ".join(f"{row['peak']:g} on {in_words(row['date'])}" for row in high)
    return _Fired(pointers_to(high), {"above": n["above"], "n": len(high), "of": len(last), "scores": scores})


def _unsettled(log: _Log, n: Numbers) -> _Fired | None:
    """W6: the morning after was worse in most of the last sessions, as W4."""
    last = log.painful[-n["of_last"] :]
    worse = [row for row in last if row["settled"] is False]
    if len(worse) < n["at_least"] or _went_on(log, worse[-1]["date"], n["break"]):
        return None
    scores = ", ".join(f"{row['pain_next_morning']} after {in_words(row['date'])}" for row in worse)
    return _Fired(pointers_to(worse), {"n": len(worse), "of": len(last), "scores": scores})


def _went_on(log: _Log, since: dt.date, missed: int) -> bool:
    """Whether a session was done after so many expected ones in a row that were not, all after the day `since`."""
    run = 0
    for row in log.between(since + DAY, log.as_of):
        is_done = row["status"] in DONE
        if is_done and run >= missed:
            return True
        run = 0 if is_done else run + 1
    return False


def _overdone(log: _Log, n: Numbers) -> _Fired | None:
    """W8: far more than agreed in one of the last weeks, with more pain than in the week before."""
    pairs = list(itertools.pairwise(log.weeks))
    for before, week in reversed(pairs[-n["of_last_weeks"] :]):
        if not _is_over(week, n):
            continue
        (was, _), (now, rows) = (_mean_peak(log, one["first"], one["last"]) for one in (before, week))
        if was is not None and now is not None and now - was >= n["rise_points"]:
            over, expected = (_plain(_part(week[name])) for name in ("over", "expected"))
            words = {"first": in_words(week["first"]), "over": over, "expected": expected}
            return _Fired(rows, {**words, "before": f"{float(was):.1f}", "now": f"{float(now):.1f}"})
    return None


def _is_over(week: Mapping[str, Any], n: Numbers) -> bool:
    over, expected = _part(week["over"]), _part(week["expected"])
    return week["active_days"] >= n["active_from"] and expected > 0 and over / expected * 100 >= n["over_percent"]


def _mean_peak(log: _Log, first: dt.date, last: dt.date) -> tuple[Fraction | None, tuple[Pointer, ...]]:
    told = [row for row in log.painful if first <= row["date"] <= last and row["peak"] is not None]
    if not told:
        return None, ()
    return Fraction(int(sum(row["peak"] for row in told)), len(told)), pointers_to(told)


@lru_cache(maxsize=1000)
def _part(number: float) -> Fraction:
    """A number of sessions exactly: parts are sevenths, or parts of a few days."""
    return Fraction(number).limit_denominator(1000)


def _plain(count: Fraction) -> str:
    return about(count)


_RULES: dict[RuleId, Callable[[_Log, Numbers], _Fired | None]] = {
    "W1": _in_a_row,
    "W2": _silent,
    "W3": _less,
    "W4": _painful,
    "W5": _slow_start,
    "W6": _unsettled,
    "W8": _overdone,
}
