"""A plan is built by steps that return a new plan; an issued one is final and keeps its words."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.context import ConditionInForce, TagEnd
from kit.plan.document import PlanFile, from_document, read_plan, schema, schema_path, to_document, write_plan
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import days_a_week
from kit.plan.template import template, templates
from kit.plan.versions import in_force
from kit.review.check import check
from kit.words.dose import Sides

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
FOUR = template("knee-glute-stretches").plan(LIBRARY, "P-001", START, "P-001")
EMPTY = Plan.begin("P-001", start=START)
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema()))


def ids(plan: Plan) -> list[str]:
    return [item.item_id for item in plan.items]


def fault(call: object, *args: object, **changes: object) -> str:
    """The whole message of what `call` refuses."""
    with pytest.raises(KitError) as caught:
        call(*args, **changes)  # type: ignore[operator]
    return str(caught.value)


def test_each_step_returns_a_new_plan() -> None:
    """The plan that a step starts from stays as it was."""
    before = to_document(FOUR)
    FOUR.add(LIBRARY["standing_itb_stretch"]).adjust("i1", hold_s=45).remove("i2").move("i3", 0)
    assert to_document(FOUR) == before


def test_add_and_remove_undo_each_other() -> None:
    """Removing what was just added gives the plan back."""
    added = FOUR.add(LIBRARY["standing_itb_stretch"], at=1, hold_s=45)
    assert ids(added) == ["i1", "i5", "i2", "i3", "i4"]
    assert added.item("i5").dose.hold_s == 45
    assert added.remove("i5") == FOUR


@given(st.lists(st.tuples(st.sampled_from(["i1", "i2", "i3", "i4"]), st.integers(-3, 9)), max_size=8))
def test_moving_only_changes_the_order(moves: list[tuple[str, int]]) -> None:
    """Whatever is moved, the same items stand in the plan, and the moved one stands where it was put."""
    plan = FOUR
    for item_id, to in moves:
        plan = plan.move(item_id, to)
        assert ids(plan).index(item_id) == min(max(to, 0), 3)
    assert sorted(plan.items, key=lambda i: i.item_id) == list(FOUR.items)


def test_one_side_leads_where_one_is_prescribed() -> None:
    """Left alone leads left; back to each side, the lead stays as last set."""
    assert FOUR.adjust("i1", sides="left").item("i1").sides_in_order == ("left",)
    assert FOUR.adjust("i1", lead_side="left").item("i1").sides_in_order == ("left", "right")
    assert FOUR.adjust("i1", sides="both").item("i1").sides_in_order == (None,)


def test_all_faults_of_a_step_at_once() -> None:
    """Each wrong field is named with value, rule and mend."""
    assert fault(FOUR.adjust, "i1", hold_s="30s", reps=0).splitlines() == [
        "item i1, dose.reps: 0 is refused: it must be 1 or more. Correct the value.",
        "item i1, dose.hold_s: “30s” is not a whole number. Write a number without a unit, such as 30.",
    ]
    assert "takes no time. Give one of them." in fault(FOUR.adjust, "i1", hold_s=0)
    assert fault(FOUR.adjust, "item", hold_s=3) == ("plan P-001 version 1: has no item “item”. It has: i1, i2, i3, i4.")


def test_an_issued_plan_is_final(issued: Plan) -> None:
    """No step edits it; the message says what to do instead."""
    message = "plan P-001 version 1: is issued, and an issued version is never edited. Make a new version first."
    assert fault(issued.adjust, "i1", hold_s=45) == message
    assert fault(issued.remove, "i1") == message
    assert fault(issued.describe, patient="P-002") == message
    assert fault(finalised, resolve(issued, LIBRARY), "B. Physio", START) == message


def test_issue_keeps_the_words(issued: Plan) -> None:
    """The snapshot holds each exercise once; a library that changes later changes nothing."""
    changed = Library(e.model_copy(update={"patient_name": "Changed"}) for e in LIBRARY)
    assert issued.snapshot is not None
    assert len(issued.snapshot.exercises) == 4
    names = {i.exercise_id: resolve(issued, changed).exercises[i.exercise_id].patient_name for i in issued.items}
    assert "Changed" not in names.values()
    assert resolve(FOUR, changed).exercises["standing_itb_stretch"].patient_name == "Changed"


def test_what_cannot_be_issued() -> None:
    """An empty plan, and one with an exercise that does not exist."""
    assert (
        fault(finalised, resolve(EMPTY, LIBRARY), "A", START)
        == "plan P-001: it has no exercises. Add at least one exercise."
    )
    odd = from_document(to_document(FOUR).replace("standing_itb_stretch", "standing_itb_stretsh"), "x.json").plan
    assert fault(finalised, resolve(odd, LIBRARY), "A", START) == (
        "plan P-001, item i3: “standing_itb_stretsh” is not in the library. Did you mean “standing_itb_stretch”?"
    )


def test_a_new_version(issued: Plan) -> None:
    """It names the one it replaces, is a draft, starts later, and drops what is over."""
    paused = finalised(resolve(FOUR.pause(dt.date(2026, 6, 3), dt.date(2026, 6, 5)), LIBRARY), "A", START)
    two = paused.new_version(dt.date(2026, 6, 15))
    assert two.is_draft
    assert (two.version, two.replaces and two.replaces.version, two.pauses) == (2, 1, ())
    assert two.items == paused.items
    assert fault(issued.new_version, dt.date(2026, 5, 31)) == (
        "start: 2026-05-31 is before the start of plan P-001 version 1, 2026-06-01. Choose that day or a later one."
    )
    assert "is still a draft" in fault(FOUR.new_version, dt.date(2026, 7, 1))


@pytest.mark.parametrize(("review", "kept"), [(15, False), (16, True)])
def test_a_new_version_keeps_what_lies_ahead(review: int, kept: bool) -> None:
    """A review after its first day, and what is left of a pause under way on it; one that ends on it is over."""
    over, under_way = (dt.date(2026, 6, 3), dt.date(2026, 6, 10)), (dt.date(2026, 6, 10), dt.date(2026, 6, 20))
    one = FOUR.describe(review_on=dt.date(2026, 6, review)).pause(*over).pause(*under_way)
    two = finalised(resolve(one, LIBRARY), "A", START).new_version(dt.date(2026, 6, 15))
    assert two.review_on == (one.review_on if kept else None)
    assert [(pause.start, pause.end) for pause in two.pauses] == [(dt.date(2026, 6, 15), dt.date(2026, 6, 20))]
    early = finalised(resolve(one, LIBRARY), "A", START).new_version(dt.date(2026, 6, 10))
    assert [(pause.start, pause.end) for pause in early.pauses] == [under_way]


def test_a_correction_on_the_same_day(issued: Plan) -> None:
    """It needs a reason, which is kept, and the version that it replaces is then never in force."""
    message = "new version: starts on 2026-06-01 like version 1, so it corrects that one, and says no reason. "
    assert fault(issued.new_version, START, "  ") == message + "Write what is corrected, or choose a later day."
    two = finalised(resolve(issued.new_version(START, "Wrong side."), LIBRARY), "A", START)
    assert two.replaces is not None
    assert (two.replaces.version, two.replaces.reason) == (1, "Wrong side.")
    spans = [(s.plan.version, s.start, s.end) for s in in_force([two, issued])]
    assert spans == [(1, START, START), (2, START, dt.date(2026, 6, 29))]


def test_versions_in_force(issued: Plan) -> None:
    """Each version counts until the next one starts; order of the files does not matter."""
    two = finalised(resolve(issued.new_version(dt.date(2026, 6, 15)), LIBRARY), "A", dt.date(2026, 6, 15))
    spans = in_force([two, issued])
    assert [(s.plan.version, s.start, s.end) for s in spans] == [
        (1, START, dt.date(2026, 6, 15)),
        (2, dt.date(2026, 6, 15), dt.date(2026, 7, 13)),
    ]
    assert fault(in_force, [issued, issued]).endswith("is given twice. Leave one of the two files out.")
    assert in_force([]) == []


def test_what_is_no_line_of_versions(issued: Plan) -> None:
    """Versions that start out of order, and those of two plans."""
    two = issued.new_version(dt.date(2026, 6, 15))
    assert fault(in_force, [issued, two.model_copy(update={"start": dt.date(2026, 5, 31)})]) == (
        "plan P-001 version 2: starts on 2026-05-31, before version 1. Give the right files."
    )
    assert fault(in_force, [issued, two.model_copy(update={"code": FOUR.code})]) == (
        f"plan P-001 version 2: (code {FOUR.code}) is another plan than P-001 (code {issued.code}). "
        "Give the versions of one plan at a time."
    )


def test_between_a_review_and_the_next_version_nothing_is_in_force(issued: Plan) -> None:
    """A version that ended before the next one starts keeps its end."""
    late = dt.date(2026, 7, 6)
    two = finalised(resolve(issued.new_version(late), LIBRARY), "A", late)
    first = in_force([issued, two])[0]
    assert (first.start, first.end) == (START, dt.date(2026, 6, 29))


def test_a_patient_is_settled_by_the_first_issue(issued: Plan) -> None:
    """A first draft may go to a patient who is known already, and no later version."""
    assert FOUR.of_patient(issued.patient_code).patient_code == issued.patient_code
    assert fault(issued.new_version(dt.date(2026, 6, 15)).of_patient, FOUR.patient_code) == (
        "plan P-001 version 2: has been issued for its patient. Start a new plan."
    )


def test_a_copy_is_the_same_patients(issued: Plan) -> None:
    """A plan of its own with the same content, a first version and a draft, of whatever it was copied."""
    copy = issued.new_version(dt.date(2026, 6, 15)).copied("P-002")
    assert (copy.patient_code, copy.items, copy.plan_id) == (issued.patient_code, issued.items, "P-002")
    assert (copy.version, copy.replaces, copy.is_draft, copy.code != issued.code) == (1, None, True, True)
    assert issued.copied("P-002").is_draft


@given(
    hold=st.integers(1, 300),
    reps=st.integers(1, 100),
    days=st.integers(1, 7),
    note=st.text(max_size=50),
    sides=st.sampled_from(["left", "right", "both", "each"]),
)
def test_a_plan_survives_its_file(hold: int, reps: int, days: int, note: str, sides: Sides) -> None:
    """Written and read again it is the same plan, the same text, and valid by the schema."""
    plan = FOUR.adjust("i2", hold_s=hold, reps=reps, schedule=days_a_week(days), note=note, sides=sides)
    text = to_document(plan)
    assert from_document(text, "x.json") == PlanFile(plan)
    assert to_document(from_document(text, "x.json").plan) == text
    SCHEMA.validate(json.loads(text))


def test_an_issued_plan_survives_its_file(issued: Plan) -> None:
    """Its snapshot too."""
    assert from_document(to_document(issued), "x.json") == PlanFile(issued)


def test_the_schema_file_is_current() -> None:
    """data/schemas/plan.schema.json is what `python -m kit.plan.document` writes."""
    assert schema_path().read_text(encoding="utf-8") == schema()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            to_document(FOUR).replace('"format": 2', '"format": 3'),
            "p.json: has format 3, and this kit reads format 2 and 1. Open it with the version of the kit that made it.",
        ),
        (
            "{}",
            "p.json: has no format number, and this kit reads format 2 and 1. "
            "Open it with the version of the kit that made it.",
        ),
        (
            '{"format": true}',
            "p.json: has format True, and this kit reads format 2 and 1. Open it with the version of the kit that made it.",
        ),
        ("[]", "p.json: is JSON, but not a plan. Give a plan file."),
        ('{"format": 1, "plan_id": "P-001"}', "p.json, start: is missing. Add it."),
    ],
)
def test_files_that_are_no_plan(text: str, message: str) -> None:
    """The message says what the file is, and what to do."""
    assert fault(from_document, text, "p.json") == message


def test_broken_json() -> None:
    """Text that is no JSON is named as that; so is nesting without end."""
    assert "p.json: is not JSON" in fault(from_document, "{", "p.json")
    assert "p.json: is not JSON" in fault(from_document, "[" * 100_000, "p.json")


def test_dates_must_fit() -> None:
    """A review before the start or a century later is refused; so are pauses that overlap or run backwards."""
    assert "by at most 366 days" in fault(FOUR.describe, review_on=START)
    assert "by at most 366 days" in fault(FOUR.describe, review_on=dt.date(2126, 6, 1))
    day = dt.date(2026, 6, 10)
    assert "not after its start" in fault(FOUR.pause, day, day)
    paused = FOUR.pause(day, dt.date(2026, 6, 12), "illness")
    assert "overlap. Join them." in fault(paused.pause, dt.date(2026, 6, 11), dt.date(2026, 6, 14))


def test_an_issued_plan_is_not_paused(issued: Plan) -> None:
    """A pause is an edit like any other: it belongs in the next version."""
    assert fault(issued.pause, dt.date(2026, 6, 10), dt.date(2026, 6, 12)) == (
        "plan P-001 version 1: is issued, and an issued version is never edited. Make a new version first."
    )


def test_a_pause_ends_before_its_end() -> None:
    """On that day the exercises are due again, and another pause may begin."""
    day, end = dt.date(2026, 6, 10), dt.date(2026, 6, 12)
    plan = FOUR.pause(day, end)
    assert [plan.is_paused(day + dt.timedelta(days=n)) for n in (-1, 0, 1, 2)] == [False, True, True, False]
    assert len(plan.pause(end, dt.date(2026, 6, 13)).pauses) == 2


def test_an_answer_stands_once_and_is_carried() -> None:
    """A second one for the same finding replaces the first; a new version carries the reasons, and names the version
    that each is from; a sign-off it never carries."""
    plan = FOUR.override("AVOID x", "One.", "A", START).override("AVOID y", "Y.", "A", START)
    plan = plan.override("AVOID x", "Two.", "B", START).sign_off("STOP x", "A", START).sign_off("STOP x", "B", START)
    assert [(o.finding, o.reason) for o in plan.overrides] == [("AVOID y", "Y."), ("AVOID x", "Two.")]
    assert [(s.finding, s.by) for s in plan.sign_offs] == [("STOP x", "B")]
    two = finalised(resolve(plan, LIBRARY), "A", START).new_version(dt.date(2026, 6, 15))
    assert [(o.finding, o.reason, o.carried_from) for o in two.overrides] == [
        ("AVOID y", "Y.", 1),
        ("AVOID x", "Two.", 1),
    ]
    assert two.sign_offs == ()
    again = two.override("AVOID y", "New.", "A", dt.date(2026, 6, 15))
    three = finalised(resolve(again, LIBRARY), "A", dt.date(2026, 6, 15)).new_version(dt.date(2026, 6, 29))
    assert [(o.finding, o.carried_from) for o in three.overrides] == [("AVOID x", 1), ("AVOID y", 2)]


@pytest.mark.parametrize(("made", "kept"), [(dt.date(2026, 6, 15), True), (dt.date(2026, 6, 16), False)])
def test_a_screen_is_kept_for_two_weeks(made: dt.date, kept: bool) -> None:
    """Counted on the day that the new version is made; else its day and its answers are cleared."""
    context = FOUR.context.model_copy(update={"red_flags_screened": START, "red_flags": ("Hip",)})
    one = finalised(resolve(FOUR.describe(context=context), LIBRARY), "A", START)
    now = one.new_version(dt.date(2026, 6, 20), on=made).context
    assert (now.red_flags_screened, now.red_flags) == ((START, ("Hip",)) if kept else (None, ()))


@pytest.mark.parametrize("sides", ["left", "right", "each"])
@pytest.mark.parametrize(
    ("exercise", "mend"),
    [
        ("bridge", "Prescribe both, or take “single_leg_bridge”."),
        ("doorway_pec_stretch", "Prescribe both."),
    ],
)
def test_one_side_of_work_that_takes_both_is_refused(sides: Sides, exercise: str, mend: str) -> None:
    """In plain words, with what can be done in its place; both at once are taken."""
    how = "on each side in turn" if sides == "each" else f"on the {sides} only"
    name = LIBRARY[exercise].patient_name
    said = f"item i1, sides: {name} works both sides at once. It cannot be done {how}. {mend}"
    assert fault(EMPTY.add, LIBRARY[exercise], sides=sides) == said
    assert EMPTY.add(LIBRARY[exercise], sides="both").items[0].sides == "both"


def test_a_finding_itself_is_answered() -> None:
    """A finding of the review, or its key, is the same answer."""
    finding = next(one for one in check(EMPTY.add(LIBRARY["bridge"]), LIBRARY))
    assert EMPTY.override(finding, "Why.", "A", START) == EMPTY.override(finding.key, "Why.", "A", START)
    assert EMPTY.sign_off(finding, "A", START) == EMPTY.sign_off(finding.key, "A", START)
    assert EMPTY.sign_off(finding, "A", START).sign_offs[0].finding == finding.key


def test_what_is_no_key_is_not_answered() -> None:
    """A key begins with the level of its finding; a plan of a file keeps the keys that it has."""
    mend = "Give a finding of check, or copy its key."
    for key in ("i3", "", "AVOID", "AVOID ", "avoid gtps i3", "AVOIDED x"):
        said = f"“{key}” is not the key of a finding. {mend}"
        assert fault(EMPTY.override, key, "R", "A", START) == f"override, finding: {said}"
        assert fault(EMPTY.sign_off, key, "A", START) == f"sign-off, finding: {said}"
    assert fault(EMPTY.override, 3, "R", "A", START) == (
        "override, finding: 3 is not a finding. Give one of check, or its key."
    )
    for level in ("STOP", "ERROR", "AVOID", "CAUTION", "INFO"):
        assert EMPTY.override(f"{level} x", "R", "A", START).overrides[0].finding == f"{level} x"
    old = {**dict(EMPTY), "overrides": [{"finding": "i3", "reason": "R", "by": "A", "on": START}]}
    assert Plan.model_validate(old).overrides[0].finding == "i3"


def test_the_end_of_a_tag_goes_before_that_of_the_condition() -> None:
    until, own = dt.date(2026, 7, 1), dt.date(2026, 8, 1)
    held = ConditionInForce(condition="x", until=until, ends=(TagEnd(tag="loaded_squat", until=own),))
    assert (held.end_for("loaded_squat"), held.end_for("other")) == (own, until)


def test_an_unfinished_exercise_is_neither_added_nor_issued() -> None:
    """Also where it was finished when it came into the plan."""
    unfinished = LIBRARY["bridge"].model_copy(update={"needs_clinician": ("dose",)})
    told = (
        "the exercise “bridge” is not complete: dose still to be filled in. "
        "Fill these fields in bridge.toml in your exercises folder, then take them out of needs_clinician."
    )
    assert fault(EMPTY.add, unfinished) == f"plan P-001 version 1: {told}"
    plan = EMPTY.add(LIBRARY["bridge"])
    assert fault(finalised, resolve(plan, Library([unfinished])), "A", START) == f"plan P-001, item i1: {told}"


def test_templates() -> None:
    """Every template makes a plan without faults; an unknown name is told with the nearest."""
    for name, ready in templates().items():
        assert resolve(ready.plan(LIBRARY, "P-1", START), LIBRARY).faults == (), name
    assert fault(template, "knee-glute-stretch") == (
        "template: “knee-glute-stretch” does not exist. Did you mean “knee-glute-stretches”?"
    )


def test_a_plan_goes_over_nothing_but_its_own_draft(tmp_path: Path, issued: Plan) -> None:
    """Not over an issued version, another plan, or what is no plan; and nothing is written that could not be read."""
    path = tmp_path / "p.json"
    write_plan(FOUR, path)
    write_plan(FOUR.adjust("i1", hold_s=45), path)
    other = FOUR.copied("P-002")
    assert fault(write_plan, other, path) == (f"{path}: holds another plan, P-001 ({FOUR.code}). Choose another name.")
    final = finalised(resolve(FOUR, LIBRARY), "A", START)
    write_plan(final, path)
    write_plan(final, path)
    assert fault(write_plan, FOUR, path) == (
        f"{path}: holds version 1, which is issued and stays as it is. Choose another name."
    )
    altered = final.model_copy(update={"title": "Other"})
    assert fault(write_plan, altered, tmp_path / "new.json").startswith("plan P-001 version 1: it was changed")
    assert not (tmp_path / "new.json").exists()
    (tmp_path / "notes.json").write_text("my notes", encoding="utf-8")
    assert fault(write_plan, FOUR, tmp_path / "notes.json") == (
        f"{tmp_path / 'notes.json'}: is there, and is no plan that can be read. Choose another name."
    )
    write_plan(FOUR, path, over=True)
    assert read_plan(path) == FOUR
