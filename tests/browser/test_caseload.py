"""The caseload in a real browser: ordered, filtered, opened by keyboard; what stands behind a reason; another day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.samples.kept import NOTICE, sample_workspace
from tests.browser.conftest import READY_MS, WCAG, Lab, serve

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A server on twelve synthetic patients."""
    folder = tmp_path_factory.mktemp("caseload") / "clinic"
    sample_workspace(folder, lambda: dt.datetime.now(dt.UTC))
    yield from serve(folder)


@pytest.fixture
def page(chromium: Browser, lab: Lab) -> Iterator[Page]:
    """The caseload, open; afterwards no script failed and nothing left the machine."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    failed: list[str] = []
    outside: list[str] = []
    home = lab.url.split("/doc/")[0]
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((home, "data:", "blob:")) else outside.append(r.url))
    page.goto(lab.url.replace("plan.ipynb", "caseload.ipynb"))
    expect(page.get_by_role("heading", name="Who needs a call, and why")).to_be_visible(timeout=READY_MS)
    yield page
    context.close()
    for session in json.loads(lab.get("/api/sessions")):
        lab.get(f"/api/sessions/{session['id']}", "DELETE")
    assert failed == []
    assert outside == []


def patients(page: Page) -> list[str]:
    return [text.split(" ")[0] for text in page.locator("a.cl-open").all_inner_texts()]


def test_signs_stand_first_with_their_reasons(page: Page) -> None:
    """All plans, the open sign for help on top, and the band that says whose data it is."""
    rows = page.locator(".cl-table tbody tr")
    expect(rows).to_have_count(12)
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(rows.first).to_contain_text("a sign that asks for help")
    expect(page.get_by_role("columnheader", name="Why a call")).to_have_attribute("aria-sort", "ascending")
    bare = page.evaluate(
        "() => [...document.querySelectorAll('.cl-table tbody tr')]"
        ".filter((r) => parseInt(r.querySelector('.cl-weight').lastChild.previousSibling.textContent) > 0"
        " && !r.querySelector('.cl-reason')).length"
    )
    assert bare == 0


def test_every_column_orders_both_ways(page: Page) -> None:
    """By its title; patients as people count, and what is said of it to who listens."""
    first = patients(page)
    page.get_by_role("button", name="Patient").click()
    assert patients(page) == [f"P-{n:03}" for n in range(1, 13)]
    page.get_by_role("button", name="Patient").press("Enter")
    assert patients(page) == [f"P-{n:03}" for n in range(12, 0, -1)]
    expect(page.get_by_role("columnheader", name="Patient")).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_text("Ordered by Patient, falling.")).to_have_count(1)
    for title in ("Last 7 days", "The 7 before", "Week over week", "Diary up to", "Review", "Order"):
        page.get_by_role("button", name=title, exact=True).click()
        once = patients(page)
        page.get_by_role("button", name=title, exact=True).click()
        assert (len(once), once != patients(page)) == (12, True), title
    page.get_by_role("button", name="Why a call").click()
    assert patients(page) == first


def test_filters_narrow_and_say_how_many(page: Page) -> None:
    """Chips with their numbers, words, both at once; where nothing fits the page says so."""
    chip = page.get_by_role("button", name="Diary waited for")
    n = int(chip.inner_text().split(": ")[1])
    chip.press("Enter")
    expect(page.locator("a.cl-open")).to_have_count(n)
    expect(page.get_by_text(f"{n} of 12 plans")).to_be_visible()
    found = patients(page)[0]
    page.get_by_label("Find a patient, a plan, a code or a reason").fill(f"{found} diary")
    expect(page.locator("a.cl-open")).to_have_count(1)
    page.get_by_label("Find a patient, a plan, a code or a reason").fill("nobody at all")
    expect(page.get_by_text("None of 12 fits. Take a filter away.")).to_be_visible()
    page.get_by_label("Find a patient, a plan, a code or a reason").fill("")
    chip.click()
    expect(page.locator("a.cl-open")).to_have_count(12)
    page.get_by_role("button", name="Reported a sign for help").click()
    expect(page.locator(".cl-alarm")).to_have_count(1)
    expect(page.locator("a.cl-open")).to_have_count(1)


def test_a_reason_opens_to_its_rows(page: Page) -> None:
    """By keyboard: the sessions behind it, the rule's source, its weight; the other reasons on demand."""
    more = page.get_by_role("button", name="more reason")
    at = page.locator(".cl-table tbody tr", has=more).first.evaluate("row => row.rowIndex - 1")
    row = page.locator(".cl-table tbody tr").nth(at)
    row.locator("summary").first.press("Enter")
    behind = row.locator(".cl-behind").first
    expect(behind).to_contain_text("behind it:")
    expect(behind).to_contain_text("a design value (D)")
    row.get_by_role("button", name="more reason").press("Enter")
    expect(row.locator("summary").nth(2)).to_be_focused()
    expect(row.get_by_role("button", name="more reason")).to_have_count(0)


def test_a_row_opens_the_follow_up_by_keyboard(page: Page) -> None:
    """Down to the second patient, Enter: the follow-up has this plan in hand, and "All patients" leads on from there."""
    page.locator("a.cl-open").first.focus()
    page.keyboard.press("ArrowDown")
    link = page.locator("a.cl-open").nth(1)
    expect(link).to_be_focused()
    name = (link.get_attribute("aria-label") or "").removeprefix("Open the follow-up of ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=READY_MS)
    page.get_by_role("button", name="All patients").click()
    expect(page.get_by_label("Find a patient by label, plan or code")).to_be_focused()


def test_another_day_shows_what_was_known_then(page: Page) -> None:
    """And today again."""
    then = dt.date.today() - dt.timedelta(days=21)
    now = patients(page)
    page.get_by_label("As of").fill(then.isoformat())
    expect(page.get_by_role("button", name="Today")).to_be_visible()
    expect(page.locator("a.cl-open")).not_to_have_count(0)
    expect(page.get_by_role("button", name="Today")).to_be_visible()
    page.get_by_role("button", name="Today").press("Enter")
    expect(page.get_by_role("button", name="Today")).to_be_hidden()
    assert patients(page) == now


def test_letters_never_reach_the_notebook(page: Page) -> None:
    """Everything that takes the focus keeps JupyterLab's one-letter commands away."""
    page.locator("summary").first.click()
    bare = page.evaluate(
        "() => [...document.querySelectorAll('.cl :is(button, input, select, a, summary, [tabindex])')]"
        ".filter((e) => e.dataset.lmSuppressShortcuts !== 'true').map((e) => e.outerHTML.slice(0, 80))"
    )
    assert bare == []


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing(page: Page, theme: str) -> None:
    """No violation of WCAG A or AA, wide and narrow, with a reason open; no part is wider than the page."""
    page.evaluate("t => window.jupyterapp.commands.execute('apputils:change-theme', {theme: t})", theme)
    light = json.dumps(theme == "JupyterLab Light")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
    page.locator("summary").first.click()
    page.get_by_role("button", name="Reported a sign for help").focus()
    for width in (420, 768, 1280):
        page.set_viewport_size({"width": width, "height": 1000})
        assert violations(page) == []
        wide = page.evaluate("() => { const n = document.querySelector('.cl'); return n.scrollWidth - n.clientWidth; }")
        assert wide <= 0


def violations(page: Page) -> list[Any]:
    # Colours in the middle of a fade are nobody's choice: look when they have settled.
    page.evaluate("() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)))")
    found = Axe().run(page, context={"include": [[".cl"]]}, options=WCAG).response["violations"]
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found]
