"""The calendar: what a version plans is what the patient's calendar shows, however often it is imported."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.clinic import Clinic
from kit.errors import ContentError, PlanError
from kit.handouts.calendar import calendar_ics
from kit.handouts.clock import Times
from kit.handouts.sent import read_sent
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import WEEKDAYS, Schedule
from kit.timing.allow import to_allow_s
from kit.timing.session import session
from kit.words.catalogue import Catalogue
from kit.words.text import clean
from tests.timing.naive_days import naive_days

CLINIC = Clinic(name="Sunny Clinic", contact="01234 567")
WORDS = Catalogue()
LIBRARY = Library.load()
DAY = dt.timedelta(days=1)
START = dt.date(2026, 6, 1)  # a Monday


def events(*plans: Plan, **settings: Any) -> list[Any]:
    """The events as another parser reads them."""
    made = calendar_ics([resolve(p, LIBRARY) for p in plans], CLINIC, WORDS, **settings)
    return list(vobject.readOne(made.decode()).contents.get("vevent", []))


WARM_UP_S = 300  # five minutes of walking before stretches


def day_of(event: Any) -> dt.date:
    day: dt.date = event.dtstart.value.date()
    return day


def status_of(event: Any) -> str:
    status: str = event.status.value
    return status


def imported(*exports: list[Any]) -> list[Any]:
    """What a calendar holds after the imports: by UID the highest SEQUENCE, the cancelled ones gone."""
    held: dict[str, Any] = {}
    for event in itertools.chain(*exports):
        old = held.get(event.uid.value)
        if old is None or int(event.sequence.value) >= int(old.sequence.value):
            held[event.uid.value] = event
    return [event for event in held.values() if status_of(event) != "CANCELLED"]


def plan_of(schedule: Schedule, days: int = 28, start: dt.date = START) -> Plan:
    """One exercise on `schedule` for `days` days, a draft."""
    plan = Plan.begin("P-001", start=start, review_on=start + days * DAY)
    return plan.add(LIBRARY["seated_rotator_stretch"], schedule=schedule)


def made_final(plan: Plan) -> Plan:
    return finalised(resolve(plan, LIBRARY), "A. Physio", plan.start)


def test_a_day_an_event(issued: Plan) -> None:
    """Four weeks of every day are 28 events at 9 on the patient's own clock, as long as the time to allow, with an alarm."""
    found = events(issued)
    assert [day_of(e) for e in found] == [START + n * DAY for n in range(28)]
    minutes = -(-to_allow_s(resolve(issued, LIBRARY), warm_up_s=WARM_UP_S) // 60)
    for event in found:
        assert event.dtstart.value == dt.datetime.combine(day_of(event), dt.time(9))
        assert event.dtend.value - event.dtstart.value == dt.timedelta(minutes=minutes) == dt.timedelta(minutes=18)
        assert event.valarm.trigger.value == dt.timedelta()
        assert event.status.value == "CONFIRMED"
    assert len({e.uid.value for e in found}) == 28


def test_what_an_event_says(issued: Plan) -> None:
    """The doses as on the handout; neither title, nor goal, nor label, nor plan id stands anywhere in the file."""
    plan = issued.model_copy(update={"patient": "Label-77", "plan_id": "Plan-88"})
    (first, *_) = events(plan)
    assert first.summary.value == "Exercises"
    assert first.description.value.split("\n") == [
        "Allow about 18 minutes.",
        "1. Seated hip stretch: Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times.",
        "2. Lying pretzel stretch: Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times.",
        "3. Standing side hip stretch: Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times.",
        "4. Lying leg crossover: Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times.",
        "Pain when you stretch: You should feel a light pull. It should not hurt. Pain of 0 to 2 is fine. "
        "At 3 or more, ease off until you feel just a light pull. "
        "Still 3 or more? Leave this one out and call your physio. It should be settled by the next morning. If not, call your physio.",
        "Contact: Sunny Clinic, 01234 567",
        "Call: tel:01234567",
        "Pictures and timer: open session.html, the page that came with this calendar.",
    ]
    assert (first.contact.value, first.contact.params) == ("Sunny Clinic, 01234 567", {"ALTREP": ["tel:01234567"]})
    assert "url" not in first.contents
    unfolded = calendar_ics([resolve(plan, LIBRARY)], CLINIC, WORDS).decode().replace("\r\n ", "")
    for private in ("Label-77", "Plan-88", plan.title, plan.context.goal):
        assert private
        assert private not in unfolded
    assert events(plan, show_title=True)[0].summary.value == plan.title


def test_what_can_be_tapped(issued: Plan) -> None:
    """Each number of the clinic on a line that a telephone dials, and its own page; what it has not said is not there."""
    clinic = Clinic(contact="+44 (0)1234 567890 or 01234 567891, Mon 9-17", link="https://clinic.example/exercises")
    (event, *_) = vobject.readOne(calendar_ics([resolve(issued, LIBRARY)], clinic, WORDS).decode()).vevent_list
    lines = event.description.value.split("\n")
    assert [line for line in lines if line.startswith("Call: ")] == ["Call: tel:+441234567890", "Call: tel:01234567891"]
    assert lines[-1] == "More online: https://clinic.example/exercises"
    assert (event.url.value, event.contact.params["ALTREP"]) == (clinic.link, ["tel:+441234567890"])
    (event, *_) = vobject.readOne(calendar_ics([resolve(issued, LIBRARY)], Clinic(), WORDS).decode()).vevent_list
    assert not {"contact", "url"} & event.contents.keys()
    assert "Call: " not in event.description.value


def test_a_draft_says_so(four: Plan) -> None:
    """A plan that nobody issued is tentative, and says DRAFT first."""
    for event in events(four):
        assert event.status.value == "TENTATIVE"
        assert event.description.value.startswith("DRAFT: not checked yet. Do not use.\n")


def test_a_translation_that_nobody_has_checked_says_so(issued: Plan) -> None:
    """As on the sheet, before anything else is said; its numbers and lines are those of the language."""
    words = Catalogue("es-ES")
    made = calendar_ics([resolve(issued, LIBRARY).told_in(words)], CLINIC, words)
    lines = vobject.readOne(made.decode()).vevent_list[0].description.value.split("\n")
    assert lines[: len(words.caution)] == words.caution != []
    assert lines[len(words.caution)].startswith("Reserve alrededor de")
    assert "Llamar: tel:01234567" in lines


def test_same_plans_same_bytes(issued: Plan) -> None:
    """The same versions give the same bytes, in whatever order they are given; the stamp is the day of issue."""
    two = issued.new_version(START + 9 * DAY)
    made = calendar_ics([resolve(issued, LIBRARY), resolve(two, LIBRARY)], CLINIC, WORDS)
    assert made == calendar_ics([resolve(two, LIBRARY), resolve(issued, LIBRARY)], CLINIC, WORDS)
    assert b"DTSTAMP:20260601T000000Z" in made
    assert b"DTSTAMP:20260610T000000Z" in made


@pytest.mark.parametrize(
    ("schedule", "offsets"),
    [
        (Schedule(days_a_week=1), [0]),
        (Schedule(days_a_week=2), [0, 3]),
        (Schedule(days_a_week=3), [0, 2, 4]),
        (Schedule(days_a_week=5), [0, 1, 2, 4, 5]),
        (Schedule(days_a_week=4), [0, 1, 3, 5]),
        (Schedule(days_a_week=3, times_a_day=2), [0, 0, 2, 2, 4, 4]),
    ],
)
def test_free_days_are_spread(schedule: Schedule, offsets: list[int]) -> None:
    """ "n a week" stands on its n days of each week, and is called a suggestion; several a day stay on a day."""
    found = events(plan_of(schedule))
    assert [(day_of(e) - START).days for e in found] == [7 * week + n for week in range(4) for n in offsets]
    assert all("This day is a suggestion. You can pick another day." in e.description.value for e in found)


def test_strength_and_walking_have_days_of_their_own() -> None:
    """A bridge on three days a week and a walk on five: the bridge has a day between, the walk its own five days."""
    plan = Plan.begin("P-001", start=START, review_on=START + 7 * DAY)
    plan = plan.add(LIBRARY["bridge"], schedule=Schedule(days_a_week=3))
    plan = plan.add(LIBRARY["walking"], schedule=Schedule(days_a_week=5))
    days: dict[str, list[int]] = {"1.": [], "2.": []}
    found = events(plan)
    for event in found:
        for line in event.description.value.splitlines():
            days.get(line[:2], []).append((day_of(event) - START).days)
    assert {number: len(its) for number, its in days.items()} == {"1.": 3, "2.": 5}
    assert min(b - a for a, b in itertools.pairwise(days["1."])) == 2
    assert len({day_of(event) for event in found}) == len(found)


def test_a_week_with_few_open_days() -> None:
    """Of three a week, two open days keep one, not next to that of the week after; six keep three, as far apart."""
    plan = plan_of(Schedule(days_a_week=3), 14).pause(START, START + 5 * DAY).pause(START + 7 * DAY, START + 8 * DAY)
    days = [(day_of(e) - START).days for e in events(plan) if status_of(e) != "CANCELLED"]
    assert days == [5, 9, 11, 13]


def test_several_times_a_day() -> None:
    """Several a day are spread evenly from morning to evening; both are parameters, in whole five minutes."""
    plan = plan_of(Schedule(weekdays=("mon",), times_a_day=4), 7)
    assert [f"{e.dtstart.value:%H:%M}" for e in events(plan)] == ["09:00", "12:20", "15:40", "19:00"]
    own = Times(dt.time(7, 30), dt.time(20))
    assert [f"{e.dtstart.value:%H:%M}" for e in events(plan, times=own)] == ["07:30", "11:40", "15:50", "20:00"]


def test_a_day_has_one_session() -> None:
    """What is due daily and what is due on three days a week meet in it, at 9, with the numbers of the sheet.

    What is due twice a day has the evening for itself. What is of free choice beside what is due says so.
    """
    plan = plan_of(Schedule(days_a_week=3)).add(LIBRARY["supine_figure4_stretch"], schedule=Schedule(weekdays=WEEKDAYS))
    plan = plan.add(LIBRARY["standing_itb_stretch"], schedule=Schedule(weekdays=("tue",), times_a_day=2))
    found = events(plan)[:5]
    days = [(day_of(e) - START).days for e in found]
    assert days == [0, 1, 1, 2, 3]
    assert [f"{e.dtstart.value:%H:%M}" for e in found] == ["09:00", "09:00", "19:00", "09:00", "09:00"]
    numbered = [[line[:2] for line in e.description.value.splitlines() if line[:2].strip("123") == "."] for e in found]
    assert numbered == [["1.", "2."], ["2.", "3."], ["3."], ["1.", "2."], ["2."]]
    first = found[0].description.value.splitlines()
    often = first.index("Once a day, on 3 days a week. You pick the days.")
    assert first[often - 1].startswith("1. ")
    assert "This day is a suggestion" not in found[0].description.value
    assert "You pick" not in found[4].description.value


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/London", dt.date(2026, 3, 23)),
        ("Europe/London", dt.date(2026, 10, 19)),
        ("America/New_York", dt.date(2026, 3, 2)),
        ("America/New_York", dt.date(2026, 10, 26)),
        ("Australia/Sydney", dt.date(2026, 3, 30)),
        ("Asia/Kolkata", dt.date(2026, 3, 30)),
    ],
)
@pytest.mark.parametrize("morning", [dt.time(9), dt.time(0, 30), dt.time(3)])
def test_the_zone_is_right_over_a_clock_change(zone: str, start: dt.date, morning: dt.time) -> None:
    """Read with the file's own VTIMEZONE alone, each session is at its time on the clock, before and after the change.

    The zone that the reader made of the component is put on the times as they stand in the file.
    """
    plan = plan_of(Schedule(weekdays=WEEKDAYS, times_a_day=3), 14, start)
    times = Times(morning, dt.time(morning.hour + 2, 30), zone)
    calendar = vobject.readOne(calendar_ics([resolve(plan, LIBRARY)], CLINIC, WORDS, times=times).decode())
    assert calendar.vtimezone.tzid.value == zone
    assert {e.dtstart.params["X-VOBJ-ORIGINAL-TZID"][0] for e in calendar.vevent_list} == {zone}
    component = calendar.vtimezone.tzinfo
    found = [e.dtstart.value.replace(tzinfo=component) for e in calendar.vevent_list]
    assert len(found) == 3 * 14
    wanted = [
        times.at(start + n * DAY, k, 3).replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)
        for n in range(14)
        for k in range(3)
    ]
    assert [at.replace(tzinfo=None) - at.utcoffset() for at in found] == [at.replace(tzinfo=None) for at in wanted]
    offsets = {at.utcoffset() for at in found}
    assert len(offsets) == (1 if zone == "Asia/Kolkata" else 2)


