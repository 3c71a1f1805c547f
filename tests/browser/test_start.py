"""The page without a plan in the browser: patients, templates of one's own, the same plan for another patient."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import begin, begin_empty, to_patients

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_an_empty_clinic_to_the_next_patient(page: Page, violations: Callable[[], list[Any]]) -> None:
    """Three lines teach; an empty plan offers templates; a plan becomes a template and another patient's; both are
    found again by keyboard alone, and nothing breaks a rule of WCAG 2.2 AA, wide or narrow."""
    patients = page.get_by_role("grid", name="Patients")
    ready = page.get_by_role("list", name="Ready-made plans")
    if not patients.is_visible():  # the first test of its server
        expect(page.locator(".hs-how > li")).to_have_count(3)
        expect(page.locator(".hs-how > li").last).to_be_visible()
    begin_empty(page)
    page.get_by_role("button", name="Search the library").click()
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    assert violations() == []
    page.get_by_role("button", name="Take the exercises of: Knee pain: four glute stretches").click()
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
    page.get_by_role("button", name="About this plan").click()
    page.get_by_label("Patient label").fill("Zoe")
    page.get_by_text("Keep as my template").first.click()
    called = page.get_by_label("What you call it")
    called.press("Enter")
    expect(page.locator(".hs-again .hs-fault").first).to_contain_text("it is empty")
    called.fill("My four")
    called.press("Enter")
    expect(page.locator(".hs-done")).to_have_text("Kept as a template of yours: “My four”.")
    page.get_by_text("This plan for another patient").first.click()
    other = page.get_by_label("The other patient’s label")
    other.fill("zoe")
    other.press("Enter")
    expect(page.locator(".hs-again .hs-fault").last).to_contain_text("is the patient of this plan")
    assert violations() == []
    other.fill("Yann")
    other.press("Enter")
    expect(page.locator(".hs-top-whose")).to_have_text(re.compile("^Yann"))
    expect(page.locator(".hs-item")).to_have_count(4)
    to_patients(page)
    expect(ready.get_by_role("listitem").first).to_contain_text("My four")
    search = page.get_by_role("searchbox", name="Find a patient")
    search.fill("zoe")
    expect(patients.get_by_role("row")).to_have_count(2)
    search.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(patients.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    expect(search).to_be_focused()
    assert violations() == []
    search.press("Enter")
    expect(page.locator(".hs-top-whose")).to_have_text(re.compile("^Zoe"))
    to_patients(page)
    expect(search).to_have_value("zoe")
    search.fill("")
    page.set_viewport_size({"width": 420, "height": 860})
    page.get_by_role("button", name="Change My four").click()
    assert violations() == []
    wide = "() => document.querySelector('.hs-begin').scrollWidth - document.querySelector('.hs-begin').clientWidth"
    assert page.evaluate(wide) <= 0
    page.get_by_role("button", name="Delete My four").click()
    page.get_by_role("button", name="Bring it back").click()
    begin(page, "My four")
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
