"""What the clinical gate asks, at the page: days, sign-offs, questions, the floor, the bed, the arc."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.places import data_dir
from tests.browser.conftest import Lab, about, begin_empty, open_row, to_patients
from tests.browser.issuing import MADE_MS, open_issue, sign
from tests.browser.reviewing import card, everywhere, put_in_force, to_findings, to_library, to_patient

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Look = Callable[[], list[Any]]
NWB = "Non- or partial weight-bearing order"
ACL = "ACL reconstruction, first 12 weeks"
CAUDA = "Suspected cauda equina or progressing neurological loss"
YEAR = "Not taken. The year 0026 cannot be right. Did you mean 2026? Write four digits."
UNFOLD = "() => { for (const part of document.querySelectorAll('.hs details')) part.open = true; }"
HIP = "Total hip replacement, posterior approach (precautions in force)"
CROSSOVER = "Supine straight-leg crossover (cross-body) stretch"
ASKED = "Gets down to and up from the floor"


@pytest.fixture
def own_arc(lab: Lab) -> Iterator[str]:
    """An exercise of the clinic's own that may be narrowed to an arc; gives its name."""
    lines = (data_dir() / "exercises" / "long_arc_quad.toml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("id =", "name ="))]
    if not any(line.startswith("arc = ") for line in kept):
        kept.insert(0, "arc = { from_deg = 90, to_deg = 0 }")
    path = Path(lab.workspace) / "exercises" / "own_arc.toml"
    path.parent.mkdir()
    path.write_text("\n".join(['id = "own_arc"', 'name = "Arc of our own"', *kept]), encoding="utf-8")
    yield "Arc of our own"
    shutil.rmtree(path.parent)


def fault(field: Locator) -> Locator:
    """What is told below a field."""
    return field.locator("xpath=ancestor::div[contains(@class, 'hs-field')][1]").locator(".hs-fault")


def add(page: Page, name: str) -> Locator:
    """The row of an exercise that is added from the list."""
    to_library(page)
    page.get_by_label("Search", exact=True).fill(name)
    page.get_by_role("button", name=f"Add {name}", exact=True).click()
    expect(card(page, name)).to_have_count(1)
    return card(page, name)


def years_ago(years: int) -> str:
    return (dt.date.today() - dt.timedelta(days=365 * years)).isoformat()


def test_a_mistyped_year_is_told_at_its_field(started: Page) -> None:
    """What was typed stays, the likely year is told, the plan keeps its AVOID, and a right day is taken. The days of the
    plan are told as those of a condition; a year may be typed digit by digit, as the browser tells 2, 20 and 202 on the
    way; another plan in the page takes the messages away."""
    stance = add(started, "Single-leg stance")
    put_in_force(started, "weight-bearing", NWB)
    started.get_by_label(f"Affected side, {NWB}").select_option("left")
    until = started.get_by_label(f"Holds until, {NWB}")
    until.fill("0026-09-30")
    until.blur()
    expect(fault(until)).to_have_text(YEAR)
    expect(until).to_have_value("0026-09-30")
    expect(until).to_have_attribute("aria-invalid", "true")
    expect(started.locator(".hs-notices")).to_be_hidden()
    expect(stance).to_contain_text("Avoid")
    started.get_by_label(f"Region, {NWB}").select_option("knee")  # another edit leaves it as it is
    expect(stance).to_contain_text("Avoid")
    expect(until).to_have_value("0026-09-30")
    until.fill("2199-09-30")
    until.blur()
    expect(fault(until)).to_have_count(0)
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    about(started)
    review, start = (started.get_by_label(name, exact=True) for name in ("Review date", "Start"))
    review.focus()
    day = dt.date.today() + dt.timedelta(days=20)
    started.keyboard.type(f"{day:%m%d%Y}", delay=30)
    review.blur()
    expect(review).to_have_value(day.isoformat())
    expect(fault(review)).to_have_count(0)
    expect(started.locator(".hs-notices")).to_be_hidden()
    for field in (start, review):
        field.fill("0026-06-01")
        field.blur()
        expect(fault(field)).to_have_text(YEAR)
    to_patients(started)
    begin_empty(started)
    about(started)
    for field in (start, review):
        expect(field).not_to_have_value("0026-06-01")
    expect(started.locator(".hs-fault:visible")).to_have_count(0)


def test_the_floor_is_asked_and_a_bed_is_the_default(started: Page) -> None:
    """For a patient of 82 a bridge goes to a firm bed, and an exercise that no bed does for is asked about."""
    bridge, dog = add(started, "Bridge"), add(started, "Bird dog")
    for name in ("Bridge", "Bird dog"):
        open_row(started, name)
    part = to_patient(started)
    part.get_by_label("Age, years").fill("82")
    part.get_by_label("Age, years").press("Enter")
    where = bridge.get_by_label("Where, Bridge")
    expect(where.locator("option:checked")).to_have_text("Default: firm bed")
    expect(dog.get_by_label("Where, Bird dog").locator("option")).to_have_text(["Default: floor", "Floor"])
    expect(to_findings(started)).to_contain_text("Arm and leg reach needs getting down to the floor.")
    part = to_patient(started)
    part.get_by_label(ASKED).select_option("No")
    expect(dog.locator(".hs-item-line")).to_contain_text("Avoid")
    expect(bridge.locator(".hs-item-line")).not_to_contain_text("Avoid")
    where.select_option("Floor")
    expect(bridge.locator(".hs-item-line")).to_contain_text("Avoid")
    part.get_by_label(ASKED).select_option("Yes")
    expect(bridge.locator(".hs-item-line")).not_to_contain_text("Avoid")
    expect(to_findings(started)).not_to_contain_text("getting down to the floor")


def test_a_question_is_confirmed_by_name(started: Page) -> None:
    """Days by which a condition is long over are asked about; a name and how it is known answer it. A STOP does not end
    by a date: there is no field for one."""
    put_in_force(started, "cauda", CAUDA)
    expect(started.get_by_label(f"Surgery or onset, {CAUDA}")).to_be_visible()
    expect(started.get_by_label(f"Holds until, {CAUDA}")).to_be_hidden()
    started.get_by_role("button", name=f"Remove condition {CAUDA}").click()
    put_in_force(started, "ACL rec", ACL)
    since = started.get_by_label(f"Surgery or onset, {ACL}")
    since.fill(years_ago(2))
    since.blur()
    review = to_findings(started)
    expect(review).to_contain_text("Is the year right?")
    review.get_by_role("button", name="Confirm it as written…").click()
    form = review.locator("form.hs-answering")
    sign(form, "B. Physio")
    form.get_by_role("button", name="Confirm it").click()
    expect(form.locator(".hs-fault")).to_have_text("The reason is missing. Write how you know that it is right.")
    form.get_by_label("How it is known").fill("The surgeon's letter.")
    form.get_by_role("button", name="Confirm it").click()
    expect(review).not_to_contain_text("Is the year right?")
    review.get_by_text("For information").click()
    expect(review).to_contain_text("its days are confirmed by B. Physio on")


def test_the_way_of_an_exercise_is_kept(own_arc: str, started: Page) -> None:
    """An arc is two numbers, only where the exercise has one: the first end waits for the second, and two equal ones are
    told at the field. A bridge has no choice of sides; its one-sided form is offered in its place. The kind of pain and
    the rest between exercises stand in the head of the plan. All is there after a reload."""
    own = add(started, own_arc)
    bridge = add(started, "Bridge")
    open_row(started, own_arc)
    open_row(started, "Bridge")
    expect(started.get_by_label("Arc from, degrees, Bridge", exact=True)).to_be_hidden()
    start, end = own.get_by_label(f"Arc from, degrees, {own_arc}"), own.get_by_label(f"Arc to, degrees, {own_arc}")
    start.fill("90")
    start.press("Tab")
    end.fill("90")
    end.press("Tab")
    expect(fault(end)).to_have_text("Not taken. An arc from 90 to 90 degrees is none. Give its two ends.")
    end.fill("45")
    end.press("Tab")
    expect(fault(end)).to_have_count(0)
    expect(bridge.get_by_label("Sides, Bridge", exact=True)).to_be_hidden()
    bridge.get_by_role("button", name="Swap for Single-leg bridge, in place of Bridge").click()
    open_row(started, "Single-leg bridge")
    single = card(started, "Single-leg bridge")
    expect(single.get_by_label("Sides, Single-leg bridge", exact=True).locator("option")).to_have_text(
        ["Each side", "Left only", "Right only", "Both at once"]
    )
    about(started)
    pain = started.get_by_role("region", name="Plan", exact=True).get_by_label("Pain is judged as in", exact=True)
    rest = started.get_by_label("Rest between exercises (s)")
    pain.select_option("Tendon")
    rest.fill("20")
    rest.press("Tab")
    expect(started.locator(".hs-saved")).to_have_text("Saved")
    started.reload()
    started.get_by_role("button", name="Go on, ").first.click()
    open_row(started, own_arc)
    expect(start).to_have_value("90")
    expect(end).to_have_value("45")
    about(started)
    expect(pain).to_have_value("tendon")
    expect(rest).to_have_value("20")


def test_axe_finds_nothing(own_arc: str, started: Page, themed: Callable[[str], None], violations: Look) -> None:
    """Refusals at fields and in a form, floor, bed and arc in sight, every level, form and folded part open, panel by
    panel: no rule of WCAG 2.2 AA is broken, wide or narrow, in either theme."""
    add(started, "Bridge")
    add(started, own_arc)
    part = to_patient(started)
    part.get_by_label("Age, years").fill("820")
    part.get_by_label("Age, years").press("Enter")
    expect(fault(part.get_by_label("Age, years"))).to_have_text(
        "Not taken. 820 is refused: it must be 120 or less. Correct the value."
    )
    put_in_force(started, "posterior", HIP)
    put_in_force(started, "weight-bearing", NWB)
    until = started.get_by_label(f"Holds until, {NWB}")
    until.fill("0026-09-30")
    until.blur()
    expect(fault(until)).to_have_text(YEAR)
    started.get_by_label("Yes, present: Septic joint").check()
    for name in (own_arc, "Bridge", CROSSOVER):
        open_row(started, name)
    started.evaluate(UNFOLD)
    card(started, CROSSOVER).get_by_role("button", name="Keep it, with a reason…").first.click()
    started.get_by_role("combobox", name="Add a condition").fill("knee")
    expect(started.locator(".hs-options [role=option]").first).to_be_visible()
    assert everywhere(started, themed, violations, (1400, 420)) == []
    review = to_findings(started)
    expect(review.locator("[data-level=STOP]")).not_to_have_count(0)
    review.get_by_role("button", name="Sign off…").first.click()
    sign(review.locator("form:visible"), "", "")
    review.get_by_role("button", name="Sign off", exact=True).first.click()
    expect(review.locator("form .hs-fault").first).to_contain_text("Your name is missing.")
    assert everywhere(started, themed, violations, (1400, 420)) == []
    open_issue(started)
    expect(started.locator(".hs-pages img").first).to_be_visible(timeout=MADE_MS)
    started.evaluate(UNFOLD)
    assert everywhere(started, themed, violations, (1400, 420)) == []
