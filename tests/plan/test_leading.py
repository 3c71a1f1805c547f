"""One side leads a plan, in every format; an item of one side alone is led by it, and the clinician's word stands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import ExerciseBlock
from kit.handouts.page.facts import facts
from kit.handouts.table import to_csv
from kit.handouts.told import card_told, side_names
from kit.library.exercise import Side, text_for
from kit.library.library import Library
from kit.plan.affected import affected
from kit.plan.another import for_another
from kit.plan.context import Affected, Context
from kit.plan.document import from_document, to_document
from kit.plan.issuing import finalised
from kit.plan.leading import LEADS
from kit.plan.own_template import template_of
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import templates
from kit.record.bundle import careplan_json
from kit.ui.planner.unfolded import unfolded
from kit.words.catalogue import Catalogue
from tests.conftest import START

WORDS = Catalogue()
NAMES = side_names(WORDS)
SIDES: tuple[Side, ...] = ("left", "right")
EMPTY = Plan.begin("P-001", START)


def leads(plan: Plan) -> list[Side]:
    return [item.lead_side for item in plan.items]


def spoken_of(texts: Iterable[str], told: Iterable[str]) -> Side:
    """The one side that leads in the texts as they are told."""
    asked, heard = list(texts), list(told)
    (lead,) = (side for side in SIDES if all(text_for(text, side, NAMES) in heard for text in asked))
    return lead


def in_the_record(plan: Plan, library: Library) -> dict[str, str]:
    """The leading side of each exercise in the bundle for other systems."""
    entries = [one["resource"] for one in json.loads(careplan_json(resolve(plan, library), Clinic(), WORDS))["entry"]]
    requests = [one for one in entries if one["resourceType"] == "ServiceRequest"]
    parts = {
        one["identifier"][0]["value"].rpartition("/")[2]: one["extension"][0]["extension"]
        for one in requests
        if one.get("patientInstruction")
    }
    return {
        item_id: next(part["valueCode"] for part in found if part["url"] == "lead_side")
        for item_id, found in parts.items()
    }


def in_every_format(plan: Plan, library: Library) -> dict[str, set[str]]:
    """For each item that has sides, all that any format has for its leading side."""
    known = resolve(plan, library)
    blocks = [node for node in document(known, Clinic()).nodes if isinstance(node, ExerciseBlock)]
    page: list[dict[str, Any]] = json.loads(facts(known, WORDS, ""))["items"]
    table = list(csv.DictReader(io.StringIO(to_csv(known, WORDS).decode("utf-8-sig"))))
    frame, record = plan.to_frame(), in_the_record(plan, library)
    found: dict[str, set[str]] = {}
    for at, (item, exercise) in enumerate(known.entries):
        card = card_told(item, exercise, item.lead_side, WORDS, careful=False)
        assert card is not None
        assert exercise.card is not None
        first = page[at]["sides"][0]
        found[item.item_id] = {
            spoken_of(exercise.steps, blocks[at].steps),
            spoken_of(exercise.steps, page[at]["lines"][first]),
            spoken_of(exercise.steps, unfolded(known, item.item_id, WORDS)["steps"]),
            spoken_of(exercise.card.lines, card),
            *(first, table[at]["lead_side"], frame["lead_side"][at], record[item.item_id]),
        }
    return found


# Every format


@pytest.mark.parametrize(("side", "lead"), [(None, "right"), ("both", "right"), ("left", "left"), ("right", "right")])
def test_one_side_leads_the_four_in_every_format(
    four: Plan, library: Library, side: Affected | None, lead: Side
) -> None:
    """Paper, page, short text, table, frame, record and the planner's preview, in the draft and once it is issued."""
    plan = four.describe(context=Context(side=side))
    assert {item.sides for item in plan.items} == {"each"}
    wanted = {item.item_id: {lead} for item in plan.items}
    assert in_every_format(plan, library) == wanted
    assert in_every_format(finalised(resolve(plan, library), "A. Physio", START), library) == wanted


@pytest.mark.parametrize("side", SIDES)
def test_an_item_of_one_side_alone_is_led_by_it(four: Plan, library: Library, side: Side) -> None:
    """Whatever leads the others."""
    plan = four.adjust("i2", sides=side)
    assert in_every_format(plan, library) == {"i1": {"right"}, "i2": {side}, "i3": {"right"}, "i4": {"right"}}


