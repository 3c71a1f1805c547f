"""What an object shows of itself: short in a line, a proper table in a notebook, a frame with units and types."""

from __future__ import annotations

import copy
import datetime as dt
import html.parser
import pickle
import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kit
from kit.adherence.measure import Adherence
from kit.library.conditions import Conditions
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.finding import BANNER, NOTHING, Finding, Findings
from kit.show import MOST, Rows, facts, table
from kit.timing.session import Session

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> & \"'"
ALLOWED = {"style", "div", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "p", "ol", "li"}


class Reader(html.parser.HTMLParser):
    """The elements with their attributes, in order, and the texts."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


@pytest.fixture(scope="module")
def adherence() -> Adherence:
    sample = kit.Workspace.sample()
    plans = [kit.read_plan(path) for path in sorted(sample.glob("plan-v*.json"))]
    rows = pd.concat([kit.read_diary(path, plans).rows for path in sorted(sample.glob("diary-v*.csv"))])
    return kit.measure(plans, rows, dt.date(2026, 6, 29))


@pytest.fixture
def shown(four: Plan, issued: Plan, library: Library, adherence: Adherence) -> dict[str, Any]:
    return {
        "Plan": four,
        "issued Plan": issued,
        "Session": kit.session(four, library),
        "Library": library,
        "Exercise": library["bridge"],
        "Conditions": kit.conditions(),
        "Findings": kit.check(four, library),
        "no Findings": Findings(),
        "Adherence": adherence,
        "empty Library": Library([]),
        "empty Session": Session(()),
    }


def test_short_names(four: Plan, issued: Plan, library: Library, adherence: Adherence, shown: dict[str, Any]) -> None:
    """A line each, with what tells one from another."""
    diary = kit.read_diary(kit.Workspace.sample() / "diary-v1.csv")
    slots = kit.slots(four)
    caution = kit.check(four, library)[0]
    others = (
        slots,
        slots[0],
        slots[:2],
        diary,
        four.items[0].dose,
        four.items[0],
        kit.template("knee-glute-stretches"),
    )
    answered = replace(caution, answered="Seen.")
    assert [repr(thing) for thing in (*shown.values(), *others, caution, answered)] == [
        "Plan('P-001', version 1, draft, 4 items)",
        "Plan('P-001', version 1, issued 2026-06-01, 4 items)",
        "Session(11 min 20 s, 4 items, 32 steps)",
        "Library(53 exercises)",
        "Exercise('bridge', strength, hip)",
        f"Conditions({len(kit.conditions())})",
        "Findings(1 CAUTION, 1 INFO)",
        "Findings(none)",
        "Adherence('P-001', up to 2026-06-29: 68 % (15 of 22))",
        "Library(0 exercises)",
        "Session(0 s, 0 items, 0 steps)",
        "Slots(28 sessions, 4 weeks)",
        "Slot(week 1, 2026-06-01, session 1: i1, i2, i3, i4)",
        "Slots(2 sessions, 1 week)",
        f"Diary({len(diary.rows)} rows, 0 refused, 0 repeated, {diary.blank} blank)",
        "Dose(reps=2, hold_s=30, rest_rep_s=15)",
        "Prescription('i1', seated_rotator_stretch, each, Dose(reps=2, hold_s=30, rest_rep_s=15), 7 days a week)",
        "Template('Knee pain: four glute stretches', 4 items)",
        "Finding('CAUTION screen plan')",
        "Finding('CAUTION screen plan', answered)",
    ]
    assert str(four) == repr(four)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("to_fram", "'Findings' object has no attribute 'to_fram'. Did you mean “to_frame”?"),
        ("zzzz", "'Findings' object has no attribute 'zzzz'"),
        ("_to_frame", "'Findings' object has no attribute '_to_frame'"),
    ],
)
def test_a_mistyped_attribute_of_a_sequence(name: str, message: str) -> None:
    """It is Python's own error with the nearest name; copying and pickling ask in vain and go on."""
    found = Findings()
    with pytest.raises(AttributeError) as refused:
        getattr(found, name)
    assert str(refused.value) == message
    assert not hasattr(found, name)
    assert (copy.deepcopy(found), pickle.loads(pickle.dumps(found))) == (found, found)


