"""The movement of an exercise in a real browser: played and stopped by one button, by click for whoever wants calm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

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
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused()


def test_one_button_plays_and_stops(page: Page) -> None:
    """By keyboard: it plays forth and back, one frame after the other, never two in sight; then it stands still."""
    in_full(page)
    expect(stage(page)).to_be_hidden()
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


def test_forth_and_back_takes_three_seconds(page: Page) -> None:
    """The clock of the page, put forward: 14 steps in 3 s, and none after the stop."""
    page.clock.install()
    in_full(page)
    page.evaluate(_WATCH)
    toggle(page).click()
    page.clock.run_for(3010)
    assert page.evaluate("() => window.seen") == [*range(8), *range(6, -1, -1)]
    toggle(page).click()
    page.clock.run_for(3000)
    assert len(page.evaluate("() => window.seen")) == 15


def test_it_stops_when_it_is_left(page: Page) -> None:
    """Back at the list nothing plays on: the button is found not pressed."""
    in_full(page)
    toggle(page).click()
    page.get_by_role("button", name="‹ All exercises").click()
    expect(page.locator(".hs-motion > button")).to_have_attribute("aria-pressed", "false")
    in_full(page)
    expect(stage(page)).to_be_hidden()


def test_less_motion_steps_by_click(page: Page) -> None:
    """Nothing moves by itself; each click shows the next position, says which, and turns round at the end."""
    page.emulate_media(reduced_motion="reduce")
    page.clock.install()
    in_full(page)
    page.evaluate(_WATCH)
    toggle(page).press("Space")
    step = page.get_by_role("button", name="Next position")
    expect(step).to_be_visible()
    page.clock.run_for(4000)
    assert page.evaluate("() => window.seen") == [0]
    for n in [*range(2, 9), 7]:
        step.press("Enter")
        expect(page.locator(".hs-motion").get_by_role("status")).to_have_text(f"Position {n} of 8")
    toggle(page).press("Space")
    expect(step).to_be_hidden()


def test_no_button_without_a_movement(page: Page) -> None:
    """An exercise whose movement may not be shown has its pictures and no button."""
    in_full(page, "Standing TFL / ITB stretch at wall")
    expect(page.locator(".hs-pictures img")).not_to_have_count(0)
    expect(toggle(page)).to_have_count(0)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing(page: Page, theme: str, themed: Callable[[str], None], violations: Look) -> None:
    """Closed, playing, and by click, the movement breaks no rule of WCAG 2.2 AA."""
    themed(theme)
    in_full(page)
    assert violations() == []
    toggle(page).click()
    assert violations() == []
    toggle(page).click()
    page.emulate_media(reduced_motion="reduce")
    toggle(page).click()
    page.get_by_role("button", name="Next position").click()
    assert violations() == []
