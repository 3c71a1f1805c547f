"""The sheet for a native speaker: all that is translated, beside its English, with room to mend it."""

from __future__ import annotations

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

from kit.errors import ContentError
from kit.words.review_sheet import pairs, review_sheet
from kit.words.sentences import SOURCE, languages, read, texts_dir
from kit.words.translate import main

TRANSLATED = [language for language in languages() if language != SOURCE]


@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_that_is_translated_is_on_the_sheet(language: str) -> None:
    """One row a text, in the order of the files, with a column to tick and one to write in; nothing from elsewhere."""
    parts = pairs(language)
    tables = tomllib.loads((texts_dir() / f"exercises.{language}.toml").read_text(encoding="utf-8"))
    sentences = sum(1 for text in read(SOURCE)[1].values() if text)
    assert sum(map(len, parts.values())) == sentences + sum(map(len, tables.values()))
    page = review_sheet(language)
    assert page.count("<tr><td>") == sum(map(len, parts.values()))
    assert re.findall(r"<h2>(.*?)</h2>", unescape(page)) == list(parts)
    assert not re.search(r"src=|href=|url\(|@import", re.sub(r"<td.*?</td>", "", page))
    direction = read(language)[0].direction
    names = {"ar": "Arabic", "es": "Spanish", "zh": "Chinese"}
    assert f'<th scope="col">{names.get(language)}</th><th scope="col">OK?</th>' in page or language not in names
    assert page.count(f'<td lang="{language}" dir="{direction}"></td>') == page.count("<tr><td>")


def test_sides_and_forms_can_be_read() -> None:
    """The words of both sides stand where one will, the left one first for the side that leads; all plural forms."""
    parts = pairs("es")
    assert parts["Bird dog"][4:6] == [
        (
            "Lift your left/right leg, no higher than your hips.",
            "Levante la pierna izquierda/derecha, no más alto que las caderas.",
        ),
        (
            "Reach your right/left arm forward, no higher than your ear.",
            "Estire el brazo derecho/izquierdo hacia delante, no más alto que la oreja.",
        ),
    ]
    assert parts["Sentences: dose, reps"][3] == (
        "Do it once. / Do it {n} times.",
        "Hágalo una vez. / Hágalo {n} veces.",
    )
    assert parts["Titles and goals of plans"][0] == ("Your exercise plan", "Su plan de ejercicios")
    assert "{lead" not in review_sheet("es") + review_sheet("ar")


def test_what_is_missing_is_an_empty_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A sentence that a language lacks is on the sheet without a translation; a language may have no exercises yet."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "en.toml").write_text(
        '[file]\ntranslation = "source"\n[side]\nleft = "left <1>"\nright = "right"\nboth = ""\n', encoding="utf-8"
    )
    (tmp_path / "texts" / "fr.toml").write_text(
        '[file]\ntranslation = "draft"\n[side]\nleft = "gauche"\n', encoding="utf-8"
    )
    monkeypatch.setattr("kit.words.sentences.data_dir", lambda: tmp_path)
    read.cache_clear()
    try:
        assert pairs("fr") == {"Sentences: side": [("left <1>", "gauche"), ("right", "")]}
        page = review_sheet("fr")
        assert "<title>French: 2 texts to review</title>" in page
        assert '<td>left &lt;1&gt;</td><td lang="fr" dir="ltr">gauche</td>' in page
    finally:
        read.cache_clear()


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To the file that is named, and the same each time; a language without a translation is told."""
    path = tmp_path / "es.html"
    assert main(["review", "es", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert path.read_text(encoding="utf-8") == review_sheet("es")
    assert main(["review", "en", "-o", str(path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("language: “en” has no translation to review. Use one of: ar, es")
    with pytest.raises(ContentError):
        review_sheet("xx")
