"""Patches of a picture's maps: what is too small to be read, and how much of a garment is shaded."""

from __future__ import annotations

import numpy as np

from atelier import edges, paint, tones
from atelier.body import LIMBS, body
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


def far(lap: np.ndarray) -> np.ndarray:
    """The limb of each pixel: the slot is of the far leg, the lap below of the near one."""
    out = np.full(lap.shape, LIMBS.index("leg.R"))
    out[:40] = LIMBS.index("leg.L")
    return out


def test_a_slot_between_hands_is_no_hole() -> None:
    """A scrap of one leg's shorts with skin round it is skin, also where it meets the other leg's; the lap stays."""
    joined = lap()
    joined[32:50, 44:54] = SHORTS
    for one in (lap(), joined):
        clean = without_scraps(one, far(one), 500)
        assert (clean[:40] == SKIN).all()
        assert (clean[50:] == SHORTS).all()


def test_what_is_large_or_hangs_from_a_shirt_is_no_scrap() -> None:
    """A patch that is larger, or has a shirt beside it, stays."""
    assert (without_scraps(lap(), far(lap()), 300) == lap()).all()
    beside = lap()
    beside[:20] = SHIRT
    assert (without_scraps(beside, far(beside), 500) == beside).all()


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


def test_who_looks_into_a_sleeve_sees_its_inside() -> None:
    """It is the darkest tone of the cloth, and a line runs round its mouth; from above nobody sees into the shorts."""
    angles = {"root.z": float(body("anna").joint("pelvis")[2]), "hip.R.flex": 90.0, "shoulder.R.flex": 80.0}
    for az, within in ((80, True), (-90, False)):
        one = Panel(name="end", camera=Camera(az=az, el=0), angles=angles)
        now = one.posed(angles)
        shown = heap(one, now)
        seen = Scene(one, now, shown, paint._around([paint.extent(one, shown)]), paint.PPU)
        legs = seen.inner & (seen.material == SHORTS) & (seen.limb == LIMBS.index("leg.R"))
        assert (legs.sum() > 150) == within
        if within:
            assert (tones.colours(seen)[legs] == tones.COLOURS.index("shorts_deep")).mean() > 0.8
            below, _ = edges.kinds(seen)
            cloth = seen.material == SHORTS
            mouth = (seen.inner[:-1] != seen.inner[1:]) & cloth[:-1] & cloth[1:] & (seen.digit[1:] == 0)
            assert (below[1:-1][mouth] >= edges.FOLD).mean() > 0.9
