"""An item as the rules see it: what is not known is read the strict way, and what a copy has lost still counts.

An exercise without a category is judged as strength, one without a region as of every region. The tags of a copy are
those of the copy and of what it was copied from, until a clinician confirms the loss by name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kit.library.exercise import REGIONS, Category, Exercise, Limb, Region, Tag, TagsReviewed, Work
from kit.library.library import Library
from kit.library.rules import Rules
from kit.plan.floor import surface_of
from kit.plan.prescription import Prescription, Surface
from kit.plan.resolved import Entry, ResolvedPlan
from kit.review.held import held_effort
from kit.words.text import is_name

_LEG: frozenset[Region] = frozenset({"hip", "knee", "ankle_foot"})
_WEIGHT_THROUGH_LEG = frozenset({"wb_leg", "single_leg"})
_TRUNK: frozenset[Region] = frozenset({"low_back", "thoracic", "neck"})
_LIMBS: dict[Limb, frozenset[Limb]] = {
    "lead": frozenset({"lead"}),
    "other": frozenset({"other"}),
    "both": frozenset({"lead", "other"}),
}
ISOMETRIC = "isometric_hold"
STRENGTH, HELD = "strength", "hold"  # the names of a category and of a kind of work that were lost


@dataclass(frozen=True)
class Loss:
    """What an exercise has not, though what it was copied from has it: a tag, a region, or that it is held strength."""

    name: str  # as it stands in a file: "knee_okc_ext", "wb_leg@both", "ankle_foot", "strength", "hold"
    tag: Tag | None = None  # none for anything but a tag
    in_setup: bool = False  # the movement was needed to get ready alone


@dataclass(frozen=True)
class Judged:
    """An item, its exercise, and what the rules take them for.

    `unknown` are the fields that the exercise leaves open, `losses` what it lost against what it was copied from;
    `one_sided` says that one side alone is prescribed of work that takes both.
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
    untagged: bool
    one_sided: bool

    @property
    def where(self) -> str:
        return f"{self.item.item_id}, {self.exercise.patient_name}"

    @property
    def as_judged(self) -> Exercise:
        """The exercise as work of the category and the kind that it is judged as."""
        same = (self.exercise.category, self.exercise.work) == (self.category, self.work)
        update = {"category": self.category, "work": self.work}
        return self.exercise if same else self.exercise.model_copy(update=update)

    def loads(self, region: Region) -> bool:
        """Whether it loads `region`: by its regions, or with weight through the leg that the region is part of."""
        through_leg = region in _LEG and any(tag.name in _WEIGHT_THROUGH_LEG for tag in self.tags)
        return region in self.regions or through_leg

    @property
    def of_the_trunk(self) -> bool:
        return not self.regions.isdisjoint(_TRUNK) and self.exercise.region in _TRUNK


@cache
def kit_exercises() -> Library:
    """The kit's own exercises, whatever a clinic's files say."""
    return Library.load()


def judged(entry: Entry, known: ResolvedPlan, rules: Rules, on: dt.date) -> Judged:
    """The item of a plan as the rules see it on the day `on`."""
    item, exercise = entry
    copied_from = _copied_from(exercise, known)
    losses = tuple(_losses(exercise, copied_from, rules))
    reviewed = review_of(exercise, on)
    confirmed = reviewed is not None and {loss.name for loss in losses} <= {*reviewed.drops}
    counted = () if confirmed else losses
    one_sided = exercise.sides == "both" and item.sides != "both"
    tags = [*exercise.tags, *(loss.tag for loss in counted if loss.tag and not loss.in_setup)]
    bed_ok = exercise.bed_ok and all(version.bed_ok for version in copied_from)
    as_placed = exercise.model_copy(update={"tags": tuple(tags), "bed_ok": bed_ok})
    surface = surface_of(item, as_placed, known.plan)
    setup_tags = (*exercise.setup_tags, *(loss.tag for loss in counted if loss.tag and loss.in_setup))
    unknown = tuple(_unknown(exercise))
    lost = {loss.name for loss in counted}
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
        untagged=_untagged(exercise, reviewed),
        one_sided=one_sided,
    )


def _copied_from(exercise: Exercise, known: ResolvedPlan) -> list[Exercise]:
    """The kit's own version where this is another one, and for an issued plan that of the library."""
    versions = (library[exercise.id] for library in (kit_exercises(), known.shelf) if exercise.id in library)
    return [version for version in versions if version is not exercise and version != exercise]


def review_of(exercise: Exercise, on: dt.date) -> TagsReviewed | None:
    """Who looked its tags through, if that is a name and the day is not ahead of `on`."""
    reviewed = exercise.tags_reviewed
    return reviewed if reviewed is not None and is_name(reviewed.by) and reviewed.on <= on else None


def _untagged(exercise: Exercise, reviewed: TagsReviewed | None) -> bool:
    """Whether no rule can see it: no tags, nobody who says that there are none, and not the kit's own as it is."""
    if exercise.tags or reviewed is not None:
        return False
    kit = kit_exercises()
    return exercise.id not in kit or kit[exercise.id] != exercise


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
