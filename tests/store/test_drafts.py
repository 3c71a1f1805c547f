"""Drafts: every edit is kept, belongs to one plan, and no hand overwrites another's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import text

from kit.errors import KitError, PlanError
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.store.audit import trail
from kit.store.held import ConflictError, Held
from kit.store.store import Store
from tests.store.conftest import Opener

START = dt.date(2026, 6, 1)


def fault(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(KitError) as caught:
        call(*args)
    return str(caught.value)


@pytest.fixture
def screened(four: Plan) -> Plan:
    return four.describe(context=Context(red_flags_screened=START))


def test_what_is_kept_is_there_for_the_next_program(opener: Opener, four: Plan) -> None:
    """Another program that opens the store finds the draft, edit by edit."""
    held = opener().drafts.begin(four)
    assert held == Held(four, 1)
    held = opener().drafts.put(held, four.adjust("i1", hold_s=45))
    assert opener().open(four.code) == held == Held(four.adjust("i1", hold_s=45), 2, can_undo=True)


def test_undo_ends_at_the_beginning_of_the_plan(opener: Opener, four: Plan) -> None:
    """Back step by step, never behind the plan's beginning, and forward again; all of it survives a new program."""
    longer = four.adjust("i1", hold_s=45)
    held = opener().drafts.put(opener().drafts.begin(four), longer)
    back = opener().drafts.undo(held)
    assert (back.plan, back.can_undo, back.can_redo) == (four, False, True)
    assert opener().drafts.undo(back) == back
    again = opener().drafts.redo(opener().open(four.code))
    assert (again.plan, again.can_undo, again.can_redo) == (longer, True, False)
    assert opener().drafts.redo(again) == again


def test_a_new_edit_ends_what_could_be_done_again(store: Store, four: Plan) -> None:
    """However many steps were taken back before it."""
    held = store.drafts.begin(four)
    for gone in ("i4", "i3"):
        held = store.drafts.put(held, held.plan.remove(gone))
    held = store.drafts.put(store.drafts.undo(store.drafts.undo(held)), four.remove("i1"))
    assert not held.can_redo
    assert store.drafts.redo(held).plan == four.remove("i1")


def test_digits_typed_into_one_field_are_one_step(store: Store, four: Plan) -> None:
    """Edits of one topic in a row are one step back; of another topic, or after an undo, two."""
    held = store.drafts.begin(four)
    for hold_s, topic in ((4, "hold"), (45, "hold"), (46, "other")):
        held = store.drafts.put(held, four.adjust("i1", hold_s=hold_s), topic)
    held = store.drafts.undo(held)
    assert held.plan.item("i1").dose.hold_s == 45
    held = store.drafts.put(held, four.adjust("i1", hold_s=50), "hold")
    held = store.drafts.undo(held)
    assert held.plan.item("i1").dose.hold_s == 45
    assert store.drafts.undo(held).plan == four


def test_a_step_back_ends_a_topic(store: Store, four: Plan) -> None:
    """What is typed into the same field after an undo is a step of its own."""
    held = store.drafts.put(store.drafts.begin(four), four.adjust("i1", hold_s=45))
    held = store.drafts.undo(store.drafts.put(held, four.adjust("i1", hold_s=50), "hold"))
    held = store.drafts.put(held, four.adjust("i1", hold_s=60), "hold")
    assert store.drafts.undo(held).plan == four.adjust("i1", hold_s=45)


