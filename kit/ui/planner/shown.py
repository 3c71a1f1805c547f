"""The view that goes to the planner's page: the plan in hand with its review, or the ways to start one."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from kit.library.pain import PainKind
from kit.plan.context import Affected, GetsOffFloor
from kit.plan.prescription import SideOrder, Surface
from kit.plan.schedule import Weekday
from kit.review.finding import Level
from kit.timing.step import Kind
from kit.ui.messages import Named
from kit.ui.planner.corrects import Wrong
from kit.ui.planner.start_shown import MadeForShown, Offer, Start, TextShown
from kit.ui.planner.time_shown import TimeShown
from kit.ui.planner.to_issue import ToIssue
from kit.words.dose import Sides


class DoseShown(TypedDict):
    """The numbers of a dose that the page has a field for; seconds, counts and kilograms."""

    sets: int
    reps: int
    hold_s: int
    tempo_s: int
    duration_s: int | None
    rest_rep_s: int
    rest_set_s: int
    load_kg: float | None
    band: str
    effort_target: int | None


class DaysShown(TypedDict):
    """Either `weekdays` or `days_a_week`."""

    weekdays: list[Weekday] | None
    days_a_week: int | None
    times_a_day: int


class ArcShown(TypedDict):
    """A part of a joint's range, in degrees."""

    from_deg: int
    to_deg: int


class WayShown(TypedDict):
    """How an exercise is done: what can be chosen, and what is; None of a choice is what holds where nothing is said.

    `sides` can be prescribed, and `instead` is the one-sided form of work that takes both. `surfaces` is empty for what
    is not done on the floor, and `surface_now` the one that holds for this patient. `arc` is that of the exercise.
    """

    sides: list[Sides]
    instead: Named | None
    surfaces: list[Surface]
    surface: Surface | None
    surface_now: Surface | None
    may_alternate: bool
    side_order: SideOrder | None
    arc: ArcShown | None
    rom_limit: ArcShown | None
    pain_kind: PainKind | None


class StepShown(TypedDict):
    """A block of the session, whole seconds long; the steps of an item touch."""

    seconds: int
    kind: Kind
    text: str


class ItemShown(TypedDict):
    """One exercise of the plan. `name` is its own in the plan; it takes `seconds` of a session.

    `rest_s` are the seconds of rest before it, which are the first of its `steps` where there are any. `loaded` says
    that a load, a band or an effort mean something for it; `presets` are doses that fit its kind of work, as written.
    """

    item_id: str
    exercise_id: str
    name: str
    patient_name: str
    sides: Sides
    way: WayShown
    dose: DoseShown
    loaded: bool
    presets: list[str]
    short: str
    sentences: str
    schedule: DaysShown
    note: str
    rest_s: int
    seconds: int
    time: str
    steps: list[StepShown]


class RowsShown(TypedDict):
    """The plan in hand with its rows. Days are as a date field takes them, empty where there is none.

    It has at most `most` exercises.
    """

    code: str
    plan_id: str
    version: int
    patient: str
    title: str
    activities: list[str]
    start: str
    review_on: str
    review_written: str
    until: str
    pain_kind: PainKind | None
    rest_ex_s: int | None
    draft: bool
    issued: str
    most: int
    items: list[ItemShown]
    total_s: int
    total: str


class PlanShown(RowsShown):
    """The same with the time of its days and its week."""

    time: TimeShown


class TagShown(TypedDict):
    tag: str
    name: str


class EndShown(TagShown):
    """`until` is the day as people write it."""

    until: str


AskedField = Literal["which", "side", "region", "since"]


class AskShown(TypedDict):
    """What is still to be said of a condition, and why; `offers` is what it may be."""

    field: AskedField
    said: str
    offers: str


class ConditionShown(TypedDict):
    """A condition in force; what is not said is empty. A `stop` ends by no date. `began` is `since` in words, and how
    long before the plan that was: a browser may write the month first.
    """

    condition: str
    name: str
    message: str
    window: str
    side: str
    region: str
    since: str
    began: str
    until: str
    ends: list[EndShown]
    tags: list[TagShown]
    stop: bool
    asks: list[AskShown]


