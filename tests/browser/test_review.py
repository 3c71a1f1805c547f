"""The clinical review in a real browser: patient, red flags, findings, answers, issue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import open_row
from tests.browser.issuing import MADE_MS, open_issue, screened, sign, try_to_issue
from tests.browser.reviewing import card, put_in_force, to_findings, to_patient

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]
HIP = "Total hip replacement, posterior approach (precautions in force)"
TENDON = "Gluteal tendinopathy / greater trochanteric pain"
CROSSOVER = "Supine straight-leg crossover (cross-body) stretch"
HOSTILE = "<img src=x onerror=\"document.title='fired'\">"


def test_a_condition_brings_a_badge_and_a_swap_takes_it(started: Page) -> None:
    """Condition in force, badge on the row, and the finding leads there; after the suggested swap the new row has no
    AVOID; undo brings it back."""
    put_in_force(started, "greater troch", TENDON)
    crossover = card(started, CROSSOVER)
    expect(crossover).to_contain_text("Avoid")
    to_findings(started).get_by_role("button", name=CROSSOVER).press("Enter")
    expect(crossover.locator("summary").first).to_be_focused()
    expect(crossover.get_by_text("Source:").first).to_be_visible()
    crossover.get_by_role("button", name="Swap for Bridge").first.press("Enter")
    expect(crossover).to_have_count(0)
    bridge = card(started, "Bridge")
    expect(bridge).to_have_count(1)
    expect(bridge).not_to_contain_text("Avoid")
    expect(bridge.locator(".hs-name")).to_be_focused()
    started.get_by_role("button", name="Undo", exact=True).click()
    expect(crossover).to_contain_text("Avoid")


def test_reasons_open_the_way_to_the_issue(started: Page) -> None:
    """The one button says what it waits for: the question, each AVOID, the name; answered in the panel, it issues."""
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
    """A ticked sign is a STOP that holds the issue; a sign-off by name, role and reason releases it. What is missing is
    told in the form, and what was typed stays in it."""
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
    reason = held.get_by_label("Reason, in 10 letters or more")
    reason.fill("Fine.")
    sign(held, "B. Physio", "")
    held.get_by_role("button", name="Sign off", exact=True).click()
    expect(held.locator(".hs-fault")).to_have_text(
        "Not signed off: it has no role or registration; its reason has 4 letters, and at least 10 are needed. "
        "A sign-off needs a name, a role, a reason and a day."
    )
    expect(reason).to_have_value("Fine.")
    reason.fill("The hip is cool, the blood count normal.")
    held.get_by_label("Role or registration").fill("Physiotherapist")
    held.get_by_role("button", name="Sign off", exact=True).click()
    expect(held).to_be_hidden()
    expect(to_findings(started)).to_contain_text("Signed off by B. Physio, Physiotherapist, ")
    open_issue(started)
    try_to_issue(started)
    expect(started.get_by_text("Issued by A. Physio on")).to_be_visible()
    assert violations() == []


def test_the_patient_is_kept(started: Page) -> None:
    """What is filled in stands in one line; a refused age is told at its field, and not taken. An end for one movement
    is set and removed beside its condition; and markup typed as a thing or a reason is shown letter by letter."""
    part = to_patient(started)
    line = started.get_by_role("region", name="This patient")
    for where, label, value in ((part, "Age, years", "72"), (started, "Minutes a day", "20")):
        where.get_by_label(label).fill(value)
        where.get_by_label(label).press("Enter")
    started.get_by_label("Support to hold on to").select_option("Yes")
    put_in_force(started, "hypert", "Hypertension, controlled or unknown")
    expect(line).to_contain_text("72 years")
    expect(line.get_by_label("Minutes a day")).to_have_value("20")
    expect(line.get_by_label("Support to hold on to")).to_have_value("yes")
    part.get_by_label("Age, years").fill("720")
    part.get_by_label("Age, years").press("Enter")
    expect(part.locator(".hs-fault:visible")).to_have_text(
        "Not taken. 720 is refused: it must be 120 or less. Correct the value."
    )
    expect(part.get_by_label("Age, years")).to_have_value("720")
    expect(line).to_contain_text("72 years")
    started.get_by_role("button", name="Remove condition Hypertension").click()
    expect(started.get_by_role("combobox", name="Add a condition")).to_be_focused()
    put_in_force(started, "posterior", HIP)
    started.get_by_text("One movement is allowed earlier").click()
    started.get_by_label(f"Movement, {HIP}").select_option("side_lie")
    started.get_by_label(f"No longer a concern from, {HIP}").fill("2030-08-01")
    started.get_by_role("button", name=f"Set the end, {HIP}").click()
    ends = started.get_by_role("list", name=f"Ends for single movements, {HIP}")
    expect(ends).to_contain_text("until 1 August 2030")
    started.get_by_role("button", name="Remove the end for: lies on the side").click()
    expect(ends.get_by_role("listitem")).to_have_count(0)
    other = started.get_by_role("textbox", name="Another thing at home")
    other.fill(HOSTILE)
    other.press("Enter")
    expect(started.get_by_role("button", name=HOSTILE)).to_have_attribute("aria-pressed", "true")
    first = open_row(started, started.locator(".hs-item h3").first.inner_text())
    first.locator(".hs-item-flags > summary").click()
    first.get_by_role("button", name="Keep it, with a reason…").first.click()
    first.get_by_label("Why it is right for this patient").first.fill(HOSTILE)
    sign(first.locator("form:visible"), HOSTILE)
    first.get_by_role("button", name="Keep it", exact=True).click()
    expect(first.locator(".hs-answer").first).to_contain_text(HOSTILE)
    assert "fired" not in started.title()
    assert started.locator(".hs img[src=x]").count() == 0
