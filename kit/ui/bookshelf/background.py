"""What the library knows of an exercise beyond the patient's sheet: facts, tags, variants, sources, licence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from kit.files import read_toml
from kit.library.exercise import Exercise, Licence, Limb, Mark, Source, Tag, Variant, text_for
from kit.library.known import UNFINISHED
from kit.library.library import Library
from kit.library.loader import movement_tags
from kit.places import data_dir
from kit.ui.bookshelf.messages import Background, SourceTold, TagTold, VariantTold
from kit.ui.messages import Pair
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_short

MARKS: dict[Mark, str] = {
    "V": "seen",
    "S": "seen in a secondary source",
    "G": "general knowledge, verify",
    "D": "design choice",
}
_LIMBS: dict[Limb, str] = {"lead": "", "other": "the other side", "both": "both sides"}
_OPEN = {
    "Region": "region",
    "Category": "category",
    "Position": "position",
    "Needs": "equipment",
    "Main muscles": "muscles",
    "Default dose": "dose",
}
_RANGES = {"sets": "Sets", "reps": "Times", "hold_s": "Hold, s", "days_a_week": "Days a week"}
assert set(MARKS) == set(get_args(Mark))


def background(exercise: Exercise, library: Library, words: Catalogue) -> Background:
    """All of it as plain data; the sides of its texts are those of its example side."""
    return {
        "facts": [_fact(exercise, *fact) for fact in _facts(exercise, words) if fact[1]],
        "tags": [_tag(tag, movement_tags(data_dir())) for tag in exercise.tags],
        "precautions": list(exercise.precautions),
        "easier": [_variant(v, exercise, library) for v in exercise.easier],
        "harder": [_variant(v, exercise, library) for v in exercise.harder],
        "sources": [_source(source, read_toml(data_dir() / "sources.toml")) for source in exercise.sources],
        "licence": _licence(exercise.licence),
    }


def _facts(exercise: Exercise, words: Catalogue) -> Iterator[tuple[str, str]]:
    needed = [thing.name for thing in exercise.equipment if not thing.optional]
    helps = [thing.name for thing in exercise.equipment if thing.optional]
    yield "What for", exercise.purpose
    yield "Also called", ", ".join(filter(None, (exercise.article_name, *exercise.aliases)))
    yield "Region", ", ".join(region.replace("_", " ") for region in exercise.all_regions)
    yield "Category", exercise.category
    yield "Position", exercise.position
    yield "Needs", ", ".join(needed) or "nothing"
    yield "Helps", ", ".join(helps)
    yield "Aims at", ", ".join(exercise.range)
    yield "Main muscles", ", ".join(exercise.muscles.primary)
    yield "Further muscles", ", ".join(exercise.muscles.secondary)
    yield "The text's side", f"{exercise.lead_side}: {exercise.lead_is}" if exercise.lead_is else ""
    yield "Breathing", exercise.breathing
    yield "Default dose", dose_short(exercise.dose, exercise.sides, words)
    yield "Usual range", "; ".join(_ranges(exercise))


def _fact(exercise: Exercise, called: str, said: str) -> Pair:
    """A fact of an unfinished exercise is its placeholder, and is not told as if it were known."""
    return called, UNFINISHED if _OPEN.get(called) in exercise.needs_clinician else said


def _ranges(exercise: Exercise) -> Iterator[str]:
    for name, called in _RANGES.items():
        pair = getattr(exercise.dose_range, name)
        if pair:
            low, high = pair
            yield f"{called} {low}" if low == high else f"{called} {low} to {high}"


def _tag(tag: Tag, meanings: dict[str, str]) -> TagTold:
    return {"name": tag.name, "limb": _LIMBS[tag.limb], "means": meanings.get(tag.name, "")}


def _variant(variant: Variant, exercise: Exercise, library: Library) -> VariantTold:
    """A way to change it; one that is an exercise of the library comes with an id to go to."""
    known = variant.id if variant.id and variant.id in library else ""
    said = text_for(variant.text, exercise.lead_side, {"left": "left", "right": "right"})
    return {"id": known, "name": library[known].name if known else "", "text": said, "why": variant.why}


def _source(source: Source, cites: dict[str, str]) -> SourceTold:
    named = cites.get(source.key, source.key) if source.key else ""
    return {"mark": source.mark, "means": MARKS[source.mark], "cites": named, "says": source.says}


def _licence(licence: Licence | None) -> list[Pair]:
    """Text alone, its address too: it came from elsewhere and is no link of this page."""
    if licence is None:
        return []
    rows: Iterable[Pair] = (
        ("Licence", licence.name),
        ("By", licence.author),
        ("Address", licence.url),
        ("On the handout", "named" if licence.print_notice else "need not be named"),
    )
    return [row for row in rows if row[1]]
