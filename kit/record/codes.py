"""Codes of other systems: `data/codes.toml`, what they mean, and which of them may be sent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from kit.files import read_toml
from kit.library.exercise import Mark
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.text import Line, Name, Note

Json = dict[str, Any]


class System(Model):
    """A code system; without its `notice` none of its codes is sent."""

    name: Name
    uri: Name
    notice: Note = ""


class Code(Model):
    """What the kit calls `meaning`, in another system; sent when its evidence mark is V."""

    meaning: Name
    system: Name
    code: Name
    display: Name
    mark: Mark
    seen: Line = ""


class Codes(Model):
    """The mapping file. An empty one sends no codes but the kit's own."""

    systems: dict[str, System] = Field(default_factory=dict)
    codes: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _systems_exist(self) -> Codes:
        unknown = sorted({code.system for code in self.codes} - self.systems.keys())
        if unknown:
            raise ValueError(f"system {', '.join(unknown)} is not described. Add it under [systems].")
        meanings = [code.meaning for code in self.codes]
        twice = sorted({m for m in meanings if meanings.count(m) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)} has two codes. Keep one of them.")
        return self

    def coding(self, meaning: str) -> list[Json]:
        """The FHIR Coding of `meaning`, or an empty list where no code may be sent."""
        return [
            {"system": self.systems[code.system].uri, "code": code.code, "display": code.display}
            for code in self._sent()
            if code.meaning == meaning
        ]

    def quantity(self, value: float, unit: str) -> Json:
        """A FHIR Quantity; its unit is coded where a code may be sent."""
        coded = [{"system": c["system"], "code": c["code"]} for c in self.coding(unit)]
        return {"value": value, "unit": unit, **(coded[0] if coded else {})}

    def notices(self, uris: set[str]) -> list[str]:
        """The notices of the systems among `uris`, in the order of the file."""
        return [system.notice for system in self.systems.values() if system.uri in uris and system.notice]

    def _sent(self) -> Iterator[Code]:
        return (code for code in self.codes if code.mark == "V" and self.systems[code.system].notice)


def read_codes(path: Path) -> Codes:
    """The mapping file at `path`; an empty one where there is none. Raises `ContentError` with all faults."""
    return parse(Codes, read_toml(path), path.name) if path.exists() else Codes()


@cache
def known_codes() -> Codes:
    """The kit's own mapping file."""
    return read_codes(data_dir() / "codes.toml")
