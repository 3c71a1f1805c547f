"""Reading the exercise folders: every file, and every fault in them at once.

An exercise is one TOML file, named after its id. A file with a fault is left out, and the rest is kept; where it
was to take the place of another exercise, that one stays. Links and circles, which need the whole library, are
checked after the files are read.
"""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, KitError, MachineError
from kit.files import files_in, is_there, opened, read_toml
from kit.library.circles import circles
from kit.library.exercise import NO_PICTURE, Exercise
from kit.library.photo import LARGEST_FILE, photo_of
from kit.model import did_you_mean, parse
from kit.words.text import clip

MAX_BYTES = 5_000_000  # a thousand times a long exercise
PHOTO = ".jpg"
_WHERE, _WHAT = 200, 600  # characters of a message, however long the thing that it tells of
_RING = 12  # exercises of a circle that a message names
_FIELDS = ("easier", "harder")


def load_exercises(kit_data: Path, own: Sequence[Path] = ()) -> list[Exercise]:
    """All exercises: the kit's in order of their ids, then new ones of `own`; an own file overrides by id.

    Raises `ContentError` with all faults, each with file, field, value, rule and mend.
    """
    exercises, faults = read_exercises(kit_data, own)
    if faults:
        raise ContentError(faults)
    return exercises


def read_exercises(kit_data: Path, own: Sequence[Path] = ()) -> tuple[list[Exercise], list[Fault]]:
    """The exercises without a fault, in the order of `load_exercises`, and all faults of the others."""
    reader = _Reader(kit_data)
    for folder in (kit_data / "exercises", *own):
        reader.read(folder)
    exercises = reader.settled()
    return exercises, [Fault(clip(f.where, _WHERE), clip(f.what, _WHAT), f.mend) for f in reader.faults]


def movement_tags(kit_data: Path) -> dict[str, str]:
    """What each movement tag means. Raises `ContentError` or `MachineError` where tags.toml cannot be read."""
    return _table(kit_data / "tags.toml")


def drawn_ids(kit_data: Path) -> set[str]:
    """The ids under which pictures are drawn. Raises `MachineError`."""
    return {path.stem for path in files_in(kit_data / "figures", ".json")}


class _Reader:
    """Folders read one over the other: for each id, the files that give it, the one in force last."""

    def __init__(self, kit_data: Path) -> None:
        self.faults: dict[Fault, None] = {}  # in order, each once
        self._tags = self._words(kit_data / "tags.toml")
        self._sources = self._words(kit_data / "sources.toml")
        self._drawn = drawn_ids(kit_data)
        self._given: dict[str, list[tuple[Exercise, bool]]] = {}  # the exercise, and whether it is the clinician's
        self._left_out: set[str] = set()
        self._kit = kit_data / "exercises"

    def read(self, folder: Path) -> None:
        """Put the exercises of `folder` over those read before."""
        for path in self._files(folder):
            try:
                exercise = self._exercise(path)
            except KitError as error:
                self._tell(error.faults)
                self._left_out.add(path.stem)
            else:
                self._given.setdefault(exercise.id, []).append((exercise, folder != self._kit))

    def settled(self) -> list[Exercise]:
        """What is left when no link leads nowhere or in a circle, without links to what is left out.

        In a circle an own file gives way before one of the kit.
        """
        while True:
            in_force = {key: files[-1] for key, files in self._given.items()}
            own = {key for key, (_, is_own) in in_force.items() if is_own}
            wrong = _faults_of_links({key: e for key, (e, _) in in_force.items()}, own, self._left_out)
            if not wrong:
                return [_linked(e, in_force) for e, _ in in_force.values()]
            for key, faults in wrong.items():
                self._tell(faults)
                self._left_out.add(key)
                self._given[key].pop()
                if not self._given[key]:
                    del self._given[key]

    def _tell(self, faults: Iterable[Fault]) -> None:
        self.faults.update(dict.fromkeys(faults))

    def _words(self, path: Path) -> set[str]:
        try:
            return set(_table(path))
        except KitError as error:
            self._tell(error.faults)
            return set()

    def _files(self, folder: Path) -> list[Path]:
        """The TOML files of a folder; none of one that cannot be read, which is told."""
        try:
            return files_in(folder, ".toml")
        except KitError as error:
            self._tell(error.faults)
            return []

    def _exercise(self, path: Path) -> Exercise:
        """The exercise in a file. Raises `ContentError` or `MachineError` with all faults of the file."""
        data = _table(path)
        for field in ("tags", "setup_tags"):
            if field in data:
                data[field] = _tags(data[field])
        wrong = _add_photo(data, path)
        try:
            exercise = parse(Exercise, data, path.name, wrong)
        except RecursionError:
            raise ContentError(_too_deep(path)) from None
        unknown = _unknown_words(exercise, path.name, self._tags, self._sources, self._drawn)
        faults = [*_wrong_name(exercise, path), *unknown]
        if faults:
            self._left_out.add(exercise.id)
            raise ContentError(faults)
        return exercise


