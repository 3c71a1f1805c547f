"""The planner by the keyboard alone: the order of its stops, the arrows inside, and that it never falls out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import begin
from tests.browser.issuing import MADE_MS
from tests.browser.keyboard import along, at, fallen, reach, saved, spoken, stops, watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NEAR = 5  # stops from the search to the first row
SEATED = "Seated hip rotator stretch (long-sitting figure-4)"
FIGURE4 = "Supine figure-4 (piriformis) stretch"
STRETCH = "Standing TFL / ITB stretch at wall"
TENDON = "greater troch"

TOP = ["To the plan", "To the end of the plan", "‹ Patients", "P", "About this plan"]
PAGES = ["Library", "Follow-up", "Caseload", "Menus"]
STRIP = [
    *("Affected side not said", "Minutes a day", "Support to hold on to", "At home", "No bands at home"),
    *("+ Condition", "Red flags Open", "Patient and conditions"),
]
SHELF = ["Search", "All", "Ankle eversion with band, show in full", "+ Own exercise"]
BOARD = ["All", SEATED]
FOOT = ["Review: 1 caution, 1 info", "Preview", "Issue and print"]
ISSUE = [
    *("Close the panel", "All 21 signs", "19 more signs below ↓", "None of these is present", "Yes, or not sure"),
    *("2 weeks", "3 weeks", "4 weeks", "6 weeks", "Or on a day", "Name of the clinician"),
    *("Patient’s name, only on what you hand over", "Form", "Diary for a pen"),
    *("Language", "Paper", "Pictures", "Large print"),
]
FILTERS = ["All", "Favourites", "Recent", "Only what fits", "Region", "Kind", "Position"]
VIEWS = ["All", "Fewer changes of position saves 30 s", "List", "Week", "▶ Play", "The session in detail"]
FIELDS = [f"{what}, {SEATED}" for what in ("Sets", "Times", "Hold, s", "Both sides in turn", "Days")]
IN_ROW = [*FIELDS, f"Open {SEATED}", f"Remove {SEATED}"]


def test_the_order_of_the_stops(page: Page) -> None:
    """Tab goes through the page as it is read, one stop for each list, and Shift+Tab the same way back."""
    begin(page)
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
    page.locator(".hs-planner").focus()
    whole = [*TOP, *PAGES, *STRIP, *SHELF, *BOARD, *FOOT]
    assert stops(page) == whole
    page.get_by_role("button", name="Issue and print", exact=True).focus()
    assert stops(page, "Shift+Tab") == whole[-2::-1]

    # From the search to the first row, also with words in it
    page.locator(".hs-board-title").press("/")
    search = page.get_by_role("searchbox", name="Search")
    expect(search).to_be_focused()
    assert reach(page, SEATED) <= NEAR
    search.fill("stretch")
    expect(page.get_by_role("button", name="Clear search and filters")).to_be_visible()
    assert reach(page, SEATED) <= NEAR
    search.fill("")
    expect(page.locator(".hs-count")).not_to_contain_text(" of ")

    # The arrows inside each of them
    search.focus()
    reach(page, "All")
    assert along(page) == FILTERS
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert at(page) == FILTERS[-1]
    reach(page, "All")
    assert along(page) == VIEWS
    page.keyboard.press("Home")
    assert at(page) == VIEWS[0]

    # A row: its name is the stop; its fields are in the way once the keyboard is in one of them, or the row is open
    page.locator(".hs-name").first.focus()
    page.keyboard.press("ArrowRight")
    assert [at(page), *stops(page)] == [*IN_ROW, *FOOT]
    reach(page, f"Remove {SEATED}", "Shift+Tab")
    assert stops(page, "Shift+Tab")[:7] == [*IN_ROW[-2::-1], SEATED]
    page.locator(".hs-away").first.focus()
    page.keyboard.press("ArrowDown")
    assert at(page) == f"Remove {FIGURE4}"
    page.keyboard.press("ArrowLeft")
    assert at(page) == f"Open {FIGURE4}"
    name = page.locator(".hs-name").nth(1)
    name.press("Enter")
    assert reach(page, f"Days, {FIGURE4}") == 5
    assert reach(page, f"Note, {FIGURE4}") < 20
    name.press("Enter")

    # The panel of the issue in the place of the library; a sheet over the page; the page of the patients
    name.press("Control+Enter")
    expect(page.get_by_role("list", name="Pages of the handout")).to_be_visible(timeout=MADE_MS)
    page.locator(".hs-planner").focus()
    foot = [*FOOT[:2], "Issue and print now"]
    pages = "Pages of the handout"
    assert stops(page) == [*TOP, *PAGES, *STRIP, BOARD[0], FIGURE4, *ISSUE, pages, *foot]
    page.get_by_role("button", name="Close the panel").press("Escape")
    assert at(page) == FIGURE4
    expect(page.get_by_role("list", name="Pages of the handout")).to_be_hidden()  # what the kernel answers is drawn
    page.keyboard.press("?")
    assert at(page) == "Close"
    assert set(stops(page)) <= {"Close"}  # Tab leads to the browser's own bar or round the sheet, never below it
    page.keyboard.press("Escape")
    assert at(page) == FIGURE4
    page.get_by_role("button", name="‹ Patients").press("Enter")
    expect(page.get_by_role("grid", name="Patients")).to_be_visible()
    page.locator(".hs-planner").focus()
    order = [one for one in stops(page) if one != "Show all"]
    assert order[: len(PAGES) + 2] == [*PAGES, "Go on with P", "Find a patient by label, id, code or condition"]
    assert len(order) == len(PAGES) + 6  # the patients, an empty plan, the search for a ready-made one, these plans
    assert order[-3:-1] == ["Empty plan", "Find a ready-made plan by problem or exercise"]


def test_from_a_template_to_paper_by_keyboard_alone(page: Page) -> None:
    """Nothing but keys: template, condition, dose, each finding answered, the issue, the handout on the disk."""
    reach(page, "Find a ready-made plan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    reach(page, "Use this plan: Knee pain: four glute stretches", "ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
    watch(page)
    reach(page, "+ Condition", "Shift+Tab")
    page.keyboard.press("Enter")
    assert at(page) == "Add a condition"
    page.keyboard.type(TENDON)
    expect(page.get_by_role("option", name=re.compile("^Gluteal"))).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".hs-strip-conditions")).to_contain_text("Gluteal")
    page.keyboard.press("Escape")
    assert at(page) == "+ Condition"
    reach(page, SEATED)
    reach(page, STRETCH, "ArrowDown")
    page.keyboard.press("ArrowRight")
    reach(page, f"Hold, s, {STRETCH}")
    page.keyboard.type("45")
    expect(page.locator(".hs-total")).to_have_text("12 min 20 s")
    page.keyboard.press("Control+Enter")
    reach(page, "None of these is present")
    page.keyboard.press("Enter")
    waits = page.locator(".hs-waits")
    expect(waits).to_contain_text("for your answer")
    first = True
    while waits.inner_text() != "Write your name" and waits.inner_text():
        before = waits.inner_text()
        reach(page, "Keep it, with a reason…")
        page.keyboard.press("Enter")
        page.keyboard.type("She does it without pain.")
        if first and page.get_by_label("Your name").first.is_visible():
            page.keyboard.press("Tab")
            page.keyboard.type("A. Physio")
        first = False
        page.keyboard.press("Enter")
        expect(waits).not_to_have_text(before)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Issued by A. Physio on")).to_be_visible(timeout=MADE_MS)
    link = page.get_by_role("link", name="Handout (PDF)")
    expect(link).to_be_visible(timeout=MADE_MS)
    reach(page, "Handout (PDF)")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith("-handout.pdf")
    assert fallen(page) == []


def test_the_keyboard_never_falls_out_of_the_page(page: Page) -> None:
    """Whatever is wished, and wherever the thing goes that had the keyboard, it is on something of the page; and what
    was done is spoken, once."""

    def press(name: str, key: str = "Enter", *, exact: bool = True) -> None:
        page.get_by_role("button", name=name, exact=exact).first.press(key)
        saved(page)

    def says(words: str) -> None:
        """What begins so was spoken, and nothing twice."""
        saved(page)
        told = spoken(page)
        assert any(one.startswith(words) for one in told), told
        assert len(set(told)) == len(told), told

    items, names = page.locator(".hs-item"), page.locator(".hs-item .hs-name")
    aside = page.locator(".hs-aside")
    watch(page)
    press("Empty plan")
    expect(page.locator(".hs-board-title")).to_be_focused()
    press("Take the exercises of: Knee pain: four glute stretches")
    expect(items).to_have_count(4)

    # Added, liked, read in full
    search = page.get_by_role("searchbox", name="Search")
    search.fill("clamshell")
    search.press("Enter")
    expect(items).to_have_count(5)
    expect(search).to_be_focused()
    says("Clamshell added as No. 5.")
    search.fill("bridge")
    search.press("Shift+Enter")
    expect(items).not_to_have_count(5)
    press("Undo")
    expect(items).to_have_count(5)
    search.fill("")
    press("Add Bridge")
    expect(items).to_have_count(6)
    press("Favourite: Bridge")
    press("Bridge, show in full")
    press("Add to the plan: Bridge")  # it is there already: the page asks
    press("Add again: Bridge")
    expect(items).to_have_count(7)
    press("‹ All exercises")

    # Moved, removed, taken back, put in order
    names.nth(0).press("Alt+ArrowDown")
    expect(names.nth(1)).to_be_focused()
    spoken(page)
    names.nth(1).press("Alt+ArrowDown")
    expect(names.nth(2)).to_be_focused()
    says(f"{SEATED} is now number 3 of 7")
    names.last.press("Delete")
    expect(items).to_have_count(6)
    says("Bridge")
    expect(names.last).to_be_focused()
    items.nth(2).locator(".hs-away").press("Enter")
    expect(items).to_have_count(5)
    expect(names.nth(2)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(items).to_have_count(6)
    says("Undone: New: ")
    page.keyboard.press("Control+y")
    expect(items).to_have_count(5)
    page.keyboard.press("Control+s")
    page.locator(".hs-order").press("Enter")
    expect(page.locator(".hs-order")).to_be_hidden()

    # Set: a dose, a side, days, in the week, for all; swapped for another
    page.keyboard.press("Escape")
    items.nth(0).locator("[data-field=sets]").fill("3")
    items.nth(0).locator(".hs-row-days").select_option("3")
    saved(page)
    press("Week")
    page.get_by_role("button", name="Set these days").first.press("Enter")
    saved(page)
    press("List")
    names.nth(1).press("Enter")
    items.nth(1).get_by_role("button", name=re.compile("^(Easier|Harder): ")).first.press("Enter")
    saved(page)
    names.nth(0).press("Control+a")
    page.get_by_label("Sets, all selected").fill("2")
    page.get_by_label("Sets, all selected").press("Enter")
    press("Select none")
    names.nth(0).press("x")
    press("Remove all selected")
    expect(items).to_have_count(4)

    # The patient: the side and its way back, a thing, a condition and a note, which come and go
    page.get_by_role("radio", name="Affected side not said").press("ArrowLeft")
    press("Undo")
    press("No bands at home")
    press("+ Condition")
    picker = page.get_by_role("combobox", name="Add a condition")
    for words in ("greater troch", "of no known kind"):
        picker.fill(words)
        expect(page.get_by_role("option", name=re.compile("^Gluteal|as a note"))).not_to_have_count(0)
        picker.press("ArrowDown")
        picker.press("Enter")
        saved(page)
    press("Remove note of no known kind")
    aside.get_by_role("button", name=re.compile("^Remove condition Gluteal")).press("Enter")
    expect(page.locator(".hs-strip-conditions")).not_to_contain_text("Gluteal")
    page.get_by_label("Yes, present: Septic joint").press("Space")
    expect(page.get_by_role("button", name="Review: 1 stop", exact=False)).to_be_visible()
    page.get_by_label("Yes, present: Septic joint").press("Space")
    press("Screen done")
    press("Not done after all")
    press("Close the panel")
    expect(aside).to_be_hidden()

    # Findings and the issue; a panel gives the keyboard back to what opened it, also where one follows another
    names.nth(1).press("f")
    expect(aside).to_be_visible()
    press("Preview")
    page.keyboard.press("Escape")
    expect(aside).to_be_hidden()
    expect(page.get_by_role("button", name="Preview")).to_be_focused()
    names.nth(1).press("Control+Enter")
    press("None of these is present")
    press("4 weeks")
    page.get_by_label("Name of the clinician").fill("A. Physio")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Issued by A. Physio on")).to_be_visible(timeout=MADE_MS)
    press("Correct…")
    press("Wrong side")
    expect(page.locator(".hs-state")).to_contain_text("Version 2 · draft")

    # Used again, put away, opened
    press("About this plan")
    page.get_by_text("Keep as my template").first.press("Enter")
    called = page.get_by_label("What you call it")
    called.press("Enter")
    expect(page.locator(".hs-again .hs-fault").first).to_contain_text("it is empty")
    expect(called).to_have_attribute("aria-invalid", "true")
    expect(called).to_have_accessible_description(re.compile("it is empty"))
    called.fill("Mine by keys")
    called.press("Enter")
    expect(page.locator(".hs-done")).to_contain_text("Kept as a template of yours")
    press("‹ Patients")
    expect(page.get_by_role("heading", name="Patients")).to_be_focused()
    press("Change Mine by keys")
    press("Delete Mine by keys")
    press("Bring it back")
    expect(page.get_by_role("button", name="Use this plan: Mine by keys")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Go on with")).press("Enter")
    expect(page.locator(".hs-board-title")).to_be_focused()
    assert fallen(page) == []
