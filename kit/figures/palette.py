"""The colours of a picture: roles, and what each palette paints them with.

A committed picture is drawn in the first palette, whose colours are all different; another palette is put on by
replacing them, so that nothing is drawn anew.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_ROOM = {
    "line": "#22303a",
    "mat": "#dfe8ea",
    "mat_edge": "#aebfc4",
    "wall": "#efebe4",
    "wall_shade": "#e2dccf",
    "shadow": "#cdd8db",
    "ghost": "#5f747d",
    "band": "#e0a030",
    "strap": "#8a6fa8",
    "soft": "#f7f3ec",
    "soft_side": "#e3dccf",
    "felt": "#e2503e",
    "hatch": "#fffefd",
    "felt_edge": "#b3261a",
    "arrow": "#155a9c",
    "halo": "#fefefe",
    "paper": "#fdfdfd",
    "wood": "#f3eee6",
    "wood_side": "#e0d8cb",
    "wood_deep": "#c9bfae",
}
# A colour, its shade, and the tone of what is far from the viewer.
_Tones = tuple[str, str, str]


def _look(skin: _Tones, hair: _Tones, shirt: _Tones, shorts: _Tones, shoe: _Tones) -> dict[str, str]:
    tones = {"skin": skin, "shirt": shirt, "shorts": shorts, "shoe": shoe}
    out = {f"{name}{tone}": colour for name, three in tones.items() for tone, colour in zip(_TONES, three, strict=True)}
    return out | _hair(hair)


def _hair(three: _Tones) -> dict[str, str]:
    return dict(zip(("hair", "hair_shade", "hair_light"), three, strict=True))


_TONES = ("", "_shade", "_deep")
_SILVER = ("#c9c6c0", "#9a948c", "#dfddd9")
_LIGHT = ("#f6dfcf", "#e6c6b1", "#d3ae97")
_BROWN = ("#b07b56", "#986544", "#805336")
_OLIVE = ("#d9ab85", "#c4936d", "#ac7d59")
_ROSE = ("#f3d6c6", "#e0bba8", "#cba28e")
_GREY_SHOE = ("#e9edf0", "#cfd6db", "#b6bfc6")
_LOOKS = {
    "anna": _look(
        _LIGHT,
        ("#5b4639", "#47362c", "#745b4a"),
        ("#7fb2b5", "#6a999d", "#588488"),
        ("#5d7890", "#4c657c", "#3f5569"),
        _GREY_SHOE,
    ),
    "ben": _look(
        _BROWN,
        ("#2a2220", "#1d1716", "#463a35"),
        ("#efe1c6", "#dac9a9", "#c4b190"),
        ("#3f6b5c", "#33594c", "#28493e"),
        ("#e8ebe4", "#cdd3c8", "#b3bbad"),
    ),
    "carla": _look(
        _ROSE,
        _SILVER,
        ("#b9a3c9", "#a189b3", "#8a739c"),
        ("#725f7d", "#614f6b", "#51405a"),
        ("#ece6ee", "#d3cad7", "#b9aec0"),
    ),
    "dan": _look(
        _OLIVE,
        ("#4a4038", "#3a312a", "#655a4f"),
        ("#9db6d6", "#849fc2", "#6e89ac"),
        ("#6d7378", "#5b6166", "#4a4f54"),
        ("#e6e9ef", "#cbd0da", "#b1b8c5"),
    ),
}


def _alike(look: dict[str, str]) -> dict[str, str]:
    """All people in one look."""
    return {f"{role}.{name}": colour for name in _LOOKS for role, colour in look.items()}


_DAY = _ROOM | {f"{role}.{name}": colour for name, look in _LOOKS.items() for role, colour in look.items()}
_ALL: dict[str, dict[str, str]] = {
    "day": _DAY,
    "earth": {
        **_ROOM,
        **_alike(_LOOKS["ben"]),
        "line": "#1c1917",
        "felt": "#ef4f36",
        "hatch": "#ffffff",
        "felt_edge": "#fff7f4",
    },
    "plum": {
        **_ROOM,
        **_alike(
            _LOOKS["carla"]
            | {"skin": _OLIVE[0], "skin_shade": _OLIVE[1], "skin_deep": _OLIVE[2]}
            | _hair(("#33291f", "#251d16", "#4c3f32"))
        ),
    },
    "silver": {
        **_ROOM,
        **_alike(_LOOKS["dan"] | {"skin": _ROSE[0], "skin_shade": _ROSE[1], "skin_deep": _ROSE[2]} | _hair(_SILVER)),
    },
    # For paper: the felt area stays apart by its hatch and its dark outline, not by its colour.
    "grey": {
        **_alike(
            _look(
                ("#ffffff", "#e6e6e6", "#cfcfcf"),
                ("#4a4a4a", "#383838", "#636363"),
                ("#e6e6e6", "#d3d3d3", "#c0c0c0"),
                ("#b6b6b6", "#a3a3a3", "#919191"),
                ("#f1f1f1", "#dadada", "#c4c4c4"),
            )
        ),
        **_ROOM,
        "line": "#111111",
        "mat": "#ededed",
        "mat_edge": "#bdbdbd",
        "wall": "#f0f0f0",
        "wall_shade": "#d6d6d6",
        "shadow": "#cdcdcd",
        "ghost": "#6c6c6c",
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
