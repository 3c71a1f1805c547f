"""A report made into a folder in one call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

import pandas as pd

from kit.clinic import Clinic, Paper
from kit.diary.aside import Aside
from kit.diary.read import Diary, frame
from kit.files import write_atomic
from kit.followup.signs import Dealt
from kit.followup.summary import Asked, Summary, summarise
from kit.given import checked
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.reports.figure import to_csv
from kit.reports.page import Page
from kit.reports.pdf import to_pdf
from kit.reports.report import Look, page

Format = Literal["pdf", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True)
class FollowUpReport:
    """What was made: the `paths` of its files, and the `page` that they tell."""

    paths: tuple[Path, ...]
    page: Page = field(repr=False)


@checked
def follow_up_report(
    versions: Sequence[Plan],
    rows: Sequence[Diary] | pd.DataFrame,
    library: Library,
    as_of: dt.date,
    folder: str | PathLike[str],
    *,
    since: dt.date | None = None,
    clinic: Clinic | None = None,
    name: str = "",
    paper: Paper | None = None,
    grey: bool = False,
    formats: Sequence[Format] = FORMATS,
    dealt: Sequence[Dealt] = (),
    refused: int | None = None,
    asides: Sequence[Aside] = (),
    today: dt.date | None = None,
) -> FollowUpReport:
    """The follow-up of one plan as one page (PDF) and the same numbers as a table (CSV), into `folder`.

    `versions` and `rows` are as for `measure`, `since` the first day of the period. `name` is printed on the page and
    in nothing else. `dealt` are the signs for help that somebody has signed for. How many rows were refused is known
    from diaries; of a frame, say it as `refused`, and their signs and notes as `asides`. The files bear the plan's code
    and the day, and replace those of the same plan and day. With `today`, `as_of` may
    not be after it. The same follow-up gives the same bytes.

    Raises `ContentError` as `measure` does, and `MachineError` where the folder cannot be written.
    """
    if not isinstance(rows, pd.DataFrame):
        asides = [*asides, *(reject.aside for diary in rows for reject in diary.rejects if reject.aside)]
        refused = sum(len(diary.rejects) for diary in rows) if refused is None else refused
        rows = pd.concat([frame([]), *(diary.rows for diary in rows)])
    clinic = clinic or Clinic()
    asked = Asked(as_of, since, today=today)
    summary = summarise(versions, rows, library, asked, dealt=dealt, settings=clinic.settings, asides=asides)
    made = page(summary, library, clinic, name=name, refused=refused or 0, look=Look(paper, grey))
    files = {Path(folder) / name: content for name, content in report_files(summary, made, formats).items()}
    for path, content in files.items():
        write_atomic(path, content)
    return FollowUpReport(tuple(files), made)


def report_files(summary: Summary, made: Page, formats: Sequence[Format] = FORMATS) -> dict[str, bytes]:
    """The files of the report of this follow-up by their names, which say what was looked at."""
    asked = summary.asked
    version = "" if asked.version is None else f"-v{asked.version}"
    stem = f"report-{summary.plan.code}{version}-{asked.as_of}"
    return {f"{stem}.{one}": _painted(made, one) for one in FORMATS if one in formats}


def _painted(made: Page, one: Format) -> bytes:
    return to_pdf(made) if one == "pdf" else to_csv(made.figures)
