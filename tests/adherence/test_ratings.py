"""Pain and effort as they were rated: 0 is a rating, an empty cell is none."""

from __future__ import annotations

from kit.adherence.measure import measure
from kit.adherence.ratings import Rating
from kit.diary.rows import Row
from kit.plan.plan import Plan
from tests.adherence.conftest import entry, june, only, rows_of, session


def rated(plan: Plan, *rows: Row | list[Row], as_of: int = 8) -> dict[str, tuple[int, float | None, int | None]]:
    found = measure([plan], rows_of(*rows), june(as_of)).ratings
    return {r.name: (r.sessions, r.median, r.highest) for r in found}


def test_median_and_highest(four: Plan) -> None:
    """0, 3 and 8 over three sessions; the fourth told nothing of pain."""
    pains = [entry(june(day), "done", pain_worst=pain) for day, pain in ((1, 0), (2, 8), (3, 3), (4, None))]
    found = rated(four, *pains, entry(june(5), "done", effort=4), entry(june(6), "done", effort=7))
    assert found == {
        "pain_before": (0, None, None),
        "pain_worst": (3, 3.0, 8),
        "pain_after": (0, None, None),
        "pain_next_morning": (0, None, None),
        "effort": (2, 5.5, 7),
    }


def test_each_column_is_its_own(four: Plan) -> None:
    told = {"pain_before": 1, "pain_worst": 2, "pain_after": 3, "pain_next_morning": 4, "effort": 5}
    assert {name: highest for name, (_, _, highest) in rated(four, entry(june(1), "done", **told)).items()} == told


def test_once_a_session(four: Plan) -> None:
    """In whichever of its rows it stands, and in all of them; where they differ, the highest counts."""
    first, *rest = session(june(1), "done", ("i1", "i2"), pain_after=2)
    assert rated(four, first, *rest)["pain_after"] == (1, 2.0, 2)
    assert rated(four, *rest, entry(june(1), "done", side="right", pain_after=6))["pain_after"] == (1, 6.0, 6)


def test_every_session_that_told_it(four: Plan) -> None:
    """Not done, without a status, without a day, on a day when nothing was due; not one after the report's day."""
    rows = [
        entry(june(1), "not_done", pain_before=1),
        entry(june(2), None, pain_before=2),
        entry(None, "done", week=1, pain_before=3),
        entry(june(7), "done", slot=9, pain_before=4),
        entry(june(9), "done", pain_before=10),
    ]
    assert rated(only(four, "i1"), *rows)["pain_before"] == (4, 2.5, 4)
    assert rated(only(four, "i1"), *rows, as_of=9)["pain_before"] == (5, 3.0, 10)


def test_frame(four: Plan) -> None:
    """Fixed types; missing where nobody told it."""
    table = measure([four], rows_of(entry(june(1), "done", effort=0)), june(2)).rated()
    assert list(table.columns) == ["rating", "sessions", "median", "highest"]
    assert [str(kind) for kind in table.dtypes] == ["string", "int64", "Float64", "Int64"]
    assert table.set_index("rating").loc[["effort"]].to_numpy().tolist() == [[1, 0.0, 0]]
    assert table["highest"].isna().tolist() == [True, True, True, True, False]
    assert Rating("effort", 1, 0.0, 0).as_dict() == {"sessions": 1, "median": 0.0, "highest": 0}
