"""How well one colour is read on another, and a colour made dark enough for print."""

from __future__ import annotations

from collections.abc import Iterator

Rgb = tuple[int, int, int]
READABLE = 4.5  # the contrast that WCAG 2.2 asks for of text (1.4.3)
WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
_STEPS = 100
_TINTED = 0.1  # the most of a colour that a tint on paper has


def on_paper(colour: str) -> str:
    """The `colour`, such as "#1A5276", as dark as it takes to be read on white and on its own tint, and white on it."""
    if is_on_paper(rgb(colour)):
        return colour
    dark = next(shade for shade in shades(rgb(colour), BLACK) if is_on_paper(shade))
    return f"#{bytes(dark).hex()}"


def is_on_paper(colour: Rgb) -> bool:
    """Whether it is read on white and on its own tint."""
    return all(contrast(colour, ground) >= READABLE for ground in (WHITE, mixed(WHITE, colour, _TINTED)))


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shades(colour: Rgb, away: Rgb) -> Iterator[Rgb]:
    """The colour, then ever closer to `away`."""
    return (mixed(colour, away, step / _STEPS) for step in range(_STEPS + 1))


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """Of `other` its share, of `one` the rest."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def rgb(colour: str) -> Rgb:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    """As WCAG 2.2 defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
