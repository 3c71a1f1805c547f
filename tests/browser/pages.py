"""A page of the kit in a browser, whichever it is: nothing fails and nothing leaves the machine; its theme, its faults."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Lab

READY_MS = 60_000
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],  # what is in order need not cross to here
}
_AXE = "([within, options]) => axe.run({ include: [[within]] }, options).then((all) => all.violations)"
HOSTILE = "<img src=x onerror=\"document.title='fired'\">"
THEMES = ("JupyterLab Dark", "JupyterLab Light")
VIEWER = ("chrome-extension://", "chrome://")  # of PDFs, which Chromium brings along
WIDE: ViewportSize = {"width": 1280, "height": 1000}


@contextlib.contextmanager
def watched(
    chromium: Browser, lab: Lab, viewport: ViewportSize = WIDE, permissions: tuple[str, ...] = ()
) -> Iterator[Page]:
    """An empty page; afterwards no script of it failed, nothing left the machine, and its kernels are gone."""
    context = chromium.new_context(viewport=viewport, accept_downloads=True)
    context.grant_permissions(list(permissions))
    page = context.new_page()
    failed: list[str] = []
    outside: list[str] = []
    home = lab.url.split("/doc/")[0]
    page.on("pageerror", lambda error: failed.append(str(error)))
    costly: list[str] = []  # what the server would work seconds for, and no page needs
    page.on("request", lambda r: None if r.url.startswith((home, "data:", "blob:", *VIEWER)) else outside.append(r.url))
    page.on("request", lambda r: costly.append(r.url) if "/api/build" in r.url or "/api/nbconvert" in r.url else None)
    yield page
    context.close()
    for session in json.loads(lab.get("/api/sessions")):
        lab.get(f"/api/sessions/{session['id']}", "DELETE")
    assert failed == []
    assert outside == []
    assert costly == []


def put_theme(page: Page, theme: str) -> None:
    """One of JupyterLab's, which follows what the machine asks for."""
    page.emulate_media(color_scheme="light" if theme == "JupyterLab Light" else "dark")
    light = json.dumps(theme == "JupyterLab Light")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light, timeout=READY_MS)


def violations(page: Page, within: str = ".hs", asked: Mapping[str, Any] = WCAG) -> list[Any]:
    """What axe finds against WCAG 2.2 A and AA, or what else is asked, in the page as it stands."""
    # Colours in the middle of a fade are nobody's choice: look when they have settled.
    page.evaluate("() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)))")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(_AXE, [within, asked])
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found]


def too_wide(page: Page, within: str) -> int:
    """By how many pixels a part is wider than its place; 0 where it fits."""
    spilled: int = page.locator(within).first.evaluate("n => Math.max(0, n.scrollWidth - n.clientWidth)")
    return spilled


def with_shortcuts(page: Page, within: str) -> list[str]:
    """Everything that takes the focus and leaves JupyterLab's one-letter commands alive."""
    found: list[str] = page.evaluate(
        "within => [...document.querySelectorAll(`${within} :is(button, input, select, a, summary, [tabindex])`)]"
        ".filter((e) => e.dataset.lmSuppressShortcuts !== 'true').map((e) => e.outerHTML.slice(0, 80))",
        within,
    )
    return found
