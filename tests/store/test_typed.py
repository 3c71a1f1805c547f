"""A paper diary typed in: rows as those of a file, with a source of their own; a correction keeps what it corrects."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from kit.adherence.measure import measure
from kit.diary.read import frame
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.audit import trail
from kit.store.returned import LastDiary, Span, waits
from kit.store.store import Store
from kit.store.tables import diary_rows
from kit.store.typed import Typed
from tests.store.conftest import Opener
from tests.store.diary_files import Answered, diary, fault, numbers, row, said

DAY = dt.date(2026, 6, 1)
TODAY = dt.date(2026, 6, 29)
ONE = dt.timedelta(days=1)
END = DAY + 28 * ONE


def mark(text: str, was: str = "", item: str = "i1", side: str = "left", day: dt.date = DAY) -> Typed:
    return Typed(day, "status", text, was, item, side)


def score(text: str, was: str = "", column: str = "pain_worst", day: dt.date = DAY) -> Typed:
    return Typed(day, column, text, was)


def take(store: Store, plan: Plan, *typed: Typed, by: str = "A. Physio", today: dt.date = TODAY) -> int | None:
    return store.typing.take(plan.code, plan.version, typed, by=by, today=today)


def stored(store: Store) -> list[Answered]:
    with store.database.read() as connection:
        return [dict(r._mapping) for r in connection.execute(select(diary_rows).order_by(diary_rows.c.id))]


def test_a_typed_row_is_that_of_a_file(held: Store, issued: Plan, tmp_path: Path) -> None:
    """The same answers give the same row, whichever way they came; a file that says them again brings nothing new."""
    take(held, issued, mark("done"), mark("P", side="right"), score("3"), score("a note ", column="note"))
    again = [row(issued, status="done", pain_worst=3, note="a note"), row(issued, side="right", status="partial")]
    made = held.diaries.bring_in(diary(tmp_path / "d.csv", again))
    assert numbers(made.file) == (0, 0, 2, 0, 0)


def test_it_has_a_source_of_its_own(held: Store, issued: Plan) -> None:
    """All that one person types of a plan on one day is one source, listed as a file is; it stands in the trail once."""
    first = take(held, issued, mark("done"))
    assert take(held, issued, mark("done", side="right")) == first
    assert take(held, issued, mark("done", item="i2"), by="B. Physio") != first
    assert take(held, issued, mark("done", item="i3"), today=TODAY + ONE) != first
    assert [(file.name, file.kept) for file in held.diaries.files()] == [
        ("typed by A. Physio on 30 June 2026", 1),
        ("typed by B. Physio on 29 June 2026", 1),
        ("typed by A. Physio on 29 June 2026", 2),
    ]
    assert [entry.what for entry in trail(held.database, 3, issued.code)] == [
        f"diary typed by {name} June 2026 (number {n}) of plan P-001"
        for n, name in ((3, "A. Physio on 30"), (2, "B. Physio on 29"), (1, "A. Physio on 29"))
    ]


def test_what_fills_a_blank_is_no_correction(held: Store, issued: Plan) -> None:
    """A score beside its mark completes the row; another mark is a correction, and the earlier row is kept."""
    number = take(held, issued, mark("done"), score("3"))
    take(held, issued, score("5", column="effort"))
    assert [(r["status"], r["pain_worst"], r["effort"], r["in_force"]) for r in stored(held)] == [("done", 3, 5, 1)]
    take(held, issued, mark("partial", "done"))
    assert [(r["status"], r["effort"], r["in_force"]) for r in stored(held)] == [("done", 5, None), ("partial", 5, 1)]
    assert number is not None
    assert [str(one) for one in held.diaries.corrections(number)] == [
        "row 2: corrects row 1 of typed by A. Physio on 29 June 2026, item i1 left on 2026-06-01, slot 1: "
        "status “done” is now “partial”."
    ]
    assert numbers(held.diaries.files()[0]) == (2, 0, 0, 0, 1)


def test_a_file_is_corrected_and_keeps_what_the_sheet_does_not_show(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Only what was typed is new: the sign that asks for help, the sets and the time of day stay."""
    full: Answered = {"status": "done", "sets_done": 2, "help_sign": "numb saddle", "started_at": "2026-06-01T18:30:00"}
    held.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, **full, pain_worst=3)]))
    number = take(held, issued, score("4", "3"))
    (found,) = held.diaries.rows(issued.code)
    assert {name: found.values[name] for name in full} == full
    assert found.values["pain_worst"] == 4
    assert number is not None
    undone = held.diaries.undo(number)
    assert (undone.withdrawn, undone.restored) == (1, 1)
    assert said(held, issued.code) == {("i1", "left", "2026-06-01"): ("done", 3)}


