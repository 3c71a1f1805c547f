"""What may be worth a call, rule by rule, with the sessions that made it fire (clinical specification 6.8).

None of the rules is validated. A rule looks at one plan: what was due and what was logged up to a day.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.frames import Frames
from kit.followup.alert_rules import AlertRule, RuleId, alert_rules
from kit.followup.pain_of import pain_in
from kit.followup.pointer import Pointer, day_of, pointers, run_at_end
from kit.followup.signs import Dealt, open_signs

_DAY = pd.Timedelta(days=1)
_LOGGED_DONE = ("done", "partial")
Numbers = Mapping[str, int]


@dataclass(frozen=True)
class Alert:
    """That a rule fired for a plan, `why` in a sentence with its numbers, and the `rows` behind it."""

    rule: RuleId
    title: str
    why: str
    source: str
    rows: tuple[Pointer, ...]
    plan_code: str
    note: str

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "rows": [row.as_dict() for row in self.rows]}


@dataclass(frozen=True)
class _Log:
    """Of one plan, up to the day `as_of`: what was due, what was logged on which day, and its weeks."""

    slots: pd.DataFrame
    sessions: pd.DataFrame
    weeks: pd.DataFrame
    begins: pd.Timestamp | None
    as_of: pd.Timestamp

    def between(self, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
        """The slots of these days, both included."""
        return self.slots[self.slots["date"].between(first, last)]

    @property
    def painful(self) -> pd.DataFrame:
        """The sessions in which something was done, or of which a pain is told, with their peak and whether settled."""
        pains = [pain_in(row) for row in self.sessions.to_dict("records")]
        told = self.sessions.reset_index(drop=True)
        told["peak"] = pd.Series([pain.peak for pain in pains], dtype="Int64")
        told["settled"] = pd.Series([pain.settled for pain in pains], dtype="boolean")
        return told[told["done"] | told["peak"].notna()]


@dataclass(frozen=True)
class _Fired:
    rows: tuple[Pointer, ...]
    words: dict[str, object]


def alerts(frames: Frames, as_of: dt.date, dealt: Iterable[Dealt] = ()) -> tuple[Alert, ...]:
    """All alerts of all plans in `frames` as of a day: open signs for help first, then plan by plan in rule order."""
    found = list(_signs(frames, dealt))
    for code, log in _logs(frames, as_of):
        for name, fires in _RULES.items():
            rule = alert_rules().rules[name]
            fired = fires(log, rule.numbers)
            if fired:
                found.append(_alert(name, rule, code, fired))
    return tuple(found)


def _signs(frames: Frames, dealt: Iterable[Dealt]) -> Iterable[Alert]:
    rule = alert_rules().rules["W7"]
    for sign in open_signs(frames, dealt):
        yield _alert("W7", rule, sign.plan_code, _Fired((sign.pointer,), {"sign": sign.shown}))


def _alert(name: RuleId, rule: AlertRule, code: str, fired: _Fired) -> Alert:
    why = rule.why.format(**fired.words)
    return Alert(name, rule.title, why, rule.cited, fired.rows, code, alert_rules().note)


def _logs(frames: Frames, as_of: dt.date) -> Iterable[tuple[str, _Log]]:
    day = pd.Timestamp(as_of)
    tables = (frames.slots, frames.sessions, frames.weeks, frames.days)
    by_code = [{str(code): rows for code, rows in table.groupby("plan_code", sort=False)} for table in tables]
    for code in dict.fromkeys(code for found in by_code for code in found):
        slots, sessions, weeks, days = (
            found.get(code, table.iloc[:0]) for found, table in zip(by_code, tables, strict=True)
        )
        begins = days["date"].min() if len(days) else slots["date"].min() if len(slots) else None
        yield (
            code,
            _Log(
                slots[slots["date"] <= day].sort_values(["date", "slot"], kind="stable"),
                sessions[sessions["date"] <= day].sort_values(["date", "slot"], kind="stable"),
                weeks[weeks["first"] <= day].sort_values("first", kind="stable"),
                begins,
                day,
            ),
        )


def _in_a_row(log: _Log, n: Numbers) -> _Fired | None:
    """W1: the last expected sessions, however many in a row, were not done."""
    return _tail(log.slots, ~log.slots["status"].isin(_LOGGED_DONE), n["in_a_row"])


def _silent(log: _Log, n: Numbers) -> _Fired | None:
    """W2: nobody logged the last expected sessions, and nothing else since the first of them."""
    fired = _tail(log.slots, log.slots["status"] == "missing", n["in_a_row"])
    if fired is None:
        return None
    last_entry = day_of(log.sessions["date"].max())
    since = [row for row in fired.rows if last_entry is None or (row.date and row.date > last_entry)]
    return _run(tuple(since)) if len(since) >= n["in_a_row"] else None


def _tail(slots: pd.DataFrame, holds: pd.Series[bool], least: int) -> _Fired | None:
    """The longest run of rows at the end for which `holds`, where it has at least so many."""
    length = run_at_end(holds)
    return _run(pointers(slots.iloc[len(slots) - length :])) if length >= least else None


def _run(rows: tuple[Pointer, ...]) -> _Fired:
    first, last = rows[0].date, rows[-1].date
    return _Fired(rows, {"n": len(rows), "when": f"on {first}" if first == last else f"from {first} to {last}"})


def _less(log: _Log, n: Numbers) -> _Fired | None:
    """W3: the last days are low, and much lower than the days before."""
    turn = log.as_of - n["days"] * _DAY
    last, before = log.between(turn + _DAY, log.as_of), log.between(turn - (n["before_days"] - 1) * _DAY, turn)
    (done, expected), (before_done, before_expected) = _done_of(last), _done_of(before)
    if min(expected, before_expected) < n["expected_from"]:
        return None
    rate, rate_before = done / expected, before_done / before_expected
    if rate * 100 >= n["below_percent"] or (rate_before - rate) * 100 < n["drop_percent"]:
        return None
    words = {"days": n["days"], "before_days": n["before_days"], "done": _plain(done), "expected": _plain(expected)}
    words |= {"before_done": _plain(before_done), "before_expected": _plain(before_expected)}
    return _Fired(pointers(last), words)


def _slow_start(log: _Log, n: Numbers) -> _Fired | None:
    """W5: low in the first days, once they are over."""
    if log.begins is None or log.as_of < log.begins + n["days"] * _DAY:
        return None
    week = log.between(log.begins, log.begins + (n["days"] - 1) * _DAY)
    done, expected = _done_of(week)
    if not expected or done / expected * 100 >= n["below_percent"]:
        return None
    return _Fired(pointers(week), {"done": _plain(done), "expected": _plain(expected)})


def _done_of(slots: pd.DataFrame) -> tuple[Fraction, Fraction]:
    """Done and expected sessions, exactly."""
    weights = [_part(weight) for weight in slots["weight"]]
    done = slots["status"].isin(_LOGGED_DONE)
    return sum((w for w, is_done in zip(weights, done, strict=True) if is_done), Fraction()), sum(weights, Fraction())


def _painful(log: _Log, n: Numbers) -> _Fired | None:
    """W4: the peak was high in most of the last sessions."""
    last = log.painful.tail(n["of_last"])
    high = last[(last["peak"] > n["above"]).fillna(False)]
    if len(high) < n["at_least"]:
        return None
    scores = ", ".join(f"{row['peak']:g} on {row['date'].date()}" for row in high.to_dict("records"))
    return _Fired(pointers(high), {"above": n["above"], "n": len(high), "of": len(last), "scores": scores})


def _unsettled(log: _Log, n: Numbers) -> _Fired | None:
    """W6: the morning after was worse in most of the last sessions."""
    last = log.painful.tail(n["of_last"])
    worse = last[~last["settled"].fillna(True)]
    if len(worse) < n["at_least"]:
        return None
    told = worse.to_dict("records")
    scores = ", ".join(f"{row['pain_next_morning']} after {row['date'].date()}" for row in told)
    return _Fired(pointers(worse), {"n": len(worse), "of": len(last), "scores": scores})


def _overdone(log: _Log, n: Numbers) -> _Fired | None:
    """W8: far more than agreed in one of the last weeks, with more pain than in the week before."""
    pairs = list(itertools.pairwise(log.weeks.to_dict("records")))
    for before, week in reversed(pairs[-n["of_last_weeks"] :]):
        if not _is_over(week, n):
            continue
        (was, _), (now, rows) = (_mean_peak(log, one["first"], one["last"]) for one in (before, week))
        if was is not None and now is not None and now - was >= n["rise_points"]:
            over, expected = (_plain(_part(week[name])) for name in ("over", "expected"))
            words = {"first": week["first"].date(), "over": over, "expected": expected}
            return _Fired(rows, {**words, "before": f"{float(was):.1f}", "now": f"{float(now):.1f}"})
    return None


def _is_over(week: Mapping[Any, Any], n: Numbers) -> bool:
    over, expected = _part(week["over"]), _part(week["expected"])
    return week["active_days"] >= n["active_from"] and expected > 0 and over / expected * 100 >= n["over_percent"]


def _mean_peak(log: _Log, first: pd.Timestamp, last: pd.Timestamp) -> tuple[Fraction | None, tuple[Pointer, ...]]:
    told = log.painful
    told = told[told["date"].between(first, last) & told["peak"].notna()]
    if not len(told):
        return None, ()
    return Fraction(int(told["peak"].sum()), len(told)), pointers(told)


def _part(number: float) -> Fraction:
    """A number of sessions exactly: parts are sevenths, or parts of a few days."""
    return Fraction(number).limit_denominator(1000)


def _plain(count: Fraction) -> str:
    return str(count) if count.denominator == 1 else f"{float(count):.1f}"


_RULES: dict[RuleId, Callable[[_Log, Numbers], _Fired | None]] = {
    "W1": _in_a_row,
    "W2": _silent,
    "W3": _less,
    "W4": _painful,
    "W5": _slow_start,
    "W6": _unsettled,
    "W8": _overdone,
}
