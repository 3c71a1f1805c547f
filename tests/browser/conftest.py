"""One server of `kit lab` and one Chromium for all browser tests of a worker."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect, sync_playwright

from tests.browser import pages
from tests.browser.pages import READY_MS, put_theme, watched
from tests.conftest import missing

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# The same engine without the windows, profiles and services around it, which cost more than most pages. It shows no PDF.
SHELL = shutil.which("chromium-headless-shell") or CHROMIUM
# Headless Chromium cannot stand its own print dialog. What a page hands to it is noted in `printed` instead.
PRINTED = """(() => {
  window.printed = [];
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow");
  const paper = (frame) => ({ focus() {}, print: () => window.printed.push(frame.src) });
  const get = function () { return this.src.startsWith("blob:") ? paper(this) : own.get.call(this); };
  Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { configurable: true, get });
})()"""
KEPT = ("clinic.db*", "exercises", "handouts", "templates")  # what a workspace keeps for a clinician
_START = (
    "import sys; from pathlib import Path; from kit.lab.start import run; sys.exit(run(Path(sys.argv[1]), {}, False))"
)


@dataclass(frozen=True)
class Lab:
    """A running `kit lab` on its workspace."""

    url: str
    workspace: Path

    def get(self, path: str, method: str = "GET") -> bytes:
        base, token = self.url.split("/doc/")[0], self.url.split("token=")[1]
        request = urllib.request.Request(f"{base}{path}?token={token}", method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            content: bytes = answer.read()
        return content


def begin(page: Page, name: str = "Knee pain: four glute stretches") -> None:
    """Begin a plan from a template on the start page."""
    page.get_by_role("button", name=f"Use this plan: {name}").click()


def begin_empty(page: Page) -> None:
    page.get_by_role("button", name="Empty plan").click()


def about(page: Page) -> None:
    """Open the panel with the head of the plan: its labels, days and title."""
    page.get_by_role("button", name="About this plan").click()


def to_patients(page: Page) -> None:
    """Put the plan in hand away."""
    page.get_by_role("button", name="‹ Patients").click()


def launch(playwright: Playwright, path: str | None = CHROMIUM) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def serve(workspace: Path, port: str = "None") -> Iterator[Lab]:
    """Start `kit lab` and wait for the line with its address, which it prints once it answers."""
    command = [sys.executable, "-c", _START.format(port), str(workspace)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        line = server.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+\S+", line)
        assert found, f"kit lab printed {line!r}"
        yield Lab(found.group(), workspace)
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    if SHELL is None:
        missing("Chromium", "apt-get install chromium chromium-headless-shell")
    with launch(playwright, SHELL) as browser:
        yield browser


@pytest.fixture(scope="session")
def printing(playwright: Playwright) -> Iterator[Browser]:
    """All of Chromium: what a page prints is a PDF in a frame, and only where there is a viewer for it."""
    if CHROMIUM is None:
        missing("Chromium", "apt-get install chromium")
    with launch(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    # Each worker looks for a free port from its own start, so that two never race for one.
    yield from serve(tmp_path_factory.mktemp("clinic"))


@pytest.fixture(scope="module")
def lab(server: Lab) -> Lab:
    """The server of the worker, on an empty clinic: what the tests of another file have left is taken away."""
    for part in KEPT:
        for one in server.workspace.glob(part):
            shutil.rmtree(one) if one.is_dir() else one.unlink()
    return server


@pytest.fixture
def page(chromium: Browser, lab: Lab) -> Iterator[Page]:
    """The planner, open and ready."""
    with watched(chromium, lab, {"width": 1400, "height": 1100}) as page:
        page.context.add_init_script(PRINTED)
        page.goto(lab.url)
        expect(page.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
        yield page


@pytest.fixture
def started(page: Page) -> Page:
    """The planner with the founding four as a draft."""
    begin(page)
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
    return page


def open_row(page: Page, name: str) -> Locator:
    """The row of this exercise with all its fields in sight; other open rows stay open."""
    row = page.locator(".hs-item", has=page.get_by_role("heading", name=name, exact=True))
    if row.locator(".hs-open").get_attribute("aria-expanded") == "false":
        row.locator(".hs-open").click(modifiers=["Shift"])
    expect(row.locator(".hs-item-body")).to_be_visible()
    return row


@pytest.fixture
def themed(page: Page) -> Callable[[str], None]:
    """Lets the machine ask for light or dark; the page follows it."""

    return partial(put_theme, page)


@pytest.fixture
def violations(page: Page) -> Callable[[], list[Any]]:
    """What axe finds against WCAG 2.2 A and AA in the planner as it stands."""

    return partial(pages.violations, page)
