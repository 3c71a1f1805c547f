"""What a quick or a blind hand does: a second click too many, a key in an empty field, a reload before the button."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import about, begin, begin_empty, to_patients
from tests.browser.issuing import MADE_MS, issue, open_issue, screened, try_to_issue
from tests.browser.pages import READY_MS
from tests.browser.reviewing import to_patient

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium(printing: Browser) -> Browser:
    return printing


STRETCH = "Standing TFL / ITB stretch at wall"


def test_a_double_click_does_it_once(started: Page) -> None:
    """One exercise comes in, one goes out, one plan is begun; nothing is told as a fault."""
    items = started.locator(".hs-item")
    started.get_by_role("button", name="Add Bridge", exact=True).dblclick()
    expect(items).to_have_count(5)
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    started.get_by_role("button", name="Remove Bridge", exact=True).dblclick()
    expect(items).to_have_count(4)
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    expect(started.locator(".hs-notices")).to_be_hidden()
    to_patients(started)
    rows = started.get_by_role("button", name="Go on, ")
    expect(rows.first).to_be_visible()
    before = rows.count()
    started.get_by_role("button", name="Empty plan").dblclick()
    expect(started.locator(".hs-empty")).to_be_visible()
    to_patients(started)
    expect(rows).to_have_count(before + 1)


def test_nothing_is_issued_by_a_double_click_or_a_held_key(started: Page) -> None:
    """The panel opens, with what is to be looked at first; the button for good stands where the first click was."""
    open_issue(started)
    screened(started)
    started.get_by_label("Name of the clinician").fill("A. Physio")
    started.keyboard.press("Escape")
    state = started.locator(".hs-state")
    now = started.get_by_role("button", name="Issue and print now")
    started.get_by_role("button", name="Issue and print", exact=True).dblclick()
    expect(now).to_be_enabled()
    started.keyboard.press("Escape")
    for keys in (("Enter",), ("Control", "Enter")):
        started.get_by_role("button", name="Issue and print", exact=True).focus()
        for key in (*keys, keys[-1], keys[-1]):  # down again while it is down: the key repeats
            started.keyboard.down(key)
        for key in keys:
            started.keyboard.up(key)
        expect(now).to_be_visible()
        expect(started.locator(".hs-saved")).to_have_text("Saved")
        expect(state).to_contain_text("draft")
        started.keyboard.press("Escape")


def test_the_field_that_the_keyboard_comes_to_shows_what_the_plan_holds(started: Page) -> None:
    """A dose written in one field sets the next one too, also when the keyboard is there before the plan has answered;
    and a number refused there takes nothing back that was written before."""
    sets, times = (started.get_by_label(f"{name}, {STRETCH}") for name in ("Sets", "Times"))
    sets.focus()
    started.keyboard.type("2x11")
    started.keyboard.press("Tab")
    expect(times).to_be_focused()
    expect(times).to_have_value("11")
    started.keyboard.type("400")
    expect(times).to_have_attribute("aria-invalid", "true")
    started.keyboard.press("Tab")
    expect(times).to_have_value("11")
    expect(sets).to_have_value("2")


def test_enter_in_an_empty_field_adds_no_condition(started: Page) -> None:
    """Not the first of the list either, until an arrow key points at it."""
    to_patient(started)
    picker = started.get_by_role("combobox", name="Add a condition")
    held = started.get_by_role("list", name="Conditions in force").get_by_role("listitem")
    for words in ("", " ", "."):
        picker.click()
        picker.fill(words)
        picker.press("Enter")
    expect(started.get_by_role("heading", name="A red flag that is not resolved")).to_have_count(0)
    picker.fill("")
    picker.press("ArrowDown")
    picker.press("Enter")
    expect(started.get_by_role("heading", name="A red flag that is not resolved")).to_be_visible()
    expect(held).to_have_count(1)


def test_no_key_beside_the_page_is_a_command_of_the_notebook(started: Page) -> None:
    """Wherever around the page the keyboard is put, letters that would add, cut or change cells do nothing."""
    cells = started.locator(".jp-Cell")
    before = cells.count()
    around = started.evaluate(
        """() => {
          const all = [...document.querySelectorAll(".jp-Notebook, .jp-Notebook *")];
          const beside = all.filter((one) => !one.closest(".hs") && one.querySelector(".hs"));
          beside.forEach((one, i) => { one.id = `beside-${i}`; one.setAttribute("tabindex", "-1"); });
          return beside.length;
        }"""
    )
    assert around > 3
    for i in range(around):
        started.evaluate("i => { const one = document.getElementById(`beside-${i}`); one.focus(); }", i)
        started.keyboard.type("amyxdd")
    expect(cells).to_have_count(before)
    expect(started.locator(".jp-Dialog")).to_have_count(0)
    expect(started.locator(".hs-total")).to_have_text("11 min 20 s")


def test_what_a_button_would_send_outlives_a_reload(started: Page) -> None:
    """The name of a template is there again in its open form; once it is kept, nothing is."""
    name = started.locator(".hs-top-whose").inner_text()
    form = started.locator("details", has=started.get_by_text("Keep as my template", exact=True)).first
    called = form.get_by_label("What you call it")
    about(started)
    form.locator("summary").click()
    called.fill("Half typed")
    for left in ("Half typed", ""):
        started.reload()
        expect(started.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
        started.get_by_role("button", name=f"Go on, {name}").click()
        about(started)
        if not left:
            expect(called).to_be_hidden()
            break
        expect(called).to_have_value(left)
        form.get_by_role("button", name="Keep as my template").click()
        expect(called).to_have_value("")


def test_a_name_for_the_print_is_typed_once_and_written_nowhere(started: Page) -> None:
    """It is there again for the next version of the same patient, not for another one, and gone with the page. In
    whatever language and size of print the last patient had the handout, the next one has it as the clinic does."""
    name = started.get_by_label("Patient’s name")
    language, large = started.get_by_label("Language", exact=True), started.get_by_label("Large print")
    open_issue(started)
    name.fill("Maria Example")
    language.select_option("es")
    large.check()
    started.keyboard.press("Escape")
    to_patients(started)
    started.get_by_role("button", name="Empty plan").click()
    started.get_by_role("button", name="Add Bridge", exact=True).click()
    open_issue(started)
    expect(name).to_have_value("")
    expect(language).to_have_value("")
    expect(large).not_to_be_checked()
    started.keyboard.press("Escape")
    to_patients(started)
    started.get_by_role("button", name="Go on, ").nth(1).click()
    expect(started.locator(".hs-total")).to_have_text("11 min 20 s")
    open_issue(started)
    expect(name).to_have_value("Maria Example")
    kept = started.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "Maria" not in kept
    started.reload()
    expect(started.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    started.get_by_role("button", name="Go on, ").nth(1).click()
    open_issue(started)
    expect(name).to_have_value("")


def test_nothing_of_the_last_patient_is_at_the_next_one(started: Page) -> None:
    """What was looked for, opened, selected and half typed for one is gone, though the next has the same exercises."""
    page = started
    page.get_by_role("button", name=f"Open {STRETCH}").click()
    page.get_by_label(f"Select {STRETCH}").check()
    to_patient(page)
    page.get_by_label("Another thing that is not there", exact=True).fill("sofa")
    page.get_by_role("combobox", name="Add a condition").fill("hip")
    open_issue(page)
    page.get_by_role("button", name="Yes, or not sure").click()
    page.keyboard.press("Escape")
    page.locator(".hs-library").get_by_label("Region", exact=True).select_option("knee")
    page.get_by_role("button", name="Only what fits").click()
    page.get_by_label("Search", exact=True).fill("chair")
    expect(page.get_by_role("button", name="Clear search and filters")).to_be_visible()
    page.locator(".hs-card .hs-details").first.click()
    expect(page.locator(".hs-detail")).to_be_visible()
    to_patients(page)
    begin(page)
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
    expect(page.get_by_label("Search", exact=True)).to_have_value("")
    expect(page.locator(".hs-library").get_by_label("Region", exact=True)).to_have_value("")
    expect(page.get_by_role("button", name="Only what fits")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("button", name="Clear search and filters")).to_be_hidden()
    expect(page.locator(".hs-count").first).to_have_text("53 exercises")
    expect(page.locator(".hs-detail")).to_be_hidden()
    expect(page.locator(".hs-opened")).to_have_count(0)
    expect(page.get_by_label(f"Select {STRETCH}")).not_to_be_checked()
    to_patient(page)
    expect(page.get_by_label("Another thing that is not there", exact=True)).to_have_value("")
    expect(page.get_by_role("combobox", name="Add a condition")).to_have_value("")
    open_issue(page)
    expect(page.get_by_role("button", name="None of these is present")).to_be_visible()


def test_a_half_typed_sign_off_is_not_at_another_patient(started: Page) -> None:
    """The same finding of another one asks anew, folded and empty: who signs has seen this patient."""
    first = started.locator(".hs-top-whose").inner_text()
    held = started.get_by_role("list", name="Findings that hold the plan")
    reason = held.get_by_label("Reason, in 10 letters or more")
    for patient in ("first", "second"):
        open_issue(started)
        started.get_by_role("button", name="Yes, or not sure").click()
        started.get_by_label("Sign present: Septic joint").check()
        started.get_by_role("button", name="I have gone through them").click()
        expect(held.get_by_role("button", name="Sign off…")).to_be_visible()
        if patient == "second":
            held.get_by_role("button", name="Sign off…").click()
            reason.fill("The hip is cool, the blood count normal.")
        to_patients(started)
        if patient == "first":
            begin(started)
            expect(started.locator(".hs-total")).to_have_text("11 min 20 s")
    started.get_by_role("button", name=re.compile(f"^Go on, {first}( ·|$)")).click()
    open_issue(started)
    expect(held.get_by_role("button", name="Sign off…")).to_have_attribute("aria-expanded", "false")
    expect(reason).to_be_hidden()
    held.get_by_role("button", name="Sign off…").click()
    expect(reason).to_have_value("")


def test_a_sheet_is_printed_for_the_patient_in_hand_alone(started: Page) -> None:
    """Who goes on to the next patient while a handout is being made gets no print dialog there, and no files of it."""
    open_issue(started)
    screened(started)
    try_to_issue(started)
    to_patients(started)
    started.get_by_role("button", name="Empty plan").click()
    started.get_by_role("button", name="Add Bridge", exact=True).click()
    open_issue(started)
    screened(started)
    try_to_issue(started)
    link = started.get_by_role("link", name="Handout (PDF)")
    expect(link).to_be_visible(timeout=MADE_MS)
    code = started.locator(".hs-part-of-aside", has=link).locator("p").first.inner_text()
    assert started.evaluate("() => window.printed.length") == 1
    assert (link.get_attribute("download") or "").startswith(re.findall(r"plan (\S+),", code)[0])


def test_what_was_done_leaves_the_page_and_stays_in_reach(started: Page) -> None:
    """After it was there to be read; the next deed shows its own."""
    done = started.locator(".hs-done")
    started.get_by_role("button", name="Add Bridge", exact=True).click()
    expect(done).to_have_text("Bridge added as No. 5.")
    expect(done).not_to_have_class(re.compile("hs-unseen"))
    expect(done).to_have_class(re.compile("hs-unseen"), timeout=20_000)
    expect(done).to_have_text("Bridge added as No. 5.")
    started.get_by_role("button", name="Undo").click()
    expect(done).to_have_text("Undone: Stopped: Hip lift.")
    expect(done).not_to_have_class(re.compile("hs-unseen"))


def test_a_correction_is_a_few_rows_on_a_phone(started: Page) -> None:
    """What is asked takes less than a fifth of the window, and says which version it corrects once it is begun."""
    issue(started)
    started.keyboard.press("Escape")
    started.set_viewport_size({"width": 420, "height": 900})
    started.get_by_role("button", name="Correct…").click()
    band = started.locator(".hs-version")
    assert band.evaluate("band => band.clientHeight === band.scrollHeight && band.clientHeight < 180")
    started.get_by_role("button", name="Wrong dose").click()
    expect(band).to_contain_text("This draft corrects version 1 (Wrong dose)")
    assert band.evaluate("band => band.clientHeight < 60")


def test_the_search_is_never_behind_a_panel(page: Page) -> None:
    """The main button of an empty plan, and the key: the panel makes way, and the words can be typed."""
    begin_empty(page)
    search = page.get_by_label("Search", exact=True)
    patient = page.get_by_role("button", name="Patient and conditions")
    panel = page.get_by_role("complementary", name="Patient, conditions, red flags")
    patient.click()
    expect(panel).to_be_visible()
    page.get_by_role("button", name="Search the library").click()
    expect(search).to_be_focused()
    expect(panel).to_be_hidden()
    patient.click()
    page.get_by_role("button", name="Close the panel").focus()
    page.keyboard.press("/")
    expect(search).to_be_focused()
    expect(panel).to_be_hidden()
