"""What asks for attention before the numbers, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class SignShown(TypedDict):
    """A sign for help that nobody has dealt with. `key` is what it is known by."""

    key: str
    said: str
    figure: str


class AlertShown(TypedDict):
    rule: str
    title: str
    why: str
    source: str
    figure: str


class AsideShown(TypedDict):
    """What asks for attention before the numbers. `role` is that in which somebody signed last."""

    signs: list[SignShown]
    alerts: list[AlertShown]
    note: str
    by: str
    role: str
