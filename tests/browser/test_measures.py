"""The one screen of the follow-up in a real browser: read, a number opened, a proposal taken, a sign signed for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.store import Store
from tests.browser.pages import THEMES, put_theme, too_wide, violations
from tests.browser.visits import DAY, clinic, open_page, page, patient
from tests.browser.visits import choose as take_up
from tests.store.diary_files import diary, row

__all__ = ["clinic", "page"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DAYS = 20
SIGN = 'numb <img src=x onerror="document.title=1">'
ITEMS = ("i1", "i2", "i3", "i4")


@pytest.fixture
def plan(clinic: Store, library: Library, tmp_path: Path, request: pytest.FixtureRequest) -> Plan:
    """A patient of this test alone: 20 days done as planned, and calm."""
    return _patient(clinic, library, tmp_path, request.node.nodeid)


@pytest.fixture
def alarmed(clinic: Store, library: Library, tmp_path: Path, request: pytest.FixtureRequest) -> Plan:
    """The same, with a sign for help on the last day."""
    return _patient(clinic, library, tmp_path, request.node.nodeid, help_sign=SIGN)


def _patient(clinic: Store, library: Library, folder: Path, test: str, **last: str) -> Plan:
    issued = patient(clinic, library, test, DAYS)
    start, label = issued.start, issued.plan_id
    lines = [line for n in range(DAYS) for line in _day(issued, start + n * DAY, n // 7 + 1)]
    lines[-8] |= last
    clinic.diaries.bring_in(diary(folder / f"{label}.csv", lines))
    return issued


def _day(plan: Plan, day: dt.date, week: int) -> list[dict[str, Any]]:
    done = {"status": "done", "sets_done": 1, "reps_done": 2, "hold_done_s": 30}
    rows = [row(plan, item, side, str(day), week=week, **done) for item in ITEMS for side in ("left", "right")]
    rows[0] |= {"pain_before": 1, "pain_worst": 1, "pain_after": 1, "pain_next_morning": 1, "effort": 3}
    return rows


def choose(page: Page, lab: Any, plan: Plan) -> None:
    open_page(page, lab)
    take_up(page, plan)
    expect(page.locator(".ms-headline")).to_be_visible(timeout=20_000)


def test_a_number_opens_its_rows_by_keyboard(page: Page, lab: Any, plan: Plan) -> None:
    """Enter opens them, with where each came from; Escape closes, and the number has the focus again."""
    choose(page, lab, plan)
    number = page.locator(".ms-counts .ms-n").first
    expect(number).to_have_text("20")
    number.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text("160 diary rows.")).to_be_visible()
    expect(dialog.locator("tbody tr").first).to_contain_text(f"{plan.plan_id}.csv, row 2; brought in by tester")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(number).to_be_focused()


def test_the_days_are_walked_with_the_arrows(page: Page, lab: Any, plan: Plan) -> None:
    """One stop of the Tab key for all days; the arrows lead on, Enter opens the day."""
    choose(page, lab, plan)
    days = page.locator(".ms-days button")
    expect(days).to_have_count(DAYS)
    assert page.locator(".ms-days button[tabindex='0']").count() == 1
    days.first.focus()
    page.keyboard.press("ArrowRight")
    expect(days.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(days.nth(8)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_text("8 diary rows.")).to_be_visible()


def test_a_proposal_is_taken_into_a_draft(page: Page, lab: Any, plan: Plan, clinic: Store) -> None:
    """One press: the draft of version 2 holds the edit, the page says so, shows it as taken and leads to the planner."""
    choose(page, lab, plan)
    take = page.get_by_role("button", name="Take into the next version").first
    assert clinic.drafts.held(plan.code) is None
    take.press("Enter")
    expect(page.locator("span.ms-taken")).to_have_count(1)
    expect(page.locator("span.ms-taken")).to_have_text("Taken into the draft")
    expect(page.locator("span.ms-taken")).to_be_focused()
    draft = clinic.drafts.held(plan.code)
    assert draft is not None
    assert draft.plan.version == 2
    assert len([item for item in draft.plan.items if item not in plan.items]) == 1
    expect(page.locator(".ms-draft")).to_contain_text("Draft of version 2, begun")
    expect(page.get_by_role("button", name="Open the draft of version 2")).to_be_visible()
    expect(page.get_by_text("Taken into the draft of version 2").first).to_be_visible()


def test_a_sign_is_dealt_with_by_keyboard(page: Page, lab: Any, alarmed: Plan, clinic: Store) -> None:
    """It stands first, in words; what is missing is told in the form; signed, it is gone and kept."""
    choose(page, lab, alarmed)
    sign = page.locator(".ms-sign-panel")
    expect(sign).to_contain_text("1 sign for help, not dealt with")
    expect(sign).to_contain_text(SIGN)
    sign.get_by_role("button", name="Dealt with").press("Enter")
    what = sign.get_by_label("What was done")
    expect(what).to_be_focused()
    sign.get_by_label("Name", exact=True).fill("A. Physio")
    what.fill("Called")
    what.press("Enter")
    expect(sign.locator(".hs-fault")).to_contain_text("it has 6 letters, and at least 10 are needed.")
    what.fill("Called, and seen the same day.")
    what.press("Enter")
    expect(sign).to_have_count(0)
    assert [one.by for one in clinic.signs.of(alarmed.code)] == ["A. Physio"]
    assert page.title() != "1"


def test_another_period_and_the_code_of_a_chart(page: Page, lab: Any, plan: Plan) -> None:
    """The last week alone counts its seven days; the code on the clipboard says that period."""
    choose(page, lab, plan)
    page.get_by_label("Period", exact=True).select_option("since")
    since = dt.date.today() - 7 * DAY
    page.get_by_label("First day").fill(since.isoformat())
    page.get_by_label("First day").press("Tab")
    expect(page.locator(".ms-counts .ms-n").first).to_have_text("7")
    page.get_by_role("button", name="Copy as code: Weeks").click()
    expect(page.get_by_role("button", name="Copy as code: Weeks")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"since=dt.date({since.year}, {since.month}, {since.day})" in copied
    assert copied.endswith("found.frames.weeks\n")


def test_the_table_is_sorted_by_its_heads(page: Page, lab: Any, plan: Plan) -> None:
    choose(page, lab, plan)
    head = page.locator("th:has(.ms-sort)", has_text="Sessions")
    expect(head).to_have_attribute("aria-sort", "none")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")


def test_axe_finds_nothing(page: Page, lab: Any, alarmed: Plan) -> None:
    """Narrow and wide, dark and light, with every fold open, the form of a sign, and the rows of a number."""
    choose(page, lab, alarmed)
    page.evaluate("for (const fold of document.querySelectorAll('.ms details')) fold.open = true")
    page.evaluate(
        "for (const fold of document.querySelectorAll('.ms-folded')) fold.dispatchEvent(new Event('ms-unfold'))"
    )
    page.get_by_role("button", name="Dealt with").click()
    for theme in THEMES:
        put_theme(page, theme)
        for width in (1280, 420):
            page.set_viewport_size({"width": width, "height": 1000})
            assert violations(page) == []
            assert too_wide(page, ".ms") == 0
    page.locator(".ms-counts .ms-n").first.press("Enter")
    expect(page.get_by_role("dialog").locator("tbody tr").first).to_be_visible()
    assert violations(page) == []
