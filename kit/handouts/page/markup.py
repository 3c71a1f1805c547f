"""Markup, made of elements: a plain string is always text, and only a `Markup` is ever read as markup."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_VOID = frozenset({"meta", "img"})


@dataclass(frozen=True)
class Markup:
    """HTML source that the kit made."""

    source: str


def element(tag: str, *kids: str | Markup | None, **attributes: str | bool | None) -> Markup:
    """`<tag attributes>kids</tag>`. Attributes: `class_` is class, `_` is a hyphen, None and False leave it out."""
    shown = "".join(_attribute(name, value) for name, value in attributes.items() if value not in (None, False))
    inside = "".join(_source(kid) for kid in kids if kid is not None)
    return Markup(f"<{tag}{shown}>" if tag in _VOID else f"<{tag}{shown}>{inside}</{tag}>")


def joined(parts: list[Markup]) -> Markup:
    """Several elements, one after the other, a line each."""
    return Markup("\n".join(part.source for part in parts))


def _source(kid: str | Markup) -> str:
    return kid.source if isinstance(kid, Markup) else escape(kid, quote=False)


def _attribute(name: str, value: str | bool | None) -> str:
    plain = name.rstrip("_").replace("_", "-")
    return f" {plain}" if value is True else f' {plain}="{escape(str(value))}"'
