"""The form in which a clinician writes an exercise of her own: its fields as text, empty or filled by an exercise."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from kit.library.exercise import Exercise, Source

DoseKind = Literal["", "reps", "hold", "time"]  # counted, held, or for a time
NO_SOURCE = "Own exercise of this clinic; no source."


class OwnForm(TypedDict):
    """The fields of the form. Several things of one kind stand a line each; numbers are text as it was typed.

    The three `no_…` say that there is none, which an empty field does not. `tags` are names, with `@other` or `@both`
    where they are not of the side that works. `drawn_as` is as of the exercise, empty for its own
    id. `photo` is the picture as base64 text of a JPEG, empty for none.
    """

    name: str
    patient_name: str
    purpose: str
    category: str
    region: str
    position: str
    muscles: str
    equipment: str
    helps: str
    no_equipment: bool
    sides: str
    kind: DoseKind
    sets: str
    reps: str
    hold_s: str
    tempo_s: str
    duration_s: str
    rest_set_s: str
    days_a_week: str
    times_a_day: str
    steps: str
    feel: str
    breathing: str
    mistakes: str
    safety: str
    precautions: str
    no_precautions: bool
    tags: list[str]
    no_tags: bool
    source: str
    drawn_as: str
    photo: str
    photo_alt: str


EMPTY: OwnForm = {
    "name": "",
    "patient_name": "",
    "purpose": "",
    "category": "",
    "region": "",
    "position": "",
    "muscles": "",
    "equipment": "",
    "helps": "",
    "no_equipment": False,
    "sides": "",
    "kind": "reps",
    "sets": "2",
    "reps": "",
    "hold_s": "",
    "tempo_s": "",
    "duration_s": "",
    "rest_set_s": "30",
    "days_a_week": "7",
    "times_a_day": "1",
    "steps": "",
    "feel": "",
    "breathing": "",
    "mistakes": "",
    "safety": "",
    "precautions": "",
    "no_precautions": False,
    "tags": [],
    "no_tags": False,
    "source": "",
    "drawn_as": "",
    "photo": "",
    "photo_alt": "",
}


def form_of(exercise: Exercise) -> OwnForm:
    """The form as the exercise fills it in; a placeholder is no answer, and its field is empty."""
    is_open = frozenset(exercise.needs_clinician)

    def said(field: str, text: str) -> str:
        return "" if field in is_open else text

    def lines(field: str) -> str:
        return said(field, "\n".join(getattr(exercise, field)))

    things = () if "equipment" in is_open else exercise.equipment
    tags = () if "tags" in is_open else exercise.tags
    source = own_source(exercise.sources)
    return {
        "name": exercise.name,
        "patient_name": exercise.patient_name if exercise.patient_name != exercise.name else "",
        "purpose": exercise.purpose,
        "category": said("category", exercise.category),
        "region": said("region", exercise.region),
        "position": said("position", exercise.position),
        "muscles": said("muscles", ", ".join(exercise.muscles.primary)),
        "equipment": "\n".join(thing.name for thing in things if not thing.optional),
        "helps": "\n".join(thing.name for thing in things if thing.optional),
        "no_equipment": not things and "equipment" not in is_open,
        "sides": said("sides", exercise.sides),
        **_dose(exercise, is_open="dose" in is_open),
        "steps": lines("steps"),
        "feel": said("feel", exercise.feel),
        "breathing": exercise.breathing,
        "mistakes": lines("mistakes"),
        "safety": lines("safety"),
        "precautions": lines("precautions"),
        "no_precautions": not exercise.precautions and "precautions" not in is_open,
        "tags": [tag.name if tag.limb == "lead" else f"{tag.name}@{tag.limb}" for tag in tags],
        "no_tags": not tags and "tags" not in is_open,
        "source": source.says if source and source.says != NO_SOURCE else "",
        "drawn_as": exercise.drawn_as or "",
        "photo": exercise.photo.jpeg if exercise.photo else "",
        "photo_alt": exercise.photo.alt if exercise.photo else "",
    }


class _Dose(TypedDict):
    kind: DoseKind
    sets: str
    reps: str
    hold_s: str
    tempo_s: str
    duration_s: str
    rest_set_s: str
    days_a_week: str
    times_a_day: str


def _dose(exercise: Exercise, *, is_open: bool) -> _Dose:
    """The usual dose in the fields of its kind; those of the other kinds are empty."""
    dose = exercise.dose
    kind: DoseKind = "time" if dose.duration_s else "hold" if dose.hold_s and not dose.tempo_s else "reps"

    def number(value: int | None, *kinds: DoseKind) -> str:
        return "" if is_open or not value or (kinds and kind not in kinds) else str(value)

    return {
        "kind": kind,
        "sets": number(dose.sets),
        "reps": number(dose.reps, "reps", "hold"),
        "hold_s": number(dose.hold_s, "hold", "reps"),
        "tempo_s": number(dose.tempo_s, "reps"),
        "duration_s": number(dose.duration_s, "time"),
        "rest_set_s": number(dose.rest_set_s),
        "days_a_week": number(exercise.days_a_week),
        "times_a_day": number(exercise.times_a_day),
    }


def own_source(sources: tuple[Source, ...]) -> Source | None:
    """The clinician's own word on where it is known from: the last that names no work."""
    return next((source for source in reversed(sources) if not source.key), None)
