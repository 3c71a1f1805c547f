"""The weekly chart says in bars what the counts say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from kit.adherence.charts.weeks import chart
from kit.adherence.measure import measure
from kit.diary.read import frame, read_diary
from kit.errors import ContentError, MachineError
from kit.places import data_dir
from kit.plan.document import read_plan
from kit.plan.plan import Plan


def test_weekly() -> None:
    """Bars are told apart by hatch too; each week is labelled k of n."""
    folder = data_dir() / "sample"
    rows = pd.concat([read_diary(path).rows for path in folder.glob("diary-v*.csv")])
    found = measure([read_plan(path) for path in folder.glob("plan-v*.json")], rows, dt.date(2026, 6, 29))
    drawn = found.chart()
    axes = drawn.figure.axes[0]
    labels = [text.get_text() for text in axes.texts]
    assert [t for t in labels if " of " in t] == ["6 of 7", "3 of 5", "4 of 5", "2 of 5"]
    assert sum(bar.get_height() for bar in axes.patches if isinstance(bar, Rectangle)) == 22
    assert {bar.get_hatch() or "" for bar in axes.patches} == {"", "////", "...."}
    assert drawn.png().startswith(b"\x89PNG")
    assert drawn.alt == "Sessions done each week: 6 of 7, 3 of 5, 4 of 5, 2 of 5."


def test_a_notebook_shows_it_with_its_words(four: Plan) -> None:
    """The picture comes with its words, for those who cannot see it, and with the width it is shown at."""
    drawn = measure([four], frame([]), dt.date(2026, 5, 1)).chart()
    data, about = drawn._repr_mimebundle_()
    assert data["image/png"].startswith(b"\x89PNG")
    assert data["text/html"].startswith('<img src="data:image/png;base64,')
    assert data["text/html"].endswith('" alt="Sessions done each week: no week has begun." width="640">')
    assert about["image/png"] == {"alt": "Sessions done each week: no week has begun.", "width": 640}
    assert data["text/plain"] == drawn.alt
    assert repr(drawn) == "Chart('Sessions done each week: no week has begun.')"


def test_it_is_saved_as_a_picture(tmp_path: Path) -> None:
    """The PNG at the dots asked for, in place of one that is there; what cannot be written is told."""
    drawn = chart(())
    for path, dpi in ((tmp_path / "new" / "weeks.png", 150), (str(tmp_path / "new" / "weeks.png"), 72)):
        drawn.save(path, dpi)
        assert Path(path).read_bytes() == drawn.png(dpi)
    with pytest.raises(MachineError, match="is a folder"):
        drawn.save(tmp_path)
    with pytest.raises(ContentError, match="save, path: “” is not a path"):
        drawn.save("")


def test_nothing_yet() -> None:
    assert [text.get_text() for text in chart(()).figure.axes[0].texts] == ["No week of this plan has begun yet."]