class PatientShown(TypedDict):
    """The patient panel, and its one line while it is folded."""

    age: int | None
    side: Affected | None
    minutes_a_day: int | None
    support: bool | None
    goal: str
    gets_off_floor: GetsOffFloor | None
    equipment: list[str]
    not_at_home: list[str]
    conditions: list[ConditionShown]
    unlisted: list[str]
    summary: str


class ScreenShown(TypedDict):
    """The red-flag screen in one line, how old it is and until when it holds, and what is ticked.

    `cleared` says that the one of the version before was too old to keep. `first` are the signs, by name, that
    concern what the patient has and what the plan works on, in this order, and `last` those of another age. `known` is
    what is noted of the patient that some signs ask about.
    """

    summary: str
    age: str
    cleared: str
    standing: Literal["open", "old", "clear", "flagged"]
    present: list[str]
    first: list[str]
    last: list[str]
    known: str
    done: bool


class MeShown(TypedDict):
    """Who answered or issued last; empty where that is not known."""

    name: str
    role: str


class AnswerShown(TypedDict):
    """`role` is of who signed off, empty else; `carried_from` the version that the answer was given in, if not here."""

    said: str
    by: str
    on: str
    role: str
    carried_from: int | None


class FindingShown(TypedDict):
    """A finding of the review. `item` is None where it is of the whole plan; `asks` is what the clinician can give.

    `opens` is where it is mended: the patient's panel, or what of the rows a correction is to set right; else empty."""

    key: str
    level: Level
    item: str | None
    where: str
    what: str
    why: str
    source: str
    mend: str
    holds: bool
    opens: Literal["patient"] | Wrong
    asks: Literal["", "reason", "sign-off", "confirmation"]
    answer: AnswerShown | None


class MissingShown(TypedDict):
    name: str
    mend: str


class ScoreShown(TypedDict):
    """How many entries of a checklist the plan says, such as "12 of 19", and which are missing."""

    name: str
    said: str
    missing: list[MissingShown]


class ReportingShown(TypedDict):
    """What the plan says about itself; empty means not said."""

    provider: str
    setting: str
    supervision: str
    group: str
    tailoring: str | None
    tailored_how: str
    start_rule: str
    progression_rule: str
    advice: str


class ReviewShown(TypedDict):
    """All findings, highest level first, how many of each with their word, and how completely the plan says what it
    is."""

    findings: list[FindingShown]
    counts: list[tuple[Level, int, str]]
    summary: str
    holding: str
    banner: str
    cert: ScoreShown
    fitt_vp: ScoreShown
    reporting: ReportingShown


class Following(TypedDict):
    """The newest version of an issued plan."""

    code: str
    version: int
    draft: bool


class Namesake(TypedDict):
    """Another patient with the same label, and the plans that he has."""

    patient_code: str
    said: str


class ConflictShown(TypedDict):
    """Two edits of one thing: `who` came between, what is different in each, and whether mine may go over it."""

    who: str
    yours: list[str]
    theirs: list[str]
    mine: bool


class Said(TypedDict):
    """What she has said of the plan in hand, before anything is judged by it.

    `usual` are the items that have her usual dose.
    """

    plan: RowsShown
    patient: PatientShown
    screen: ScreenShown
    usual: list[str]
    undo: bool
    redo: bool


class Work(TypedDict):
    """The page with a plan in hand. `next` replaces it, `correct_from` is the first day that a correction may have.

    `usual` are the items that have her usual dose, `texts` those that are asked about before they go elsewhere;
    `alike` is the label of somebody else that looks like one of this plan, `goes_before` what a draft does to the
    version before, and `wrong` what it is still to set right. `ready` are templates for a plan without exercises,
    `made_for` what the one that was used is for.
    """

    plan: PlanShown
    patient: PatientShown
    screen: ScreenShown
    review: ReviewShown
    undo: bool
    redo: bool
    next: Following | None
    namesake: Namesake | None
    alike: str
    goes_before: str
    wrong: Wrong
    siblings: str
    correct_from: str
    to_issue: ToIssue
    me: MeShown
    conflict: ConflictShown | None
    usual: list[str]
    texts: list[TextShown]
    ready: list[Offer]
    made_for: MadeForShown | None


View = Start | Work
