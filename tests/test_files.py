"""Files are written whole or not at all, for their owner alone; nothing but a file is read."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.errors import ContentError, MachineError
from kit.files import PUBLIC, files_in, is_there, make_folder, read_bytes, read_text, read_toml, write_atomic

NO_FILE = "is no file. Give the name of a file, or take this one away."


@pytest.fixture(params=[0, 0o022, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """The machine's habit about modes: from letting everybody in to letting nobody in, not even the owner."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


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


def test_what_is_new_is_the_owners_alone(tmp_path: Path, umask: int) -> None:
    """A new file has 0600 and each folder made for it 0700, whatever the umask; nothing above them changes."""
    tmp_path.chmod(0o755)
    write_atomic(tmp_path / "a" / "b" / "c.txt", b"one")
    make_folder(tmp_path / "a" / "d" / "e")
    made = {path.relative_to(tmp_path).as_posix(): mode(path) for path in tmp_path.rglob("*")}
    assert made == {"a": 0o700, "a/b": 0o700, "a/b/c.txt": 0o600, "a/d": 0o700, "a/d/e": 0o700}
    assert mode(tmp_path) == 0o755


def test_what_is_committed_is_for_all_to_read(tmp_path: Path, umask: int) -> None:
    """A file written as public has 0644, whatever the umask."""
    write_atomic(tmp_path / "schema.json", b"{}", PUBLIC)
    assert mode(tmp_path / "schema.json") == 0o644


@pytest.mark.parametrize("hers", [0o400, 0o600, 0o640, 0o644, 0o666])
def test_a_mode_that_somebody_set_stays(tmp_path: Path, umask: int, hers: int) -> None:
    """Writing anew, private or public, keeps the mode of the file, and that of its folder."""
    path = tmp_path / "shared" / "plan.json"
    write_atomic(path, b"one")
    path.chmod(hers)
    path.parent.chmod(0o750)
    write_atomic(path, b"two")
    make_folder(path.parent)
    assert (mode(path), mode(path.parent), path.read_bytes()) == (hers, 0o750, b"two")
    write_atomic(path, b"three", PUBLIC)
    assert mode(path) == hers


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    """It is named, and stays."""
    (tmp_path / "plans").write_text("hers")
    with pytest.raises(MachineError) as caught:
        write_atomic(tmp_path / "plans" / "deep" / "p.json", b"{}")
    assert str(caught.value) == f"{tmp_path / 'plans'}: is no folder. Rename that file."
    assert (tmp_path / "plans").read_text() == "hers"


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Path]:
    """A folder of things that are no files, and of links to them."""
    folder = tmp_path / "odd"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "folder").mkdir()
    (folder / "device").symlink_to("/dev/zero")
    (folder / "link").symlink_to(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket"))
        yield folder


@pytest.mark.parametrize("name", ["pipe", "device", "socket", "link", "folder"])
def test_only_files_are_read_and_written_over(odd: Path, name: str) -> None:
    """A pipe, a device, a socket, a folder, and a link to one: refused at once, read or written, and left as it is."""
    path, before = odd / name, (odd / name).lstat()
    what = (
        f"{path}: is a folder, not a file. {NO_FILE.partition('. ')[2]}" if name == "folder" else f"{path}: {NO_FILE}"
    )
    for use in (read_bytes, read_text, read_toml, lambda p: write_atomic(p, b"x")):
        with pytest.raises(MachineError) as caught:
            use(path)
        assert str(caught.value) == what
    assert stat.S_IFMT(path.lstat().st_mode) == stat.S_IFMT(before.st_mode)


def test_a_pipe_that_comes_in_between_does_not_hold_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was a file when it was looked at and is a pipe when it is opened is refused as well."""
    path, file = tmp_path / "plan.json", tmp_path / "file"
    file.write_text("{}")
    os.mkfifo(path)
    looked_at = file.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: looked_at)
    with pytest.raises(MachineError) as caught:
        read_bytes(path)
    assert str(caught.value) == f"{path}: {NO_FILE}"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    """And one to nowhere is there, yet cannot be read."""
    (tmp_path / "true").write_text("x = 1")
    (tmp_path / "link").symlink_to(tmp_path / "true")
    (tmp_path / "lost").symlink_to(tmp_path / "gone")
    assert read_toml(tmp_path / "link") == {"x": 1}
    assert [is_there(tmp_path / name) for name in ("true", "link", "lost", "gone")] == [True, True, True, False]
    with pytest.raises(MachineError) as caught:
        read_bytes(tmp_path / "lost")
    told = "cannot be read: No such file or directory. Check the name and your rights to the folder."
    assert str(caught.value) == f"{tmp_path / 'lost'}: {told}"


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    """By name and ending, hidden ones left out; no folder has none, and what is no folder is told."""
    for name in ("b.toml", "a.toml", ".c.toml", "d.json"):
        (tmp_path / name).touch()
    assert [path.name for path in files_in(tmp_path, ".toml")] == ["a.toml", "b.toml"]
    assert files_in(tmp_path / "none", ".toml") == []
    with pytest.raises(MachineError) as caught:
        files_in(tmp_path / "d.json", ".toml")
    told = "cannot be read: Not a directory. Check the name and your rights to the folder."
    assert str(caught.value) == f"{tmp_path / 'd.json'}: {told}"


@pytest.mark.parametrize("text", ["x = [", f"x = {'9' * 5000}", "x = " + "[" * 50_000])
def test_text_that_is_not_toml(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with it, the message names the file."""
    (tmp_path / "x.toml").write_text(text)
    with pytest.raises(ContentError) as caught:
        read_toml(tmp_path / "x.toml")
    assert [fault.where for fault in caught.value.faults] == ["x.toml"]
