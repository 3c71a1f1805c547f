"""The colours of a picture: roles, and what each palette paints them with.

A committed picture is drawn in the first palette, whose colours are all different; another palette is put on by
replacing them, so that nothing is drawn anew.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_WOOD = {"wood": "#f3eee6", "wood_side": "#e0d8cb", "wood_deep": "#c9bfae"}
_ROOM = {
    "line": "#22303a",
    "mat": "#dfe8ea",
    "mat_edge": "#aebfc4",
    "wall": "#eae5dd",
    "shadow": "#c2cfd3",
    "ghost": "#7f9198",
    "band": "#e0a030",
    "strap": "#8a6fa8",
    "soft": "#f7f3ec",
    "soft_side": "#e3dccf",
    "felt": "#e0604f",
    "hatch": "#fffefd",
    "felt_edge": "#b3261a",
    "arrow": "#c8321f",
    "halo": "#fefefe",
    "paper": "#fdfdfd",
    **_WOOD,
}
_LIGHT = {
    "skin": "#f6dfcf",
    "skin_shade": "#e6c6b1",
    "skin_deep": "#d3ae97",
    "hair": "#5b4639",
    "hair_shade": "#47362c",
}
_TEAL = {"shirt": "#7fb2b5", "shirt_shade": "#6a999d", "shirt_deep": "#588488"}
_NAVY = {"shorts": "#44596d", "shorts_shade": "#384a5c", "shorts_deep": "#2d3d4d"}
_BROWN = {
    "skin": "#8d5a3c",
    "skin_shade": "#774a30",
    "skin_deep": "#633c26",
    "hair": "#2a2220",
    "hair_shade": "#1d1716",
}
_OLIVE = {
    "skin": "#d9ab85",
    "skin_shade": "#c4936d",
    "skin_deep": "#ac7d59",
    "hair": "#33291f",
    "hair_shade": "#251d16",
}
_SILVER = {
    "skin": "#f3d6c6",
    "skin_shade": "#e0bba8",
    "skin_deep": "#cba28e",
    "hair": "#c9c6c0",
    "hair_shade": "#aeaaa3",
}

_DAY = {**_ROOM, **_LIGHT, **_TEAL, **_NAVY}
_ALL: dict[str, dict[str, str]] = {
    "day": _DAY,
    "earth": {
        **_DAY,
        **_BROWN,
        "shirt": "#efe1c6",
        "shirt_shade": "#dac9a9",
        "shirt_deep": "#c4b190",
        "shorts": "#3f6b5c",
        "shorts_shade": "#33594c",
        "shorts_deep": "#28493e",
        "line": "#1c1917",
        "felt": "#ef4f36",
        "hatch": "#ffffff",
        "felt_edge": "#fff7f4",
    },
    "plum": {
        **_DAY,
        **_OLIVE,
        "shirt": "#b9a3c9",
        "shirt_shade": "#a189b3",
        "shirt_deep": "#8a739c",
        "shorts": "#5a4a63",
        "shorts_shade": "#4a3c52",
        "shorts_deep": "#3b3042",
    },
    "silver": {
        **_DAY,
        **_SILVER,
        "shirt": "#9db6d6",
        "shirt_shade": "#849fc2",
        "shirt_deep": "#6e89ac",
        "shorts": "#6d7378",
        "shorts_shade": "#5b6166",
        "shorts_deep": "#4a4f54",
    },
    # For paper: the felt area stays apart by its hatch and its dark outline, not by its colour.
    "grey": {
        **_DAY,
        "line": "#111111",
        "skin": "#ffffff",
        "skin_shade": "#e6e6e6",
        "skin_deep": "#cfcfcf",
        "hair": "#4a4a4a",
        "hair_shade": "#383838",
        "shirt": "#d4d4d4",
        "shirt_shade": "#bfbfbf",
        "shirt_deep": "#adadad",
        "shorts": "#a2a2a2",
        "shorts_shade": "#8e8e8e",
        "shorts_deep": "#7c7c7c",
        "mat": "#ededed",
        "mat_edge": "#bdbdbd",
        "wall": "#ececec",
        "shadow": "#cdcdcd",
        "ghost": "#898989",
        "band": "#6f6f6f",
        "strap": "#7a7a7a",
        "soft": "#f7f7f7",
        "soft_side": "#dedede",
        "wood": "#f4f4f4",
        "wood_side": "#e2e2e2",
        "wood_deep": "#cacaca",
        "felt": "#fcfcfc",
        "hatch": "#121212",
        "felt_edge": "#131313",
        "arrow": "#141414",
    },
}
PALETTES: tuple[str, ...] = tuple(_ALL)
DRAWN = MappingProxyType(_DAY)  # role to colour of the committed pictures
_ROLE = {colour: role for role, colour in _DAY.items()}
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def colours(palette: str) -> dict[str, str]:
    """Role to colour of a palette."""
    return dict(_ALL[palette])


def painted(svg: str, palette: str) -> str:
    """A picture drawn in the first palette, in another one."""
    if palette == PALETTES[0]:
        return svg
    new = colours(palette)
    return _COLOUR.sub(lambda found: new[_ROLE[found.group(0)]] if found.group(0) in _ROLE else found.group(0), svg)
