"""How long the caseload of a clinic takes: seconds of one core and by the clock, the first time and again.

Everything is made anew in a folder that goes away: a workspace of synthetic patients takes some minutes for 1,000.

    uv run python benchmarks/caseload.py [PATIENTS ...]
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tempfile
import time
from pathlib import Path

from kit.samples.kept import sample_workspace
from kit.store.store import open_store
from kit.ui.caseload.desk import Desk


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def timed(patients: int, folder: Path) -> None:
    """As the page does it: from the store to the plain data that the browser is sent."""
    sample_workspace(folder, now, patients)
    store = open_store(folder, who="benchmark", now=now)
    desk = Desk(store, dt.date.today)
    for which in ("first", "again"):
        clock, core = time.perf_counter(), time.process_time()
        view = desk.view()
        took = time.perf_counter() - clock, time.process_time() - core
        size = len(json.dumps(view)) / 1e6
        print(f"{patients} patients, {which}: {took[0]:.2f} s, {took[1]:.2f} s of one core, {size:.1f} MB to the page")
    store.close()


if __name__ == "__main__":
    for count in [int(word) for word in sys.argv[1:]] or [300, 1000]:
        with tempfile.TemporaryDirectory() as made:
            timed(count, Path(made) / "clinic")