def unknown_words(exercise: Exercise, kit_data: Path) -> list[Fault]:
    """The tags, sources and pictures of an exercise that nobody knows, as its file would be told.

    Raises as `movement_tags`.
    """
    tags, sources = (set(_table(kit_data / name)) for name in ("tags.toml", "sources.toml"))
    return list(_unknown_words(exercise, f"{exercise.id}.toml", tags, sources, drawn_ids(kit_data)))


def photo_path(path: Path) -> Path:
    """Where the photo lies of the exercise in the file at `path`: beside it, under the same name."""
    return path.with_suffix(PHOTO)


def _add_photo(data: dict[str, Any], path: Path) -> list[Fault]:
    """Put the picture beside the file to what the file says of it; what is wrong with the picture."""
    said = data.get("photo")
    if not isinstance(said, dict) or "jpeg" in said:
        return []
    picture = photo_path(path)
    try:
        data["photo"] = {**said, "jpeg": _photo(picture)}
    except KitError as error:
        del data["photo"]
        return [Fault(f"{path.name}, photo", f"{picture.name} {f.what}", f.mend) for f in error.faults]
    return []


def _photo(path: Path) -> str:
    """Raises `ContentError` or `MachineError`."""
    if not is_there(path):
        raise ContentError(Fault(path.name, "is not beside it.", "Put the picture there, or take photo out."))
    with opened(path) as file:
        return photo_of(file.read(LARGEST_FILE + 1), path.name)


def _table(path: Path) -> dict[str, Any]:
    """A TOML file. Raises `ContentError` or `MachineError`."""
    _check_file(path)
    return read_toml(path)


def _check_file(path: Path) -> None:
    """Raises `MachineError` for what is no file, or is far too large to be an exercise."""
    try:
        found = path.stat()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise MachineError(Fault(path.name, f"cannot be read: {reason}.", "Check or delete the file.")) from error
    if not stat.S_ISREG(found.st_mode):
        raise MachineError(Fault(path.name, "is no file.", "Rename it, or take it out of the folder."))
    if found.st_size > MAX_BYTES:
        what = f"has {found.st_size} bytes, and at most {MAX_BYTES} are read."
        raise MachineError(Fault(path.name, what, "Check that it is an exercise."))


def _too_deep(path: Path) -> Fault:
    return Fault(path.name, "is nested too deeply.", "Write it as the kit's own exercises are written.")


def place(fault: Fault) -> tuple[str, str]:
    """The name of the file that a fault of `read_exercises` tells of, and the field; no field: the file itself."""
    file, ends, field = fault.where.partition(".toml, ")
    return (f"{Path(file).name}.toml", field) if ends else (Path(fault.where).name, "")


def _tags(value: object) -> object:
    """Tags such as "single_leg@other" taken apart; anything else goes on to the model, which refuses it."""
    return [_tag(text) for text in value] if isinstance(value, list) else value


def _tag(text: object) -> object:
    if not isinstance(text, str):
        return text
    name, at, limb = text.partition("@")
    return {"name": name, "limb": limb} if at else {"name": name}


