"""An item as the rules see it: what is not known is read the strict way, and what a copy has lost still counts.

An exercise without a category is judged as strength, one without a region as of every region. The tags of a copy are
those of the copy and of what it was copied from, until a clinician confirms the loss by name. So are those of an
exercise that the version of the plan before was issued with: its file may have been changed since.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kit.library.exercise import REGIONS, Category, Exercise, Limb, LoadClass, Region, Tag, TagsReviewed, Work
from kit.library.library import Library
from kit.library.load import load_class
from kit.library.rules import Rules
from kit.plan.floor import surface_of
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, Surface
from kit.plan.resolved import Entry, ResolvedPlan
from kit.review.held import held_effort
from kit.words.signed import is_person, mixed

_LEG: frozenset[Region] = frozenset({"hip", "knee", "ankle_foot"})
WEIGHT_THROUGH_LEG = frozenset({"wb_leg", "single_leg"})
_TRUNK: frozenset[Region] = frozenset({"low_back", "thoracic", "neck"})
_LIMBS: dict[Limb, frozenset[Limb]] = {
    "lead": frozenset({"lead"}),
    "other": frozenset({"other"}),
    "both": frozenset({"lead", "other"}),
}
ISOMETRIC = "isometric_hold"
STRENGTH, HELD = "strength", "hold"  # the names of a category and of a kind of work that were lost
LOAD_CLASS = "load_class"  # of a stricter class of load that was lost


@dataclass(frozen=True)
class Loss:
    """What an exercise has not, though what it was copied from has it: a tag, a region, or that it is held strength."""

    name: str  # as it stands in a file: "knee_okc_ext", "wb_leg@both", "ankle_foot", "strength", "hold"
    tag: Tag | None = None  # none for anything but a tag
    in_setup: bool = False  # the movement was needed to get ready alone
    since_before: bool = False  # the version of the plan before alone was issued with it


@dataclass(frozen=True)
class Judged:
    """An item, its exercise, and what the rules take them for.

    `unknown` are the fields that the exercise leaves open, `losses` what it lost against what it was copied from or
    issued with, `confirmed` that a named clinician says so of each. `load_class` is what a load is judged as,
    `one_sided` that one side alone is prescribed of work that takes both.
    """

    item: Prescription
    exercise: Exercise
    category: Category
    work: Work
    regions: frozenset[Region]
    tags: tuple[Tag, ...]
    setup_tags: tuple[Tag, ...]
    surface: Surface | None
    unknown: tuple[str, ...]
    losses: tuple[Loss, ...]
    confirmed: bool
    load_class: LoadClass | None
    untagged: bool
    one_sided: bool

    @property
    def where(self) -> str:
        return f"{self.item.item_id}, {self.exercise.patient_name}"

    @property
    def as_judged(self) -> Exercise:
        """The exercise as work of the category and the kind that it is judged as."""
        told = self.exercise.category, self.exercise.work, self.exercise.load_class
        same = told == (self.category, self.work, self.load_class)
        update = {"category": self.category, "work": self.work, "load_class": self.load_class}
        return self.exercise if same else self.exercise.model_copy(update=update)

    def loads(self, region: Region) -> bool:
        """Whether it loads `region`: by its regions, or with weight through the leg that the region is part of."""
        through_leg = region in _LEG and any(tag.name in WEIGHT_THROUGH_LEG for tag in self.tags)
        return region in self.regions or through_leg

    @property
    def of_the_trunk(self) -> bool:
        return not self.regions.isdisjoint(_TRUNK) and self.exercise.region in _TRUNK


@cache
def kit_exercises() -> Library:
    """The kit's own exercises, whatever a clinic's files say."""
    return Library.load()


def judged(entry: Entry, known: ResolvedPlan, rules: Rules, on: dt.date, previous: Plan | None = None) -> Judged:
    """The item of a plan as the rules see it on the day `on`; `previous` is the version that the plan replaces."""
    item, exercise = entry
    copied_from, issued_with = _copied_from(exercise, known), _issued_with(exercise, previous)
    retold = _retold(exercise)
    losses = _losses_of(exercise, copied_from, issued_with, retold, rules)
    reviewed = review_of(exercise, on)
    confirmed = reviewed is not None and {loss.name for loss in losses} <= {*reviewed.drops}
    counted = () if confirmed else losses
    one_sided = exercise.sides == "both" and item.sides != "both"
    tags = [*exercise.tags, *(loss.tag for loss in counted if loss.tag and not loss.in_setup)]
    lost = {loss.name for loss in counted}
    bed_ok = exercise.bed_ok and all(
        version.bed_ok for version in (*copied_from, *retold, *_told_apart(exercise, issued_with))
    )
    as_placed = exercise.model_copy(update={"tags": tuple(tags), "bed_ok": bed_ok})
    surface = surface_of(item, as_placed, known.plan)
    setup_tags = (*exercise.setup_tags, *(loss.tag for loss in counted if loss.tag and loss.in_setup))
    unknown = tuple(_unknown(exercise))
    category = "strength" if "category" in unknown or STRENGTH in lost else exercise.category
    work: Work = "hold" if exercise.work != "move" or HELD in lost else "move"
    as_worked = exercise.model_copy(update={"category": category, "work": work})
    if held_effort(item, as_worked) and ISOMETRIC not in {tag.name for tag in tags}:
        tags.append(Tag(name=ISOMETRIC))
    if surface == "bed":
        tags = [tag for tag in tags if tag.name != "floor"]
    if one_sided:
        tags = [tag.model_copy(update={"limb": "both"}) for tag in tags]
    return Judged(
        item=item,
        exercise=exercise,
        category=category,
        work=work,
        regions=frozenset(r for r in REGIONS if r in exercise.all_regions or r in lost or "region" in unknown),
        tags=tuple(tags),
        setup_tags=setup_tags,
        surface=surface,
        unknown=unknown,
        losses=losses,
        confirmed=confirmed,
        load_class=_strictest_class(exercise, (*retold, *issued_with) if LOAD_CLASS in lost else (), rules),
        untagged=_untagged(exercise, reviewed),
        one_sided=one_sided,
    )


def _copied_from(exercise: Exercise, known: ResolvedPlan) -> list[Exercise]:
    """The kit's own version where this is another one, and for an issued plan that of the library."""
    versions = (library[exercise.id] for library in (kit_exercises(), known.shelf) if exercise.id in library)
    return [version for version in versions if version is not exercise and version != exercise]


