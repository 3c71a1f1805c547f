"""Soft props as chains of ellipsoids, so that they share the body's depth buffer: bands, straps, rolls, pillows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.spatial import ConvexHull

from atelier.anatomy import body
from atelier.landmarks import spot
from atelier.proportions import BONE, Array
from atelier.props import LoopBand, Pillow, Prop, Roll, Strand
from atelier.skeleton import Frames, rotation

SPACING = 0.004  # H between the ellipsoids of a band


@dataclass(frozen=True)
class Soft:
    """One soft prop: its kind, and its ellipsoids (centre (k, 3), semi-axes (k, 3, 3))."""

    kind: str
    centre: Array
    axes: Array


def soft_props(props: tuple[Prop, ...], frames: Frames, centre: Array, axes: Array) -> Iterator[Soft]:
    """Soft props of one pose; `centre` (m, 3) and `axes` (m, 3, 3) are the posed flesh that loops go round."""
    for prop in props:
        match prop:
            case LoopBand():
                yield _loop(prop, frames, centre, axes)
            case Strand():
                yield _strand(prop, frames)
            case Roll():
                yield _roll(prop)
            case Pillow():
                yield _pillow(prop)
            case _:
                pass


def _loop(prop: LoopBand, frames: Frames, centre: Array, axes: Array) -> Soft:
    """The convex hull of the two limbs' sections: what an elastic loop would do."""
    flesh = body()
    sections = []
    for bone in prop.around:
        own = np.flatnonzero((flesh.first == BONE[bone]) & (flesh.second == BONE[bone]))
        nearest = own[np.abs(flesh.centre[own, 2] - prop.z).argmin()]
        sections.append((centre[nearest], axes[nearest]))
    along = np.sum([frames.turn[0, BONE[bone], :, 2] for bone in prop.around], axis=0)
    along /= np.linalg.norm(along)
    middle = (sections[0][0] + sections[1][0]) / 2
    across = sections[1][0] - sections[0][0]
    across = across - along * (across @ along)
    across /= np.linalg.norm(across)
    other = np.cross(along, across)
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    ways = np.cos(turn)[:, None] * across + np.sin(turn)[:, None] * other
    points = []
    for place, shape in sections:
        reach = (shape @ (shape.T @ ways.T)) / np.linalg.norm(shape.T @ ways.T, axis=0)
        points.append(place + reach.T + ways * 0.003)
    skin = np.concatenate(points)
    ring = skin[ConvexHull(np.column_stack([(skin - middle) @ across, (skin - middle) @ other])).vertices]
    rows = []
    for start, end in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        for place, way in _steps(start, end):
            out = np.cross(way, along)
            out /= np.linalg.norm(out)
            rows.append((place, np.column_stack([out * 0.0035, way * 0.010, np.cross(out, way) * prop.width])))
    return _soft("band", rows)


def _strand(prop: Strand, frames: Frames) -> Soft:
    points = []
    for where in prop.through:
        if isinstance(where, str):
            place, faces = spot(frames, where)
            points.append(place[0] + faces[0] * 0.004)
        else:
            points.append(np.asarray(where, dtype=np.float64))
    rows = []
    for start, end in pairwise(points):
        rows += [(place, np.eye(3) * np.array([prop.width / 2] * 3)) for place, _ in _steps(start, end)]
    return _soft(prop.type, rows)


def _roll(prop: Roll) -> Soft:
    along = np.asarray(prop.along) / np.linalg.norm(prop.along)
    half = prop.length / 2
    count = max(1, int(prop.length / 0.006))
    rows = []
    for t in np.linspace(-half, half, count):
        stretch = 0.012 if prop.length else prop.radius
        shape = np.eye(3) * prop.radius + np.outer(along, along) * (stretch - prop.radius)
        rows.append((np.asarray(prop.at) + along * t, shape))
    return _soft("soft", rows)


def _pillow(prop: Pillow) -> Soft:
    turn = rotation("z", np.array([prop.yaw]))[0]
    depth, width, height = prop.size
    rows = []
    for t in np.linspace(-1, 1, 40):
        full = (1 - abs(t) ** 4) ** 0.25
        radii = (depth / 2 * (0.55 + 0.45 * full), 0.012, height / 2 * max(full, 0.12))
        rows.append((np.asarray(prop.at) + turn @ np.array([0, t * width / 2, 0]), turn @ np.diag(radii)))
    return _soft("soft", rows)


def _steps(start: Array, end: Array) -> Iterator[tuple[Array, Array]]:
    """Points from start to end, a little apart, with the direction."""
    length = float(np.linalg.norm(end - start))
    if length < 1e-9:
        return
    way = (end - start) / length
    for t in np.arange(0, length, SPACING):
        yield start + way * t, way


def _soft(kind: str, rows: list[tuple[Array, Array]]) -> Soft:
    return Soft(kind, np.array([place for place, _ in rows]), np.array([shape for _, shape in rows]))