def _wrong_name(exercise: Exercise, path: Path) -> Iterator[Fault]:
    """Two files of one folder cannot give the same id, since each is named after its own."""
    right = path.with_name(f"{exercise.id}.toml")
    if path == right:
        return
    where = f"{path.name}, id"
    if right.exists():
        mend = "Give this one another id, and name its file after it."
        yield Fault(where, f"“{exercise.id}” is the id of {right.name} already.", mend)
    else:
        yield Fault(where, f"“{exercise.id}” is not the file's name.", f"Call the file {right.name}.")


def _unknown_words(
    exercise: Exercise, file: str, tags: set[str], sources: set[str], drawn: set[str]
) -> Iterator[Fault]:
    if exercise.drawn_as and exercise.drawn_as not in {NO_PICTURE, *drawn}:
        mend = did_you_mean(exercise.drawn_as, sorted(drawn)) or "Take drawn_as out, and it has no picture."
        yield Fault(f"{file}, drawn_as", f"“{exercise.drawn_as}” has no drawn pictures.", mend)
    for tag in (*exercise.tags, *exercise.setup_tags):
        if tag.name not in tags:
            mend = did_you_mean(tag.name, sorted(tags)) or "Use a tag of tags.toml."
            yield Fault(f"{file}, tags", f"“{tag.name}” is not a known movement tag.", mend)
    for source in exercise.sources:
        if source.key and source.key not in sources:
            mend = did_you_mean(source.key, sorted(sources)) or "Add it to sources.toml."
            yield Fault(f"{file}, sources", f"“{source.key}” is not a known source.", mend)
        if not source.key and source.mark in {"V", "S"}:
            mend = "Name the source, or mark it G or D."
            yield Fault(f"{file}, sources", f"mark {source.mark} needs a source key.", mend)


# Links: none leads nowhere, none runs in a circle


def _faults_of_links(exercises: Mapping[str, Exercise], own: Set[str], left_out: Set[str]) -> dict[str, list[Fault]]:
    """The exercises that have to go, each with its faults.

    Of a circle only the exercises in `own` go, if there are any. `left_out` are ids whose files had faults.
    """
    wrong: dict[str, list[Fault]] = {}
    for key, exercise in exercises.items():
        for fault in _dead_links(exercise, exercises, left_out):
            wrong.setdefault(key, []).append(fault)
    for field in _FIELDS:
        links = {key: [v.id for v in getattr(e, field) if v.id in exercises] for key, e in exercises.items()}
        for ring in circles(links):
            what = f"the chain {_chain(ring)} runs in a circle."
            fault = Fault(f"{ring[0]}.toml, {field}", what, "Take one link out.")
            for key in [key for key in ring if key in own] or ring:
                wrong.setdefault(key, []).append(fault)
    return wrong


def _dead_links(exercise: Exercise, known: Mapping[str, Exercise], left_out: Set[str]) -> Iterator[Fault]:
    for field in _FIELDS:
        for variant in getattr(exercise, field):
            if variant.id and variant.id not in known and variant.id not in left_out:
                mend = "Name an exercise of the library, or describe the change as text."
                near = did_you_mean(variant.id, sorted(known))
                yield Fault(f"{exercise.id}.toml, {field}", f"“{variant.id}” is not in the library.", near or mend)


def _linked(exercise: Exercise, known: Collection[str]) -> Exercise:
    """The exercise without links to those that are left out; their own faults are told."""
    kept = {f: tuple(v for v in getattr(exercise, f) if not v.id or v.id in known) for f in _FIELDS}
    return exercise if all(kept[f] == getattr(exercise, f) for f in _FIELDS) else exercise.model_copy(update=kept)


def _chain(ring: list[str]) -> str:
    """The circle as text, its middle left out where it is long."""
    if len(ring) > _RING:
        ring = [*ring[: _RING - 1], f"{len(ring) - _RING} more", ring[-1]]
    return " → ".join((*ring, ring[0]))
