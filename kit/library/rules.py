"""The rules that plans are reviewed by: conditions, limits of doses and loads, red flags; read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, KitError
from kit.files import read_toml
from kit.library.condition import Condition
from kit.library.exercise import Source
from kit.library.limit import Limit
from kit.library.load import Bands, Loads
from kit.library.red_flag import RedFlag
from kit.model import M, Model, did_you_mean, parse
from kit.places import data_dir


class _ConditionsFile(Model):
    whole_body: tuple[str, ...]
    conditions: dict[str, Condition]


class _LimitsFile(Model):
    limits: dict[str, Limit]


class _FlagsFile(Model):
    flags: dict[str, RedFlag]


@dataclass(frozen=True)
class Rules:
    """Conditions, limits and red flags by id, the meaning of each tag, and the tags to which the side is all one."""

    conditions: dict[str, Condition]
    limits: dict[str, Limit]
    loads: Loads
    bands: Bands
    red_flags: dict[str, RedFlag]
    tags: dict[str, str]
    whole_body: frozenset[str]


@cache
def rules() -> Rules:
    """The kit's own rules. Raises `ContentError` as `read_rules` does."""
    return read_rules(data_dir())


def read_rules(folder: Path) -> Rules:
    """The rules in `folder`. Raises `ContentError` with all faults: fields, unknown tags, sources, conditions."""
    faults: list[Fault] = []
    conditions = _parsed(_ConditionsFile, folder / "conditions.toml", faults)
    limits = _parsed(_LimitsFile, folder / "limits.toml", faults)
    loads, bands = _parsed(Loads, folder / "loads.toml", faults), _parsed(Bands, folder / "bands.toml", faults)
    tags, sources = _names(folder / "tags.toml", faults), _names(folder / "sources.toml", faults)
    flags = _parsed(_FlagsFile, folder / "red_flags.toml", faults)
    if conditions is None or limits is None or loads is None or bands is None or flags is None or faults:
        raise ContentError(faults)
    faults += _unknown("conditions.toml, whole_body", conditions.whole_body, tags, "movement tag")
    for key, condition in conditions.conditions.items():
        where = f"conditions.toml, {key}"
        faults += _unknown(where, _tags_of(condition), tags, "movement tag")
        faults += _unknown(where, _keys(condition.sources), sources, "source")
    for key, limit in limits.limits.items():
        where = f"limits.toml, {key}"
        faults += _unknown(where, _keys(limit.sources), sources, "source")
        named = [limit.when.condition] if limit.when.condition else []
        faults += _unknown(where, named, conditions.conditions, "condition")
    faults += _unknown("loads.toml, fragile", loads.fragile.conditions, conditions.conditions, "condition")
    for key, flag in flags.flags.items():
        faults += _unknown(f"red_flags.toml, {key}", _keys(flag.sources), sources, "source")
    if faults:
        raise ContentError(faults)
    return Rules(
        conditions.conditions, limits.limits, loads, bands, flags.flags, tags, frozenset(conditions.whole_body)
    )


def _tags_of(condition: Condition) -> list[str]:
    info, alone = condition.plan_info, condition.without_support
    return [
        *(tag for rule in condition.rules for tag in rule.tags),
        *(info.tags if info else ()),
        *(alone.tags if alone else ()),
    ]


def _keys(sources: tuple[Source, ...]) -> list[str]:
    return [source.key for source in sources if source.key]


def _unknown(where: str, names: Any, known: dict[str, Any], kind: str) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield Fault(where, f"“{name}” is not a known {kind}.", did_you_mean(name, sorted(known)) or "Correct it.")


def _parsed(kind: type[M], path: Path, faults: list[Fault]) -> M | None:
    try:
        return parse(kind, read_toml(path), path.name)
    except KitError as error:
        faults += error.faults
        return None


def _names(path: Path, faults: list[Fault]) -> dict[str, Any]:
    try:
        return read_toml(path)
    except KitError as error:
        faults += error.faults
        return {}
