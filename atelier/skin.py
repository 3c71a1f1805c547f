"""Skin that follows bones: a mix of dual quaternions, which keep a limb's girth in a twist, and of plain blending,
which keeps a deep bend from bulging."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from atelier.angles import Array

DUAL = 0.6  # share of the dual quaternions


def about(axis: Array, angles: Array) -> Array:
    """(n, 3, 3) turns about one axis of length 1 by (n,) radians."""
    return np.asarray(Rotation.from_rotvec(np.atleast_1d(angles)[:, None] * axis).as_matrix())


def swing_and_twist(rotations: Array, axis: Array) -> tuple[Array, Array]:
    """Each of (n, 3, 3) turns as a turn about `axis`, then a swing: the swings (n, 3, 3), and the radians (n,)."""
    quaternion = Rotation.from_matrix(rotations).as_quat()  # x, y, z, w
    twist = 2 * np.arctan2(quaternion[:, :3] @ axis, quaternion[:, 3])
    twist = (twist + np.pi) % (2 * np.pi) - np.pi
    return np.asarray(rotations @ about(axis, -twist)), np.asarray(twist)


def blended(places: Array, weights: NDArray[np.float32], rotations: Array, shifts: Array) -> Array:
    """(vertices, 3) of skin at rest moved by parts: `weights` (vertices, parts), `rotations`, `shifts` of the parts."""
    return (1 - DUAL) * plain(places, weights, rotations, shifts) + DUAL * _dual(places, weights, rotations, shifts)


def plain(places: Array, weights: NDArray[np.float32], rotations: Array, shifts: Array) -> Array:
    """Linear blending of the moved places."""
    mixed = (weights @ rotations.reshape(len(rotations), 9)).reshape(-1, 3, 3)
    return np.asarray((mixed @ places[:, :, None])[:, :, 0] + weights @ shifts)


def _dual(places: Array, weights: NDArray[np.float32], rotations: Array, shifts: Array) -> Array:
    real = Rotation.from_matrix(rotations).as_quat()[:, [3, 0, 1, 2]]
    dual = 0.5 * _product(np.concatenate([np.zeros((len(shifts), 1)), shifts], axis=1), real)
    pivot = real[weights.argmax(1)]
    signed = weights * np.where(pivot @ real.T < 0, -1, 1)
    r, d = signed @ real, signed @ dual
    length = np.linalg.norm(r, axis=1, keepdims=True)
    r, d = r / length, d / length
    shift = 2 * _product(d, r * [1, -1, -1, -1])[:, 1:]
    turn, scalar = r[:, 1:], r[:, :1]
    return np.asarray(places + 2 * np.cross(turn, np.cross(turn, places) + scalar * places) + shift)


def _product(a: Array, b: Array) -> Array:
    """Products of quaternions (n, 4), scalar first."""
    w, v, x, u = a[:, :1], a[:, 1:], b[:, :1], b[:, 1:]
    return np.concatenate([w * x - (v * u).sum(1, keepdims=True), w * u + x * v + np.cross(v, u)], axis=1)
