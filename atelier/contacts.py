"""What a contact asks, as residuals: 0 where it holds, about 1 where it is off by 0.7 cm (0.004 H)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from atelier.angles import STATURE_CM, Array
from atelier.pose import Contact
from atelier.posed import Posed
from atelier.props import Plane
from atelier.skeleton import BONE

PLACE = 0.004  # H of distance that counts as 1
FOOT = 0.003  # a flat foot is held tighter
FACING, FACING_PLANE, FACING_FOOT = 3.0, 4.0, 5.0  # weight of a direction, in units of the sine that it is off by
BONE_WEIGHT = 6.0


def residual(now: Posed, contact: Contact, planes: Mapping[str, Plane]) -> Array:
    """(n, k) residuals of one contact in n poses."""
    if contact.flat is not None:
        return _flat(now, contact.flat, planes[contact.on or "floor"])
    if contact.bone is not None:
        points = now.frames.direction(BONE[contact.bone], _unit(contact.axis))
        weight = contact.weight if contact.weight != 1.0 else BONE_WEIGHT
        return (points - _unit(contact.along)) * weight
    return np.concatenate(_point(now, contact, planes), axis=1) * contact.weight


def _point(now: Posed, contact: Contact, planes: Mapping[str, Plane]) -> list[Array]:
    assert contact.point is not None
    place, faces = now.spot(contact.point)
    out: list[Array] = []
    if contact.on is not None:
        plane = planes[contact.on]
        out.append(((place - plane.point) @ plane.normal - contact.gap)[:, None] / PLACE)
        if contact.facing:
            out.append((faces + plane.normal) * FACING_PLANE)
    if contact.touch is not None:
        target, outward = now.spot(contact.touch)
        out.append((place - target - outward * contact.gap) / PLACE)
        if contact.facing:
            out.append((faces + outward) * FACING)
    if contact.at is not None:
        wanted = [(i, v) for i, v in enumerate((contact.at.x, contact.at.y, contact.at.z)) if v is not None]
        out.append(np.stack([place[:, i] - v for i, v in wanted], axis=1) / PLACE)
    if contact.faces is not None:
        out.append((faces - _unit(contact.faces)) * FACING_PLANE)
    return out


def _flat(now: Posed, side: str, plane: Plane) -> Array:
    heel, _ = now.spot(f"heel.{side}")
    ball, _ = now.spot(f"ball.{side}")
    up = now.frames.turn[:, BONE[f"foot.{side}"], :, 2]
    level = (np.stack([heel, ball], axis=1) - plane.point) @ plane.normal / FOOT
    return np.concatenate([level, (up - plane.normal)[:, :2] * FACING_FOOT], axis=1)


def error_cm(now: Posed, contact: Contact, planes: Mapping[str, Plane]) -> float:
    """How far, in centimetres of a 175 cm body, a point or a flat foot is from where it should be; bones give 0."""
    if contact.flat is not None:
        plane = planes[contact.on or "floor"]
        ends = np.stack([now.spot(f"{end}.{contact.flat}")[0][0] for end in ("heel", "ball")])
        return float(np.abs((ends - plane.point) @ plane.normal).max()) * STATURE_CM
    if contact.bone is not None:
        return 0.0
    plain = contact.model_copy(update={"facing": False, "faces": None})
    parts = _point(now, plain, planes)
    return float(np.linalg.norm(np.concatenate(parts, axis=1))) * PLACE * STATURE_CM if parts else 0.0


def label(contact: Contact) -> str:
    """A contact as a person would name it: "palm.L on floor"."""
    if contact.flat is not None:
        return f"flat foot {contact.flat} on {contact.on or 'floor'}"
    if contact.bone is not None:
        return f"direction of {contact.bone}"
    target = contact.on or contact.touch
    return f"{contact.point} on {target}" if target else f"{contact.point} at its place"


def _unit(direction: tuple[float, float, float] | None) -> Array:
    out = np.asarray(direction, dtype=np.float64)
    return np.asarray(out / np.linalg.norm(out))
