"""The library in a real browser: from a mistyped word to an exercise of one's own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kit.places import data_dir
from tests.browser.pages import HOSTILE, READY_MS, THEMES, put_theme, violations, watched

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def kits(exercise_id: str, *changes: tuple[str, str]) -> str:
    """The kit's file of this exercise with changes, each of which must bite."""
    text = (data_dir() / "exercises" / f"{exercise_id}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


OWN = ('id = "clamshell"', 'id = "my_clam"')
TWO_FAULTS = kits("clamshell", OWN, ('region = "hip"', 'region = "hips"'), ("sets = 2", 'sets = "two"'))


@pytest.fixture
def folder(lab: Any) -> Iterator[Path]:
    """Her folder, empty, and gone afterwards: other tests share the workspace."""
    made: Path = lab.workspace / "exercises"
    made.mkdir()
    yield made
    shutil.rmtree(made)


@pytest.fixture
def page(chromium: Browser, lab: Any, folder: Path) -> Iterator[Page]:
    with watched(chromium, lab, {"width": 1400, "height": 1100}) as page:
        yield page


def library(page: Page, lab: Any) -> Page:
    """The library, open and ready."""
    page.goto(lab.url.replace("plan.ipynb", "library.ipynb"))
    expect(page.get_by_text("Exercise library")).to_be_visible(timeout=READY_MS)
    return page


def rows(page: Page) -> Locator:
    return page.locator(".bs-row")


def count(page: Page) -> Locator:
    return page.locator(".bs-count")


def choose(page: Page, name: str) -> None:
    page.get_by_label("Search", exact=True).fill(name)
    expect(count(page)).to_contain_text(" of ")
    rows(page).filter(has_text=name).first.click()
    expect(page.get_by_role("heading", level=2, name=name, exact=True)).to_be_visible()


def test_search_and_filters(page: Page, lab: Any) -> None:
    """A mistyped word finds; filters narrow, and clearing brings all back. Everything that takes the focus keeps
    JupyterLab's one-letter commands away."""
    library(page, lab)
    cells = page.locator(".jp-Cell").count()
    rows(page).first.focus()
    page.keyboard.press("b")
    page.keyboard.press("a")
    expect(page.locator(".jp-Cell")).to_have_count(cells)
    bare = page.evaluate(
        "() => [...document.querySelectorAll('.bs :is(button, input, select, textarea, a, summary, [tabindex])')]"
        ".filter((e) => e.dataset.lmSuppressShortcuts !== 'true').length"
    )
    assert bare == 0
    expect(count(page)).to_have_text("53 exercises")
    page.get_by_label("Search", exact=True).fill("clamshel")
    expect(count(page)).to_have_text("1 of 53 exercises")
    expect(rows(page)).to_contain_text(["Clamshell"])
    page.get_by_role("button", name="Clear search and filters").press("Enter")
    expect(count(page)).to_have_text("53 exercises")
    page.get_by_label("Region").select_option("neck")
    page.get_by_label("Kind").select_option("stretch")
    for word in ("neck", "stretch"):
        expect(rows(page).filter(has_not_text=word)).to_have_count(0)
    expect(rows(page)).not_to_have_count(0)
    page.get_by_role("button", name="Clear search and filters").click()
    page.get_by_label("Only with the equipment at hand").check()
    expect(rows(page).filter(has_text="Ankle pumps")).to_have_count(1)
    expect(rows(page).filter(has_text="Step-up")).to_have_count(0)
    page.get_by_role("group", name="Equipment at hand").get_by_label("low step", exact=True).check()
    page.get_by_role("group", name="Equipment at hand").get_by_label("rail", exact=True).check()
    expect(rows(page).filter(has_text="Step-up")).not_to_have_count(0)


def test_left_right_and_a_link_to_the_harder_one(page: Page, lab: Any) -> None:
    """The sheet names the side that is asked for; a link inside the page leads on and takes the focus along."""
    library(page, lab)
    choose(page, "Clamshell")
    sheet = page.get_by_role("article", name="As the patient reads it")
    expect(sheet).to_contain_text("Do it 10 times on each side.")
    for side in ("left", "right"):
        page.get_by_label(f"{side.capitalize()} side only").check()
        expect(sheet).to_contain_text(f"Lift your {side} knee slowly")
        expect(sheet).to_contain_text(f"Do it 10 times on your {side} side.")
    page.get_by_role("tab", name="The patient's sheet").press("ArrowRight")
    expect(page.get_by_role("tab", name="Background")).to_be_focused()
    page.get_by_role("link", name="Side-lying hip abduction").click()
    expect(page.get_by_role("heading", level=2, name="Side-lying hip abduction")).to_be_focused()
    page.get_by_role("tab", name="Check").click()
    expect(page.get_by_role("tabpanel", name="Check")).to_contain_text("40 conditions")


def test_two_faults_are_told_mended_and_read_again(page: Page, lab: Any, folder: Path) -> None:
    """Both faults of a file show, the rest works, and the mended file joins."""
    (folder / "my_clam.toml").write_text(TWO_FAULTS, encoding="utf-8")
    library(page, lab)
    faults = page.get_by_role("region", name="Faults in my files")
    expect(faults).to_contain_text("2 faults in 1 file of mine")
    expect(faults).to_contain_text("“hips” is refused")
    expect(faults).to_contain_text("“two” is not a whole number.")
    expect(faults).to_contain_text("Write a number without a unit, such as 30.")
    expect(count(page)).to_have_text("53 exercises")
    choose(page, "Bridge")
    (folder / "my_clam.toml").write_text(kits("clamshell", OWN, ('"Clamshell"', '"My clam"')), encoding="utf-8")
    page.get_by_role("button", name="Read again").click()
    expect(faults).to_be_hidden()
    expect(page.get_by_text("Read again: 54 exercises.")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="Bridge", exact=True)).to_be_visible()
    choose(page, "My clam")
    expect(page.get_by_role("region", name="Exercise in full")).to_contain_text("My own")
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_my_own_from_the_kits_and_into_the_editor(page: Page, lab: Any, folder: Path) -> None:
    """A copy is written, shown and explained; its file opens in the editor. A blank form asks for a clinician."""
    library(page, lab)
    choose(page, "Clamshell")
    full = page.get_by_role("region", name="Exercise in full")
    full.get_by_role("button", name="Start my own from this").click()
    full.get_by_label("Name of my exercise").fill(HOSTILE)
    full.get_by_label("Name of my exercise").press("Enter")
    told = page.get_by_role("region", name="The new file")
    expect(told).to_contain_text("What to edit")
    expect(page.get_by_role("heading", level=2, name=HOSTILE)).to_be_visible()
    (written,) = folder.iterdir()
    expect(told).to_contain_text(f"exercises/{written.name}")
    with page.context.expect_page() as opened:
        told.get_by_role("link", name="Open it in the editor").click()
    expect(opened.value.locator(".cm-content")).to_contain_text("started from clamshell", timeout=READY_MS)
    opened.value.close()
    page.get_by_role("button", name="New blank form").click()
    page.get_by_label("Name of my exercise").and_(page.locator(":visible")).fill("Wall slide")
    page.get_by_role("button", name="Write the file").and_(page.locator(":visible")).click()
    expect(full).to_contain_text("Still to be filled in by a clinician: category")
    assert "fired" not in page.title()
    assert page.locator(".bs img[src='x']").count() == 0


