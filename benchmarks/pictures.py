"""A handout with 6 pictures against the same one without: CPU and bytes. The aims: at most 2x, under 150 KB.

uv run python benchmarks/pictures.py
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from dataclasses import replace

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Document, ExerciseBlock
from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve

ROUNDS = 30
THREE = ("supine_figure4_stretch", "standing_itb_stretch", "bridge")  # two pictures each
CLINIC = Clinic(name="Sample Clinic (synthetic)")


def told(number: int, library: Library) -> Document:
    """The handout of three exercises, with a dose of its own in every round."""
    plan = Plan.begin(f"P-{number}", start=dt.date(2026, 6, 1))
    for key in THREE:
        plan = plan.add(library[key], hold_s=10 + number)
    return document(resolve(plan, library), CLINIC)


def without(made: Document) -> Document:
    nodes = tuple(replace(n, pictures=()) if isinstance(n, ExerciseBlock) else n for n in made.nodes)
    return replace(made, nodes=nodes)


def main() -> None:
    library = Library.load()
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS * 2):
        made = told(number, library)
        made = without(made) if number % 2 else made
        start = time.process_time()
        pdf = to_pdf(made)
        took[number % 2].append(time.process_time() - start)
        if not number % 2:
            size = len(pdf)
    ratio = statistics.median(took[0][2:]) / statistics.median(took[1][2:])
    print(f"handout with 6 pictures / without: {ratio:.2f} (at most 2); {size / 1000:.0f} KB (under 150)")


if __name__ == "__main__":
    main()
