"""The pose file of an exercise: what people write in `atelier/poses/<exercise_id>.toml`.

Lengths are fractions of the stature (H), angles degrees; x to the front, y left, z up.
What stands at the top of the file holds for every panel: a panel adds its own angles, contacts and props, and
replaces the rest. `docs/poses.md` is the author's guide.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from atelier.angles import ANGLE, SIDED, Array
from atelier.body import Body, body
from atelier.grips import Grip
from atelier.landmarks import LANDMARKS
from atelier.people import DEFAULT, PEOPLE
from atelier.posed import Posed
from atelier.props import Prop, planes
from atelier.skeleton import BONE, Preset
from kit.errors import ContentError, Fault
from kit.files import read_text
from kit.model import Model, did_you_mean, parse

Vec = tuple[float, float, float]
PanelName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")]


def _known(name: str, names: Any, what: str) -> str:
    if name not in names:
        near = did_you_mean(name, list(names)) or "docs/poses.md lists them."
        raise ValueError(f"“{name}” is no {what}. {near}")
    return name


class Coordinates(Model):
    """A place of which any coordinate may be left free."""

    x: float | None = None
    y: float | None = None
    z: float | None = None


class Contact(Model):
    """One thing that must hold: a point on a plane, on the body or at a place; a flat foot; a bone's direction.

    `facing` turns the skin towards what it touches. `gap` is the distance left, in H.
    """

    point: str | None = None
    on: str | None = None  # a plane: floor, or one that a prop brings
    touch: str | None = None  # a landmark
    at: Coordinates | None = None
    faces: Vec | None = None
    facing: bool = False
    gap: float = 0.0
    flat: Literal["L", "R"] | None = None
    bone: str | None = None
    axis: Vec = (0, 0, -1)  # the bone's own direction at rest: limbs point down
    along: Vec | None = None
    weight: float = Field(default=1.0, gt=0)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Contact:
        if sum(v is not None for v in (self.point, self.flat, self.bone)) != 1:
            raise ValueError("a contact names one of point, flat and bone.")
        if self.bone is not None and self.along is None:
            raise ValueError("a bone needs a direction. Add along = [x, y, z].")
        if self.point is not None and not (self.on or self.touch or self.at or self.faces):
            raise ValueError("a point needs one of on, touch, at and faces.")
        for name in (self.point, self.touch):
            if name is not None:
                _known(name, LANDMARKS, "point")
        if self.bone is not None:
            _known(self.bone, BONE, "bone")
        return self


class Felt(Model):
    """Where it is felt: the skin inside an ellipsoid about a landmark, `shift` and `radius` in its bone's axes."""

    at: str
    radius: Vec = (0.055, 0.055, 0.065)
    shift: Vec = (0, 0, 0)

    @field_validator("at")
    @classmethod
    def _at(cls, value: str) -> str:
        return _known(value, LANDMARKS, "point")


class Arrow(Model):
    """A movement: from a landmark (`start`, `off` along its skin's direction, `shift`) by `by`; or through `points`.

    `bend` bows it by that much at its middle. With `ends`, the arrow's tip, not its tail, lies at the landmark.
    """

    start: str | None = None
    off: float = 0.03
    shift: Vec = (0, 0, 0)
    by: Vec | None = None
    bend: Vec = (0, 0, 0)
    points: tuple[Vec, ...] = ()
    ends: bool = False
    both: bool = False  # to and fro: a head at either end
    moves: str = ""  # what moves, in the text that stands for the picture: "the heels"

    @model_validator(mode="after")
    def _goes_somewhere(self) -> Arrow:
        if (self.start is None) == (not self.points) or (self.start is not None and self.by is None):
            raise ValueError("an arrow has start and by, or points.")
        if self.start is not None:
            _known(self.start, LANDMARKS, "point")
        return self


class Camera(Model):
    """Where the viewer stands: `az` 0 at the right side of a standing body, 90 in front; `el` above the horizon."""

    az: float
    el: float


class CloseUp(Model):
    """A part of the picture beside it, twice as large: what lies within `size` H of a landmark and `shift`."""

    at: str
    size: float = Field(default=0.1, gt=0, le=0.3)
    shift: Vec = (0, 0, 0)
    corner: Literal["left", "right", "above_left", "above_right"] = "right"
    camera: Camera | None = None  # the panel's, if none is given

    @field_validator("at")
    @classmethod
    def _at(cls, value: str) -> str:
        return _known(value, LANDMARKS, "point")


