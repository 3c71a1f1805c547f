"""What is soft gives way, and what carries shows it: pillows, rolled towels, shadows on what stands in the room."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from atelier import edges, face, paint, strokes, tones
from atelier.body import body
from atelier.paint import extent
from atelier.pillow import pillow
from atelier.pose import Camera, Panel
from atelier.props import Pillow, Roll, Step
from atelier.scene import Scene, heap
from atelier.soup import MATERIAL
from atelier.towel import windings
from atelier.underside import underside

PPU = 820.0
CUSHION = Pillow(type="pillow", at=(0.05, 0.0, 0.03), size=(0.3, 0.34, 0.06))


def scene(az: float = 30, el: float = 20, high: float = 0.0, **more: Any) -> Scene:
    """A person who stands, all of it lifted by `high`."""
    angles = {"root.z": float(body("anna").joint("pelvis")[2]) + high}
    one = Panel(name="end", camera=Camera(az=az, el=el), angles=angles, **more)
    now = one.posed(one.angles)
    shown = heap(one, now)
    return Scene(one, now, shown, paint._around([extent(one, shown)]), PPU)


def test_a_pillow_gives_way_to_what_lies_on_it() -> None:
    """Under the feet its upper face lies where they are, and not above them; away from them it is as it was."""
    pressed, free = (pillow(CUSHION, scene(high=high).now)[0][0] for high in (0.03, 0.5))
    now = scene(high=0.03).now
    low = underside(now.mesh, now.body.top.skin, free[:, :2].min(0), free[:, :2].max(0)).over(free)
    feet = low < 0.06
    assert feet.sum() > 100
    assert (pressed[feet, 2] <= np.maximum(low[feet], 0.04) + 1e-9).all()
    assert (free[feet, 2] > low[feet]).all()
    far = np.linalg.norm(free[:, :2] - [0.19, 0], axis=1) < 0.01
    np.testing.assert_allclose(pressed[far], free[far], atol=1e-5)


def test_a_pillow_has_four_corners_and_a_seam() -> None:
    """Its corners reach out farther than its sides do, and a fine line parts its upper face from the darker lower one."""
    (upper, _), (under, _) = pillow(CUSHION, scene(high=0.5).now)
    away = np.abs(upper[:, :2] - CUSHION.at[:2]) / (np.array(CUSHION.size[:2]) / 2)
    assert away.max() > 1.08
    assert away[(away.min(1) < 0.1)].max() < 1.01
    assert upper[:, 2].min() == pytest.approx(under[:, 2].max())
    one = scene(high=0.5, props=(CUSHION,))
    below, _ = edges.kinds(one)
    soft, lower = MATERIAL["soft"], MATERIAL["soft_under"]
    seam = (one.material[:-1] == soft) & (one.material[1:] == lower)
    assert seam.sum() > 50
    assert (below[1:-1][seam] == edges.FINE).mean() > 0.95
    assert set(tones.colours(one)[one.material == lower]) == {tones.COLOURS.index("soft_side")}


@pytest.mark.parametrize(("over", "cast"), [(0.0, True), (0.08, False)])
def test_what_carries_shows_it(over: float, cast: bool) -> None:
    """Feet on a step darken its top, and so they do on a pillow; feet well above it do not."""
    for thing, high, name in (
        (Step(type="step", at=(0.05, 0.0), size=(0.4, 0.5)), 0.09, "wood"),
        (CUSHION, 0.056, "soft"),
    ):
        one = scene(az=60, el=35, high=high + over, props=(thing,))
        dark = tones._on_tops(one) if name == "wood" else tones._on_pillows(one)
        seen = dark & (one.material == MATERIAL[name])
        assert seen.any() == cast
        if cast:
            side = tones.COLOURS.index({"wood": "wood_side", "soft": "soft_side"}[name])
            assert (tones.colours(one)[seen] == side).mean() > 0.75


def test_a_pillow_on_the_floor_has_a_shadow() -> None:
    """So it lies there."""
    assert tones._shadow(scene(high=0.5, props=(CUSHION,))).any()
    assert not tones._shadow(scene(high=0.5)).any()


@pytest.mark.parametrize("az", [30, -40, 150])
def test_a_roll_shows_its_windings(az: float) -> None:
    """A spiral on the end that the viewer sees, and the towel's free edge from end to end; a ball has none."""
    rolled = Roll(type="roll", at=(0.4, 0.0, 0.1), along=(0, 1, 0), length=0.2, radius=0.04)
    one = scene(az=az, props=(rolled,))
    spiral, edge = windings(rolled, one.now, one.screen.view)
    away = np.linalg.norm(spiral[:, [0, 2]] - [0.4, 0.1], axis=1)
    assert (np.diff(away) < 0).all()
    assert away[0] == pytest.approx(0.04)
    assert (one.screen.view[2, 1] * spiral[:, 1] > 0).all()
    np.testing.assert_allclose(np.ptp(edge, axis=0), (0, 0.2, 0), atol=1e-9)
    assert sum(len(strokes.runs(*face._on_things(one, line))) for line in (spiral, edge)) >= 2
    assert windings(rolled.model_copy(update={"length": 0.0}), one.now, one.screen.view) == []


def test_what_hides_a_roll_hides_its_windings() -> None:
    """A roll behind the legs shows none through them."""
    rolled = Roll(type="roll", at=(-0.1, 0.06, 0.4), along=(0, 1, 0), length=0.02, radius=0.012)
    one = scene(az=90, props=(rolled,))
    lines = windings(rolled, one.now, one.screen.view)
    assert not any(face._on_things(one, line)[1].any() for line in lines)
