"""The conditions of a patient as the rules read them: what is missing or cannot be right counts the strict way.

A missing side is both, a missing region every one, a missing onset all stages. Days that contradict each other leave
the condition in force with all its stages; days by which it was over before it ever was in force ask a question, and
until a clinician confirms them by name it is in force as well. So a slip of typing raises a level and lowers none.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kit.days import in_words
from kit.errors import did_you_mean
from kit.library.condition import Condition
from kit.library.rules import Rules
from kit.plan.context import ConditionInForce
from kit.plan.course import over_from
from kit.plan.issue import Covered, Override
from kit.plan.plan import GATED_RULES, Plan
from kit.review.finding import Finding
from kit.settings import Settings

_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_OWN = "design choice (D)"


@dataclass(frozen=True)
class Reading:
    """One condition: as it is written (`held`), and as it is judged (`read`), with what has to be told of it.

    `question` says what asks to be confirmed by name; `at_its_level` that the question has the level of what the
    condition flags, where it flags anything.
    """

    held: ConditionInForce
    condition: Condition
    read: ConditionInForce
    told: tuple[Finding, ...] = ()
    question: str = ""
    question_mend: str = ""
    at_its_level: bool = False
    nth: int = 1  # of the conditions of this name, side and region

    @property
    def name(self) -> str:
        return self.held.condition

    @property
    def place(self) -> str:
        """What tells it from another one of the same name: its side and region, and its number where that is not
        enough."""
        again = f" {self.nth}" if self.nth > 1 else ""
        return f"{self.held.side or '-'} {self.held.region or '-'}{again}"


def digest(text: str) -> str:
    """A few signs that change with the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


