"""The colour of every pixel: flat, one soft shade, what is far from the viewer a step darker; shadow on the ground."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import Array
from atelier.body import LIMBS
from atelier.hair import gloss
from atelier.props import Chair, Step, Table, Wall
from atelier.raster import FLOOR, Ground, Screen, drawn
from atelier.scene import Scene
from atelier.soup import MATERIAL, MATERIALS
from atelier.trace import Labels
from atelier.underside import underside

# material: the roles of its three tones
_ROLES: dict[str, tuple[str, str, str]] = {
    **{name: (name, f"{name}_shade", f"{name}_deep") for name in ("skin", "shirt", "shorts", "shoe")},
    "sole": ("shoe_deep",) * 3,
    "hair": ("hair", "hair_shade", "hair_light"),
    "eye": ("skin", "skin_shade", "skin_deep"),
    "mat": ("mat", "shadow", "shadow"),
    "soft": ("soft", "soft_side", "soft_side"),
    "soft_under": ("soft_side",) * 3,
    "wall": ("wall", "wall_shade", "wall_shade"),
    "wall_end": ("wall_shade",) * 3,
    "wood": ("wood", "wood_side", "wood_side"),
    **{name: (name,) * 3 for name in ("mat_edge", "wood_side", "wood_deep", "band", "strap")},
}
COLOURS = ("paper", *dict.fromkeys(role for three in _ROLES.values() for role in three))
_TABLE = np.zeros((len(MATERIALS), 3), dtype=np.int32)
for _name, _three in _ROLES.items():
    _TABLE[MATERIAL[_name]] = [COLOURS.index(role) for role in _three]
SHADOW = COLOURS.index("shadow")
# material: over how many pixels light is evened out, the light below which it is shaded, the least patch in pixels
_SHADED = {
    "skin": (4.5, 0.14, 500),
    "shirt": (15.0, 0.05, 5000),
    "shorts": (9.0, 0.14, 2500),
    "shoe": (6.0, 0.0, 400),
    "hair": (7.0, 0.0, 600),
    "soft": (9.0, 0.3, 800),
}
_SOFT = (MATERIAL["soft"], MATERIAL["soft_under"])
SHINE = 0.80  # light from which hair shines
HOLE = 0.2  # of the least patch of shade: a smaller light spot in it is none
MOST = 0.45  # of a material that is shaded: where most is, panels of one pose would differ by a hair's breadth
_STANDS = tuple(MATERIAL[name] for name in ("wood", "wood_side", "wood_deep"))
STANDS_LOW = 0.004  # H: the underside of what stands on the floor
FAR_EVEN = 6.0  # pixels over which the edge of a far limb is evened out where it leaves the trunk
FAR = 0.055  # H that one limb's root is farther away than its fellow's
SPECK = 100  # pixels: a smaller patch has no colour and no line of its own
SHADOW_LEAST = 0.00035  # square H: a smaller shadow, as of a toe in the air, is a crumb on the floor
SOFT_HIGH, PILLOW_HIGH = 0.03, 0.035  # H over a ground of what is soft that darkens it; over a pillow of the body
PRESSES = 0.02  # H that what lies on a top may sink into it
SHADOW_PPU, SHADOW_HIGH, SHADOW_ROOM = 400.0, 0.055, 0.08
AT_WALL = 0.02  # H from a wall within which a hand throws a shadow on it
CAST, CAST_ON_WALL = (0.012, 0.0), (0.006, -0.008)  # H that a shadow lies aside, on the floor and on a wall


def colours(scene: Scene) -> Labels:
    """(rows, columns) number of a colour of `COLOURS`."""
    tone = np.zeros(scene.material.shape, dtype=np.int64)
    for name, (even, light, least) in _SHADED.items():
        own = scene.material == MATERIAL[name]
        if own.any():
            lit = _evened(scene.lit, own, even)
            if name == "hair":
                lit += gloss(scene.now.body.person.hair, scene.rest)
            dark = ndimage.binary_opening(own & (lit < min(light, np.quantile(lit[own], MOST))), iterations=2)
            tone[tidy(dark, least, own)] = 1
            if name == "hair":
                tone[tidy(ndimage.binary_opening(own & (lit > SHINE), iterations=2), least // 3, own)] = 2
    if not scene.panel.even:
        tone += _far(scene)
    tone[scene.inner] = 2
    under = _shadow(scene)
    tone[(scene.material == MATERIAL["mat"]) & under] = 1
    tone[(scene.material == MATERIAL["wall"]) & _on_walls(scene)] = 1
    tone[(scene.material == MATERIAL["wood"]) & _on_tops(scene)] = 1
    tone[(scene.material == MATERIAL["soft"]) & _on_pillows(scene)] = 1
    out = _TABLE[scene.material, np.clip(tone, 0, 2)]
    out[(scene.material == 0) & under] = SHADOW
    return without_specks(out, SPECK)


def _evened(values: Array, own: NDArray[np.bool_], sigma: float) -> Array:
    """The values evened out inside of `own`; 0 far from it."""
    rows, columns = (np.flatnonzero(own.any(axis)) for axis in (1, 0))
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    weight = ndimage.gaussian_filter(own[part].astype(np.float64), sigma, mode="constant")
    even = ndimage.gaussian_filter(np.where(own, values, 0)[part], sigma, mode="constant")
    out = np.zeros(own.shape)
    out[part] = even / np.maximum(weight, 1e-3)
    return out


def tidy(mask: NDArray[np.bool_], least: int, within: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A mask without patches that are too small to read, and without holes much smaller than those."""
    out = mask & ~_small(mask, least)
    return np.asarray(out | _small(within & ~out, round(least * HOLE)))


