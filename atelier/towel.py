"""A rolled towel (or a ball): its shape, and the strokes that make it read: windings at its end, its free edge."""

from __future__ import annotations

import numpy as np

from atelier.angles import Array
from atelier.posed import Posed
from atelier.props import Roll
from atelier.solids import Solid, ellipsoid, tube

SUNK = 0.8  # of its radius that it stands off the skin of a landmark
TURNS = 2.4  # windings at an end
CORE = 0.16  # of its radius: the innermost winding
EDGE = 40.0  # degrees from the viewer up to where the free edge lies
BULGE = 0.06  # of its radius that an end is round
OFF = 1.04  # of its radius at which the free edge lies


def middle(prop: Roll, now: Posed) -> Array:
    """The place of its middle."""
    if isinstance(prop.at, str):
        place, out = (value[0] for value in now.spot(prop.at))
        return np.asarray(place + out * prop.radius * SUNK)
    return np.array(prop.at)


def _axes(prop: Roll) -> tuple[Array, Array, Array]:
    """Its way, and two ways across it."""
    along = np.asarray(prop.along, dtype=np.float64)
    along /= np.linalg.norm(along)
    side = np.cross(along, [0.0, 0, 1] if abs(along[2]) < 0.9 else [1.0, 0, 0])
    side /= np.linalg.norm(side)
    return along, side, np.cross(side, along)


def towel(prop: Roll, now: Posed) -> tuple[list[Solid], list[Solid]]:
    """What is seen of it from the side, and its ends."""
    centre = middle(prop, now)
    if not prop.length:
        return [ellipsoid(centre, (prop.radius,) * 3)], []
    along, side, up = _axes(prop)
    line = centre + along * np.linspace(-prop.length / 2, prop.length / 2, 12)[:, None]
    flat = (prop.radius, prop.radius, prop.radius * BULGE)
    turn = np.stack([side, -up, along], axis=1)
    ends = [ellipsoid(end, flat, turn) for end in (line[0], line[-1])]
    return [tube(line, prop.radius, prop.radius)], ends


def windings(prop: Roll, now: Posed, view: Array) -> list[Array]:
    """Lines (k, 3) upon it as this viewer sees it: the winding at the nearer end, and the free edge."""
    if not prop.length:
        return []
    along, side, up = _axes(prop)
    towards = view[2] @ np.stack([side, up], axis=1)
    start = np.arctan2(towards[1], towards[0])
    start += np.radians(EDGE) * (1 if np.cos(start) > 0 else -1)
    end = middle(prop, now) + along * np.sign(along @ view[2]) * (prop.length / 2 + prop.radius * BULGE)
    inwards = np.linspace(0, 1, round(24 * TURNS))[:, None]
    turn, away = start + 2 * np.pi * TURNS * inwards, prop.radius * (1 - (1 - CORE) * inwards)
    spiral = end + away * (side * np.cos(turn) + up * np.sin(turn))
    out = side * np.cos(start) + up * np.sin(start)
    edge = middle(prop, now) + prop.radius * OFF * out + along * np.linspace(-0.5, 0.5, 24)[:, None] * prop.length
    return [spiral, edge]
