"""One panel as maps: what each pixel shows (for lines) and which colour it has (for fills)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier import depth
from atelier.anatomy import body
from atelier.clothes import HAIR, MATERIALS, covering
from atelier.depth import Buffer, Screen
from atelier.proportions import BONE, NEUTRAL, Array
from atelier.props import Prop, faces
from atelier.skeleton import Frames
from atelier.soft import soft_props
from atelier.trace import Labels

SOFT, FACES = 100, 200  # regions below are parts of the body; soft props, then flat faces
WIDE = 8  # a label is region * WIDE + material
COLOURS: tuple[str, ...] = (
    "paper",
    *(f"{m}{tone}" for m in ("skin", "shirt", "shorts") for tone in ("", "_shade", "_deep")),
    "hair",
    "hair_shade",
    "band",
    "strap",
    "soft",
    "soft_side",
    "wood",
    "wood_side",
    "wood_deep",
)
COLOUR = {name: i for i, name in enumerate(COLOURS)}
_LIGHT = (-0.45, 0.80, 0.40)  # right, up, towards the viewer
_ARM = ("uarm", "farm", "hand", "finger", "thumb")
_LEG = ("thigh", "shank", "foot", "toe")
# What is shaded as one; fingers and toes stay plain.
_LIMBS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("trunk", "pelvis"), ""),
    (("neck",), ""),
    (("head",), ""),
    (("hair",), ""),
    *(((names), f".{side}") for names in (("uarm", "farm", "hand"), ("thigh", "shank", "foot")) for side in "LR"),
    (("band", "strap", "soft"), ""),
)
EVEN = 7.0  # pixels over which light is evened out


@dataclass(frozen=True)
class Posed:
    """A body in one pose: its bones, and its flesh as centre (m, 3) and semi-axes (m, 3, 3)."""

    frames: Frames
    centre: Array
    axes: Array

    @classmethod
    def of(cls, frames: Frames) -> Posed:
        centre, axes = body().posed(frames)
        return cls(frames, centre[0], axes[0])


class Scene:
    """The maps of one picture, all (rows, columns): `region`, `label`, `colour`, and the depth buffer."""

    def __init__(self, posed: Posed, props: tuple[Prop, ...], screen: Screen, even: bool = False) -> None:
        self.posed, self.screen, self.even = posed, screen, even
        self._breadth: dict[int, float] = {}
        self.names = {i + 1: name for i, name in enumerate(body().parts)}
        self.soft = list(soft_props(props, posed.frames, posed.centre, posed.axes))
        self.buffer = Buffer.empty(screen)
        self.count = len(posed.centre)
        centre = np.concatenate([posed.centre, *(s.centre for s in self.soft)])
        axes = np.concatenate([posed.axes, *(s.axes for s in self.soft)])
        depth.ellipsoids(self.buffer, screen, centre, axes)
        self._cut_at_floor()
        self.points = self.buffer.points(screen)
        self.normals = depth.normals(self.buffer, self.points, centre, axes)
        self.region = self._regions()
        material = self._materials()
        self.label: Labels = self.region * WIDE + material
        self.colour = self._colours(material)
        self._draw_faces(props)
        _remove_specks(self.label, screen.ppu, self._small())
        _remove_specks(self.colour, screen.ppu, frozenset())

    def _cut_at_floor(self) -> None:
        """What lies under the floor is not seen: contacts look pressed flat."""
        if self.screen.view[2, 2] < 0:
            return
        height = self.buffer.heights(self.screen)
        under = (self.buffer.index >= 0) & (height < 0)
        self.buffer.index[under] = -1
        self.buffer.depth[under] = depth.NOTHING

    def _regions(self) -> Labels:
        numbers = [body().part]
        for i, soft in enumerate(self.soft):
            self.names[SOFT + i] = soft.kind
            numbers.append(np.full(len(soft.centre), SOFT + i, dtype=np.int32))
        owner = np.concatenate([*numbers, np.zeros(1, dtype=np.int32)])  # index -1 finds the 0 at the end
        return owner[self.buffer.index]

    def _materials(self) -> Labels:
        """What covers each pixel of the body, from where that spot lies on the body at rest."""
        on_body = (self.buffer.index >= 0) & (self.buffer.index < self.count)
        which = self.buffer.index[on_body]
        flesh = body()
        local = np.einsum(
            "kij,kj->ki", np.linalg.inv(self.posed.axes)[which], self.points[on_body] - self.posed.centre[which]
        )
        place = np.einsum("kij,kj->ki", flesh.axes[which], local) + flesh.centre[which]
        out = np.zeros(self.region.shape, dtype=np.int32)
        parts = self.region[on_body]
        values = np.zeros(len(parts), dtype=np.int32)
        for number in np.unique(parts):
            own = parts == number
            values[own] = covering(self.names[int(number)], place[own])
        out[on_body] = values
        return out

    def _colours(self, material: Labels) -> Labels:
        out = np.zeros(self.region.shape, dtype=np.int32)
        shade = self._shade()
        tone = shade.astype(np.int32) + np.isin(self.region, self._far())
        for number, name in MATERIALS.items():
            own = material == number
            if number == HAIR:
                out[own] = COLOUR["hair"] + np.minimum(tone[own], 1)
            else:
                out[own] = COLOUR[name] + tone[own]
        for i, soft in enumerate(self.soft):
            own = self.region == SOFT + i
            out[own] = COLOUR[soft.kind] + (shade[own] if soft.kind == "soft" else 0)
        return out

    def _shade(self) -> NDArray[np.bool_]:
        """Where the skin turns away from the light: calm shapes, since the light is evened out over each limb."""
        screen = self.screen
        light = np.asarray(_LIGHT) @ screen.view
        lit = self.normals @ (light / np.linalg.norm(light))
        dark = np.zeros(lit.shape, dtype=bool)
        for names, side in _LIMBS:
            own = [i for i, name in self.names.items() if name.startswith(names) and name.endswith(side)]
            mask = np.isin(self.region, own)
            if mask.any():
                window = _window(mask, 24)
                inside = mask[window].astype(np.float64)
                even = ndimage.gaussian_filter(lit[window] * inside, EVEN)
                even /= np.maximum(ndimage.gaussian_filter(inside, EVEN), 1e-6)
                dark[window] |= mask[window] & (even < -0.12)
        patches, _ = ndimage.label(ndimage.binary_opening(dark, iterations=4))
        large = np.bincount(patches.ravel()) > (screen.ppu * 0.042) ** 2 * 0.6
        large[0] = False
        return np.asarray(large[patches])

    def _far(self) -> list[int]:
        """Parts of the limb that is clearly farther from the viewer than its fellow."""
        if self.even:
            return []
        place, view_axis = self.posed.frames.place[0], self.screen.view[2]
        out: list[int] = []
        for upper, lower, names, least in (("uarm", "farm", _ARM, 0.035), ("thigh", "shank", _LEG, 0.06)):
            near = {s: sum(place[BONE[f"{b}.{s}"]] @ view_axis for b in (upper, lower)) / 2 for s in "LR"}
            if abs(near["L"] - near["R"]) > least:
                side = "L" if near["L"] < near["R"] else "R"
                out += [i for i, name in self.names.items() if name.startswith(names) and name.endswith(f".{side}")]
        return out

    def _draw_faces(self, props: tuple[Prop, ...]) -> None:
        for i, flat in enumerate(faces(props)):
            shown = depth.face(self.buffer, self.screen, flat)
            side = abs(flat.normal @ self.screen.view[0]) < 0.55
            tone = "wood" if flat.normal[2] > 0.5 else "wood_side" if side else "wood_deep"
            self.region[shown] = FACES + i
            self.label[shown] = (FACES + i) * WIDE
            self.colour[shown] = COLOUR[tone]
            self.buffer.index[shown] = -1

    def _small(self) -> frozenset[int]:
        return frozenset(i for i, name in self.names.items() if name.startswith(("ear", "thumb", "finger", "toe")))

    @cached_property
    def parts(self) -> dict[str, int]:
        return {name: i for i, name in self.names.items()}

    def breadth(self, region: int) -> float:
        """Pixels across the widest spot that is seen of a region."""
        if region not in self._breadth:
            mask = self.region == region
            inner = ndimage.distance_transform_edt(np.pad(mask[_window(mask, 0)], 1)) if mask.any() else np.zeros(1)
            self._breadth[region] = 2 * float(inner.max())
        return self._breadth[region]

    def on_bone(self, bone: int) -> Array:
        """(rows, columns, 3): where each pixel's point would be on the body at rest, were it fixed to `bone`."""
        frames = self.posed.frames
        return np.asarray((self.points - frames.place[0, bone]) @ frames.turn[0, bone] + NEUTRAL[bone])


def _window(mask: NDArray[np.bool_], margin: int) -> tuple[slice, slice]:
    """The rows and columns that hold a mask, and a margin round them."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + margin),
    )


def _remove_specks(labels: Labels, ppu: float, small: frozenset[int]) -> None:
    """Patches too small to read take the label beside them; parts in `small` keep smaller ones."""
    least = (ppu * 0.0065) ** 2 * 0.8
    bad = np.zeros(labels.shape, dtype=bool)
    for number, window in enumerate(ndimage.find_objects(labels + 1)):  # 0 would count as nothing
        if window is None:
            continue
        patches, _ = ndimage.label(labels[window] == number)
        size = np.bincount(patches.ravel())
        tiny = size < (12 if number // WIDE in small else least)
        tiny[0] = False
        if tiny.any():
            bad[window] |= tiny[patches]
    if bad.any():
        window = _window(bad, 24)
        inside, view_of = bad[window], labels[window]
        nearest = ndimage.distance_transform_edt(inside, return_distances=False, return_indices=True)
        view_of[inside] = view_of[tuple(nearest)][inside]
