"""From a key press to its painted answer in the planner, against the least that a widget can do.

The least is an anywidget whose one number goes to the kernel and comes back. It stands in the same page as the planner
and takes turns with it, key by key: a hold changed in a plan of 8 exercises and in one of 60 (until both the bar and
the minutes of the session have changed), a letter in the search of a library with 5,000 imported exercises (until the
list has changed). The clock starts at the key event in the browser and stops behind the paint; the next turn begins
when the page has all that rests on the change, and the kernel is idle. Prints medians and 95th percentiles, their
ratios, and whether they are within the limits.

    uv run python benchmarks/latency.py [ROUNDS]
"""

from __future__ import annotations

import datetime as dt
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.search import made_up
from kit.library.collections.draft import came_from, draft
from kit.library.collections.toml import write_exercises
from kit.library.exercise import Exercise
from kit.store.workspace import Workspace
from kit.ui.planner.desk import Desk
from tests.browser.conftest import launch, serve
from tests.browser.pages import READY_MS

SIZES = (8, 60)
IMPORTED = 5000
MEDIAN, P95 = 2.0, 4.0  # the most that the planner may take, times the echo
WARM = 5
SETTLE_MS = 60  # before a key, for what the page still has to draw, the field that has the focus now among it
NAMES = (
    "hip knee ankle shoulder stretch raise bridge squat",
    "rotation press hold curl band wall chair hamstring",
)
QUERY = "hamstring bridge "  # typed over and over, letter by letter
ECHO = """
import anywidget, traitlets
from kit.ui.planner import planner

class Echo(anywidget.AnyWidget):
    asked = traitlets.Int().tag(sync=True)
    told = traitlets.Int().tag(sync=True)
    _esm = '''
    export default { render({ model, el }) {
      const input = document.createElement("input"), out = document.createElement("p");
      input.dataset.lmSuppressShortcuts = "true";
      input.id = "echo-in"; out.id = "echo-out"; out.textContent = "0"; el.append(input, out);
      input.addEventListener("keydown", (event) => {
        event.stopPropagation();
        model.set("asked", model.get("asked") + 1); model.save_changes();
      });
      model.on("change:told", () => { out.textContent = model.get("told"); });
    } };
    '''

    @traitlets.observe("asked")
    def _answer(self, change):
        self.told = change["new"]

display(Echo(), planner())
"""
# From the key event to behind the next paint after each of `answers` has changed.
WATCH = """
([where, answers]) => {
  const input = [...document.querySelectorAll(where)].find((one) => one.checkVisibility());
  input.focus({ preventScroll: true });
  window.taken = new Promise((done) => {
    let before = 0;
    input.addEventListener("keydown", (event) => { before = event.timeStamp; }, { once: true, capture: true });
    const waited = new Set(answers);
    for (const answer of answers) {
      const seen = new MutationObserver(() => {
        if (!before) return;
        seen.disconnect();
        waited.delete(answer);
        if (waited.size) return;
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => done(performance.now() - before);
          painted.port2.postMessage(0);
        });
      });
      const how = { attributes: true, childList: true, characterData: true, subtree: true };
      seen.observe(document.querySelector(answer), how);
    }
  });
}
"""
# JupyterLab takes the keyboard back from an output that is not the page.
BESIDE = """() => {
  const planner = document.querySelector(".hs-planner");
  planner.prepend(document.querySelector("#echo-in"), document.querySelector("#echo-out"));
}"""
ECHOED = ("#echo-in", ["#echo-out"])
HELD = ("[data-field=hold_s]", [".hs-bar", ".hs-total"])
SOUGHT = (".hs-seek [type=search]", [".hs-cards"])


def turn(page: Page, asked: tuple[str, list[str]], key: str) -> float:
    """Milliseconds from the key to the paint."""
    page.evaluate(WATCH, list(asked))
    page.wait_for_timeout(SETTLE_MS)
    page.keyboard.press(key)
    taken: float = page.evaluate("window.taken")
    return taken


def keys_of(asked: tuple[str, list[str]]) -> Iterator[str]:
    """Keys each of which changes the answer."""
    while True:
        yield from ["ArrowUp"] * 8 + ["ArrowDown"] * 8 if asked is HELD else []
        yield from [*QUERY, *["Backspace"] * len(QUERY)] if asked is SOUGHT else []


