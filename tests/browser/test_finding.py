"""Time, the week, findings with what clears them, and the player over the page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import open_row
from tests.browser.issuing import sign
from tests.browser.reviewing import put_in_force

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]
HIP = "Total hip replacement, posterior approach (precautions in force)"
FIGURE4 = "Supine figure-4 (piriformis) stretch"
STANDING = "Standing TFL / ITB stretch at wall"


def test_the_time_is_in_sight_and_a_day_is_set_in_the_week(started: Page, violations: Look) -> None:
    """The foot has session, day and week, and says what is over; the week sets days; one order, one step back."""
    foot = started.get_by_role("region", name="Time and issue")
    expect(foot).to_contain_text("11 min 20 s of exercise")
    expect(foot).to_contain_text("Allow 18 min a day")
    expect(foot).to_contain_text("2 h 2 min a week")
    started.get_by_role("button", name="Patient and conditions", exact=True).click()
    minutes = started.get_by_label("Minutes a day")
    minutes.fill("9")
    minutes.press("Enter")
    expect(foot).to_contain_text("Allow 18 of 9 min a day")
    expect(foot.get_by_text("over", exact=True)).to_be_visible()
    minutes.press("Escape")
    bar = started.get_by_role("region", name="Time of one session")
    box = bar.bounding_box()
    assert box
    assert box["height"] <= 40
    started.get_by_role("button", name="The session in detail").click()
    expect(bar.get_by_role("list", name="Legend")).to_be_visible()
    started.get_by_role("button", name="Week", exact=True).click()
    week = started.get_by_role("table", name="The week")
    sunday = week.get_by_role("button", name=f"Sun, {STANDING}")
    sunday.click()
    expect(sunday).to_have_attribute("aria-pressed", "false")
    expect(sunday).to_be_focused()
    expect(week.locator("tfoot td").last).to_have_text("14over")
    expect(week.locator("tfoot td").first).to_have_text("18over")
    assert violations() == []
    started.get_by_role("button", name="List", exact=True).click()
    started.get_by_label(f"Days, {FIGURE4}", exact=True).first.select_option("3")
    started.get_by_role("button", name="Week", exact=True).click()
    expect(week.get_by_text("3 of 7, the patient’s choice")).to_be_visible()
    expect(week.get_by_role("button", name=f"Sun, {FIGURE4}")).to_be_hidden()
    week.get_by_role("button", name=f"Set these days, {FIGURE4}").click()
    set_days = week.get_by_role("button", name=f", {FIGURE4}")
    expect(set_days.and_(week.locator("[aria-pressed=true]"))).to_have_count(3)
    expect(week.get_by_role("button", name=f"Mon, {FIGURE4}")).to_be_focused()
    started.get_by_role("button", name="List", exact=True).click()
    order = started.get_by_role("button", name="Fewer changes of position")
    expect(order).to_contain_text("saves 30 s")
    order.click()
    expect(started.locator(".hs-item h3").first).to_have_text(STANDING)
    expect(order).to_be_hidden()
    started.get_by_role("button", name="Undo").click()
    expect(started.locator(".hs-item h3").nth(2)).to_have_text(STANDING)


def test_a_finding_is_cleared_or_answered_at_its_row(started: Page, violations: Look) -> None:
    """The swaps come when the finding is opened, and one press clears it; an answer is a reason and Enter."""
    started.get_by_role("button", name="Patient and conditions", exact=True).click()
    put_in_force(started, "posterior", HIP)
    started.get_by_role("button", name="Close the panel").click()
    row = open_row(started, FIGURE4)
    row.locator(".hs-item-flags > summary").click()
    swaps = row.locator(".hs-mends").get_by_role("button", name="Swap for")
    expect(swaps).to_have_count(3)
    expect(row.get_by_text("It keeps the days.")).to_be_visible()
    assert violations() == []
    chosen = swaps.first.inner_text().removeprefix("Swap for ")
    swaps.first.click()
    other = open_row(started, chosen)
    expect(other.locator(".hs-item-under")).not_to_contain_text("Avoid")
    expect(started.locator(".hs-done")).to_contain_text(f"Swapped for {chosen}. It keeps the days.")
    row = open_row(started, STANDING)
    row.locator(".hs-item-flags > summary").click()
    row.get_by_role("button", name="Keep it, with a reason…").click()
    form = row.locator("form:visible")
    sign(form, "A. Physio")
    form.get_by_label("Why it is right for this patient").fill("The surgeon has lifted it.")
    form.get_by_label("Why it is right for this patient").press("Enter")
    expect(row.locator(".hs-answer")).to_contain_text("Kept by A. Physio")
    row.get_by_role("button", name="Change the answer…").click()
    expect(form.get_by_text("as A. Physio")).to_be_visible()
    expect(form.get_by_label("Your name")).to_be_hidden()
    form.get_by_label("Why it is right for this patient").press("Escape")
    expect(row.get_by_role("button", name="Change the answer…")).to_be_focused()


def test_the_session_is_played_over_the_page(started: Page, violations: Look) -> None:
    """The handout's own page in a dialog: it plays, keeps nothing, has the keyboard, and Escape leads back."""
    play = started.get_by_role("button", name="▶ Play")
    play.click()
    dialog = started.get_by_role("dialog", name="As the patient plays it")
    inside = dialog.frame_locator("iframe")
    begin = inside.get_by_role("button", name="Start", exact=True)
    expect(begin).to_be_visible()
    expect(inside.get_by_text("This browser does not keep your diary")).to_have_count(0)
    assert violations() == []
    begin.click()
    expect(inside.locator("body[data-playing]")).to_be_visible()
    started.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(play).to_be_focused()
    play.click()
    expect(begin).to_be_visible()
    dialog.get_by_role("button", name="Close the player").press("Enter")
    expect(dialog).to_be_hidden()
    assert started.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('homestretch '))") == []
