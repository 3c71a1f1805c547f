"""The window of a page: all of the place is its own, at every width."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import READY_MS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PLACE = "e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round); }"
# Parts of a band that lie over one another, or beyond the window.
OVER = """() => [...document.querySelectorAll(".hs-top, .hs-strip, .hs-board-head, .hs-foot")].flatMap((band) => {
  const parts = [...band.querySelectorAll("button, a, b, .hs-line, .hs-state, .hs-saved")]
    .filter((e) => e.getClientRects().length && !e.closest(".hs-unseen"));
  const boxes = parts.map((e) => [e, e.getBoundingClientRect()]);
  return boxes.flatMap(([e, a], i) => [
    ...(a.right > innerWidth + 1 || a.left < -1 ? [`${e.textContent} is out of sight`] : []),
    ...boxes.slice(i + 1)
      .filter(([f, b]) => !e.contains(f) && !f.contains(e)
        && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
      .map(([f]) => `${e.textContent} lies over ${f.textContent}`),
  ]);
})"""
# How far something around the page can be scrolled beyond its end.
BEYOND = """() => {
  const page = document.querySelector(".hs");
  const around = [];
  for (let node = page.parentElement; node; node = node.parentElement) around.push(node);
  return Math.max(...around.map((node) => {
    node.scrollTop = 1e6;
    const space = Math.round(node.getBoundingClientRect().bottom - page.getBoundingClientRect().bottom);
    node.scrollTop = 0;
    return node.scrollHeight > node.clientHeight + 1 ? space : 0;
  }));
}"""
SMALL = """() => [...document.querySelectorAll(".hs :is(button, select, summary, a, input:not([type=checkbox], [type=radio]))")]
  .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 44 && e.tabIndex >= 0)
  .map((e) => e.outerHTML.slice(0, 120))"""


def put(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    expect(page.locator(".hs-planner")).to_have_js_property("clientWidth", width)


def in_page(page: Page) -> None:
    """The law of the keyboard: after whatever was done it is on something in the page."""
    page.wait_for_function("() => document.activeElement?.closest('.hs') && document.activeElement !== document.body")


def test_jupyterlabs_bars_make_room_and_come_back_when_asked_for(started: Page, themed: Callable[[str], None]) -> None:
    """The page has the whole window; “Menus” shows JupyterLab's own, and takes them away. Dark is the machine's choice."""
    page = started.locator(".hs-planner")
    assert page.evaluate(PLACE) == [0, 0, 1400, 1100]  # as it was opened, wider than a text is
    for width, height in ((1280, 800), (768, 1024), (420, 860)):
        put(started, width, height)
        assert page.evaluate(PLACE) == [0, 0, width, height]
        assert started.evaluate(BEYOND) == 0
    started.set_viewport_size({"width": 1280, "height": 800})
    started.locator(".hs-cell").first.click(button="right")
    expect(started.locator(".lm-Menu")).to_have_count(0)  # what it offers is for cells of code
    menus = started.get_by_role("button", name="Menus")
    menus.click()
    expect(started.get_by_role("menuitem", name="Kernel")).to_be_visible()
    assert page.evaluate(PLACE)[1] > 0
    menus.click()
    expect(started.get_by_role("menuitem", name="Kernel")).to_be_hidden()
    expect(page).to_have_js_property("clientWidth", 1280)
    themed("JupyterLab Dark")
    themed("JupyterLab Light")


def test_the_sheet_of_keys_holds_the_keyboard(started: Page, violations: Callable[[], list[Any]]) -> None:
    """`?` shows it, Tab stays in it, Esc closes it and gives the keyboard back."""
    in_page(started)
    title = started.locator(".hs-board-title")
    title.focus()
    started.keyboard.press("?")
    sheet = started.get_by_role("dialog", name="Keys")
    expect(sheet).to_be_visible()
    for _ in range(3):
        started.keyboard.press("Tab")
        assert not started.evaluate("() => Boolean(document.activeElement.closest('.hs-window'))")
    assert violations() == []
    started.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(title).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(768, 1024), (420, 860), (640, 400)])
def test_where_there_is_less_place(started: Page, width: int, height: int, violations: Callable[[], list[Any]]) -> None:
    """The plan comes first, library and panels take its place; nothing lies over anything; a finger finds all."""
    put(started, width, height)
    expect(started.locator(".hs-items")).to_be_visible()
    expect(started.locator(".hs-library")).to_be_hidden()
    assert started.evaluate(OVER) == []
    assert started.evaluate("document.documentElement.scrollWidth") == width
    margins = started.locator(".hs-items").evaluate(
        "(e, w) => [e.getBoundingClientRect().left, w - e.getBoundingClientRect().right]", width
    )
    assert max(margins) <= 16
    if width <= 640:
        assert started.evaluate(SMALL) == []
    assert violations() == []
    started.get_by_role("button", name="+ Add").click()
    expect(started.get_by_role("searchbox", name="Search")).to_be_focused()
    expect(started.locator(".hs-items")).to_be_hidden()
    assert violations() == []
    started.keyboard.press("Escape")
    expect(started.get_by_role("button", name="+ Add")).to_be_focused()
    started.get_by_role("button", name="Issue and print", exact=True).click()
    expect(started.locator(".hs-aside")).to_be_visible()
    expect(started.locator(".hs-items")).to_be_hidden()
    started.get_by_role("button", name="Close the panel").click()
    expect(started.locator(".hs-items")).to_be_visible(timeout=READY_MS)