_SAME_WORDS = 0.5  # of the words of the kit's steps, above which an exercise of its name is a copy of it (D)


def _retold(exercise: Exercise) -> list[Exercise]:
    """The kit's exercises that another id tells again: by their steps, or by their name and most of their words."""
    kit = kit_exercises()
    if exercise.id in kit:
        return []
    words, names = _words(exercise.steps), _names(exercise)
    return [
        kit[name]
        for name, (told, called) in _kit_words().items()
        if told == words or (called & names and len(told & words) > _SAME_WORDS * len(told))
    ]


@cache
def _kit_words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The words of the steps of each of the kit's exercises, and what it is called."""
    return {one.id: (_words(one.steps), _names(one)) for one in kit_exercises()}


def _words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", " ".join(lines).casefold()))


def _names(exercise: Exercise) -> frozenset[str]:
    """What it is called, in small letters and without signs."""
    called = (exercise.name, exercise.patient_name, exercise.article_name)
    return frozenset(" ".join(re.findall(r"\w+", name.casefold())) for name in called if name)


def _issued_with(exercise: Exercise, previous: Plan | None) -> list[Exercise]:
    """Those that the version before was issued with and that are this one by their id, or by the steps they tell."""
    snapshot = previous.snapshot if previous else None
    return [
        version
        for version in (snapshot.exercises if snapshot else ())
        if version != exercise and (version.id == exercise.id or version.steps == exercise.steps)
    ]


def _told_apart(exercise: Exercise, versions: list[Exercise]) -> list[Exercise]:
    """The versions of an exercise that a clinic keeps; of the kit's own as it is none, for nobody could mend it."""
    kit = kit_exercises()
    return [] if exercise.id in kit and kit[exercise.id] == exercise else versions


def _strictest_class(exercise: Exercise, versions: Iterable[Exercise], rules: Rules) -> LoadClass | None:
    """What its load is judged as: of what it and the `versions` say, what bears the least; its own where that is it."""
    classes = {load_class(version): version for version in versions}
    strictest = min((load_class(exercise), *classes), key=lambda name: _bears(name, rules))
    return exercise.load_class if strictest == load_class(exercise) else strictest


