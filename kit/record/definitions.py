"""The extensions of the kit's own, as FHIR StructureDefinitions: `data/fhir/`, for whoever checks or reads a record.

`python -m kit.record.definitions` writes the files again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.files import PUBLIC, write_atomic
from kit.places import data_dir
from kit.record.names import URN, Json

BASE = "http://hl7.org/fhir/StructureDefinition/Extension"


@dataclass(frozen=True)
class Part:
    """One value of an extension: its name, the FHIR types it may have, how often it stands, and what it says."""

    name: str
    types: tuple[str, ...]
    short: str
    least: int = 0
    most: str = "1"


@dataclass(frozen=True)
class Definition:
    """An extension of what `on` names, once or `most` times; without parts its value is a text."""

    name: str
    on: str
    short: str
    parts: tuple[Part, ...] = ()
    most: str = "1"

    @property
    def url(self) -> str:
        return f"{URN}:{self.name}"


def _seconds(name: str, short: str) -> Part:
    return Part(name, ("Quantity",), f"{short}, in seconds")


_PLACE = (
    Part("week", ("integer",), "week of the plan, from 1", 1),
    Part("date", ("date",), "the day; none where the patient wrote none"),
    Part("slot", ("integer",), "session of the day, from 1", 1),
)

DOSE = Definition(
    "dose",
    "ServiceRequest",
    "How much of an exercise: each number under the name that a plan file has it by",
    (
        Part("sets", ("integer",), "sets", 1),
        Part("reps", ("integer",), "repetitions a set", 1),
        _seconds("hold_s", "how long a repetition is held"),
        _seconds("tempo_s", "how long a repetition takes"),
        _seconds("rest_rep_s", "rest between repetitions"),
        _seconds("rest_set_s", "rest between sets"),
        _seconds("setup_s", "time to get ready"),
        _seconds("switch_s", "time to change sides"),
        _seconds("duration_s", "how long it goes on, for what is not counted"),
        Part("load_kg", ("Quantity",), "weight, in kilograms"),
        Part("band", ("string",), "which elastic band"),
        Part("effort_target", ("integer",), "how hard it should be, 0 to 10"),
        Part("sides", ("code",), "which sides are done", 1),
        Part("lead_side", ("code",), "the side that goes first", 1),
        Part("days_a_week", ("integer",), "on how many days a week", 1),
        Part("times_a_day", ("integer",), "how often a day", 1),
    ),
)
DONE = Definition(
    "done",
    "Procedure",
    "A row of the patient's diary, under the names of its columns",
    (
        Part("item_id", ("string",), "which item of the plan", 1),
        Part("side", ("code",), "left, right or both", 1),
        *_PLACE,
        Part("status", ("code",), "done, partial or not_done; none where the patient did not say"),
        Part("sets_done", ("integer",), "sets that were done"),
        Part("reps_done", ("integer",), "repetitions of each set, of each but the last where that one is told apart"),
        Part("reps_last_set", ("integer",), "repetitions of the last set"),
        _seconds("hold_done_s", "how long it was held"),
        Part("load_kg", ("Quantity",), "weight, in kilograms"),
        Part("help_sign", ("string",), "a sign for which to get help, as the patient told it"),
        Part("note", ("string",), "what the patient wrote"),
        Part("started_at", ("string",), "when it began, where that is no moment that FHIR can write"),
        Part("logged_at", ("dateTime", "string"), "when it was written down"),
    ),
)
TOLD = Definition(
    "told",
    "Observation",
    "The rows of the diary that tell what was observed of their session",
    (*_PLACE, Part("row", ("string",), "item and side of a row, such as i1/left", 1, "*")),
)
PAUSE = Definition(
    "pause",
    "CarePlan",
    "Days on which nothing of the plan is done",
    (Part("period", ("Period",), "first and last day", 1), Part("reason", ("code",), "why", 1)),
    "*",
)
NOTICE = Definition("notice", "Bundle.meta", "The notice of a code system that is used", most="*")
DEFINITIONS = (DOSE, DONE, TOLD, PAUSE, NOTICE)


def structure_definition(one: Definition) -> Json:
    """The definition as FHIR has it: what it adds to an extension of the standard."""
    return {
        "resourceType": "StructureDefinition",
        "id": f"homestretch-{one.name}",
        "url": one.url,
        "name": f"Homestretch{one.name.capitalize()}",
        "title": one.short,
        "status": "active",
        "fhirVersion": "4.0.1",
        "kind": "complex-type",
        "abstract": False,
        "context": [{"type": "element", "expression": one.on}],
        "type": "Extension",
        "baseDefinition": BASE,
        "derivation": "constraint",
        "differential": {"element": list(_elements(one))},
    }


def _elements(one: Definition) -> Iterator[Json]:
    path = "Extension"
    yield {"id": path, "path": path, "short": one.short, "min": 0, "max": one.most}
    if one.parts:
        least = sum(part.least for part in one.parts)
        slices = {"discriminator": [{"type": "value", "path": "url"}], "ordered": False, "rules": "closed"}
        yield {"id": f"{path}.extension", "path": f"{path}.extension", "slicing": slices, "min": least}
        for part in one.parts:
            yield from _slice(part)
        yield _fixed(f"{path}.url", f"{path}.url", one.url)
        yield {"id": f"{path}.value[x]", "path": f"{path}.value[x]", "max": "0"}
    else:
        yield {"id": f"{path}.extension", "path": f"{path}.extension", "max": "0"}
        yield _fixed(f"{path}.url", f"{path}.url", one.url)
        yield {"id": f"{path}.value[x]", "path": f"{path}.value[x]", "min": 1, "type": [{"code": "string"}]}


def _slice(part: Part) -> Iterator[Json]:
    path, name = "Extension.extension", f"Extension.extension:{part.name}"
    about = {"sliceName": part.name, "short": part.short, "min": part.least, "max": part.most}
    yield {"id": name, "path": path, **about}
    yield {"id": f"{name}.extension", "path": f"{path}.extension", "max": "0"}
    yield _fixed(f"{name}.url", f"{path}.url", part.name)
    types = [{"code": kind} for kind in part.types]
    yield {"id": f"{name}.value[x]", "path": f"{path}.value[x]", "min": 1, "type": types}


def _fixed(name: str, path: str, url: str) -> Json:
    return {"id": name, "path": path, "fixedUri": url}


def definition_files() -> dict[Path, bytes]:
    """The files, each by its place."""
    return {
        data_dir() / "fhir" / f"StructureDefinition-homestretch-{one.name}.json": (
            json.dumps(structure_definition(one), ensure_ascii=False, indent=2) + "\n"
        ).encode()
        for one in DEFINITIONS
    }


if __name__ == "__main__":
    for path, content in definition_files().items():
        path.parent.mkdir(exist_ok=True)
        write_atomic(path, content, PUBLIC)
