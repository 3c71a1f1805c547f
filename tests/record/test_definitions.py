"""The kit's own extensions: what is sent is what the published definitions say, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from fhir.resources.R4B.structuredefinition import StructureDefinition
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.library.dose import Dose
from kit.plan.plan import Plan
from kit.record.definitions import DEFINITIONS, DOSE, Definition, definition_files, structure_definition
from kit.record.request import SECONDS
from tests.record.bundles import LIBRARY, START, diary, made, sample

BY_URL = {one.url: one for one in DEFINITIONS}


def own(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """(element, extension) of each of the kit's own, at any depth."""
    if isinstance(value, dict):
        here = value.get("resourceType") or path
        yield from ((here, one) for one in value.get("extension", []) if one["url"].startswith("urn:homestretch:"))
        for key, inner in value.items():
            yield from own(inner, f"{here}.{key}")
    if isinstance(value, list):
        for inner in value:
            yield from own(inner, path)


def held(element: str, sent: dict[str, Any]) -> Definition:
    """The definition of an extension that keeps to it."""
    one = BY_URL[sent["url"]]
    assert element == one.on
    if not one.parts:
        assert sent.keys() == {"url", "valueString"}
        return one
    assert sent.keys() == {"url", "extension"}
    counts = Counter(part["url"] for part in sent["extension"])
    assert counts.keys() <= {part.name for part in one.parts}
    for part in one.parts:
        assert part.least <= counts[part.name] <= (1 if part.most == "1" else 1000)
    kinds = {part.name: {f"value{kind[0].upper()}{kind[1:]}" for kind in part.types} for part in one.parts}
    for sub in sent["extension"]:
        (value,) = sub.keys() - {"url"}
        assert value in kinds[sub["url"]]
    return one


def test_what_is_sent_keeps_to_its_definition() -> None:
    """A plan with a pause, and its diary: every extension is of a published definition, each of which occurs."""
    plan, log = sample()
    paused = plan.new_version(plan.until).pause(plan.until, plan.until + dt.timedelta(days=2))
    assert {held(*each) for bundle in (made(plan, log), made(paused)) for each in own(bundle)} == set(DEFINITIONS)


@settings(max_examples=25)
@given(
    st.fixed_dictionaries(
        {
            "status": st.sampled_from([None, "done", "partial", "not_done"]),
            "date": st.sampled_from([None, START]),
            "sets_done": st.sampled_from([None, 0, 2]),
            "hold_done_s": st.sampled_from([None, 30]),
            "load_kg": st.sampled_from([None, 2.5]),
            "effort": st.sampled_from([None, 4]),
            "help_sign": st.sampled_from([None, "chest pain"]),
            "started_at": st.sampled_from([None, "2026-06-01T18:30", "2026-06-01T18:30:00+01:00"]),
            "logged_at": st.sampled_from([None, "2026-06-01T18:30", "2026-06-01T18:30:00Z"]),
        }
    )
)
def test_so_does_any_row(row: dict[str, Any]) -> None:
    """Whatever a row of a diary says, and leaves out."""
    plan = Plan.begin("P-001", start=START).add(LIBRARY["seated_rotator_stretch"])
    for each in own(made(plan, diary(plan, row))):
        held(*each)


def test_no_number_of_a_dose_is_left_out() -> None:
    """The dose has a part for each field of a plan's dose, and for its sides and days."""
    names = {part.name for part in DOSE.parts}
    assert names >= set(SECONDS)
    assert names - {"sides", "lead_side", "days_a_week", "times_a_day"} == set(Dose.model_fields)


@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.name)
def test_a_definition_is_one_of_fhir(one: Definition) -> None:
    """Read by the FHIR library; its extension is named by its address, and every element of it once."""
    found = structure_definition(one)
    StructureDefinition.model_validate(found)
    elements = found["differential"]["element"]
    assert len({element["id"] for element in elements}) == len(elements)
    assert [e["fixedUri"] for e in elements if e["id"] == "Extension.url"] == [found["url"]]


def test_the_files_are_current() -> None:
    """`python -m kit.record.definitions` writes them."""
    for path, content in definition_files().items():
        assert path.read_bytes() == content
    folder = next(iter(definition_files())).parent
    assert set(folder.iterdir()) == set(definition_files())