def test_the_component_tells_the_change_on_the_old_clock() -> None:
    """New York's clock changes at 02:00 of the old time, in spring and in autumn."""
    plan = plan_of(Schedule(days_a_week=1), 300, dt.date(2026, 2, 2))
    made = calendar_ics([resolve(plan, LIBRARY)], CLINIC, WORDS, times=Times(zone="America/New_York")).decode()
    assert "DTSTART:20260308T020000\r\nTZNAME:EDT\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400" in made
    assert "DTSTART:20261101T020000\r\nTZNAME:EST\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500" in made


def test_a_session_is_as_long_on_the_night_of_a_change() -> None:
    """A session over the missing hour ends when its minutes are over."""
    plan = plan_of(Schedule(weekdays=("sun",)), 14, dt.date(2026, 3, 23))
    plan = plan.adjust("i1", hold_s=300, reps=4, sets=2)
    times = Times(dt.time(0, 50), dt.time(1), "Europe/London")
    made = calendar_ics([resolve(plan, LIBRARY)], CLINIC, WORDS, times=times).decode()
    minutes = -(-(WARM_UP_S + session(plan, LIBRARY).total_s) // 60)
    starts = dt.datetime(2026, 3, 29, 0, 50, tzinfo=dt.UTC)
    ends = (starts + dt.timedelta(minutes=minutes)).astimezone(ZoneInfo("Europe/London"))
    assert f"DTEND;TZID=Europe/London:{ends:%Y%m%dT%H%M%S}" in made


@pytest.mark.parametrize("out", ["draft", "issued"])
def test_a_pause_cancels_what_was_planned(out: str, four: Plan, issued: Plan) -> None:
    """A pause of three days in a plan that is out already cancels three events, and the rest stays.

    A draft is edited; what is issued gets a next version.
    """
    versions = (four,) if out == "draft" else (issued,)
    pause = (START + 2 * DAY, START + 5 * DAY)
    again = (four.pause(*pause),) if out == "draft" else (issued, paused_later(issued, *pause))
    first, then = events(*versions), events(*again)
    gone = [day_of(e) for e in then if status_of(e) == "CANCELLED"]
    assert gone == [START + n * DAY for n in (2, 3, 4)]
    assert {e.uid.value for e in first} == {e.uid.value for e in then}
    rises = [int(b.sequence.value) > int(a.sequence.value) for a, b in zip(first, then, strict=True)]
    assert rises == [out == "draft"] * 2 + [True] * 26
    assert len(imported(first, then)) == 25
    cancelled = next(e for e in then if status_of(e) == "CANCELLED")
    assert cancelled.description.value == "You do not need to do this session any more."
    assert "valarm" not in cancelled.contents


def paused_later(issued: Plan, first: dt.date, end: dt.date) -> Plan:
    """The next version, from the pause on, as long as the version before."""
    return made_final(issued.new_version(first).describe(review_on=issued.until).pause(first, end))


def test_a_later_version_keeps_the_events_it_keeps(issued: Plan) -> None:
    """A session that the new version plans as well keeps its UID and has the higher SEQUENCE."""
    two = issued.new_version(START + 14 * DAY).describe(review_on=START + 28 * DAY)
    first, again = events(issued), events(issued, two)
    assert [e.uid.value for e in first] == [e.uid.value for e in again]
    rises = [int(b.sequence.value) > int(a.sequence.value) for a, b in zip(first, again, strict=True)]
    assert rises == [False] * 14 + [True] * 14
    alone = {e.uid.value for e in events(two)}
    assert alone == {e.uid.value for e in first[14:]}


def schedules() -> st.SearchStrategy[Schedule]:
    often = st.integers(1, 3)
    days = st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True).map(tuple)
    fixed = st.builds(Schedule, weekdays=days, times_a_day=often)
    return st.one_of(fixed, st.builds(Schedule, days_a_week=st.integers(1, 7), times_a_day=often))


