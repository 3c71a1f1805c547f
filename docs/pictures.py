"""The pictures of README, made from the real product: `uv run python docs/pictures.py`.

The handout's page is the same on every machine. The planner's is a screenshot, so the fonts of the machine show.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kit.demo import CLINIC
from kit.handouts.document import document
from kit.handouts.pdf import to_pages
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.document import read_plan

HERE = Path(__file__).parent
EXERCISES_PAGE = 2
WIDTH, HEIGHT = 1360, 1000


def handout_png() -> bytes:
    """The first page of exercises of the sample patient's handout."""
    plan = read_plan(data_dir() / "sample" / "plan-v1.json")
    return to_pages(document(plan, Library.load(), CLINIC), ppi=72)[EXERCISES_PAGE]


def planner_png() -> bytes:
    """The planner with the four founding stretches, as Chromium shows it."""
    from playwright.sync_api import expect, sync_playwright

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
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.goto(address.group())
                page.get_by_role("button", name=re.compile("four glute stretches")).click(timeout=60_000)
                expect(page.get_by_role("list", name="Exercises of the plan")).to_be_visible()
                picture = page.screenshot()
                browser.close()
        finally:
            server.terminate()
            server.wait(30)
    return picture


def main() -> None:
    for name, draw in (("handout.png", handout_png), ("planner.png", planner_png)):
        (HERE / name).write_bytes(draw())
        print(HERE / name)


if __name__ == "__main__":
    main()
