"""The clinic's colour on the page: darkened or lightened as far as it takes to be read, by light and by dark."""

from __future__ import annotations

from dataclasses import dataclass

Rgb = tuple[int, int, int]
READABLE = 4.5  # the contrast that WCAG 2.2 asks for of text (1.4.3)
WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
_STEPS = 100


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
    light, dark = _rules(_rgb(colour), _LIGHT), _rules(_rgb(colour), _DARK)
    by_day = f"@media screen {{ :root {{ {light} }} }}"
    by_night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    return f"{style}\n{by_day}\n{by_night}\n"


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _rules(colour: Rgb, on: _Surface) -> str:
    accent = next(shade for shade in _shades(colour, on.away) if _is_readable(shade, on))
    tint = _mixed(on.grounds[-1], accent, on.tinted)
    named = {
        "accent": accent,
        "on-accent": on.upon,
        "move": accent,
        "hold": accent,
        "tint": tint,
        "good": tint,
    }
    return " ".join(f"--{name}: #{bytes(rgb).hex()};" for name, rgb in named.items())


def _is_readable(shade: Rgb, on: _Surface) -> bool:
    tint = _mixed(on.grounds[-1], shade, on.tinted)
    return all(contrast(shade, other) >= READABLE for other in (*on.grounds, tint, on.upon))


def _shades(colour: Rgb, away: Rgb) -> list[Rgb]:
    """The colour, then ever closer to `away`."""
    return [_mixed(colour, away, step / _STEPS) for step in range(_STEPS + 1)]


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _rgb(colour: str) -> Rgb:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _luminance(rgb: Rgb) -> float:
    """As WCAG 2.2 defines it."""
    parts = [part / 255 for part in rgb]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
