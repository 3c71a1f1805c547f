"""A pillow: two faces that meet in a seam with four corners, and give way to what lies on them."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from atelier.angles import Array
from atelier.posed import Posed
from atelier.props import Pillow
from atelier.skeleton import rotation
from atelier.solids import Solid, quads
from atelier.underside import underside

SIDE = 65  # points along each side
CORNER = 0.11  # how far the corners reach out, for each half of a side
PLUMP = (2.4, 0.36)  # how late it falls to its sides, and how steeply
SEAM = 0.46  # of its height: the seam lies there, nearer to the ground
TUCK = 0.2  # how steeply the lower face leaves the seam
SOFT = 2.6  # points over which a dent is evened out
LEAST = 0.25  # of its height over the seam that a dent leaves


def pillow(prop: Pillow, now: Posed) -> tuple[Solid, Solid]:
    """Its upper and its lower face."""
    (long, wide, high), turn = prop.size, rotation("z", np.array([prop.yaw]))[0]
    u, v = np.meshgrid(*(2 * [np.sin(np.linspace(-np.pi / 2, np.pi / 2, SIDE))]), indexing="ij")
    flat = np.stack([u * (1 + CORNER * v**4) * long / 2, v * (1 + CORNER * u**4) * wide / 2], axis=-1)
    late, steep = PLUMP
    full = (1 - np.abs(u) ** late) * (1 - np.abs(v) ** late)
    ground = prop.at[2] - high / 2
    seam, rise = ground + SEAM * high, (1 - SEAM) * high * full**steep
    faces = []
    for up in (rise, -SEAM * high * full**TUCK):
        place = np.concatenate([flat, (0 * up)[..., None]], axis=-1) @ turn.T + [*prop.at[:2], 0.0]
        place[..., 2] = seam + up
        faces.append(place)
    upper, under = faces
    upper[..., 2] -= _dent(upper, rise, now)
    return _sheet(upper), _sheet(under[::-1])


def _dent(upper: Array, rise: Array, now: Posed) -> Array:
    """(rows, columns) how far the upper face gives way to the body, softly round about."""
    flat = upper[..., :2].reshape(-1, 2)
    below = underside(now.mesh, now.body.top.skin, flat.min(0), flat.max(0))
    deep = np.clip(upper[..., 2] - below.over(upper), 0, rise * (1 - LEAST))
    around = ndimage.gaussian_filter(ndimage.grey_dilation(deep, size=3), SOFT)
    return np.asarray(np.clip(np.maximum(deep, around), 0, rise * (1 - LEAST)))


def _sheet(points: Array) -> Solid:
    """Points (rows, columns, 3) as one surface."""
    rows, columns = points.shape[:2]
    number = np.arange(rows * columns).reshape(rows, columns)
    four = np.stack([number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]], axis=-1)
    return points.reshape(-1, 3), quads(four.reshape(-1, 4))
