"""An exercise in full brings its movement along, for the side that its texts take as their example."""

from __future__ import annotations

import json

from kit.figures import frames
from kit.ui.planner.desk import Desk


def test_an_exercise_in_full_has_its_movement(desk: Desk) -> None:
    """The frames are those of the gallery for the lead side."""
    for exercise in desk.library:
        assert desk.shelf.detail(exercise.id)["frames"] == list(frames(exercise.id, exercise.lead_side))
    assert desk.shelf.detail("bridge")["frames"]


def test_an_exercise_in_full_stays_small(desk: Desk) -> None:
    """What goes to the page for one exercise, pictures and movement with it, is 250 KB or less."""
    assert max(len(json.dumps(desk.shelf.detail(exercise.id))) for exercise in desk.library) <= 250 * 1024
