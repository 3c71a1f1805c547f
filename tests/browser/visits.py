"""The follow-up in a browser: its store, patients of a test, and the way to the visit of one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect

from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.store.store import Store, open_store
from kit.ui.user import signed
from tests.browser.conftest import Lab
from tests.browser.pages import READY_MS, watched

DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def clinic(lab: Lab) -> Iterator[Store]:
    """The store of the server, as another program has it open."""
    store = open_store(lab.workspace, who="tester", now=lambda: dt.datetime.now(dt.UTC))
    signed(store, "A. Physio")
    yield store
    store.close()


@pytest.fixture
def page(chromium: Browser, lab: Lab, clinic: Store) -> Iterator[Page]:
    with watched(chromium, lab, permissions=("clipboard-read", "clipboard-write")) as page:
        yield page


def patient(clinic: Store, library: Library, test: str, days: int, activities: tuple[str, ...] = ()) -> Plan:
    """The founding four of a patient of this test alone, begun so many days ago."""
    start = dt.date.today() - days * DAY
    label = re.sub("[^a-z]+", "-", test.lower())[-40:].strip("-")
    made = template("knee-glute-stretches").plan(library, label, start, label, random=Random(test))
    issued = finalised(resolve(made.describe(activities=activities), library), "A. Physio", start)
    clinic.versions.take_in(issued)
    return issued


def open_page(page: Page, lab: Lab) -> None:
    page.goto(lab.url.replace("plan.ipynb", "adherence.ipynb"))
    is_open(page)


def is_open(page: Page) -> None:
    expect(page.get_by_text("Follow-up", exact=True)).to_be_visible(timeout=READY_MS)


def choose(page: Page, plan: Plan) -> None:
    """By keyboard alone: words, down to the first that was found, Enter."""
    search = page.get_by_label("Find a patient by label, plan or code")
    search.fill(plan.code)
    expect(page.locator(".fu-patient")).to_have_count(1)
    search.press("ArrowDown")
    page.keyboard.press("Enter")
    in_hand(page, plan)


def in_hand(page: Page, plan: Plan) -> None:
    expect(page.get_by_role("heading", name=plan.patient, exact=True)).to_be_focused(timeout=READY_MS)


def saved(page: Page) -> None:
    expect(page.locator(".hs-saved")).to_have_text("Saved")
