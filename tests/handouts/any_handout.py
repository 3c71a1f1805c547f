"""Handouts of any kind from a seed: every length, form, language, paper, print and diary comes as often."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import get_args

from kit.clinic import FORMS, Clinic, Pen
from kit.handouts.document import document
from kit.handouts.nodes import Document
from kit.handouts.style import PAPERS, Style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve

LOCALES = ("en-GB", "es-ES", "ar-EG")
START = dt.date(2026, 6, 1)
CONTACT = "020 7946 0018, someone.with.a.very.long.name@department.hospital.example.org"


def told_of(seed: int, library: Library, most: int) -> Document:
    """The handout of that seed, of at most so many exercises."""
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
