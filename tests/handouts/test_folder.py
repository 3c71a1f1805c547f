"""A handout in its folder: one set of one plan at any moment, whatever stops the kit."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kit.diary.template import diary_csv
from kit.errors import MachineError, OverwriteError
from kit.handouts.claim import claimed
from kit.handouts.folder import folder_name, put_set, sweep, sweep_all
from kit.handouts.parts import CARE_PLAN, DIARY, PAGE, PDF, PLAN, SET
from kit.library.library import Library
from kit.plan.document import to_document
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.words.catalogue import Catalogue
from tests.conftest import START

STEPS = (
    "mkdir",
    "rename",
    "open",
    "fsync",
    "chmod",
    "unlink",
    "rmdir",
    "scandir",
    "listdir",
)  # what the kit asks of the system
LATER = START.replace(day=2)


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here pulls the plug, and hundreds of folders need not reach the disk."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def made(plan: Plan, library: Library) -> dict[str, bytes]:
    """A set of `plan` whose every file says which version it is of; the plan and the diary are true ones."""
    told = {path: f"{path} of {plan.code} {plan.version} {plan.is_draft}".encode() for path in SET}
    return told | {PLAN: to_document(plan).encode(), DIARY: diary_csv(resolve(plan, library), Catalogue())}


@pytest.fixture(scope="module")
def draft(four: Plan) -> Plan:
    """One exercise for two days: its set is made, read and removed hundreds of times."""
    return four.remove("i4").remove("i3").remove("i2").describe(review_on=START.replace(day=3))


@pytest.fixture(scope="module")
def issued(draft: Plan, library: Library) -> Plan:
    return finalised(resolve(draft, library), "A. Physio", START)


@pytest.fixture(scope="module")
def two(issued: Plan, library: Library) -> Plan:
    """The second version."""
    return finalised(resolve(issued.new_version(LATER), library), "A. Physio", LATER)


@pytest.fixture(scope="module")
def other(library: Library) -> Plan:
    """The plan of another patient, with the same label."""
    return template("knee-glute-stretches").plan(library, "P-001", START, "P-001", random=Random(9))


def held(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its content."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def stopped(step: int, stop: Callable[[], BaseException], steps: tuple[str, ...] = STEPS) -> Iterator[list[int]]:
    """Step number `step` of those named, from 0, does not happen but raises; tells how many steps there were."""
    count = [0]

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            count[0] += 1
            if count[0] - 1 == step:
                raise stop()
            return real(*args, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in steps:
            patch.setattr(os, name, watched(getattr(os, name)))
        yield count


def killed(step: int, run: Callable[[], object]) -> bool:
    """Whether `run` was cut off before its file-system step number `step`."""
    with stopped(step, Killed):
        try:
            run()
        except Killed:
            return True
    return False


def tree(folder: Path) -> frozenset[tuple[str, bytes | None]]:
    """All that stands below the folder: its folders, and its files with their content."""
    return frozenset((str(p.relative_to(folder)), p.read_bytes() if p.is_file() else None) for p in folder.rglob("*"))


def copied(state: Path, folder: Path) -> Path:
    """The same tree once more; its files are the same ones, since the kit renames and removes, and never rewrites."""
    return shutil.copytree(state, folder, copy_function=os.link)


def interrupted(tmp_path: Path, old: Plan | None, new: Plan, library: Library) -> Iterator[tuple[Path, Path]]:
    """What a kill leaves, at each step of putting `new` in place of `old`, and a path to which it can be copied.

    The last kill comes too late. The repair knows the disk alone, so that what an earlier step left is left out.
    """
    before, seen = tmp_path / "before", set()
    if old:
        put_set(before, made(old, library), old)
        (before / "own.txt").write_bytes(b"hers")
    else:
        before.mkdir()
    for step in range(1000):
        state = copied(before, tmp_path / f"state {step}")
        cut = killed(step, partial(put_set, state, made(new, library), new))
        if tree(state) not in seen:
            seen.add(tree(state))
            yield state, tmp_path / f"repaired {step}"
        if not cut:
            assert step > 40
            return


@pytest.mark.parametrize("before", ["nothing", "the version before"])
def test_a_kill_at_any_step(before: str, issued: Plan, two: Plan, library: Library, tmp_path: Path) -> None:
    """After a kill at any step, and one more at any step of the repair, the next repair leaves the old set or the new.

    The new one from one step on; nothing of the kit's beside it, and her own file as it was.
    """
    plan = issued if before != "nothing" else None
    new, old = made(two, library), made(plan, library) if plan else {}
    outcomes = []
    for state, place in interrupted(tmp_path, plan, two, library):
        for step in range(1000):
            folder = copied(state, place / str(step))
            cut = killed(step, partial(sweep, folder))
            assert sweep(folder) == []
            found = held(folder)
            assert not old or found.pop("own.txt") == b"hers"
            assert found in (old, new)
            outcomes.append(found == new)
            if not cut:
                break
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {True, False}


READING = "cannot be read: {}. Check the name and your rights to the folder."


def test_the_machine_refuses_the_repair(issued: Plan, two: Plan, library: Library, tmp_path: Path) -> None:
    """A disk that refuses any step of the repair after a kill costs neither set, and sets nothing aside.

    The next repair has the new one where that was complete, else the old one: whole, and nothing of the kit's beside.
    """
    own = {"own.txt": b"hers"}
    new, old = made(two, library) | own, made(issued, library) | own
    told = set()
    for state, place in interrupted(tmp_path, issued, two, library):
        committed = any(state.glob(".handout-*.ready")) or held(state) == new
        for refusal in range(1000):
            folder, notices = copied(state, place / str(refusal)), []
            with stopped(refusal, lambda: OSError(errno.EROFS, "Read-only file system")) as count:
                try:
                    notices += sweep(folder)
                except MachineError as error:
                    told.add(str(error).partition(": ")[2])
            notices += sweep(folder)
            assert notices == []
            assert held(folder) == (new if committed else old)
            if count[0] <= refusal:
                break
    reason = "Read-only file system"
    assert told == {
        f"the handout cannot be written: {reason}. Check the name and your rights to the folder.",
        READING.format(reason),
    }


@pytest.mark.parametrize(("number", "reason", "mend"), [
    (errno.ENOSPC, "No space left on device", "Free some space on the disk, then try again."),
    (errno.EROFS, "Read-only file system", "Check the name and your rights to the folder."),
])  # fmt: skip
@pytest.mark.parametrize("before", ["nothing", "the version before"])
def test_the_machine_refuses_any_step(
    before: str, number: int, reason: str, mend: str, issued: Plan, two: Plan, library: Library, tmp_path: Path
) -> None:
    """A full disk or a read-only one at any step: told with a mend and nothing changed, or the new set is there."""
    new, old = made(two, library), made(issued, library) if before != "nothing" else {}
    told = []
    for step in range(1000):
        folder = tmp_path / str(step)
        if old:
            put_set(folder, old, issued)
        message = ""
        with stopped(step, lambda: OSError(number, reason)) as count:
            try:
                put_set(folder, new, two)
            except MachineError as error:
                message = str(error)
        if message:
            told.append(message.partition(": ")[2])
            assert folder.exists() == bool(old)
            assert (held(folder) if old else {}) == old
        else:
            assert held(folder).items() >= new.items()
            assert sweep(folder) == []
            assert held(folder) == new
        if count[0] <= step:
            break
    # What lies there is read before and after: a machine that refuses that is told in the words of reading.
    reading = {READING.format(reason)} if old else set()
    assert set(told) == {f"the handout cannot be written: {reason}. {mend}"} | reading
    assert len(told) > 30


def test_work_is_not_lost_to_a_refusal(issued: Plan, two: Plan, library: Library, tmp_path: Path) -> None:
    """A machine that will not show work, or not move it aside, stops the repair; the next one sets it aside, whole."""
    state = ready_with_work(tmp_path, issued, two, library)
    for refusal in range(1000):
        folder, notices = copied(state, tmp_path / str(refusal)), []
        with suppress(MachineError), stopped(refusal, lambda: OSError(errno.EIO, "Input/output error")) as count:
            notices += sweep(folder)
        notices += sweep(folder)
        assert len(notices) == 1
        assert (folder / "set aside" / "patient" / "scan.pdf").read_bytes() == b"hers"
        assert held(folder).items() >= made(two, library).items()
        assert sweep(folder) == []
        if count[0] <= refusal:
            break


def test_a_later_set_takes_the_place_of_an_earlier_one(
    draft: Plan, issued: Plan, two: Plan, library: Library, tmp_path: Path
) -> None:
    """Draft, draft again, issued, issued again, next version: the folder holds the last one whole, and her files."""
    folder = tmp_path / "deep" / "handout"
    for plan in (draft, draft.adjust("i1", reps=3), issued, issued, two):
        paths = put_set(folder, made(plan, library), plan)
        (folder / "own.txt").write_bytes(b"hers")
        assert held(folder) == made(plan, library) | {"own.txt": b"hers"}
        assert sorted(paths) == sorted(folder / path for path in SET)


def test_private_and_a_mode_that_she_set_stays(issued: Plan, two: Plan, library: Library, tmp_path: Path) -> None:
    """Folders open to the owner alone, files too; what she opened to others stays open."""
    folder = tmp_path / "a" / "b"
    put_set(folder, made(issued, library), issued)
    places = [tmp_path / "a", folder, folder / "patient", folder / "record"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in places] == [0o700] * 4
    assert {stat.S_IMODE((folder / path).stat().st_mode) for path in SET} == {0o600}
    (folder / "patient").chmod(0o755)
    (folder / PDF).chmod(0o644)
    put_set(folder, made(two, library), two)
    assert stat.S_IMODE((folder / "patient").stat().st_mode) == 0o755
    assert {path for path in SET if stat.S_IMODE((folder / path).stat().st_mode) == 0o644} == {PDF}


def refused(folder: Path, plan: Plan, library: Library) -> list[str]:
    """The messages of a refusal, the folder as `F`; nothing has changed."""
    before = held(folder)
    with pytest.raises(OverwriteError) as caught:
        put_set(folder, made(plan, library), plan)
    assert held(folder) == before
    return [str(fault).replace(str(folder), "F") for fault in caught.value.faults]


def test_refusals(draft: Plan, issued: Plan, two: Plan, other: Plan, library: Library, tmp_path: Path) -> None:
    """Another plan, a draft over an issued version, an older version, one issued otherwise: each with its mend."""
    put_set(tmp_path, made(issued, library), issued)
    assert refused(tmp_path, other, library) == [
        f"F: holds the handout of another plan: P-001 ({issued.code}), and not P-001 ({other.code}). "
        "Choose another folder."
    ]
    assert refused(tmp_path, draft, library) == [
        f"F: holds version 1 of P-001 ({draft.code}), which is issued, and this is a draft. "
        "Issue it first, or choose another folder."
    ]
    assert refused(tmp_path, issued.new_version(LATER), library) == [
        f"F: holds version 1 of P-001 ({draft.code}), which is issued, and this is a draft. "
        "Issue it first, or choose another folder."
    ]
    again = finalised(resolve(draft.adjust("i1", reps=9), library), "B. Physio", START)
    assert refused(tmp_path, again, library) == [
        f"F: holds version 1 of P-001 ({draft.code}) as it was issued, and this one says something else. "
        "Make a new version, or choose another folder."
    ]
    put_set(tmp_path, made(two, library), two)
    assert refused(tmp_path, issued, library) == [
        f"F: holds version 2 of P-001 ({draft.code}), which is newer than version 1. Choose another folder."
    ]


def test_a_set_of_nobody_knows_whom(issued: Plan, library: Library, tmp_path: Path) -> None:
    """A set whose plan is missing, altered or none is left alone."""
    put_set(tmp_path, made(issued, library), issued)
    (tmp_path / PLAN).write_text(to_document(issued).replace('"reps": 2', '"reps": 9', 1), encoding="utf-8")
    assert refused(tmp_path, issued, library) == [
        "F: holds a handout, and its plan cannot be read: it was changed after it was issued. "
        "Use the file as it was issued, or make a new version. Choose another folder."
    ]
    (tmp_path / PLAN).unlink()
    assert refused(tmp_path, issued, library) == [
        "F: holds a handout of which nobody can tell whose it is: record/plan.json is missing. Choose another folder."
    ]


def test_what_is_hers_is_not_lost(issued: Plan, library: Library, tmp_path: Path) -> None:
    """Files of hers where a set belongs, folders and links with the names of a set, a filled diary: all told at once."""
    put_set(tmp_path, made(issued, library), issued)
    (tmp_path / "patient" / "scan.pdf").write_bytes(b"hers")
    (tmp_path / "record" / "notes").mkdir()
    (tmp_path / PAGE).unlink()
    (tmp_path / PAGE).symlink_to(tmp_path / PDF)
    (tmp_path / "patient" / "Thumbs.db").write_bytes(b"made by a program")
    with (tmp_path / DIARY).open("ab") as diary:
        diary.write(b",,,,,,,,,,,done\r\n")
    lost = "is no part of a handout, and would be lost. Move it, or choose another folder."
    assert refused(tmp_path, issued, library) == [
        "F/patient/diary.csv: has entries and is not overwritten. Move it, or choose another folder.",
        f"F/patient/scan.pdf: {lost}",
        f"F/patient/session.html: {lost}",
        f"F/record/notes: {lost}",
    ]


def ready_with_work(tmp_path: Path, issued: Plan, two: Plan, library: Library) -> Path:
    """A set was complete and not yet moved in when the kit was killed, and then work of hers came into the old one."""
    states = (state for state, _ in interrupted(tmp_path, issued, two, library))
    folder = next(state for state in states if any(state.glob(".handout-*.ready")))
    (folder / "patient" / "scan.pdf").write_bytes(b"hers")
    return folder


def test_work_that_came_in_after_a_kill_is_set_aside(issued: Plan, two: Plan, library: Library, tmp_path: Path) -> None:
    """A set that was complete is moved in by the next start; what was written into the old one is kept, and told."""
    folder = ready_with_work(tmp_path, issued, two, library)
    (notice,) = sweep(folder)
    assert str(notice).replace(str(folder), "F") == (
        "F/set aside: holds what somebody had put in the way of a handout that was cut off. "
        "Take out of it what is yours."
    )
    assert (folder / "set aside" / "patient" / "scan.pdf").read_bytes() == b"hers"
    assert held(folder).items() >= made(two, library).items()
    assert sweep(folder) == []


def test_one_at_a_time(issued: Plan, library: Library, tmp_path: Path) -> None:
    """While one run is at work in a folder another one is told so, and touches nothing."""
    with claimed(tmp_path):
        for run in (lambda: put_set(tmp_path, made(issued, library), issued), lambda: sweep(tmp_path)):
            with pytest.raises(MachineError) as caught:
                run()
            assert str(caught.value) == (
                f"{tmp_path}: another handout is being put there just now. Wait a moment, then try again."
            )
    assert held(tmp_path) == {}
    put_set(tmp_path, made(issued, library), issued)


def test_a_start_sweeps_the_whole_workspace(issued: Plan, other: Plan, library: Library, tmp_path: Path) -> None:
    """Every version of every plan below the handouts; one that cannot be swept is told, and holds up no other."""
    plans, folders = (issued, other), []
    for plan in plans:
        folders.append(tmp_path / folder_name(plan) / "v1")
        killed(25, partial(put_set, folders[-1], made(plan, library), plan))
        assert list(folders[-1].glob(".handout-*.part"))
    with claimed(folders[0]):
        (fault,) = sweep_all(tmp_path)
    assert fault.where == str(folders[0])
    assert [held(folder) == {} for folder in folders] == [False, True]
    assert sweep_all(tmp_path) == []
    assert held(tmp_path) == {}
    assert sweep_all(tmp_path / "none") == []


def test_a_folder_that_is_none(issued: Plan, library: Library, tmp_path: Path) -> None:
    """A file in its place, or a name that the machine refuses, is told."""
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper", tmp_path / "new" / ("x" * 300)):
        with pytest.raises(MachineError, match=r"the handout cannot be written: .*\. "):
            put_set(folder, made(issued, library), issued)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert CARE_PLAN in SET
