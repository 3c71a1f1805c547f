"""A handout as files: what goes home under `patient/`, what stays in the clinic under `record/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kit.clinic import Clinic
from kit.diary.entries import has_entries
from kit.diary.template import diary_csv
from kit.errors import Fault, MachineError, OverwriteError
from kit.files import read_bytes, write_atomic
from kit.handout.calendar import Times, calendar_ics
from kit.handout.careplan.bundle import careplan_json
from kit.handout.document import document
from kit.handout.language import in_language
from kit.handout.page.page import session_html
from kit.handout.pdf import to_pdf
from kit.handout.style import Style
from kit.handout.table import to_csv
from kit.library.library import Library
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.words.catalogue import Catalogue

PDF = "patient/handout.pdf"
TABLE = "patient/handout.csv"
DIARY = "patient/diary.csv"
PAGE = "patient/session.html"
CALENDAR = "patient/calendar.ics"
PLAN = "record/plan.json"
CARE_PLAN = "record/careplan.json"


def files(
    plan: Plan,
    library: Library,
    clinic: Clinic,
    name: str = "",
    style: Style = Style(),
    since: Plan | None = None,
) -> dict[str, bytes]:
    """Every file of the export by its path below the folder; the same plan gives the same bytes.

    `name` is printed in the PDF and the page only. `since` is an earlier version: the handout says what is new,
    and the calendar takes back what is no longer planned. Raises `PlanError` for a plan that cannot be handed out.
    """
    words = Catalogue(clinic.locale)
    told = document(plan, library, clinic, name, style, since)
    at_home, known = in_language(plan, library, words)
    before = [in_language(since, library, words)[0]] if since else []
    return {
        PDF: to_pdf(told),
        PAGE: session_html(plan, library, clinic, name, palette=style.palette, since=since).encode(),
        CALENDAR: calendar_ics(
            [*before, at_home],
            known,
            clinic,
            words,
            times=Times(zone=clinic.time_zone or None),
        ),
        TABLE: to_csv(at_home, known, words),
        DIARY: diary_csv(at_home, known, words),
        PLAN: to_document(plan).encode(),
        CARE_PLAN: careplan_json(plan, library, clinic, words).encode(),
    }


def write(folder: Path, made: Mapping[str, bytes]) -> list[Path]:
    """The files into `folder`. Raises `OverwriteError`, and writes nothing, when a filled diary is in the way."""
    diary = folder / DIARY
    if DIARY in made and _stands(diary) and read_bytes(diary) != made[DIARY] and has_entries(diary):
        fault = Fault(str(diary), "has entries and is not overwritten.", "Move it, or choose another folder.")
        raise OverwriteError(fault)
    for path, content in made.items():
        write_atomic(folder / path, content)
    return [folder / path for path in made]


def _stands(path: Path) -> bool:
    """Whether something is at `path`. Raises `MachineError` for a name that the machine refuses."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise MachineError(Fault(str(path), f"cannot be read: {error.strerror}.", "Choose another folder.")) from None
    return True
