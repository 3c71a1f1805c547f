"""Each picture says what the tables say, in words too, and not by colour alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from kit.adherence.charts.days import MARKS
from kit.adherence.charts.pain import LINES
from kit.adherence.measure import Adherence, measure
from kit.diary.read import frame, read_diary
from kit.errors import ContentError
from kit.places import data_dir
from kit.plan.document import read_plan
from kit.plan.plan import Plan
from kit.statistics.interval import wilson

KINDS = ("weeks", "pain", "exercises", "days", "change")


@pytest.fixture(scope="module")
def found() -> Adherence:
    """The worked patient."""
    folder = data_dir() / "sample"
    rows = pd.concat([read_diary(path).rows for path in folder.glob("diary-v*.csv")])
    return measure([read_plan(path) for path in folder.glob("plan-v*.json")], rows, dt.date(2026, 6, 29))


def lines_of(drawn: Any) -> list[Any]:
    return list(drawn.figure.axes[0].lines)


def texts(axes: Any) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_pain(found: Adherence) -> None:
    """A line a kind of score with all of its scores; guides at 2 and 5; a mark where the plan changed."""
    drawn = found.chart("pain")
    axes = drawn.figure.axes[0]
    lines = [line for line in lines_of(drawn) if len(line.get_xdata()) > 2]
    told = found.frames.sessions
    assert [list(line.get_ydata()) for line in lines] == [told[name].dropna().tolist() for name, *_ in LINES]
    assert {float(line.get_ydata()[0]) for line in lines_of(drawn) if len(set(line.get_ydata())) == 1} >= {2.0, 5.0}
    assert texts(axes) == ["2", "5", "plan version 2"]
    assert drawn.alt == (
        "Pain by session, 0 to 10. Before: from 6 to 3, highest 6, told 16 times. Worst: from 6 to 3, highest 6, told "
        "16 times. After: from 6 to 2, highest 6, told 16 times. Next morning: from 5 to 1, highest 5, told 16 times."
    )


def test_exercises(found: Adherence) -> None:
    """A dot at the share of each, its interval beside it, and the numbers."""
    drawn = found.chart("exercises")
    dots = [line for line in lines_of(drawn) if line.get_marker() == "o"]
    assert [float(dot.get_xdata()[0]) for dot in dots] == [pytest.approx(15 / 22)] * 4
    bars = [line for line in lines_of(drawn) if len(line.get_xdata()) == 2 and line.get_linewidth() > 2]
    assert [tuple(map(float, bar.get_xdata())) for bar in bars] == [pytest.approx(wilson(15, 22))] * 4
    assert texts(drawn.figure.axes[0]) == ["15 of 22"] * 4
    assert drawn.alt.endswith("(cross-body) stretch: 15 of 22.")


def test_days(found: Adherence) -> None:
    """Each day at its weekday and week, by the mark of what it was."""
    drawn = found.chart("days")
    lines = dict(zip(MARKS, lines_of(drawn), strict=True))
    assert {kind: len(line.get_xdata()) for kind, line in lines.items()} == {
        "done": 14, "partial": 1, "not_done": 3, "missing": 4, "rest": 5, "pause": 2,
    }  # fmt: skip
    assert [*zip(lines["pause"].get_xdata(), lines["pause"].get_ydata(), strict=True)] == [(2, 1), (3, 1)]
    assert drawn.alt == (
        "Each day of the plan: 14 done, 1 partly done, 3 not done, 4 not logged, 5 nothing due, 2 pause."
    )


def test_change(found: Adherence) -> None:
    """Full weeks of either side with their median; numbers, and no cause."""
    drawn = found.chart("change")
    axes = drawn.figure.axes[0]
    sides = [list(line.get_ydata()) for line in lines_of(drawn) if line.get_marker() in ("o", "s")]
    assert sides == [pytest.approx([6 / 7, 3 / 5]), pytest.approx([4 / 5, 2 / 5])]
    assert texts(axes) == ["6 of 7", "3 of 5", "4 of 5", "2 of 5", "plan version 2"]
    assert drawn.alt == (
        "Before and after the plan changed. Before version 2: 6 of 7, 3 of 5, median 73 %. "
        "Since version 2: 4 of 5, 2 of 5, median 60 %. Too few weeks."
    )


@pytest.mark.parametrize(("one", "other"), [(a, b) for a in range(6) for b in range(a)])
def test_no_two_marks_differ_by_colour_alone(one: int, other: int) -> None:
    """Of the days by shape or filling; of the lines of pain by line and by sign."""
    looks = [{name: value for name, value in look.items() if name != "color"} for _, look in MARKS.values()]
    assert looks[one] != looks[other]
    if one < len(LINES):
        assert LINES[one][3:] != LINES[other][3:]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_yet(kind: Any, four: Plan) -> None:
    """A sentence in place of a picture, and in its words."""
    drawn = measure([four], frame([]), dt.date(2026, 5, 1)).chart(kind)
    assert len(texts(drawn.figure.axes[0])) == 1
    assert drawn.alt.endswith(
        ("no week has begun.", "no score was written down.", "Nothing was due yet.", "none is over yet.", "both sides.")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_picture_again(kind: Any, found: Adherence) -> None:
    assert found.chart(kind).png(40) == found.chart(kind).png(40)


def test_another_name_is_refused(found: Adherence) -> None:
    kind: Any = "pie"
    with pytest.raises(ContentError) as caught:
        found.chart(kind)
    assert str(caught.value) == ("chart, of: “pie” is no picture. Use one of weeks, pain, exercises, days, change.")