def test_what_a_file_has_said_too_is_not_completed(held: Store, issued: Plan, tmp_path: Path) -> None:
    """What she adds afterwards is a row of its own, so that taking it back leaves what the file says."""
    take(held, issued, mark("done"))
    held.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done")]))
    number = take(held, issued, score("3"))
    assert number is not None
    held.diaries.undo(number)
    assert said(held, issued.code) == {("i1", "left", "2026-06-01"): ("done", None)}


def test_what_was_undone_may_be_typed_again(held: Store, issued: Plan) -> None:
    """On the same day too: a source that was taken back takes nothing more in."""
    first = take(held, issued, mark("done"))
    assert first is not None
    held.diaries.undo(first)
    again = take(held, issued, mark("partial"))
    assert again not in (None, first)
    assert said(held, issued.code) == {("i1", "left", "2026-06-01"): ("partial", None)}


def test_how_much_was_done_goes_with_its_mark(held: Store, issued: Plan, tmp_path: Path) -> None:
    """A row that is said not to be done any more says no sets."""
    held.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done", sets_done=2, effort=4)]))
    take(held, issued, mark("x", "done"))
    (found,) = held.diaries.rows(issued.code)
    assert [found.values[name] for name in ("status", "sets_done", "effort")] == ["not_done", None, 4]


def test_blank_is_not_logged(held: Store, issued: Plan) -> None:
    """Nothing is kept of a blank; a mark that is taken back counts as if nobody had written it, and is kept beside."""
    assert take(held, issued, mark(""), score("")) is None
    assert stored(held) == []
    take(held, issued, mark("done"), mark("not_done", side="right"))
    alone = measure([issued], frame(held.diaries.rows(issued.code)), DAY)
    take(held, issued, mark("done", item="i2"))
    take(held, issued, mark("", "done", item="i2"))
    assert [r["status"] for r in stored(held)] == ["done", "not_done", "done", None]
    assert measure([issued], frame(held.diaries.rows(issued.code)), DAY) == alone
    take(held, issued, mark("partial", item="i2"))
    assert [r["replaces"] for r in stored(held)][-2:] == [3, 4]


def test_a_score_stands_where_the_day_has_it(held: Store, issued: Plan, tmp_path: Path) -> None:
    """Every row that carries it is corrected; a new one goes to a row that is there, or to the first of the sheet."""
    both = [row(issued, side=side, status="done", pain_worst=n) for side, n in (("left", 2), ("right", 6))]
    other = [row(issued, "i3", side, day="2026-06-02", status="done") for side in ("right", "left")]
    held.diaries.bring_in(diary(tmp_path / "d.csv", [*both, *other]))
    take(held, issued, score("5", "6"), score("1", day=DAY + ONE), score("0", day=DAY + 2 * ONE))
    found = said(held, issued.code)
    assert found == {
        ("i1", "left", "2026-06-01"): ("done", 5),
        ("i1", "right", "2026-06-01"): ("done", 5),
        ("i3", "left", "2026-06-02"): ("done", 1),
        ("i3", "right", "2026-06-02"): ("done", None),
        ("i1", "left", "2026-06-03"): (None, 0),
    }


def test_what_another_hand_has_changed_is_not_overwritten(opener: Opener, issued: Plan) -> None:
    """The page said what it saw; where something else stands by now, nothing of the message is taken."""
    one, two = opener("one"), opener("two")
    one.versions.take_in(issued)
    take(one, issued, mark("done"), score("3"))
    take(two, issued, score("4", "3"), by="B. Physio")
    assert fault(take, one, issued, mark("done", side="right"), score("5", "3")) == (
        "2026-06-01, pain_worst: says “4” by now, and not what the page showed. Look at it, and type it again."
    )
    assert take(one, issued, score("4", "3")) is None  # both have typed the same
    assert said(one, issued.code) == {("i1", "left", "2026-06-01"): ("done", 4)}


REFUSED = [
    (mark("perhaps"), "item i1 left, status: “perhaps” is not a status. Write done, partial or not_done, or leave it blank."),
    (score("11"), "pain_worst: “11” is not a whole number from 0 to 10. Write the number alone."),
    (mark("done", item="i9"), "item i9 left, status: item i9 is not in version 1 of plan P-001. It has i1, i2, i3, i4."),
    (mark("done", side="both"), "item i1 both, status: side both is not prescribed for item i1 in version 1 of plan P-001. "
     "Write right or left."),
    (Typed(DAY, "status", "done", "", "i1", "left", 2),
     "item i1 left, status: session 2 of a day is not in version 1 of plan P-001 for item i1."),
    (Typed(DAY, "status", "done"), "status: “status” is no answer that is typed here. Reload the page."),
    (Typed(DAY, "plan_code", "x"), "plan_code: “plan_code” is no answer that is typed here. Reload the page."),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "what"), REFUSED, ids=[what[:30] for _, what in REFUSED])
