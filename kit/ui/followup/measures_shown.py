"""What the one screen of the follow-up shows, as plain data. A `figure` is the key of the rows behind a number."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from kit.ui.messages import Pair, Told

DayIs = Literal["done", "partial", "not_done", "missing", "rest", "pause", "ahead"]
Taken = Literal["open", "taken", "edited", "past", "nothing"]


class SignShown(TypedDict):
    """A sign for help that nobody has dealt with. `key` is what it is known by."""

    key: str
    said: str
    figure: str


class AlertShown(TypedDict):
    rule: str
    title: str
    why: str
    source: str
    figure: str


class AsideShown(TypedDict):
    """What asks for attention before the numbers. `role` is that in which somebody signed last."""

    signs: list[SignShown]
    alerts: list[AlertShown]
    note: str
    by: str
    role: str


class CountShown(TypedDict):
    """A number of sessions, in words."""

    name: str
    said: str
    figure: str


class HeadlineShown(TypedDict):
    """Shares from 0 to 1, None where nothing was due; `low` to `high` is the interval, None for too few sessions."""

    sentences: list[str]
    badge: str
    counts: list[CountShown]
    recorded: float | None
    upper: float | None
    low: float | None
    high: float | None
    completeness: str
    rule: str
    caveat: str
    comparison: str


class WeekShown(TypedDict):
    """A week of a version: sessions, which may be fractions. `begins` says that the plan changed with it."""

    title: str
    label: str
    version: int
    begins: bool
    expected: float
    done: float
    not_done: float
    missing: float
    over: str
    share: str
    percent: float | None
    short: bool
    figure: str


class ChangeShown(TypedDict):
    """Before and after a version began."""

    title: str
    before: str
    after: str
    said: str
    statistics: list[str]
    before_figure: str
    after_figure: str


class WeeksShown(TypedDict):
    lines: list[WeekShown]
    trend: str
    about: str
    changes: list[ChangeShown]
    code: str


class CalendarDay(TypedDict):
    """A day: what it was, its number in the month, and the same in words. `begins` is the version that does.

    `extra`: something was done though nothing was due.
    """

    day: str
    number: str
    day_is: DayIs
    extra: bool
    spoken: str
    begins: int | None
    figure: str


class CalendarWeek(TypedDict):
    """Monday to Sunday; None for days outside the plan and the period."""

    title: str
    days: list[CalendarDay | None]


class CalendarShown(TypedDict):
    weeks: list[CalendarWeek]
    code: str


class ExerciseShown(TypedDict):
    """A line of the table: each number in words, beside it the number to sort by (None where nobody told it).

    `figure` are its own rows, `sessions_figure` all rows of its sessions, which tell the pain.
    """

    item_id: str
    exercise_id: str
    name: str
    place: int
    share: str
    sort_share: float | None
    interval: str
    sides: list[CountShown]
    is_gap: bool
    dose: str
    sort_dose: float | None
    volume: str
    is_over: bool
    sort_volume: float | None
    reasons: str
    sort_reasons: int
    pain: str
    sort_pain: float | None
    figure: str
    sessions_figure: str


class ExercisesShown(TypedDict):
    lines: list[ExerciseShown]
    code: str


class PainPointShown(TypedDict):
    """Scores of one session, 0 to 10. `at` are days from the first of the chart, None without a day."""

    at: float | None
    said: str
    before: int | None
    worst: int | None
    after: int | None
    morning: int | None
    effort: int | None
    advice: str
    figure: str


class MarkShown(TypedDict):
    """A day on which a version began."""

    at: float
    label: str


class PainShown(TypedDict):
    """`days` is the length of the chart; `ticks` name days of it."""

    points: list[PainPointShown]
    days: int
    ticks: list[tuple[float, str]]
    marks: list[MarkShown]
    guides: list[int]
    facts: list[CountShown]
    code: str


class BarShown(TypedDict):
    """Sessions in a part of the day."""

    name: str
    sessions: int
    said: str
    figure: str


class HabitsShown(TypedDict):
    facts: list[CountShown]
    clock: list[BarShown]
    code: str


class WordsShown(TypedDict):
    """A sentence, and the rows that it is about."""

    when: str
    text: str
    figure: str


class ReasonShown(TypedDict):
    """A reason, in how many sessions it was given, and of which exercises how often."""

    name: str
    said: str
    exercises: str
    figure: str


class VoiceShown(TypedDict):
    """The patient's own words, the reasons given, and what can be said to her."""

    own: list[WordsShown]
    reasons: list[ReasonShown]
    talking: list[WordsShown]


class ProposalShown(TypedDict):
    """What is proposed for one item. `state` says whether it is in the draft of the next version already."""

    item_id: str
    exercise_id: str
    name: str
    kind: str
    words: str
    why: str
    source: str
    state: Taken
    figure: str


class NextShown(TypedDict):
    """The proposals, and in words the draft that they go to."""

    proposals: list[ProposalShown]
    draft: str
    note: str


class PeriodShown(TypedDict):
    """What is looked at: days as ISO text, `since` empty for all; `version` empty for all."""

    since: str
    as_of: str
    version: str
    first: str
    today: str
    weeks_ago: str
    versions: list[Pair]
    said: str


class Screen(TypedDict):
    """The whole follow-up of one plan."""

    aside: AsideShown
    headline: HeadlineShown
    weeks: WeeksShown
    calendar: CalendarShown
    exercises: ExercisesShown
    pain: PainShown
    habits: HabitsShown
    voice: VoiceShown
    next: NextShown
    late: str


class Measures(TypedDict):
    """`stale` counts the rows that came since: the page asks for the screen anew after a pause. `faults` say why
    there is no screen."""

    code: str
    period: PeriodShown
    screen: Screen | None
    faults: list[Told]
    stale: int


class RowShown(TypedDict):
    """A diary row as it stands: each cell in words."""

    when: str
    exercise: str
    side: str
    status: str
    amounts: str
    pain: str
    note: str
    source: str


class RowsMessage(TypedDict):
    """The rows behind a number; `more` are left out. `blank` are sessions that were due and are in no row."""

    figure: str
    rows: list[RowShown]
    more: int
    blank: list[str]


class RowsSent(TypedDict):
    """The answer to a number that was opened."""

    rows: RowsMessage


class SmallPicture(TypedDict):
    """SVG text of an exercise; empty where none is drawn."""

    id: str
    svg: str


class PictureSent(TypedDict):
    picture: SmallPicture
