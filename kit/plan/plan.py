"""A plan: one version of what one patient is to do.

Every building step returns a new plan. An issued version is never edited: `new_version` starts the next.
"""

from __future__ import annotations

import datetime as dt
import itertools
from random import Random
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, Unpack

from pydantic import Field, ValidationInfo, model_validator

from kit.days import Day
from kit.errors import Fault, PlanError
from kit.given import checked
from kit.library.dose import Dose, RestSeconds
from kit.library.exercise import Exercise
from kit.library.pain import PainKind
from kit.model import Model, Spelling, did_you_mean, parse
from kit.plan.activities import Activities
from kit.plan.both_sides import fault_of_sides
from kit.plan.code import SYSTEM, Code, new_code
from kit.plan.context import Context
from kit.plan.finding_key import Keyed, covers_of, finding_key
from kit.plan.issue import Issue, Override, Pause, SignOff, Snapshot, VersionRef, carried
from kit.plan.items import HEADS, item_frame, item_rows
from kit.plan.keywords import FirstFields, HeadChanges, ItemChanges, unknown
from kit.plan.leading import leading_side, led_by
from kit.plan.prescription import Prescription, prescribe
from kit.plan.reporting import Reporting
from kit.plan.seal import seal_of
from kit.show import table
from kit.words.numbers import counted
from kit.words.text import Label, Line, Name, Note, clean

if TYPE_CHECKING:
    import pandas as pd

FORMAT: Literal[2] = 2
RULES_VERSION = "2"
GATED_RULES = frozenset({"2"})  # rules that ask whether the days of a condition can be right
DEFAULT_DAYS = 28  # how long a plan without a review date runs (D)
MAX_ITEMS = 60
MAX_VERSION = 999
UNSEALED = "unsealed"  # in the context of a validation: the seal is not looked at, for a file older than seals
ALTERED = "it was changed after it was issued. Use the file as it was issued, or make a new version."
_UNISSUED: dict[str, Any] = {"issued": None, "snapshot": None, "seal": None, "sign_offs": ()}
MAX_DAYS = 366  # a plan is reviewed within a year; this also keeps a mistyped date from a diary of a century