@pytest.mark.parametrize("name", list(templates()))
def test_every_template_has_one_side_that_leads(name: str, library: Library) -> None:
    plan = templates()[name].plan(library, "P-001", START)
    assert {item.lead_side for item in plan.items if item.sides == "each"} <= {LEADS}


# What a version was issued with


def test_an_issued_version_is_told_as_it_was_issued(four: Plan, library: Library) -> None:
    """One of a time when each exercise had a side of its own keeps them, in the file and in each format."""
    old = finalised(resolve(four.adjust("i4", lead_side="left"), library), "A. Physio", START)
    read = from_document(to_document(old), "old.json").plan
    assert read == old
    assert in_every_format(read, library) == {"i1": {"right"}, "i2": {"right"}, "i3": {"right"}, "i4": {"left"}}
    assert leads(read.new_version(START, "again")) == leads(old)


# The rule


def test_the_affected_side_leads_what_is_added(library: Library) -> None:
    """Also what comes to be done on each side; the exercise's own example side decides nothing."""
    for side in SIDES:
        plan = EMPTY.describe(context=Context(side=side))
        plan = plan.add(library["clamshell"]).add(library["supine_leg_crossover"]).add(library["bridge"])
        assert leads(plan) == [side, side, library["bridge"].lead_side]
        back = plan.adjust("i1", sides="left").adjust("i1", sides="right").adjust("i1", sides="each")
        assert leads(back) == leads(plan)


def test_without_an_affected_side_the_one_that_leads_goes_on(library: Library) -> None:
    """What the clinician chose for the first holds for those that follow; else the right side leads."""
    crossover, clamshell = library["supine_leg_crossover"], library["clamshell"]
    assert leads(EMPTY.add(crossover).add(clamshell)) == ["right", "right"]
    assert leads(EMPTY.add(crossover, lead_side="left").add(clamshell)) == ["left", "left"]
    one_sided = EMPTY.add(crossover, sides="left").add(clamshell)
    assert leads(one_sided) == ["left", "right"]
    assert leads(one_sided.adjust("i1", sides="each")) == ["right", "right"]


def test_the_clinicians_word_stands(library: Library) -> None:
    """Given when added or changed; another affected side leads all that is done on each."""
    plan = EMPTY.add(library["clamshell"]).add(library["gastroc_stretch"], lead_side="left").add(library["bridge"])
    assert leads(plan) == ["right", "left", "right"]
    single = plan.adjust("i1", sides="right")
    assert leads(single.adjust("i1", sides="each", lead_side="right"))[0] == "right"
    to_right = plan.describe(context=Context(side="right"))
    assert leads(to_right) == ["right", "left", "right"]
    assert leads(to_right.describe(context=Context(side="left"))) == ["left", "left", "right"]
    assert leads(to_right.describe(title="Other")) == leads(to_right)


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_the_affected_side_said_once_leads(four: Plan, library: Library, side: Affected) -> None:
    """All items are on it; one that goes back to each side is led by it."""
    said = affected(four, library, side)
    lead = side if side in SIDES else "right"
    assert set(leads(said)) == {lead}
    assert set(leads(said.adjust("i4", sides="each"))) == {lead}


def test_the_side_of_a_patient_goes_to_no_other(four: Plan, library: Library) -> None:
    """A copy for another patient, and an own template, begin with the side that leads where none is affected; unless
    the sides are to stay."""
    left = affected(four, library, "left").adjust("i4", sides="each")
    bare = for_another(left, library, "P-002", "P-002", START)
    assert {(item.sides, item.lead_side) for item in bare.items} == {("each", LEADS)}
    kept = for_another(left, library, "P-002", "P-002", START, sides=True)
    assert leads(kept) == leads(left)
    assert [one.changes for one in template_of(left, library, "Own").items] == [{}] * 4
    again = template_of(left, library, "Own", sides=True).plan(library, "P-002", START)
    assert [(i.sides, i.lead_side) for i in again.items] == [(i.sides, i.lead_side) for i in left.items]