def test_it_goes_through_the_checks_of_a_file(held: Store, issued: Plan, typed: Typed, what: str) -> None:
    """What the plan does not have and what is no answer is refused in words, and nothing beside it is taken."""
    assert fault(take, held, issued, mark("done", day=DAY + ONE), typed) == f"2026-06-01{', ' + what}"
    assert stored(held) == []


def test_days_that_have_no_diary_yet(held: Store, issued: Plan, library: Library) -> None:
    """No day before the plan, after today, or of a later version; all faults are told at once."""
    take(held, issued, mark("done", day=DAY + 8 * ONE), mark("", day=DAY))  # before there is a second version
    two = issued.new_version(DAY + 7 * ONE)
    held.versions.take_in(finalised(resolve(two, library), "A. Physio", two.start))
    typed = [mark("done", day=day) for day in (DAY - ONE, DAY + 7 * ONE, DAY + 9 * ONE)]
    assert fault(take, held, issued, *typed, today=DAY + 8 * ONE).split("\n") == [
        "2026-05-31, item i1 left, status: 2026-05-31 is not in version 1 of plan P-001, "
        "which has the days 2026-06-01 to 2026-06-28.",
        "2026-06-08, item i1 left, status: date 2026-06-08 is not in version 1 of plan P-001: "
        "version 2 is in force from 2026-06-08. Use the diary of that version.",
        "2026-06-10, item i1 left, status: that day is yet to come. Type it in when it is over.",
        "2026-06-10, item i1 left, status: date 2026-06-10 is not in version 1 of plan P-001: "
        "version 2 is in force from 2026-06-08. Use the diary of that version.",
    ]


def test_who_types_is_named_and_the_plan_is_issued(store: Store, four: Plan, issued: Plan) -> None:
    held = store.drafts.begin(four)
    assert fault(take, store, held.plan, mark("done")) == (
        "diary: version 1 of plan P-001 is a draft. Issue the plan, and import the file again."
    )
    assert fault(take, store, issued, mark("done"), by=" ") == "typed in by: is empty. Write who types the diary in."


def test_how_far_the_diary_is_back(held: Store, issued: Plan, tmp_path: Path) -> None:
    """The last day with an answer in force, and the files of the plan; a blanked row tells of no day."""
    assert held.returned.last([issued.code]) == {}
    made = held.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, day="2026-06-03", status="done")])).file
    take(held, issued, mark("done", day=DAY + 4 * ONE))
    assert held.returned.last([issued.code, "nobody"])[issued.code].day == DAY + 4 * ONE
    take(held, issued, mark("", "done", day=DAY + 4 * ONE))
    assert held.returned.last([issued.code]) == {issued.code: LastDiary(DAY + 2 * ONE, made.at)}
    assert [file.name for file in held.returned.files(issued.code)] == ["typed by A. Physio on 29 June 2026", "d.csv"]
    assert held.returned.files("nobody") == []
    assert held.returned.spans(DAY) == {issued.code: Span(1, DAY, END)}
    assert held.returned.spans(DAY - ONE) == {}


@pytest.mark.parametrize(
    ("last", "today", "since"),
    [
        (None, DAY - ONE, None),  # not begun
        (None, DAY + 7 * ONE, None),  # of seven days the last one may still be on its way
        (None, DAY + 8 * ONE, DAY),
        (DAY, DAY + 9 * ONE, DAY + ONE),
        (DAY + ONE, DAY + 9 * ONE, None),
        (END - ONE, END + ONE, None),  # all of it is here
        (None, END + 28 * ONE, DAY),
        (None, END + 29 * ONE, None),  # nobody waits any more
    ],
)
def test_when_a_diary_is_waited_for(last: dt.date | None, today: dt.date, since: dt.date | None) -> None:
    assert waits(Span(1, DAY, END), last, today) == since


def test_the_activities_of_a_version_are_typed_too(store: Store, four: Plan, library: Library) -> None:
    """Each by its place; one that the version does not name is refused, and taken back it was nobody's either."""
    asked = finalised(resolve(four.describe(activities=("Stairs", "Running")), library), "A. Physio", DAY)
    store.versions.take_in(asked)
    take(store, asked, score("0", column="activity_1"), score("7", column="activity_2"))
    (found,) = store.diaries.rows(asked.code)
    assert [found.values[f"activity_{n}"] for n in (1, 2, 3)] == [0, 7, None]
    assert fault(take, store, asked, score("4", column="activity_3")) == (
        "2026-06-01, activity_3: version 1 of plan P-001 asks about no such activity."
    )