def test_the_oldest_steps_are_let_go(store: Store, four: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft goes back as many steps as it keeps, and no further."""
    monkeypatch.setattr("kit.store.drafts._DEPTH", 3)
    held = store.drafts.begin(four)
    for hold_s in range(41, 46):
        held = store.drafts.put(held, four.adjust("i1", hold_s=hold_s))
    back = []
    while held.can_undo:
        held = store.drafts.undo(held)
        back.append(held.plan.item("i1").dose.hold_s)
    assert back == [44, 43, 42]


def test_edits_of_different_things_are_put_together(opener: Opener, four: Plan) -> None:
    """The later hand is told what the other one did; one step back is the other's edit alone."""
    one, two = opener("one"), opener("two")
    mine = theirs = one.drafts.begin(four)
    theirs = two.drafts.put(theirs, four.describe(title="Other"))
    mine = one.drafts.put(mine, four.adjust("i1", hold_s=45))
    assert mine.plan == four.describe(title="Other").adjust("i1", hold_s=45)
    assert mine.merged == theirs.plan
    assert one.drafts.undo(mine).plan == theirs.plan


def test_edits_of_one_thing_are_refused_and_both_kept(opener: Opener, four: Plan) -> None:
    """The later hand is told; the plan is as the first hand left it, and the other edit lies beside it."""
    one, two = opener("one"), opener("two")
    mine = theirs = one.drafts.begin(four)
    theirs = two.drafts.put(theirs, four.adjust("i1", hold_s=60))
    with pytest.raises(ConflictError) as caught:
        one.drafts.put(mine, four.adjust("i1", hold_s=45))
    assert str(caught.value) == (
        "plan P-001 version 1: was changed in another window (two) since you opened it. Both edits are kept. "
        "Choose theirs, yours, or yours as a copy."
    )
    assert caught.value.theirs == theirs == one.open(four.code)
    assert [plan for _, plan in opener().drafts.set_aside(four.code)] == [four.adjust("i1", hold_s=45)]


def conflict(store: Store, four: Plan) -> ConflictError:
    held = store.drafts.begin(four)
    store.drafts.put(held, four.adjust("i1", hold_s=60))
    with pytest.raises(ConflictError) as caught:
        store.drafts.put(held, four.adjust("i1", hold_s=45))
    return caught.value


def test_mine_goes_over_theirs_and_theirs_is_one_step_back(store: Store, four: Plan) -> None:
    held = store.drafts.keep_mine(conflict(store, four))
    assert held.plan.item("i1").dose.hold_s == 45
    assert store.drafts.undo(held).plan.item("i1").dose.hold_s == 60
    assert store.drafts.set_aside(four.code) == []


def test_mine_as_a_copy_is_a_plan_of_its_own(store: Store, four: Plan) -> None:
    found = conflict(store, four)
    copy = Plan.begin("P-002", START, **{n: v for n, v in dict(found.mine).items() if n in ("patient", "items")})
    assert store.drafts.keep_copy(found, copy).plan == copy
    assert store.open(four.code).plan.item("i1").dose.hold_s == 60
    assert store.drafts.set_aside(four.code) == []
    assert [listed.plan_id for listed in store.plans.recent()] == ["P-002", "P-001"]


def test_undo_on_an_old_revision_is_refused(store: Store, four: Plan) -> None:
    """Stepping back would take away what another hand did."""
    held = store.drafts.put(store.drafts.begin(four), four.remove("i4"))
    store.drafts.put(held, four.remove("i4").remove("i3"))
    assert fault(store.drafts.undo, held) == (
        "plan P-001: was changed in another window (tester) since you opened it. Look at it, and undo then."
    )
    assert len(store.open(four.code).plan.items) == 2


def test_a_label_of_another_plan_is_refused(store: Store, four: Plan, library: Library) -> None:
    """Neither a new plan nor a renamed one gets the label of another; that one is untouched."""
    store.drafts.begin(four)
    message = "plan id: “P-001” is taken by another plan. Choose another id."
    assert fault(store.drafts.begin, Plan.begin("P-001", START)) == message
    other = store.drafts.begin(Plan.begin("P-002", START))
    renamed = other.plan.model_copy(update={"plan_id": "P-001"})
    assert fault(store.drafts.put, other, renamed) == message
    assert store.open(four.code).plan == four
    assert store.open(other.plan.code) == other


def test_a_patient_has_the_label_given_last(store: Store, four: Plan) -> None:
    """In each of his plans, whichever of them was edited."""
    held = store.drafts.begin(four)
    store.drafts.begin(four.copied("P-002"))
    store.drafts.put(held, four.describe(patient="P-009"))
    assert [(listed.plan_id, listed.patient) for listed in store.plans.of_patient(four.patient_code)] == [
        ("P-001", "P-009"),
        ("P-002", "P-009"),
    ]


def test_a_plan_is_begun_once(store: Store, four: Plan) -> None:
    store.drafts.begin(four)
    assert fault(store.drafts.begin, four) == (
        f"plan P-001: the code {four.code} is in this store already. Open that plan."
    )


def test_the_next_version_is_begun_once(store: Store, screened: Plan, library: Library) -> None:
    """The second who begins it is told that it is there."""
    held = store.versions.issue(store.drafts.begin(screened), library, "A. Physio", START)
    two = store.drafts.next_version(held, dt.date(2026, 6, 15))
    assert (two.plan.version, two.can_undo) == (2, False)
    assert store.open(screened.code) == two
    assert fault(store.drafts.next_version, held, dt.date(2026, 6, 22)) == (
        "plan P-001: version 2 has been begun already. Open version 2."
    )
    store.versions.issue(
        store.drafts.put(two, two.plan.describe(title="Two")), library, "A. Physio", dt.date(2026, 6, 15)
    )
    assert fault(store.drafts.next_version, held, dt.date(2026, 6, 22)) == (
        "plan P-001: version 2 is issued already. Open version 2."
    )


def test_an_edit_of_what_was_issued_meanwhile_is_kept_aside(opener: Opener, screened: Plan, library: Library) -> None:
    """The issued version stays as it is, mine cannot go over it, and is not lost."""
    one, two = opener("one"), opener("two")
    held = one.drafts.begin(screened)
    two.versions.issue(two.open(screened.code), library, "B. Physio", START)
    with pytest.raises(ConflictError) as caught:
        one.drafts.put(held, screened.remove("i4"))
    assert not caught.value.theirs.plan.is_draft
    assert fault(one.drafts.keep_mine, caught.value) == (
        "plan P-001: version 1 is there already, and stays. Keep yours as a copy, or open theirs."
    )
    assert [plan for _, plan in one.drafts.set_aside(screened.code)] == [screened.remove("i4")]


def test_an_edit_of_the_version_before_is_kept_aside(opener: Opener, screened: Plan, library: Library) -> None:
    """It is never put into the next version, though it touches nothing that was changed there."""
    one, two = opener("one"), opener("two")
    held = one.drafts.begin(screened)
    issued = two.versions.issue(two.open(screened.code), library, "B. Physio", START)
    begun = two.drafts.next_version(issued, dt.date(2026, 6, 15))
    with pytest.raises(ConflictError) as caught:
        one.drafts.put(held, screened.adjust("i4", hold_s=45))
    assert caught.value.theirs == begun == one.open(screened.code)
    assert fault(one.drafts.keep_mine, caught.value) == (
        "plan P-001: version 2 is there already, and stays. Keep yours as a copy, or open theirs."
    )


def test_everything_of_note_is_in_the_audit_trail(store: Store, screened: Plan, library: Library) -> None:
    """Who, what and when, the newest first; edits alone are not noted."""
    held = store.drafts.put(store.drafts.begin(screened), screened.describe(title="Other"))
    store.versions.issue(held, library, "A. Physio", START)
    lines = [(entry.who, entry.what, entry.code) for entry in trail(store.database)]
    assert lines == [
        ("tester", "issued version 1 of plan P-001 in the name of A. Physio", screened.code),
        ("tester", "began plan P-001", screened.code),
    ]


def half_a_write(store: Store) -> None:
    with store.database.write() as connection:
        connection.execute(text("INSERT INTO patients VALUES ('BCDFGHJF', 'P-009', 'now')"))
        raise PlanError(())


def test_a_write_that_is_refused_leaves_nothing(store: Store, four: Plan) -> None:
    """A transaction that raises is undone as a whole: no plan, no patient, no line in the trail."""
    with pytest.raises(PlanError):
        half_a_write(store)
    with store.database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM patients")).scalar() == 0
