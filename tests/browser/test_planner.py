"""The planner in a real browser, from the template to the downloaded handout."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import about, begin, open_row, to_patients
from tests.browser.issuing import issue
from tests.browser.reviewing import everywhere

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]
STRETCH = "Standing TFL / ITB stretch at wall"


def total(page: Page) -> Locator:
    return page.locator(".hs-total")


def start(page: Page) -> None:
    begin(page)
    expect(total(page)).to_have_text("11 min 20 s")


def hold(page: Page) -> Locator:
    return page.get_by_label(f"Hold, s, {STRETCH}")


def test_from_the_template_to_the_pdf(page: Page, tmp_path: Path) -> None:
    start(page)
    hold(page).fill("45")
    # Two repetitions on each side, 15 s longer each.
    expect(total(page)).to_have_text("12 min 20 s")
    everything = page.locator(".hs-cards > li").count()
    page.get_by_label("Search", exact=True).fill("straight-leg crossover")
    expect(page.locator(".hs-cards > li")).not_to_have_count(everything)
    page.locator(".hs-details").first.click()  # the same again comes by its page
    page.locator(".hs-detail").get_by_role("button", name=re.compile("^Add")).first.click()
    expect(page.locator(".hs-detail-twice")).to_contain_text("is in the plan already, as No. 4.")
    expect(page.locator(".hs-item")).to_have_count(4)
    page.get_by_role("button", name=re.compile("^Add again")).click()
    expect(page.locator(".hs-item")).to_have_count(5)
    expect(total(page)).to_have_text("15 min 10 s")
    issue(page)
    link = page.get_by_role("link", name="Handout (PDF)")
    expect(link).to_be_visible(timeout=30_000)
    with page.expect_download() as waiting:
        link.click()
    assert re.fullmatch(r"P-\d{3}-[B-DF-HJKMNPRTVWXZ]{8}\.v1-handout\.pdf", waiting.value.suggested_filename)
    target = tmp_path / "handout.pdf"
    waiting.value.save_as(target)
    with pikepdf.open(target) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert "3 Standing side hip stretch" in {" ".join(text.split()) for text in structure_texts(pdf)}


def structure_texts(pdf: pikepdf.Pdf) -> set[str]:
    """Titles and alternative texts that the structure tree holds."""
    return {
        str(node[key])
        for node in pdf.objects
        if isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem"
        for key in ("/T", "/Alt", "/ActualText")
        if key in node
    }


def test_each_control_has_its_own_name_and_keeps_its_keys(started: Page, lab: Any) -> None:
    """Also where an exercise stands twice; letters never reach the notebook, nor do those beside the page, and what
    JupyterLab saves holds no results."""
    page = started
    cells = page.locator(".jp-Cell").count()
    page.locator(".jp-Notebook").click(position={"x": 2, "y": 2})
    for key in ("d", "d", "x", "m", "a", "b"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Undo").focus()
    for key in ("b", "a"):
        page.keyboard.press(key)
    expect(page.locator(".jp-Cell")).to_have_count(cells)
    expect(total(page)).to_have_text("11 min 20 s")
    page.get_by_role("button", name="Add Bridge", exact=True).click()
    expect(page.locator(".hs-item")).to_have_count(5)
    page.get_by_role("button", name="Bridge, show in full", exact=True).click()
    page.get_by_role("button", name="Add to the plan: Bridge").click()
    page.get_by_role("button", name="Add again: Bridge").click()
    expect(page.locator(".hs-item")).to_have_count(6)
    for name in ("Bridge (1 of 2)", "Bridge (2 of 2)"):
        open_row(page, name)
    for name in ("Remove Bridge (1 of 2)", "Remove Bridge (2 of 2)", "Move Bridge (2 of 2) up"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(1)
    twice = page.evaluate(
        "() => { const names = [...document.querySelectorAll('.hs-item [aria-label]')].map((e) => e.ariaLabel);"
        " return names.filter((n, i) => names.indexOf(n) !== i); }"
    )
    assert twice == []
    bare = page.evaluate(
        "() => [...document.querySelectorAll('.hs :is(button, input, select, textarea, a, summary, [tabindex])')]"
        ".filter((e) => e.dataset.lmSuppressShortcuts !== 'true').length"
    )
    assert bare == 0
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    saved = json.loads((lab.workspace / "plan.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in saved["cells"] if cell["cell_type"] == "code"]
    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)]
    assert "widgets" not in saved["metadata"]


def test_order_undo_and_removal_by_buttons(started: Page) -> None:
    """The keyboard stays at the button that moved the row, and text that looks like markup stays text."""
    page = started
    first = page.locator(".hs-item h3").first
    name = first.inner_text()
    open_row(page, name)
    page.get_by_role("button", name=f"Move {name} down").press("Enter")
    expect(page.locator(".hs-item h3").nth(1)).to_have_text(name)
    expect(page.get_by_role("button", name=f"Move {name} down")).to_be_focused()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(first).to_have_text(name)
    page.get_by_role("button", name=f"Remove {name}").press("Enter")
    expect(page.locator(".hs-item")).to_have_count(3)
    about(page)
    label = page.get_by_label("Patient label")
    label.fill("<img src=x onerror=\"document.title='fired'\">")
    label.press("Tab")
    expect(page.locator(".hs-saved")).to_have_text("Saved")
    to_patients(page)
    expect(page.get_by_role("grid", name="Patients")).to_contain_text("<img src=x")
    assert "fired" not in page.title()
    assert page.locator(".hs img[src=x]").count() == 0


def test_axe_finds_nothing(page: Page, themed: Callable[[str], None], violations: Look) -> None:
    """The start page, a plan with set days, and an exercise in full break no rule of WCAG 2.2 AA in either theme."""
    assert everywhere(page, themed, violations, (1400,)) == []
    start(page)
    page.get_by_label("Days, " + STRETCH, exact=True).select_option("fixed")  # opens the row at its days
    expect(page.get_by_role("button", name=f"Mon, {STRETCH}")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Bridge, show in full", exact=True).click()
    expect(page.get_by_role("heading", name="Steps")).to_be_visible()
    assert everywhere(page, themed, violations, (1400,)) == []


def test_the_library_by_keyboard(page: Page) -> None:
    """Filter, read one in full, go to an easier one, come back to where one was, add."""
    start(page)
    count = page.locator(".hs-count")
    page.locator(".hs-library").get_by_label("Region").select_option("hip")
    page.locator(".hs-library").get_by_label("Kind").select_option("strength")
    expect(count).to_have_text("14 of 53 exercises")  # the answer to both
    page.get_by_role("button", name="Bridge, show in full", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Bridge", exact=True)).to_be_focused()
    page.get_by_role("button", name="‹ All exercises").press("Enter")
    expect(page.get_by_role("button", name="Bridge, show in full", exact=True)).to_be_focused()
    for _ in range(2):  # past the star
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Add Bridge", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".hs-item")).to_have_count(5)
    expect(page.get_by_role("button", name="Bridge is number 5, go to it")).to_be_focused()
    page.get_by_role("button", name="Clear search and filters").press("Enter")
    expect(count).not_to_contain_text(" of ")
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    # An answer leaves the keyboard where it is: the list is drawn anew, she stays at the same control.
    for name, region in (("Bridge, show in full", "hip"), ("Bridge is number 5, go to it", "low_back")):
        page.get_by_role("button", name=name, exact=True).focus()
        page.locator(".hs-library").get_by_label("Region").evaluate(
            "(select, region) => { select.value = region; select.dispatchEvent(new Event('change')); }", region
        )
        expect(page.get_by_role("button", name="Add Ankle pumps")).to_have_count(0)
        expect(page.locator(".hs-count")).to_contain_text(" of ")
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
