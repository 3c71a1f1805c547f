"""Hands with four fingers and a thumb; feet with heel, arch and toes. In H, at rest.

A hand hangs with the palm to the thigh: its breadth lies along x (thumb to the front), its thickness along y.
"""

from __future__ import annotations

import numpy as np

from atelier.flesh import Sculptor, smooth_rows
from atelier.proportions import (
    ARM_X,
    HIP_Y,
    KNUCKLE_Z,
    MIDDLE_KNUCKLE_Z,
    SHOULDER_Y,
    THUMB_TIP_Z,
    THUMB_X,
    THUMB_Z,
    TOE_X,
    WRIST_Z,
)

# finger: offset of its base to the front, how far it fans out at the tip, length from the knuckles, radius
FINGERS = (
    ("finger1", 0.0152, 0.0020, 0.0480, 0.0058),
    ("finger2", 0.0050, 0.0004, 0.0535, 0.0060),
    ("finger3", -0.0052, -0.0010, 0.0490, 0.0058),
    ("finger4", -0.0148, -0.0030, 0.0395, 0.0052),
)
# toe: offset inwards of its root and tip, x of its tip, radius across and up
TOES = (
    ("toe1", 0.0135, 0.0125, 0.112, 0.0095, 0.0105),
    ("toe2", 0.0020, 0.0030, 0.111, 0.0062, 0.0078),
    ("toe3", -0.0065, -0.0050, 0.106, 0.0058, 0.0072),
    ("toe4", -0.0140, -0.0120, 0.100, 0.0056, 0.0068),
    ("toe5", -0.0205, -0.0175, 0.093, 0.0054, 0.0062),
)


def hand(body: Sculptor, s: str, k: int) -> None:
    y, bone = SHOULDER_Y * k, f"hand.{s}"
    palm = (
        (WRIST_Z, 0, 0, 0.0145, 0.0112),
        (WRIST_Z - 0.018, 0.000, 0, 0.0180, 0.0112),
        (WRIST_Z - 0.040, 0.000, 0, 0.0208, 0.0100),
        (KNUCKLE_Z - 0.002, 0.000, 0, 0.0200, 0.0078),
    )
    body.limb(bone, bone, palm, 18, (ARM_X, y))
    body.blob(bone, bone, (ARM_X + 0.012, y - 0.004 * k, WRIST_Z - 0.026), (0.0095, 0.0095, 0.020))  # ball of the thumb
    for name, root, fan, length, radius in FINGERS:
        for t in np.linspace(0, 1, 15):
            z = KNUCKLE_Z - length * t
            finger_bone = f"fing.{s}" if z > MIDDLE_KNUCKLE_Z else f"fin2.{s}"
            joint = max(0.0, 1 - abs(z - MIDDLE_KNUCKLE_Z) / 0.006) * 0.5  # soft bend of the middle joint
            other = f"fin2.{s}" if z > MIDDLE_KNUCKLE_Z else f"fing.{s}"
            r = radius * (1 - 0.22 * t)
            centre = (ARM_X + root + fan * t, y, z + (radius if t == 1 else 0) * 0.2)
            body.blob(f"{name}.{s}", finger_bone, centre, (r, r * 1.05, r * 1.1), other, joint)
    for t in np.linspace(0, 1, 9):
        z = THUMB_Z + (THUMB_TIP_Z - THUMB_Z) * t
        body.blob(f"thumb.{s}", f"thumb.{s}", (THUMB_X, y - 0.003 * k, z), (0.0084 - 0.001 * t, 0.0080, 0.0085))
    for t in np.linspace(0, 1, 8):
        z = THUMB_TIP_Z - 0.023 * t
        r = 0.0074 - 0.0014 * t
        body.blob(f"thumb.{s}", f"thum2.{s}", (THUMB_X + 0.001 * t, y - 0.003 * k, z), (r, r, r * 1.1))


# x, offset outwards, half width, top and bottom height
_OUTER = (
    (-0.020, 0.002, 0.0165, 0.040, 0.0),
    (0.010, 0.007, 0.0150, 0.036, 0.0),
    (0.040, 0.011, 0.0140, 0.025, 0.0),
    (0.068, 0.012, 0.0135, 0.018, 0.0),
    (0.078, 0.011, 0.0130, 0.016, 0.0),
)
_INNER = (
    (-0.020, -0.001, 0.0165, 0.050, 0.000),
    (-0.005, -0.002, 0.0170, 0.0535, 0.004),
    (0.015, -0.004, 0.0165, 0.0500, 0.012),
    (0.035, -0.007, 0.0155, 0.0415, 0.013),
    (0.055, -0.010, 0.0150, 0.0325, 0.006),
    (0.078, -0.011, 0.0150, 0.0250, 0.000),
)


def foot(body: Sculptor, s: str, k: int) -> None:
    y, bone = HIP_Y * k, f"foot.{s}"
    body.blob(bone, bone, (-0.0265, y, 0.0205), (0.0215, 0.0180, 0.0205))  # heel
    body.blob(bone, bone, (-0.012, y, 0.034), (0.0170, 0.0165, 0.022))  # root of the ankle
    for profile, count in ((_OUTER, 20), (_INNER, 22)):
        for x, (out, width, top, bottom) in smooth_rows(profile, count):
            centre, half = (top + bottom) / 2, (top - bottom) / 2
            body.blob(bone, bone, (x, y + out * k, centre), (0.012, width, half))
    for name, root, tip, end, across, up in TOES:
        start = TOE_X - 0.006
        for t in np.linspace(0, 1, 9):
            x = start + (end - 0.006 - start) * t
            inward = root + (tip - root) * t
            lift = up * (1 - 0.12 * t)
            body.blob(f"{name}.{s}", f"toes.{s}", (x, y - inward * k, lift), (0.0075, across, lift))
