"""The blank diary of a plan in one call, for who fills it by code or sends it by a way of their own."""

from __future__ import annotations

from kit.clinic import Clinic
from kit.diary.template import diary_csv
from kit.given import checked
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue


@checked
def blank_diary(plan: Plan, library: Library, *, clinic: Clinic | None = None) -> bytes:
    """The diary of `plan` as it goes home: the bytes of its CSV, as in the handout, in the language of `clinic`.

    UTF-8 with a byte order mark; a row for each item, day and side; the answers are empty. The same plan gives the
    same bytes. Raises `PlanError` for a plan that cannot be handed out.

    >>> library = kit.Library.load()
    >>> plan = kit.template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1))
    >>> blank_diary(plan, library).decode("utf-8-sig").count(plan.code)
    224
    """
    words = Catalogue((clinic or Clinic()).locale)
    return diary_csv(resolve(plan, library).sound().told_in(words), words)
