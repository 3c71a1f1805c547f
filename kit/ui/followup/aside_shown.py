"""What asks for attention before the numbers, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class SignShown(TypedDict):
    """A sign for help that nobody has dealt with. `key` is what it is known by, `urgency` what its tier asks for."""

    key: str
    said: str
    urgency: str
    figure: str


class AlertShown(TypedDict):
    rule: str
    title: str
    why: str
    source: str
    figure: str


class NoteShown(TypedDict):
    """A note of the patient. `mark` says that it may name a red flag; empty where it does not."""

    key: str
    when: str
    text: str
    mark: str
    figure: str


class AsideShown(TypedDict):
    """What asks for attention before the numbers. `role` is that in which somebody signed last.

    `unread` are the patient's notes that nobody has marked as read, `read` the others.
    """

    signs: list[SignShown]
    unread: list[NoteShown]
    read: list[NoteShown]
    alerts: list[AlertShown]
    note: str
    by: str
    role: str
