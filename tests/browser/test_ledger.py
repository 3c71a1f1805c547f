"""What the usual tasks cost: clicks and scrolling from the start page to the printed handout, in a window of 1280 by
800."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kit.clinic import Clinic
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.template import template
from kit.store.store import open_store
from kit.ui.planner.clinician import keep_clinician
from tests.browser.conftest import Lab
from tests.browser.issuing import MADE_MS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium(printing: Browser) -> Browser:
    return printing


FEW = 6  # a template to paper
NEXT = 6  # the next version with two doses changed, to paper
SCRATCH = 16  # five exercises, the side said once, two doses, to paper
SCREEN_PX = 800  # the height of the window: no task asks for more scrolling, in all boxes together
# How far each box that scrolls has gone, up and down, whoever moved it.
SCROLLED = """() => {
  const last = new WeakMap();
  window.scrolled = 0;
  document.addEventListener("scroll", ({ target }) => {
    const box = target === document ? document.scrollingElement : target;
    window.scrolled += Math.abs(box.scrollTop - (last.get(box) ?? 0));
    last.set(box, box.scrollTop);
  }, true);
}"""
STRETCH = "Standing TFL / ITB stretch at wall"
CROSSOVER = "Supine straight-leg crossover (cross-body) stretch"
FIVE = ("Single-leg bridge", "Clamshell", "Single-leg stance", "Seated knee extension", STRETCH)
AGO = dt.date.today() - dt.timedelta(days=10)


@dataclass
class Hand:
    """A hand that counts: a press of the mouse is a click, also the one into a field that is typed into."""

    page: Page
    clicks: int = 0
    said: list[str] = field(default_factory=list)

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1
        self.said.append(str(what))

    def press(self, name: str, *, exact: bool = True) -> None:
        self.click(self.page.get_by_role("button", name=name, exact=exact))

    def may_have(self, clicks: int) -> None:
        """The task is done: in so many clicks, and within one screen of scrolling."""
        assert self.clicks <= clicks, self.said
        assert self.page.evaluate("window.scrolled") <= SCREEN_PX

    def type(self, what: Locator, text: str) -> None:
        self.click(what)
        what.fill(text)

    def dose(self, exercise: str, amount: str, value: str) -> None:
        """A number of an exercise; its row is opened where the number is not in sight."""
        number = self.page.get_by_label(f"{amount}, {exercise}")
        if not number.is_visible():
            self.press(f"Open {exercise}")
        self.type(number, value)
        number.blur()

    def to_paper(self, *, asked: bool) -> None:
        """Through the panel; `asked` is whether the red-flag question is due. A name is typed where the keyboard is."""
        self.press("Issue and print")
        if asked:
            self.press("None of these is present")
            if self.page.get_by_label("Name of the clinician").input_value() == "":
                expect(self.page.get_by_label("Name of the clinician")).to_be_focused()
                self.page.keyboard.type("A. Physio")
        self.press("Issue and print now")
        expect(self.page.get_by_role("link", name="Handout (PDF)")).to_be_visible(timeout=MADE_MS)
        self.page.wait_for_function("window.printed.length === 1")
        expect(self.page.get_by_role("button", name="Print again")).to_be_visible()


@pytest.fixture
def issued_before(lab: Lab) -> str:
    """The label of a patient whose first version was issued ten days ago."""
    label, library = "P-771", Library.load()
    store = open_store(lab.workspace, who="tests", now=lambda: dt.datetime.now(dt.UTC))
    try:
        plan = template("knee-glute-stretches").plan(library, label, AGO)
        plan = plan.describe(patient=label, context=Context(red_flags_screened=AGO))
        store.versions.issue(store.drafts.begin(plan), library, "A. Physio", AGO, Clinic())
        keep_clinician(store, Clinic(), "A. Physio")  # as an issue at the page does
    finally:
        store.close()
    return label


@pytest.fixture
def hand(page: Page) -> Hand:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(SCROLLED)
    return Hand(page)


def test_a_template_with_one_dose_changed(hand: Hand) -> None:
    hand.press("Use this plan: Knee pain: four glute stretches", exact=False)
    hand.dose(STRETCH, "Hold, s", "45")
    hand.to_paper(asked=True)
    hand.may_have(FEW)


def test_a_follow_up_with_two_doses_changed(issued_before: str, hand: Hand) -> None:
    """What is new stands in the panel before she issues."""
    hand.click(hand.page.get_by_role("button", name=re.compile(f"Next version, {issued_before}")).first)
    hand.dose(STRETCH, "Hold, s", "45")
    hand.dose(CROSSOVER, "Hold, s", "20")
    hand.press("Issue and print")
    changed = hand.page.get_by_role("region", name="Changed since version 1")
    expect(changed).to_contain_text(f"{STRETCH}: Hold 45 seconds.")
    expect(changed).to_contain_text(f"{CROSSOVER}: Hold 20 seconds.")
    hand.press("Issue and print now")
    hand.page.wait_for_function("window.printed.length === 1")
    hand.may_have(NEXT)


def test_five_from_scratch(hand: Hand) -> None:
    """The right side is said once, and all five are on it."""
    hand.press("Empty plan", exact=False)
    hand.click(hand.page.get_by_title("Right side affected"))
    search = hand.page.get_by_label("Search", exact=True)
    hand.click(search)
    for n, name in enumerate(FIVE, 1):
        search.fill(name)
        expect(hand.page.locator(".hs-card").first).to_contain_text(name)  # what was sought is first, and in sight
        hand.press(f"Add {name}")
        expect(hand.page.locator(".hs-item")).to_have_count(n)
    rights = hand.page.locator(".hs-item").get_by_role("radio", name="Right only")
    expect(rights.locator("visible=true")).to_have_count(len(FIVE))
    for right in rights.locator("visible=true").all():
        expect(right).to_be_checked()
    hand.dose("Clamshell", "Times", "8")
    hand.dose(STRETCH, "Hold, s", "45")
    hand.to_paper(asked=True)
    hand.may_have(SCRATCH)
