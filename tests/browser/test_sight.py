"""What stays where she looks: the ways on from an issued version, the patient's line, the days, the library's place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.issuing import issue
from tests.browser.reviewing import to_patient

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINE_PX = 48  # of the patient's band


def top_and_bottom(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["y"], box["y"] + box["height"]


def high(part: Locator) -> float:
    top, bottom = top_and_bottom(part)
    return bottom - top


def test_the_ways_on_stay_in_sight(started: Page) -> None:
    """However far a long plan is scrolled, and over nothing of it; the next version opens at its beginning. In a narrow
    window it stands in full whose plan it is, and of what."""
    started.set_viewport_size({"width": 1000, "height": 700})  # whose plan it is, and of what, is said in full
    expect(started.get_by_role("button", name="▶ Play")).to_be_in_viewport(ratio=1)
    assert started.locator(".hs-top-whose").evaluate("node => node.scrollWidth <= node.clientWidth")
    assert started.locator(".hs-item-name").first.evaluate("node => node.clientWidth") > 100
    started.set_viewport_size({"width": 1280, "height": 700})
    for n, name in enumerate(("Bridge", "Clamshell", "Cat-cow", "Chin tuck"), 5):
        started.get_by_role("button", name=f"Add {name}", exact=True).click()
        expect(started.locator(".hs-item")).to_have_count(n)
    issue(started)
    band, board = started.get_by_role("region", name="This version is issued"), started.locator(".hs-board")
    board.evaluate("node => node.scrollTo(0, node.scrollHeight)")
    for way in ("Make the next version", "Correct…"):
        expect(band.get_by_role("button", name=way)).to_be_in_viewport(ratio=1)
    assert high(band) < LINE_PX
    assert top_and_bottom(started.locator(".hs-version"))[1] <= top_and_bottom(board)[0]
    band.get_by_role("button", name="Make the next version").click()
    expect(started.locator(".hs-state")).to_have_text("Version 2 · draft")
    expect(started.locator(".hs-board-title")).to_be_focused()
    assert board.evaluate("node => node.scrollTop") == 0
    expect(band).to_be_hidden()


def test_the_patient_is_one_line_and_days_stay_beside_a_panel(started: Page) -> None:
    """With one condition, whatever is still to be said of it, at 1280 px; on a tablet two lines. The panel of the
    patient takes neither a name nor the days from any row."""
    started.set_viewport_size({"width": 1280, "height": 800})
    to_patient(started)
    picker = started.get_by_role("combobox", name="Add a condition")
    picker.click()
    picker.fill("ACL reconstruction")
    expect(started.get_by_role("listbox").get_by_role("option").first).to_contain_text("ACL")
    picker.press("Enter")
    strip = started.locator(".hs-strip")
    expect(strip.locator(".hs-tag-asks")).to_be_visible()
    assert high(strip) < LINE_PX
    for row in started.locator(".hs-item").all():
        days = row.locator(".hs-row-days")
        expect(days).to_be_visible()
        assert days.evaluate(
            "node => node.getBoundingClientRect().right <= node.closest('.hs-list').getBoundingClientRect().right"
        )
        assert row.locator(".hs-item-name").evaluate("node => node.clientWidth") > 100
    started.set_viewport_size({"width": 960, "height": 800})
    assert high(strip) < 2 * LINE_PX


def test_the_library_stays_where_it_was(started: Page) -> None:
    """After something was added from far down; and the red flags are one press away, under the keyboard."""
    scroll = started.locator(".hs-library .hs-scroll").first
    scroll.evaluate("node => node.scrollTo(0, 900)")
    before = scroll.evaluate("node => node.scrollTop")
    assert before > 0
    edge = top_and_bottom(scroll)[0]
    below = [one for one in scroll.locator(".hs-add").all() if top_and_bottom(one)[0] > edge]
    below[0].click()
    expect(started.locator(".hs-item")).to_have_count(5)
    assert abs(scroll.evaluate("node => node.scrollTop") - before) < LINE_PX
    started.get_by_role("button", name="Red flags").click()
    expect(started.locator("summary:focus")).to_contain_text("Red flags")
