"""The follow-up in a real browser: a patient chosen, a file brought in, a sheet typed by keyboard, a kernel restarted."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.diary.columns import COLUMNS
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.store import Store
from kit.store.typed import Typed
from kit.ui.user import signed
from tests.browser.pages import HOSTILE, READY_MS, THEMES, put_theme, too_wide, violations, with_shortcuts
from tests.browser.visits import DAY, choose, clinic, in_hand, open_page, page, patient, saved

__all__ = ["clinic", "page"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def plan(clinic: Store, library: Library, request: pytest.FixtureRequest) -> Plan:
    """A plan of a patient of this test alone, whose four weeks are over."""
    return patient(clinic, library, request.node.nodeid, days=29)


def open_sheet(page: Page) -> None:
    page.get_by_role("button", name="Type in a paper diary").press("Enter")
    expect(page.locator(".fu-box:focus")).to_have_count(1)


def box(page: Page, says: str) -> Locator:
    return page.locator(f".fu-box[aria-label*='{says}']")


def diary(path: Path, plan: Plan, *rows: dict[str, Any]) -> Path:
    printed = {"plan_code": plan.code, "plan_id": plan.plan_id, "plan_version": 1, "item_id": "i1", "week": 1}
    printed |= {"date": plan.start, "slot": 1, "side": "left"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({**printed, **row} for row in rows)
    return path


def kept(clinic: Store, plan: Plan) -> dict[tuple[str, ...], tuple[Any, ...]]:
    rows = (row.values for row in clinic.diaries.rows(plan.code))
    return {(str(v["date"]), v["item_id"], v["side"]): (v["status"], v["pain_worst"], v["note"]) for v in rows}


def test_a_file_is_dropped_read_and_undone(page: Page, lab: Any, clinic: Store, plan: Plan, tmp_path: Path) -> None:
    """Dropped anywhere: what cannot wait on top, refused rows by number, no text of a file is ever run; undo asks."""
    rows: list[dict[str, Any]] = [
        {"status": "done", "pain_worst": 3, "help_sign": f"numb {HOSTILE}"},
        {"side": "right", "status": "perhaps", "note": HOSTILE},
    ]
    path = diary(tmp_path / "june.csv", plan, *rows)
    open_page(page, lab)
    choose(page, plan)
    content = path.read_text(encoding="utf-8")
    transfer = page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'june.csv')); return t; }", content
    )
    page.dispatch_event(".fu", "dragover", {"dataTransfer": transfer})
    expect(page.locator(".fu-over")).to_have_count(1)
    page.dispatch_event(".fu-head", "drop", {"dataTransfer": transfer})
    told = page.get_by_role("region", name="What came in")
    expect(told).to_be_focused()
    expect(told.get_by_role("alert")).to_contain_text("asks for help: “numb <img")
    expect(told).to_contain_text("1 row taken. 1 row was refused, and kept aside with the reason.".replace(". 1", ".1"))
    expect(told).to_contain_text("Row 3 status: “perhaps” is not a status.")
    assert len(kept(clinic, plan)) == 1
    page.get_by_role("button", name="Came in: 1").press("Enter")
    page.get_by_role("button", name="Undo june.csv", exact=True).click()
    page.get_by_role("button", name="Keep it").press("Enter")
    page.get_by_role("button", name="Undo june.csv", exact=True).press("Enter")
    page.get_by_role("button", name="Yes, undo").click()
    expect(page.get_by_text("Undone: june.csv. 1 row counts no longer.").first).to_be_visible()
    expect(told).to_be_hidden()
    assert kept(clinic, plan) == {}
    assert "fired" not in page.title()
    assert page.locator(".fu img").count() == 0


def test_files_are_chosen_too_without_a_patient(
    page: Page, lab: Any, clinic: Store, plan: Plan, tmp_path: Path
) -> None:
    """Each row goes to its own plan; what is no diary is told beside it; her list says how far it is back."""
    path = diary(tmp_path / "d.csv", plan, {"status": "done"})
    other = tmp_path / "photo.csv"
    other.write_bytes(b"\x89PNG\r\n\x1a\n")
    open_page(page, lab)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").press("Enter")
    chooser.value.set_files([path, other])
    told = page.get_by_role("region", name="What came in")
    expect(told).to_contain_text("1 row taken.")
    expect(told).to_contain_text("Nothing was taken from this file.")
    page.get_by_label("Find a patient by label, plan or code").fill(plan.code)
    expect(page.locator(".fu-patient")).to_have_count(1)
    expect(page.locator(".fu-patient")).to_contain_text(f"Diary up to {plan.start.day} {plan.start:%B %Y}")
    assert len(kept(clinic, plan)) == 1


def test_four_weeks_are_typed_with_few_keys(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """Four exercises, both sides, a pain score a day: at most 130 keys, and all of it is in the store at “Saved”."""
    open_page(page, lab)
    choose(page, plan)
    open_sheet(page)
    presses = 0
    for day in range(28):
        for key in ("a", str(day % 10), "ArrowRight"):
            page.keyboard.press(key)
            presses += 1
    page.keyboard.press("Home")
    saved(page)
    assert presses + 1 <= 130
    found = kept(clinic, plan)
    assert len(found) == 224
    assert {answers[0] for answers in found.values()} == {"done"}
    pains = [found[(str(plan.start + n * DAY), "i1", "left")][1] for n in range(28)]
    assert pains == [n % 10 for n in range(28)]
    assert [(file.kept, file.corrected) for file in clinic.returned.files(plan.code)] == [(224, 0)]


def test_a_week_by_keyboard_survives_reload_and_restart(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """Marks, scores, a note, a correction: there again after a reload and a new kernel; the earlier answer is kept."""
    open_page(page, lab)
    choose(page, plan)
    open_sheet(page)
    for key in ("d", "p", "x", " ", "a", "1", "0", "ArrowDown", "ArrowDown", "4", "Enter"):
        page.keyboard.press(key)
    page.keyboard.type(f"knee stiff {HOSTILE}")
    page.keyboard.press("Enter")
    for key in ("s", "ArrowUp", "Delete", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    page.keyboard.press("x")  # corrects the right side of the third exercise
    saved(page)
    before = kept(clinic, plan)
    first = str(plan.start)
    assert before[(first, "i1", "left")] == ("done", 10, f"knee stiff {HOSTILE}")
    marks = {key[1:]: answers[0] for key, answers in before.items() if key[0] == first}
    assert list(marks.values()).count("done") == 5
    for session in json.loads(lab.get("/api/sessions")):
        lab.get(f"/api/kernels/{session['kernel']['id']}/restart", "POST")
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("p")  # nobody hears it: it is kept in this tab, and told again by the page that comes after
    expect(page.get_by_role("button", name="Load the page again")).to_be_visible(timeout=READY_MS)
    page.get_by_role("button", name="Load the page again").click()
    in_hand(page, plan)
    expect(page.get_by_role("button", name="Close the sheet")).to_be_visible(timeout=READY_MS)
    saved(page)
    after = {key: now for key, now in kept(clinic, plan).items() if now != before.get(key)}
    assert [answers[0] for answers in after.values()] == ["partial"]
    when = f"{plan.start:%a} {plan.start.day} {plan.start:%b}"
    expect(box(page, f"{when}, Worst pain: 10")).to_have_count(1)
    expect(box(page, f"{when}, Effort 0 to 10: 4")).to_have_count(1)
    expect(page.locator(".fu-corrected")).to_have_count(2)
    for corrected in page.locator(".fu-corrected").all():
        expect(corrected).to_have_attribute("title", "Corrected; was done")
    assert "fired" not in page.title()


def test_another_window_is_not_overwritten(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """What was changed in between is told, and the sheet shows it; then it can be corrected."""
    open_page(page, lab)
    choose(page, plan)
    open_sheet(page)
    there = [Typed(plan.start, "status", "not_done", "", "i1", "left")]
    clinic.typing.take(plan.code, 1, there, by="B. Physio", today=dt.date.today())
    page.keyboard.press("d")
    expect(page.locator(".hs-notices")).to_contain_text("says “not_done” by now, and not what the page showed.")
    expect(box(page, "Seated hip stretch, left: not done")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("d")
    saved(page)
    assert kept(clinic, plan)[(str(plan.start), "i1", "left")][0] == "done"
    expect(page.locator(".hs-notices")).to_be_hidden()


def test_by_mouse_and_finger(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """Every key is a button too, which acts on the box that was touched."""
    open_page(page, lab)
    choose(page, plan)
    page.get_by_role("button", name="Type in a paper diary").click()
    page.locator(".fu-box.fu-mark").nth(7).click()  # the right side of the first day
    page.get_by_role("button", name="✕ Not done").click()
    page.get_by_role("button", name="All done").click()
    page.get_by_role("button", name="10", exact=True).click()
    page.locator(".fu-box.fu-note").first.click()
    page.get_by_role("button", name="Write the note").click()
    page.keyboard.type("tired")
    page.locator(".fu-box.fu-mark").first.click()
    saved(page)
    found = kept(clinic, plan)
    assert len(found) == 8
    assert found[(str(plan.start), "i1", "right")][0] == "not_done"
    assert ("done", 10, "tired") in found.values() or ("not_done", 10, "tired") in found.values()


def test_letters_never_reach_the_notebook(page: Page, lab: Any, plan: Plan) -> None:
    """Everything that takes the focus keeps JupyterLab's one-letter commands away."""
    open_page(page, lab)
    choose(page, plan)
    open_sheet(page)
    assert with_shortcuts(page, ".fu") == []
    cells = page.locator(".jp-Cell").count()
    for key in ("b", "a", "d", "d"):
        page.keyboard.press(key)
    expect(page.locator(".jp-Cell")).to_have_count(cells)


