"""The way to paper, as a clinician takes it: for every test that issues a plan."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

MADE_MS = 60_000


def open_issue(page: Page) -> None:
    """The panel of the issue."""
    page.get_by_role("button", name="Issue and print", exact=True).click()
    expect(page.get_by_role("heading", name="Issue and print")).to_be_visible()


def screened(page: Page) -> None:
    """In the panel: no sign is present."""
    page.get_by_role("button", name="None of these is present").click()


def try_to_issue(page: Page, by: str = "A. Physio") -> None:
    """With the panel open: the name, and the one button."""
    page.get_by_label("Name of the clinician").fill(by)
    page.get_by_role("button", name="Issue and print now").click()


def sign(form: Locator, by: str, role: str | None = None) -> None:
    """Who answers a finding, whoever it was the last time."""
    change = form.get_by_role("button", name="change", exact=True)
    if change.is_visible():
        change.click()
    form.get_by_label("Your name").fill(by)
    if role is not None:
        form.get_by_label("Role or registration").fill(role)


def issue(page: Page, by: str = "A. Physio") -> None:
    """From a plan that nothing holds to the handout in hand."""
    open_issue(page)
    screened(page)
    try_to_issue(page, by)
    expect(page.get_by_text(f"Issued by {by} on")).to_be_visible()
    expect(page.get_by_role("link", name="Handout (PDF)")).to_be_visible(timeout=MADE_MS)
