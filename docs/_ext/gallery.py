"""The exercise gallery: `{exercises} hip` stands for every exercise of a region, drawn and told from the library.

Nothing is written by hand, so a new exercise has its place with the next build. A region without a page is a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from kit.figures.gallery import alt_text, figure, panels
from kit.files import read_toml
from kit.library.exercise import REGIONS, Exercise, Side, Variant, text_for
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.schedule import days_a_week
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence

PICTURES = "exercises/pictures"
_SIDES: dict[Side, str] = {"left": "left", "right": "right"}
_SEEN = {"V": "seen", "S": "seen second-hand", "G": "general knowledge, to be verified", "D": "design choice"}
_log = logging.getLogger(__name__)


class Exercises(SphinxDirective):
    """All exercises filed under one region, each a section of its own."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        library = Library.load()
        works = read_toml(data_dir() / "sources.toml")
        return [_section(e, library, works) for e in library if e.region == self.arguments[0]]


def _section(exercise: Exercise, library: Library, works: dict[str, Any]) -> nodes.section:
    section = nodes.section(ids=[exercise.id.replace("_", "-")], names=[exercise.id])
    section += nodes.title(text=exercise.patient_name)
    section += nodes.paragraph("", "", nodes.literal(text=exercise.id), nodes.Text(f" · {exercise.name}"))
    section += _pictures(exercise)
    section += _facts(exercise)
    section += _list("What the patient does", map(_said(exercise), exercise.steps), nodes.enumerated_list)
    section += _list("Mind", map(_said(exercise), exercise.care))
    section += _list("Easier", (_variant(v, exercise, library) for v in exercise.easier))
    section += _list("Harder", (_variant(v, exercise, library) for v in exercise.harder))
    section += _list("Precautions", exercise.precautions)
    section += _list("Sources", (_source(s.key, s.mark, s.says, works) for s in exercise.sources))
    return section


def _pictures(exercise: Exercise) -> nodes.container:
    row = nodes.container(classes=["exercise-pictures"])
    for panel in panels(exercise.id):
        picture = nodes.image(uri=f"/{PICTURES}/{exercise.id}.{panel}.svg", alt=alt_text(exercise.id, panel))
        row += nodes.figure("", picture, nodes.caption(text=panel.capitalize()))
    return row


def _facts(exercise: Exercise) -> nodes.field_list:
    words = Catalogue()
    often = days_a_week(exercise.days_a_week, exercise.times_a_day)
    how_often = frequency_sentence(often.weekday_numbers, often.days_a_week, often.times_a_day, words)
    things = ", ".join(f"{e.name}{' (helps)' if e.optional else ''}" for e in exercise.equipment)
    facts = {
        "Usual dose": " ".join([*dose_sentences(exercise.dose, exercise.sides, words), how_often]),
        "Felt": _said(exercise)(exercise.feel),
        "Position": exercise.position,
        "Equipment": things or "none",
        "Muscles": ", ".join((*exercise.muscles.primary, *exercise.muscles.secondary)),
        "Sign-off": "signed off" if exercise.review == "signed_off" else "draft, waits for a physiotherapist",
    }
    fields = nodes.field_list()
    for name, said in facts.items():
        fields += nodes.field("", nodes.field_name(text=name), nodes.field_body("", nodes.paragraph(text=said)))
    return fields


def _list(title: str, texts: Iterable[str], kind: type[nodes.Element] = nodes.bullet_list) -> list[nodes.Node]:
    items = [nodes.list_item("", nodes.paragraph(text=text)) for text in texts]
    return [nodes.rubric(text=title), kind("", *items)] if items else []


def _said(exercise: Exercise) -> Callable[[str], str]:
    return lambda text: text_for(text, exercise.lead_side, _SIDES)


def _variant(variant: Variant, exercise: Exercise, library: Library) -> str:
    what = library[variant.id].patient_name if variant.id and variant.id in library else _said(exercise)(variant.text)
    return f"{what.rstrip('.')}: {variant.why}" if variant.why else what


def _source(key: str, mark: str, says: str, works: dict[str, Any]) -> str:
    return f"{says} {works.get(key, '')} ({_SEEN[mark]})".replace("  ", " ")


def draw(app: Sphinx) -> None:
    """Put the pictures where Sphinx finds them; they are the library's own, drawn for the leading side."""
    folder = Path(app.srcdir) / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for exercise in Library.load():
        for panel in panels(exercise.id):
            path, svg = folder / f"{exercise.id}.{panel}.svg", figure(exercise.id, panel, exercise.lead_side)
            if not path.is_file() or path.read_text(encoding="utf-8") != svg:
                path.write_text(svg, encoding="utf-8")


def _complete(app: Sphinx, env: Any) -> None:
    filed = {exercise.region for exercise in Library.load()}
    for region in (region for region in REGIONS if region in filed):
        if f"exercises/{region}" not in env.found_docs:
            _log.warning("exercises/%s.md is missing: the gallery has no page for this region", region)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("exercises", Exercises)
    app.connect("builder-inited", draw)
    app.connect("env-updated", _complete)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
