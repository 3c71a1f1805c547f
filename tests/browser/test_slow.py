"""A kernel that is only slow: it is told as slow, everything goes on, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import psutil
import pytest
from playwright.sync_api import Page, expect

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.store import Store
from tests.browser import visits
from tests.browser.conftest import Lab
from tests.browser.pages import READY_MS
from tests.browser.visits import DAY, choose, open_page, patient, saved

clinic, page = visits.clinic, visits.page
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def plan(clinic: Store, library: Library, request: pytest.FixtureRequest) -> Plan:
    return patient(clinic, library, request.node.name, days=7)


@pytest.fixture
def kernels(lab: Lab) -> Iterator[list[psutil.Process]]:
    """Those of this lab that are held still; they go on after the test."""
    held: list[psutil.Process] = []
    yield held
    for process in held:
        process.resume()


def hold(lab: Lab, held: list[psutil.Process]) -> None:
    """Every kernel of this lab stands still, as on a machine that does something else."""
    home = str(lab.workspace)
    for process in psutil.process_iter():
        try:
            if "ipykernel" in " ".join(process.cmdline()) and process.environ().get("KIT_WORKSPACE") == home:
                process.suspend()
                held.append(process)
        except psutil.Error:
            continue


def pains(clinic: Store, plan: Plan) -> list[int | None]:
    """The worst pain of the first three days as it is kept."""
    rows = [row.values for row in clinic.diaries.rows(plan.code)]
    told = {str(row["date"]): row["pain_worst"] for row in rows if row["pain_worst"] is not None}
    return [told.get(str(plan.start + n * DAY)) for n in range(3)]


def test_what_is_typed_while_the_kernel_is_slow_is_kept(
    page: Page, lab: Lab, clinic: Store, plan: Plan, kernels: list[psutil.Process]
) -> None:
    """It is said that it is slow, the boxes take in what is typed, and once it answers all of it is in the store; the
    page that is loaded again has the same patient."""
    open_page(page, lab)
    choose(page, plan)
    page.get_by_role("button", name="Type in a paper diary").press("Enter")
    expect(page.locator(".fu-box:focus")).to_have_count(1)
    for key in ("a", "4", "ArrowRight"):
        page.keyboard.press(key)
    saved(page)
    hold(lab, kernels)
    for key in ("a", "3", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(".hs-saved")).to_have_text("Still saving…", timeout=READY_MS)
    slow = page.get_by_role("alert").filter(has_text="The program is slow.")
    expect(slow).to_be_visible()
    for key in ("a", "2", "ArrowRight"):
        page.keyboard.press(key)
    for process in kernels:
        process.resume()
    saved(page)
    expect(slow).to_be_hidden()
    assert pains(clinic, plan) == [4, 3, 2]
    page.reload()
    expect(page.get_by_role("heading", name=plan.patient, exact=True)).to_be_visible(timeout=READY_MS)