def test_axe_finds_nothing(page: Page, lab: Any, folder: Path) -> None:
    """No violation of WCAG A or AA on any part of the page, wide and narrow, in either theme."""
    (folder / "my_clam.toml").write_text(TWO_FAULTS, encoding="utf-8")
    (folder / "bridge.toml").write_text(kits("bridge", ('name = "Bridge"', 'name = "My bridge"')), encoding="utf-8")
    library(page, lab)
    choose(page, "Clamshell")
    assert both_themes(page) == []
    for tab in ("Background", "Check"):
        page.get_by_role("tab", name=tab).click()
        for more in page.locator(".bs-more:visible summary").all():
            more.click()
        assert both_themes(page) == []
    page.get_by_label("Only with the equipment at hand").check()
    page.get_by_role("button", name="New blank form").click()
    page.get_by_label("Name of my exercise").and_(page.locator(":visible")).fill("Wall slide")
    page.get_by_role("button", name="Write the file").and_(page.locator(":visible")).click()
    expect(page.get_by_role("region", name="The new file")).to_be_visible()
    page.set_viewport_size({"width": 480, "height": 1000})
    assert both_themes(page) == []


def both_themes(page: Page) -> list[Any]:
    found: list[Any] = []
    for theme in THEMES:
        put_theme(page, theme)
        found += [(theme, one) for one in violations(page, ".bs")]
    return found


def test_to_the_planner_without_a_question(page: Page, lab: Any) -> None:
    """The link leads to the planner in the same window; saving keeps no result in the notebook."""
    library(page, lab)
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    saved = json.loads((lab.workspace / "library.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in saved["cells"] if cell["cell_type"] == "code"]
    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)]
    page.get_by_role("link", name="Planner").click()
    expect(page.get_by_text("Home-exercise planner")).to_be_visible(timeout=READY_MS)
