"""The clinic's colour on the page: darkened or lightened as far as it takes to be read, by light and by dark."""

from __future__ import annotations

from dataclasses import dataclass

from kit.typeset.contrast import BLACK, READABLE, WHITE, Rgb, contrast, mixed, rgb, shades


@dataclass(frozen=True)
class _Surface:
    """A scheme of `page.css`: what text stands on, where a colour goes to stand out, and what stands on that colour."""

    grounds: tuple[Rgb, ...]
    away: Rgb
    upon: Rgb
    tinted: float  # how much of the colour a tint has


_LIGHT = _Surface(((0xF7, 0xF3, 0xEC), (0xFF, 0xFD, 0xF9)), BLACK, WHITE, 0.1)
_DARK = _Surface(((0x18, 0x16, 0x13), (0x23, 0x20, 0x1C)), WHITE, (0x0B, 0x0B, 0x0B), 0.18)


def dressed(style: str, colour: str) -> str:
    """The style of the page in the clinic's `colour`, such as "#1A5276"; as it is where that is the page's own."""
    if f"--accent: {colour.lower()};" in style:
        return style
    light, dark = _rules(rgb(colour), _LIGHT), _rules(rgb(colour), _DARK)
    by_day = f"@media screen {{ :root {{ {light} }} }}"
    by_night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    return f"{style}\n{by_day}\n{by_night}\n"


def _rules(colour: Rgb, on: _Surface) -> str:
    accent = next(shade for shade in shades(colour, on.away) if _is_readable(shade, on))
    tint = mixed(on.grounds[-1], accent, on.tinted)
    named = {
        "accent": accent,
        "on-accent": on.upon,
        "move": accent,
        "hold": accent,
        "tint": tint,
        "good": tint,
    }
    return " ".join(f"--{name}: #{bytes(value).hex()};" for name, value in named.items())


def _is_readable(shade: Rgb, on: _Surface) -> bool:
    tint = mixed(on.grounds[-1], shade, on.tinted)
    return all(contrast(shade, other) >= READABLE for other in (*on.grounds, tint, on.upon))
