"""The whole way of a follow-up in a real browser, as a clinician goes it with the patient in the room.

Patient chosen, diary dropped, screen read, a number opened to its rows, a mark corrected, a proposal taken, the report
opened to print: once with the mouse and counted, once by keyboard alone with a kernel restarted in the middle.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kit.clinic import Clinic
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.reports.make import follow_up_report
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.ui.planner.clinician import keep_clinician
from tests.browser.conftest import PRINTED, Lab
from tests.browser.pages import READY_MS, violations
from tests.browser.visits import DAY, choose, clinic, in_hand, open_page, page, patient, saved
from tests.store.diary_files import diary, row

__all__ = ["clinic", "page"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium(printing: Browser) -> Browser:
    return printing


DAYS, MOST = 20, 12
NEXT = 6  # from the list of patients to the next plan on paper, with what is proposed in it
REVIEWED_MS = 30_000  # a proposal is taken after a review of the whole plan
ITEMS = ("i1", "i2", "i3", "i4")
CALM: dict[str, Any] = {"pain_before": 1, "pain_worst": 1, "pain_after": 1, "pain_next_morning": 1, "effort": 3}
DONE: dict[str, Any] = {"status": "done", "sets_done": 1, "reps_done": 2, "hold_done_s": 30}


@pytest.fixture
def plan(clinic: Store, library: Library, request: pytest.FixtureRequest) -> Plan:
    return patient(clinic, library, request.node.nodeid, DAYS)


@pytest.fixture
def came(plan: Plan, tmp_path: Path) -> Path:
    """Her diary, as it was sent: everything done, and calm."""
    rows = []
    for n in range(DAYS):
        day = str(plan.start + n * DAY)
        of_day = [row(plan, item, side, day, week=n // 7 + 1, **DONE) for item in ITEMS for side in ("left", "right")]
        rows += [of_day[0] | CALM, *of_day[1:]]
    return diary(tmp_path / "diary.csv", rows)


@dataclass
class Hand:
    """Does what a person does, and counts: a click, a word typed, a file let go."""

    page: Page
    counts: Counter[str] = field(default_factory=Counter)
    step: str = ""

    def click(self, target: Locator) -> None:
        self.counts[self.step] += 1
        target.click()

    def type(self, target: Locator, text: str) -> None:
        self.counts[self.step] += 1
        target.fill(text)

    def let_go(self, file: Path) -> None:
        self.counts[self.step] += 1
        content = file.read_text(encoding="utf-8")
        made = "text => { const t = new DataTransfer(); t.items.add(new File([text], 'diary.csv')); return t; }"
        dragged = self.page.evaluate_handle(made, content)
        self.page.dispatch_event(".fu", "dragover", {"dataTransfer": dragged})
        self.page.dispatch_event(".fu-head", "drop", {"dataTransfer": dragged})

    @contextmanager
    def doing(self, step: str, changed: str = ".hs") -> Iterator[None]:
        """A step of the way; where it ends, what has changed on the page is in nobody's way."""
        self.step = step
        yield
        assert violations(self.page, changed) == [], step


def mark(page: Page, plan: Plan) -> Locator:
    """The left box of the first exercise on the first day."""
    when = f"{plan.start:%a} {plan.start.day} {plan.start:%b}"
    return page.locator(f".fu-box[aria-label^='{when}, Seated hip stretch, left']")


def dropped(page: Page) -> None:
    expect(page.get_by_role("region", name="What came in")).to_contain_text("160 rows taken.")
    expect(page.locator(".ms-headline")).to_contain_text("20 of 20")


def bytes_of(page: Page, href: str) -> bytes:
    read = """async (href) => {
        const content = new Uint8Array(await (await fetch(href)).arrayBuffer());
        return btoa(Array.from(content, (one) => String.fromCharCode(one)).join(""));
    }"""
    return base64.b64decode(page.evaluate(read, href))


def by_hand(lab: Lab, clinic: Store, plan: Plan, folder: Path) -> list[bytes]:
    """The report of what the store holds by now, as the command makes it."""
    home, kept = Workspace(lab.workspace), [clinic.diaries.of(plan.code)]
    made = follow_up_report([plan], kept, home.usable()[0], dt.date.today(), folder, clinic=home.clinic()[0])
    return [path.read_bytes() for path in made.paths]


def is_the_report(page: Page, lab: Lab, clinic: Store, plan: Plan, folder: Path) -> None:
    """The files behind the links are those of the command, with the correction in them."""
    links = page.get_by_role("list", name="Files to download").get_by_role("link")
    expect(links).to_have_text(["Open to print", "Download (PDF)", "Its numbers as a table (CSV)"])
    pdf, _, table = (bytes_of(page, link.get_attribute("href") or "") for link in links.all())
    assert pdf.startswith(b"%PDF-")
    assert [pdf, table] == by_hand(lab, clinic, plan, folder)
    kept = {
        (str(r.values["date"]), r.values["item_id"], r.values["side"]): r.values for r in clinic.diaries.rows(plan.code)
    }
    assert kept[str(plan.start), "i1", "left"]["status"] == "not_done"


