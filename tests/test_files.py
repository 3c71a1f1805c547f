"""Files are written whole or not at all; settings are read with all faults at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kit.clinic import read_clinic
from kit.errors import ContentError, MachineError
from kit.files import read_text, write_atomic


def test_written_whole(tmp_path: Path) -> None:
    """Folders are made, an old file is replaced, nothing else is left."""
    path = tmp_path / "a" / "b.txt"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_failing_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When flushing fails, the old content stays, no half file is left, and the message names the file."""
    path = tmp_path / "plan.json"
    write_atomic(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineError) as caught:
        write_atomic(path, b"new")
    assert str(caught.value) == (
        f"{path}: cannot be written: No space left on device. Check the name and your rights to the folder."
    )
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    """The message says where the text stops being text."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"name = \xff")
    with pytest.raises(MachineError) as caught:
        read_text(path)
    assert str(caught.value) == f"{path}: byte 7 is not UTF-8 text. Save the file again as UTF-8."


def test_settings_tell_all_faults(tmp_path: Path) -> None:
    """Two wrong settings are told together; a misspelt one with the right name."""
    path = tmp_path / "clinic.toml"
    path.write_text('papper = "a4"\npaper = "a5"\n', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_clinic(path)
    assert sorted(map(str, caught.value.faults)) == [
        "clinic.toml, paper: “a5” is refused: it must be one of 'a4' or 'letter'. Correct the value.",
        "clinic.toml, papper: is not a known field. Did you mean “paper”?",
    ]
