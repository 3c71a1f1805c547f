"""Whether every plan can be set: plans from a seed, of 1 to 30 exercises, in each form and language, in large print or
not, on either paper, with any diary. What the typesetter refuses, or is not sure of, is told with its seed.

    uv run python benchmarks/settles.py [COUNT] [FIRST SEED]
"""

from __future__ import annotations

import sys
import time

from kit.errors import KitError
from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from tests.handouts.any_handout import told_of

COUNT, MOST = 300, 30


def main() -> None:
    count, first = (*map(int, sys.argv[1:3]), *(COUNT, 0)[len(sys.argv[1:3]) :])
    library, failed, start = Library.load(), 0, time.monotonic()
    for seed in range(first, first + count):
        told = told_of(seed, library, MOST)
        try:
            to_pdf(told)
        except KitError as error:
            failed += 1
            print(f"seed {seed}: {told.form}, {told.lang}, {told.paper}, large print {told.large}: {error}")
    print(f"{failed} of {count} plans could not be set ({time.monotonic() - start:.0f} s)")


if __name__ == "__main__":
    main()
