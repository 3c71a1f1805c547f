"""How hard a handout is to read: every sentence that a patient reads in it, scored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.handouts.nodes import Box, DiaryWeek, Document, ExerciseBlock, Facts, Heading, Text
from kit.words.readability import Readability, readability

_SENTENCE = re.compile(r"[a-z][.!?](?:\s|$)")  # a value that is a sentence, not a name or a date


def reading_level(document: Document) -> Readability | None:
    """School grade, long sentences, long words and jargon of the whole handout; None if it is not in English."""
    return readability(sentences(document)) if document.lang == "en" else None


def sentences(document: Document) -> Iterator[str]:
    """The lines of prose in reading order; names, dates, tables and the boxes of the diary are none."""
    for node in document.nodes:
        match node:
            case Heading() | Text():
                yield node.text
            case Box():
                yield from (node.title, node.first, *node.lines)
            case ExerciseBlock():
                yield from (node.name, *node.dose, *node.steps)
                yield from (line for aside in node.asides for line in (aside.title, *aside.lines))
            case DiaryWeek():
                yield from (node.title, *node.written, node.rest)
            case Facts():
                yield from (value for _, value in node.rows if _SENTENCE.search(value))
