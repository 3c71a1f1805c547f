"""The headings of a table of exercises: the kit's columns, and what people call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kit.errors import ContentError, Fault
from kit.model import did_you_mean
from kit.tabular import plain_name
from kit.words.text import clip

TEXTS = (
    "name",
    "patient_name",
    "category",
    "region",
    "position",
    "sides",
    "lead_side",
    "lead_is",
    "purpose",
    "feel",
    "breathing",
)
LISTS = ("aliases", "regions", "equipment", "steps", "mistakes", "precautions", "tags")
MUSCLES = ("muscles", "muscles_secondary")
DOSE = (
    "sets",
    "reps",
    "hold_s",
    "tempo_s",
    "rest_rep_s",
    "rest_set_s",
    "setup_s",
    "switch_s",
    "duration_s",
    "load_kg",
    "band",
)
FREQUENCY = ("days_a_week", "times_a_day")
LICENCE = ("licence", "author", "licence_url")
RECORD = ("record", "link")
COLUMNS = (*TEXTS, *LISTS, *MUSCLES, *DOSE, *FREQUENCY, *LICENCE, *RECORD)
_CALLED = {
    "name": "exercise, exercise_name, exercise_title, name_of_exercise, title, movement",
    "patient_name": "patient_title, name_for_patient, plain_name, display_name",
    "category": "kind, type, exercise_type, exercise_category, exercise_kind",
    "region": "body_part, bodypart, body_region, body_area, area, joint, target_area",
    "position": "starting_position, start_position, body_position",
    "sides": "side, laterality",
    "purpose": "what_for, aim, goal, benefit, benefits",
    "feel": "you_should_feel, what_you_feel, sensation",
    "aliases": "alias, other_name, other_names, also_called, also_known_as, aka, synonyms",
    "equipment": "equipment_needed, needs, props",
    "steps": "instructions, instruction, step, description, how_to, how_to_do_it, directions, technique, procedure",
    "mistakes": "mistake, common_mistakes, errors, common_errors",
    "precautions": "precaution, contraindications, cautions, warnings",
    "tags": "movement_tags",
    "muscles": "muscle, primary_muscle, primary_muscles, main_muscles, target_muscle, target_muscles, muscle_group",
    "muscles_secondary": "secondary_muscle, secondary_muscles, other_muscles, further_muscles",
    "sets": "set, number_of_sets, no_of_sets",
    "reps": "rep, repetition, repetitions, reps_per_set, number_of_reps, no_of_reps",
    "hold_s": "hold, hold_sec, hold_secs, hold_seconds, hold_time, hold_time_s, hold_time_sec, hold_time_seconds",
    "tempo_s": "seconds_per_rep, seconds_a_rep, rep_seconds",
    "rest_rep_s": "rest_between_reps_s, rest_between_reps_sec, rest_between_reps_seconds",
    "rest_set_s": "rest, rest_s, rest_sec, rest_secs, rest_seconds, rest_time, rest_between_sets, rest_between_sets_s"
    ", rest_between_sets_sec, rest_between_sets_seconds",
    "duration_s": "duration, duration_sec, duration_secs, duration_seconds, time",
    "load_kg": "load, weight, weight_kg",
    "band": "resistance_band, band_colour, band_color",
    "days_a_week": "days_per_week, days_week, frequency_per_week, times_a_week, times_per_week, frequency",
    "times_a_day": "times_per_day, times_day, sessions_per_day, sessions_a_day",
    "licence": "license",
    "licence_url": "license_url",
    "record": "id, record_id, exercise_id, uuid",
    "link": "url, video, video_url, video_link, website, web_address",
}
OTHER_NAMES = {name: column for column, names in _CALLED.items() for name in names.split(", ")}
# Headings that leave the unit open: 2 may be seconds or minutes, kilograms or pounds.
_NO_UNIT = frozenset({"rest", "rest_time", "rest_between_sets", "duration", "time", "load", "weight", "frequency"})


@dataclass(frozen=True)
class Headings:
    """A column of the kit for each cell of a row, "" for one that is ignored; `no_unit` are to say their unit."""

    columns: tuple[str, ...]
    no_unit: frozenset[str]
    faults: tuple[Fault, ...]


def plain(heading: str) -> str:
    """A column's name however it was typed: "Patient Name " is patient_name, "Hold (sec)" hold_s."""
    name = _folded(heading)
    return OTHER_NAMES.get(name, name)


def headings(cells: Sequence[str], where: str) -> Headings:
    """What each cell of the first row heads. Raises `ContentError` without a name, and for a column given twice.

    Of two headings that people use for one column the kit's own counts, else the first; the other is told.
    """
    folded = [_folded(cell) for cell in cells]
    twice = [name for name in COLUMNS if folded.count(name) > 1]
    faults = [Fault(where, f"the column “{name}” stands {folded.count(name)} times.", "Keep one.") for name in twice]
    if "name" not in map(plain, cells):
        faults.append(Fault(where, "there is no column “name”.", "Give each exercise a name; all else may be missing."))
    if faults:
        raise ContentError(faults)
    taken = {name: at for at, name in enumerate(folded) if name in COLUMNS}
    for at, name in enumerate(folded):
        taken.setdefault(OTHER_NAMES.get(name, name), at)
    columns = tuple(
        name if taken.get(name) == at and name in COLUMNS else "" for at, name in enumerate(map(plain, cells))
    )
    told = (_ignored(cell, where) for cell, column in zip(cells, columns, strict=True) if cell.strip() and not column)
    no_unit = frozenset(c for c, name in zip(columns, folded, strict=True) if c and name in _NO_UNIT)
    return Headings(columns, no_unit, tuple(told))


def _ignored(cell: str, where: str) -> Fault:
    name, shown = plain(cell), clip(cell, 60)
    if name in COLUMNS:
        what = f"the column “{shown}” says the same as another, “{name}”, and is ignored."
        return Fault(where, what, "Put what you need of both into one.")
    near = did_you_mean(name, COLUMNS) or "Move what you need into a column of the kit."
    return Fault(where, f"the column “{shown}” is not known and is ignored.", near)


def _folded(heading: str) -> str:
    return re.sub(r"[\W_]+", "_", plain_name(heading)).strip("_")
