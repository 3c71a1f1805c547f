"""One exercise: what it is called, how it is done, what it loads, and where that is known from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from kit.days import Day
from kit.library.dose import Dose, DoseRange
from kit.library.phases import Card, Phase, fault_of_phases
from kit.library.photo import Photo
from kit.model import Model, Spelling
from kit.show import facts
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides, dose_sentences
from kit.words.numbers import counted
from kit.words.side_words import SIDE_WORD, side_words
from kit.words.text import Line, Name, Note

Category = Literal["stretch", "strength", "mobility", "balance", "aerobic"]
Region = Literal["hip", "knee", "ankle_foot", "low_back", "thoracic", "shoulder", "elbow", "wrist_hand", "neck"]
Side = Literal["left", "right"]
Mark = Literal["V", "S", "G", "D"]  # seen, seen second-hand, general knowledge, design choice
Limb = Literal["lead", "other", "both"]
Work = Literal["hold", "move"]  # what the effort is: held still, or moving
LoadClass = Literal["none", "cuff", "small_shoulder", "trunk_floor", "standing_hips", "other_strength"]
Shoes = Literal["firm", "firm_if_standing", "bare_or_flat"]
# Where the body is while it is done; what follows the colon is the posture on the floor or on a bed.
Base = Literal["stand", "chair", "floor:back", "floor:front", "floor:side", "floor:sit", "floor:hands", "floor:kneel"]
# What a foreign collection may leave open. `dose` covers the days a week and the times a day too.
Open = Literal[
    "category", "region", "position", "equipment", "muscles", "sides", "steps", "feel", "precautions", "tags", "dose"
]
REGIONS: tuple[Region, ...] = get_args(Region)
CATEGORIES: tuple[Category, ...] = get_args(Category)
NO_PICTURE = "none"  # the id under which nothing is drawn
MANY = 50  # more than any exercise needs of one thing; keeps a broken file small (D)

_LEG: frozenset[Region] = frozenset({"hip", "knee", "ankle_foot"})
_WEIGHT_THROUGH_LEG = frozenset({"wb_leg", "single_leg"})

_ENGLISH: dict[Side, str] = {"left": "left", "right": "right"}
_UNSIGNED = "Draft: its texts wait for a physiotherapist’s sign-off."
_TOKEN = re.compile(r"\{([^{}]*)\}|[{}]")
_SIDE_TOKENS = frozenset({"lead", "other"})

Names = Annotated[tuple[Name, ...], Field(max_length=MANY)]
ExerciseId = Annotated[
    str, Spelling(r"^[a-z][a-z0-9_]{1,63}$", "small letters, digits and underscores, such as heel_raise")
]


def side_words_only(texts: Iterable[str]) -> None:
    """Raises `ValueError` for what stands in braces and names no side."""
    wrong = {m.group(0) for text in texts for m in _TOKEN.finditer(text) if m.group(1) not in _SIDE_TOKENS}
    if wrong:
        found = ", ".join(sorted(wrong))
        raise ValueError(f"{found} is no side word. Only {{lead}} and {{other}} stand in braces.")


class Equipment(Model):
    """A thing the exercise needs; `optional` where it only helps or comes later."""

    name: Name
    optional: bool = False


class Muscles(Model):
    """Target muscles, most stretched or most loaded first; none where a joint is aimed at (`range` of the exercise)."""

    primary: Names = ()
    secondary: Names = ()


class Variant(Model):
    """A way to make the exercise easier or harder: another exercise (`id`), or a change in plain words."""

    id: ExerciseId | None = None
    text: Note = ""
    why: Note = ""

    @model_validator(mode="after")
    def _says_something(self) -> Variant:
        if not (self.id or self.text):
            raise ValueError("a variant needs an id or a text. Give one of them.")
        return self


class Swap(Model):
    """A step that is told in other words (`told`) to a patient who may fall; see `kit.plan.steady`."""

    step: Name
    told: Name


class Tag(Model):
    """A movement tag and the limb it counts for; axial tags count for the whole body."""

    name: Name
    limb: Limb = "lead"


class Reviewed(Model):
    """Which clinician looked at something, and when."""

    by: Name
    on: Day


class TagsReviewed(Reviewed):
    """Who says that the tags are all there are; `drops` names what the kit's own version has and this one has not."""

    drops: Names = ()


