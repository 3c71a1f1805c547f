"""The movement of an exercise in a real browser: played and stopped by one button, by click for whoever wants calm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reviewing import THEMES, everywhere

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]
# The number of each frame that comes into sight, in order, as long as the page stands.
_WATCH = """() => {
  window.seen = [];
  const stage = document.querySelector(".hs-motion-stage");
  new MutationObserver(() => {
    const now = [...stage.children].findIndex((one) => !one.hidden);
    if (window.seen.at(-1) !== now) window.seen.push(now);
  }).observe(stage, { attributes: true, subtree: true });
}"""


def toggle(page: Page) -> Locator:
    return page.get_by_role("button", name="Show the movement")


def stage(page: Page) -> Locator:
    return page.get_by_role("img", name="The movement from start to end")


def in_full(page: Page, name: str = "Bridge") -> None:
    page.get_by_role("button", name=f"{name}, show in full", exact=True).click()
    library = page.get_by_role("region", name="Exercise library")
    expect(library.get_by_role("heading", name=name, exact=True)).to_be_focused()


def test_one_button_plays_and_stops(started: Page, themed: Callable[[str], None], violations: Look) -> None:
    """By keyboard: forth and back, one frame after the other, never two in sight; it stops when it is left.
    Closed, playing and by click, no rule of WCAG 2.2 AA is broken."""
    page = started
    in_full(page)
    expect(stage(page)).to_be_hidden()
    expect(toggle(page)).to_have_attribute("aria-pressed", "false")
    for theme in reversed(THEMES):
        themed(theme)  # for a moment nothing is in sight then, and what plays would stop
        assert violations() == []
        toggle(page).click()
        expect(toggle(page)).to_have_attribute("aria-pressed", "true")
        assert violations() == []
        toggle(page).click()
        expect(toggle(page)).to_have_attribute("aria-pressed", "false")
    page.evaluate(_WATCH)
    toggle(page).press("Enter")
    expect(toggle(page)).to_have_attribute("aria-pressed", "true")
    expect(stage(page)).to_be_visible()
    expect(page.get_by_role("button", name="Next position")).to_be_hidden()
    page.wait_for_function("() => window.seen.length >= 16")
    assert page.evaluate("() => window.seen.slice(0, 16)") == [*range(8), *range(6, -1, -1), 1]
    assert page.locator(".hs-motion-stage img:visible").count() == 1
    toggle(page).press("Enter")
    expect(toggle(page)).to_have_attribute("aria-pressed", "false")
    expect(stage(page)).to_be_hidden()
    toggle(page).click()
    page.get_by_role("button", name="‹ All exercises").click()
    expect(page.locator(".hs-motion > button")).to_have_attribute("aria-pressed", "false")
    in_full(page)
    expect(stage(page)).to_be_hidden()
    page.emulate_media(reduced_motion="reduce")
    toggle(page).click()
    page.get_by_role("button", name="Next position").click()
    assert everywhere(page, themed, violations, (1400,)) == []


def test_three_seconds_or_by_click(started: Page) -> None:
    """The clock of the page, put forward: 14 steps in 3 s, and none after the stop. For whoever wants less motion,
    nothing moves by itself: each click shows the next position, says which, and turns round at the end."""
    page = started
    page.clock.install()
    in_full(page)
    page.clock.pause_at(dt.datetime.now() + dt.timedelta(minutes=5))  # from here it goes on by hand alone
    page.evaluate(_WATCH)
    toggle(page).click()
    page.clock.run_for(3010)
    assert page.evaluate("() => window.seen") == [*range(8), *range(6, -1, -1)]
    toggle(page).click()
    page.clock.run_for(3000)
    assert len(page.evaluate("() => window.seen")) == 15
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("() => { window.seen.length = 0; }")
    toggle(page).press("Space")
    step = page.get_by_role("button", name="Next position")
    expect(step).to_be_visible()
    page.clock.run_for(4000)
    assert set(page.evaluate("() => window.seen")) <= {0}
    for n in [*range(2, 9), 7]:
        step.press("Enter")
        expect(page.locator(".hs-motion").get_by_role("status")).to_have_text(f"Position {n} of 8")
    toggle(page).press("Space")
    expect(step).to_be_hidden()