class Plan(Model):
    """One version of a plan. Dates are days; `review_on` is the first day that is no longer planned.

    `code` is its identity, the same in all its versions, and `patient_code` that of the patient; `plan_id` and
    `patient` are the clinic's labels for them. `seal` is the fingerprint of an issued version.
    """

    _comes_from: ClassVar[str] = "Give Plan.begin(plan_id, start), or one of template(…).plan(…) or read_plan."

    format: Literal[2] = FORMAT
    code: Code
    patient_code: Code
    plan_id: Label
    version: Annotated[int, Field(strict=True, ge=1, le=MAX_VERSION)] = 1
    replaces: VersionRef | None = None
    patient: Line = ""
    title: Name = "Your exercise plan"
    told_next: Note = ""  # what comes after it, as the patient is told
    activities: Activities = ()  # what matters to the patient, in her words
    context: Context = Context()
    reporting: Reporting = Reporting()
    items: Annotated[tuple[Prescription, ...], Field(max_length=MAX_ITEMS)] = ()
    pauses: tuple[Pause, ...] = ()
    start: Day
    review_on: Day | None = None
    pain_kind: PainKind | None = None  # of all items that have none of their own; none: by category
    rest_ex_s: RestSeconds | None = None  # seconds between two exercises; none: no rest
    issued: Issue | None = None
    overrides: tuple[Override, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    snapshot: Snapshot | None = None
    seal: Annotated[str, Spelling(r"^[0-9a-f]{64}$", "64 digits and letters from a to f")] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [item.item_id for item in self.items]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"item_id {', '.join(twice)} stands twice. Give each item its own.")
        if not self.start < self.until <= self.start + dt.timedelta(days=MAX_DAYS):
            raise ValueError(
                f"the review on {self.until} must be later than the start {self.start}, by at most {MAX_DAYS} days. "
                "Change a date."
            )
        pauses = sorted(self.pauses, key=lambda p: p.start)
        for one, two in itertools.pairwise(pauses):
            if two.start < one.end:
                raise ValueError(f"the pauses from {one.start} and from {two.start} overlap. Join them.")
        if (self.issued is None) != (self.snapshot is None):
            raise ValueError("an issued plan carries its snapshot, and only an issued one does. Issue it again.")
        if self.replaces is not None and self.replaces.version >= self.version:
            raise ValueError(f"version {self.version} cannot replace version {self.replaces.version}.")
        return self

    @model_validator(mode="after")
    def _unaltered(self, info: ValidationInfo) -> Self:
        """An issued version is what was issued, whichever door it comes through."""
        if (info.context or {}).get(UNSEALED):
            return self
        if (self.issued is None) != (self.seal is None):
            raise ValueError("an issued plan carries its seal, and only an issued one does. Issue it again.")
        if self.seal is not None and self.seal != seal_of(self):
            raise ValueError(ALTERED)
        return self

    @classmethod
    @checked
    def begin(cls, plan_id: str, start: dt.date, *, random: Random = SYSTEM, **fields: Unpack[FirstFields]) -> Self:
        """A new draft with an identity of its own, and its patient's if `patient_code` is not given.

        >>> import datetime as dt
        >>> Plan.begin("P-001", dt.date(2026, 6, 1), title="Knee").title
        'Knee'
        """
        strange = unknown(fields, FirstFields, "new plan")
        known = {name: value for name, value in fields.items() if name in FirstFields.__annotations__}
        codes = {"code": new_code(random), "patient_code": new_code(random)}
        return parse(cls, {**codes, "plan_id": plan_id, "start": start, **known}, "new plan", strange)

    # What the plan says

    @property
    def until(self) -> dt.date:
        """First day after the plan: the review date, or four weeks after the start."""
        return self.review_on or self.start + dt.timedelta(days=DEFAULT_DAYS)

    @property
    def is_draft(self) -> bool:
        return self.issued is None

    @checked
    def item(self, item_id: str) -> Prescription:
        """The item. Raises `PlanError` naming the nearest id where there is none."""
        return self.items[self._position(item_id)]

    def is_paused(self, day: dt.date) -> bool:
        return any(pause.covers(day) for pause in self.pauses)

    def to_frame(self) -> pd.DataFrame:
        """A row for each item: exercise, sides, dose (whole seconds, kilograms), days."""
        return item_frame(self.items)

    def __repr__(self) -> str:
        return f"Plan({self.plan_id!r}, version {self.version}, {self._state}, {counted(len(self.items), 'item')})"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        names = {e.id: e.name for e in self.snapshot.exercises} if self.snapshot else {}
        caption = f"{self.title}: {self.plan_id} ({self.code}), version {self.version}, {self._state}"
        days = f"From {self.start} up to, but not on, {self.until}."
        return table(caption, HEADS, item_rows(self.items, names), notes=[days])

    # Building

    @checked
    def add(self, exercise: Exercise, at: int | None = None, **changes: Unpack[ItemChanges]) -> Self:
        """With `exercise` at its default dose as a new item, at position `at` or last; `changes` as in `adjust`.

        The side that leads the plan goes first, if `lead_side` is not given.
        Raises `PlanError` for an exercise that still holds placeholders, and for one side of work that takes both.
        """
        if exercise.needs_clinician:
            raise PlanError(unfinished(exercise, self._name))
        if len(self.items) >= MAX_ITEMS:
            what = f"a plan has at most {MAX_ITEMS} exercises, and it has {len(self.items)}."
            raise PlanError(Fault(self._name, what, "Take one out before you add another."))
        # Above all others, not in a gap: the id of an item that was taken out is not soon another one's.
        numbers = (item.item_id[1:] for item in self.items if item.item_id.startswith("i"))
        item_id = f"i{max((int(n) for n in numbers if n.isdecimal()), default=0) + 1}"
        at = len(self.items) if at is None else at
        item = _adjusted(prescribe(exercise, item_id, leading_side(self.context, self.items)), changes)
        if fault := fault_of_sides(item.sides, exercise, f"item {item_id}"):
            raise PlanError(fault)
        return self._edit(items=(*self.items[:at], item, *self.items[at:]))

    @checked
    def adjust(self, item_id: str, **changes: Unpack[ItemChanges]) -> Self:
        """With fields of one item changed: `sides`, `lead_side`, `schedule`, `note`, or any field of its dose.

        An item that comes to be done on each side is led as the plan is, if `lead_side` is not given.
        """
        at = self._position(item_id)
        before, after = self.items[:at], self.items[at + 1 :]
        if changes.get("sides") == "each" != self.items[at].sides and "lead_side" not in changes:
            changes = {**changes, "lead_side": leading_side(self.context, (*before, *after))}
        return self._edit(items=(*before, _adjusted(self.items[at], changes), *after))

    @checked
    def move(self, item_id: str, to: int) -> Self:
        """With one item at position `to`, counted from 0; outside positions mean the first or the last."""
        at = self._position(item_id)
        rest = [*self.items[:at], *self.items[at + 1 :]]
        rest.insert(min(max(0, to), len(rest)), self.items[at])
        return self._edit(items=tuple(rest))

    @checked
    def remove(self, item_id: str) -> Self:
        """Without one item."""
        at = self._position(item_id)
        return self._edit(items=(*self.items[:at], *self.items[at + 1 :]))

    @checked
    def pause(self, start: dt.date, end: dt.date, reason: str = "other") -> Self:
        """With nothing due from `start` up to, but not on, `end`."""
        pause = parse(Pause, {"start": start, "end": end, "reason": reason}, "pause")
        return self._edit(pauses=tuple(sorted((*self.pauses, pause), key=lambda p: p.start)))

    def describe(self, **changes: Unpack[HeadChanges]) -> Self:
        """With fields of the head changed, such as `title`, `activities`, `context`, `start` or `review_on`.

        With another affected side in the context, that one leads.
        """
        self.must_be_draft()
        known = {name: value for name, value in changes.items() if name in HeadChanges.__annotations__}
        made = parse(type(self), {**dict(self), **known}, self._name, unknown(changes, HeadChanges, self._name))
        old, new = leading_side(self.context, self.items), leading_side(made.context, self.items)
        return made if old == new else made._edit(items=led_by(made.items, new))

    @checked
    def override(self, finding: str | Keyed, reason: str, by: str, on: dt.date) -> Self:
        """With a written reason why a finding was accepted, for the dose that it has now; a second one replaces the
        first. That of a mere key covers nothing: give a finding of `kit.check`."""
        key, covers = finding_key(finding, "override, finding"), covers_of(finding)
        made = parse(Override, {"finding": key, "reason": reason, "by": by, "on": on, "covers": covers}, "override")
        return self._edit(overrides=(*(o for o in self.overrides if o.finding != made.finding), made))

    @checked
    def sign_off(self, finding: str | Keyed, by: str, on: dt.date, note: str = "", role: str = "") -> Self:
        """With a named release of a STOP, which counts with a reason (`note`) and a `role`, and in this version alone.
        That of a mere key does not say what it was given for: give a finding of `kit.check`."""
        key, covers = finding_key(finding, "sign-off, finding"), covers_of(finding)
        given = {"finding": key, "by": by, "on": on, "role": role, "note": note, "covers": covers}
        made = parse(SignOff, given, "sign-off")
        return self._edit(sign_offs=(*(s for s in self.sign_offs if s.finding != made.finding), made))

    @checked
    def new_version(self, start: dt.date, reason: str = "", *, on: dt.date | None = None) -> Self:
        """The next version as a draft, in force from `start`, made on the day `on` (`start` if not given).

        This one must be issued. One that starts on the same day corrects it: then this one was never in force, and
        `reason` says why. Written reasons are carried along, sign-offs never, and the red-flag screen only while it is
        at most two weeks old on the day `on`. Raises `PlanError`.
        """
        if self.is_draft:
            raise PlanError(Fault(self._name, "is still a draft.", "Edit it as it is; it needs no new version."))
        if start < self.start:
            what = f"{start} is before the start of {self._name}, {self.start}."
            raise PlanError(Fault("start", what, "Choose that day or a later one."))
        if start == self.start and not clean(reason):
            what = f"starts on {start} like version {self.version}, so it corrects that one, and says no reason."
            raise PlanError(Fault("new version", what, "Write what is corrected, or choose a later day."))
        keeps_review = self.review_on is not None and self.review_on > start
        return self._with(
            version=self.version + 1,
            replaces=parse(VersionRef, {"version": self.version, "reason": reason, "start": self.start}, "reason"),
            context=self.context.still_screened(on or start),
            start=start,
            review_on=self.review_on if keeps_review else None,
            pauses=tuple(pause.from_day(start) for pause in self.pauses if pause.end > start),
            overrides=tuple(carried(answer, self.version) for answer in self.overrides),
            **_UNISSUED,
        )

    @checked
    def copied(self, plan_id: str, *, random: Random = SYSTEM) -> Self:
        """A draft of the same content, for the same patient, as a plan of its own; answers to findings stay behind."""
        own = {"code": new_code(random), "plan_id": plan_id, "version": 1, "replaces": None}
        return self._with(**own, **_UNISSUED, overrides=())

    @checked
    def of_patient(self, patient_code: str) -> Self:
        """The draft for a patient who is known already. Raises `PlanError` once a version has been issued."""
        if self.version > 1:
            raise PlanError(Fault(self._name, "has been issued for its patient.", "Start a new plan."))
        return self._edit(patient_code=patient_code)

    @property
    def _state(self) -> str:
        return f"issued {self.issued.on}" if self.issued else "draft"

    @property
    def _name(self) -> str:
        return f"plan {self.plan_id} version {self.version}"

    def _position(self, item_id: str) -> int:
        ids = [item.item_id for item in self.items]
        if item_id not in ids:
            mend = did_you_mean(item_id, ids) or f"It has: {', '.join(ids) or 'none'}."
            raise PlanError(Fault(self._name, f"has no item “{item_id}”.", mend))
        return ids.index(item_id)

    def must_be_draft(self) -> None:
        """Raises `PlanError` where the version is issued."""
        if not self.is_draft:
            fault = Fault(self._name, "is issued, and an issued version is never edited.", "Make a new version first.")
            raise PlanError(fault)

    def _edit(self, **changes: Any) -> Self:
        self.must_be_draft()
        return self._with(**changes)

    def _with(self, **changes: Any) -> Self:
        return parse(type(self), {**dict(self), **changes}, self._name)


def _adjusted(item: Prescription, changes: ItemChanges) -> Prescription:
    """The item with `changes`, each of them a field of the item or of its dose."""
    where = f"item {item.item_id}"
    dose = {name: value for name, value in changes.items() if name in Dose.model_fields}
    rest = {name: value for name, value in changes.items() if name in ItemChanges.__annotations__ and name not in dose}
    data = {**dict(item), "dose": {**dict(item.dose), **dose}, **rest}
    return parse(Prescription, data, where, unknown(changes, ItemChanges, where))


def unfinished(exercise: Exercise, where: str) -> Fault:
    """An exercise from a foreign collection that no clinician has completed."""
    return Fault(
        where,
        f"the exercise “{exercise.id}” is not complete: {', '.join(exercise.needs_clinician)} still to be filled in.",
        f"Fill these fields in {exercise.id}.toml in your exercises folder, then take them out of needs_clinician.",
    )
