"""Text from a person is text in every format of the handout: it is kept or visibly replaced, and runs nowhere."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser

import icalendar
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kit.clinic import FORMS, Clinic, Form
from kit.errors import KitError
from kit.handouts.export import files
from kit.handouts.parts import CALENDAR, CARE_PLAN, DIARY, PAGE, TABLE
from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.text import clean
from tests.handouts.hostile import HOSTILE, PLACES, TEXT, blank, handout_of, lost, what_runs


class Scripts(HTMLParser):
    """Counts what could run, and collects what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts, self.images = 0, 0
        self.handlers: list[str] = []
        self.shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.images += tag == "img"
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


@pytest.fixture(scope="module")
def unprinted() -> Iterator[None]:
    """All files but the PDF, which takes a hundred times as long and has a test of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kit.handouts.export.to_pdf", lambda told: b"")
        yield


@pytest.fixture(scope="module")
def plain_scripts(library: Library, unprinted: None) -> int:
    """Scripts of a page without any hostile text."""
    parser = Scripts()
    parser.feed(files(resolve(_plan(library, "a", "b", "c"), library), Clinic())[PAGE].decode())
    return parser.scripts


def _plan(library: Library, title: str, note: str, goal: str) -> Plan:
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1), review_on=dt.date(2026, 6, 9), title=title)
    plan = plan.add(library["cat_cow"], note=note).add(library["gastroc_stretch"])
    return plan.describe(context=plan.context.model_copy(update={"goal": clean(goal)}))


@settings(max_examples=200)
@given(title=TEXT.filter(lambda t: bool(clean(t))), note=TEXT, goal=TEXT, clinic=TEXT, name=TEXT)
@example(*HOSTILE[:5])
@example(*HOSTILE[5:10])
@example(*HOSTILE[10:15])
@example("x", *HOSTILE[-4:])
def test_hostile_text_is_text_in_every_format_but_paper(
    library: Library, plain_scripts: int, title: str, note: str, goal: str, clinic: str, name: str
) -> None:
    """All files are made; nothing is injected into HTML, calendar or tables; the note is there where it belongs."""
    try:
        plan = _plan(library, title, note, goal)
        settings = Clinic(name=clinic)
    except KitError:  # refused at the door with a message, as over-long text is
        return
    made = files(resolve(plan, library), settings, name)

    parser = Scripts()
    parser.feed(made[PAGE].decode())
    assert (parser.scripts, parser.handlers, parser.images) == (plain_scripts, [], 0)
    if plan.items[0].note:
        assert plan.items[0].note in "".join(parser.shown)

    calendar = icalendar.Calendar.from_ical(made[CALENDAR])
    assert {c.name for c in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    assert {str(event["summary"]) for event in calendar.walk("VEVENT")} == {"Exercises"}

    for table in (TABLE, DIARY):
        rows = pd.read_csv(io.BytesIO(made[table]), dtype=str, keep_default_na=False)
        cells = [cell for column in rows for cell in rows[column]]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]

    bundle = json.loads(made[CARE_PLAN])
    assert bundle["resourceType"] == "Bundle"


# benchmarks/hostile.py sets 5,000.
@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG"])
@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=1)
@given(st.lists(TEXT, min_size=PLACES, max_size=PLACES))
@example(HOSTILE[:PLACES])
@example(HOSTILE[-PLACES:])
@example(["漢字 " * 40] * PLACES)
def test_hostile_text_is_text_on_paper(library: Library, form: Form, locale: str, texts: list[str]) -> None:
    """Thirteen in each handout, with the diary for a pen: each is told, or visibly replaced, nothing runs, and no page is
    blank."""
    pdf = to_pdf(handout_of(texts, library, form, locale, "full"))
    assert lost(texts, pdf) == []
    assert what_runs(pdf) == []
    assert blank(pdf) == []