def test_what_fails_in_a_property_of_a_sequence_is_told_as_it_is() -> None:
    """The cause is named, not the property."""

    class Broken(Rows[int]):
        @property
        def first(self) -> object:
            return self[0].sheets  # type: ignore[attr-defined]

    with pytest.raises(AttributeError) as refused:
        Broken([1]).first  # noqa: B018
    assert str(refused.value) == "'int' object has no attribute 'sheets'"


def test_each_is_one_proper_table(shown: dict[str, Any]) -> None:
    """One table with a caption, every head with its scope, the names of rows too; nothing that runs or is fetched."""
    for name, thing in shown.items():
        read = Reader(thing._repr_html_())
        assert {tag for tag, _ in read.elements} <= ALLOWED, name
        assert (read.count("table"), read.count("caption")) == (1, 1), name
        scopes = [about.get("scope") for tag, about in read.elements if tag == "th"]
        assert set(scopes) <= {"col", "row"}, name
        assert scopes.count("row") == read.count("tr") - (read.count("thead")), name
        assert {key for _, about in read.elements for key in about} <= {"class", "scope", "style"}, name


def test_no_colour_of_its_own(shown: dict[str, Any]) -> None:
    """Every colour is the notebook's, or the one that is inherited: it can be read in light and in dark."""
    for thing in shown.values():
        style = re.search("<style>(.*?)</style>", thing._repr_html_(), re.DOTALL)
        assert style
        colours = re.findall(r"(?:color|background|border[a-z-]*): ([^;}]+)", style[1])
        assert colours
        for colour in colours:
            plain = re.sub(r"var\(--jp-[a-z0-9-]+, (inherit|currentColor)\)", "", colour).split()
            assert set(plain) <= {"inherit", "transparent", "collapse", "0", "1px", "2px", "solid"}, colour


@given(st.lists(st.text(), min_size=1), st.text())
def test_nothing_of_a_text_is_markup(texts: list[str], note: str) -> None:
    """Whatever stands in a cell, a head, a caption or a note is text."""
    plain, odd = (
        Reader(table(name[0], ["a", name[0]], [("x", name)], total=("t", name[0]), notes=[name[0]]))
        for name in (["x"], [HOSTILE])
    )
    assert odd.elements == plain.elements
    read = Reader(table(texts[0], ["a", texts[0]], [("x", texts)], notes=[note]) + facts(note, [("a", note + "x")]))
    assert {tag for tag, _ in read.elements} <= ALLOWED


def test_hostile_plan_and_exercise(four: Plan, library: Library) -> None:
    """A plan, an exercise and a finding that hold markup show it as it was typed."""
    plan = four.describe(title=HOSTILE).adjust("i1", note=HOSTILE)
    exercise = library["bridge"].model_copy(update={"name": HOSTILE, "steps": (HOSTILE,)})
    found = Findings([Finding("INFO", HOSTILE, HOSTILE, "", "", "", "k")])
    for thing in (plan, exercise, Library([exercise]), found):
        read = Reader(thing._repr_html_())
        assert {tag for tag, _ in read.elements} <= ALLOWED
        assert HOSTILE in "".join(read.texts)


def test_a_long_table_says_how_much_is_left_out() -> None:
    """60 rows, and how many more; none is lost silently."""
    read = Reader(table("many", ["n"], [(str(n),) for n in range(MOST + 3)]))
    assert read.count("tr") == 1 + MOST
    assert "… and 3 more; to_frame() has them all." in read.texts
    assert "more" not in "".join(Reader(table("few", ["n"], [(str(n),) for n in range(MOST)])).texts)


def test_columns() -> None:
    """Numbers stand to the right, a column without anything in it goes, and a missing value is a dash."""
    read = Reader(table("c", ["name", "n", "empty"], [("a", 1, ""), ("b", None, "")], total=("all", 1.5, "")))
    assert read.texts[1:] == ["c", "name", "n", "a", "1", "b", "–", "all", "1.5"]
    right = [tag for tag, about in read.elements if about.get("style") == "text-align: right"]
    assert right == ["th", "td", "td", "td"]


