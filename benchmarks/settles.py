"""Whether every plan can be set: plans from a seed, of 1 to 30 exercises, in each form and language, in large print or
not, on either paper, with any diary. What the typesetter refuses, or is not sure of, is told with its seed.

    uv run python benchmarks/settles.py [COUNT] [FIRST SEED]
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from random import Random
from typing import get_args

from kit.clinic import Clinic
from kit.errors import KitError
from kit.handouts.document import document
from kit.handouts.nodes import Document
from kit.handouts.pdf import to_pdf
from kit.handouts.pen import Pen
from kit.handouts.style import FORMS, PAPERS, Style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve

COUNT, MOST = 300, 30
LOCALES = ("en-GB", "es-ES", "ar-EG")
START = dt.date(2026, 6, 1)
CONTACT = "020 7946 0018, someone.with.a.very.long.name@department.hospital.example.org"


def told_of(seed: int, library: Library, most: int = MOST) -> Document:
    """The handout of that seed; plans of any length up to `most` and every choice of form come as often."""
    random = Random(seed)
    plan = Plan.begin("P-001", START, patient="P-001", review_on=START + dt.timedelta(days=random.randint(7, 90)))
    for exercise in random.sample([*library], random.randint(1, most)):
        plan = plan.add(exercise, note=random.choice(("", "", "Ask me at your visit. " * random.randint(1, 12))))
    clinic = Clinic(
        name=random.choice(("", "Sample Clinic (synthetic)")),
        contact=random.choice(("", "020 7946 0018", CONTACT)),
        link=random.choice((None, "https://clinic.example/p")),
        locale=random.choice(LOCALES),
    )
    style = Style(
        paper=random.choice(PAPERS),
        large_print=random.random() < 0.3,
        form=random.choice(FORMS),
        diary=random.choice(get_args(Pen)),
    )
    return document(resolve(plan, library), clinic, style=style)


def main() -> None:
    count, first = (*map(int, sys.argv[1:3]), *(COUNT, 0)[len(sys.argv[1:3]) :])
    library, failed, start = Library.load(), 0, time.monotonic()
    for seed in range(first, first + count):
        told = told_of(seed, library)
        try:
            to_pdf(told)
        except KitError as error:
            failed += 1
            print(f"seed {seed}: {told.form}, {told.lang}, {told.paper}, large print {told.large}: {error}")
    print(f"{failed} of {count} plans could not be set ({time.monotonic() - start:.0f} s)")


if __name__ == "__main__":
    main()
