"""The picture of how well activities go: a panel each, the band of change, and all of it in words."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from kit.adherence.activities import DAYS
from kit.adherence.charts.activities import activity_chart
from kit.show import frame


def days(*told: tuple[str, int, int]) -> pd.DataFrame:
    return frame(DAYS, [(name, dt.date(2026, 6, day), value) for name, day, value in told])


def test_a_panel_for_each_activity_with_its_band() -> None:
    """The band is the first number, three points either way, within the scale; the line has each number that was told."""
    made = activity_chart(days(("Walking", 1, 2), ("Walking", 15, 6), ("Stairs", 1, 9)))
    walking, stairs = made.figure.axes
    assert [axes.get_title(loc="left") for axes in (walking, stairs)] == ["Walking", "Stairs"]
    for axes, band in ((walking, [0, 5]), (stairs, [6, 10])):
        (patch,) = axes.patches
        assert patch.get_extents().transformed(axes.transData.inverted()).intervaly.tolist() == pytest.approx(band)
    assert [line.get_ydata().tolist() for line in walking.lines] == [[2.0, 6.0]]  # type: ignore[union-attr]
    assert [text.get_text() for text in walking.texts] == ["2", "6"]
    assert made.alt == (
        "How well activities go, 0 to 10. Walking: 6 on 15 June 2026, 2 on 1 June 2026: 4 better; "
        "change that matters (3 points): reached. Stairs: 9 on 1 June 2026, the only one."
    )
    assert made.png().startswith(b"\x89PNG")


def test_without_numbers_it_says_so() -> None:
    made = activity_chart(days())
    assert made.alt == "How well activities go, 0 to 10. Nothing was told yet."
    assert [text.get_text() for text in made.figure.axes[0].texts] == ["Nothing was told yet."]
