"""The caseload in a real browser: ordered, filtered, opened by keyboard; what stands behind a reason; another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kit.samples.kept import NOTICE, sample_workspace
from tests.browser.conftest import Lab, serve
from tests.browser.pages import READY_MS, THEMES, put_theme, too_wide, violations, watched, with_shortcuts

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A server on twelve synthetic patients."""
    folder = tmp_path_factory.mktemp("caseload") / "clinic"
    sample_workspace(folder, lambda: dt.datetime.now(dt.UTC))
    yield from serve(folder)


@pytest.fixture
def page(chromium: Browser, lab: Lab) -> Iterator[Page]:
    """The caseload, open."""
    with watched(chromium, lab) as page:
        page.goto(lab.url.replace("plan.ipynb", "caseload.ipynb"))
        expect(page.get_by_role("heading", name="Who needs a call, and why")).to_be_visible(timeout=READY_MS)
        yield page


def patients(page: Page) -> list[str]:
    return [text.split(" ")[0] for text in page.locator("a.cl-open").all_inner_texts()]


def test_signs_stand_first_with_their_reasons(page: Page) -> None:
    """All plans, the open sign for help on top, and the band that says whose data it is."""
    rows = page.locator(".cl-table tbody tr")
    expect(rows).to_have_count(12)
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(rows.first).to_contain_text("a sign to call for help now")
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
    assert patients(page) == [f"DEMO-{n:03}" for n in range(1, 13)]
    page.get_by_role("button", name="Patient").press("Enter")
    assert patients(page) == [f"DEMO-{n:03}" for n in range(12, 0, -1)]
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
    page.get_by_label("Find a patient, a plan, a code or a reason").fill("xylophone")
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
    expect(behind).to_contain_text("in the order of this list, a design choice.")
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
    assert with_shortcuts(page, ".cl") == []


def test_axe_finds_nothing(page: Page) -> None:
    """No violation of WCAG A or AA, dark and light, wide and narrow, with a reason open; no part is too wide."""
    page.locator("summary").first.click()
    page.get_by_role("button", name="Reported a sign for help").focus()
    for theme in THEMES:
        put_theme(page, theme)
        for width in (420, 768, 1280):
            page.set_viewport_size({"width": width, "height": 1000})
            assert violations(page, ".cl") == []
            assert too_wide(page, ".cl") == 0
