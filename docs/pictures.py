"""The pictures of README and of the tour, made from the real product: `uv run python docs/pictures.py [NAME …]`.

The handout's pages are the same on every machine. The others are screenshots, so the fonts and the day of the machine
show.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kit.demo import CLINIC, run_demo
from kit.handouts.document import document
from kit.handouts.pdf import to_pages
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.document import read_plan
from kit.plan.resolved import resolve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

HERE = Path(__file__).parent
EXERCISES_PAGE, DIARY_PAGE = 2, -1
WIDTH, HEIGHT = 1360, 1000
PHONE: ViewportSize = {"width": 390, "height": 780}
MONDAY = dt.datetime(2026, 6, 1, 18, 30)
READY_MS = 60_000


def handout_png() -> bytes:
    """The first page of exercises of the sample patient's handout."""
    return _pages()[EXERCISES_PAGE]


def diary_png() -> bytes:
    """The paper diary at the end of the same handout."""
    return _pages()[DIARY_PAGE]


def planner_png() -> bytes:
    """The planner with the four founding stretches, as Chromium shows it."""
    with _lab() as page:
        _use_template(page)
        return page.screenshot()


def welcome_png() -> bytes:
    """The planner before a plan is begun: the templates."""
    with _lab() as page:
        return page.screenshot()


def review_png() -> bytes:
    """What the review says once a condition of the patient is noted: the patient's part, and the first exercises."""
    with _lab() as page:
        _use_template(page)
        page.get_by_role("button", name="Patient and conditions").click()
        condition = page.get_by_role("combobox", name="Add a condition")
        condition.fill("greater troch")
        page.get_by_role("option", name=re.compile("trochanteric")).wait_for()
        condition.press("ArrowDown")
        condition.press("Enter")
        card = page.locator(".hs-item", has=page.get_by_role("heading", name=re.compile("crossover")))
        card.get_by_role("button", name=re.compile("^Open ")).click()
        card.locator("summary").first.click()
        card.get_by_role("button", name=re.compile("^Swap for")).first.wait_for()
        card.scroll_into_view_if_needed()
        return card.screenshot()


def library_png() -> bytes:
    """The library's own notebook: what there is for the hip, and one exercise as the patient reads it."""
    with _lab("library.ipynb") as page:
        page.get_by_label("Region").select_option("hip")
        page.get_by_label("Kind").select_option("strength")
        page.get_by_role("button", name=re.compile("^Clamshell")).first.click()
        page.get_by_role("heading", name="What to do").wait_for()
        return page.screenshot()


def player_png() -> bytes:
    """The page that the patient opens on a phone, in the middle of the first stretch."""
    with tempfile.TemporaryDirectory() as folder, _chromium() as browser:
        _demo(Path(folder))
        page = browser.new_page(viewport=PHONE, device_scale_factor=2, reduced_motion="reduce")
        page.clock.install(time=MONDAY)
        page.goto((Path(folder) / "version-1/patient/session.html").as_uri())
        page.get_by_role("button", name="Start", exact=True).click()
        page.clock.run_for(25_000)
        return page.screenshot()


def adherence_png() -> bytes:
    """The chart of the sample patient's four weeks."""
    with tempfile.TemporaryDirectory() as folder:
        _demo(Path(folder))
        return (Path(folder) / "adherence.png").read_bytes()


PICTURES: dict[str, Callable[[], bytes]] = {
    "handout.png": handout_png,
    "planner.png": planner_png,
    "library.png": library_png,
    "tour/welcome.png": welcome_png,
    "tour/review.png": review_png,
    "tour/diary.png": diary_png,
    "tour/player.png": player_png,
    "tour/adherence.png": adherence_png,
}


def _pages() -> list[bytes]:
    plan = read_plan(data_dir() / "sample" / "plan-v1.json")
    return to_pages(document(resolve(plan, Library.load()), CLINIC), ppi=72)


def _demo(folder: Path) -> None:
    for _ in run_demo(folder):
        pass


@contextlib.contextmanager
def _chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@contextlib.contextmanager
def _lab(notebook: str = "plan.ipynb") -> Iterator[Page]:
    """A page of a JupyterLab of its own, open and ready."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "kit", "lab", "--no-browser", str(Path(folder) / "clinic")],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert server.stdout is not None
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address is not None
            with _chromium() as browser:
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.goto(address.group().replace("plan.ipynb", notebook))
                page.get_by_role("heading", name="Homestretch").wait_for(timeout=READY_MS)
                yield page
        finally:
            server.terminate()
            server.wait(30)


def _use_template(page: Page) -> None:
    from playwright.sync_api import expect

    page.get_by_role("button", name="Use this plan: Knee pain: four glute stretches").click(timeout=READY_MS)
    expect(page.get_by_role("list", name="Exercises of the plan")).to_be_visible()
    expect(page.locator(".hs-saved")).to_have_text("Saved")


def main(names: list[str]) -> None:
    for name in names or PICTURES:
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PICTURES[name]())
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
