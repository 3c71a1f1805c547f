"""The clinical review in a real browser: patient, red flags, findings, answers, issue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import open_row
from tests.browser.issuing import MADE_MS, open_issue, screened, sign, try_to_issue

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]
HIP = "Total hip replacement, posterior approach (precautions in force)"
TENDON = "Gluteal tendinopathy / greater trochanteric pain"
CROSSOVER = "Supine straight-leg crossover (cross-body) stretch"


def unfold(page: Page, name: str) -> Locator:
    """The folded part of this name, in the panel of the patient."""
    part = page.locator("details.hs-fold", has=page.get_by_role("heading", name=name))
    if not part.is_visible():
        page.get_by_role("button", name="Patient and conditions").press("Enter")
    expect(part).to_have_attribute("open", "")
    return part


def put_in_force(page: Page, words: str, name: str) -> None:
    """Add a condition by typing a part of its name."""
    picker = page.get_by_role("combobox", name="Add a condition")
    picker.fill(words)
    expect(page.get_by_role("option", name=name)).to_be_visible()
    picker.press("ArrowDown")
    picker.press("Enter")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def card(page: Page, name: str) -> Locator:
    return page.locator(".hs-item", has=page.get_by_role("heading", name=name))


def screen(page: Page) -> None:
    unfold(page, "Red flags")
    page.get_by_role("button", name="Screen done").press("Enter")
    expect(page.locator(".hs-about")).to_contain_text("none")


def test_a_condition_brings_a_badge_and_a_swap_takes_it(started: Page) -> None:
    """Condition in force, badge on the card; after the suggested swap the new card has no AVOID; undo brings it back."""
    unfold(started, "This patient")
    put_in_force(started, "greater troch", TENDON)
    crossover = open_row(started, CROSSOVER)
    expect(crossover.locator("summary")).to_contain_text("Avoid")
    crossover.locator("summary").press("Enter")
    crossover.get_by_role("button", name="Swap for Bridge").press("Enter")
    expect(crossover).to_have_count(0)
    bridge = card(started, "Bridge")
    expect(bridge).to_have_count(1)
    expect(bridge.locator(".hs-item-flags")).not_to_contain_text("Avoid")
    expect(bridge.locator(".hs-name")).to_be_focused()
    started.get_by_role("button", name="Undo").click()
    expect(crossover.locator("summary")).to_contain_text("Avoid")


def test_reasons_open_the_way_to_the_issue(started: Page) -> None:
    """The one button says what it waits for: the question, each AVOID, the name; answered in the panel, it issues."""
    started.get_by_role("button", name="Patient and conditions").click()
    put_in_force(started, "posterior", HIP)
    open_issue(started)
    now = started.get_by_role("button", name="Issue and print now")
    waits = started.locator(".hs-waits")
    expect(waits).to_have_text("Answer the red-flag question")
    now.click(force=True)  # it may be pressed, and leads to what it waits for
    expect(started.get_by_role("heading", name="Is one of these signs present?")).to_be_focused()
    screened(started)
    held = started.get_by_role("list", name="Findings that hold the plan")
    for left in (4, 3, 2, 1):
        said = "1 finding waits for your answer" if left == 1 else f"{left} findings wait for your answer"
        expect(waits).to_have_text(said)
        expect(now).to_have_attribute("aria-disabled", "true")
        held.get_by_role("button", name="Keep it, with a reason…").first.click()
        if left == 4:
            sign(held.locator("form:visible"), "A. Physio")
        else:  # known from the first answer: a reason and Enter
            expect(held.locator("form:visible").get_by_text("as A. Physio")).to_be_visible()
            expect(held.get_by_label("Your name").first).to_be_hidden()
        reason = held.locator("form:visible").get_by_label("Why it is right for this patient")
        reason.fill("The surgeon has lifted it.")
        reason.press("Enter")
    expect(held).to_be_hidden()
    try_to_issue(started)
    expect(started.get_by_text("Issued by A. Physio on")).to_be_visible()
    expect(started.locator(".hs-refused li")).to_have_count(0)


def test_a_red_flag_stops_until_it_is_signed_off(started: Page, violations: Look) -> None:
    """A ticked sign is a STOP that holds the issue; a sign-off by name, role and reason releases it."""
    open_issue(started)
    started.get_by_role("button", name="Yes, or not sure").click()
    started.get_by_label("Sign present: Septic joint").check()
    started.get_by_role("button", name="I have gone through them").click()
    expect(started.get_by_role("button", name="Review: 1 stop")).to_be_visible()
    expect(started.locator(".hs-waits")).to_have_text("1 finding waits for your answer")
    held = started.get_by_role("list", name="Findings that hold the plan")
    held.get_by_role("button", name="Sign off…").click()
    expect(started.locator(".hs-pages img").first).to_be_visible(timeout=MADE_MS)
    assert violations() == []
    sign(held, "A. Physio", "Physiotherapist")
    held.get_by_label("Reason, in 10 letters or more").fill("Blood count normal.")
    held.get_by_role("button", name="Sign off", exact=True).click()
    try_to_issue(started)
    expect(started.get_by_text("Issued by A. Physio on")).to_be_visible()
    assert violations() == []


def test_the_review_leads_to_the_card(started: Page) -> None:
    """A finding in the list opens the reasons on its card and puts the keyboard there."""
    unfold(started, "This patient")
    put_in_force(started, "posterior", HIP)
    started.get_by_role("region", name="Review").get_by_role("button", name=CROSSOVER).press("Enter")
    crossover = card(started, CROSSOVER)
    expect(crossover.locator(".hs-item-flags > summary")).to_be_focused()
    expect(crossover.get_by_text("Source:")).to_be_visible()


def test_the_patient_is_kept_in_one_line(started: Page) -> None:
    """What is filled in stands in the line of the folded panel; a refused age is told at its field, and not taken."""
    part = unfold(started, "This patient")
    for label, value in (("Age, years", "72"), ("Minutes a day", "20")):
        part.get_by_label(label).fill(value)
        part.get_by_label(label).press("Enter")
    part.get_by_label("Support to hold on to").select_option("Yes")
    put_in_force(started, "hypert", "Hypertension, controlled or unknown")
    expect(part.locator("summary").first).to_contain_text("72 years, 20 min a day, 1 condition, support at hand")
    part.get_by_label("Age, years").fill("720")
    part.get_by_label("Age, years").press("Enter")
    expect(part.locator(".hs-fault")).to_have_text(
        "Not taken. 720 is refused: it must be 120 or less. Correct the value."
    )
    expect(part.get_by_label("Age, years")).to_have_value("720")
    expect(part.locator("summary").first).to_contain_text("72 years, 20 min a day")
    started.get_by_role("button", name="Remove condition Hypertension").click()
    expect(started.get_by_role("combobox", name="Add a condition")).to_be_focused()


def test_an_end_for_one_movement(started: Page) -> None:
    """Set and removed beside its condition."""
    unfold(started, "This patient")
    put_in_force(started, "posterior", HIP)
    started.get_by_text("An end of its own for one movement").click()
    started.get_by_label(f"Movement, {HIP}").select_option("side_lie")
    started.get_by_label(f"No longer a concern from, {HIP}").fill("2030-08-01")
    started.get_by_role("button", name=f"Set the end, {HIP}").click()
    expect(started.locator(".hs-ends")).to_contain_text("until 1 August 2030")
    started.get_by_role("button", name="Remove the end for: lies on the side").click()
    expect(started.locator(".hs-ends li")).to_have_count(0)


def test_hostile_words_stay_words(started: Page) -> None:
    """Markup typed as a reason, a thing or a note is shown letter by letter and never runs."""
    hostile = "<img src=x onerror=\"document.title='fired'\">"
    unfold(started, "This patient")
    other = started.get_by_role("textbox", name="Another thing at home")
    other.fill(hostile)
    other.press("Enter")
    expect(started.get_by_role("button", name=hostile)).to_have_attribute("aria-pressed", "true")
    put_in_force(started, "posterior", HIP)
    first = open_row(started, started.locator(".hs-item h3").first.inner_text())
    first.locator(".hs-item-flags > summary").click()
    first.get_by_role("button", name="Keep it, with a reason…").click()
    first.get_by_label("Why it is right for this patient").fill(hostile)
    sign(first.locator("form:visible"), hostile)
    first.get_by_role("button", name="Keep it", exact=True).click()
    expect(first.locator(".hs-answer").first).to_contain_text(hostile)
    assert "fired" not in started.title()
    assert started.locator(".hs img[src=x]").count() == 0


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1400, 640])
def test_axe_finds_nothing(
    started: Page, theme: str, width: int, themed: Callable[[str], None], violations: Look
) -> None:
    """Every level, every form and every folded part open: no rule of WCAG 2.2 AA is broken, wide or narrow."""
    started.set_viewport_size({"width": width, "height": 1100})
    themed(theme)
    unfold(started, "This patient")
    put_in_force(started, "posterior", HIP)
    put_in_force(started, "greater troch", TENDON)
    unfold(started, "Red flags")
    started.get_by_label("Yes, present: Septic joint").check()
    expect(started.locator("[data-level=STOP]")).to_have_count(1)
    open_issue(started)
    expect(started.locator(".hs-pages img").first).to_be_visible(timeout=MADE_MS)
    started.evaluate("() => { for (const part of document.querySelectorAll('.hs details')) part.open = true; }")
    started.get_by_role("button", name="Keep it, with a reason…").first.click()
    started.get_by_role("combobox", name="Add a condition").fill("knee")
    expect(started.locator(".hs-options [role=option]").first).to_be_visible()
    assert violations() == []
    fits = started.evaluate(
        "() => document.querySelector('.hs').scrollWidth <= document.querySelector('.hs').clientWidth"
    )
    assert fits
