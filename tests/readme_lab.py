"""Run README's lab command as a user would, until its page answers; then end it.

`python tests/readme_lab.py "COMMAND"`, used by the checks before a change lands. `--no-browser` is added, as
there is no screen.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

LIMIT_S = 120


def main(command: str) -> int:
    # A check that runs in the background ignores SIGINT, and what it starts would, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        started = subprocess.Popen(
            ["bash", "-c", f"{command} --no-browser {Path(folder) / 'clinic'}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        signal.alarm(LIMIT_S)
        try:
            return _answers(started)
        finally:
            os.killpg(started.pid, signal.SIGINT)
            started.wait(30)


def _answers(started: subprocess.Popen[str]) -> int:
    """0 once the printed address serves a page."""
    assert started.stdout is not None
    for line in started.stdout:
        print(line, end="")
        found = re.search(r"http://(?:127\.0\.0\.1|localhost):\d+/\S+", line)
        if found:
            with urllib.request.urlopen(found.group(0), timeout=30) as page:
                print("the planner's page answers:", page.status)
                return 0 if page.status == 200 else 1
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
