"""Sentences go out to a translator and come back as they were."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from kit.errors import ContentError
from kit.words.sentences import languages, read, texts_dir
from kit.words.translate import from_po, main, to_po, to_toml


@pytest.mark.parametrize("language", languages())
def test_out_and_in(language: str) -> None:
    """A language comes back sentence for sentence, and its file says the same of it."""
    about, said = read(language)
    assert from_po(to_po(language)) == (language, said)
    table = tomllib.loads(to_toml(language, said))
    assert table["file"] == {**about.model_dump(), "complete": True}
    assert table["dose"]["reps"]["each"] == said["dose.reps.each"]
    assert to_po(language) == to_po(language)


def test_a_gettext_file_as_translators_know_it() -> None:
    """Key as context, English as id, plural forms numbered by the language's rule."""
    found = {message.context: message for message in read_po(io.BytesIO(to_po("ar"))) if message.id}
    assert found["safety.pull"].id == "A light pull is good. Pain is not."
    assert found["safety.pull"].string == "الشد الخفيف جيد. أما الألم فلا."
    assert found["duration.seconds"].id == ("{n} second", "{n} seconds")
    forms = found["duration.seconds"].string
    assert isinstance(forms, tuple)
    assert forms[1:4] == ("ثانية واحدة", "ثانيتين", "{n} ثوان")


