"""A machine that refuses: told with a mend, nothing overwritten, what was acknowledged is there, and it goes on after.

Where root would be let through, the program runs as another user. The full disk is a tmpfs where the tests may mount
one; a limit on the size of files does the same everywhere.
"""

from __future__ import annotations

import json
import os
import pwd
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from kit.errors import KitError, MachineError
from kit.library.library import Library
from kit.plan.document import write_plan
from kit.plan.plan import Plan
from kit.store.backup import backup
from kit.store.export import export
from kit.store.held import Held
from kit.store.store import Store, open_store
from kit.store.tables import plans
from kit.store.takein import take_files
from tests.store.conftest import Clock, Opener
from tests.store.filled import contents, plan_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights and limits are those of POSIX")
MIB = 1 << 20


@pytest.fixture(autouse=True)
def no_server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "opener" not in request.fixturenames:
        monkeypatch.delenv("KIT_DATABASE", raising=False)


def opened(folder: Path) -> Store:
    return open_store(folder, who="tester", now=Clock(), patience_s=0.1)


def refusal(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(MachineError) as caught:
        call(*args)
    return str(caught.value)


def elsewhere(do: Callable[[], object], *, user: str | None = None, limit: int | None = None) -> list[str]:
    """What `do` gives, or what the kit said, from a program of its own: as another user, or with files of at most so
    many bytes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if limit:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if user and os.geteuid() == 0:
                entry = pwd.getpwnam(user)
                os.setgroups([])
                os.setgid(entry.pw_gid)
                os.setuid(entry.pw_uid)
            try:
                said = ["done", repr(do())]
            except KitError as error:
                said = [type(error).__name__, str(error)]
            os.write(writing, json.dumps(said).encode())
        finally:
            os._exit(0)
    os.close(writing)
    heard = b""
    while part := os.read(reading, 65536):
        heard += part
    os.close(reading)
    os.waitpid(child, 0)
    return list(json.loads(heard))


@contextmanager
def small_disk(place: Path) -> Iterator[None]:
    """A disk of 2 MiB at `place`; skips where it may not be mounted."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a tmpfs may not be mounted here; the limit on files stands for it")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def edit_until_refused(store: Store, held: Held) -> tuple[Held, str]:
    """The last acknowledged state, and what was said to the next edit."""
    for number in range(10_000):
        try:
            held = store.drafts.put(held, held.plan.describe(title=f"Edit {number}"))
        except MachineError as error:
            return held, str(error)
    raise AssertionError("the disk never was full")


FULL = "the disk is full. Make room; the last change was not kept."
LIMIT = "the disk refused to read or write. Look whether it is full or failing; make a backup."


def test_the_disk_is_full_while_editing(tmp_path: Path, library: Library) -> None:
    """The edit is refused, all before it are there, and after room was made it goes on."""
    with small_disk(tmp_path / "disk"):
        folder = tmp_path / "disk" / "clinic"
        store = opened(folder)
        plan = plan_of(library, "P-001", 1)
        held, said = edit_until_refused(store, store.drafts.begin(plan))
        assert said == f"{folder / 'clinic.db'}: {FULL}"
        assert held.plan.title.startswith("Edit ")
        assert store.open(plan.code) == held
        store.close()
        subprocess.run(["mount", "-o", "remount,size=8m", str(tmp_path / "disk")], check=True)
        store = opened(folder)
        assert store.open(plan.code) == held
        assert store.drafts.put(held, held.plan.describe(title="After")).plan.title == "After"
        store.close()


def test_a_file_may_grow_no_more_while_editing(tmp_path: Path, library: Library) -> None:
    """The same where a quota holds files down."""
    folder = tmp_path / "clinic"
    plan = plan_of(library, "P-001", 1)
    store = opened(folder)
    store.drafts.begin(plan)
    store.close()

    def work() -> object:
        held, said = edit_until_refused(opened(folder), opened(folder).open(plan.code))
        return said, held.plan.title, held.revision

    done, what = elsewhere(work, limit=MIB)
    assert done == "done"
    store = opened(folder)
    held = store.open(plan.code)
    assert what == repr((f"{folder / 'clinic.db'}: {LIMIT}", held.plan.title, held.revision))
    assert store.drafts.put(held, held.plan.describe(title="After")).plan.title == "After"
    store.close()