class Panel(Model):
    """One picture, complete: everything that stood at the top of the file is in it."""

    name: PanelName
    says: str = ""  # what the person is doing, in plain words, for the text that stands for the picture
    preset: Preset = "stand"
    person: str = DEFAULT  # one of `people.PEOPLE`
    shoes: bool = False
    hands: dict[str, Grip] = Field(default_factory=dict)  # the shape of each hand, by its side
    camera: Camera
    angles: dict[str, float] = Field(default_factory=dict)
    drawn: bool = True  # false: no picture of it, the movement goes through it
    follows: PanelName | None = None  # start the solving from that panel's solved angles
    keep: tuple[str, ...] = ()  # landmarks that stay where they were in the panel it follows
    contacts: tuple[Contact, ...] = ()
    rest: tuple[str, ...] = ()  # parts that lie on the floor
    sink: float = Field(default=0.004, ge=0, le=0.03)  # how deep resting flesh flattens, in H
    stiff: dict[str, float] = Field(
        default_factory=dict
    )  # how many degrees an angle may stray; by the start of its name
    free: tuple[str, ...] = ()  # toes and collar bones that may move all the same
    lock: tuple[str, ...] = ()
    collide: bool = True
    steps: int = Field(default=60, ge=1, le=400)  # of the solver, at most
    beyond: dict[str, str] = Field(default_factory=dict)  # a joint beyond its range, and why
    felt: tuple[Felt, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    props: tuple[Prop, ...] = ()
    slides: tuple[str, ...] = ()  # points of hands and feet that slide on purpose in the movement
    ghost: bool = False  # the panel it follows as a dashed outline
    inset: Literal["left", "right"] | None = None  # a standing body map of the felt area
    even: bool = False  # no darker far limb
    closeup: CloseUp | None = None

    @field_validator("angles", mode="before")
    @classmethod
    def _flat(cls, value: Any) -> dict[str, float]:
        return flat_angles(value)

    @field_validator("person")
    @classmethod
    def _person(cls, value: str) -> str:
        return _known(value, PEOPLE, "person")

    @field_validator("hands")
    @classmethod
    def _hands(cls, value: dict[str, Grip]) -> dict[str, Grip]:
        return {_known(side, ("L", "R"), "side"): grip for side, grip in value.items()}

    @model_validator(mode="after")
    def _stands_on_what_is_there(self) -> Panel:
        known = planes(self.props)
        for contact in self.contacts:
            if contact.on is not None and contact.on not in known:
                asked = contact.point or f"flat foot {contact.flat}"
                mend = did_you_mean(contact.on, list(known)) or "docs/poses.md says which prop brings it."
                raise ValueError(
                    f"panel {self.name}, {asked}: “{contact.on}” is no plane here. Known: {', '.join(known)}. {mend}"
                )
        return self

    @property
    def body(self) -> Body:
        return body(self.person)

    def posed(self, angles: Array | Mapping[str, float]) -> Posed:
        """The panel's person in these angles: by name, or (n, angles)."""
        return Posed.of(self.body, angles, self.preset, self.hands)


class Pose(Model):
    """All panels of one exercise, in order."""

    id: str
    panels: Annotated[tuple[Panel, ...], Field(max_length=24)]

    @model_validator(mode="after")
    def _follows_an_earlier_panel(self) -> Pose:
        if not self.drawn:
            raise ValueError("there is no panel. Add [[panel]] with a name.")
        if not (self.panels[0].drawn and self.panels[-1].drawn):
            raise ValueError("the first and the last panel are drawn. Put the panel with drawn = false between them.")
        seen: list[str] = []
        for panel in self.panels:
            if panel.follows is not None and panel.follows not in seen:
                raise ValueError(f"panel {panel.name} follows {panel.follows}, which does not stand before it.")
            if panel.name in seen:
                raise ValueError(f"two panels are named {panel.name}.")
            seen.append(panel.name)
        return self

    @property
    def drawn(self) -> tuple[Panel, ...]:
        """The panels that have a picture."""
        return tuple(panel for panel in self.panels if panel.drawn)

    def panel(self, name: str) -> Panel:
        return next(panel for panel in self.panels if panel.name == name)


def flat_angles(value: Any) -> dict[str, float]:
    """Nested tables (`hip.L.flex = 40`) as one table; `hip.flex = 40` sets both sides, a side's own value wins."""
    both: dict[str, float] = {}
    one: dict[str, float] = {}

    def walk(prefix: str, node: Any) -> None:
        if isinstance(node, dict):
            for key, child in node.items():
                walk(f"{prefix}.{key}" if prefix else str(key), child)
        elif prefix in SIDED:
            joint, motion = prefix.split(".")
            both.update({f"{joint}.{s}.{motion}": node for s in "LR"})
        elif prefix in ANGLE:
            one[prefix] = node
        else:
            raise ValueError(f"{prefix}: there is no such angle. {did_you_mean(prefix, [*ANGLE, *SIDED])}".strip())

    walk("", value)
    return both | one


_ADDS = ("contacts", "props", "arrows", "felt")  # a panel adds to what stands at the top of the file


def poses_dir() -> Path:
    return Path(__file__).parent / "poses"


def pose_ids() -> tuple[str, ...]:
    """Exercises that have a pose file, in the order of their ids."""
    return tuple(sorted(path.stem for path in poses_dir().glob("*.toml")))


def read_pose(exercise_id: str) -> Pose:
    """The pose file of an exercise. Raises `ContentError` with every fault, each with its panel and field."""
    path = poses_dir() / f"{exercise_id}.toml"
    where = f"poses/{path.name}"
    if exercise_id not in pose_ids():
        mend = did_you_mean(exercise_id, pose_ids()) or "Write it; docs/poses.md says how."
        raise ContentError(Fault(where, "there is no such pose file.", mend))
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(Fault(where, f"is not TOML: {error}.", "Correct that line.")) from None
    panels = data.pop("panel", [])
    try:
        whole = [_inherit(data, panel) for panel in panels]
    except ValueError as error:
        raise ContentError(Fault(where, str(error), "Correct the name.")) from None
    return parse(Pose, {"id": exercise_id, "panels": whole}, where)


def _inherit(top: dict[str, Any], panel: dict[str, Any]) -> dict[str, Any]:
    merged = {**top, **panel}
    for key in _ADDS:
        merged[key] = [*top.get(key, []), *panel.get(key, [])]
    merged["angles"] = flat_angles(top.get("angles", {})) | flat_angles(panel.get("angles", {}))
    for key in ("stiff", "hands"):
        merged[key] = top.get(key, {}) | panel.get(key, {})
    return merged
