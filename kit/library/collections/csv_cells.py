"""The cells of a table of exercises: words however they are written, and numbers with the unit of their column."""

from __future__ import annotations

import re
from typing import get_args

from kit.errors import ContentError, Fault
from kit.library.exercise import CATEGORIES, REGIONS, Side
from kit.model import did_you_mean
from kit.tabular import plain_name
from kit.words.dose import Sides

_WORDS = {  # what a cell may say in place of the kit's word, where that is beyond doubt
    "category": {
        "stretching": "stretch",
        "stretches": "stretch",
        "strengthening": "strength",
        "mobilisation": "mobility",
        "mobilization": "mobility",
        "cardio": "aerobic",
        "aerobics": "aerobic",
    },
    "region": {
        "ankle": "ankle_foot",
        "foot": "ankle_foot",
        "ankle_and_foot": "ankle_foot",
        "lower_back": "low_back",
        "lumbar_spine": "low_back",
        "thoracic_spine": "thoracic",
        "upper_back": "thoracic",
        "wrist": "wrist_hand",
        "hand": "wrist_hand",
        "wrist_and_hand": "wrist_hand",
        "elbows": "elbow",
        "hips": "hip",
        "knees": "knee",
        "shoulders": "shoulder",
    },
    "sides": {"each_side": "each", "per_side": "each", "left_side": "left", "right_side": "right"},
    "lead_side": {},
}
_WORDS["regions"] = _WORDS["region"]
KNOWN: dict[str, tuple[str, ...]] = {
    "category": CATEGORIES,
    "region": REGIONS,
    "regions": REGIONS,
    "sides": get_args(Sides),
    "lead_side": get_args(Side),
}
_SECONDS = {"s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60, "minute": 60, "minutes": 60}
_UNITS: dict[str, dict[str, int]] = {
    "sets": dict.fromkeys(("x", "set", "sets"), 1),
    "reps": dict.fromkeys(("x", "rep", "reps", "repetition", "repetitions", "times"), 1),
    "load_kg": dict.fromkeys(("kg", "kgs"), 1),
    "days_a_week": dict.fromkeys(
        (
            *("day", "days", "x a week", "x per week", "x/week", "times a week", "times per week", "days a week"),
            *("days per week", "days/week"),
        ),
        1,
    ),
    "times_a_day": dict.fromkeys(("x", "times", "x a day", "x per day", "x/day", "times a day", "times per day"), 1),
}
_NUMBER = re.compile(r"(-?\d{1,9}(?:[.,]\d{1,9})?)\s*(\D*)", re.ASCII)


def entries_of(cell: str) -> list[str]:
    """The entries of a cell, on lines of their own or parted by "|". The word "none" is none at all."""
    if cell.casefold() == "none":
        return []
    return [entry.strip() for entry in re.split(r"[|\r\n]+", cell) if entry.strip()]


def word(cell: str, column: str) -> str:
    """A word of a fixed list: "Low Back" is low_back, "Stretching" stretch; any other as it is, to be refused."""
    name = re.sub(r"[\W_]+", "_", plain_name(cell)).strip("_")
    said = _WORDS[column].get(name, name)
    return said if said in KNOWN[column] else cell


def number(cell: str, column: str, *, needs_unit: bool = False) -> int | float | str:
    """The number in a cell, with a unit where it has one: "30 s", "2 min", "10x"; any other as it is, to be refused.

    `needs_unit`: the heading says none, so that a bare number could be of two.
    """
    found = _NUMBER.fullmatch(cell)
    if not found:
        return cell
    unit = " ".join(found[2].casefold().split()).rstrip(".")
    times = _units(column).get(unit, 0 if needs_unit or unit else 1)
    if not times:
        return cell
    digits = found[1].replace(",", ".")
    if "." not in digits:
        return int(digits) * times
    value = float(digits) * times
    return int(value) if times > 1 and value.is_integer() else value  # 1.5 min are 90 s


def _units(column: str) -> dict[str, int]:
    return _SECONDS if column.endswith("_s") else _UNITS.get(column, {})


def tag(text: str, known: set[str], where: str) -> dict[str, str]:
    """ "single_leg@other" as a tag. Raises `ContentError` for an unknown one."""
    name, _, limb = text.partition("@")
    if name not in known:
        mend = did_you_mean(name, sorted(known)) or "Use a movement tag of the kit."
        raise ContentError(Fault(f"{where}, tags", f"“{name}” is not a known movement tag.", mend))
    return {"name": name, "limb": limb} if limb else {"name": name}
