"""How long a changed hold takes to show in the timeline, against the least that a widget can do.

The least is an anywidget whose one number goes to the kernel and comes back. Both stand on the same page and
take turns. Prints the ratio of the medians, from the change to the painted answer.

    uv run python benchmarks/latency.py [ROUNDS]
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import launch, serve
from tests.browser.pages import READY_MS

ECHO = """
import anywidget, traitlets

class Echo(anywidget.AnyWidget):
    asked = traitlets.Int().tag(sync=True)
    told = traitlets.Int().tag(sync=True)
    _esm = '''
    export default { render({ model, el }) {
      const input = document.createElement("input"), out = document.createElement("p");
      input.id = "echo-in"; out.id = "echo-out"; out.textContent = "0"; el.append(input, out);
      input.addEventListener("input", () => { model.set("asked", +input.value); model.save_changes(); });
      model.on("change:told", () => { out.textContent = model.get("told"); });
    } };
    '''

    @traitlets.observe("asked")
    def _answer(self, change):
        self.told = change["new"]

Echo()
"""
PLANNER = "from kit.ui.planner import planner\n\nplanner()"
MEASURE = """
([where, answer, value]) => new Promise((done) => {
  const input = document.querySelector(where), target = document.querySelector(answer);
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => done(performance.now() - before);
      painted.port2.postMessage(0);
    });
  });
  seen.observe(target, { attributes: true, childList: true, characterData: true, subtree: true });
  input.value = value;
  const before = performance.now();
  input.dispatchEvent(new Event("input", { bubbles: true }));
})
"""
PAIRS = {"echo": ("#echo-in", "#echo-out"), "planner": ("[data-field=hold_s]", ".hs-bar")}


def notebook(path: Path) -> None:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "id": name, "metadata": {}, "outputs": [], "execution_count": None, "source": source}
        for name, source in (("echo", ECHO), ("planner", PLANNER))
    ]
    kernel = {"name": "python3", "display_name": "Python 3"}
    metadata = {"homestretch": {"app": True}, "kernelspec": kernel}
    path.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))


def measure(page: Page, rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in PAIRS}
    for n in range(rounds + 3):  # the first three warm up
        for name, pair in PAIRS.items():
            milliseconds = page.evaluate(MEASURE, [*pair, str(20 + n % 40)])
            if n >= 3:
                taken[name].append(milliseconds)
    return {name: statistics.median(values) for name, values in taken.items()}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        notebook(Path(folder) / "latency.ipynb")
        for lab in serve(Path(folder)):
            browser = launch(playwright)
            page = browser.new_page(viewport={"width": 1400, "height": 1200})
            page.goto(lab.url.replace("plan.ipynb", "latency.ipynb"))
            page.get_by_role("button", name="Use this plan: Knee pain").click(timeout=READY_MS)
            expect(page.locator(".hs-total")).to_have_text("11 min 20 s")
            medians = measure(page, rounds)
            browser.close()
            print(f"hold change to timeline: {medians['planner'] / medians['echo']:.2f} times a bare echo (at most 3)")
            print(f"medians of {rounds}: {', '.join(f'{n} {ms:.0f} ms' for n, ms in medians.items())}")


if __name__ == "__main__":
    main()
