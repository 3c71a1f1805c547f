"""The diary for a pen: which boxes there are, which cells of `diary.csv` each stands for, and what is said of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import re

import pytest

from kit.clinic import PENS, Clinic, Pen
from kit.diary.columns import ACTIVITIES, COLUMNS, OF_SESSION
from kit.diary.status import status
from kit.diary.template import diary_csv
from kit.handouts.export import files
from kit.handouts.parts import PAGE, PDF
from kit.handouts.pen import PenDiary
from kit.handouts.pen_sheet import burden, pen_sheet
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import WEEKDAYS, Schedule, Weekday
from kit.timing.asking import asking_weeks
from kit.words.catalogue import Catalogue
from tests.handouts.sheets import LIBRARY, START, WORDS, plan_of

SIX = ("prone_press_up", "knee_rolls", "cat_cow", "bridge", "bird_dog", "walking")


def sheet_of(plan: Plan, form: Pen, words: Catalogue = WORDS) -> PenDiary:
    made = pen_sheet(resolve(plan, LIBRARY).told_in(words), words, form, plan.patient, "")
    assert made is not None
    return made


def some_plan(seed: int) -> Plan:
    """A plan of some exercises with schedules, an end and a pause by chance."""
    chance = random.Random(seed)
    plan = plan_of(chance.sample(SIX, chance.randint(1, 6)), days=chance.randint(1, 40))
    for item in plan.items:
        times = chance.choice((1, 1, 2, 3))
        days = chance.randint(1, 7)
        fixed: tuple[Weekday, ...] = tuple(sorted(chance.sample(WEEKDAYS, days), key=WEEKDAYS.index))
        free = Schedule(days_a_week=min(days, 6), times_a_day=times)
        schedule = chance.choice((Schedule(weekdays=fixed, times_a_day=times), free))
        plan = plan.adjust(item.item_id, schedule=schedule)
    length = (plan.until - plan.start).days
    if length > 3:
        first = chance.randrange(length - 2)
        plan = plan.pause(START + dt.timedelta(days=first), START + dt.timedelta(days=first + 1))
    return plan


def rows_of(plan: Plan) -> list[dict[str, str]]:
    text = diary_csv(resolve(plan, LIBRARY), WORDS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("seed", range(40))
def test_each_box_of_the_full_form_is_one_row_of_the_table(seed: int) -> None:
    """The item and time of its row, the date of its column, the side of its half: `item_id`, `slot`, `date`, `side`.

    What is marked there is the `status` of that row, and no row of the table is without its box.
    """
    plan = some_plan(seed)
    boxes = []
    for week, table in enumerate(sheet_of(plan, "full").weeks):
        for row in table.rows:
            item = next(item for item in plan.items if item.item_id == row.item_id)
            sides = sorted(side or "both" for side in item.sides_in_order)
            assert len(sides) == max(1, len(row.parts))
            for n, day in enumerate(row.days):
                date = START + dt.timedelta(days=7 * week + n)
                boxes += [(row.item_id, str(row.time), str(date), side) for side in sides if day == "due"]
    cells = [(row["item_id"], row["slot"], row["date"], row["side"]) for row in rows_of(plan)]
    assert sorted(boxes) == sorted(cells)


@pytest.mark.parametrize("seed", range(40))
def test_each_box_of_the_brief_form_is_all_rows_of_an_exercise_and_day(seed: int) -> None:
    """One mark is the `status` of each of its sides and times: all, a part, or nothing of what was due that day."""
    plan = some_plan(seed)
    boxes = [
        (row.item_id, str(START + dt.timedelta(days=7 * week + n)))
        for week, table in enumerate(sheet_of(plan, "brief").weeks)
        for row in table.rows
        for n, day in enumerate(row.days)
        if day == "due"
    ]
    assert len(boxes) == len(set(boxes))
    assert set(boxes) == {(row["item_id"], row["date"]) for row in rows_of(plan)}


@pytest.mark.parametrize("seed", range(40))
def test_a_number_is_asked_for_where_an_exercise_is(seed: int) -> None:
    """A pause and a day without any exercise ask for nothing; a day that may be chosen may be written on."""
    plan = some_plan(seed)
    for week, table in enumerate(sheet_of(plan, "full").weeks):
        for n, numbered in enumerate(table.numbered):
            date = START + dt.timedelta(days=7 * week + n)
            kinds = {row.days[n] for row in table.rows}
            assert numbered in kinds
            assert (numbered == "due") == ("due" in kinds)
            assert (numbered in ("due", "open")) == bool(kinds & {"due", "open"})
            assert (kinds == {"break"}) == plan.is_paused(date)
            if date >= plan.until and not plan.is_paused(date):
                assert kinds == {"rest"}


def test_each_number_has_its_column() -> None:
    """Those of the session, in the order in which they are felt; the note and the activities have theirs too."""
    plan = plan_of(SIX, activities=("Walking to the shop", "Climbing stairs"))
    full, brief = sheet_of(plan, "full"), sheet_of(plan, "brief")
    columns = [column for row in full.numbers for column in row.columns]
    assert columns == ["pain_before", "pain_worst", "pain_next_morning", "effort"]
    assert set(columns) <= set(OF_SESSION)
    assert all(len(row.columns) == len(row.said) for row in full.numbers)
    assert [row.columns for row in brief.numbers] == [("pain_worst",)]
    for told in (full, brief):
        assert told.note == "Note"
        assert "note" in COLUMNS
        assert told.asked is not None
        assert told.asked.lines == plan.activities
        assert len(told.asked.lines) <= len(ACTIVITIES)
        assert told.asked.weeks == tuple(f"Week {n}" for n in asking_weeks(plan)) == ("Week 1", "Week 3")


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG"])
def test_the_signs_are_read_with_the_meaning_that_the_sheet_gives_them(locale: str) -> None:
    """All, a part, nothing, not known; none of them is another one, and the sign of "not done" is no line of rest."""
    signs = [mark.sign for mark in sheet_of(plan_of(SIX), "brief", Catalogue(locale)).marks]
    assert signs[0] == "tick"
    assert [status(sign) for sign in ("✓", *signs[1:])] == ["done", "partial", "not_done", None]
    assert signs[2] == "0"


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG"])
def test_nothing_printed_in_a_box_looks_like_a_mark(locale: str) -> None:
    """A word of one letter could be read as a P or a 0; a side is no sign, and neither is the word of a choice."""
    told = sheet_of(plan_of(["bird_dog"]), "full", Catalogue(locale))
    printed = {told.choice, told.pause, *(part for week in told.weeks for row in week.rows for part in row.parts)}
    assert len(told.choice) > 1
    assert not {text.casefold() for text in printed} & {"o", *(mark.sign.casefold() for mark in told.marks)}


def test_the_next_morning_is_written_under_the_day_before() -> None:
    """It is said with the days on which the plan starts."""
    plan = plan_of(SIX)
    later = plan.model_copy(update={"start": START + dt.timedelta(days=6)})
    told = [" ".join(sheet_of(each, "full").how) for each in (plan, later)]
    assert "Tuesday morning goes under Monday." in told[0]
    assert "Monday morning goes under Sunday." in told[1]
    assert "0 is no pain. 10 is the worst pain." in told[0]
    assert "0 is no work. 5 is hard. 10 is as hard as you can." in told[0]


def test_only_what_the_sheet_has_is_explained() -> None:
    """A grey box, and a box that says “or”."""
    daily, fixed = plan_of(SIX[:1]), plan_of(SIX[:1], changes={"schedule": Schedule(weekdays=("mon",))})
    free = plan_of(SIX[:1], changes={"schedule": Schedule(days_a_week=3)})
    told = [sheet_of(plan, "brief") for plan in (daily, fixed, free)]
    choice = "“Or”: this day instead."
    assert [sheet.how[2:] for sheet in told] == [(), (), (choice,)]
    assert [mark.meaning for sheet in told for mark in sheet.marks[4:]] == ["Grey: nothing planned"]
    days = "Empty: you do not know, or it is not one of your days"
    assert [sheet.marks[3].meaning for sheet in told] == ["Empty: you do not know"] * 2 + [days]


def test_halves_are_explained_where_there_are_any() -> None:
    """The letters of the sides, and which pain goes where."""
    sides, pain = "L is your left side, R is your right side.", "the worst pain on the right."
    both, one = sheet_of(plan_of(["bird_dog"]), "full"), sheet_of(plan_of(["bridge"]), "full")
    assert [sides in sheet.how for sheet in (both, one)] == [True, False]
    assert all(any(line.endswith(pain) for line in sheet.how) for sheet in (both, one))
    assert not any(pain in line for line in sheet_of(plan_of(["bird_dog"]), "brief").how)


def test_left_stands_left_whichever_leads() -> None:
    plan = plan_of(["bird_dog"], changes={"lead_side": "right"})
    assert plan.items[0].sides_in_order == ("right", "left")
    assert sheet_of(plan, "full").weeks[0].rows[0].parts == ("L", "R")


def test_times_of_a_day_are_told_in_both_forms() -> None:
    """In the full form each has a row of its own, in the brief one they are counted."""
    plan = plan_of(["bird_dog"], changes={"schedule": Schedule(weekdays=WEEKDAYS, times_a_day=3)})
    assert [row.hint for row in sheet_of(plan, "full").weeks[0].rows] == ["1st", "2nd", "3rd"]
    assert [row.hint for row in sheet_of(plan, "brief").weeks[0].rows] == ["3 times a day"]


def test_the_burden_can_be_counted_by_hand() -> None:
    """Three days, two sides, twice: 3 marks and 3 numbers in brief; in full 12, and 4 numbers on each of the 3 days."""
    twice = Schedule(weekdays=("mon", "wed", "fri"), times_a_day=2)
    plan = plan_of(["bird_dog"], changes={"schedule": twice})
    assert burden(resolve(plan, LIBRARY), WORDS) == {"brief": 3 + 3, "full": 12 + 12}
    cut = plan.pause(START, START + dt.timedelta(days=6))
    assert burden(resolve(cut, LIBRARY), WORDS) == {"brief": 3 + 3, "full": 24}


def test_the_form_changes_the_pdf_alone(four: Plan, library: Library) -> None:
    """Table, calendar and record are the same whatever sheet is printed, and without one; the page of the session asks
    as much as the sheet, briefly where there is none."""
    made = [files(resolve(four, library), Clinic(), style=Style(diary=form)) for form in PENS]
    assert len({each[PDF] for each in made}) == len(PENS)
    assert (
        len({tuple(sorted((path, data) for path, data in each.items() if path not in (PDF, PAGE))) for each in made})
        == 1
    )
    brief, full, none = (each[PAGE] for each in made)
    assert brief == none != full


def test_the_sheet_speaks_arabic() -> None:
    """No word of it is English."""
    plan = some_plan(3)
    told = sheet_of(plan, "full", Catalogue("ar-EG"))
    said = [told.title, told.note, told.choice, told.pause, told.due, told.rest, *told.how]
    said += [text for row in told.numbers for text in (row.label, *row.said)]
    said += [text for week in told.weeks for row in week.rows for text in (week.title, row.hint, *row.parts)]
    assert not re.search("[A-Za-z]", " ".join(said))