def turns(page: Page, asked: tuple[str, list[str]], rounds: int) -> tuple[list[float], list[float]]:
    """The times of the echo and of the planner, in turn."""
    keys = keys_of(asked)
    echo: list[float] = []
    planner: list[float] = []
    for n in range(rounds + WARM):
        for which, times, key in ((ECHOED, echo, "a"), (asked, planner, next(keys))):
            turn(page, ECHOED, "a")  # unmeasured: when it is back, the kernel has nothing left to do
            taken = turn(page, which, key)
            times += [taken] if n >= WARM else []
    return echo, planner


def workspace(folder: Path, imported: int) -> dict[int, str]:
    """A workspace with a plan of each size and a notebook; gives the code of each plan."""
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "both",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": ECHO,
    }
    kernel = {"name": "python3", "display_name": "Python 3"}
    metadata = {"homestretch": {"app": True}, "kernelspec": kernel}
    notebook = {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    (folder / "latency.ipynb").write_text(json.dumps(notebook))
    home = Workspace(folder)
    if imported:
        home.exercises.mkdir()
        write_exercises(imports(imported), home.exercises)
    store, _ = home.store(who="benchmark", now=lambda: dt.datetime.now(dt.UTC))
    return {size: begun(Desk(home, store, dt.date.today()), size) for size in SIZES}


def begun(desk: Desk, size: int) -> str:
    """The code of a new plan with so many exercises, as the library has them, one after the other."""
    desk.do({"do": "blank"})
    usable = [exercise.id for exercise in desk.library if not exercise.needs_clinician]
    for n in range(size):
        desk.do({"do": "add", "exercise_id": usable[n % len(usable)]})
    return desk.held().code


def imports(count: int) -> Iterator[Exercise]:
    """So many exercises as a foreign collection has them."""
    chance = random.Random(1)
    words = " ".join(NAMES).split()
    for n in range(count):
        name = f"{' '.join(chance.sample(words, 3))} {made_up(chance)}".capitalize()
        known = {"id": f"imported_{n:04}", "name": name, "steps": ("Move.",), "region": chance.choice(("hip", "knee"))}
        yield draft({**known, "sources": came_from("made-up", str(n))}, {}, name)


@contextmanager
def opened(browser: Browser, url: str, code: str) -> Iterator[Page]:
    """The page with a plan in hand."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url.replace("plan.ipynb", "latency.ipynb").replace("?", f"?plan={code}&version=1&"))
    expect(page.locator(".hs-item").first).to_be_visible(timeout=READY_MS * 3)
    page.evaluate(BESIDE)
    page.set_default_timeout(READY_MS)
    yield page
    page.close()


def told(name: str, echo: list[float], planner: list[float]) -> bool:
    """Print one line; whether it is within the limits."""
    medians = statistics.median(echo), statistics.median(planner)
    p95s = tuple(statistics.quantiles(times, n=20)[-1] for times in (echo, planner))
    middle, high = medians[1] / medians[0], p95s[1] / p95s[0]
    is_within = middle <= MEDIAN and high <= P95
    print(
        f"{name}: median {middle:.2f} times the echo (at most {MEDIAN:g}), p95 {high:.2f} times (at most {P95:g}):"
        f" {'within' if is_within else 'MISSED'}; echo {medians[0]:.0f} and {p95s[0]:.0f} ms,"
        f" planner {medians[1]:.0f} and {p95s[1]:.0f} ms"
    )
    return is_within


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    imported = int(sys.argv[2]) if len(sys.argv) > 2 else IMPORTED
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        codes = workspace(Path(folder), imported)
        for lab in serve(Path(folder)):
            browser = launch(playwright)
            kept = True
            for size, code in codes.items():
                with opened(browser, lab.url, code) as page:
                    kept &= told(f"hold to timeline, {size} exercises", *turns(page, HELD, rounds))
                    kept &= told(
                        f"letter to list, {imported} imported, {size} in the plan", *turns(page, SOUGHT, rounds)
                    )
            browser.close()
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