def _bears(name: LoadClass, rules: Rules) -> tuple[float, float, float]:
    limit = rules.loads.classes[name]
    return limit.later_error, limit.first_error, limit.first_caution or 0


def review_of(exercise: Exercise, on: dt.date) -> TagsReviewed | None:
    """Who looked its tags through, if that is a name in one script and the day is not ahead of `on`."""
    reviewed = exercise.tags_reviewed
    counts = reviewed is not None and is_person(reviewed.by) and not mixed(reviewed.by) and reviewed.on <= on
    return reviewed if counts else None


def _untagged(exercise: Exercise, reviewed: TagsReviewed | None) -> bool:
    """Whether no rule can see it: no tags, nobody who says that there are none, and not the kit's own as it is."""
    if exercise.tags or (reviewed is not None and tags_written(exercise)):
        return False
    kit = kit_exercises()
    return exercise.id not in kit or kit[exercise.id] != exercise


def tags_written(exercise: Exercise) -> bool:
    """Whether somebody wrote down its tags, be it that there are none; left out, they are not known."""
    return "tags" in exercise.model_fields_set


def _losses_of(
    exercise: Exercise, copied_from: list[Exercise], issued_with: list[Exercise], retold: list[Exercise], rules: Rules
) -> tuple[Loss, ...]:
    """What it lost against what it was copied from, since the version before, and against what it tells anew."""
    found = {loss.name: loss for loss in _losses(exercise, copied_from, rules)}
    for versions, since_before in ((issued_with, True), (retold, False)):
        for loss in (*_losses(exercise, versions, rules), *_lower_class(exercise, versions, rules)):
            found.setdefault(loss.name, replace(loss, since_before=since_before))
    return tuple(found.values())


def _lower_class(exercise: Exercise, versions: list[Exercise], rules: Rules) -> Iterator[Loss]:
    """That a load is judged by a looser class than before; of the kit's own exercises no file can say so."""
    own = _bears(load_class(exercise), rules)
    if exercise.id not in kit_exercises() and any(_bears(load_class(v), rules) < own for v in versions):
        yield Loss(LOAD_CLASS)


def _losses(exercise: Exercise, versions: list[Exercise], rules: Rules) -> Iterator[Loss]:
    """Tags, limbs of tags, regions and kinds of the `versions` that the exercise does not have, each once."""
    has, has_in_setup = _limbs(exercise.tags), _limbs((*exercise.tags, *exercise.setup_tags))
    told: set[str] = set()
    for version in versions:
        gone = [
            *(Loss(_spelled(tag), tag) for tag in version.tags if not _has(tag, has, rules)),
            *(Loss(_spelled(tag), tag, True) for tag in version.setup_tags if not _has(tag, has_in_setup, rules)),
        ]
        for loss in gone:
            if loss.name not in told:
                told.add(loss.name)
                yield loss
        kinds = [
            *(region for region in version.all_regions if region not in exercise.all_regions),
            *([STRENGTH] if version.category == STRENGTH != exercise.category else []),
            *([HELD] if version.work == HELD and exercise.work == "move" else []),
        ]
        for name in kinds:
            if name not in told:
                told.add(name)
                yield Loss(name)


def _limbs(tags: Iterable[Tag]) -> dict[str, set[Limb]]:
    """The limbs that each tag is there for."""
    found: dict[str, set[Limb]] = {}
    for tag in tags:
        found.setdefault(tag.name, set()).update(_LIMBS[tag.limb])
    return found


def _has(tag: Tag, limbs: dict[str, set[Limb]], rules: Rules) -> bool:
    """Whether the tag is there for all its limbs; to one of the whole body the limb makes no difference."""
    if tag.name in rules.whole_body:
        return tag.name in limbs
    return _LIMBS[tag.limb] <= limbs.get(tag.name, set())


def _spelled(tag: Tag) -> str:
    return tag.name if tag.limb == "lead" else f"{tag.name}@{tag.limb}"


def _unknown(exercise: Exercise) -> Iterator[str]:
    """The fields that an exercise leaves open, in words: placeholders of a foreign collection, and the kind of work."""
    yield from (field for field in ("category", "region", "sides") if field in exercise.needs_clinician)
    if exercise.work is None:
        yield "work"
