"""What a form says, made into an exercise: checked at once, each fault told at the field that it is of.

What she leaves empty is not guessed: it is named in `needs_clinician`, as of an imported exercise, and no plan takes
the exercise before it is filled in. What the form does not ask, such as easier versions, stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kit.errors import ContentError, Fault, quoted
from kit.library.collections.draft import PLACEHOLDERS
from kit.library.exercise import Exercise, Source, TagsReviewed, Work, side_words_only
from kit.library.own_form import NO_SOURCE, DoseKind, OwnForm, form_of, own_source
from kit.model import parse
from kit.words.numbers import counted
from kit.words.text import NOTE, clean

_WHERE = "form"
_NUMBERS: Mapping[DoseKind, tuple[str, ...]] = {
    "": (),
    "reps": ("sets", "reps", "tempo_s", "hold_s", "rest_set_s"),
    "hold": ("sets", "reps", "hold_s", "rest_set_s"),
    "time": ("sets", "duration_s", "rest_set_s"),
}
_NEEDED: Mapping[DoseKind, tuple[str, ...]] = {
    "": (),
    "reps": ("reps", "tempo_s"),
    "hold": ("reps", "hold_s"),
    "time": ("duration_s",),
}
_WORK: Mapping[DoseKind, Work | None] = {"": None, "reps": "move", "hold": "hold", "time": "move"}
_UNSAID = {"sets": 1, "rest_set_s": 0, "reps": 1, "hold_s": 0, "tempo_s": 0, "duration_s": None}
_OFTEN = {"days_a_week": 7, "times_a_day": 1}
_DIGITS = re.compile(r"[0-9]{1,9}")
_HOME = {"id": "name", "sources": "source"}  # the field of the form for one of the exercise, where it has another name


def exercise_of(
    form: OwnForm, exercise_id: str, base: Exercise | None = None, reviewed: TagsReviewed | None = None
) -> Exercise:
    """The exercise that a form says, with what `base` has beyond the form. It is a draft, whatever `base` was.

    `reviewed` says who has looked where the form says that no tag applies. Raises `ContentError` with every fault,
    each `where` the name of its field of the form.
    """
    faults = list(_unwritten(form))
    numbers = dict(_read(form, faults))
    known = dict(_known(form, base, numbers))
    data: dict[str, Any] = base.model_dump() if base else {}
    data |= {**PLACEHOLDERS, **known, **dict(_always(form, base)), "id": exercise_id}
    data["drawn_as"] = _drawn_as(form, exercise_id)
    data |= {field: numbers.get(field, usual) for field, usual in _OFTEN.items()}
    data["tags_reviewed"] = reviewed.model_dump() if reviewed and form["no_tags"] else data.get("tags_reviewed")
    data["needs_clinician"] = tuple(field for field in PLACEHOLDERS if field not in known)
    data["work"] = _work(form, base)
    _let_go(data, base)
    try:
        made = parse(Exercise, data, _WHERE)
    except ContentError as error:
        told = {fault.what for fault in faults}
        others = (_at_field(fault, form) for fault in error.faults if fault.what not in told)
        raise ContentError([*faults, *others]) from None
    if faults:
        raise ContentError(faults)
    return made


def lines_of(text: str) -> list[str]:
    """Several things that stand a line each; empty lines are none."""
    return [line for one in text.splitlines() if (line := clean(one))]


def _unwritten(form: OwnForm) -> Iterator[Fault]:
    """What has to be there before anything can be kept."""
    if not clean(form["name"]):
        yield Fault("name", "the exercise has no name.", "Give it one.")
    if form["photo"] and not clean(form["photo_alt"]):
        yield Fault("photo_alt", "nothing says what the photo shows.", "Say it for who does not see it.")
    for none, what, held in (
        ("no_equipment", "equipment", form["equipment"] + form["helps"]),
        ("no_precautions", "precautions", form["precautions"]),
        ("no_tags", "tags", "".join(form["tags"])),
    ):
        if form[none] and clean(held):  # type: ignore[literal-required]
            yield Fault(what, "it says something, and that there is none.", "Take one of the two back.")
    for field in ("steps", "feel", "mistakes", "safety"):
        try:
            side_words_only([form[field]])
        except ValueError as error:
            yield Fault(field, str(error), "")
    if len(form["source"]) > NOTE:
        yield Fault(
            "source", f"it has {counted(len(form['source']), 'character')}, and at most {NOTE} fit.", "Shorten it."
        )


def _read(form: OwnForm, faults: list[Fault]) -> Iterator[tuple[str, int]]:
    """The numbers that were typed."""
    for field in (*_NUMBERS[form["kind"]], *_OFTEN):
        text = clean(str(form[field]))  # type: ignore[literal-required]
        if not text:
            continue
        if _DIGITS.fullmatch(text):
            yield field, int(text)
        else:
            faults.append(Fault(field, f"{quoted(text)} is no whole number.", "Write digits alone, such as 10."))


def _known(form: OwnForm, base: Exercise | None, numbers: Mapping[str, int]) -> Iterator[tuple[str, Any]]:
    """The fields of the exercise that are answered, of those that may be left open."""
    for field in ("category", "region", "position", "sides", "feel"):
        if text := clean(form[field]):
            yield field, text
    if steps := lines_of(form["steps"]):
        yield "steps", steps
    if muscles := [name for part in re.split(r"[,;\n]", form["muscles"]) if (name := clean(part))]:
        yield "muscles", {"primary": muscles, "secondary": base.muscles.secondary if base else ()}
    elif base and base.range:
        yield "muscles", {"secondary": base.muscles.secondary}
    needs, helps = lines_of(form["equipment"]), lines_of(form["helps"])
    if needs or helps or form["no_equipment"]:
        yield "equipment", [{"name": name, "optional": n >= len(needs)} for n, name in enumerate([*needs, *helps])]
    precautions = lines_of(form["precautions"])
    if precautions or form["no_precautions"]:
        yield "precautions", precautions
    if form["tags"] or form["no_tags"]:
        yield "tags", [_tag(text) for text in form["tags"]]
    if form["kind"] and all(clean(str(form[field])) for field in _NEEDED[form["kind"]]):  # type: ignore[literal-required]
        kept = base.dose.model_dump() if base else {}
        yield "dose", {**kept, **{name: numbers.get(name, usual) for name, usual in _UNSAID.items()}}


def _always(form: OwnForm, base: Exercise | None) -> Iterator[tuple[str, Any]]:
    """The fields that are never left open."""
    name = clean(form["name"])
    yield "name", name or "unnamed"
    yield "patient_name", clean(form["patient_name"]) or name or "unnamed"
    for field in ("purpose", "breathing"):
        yield field, form[field]
    for field in ("mistakes", "safety"):
        yield field, lines_of(form[field])  # type: ignore[literal-required]
    yield "sources", _sources(form, base)
    yield "photo", {"alt": clean(form["photo_alt"]) or "unnamed", "jpeg": form["photo"]} if form["photo"] else None


def _drawn_as(form: OwnForm, exercise_id: str) -> str | None:
    """None where it is drawn under its own id, or not at all."""
    return None if form["drawn_as"] in ("", exercise_id) else form["drawn_as"]


def _sources(form: OwnForm, base: Exercise | None) -> list[dict[str, Any]]:
    """Hers in the place of what she said before; works that are named stay."""
    says = clean(form["source"])
    own = Source(mark="G", says=says[:NOTE]) if says else Source(mark="D", says=NO_SOURCE)
    before = own_source(base.sources) if base else None
    others = [source for source in (base.sources if base else ()) if source is not before]
    kept = before if before and before.says == own.says else own
    return [source.model_dump() for source in (*others, kept)]


def _tag(text: str) -> dict[str, str]:
    name, at, limb = text.partition("@")
    return {"name": name, "limb": limb} if at else {"name": name}


def _work(form: OwnForm, base: Exercise | None) -> Work | None:
    """Whether the effort is held still or moves: what the kind of dose says, unless `base` knew better."""
    if base and base.work and form["kind"] == form_of(base)["kind"]:
        return base.work
    return _WORK[form["kind"]]


def _let_go(data: dict[str, Any], base: Exercise | None) -> None:
    """What `base` said of steps or sides that are no more."""
    if base and tuple(data["steps"]) != base.steps:
        data["phases"], data["card"] = (), None
    steps = {clean(step) for step in data["steps"]}
    data["careful"] = tuple(swap for swap in data.get("careful", ()) if swap["step"] in steps)
    if data["sides"] == "both":
        data["turn"] = ""
    if (data.get("arc_step") or 0) > len(data["steps"]):
        data["arc"] = data["arc_joint"] = data["arc_step"] = None


def _at_field(fault: Fault, form: OwnForm) -> Fault:
    """The fault of an exercise, told at the field of the form."""
    field, *rest = fault.where.removeprefix(_WHERE).removeprefix(", ").split(".")
    inner = next((part for part in rest if not part.isdecimal()), "")
    number = next((int(part) for part in rest if part.isdecimal()), None)
    match field:
        case "dose" if inner:
            field = inner
        case "dose":  # all that can be wrong with numbers that are each right
            seconds = "hold_s" if form["kind"] == "hold" else "tempo_s"
            return Fault(seconds, "once takes no time.", "Write how many seconds it takes.")
        case "photo":
            field = "photo_alt" if inner == "alt" else "photo"
        case "equipment" if number is not None and number >= len(lines_of(form["equipment"])):
            field = "helps"
    told = f"line {number + 1}: {fault.what}" if number is not None and field not in ("tags", "sources") else fault.what
    return Fault(_HOME.get(field, field), told, fault.mend)
