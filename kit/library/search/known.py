"""What the rules know, each made ready to be found once: conditions, problems without a rule, red flags."""

from __future__ import annotations

from functools import cache

from kit.library.condition_words import condition_words
from kit.library.rules import rules
from kit.library.search.document import Document
from kit.library.search.index import Index
from kit.library.search.synonyms import Synonyms
from kit.library.search.texts import condition_document, red_flag_document


@cache
def condition_index() -> Index[str]:
    """Finds the keys of conditions by words."""
    words, known = condition_words(), rules().conditions.items()
    documents = ((key, condition_document(key, c, words.called(key).aliases)) for key, c in known)
    return Index(documents, Synonyms.load(), short_forms=words.short_forms)


@cache
def problem_index() -> Index[str]:
    """Finds the keys of problems that no rule covers."""
    known = condition_words().problems.items()
    documents = ((key, Document("problem", key, (p.name,), p.aliases, (), (p.aliases,))) for key, p in known)
    return Index(documents, Synonyms.load(), short_forms=condition_words().short_forms)


@cache
def red_flag_index() -> Index[str]:
    """Finds the keys of red flags by their names and signs."""
    documents = ((key, red_flag_document(key, flag)) for key, flag in rules().red_flags.items())
    return Index(documents, Synonyms.load(), short_forms=condition_words().short_forms)