@st.composite
def histories(draw: st.DrawFn) -> list[Plan]:
    """Two or three versions, each with its own schedule, length and perhaps a pause."""
    start, versions = START, list[Plan]()
    for _ in range(draw(st.integers(2, 3))):
        schedule, days = draw(schedules()), draw(st.integers(3, 30))
        if not versions:
            plan = plan_of(schedule, days, start)
        else:
            plan = versions[-1].new_version(start).describe(review_on=start + days * DAY)
            plan = plan.adjust("i1", schedule=schedule)
        if draw(st.booleans()) and not plan.pauses:
            first = start + draw(st.integers(0, 20)) * DAY
            plan = plan.pause(first, first + draw(st.integers(1, 9)) * DAY)
        versions.append(made_final(plan))
        start += draw(st.integers(1, 25)) * DAY
    return versions


def due(versions: list[Plan]) -> list[tuple[dt.date, int]]:
    """What is due, counted day by day: (day, sessions), from the versions alone."""
    found: dict[dt.date, int] = {}
    for number, plan in enumerate(versions):
        closed = min([plan.until, *(later.start for later in versions[number + 1 :])])
        (item,) = plan.items
        found |= {day: item.schedule.times_a_day for day in naive_days(plan)[item.item_id] if day < closed}
    return sorted(found.items())


