"""A sheet for the native speaker who reviews a translation: each English text, what stands for it, and room to mend it.

One HTML file that needs nothing else, to be printed or filled in on paper, sentence by sentence and exercise by
exercise. {lead} and {other} stand there as the words of both sides, the one for the left first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from babel import Locale

from kit.errors import ContentError, Fault
from kit.files import is_there, read_toml
from kit.words.sentences import SOURCE, Sentence, languages, read, texts_dir
from kit.words.side_words import SIDE_WORD, side_words

_HEADINGS = {"plans": "Titles and goals of plans", "things": "Things", "common": "Said in several exercises"}
_STYLE = """
@page { size: A4 landscape; margin: 12mm }
body { font: 11pt/1.4 sans-serif; max-width: 280mm; margin: 0 auto; padding: 0 4mm }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 6mm }
th, td { border: 1px solid #777; padding: 1.5mm 2mm; text-align: start; vertical-align: top; overflow-wrap: anywhere }
th:nth-child(3) { width: 10mm }
tr { break-inside: avoid }
h2 { break-after: avoid; margin: 6mm 0 2mm }
"""


class Pair(NamedTuple):
    """An English text and its translation; an empty one is missing."""

    english: str
    told: str


def pairs(language: str) -> dict[str, list[Pair]]:
    """What a language says beside its English, by the heading of the part that it belongs to.

    Raises `ContentError` where the language has no translation.
    """
    known = [name for name in languages() if name != SOURCE]
    if language not in known:
        what = f"“{language}” has no translation to review."
        raise ContentError(Fault("language", what, f"Use one of: {', '.join(known)}."))
    parts = _of_sentences(read(SOURCE)[1], read(language)[1])
    path = texts_dir() / f"exercises.{language}.toml"
    tables: Mapping[str, Mapping[str, str]] = read_toml(path) if is_there(path) else {}
    of_english, own = _sides(SOURCE), _sides(language)
    for name, table in tables.items():
        heading = _HEADINGS.get(name, name.replace("_", " ").capitalize())
        parts[heading] = [Pair(_sided(text, of_english), _sided(told, own)) for text, told in table.items()]
    return parts


def _of_sentences(english: Mapping[str, Sentence], said: Mapping[str, Sentence]) -> dict[str, list[Pair]]:
    parts: dict[str, list[Pair]] = {}
    for key, source in english.items():
        if source:
            heading = "Sentences: " + key.rpartition(".")[0].replace(".", ", ")
            parts.setdefault(heading, []).append(Pair(_forms(source), _forms(said.get(key, ""))))
    return parts


def _forms(sentence: Sentence) -> str:
    if isinstance(sentence, str):
        return sentence
    return " / ".join(dict.fromkeys(sentence.values()))


def _sides(language: str) -> tuple[str, str]:
    words = {**read(SOURCE)[1], **read(language)[1]}
    return str(words["side.left"]), str(words["side.right"])


def _sided(text: str, sides: tuple[str, str]) -> str:
    def word(found: re.Match[str]) -> str:
        left, right = side_words(found, *sides)
        return f"{left}/{right}" if found[1] == "lead" else f"{right}/{left}"

    return SIDE_WORD.sub(word, text)


def review_sheet(language: str) -> str:
    """The sheet as one HTML page. Raises `ContentError` where the language has no translation."""
    parts = pairs(language)
    name = str(Locale.parse(language).english_name)
    count = sum(map(len, parts.values()))
    head = f"{name}: {count:,} texts to review"
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="en"><head><meta charset="utf-8"><title>{escape(head)}</title><style>{_STYLE}</style></head>',
            f"<body><h1>{escape(head)}</h1>",
            f"<p>Compare each {escape(name)} text with the English. Is the meaning the same: numbers, sides, how far,"
            " how long, when to stop? Would a patient say it so? Tick it, or write the right text beside it.</p>",
            "<p>Words in {braces} are filled in by the kit: leave them. “left/right” is one of the two, for the side"
            " that leads. Forms for one and for many stand with “ / ” between them.</p>",
            "<p>Reviewed by: ____________________ Profession: ____________________ Date: ______________</p>",
            *(line for heading, rows in parts.items() for line in _table(heading, rows, language, name)),
            "</body></html>\n",
        ]
    )


def _table(heading: str, rows: list[Pair], language: str, name: str) -> Iterator[str]:
    yield f"<h2>{escape(heading)}</h2>"
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in ("English", name, "OK?", "Correction"))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    own = f'lang="{language}" dir="{read(language)[0].direction}"'
    for english, told in rows:
        yield f"<tr><td>{escape(english)}</td><td {own}>{escape(told)}</td><td></td><td {own}></td></tr>"
    yield "</tbody></table>"
