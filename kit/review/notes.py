"""What the clinician wrote down beside the list: that nothing looks at it, or that the list has it.

A note that is just a condition's own name is an ERROR: the list has it. One that names a condition by another word, or
among others, is asked about at AVOID at most; the answer is for the note as it is written, and is carried along.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.library.condition_notes import conditions_named, is_condition
from kit.plan.issue import Covered
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.reading import digest
from kit.review.strictest import strictest_noted, who_answers
from kit.words.text import is_blank

_OWN = "design choice (D)"
_WHERE = "plan, conditions"


def notes(case: Case) -> Iterator[Finding]:
    """At least one finding for each note that says anything."""
    for text in case.plan.context.unlisted:
        if not is_blank(text):
            yield from _note(text, case)


def _note(text: str, case: Case) -> Iterator[Finding]:
    known = case.rules.conditions
    meant = next((condition.name for key, condition in known.items() if is_condition(key, text)), None)
    if meant:
        what, mend = f"“{text}” is a known condition.", f"Choose “{meant}” from the list."
        key = f"ERROR {_WHERE} {what}"[:200]
        yield Finding("ERROR", _WHERE, what, "It cannot be checked.", _OWN, mend, key)
        return
    named = conditions_named(text)
    if named:
        yield _named(text, named, case)
    what, why = f"“{text}”: no rule covers this.", "It is kept with the plan, and nothing is checked against it."
    yield Finding("INFO", _WHERE, what, why, _OWN, "Judge it yourself.", f"INFO unlisted plan {text}"[:200])


def _named(text: str, named: list[str], case: Case) -> Finding:
    """Whether the note is about a condition that the list has; its answer is for these very words."""
    known = case.rules.conditions
    level = strictest_noted(named, case)
    names = " or ".join(f"“{known[key].name}”" for key in named[:3])
    return Finding(
        level=level,
        where=_WHERE,
        what=f"the note “{text}” may mean {names}, which the list has.",
        why="No rule looks at a note.",
        source=_OWN,
        mend=f"Choose it from the list, or {who_answers(level, 'that it is something else')}.",
        key=f"{level} question note {named[0]} {digest(' '.join((text, *named)))}",
        question=True,
        covers=Covered(),
    )
