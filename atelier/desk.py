"""The desk at which a pose is set by hand: dials, the panel beside them, what is wrong with it, and a way to keep it.

`Desk()` in `atelier/pose.ipynb`. It holds no rule: `posing` has the panel, `begin` the new file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from atelier.angles import ANGLES
from atelier.begin import PRESETS, begin
from atelier.dials import VIEW, Dials, meant
from atelier.grips import GRIPS
from atelier.people import PEOPLE
from atelier.pose import Camera, pose_ids, read_pose
from atelier.posing import Posing
from kit.errors import KitError

_WIDE = {"description_width": "9.5em"}
_COPY = "a copy of the one above"
_ROW = widgets.Layout(flex_flow="row wrap")


class Desk:
    """One panel of one exercise at a time; what was set on another one is there again when it is chosen again."""

    def __init__(self, exercise_id: str = "") -> None:
        ids = pose_ids()
        self.exercise = _choice("Exercise", ids, exercise_id if exercise_id in ids else ids[0])
        self.panel = _choice("Panel", (), None)
        self.person, self.preset = _choice("Person", tuple(PEOPLE)), _choice("How the body lies", PRESETS)
        self.hands = {side: _choice(f"{name} hand", GRIPS) for side, name in (("R", "Right"), ("L", "Left"))}
        self.dials = Dials()
        self.settle, self.save, self.back = map(_button, ("Let the contacts settle", "Save", "Back to the file"))
        self.new_id = widgets.Text(description="New exercise", placeholder="my_standing_hip_abduction", style=_WIDE)
        self.like, self.begin = _choice("Begin with", (_COPY, *PRESETS)), _button("Begin")
        self.picture, self.told = widgets.HTML(), widgets.HTML()
        self._kept: dict[tuple[str, str], Posing] = {}
        self._filling = False
        self.page = widgets.Box([self._left(), self._right()], layout=_ROW)
        self.page.add_class("atelier-desk")
        self._listen()
        self._open()

    def _repr_mimebundle_(self, **asked: Any) -> Any:
        return self.page._repr_mimebundle_(**asked)

    def _left(self) -> widgets.Widget:
        new = widgets.VBox([self.new_id, self.like, self.begin]).add_class("atelier-new")
        parts = [self.exercise, self.panel, self.person, self.preset, *self.hands.values(), self.dials, new]
        return widgets.VBox(parts, layout=_column("1 1 320px", "460px")).add_class("atelier-dials")

    def _right(self) -> widgets.Widget:
        buttons = widgets.HBox([self.settle, self.save, self.back], layout=_ROW)
        parts = [self.picture, buttons, self.told]
        return widgets.VBox(parts, layout=_column("2 1 320px")).add_class("atelier-panel")

    def _listen(self) -> None:
        self.exercise.observe(self._heard(self._open), "value")
        self.panel.observe(self._heard(self._take), "value")
        self.dials.observe(self._heard(self._turned), "values")
        for key, choice in (("person", self.person), ("preset", self.preset)):
            choice.observe(self._heard(partial(self._put, key)), "value")
        for choice in self.hands.values():
            choice.observe(self._heard(self._gripped), "value")
        for button, deed in (
            (self.settle, self._settled),
            (self.save, self._saved),
            (self.back, self._taken_back),
            (self.begin, self._begun),
        ):
            button.on_click(self._heard(deed))

    def _heard(self, deed: Callable[[], None]) -> Callable[[object], None]:
        """A deed of the person at the desk: what is wrong is told in words, and the desk then shows what is."""

        def hear(_: object) -> None:
            if self._filling:
                return
            try:
                deed()
            except KitError as error:
                self._fill()
                self._tell([str(fault) for fault in error.faults], refused=True)

        return hear

    def _open(self) -> None:
        """Show the first panel of the exercise, or say what is wrong with its file."""
        try:
            names = tuple(panel.name for panel in read_pose(self.exercise.value).panels)
            self._filling = True
            self.panel.options, self.panel.value = names, names[0]
            self._filling = False
            self._take()
        except KitError as error:
            self._tell([str(fault) for fault in error.faults], refused=True)

    def _take(self) -> None:
        """Take the chosen panel in hand."""
        key = (self.exercise.value, self.panel.value)
        self._kept = {one: posing for one, posing in self._kept.items() if posing.changed}
        self.posing = self._kept.get(key) or Posing(*key)
        self._kept[key] = self.posing
        self._fill()
        self._show("As in its file, contacts settled." if not self.posing.changed else "As you left it; not saved.")

    def _fill(self) -> None:
        """Every control as the panel is."""
        panel = self.posing.panel
        self._filling = True
        self.person.value, self.preset.value = panel.person, panel.preset
        for side, choice in self.hands.items():
            choice.value = panel.hands.get(side, GRIPS[0])
        self.dials.stand_at(self.posing.shown, {name: getattr(panel.camera, name) for name in VIEW})
        self._filling = False
        self._stood = dict(self.dials.values)

    def _turned(self) -> None:
        """Bend what a dial was turned for, and draw it."""
        moved = {name: value for name, value in self.dials.values.items() if value != self._stood.get(name)}
        for name, value in moved.items():
            if name in VIEW:
                camera = self.posing.panel.camera
                self.posing.put("camera", Camera.model_validate(camera.model_dump() | {name: value}))
            else:
                self.posing.bend(name, meant(name, value))
        self._stood = dict(self.dials.values)
        self._show("As set; contacts not yet settled." if set(moved) & set(ANGLES) else "Seen from there.")

    def _put(self, key: str) -> None:
        self.posing.put(key, getattr(self, key).value)
        self._show("As set; contacts not yet settled.")

    def _gripped(self) -> None:
        was = self.posing.written.hands
        grips = {side: choice.value for side, choice in self.hands.items()}
        told = {side: grip for side, grip in sorted(grips.items()) if side in was or grip != GRIPS[0]}
        self.posing.put("hands", told)
        self._show("As set; contacts not yet settled.")

    def _settled(self) -> None:
        self._tell(["The contacts settle …"])
        self.posing.settle()
        self._fill()
        self._show("Contacts settled, as it will be drawn.", self.posing.strays())

    def _saved(self) -> None:
        if not self.posing.changed:
            self._tell(["Nothing has changed since it was saved."])
            return
        path, name = self.posing.save(), self.posing.pose.id
        self._kept.clear()
        self._take()
        self._tell([f"Saved in {path}.", f"Draw it for good: kit figures draw {name}"])

    def _taken_back(self) -> None:
        """Forget what was set on this panel."""
        self._kept.pop((self.exercise.value, self.panel.value), None)
        self._take()

    def _begun(self) -> None:
        """A new pose file, which is opened."""
        name, like = self.new_id.value.strip(), self.like.value
        begin(name, like=self.exercise.value) if like == _COPY else begin(name, preset=like)
        self._filling = True
        self.exercise.options = pose_ids()
        self.exercise.value, self.new_id.value = name, ""
        self._filling = False
        self._open()

    def _show(self, how: str, besides: Iterable[str] = ()) -> None:
        """Draw the panel, and tell what is wrong with it."""
        label = escape(f"{self.posing.pose.id}, panel {self.posing.written.name}. {how}", quote=True)
        svg = self.posing.picture()
        self.picture.value = f'<div class="atelier-picture" role="img" aria-label="{label}">{svg}</div>'
        troubles = [*besides, *self.posing.troubles()]
        self._tell([how if troubles else f"{how} Nothing is wrong with it."], troubles)

    def _tell(self, sentences: Iterable[str], items: Iterable[str] = (), refused: bool = False) -> None:
        """Say it below the picture, where it is spoken too."""
        lines = "".join(f"<p>{escape(one)}</p>" for one in sentences)
        points = "".join(f"<li>{escape(one)}</li>" for one in items)
        kind = ' class="refused"' if refused else ""
        self.told.value = f'<div class="atelier-told" role="status"><div{kind}>{lines}<ul>{points}</ul></div></div>'


def _choice(name: str, options: Any, value: Any = None) -> widgets.Dropdown:
    return widgets.Dropdown(description=name, options=options, value=value or next(iter(options), None), style=_WIDE)


def _column(flex: str, most: str = "100%") -> widgets.Layout:
    return widgets.Layout(flex=flex, min_width="0", max_width=most)


def _button(name: str) -> widgets.Button:
    return widgets.Button(description=name, layout=widgets.Layout(width="auto"))