def held(found: list[Any]) -> list[tuple[dt.date, int]]:
    return [(day, len(list(group))) for day, group in itertools.groupby(sorted(map(day_of, found)))]


@settings(max_examples=60)
@given(histories())
def test_import_after_import(versions: list[Plan]) -> None:
    """Whoever imports the file of each version as it comes out holds exactly the due sessions of the history.

    So does whoever imports the last file alone, or the last one twice.
    """
    exports = [events(*versions[: n + 1]) for n in range(len(versions))]
    assert held(imported(*exports)) == due(versions)
    assert held(imported(exports[-1])) == due(versions)
    assert held(imported(*exports, exports[-1])) == due(versions)
    uids = [e.uid.value for e in exports[-1]]
    assert len(uids) == len(set(uids))


# After a calendar that was handed out before


def after(before: bytes | None, *plans: Plan, **settings: Any) -> bytes:
    """The calendar of `plans`, made after the one `before`."""
    earlier = read_sent(before, plans[-1], "calendar.ics") if before else {}
    return calendar_ics([resolve(p, LIBRARY) for p in plans], CLINIC, WORDS, earlier=earlier, **settings)


def read(made: bytes) -> list[Any]:
    return list(vobject.readOne(made.decode()).contents.get("vevent", []))


def numbers(made: bytes) -> dict[str, tuple[dt.date, str, int]]:
    """By UID: day, status, SEQUENCE."""
    return {e.uid.value: (day_of(e), status_of(e), int(e.sequence.value)) for e in read(made)}


