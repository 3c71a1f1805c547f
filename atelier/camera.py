"""The viewer: a parallel projection from azimuth and elevation."""

from __future__ import annotations

import numpy as np

from atelier.angles import Array


def view(az: float, el: float) -> Array:
    """(3, 3) rows: right, up, towards the viewer. `az` 0 looks along +y, 90 along -x; `el` looks down by that much."""
    a, e = np.radians(az), np.radians(el)
    towards = np.array([np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)])
    right = np.array([np.cos(a), np.sin(a), 0.0])
    return np.array([right, np.cross(towards, right), towards])
