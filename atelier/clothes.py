"""What a person wears, as heights over the mesh at rest: inside where they are above 0, so that hems are smooth lines.

Cloth is the mesh's own bodysuit, posed with the skin, evened out and pushed out from it; skin under cloth is cut away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from atelier.angles import SIDES, Array
from atelier.body import Body
from atelier.solids import Finer, between, bulged, finer, normals
from atelier.soup import Soup

FLOOR = 0.0004  # H: cloth does not go through the floor
UNDER = 0.02  # H from a hem that skin under cloth is kept: who looks into a sleeve sees the arm
TUCK = 0.022  # H that shorts reach up under the shirt
SHIRT_OFF, SHORTS_OFF, SHOE_OFF = 0.0040, 0.0022, 0.0045  # H from the skin
LEAST_OFF = 0.0016  # H that cloth stays off the skin where evening out would take it in
COLLAR = 0.035  # H from the middle: half of the width of the neckline
FLARE, LOOSE = 0.05, 0.06  # how much a hem stands off, for each H that it is near; and that of shorts
SOLE = 0.014  # H over the ground that the sole of a shoe reaches up
EVEN, BACK = 0.6, -0.45  # one round of evening out, and of giving back what it shrank
ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Clothes:
    """Heights over the mesh (vertices,), above 0 inside: the whole garments, and what is seen of the shorts."""

    shirt: Array
    trousers: Array
    legs: Array
    shoes: Array
    sole: Array


@lru_cache(maxsize=8)
def clothes(body: Body, shod: bool) -> Clothes:
    return _heights(body, body.places, body.top.limb_share.astype(np.float64), shod)


@lru_cache(maxsize=8)
def _sewn(body: Body, shod: bool) -> Clothes:
    """The same over the finer mesh, where the cloth itself lies on the body at rest: else a hem would be a wave."""
    cloth, fine = _cloth(body, body.places, np.ones(len(body.places)), SHIRT_OFF, ROUNDS), _finer(body)
    places = bulged(cloth, normals(cloth, body.top.cloth), fine)
    return _heights(body, places, between(body.top.limb_share.astype(np.float64), fine), shod)


def _heights(body: Body, places: Array, share: Array, shod: bool) -> Clothes:
    arm, leg = share[:, 2] + share[:, 3], share[:, 4] + share[:, 5]
    neck = body.joint("neck1")
    upper, arm_length = _along(body, places, "uarm", "fore")
    thigh, leg_length = _along(body, places, "thigh", "shank")
    sleeve = np.where(arm > 0.02, body.person.sleeve * arm_length - upper, 1)
    beside = np.maximum(np.abs(places[:, 1]) - COLLAR, 0)
    collar = neck[2] - 0.004 - places[:, 2] - 0.6 * (places[:, 0] - neck[0]) + 1.3 * beside
    low = np.where(arm > 0.5, 1, places[:, 2] - hem(body, places[:, 0]))
    end = np.where(leg > 0.02, body.person.leg * leg_length - thigh, 1)
    waist = hem(body, places[:, 0]) + 0.04 - places[:, 2]
    ankle = body.joint("foot.L")[2] + 0.004
    foot = ankle - 0.1 * (places[:, 0] - body.joint("foot.L")[0]) - places[:, 2]
    shoes = np.where(leg > 0.5, foot, -1) if shod else np.full(len(places), -1.0)
    return Clothes(
        shirt=np.minimum(np.minimum(sleeve, collar), low),
        trousers=np.where(arm > 0.5, -1, np.minimum(end, waist)),
        legs=end,
        shoes=shoes,
        sole=SOLE - places[:, 2],
    )


def hem(body: Body, front: Array) -> Array:
    """Height of the shirt's lower hem on the body at rest, this far to the front: higher there, off a lap."""
    pelvis = body.joint("pelvis")
    return np.asarray(pelvis[2] + 0.008 + 0.22 * np.maximum(front - pelvis[0], 0))


