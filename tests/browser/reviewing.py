"""The patient and the review, as a clinician gets at them: for every test that puts a condition in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

THEMES = ("JupyterLab Light", "JupyterLab Dark")
# What reaches out of the page, the innermost first, where the page is wider than its place.
_OVER = """() => {
  const page = document.querySelector(".hs");
  if (page.scrollWidth <= page.clientWidth) return [];
  const edge = page.getBoundingClientRect().left + page.clientWidth + 1;
  const over = [...page.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > edge);
  return ["too wide", ...over.reverse().slice(0, 4).map((one) => one.outerHTML.slice(0, 120))];
}"""


def panel(page: Page) -> Locator:
    """What stands beside the plan."""
    return page.locator(".hs-aside")


def to_patient(page: Page) -> Locator:
    """The panel of the patient, open."""
    if not page.get_by_role("combobox", name="Add a condition").is_visible():
        page.get_by_role("button", name="Patient and conditions", exact=True).click()
        expect(page.get_by_role("combobox", name="Add a condition")).to_be_visible()
    return panel(page)


def to_findings(page: Page) -> Locator:
    """The panel with what the review says, open."""
    review = page.get_by_role("region", name="Review", exact=True)
    if not review.is_visible():
        page.get_by_role("button", name="Review: ").click()
    expect(review).to_be_visible()
    return review


def to_library(page: Page) -> None:
    """The library, which an open panel takes the place of."""
    if panel(page).is_visible():
        page.get_by_role("button", name="Close the panel").click()
    expect(panel(page)).to_be_hidden()


def put_in_force(page: Page, words: str, name: str) -> None:
    """Add a condition by typing a part of its name."""
    to_patient(page)
    picker = page.get_by_role("combobox", name="Add a condition")
    picker.fill(words)
    expect(page.get_by_role("option", name=name)).to_be_visible()
    picker.press("ArrowDown")
    picker.press("Enter")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def card(page: Page, name: str) -> Locator:
    """The row of an exercise."""
    return page.locator(".hs-item", has=page.get_by_role("heading", name=name, exact=True))


def everywhere(
    page: Page, themed: Callable[[str], None], violations: Callable[[], list[Any]], widths: tuple[int, ...]
) -> list[Any]:
    """What axe finds, and what is wider than the page, in both themes and at these widths; it ends wide and light."""
    found: list[Any] = []
    for theme in reversed(THEMES):
        themed(theme)
        for width in sorted(widths):
            page.set_viewport_size({"width": width, "height": 1100})
            found += [(theme, width, one) for one in violations()]
            found += [(theme, width, one) for one in page.evaluate(_OVER)]
    return found
