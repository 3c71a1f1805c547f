"""The committed pictures as drawings: plain SVG, inside of their frames, small. Nothing is drawn."""

from __future__ import annotations

import statistics
import xml.etree.ElementTree as ElementTree

import pytest

from atelier.svg import bounds, forbidden, frame
from kit.figures import figure, frames, panels
from kit.figures.gallery import figures_dir, motion_path

DRAWN_IDS = sorted(path.stem for path in figures_dir().glob("*.json"))
ALL = [(exercise_id, panel) for exercise_id in DRAWN_IDS for panel in panels(exercise_id)]
TAGS = {"svg", "g", "path"}


@pytest.mark.parametrize(("exercise_id", "panel"), ALL)
def test_every_picture_is_plain_svg(exercise_id: str, panel: str) -> None:
    """Well-formed; paths in groups alone; no ids, scripts, filters, opacity or text; all of it inside of its frame."""
    svg = figure(exercise_id, panel)
    assert {element.tag.split("}")[1] for element in ElementTree.fromstring(svg).iter()} <= TAGS
    assert forbidden(svg) == []
    (left, top, right, bottom), (width, height) = bounds(svg), frame(svg)
    assert min(left, top) >= 0
    assert right <= width
    assert bottom <= height


def test_pictures_are_small() -> None:
    """Half of them have 18 KB or less, none has more than 30."""
    sizes = [len(figure(*one).encode()) / 1024 for one in ALL]
    assert statistics.median(sizes) <= 18
    assert max(sizes) <= 30


def test_movements_are_small() -> None:
    """A movement has 8 frames; its file has 40 KB or less, all of them 1.5 MB or less. Every exercise has one."""
    sizes = [motion_path(exercise_id).stat().st_size / 1024 for exercise_id in DRAWN_IDS]
    assert max(sizes) <= 40
    assert sum(sizes) <= 1.5 * 1024
    assert {len(frames(exercise_id)) for exercise_id in DRAWN_IDS} == {8}


@pytest.mark.parametrize("exercise_id", DRAWN_IDS)
def test_every_frame_is_plain_svg(exercise_id: str) -> None:
    """As every picture: paths in groups alone, nothing forbidden, inside of one frame."""
    every = frames(exercise_id)
    assert len({frame(svg) for svg in every}) == 1
    for svg in every:
        assert {element.tag.split("}")[1] for element in ElementTree.fromstring(svg).iter()} <= TAGS
        assert forbidden(svg) == []
        (left, top, right, bottom), (width, height) = bounds(svg), frame(svg)
        assert min(left, top) >= 0
        assert right <= width
        assert bottom <= height