class Arc(Model):
    """The part of a joint's range that an exercise runs through, in degrees of bend, from one end to the other.

    >>> Arc(from_deg=90, to_deg=45).within(Arc(from_deg=90, to_deg=30))
    True
    """

    from_deg: Annotated[int, Field(strict=True, ge=0, le=180)]
    to_deg: Annotated[int, Field(strict=True, ge=0, le=180)]

    @model_validator(mode="after")
    def _has_a_length(self) -> Arc:
        if self.from_deg == self.to_deg:
            raise ValueError(f"an arc from {self.from_deg} to {self.to_deg} degrees is none. Give its two ends.")
        return self

    @property
    def ends(self) -> tuple[int, int]:
        """The smaller and the larger angle."""
        return min(self.from_deg, self.to_deg), max(self.from_deg, self.to_deg)

    def within(self, other: Arc) -> bool:
        """Whether no part of it lies outside `other`."""
        (low, high), (least, most) = self.ends, other.ends
        return least <= low and high <= most


class Source(Model):
    """Where a statement is known from: a key of `sources.toml` (none for G and D) and its evidence mark."""

    key: Line = ""
    mark: Mark
    says: Note


class Licence(Model):
    """On what terms the texts came, and from whom; `print_notice` where the terms ask that both are named."""

    name: Name
    author: Line = ""
    url: Line = ""
    print_notice: bool = True