def test_the_disk_is_full_while_taking_in(tmp_path: Path, library: Library) -> None:
    """All of the files or none: the store is as it was, and takes them in when there is room."""
    folder = tmp_path / "clinic"
    paths = [tmp_path / f"{number}.json" for number in range(60)]
    for number, path in enumerate(paths):
        write_plan(plan_of(library, f"P-{number:03}", number), path)
    store = opened(folder)
    before = contents(store)
    store.close()
    said = elsewhere(lambda: take_files(opened(folder), paths, folder), limit=MIB // 4)
    assert said == ["MachineError", f"{folder / 'clinic.db'}: {LIMIT}"]
    store = opened(folder)
    assert contents(store) == before
    assert take_files(store, paths, folder) == (60, [])
    store.close()


@pytest.mark.parametrize("way", [backup, export])
def test_the_disk_is_full_while_something_goes_out(
    tmp_path: Path, library: Library, way: Callable[..., object]
) -> None:
    """Neither the file nor half of the folder is there, nothing hidden is left, and the store is as it was."""
    with small_disk(tmp_path / "disk"):
        store = opened(tmp_path / "clinic")
        held = store.drafts.begin(plan_of(library, "P-001", 1))
        for number in range(600):
            held = store.drafts.put(held, held.plan.describe(title=f"Edit {number}"))
        before = contents(store)
        target = tmp_path / "disk" / "out"
        own = [tmp_path / "clinic"] if way is backup else []
        said = refusal(way, store.database, target, *own)
        full = (
            f"{target}: {FULL}"
            if way is backup
            else (
                f"{target}: cannot be written: No space left on device. Check the name, your rights, and the room on disk."
            )
        )
        assert said == full
        assert list((tmp_path / "disk").iterdir()) == []
        assert contents(store) == before
        store.close()


@pytest.fixture
def others(tmp_path: Path, library: Library) -> Iterator[tuple[Path, Plan]]:
    """A store of somebody else's, in a folder that anybody may pass."""
    for parent in (tmp_path, *tmp_path.parents):
        if os.access(parent, os.W_OK) and parent.stat().st_uid == os.getuid():
            parent.chmod(parent.stat().st_mode | 0o055)
        if parent == Path("/tmp"):
            break
    folder = tmp_path / "clinic"
    plan = plan_of(library, "P-001", 1)
    store = opened(folder)
    store.drafts.begin(plan)
    store.close()
    yield folder, plan
    folder.chmod(0o700)


RIGHTS = "Check your rights to the file and its folder."


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "said"),
    [
        (0o555, 0o444, f"cannot be opened: Permission denied. {RIGHTS}"),
        (0o555, 0o666, "it may be read, but not written. Ask for the right to write to the file and its folder."),
        (0o000, 0o600, f"cannot be opened: Permission denied. {RIGHTS}"),
    ],
    ids=["read-only", "read-only folder", "unreadable"],
)
def test_a_folder_without_the_rights(others: tuple[Path, Plan], folder_mode: int, file_mode: int, said: str) -> None:
    """Told, not a byte changed, and the owner opens it as before."""
    folder, plan = others
    path = folder / "clinic.db"
    before = path.read_bytes()
    path.chmod(file_mode)
    folder.chmod(folder_mode)

    def work() -> object:
        return opened(folder).drafts.begin(plan.model_copy(update={"plan_id": "P-002"}))

    assert elsewhere(work, user="nobody") == ["MachineError", f"{path}: {said}"]
    folder.chmod(0o700)
    path.chmod(0o600)
    assert path.read_bytes() == before
    store = opened(folder)
    assert store.open(plan.code).plan == plan
    store.close()


def test_a_place_where_no_folder_may_be_made(others: tuple[Path, Plan]) -> None:
    folder, _ = others
    folder.chmod(0o555)
    said = elsewhere(lambda: opened(folder / "new"), user="nobody")
    assert said == [
        "MachineError",
        f"{folder / 'new'}: cannot be made: Permission denied. Check the name and your rights to the folder.",
    ]
    folder.chmod(0o700)
    assert not (folder / "new").exists()


def test_another_program_holds_the_store(opener: Opener, library: Library) -> None:
    """The write waits, is told, changes nothing, and goes through when the other is done; reading never waits."""
    store, other = opener(patience_s=0.2), opener()
    plan = plan_of(library, "P-001", 1)
    held = store.drafts.begin(plan)
    with other.database.write() as connection:
        connection.execute(plans.update().values(label="P-001"))
        said = refusal(store.drafts.put, held, plan.adjust("i1", hold_s=45))
        assert store.open(plan.code) == held
    assert said == (
        f"{store.database.where}: another program holds it. Close the other program, or try again in a minute."
    )
    assert store.drafts.put(held, plan.adjust("i1", hold_s=45)).revision == 2


