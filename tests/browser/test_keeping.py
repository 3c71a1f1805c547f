"""Nothing that the page called saved is lost: reload, another tab, a killed kernel; and no hand overwrites another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Lab
from tests.browser.pages import READY_MS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HOLD = "Hold, s, Standing TFL / ITB stretch at wall"
CODE = ".hs-work .hs-code"


def saved(page: Page) -> None:
    expect(page.locator(".hs-saved")).to_have_text("Saved")


def label(page: Page) -> str:
    return page.get_by_label("Plan id").input_value()


@pytest.fixture
def other(chromium: Browser, lab: Lab) -> Iterator[Page]:
    """A second window on the same workspace."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1100})
    page = context.new_page()
    page.goto(lab.url)
    expect(page.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    yield page
    context.close()


def go_on(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Go on with {name}").click()
    expect(page.get_by_label("Plan id")).to_have_value(name)


def test_a_reload_loses_nothing(started: Page) -> None:
    """The page offers to go on, with the last edit in place and the way back whole, down to the plan's beginning."""
    name = label(started)
    started.get_by_label(HOLD).fill("45")
    expect(started.locator(".hs-total")).to_have_text("12 min 20 s")
    saved(started)
    started.reload()
    expect(started.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    go_on(started, name)
    expect(started.locator(".hs-total")).to_have_text("12 min 20 s")
    started.get_by_role("button", name="Undo").click()
    expect(started.locator(".hs-total")).to_have_text("11 min 20 s")
    expect(started.get_by_role("button", name="Undo")).to_be_disabled()


def test_a_killed_kernel_loses_nothing(started: Page, lab: Lab) -> None:
    """What comes after the kernel's end is told as not saved; all before is there again."""
    name = label(started)
    started.get_by_label(HOLD).fill("45")
    expect(started.locator(".hs-total")).to_have_text("12 min 20 s")
    saved(started)
    for kernel in json.loads(lab.get("/api/kernels")):
        lab.get(f"/api/kernels/{kernel['id']}", "DELETE")
    started.get_by_label(HOLD).fill("60")
    expect(started.get_by_role("alert").filter(has_text="Not saved: no answer")).to_be_in_viewport(timeout=15_000)
    expect(started.locator(".hs-saved")).to_have_text("Not saved")
    assert started.get_by_label(HOLD).evaluate("e => Boolean(e.closest('[inert]'))")
    started.get_by_role("button", name="Load the page again").click()
    expect(started.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    go_on(started, name)
    expect(started.locator(".hs-total")).to_have_text("12 min 20 s")


def test_other_plan_and_library_lose_nothing(started: Page) -> None:
    """Leaving the plan by any way asks nothing, since all is kept."""
    name = label(started)
    started.get_by_label("Patient label").fill("P-0471")
    started.get_by_role("button", name="Other plan…").click()
    go_on(started, name)
    expect(started.get_by_label("Patient label")).to_have_value("P-0471")
    started.get_by_label("Title on the handout").fill("Kept")
    started.get_by_label("Title on the handout").press("Tab")
    saved(started)
    with started.context.expect_page() as opened:
        started.get_by_role("link", name="Library").click()
    expect(opened.value.get_by_text("Exercise library")).to_be_visible(timeout=READY_MS)
    expect(started.get_by_label("Title on the handout")).to_have_value("Kept")


def test_text_is_kept_while_it_is_typed(started: Page) -> None:
    """Without leaving the field: "Saving…" from the first letter, and there after a reload."""
    name = label(started)
    note = started.get_by_label("Note, Standing TFL / ITB stretch at wall")
    note.focus()
    started.keyboard.type("Slow")
    expect(started.locator(".hs-saved")).to_have_text("Saving…")
    saved(started)
    expect(note).to_be_focused()
    started.reload()
    expect(started.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    go_on(started, name)
    expect(note).to_have_value("Slow")


def test_stray_letters_beside_the_page_do_nothing(started: Page) -> None:
    """JupyterLab's own keys for cutting and deleting cells do not reach the page's cell."""
    started.locator(".jp-Notebook").click(position={"x": 4, "y": 4})
    for key in ("d", "d", "x", "m", "a", "b"):
        started.keyboard.press(key)
    expect(started.locator(".jp-Cell")).to_have_count(1)
    expect(started.locator(".hs-total")).to_have_text("11 min 20 s")


def test_a_patients_name_goes_with_its_plan(started: Page) -> None:
    """The name for the printed copies is not offered for the next patient."""
    name = started.get_by_label("Patient’s name, only in what you hand over")
    name.fill("Somebody")
    started.get_by_role("button", name="Other plan…").click()
    started.get_by_role("button", name="Start with an empty plan").click()
    expect(started.locator(".hs-item")).to_have_count(0)
    expect(name).to_have_value("")


@pytest.mark.parametrize(
    ("choice", "total"),
    [("Go on with theirs", "13 min 20 s"), ("Go on with mine", "12 min 20 s"), ("Keep mine as a copy", "12 min 20 s")],
)
def test_two_windows_on_one_thing_are_asked(
    started: Page, other: Page, choice: str, total: str, violations: Callable[[], list[Any]]
) -> None:
    """The second is told, sees both edits and chooses; by keyboard too; the first one's plan is as it was left."""
    name, code = label(started), started.locator(CODE).inner_text()
    saved(started)
    go_on(other, name)
    other.get_by_label(HOLD).fill("60")
    expect(other.locator(".hs-total")).to_have_text("13 min 20 s")
    started.get_by_label(HOLD).fill("45")
    asked = started.get_by_role("heading", name="This plan was changed elsewhere")
    expect(asked).to_be_focused()
    expect(started.get_by_role("list", name="In your edit")).to_contain_text("Hold 45 seconds.")
    expect(started.get_by_role("list", name="In theirs")).to_contain_text("Hold 1 minute.")
    assert violations() == []
    started.get_by_role("button", name=choice).press("Enter")
    expect(asked).to_be_hidden()
    expect(started.locator(".hs-total")).to_have_text(total)
    is_copy = choice == "Keep mine as a copy"
    assert (started.locator(CODE).inner_text() == code) != is_copy
    if choice == "Go on with mine":
        started.get_by_role("button", name="Undo").click()
        expect(started.locator(".hs-total")).to_have_text("13 min 20 s")


def test_two_windows_on_different_things_are_put_together(started: Page, other: Page) -> None:
    name = label(started)
    saved(started)
    go_on(other, name)
    other.get_by_label(HOLD).fill("60")
    expect(other.locator(".hs-total")).to_have_text("13 min 20 s")
    started.get_by_label("Title on the handout").fill("Both")
    started.get_by_label("Title on the handout").press("Tab")
    expect(started.locator(".hs-notice")).to_contain_text("Both edits are in the plan.")
    expect(started.locator(".hs-total")).to_have_text("13 min 20 s")
    expect(started.get_by_label("Title on the handout")).to_have_value("Both")


def issue(page: Page) -> None:
    page.get_by_text("Red flags", exact=True).click()
    page.get_by_role("button", name="Screen done").click()
    page.get_by_role("button", name="Issue…").click()
    page.get_by_label("Name of the clinician").fill("A. Physio")
    page.get_by_role("button", name="Issue now").click()
    expect(page.get_by_text("Issued by A. Physio")).to_be_visible()


def test_a_correction_while_the_patient_is_in_the_room(started: Page) -> None:
    """The same day needs a reason; then version 2 is a draft, and version 1 leads to it."""
    issue(started)
    expect(started.get_by_role("heading", name="Issue", exact=True)).to_be_in_viewport()
    started.get_by_role("button", name="Correct it now").click()
    expect(started.locator(".hs-fault")).to_contain_text("Write what is corrected")
    started.get_by_label("What is corrected").fill("Wrong side.")
    started.get_by_role("button", name="Correct it now").click()
    expect(started.locator(".hs-state")).to_have_text("Version 2 · draft")
    name = label(started)
    started.get_by_role("button", name="Other plan…").click()
    started.get_by_role("button", name=f"Open {name}, version 1").click()
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
