"""The HL7 guide on physical activity (1.0.0, STU 1): the CarePlan has all that its profile asks for.

The tables are those of the guide's page on pa-careplan, and of the profiles that it rests on: US Core 4.0.0, CarePlan
and Patient. A row is an element with how often it stands, and the one value that it may have.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.record.bundle import careplan_json
from kit.record.codes import Codes
from kit.words.catalogue import Catalogue
from kit.words.text import clean
from tests.record.bundles import CLINIC, LIBRARY, START, made, resources, sample, walk

PROFILE = "http://hl7.org/fhir/us/physical-activity/StructureDefinition/pa-careplan"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
ACTIVITY = {
    "system": "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes",
    "code": "PhysicalActivity",
}
ASSESS = {"system": "http://hl7.org/fhir/us/core/CodeSystem/careplan-category", "code": "assess-plan"}
MANY = 1000


class Rule(NamedTuple):
    """An element of the profile."""

    path: str
    least: int
    most: int
    one_of: tuple[object, ...] = ()


CARE_PLAN = (
    Rule("implicitRules", 0, 0),
    Rule("modifierExtension", 0, 0),
    Rule("text", 1, 1),
    Rule("text.status", 1, 1, ("generated", "additional")),
    Rule("text.div", 1, 1),
    Rule("status", 1, 1, ("draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown")),
    Rule("intent", 1, 1, ("plan",)),
    Rule("category", 2, MANY),
    Rule("subject", 1, 1),
    Rule("period", 0, 1),
    Rule("period.start", 0, 1),
    Rule("period.end", 0, 1),
    Rule("note", 0, 0),  # each would need its author and its time; the kit sends none
)
PATIENT = (
    Rule("identifier", 1, MANY),
    Rule("identifier.system", 1, MANY),
    Rule("identifier.value", 1, MANY),
    Rule("name", 1, MANY),
    Rule("gender", 1, 1, ("male", "female", "other", "unknown")),
)
SUPPORTED = ("text.div", "category", "period", "period.start", "period.end", "subject")  # "must support": we hold it


def values(value: Any, path: str) -> list[Any]:
    """What stands at `path`, in however many elements."""
    for name in path.split("."):
        inner = [one[name] for one in (value if isinstance(value, list) else [value]) if name in one]
        value = [each for one in inner for each in (one if isinstance(one, list) else [one])]
    return list(value)


def broken(resource: dict[str, Any], rules: tuple[Rule, ...]) -> Iterator[str]:
    """The rules that a resource does not keep."""
    for rule in rules:
        found = values(resource, rule.path)
        if not rule.least <= len(found) <= rule.most or (rule.one_of and not set(found) <= set(rule.one_of)):
            yield rule.path


def plans() -> list[Plan]:
    """A draft and an issued plan."""
    issued, _ = sample()
    return [issued, Plan.begin("P-001", start=START).add(LIBRARY["seated_rotator_stretch"])]


@pytest.mark.parametrize("plan", plans(), ids=["issued", "draft"])
def test_the_plan_has_what_the_guide_requires(plan: Plan) -> None:
    """Each element as often as it has to stand, with a value that is allowed; what has to be supported is there."""
    bundle = made(plan)
    (care,), (patient,) = resources(bundle, "CarePlan"), resources(bundle, "Patient")
    assert list(broken(care, CARE_PLAN)) == list(broken(patient, PATIENT)) == []
    assert all(values(care, path) for path in SUPPORTED)
    assert care["meta"] == {"profile": [PROFILE]}
    codings = [{name: one[name] for name in ("system", "code")} for one in values(care, "category.coding")]
    assert [codings.count(wanted) for wanted in (ACTIVITY, ASSESS)] == [1, 1]
    assert care["subject"]["reference"] == f"urn:uuid:{patient['id']}"
    assert patient["name"] == [{"extension": [{"url": ABSENT, "valueCode": "masked"}]}]


def test_every_rule_can_be_broken() -> None:
    """A plan without an element that is required, or with one that is not allowed, is found out."""
    (care,) = resources(made(plans()[0]), "CarePlan")
    for rule in CARE_PLAN:
        wrong = copy.deepcopy(care)
        place, _, last = rule.path.rpartition(".")
        inner = wrong[place] if place else wrong
        if rule.least:
            del inner[last]
            assert rule.path in list(broken(wrong, CARE_PLAN))
        elif rule.most == 0:
            inner[last] = [{}]
            assert list(broken(wrong, CARE_PLAN)) == [rule.path]
        if rule.one_of:
            inner[last] = "other"
            assert list(broken(wrong, CARE_PLAN)) == [rule.path]


def test_without_the_codes_no_profile_is_claimed() -> None:
    """The kinds of plan stand in words then; nothing is empty."""
    bundle = made(plans()[0], codes=Codes())
    (care,) = resources(bundle, "CarePlan")
    assert "meta" not in care
    assert care["category"] == [{"text": "Assessment and plan of treatment"}, {"text": "Physical activity"}]
    assert all(value not in ([], {}, "") for _, value in walk(bundle))


def told(care: dict[str, Any]) -> list[tuple[str, str]]:
    """The narrative as an XML reader has it: (element, text)."""
    root = ElementTree.fromstring(care["text"]["div"])
    assert root.tag == "{http://www.w3.org/1999/xhtml}div"
    return [(one.tag.partition("}")[2], one.text or "") for one in root.iter() if one.text]


def test_the_text_says_the_plan(issued: Plan) -> None:
    """Name, days, what it is for, and each exercise with its dose as the patient is told it; of a draft, that it is one."""
    (care,) = resources(made(issued), "CarePlan")
    lines = told(care)
    assert lines[:2] == [("p", "Hip stretches for your knee"), ("p", "2026-06-01 – 2026-06-28")]
    assert ("li", "Seated hip stretch: Hold 30 seconds. Do it 2 times on each side. Once a day.") in lines
    assert [tag for tag, _ in lines].count("li") == 4
    (draft,) = resources(made(plans()[1]), "CarePlan")
    assert told(draft)[0] == ("p", "DRAFT: not checked yet. Do not use.")


@settings(max_examples=30)
@given(
    st.one_of(
        st.sampled_from(["<script>x</script>", "]]>", "&amp;", '"><b>', "a\x00\x1b\u202eb"]), st.text(max_size=60)
    )
)
def test_whatever_is_typed_is_text(typed: str) -> None:
    """A title and a note are read back as the cleaned text, and add no element."""
    plan = Plan.begin("P-001", start=START).add(LIBRARY["seated_rotator_stretch"])
    item = plan.items[0].model_copy(update={"note": typed})
    (care,) = resources(made(plan.model_copy(update={"title": typed, "items": (item,)})), "CarePlan")
    lines = told(care)
    assert {tag for tag, _ in lines} == {"p", "li"}
    assert [text for tag, text in lines if tag == "p"][1:-1] == [clean(typed)] * bool(clean(typed))
    assert lines[-1][1].endswith(f"For you: {clean(typed)}" if clean(typed) else "Once a day.")


def test_the_text_is_in_the_patients_language(issued: Plan) -> None:
    """Names and doses alike, marked with language and direction, and that nobody has checked the translation."""
    for locale in ("es-ES", "ar-EG"):
        words = Catalogue(locale)
        (care,) = resources(json.loads(careplan_json(resolve(issued, LIBRARY), CLINIC, words)), "CarePlan")
        root = ElementTree.fromstring(care["text"]["div"])
        assert (root.get("lang"), root.get("dir")) == (words.language, words.direction)
        lines = told(care)
        assert [text for _, text in lines[: len(words.caution)]] == words.caution
        names = [exercise.patient_name for _, exercise in resolve(issued, LIBRARY).told_in(words).entries]
        items = [text for tag, text in lines if tag == "li"]
        assert [text.startswith(f"{name}: ") for text, name in zip(items, names, strict=True)] == [True] * 4