def test_a_draft_that_moves(four: Plan) -> None:
    """Moved on by a week: seven events are cancelled above what was sent, 21 keep their number, seven are new.

    Moved back: the seven return above their cancellation, and the seven new ones are cancelled in their turn.
    """
    first = after(None, four)
    moved = after(first, four.describe(start=START + 7 * DAY))
    told = sorted(numbers(moved).values())
    days = [START + n * DAY for n in range(35)]
    assert told == [
        *((day, "CANCELLED", 1001) for day in days[:7]),
        *((day, "TENTATIVE", 1000) for day in days[7:]),
    ]
    back = after(moved, four)
    assert sorted(numbers(back).values()) == [
        *((day, "TENTATIVE", 1002) for day in days[:7]),
        *((day, "TENTATIVE", 1000) for day in days[7:28]),
        *((day, "CANCELLED", 1001) for day in days[28:]),
    ]
    assert len(imported(read(first), read(moved), read(back))) == 28


def test_what_changed_is_numbered_above_what_was_sent(four: Plan) -> None:
    """Another dose of a draft: every event says it, one number higher; the same again: the same bytes."""
    first = after(None, four)
    changed = four.adjust("i1", hold_s=45)
    again = after(first, changed)
    assert {number for _, _, number in numbers(again).values()} == {1001}
    assert after(again, changed) == again
    assert after(first, four) == first


