"""How well her activities go, as a diary tells it: every two weeks, in columns that may be missing."""

from __future__ import annotations

import pytest

from kit.diary.columns import ACTIVITIES, COLUMNS
from kit.diary.frames import typed
from kit.plan.plan import Plan
from tests.diary.conftest import Read


@pytest.fixture
def asking(four: Plan) -> Plan:
    return four.describe(activities=("Walking to the shop", "Stairs"))


def test_they_are_the_last_columns() -> None:
    """Whoever reads a diary by place finds all others where they were."""
    assert COLUMNS[-3:] == ACTIVITIES
    assert COLUMNS[-4] == "note"


def test_what_is_written_is_read(read: Read, asking: Plan) -> None:
    """0 is an answer, and "7/10" is one that is told."""
    diary = read({"activity_1": "0", "activity_2": "7/10"}, {"side": "left"}, plans=(asking,))
    assert diary.rows[[*ACTIVITIES]].astype(object).where(diary.rows[[*ACTIVITIES]].notna(), None).values.tolist() == [
        [0, 7, None],
        [None] * 3,
    ]
    assert list(map(str, diary.faults)) == [
        "diary.csv, row 2: activity_2: “7/10” is read as 7. Look whether that is right."
    ]


def test_a_diary_from_before_is_read_as_before(read: Read) -> None:
    """Without the columns, and as a frame without them."""
    diary = read({"status": "done"}, without=ACTIVITIES)
    assert (len(diary.rows), diary.rejects, diary.faults) == (1, (), ())
    assert diary.rows[[*ACTIVITIES]].isna().all(axis=None)
    frame, faults = typed(diary.rows.drop(columns=[*ACTIVITIES]))
    assert faults == []
    assert list(frame.columns) == list(COLUMNS)
    assert frame.equals(diary.rows)


@pytest.mark.parametrize(
    ("activities", "has"), [((), "no activities"), (("Stairs",), "1 activity"), (("Stairs", "Running"), "2 activities")]
)
def test_a_number_for_an_activity_that_is_none(read: Read, four: Plan, activities: tuple[str, ...], has: str) -> None:
    """The cell is left out and told; what else the row says stays."""
    diary = read({"status": "done", "activity_3": "4"}, plans=(four.describe(activities=activities),))
    assert diary.rows["status"].tolist() == ["done"]
    assert diary.rows["activity_3"].isna().all()
    assert list(map(str, diary.faults)) == [
        f"diary.csv, row 2: activity_3: 4 is of none, since version 1 of plan P-001 has {has}; "
        "the cell is left out, its row stays. Ask the patient what is meant."
    ]


def test_they_belong_to_the_session(read: Read, asking: Plan) -> None:
    """Two numbers for one activity in one session are told."""
    diary = read({"activity_1": "3"}, {"side": "left", "activity_1": "4"}, plans=(asking,))
    assert list(map(str, diary.faults)) == [
        "diary.csv: activity_1 is 3 (row 2) and 4 (row 3) in one session: 2026-06-01, slot 1. Keep one of them."
    ]
