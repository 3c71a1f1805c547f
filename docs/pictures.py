"""The pictures of README and of the tour, made from the real product: `uv run python docs/pictures.py [NAME …]`.

The pages of handout and report are the same on every machine. The others are screenshots, so the fonts and the day of
the machine show; they are kept small by few colours.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from PIL import Image

from kit.demo import CLINIC, run_demo
from kit.diary.read import read_diary
from kit.followup.summary import Asked, summarise
from kit.handouts.document import document
from kit.handouts.pdf import to_pages
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.document import read_plan
from kit.plan.resolved import resolve
from kit.reports.pdf import to_pages as report_pages
from kit.reports.report import page as report_page
from kit.samples.kept import sample_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

HERE = Path(__file__).parent
FRONT, DIARY_PAGE = 0, -1
WIDTH, HEIGHT = 1360, 1000
PHONE: ViewportSize = {"width": 390, "height": 780}
MONDAY = dt.datetime(2026, 6, 1, 18, 30)
MIDDLE, NARROW = 900, 420
LATER = dt.date(2026, 6, 30)  # the day on which the sample patient is looked at
READY_MS = 120_000
# Every picture that is in sight.
ALL_DRAWN = """() => [...document.querySelectorAll(".hs-thumb")]
  .filter((place) => place.getClientRects().length && place.getBoundingClientRect().top < innerHeight)
  .every((place) => place.children.length)"""
# A page that has changed its theme fades in.
SETTLED = "() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))"
BARS = 80  # what JupyterLab has above a page
FOLLOWED, ALARMED = "DEMO-002", "DEMO-001"  # synthetic patients: with two versions, and with a sign that asks for help
COLOURS = 128  # of a screenshot


def handout_png() -> bytes:
    """The front of the sample patient's handout."""
    return _pages()[FRONT]


def diary_png() -> bytes:
    """The paper diary at the end of the same handout."""
    return _pages()[DIARY_PAGE]


def planner_png(width: int = WIDTH, height: int = HEIGHT, dark: bool = False) -> bytes:
    """The planner with the four founding stretches, as Chromium shows it."""
    with _lab() as page:
        _use_template(page)
        _put_theme(page, dark)
        page.set_viewport_size({"width": width, "height": height})
        return few_colours(page.screenshot(animations="disabled"))


def welcome_png() -> bytes:
    """The planner before a plan is begun: the templates."""
    with _lab() as page:
        page.wait_for_function(ALL_DRAWN)
        return few_colours(page.screenshot(animations="disabled"))


def review_png() -> bytes:
    """What the review says once a condition of the patient is noted: the exercise in full, and the patient's part."""
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
        card.evaluate("n => n.scrollIntoView({ block: 'start' })")
        return few_colours(page.screenshot(animations="disabled"))


def library_png() -> bytes:
    """The library's own notebook: what there is for the hip, and one exercise as the patient reads it."""
    with _lab("library.ipynb") as page:
        page.get_by_label("Region").select_option("hip")
        page.get_by_label("Kind").select_option("strength")
        page.get_by_role("button", name=re.compile("^Clamshell")).first.click()
        page.get_by_role("heading", name="Clamshell knee lift").wait_for()
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


def report_png() -> bytes:
    """The page for the record: the same patient, the same four weeks."""
    folder, library = data_dir() / "sample", Library.load()
    versions = [read_plan(folder / f"plan-v{n}.json") for n in (1, 2)]
    diaries = [read_diary(folder / f"diary-v{n}.csv", versions) for n in (1, 2)]
    rows = pd.concat([diary.rows for diary in diaries])
    summary = summarise(versions, rows, library, Asked(LATER))
    return few_colours(report_pages(report_page(summary, library, CLINIC), ppi=80)[0])


def followup_png(width: int = WIDTH, dark: bool = False, height: int | None = None, whom: str = FOLLOWED) -> bytes:
    """The follow-up of a synthetic patient, all of it or its upper part."""
    with _lab("adherence.ipynb", sample=True) as page:
        page.get_by_label("Find a patient by label, plan or code").fill(whom)
        page.locator(".fu-patient", has_text=whom).first.click(timeout=READY_MS)
        page.locator(".ms-headline").wait_for(timeout=READY_MS)
        return _whole(page, ".fu", width, dark, height)


def caseload_png(width: int = WIDTH, dark: bool = False) -> bytes:
    """Who of twelve synthetic patients needs a call."""
    with _lab("caseload.ipynb", sample=True) as page:
        page.locator("a.cl-open").first.wait_for(timeout=READY_MS)
        return _whole(page, ".cl", width, dark, HEIGHT)


PICTURES: dict[str, Callable[[], bytes]] = {
    "handout.png": handout_png,
    "planner.png": planner_png,
    "planner/middle.png": lambda: planner_png(MIDDLE, 800),
    "planner/narrow.png": lambda: planner_png(NARROW),
    "planner/dark.png": lambda: planner_png(dark=True),
    "library.png": library_png,
    "tour/welcome.png": welcome_png,
    "tour/review.png": review_png,
    "tour/diary.png": diary_png,
    "tour/player.png": player_png,
    "tour/adherence.png": adherence_png,
    "followup/wide.png": followup_png,
    "followup/narrow.png": lambda: followup_png(NARROW, height=2 * HEIGHT),
    "followup/dark.png": lambda: followup_png(dark=True, height=HEIGHT, whom=ALARMED),
    "followup/report.png": report_png,
    "caseload/wide.png": caseload_png,
    "caseload/narrow.png": lambda: caseload_png(NARROW),
    "caseload/dark.png": lambda: caseload_png(dark=True),
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
def _lab(notebook: str = "plan.ipynb", sample: bool = False) -> Iterator[Page]:
    """A page of a JupyterLab of its own, open and ready; with `sample` on synthetic patients."""
    with tempfile.TemporaryDirectory() as folder:
        if sample:
            sample_workspace(Path(folder) / "clinic", lambda: dt.datetime.now(dt.UTC))
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


def _put_theme(page: Page, dark: bool) -> None:
    from playwright.sync_api import expect

    page.emulate_media(color_scheme="dark" if dark else "light")  # JupyterLab follows what the machine asks for
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", str(not dark).lower(), timeout=READY_MS)
    page.evaluate(SETTLED)


def _whole(page: Page, part: str, width: int, dark: bool, height: int | None) -> bytes:
    """A part of a page from its top, all of it or so many pixels, in few colours."""
    _put_theme(page, dark)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    whole = int(page.locator(part).evaluate("n => n.scrollHeight"))
    page.set_viewport_size({"width": width, "height": whole + BARS})
    page.evaluate("() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)))")
    return few_colours(page.locator(part).screenshot(), height)


def few_colours(png: bytes, height: int | None = None) -> bytes:
    """The same picture, cut to `height` and with a palette: a third of the bytes."""
    with Image.open(io.BytesIO(png)) as picture:
        cut = picture.convert("RGB").crop((0, 0, picture.width, min(height or picture.height, picture.height)))
    kept = io.BytesIO()
    cut.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()


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
