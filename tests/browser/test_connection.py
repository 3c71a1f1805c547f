"""A page whose kernel is gone: seen at once, said in plain words, and back with all that was typed."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab, open_row
from tests.browser.pages import READY_MS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SEEN_S = 2.0
TITLE = "Title on the handout"
STRETCH = "Standing TFL / ITB stretch at wall"


def band(page: Page) -> Any:
    return page.get_by_role("alert").filter(has_text="Not connected.")


def kill(lab: Lab) -> float:
    """SIGKILL for every kernel of this lab; gives the moment."""
    home = str(lab.workspace)
    for process in psutil.process_iter():
        try:
            if "ipykernel" in " ".join(process.cmdline()) and process.environ().get("KIT_WORKSPACE") == home:
                process.kill()
        except psutil.Error:
            continue
    return time.monotonic()


def about(page: Page) -> Any:
    title = page.get_by_label(TITLE)
    if not title.is_visible():
        page.get_by_role("button", name="About this plan").click()
    return title


def test_a_kernel_killed_in_the_middle_of_typing_loses_no_key(
    started: Page, lab: Lab, violations: Callable[[], list[Any]]
) -> None:
    """It is seen within 2 s, the fields take nothing in and can be read; then the page is back by itself.

    The same plan is in hand, the same panel is open, and the last letter that was typed is in its field and kept.
    """
    title = about(started)
    code = started.locator(".hs-code").first.inner_text()
    title.fill("Half ")
    started.keyboard.type("typ")
    killed = kill(lab)
    started.keyboard.type("ed")
    expect(band(started)).to_be_in_viewport(timeout=SEEN_S * 1000)
    assert time.monotonic() - killed < SEEN_S + 1  # the last is the machine's own
    expect(title).to_be_disabled()
    expect(title).to_have_value("Half typed")
    expect(band(started).locator("p")).to_be_focused()
    started.keyboard.press("Tab")
    expect(started.get_by_role("button", name="Reconnect")).to_be_focused()
    assert started.locator(".jp-Dialog").count() == 0
    expect(band(started)).to_be_hidden(timeout=READY_MS)
    expect(started.get_by_label(TITLE)).to_have_value("Half typed", timeout=READY_MS)
    expect(started.get_by_label(TITLE)).to_be_enabled()
    assert started.locator(".hs-code").first.inner_text() == code
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    expect(started.locator(".hs-done")).to_have_text("Connected again.")
    started.reload()
    started.get_by_role("button", name="Go on with").click(timeout=READY_MS)
    expect(about(started)).to_have_value("Half typed")
    assert violations() == []


def test_keys_that_are_typed_on_press_nothing(started: Page, lab: Lab) -> None:
    """Who looks at the keyboard types on while the kernel dies and comes back: no letter is a command of the notebook, no
    space presses a button; the page is there again, and what was typed before is in its field."""
    open_row(started, STRETCH)
    note = started.get_by_label(f"Note, {STRETCH}")
    note.focus()
    started.keyboard.type("Slow")
    cells = started.locator(".jp-Cell").count()
    kill(lab)
    started.keyboard.type(" and calm", delay=60)
    expect(band(started)).to_be_visible()
    total = started.locator(".hs-total")
    typed = 0
    while band(started).is_visible() or not total.is_visible():
        started.keyboard.type(" by day, at ease", delay=40)
        typed += 1
        assert typed < 60, "the page does not come back"
    expect(total).to_have_text("11 min 20 s", timeout=READY_MS)
    assert started.locator(".jp-Dialog").count() == 0
    assert started.locator(".jp-Cell").count() == cells
    open_row(started, STRETCH)
    expect(note).to_have_value(re.compile("^Slow"))


def test_a_kernel_that_was_ended_comes_back_when_she_asks(
    started: Page, lab: Lab, violations: Callable[[], list[Any]]
) -> None:
    """Nothing is restarted that somebody ended; the page waits, and one click brings it back as it was."""
    for kernel in json.loads(lab.get("/api/kernels")):
        lab.get(f"/api/kernels/{kernel['id']}", "DELETE")
    expect(band(started)).to_be_in_viewport(timeout=SEEN_S * 1000)
    expect(started.locator(".hs-saved")).to_have_text("Not connected")
    expect(started.get_by_role("button", name="Issue and print")).to_be_disabled()
    assert violations() == []
    started.get_by_role("button", name="Reconnect").click()
    expect(band(started)).to_be_hidden(timeout=READY_MS)
    expect(started.locator(".hs-total")).to_have_text("11 min 20 s", timeout=READY_MS)


def test_a_broken_line_is_mended_without_a_new_page(started: Page) -> None:
    """The same kernel behind it: what is on the page stays, and is open again."""
    started.context.set_offline(True)
    started.evaluate(
        "() => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.reconnect().catch(() => null); }"
    )
    expect(band(started)).to_be_in_viewport(timeout=SEEN_S * 1000)
    started.locator(".hs-board").evaluate("e => { e.dataset.same = 'yes'; }")
    started.context.set_offline(False)
    expect(band(started)).to_be_hidden(timeout=READY_MS)
    assert started.locator(".hs-board").get_attribute("data-same") == "yes"
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    about(started).fill("Goes on")
    expect(started.locator(".hs-saved")).to_have_text("Saved")
