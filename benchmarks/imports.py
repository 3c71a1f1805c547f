"""`import kit` against `import pandas`, each in a fresh interpreter, the interpreter's own start taken off.

The aim: at most 0.5.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 9


def seconds(code: str) -> float:
    """Wall time of one interpreter that runs `code`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def main() -> None:
    took: dict[str, list[float]] = {"pass": [], "import kit": [], "import kit.cli": [], "import pandas": []}
    for _ in range(ROUNDS):
        for code, times in took.items():
            times.append(seconds(code))
    net = {code: statistics.median(times) - statistics.median(took["pass"]) for code, times in took.items()}
    for code in ("import kit", "import kit.cli"):
        print(f"{code} / import pandas: {net[code] / net['import pandas']:.3f}")


if __name__ == "__main__":
    main()