def test_axe_finds_nothing(page: Page, lab: Any, plan: Plan, tmp_path: Path) -> None:
    """No violation of WCAG A or AA on any part, dark and light, wide and narrow; no part is wider than the page."""
    rows: list[dict[str, Any]] = [
        {"status": "done", "help_sign": "numb"},
        {"side": "right", "status": "perhaps"},
        {"item_id": "i2"},
    ]
    path = diary(tmp_path / "june.csv", plan, *rows)
    open_page(page, lab)
    assert violations(page, ".fu") == []
    choose(page, plan)
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_role("heading", name="What came in")).to_be_visible()
    open_sheet(page)
    for key in ("p", "x", "a", "3", "ArrowRight"):
        page.keyboard.press(key)
    for theme in THEMES:
        put_theme(page, theme)
        for width in (420, 768, 1280):
            page.set_viewport_size({"width": width, "height": 1000})
            assert violations(page, ".fu") == []
            assert too_wide(page, ".fu") == 0


def test_nothing_is_typed_by_nobody(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """Where no name is known, the sheet begins at the name; with it, marks are taken."""
    clinic.preferences.keep("setting", "signs", "")
    open_page(page, lab)
    choose(page, plan)
    page.get_by_role("button", name="Type in a paper diary").click()
    name = page.get_by_label("Typed in by")
    expect(name).to_be_focused()
    name.fill("B. Physio")
    page.locator(".fu-box.fu-mark").first.click()
    page.keyboard.press("d")
    saved(page)
    assert len(kept(clinic, plan)) == 1
    signed(clinic, "A. Physio")
