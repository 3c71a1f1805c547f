"""One panel in hand: its angles as they are set, how it looks, what is wrong with it, and the way into its file."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from atelier.angles import ANGLE, ANGLES, RANGE, named, vector
from atelier.contacts import label
from atelier.joints import in_words
from atelier.paint import PAD, extent, picture
from atelier.pose import Camera, Panel, Pose, poses_dir, read_pose
from atelier.possible import check_panel
from atelier.scene import Box, heap
from atelier.solve import Problem, report
from atelier.studio import solved_angles
from atelier.written import SHARED, with_angles, with_settings
from kit.errors import ContentError, Fault, did_you_mean
from kit.files import PUBLIC, read_text, write_atomic
from kit.words.numbers import counted

PPU = 400.0  # pixels for each H: half of a printed picture's, for a third of the time
NEAR_CM = 0.3  # a contact that is off by less holds
MOST = 6  # contacts that are told
STRAYS = 3.0  # degrees
_BEYOND = (-200.0, 200.0)  # how far a joint goes that the file lets beyond its range
Angles = dict[str, float]


class Posing:
    """`set` and `settings` lie over what the file says; `shown` is every angle of the body that is seen.

    Contacts have settled at first. What is set then is shown as it is, until they `settle` again; nothing is written
    before `save`.
    """

    def __init__(self, exercise_id: str, name: str) -> None:
        self.pose: Pose = read_pose(exercise_id)
        self.written: Panel = self.pose.panel(name)
        self.set: Angles = {}
        self.settings: dict[str, Any] = {}
        self.shown: Angles = {}
        self._box: Box | None = None
        self.settle()

    @property
    def where(self) -> str:
        return f"poses/{self.pose.id}.toml, panel {self.written.name}"

    @property
    def panel(self) -> Panel:
        """The panel as it would be written."""
        return self.written.model_copy(update={"angles": self.written.angles | self.set, **self.settings})

    @property
    def changed(self) -> bool:
        return bool(self.set or self.settings)

    def bend(self, name: str, value: float) -> None:
        """Set one angle. Raises `ContentError`, and sets nothing, where the joint does not go so far."""
        if name not in ANGLE:
            raise ContentError(Fault(self.where, f"there is no angle {name}.", did_you_mean(name, list(ANGLE))))
        low, high = _BEYOND if name in self.written.beyond else RANGE[ANGLE[name]]
        if not math.isfinite(value) or not low <= value <= high:
            what = f"{in_words(name)} cannot be {value:g}: it goes from {low:g} to {high:g}."
            raise ContentError(Fault(self.where, what, "Bend another joint, or write in the file why it goes beyond."))
        self.shown[name] = value
        self.set.pop(name, None)
        if value != self.written.angles.get(name):
            self.set[name] = value

    def put(self, key: str, value: Any) -> None:
        """Set the preset, the person, the camera or the hands."""
        self.settings.pop(key, None)
        if value != getattr(self.written, key):
            self.settings[key] = value
        if key in SHARED:
            self._box = None

    def picture(self) -> str:
        """SVG of what is shown, rough; its frame grows with the body, so that nothing jumps."""
        panel = self.panel.model_copy(update={"inset": None, "closeup": None})
        now = panel.posed(self.shown)
        shown = heap(panel, now)
        left, right, bottom, top = extent(panel, shown)
        box = (left - PAD, right + PAD, bottom - PAD, top + PAD)
        old = self._box or box
        self._box = (min(old[0], box[0]), max(old[1], box[1]), min(old[2], box[2]), max(old[3], box[3]))
        return picture(panel, now, shown, self._box, ppu=PPU)

    def settle(self) -> None:
        """Show what the contacts make of the angles that are set: what is drawn for good."""
        earlier = self.pose.panels[: self.pose.panels.index(self.written)]
        angles, _ = solved_angles(self.pose.model_copy(update={"panels": (*earlier, self.panel)}))
        self.before = angles.get(self.written.follows or "")
        self.shown = named(vector(angles[self.written.name]))

    def strays(self) -> Iterator[str]:
        """Which angles the contacts have made another than was set, a line each."""
        for name, value in self.set.items():
            if name not in ANGLES[:3] and abs(value - self.shown[name]) > STRAYS:
                yield f"You set {in_words(name)} to {value:.0f}°; the contacts make it {self.shown[name]:.0f}°."

    def troubles(self) -> Iterator[str]:
        """What is wrong with what is shown, in plain words, a line each."""
        panel = self.panel
        found = report(Problem(panel, self.before), self.shown)
        off = sorted(((cm, name) for name, cm in found.contacts if cm >= NEAR_CM), reverse=True)
        for cm, name in off[:MOST]:
            yield f"Contact: {in_words(name)} is {cm:.1f} cm off."
        if len(off) > MOST:
            yield f"Contact: {counted(len(off) - MOST, 'other is', 'others are')} off, by less."
        for name, value in found.at_limit:
            yield f"At its limit: {in_words(name)}, {value:.0f}°."
        for one, two, cm in found.overlaps:
            yield f"Overlap: {in_words(one)} and {in_words(two)} run {cm:.1f} cm through each other."
        contacts = tuple(f"{label(contact)} is off" for contact in panel.contacts)
        for fault in check_panel(self.pose.id, panel, self.shown):
            if not fault.what.startswith(contacts):
                yield f"Body: {in_words(fault.what)} {fault.mend}"

    def save(self) -> Path:
        """Write what is set into the file, in the lines of those angles alone.

        Raises `ContentError`, and leaves the file as it was, where it would then say anything else.
        """
        path = poses_dir() / f"{self.pose.id}.toml"
        old, before = read_text(path), read_pose(self.pose.id)
        name, wanted = self.written.name, {key: _toml(value) for key, value in self.settings.items()}
        write_atomic(path, with_settings(with_angles(old, name, self.set), name, wanted).encode(), PUBLIC)
        if not self._is_meant(before):
            write_atomic(path, old.encode(), PUBLIC)
            what = "its angles do not stand in lines of their own below [panel.angles]."
            raise ContentError(Fault(self.where, what, "Write them so, as in bridge.toml, and save again."))
        return path

    def _is_meant(self, before: Pose) -> bool:
        """Whether the file says what is set, and of the rest what it said before."""
        try:
            now = read_pose(self.pose.id)
        except ContentError:
            return False
        own = before.panel(self.written.name)
        wanted = own.model_copy(update={"angles": own.angles | self.set, **self.settings})
        shared = {key for key in self.settings if key in SHARED}
        others = [(one, two) for one, two in zip(before.panels, now.panels, strict=True) if one.name != own.name]
        return now.panel(own.name) == wanted and all(
            one.model_dump(exclude=shared) == two.model_dump(exclude=shared) for one, two in others
        )


def _toml(value: Any) -> str:
    """A setting as it stands in the file."""
    if isinstance(value, Camera):
        return f"{{ az = {value.az:g}, el = {value.el:g} }}"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f'{key} = "{one}"' for key, one in value.items()) + " }"
    return f'"{value}"'
