"""Meshes of simple shapes: boxes, tubes, ribbons, pillows. Points (k, 3) and triangles (m, 3)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array

Faces = NDArray[np.int32]
Solid = tuple[Array, Faces]


def quads(corners: object) -> Faces:
    """Triangles of faces with four corners (k, 4)."""
    four = np.asarray(corners, dtype=np.int32)
    return np.vstack([four[:, [0, 1, 2]], four[:, [0, 2, 3]]])


def polygon(corners: Array) -> Solid:
    """A flat face with four corners."""
    return corners, quads([(0, 1, 2, 3)])


def grid(points: Array) -> Solid:
    """Points (rows, columns, 3), closed round their columns."""
    rows, columns = points.shape[:2]
    number = np.arange(rows * columns).reshape(rows, columns)
    one, two = number[:-1], number[1:]
    four = np.stack([one, np.roll(one, -1, 1), np.roll(two, -1, 1), two], axis=-1)
    flat, faces = points.reshape(-1, 3), quads(four.reshape(-1, 4))
    a, b, c = (flat[faces[:, i]] - flat.mean(0) for i in range(3))
    return flat, faces if (a * np.cross(b, c)).sum() > 0 else faces[:, ::-1]


def ellipsoid(centre: Array, radii: object, turn: Array | None = None, square: float = 1.0, tall: float = 1.0) -> Solid:
    """`square` below 1 makes its outline seen from above squarer, `tall` its outline seen from the side."""
    up = np.linspace(-np.pi / 2, np.pi / 2, 25)[:, None]
    round_ = np.linspace(0, 2 * np.pi, 48, endpoint=False)[None]

    def bent(value: Array, power: float) -> Array:
        return np.asarray(np.sign(value) * np.abs(value) ** power)

    ring = bent(np.cos(up), tall)
    points = np.stack(
        [ring * bent(np.cos(round_), square), ring * bent(np.sin(round_), square), bent(np.sin(up), tall) + 0 * round_],
        axis=-1,
    ) * np.asarray(radii, dtype=np.float64)
    return grid(points @ (np.eye(3) if turn is None else turn).T + centre)


def tube(points: Array, wide: float, thick: float, up: Array | None = None) -> Solid:
    """Round a line of points (k, 3): an ellipse of half axes `wide` and `thick`; `thick` lies along `up` (k, 3)."""
    way = np.gradient(points, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-12
    above = np.broadcast_to([0.0, 0.0, 1.0], points.shape) if up is None else up
    across = np.cross(way, above)
    small = np.linalg.norm(across, axis=1) < 0.05
    across[small] = np.cross(way[small], [1.0, 0.0, 0.0])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    over = np.cross(across, way)
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    ring = (
        across[:, None] * (np.cos(turn) * wide)[None, :, None] + over[:, None] * (np.sin(turn) * thick)[None, :, None]
    )
    return grid(points[:, None] + ring)


def dense(points: Array, step: float = 0.006) -> Array:
    """The same line with points at least this near to each other."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    at = np.linspace(0, along[-1], max(int(along[-1] / step), 2))
    return np.stack([np.interp(at, along, points[:, i]) for i in range(3)], axis=1)


@dataclass(frozen=True)
class Finer:
    """A surface with a point on the middle of each edge: the edges (m, 2) and all triangles of the finer surface."""

    edges: Faces
    faces: Faces


def finer(faces: Faces, count: int) -> Finer:
    """Each triangle of a surface of `count` points in four; the new points come after the old."""
    pairs = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    edges, number = np.unique(pairs, axis=0, return_inverse=True)
    ab, bc, ca = (number.reshape(3, -1) + count).astype(np.int32)
    a, b, c = faces.T
    four = [np.stack(corners, axis=1) for corners in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return Finer(edges.astype(np.int32), np.vstack(four).astype(np.int32))


def between(values: Array, of: Finer) -> Array:
    """Values of the old points and, as means, of the new ones."""
    return np.concatenate([values, (values[of.edges[:, 0]] + values[of.edges[:, 1]]) / 2])


def bulged(points: Array, out: Array, of: Finer, share: float = 0.7) -> Array:
    """The finer surface, its new points drawn towards the tangent planes (`out` their normals) at the edges' ends."""
    one, two = of.edges.T
    middle = (points[one] + points[two]) / 2
    lift = [out[end] * ((points[end] - middle) * out[end]).sum(1, keepdims=True) for end in (one, two)]
    return np.concatenate([points, middle + share * (lift[0] + lift[1]) / 2])


def normals(points: Array, faces: Faces) -> Array:
    """(k, 3) outward normals of the points of a surface."""
    one, two, three = (points[faces[:, i]] for i in range(3))
    face = np.cross(two - one, three - one)
    out = np.stack([np.bincount(faces.ravel(), np.repeat(face[:, i], 3), len(points)) for i in range(3)], axis=1)
    return np.asarray(out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-12))
