"""All that a picture shows, as one heap of triangles with values on their corners."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array

Faces = NDArray[np.int32]

MATERIALS = (
    "none",
    *("skin", "shirt", "shorts", "shoe", "sole", "hair", "eye"),
    *("mat", "mat_edge", "wall", "wall_end", "wood", "wood_side", "wood_deep", "soft", "soft_under", "band", "strap"),
)
MATERIAL = {name: i for i, name in enumerate(MATERIALS)}
WORN = tuple(MATERIAL[name] for name in ("skin", "shirt", "shorts", "shoe", "sole", "hair", "eye"))
NO_LIMB = -1


@dataclass
class Soup:
    """`places` and `rest` (vertices, 3): in the picture, and on the body at rest, by which lines are found.

    `keep` (vertices,) is below 0 where a surface is cut away; `limb` (vertices,) of the body; of each triangle its
    `material` and the `thing` that it is part of.
    """

    _places: list[Array] = field(default_factory=list)
    _rest: list[Array] = field(default_factory=list)
    _keep: list[Array] = field(default_factory=list)
    _limb: list[NDArray[np.int64]] = field(default_factory=list)
    _faces: list[Faces] = field(default_factory=list)
    _material: list[NDArray[np.int64]] = field(default_factory=list)
    _thing: list[NDArray[np.int64]] = field(default_factory=list)
    count: int = 0

    def add(
        self,
        places: Array,
        faces: Faces,
        material: str,
        rest: Array | None = None,
        keep: Array | None = None,
        limb: NDArray[np.int64] | None = None,
    ) -> None:
        n = len(places)
        self._places.append(places)
        self._rest.append(np.zeros((n, 3)) if rest is None else rest)
        self._keep.append(np.ones(n) if keep is None else keep)
        self._limb.append(np.full(n, NO_LIMB) if limb is None else limb)
        self._faces.append((faces + self.count).astype(np.int32))
        self._material.append(np.full(len(faces), MATERIAL[material]))
        self._thing.append(np.full(len(faces), len(self._thing)))
        self.count += n

    @property
    def places(self) -> Array:
        return np.concatenate(self._places)

    @property
    def rest(self) -> Array:
        return np.concatenate(self._rest)

    @property
    def keep(self) -> Array:
        return np.concatenate(self._keep)

    @property
    def limb(self) -> NDArray[np.int64]:
        return np.concatenate(self._limb)

    @property
    def faces(self) -> Faces:
        return np.concatenate(self._faces)

    @property
    def material(self) -> NDArray[np.int64]:
        return np.concatenate(self._material)

    @property
    def thing(self) -> NDArray[np.int64]:
        return np.concatenate(self._thing)

    def shown(self) -> Array:
        """(k, 3) the places of all that is not cut away."""
        keep, faces = self.keep, self.faces
        return np.asarray(self.places[np.unique(faces[(keep[faces] >= 0).any(1)])])
