"""Named shapes of a hand: how far each finger bends from the resting hand of the mesh, in degrees."""

from __future__ import annotations

from typing import Literal, get_args

Grip = Literal["relaxed", "flat", "spread", "cup", "hook", "fist", "strap", "tips", "pinch"]
GRIPS: tuple[Grip, ...] = get_args(Grip)
Bends = tuple[float, float, float]

# Radians that each finger leans towards the thumb, from the middle one's length: so they lie side by side, closed.
CLOSED: dict[int, float] = {1: 0.0, 2: -0.13, 3: -0.02, 4: 0.04, 5: 0.16}

# Thumb (towards the palm, first joint, last joint), then index to little finger (knuckle, middle, last joint).
SHAPES: dict[Grip, tuple[Bends, Bends, Bends, Bends, Bends]] = {
    "relaxed": ((8, 5, 8), (8, 16, 10), (12, 18, 12), (14, 20, 12), (16, 22, 12)),
    "flat": ((-8, -6, -4), (-8, -10, -6), (-9, -12, -6), (-8, -12, -6), (-6, -12, -6)),
    "spread": ((-18, -8, -6), (-8, -10, -6), (-9, -12, -6), (-8, -12, -6), (-6, -12, -6)),
    "cup": ((10, 6, 10), (22, 22, 12), (24, 24, 14), (26, 24, 14), (28, 26, 14)),
    "hook": ((14, 8, 12), (52, 24, 10), (56, 26, 10), (58, 28, 10), (60, 30, 12)),
    "fist": ((38, 18, 25), (62, 70, 40), (66, 75, 42), (70, 78, 42), (72, 80, 42)),
    "strap": ((34, 14, 20), (58, 74, 42), (62, 78, 44), (66, 80, 44), (70, 82, 44)),
    "tips": ((20, 8, 14), (34, 18, 6), (38, 20, 6), (38, 20, 6), (36, 22, 8)),
    "pinch": ((26, 16, 18), (44, 34, 14), (52, 42, 20), (58, 48, 24), (62, 52, 26)),
}
