"""Nothing that the page called saved is lost: reload, another tab; and no hand overwrites another."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Lab, about, begin_empty, open_row, to_patients
from tests.browser.issuing import issue, open_issue
from tests.browser.pages import READY_MS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STRETCH = "Standing TFL / ITB stretch at wall"
HOLD, NOTE = f"Hold, s, {STRETCH}", f"Note, {STRETCH}"
CODE = ".hs-desk .hs-code"


def saved(page: Page) -> None:
    expect(page.locator(".hs-saved")).to_have_text("Saved")


def label(page: Page) -> str:
    """The plan's id, also while the panel with it is not open."""
    return page.get_by_label("Plan id").input_value()


UNSEEN = "Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })"


@pytest.fixture
def other(chromium: Browser, lab: Lab, page: Page) -> Iterator[Page]:
    """A second window on the same workspace. Neither is looked at while the other one is at work."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1100})
    second = context.new_page()
    second.add_init_script(UNSEEN)
    page.evaluate(UNSEEN)
    second.goto(lab.url)
    expect(second.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    yield second
    context.close()


def hold_in(page: Page, seconds: str, total: str) -> None:
    page.get_by_label(HOLD).fill(seconds)
    expect(page.locator(".hs-total")).to_have_text(total)
    saved(page)


def again_at(page: Page, name: str) -> None:
    """Away from the plan and back, so that the window has it as it is now."""
    to_patients(page)
    go_on(page, name)


def go_on(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^Go on, {name}( ·|$)")).click()
    expect(page.get_by_label("Plan id")).to_have_value(name)


def test_a_reload_loses_nothing(started: Page) -> None:
    """The page offers to go on, with the last edit in place and the way back whole, down to the plan's beginning; text
    is kept while it is typed: "Saving…" from the first letter, and there after a reload without leaving the field."""
    name = label(started)
    note = started.get_by_label(NOTE)
    started.get_by_label(HOLD).fill("45")
    expect(started.locator(".hs-total")).to_have_text("12 min 20 s")
    open_row(started, STRETCH)
    note.focus()
    started.keyboard.type("Slow")
    expect(started.locator(".hs-saved")).to_have_text("Saving…")
    saved(started)
    expect(note).to_be_focused()
    started.reload()
    expect(started.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    go_on(started, name)
    open_row(started, STRETCH)
    expect(note).to_have_value("Slow")
    expect(started.locator(".hs-total")).to_have_text("12 min 20 s")
    undo = started.get_by_role("button", name="Undo", exact=True)
    undo.click()
    expect(note).to_have_value("")
    undo.click()
    expect(started.locator(".hs-total")).to_have_text("11 min 20 s")
    expect(undo).to_be_disabled()


def test_other_plan_and_library_lose_nothing(started: Page) -> None:
    """Leaving the plan by any way asks nothing, since all is kept; but a name for the printed copies is not offered for
    the next patient."""
    name = label(started)
    about(started)
    started.get_by_label("Patient label").fill("P-0471")
    open_issue(started)
    whose = started.get_by_label("Patient’s name", exact=False)
    whose.fill("Somebody")
    to_patients(started)
    begin_empty(started)
    expect(started.locator(".hs-item")).to_have_count(0)
    open_issue(started)
    expect(whose).to_have_value("")
    to_patients(started)
    go_on(started, name)
    about(started)
    title = started.get_by_label("Title on the handout")
    expect(started.get_by_label("Patient label")).to_have_value("P-0471")
    title.fill("Kept")
    title.press("Tab")
    saved(started)
    with started.context.expect_page() as opened:
        started.get_by_role("link", name="Library").click()
    expect(opened.value.get_by_text("Exercise library")).to_be_visible(timeout=READY_MS)
    expect(title).to_have_value("Kept")


def test_a_window_that_is_looked_at_is_told_what_another_one_did(started: Page, other: Page) -> None:
    """Within a few seconds, in words; and its next edit is asked about by nobody."""
    name = label(started)
    saved(started)
    go_on(other, name)
    hold_in(other, "60", "13 min 20 s")
    started.evaluate("() => { delete document.visibilityState; }")
    expect(started.locator(".hs-total")).to_have_text("13 min 20 s", timeout=15_000)
    expect(started.locator(".hs-notice")).to_contain_text("was changed in another window")
    hold_in(started, "45", "12 min 20 s")
    expect(started.get_by_role("heading", name="This plan was changed elsewhere")).to_have_count(0)


def test_two_windows_on_one_thing_are_asked(started: Page, other: Page, violations: Callable[[], list[Any]]) -> None:
    """The second is told, sees both edits and chooses, by keyboard too; the first one's plan is as it was left. Edits of
    different things are put together, and nobody is asked."""
    name, code = label(started), started.locator(CODE).text_content()
    saved(started)
    go_on(other, name)
    hold_in(other, "60", "13 min 20 s")
    about(started)
    started.get_by_label("Title on the handout").fill("Both")
    started.get_by_label("Title on the handout").press("Tab")
    expect(started.locator(".hs-notice")).to_contain_text("Both edits are in the plan.")
    expect(started.locator(".hs-total")).to_have_text("13 min 20 s")
    expect(started.get_by_label("Title on the handout")).to_have_value("Both")
    asked = started.get_by_role("heading", name="This plan was changed elsewhere")

    def choose(choice: str, total: str) -> None:
        expect(asked).to_be_focused()
        started.get_by_role("button", name=choice).press("Enter")
        expect(asked).to_be_hidden()
        expect(started.locator(".hs-total")).to_have_text(total)
        saved(started)

    again_at(other, name)
    hold_in(other, "90", "15 min 20 s")
    started.get_by_label(HOLD).fill("45")
    expect(asked).to_be_focused()
    expect(started.get_by_role("list", name="In your edit")).to_contain_text("Hold 45 seconds.")
    expect(started.get_by_role("list", name="In theirs")).to_contain_text("Hold 1 minute 30 seconds.")
    assert violations() == []
    choose("Go on with theirs", "15 min 20 s")
    hold_in(other, "60", "13 min 20 s")
    started.get_by_label(HOLD).fill("45")
    choose("Go on with mine", "12 min 20 s")
    started.get_by_role("button", name="Undo", exact=True).click()
    expect(started.locator(".hs-total")).to_have_text("13 min 20 s")
    saved(started)
    assert started.locator(CODE).text_content() == code
    again_at(other, name)
    hold_in(other, "90", "15 min 20 s")
    started.get_by_label(HOLD).fill("45")
    choose("Keep mine as a copy", "12 min 20 s")
    assert started.locator(CODE).text_content() != code
    expect(other.locator(".hs-total")).to_have_text("15 min 20 s")


def test_a_correction_while_the_patient_is_in_the_room(started: Page) -> None:
    """The same day needs a reason, which leads to what it names; as long as that is as it was, nothing is issued. Then
    version 2 is a draft, and version 1 leads to it."""
    issue(started)
    band = started.get_by_role("region", name="This version is issued")
    band.get_by_role("button", name="Correct…").click()
    band.get_by_role("button", name="Correct it today").click()
    expect(band.locator(".hs-fault")).to_contain_text("Write what is corrected")
    band.get_by_role("button", name="Wrong side").click()
    expect(started.locator(".hs-state")).to_have_text("Version 2 · draft")
    sides = started.locator(".hs-item").first.get_by_role("radiogroup")
    expect(sides.locator("input:checked")).to_be_focused()
    to_sides = started.get_by_role("button", name="Go to the sides")
    expect(to_sides).to_be_visible()
    started.get_by_role("button", name="Issue and print").click()
    held = started.get_by_role("list", name="Findings that hold the plan")
    expect(held).to_contain_text("and nothing is changed: every side is as it was.")
    held.get_by_role("button", name="Go to the sides").click()
    expect(sides.locator("input:checked")).to_be_focused()
    sides.get_by_role("radio", name="Right only").check(force=True)
    expect(to_sides).to_have_count(0)
    name = label(started)
    to_patients(started)
    started.get_by_role("button", name=f"Older versions, {name}").click()
    started.get_by_role("button", name=f"Version 1, {name}").click()
    expect(started.get_by_text("Version 2 has been begun.")).to_be_visible()
    started.get_by_role("button", name="Open the newest version").click()
    expect(started.locator(".hs-state")).to_have_text("Version 2 · draft")


def test_a_store_that_cannot_be_opened(chromium: Browser, lab: Lab) -> None:
    """In place of the planner stands what is wrong and the mend; the file stays as it is."""
    store, aside = lab.workspace / "clinic.db", lab.workspace / "aside.db"
    for session in json.loads(lab.get("/api/sessions")):
        lab.get(f"/api/sessions/{session['id']}", "DELETE")
    held = {path: path.rename(aside.with_name(f"aside{path.suffix}")) for path in lab.workspace.glob("clinic.db*")}
    store.write_text("no database", encoding="utf-8")
    context = chromium.new_context()
    try:
        page = context.new_page()
        page.goto(lab.url)
        expect(page.get_by_role("heading", name="Your plans cannot be opened")).to_be_visible(timeout=READY_MS)
        expect(page.get_by_role("alert")).to_contain_text("is no database, and is left as it is.")
        assert store.read_text(encoding="utf-8") == "no database"
    finally:
        context.close()
        for session in json.loads(lab.get("/api/sessions")):
            lab.get(f"/api/sessions/{session['id']}", "DELETE")
        store.unlink()
        for path, kept in held.items():
            kept.rename(path)
