"""What each spot of the body is covered with, told from where it lies on the body at rest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from atelier.proportions import Array

SKIN, SHIRT, SHORTS, HAIR = 1, 2, 3, 4
MATERIALS = {SKIN: "skin", SHIRT: "shirt", SHORTS: "shorts", HAIR: "hair"}
SLEEVE_Z, HEM_Z = 0.725, 0.385  # ends of sleeve and shorts


def covering(part: str, place: Array) -> NDArray[np.int32]:
    """(k,) material of k spots (k, 3) of one part."""
    x, y, z = place.T
    out = np.full(len(place), SKIN, dtype=np.int32)
    name = part.split(".")[0]
    if name == "trunk":
        neckline = ((y / 0.037) ** 2 + ((z - 0.838) / 0.031) ** 2 < 1) & (x > -0.018)
        out[~neckline] = SHIRT
    elif name == "pelvis":
        out[:] = SHORTS
    elif name == "uarm":
        out[z > SLEEVE_Z] = SHIRT
    elif name == "thigh":
        out[z > HEM_Z] = SHORTS
    elif name == "hair":
        out[:] = HAIR
    elif name == "head":
        front = 0.976 + 0.25 * (x - 0.036) + 0.30 * y  # swept to one side
        temple = 0.936 + (x - 0.006) * 1.2
        out[z > np.where(x > 0.036, front, np.where(x > 0.006, temple, 0.925))] = HAIR
    return out
