"""The rows of the plan: many steps in few pages, since each page costs seconds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import about, open_row

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]


def fields(row: Locator) -> list[str]:
    return [cell.input_value() for cell in row.locator(".hs-cell:visible").all()]


def focused(page: Page) -> str:
    label: str = page.evaluate("() => document.activeElement.ariaLabel ?? document.activeElement.textContent")
    return label


def test_a_dose_in_its_row(started: Page) -> None:
    """Whole doses, arrows, Enter to the next row; a refused number leaves no half of itself, and is told in the row."""
    rows = started.locator(".hs-item")
    times = rows.nth(0).locator("[data-field=reps]")
    times.focus()
    started.keyboard.type("3x8 h5")
    started.keyboard.press("Enter")
    expect(rows.nth(1).locator("[data-field=reps]")).to_be_focused()
    expect(rows.nth(0).locator("[data-field=hold_s]")).to_have_value("5")
    assert fields(rows.nth(0)) == ["3", "8", "5"]
    started.keyboard.press("Shift+ArrowUp")
    started.keyboard.press("ArrowDown")
    expect(rows.nth(1).locator("[data-field=reps]")).to_have_value("6")
    times.focus()
    for key in "400":
        started.keyboard.press(key)
        started.wait_for_function("() => document.querySelector('.hs-saved').textContent === 'Saved'")
    told = rows.nth(0).locator(".hs-fault")
    expect(told).to_have_text("Not taken. A set has 1 to 100 repetitions, and not 400. Write a number in between.")
    expect(times).to_have_value("400")
    expect(started.get_by_text("Traceback")).to_have_count(0)
    started.keyboard.press("Tab")
    expect(times).to_have_value("8")
    expect(told).to_have_count(1)
    times.fill("9")
    expect(told).to_have_count(0)
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    assert fields(rows.nth(0)) == ["3", "9", "5"]
    rows.nth(0).get_by_role("radio", name="Right only").check(force=True)
    rows.nth(0).get_by_label("Days, ", exact=False).first.select_option("4")
    open_row(started, rows.nth(0).locator("h3").inner_text())
    expect(rows.nth(0).locator(".hs-said")).to_contain_text("on 4 days a week")
    expect(rows.nth(0).locator(".hs-said")).to_contain_text("right")
    expect(rows.nth(0).locator(".hs-steps li").first).to_be_visible()


def test_a_field_shows_what_was_taken_back(started: Page) -> None:
    """Set by an arrow or by typing, of a row or of the patient: Ctrl+Z with the keyboard still in the field shows there
    what the plan holds, and so it stays when the field is left."""
    row = started.locator(".hs-item").nth(0)
    sets, total = row.locator("[data-field=sets]"), row.locator(".hs-item-time")
    minutes = started.get_by_label("Minutes a day")
    before = sets.input_value(), total.text_content() or ""
    for keys in (["ArrowUp"], ["ArrowUp", "ArrowUp", "ArrowDown"], ["Control+a", "7"]):
        sets.focus()
        for key in keys:
            started.keyboard.press(key)
        expect(total).not_to_have_text(before[1])
        started.keyboard.press("Control+z")
        expect(total).to_have_text(before[1])
        expect(sets).to_have_value(before[0])
        started.keyboard.press("Control+y")
        expect(total).not_to_have_text(before[1])
        expect(sets).not_to_have_value(before[0])
        started.keyboard.press("Control+z")
        expect(sets).to_have_value(before[0])
        started.keyboard.press("Tab")
        expect(sets).to_have_value(before[0])
    minutes.fill("25")
    started.keyboard.press("Control+z")  # before it was told
    expect(started.locator(".hs-done")).to_contain_text("Minutes a day: empty, was 25")
    expect(minutes).to_have_value("")
    started.keyboard.press("Tab")
    expect(minutes).to_have_value("")


def test_doses_in_one_press(started: Page) -> None:
    """Of a row and of all that are selected; her own is kept, said, taken by the next “Add”, and one step back; so many
    weeks stand at the review date in both panels."""
    rows, done = started.locator(".hs-item"), started.locator(".hs-done")
    name = rows.nth(0).locator("h3").inner_text()
    row = open_row(started, name)
    row.get_by_role("button", name=f"2 × 30 s, {name}").click()
    expect(row.get_by_role("button", name=f"3 × 10, {name}")).to_have_count(0)  # it is a stretch
    row.locator("[data-field=sets]").fill("3x10")
    row.locator("[data-field=sets]").press("Enter")
    expect(row.locator("[data-field=reps]")).to_have_value("10")
    assert fields(rows.nth(0))[:3] == ["3", "10", "30"]
    row.get_by_role("button", name=f"Make this my usual dose, {name}").click()
    expect(done).to_have_text(f"Your usual dose from now on: {name}.")
    row.get_by_role("button", name=f"Remove {name}").click()
    started.get_by_role("button", name=f"Add {name}").click()
    expect(done).to_have_text(f"{name} added as No. 4, at your usual dose.")
    added = rows.nth(3)
    assert fields(added)[:3] == ["3", "10", "30"]
    open_row(started, name).get_by_role("button", name="My usual dose").click()
    expect(done).to_have_text(f"No usual dose of yours from now on: {name}.")
    started.get_by_role("button", name="Undo", exact=True).click()
    expect(done).to_have_text(f"Undone. Your usual dose from now on: {name}.")
    expect(rows).to_have_count(4)
    started.get_by_label("All", exact=True).click()
    bar = started.get_by_role("group", name="All selected exercises")
    for dose, expected in (("2 × 30 s", ["1", "2", "30"]),):
        bar.get_by_label("Dose, all selected").select_option(dose)
        for n in range(4):
            expect(rows.nth(n).locator("[data-field=reps]")).to_have_value(expected[1])
            assert fields(rows.nth(n))[: len(expected)] == expected
    about(started)
    weeks = started.get_by_role("group", name="Review, from the start")
    weeks.get_by_role("button", name="4 weeks").click()
    day = (dt.date.today() + dt.timedelta(weeks=4)).isoformat()
    expect(started.get_by_label("Review date", exact=True)).to_have_value(day)
    started.get_by_role("button", name="Issue and print", exact=True).click()
    expect(weeks.get_by_role("button", name="4 weeks")).to_have_attribute("aria-pressed", "true")
    expect(started.get_by_label("Or on a day")).to_have_value(day)


def test_the_list_by_keyboard(started: Page) -> None:
    """One row is in the way of Tab; arrows go, Alt moves, X selects, E opens, Esc closes, Delete removes."""
    names = started.locator(".hs-item .hs-name")
    first, second = names.nth(0).inner_text(), names.nth(1).inner_text()
    names.nth(0).focus()
    started.keyboard.press("Alt+ArrowDown")
    expect(names.nth(1)).to_have_text(first)
    expect(names.nth(1)).to_be_focused()
    started.keyboard.press("ArrowUp")
    assert focused(started) == second
    started.keyboard.press("e")
    body = started.locator(".hs-item-body:visible")
    expect(body).to_have_count(1)
    started.keyboard.press("ArrowDown")
    started.keyboard.press("e")
    expect(body).to_have_count(1)
    started.keyboard.press("Escape")
    expect(body).to_have_count(0)
    assert focused(started) == first
    in_the_way = "() => document.querySelectorAll('.hs-item-line [tabindex=\"0\"]').length"
    one = started.evaluate(in_the_way)
    started.keyboard.press("End")
    assert started.evaluate(in_the_way) == one == 1
    started.keyboard.press("Delete")
    expect(names).to_have_count(3)
    expect(names.nth(2)).to_be_focused()
    cells = started.locator(".jp-Cell").count()
    for key in ("a", "b", "d", "d", "x"):
        started.keyboard.press(key)
    expect(started.locator(".jp-Cell")).to_have_count(cells)
    expect(started.get_by_role("group", name="All selected exercises")).to_be_visible()


def test_several_rows_together(started: Page, violations: Look) -> None:
    """A range of rows takes side and sets in one step; what none can take is told at the bar, and nothing changes."""
    boxes = started.locator(".hs-item-line > input[type=checkbox]")
    head = started.locator(".hs-board-head")
    before = head.bounding_box()
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    bar = started.get_by_role("group", name="All selected exercises")
    expect(bar).to_contain_text("3 selected")
    after = head.bounding_box()
    assert before
    assert after
    assert abs(before["height"] - after["height"]) < 2
    bar.get_by_role("radio", name="Left only").check(force=True)
    bar.get_by_label("Sets, all selected").fill("2")
    bar.get_by_label("Sets, all selected").press("Enter")
    for n in range(3):
        expect(started.locator(".hs-item").nth(n).get_by_role("radio", name="Left only")).to_be_checked()
        expect(started.locator(".hs-item").nth(n).locator("[data-field=sets]")).to_have_value("2")
    expect(started.locator(".hs-item").nth(3).get_by_role("radio", name="Both sides in turn")).to_be_checked()
    bar.get_by_label("Times, all selected").fill("400")
    bar.get_by_label("Times, all selected").press("Enter")
    expect(bar.get_by_role("alert")).to_contain_text("A set has 1 to 100 repetitions, and not 400.")
    assert violations() == []
    about(started)
    started.locator(".hs-board-title").focus()
    started.keyboard.press("Escape")
    expect(started.locator(".hs-aside")).to_be_hidden()
    bar.get_by_label("Sets, all selected").focus()
    started.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    expect(started.locator(".hs-item .hs-name").nth(2)).to_be_focused()
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    bar.get_by_role("button", name="Remove all selected").click()
    expect(started.locator(".hs-item")).to_have_count(1)
    started.get_by_role("button", name="Undo").click()
    expect(started.locator(".hs-item")).to_have_count(4)


def test_eight_rows_stand_in_sight(started: Page) -> None:
    """At 1280 by 800 without a scroll; the phone has nothing that overlaps or runs out of the page."""
    started.set_viewport_size({"width": 1280, "height": 800})
    for n, name in enumerate(("Bridge", "Clamshell", "Bird dog", "Ankle pumps"), 5):
        started.get_by_label("Search", exact=True).fill(name)
        started.get_by_role("button", name=f"Add {name}", exact=True).click()
        expect(started.locator(".hs-item")).to_have_count(n)
    started.locator(".hs-board").evaluate("(board) => board.scrollTo(0, 0)")
    seen = started.evaluate(
        "() => { const end = document.querySelector('.hs-board').getBoundingClientRect().bottom;"
        " return [...document.querySelectorAll('.hs-item')].filter((r) => r.getBoundingClientRect().bottom <= end).length; }"
    )
    assert seen >= 8
    started.set_viewport_size({"width": 420, "height": 860})
    row = started.locator(".hs-item-line").first
    boxes = [one.bounding_box() for one in row.locator("> *:visible").all()]
    for i, one in enumerate(boxes):
        for two in boxes[i + 1 :]:
            assert one
            assert two
            apart = one["x"] + one["width"] <= two["x"] + 1 or two["x"] + two["width"] <= one["x"] + 1
            over = one["y"] + one["height"] <= two["y"] + 1 or two["y"] + two["height"] <= one["y"] + 1
            assert apart or over
