"""Props as triangles, in the same depth buffer as the body."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.spatial import ConvexHull

from atelier.angles import Array
from atelier.body import LIMBS, Body, limb_of
from atelier.pillow import pillow
from atelier.posed import Posed
from atelier.props import Chair, Doorway, LoopBand, Mat, Pillow, Prop, Roll, Step, Strand, Table, Wall, boxed, faces
from atelier.skeleton import BONE
from atelier.solids import Solid, dense, polygon, tube
from atelier.soup import Soup
from atelier.towel import towel

MAT_THICK = 0.012
SKIRTING = (0.045, 0.007)  # height of the board at a wall's foot, and how far it stands off
OFF = 0.0035  # H that a band or strap lies off the skin
CUT = 0.01  # H: skin this near to a cut belongs to it


def furnish(soup: Soup, props: tuple[Prop, ...], now: Posed, view: Array) -> None:
    """Adds all props; walls are seen from their front alone."""
    for prop in props:
        match prop:
            case Mat():
                x0, x1, y0, y1 = prop.rect
                for face in boxed(((x0 + x1) / 2, (y0 + y1) / 2, -MAT_THICK / 2), (x1 - x0, y1 - y0, MAT_THICK)):
                    soup.add(*polygon(face.corners), "mat" if face.normal[2] > 0.5 else "mat_edge")
            case Wall():
                if view[2] @ [*prop.facing, 0.0] > 0.02:
                    _wall(soup, prop, view[2])
            case Chair() | Table() | Step() | Doorway():
                for face in faces((prop,)):
                    side = abs(face.normal @ view[0]) < 0.55
                    tone = "wood" if face.normal[2] > 0.5 else "wood_side" if side else "wood_deep"
                    soup.add(*polygon(face.corners), tone)
            case Pillow():
                for part, material in zip(pillow(prop, now), ("soft", "soft_under"), strict=True):
                    soup.add(*part, material)
            case Roll():
                round_, ends = towel(prop, now)
                for part in round_:
                    soup.add(*part, "soft")
                for part in ends:
                    soup.add(*part, "soft_under")
            case Strand():
                soup.add(*_strand(prop, now), prop.type)
            case LoopBand():
                soup.add(*_loop(prop, now), "band")


def wall_corners(prop: Wall) -> Array:
    """(4, 3) from the foot's start to its end and up."""
    start = np.array([*prop.at, 0.0])
    along = np.array([abs(prop.facing[1]), abs(prop.facing[0]), 0.0])
    along /= np.linalg.norm(along)
    low, high = start + along * prop.span[0], start + along * prop.span[1]
    up = np.array([0, 0, prop.height])
    return np.array([low, high, high + up, low + up])


def _wall(soup: Soup, prop: Wall, towards: Array) -> None:
    corners = wall_corners(prop)
    out = np.array([*prop.facing, 0.0])
    out /= np.linalg.norm(out)
    high, off = SKIRTING
    soup.add(*polygon(corners), "wall")
    for rim in _ends(corners, -out * prop.thick, towards):
        soup.add(*polygon(rim), "wall_end")
    board = corners.copy()
    board[2:, 2] = high
    front = board + out * off
    soup.add(*polygon(front), "wood_side")
    for rim in (*_ends(front, -out * off, towards), _pushed(front[3], front[2], -out * off)):
        soup.add(*polygon(rim), "wood")


def _ends(corners: Array, by: Array, towards: Array) -> Iterator[Array]:
    """The face at the end that is seen of a slab whose front `wall_corners` gives, and which goes `by` behind it."""
    along = corners[1] - corners[0]
    for one, two, away in ((0, 3, -along), (1, 2, along)):
        if away @ towards > 0:
            yield _pushed(corners[one], corners[two], by)


def _pushed(one: Array, two: Array, by: Array) -> Array:
    return np.array([one, two, two + by, one + by])


def _strand(prop: Strand, now: Posed) -> Solid:
    """A flat band through its points, lying on the skin where a point is a landmark."""
    points, outs = [], []
    for where in prop.through:
        if isinstance(where, str):
            place, out = (value[0] for value in now.spot(where))
            points.append(place + out * OFF)
            outs.append(out)
        else:
            points.append(np.asarray(where, dtype=np.float64))
            outs.append(np.array([0.0, 0.0, 1.0]))
    line, over = _rounded(np.array(points), np.array(outs))
    return tube(line, prop.width / 2, 0.0022, over)


def _rounded(points: Array, outs: Array) -> tuple[Array, Array]:
    """The line through points, dense, with the direction in which each lies on the skin."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    line = dense(points, 0.004)
    at = np.linspace(0, along[-1], len(line))
    over = np.stack([np.interp(at, along, outs[:, i]) for i in range(3)], axis=1)
    return line, over / (np.linalg.norm(over, axis=1, keepdims=True) + 1e-9)


def _loop(prop: LoopBand, now: Posed) -> Solid:
    """The convex hull of both limbs' skin at one height: what an elastic loop does."""
    body, mesh = now.body, now.mesh
    skin = np.unique(body.top.skin)
    points, ways = [], []
    for bone in prop.around:
        axes, joint = body.axes[BONE[bone]], body.joint(bone)
        own = skin[body.top.limb[skin] == LIMBS.index(limb_of(bone))]
        away = (body.places[own] - joint) @ axes
        foot = bone.startswith("foot")
        at = away[:, 0] - prop.z if foot else away[:, 2] + _down(body, bone, prop.z)
        near = np.abs(at) < CUT
        points.append(mesh[own[near & (away[:, 2] < 0.03)] if foot else own[near]])
        ways.append(now.frames.turn[0, BONE[bone], :, 0 if foot else 2])
    along = np.sum(ways, axis=0)
    along /= np.linalg.norm(along)
    middle = np.vstack(points).mean(0)
    across = points[1].mean(0) - points[0].mean(0)
    across -= along * (across @ along)
    across /= np.linalg.norm(across)
    other = np.cross(along, across)
    flat = np.stack([(np.vstack(points) - middle) @ across, (np.vstack(points) - middle) @ other], axis=1)
    hull = flat[ConvexHull(flat).vertices]
    ring = dense(np.vstack([hull, hull[:1]]) @ np.stack([across, other]) + middle, 0.006)
    out = ring - middle
    out -= np.outer(out @ along, along)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    return tube(ring + out * OFF, prop.width / 2 * 1.2, 0.002, out)


def _down(body: Body, bone: str, share: float) -> float:
    """How far below the joint of a thigh or shank the loop lies: `share` of the bone's length."""
    stem, side = bone.split(".")
    end = {"thigh": "shank", "shank": "foot"}[stem]
    return share * float(np.linalg.norm(body.joint(f"{end}.{side}") - body.joint(bone)))
