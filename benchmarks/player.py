"""How far the page's player is from the clock after some real seconds, against a timer that counts its ticks.

Both run at once in one page that hangs now and then, as a busy phone does. Then the page's size and the time to make
it, against its static content and the handout's document.

    uv run python benchmarks/player.py [SECONDS]
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.browser.conftest import launch
from tests.handouts.pages import session_html

ROOT = Path(__file__).parents[1]
PLAYER = ROOT / "js" / "session" / "player.js"
ROUNDS = 15
RACE = """
async ([source, seconds]) => {
  const { Player } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const step = { kind: "hold", item: "i1", set: 1, rep: 1, side: null };
  const steps = Array.from({ length: seconds + 60 }, (_, n) => ({ ...step, start_s: n, end_s: n + 1 }));
  const player = new Player(steps), began = performance.now();
  let counted = 0;
  player.play(began);
  const ticking = setInterval(() => { counted += 0.05; player.tick(performance.now()); }, 50);
  const hanging = setInterval(() => { const t = performance.now(); while (performance.now() - t < 300); }, 2000);
  await new Promise((done) => setTimeout(done, seconds * 1000));
  clearInterval(ticking);
  clearInterval(hanging);
  const now = performance.now(), true_s = (now - began) / 1000;
  player.tick(now);
  const off = (at) => Math.abs(at - true_s);
  return { played: off(player.at_s(now)), counted: off(counted), step: player.index - Math.floor(true_s) };
}
"""
NAMES = (
    "seated_rotator_stretch",
    "supine_figure4_stretch",
    "standing_itb_stretch",
    "supine_leg_crossover",
    "bridge",
    "clamshell",
)


def race(seconds: int) -> dict[str, float]:
    """Seconds that each of the two is off after `seconds` of real time."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        blank = Path(folder) / "blank.html"
        blank.write_text("<!doctype html><title>race</title>", encoding="utf-8")
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(blank.as_uri())
        found: dict[str, float] = page.evaluate(RACE, [PLAYER.read_text(encoding="utf-8"), seconds])
        browser.close()
    return found


def cpu(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    found = race(seconds)
    print(
        f"off after {seconds} s: player {found['played'] * 1000:.1f} ms, counted ticks {found['counted'] * 1000:.0f} ms"
    )
    print(f"the player's step is off by {found['step']:.0f}")
    library, clinic = Library.load(), Clinic(name="Sample Clinic (synthetic)")
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1))
    for name in NAMES:
        plan = plan.add(library[name])
    page = session_html(plan, library, clinic)
    static = page[page.index("<main") : page.index("</main>")]
    size, share = len(page.encode()) / 1000, len(page) / len(static)
    print(f"page of six exercises: {size:.0f} KB, {share:.2f} times its static content")
    made = cpu(lambda: session_html(plan, library, clinic)) / cpu(lambda: document(resolve(plan, library), clinic))
    print(f"page / document inside it: {made:.2f}")


if __name__ == "__main__":
    main()