def test_a_new_version_leaves_what_was_in_force(issued: Plan) -> None:
    """Into the folder of the first version, and without it at hand: its days before the second are no business of it."""
    two = made_final(issued.new_version(START + 14 * DAY).describe(review_on=issued.until).remove("i1"))
    first = after(None, issued)
    second = after(first, two)
    assert [day for day, _, _ in numbers(second).values()] == [START + n * DAY for n in range(14, 28)]
    assert {(status, number) for _, status, number in numbers(second).values()} == {("CONFIRMED", 2000)}
    assert held(imported(read(first), read(second))) == [(START + n * DAY, 1) for n in range(28)]
    shorter = made_final(issued.new_version(START + 14 * DAY).describe(review_on=START + 21 * DAY))
    assert held(imported(read(first), read(after(first, shorter)))) == [(START + n * DAY, 1) for n in range(21)]


def test_a_version_corrected_on_the_same_day(issued: Plan) -> None:
    """The corrected version was never in force: its sessions are the correction's or cancelled, with it or without."""
    draft = issued.new_version(START, "wrong days").adjust("i1", schedule=Schedule(weekdays=("mon",)))
    for item in ("i2", "i3", "i4"):
        draft = draft.remove(item)
    right = made_final(draft.describe(review_on=START + 14 * DAY))
    first = after(None, issued)
    for made in (after(None, issued, right), after(first, right), after(first, issued, right)):
        assert held(imported(read(first), read(made))) == [(START, 1), (START + 7 * DAY, 1)]
        assert {status for _, status, _ in numbers(made).values()} == {"CONFIRMED", "CANCELLED"}
        assert len(numbers(made)) == 28


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[list[Plan], str | None]]:
    """Handouts of one plan in a row, each after the one before: its versions so far, and the clinic's time zone."""
    made, zones = [], st.sampled_from([None, "Europe/London"])
    versions = draw(histories())
    for number, version in enumerate(versions):
        if draw(st.booleans()):  # it goes out as a draft first, with other days
            draft = version.model_copy(update={"issued": None, "seal": None, "snapshot": None})
            made.append(([*versions[:number], draft.adjust("i1", schedule=draw(schedules()))], draw(zones)))
        made.append((versions[: number + 1], draw(zones)))
    return made


@settings(max_examples=25)
@given(edits())
def test_export_after_export(handouts: list[tuple[list[Plan], str | None]]) -> None:
    """However a plan is edited between handouts, whoever imports each file holds what is due, and nothing else.

    No number ever falls; what is the same keeps its number; the same handout again is the same bytes.
    """
    sent: bytes | None = None
    imports: list[list[Any]] = []
    for plans, zone in handouts:
        made = after(sent, *plans, times=Times(zone=zone))
        assert after(made, *plans, times=Times(zone=zone)) == made
        old = numbers(sent) if sent else {}
        new = numbers(made)
        assert old.keys() <= new.keys()
        for uid, (_, status, number) in old.items():
            assert new[uid][2] >= number
            if status == new[uid][1] == "CANCELLED":
                assert new[uid] == old[uid]
        imports.append(read(made))
        assert held(imported(*imports)) == due(plans)
        sent = made


