"""One server of `kit lab` and one Chromium for all browser tests of a worker."""

from __future__ import annotations

import os
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
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser import pages
from tests.browser.pages import READY_MS, put_theme, watched

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


def launch(chromium: Playwright) -> Browser:
    return chromium.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


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
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        message = "Chromium is not on this machine; install it with: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    # Each worker looks for a free port from its own start, so that two never race for one.
    yield from serve(tmp_path_factory.mktemp("clinic"))


@pytest.fixture
def page(chromium: Browser, lab: Lab) -> Iterator[Page]:
    """The planner, open and ready."""
    with watched(chromium, lab, {"width": 1400, "height": 1100}) as page:
        page.goto(lab.url)
        expect(page.get_by_role("heading", name="Homestretch")).to_be_visible(timeout=READY_MS)
        yield page


@pytest.fixture
def started(page: Page) -> Page:
    """The planner with the founding four as a draft."""
    page.get_by_role("button", name="Use this plan: Knee pain: four glute stretches").click()
    expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
    return page


@pytest.fixture
def themed(page: Page) -> Callable[[str], None]:
    """Puts one of JupyterLab's themes on the page."""

    return partial(put_theme, page)


@pytest.fixture
def violations(page: Page) -> Callable[[], list[Any]]:
    """What axe finds against WCAG 2.2 A and AA in the planner as it stands."""

    return partial(pages.violations, page)
