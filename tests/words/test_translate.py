"""Sentences go out to a translator and come back as they were."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from kit.errors import ContentError
from kit.words.sentences import languages, read
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
    assert found["safety.stop"].id == "Stop if you feel pain."
    assert found["safety.stop"].string == "توقف إذا شعرت بألم."
    assert found["duration.seconds"].id == ("{n} second", "{n} seconds")
    assert found["duration.seconds"].string[1:4] == ("ثانية واحدة", "ثانيتين", "{n} ثوان")


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
    text = to_po("ar").decode().replace("اتصل بالرقم {number} الآن", "اتصل الآن")
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


def test_an_unknown_language(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names it."""
    assert main(["export", "xx"]) == 1
    assert capsys.readouterr().err == "language: “xx” is not known. Use two letters such as ar.\n"