class Reader:
    """Reads the conditions of one plan, as of the day `on`; `previous` is the version that it replaces."""

    def __init__(self, plan: Plan, rules: Rules, on: dt.date, previous: Plan | None, settings: Settings) -> None:
        self._plan, self._rules, self._on, self._previous, self._settings = plan, rules, on, previous, settings

    def readings(self) -> tuple[Reading, ...]:
        """One for each condition that the rules know, in order."""
        conditions = self._rules.conditions
        seen: Counter[tuple[str, str | None, str | None]] = Counter()
        found: list[Reading] = []
        for held in self._plan.context.conditions:
            if held.condition in conditions:
                seen[place := (held.condition, held.side, held.region)] += 1
                found.append(self._reading(held, conditions[held.condition], seen[place]))
        return tuple(found)

    def _reading(self, held: ConditionInForce, condition: Condition, nth: int) -> Reading:
        told = [*_contradictions(held, condition), *self._ahead(held, condition)]
        wrong = any(finding.level == "ERROR" for finding in told)
        missing = _missing(held, condition)
        if missing:
            told.append(_needs(held, condition, missing))
        question, mend = ("", "") if wrong or condition.stop else self._question(held, condition)
        confirmed = bool(question) and self._confirmed(held)
        if confirmed:
            told.append(self._as_confirmed(held, condition))
            question = ""
        over_before = bool(question) and self._was_over(held, condition) is not None
        return Reading(
            held=held,
            condition=condition,
            read=self._read(held, condition, strictly=wrong or over_before),
            told=tuple(told),
            question=question,
            question_mend=mend,
            at_its_level=over_before,
            nth=nth,
        )

    def _read(self, held: ConditionInForce, condition: Condition, strictly: bool) -> ConditionInForce:
        if strictly or condition.stop:
            return held.model_copy(update={"since": None, "until": None, "ends": ()})
        if held.since is not None and held.since > self._on:
            return held.model_copy(update={"since": None})
        return held

    # The days of a condition against the day of the check and the plan

    def _ahead(self, held: ConditionInForce, condition: Condition) -> Iterator[Finding]:
        """An onset that lies ahead: all stages hold, and the reader is asked whether it is planned."""
        since, last = held.since, self._plan.until - _DAY
        if since is None or since <= self._on:
            return
        level, mend = "CAUTION", "Correct the day, or keep it."
        what = f"begins on {in_words(since)}, which lies ahead. Is this planned?"
        if since > last:
            level, mend = "ERROR", "Correct the day."
            what = f"begins on {in_words(since)}, after the last day of the plan, {in_words(last)}."
        why = "It holds until somebody clears it." if condition.stop else "All its stages hold."
        yield _of_days(level, held, condition, what, why, mend, "ahead")

    def _far(self, held: ConditionInForce) -> bool:
        """Whether an end lies so far ahead that its year may be mistyped."""
        months = self._settings.dates.far_end_months
        return any(end > _months_after(self._on, months) for end in _ends(held))

    def _question(self, held: ConditionInForce, condition: Condition) -> tuple[str, str]:
        """What looks mistyped about its days, and the mend; nothing where they can be right."""
        over = self._was_over(held, condition)
        if over is not None:
            return self._by_the_date(held, condition, over), "Correct the date, or confirm it by name."
        if self._far(held):
            end = max(_ends(held))
            months = self._settings.dates.far_end_months
            what = f"{condition.name}: it ends on {in_words(end)}, more than {months} months ahead. Is the year right?"
            return what, "Correct the day, or confirm it by name."
        return "", ""

    def _was_over(self, held: ConditionInForce, condition: Condition) -> dt.date | None:
        """The end by which it was over before it ever was in force; None where an issued version held it."""
        return None if self._held_before(held, condition) else self._over_before(held, condition)

    def _over_before(self, held: ConditionInForce, condition: Condition) -> dt.date | None:
        """The end, if by it the condition or one of its tags was over before this plan and before the day `on`."""
        ends = [over_from(held, condition), *(end.until for end in held.ends)]
        over = [end for end in ends if end is not None and end <= self._plan.start and end <= self._on]
        return over[0] if over else None

    def _by_the_date(self, held: ConditionInForce, condition: Condition, over: dt.date) -> str:
        tag = next((end.tag for end in held.ends if end.until == over), None)
        if tag is not None and over != over_from(held, condition):
            called = self._rules.tags.get(tag, tag)
            return f"{condition.name}: by the date {in_words(over)} it is over for “{called}”. Is the day right?"
        if held.until is not None or held.since is None:
            return f"{condition.name}: by the date {in_words(over)} it is over. Is the day right?"
        weeks = (over - held.since).days // 7
        said = f"{condition.name}: by the date {in_words(held.since)} its {weeks} weeks are over. Is the year right?"
        meant = _in_year(held.since, self._on.year)
        if meant is None or not meant <= self._on < meant + weeks * _WEEK:
            return said
        return f"{said} With {self._on.year} it is week {(self._on - meant).days // 7}."

    def _held_before(self, held: ConditionInForce, condition: Condition) -> bool:
        """Whether the version before was issued with the very same facts, and they were in force or judged then."""
        before = self._previous
        if before is None or before.issued is None or held not in before.context.conditions:
            return False
        over = over_from(held, condition)
        judged = before.snapshot is not None and before.snapshot.rules_version in GATED_RULES
        return judged or over is None or over > before.start

    # Confirmed by name

    def _confirmed(self, held: ConditionInForce) -> bool:
        return any(confirms(one, held, self._on, self._settings) for one in self._plan.overrides)

    def _as_confirmed(self, held: ConditionInForce, condition: Condition) -> Finding:
        one = next(o for o in self._plan.overrides if confirms(o, held, self._on, self._settings))
        what = f"its days are confirmed by {one.by} on {in_words(one.on)}: {one.reason}"
        return _of_days("INFO", held, condition, what, "They looked mistyped.", "Nothing to do.", "confirmed")


