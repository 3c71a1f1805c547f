"""The exercises that exist, in one place, in a stable order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kit.errors import ContentError, Fault, PlanError, quoted
from kit.given import checked
from kit.library.dose import Dose
from kit.library.exercise import CATEGORIES, REGIONS, Exercise
from kit.library.known import as_known, unfinished
from kit.library.leads import Leads, stops
from kit.library.loader import load_exercises, place
from kit.library.search.filters import Filters, Wanted
from kit.library.search.index import Index
from kit.library.search.synonyms import Synonyms
from kit.library.search.texts import exercise_document
from kit.model import did_you_mean
from kit.places import data_dir
from kit.show import frame, table
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_short
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

_HEADS = ("Id", "Name", "Category", "Region", "Position", "Dose")
_TEXTS = (
    *("id", "name", "patient_name", "category", "region", "further_regions", "position", "sides"),
    *("muscles", "secondary_muscles", "equipment", "optional_equipment", "tags"),
)
_COUNTS = tuple(name for name in Dose.model_fields if name not in ("load_kg", "band"))
_DTYPES = {
    **dict.fromkeys(_TEXTS, "string"),
    **dict.fromkeys(_COUNTS, "Int64"),
    "load_kg": "Float64",
    "band": "string",
    **dict.fromkeys(("days_a_week", "times_a_day"), "Int64"),
    "review": "string",
    "to_fill_in": "string",
}
# The field that a clinician fills in, for each column that has another name.
_OPEN = {
    **dict.fromkeys((*Dose.model_fields, "days_a_week", "times_a_day"), "dose"),
    "secondary_muscles": "muscles",
    "optional_equipment": "equipment",
}


class Library:
    """Exercises by id. Made by `load` from folders, or from exercises that an issued plan carries."""

    @checked
    def __init__(self, exercises: Iterable[Exercise], faults: Iterable[Fault] = ()) -> None:
        """`faults` are those of the files that were left out."""
        self.exercises: Mapping[str, Exercise] = {e.id: e for e in exercises}
        self._left_out: dict[str, Fault] = {}
        for fault in faults:
            self._left_out.setdefault(place(fault)[0].removesuffix(".toml"), fault)

    @classmethod
    @checked
    def load(cls, *own: str | PathLike[str]) -> Self:
        """The kit's exercises, then the clinician's folders `own`, which may add and override.

        Raises `ContentError` with all faults of all files, and for a folder that is not there.
        """
        folders = [Path(folder) for folder in own]
        lost = [folder for folder in folders if not folder.is_dir()]
        if lost:
            raise ContentError(Fault(str(folder), "is no folder.", "Check the name.") for folder in lost)
        return cls(load_exercises(data_dir(), folders))

    def __getitem__(self, exercise_id: str) -> Exercise:
        """The exercise. Raises `PlanError` naming the nearest id where there is none."""
        if exercise_id in self:  # not checked as a call is: this is asked for each item of each plan
            return self.exercises[exercise_id]
        if isinstance(exercise_id, str):
            raise PlanError(self.unknown(exercise_id))
        what = f"a value of the type {type(exercise_id).__name__} is no id."
        raise PlanError(Fault("exercise", what, "Give one such as “bridge”."))

    def __contains__(self, exercise_id: object) -> bool:
        return isinstance(exercise_id, str) and exercise_id in self.exercises

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises.values())

    def __len__(self) -> int:
        return len(self.exercises)

    def __repr__(self) -> str:
        return f"Library({counted(len(self), 'exercise')})"

    def _repr_html_(self) -> str:
        words = Catalogue()
        rows = (
            (e.id, e.name, k.category, k.region.replace("_", " "), k.position, _dose(e, words))
            for e, k in ((e, as_known(e)) for e in self)
        )
        return table(f"Library: {counted(len(self), 'exercise')}", _HEADS, rows)

    def to_frame(self) -> pd.DataFrame:
        """A row for each exercise: what it is, what it works and needs, its default dose (whole seconds, kilograms).

        Several entries of one kind stand in one text, parted by "; ". `equipment` is what it cannot do without, empty
        where it needs nothing; `optional_equipment` only helps or comes later. `to_fill_in` names the fields that a
        clinician has still to fill in; in their own columns stands nothing.
        """
        return frame(_DTYPES, (_cells(e) for e in self))

    def equipment(self) -> dict[str, int]:
        """The names of the things that exercises cannot do without, and how many need each, most needed first.

        >>> next(iter(Library.load().equipment()))
        'mat'
        """
        needed = Counter(name for e in self for name in dict.fromkeys(_things(e, optional=False)))
        return dict(needed.most_common())

    def unknown(self, exercise_id: str, where: str = "exercise") -> Fault:
        """The fault that says that there is no such exercise: what is wrong with its file, or which one is meant."""
        if exercise_id in self._left_out:
            fault = self._left_out[exercise_id]
            told = ", ".join(filter(None, place(fault)))
            return Fault(where, f"“{exercise_id}” is left out: {told}: {fault.what}", fault.mend)
        near = did_you_mean(exercise_id, list(self.exercises)) or "See “kit library” for the ids."
        return Fault(where, f"“{exercise_id}” is not in the library.", near)

    @checked
    def search(
        self,
        words: str = "",
        region: str | None = None,
        category: str | None = None,
        *,
        position: str | None = None,
        muscle: str | None = None,
        equipment: Collection[str] | None = None,
    ) -> list[Exercise]:
        """Exercises that all `words` hit and that pass every filter, best first; without words, in library order.

        A word may hit a name, an alias, a synonym of them, or any muscle, region, position, equipment and category,
        in this order of worth; typing errors are forgiven. Case, accents, hyphens and the order of the words make
        no difference to what is found. A condition or a problem, such as "ACL" or "frozen shoulder", leads to the
        exercises of its region, without those that the condition tells to avoid. What a condition that stops a plan is
        called, such as "chest pain", finds none. What a clinician has still to fill in is hit by no word and passes no
        filter.

        `region` and `category` are names of the model; `region` holds for every region that an exercise loads.
        `position` and `muscle` are plain words, as many as somebody writes; what no exercise has, finds none.
        `equipment` is what is at hand: an exercise passes when it needs nothing else ("yoga mat" serves as mat,
        "chair" as firm chair); what is optional is not asked for.

        Raises `ContentError` for a region or a category that there is not.

        >>> Library.load().search("pretzel", region="hip")[0]
        Exercise('supine_figure4_stretch', stretch, hip)
        """
        _must_be_known({"region": (region, REGIONS), "category": (category, CATEGORIES)})
        filters = self._filters
        asked = {
            "region": region,
            "category": category,
            "position": position,
            "muscles": muscle,
            "equipment": equipment,
        }
        unknown = {field for field, value in asked.items() if value is not None}
        # The words of all exercises are read when somebody asks for one: a page shows the whole library without them.
        hits = self.index().find(words) if words.strip() else self
        known = [exercise for exercise in hits if unknown.isdisjoint(exercise.needs_clinician)]
        return filters.keep(known, Wanted(region, category, position, muscle, equipment))

    def index(self) -> Index[Exercise]:
        """Finds exercises by words, with what an answer is worth beside other answers."""
        return self._index

    @cached_property
    def _index(self) -> Index[Exercise]:
        leads = Leads()
        known = ((e, as_known(e)) for e in self)
        documents = ((e, exercise_document(shown, leads.to(shown))) for e, shown in known)
        return Index(documents, self._synonyms, stops())

    @cached_property
    def _filters(self) -> Filters:
        return Filters(self, self._synonyms)

    @cached_property
    def _synonyms(self) -> Synonyms:
        return Synonyms.load()


def _cells(e: Exercise) -> tuple[object, ...]:
    needs, helps = (_things(e, optional=optional) for optional in (False, True))
    muscles = {"muscles": e.muscles.primary, "secondary_muscles": e.muscles.secondary}
    lists = {**muscles, "equipment": needs, "optional_equipment": helps, "tags": [t.name for t in e.tags]}
    cells = {
        **{name: getattr(e, name) for name in _TEXTS if name in Exercise.model_fields},
        "further_regions": "; ".join(e.all_regions[1:]),
        **{name: "; ".join(names) for name, names in lists.items()},
        **{name: getattr(e.dose, name) for name in (*_COUNTS, "load_kg", "band")},
        **{name: getattr(e, name) for name in ("days_a_week", "times_a_day", "review")},
        "to_fill_in": "; ".join(e.needs_clinician),
    }
    return tuple(None if _OPEN.get(name, name) in e.needs_clinician else cells[name] for name in _DTYPES)


def _dose(e: Exercise, words: Catalogue) -> str:
    return unfinished(e) or dose_short(e.dose, e.sides, words)


def _things(e: Exercise, *, optional: bool) -> list[str]:
    return [thing.name for thing in e.equipment if thing.optional is optional]


def _must_be_known(filters: Mapping[str, tuple[str | None, Collection[str]]]) -> None:
    """Raises `ContentError` with every filter whose value is not one of its names."""
    faults = [
        Fault(
            f"search, {name}",
            f"{quoted(value)} is not known.",
            did_you_mean(value, list(names)) or f"Use one of {', '.join(names)}; or search for it as a word.",
        )
        for name, (value, names) in filters.items()
        if value is not None and value not in names
    ]
    if faults:
        raise ContentError(faults)