def _small(mask: NDArray[np.bool_], least: int) -> NDArray[np.bool_]:
    patches, _ = ndimage.label(mask)
    small = np.bincount(patches.ravel()) < least
    small[0] = False
    return np.asarray(small[patches])


def without_specks(labels: Labels, least: int) -> Labels:
    """Patches that are too small take the label of the nearest larger one."""
    bad = np.zeros(labels.shape, dtype=bool)
    for number, window in enumerate(ndimage.find_objects(labels + 1)):
        if window is not None:
            bad[window] |= _small(labels[window] == number, least)
    if not bad.any():
        return labels
    nearest = ndimage.distance_transform_edt(bad, return_distances=False, return_indices=True)
    return np.asarray(labels[tuple(nearest)])


def _far(scene: Scene) -> NDArray[np.int64]:
    """1 on the arm and on the leg that start clearly farther from the viewer than their fellows."""
    out = np.zeros(scene.material.shape, dtype=np.int64)
    for limb, root, worn in (("arm", "uarm", ("skin",)), ("leg", "thigh", ("skin", "shorts", "shoe"))):
        near = {s: float(scene.now.place(f"{root}.{s}")[0] @ scene.screen.view[2]) for s in "LR"}
        if abs(near["L"] - near["R"]) > FAR:
            far = LIMBS.index(f"{limb}.{min(near, key=lambda s: near[s])}")
            own = np.isin(scene.material, [MATERIAL[name] for name in worn])
            out[own & (_evened((scene.limb == far).astype(np.float64), own, FAR_EVEN) > 0.5)] = 1
    return out


def _shadow(scene: Scene) -> NDArray[np.bool_]:
    """Where the floor is under what is near it: the body, and things that stand or lie on it."""
    feet = scene.faces[np.isin(scene.soup.material, _STANDS) & (scene.places[scene.faces, 2] < STANDS_LOW).all(1)]
    return _thrown(scene, FLOOR, np.vstack([_near(scene, 0.0), feet]), CAST, np.ones(scene.material.shape, dtype=bool))


def _near(scene: Scene, height: float) -> NDArray[np.int32]:
    """The faces of the body, of pillows and of rolls that are near over a ground of this height."""
    things = scene.faces[np.isin(scene.soup.material, _SOFT)]
    parts = ((scene.mesh, scene.now.body.top.skin, SHADOW_HIGH), (scene.places, things, SOFT_HIGH))
    return np.vstack([faces[_touches(places[faces, 2] - height, high)] for places, faces, high in parts])


