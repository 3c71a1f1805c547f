"""A row that its plan does not have is refused by name; whose a row is, its code says."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.template import template
from tests.diary.conftest import Read


@pytest.fixture
def two(four: Plan, library: Library) -> Plan:
    """The four stretches, the fourth on the left alone, and a heel raise with both legs as i5; 2 sets of 10."""
    plan = four.adjust("i4", sides="left").add(library["heel_raise_double"], sets=2, reps=10)
    return plan.add(library["walking"])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"item_id": "i99"}, "item i99 is not in version 1 of plan P-001. It has i1, i2, i3, i4, i5, i6."),
        ({"plan_version": "9"}, "plan P-001 has no version 9. It has 1."),
        (
            {"exercise_id": "walking"},
            "exercise walking is not that of item i1 in version 1 of plan P-001. "
            "Write seated_rotator_stretch, or correct the item.",
        ),
        (
            {"item_id": "i5", "exercise_id": "heel_raise_double", "side": "left"},
            "side left is not prescribed for item i5 in version 1 of plan P-001. Write both.",
        ),
        (
            {"item_id": "i4", "exercise_id": ""},
            "side right is not prescribed for item i4 in version 1 of plan P-001. Write left.",
        ),
        ({"side": "both"}, "side both is not prescribed for item i1 in version 1 of plan P-001. Write right or left."),
        (
            {"date": "2026-06-29"},
            "date: “2026-06-29” is not in version 1 of plan P-001, which has the days 2026-06-01 to 2026-06-28. "
            "Correct it, or use the diary of that time.",
        ),
        (
            {"date": "2026-05-31"},
            "date: “2026-05-31” is not in version 1 of plan P-001, which has the days 2026-06-01 to 2026-06-28. "
            "Correct it, or use the diary of that time.",
        ),
        (
            {"date": "", "week": "5"},
            "week 5 is not in version 1 of plan P-001, which has 4. Copy it from the handout.",
        ),
        (
            {"sets_done": "11"},
            "sets_done 11 is more than 10 times the dose of item i1 in version 1 of plan P-001, 1. Correct the number.",
        ),
        (
            {"hold_done_s": "301"},
            "hold_done_s 301 is more than 10 times the dose of item i1 in version 1 of plan P-001, 30. Correct the "
            "number.",
        ),
        (
            {"item_id": "i5", "exercise_id": "", "side": "both", "reps_done": "101", "reps_last_set": "102"},
            "reps_done 101 is more than 10 times the dose of item i5 in version 1 of plan P-001, 10. Correct the "
            "number. reps_last_set 102 is more than 10 times the dose of item i5 in version 1 of plan P-001, 10. "
            "Correct the number.",
        ),
    ],
)
def test_refused_by_name(read: Read, two: Plan, change: dict[str, str], why: str) -> None:
    """Each with value, rule and mend; the row beside it stands."""
    diary = read({"status": "done", **change}, {"side": "left", "status": "done"}, plans=(two,))
    assert list(map(str, diary.rejects)) == [f"row 2: {why}"]
    assert diary.rows.index.tolist() == [3]


def test_up_to_the_edge(read: Read, two: Plan) -> None:
    """The first and the last day, the last week, ten times the dose, repetitions of what goes by the clock: all stand."""
    heel = {"item_id": "i5", "exercise_id": "", "side": "both"}
    walk = {"item_id": "i6", "exercise_id": "", "side": "both", "reps_done": "4000"}
    diary = read(
        {"date": "2026-06-01"},
        {"date": "2026-06-28"},
        {"date": "", "week": "4"},
        {**heel, "sets_done": "20", "reps_done": "100", "reps_last_set": "100", "status": "done"},
        {**walk, "status": "done"},
        plans=(two,),
    )
    assert (diary.rejects, len(diary.rows)) == ((), 5)


def test_the_first_day_of_the_next_version(read: Read, issued: Plan) -> None:
    """An answer on it in the diary of the version before is refused by name; the day before and a blank row stand."""
    second = issued.new_version(dt.date(2026, 6, 15))
    rows = [
        {"date": "2026-06-14", "week": "2", "status": "done"},
        {"date": "2026-06-15", "week": "3", "status": "done"},
        {"date": "2026-06-16", "week": "3", "pain_worst": "0"},
        {"date": "2026-06-17", "week": "3"},
        {"date": "2026-06-15", "week": "1", "status": "done", "plan_version": "2"},
    ]
    why = "version 2 is in force from 2026-06-15. Use the diary of that version."
    for plans in ((issued, second), (second, issued)):
        diary = read(*rows, plans=plans)
        assert list(map(str, diary.rejects)) == [
            f"row 3: date 2026-06-15 is not in version 1 of plan P-001: {why}",
            f"row 4: date 2026-06-16 is not in version 1 of plan P-001: {why}",
        ]
        assert len(diary.rows) == 3
    assert read(*rows[:4], plans=(issued,)).rejects == ()


def test_the_diary_of_another_plan(read: Read, four: Plan, library: Library) -> None:
    """It is refused as a whole, both named; one row of another plan is refused by itself."""
    other = template("neck").plan(library, "P-002", dt.date(2026, 6, 1), random=Random(2))
    theirs = {"plan_code": other.code, "plan_id": "P-002", "status": "done"}
    with pytest.raises(ContentError) as caught:
        read(theirs, {**theirs, "side": "left"}, plans=(four,))
    assert str(caught.value) == (
        f"diary.csv: belongs to P-002 ({other.code}), not to P-001 ({four.code}). Give the diary of this plan."
    )
    diary = read({"status": "done"}, theirs, plans=(four,))
    assert list(map(str, diary.rejects)) == [
        f"row 3: plan_code: no plan here has the code {other.code}. Use the diary of this plan."
    ]
    assert len(diary.rows) == 1


def test_no_row_stands(read: Read, four: Plan, library: Library) -> None:
    """Rows of another plan beside one that this plan does not have: each is refused by its own name."""
    other = template("neck").plan(library, "P-002", dt.date(2026, 6, 1), random=Random(2))
    diary = read({"plan_code": other.code}, {"item_id": "i99"})
    assert [reject.row for reject in diary.rejects] == [2, 3]
    assert diary.rows.empty


@pytest.mark.parametrize(("label", "mangled"), [("007", "7"), ("3-4", "3-Apr")])
def test_a_label_that_a_spreadsheet_changed(read: Read, four: Plan, label: str, mangled: str) -> None:
    """The code says whose a row is, however it was typed; the label comes out as the plan has it."""
    plan = four.model_copy(update={"plan_id": label})
    code = f"{plan.code[:4].lower()}-{plan.code[4:]}"
    diary = read({"plan_id": mangled, "plan_code": code, "status": "done"}, plans=(plan,))
    assert (diary.rejects, diary.faults) == ((), ())
    assert diary.rows[["plan_code", "plan_id"]].values.tolist() == [[plan.code, label]]


def test_a_diary_without_codes(read: Read, four: Plan) -> None:
    """Its rows are matched by label and version, which is told once; a label of two plans is refused."""
    told = (
        "diary.csv, row 1: has no column plan_code, so that its rows are matched by the plan's label and version. "
        "Look whether it is the right patient's; a new handout has the code."
    )
    diary = read({"status": "done"}, {"side": "left"}, without=("plan_code",))
    assert list(map(str, diary.faults)) == [told]
    assert diary.rows["plan_code"].tolist() == [four.code, four.code]
    twin = four.model_copy(update={"code": "BCDFGHJF"})
    codes = ", ".join(sorted((four.code, "BCDFGHJF")))
    refused = read({"status": "done"}, plans=(four, twin), without=("plan_code",))
    assert list(map(str, refused.rejects)) == [
        f"row 2: plan_id: 2 plans have the label P-001: {codes}. Write the right one into a column plan_code."
    ]
    with pytest.raises(ContentError) as caught:
        read({"plan_id": "P-002"}, without=("plan_code",))
    assert str(caught.value) == (
        f"diary.csv: belongs to P-002, not to P-001 ({four.code}). Give the diary of this plan."
    )
    assert read({"status": "done"}, plans=(), without=("plan_code",)).rows["plan_code"].isna().all()
    unnamed = read({"plan_id": ""}, {"side": "left"}, without=("plan_code",))
    assert list(map(str, unnamed.rejects)) == ["row 2: plan_id: is empty. Copy it from the row above."]


def test_of_many_strangers_three_are_named(read: Read, four: Plan, library: Library) -> None:
    """The rest is counted; each once."""
    codes = [template("neck").plan(library, "x", dt.date(2026, 6, 1), random=Random(n + 10)).code for n in range(5)]
    for count, more in ((3, ""), (5, " and 2 more")):
        rows = [{"plan_code": code, "plan_id": f"P-{n}"} for n, code in enumerate(codes[:count])]
        with pytest.raises(ContentError) as caught:
            read(*rows, {**rows[0], "side": "left"})
        named = ", ".join(f"P-{n} ({codes[n]})" for n in range(3))
        assert str(caught.value) == (
            f"diary.csv: belongs to {named}{more}, not to P-001 ({four.code}). Give the diary of this plan."
        )
