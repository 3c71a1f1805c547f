"""A way out and in for translators: the sentences of a language as a gettext file, and back.

    python -m kit.words.translate export ar -o ar.po
    python -m kit.words.translate import ar.po
    python -m kit.words.translate review ar -o ar.html

In the gettext file, msgctxt is the key of a sentence, msgid its English and msgstr the translation; plural forms stand
in the order of the language's rule. What is left empty or marked fuzzy has no translation, and is said in English. The
review is a page to print (`kit.words.review_sheet`), with all that is translated, the exercises too.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w
from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from kit.errors import ContentError, Fault, KitError
from kit.files import PUBLIC, read_bytes, write_atomic
from kit.words.review_sheet import review_sheet
from kit.words.sentences import SOURCE, About, Sentence, languages, read, texts_dir
from kit.words.wording import plural_forms, wrong


def to_po(language: str) -> bytes:
    """The gettext file of a language, in the order of the English; one to fill in where the language is new.

    Raises `ContentError` where nobody knows such a language.
    """
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        fault = Fault("language", f"“{language}” is not known.", "Use two letters such as ar.")
        raise ContentError(fault) from None
    head = f"# Sentences that a patient reads, in {locale.english_name}. Leave {{names}} as they are."
    catalogue = Catalog(locale=locale, project="homestretch", header_comment=head, fuzzy=False)
    own = read(language)[1] if language in languages() else {}
    forms = plural_forms(language)
    for key, english in read(SOURCE)[1].items():
        said = own.get(key, "")
        if isinstance(english, dict):
            told = said if isinstance(said, dict) else {}
            ids = (english.get("one", english["other"]), english["other"])
            catalogue.add(ids, tuple(told.get(form, "") for form in forms), context=key)
        elif english:  # an empty id is the head of a gettext file
            catalogue.add(english, str(said), context=key)
    out = io.BytesIO()
    write_po(out, catalogue, width=0)
    return b"".join(line for line in out.getvalue().splitlines(True) if b"-Date: " not in line)


def from_po(content: bytes) -> tuple[str, dict[str, Sentence]]:
    """The language of a gettext file, and its sentences by key.

    Raises `ContentError` with every sentence that cannot stand for its English.
    """
    try:
        catalogue = read_po(io.BytesIO(content), abort_invalid=True)
    except (PoFileError, ValueError, UnknownLocaleError) as error:
        fault = Fault("gettext file", f"cannot be read: {error}.", "Begin again with a file that the kit exported.")
        raise ContentError(fault) from None
    if catalogue.locale is None:
        raise ContentError(Fault("gettext file", "names no language.", "Keep its line “Language:”."))
    language, english = catalogue.locale.language, read(SOURCE)[1]
    said = dict(_translated(catalogue, plural_forms(language)))
    faults = [fault for key, sentence in said.items() for fault in wrong(language, key, sentence, english.get(key))]
    if faults:
        raise ContentError(faults)
    return language, {key: said.get(key, "") for key, text in english.items() if key in said or text == ""}


def _translated(catalogue: Catalog, forms: Sequence[str]) -> Iterator[tuple[str, Sentence]]:
    for message in catalogue:
        texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if not message.id or message.fuzzy or not any(texts):
            continue
        key = message.context or str(message.id)
        if isinstance(message.id, tuple):
            said = dict(zip(forms, texts, strict=False))
            # Polish has an “other” for fractions alone, and gettext none: its last form is the general one.
            yield key, {**said, "other": said.get("other", texts[-1])}
        else:
            yield key, texts[0]


def to_toml(language: str, said: Mapping[str, Sentence]) -> str:
    """The file of a language: the comment that it has, how far it is, and its sentences in the order of the English."""
    keys = list(read(SOURCE)[1])
    tables: dict[str, Any] = {"file": dict(_about(language, complete=set(keys) <= said.keys()))}
    for key in keys:
        if key in said:
            *parts, name = key.split(".")
            table = tables
            for part in parts:
                table = table.setdefault(part, {})
            table[name] = said[key]
    return "\n".join([*_comment(language), "", tomli_w.dumps(tables, indent=2)])


def _about(language: str, complete: bool) -> About:
    if language in languages():
        return read(language)[0].model_copy(update={"complete": complete})
    right = Locale.parse(language).text_direction == "rtl"
    return About(direction="rtl" if right else "ltr", translation="draft", complete=complete)


def _comment(language: str) -> list[str]:
    if language not in languages():
        return [f"# Every sentence that a patient reads, in {Locale.parse(language).english_name}."]
    lines = (texts_dir() / f"{language}.toml").read_text(encoding="utf-8").splitlines()
    return lines[: next(n for n, line in enumerate(lines) if not line.startswith("#"))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Export, import or review one language; 0 when it went well."""
    parser = argparse.ArgumentParser(prog="python -m kit.words.translate", description="Sentences for translators.")
    ways = parser.add_subparsers(dest="way", required=True)
    out = ways.add_parser("export", help="write a language as a gettext file")
    out.add_argument("language", help="two letters such as ar")
    into = ways.add_parser("import", help="take a gettext file in")
    into.add_argument("file", type=Path)
    sheet = ways.add_parser("review", help="write a page for a native speaker, English and translation side by side")
    sheet.add_argument("language", help="two letters such as ar")
    for way in (out, into, sheet):
        way.add_argument("-o", "--output", type=Path, help="the file to write")
    told = parser.parse_args(arguments)
    try:
        if told.way == "export":
            path, content = told.output or Path(f"{told.language}.po"), to_po(told.language)
        elif told.way == "review":
            path, content = told.output or Path(f"{told.language}.html"), review_sheet(told.language).encode()
        else:
            language, said = from_po(read_bytes(told.file))
            path, content = told.output or texts_dir() / f"{language}.toml", to_toml(language, said).encode()
        write_atomic(path, content, PUBLIC)
    except (KitError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