def confirms(given: Override, held: ConditionInForce, on: dt.date, settings: Settings) -> bool:
    """Whether the answer says by name that the facts of `held`, every one of them as it is, are right."""
    covers = given.covers
    if covers is None or covers.item is not None or covers.condition != held:
        return False
    return given.on <= on and (on - given.on).days <= settings.dates.answer_age_days


def question_of(reading: Reading, flagged: Iterable[Finding]) -> Finding | None:
    """The question about the days of a condition, at the level of what it flags, or CAUTION where it flags nothing."""
    if not reading.question:
        return None
    levels = [finding.level for finding in flagged] if reading.at_its_level else []
    level = next((level for level in ("STOP", "AVOID") if level in levels), "CAUTION")
    return Finding(
        level=level,  # type: ignore[arg-type]
        where="plan, conditions",
        what=reading.question,
        why="Until it is confirmed the condition counts as in force with all its stages."
        if reading.at_its_level
        else "The condition stays in force.",
        source=_OWN,
        mend=reading.question_mend,
        key=f"{level} question {reading.name} {reading.place}",
        question=True,
        covers=Covered(condition=reading.held),
    )


# Contradictions and gaps


def _contradictions(held: ConditionInForce, condition: Condition) -> Iterator[Finding]:
    if condition.stop and (held.until is not None or held.ends):
        what = f"has an end, {in_words(min(_ends(held)))}. A STOP does not end by a date."
        mend = "Take it off the list with name, day and reason, or sign it off."
        yield _of_days("ERROR", held, condition, what, "It holds until somebody clears it.", mend, "stop end")
        return
    named: list[tuple[str, dt.date | None]] = [("", held.until), *((end.tag, end.until) for end in held.ends)]
    for tag, end in named:
        if end is not None and held.since is not None and end <= held.since:
            of = f" for {tag}" if tag else ""
            what = f"ends{of} on {in_words(end)}, before it began on {in_words(held.since)}."
            why = "Until it is mended it counts as in force with all its stages."
            yield _of_days("ERROR", held, condition, what, why, "Correct one of the two.", f"order {tag}".strip())
    known = sorted({*(tag for rule in condition.rules for tag in rule.tags), *_without_support(condition)})
    for tag in (end.tag for end in held.ends):
        if tag not in known:
            what = f"has an end for “{tag}”, and no rule of this condition has it."
            mend = did_you_mean(tag, known) or f"It has: {', '.join(known) or 'none'}."
            why = "Until it is mended it counts as in force with all its stages."
            yield _of_days("ERROR", held, condition, what, why, mend, f"tag {tag}")


def _without_support(condition: Condition) -> tuple[str, ...]:
    return condition.without_support.tags if condition.without_support else ()


def _missing(held: ConditionInForce, condition: Condition) -> list[str]:
    told = {"side": held.side, "region": held.region, "since": held.since}
    return [fact for fact in condition.needs if told[fact] is None]


_FACTS = {"side": "side", "region": "region", "since": "onset"}


def _needs(held: ConditionInForce, condition: Condition, missing: list[str]) -> Finding:
    names = [_FACTS[fact] for fact in missing]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    verb = "is" if len(names) == 1 else "are"
    what = f"{listed} {verb} not given."
    it = "it is" if len(names) == 1 else "they are"
    why = f"Every exercise is held to the strictest rule until {it}."
    return _of_days("CAUTION", held, condition, what, why, f"Add the {listed}.", f"needs {'+'.join(missing)}")


def _of_days(
    level: str, held: ConditionInForce, condition: Condition, what: str, why: str, mend: str, about: str
) -> Finding:
    key = f"{level} facts {held.condition} {about.replace(' ', '_')} {digest(held.model_dump_json())}"
    return Finding(level, "plan, conditions", f"{condition.name}: {what}", why, _OWN, mend, key)  # type: ignore[arg-type]


def _ends(held: ConditionInForce) -> list[dt.date]:
    return [end for end in (held.until, *(end.until for end in held.ends)) if end is not None]


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None