def test_only_events_of_this_plan_count(four: Plan) -> None:
    """Another plan's events, and those of other programs, are neither taken back nor repeated."""
    other = plan_of(Schedule(weekdays=WEEKDAYS))
    foreign = calendar_ics([resolve(other, LIBRARY)], CLINIC, WORDS)
    assert len(read_sent(foreign, other, "calendar.ics")) == 28
    assert read_sent(foreign, four, "calendar.ics") == {}
    assert after(foreign, four) == after(None, four)


def test_of_an_event_that_stands_twice_the_last_one_counts(four: Plan) -> None:
    """As in a calendar that took both in: the one with the higher number, wherever it stands in the file."""
    high, low = (after(None, four).replace(b"SEQUENCE:1000", b"SEQUENCE:%d" % n) for n in (1005, 1003))
    both = high.replace(b"END:VCALENDAR\r\n", b"") + low.split(b"CALSCALE:GREGORIAN\r\n")[1]
    assert {sent.sequence for sent in read_sent(both, four, "calendar.ics").values()} == {1005}


UNREAD = (
    "calendar.ics: cannot be read as the calendar that was handed out before, so what it holds is not taken back. "
    "Ask the patient to delete its events before the new calendar is opened."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("BEGIN:VCALENDAR", "x"),
        ("SEQUENCE:1000", "SEQUENCE:2147483647"),
        ("SEQUENCE:1000", "SEQUENCE:-1"),
        ("SEQUENCE:1000", "SEQUENCE:many"),
        ("SEQUENCE:1000\r\n", ""),
        ("DTSTART:20260601T090000", "DTSTART;VALUE=DATE:20260601"),
        ("DTSTART:20260601T090000", "DTSTART:00010101T000000"),
        ("DTSTART:20260601T090000", "DTSTART:99991231T230000"),
        ("DTEND:20260601T091800", "DTEND:soon"),
        ("DTSTAMP:20260601T000000Z", "DTSTAMP:20260601T000000"),
        ("END:VCALENDAR", ""),
    ],
)
def test_a_broken_calendar_is_told(old: str, new: str, four: Plan) -> None:
    """What could not be numbered above, or is no moment of a plan, is a fault of the whole file."""
    made = after(None, four).decode()
    assert old in made
    with pytest.raises(ContentError) as caught:
        read_sent(made.replace(old, new, 1).encode(), four, "calendar.ics")
    assert str(caught.value) == UNREAD


@settings(max_examples=200)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=4), st.binary(max_size=40))
def test_any_bytes_are_read_or_told(changes: list[tuple[float, bytes]], alone: bytes) -> None:
    """A calendar with any bytes put over it is read, or told; what is read can be built upon."""
    plan = plan_of(Schedule(weekdays=("mon",)), 14).model_copy(update={"code": "DWTGMKRJ"})
    broken = bytearray(after(None, plan))
    for at, change in changes:
        place = int(at * len(broken))
        broken[place : place + len(change)] = change
    for content in (bytes(broken), alone):
        try:
            sent = read_sent(content, plan, "calendar.ics")
        except ContentError as error:
            told = str(error)
        else:
            told = ""
            calendar_ics([resolve(plan, LIBRARY)], CLINIC, WORDS, earlier=sent, times=Times(zone="Europe/London"))
        assert told in ("", UNREAD)


def test_the_highest_version_has_a_calendar() -> None:
    """Version 999 with more pauses than are counted keeps within the standard's numbers, below what would follow."""
    plan = plan_of(Schedule(days_a_week=7)).model_copy(update={"version": 999})
    pauses = plan.pause(START, START + DAY).pauses * 1200
    (number,) = {int(e.sequence.value) for e in events(plan.model_copy(update={"pauses": pauses}))}
    assert number == 999_999 < 2**31