def test_findings_say_what_they_are_not(shown: dict[str, Any]) -> None:
    """Under findings stands that they decide nothing; no finding is told as no rule matched, never as safe."""
    assert BANNER in Reader(shown["Findings"]._repr_html_()).texts
    assert Reader(shown["no Findings"]._repr_html_()).texts[1] == NOTHING
    held = Findings(
        [Finding("STOP", "plan", "a", "b", "c", "d", "k"), Finding("AVOID", "plan", "a", "b", "c", "d", "l")]
    )
    assert Reader(held._repr_html_()).texts[1] == "2 findings; 2 hold the plan"
    assert Reader(held[:1]._repr_html_()).texts[1] == "1 finding; 1 holds the plan"


def test_a_session_in_order(four: Plan, library: Library) -> None:
    """Each item with the second it begins at, what it takes, and the sum; items in the order they are done."""
    read = Reader(kit.session(four, library)._repr_html_())
    cells = read.texts[1:]
    assert cells[5:9] == ["i1", "0 s", "2 min 50 s", "2 min"]
    assert cells[9:13] == ["i2", "2 min 50 s", "2 min 50 s", "2 min"]
    assert cells[13:] == [
        *("i3", "5 min 40 s", "2 min 50 s", "2 min"),
        *("i4", "8 min 30 s", "2 min 50 s", "2 min"),
        *("In all", "11 min 20 s", "8 min"),
    ]


@given(st.lists(st.integers()), st.lists(st.integers()))
def test_rows_are_a_list_that_stays(one: list[int], other: list[int]) -> None:
    """Equal to lists of the same things, of the same length, truth, order and slices; and it cannot be changed."""
    rows = Rows(one)
    assert (rows == other) == (one == other)
    assert rows == one
    assert rows == Rows(one)
    found: tuple[object, ...] = (len(rows), bool(rows), list(rows), rows[1:], hash(rows))
    assert found == (
        len(one),
        bool(one),
        one,
        one[1:],
        hash(Rows(one)),
    )
    assert rows != {}
    with pytest.raises(TypeError):
        rows[0] = 1  # type: ignore[index]


def test_frames(four: Plan, library: Library, shown: dict[str, Any]) -> None:
    """A row for each thing, names with their units, and one type a column, with and without rows."""
    session = kit.session(four, library)
    made = {
        "Plan": (four.to_frame(), four.items, type(four).begin("P-002", four.start).to_frame()),
        "Session": (session.to_frame(), session.steps, Session(()).to_frame()),
        "Library": (library.to_frame(), list(library), Library([]).to_frame()),
        "Conditions": (kit.conditions().to_frame(), kit.conditions(), Conditions().to_frame()),
        "Findings": (shown["Findings"].to_frame(), shown["Findings"], Findings().to_frame()),
        "Slots": (kit.slots(four).to_frame(), kit.slots(four), kit.slots(four, four.start).to_frame()),
        "Adherence": (shown["Adherence"].to_frame(), shown["Adherence"].weeks, None),
    }
    for name, (full, things, empty) in made.items():
        assert len(full) == len(things), name
        assert "object" not in set(map(str, full.dtypes)), name
        if empty is not None:
            assert full.dtypes.equals(empty.dtypes), name
    assert made["Session"][0]["duration_s"].sum() == session.total_s
    assert made["Plan"][0].loc[0, ["item", "exercise", "hold_s", "weekdays"]].tolist() == [
        *("i1", "seated_rotator_stretch", 30, "mon, tue, wed, thu, fri, sat, sun"),
    ]
    assert made["Slots"][0]["items"].iloc[0] == "i1; i2; i3; i4"
    assert made["Library"][0].set_index("id").loc["bridge", ["equipment", "sets", "hold_s"]].tolist() == ["mat", 2, 2]


def test_a_frame_of_a_diary_is_its_own(four: Plan) -> None:
    diary = kit.read_diary(kit.Workspace.sample() / "diary-v1.csv")
    changed = diary.to_frame()
    changed["note"] = "x"
    assert not (diary.rows["note"] == "x").any()
