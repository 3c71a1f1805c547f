"""The dials of the desk: a labelled slider and a number field for each angle, in groups."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from atelier.angles import ANGLE, ANGLES, RANGE, STATURE_CM
from atelier.joints import GROUPS, twin

_HERE = Path(__file__).parent
VIEW = {"az": "From where: 0 its right, 90 its front, 180 its left", "el": "From how high"}
# Shares of the stature: where a body is, in a picture; the solver may look farther.
_NEAR = {"root.x": (-0.8, 0.8), "root.y": (-0.8, 0.8), "root.z": (0.0, 1.0)}
_VIEWS = {"az": (-180.0, 180.0), "el": (-10.0, 80.0)}


class Dials(anywidget.AnyWidget):
    """`values` is what each dial stands at, in the unit that it shows; `groups` say what the dials are."""

    _esm = _HERE / "dials.js"
    _css = _HERE / "desk.css"
    groups: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)

    def stand_at(self, angles: Mapping[str, float], view: Mapping[str, float]) -> None:
        """Show these angles, in the units of a pose file, and where the viewer stands."""
        self.groups = [_group("View", [_view(name, view[name]) for name in VIEW])] + [
            _group(title, [_dial(name, label, angles[name]) for name, label in names.items()])
            for title, names in GROUPS.items()
        ]
        self.values = {name: shown(name, angles[name]) for name in ANGLES} | dict(view)
        self.send("shown")  # also where the page alone has moved


def shown(name: str, value: float) -> float:
    """A value of a pose file as its dial shows it."""
    return round(value * _unit(name), 2)


def meant(name: str, value: float) -> float:
    """What a dial shows as a value of a pose file."""
    return round(value / _unit(name), 4)


def _unit(name: str) -> float:
    return STATURE_CM if name in ANGLES[:3] else 1.0


def _group(title: str, dials: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "dials": dials}


def _dial(name: str, label: str, value: float) -> dict[str, Any]:
    """From one end of the joint's range to the other; farther, where the value is."""
    low, high = _NEAR.get(name, RANGE[ANGLE[name]])
    ends = {"low": shown(name, min(low, value)), "high": shown(name, max(high, value))}
    return {"name": name, "twin": twin(name), "label": label, "step": 0.5 if name in ANGLES[:3] else 1.0, **ends}


def _view(name: str, value: float) -> dict[str, Any]:
    low, high = _VIEWS[name]
    return {"name": name, "label": VIEW[name], "low": min(low, value), "high": max(high, value), "step": 1}