HOSTILE = st.one_of(
    st.sampled_from(
        [
            "a\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",
            "a\u2028b\u2029c\x85d",
            "=HYPERLINK(1)",
            "<script>x</script>",
            "]]>",
            'a,b;c\\n:d"e',
            "\u202egnp.exe\u202c",
            "\x00\x07\x1b",
            "A" * 10_000,
            "膝😀" * 40,
            "TZID=Europe/London:X",
            "END:VCALENDAR",
        ]
    ),
    st.text(max_size=60),
)


@settings(max_examples=60)
@given(title=HOSTILE, note=HOSTILE, goal=HOSTILE, clinic=HOSTILE)
def test_hostile_text_is_text(title: str, note: str, goal: str, clinic: str) -> None:
    """Whatever a person typed adds no event and no property; it is read back as the kit's cleaned text."""
    plan = plan_of(Schedule(weekdays=("mon",)), 7)
    item = plan.items[0].model_copy(update={"note": note})  # past the door, which would clean it
    context = plan.context.model_copy(update={"goal": goal})
    plan = plan.model_copy(update={"title": title, "items": (item,), "context": context})
    made = calendar_ics([resolve(plan, LIBRARY)], CLINIC.model_copy(update={"name": clinic}), WORDS, show_title=True)
    for line in made.split(b"\r\n"):
        assert len(line) <= 75
        assert not {b"\n", b"\r", b"\x00", b"\x1b"} & {line[n : n + 1] for n in range(len(line))}
    (event,) = vobject.readOne(made.decode()).vevent_list
    assert sorted(event.contents) == sorted(
        [
            "class",
            "contact",
            "description",
            "dtend",
            "dtstamp",
            "dtstart",
            "sequence",
            "status",
            "summary",
            "uid",
            "valarm",
        ]
    )
    assert event.summary.value == clean(title)
    lines = event.description.value.split("\n")
    if clean(note):
        assert f"For you: {clean(note)}" in lines
    assert lines[-3] == "Contact: " + ", ".join(filter(None, (clean(clinic), CLINIC.contact)))


def test_refusals(four: Plan) -> None:
    """No plan, an empty plan, versions of two plans, a zone or times that are none: each with its mend."""
    cases: list[tuple[list[Plan], dict[str, Any], str]] = [
        ([], {}, "calendar: no plan is given. Give at least one version of a plan."),
        (
            [four],
            {"times": Times(zone="../etc/Mars")},
            "calendar time zone: “../etc/Mars” is not a known time zone. Use a name such as Europe/London.",
        ),
        (
            [four],
            {"times": Times(dt.time(9), dt.time(8))},
            "calendar times: the evening, 08:00, is before the morning, 09:00. Give a later evening.",
        ),
    ]
    for plans, options, message in cases:
        with pytest.raises(ContentError) as caught:
            calendar_ics([resolve(p, LIBRARY) for p in plans], CLINIC, WORDS, **options)
        assert str(caught.value) == message
    with pytest.raises(PlanError):
        calendar_ics([resolve(Plan.begin("P-001", start=START), LIBRARY)], CLINIC, WORDS)


def test_each_version_says_its_own_dose(four: Plan) -> None:
    """Two versions of the same items with other doses: each event says and lasts what its own version says.

    An exercise that the later version has dropped is cancelled, though that version does not know it.
    """
    one = made_final(four)
    two = one.new_version(START + 14 * DAY).adjust("i1", reps=9, hold_s=60)
    found = events(one, made_final(two))
    for event in found:
        own = one if day_of(event) < two.start else two
        assert event.dtend.value - event.dtstart.value == dt.timedelta(
            minutes=-(-to_allow_s(resolve(own, LIBRARY), warm_up_s=WARM_UP_S) // 60)
        )
        assert ("Do it 9 times" in event.description.value) == (own is two)
    gone = events(
        one,
        made_final(
            two.remove("i4")
            .adjust("i2", schedule=Schedule(weekdays=("mon",)))
            .remove("i3")
            .adjust("i1", schedule=Schedule(weekdays=("mon",)))
        ),
    )
    assert [status_of(e) for e in gone].count("CANCELLED") == 12