def _touches(over: Array, high: float) -> NDArray[np.bool_]:
    """Whether faces, whose corners are so high (faces, 3) over a ground, come so near to it and are not below."""
    return np.asarray((over < high).any(1) & (over > -PRESSES).any(1))


def _on_tops(scene: Scene) -> NDArray[np.bool_]:
    """Where a bed, a seat, a table or a step is under what lies on it: so it is seen to carry it."""
    top = scene.material == MATERIAL["wood"]
    out = np.zeros(top.shape, dtype=bool)
    if not top.any():
        return out
    high = scene.spots(top)[:, 2]
    for prop in scene.panel.props:
        if isinstance(prop, Chair | Table | Step):
            level = top.copy()
            level[top] = np.abs(high - prop.height) < STANDS_LOW
            ground = Ground(np.array([0.0, 0, prop.height]), *np.eye(3)[:2])
            out |= _thrown(scene, ground, _near(scene, prop.height), CAST, level)
    return out


def _on_pillows(scene: Scene) -> NDArray[np.bool_]:
    """Where a pillow is under what lies on it."""
    out = np.asarray(scene.material == MATERIAL["soft"], dtype=bool)
    if not out.any():
        return out
    where = scene.spots(out)
    skin, flat = scene.now.body.top.skin, where[:, :2] - CAST
    low = underside(scene.mesh, skin, flat.min(0), flat.max(0)).over(flat)
    out[out] = low - where[:, 2] < PILLOW_HIGH
    return out


def _on_walls(scene: Scene) -> NDArray[np.bool_]:
    """Where a hand that lies on a wall throws its shadow: so it is seen to touch."""
    on_wall = scene.material == MATERIAL["wall"]
    out = np.zeros(on_wall.shape, dtype=bool)
    top = scene.now.body.top
    hands = top.skin[(top.hand[top.skin] > 0.5).all(1)]
    for wall in scene.panel.props:
        if isinstance(wall, Wall):
            facing = np.array([*wall.facing, 0.0]) / np.linalg.norm(wall.facing)
            ground = Ground(np.array([*wall.at, 0.0]), np.cross([0.0, 0, 1], facing), np.array([0.0, 0, 1]))
            _, away = ground.within(scene.mesh)
            aside = CAST_ON_WALL[0] * np.sign(ground.across @ scene.screen.view[0])
            out |= _thrown(scene, ground, hands[(away[hands] < AT_WALL).any(1)], (aside, CAST_ON_WALL[1]), on_wall)
    return out


def _thrown(
    scene: Scene, ground: Ground, faces: NDArray[np.int32], cast: tuple[float, float], where: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """(rows, columns) where, within `where`, the shadow of `faces` falls on a ground, as far aside as `cast` says."""
    out = np.zeros(where.shape, dtype=bool)
    if scene.screen.view[2] @ ground.out < 0.02 or not len(faces) or not where.any():
        return out
    flat, _ = ground.within(scene.places)
    flat = flat + cast
    used = flat[faces.ravel()]
    (x0, y0), (x1, y1) = used.min(0) - SHADOW_ROOM, used.max(0) + SHADOW_ROOM
    above = Screen(np.eye(3), (float(x0), float(x1), float(y0), float(y1)), SHADOW_PPU)
    seen = drawn(np.pad(flat, ((0, 0), (0, 1))), faces, above).index >= 0
    dark = ndimage.gaussian_filter(ndimage.binary_dilation(seen, iterations=5).astype(np.float64), 4) > 0.5
    met = scene.screen.on(ground, where)
    column, row = ((met[:, 0] - x0) * SHADOW_PPU).astype(int), ((y1 - met[:, 1]) * SHADOW_PPU).astype(int)
    inside = (row >= 0) & (column >= 0) & (row < dark.shape[0]) & (column < dark.shape[1])
    out[where] = inside & dark[np.where(inside, row, 0), np.where(inside, column, 0)]
    return out & ~_small(out, round(SHADOW_LEAST * scene.screen.ppu**2))
