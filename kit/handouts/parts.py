"""The files of which a handout is a set, by their paths below its folder: `patient/` goes home, `record/` stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PDF = "patient/handout.pdf"
TABLE = "patient/handout.csv"
DIARY = "patient/diary.csv"
PAGE = "patient/session.html"
CALENDAR = "patient/calendar.ics"
PLAN = "record/plan.json"
CARE_PLAN = "record/careplan.json"
SET = frozenset({PDF, TABLE, DIARY, PAGE, CALENDAR, PLAN, CARE_PLAN})
HALVES = ("patient", "record")
CLUTTER = {".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints"}  # made by programs, missed by nobody


def foreign(folder: Path) -> Iterator[Path]:
    """What stands in `folder` where a set belongs and is none of its files. Raises `OSError` where one may not look."""
    for half in HALVES:
        place = folder / half
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            yield place
        elif place.exists():
            for path in sorted(place.iterdir()):
                plain = path.is_file() and not path.is_symlink()
                if path.name not in CLUTTER and not (plain and f"{half}/{path.name}" in SET):
                    yield path