def test_another_program_makes_the_store(tmp_path: Path) -> None:
    """Its lock on a new store is waited for, and told."""
    from kit.store.file import locked

    folder = tmp_path / "clinic"
    folder.mkdir()
    with locked(folder / "clinic.db", 1):
        assert elsewhere(lambda: opened(folder)) == [
            "MachineError",
            f"{folder / 'clinic.db'}: another program holds it. Close the other program, or try again in a minute.",
        ]
    opened(folder).close()


CUT = "is cut short: the end of the file is missing. Restore a backup: kit store restore. It is left as it is."
NONE = "is no database, and is left as it is. Move the file away, or restore a backup: kit store restore."
NO_FILE = "is no file. Move it away; the kit keeps its store under this name."


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_database(others: tuple[Path, Plan], share: float) -> None:
    """Told, left byte for byte; with its end back it opens again."""
    folder, plan = others
    path = folder / "clinic.db"
    whole = path.read_bytes()
    cut = whole[: int(len(whole) * share)]
    path.write_bytes(cut)
    assert refusal(opened, folder) == f"{path}: {CUT}"
    assert path.read_bytes() == cut
    path.write_bytes(whole)
    store = opened(folder)
    assert store.open(plan.code).plan == plan
    store.close()


def test_a_database_cut_to_nothing_beside_its_log(others: tuple[Path, Plan]) -> None:
    """SQLite would throw the log away and begin anew."""
    folder, _ = others
    path, log = folder / "clinic.db", folder / "clinic.db-wal"
    path.write_bytes(b"")
    log.write_bytes(b"acknowledged")
    assert refusal(opened, folder) == f"{path}: {CUT}"
    assert (path.read_bytes(), log.read_bytes()) == (b"", b"acknowledged")


def test_what_is_no_database(tmp_path: Path) -> None:
    """A text file, a short one, a folder, a pipe and a link to nowhere, each under the store's name: left as it is."""
    folder = tmp_path / "clinic"
    folder.mkdir()
    path = folder / "clinic.db"
    for content in (b"Dear diary", b"S", b"SQLite format 3\x00"):
        path.write_bytes(content)
        assert refusal(opened, folder) == f"{path}: {CUT if content.startswith(b'SQLite') else NONE}"
        assert path.read_bytes() == content
        path.unlink()
    path.touch()
    empty = "is empty: all that was in it is missing. Restore a backup: kit store restore. It is left as it is."
    assert refusal(opened, folder) == f"{path}: {empty}"
    path.unlink()
    path.mkdir()
    assert refusal(opened, folder) == f"{path}: {NO_FILE}"
    path.rmdir()
    os.mkfifo(path)
    assert refusal(opened, folder) == f"{path}: {NO_FILE}"
    path.unlink()
    path.symlink_to(tmp_path / "nowhere" / "clinic.db")
    assert refusal(opened, folder) == f"{path}: cannot be opened: No such file or directory. {RIGHTS}"
    path.unlink()
    opened(folder).close()


def test_damage_inside_is_told(others: tuple[Path, Plan]) -> None:
    """Where a page is garbage, whoever reads it is told, and the file is left."""
    folder, plan = others
    path = folder / "clinic.db"
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'edits'").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    store = opened(folder)
    assert refusal(store.open, plan.code) == (
        f"{path}: it is damaged. Restore a backup: kit store restore. The damaged file is left as it is."
    )
    store.close()
    assert path.read_bytes() == bytes(content)


def test_a_copy_of_a_store_made_by_hand_opens(others: tuple[Path, Plan], tmp_path: Path) -> None:
    """A backup copied to the name of the store works, and writers and readers do not hold each other up."""
    folder, plan = others
    store = opened(folder)
    backup(store.database, tmp_path / "kept.db", tmp_path / "clinic")
    store.close()
    (tmp_path / "new").mkdir()
    shutil.copy(tmp_path / "kept.db", tmp_path / "new" / "clinic.db")
    store = opened(tmp_path / "new")
    assert store.open(plan.code).plan == plan
    with store.database.read() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    store.close()