def test_the_way_with_the_mouse(page: Page, lab: Lab, clinic: Store, plan: Plan, came: Path, tmp_path: Path) -> None:
    """From the list of patients to the print of the report in at most twelve actions, none of them in vain."""
    open_page(page, lab)
    assert violations(page) == []
    hand = Hand(page)
    with hand.doing("patient chosen"):
        hand.type(page.get_by_label("Find a patient by label, plan or code"), plan.code)
        expect(page.locator(".fu-patient")).to_have_count(1)  # the others have gone once the kernel has answered
        hand.click(page.locator(".fu-patient"))
        in_hand(page, plan)
    with hand.doing("diary dropped, screen read"):
        hand.let_go(came)
        dropped(page)
    with hand.doing("number opened to its rows", "dialog.ms-behind"):
        hand.click(page.locator(".ms-counts .ms-n").first)
        expect(page.get_by_role("dialog")).to_contain_text("160 diary rows.")
    with hand.doing("mark corrected", ".fu-typing"):
        hand.click(page.get_by_role("dialog").get_by_role("button", name="Close"))
        hand.click(page.get_by_role("button", name="Type in a paper diary"))
        hand.click(mark(page, plan))
        hand.click(page.get_by_role("button", name="✕ Not done"))
        saved(page)
    with hand.doing("proposal taken", ".ms-next"):
        hand.click(page.get_by_role("button", name="Take into the next version").last)
        expect(page.locator("span.ms-taken")).to_have_text("Taken into the draft", timeout=REVIEWED_MS)
    with hand.doing("report printed", ".fu-head"):
        hand.click(page.get_by_role("button", name="Report"))
        link = page.get_by_role("link", name="Open to print")
        expect(link).to_be_focused(timeout=60_000)
        with page.context.expect_page() as tab:
            hand.click(link)
        tab.value.close()
    is_the_report(page, lab, clinic, plan, tmp_path)
    draft = clinic.drafts.held(plan.code)
    assert draft is not None
    assert (draft.plan.version, len([item for item in draft.plan.items if item not in plan.items])) == (2, 1)
    assert hand.counts == {
        "patient chosen": 2,
        "diary dropped, screen read": 1,
        "number opened to its rows": 1,
        "mark corrected": 4,
        "proposal taken": 1,
        "report printed": 2,
    }
    assert hand.counts.total() <= MOST


def test_from_the_diary_to_the_next_plan_on_paper(page: Page, lab: Lab, clinic: Store, plan: Plan, came: Path) -> None:
    """One press leads to the planner, where what is proposed stands in the draft, told in what is new, to be issued."""
    clinic.diaries.bring_in(came)
    keep_clinician(clinic, Clinic(), "A. Physio")  # as an issue at the page does
    page.context.add_init_script(PRINTED)
    open_page(page, lab)
    page.get_by_label("Find a patient by label, plan or code").fill(plan.code)
    expect(page.locator(".fu-patient")).to_have_count(1)
    hand = Hand(page)
    hand.click(page.locator(".fu-patient"))
    in_hand(page, plan)
    hand.click(page.get_by_role("button", name=re.compile(r"^Next plan with \d changes$")))
    expect(page.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
    hand.click(page.get_by_role("button", name="Issue and print"))
    draft = clinic.drafts.held(plan.code)
    assert draft is not None
    changed = [item for item in draft.plan.items if item not in plan.items]
    assert len(changed) >= 2
    new = page.get_by_role("region", name="Changed since version 1")
    expect(new.get_by_role("button", name="As it was")).to_have_count(len(changed))
    hand.click(page.get_by_role("button", name="None of these is present"))
    hand.click(page.get_by_role("button", name="Issue and print now"))
    page.wait_for_function("window.printed.length === 1")
    assert clinic.versions.load(plan.code, 2).plan.items == draft.plan.items
    assert hand.counts.total() <= NEXT


def test_the_way_by_keyboard_with_a_restart(
    page: Page, lab: Lab, clinic: Store, plan: Plan, came: Path, tmp_path: Path
) -> None:
    """No mouse; a new kernel and a reload in the middle of a note: the visit is open, the note is kept as it stood."""
    open_page(page, lab)
    choose(page, plan)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").press("Enter")
    chooser.value.set_files(came)
    dropped(page)
    number = page.locator(".ms-counts .ms-n").first
    number.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("160 diary rows.")
    page.keyboard.press("Escape")
    expect(number).to_be_focused()
    page.get_by_role("button", name="Type in a paper diary").press("Enter")
    mark(page, plan).press("x")
    note = page.locator(".fu-box.fu-note").first
    note.press("Enter")
    note.press("k")
    page.keyboard.type("nee stiff")
    saved(page)
    for session in json.loads(lab.get("/api/sessions")):
        lab.get(f"/api/kernels/{session['kernel']['id']}/restart", "POST")
    page.reload()
    in_hand(page, plan)
    expect(page.get_by_role("button", name="Close the sheet")).to_be_visible()  # it is open again by itself
    expect(page.locator(".fu-box.fu-note").first).to_have_attribute("title", "knee stiff")
    page.get_by_role("button", name="Take into the next version").last.press("Enter")
    expect(page.locator("span.ms-taken")).to_be_focused(timeout=REVIEWED_MS)
    page.get_by_role("button", name="Report").press("Enter")
    link = page.get_by_role("link", name="Open to print")
    expect(link).to_be_focused(timeout=60_000)
    with page.context.expect_page() as tab:
        page.keyboard.press("Enter")
    tab.value.close()
    is_the_report(page, lab, clinic, plan, tmp_path)
    notes = {r.values["note"] for r in clinic.diaries.rows(plan.code)} - {None}
    assert notes == {"knee stiff"}
