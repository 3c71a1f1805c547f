"""Texts that could do harm where text is taken for more than text, and handouts on paper that are full of them."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import Any

import pikepdf
from hypothesis import strategies as st

from kit.clinic import Clinic, Form, Pen
from kit.handouts.document import document
from kit.handouts.nodes import Document
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.text import SHORT, clean, is_blank
from tests.handouts.listened import listened

HOSTILE = [
    "#panic()",
    "#import \"x.typ\"; $x$ *b* _i_ `c` <label> @ref // no",
    '=HYPERLINK("http://x.example","y")',
    "+1-1", "@SUM(A1)", "-2+3", "\t=1",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- --> <![CDATA[ ]]>",
    "line one\r\nBEGIN:VEVENT\r\nSUMMARY:injected\r\nEND:VEVENT",
    "semi;colon, comma\\n",
    "\u202eright to left\u202c \u2066x\u2069",
    "emoji \U0001f9d8 and 漢字 and \ufffd",
    "\u2028\u2029 \x00 \x1b[31m",
    "W" * 150,
    "{name} {n} {lead}",
    "%s %(x)s ${y} {{z}}",
]  # fmt: skip
TEXT = st.sampled_from(HOSTILE) | st.text(max_size=120)
PLACES = 13  # for such a text on one handout
EXERCISES = ("walking", "chin_tuck")
MATTERS = 3  # of the places: a few words each
SCRIPTS = re.compile(rb"/(JavaScript|JS|OpenAction|Launch|AA)\b")


def handout_of(
    texts: Sequence[str], library: Library, form: Form, locale: str, diary: Pen, *, large: bool = False
) -> Document:
    """A handout with one of the texts wherever a person may write; what nobody sees is left out."""
    seen = [text if not is_blank(text) else "x" for text in texts]
    title, label, goal, clinic, therapist, contact, hours, name, *others = seen
    notes, activities = others[:-MATTERS], others[-MATTERS:]
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1), review_on=dt.date(2026, 6, 9), title=title)
    for exercise, note in zip(EXERCISES, notes, strict=True):
        plan = plan.add(library[exercise], note=note)
    context = plan.context.model_copy(update={"goal": clean(goal)})
    matters = dict.fromkeys(map(_short, activities))
    plan = plan.describe(patient=label, context=context, activities=tuple(matters))
    settings = Clinic(name=clinic, therapist=therapist, contact=contact, hours=hours, locale=locale)
    return document(resolve(plan, library), settings, name, Style(form=form, diary=diary, large_print=large))


def _short(text: str) -> str:
    return clean(text)[:SHORT].strip()


def lost(texts: Sequence[str], pdf: bytes) -> list[str]:
    """The words and numbers of the texts that are not told in the PDF; those of other scripts no font may draw."""
    whole = "".join("".join(piece.text for piece in listened(pdf).pieces).split())
    kept = [*map(clean, texts[:-MATTERS]), *map(_short, texts[-MATTERS:])]
    words = [word for text in kept for word in re.findall("[A-Za-z0-9]+", text)]
    return [word for word in words if word not in whole]


def what_runs(pdf: bytes) -> list[Any]:
    """Whatever in the PDF would do something by itself."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [found for each in opened.objects for found in SCRIPTS.findall(repr(each).encode())]


def blank(pdf: bytes) -> list[int]:
    """The pages with nothing to read, from 1: text that is wider than its place drives all else from a sheet."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [number for number, page in enumerate(opened.pages, 1) if "/StructParents" not in page]
