"""An exercise of the clinician's own: a copy or a blank form as a new file of hers, and the faults of her files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kit.errors import Fault, PlanError
from kit.figures import drawn_under
from kit.library.collections.draft import draft
from kit.library.exercise import CATEGORIES, REGIONS, Exercise
from kit.library.loader import movement_tags, place
from kit.library.own import OwnExercises
from kit.model import parse
from kit.places import data_dir
from kit.store.workspace import Shelf
from kit.ui.bookshelf.background import MARKS
from kit.ui.bookshelf.messages import BrokenFile, FaultTold
from kit.words.text import clean

_HEAD = """\
# {title}
# Change what stands between the quotation marks, save the file, then press “Read again” in the library.
# The id stays as it is: it is the file's name. {{lead}} and {{other}} stand for a side; keep their braces.

"""
_TAIL = """
# Words that the fields above may hold
# category: {categories}
# region, regions: {regions}
# sides: each (one side, then the other), both (at once), left, right
# mark of a source: {marks}
# tags: what the movement does to the body. Write "{example}@other" for the side that does not lead.
{tags}
"""
_EDIT_COPY = (
    "name and patient_name: what you and the patient call it",
    "steps, turn, feel, mistakes, safety, easier, harder: what the patient reads",
    "tags and precautions: what the review goes by",
    "the dose, and sources: where it is known from",
    "drawn_as: whose drawn pictures it has; “none” for no picture",
)
_EDIT_BLANK = (
    "every field that needs_clinician names; take each out of that list when it is filled in",
    "patient_name: what the patient reads as its name",
    "sources: where it is known from",
)


def copy_of(exercise: Exercise, name: str, new_id: str) -> Exercise:
    """The same exercise under another name and id, with its pictures, not signed off.

    Raises `ContentError` where the name is too long.
    """
    origin = {"mark": "G", "says": f"Started from {exercise.id}. What was changed here has no source yet."}
    sources = [*(source.model_dump() for source in exercise.sources), origin]
    changes = {
        "id": new_id,
        "name": name,
        "review": "draft",
        "sources": sources,
        "drawn_as": drawn_under(exercise) or None,
    }
    return parse(Exercise, {**exercise.model_dump(), **changes}, new_id)


def blank(name: str, new_id: str) -> Exercise:
    """A form: every field that a clinician has to fill in holds a placeholder. Raises `ContentError` as `copy_of`."""
    sources = ({"mark": "G", "says": "Say here where it is known from."},)
    return draft({"id": new_id, "name": name, "patient_name": name, "sources": sources}, {}, new_id)


def start(folder: Path, shelf: Shelf, name: str, base: Exercise | None = None) -> tuple[Exercise, Path]:
    """Write a copy of `base`, or a blank form, as a new file; nothing that is there is touched.

    Raises `PlanError` for an empty name, `ContentError` for one too long, `MachineError` where nothing can be written.
    """
    name = clean(name) or (f"{base.name} (my own)" if base else "")
    if not name:
        raise PlanError(Fault("name", "is empty.", "Give your exercise a name."))
    own = OwnExercises(folder)
    taken = set(shelf.library.exercises)
    while True:
        new_id = own.new_id(name, taken)
        taken.add(new_id)
        made = copy_of(base, name, new_id) if base else blank(name, new_id)
        title = f"Your own exercise, started from {base.id}." if base else "Your own exercise, a blank form."
        if path := own.add(made, _HEAD.format(title=title), _words()):
            return made, path


def to_edit(base: Exercise | None) -> list[str]:
    """What the new file wants from her, in a few lines."""
    return list(_EDIT_COPY if base else _EDIT_BLANK)


def faults_by_file(faults: Iterable[Fault], kit: Iterable[str]) -> list[BrokenFile]:
    """The faults of her files, a group each, and whether an exercise of the kit stays in force meanwhile."""
    known = set(kit)
    files: dict[str, BrokenFile] = {}
    for fault in faults:
        name, field = place(fault)
        group: BrokenFile = {"file": name, "stays": name.removesuffix(".toml") in known, "faults": []}
        told: FaultTold = {"field": field or "the file", "what": fault.what, "mend": fault.mend}
        files.setdefault(name, group)["faults"].append(told)
    return list(files.values())


def _words() -> str:
    """What the fields may hold, as comments at the end of the file."""
    tags = movement_tags(data_dir())
    return _TAIL.format(
        categories=", ".join(CATEGORIES),
        regions=", ".join(REGIONS),
        marks=", ".join(f"{mark} ({means})" for mark, means in MARKS.items()),
        example=next(iter(tags)),
        tags="\n".join(_tag_lines(tags)),
    )


def _tag_lines(tags: dict[str, str]) -> Iterator[str]:
    return (f"#   {name}: {means}" for name, means in tags.items())
