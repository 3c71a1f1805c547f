"""What the one screen of the follow-up shows, as plain data. A `figure` is the key of the rows behind a number."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.ui.followup.aside_shown import AsideShown
from kit.ui.followup.calendar_shown import CalendarShown
from kit.ui.followup.exercises_shown import ExercisesShown
from kit.ui.followup.habits_shown import HabitsShown
from kit.ui.followup.headline_shown import HeadlineShown
from kit.ui.followup.next_shown import NextShown
from kit.ui.followup.pain_shown import PainShown
from kit.ui.followup.voice_shown import VoiceShown
from kit.ui.followup.weeks_shown import WeeksShown
from kit.ui.messages import Pair, Told


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


class SmallPicture(TypedDict):
    """SVG text of an exercise; empty where none is drawn."""

    id: str
    svg: str


class PictureSent(TypedDict):
    picture: SmallPicture


class ReportMade(TypedDict):
    """The names of the report's files of the plan `code`, whose bytes come beside; where there are none, `faults` say
    why."""

    code: str
    said: str
    files: list[str]
    faults: list[Told]


class ReportSent(TypedDict):
    report: ReportMade