class Exercise(Model):
    """One exercise. Texts hold `{lead}` and `{other}` where they name a side; `text_for` fills them in.

    `needs_clinician` names the fields that hold a placeholder, since the collection that the exercise came from
    does not say: no plan takes it until a clinician has filled them in and taken them out of the list.
    `licence` is none for the kit's own and the clinician's own exercises.
    """

    id: ExerciseId
    name: Name
    patient_name: Name
    article_name: Line = ""
    aliases: Names = ()
    category: Category
    region: Region
    regions: Annotated[
        tuple[Region, ...], Field(max_length=len(REGIONS))
    ] = ()  # further regions that the exercise loads
    position: Name
    equipment: Annotated[tuple[Equipment, ...], Field(max_length=MANY)] = ()
    muscles: Muscles
    range: Names = ()  # the movement of a joint that it aims at
    sides: Sides
    lead_side: Side = "right"  # the example side of its texts and pictures
    lead_is: Line = ""  # which limb the texts call {lead}
    purpose: Note = ""
    steps: Names = Field(min_length=1)
    phases: Annotated[tuple[Phase, ...], Field(max_length=MANY)] = ()  # of each step, or none
    card: Card | None = None  # it in short
    turn: Line = ""  # what is done to change sides, told only where both sides are prescribed
    careful: Annotated[tuple[Swap, ...], Field(max_length=MANY)] = ()
    feel: Note
    breathing: Note = ""
    mistakes: Names = ()
    safety: Names = ()  # lines that are printed on every sheet, however short it is
    cautions: Names = ()  # what of the precautions the patient reads, in plain words
    easier: Annotated[tuple[Variant, ...], Field(max_length=MANY)] = ()
    harder: Annotated[tuple[Variant, ...], Field(max_length=MANY)] = ()
    precautions: Names = ()
    tags: Annotated[tuple[Tag, ...], Field(max_length=MANY)] = ()
    setup_tags: Annotated[tuple[Tag, ...], Field(max_length=MANY)] = ()  # needed to get ready, not to do it
    tags_reviewed: TagsReviewed | None = None  # who says that the tags are all there are
    work: Work | None = None
    load_class: LoadClass | None = None
    base: Base | None = None
    bed_ok: bool | None = None  # whether a firm bed does in place of the floor
    shoes: Shoes | None = None
    arc: Arc | None = None  # of `arc_joint`, from bent to straight, where an item may narrow it (`rom_limit`)
    arc_joint: Literal["knee"] | None = None
    arc_step: Annotated[int, Field(strict=True, ge=1)] | None = None  # which of the steps, from 1, says where to stop
    dose: Dose
    dose_range: DoseRange = DoseRange()
    days_a_week: Annotated[int, Field(strict=True, ge=1, le=7)] = 7
    times_a_day: Annotated[int, Field(strict=True, ge=1, le=10)] = 1
    sources: Annotated[tuple[Source, ...], Field(max_length=MANY)] = Field(min_length=1)
    review: Literal["draft", "signed_off"] = "draft"
    needs_clinician: Annotated[tuple[Open, ...], Field(max_length=MANY)] = ()
    licence: Licence | None = None
    drawn_as: ExerciseId | None = None  # whose drawn pictures it has, or `NO_PICTURE`; its own where nothing is said
    photo: Photo | None = None  # in place of the drawn pictures, wherever there are some

    @model_validator(mode="after")
    def _side_words(self) -> Exercise:
        changes = (variant.text for variant in (*self.easier, *self.harder))
        swapped = (swap.told for swap in self.careful)
        short = self.card.lines if self.card else ()
        care = (*self.mistakes, *self.safety, *self.cautions)
        side_words_only((*self.steps, *short, self.turn, *swapped, self.feel, *care, *changes))
        return self

    @model_validator(mode="after")
    def _steps_are_there(self) -> Exercise:
        for swap in self.careful:
            if swap.step not in self.steps:
                raise ValueError(f"careful: “{swap.step}” is none of the steps. Write the step as it stands there.")
        if self.turn and self.sides == "both":
            raise ValueError("turn: an exercise of both sides at once has no change of sides. Take it out.")
        if len({self.arc is None, self.arc_joint is None, self.arc_step is None}) > 1:
            raise ValueError("arc, arc_joint and arc_step stand together. Give all three or none.")
        if self.arc and self.arc.from_deg < self.arc.to_deg:
            raise ValueError("arc: it runs from bent to straight. Give the larger angle first.")
        if (self.arc_step or 0) > len(self.steps):
            raise ValueError(f"arc_step: there are {counted(len(self.steps), 'step')}, and no step {self.arc_step}.")
        return self

    @model_validator(mode="after")
    def _phases_in_order(self) -> Exercise:
        if fault := fault_of_phases(self.phases, len(self.steps)):
            raise ValueError(fault)
        return self

    @model_validator(mode="after")
    def _aims_at_something(self) -> Exercise:
        if not (self.muscles.primary or self.range):
            raise ValueError("it names neither muscles nor a range. Say which it aims at.")
        return self

    @model_validator(mode="after")
    def _complete_before_sign_off(self) -> Exercise:
        if self.review == "signed_off" and self.needs_clinician:
            still_open = ", ".join(self.needs_clinician)
            raise ValueError(f"signed off, but {still_open} still needs a clinician. Fill it in, or call it a draft.")
        return self

    def __repr__(self) -> str:
        return f"Exercise({self.id!r}, {self.category}, {self.region})"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        sided = [text_for(text, self.lead_side, _ENGLISH) for text in (self.feel, *self.steps)]
        things = [f"{thing.name} (helps)" if thing.optional else thing.name for thing in self.equipment]
        return facts(
            f"{self.name} ({self.id})",
            [
                ("Called", self.patient_name),
                ("Kind", f"{self.category}, {', '.join(self.all_regions).replace('_', ' ')}"),
                ("Position", self.position),
                ("Needs", ", ".join(things)),
                ("Muscles", ", ".join((*self.muscles.primary, *self.muscles.secondary))),
                ("Range", ", ".join(self.range)),
                ("Dose", " ".join(dose_sentences(self.dose, self.sides, Catalogue()))),
                ("Steps", sided[1:]),
                ("Feel", sided[0]),
                ("Still open", ", ".join(self.needs_clinician)),
            ],
            notes=[_UNSIGNED] if self.review == "draft" else [],
        )

    @property
    def drawing(self) -> str:
        """The id under which its pictures are drawn, whatever asks for them; nothing may be drawn there."""
        return self.drawn_as or self.id

    @property
    def care(self) -> tuple[str, ...]:
        """All that the patient is to take care of, what keeps from harm first; each line once."""
        return tuple(dict.fromkeys((*self.safety, *self.cautions, *self.mistakes)))

    @property
    def all_regions(self) -> tuple[Region, ...]:
        """The region it is filed under, then the further ones it loads."""
        return (self.region, *(r for r in self.regions if r != self.region))

    def loads(self, region: Region) -> bool:
        """Whether it loads `region`: it is filed there, or puts weight through the leg that the region is part of."""
        through_leg = region in _LEG and any(tag.name in _WEIGHT_THROUGH_LEG for tag in self.tags)
        return region in self.all_regions or through_leg


def text_for(text: str, lead: Side, names: dict[Side, str]) -> str:
    """`text` for one leading side; `names` says how the language calls the sides.

    Where a noun asks for other words than `names`, a translation writes both of them, the left one first.

    >>> names = {"left": "izquierda", "right": "derecha"}
    >>> text_for("la mano {lead} y el pie {other:izquierdo|derecho}", "left", names)
    'la mano izquierda y el pie derecho'
    """
    other: Side = "left" if lead == "right" else "right"

    def word(found: re.Match[str]) -> str:
        side = lead if found[1] == "lead" else other
        return side_words(found, names["left"], names["right"])[side == "right"]

    return SIDE_WORD.sub(word, text)
