"""One panel as maps: what each pixel sees, and where that is on the body at rest."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import Array
from atelier.arrows import placed
from atelier.body import LIMBS
from atelier.camera import view
from atelier.clothes import dress
from atelier.curve import UNITS
from atelier.furniture import furnish
from atelier.hair import add_hair
from atelier.pose import Panel
from atelier.posed import Posed
from atelier.raster import Screen, drawn
from atelier.solids import normals
from atelier.soup import MATERIAL, WORN, Soup
from kit.figures.palette import DRAWN

PRESSED = 0.004  # H over the floor in which flesh that lies is flattened
STROKE = 0.0044  # H: the weight of outlines, one for all pictures, which are printed at one scale
HANDS_NEARER = 0.009  # H towards the viewer, so that a hand lies on what it touches and does not sink in
SCRAP = 0.0025  # square H: a patch of shorts between hands that is no larger is a scrap
HELD = 0.7  # of what is round it that is skin
CHIN = 0.855  # H: above it a head is a face
_CLOSED = (MATERIAL["skin"], MATERIAL["eye"], MATERIAL["hair"])
_FLAT = tuple(MATERIAL[name] for name in ("mat", "mat_edge", "wall", "wall_end", "wood", "wood_side", "wood_deep"))
_OPEN = (MATERIAL["shirt"], MATERIAL["shorts"])
Box = tuple[float, float, float, float]


class Heap(NamedTuple):
    """All triangles of a panel, the places (vertices, 3) of the person's skin and hair, and each arrow's points."""

    soup: Soup
    mesh: Array
    hair: Array
    arrows: list[Array]


def heap(panel: Panel, now: Posed) -> Heap:
    """What a panel shows."""
    mesh = flattened(now.mesh) if panel.rest or panel.preset != "stand" else now.mesh
    soup = Soup()
    dress(soup, now.body, mesh, panel.shoes)
    hair = add_hair(soup, now, mesh)
    seen_by = view(panel.camera.az, panel.camera.el)
    furnish(soup, panel.props, now, seen_by)
    return Heap(soup, mesh, hair, placed(panel.arrows, now, soup, seen_by))


def without_scraps(material: NDArray[np.int64], limb: NDArray[np.int64], most: float) -> NDArray[np.int64]:
    """Materials (rows, columns) in which a patch of a leg's shorts of `most` pixels or fewer, held by skin, is skin.

    Seen between two hands on the lap it would be read as a slot.
    """
    out = material.copy()
    for leg in ("leg.L", "leg.R"):
        patches, _ = ndimage.label((material == MATERIAL["shorts"]) & (limb == LIMBS.index(leg)))
        for number, window in enumerate(ndimage.find_objects(patches), 1):
            rows, columns = (slice(max(part.start - 1, 0), part.stop + 1) for part in window)
            own = patches[rows, columns] == number
            if own.sum() <= most:
                rim = material[rows, columns][ndimage.binary_dilation(own) & ~own]
                if (rim == MATERIAL["skin"]).mean() > HELD:
                    out[rows, columns][own] = MATERIAL["skin"]
    return out


def flattened(mesh: Array) -> Array:
    """Flesh that would be in the floor, pressed flat on it."""
    out = mesh.copy()
    low = np.minimum(mesh[:, 2] - PRESSED, 0)
    out[:, 2] = np.where(mesh[:, 2] < PRESSED, PRESSED * np.exp(low / PRESSED), mesh[:, 2])
    return out


class Scene:
    """The maps of one picture (rows, columns): `material`, `limb`, `thing`, `rest` (…, 3), `hem` how far
    inside of a garment, in H, `inner` where cloth is seen from within, and the depth buffer."""

    def __init__(self, panel: Panel, now: Posed, shown: Heap, box: Box, ppu: float) -> None:
        self.panel, self.now = panel, now
        self.screen = Screen(view(panel.camera.az, panel.camera.el), box, ppu)
        self.soup, self.mesh, self.hair, self.arrows = shown
        self.places, self.faces = self.soup.places, self.soup.faces
        hands = np.zeros((len(self.places), 1))
        hands[: len(self.mesh), 0] = now.body.top.hand * HANDS_NEARER
        nearer, closed = self.places + hands * self.screen.view[2], np.isin(self.soup.material, _CLOSED)
        self.buffer = drawn(nearer, self.faces, self.screen, self.soup.keep, closed)
        hit = self.buffer.index >= 0
        seen = np.where(hit, self.buffer.index, 0)
        self.limb = np.where(hit, self.soup.limb[self.faces[seen, 0]], -1)
        self.material = without_scraps(np.where(hit, self.soup.material[seen], 0), self.limb, SCRAP * ppu**2)
        self.thing = np.where(hit, self.soup.thing[seen], -1)
        self.inner = np.isin(self.material, _OPEN) & self._from_within()[seen]
        corner, of_body = self.faces[seen, 0], now.body.top.digit
        bare = hit & (corner < len(of_body))  # the body's skin comes first
        self.digit = np.where(bare, of_body[np.where(bare, corner, 0)], 0)
        self.rest = self.buffer.sampled(self.soup.rest, self.faces)
        self.hem = self.buffer.sampled(self.soup.keep[:, None], self.faces)[..., 0]
        self.person: NDArray[np.bool_] = np.isin(self.material, WORN)
        self.stroke = STROKE * ppu * UNITS
        self.loose = 1.0  # times as far off its lines may be: more where they are made small
        self._hand = self.buffer.sampled(hands / HANDS_NEARER, self.faces)[..., 0]

    def _from_within(self) -> NDArray[np.bool_]:
        """(faces,) whether the viewer sees the inner side of each triangle: into a sleeve, or a leg of the shorts."""
        across, up = self.screen.view[:2] @ self.places.T
        (ax, bx, cx), (ay, by, cy) = across[self.faces].T, up[self.faces].T
        return np.asarray((bx - ax) * (cy - ay) < (cx - ax) * (by - ay))

    @cached_property
    def sides(self) -> tuple[Array, dict[int, tuple[int, ...]]]:
        """The sides (m, 2, 2) of all flat faces in the picture, in pixels, and the numbers of those of each thing.

        A side of two faces is one.
        """
        numbers: dict[tuple[float, ...], int] = {}
        sides: list[Array] = []
        of_thing = {}
        for thing in np.unique(self.soup.thing[np.isin(self.soup.material, _FLAT)]).tolist():
            (a, b, c), (_, _, d) = self.faces[self.soup.thing == thing]
            rim = self.screen.pixels(self.places[[a, b, c, d]])[0].round(2)
            own = []
            for side in (rim[[i, (i + 1) % 4]] for i in range(4)):
                key = tuple(np.array(sorted(side.tolist())).ravel().tolist())
                if key not in numbers:
                    numbers[key] = len(sides)
                    sides.append(side)
                own.append(numbers[key])
            of_thing[thing] = tuple(own)
        return np.array(sides).reshape(-1, 2, 2), of_thing

    @cached_property
    def close(self) -> NDArray[np.bool_]:
        """(rows + 1, columns + 1) corners of pixels at a face, a hand or toes: small, and told by their shape."""
        face = (self.limb == LIMBS.index("head")) & (self.rest[..., 2] > CHIN)
        small = (self.material == MATERIAL["skin"]) & (face | (self._hand > 0.5) | (self.digit > 0))
        wide = np.pad(small, 1)
        return np.asarray(wide[:-1, :-1] | wide[:-1, 1:] | wide[1:, :-1] | wide[1:, 1:])

    def role(self, name: str) -> str:
        """The drawn colour of a role of the panel's person."""
        return DRAWN.get(f"{name}.{self.panel.person}", DRAWN.get(name, ""))

    def spots(self, where: NDArray[np.bool_]) -> Array:
        """(k, 3) the places in the room that the pixels of `where` (rows, columns) see."""
        return self.buffer.within(where, self.places, self.faces)

    @cached_property
    def lit(self) -> Array:
        """(rows, columns) how much each spot faces the light, which comes from the upper left behind the viewer."""
        towards = self.screen.view.T @ np.array([-0.55, 0.62, 0.55])
        n = self.buffer.sampled(normals(self.places, self.faces), self.faces)
        return np.asarray(n @ (towards / np.linalg.norm(towards)))
