"""Things beside the body: mat, wall, chair, table, counter, step, doorway, band, strap, roll, pillow.

A prop knows which plane it gives to contacts, and the flat faces of what is made of boxes.
Places and sizes are in H.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from atelier.angles import Array
from atelier.skeleton import rotation
from kit.model import Model

Vec = tuple[float, float, float]
Flat = tuple[float, float]


@dataclass(frozen=True)
class Plane:
    """A half space for contacts: a point on it and its outward normal; `solid` ones push the whole body out."""

    point: Array
    normal: Array
    solid: bool


@dataclass(frozen=True)
class Face:
    """A flat, convex, filled polygon: corners (k, 3) and outward normal."""

    corners: Array
    normal: Array


FLOOR = Plane(np.zeros(3), np.array([0.0, 0.0, 1.0]), solid=False)  # the floor has its own rule in the solver


class Mat(Model):
    type: Literal["mat"]
    rect: tuple[float, float, float, float]  # x from, x to, y from, y to


class Wall(Model):
    """A wall through `at`, its face towards `facing`, seen from `span[0]` to `span[1]` along it; cut behind `thick`."""

    type: Literal["wall"]
    at: Flat
    facing: Flat
    span: Flat = (-0.3, 0.3)
    height: float = 1.04
    thick: float = 0.09


class Chair(Model):
    """A firm chair without arms; at `yaw` 0 the person sits facing +x. `at` is the middle of the seat."""

    type: Literal["chair"]
    at: Flat = (0.0, 0.0)
    yaw: float = 0.0
    height: float = 0.255
    size: Flat = (0.25, 0.25)
    back: bool = True


class Table(Model):
    """A table or kitchen counter; `closed` fills the front as a counter has it."""

    type: Literal["table", "counter"]
    at: Flat
    size: Flat = (0.30, 0.55)
    height: float = 0.43
    yaw: float = 0.0


class Step(Model):
    type: Literal["step"]
    at: Flat
    size: Flat = (0.20, 0.32)
    height: float = 0.09
    yaw: float = 0.0


class Doorway(Model):
    """Two posts and a lintel; the person walks through along x at `at`. Contacts: `jamb.L`, `jamb.R` (front faces)."""

    type: Literal["doorway"]
    at: Flat
    width: float = 0.46
    height: float = 1.16
    post: float = 0.05


class LoopBand(Model):
    """An elastic loop round two limbs: at a share `z` of a thigh's or shank's length, or `z` H before the ankle."""

    type: Literal["loop_band"]
    around: tuple[str, str]
    z: float
    width: float = 0.014


class Strand(Model):
    """A long band, strap or rope drawn taut through landmarks, or places `[x, y, z]`."""

    type: Literal["band", "strap"]
    through: tuple[str | Vec, ...] = Field(min_length=2)
    width: float = 0.012


class Roll(Model):
    """A rolled towel (or a ball when `length` is 0) with its middle at `at`, lying along `along`.

    `at` may be a landmark, from which the roll stands off by its radius.
    """

    type: Literal["roll"]
    at: str | Vec
    along: Vec = (0, 1, 0)
    length: float = 0.14
    radius: float = 0.032


class Pillow(Model):
    type: Literal["pillow"]
    at: Vec
    size: Vec = (0.16, 0.24, 0.06)
    yaw: float = 0.0


Prop = Annotated[
    Mat | Wall | Chair | Table | Step | Doorway | LoopBand | Strand | Roll | Pillow, Field(discriminator="type")
]
UP = np.array([0.0, 0.0, 1.0])

BACK = 0.23  # of a chair, above its seat


def planes(props: tuple[Prop, ...]) -> dict[str, Plane]:
    """The planes that contacts may name: always the floor; wall, seat and chair back, table, counter, step, jambs."""
    out = {"floor": FLOOR}
    for prop in props:
        match prop:
            case Wall():
                normal = np.array([*prop.facing, 0.0])
                out["wall"] = Plane(np.array([*prop.at, 0.0]), normal / np.linalg.norm(normal), solid=True)
            case Chair():
                out["seat"] = Plane(np.array([0.0, 0.0, prop.height]), UP, solid=False)
                out["chair_back"] = Plane(np.array([0.0, 0.0, prop.height + BACK]), UP, solid=False)
            case Table() | Step():
                out[prop.type] = Plane(np.array([0.0, 0.0, prop.height]), UP, solid=False)
            case Doorway():
                back = np.array([-1.0, 0.0, 0.0])
                for name in ("jamb.L", "jamb.R"):
                    out[name] = Plane(np.array([prop.at[0] - prop.post / 2, prop.at[1], 0.0]), back, solid=False)
            case _:
                pass
    return out


def boxed(centre: Vec, size: Vec, yaw: float = 0.0, about: Flat = (0.0, 0.0)) -> list[Face]:
    """The six faces of a box, turned by `yaw` about the upright line through `about`."""
    turn = rotation("z", np.array([yaw]))[0]
    half, shift = np.asarray(size) / 2, np.array([*about, 0.0])
    faces = []
    for axis in range(3):
        a, b = (i for i in range(3) if i != axis)
        for sign in (-1.0, 1.0):
            corners = np.zeros((4, 3))
            corners[:, axis] = sign * half[axis]
            corners[:, a] = half[a] * np.array([-1, 1, 1, -1])
            corners[:, b] = half[b] * np.array([-1, -1, 1, 1])
            normal = np.zeros(3)
            normal[axis] = sign
            faces.append(Face(shift + (corners + np.asarray(centre)) @ turn.T, turn @ normal))
    return faces


def _legs(size: Flat, height: float, thick: float) -> list[tuple[Vec, Vec]]:
    x, y = size[0] / 2 - thick / 2 - 0.004, size[1] / 2 - thick / 2 - 0.004
    return [((sx * x, sy * y, height / 2), (thick, thick, height)) for sx in (-1, 1) for sy in (-1, 1)]


def _chair(prop: Chair) -> list[tuple[Vec, Vec]]:
    (depth, width), h, t = prop.size, prop.height, 0.022
    parts: list[tuple[Vec, Vec]] = [((0, 0, h - 0.012), (depth, width, 0.024)), *_legs(prop.size, h - 0.024, t)]
    if prop.back:
        x = -(depth / 2 - t / 2)
        parts += [((x, sy * (width / 2 - t / 2 - 0.004), h + BACK / 2), (t, t, BACK)) for sy in (-1, 1)]
        parts.append(((x, 0, h + 0.19), (0.016, width - 0.03, 0.09)))
    return parts


def _table(prop: Table) -> list[tuple[Vec, Vec]]:
    (depth, width), h = prop.size, prop.height
    top: tuple[Vec, Vec] = ((0, 0, h - 0.014), (depth, width, 0.028))
    if prop.type == "counter":
        return [top, ((0, 0, (h - 0.028) / 2), (depth - 0.03, width - 0.02, h - 0.028))]
    return [top, *_legs(prop.size, h - 0.028, 0.026)]


def _doorway(prop: Doorway) -> list[tuple[Vec, Vec]]:
    p, y = prop.post, prop.width / 2 + prop.post / 2
    sides: list[tuple[Vec, Vec]] = [((0, sy * y, prop.height / 2), (p, p, prop.height)) for sy in (-1, 1)]
    return [*sides, ((0, 0, prop.height + p / 2), (p, prop.width + 2 * p, p))]


def faces(props: tuple[Prop, ...]) -> list[Face]:
    """Flat faces of the solid props, for the depth buffer."""
    out: list[Face] = []
    for prop in props:
        yaw = 0.0
        match prop:
            case Chair():
                parts, yaw = _chair(prop), prop.yaw
            case Table():
                parts, yaw = _table(prop), prop.yaw
            case Step():
                parts, yaw = [((0.0, 0.0, prop.height / 2), (*prop.size, prop.height))], prop.yaw
            case Doorway():
                parts = _doorway(prop)
            case _:
                continue
        for centre, size in parts:
            out += boxed(centre, size, yaw, prop.at)
    return out
