"""A version that was begun over unread notes asks for a fresh look at the red-flag screen."""

from __future__ import annotations

import datetime as dt

from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.check import findings

START, LATER = dt.date(2026, 6, 1), dt.date(2026, 6, 10)


def asked(library: Library, four: Plan, unread: int | None, screened: dt.date) -> list[tuple[str, bool]]:
    context = four.context.model_copy(update={"red_flags_screened": START})
    before = finalised(resolve(four.model_copy(update={"context": context}), library), "A. Physio", START)
    draft = before.new_version(LATER, on=LATER)
    assert draft.replaces
    draft = draft.model_copy(
        update={
            "replaces": draft.replaces.model_copy(update={"unread": unread}),
            "context": draft.context.model_copy(update={"red_flags_screened": screened}),
        }
    )
    found = findings(resolve(draft, library), LATER, before)
    return [(one.what, one.question) for one in found if " unread " in one.key]


def test_unread_notes_ask_until_the_screen_is_of_a_later_day(library: Library, four: Plan) -> None:
    """A question and no ERROR; where every note was read there is none, and a fresh screen ends it."""
    said = "2 notes of the patient's diary unread when this version was begun."
    assert asked(library, four, 2, START) == [(said, True)]
    assert asked(library, four, 2, LATER) == []
    assert asked(library, four, None, START) == []
