"""What a translated sentence must keep of its English: the same blanks, and the plural forms of its language."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import c2py
from string import Formatter

from babel import Locale
from babel.messages.plurals import get_plural

from kit.errors import Fault
from kit.words.sentences import Sentence

_NUMBERS = range(1000)  # more than a patient is told; the forms of millions are not asked for


def plural_forms(language: str) -> list[str]:
    """Babel's names of the plural forms of a language, in the order in which gettext numbers them.

    Babel names a form for each number, gettext numbers them by a rule of its own: the order is where the two meet.
    """
    locale = Locale.parse(language)
    numbered = get_plural(locale)
    place = c2py(numbered.plural_expr)
    order: dict[int, str] = {}
    for n in _NUMBERS:
        order.setdefault(place(n), str(locale.plural_form(n)))
    return [order[number] for number in range(numbered.num_plurals)]


def wrong(language: str, key: str, said: Sentence, english: Sentence | None) -> Iterator[Fault]:
    """What keeps a sentence from standing for its English; nothing when it can."""
    where = f"{language}, {key}"
    if english is None:
        yield Fault(where, "is no sentence of the kit.", "Correct the key, or take it out.")
        return
    if isinstance(said, dict) != isinstance(english, dict):
        kind = "plural forms" if isinstance(english, dict) else "one form"
        yield Fault(where, f"is to have {kind}.", "Write it as the English is written.")
        return
    if isinstance(said, dict):
        missing = [form for form in plural_forms(language) if not said.get(form)]
        if missing:
            yield Fault(where, f"has no form for: {', '.join(missing)}.", "Write it, if only as another form is.")
    wanted = _blanks(english["other"] if isinstance(english, dict) else english)
    for form, text in said.items() if isinstance(said, dict) else [("", said)]:
        try:
            found = _blanks(text)
        except ValueError as error:
            yield Fault(where, f"“{text}” has a broken blank: {error}.", "Write blanks as in the English.")
            continue
        # A form for one number may say it in a word: "once", "two days".
        if found != wanted and not (form not in ("", "other") and found == wanted - {"n"}):
            told, asked = (", ".join(f"{{{name}}}" for name in sorted(names)) or "none" for names in (found, wanted))
            yield Fault(where, f"“{text}” has the blanks {told}, and the English has {asked}.", "Write the same ones.")


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
