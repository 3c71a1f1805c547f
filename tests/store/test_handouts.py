"""Handouts are noted with the fingerprint of each file, so that an altered one is noticed."""

from __future__ import annotations

from pathlib import Path

from kit.plan.plan import Plan
from kit.store.handouts import altered_files
from kit.store.store import Store


def test_handouts_come_the_newest_first(held: Store, issued: Plan) -> None:
    for folder in ("handouts/one", "handouts/two"):
        held.handouts.made(issued, folder, {})
    assert [made.folder for made in held.handouts.of(issued.code)] == ["handouts/two", "handouts/one"]


def test_what_was_altered_is_named(held: Store, issued: Plan, tmp_path: Path) -> None:
    """A file that says something else, and one that is gone; what is as it was made is not told."""
    held.handouts.made(issued, "h", {"same": b"1", "other": b"1", "gone": b"1"})
    (tmp_path / "h").mkdir()
    (tmp_path / "h/same").write_bytes(b"1")
    (tmp_path / "h/other").write_bytes(b"2")
    assert sorted(altered_files(held.handouts.of(issued.code)[0], tmp_path)) == ["h/gone", "h/other"]
