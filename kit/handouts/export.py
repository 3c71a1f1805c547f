"""A handout as files, by their path: each painter's own. `kit.handouts.folder` puts them into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kit.clinic import Clinic
from kit.diary.template import diary_csv
from kit.errors import Fault, KitError
from kit.files import read_bytes
from kit.handouts.calendar import NOTHING, calendar_ics
from kit.handouts.clock import clinic_times
from kit.handouts.document import document
from kit.handouts.folder import plan_in
from kit.handouts.page.page import session_html
from kit.handouts.page.shape import Asks
from kit.handouts.parts import CALENDAR, CARE_PLAN, DIARY, PAGE, PDF, PLAN, TABLE
from kit.handouts.pdf import to_pdf
from kit.handouts.sent import Sent, read_sent
from kit.handouts.style import Style
from kit.handouts.table import to_csv
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.record.bundle import careplan_json
from kit.words.catalogue import Catalogue


def files(
    plan: ResolvedPlan,
    clinic: Clinic,
    name: str = "",
    style: Style = Style(),
    since: ResolvedPlan | None = None,
    earlier: Mapping[str, Sent] = NOTHING,
) -> dict[str, bytes]:
    """Every file of the export by its path below the folder; the same plan gives the same bytes.

    `name` is printed in the PDF and the page only. `since` is an earlier version: the handout says what is new,
    and the calendar takes back what is no longer planned. `earlier` are the events that were handed out before, see
    `sent_before`. Raises `PlanError` for a plan that cannot be handed out.
    """
    words = Catalogue(clinic.locale)
    at_home = plan.sound().told_in(words)
    before = since and since.told_in(words)
    told = document(at_home, clinic, name, style, before)
    pen = style.diary or clinic.diary
    asks: Asks = "full" if pen == "full" else "brief"
    # The page has a diary of its own, whether a sheet for a pen is printed or not.
    on_screen = told if pen != "none" else document(at_home, clinic, name, replace(style, diary="brief"), before)
    return {
        PDF: to_pdf(told),
        PAGE: session_html(on_screen, at_home, words, asks=asks, palette=style.palette).encode(),
        CALENDAR: calendar_ics(
            [at_home] if before is None else [before, at_home],
            clinic,
            words,
            times=clinic_times(clinic, plan.plan.start.year),
            earlier=earlier,
        ),
        TABLE: to_csv(at_home, words),
        DIARY: diary_csv(at_home, words),
        PLAN: to_document(plan.plan).encode(),
        CARE_PLAN: careplan_json(plan, clinic, words).encode(),
    }


def sent_before(folder: Path, plan: Plan) -> tuple[Mapping[str, Sent], tuple[Fault, ...]]:
    """The events of `plan` that the handout in `folder` has sent, and why they cannot be known."""
    path = folder / CALENDAR
    try:
        kept = plan_in(folder)
        if kept is None or kept.code != plan.code or not path.is_file():
            return NOTHING, ()
    except (KitError, OSError):  # such a folder is refused, with its reason, when the handout is put there
        return NOTHING, ()
    try:
        return read_sent(read_bytes(path), plan, str(path)), ()
    except KitError as error:
        return NOTHING, error.faults