def test_a_new_language_begins_empty(tmp_path: Path) -> None:
    """A language that nobody has written yet goes out without a translation, and comes back as far as it got."""
    path, made = tmp_path / "de.po", tmp_path / "de.toml"
    assert main(["export", "de", "-o", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    filled = text.replace('msgid "left"\nmsgstr ""', 'msgid "left"\nmsgstr "links"')
    assert filled != text
    path.write_text(filled, encoding="utf-8")
    assert main(["import", str(path), "-o", str(made)]) == 0
    table = tomllib.loads(made.read_text(encoding="utf-8"))
    assert table["file"] == {"direction": "ltr", "translation": "draft", "complete": False}
    assert table["side"] == {"left": "links"}


def test_a_broken_translation_is_refused_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A lost blank is told with its key, and no file is written."""
    text = to_po("ar").decode().replace("اتصل بالرقم {number} الآن في أي", "اتصل الآن في أي")
    with pytest.raises(ContentError) as caught:
        from_po(text.encode())
    assert str(caught.value) == (
        "ar, safety.emergency: “اتصل الآن في أي من هذه الحالات:” has the blanks none, "
        "and the English has {number}. Write the same ones."
    )
    path = tmp_path / "ar.po"
    path.write_text(text, encoding="utf-8")
    assert main(["import", str(path), "-o", str(tmp_path / "ar.toml")]) == 1
    assert "safety.emergency" in capsys.readouterr().err
    assert not (tmp_path / "ar.toml").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'msgid ""\nmsgstr ""\n', "gettext file: names no language. Keep its line “Language:”."),
        (b"\xff\xfe", "gettext file: cannot be read:"),
        (b"rubbish", "gettext file: cannot be read:"),
    ],
)
def test_what_is_no_gettext_file(content: bytes, said: str) -> None:
    """The message says what is wrong with it."""
    with pytest.raises(ContentError) as caught:
        from_po(content)
    assert str(caught.value).startswith(said)
    assert said.endswith(".") or str(caught.value).endswith(". Begin again with a file that the kit exported.")


def test_an_unknown_language(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names it."""
    assert main(["export", "xx"]) == 1
    assert capsys.readouterr().err == "language: “xx” is not known. Use two letters such as ar.\n"


def filled(content: bytes, key: str, *said: str) -> bytes:
    """A gettext file with one sentence translated, its plural forms in order."""
    head, mark, rest = content.decode().partition(f'msgctxt "{key}"\n')
    block, end, after = rest.partition("\n\n")
    kept = [line for line in block.splitlines() if not line.startswith("msgstr")]
    forms = [f'msgstr "{said[0]}"'] if len(said) == 1 else [f'msgstr[{n}] "{text}"' for n, text in enumerate(said)]
    return (head + mark + "\n".join([*kept, *forms]) + end + after).encode()


def test_plural_forms_are_numbered_by_the_languages_rule() -> None:
    """Each comes back under Babel's name; where whole numbers never take “other”, the last of them stands for it."""
    content = filled(to_po("pl"), "duration.seconds", "{n} sekunda", "{n} sekundy", "{n} sekund")
    forms = {"one": "{n} sekunda", "few": "{n} sekundy", "many": "{n} sekund", "other": "{n} sekund"}
    language, said = from_po(content)
    assert (language, said["duration.seconds"]) == ("pl", forms)
    assert tomllib.loads(to_toml(language, said))["duration"]["seconds"] == forms


def test_what_is_fuzzy_or_empty_is_no_translation() -> None:
    """It is left out, and said in English; what is empty in English needs none."""
    content = filled(to_po("de"), "side.left", "links")
    assert from_po(content)[1] == {"side.left": "links", "dose.side.both": "", "diary.both": ""}
    fuzzy = content.replace(b'msgctxt "side.left"', b'#, fuzzy\nmsgctxt "side.left"')
    assert from_po(fuzzy)[1] == {"dose.side.both": "", "diary.both": ""}


def test_a_gettext_file_begins_with_what_a_translator_needs() -> None:
    """The language in words, what to leave alone, and no day or hour: the same sentences give the same bytes."""
    head, _, body = to_po("de").decode().partition("\n\n")
    assert head.startswith("# Sentences that a patient reads, in German. Leave {names} as they are.\nmsgid")
    assert '"Project-Id-Version: homestretch VERSION\\n"' in head
    assert "Date" not in head
    assert "fuzzy" not in head
    assert all(len(entry.splitlines()) <= 6 for entry in body.split("\n\n"))  # a sentence is one line, however long


def test_the_file_of_a_language() -> None:
    """Its own comment and what it says of itself stay; sentences stand in the order of the English, table by table."""
    about, said = read("ar")
    text = to_toml("ar", said)
    old = (texts_dir() / "ar.toml").read_text(encoding="utf-8")
    assert text.splitlines()[:4] == old.splitlines()[:4]
    assert f'[file]\ndirection = "rtl"\ntranslation = "{about.translation}"\ncomplete = true\n\n[translation]\n' in text
    assert to_toml("ar", dict(reversed(list(said.items())))) == text
    less = {key: value for key, value in said.items() if key != "side.left"}
    assert "complete = false" in to_toml("ar", less)


def test_a_new_language_says_what_it_is() -> None:
    """Its name, the way it runs, that it is a draft; signs that TOML refuses are written as it asks."""
    assert to_toml("he", {"side.left": 'a\x7f“"\n'}) == (
        "# Every sentence that a patient reads, in Hebrew.\n\n[file]\n"
        'direction = "rtl"\ntranslation = "draft"\ncomplete = false\n\n[side]\nleft = "a\\u007f“\\"\\n"\n'
    )


@pytest.mark.parametrize(("way", "name"), [("export", "ar.po"), ("import", "ar.toml")])
def test_where_a_file_goes(
    way: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Out to where one is, in among the texts, unless a file is named; its name is said, and all may read it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kit.words.translate.texts_dir", lambda: tmp_path / "texts")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "ar.toml").write_bytes((texts_dir() / "ar.toml").read_bytes())
    (tmp_path / "given.po").write_bytes(to_po("ar"))
    made = Path("ar.po") if way == "export" else tmp_path / "texts" / "ar.toml"
    assert main([way, "ar" if way == "export" else "given.po"]) == 0
    assert capsys.readouterr().out == f"{made}\n"
    assert made.name == name
    assert made.stat().st_mode & 0o077 == 0o044


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By name, and with the exit code of a fault."""
    assert main(["import", str(tmp_path / "no.po")]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path / 'no.po'}: cannot be read: No such file or directory. Check the name and your rights to the folder.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--help"], ["usage: python -m kit.words.translate", "Sentences for translators.", "write a language as a gettext file", "take a gettext file in", "write a page for a native speaker"]),
        (["export", "--help"], ["two letters such as ar", "the file to write"]),
        (["import", "--help"], ["the file to write"]),
        (["review", "--help"], ["two letters such as ar", "the file to write"]),
    ],
)  # fmt: skip
def test_the_command_explains_itself(words: list[str], said: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What each way does, and what it is given."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    told = " ".join(capsys.readouterr().out.split())
    assert [part for part in said if part not in told] == []
    assert ended.value.code == 0
    with pytest.raises(SystemExit):
        main([])
