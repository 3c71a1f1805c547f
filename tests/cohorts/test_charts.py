"""Figures for a paper: what they draw is what the tables say, apart without colour, and the same bytes every time."""

from __future__ import annotations

import io
import re
from pathlib import Path

import matplotlib.image
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PatchCollection, QuadMesh
from matplotlib.colors import to_rgb

from kit.cohorts.charts.paper import COLUMN
from kit.cohorts.charts.pictures import PICTURES, PaperPicture
from kit.cohorts.cohort import Cohort, cohort
from kit.errors import ContentError
from kit.plan.plan import Plan
from tests.adherence.conftest import START, rows_of


def test_weekly_draws_mean_pooled_and_spread(of_sample: Cohort) -> None:
    table = of_sample.by_week
    drawn = of_sample.chart("weekly").figure.axes[0]
    lines = {str(line.get_label()): np.asarray(line.get_ydata()) for line in drawn.lines}
    assert lines["mean of patients"].tolist() == table["mean"].tolist()
    assert lines["pooled ratio"].tolist() == table["pooled"].tolist()
    band = np.asarray(drawn.collections[0].get_paths()[0].vertices)
    assert {*table["q1"], *table["q3"]} <= set(band[:, 1].tolist())
    shown = [tuple(label.get_text().split("\n")) for label in drawn.get_xticklabels()]
    assert shown == [(str(week), str(n)) for week, n in zip(table["week"], table["patients"], strict=True)]
    alt = of_sample.chart("weekly").alt
    assert f"Week 1: mean {round(100 * table['mean'].iloc[0])} %" in alt


def test_the_heat_map_has_a_cell_for_each_week_and_tells_not_done_not_logged_and_not_due_apart(
    of_sample: Cohort,
) -> None:
    table = of_sample.patient_weeks
    drawn = of_sample.chart("heat").figure.axes[0]
    (mesh,) = (one for one in drawn.collections if isinstance(one, QuadMesh))
    cells = np.ma.masked_invalid(np.asarray(mesh.get_array(), dtype=float)).ravel()
    assert sorted(cells.compressed().tolist()) == pytest.approx(sorted(table["a_low"]))
    silent = int((table["completeness"] == 0).sum())
    marked = [one for one in drawn.collections if isinstance(one, PatchCollection)]
    assert [(one.get_hatch(), len(one.get_paths())) for one in marked] == [
        ("....", silent),
        ("//////", cells.size - len(table)),
    ]
    assert 0 < silent < int((table["done"] == 0).sum())
    (legend,) = (one for axes in drawn.figure.axes if (one := axes.get_legend()))
    assert [text.get_text() for text in legend.get_texts()] == ["nothing logged", "nothing due"]
    assert f"nothing logged in {silent} of these." in of_sample.chart("heat").alt


def test_the_heat_map_stands_group_below_group(of_sample: Cohort) -> None:
    members = of_sample.trajectories(2).members
    drawn = of_sample.chart("heat", groups=2).figure.axes[0]
    shown = sorted(members["group"].unique())
    assert [label.get_text() for label in drawn.get_yticklabels()] == [f"group {number}" for number in shown]
    (mesh,) = (one for one in drawn.collections if isinstance(one, QuadMesh))
    rows = np.ma.masked_invalid(np.asarray(mesh.get_array(), dtype=float))
    first = of_sample.patient_weeks.merge(members, on="patient_code").query("group == 1")
    count = first["patient_code"].nunique()
    assert rows[:count].compressed().sum() == pytest.approx(first["a_low"].sum())


