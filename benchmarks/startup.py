"""From the command to a usable planner, against bare JupyterLab to an empty notebook with a ready kernel.

Both in the same run and the same browser, taking turns, each with folders of its own. Prints the ratio of the medians.

    uv run python benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.conftest import launch, serve
from tests.browser.pages import READY_MS

# No promise: the wait would take one for a yes.
READY = """() => {
  const session = window.jupyterapp?.shell.currentWidget?.sessionContext;
  const kernel = session?.isReady && session.session?.kernel;
  return Boolean(kernel) && kernel.connectionStatus === "connected" && kernel.status === "idle";
}"""


def ours(browser: Browser) -> float:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        before = time.perf_counter()
        for lab in serve(Path(folder)):
            page = browser.new_page()
            page.goto(lab.url)
            expect(page.get_by_role("button", name="Use this plan: Knee pain")).to_be_enabled(timeout=READY_MS)
            taken = time.perf_counter() - before
            page.close()
    return taken


def bare(browser: Browser) -> float:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        kernel = {"name": "python3", "display_name": "Python 3"}
        empty = {"cells": [], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        (Path(folder) / "empty.ipynb").write_text(json.dumps(empty))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR")
        environment = {**os.environ, **{name: str(Path(folder) / name.lower()) for name in names}, "JUPYTER_TOKEN": "t"}
        options = ["--no-browser", f"--port={port}", "--allow-root", "--LabApp.expose_app_in_browser=True"]
        before = time.perf_counter()
        command = [sys.executable, "-m", "jupyterlab", *options]
        server = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)
        assert server.stderr
        next(line for line in server.stderr if re.search(r"http://127\.0\.0\.1", line))
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/doc/tree/empty.ipynb?token=t")
        page.wait_for_function(READY, timeout=READY_MS)
        taken = time.perf_counter() - before
        page.close()
        server.terminate()
        server.communicate()
    return taken


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with sync_playwright() as playwright:
        browser = launch(playwright)
        pairs = [(ours(browser), bare(browser)) for _ in range(rounds)]
        browser.close()
    planner, plain = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"kit lab to a usable planner: {planner / plain:.2f} times bare JupyterLab to a ready notebook (at most 1.5)")
    print(f"medians of {rounds}: planner {planner:.1f} s, bare {plain:.1f} s")


if __name__ == "__main__":
    main()
