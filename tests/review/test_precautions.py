"""Precautions: the published flags, a second implementation, windows, stops and swaps."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any, Unpack

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context, TagEnd
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.prescription import prescribe
from kit.plan.resolved import resolve
from kit.review.check import check
from kit.review.finding import LEVELS, Level
from kit.review.issue import issue

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", start=START)


def plan_with(
    library: Library,
    exercise_id: str,
    *held: ConditionInForce,
    support: bool | None = None,
    **changes: Unpack[ItemChanges],
) -> Plan:
    plan = EMPTY.add(library[exercise_id], **changes)
    return plan.describe(context=Context(conditions=held, support=support, red_flags_screened=START))


def level_of(library: Library, plan: Plan, condition: str) -> Level | None:
    found = [f.level for f in check(plan, library) if f.item and f.key.split()[1] == condition]
    assert len(found) <= 1, "one finding for each condition and item"
    return found[0] if found else None


def test_the_published_flags_hold(library: Library, specification_tables: dict[str, Any]) -> None:
    """The whole expected-flag table: own sides of each exercise, no affected side or region, no window."""
    assert len(specification_tables["expected_flags"]) == 29
    for condition, flagged in specification_tables["expected_flags"].items():
        for exercise in library:
            plan = plan_with(library, exercise.id, ConditionInForce(condition=condition))
            assert level_of(library, plan, condition) == flagged.get(exercise.id), (condition, exercise.id)


def test_the_corrected_cells(library: Library, specification_tables: dict[str, Any]) -> None:
    """Cell by cell: 71 of them, and 58 for one side that is prescribed, the affected one or the other."""
    cells, one_side = specification_tables["changed_cells"], specification_tables["changed_cells_one_side"]
    assert (len(cells), len(one_side)) == (71, 58)
    for condition, exercise, old, new in cells:
        level = level_of(library, plan_with(library, exercise, ConditionInForce(condition=condition)), condition)
        assert (level or "-") == new != old, (condition, exercise)
    for condition, exercise, affected, old, new in one_side:
        known = library[exercise]
        lead = known.lead_side
        side = lead if affected == "affected = lead side" else {"left": "right", "right": "left"}[lead]
        changes: ItemChanges = {"sides": lead} if known.sides == "each" else {}
        plan = plan_with(library, exercise, ConditionInForce(condition=condition, side=side), **changes)
        assert (level_of(library, plan, condition) or "-") == new != old, (condition, exercise, affected)


def test_conditions_are_those_of_the_specification(
    specification: dict[str, Any], specification_tables: dict[str, Any]
) -> None:
    """Each condition names the same tags at the same levels, those added too, and stops where it has to."""
    by = rules()
    added: dict[str, dict[str, str]] = {}
    for condition_id, tag, level in specification_tables["rules_added"]:
        added.setdefault(condition_id, {})[tag] = level
    assert sorted(by.conditions) == sorted(c["id"] for c in specification["conditions"])
    for expected in specification["conditions"]:
        condition = by.conditions[expected["id"]]
        told = {tag: rule.level for rule in condition.rules for tag in rule.tags}
        assert told == expected["rules"] | added.get(expected["id"], {})
        assert (condition.stop, condition.scope) == (expected["stop"], expected["side_scope"])
        note = ["sit_chair"] if expected["id"].startswith("tha_") else expected.get("plan_info", {}).get("tags", ())
        assert set(condition.plan_info.tags if condition.plan_info else ()) == set(note)


def test_one_side_prescribed_away_from_the_affected_side_is_not_flagged(library: Library) -> None:
    """A new left hip does not mind a stretch of the right one, but minds standing on the left."""
    left_hip = ConditionInForce(condition="tha_lateral", side="left")
    assert (
        level_of(library, plan_with(library, "clamshell", left_hip, sides="right"), "tha_lateral") == "CAUTION"
    )  # lies on the left
    assert level_of(library, plan_with(library, "clamshell", left_hip, sides="left"), "tha_lateral") == "AVOID"
    assert (
        level_of(
            library,
            plan_with(
                library, "seated_rotator_stretch", ConditionInForce(condition="gtps", side="left"), sides="right"
            ),
            "gtps",
        )
        is None
    )


def test_the_spine_has_no_side(library: Library) -> None:
    """Lumbar rotation is flagged whatever side the exercise or the condition names."""
    held = ConditionInForce(condition="disc_radicular", side="left")
    assert (
        level_of(library, plan_with(library, "supine_leg_crossover", held, sides="right"), "disc_radicular")
        == "CAUTION"
    )


def test_a_passed_window_becomes_an_info_and_stays(library: Library) -> None:
    """It was in force in the version before; on its end date a rule turns into INFO. Nothing disappears."""
    held = ConditionInForce(condition="gtps", side="left", until=START + dt.timedelta(days=7))
    first = plan_with(library, "clamshell", held)
    issued = issue(first, library, "A. Physio", START)
    for days, level in ((6, "AVOID"), (7, "INFO")):
        later = issued.new_version(START + dt.timedelta(days=days)).add(library["standing_itb_stretch"])
        found = [f.level for f in check(later, library, previous=issued) if f.item == "i2" and "gtps" in f.key]
        assert found == [level]


def test_a_tag_has_its_own_end(library: Library) -> None:
    """An end for one tag leaves the others in force."""
    day = START + dt.timedelta(days=7)
    held = ConditionInForce(condition="gtps", side="left", ends=(TagEnd(tag="hip_add_past_mid", until=day),))
    issued = issue(plan_with(library, "chin_tuck", held), library, "A. Physio", START)
    later = issued.new_version(day).add(library["standing_itb_stretch"]).add(library["clamshell"])
    found = {f.item: f.level for f in check(later, library, previous=issued) if "gtps" in f.key}
    assert found == {"i2": "INFO", "i3": "CAUTION"}


def test_surgery_in_the_region_flags_every_exercise_of_it(library: Library) -> None:
    """Any exercise that loads the affected region is CAUTION, strength AVOID."""
    held = ConditionInForce(condition="recent_surgery", region="knee", since=START)
    assert level_of(library, plan_with(library, "straight_leg_raise", held), "recent_surgery") == "AVOID"
    assert level_of(library, plan_with(library, "prone_quad_strap_stretch", held), "recent_surgery") == "CAUTION"
    assert level_of(library, plan_with(library, "chin_tuck", held), "recent_surgery") is None


def test_fall_risk_without_support_raises_single_leg_work(library: Library) -> None:
    """Standing on one leg is CAUTION for a patient who may fall, AVOID only without a support."""
    held = ConditionInForce(condition="falls_risk")
    for support, level in [(None, "CAUTION"), (True, "CAUTION"), (False, "AVOID")]:
        assert level_of(library, plan_with(library, "single_leg_stance", held, support=support), "falls_risk") == level


def test_lying_flat_in_pregnancy_is_one_note_for_the_plan(library: Library) -> None:
    """Tags of plan_info raise one INFO for the plan, and no flag on the exercise."""
    plan = plan_with(library, "bridge", ConditionInForce(condition="pregnancy")).add(library["pelvic_tilt"])
    notes = [f for f in check(plan, library) if f.item is None and f.key == "INFO pregnancy plan"]
    assert len(notes) == 1
    assert level_of(library, plan, "pregnancy") is None


def test_a_fracture_holds_every_region_unless_it_is_narrowed(library: Library) -> None:
    """Without a region the whole plan stops; a hip fracture stops sit-to-stand and leaves the chin tuck."""
    plan = plan_with(library, "chin_tuck", ConditionInForce(condition="acute_fracture"))
    assert [f.where for f in check(plan, library) if f.level == "STOP"] == ["plan"]
    hip = ConditionInForce(condition="acute_fracture", region="hip")
    plan = plan_with(library, "chin_tuck", hip).add(library["sit_to_stand"]).add(library["mini_squat"])
    assert [f.item for f in check(plan, library) if f.level == "STOP"] == ["i2", "i3"]


def test_a_red_flag_stops_the_plan_and_is_named(library: Library) -> None:
    """Any yes in the screen is a STOP that repeats what was ticked."""
    plan = plan_with(library, "bridge").describe(context=Context(red_flags=("Cauda equina",), red_flags_screened=START))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    assert "Cauda equina" in stop.what


def test_no_suggested_swap_breaks_an_active_rule(library: Library) -> None:
    """For every condition and exercise: a suggested swap, put in the plan, gets neither AVOID nor STOP."""
    suggested = 0
    tag_rules = [key for key, c in rules().conditions.items() if not c.stop and key != "gtps"]
    for condition, exercise in itertools.product(tag_rules, library):
        held = (ConditionInForce(condition=condition), ConditionInForce(condition="gtps"))
        plan = EMPTY.add(exercise).describe(context=Context(conditions=held, support=False))
        for finding in check(plan, library):
            for swap in finding.swaps:
                suggested += 1
                tried = EMPTY.add(library[swap]).describe(context=plan.context)
                levels = {level_of(library, tried, c.condition) for c in held}
                assert levels <= {None, "CAUTION", "INFO"}, (condition, exercise.id, swap)
    assert suggested > 50


def test_gluteal_tendinopathy_is_offered_strength_in_neutral(library: Library) -> None:
    """The swap of the standing stretch is the one the rule prefers."""
    plan = plan_with(library, "standing_itb_stretch", ConditionInForce(condition="gtps"))
    (finding,) = [f for f in check(plan, library) if f.item and f.level == "AVOID"]
    assert finding.swaps[:3] == ("bridge", "clamshell", "side_lying_hip_abduction")


def test_what_is_planned_already_is_no_swap(library: Library) -> None:
    """The bridge, first of what the rule prefers, is not offered to a plan that has it."""
    plan = plan_with(library, "standing_itb_stretch", ConditionInForce(condition="gtps")).add(library["bridge"])
    (finding,) = [f for f in check(plan, library) if f.item == "i1" and f.level == "AVOID"]
    assert finding.swaps[:2] == ("clamshell", "side_lying_hip_abduction")
    assert "bridge" not in finding.swaps


def test_findings_come_highest_first(library: Library) -> None:
    """Levels never rise down the list."""
    held = tuple(ConditionInForce(condition=c) for c in rules().conditions)
    plan = plan_with(library, "standing_itb_stretch", *held)
    levels = [LEVELS.index(f.level) for f in check(plan, library)]
    assert levels == sorted(levels)


def test_an_own_exercise_is_covered_by_its_tags(library: Library) -> None:
    """Conditions match tags, so an exercise that the rules have never seen is flagged."""
    new = library["clamshell"].model_copy(update={"id": "my_new_one"})
    item = prescribe(new, "i1")
    assert item.exercise_id == "my_new_one"
    own = type(library)([*library, new])
    assert (
        level_of(
            own,
            EMPTY.add(new).describe(context=Context(conditions=(ConditionInForce(condition="tha_lateral"),))),
            "tha_lateral",
        )
        == "AVOID"
    )


def test_weight_through_a_leg_loads_the_whole_leg(library: Library) -> None:
    """A broken ankle or hip holds whatever stands or pushes on that leg, wherever it is filed."""
    for region, exercise in [
        ("ankle_foot", "bridge"),
        ("ankle_foot", "standing_itb_stretch"),
        ("hip", "knee_to_wall"),
        ("knee", "tandem_stance"),
    ]:
        held = ConditionInForce(condition="acute_fracture", region=region)
        assert [f.item for f in check(plan_with(library, exercise, held), library) if f.level == "STOP"] == ["i1"], (
            region,
            exercise,
        )


def test_no_swap_into_a_region_that_is_held(library: Library) -> None:
    """With a fractured hip nothing that loads the hip is offered in place of a stretch."""
    held = (ConditionInForce(condition="gtps"), ConditionInForce(condition="acute_fracture", region="hip"))
    offered = {swap for f in check(plan_with(library, "standing_itb_stretch", *held), library) for swap in f.swaps}
    assert not [swap for swap in offered if library[swap].loads("hip")]


def test_an_ended_pregnancy_is_spoken_of_no_more(library: Library) -> None:
    """After its end no note on lying flat stands in the plan, and the leaflet asks nothing about the baby."""
    day = START + dt.timedelta(days=7)
    issued = issue(
        plan_with(library, "bridge", ConditionInForce(condition="pregnancy", until=day)), library, "A. Physio", START
    )
    for plan, before, told in ((issued, None, True), (issued.new_version(day), issued, False)):
        assert any(f.key == "INFO pregnancy plan" for f in check(plan, library, previous=before)) == told
        boxes = [line for n in document(resolve(plan, library), Clinic()).nodes for line in getattr(n, "lines", ())]
        assert any("baby" in line for line in boxes) == told


def test_the_flag_of_a_whole_region_ends_with_its_weeks(library: Library) -> None:
    """Twelve weeks after a surgery on 30 March: up to 21 June, and no rule from 22 June, while the plan goes on."""
    held = ConditionInForce(condition="recent_surgery", side="both", region="hip", since=dt.date(2026, 3, 30))
    found = [f for f in check(plan_with(library, "bridge", held), library) if "recent_surgery" in f.key.split()]
    assert [(f.level, f.why) for f in found] == [
        (
            "AVOID",
            "Until 21 June 2026: AVOID. Enter the surgical protocol first. No rule from 22 June 2026. "
            "Window: 12 weeks or until protocol entered.",
        )
    ]
