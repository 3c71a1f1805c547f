"""The clinician's own exercises as files: `my_….toml`, and a photo of the same name beside it.

The one place that writes them. One that she takes away is moved aside, into `exercises/removed/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kit.errors import Fault, MachineError, PlanError
from kit.files import PRIVATE, files_in, is_there, make_folder, read_bytes, refusal, write_atomic
from kit.library.collections.draft import Ids
from kit.library.collections.toml import to_toml
from kit.library.exercise import Exercise
from kit.library.loader import photo_path
from kit.library.photo import photo_bytes

PREFIX = "my"
REMOVED = "removed"
_HEAD = "# Your own exercise. Change it in the planner, or here between the quotation marks; the id stays as it is.\n\n"


@dataclass(frozen=True)
class OwnExercises:
    """The exercises of one folder, which is made by the first of them."""

    folder: Path

    def new_id(self, name: str, taken: Collection[str] = ()) -> str:
        """A free id for a new exercise, whatever its name: small letters, digits and underscores."""
        here = {path.stem for folder in (self.folder, self.removed) for path in files_in(folder, ".toml")}
        return Ids(PREFIX, {*here, *taken}).new(name, "exercise")

    def add(self, exercise: Exercise, head: str = _HEAD, tail: str = "") -> Path | None:
        """Write a new file; None, and nothing is written, where the name is taken. Raises `MachineError`."""
        path = self._path(exercise.id)
        if not _reserved(path):
            return None
        self._write(path, exercise, head, tail)
        return path

    def change(self, exercise: Exercise) -> Path:
        """Write the exercise over its file. Raises `PlanError` where there is none, and `MachineError`."""
        self.must_have(exercise.id)
        path = self._path(exercise.id)
        self._write(path, exercise, _HEAD, "")
        return path

    def remove(self, exercise_id: str) -> Path:
        """Move it aside with its photo; where it lies now. Raises as `change`."""
        self.must_have(exercise_id)
        path = self._path(exercise_id)
        make_folder(self.removed)
        for one in (path, photo_path(path)):
            try:
                if is_there(one):
                    one.replace(self.removed / one.name)
            except OSError as error:
                raise MachineError(refusal(one, "moved", error)) from error
        return self.removed / path.name

    def now(self, exercise_id: str) -> str:
        """The file and its photo as they are, in one word: another one after each change. Raises as `change`."""
        self.must_have(exercise_id)
        path = self._path(exercise_id)
        both = [read_bytes(one) if is_there(one) else b"" for one in (path, photo_path(path))]
        return hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in both)).hexdigest()[:16]

    def lay_aside(self, exercise_id: str) -> Path:
        """A copy of it as it is, where those lie that were removed. Raises as `change`."""
        name = f"{exercise_id}_{self.now(exercise_id)}"
        path = self._path(exercise_id)
        make_folder(self.removed)
        copy = self.removed / f"{name}.toml"
        for one, other in ((photo_path(path), photo_path(copy)), (path, copy)):
            if is_there(one):
                write_atomic(other, read_bytes(one))
        return copy

    def has(self, exercise_id: str) -> bool:
        """Whether the exercise is a file here."""
        return self._path(exercise_id) in files_in(self.folder, ".toml")

    @property
    def removed(self) -> Path:
        return self.folder / REMOVED

    def _path(self, exercise_id: str) -> Path:
        return self.folder / f"{exercise_id}.toml"

    def must_have(self, exercise_id: str) -> None:
        """Raises `PlanError` where it is no file here, whatever the id says of other folders."""
        if not self.has(exercise_id):
            raise PlanError(Fault("exercise", "is none of your own.", "Make a copy of it, and change that."))

    @staticmethod
    def _write(path: Path, exercise: Exercise, head: str, tail: str) -> None:
        """The picture first: a kill between the two leaves an exercise that can be read."""
        picture = photo_path(path)
        if exercise.photo:
            write_atomic(picture, photo_bytes(exercise.photo))
        write_atomic(path, (head + to_toml(exercise) + tail).encode())
        if not exercise.photo and is_there(picture):
            try:
                picture.unlink()
            except OSError as error:
                raise MachineError(refusal(picture, "removed", error)) from error


def _reserved(path: Path) -> bool:
    """Take the name for a new file, empty at first; False where anything has it already. Raises `MachineError`."""
    make_folder(path.parent)
    try:
        path.touch(PRIVATE, exist_ok=False)
    except FileExistsError:
        return False
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fault = Fault(str(path), f"cannot be written: {reason}.", "Check your rights to the folder.")
        raise MachineError(fault) from error
    return True
