"""Patches of a picture's maps: what is too small to be read, and how much of a garment is shaded."""

from __future__ import annotations

import numpy as np

from atelier import paint, tones
from atelier.body import body
from atelier.pose import Camera, Panel
from atelier.scene import Scene, heap, without_scraps
from atelier.soup import MATERIAL

SKIN, SHIRT, SHORTS = (MATERIAL[name] for name in ("skin", "shirt", "shorts"))


def lap() -> np.ndarray:
    """Two hands of skin on shorts, with a slot of 12 by 30 pixels between them."""
    out = np.full((80, 90), SKIN)
    out[50:] = SHORTS
    out[20:32, 30:60] = SHORTS
    return out


def test_a_slot_between_hands_is_no_hole() -> None:
    """A scrap of shorts with skin round it is skin; the lap itself stays what it is."""
    clean = without_scraps(lap(), 400)
    assert (clean[:50] == SKIN).all()
    assert (clean[50:] == SHORTS).all()


def test_a_neck_parts_a_scrap() -> None:
    """Also where a neck of a few pixels joins it to the lap; a patch that is larger, or lies beside a shirt, stays."""
    joined = lap()
    joined[32:50, 44:48] = SHORTS
    assert (without_scraps(joined, 400)[20:32] == SKIN).all()
    assert (without_scraps(lap(), 300) == lap()).all()
    beside = lap()
    beside[:20] = SHIRT
    assert (without_scraps(beside, 400) == beside).all()


def test_a_light_spot_in_the_shade_stays() -> None:
    """Unless it is much smaller than the least patch of shade: else one frame would be dark and the next one light."""
    own = np.ones((60, 60), dtype=bool)
    for side, stays in ((20, True), (6, False)):
        dark = own.copy()
        dark[20 : 20 + side, 20 : 20 + side] = False
        assert (~tones.tidy(dark, 1000, own)).any() == stays


def test_no_shirt_is_all_in_the_shade() -> None:
    """However little light falls on a trunk, about half of its shirt or more is lit."""
    shade, lit = (tones.COLOURS.index(name) for name in ("shirt_shade", "shirt"))
    angles = {"root.z": float(body("anna").joint("pelvis")[2])}
    one = Panel(name="end", camera=Camera(az=60, el=8), angles=angles)
    now = one.posed(angles)
    shown = heap(one, now)
    seen = Scene(one, now, shown, paint._around([paint.extent(one, shown)]), paint.PPU)
    vars(seen)["lit"] = seen.lit - 1
    drawn = tones.colours(seen)
    assert 0.2 < (drawn == shade).sum() / np.isin(drawn, (shade, lit)).sum() < 0.55