def dress(soup: Soup, body: Body, posed: Array, shod: bool) -> None:
    """Adds skin, eyes, shirt, shorts and shoes of a posed mesh."""
    worn, top, limb = clothes(body, shod), body.top, body.top.limb
    covered = np.maximum(np.maximum(worn.shirt, worn.trousers), worn.shoes)
    soup.add(posed, top.skin, "skin", body.places, UNDER - covered, limb)
    soup.add(posed, top.eyes, "eye", body.places, limb=np.zeros(len(limb), dtype=np.int64))
    sewn = _sewn(body, shod)
    shorts = np.minimum(sewn.trousers, TUCK - sewn.shirt)
    _wear(soup, body, "shorts", _cloth(body, posed, worn.legs, SHORTS_OFF, ROUNDS, LOOSE), shorts)
    _wear(soup, body, "shirt", _cloth(body, posed, worn.shirt, SHIRT_OFF, ROUNDS), sewn.shirt)
    if shod:
        shoe = _cloth(body, posed, np.ones(len(posed)), SHOE_OFF, 2)
        _wear(soup, body, "shoe", shoe, np.minimum(sewn.shoes, -sewn.sole))
        _wear(soup, body, "sole", shoe, np.minimum(sewn.shoes, sewn.sole))


def _wear(soup: Soup, body: Body, name: str, cloth: Array, inside: Array) -> None:
    """Adds a garment: the part of a cloth, made finer so that it looks round, where `inside` is above 0."""
    fine = _finer(body)
    limb = np.concatenate([body.top.limb, body.top.limb[fine.edges[:, 0]]])
    places = bulged(cloth, normals(cloth, body.top.cloth), fine)
    places[:, 2] = np.maximum(places[:, 2], FLOOR)
    soup.add(places, fine.faces, name, between(body.places, fine), inside, limb)


def _cloth(body: Body, posed: Array, edge: Array, off: float, rounds: int, loose: float = FLARE) -> Array:
    """The bodysuit, bridging small hollows as cloth does, off the skin, and more so near its edge."""
    average, used = _average(body)
    soft = posed.copy()
    for _ in range(rounds):
        for step in (EVEN, BACK):
            soft[used] += step * (average @ soft[used] - soft[used])
    out = normals(soft, body.top.cloth)
    flare = np.clip(0.05 - edge, 0, 0.05) * loose
    away = ((soft - posed) * out).sum(1) + off  # only outwards and inwards, or hems would be wavy
    return np.asarray(posed + out * (np.maximum(away, LEAST_OFF) + flare)[:, None])


@lru_cache(maxsize=8)
def _finer(body: Body) -> Finer:
    return finer(body.top.cloth, len(body.places))


@lru_cache(maxsize=8)
def _average(body: Body) -> tuple[sparse.csr_matrix, NDArray[np.int32]]:
    """The mean of each vertex's neighbours in the bodysuit, and its vertices."""
    used, inverse = np.unique(body.top.cloth, return_inverse=True)
    faces = inverse.reshape(-1, 3)
    one, two = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]).T
    pairs = (np.ones(2 * len(one)), (np.r_[one, two], np.r_[two, one]))
    near = sparse.coo_matrix(pairs, shape=(len(used), len(used))).tocsr()
    near.data[:] = 1
    return sparse.diags(1 / np.asarray(near.sum(1)).ravel()) @ near, used


def _along(body: Body, places: Array, start: str, end: str) -> tuple[Array, float]:
    """(places,) how far each is along the bone of its side, from its joint, in H; and the bone's length."""
    out, length = np.zeros(len(places)), 0.0
    for side, sign in SIDES:
        joint = body.joint(f"{start}.{side}")
        way = body.joint(f"{end}.{side}") - joint
        length = float(np.linalg.norm(way))
        own = places[:, 1] * sign >= 0
        out[own] = (places[own] - joint) @ (way / length)
    return out, length