def test_darker_is_more_in_grey_too(of_sample: Cohort) -> None:
    """Lightness falls evenly enough: in five steps from nothing to all, each is clearly darker than the last."""
    (mesh,) = (one for one in of_sample.chart("heat").figure.axes[0].collections if isinstance(one, QuadMesh))
    light = [float(np.dot(mesh.cmap(share)[:3], (0.299, 0.587, 0.114))) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert np.diff(light).max() < -0.1


def test_persistence_draws_each_gap_and_how_many_are_followed(of_sample: Cohort) -> None:
    curves, its = of_sample.persistence, of_sample.patients
    drawn = of_sample.chart("persistence").figure.axes[0]
    for gap in (3, 7, 14):
        (line,) = (one for one in drawn.lines if one.get_label() == f"more than {gap} days")
        own = curves[curves["gap"] == gap]["share"].tolist()
        shares = np.asarray(line.get_ydata()).tolist()
        assert shares[-1] == own[-1]
        assert set(own) <= set(shares)
    counts = [text.get_text() for text in drawn.texts if text.get_text().isdigit()]
    ticks = drawn.get_xticks()
    assert counts == [str((its[f"kept_{gap}"] >= tick).sum()) for gap in (3, 7, 14) for tick in ticks]
    assert [line.get_marker() for line in drawn.lines if line.get_label() == "followed so far"] == ["|"]
    light = sorted(
        float(np.mean(to_rgb(one.get_color()))) for one in drawn.lines if "more than" in str(one.get_label())
    )
    assert np.diff(light).min() > 0.15


def test_reasons_draw_a_bar_each(of_sample: Cohort) -> None:
    table = of_sample.reasons
    drawn = of_sample.chart("reasons").figure.axes[0]
    assert [bar.get_width() for bar in drawn.patches] == table["sessions"].tolist()  # type: ignore[attr-defined]
    assert [bool(bar.get_hatch()) for bar in drawn.patches] == (table["reason"] == "none given").tolist()
    assert all(f", {n} by " in of_sample.chart("reasons").alt for n in table["sessions"])


@pytest.mark.parametrize("name", PICTURES)
def test_a_figure_is_a_column_wide_and_nothing_is_cut_off(name: PaperPicture, of_sample: Cohort) -> None:
    """A column of a journal; the outermost pixels all around are white, so that no word runs out of the page."""
    made = of_sample.chart(name)
    assert made.figure.get_size_inches()[0] == pytest.approx(COLUMN / 25.4)
    pixels = matplotlib.image.imread(io.BytesIO(made.png(dpi=150)))[..., :3]
    for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
        assert (edge == 1).all()


@pytest.mark.parametrize(
    ("name", "kind"), [("weekly", "pdf"), ("heat", "svg"), ("persistence", "svg"), ("reasons", "png")]
)
def test_the_same_figure_gives_the_same_bytes(name: PaperPicture, kind: str, of_sample: Cohort, tmp_path: Path) -> None:
    one, two = tmp_path / f"one.{kind}", tmp_path / f"two.{kind}"
    of_sample.chart(name).save(one)
    of_sample.chart(name).save(two)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", PICTURES)
def test_vector_files_hold_no_picture_of_dots_and_text_stays_text(
    name: PaperPicture, of_sample: Cohort, tmp_path: Path
) -> None:
    made = of_sample.chart(name)
    made.save(tmp_path / "one.svg")
    drawing = re.sub(r'<g id="[^"]*colorbar.*?</g>', "", (tmp_path / "one.svg").read_text(), flags=re.DOTALL)
    assert "<text" in drawing
    if name != "heat":  # whose colour bar is a strip of dots
        assert "<image" not in drawing


@pytest.mark.parametrize("name", ["weekly", "persistence", "reasons"])
def test_nothing_is_told_by_colour(name: PaperPicture, of_sample: Cohort) -> None:
    """No pixel has more than a hint of one."""
    pixels = matplotlib.image.imread(io.BytesIO(of_sample.chart(name).png(dpi=100)))[..., :3]
    assert float((pixels.max(axis=-1) - pixels.min(axis=-1)).max()) < 0.12


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("weekly", "No full week is over yet."),
        ("heat", "No session was due yet."),
        ("persistence", "No session was due yet."),
        ("reasons", "No session was left out or cut short."),
    ],
)
def test_without_anything_it_says_so(name: PaperPicture, said: str, plan: Plan) -> None:
    made = cohort([plan], rows_of(), START).chart(name)
    assert [text.get_text() for text in made.figure.axes[0].texts] == [said]
    assert said.split(" ", 2)[2].removesuffix(".") in made.alt


def test_a_file_of_another_kind_and_a_figure_of_another_name_are_refused(of_sample: Cohort, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        of_sample.chart("weekly").save(tmp_path / "one.gif")
    assert (
        str(refused.value)
        == "save, path: “one.gif” is no PDF, SVG or PNG file. Let the name end in .pdf, .svg or .png."
    )
    with pytest.raises(ContentError) as refused:
        of_sample.chart("weekley")  # type: ignore[arg-type]
    known = "weekly, heat, persistence, reasons"
    assert str(refused.value) == f"chart, of: “weekley” is no figure. Use one of {known}."


def test_one_week_and_one_patient_can_be_drawn(plan: Plan) -> None:
    found = cohort([plan], rows_of(), START + pd.Timedelta(days=7))
    for name in PICTURES:
        assert found.chart(name).png(dpi=40).startswith(b"\x89PNG")
