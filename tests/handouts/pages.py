"""The session page of a plan, made as an export makes it."""

from __future__ import annotations

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.page import page
from kit.handouts.page.shape import Asks
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue


def session_html(
    plan: Plan,
    library: Library,
    clinic: Clinic,
    name: str = "",
    pictures: page.Pictures | None = None,
    asks: Asks = "brief",
) -> str:
    words = Catalogue(clinic.locale)
    known = resolve(plan, library).told_in(words)
    return page.session_html(document(known, clinic, name), known, words, pictures, asks)
