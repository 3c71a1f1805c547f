"""An exercise of her own in the browser: written in the form, seen as the patient reads it, and in the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab
from tests.browser.pages import READY_MS
from tests.photos import camera

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ALT = "A person stands on one leg at a wall."


def test_from_the_form_into_the_plan(
    started: Page, lab: Lab, tmp_path: Path, violations: Callable[[], list[Any]]
) -> None:
    """Faults stand at their fields and nothing is lost; a reload keeps what is half typed; with its photo the exercise
    is in the preview, in the library, in the row of the plan and in the folder; wide and narrow no rule of WCAG 2.2 AA
    is broken."""
    page = started
    panel = page.get_by_role("complementary", name="Exercise of your own")
    preview = panel.get_by_role("article", name="As the patient reads it")
    page.get_by_role("button", name="+ Own exercise").click()
    expect(preview).to_contain_text("Your exercise")
    panel.get_by_label("Times in a set").fill("ten")
    steps = panel.get_by_label("How to do it, one step a line")
    steps.press_sequentially("Stand facing a wall.\nLift your {foot} knee.")  # JupyterLab takes no line away
    expect(steps).to_have_value("Stand facing a wall.\nLift your {foot} knee.")
    panel.get_by_role("button", name="Keep in my library").click()
    name = panel.get_by_label("Name (needed)")
    expect(name).to_be_focused()
    faults = panel.locator(".hs-field .hs-fault")
    expect(faults).to_have_text(
        [
            "Not taken. The exercise has no name. Give it one.",
            "Not taken. “ten” is no whole number. Write digits alone, such as 10.",
            "Not taken. {foot} is no side word. Only {lead} and {other} stand in braces.",
        ]
    )
    expect(panel.get_by_text("Not kept: 3 things to mend.")).to_be_visible()
    assert violations() == []
    name.fill("Wall march of mine")
    expect(panel.get_by_text("Not kept: 2 things to mend.")).to_be_visible()

    page.reload()
    page.get_by_role("button", name="Go on").first.click(timeout=READY_MS)
    page.get_by_role("button", name="Go on with your own exercise").click()
    expect(panel.get_by_text("What you had typed is here again.")).to_be_visible()
    expect(name).to_have_value("Wall march of mine")
    expect(panel.get_by_label("Times in a set")).to_have_value("ten")

    panel.get_by_label("Times in a set").fill("8")
    panel.get_by_label("Seconds for one").fill("3")
    panel.get_by_label("How to do it, one step a line").fill("Stand facing a wall.\nLift your {lead} knee.")
    panel.get_by_label("Kind", exact=True).select_option("balance")
    panel.get_by_label("Region", exact=True).select_option("hip")
    panel.get_by_label("Position, such as").fill("standing, facing a wall")
    panel.get_by_label("Muscles, with commas").fill("hip flexors")
    panel.get_by_text("It needs nothing").click()
    panel.get_by_label("Sides", exact=True).select_option("each")
    panel.get_by_label("What it should feel like").fill("Work at the front of your hip.")
    panel.get_by_text("No cautions").click()
    panel.get_by_role("searchbox", name="Filter what it does").fill("balance needed")
    panel.get_by_label("standing, balance needed").check()

    photo = panel.get_by_label("Picture file")
    photo.set_input_files({"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload=alert(1)>"})
    expect(panel.get_by_text("Not taken. Is no picture that can be read.")).to_be_visible()
    photo.set_input_files({"name": "big.jpg", "mimeType": "image/jpeg", "buffer": bytes(10_000_001)})
    expect(panel.get_by_text("Not taken. Is larger than 10 MB.")).to_be_visible()
    file = tmp_path / "photo.jpg"
    file.write_bytes(camera(width=1600, height=1200, turned=True))
    photo.set_input_files(file)
    expect(panel.get_by_text("900 × 1200 dots")).to_be_visible()
    panel.get_by_label("What the picture shows").fill(ALT)
    expect(preview.get_by_role("img", name=ALT)).to_be_visible()
    expect(preview).to_contain_text("Lift your right knee.")
    expect(panel.get_by_text("Unfinished")).to_have_count(0)
    page.set_viewport_size({"width": 420, "height": 860})
    assert violations() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1400, "height": 1100})

    panel.get_by_role("button", name="Keep in my library").click()
    expect(page.locator(".hs-detail-name")).to_have_text("Wall march of mine")
    expect(page.get_by_role("img", name=ALT)).to_be_visible()
    expect(page.get_by_role("button", name="Show the movement")).to_have_count(0)  # a photo does not move
    page.get_by_role("button", name="Add to the plan: Wall march of mine").click()
    row = page.locator(".hs-item", has_text="Wall march of mine")
    expect(row.locator(".hs-thumb img")).to_be_visible()
    assert "image%2Fjpeg" in str(row.locator(".hs-thumb img").get_attribute("src"))
    files = sorted(path.name for path in (lab.workspace / "exercises").iterdir())
    assert files == ["my_wall_march_of_mine.jpg", "my_wall_march_of_mine.toml"]

    page.get_by_role("button", name="Change it").click()
    expect(panel.get_by_text("It is needed by the draft of")).to_be_visible()
    panel.press("Escape")
    page.locator(".hs-foot").get_by_role("button", name="Undo").click()
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Change it").click()
    panel.get_by_role("button", name="Take it out of the library…").click()
    panel.get_by_role("button", name="Take it out", exact=True).click()
    expect(page.locator(".hs-done")).to_contain_text("Wall march of mine was taken away.")
    expect(panel).to_be_hidden()
    expect(page.locator(".hs-detail")).to_be_hidden()


def test_a_copy_keeps_its_pictures(started: Page, violations: Callable[[], list[Any]]) -> None:
    """They stand in the form with a sentence on whose they are, in the preview, in the library and in the row, and
    move; a photo hides them, they come back, and can be taken away; no rule of WCAG 2.2 AA is broken."""
    page = started
    panel = page.get_by_role("complementary", name="Exercise of your own")
    preview = panel.get_by_role("article", name="As the patient reads it")
    page.get_by_role("searchbox", name="Search").fill("bridge")
    page.get_by_role("button", name="Bridge, show in full", exact=True).click()
    page.get_by_role("button", name="Make a copy to change").click()
    whose = panel.get_by_label("Those of which exercise")
    said = panel.get_by_text("The pictures are those of Bridge. Take them away if your steps differ.")
    expect(whose).to_have_value("bridge")
    expect(said).to_be_visible()
    expect(panel.locator(".hs-own-drawn img")).to_be_visible()
    expect(preview.get_by_role("img")).to_have_count(2)
    assert violations() == []
    photo = panel.get_by_label("Picture file")
    photo.set_input_files({"name": "x.jpg", "mimeType": "image/jpeg", "buffer": camera()})
    expect(panel.get_by_text("Your photo stands in the place of those of Bridge.")).to_be_visible()
    panel.get_by_role("button", name="Take the photo away").click()
    expect(said).to_be_visible()
    panel.get_by_role("button", name="Take the pictures away").click()
    expect(said).to_be_hidden()
    expect(whose).to_be_focused()
    expect(preview.get_by_role("img")).to_have_count(0)
    whose.select_option("Bridge")
    expect(panel.locator(".hs-own-drawn img")).to_be_visible()
    panel.get_by_role("button", name="Keep in my library").click()
    expect(page.locator(".hs-detail-name")).to_have_text("Bridge (my own)")
    expect(page.get_by_role("button", name="Show the movement")).to_be_visible()
    page.get_by_role("button", name="Add to the plan: Bridge (my own)").click()
    row = page.locator(".hs-item", has_text="Bridge (my own)")
    expect(row.locator(".hs-thumb img")).to_be_visible()
    page.get_by_role("button", name="Change it").click()
    expect(said).to_be_visible()
    panel.get_by_role("button", name="Take the pictures away").click()
    panel.get_by_role("button", name="Keep in my library").click()
    expect(row.locator(".hs-thumb img")).to_be_hidden()
    expect(page.get_by_role("button", name="Show the movement")).to_have_count(0)
