"""Frames of a movement start and end where the panels do, and what touches stays in place between."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from kit.figures.landmarks import spot
from kit.figures.motion import between, motion, touching
from kit.figures.pose import read_pose
from kit.figures.proportions import STATURE_CM
from kit.figures.skeleton import frames, vector
from kit.figures.studio import solved_angles

MOST_CM = 1.1  # half of what a point may differ between the panels themselves, and half a centimetre of the solver


@pytest.mark.parametrize("exercise_id", ["bridge", "sit_to_stand"])
def test_what_touches_stays(exercise_id: str) -> None:
    """Heels and balls of both feet stay where they were, to about a centimetre, in every frame; the ends are the panels."""
    pose = read_pose(exercise_id)
    angles, _ = solved_angles(pose)
    panel = pose.panel("start")
    ways = between(panel, angles["start"], angles["end"], 5)
    np.testing.assert_allclose(vector(ways[0]), vector(angles["start"]))
    np.testing.assert_allclose(vector(ways[-1]), vector(angles["end"]))
    stays = [c.point for c in touching(panel, vector(angles["start"]), vector(angles["end"]))]
    assert {"heel.L", "heel.R", "ball.L", "ball.R"} <= set(stays)
    now = frames(np.stack([vector(way) for way in ways]), panel.preset)
    for name in stays:
        place, _ = spot(now, name)
        assert np.linalg.norm(place - place[0], axis=1).max() * STATURE_CM < MOST_CM


def test_every_panel_is_passed() -> None:
    """The fewest frames of three panels are those three."""
    assert len(motion("sit_to_stand", count=2)) == 3


def test_frames_are_pictures_in_one_frame() -> None:
    """Each frame is a picture of the same size, in the palette and for the side asked for."""
    made = motion("bridge", count=3, side="left", palette="grey")
    assert len(made) == 3
    assert len({svg.split(">", 1)[0] for svg in made}) == 1
    for svg in made:
        ElementTree.fromstring(svg)
        assert "scale(-1 1)" in svg
