"""A language that claims to be complete says everything that a patient can be told; what it lacks is named."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator, Mapping

import pytest

from kit.clinic import Clinic
from kit.library.exercise import Exercise, Side, text_for
from kit.library.library import Library
from kit.library.translation import Translated, Translation, told
from kit.places import data_dir
from kit.plan.plan import Plan
from kit.plan.template import templates
from kit.words.catalogue import Catalogue
from kit.words.red_flags import whom_to_call_today
from kit.words.sentences import read, texts_dir
from kit.words.side_words import SIDE_WORD

# The languages that claim it. One joins when all of its texts are there.
COMPLETE = ["es"]
# After which words a side word stands, and which two words of its own a text may give in braces, left first.
FEMININE = {"es": ["cadera", "espinilla", "la", "mano", "nalga", "pantorrilla", "pierna", "rodilla", "su"]}
OWN = {
    "es": {
        ("izquierdo", "derecho"): [
            *("antebrazo", "brazo", "codo", "extremo", "hombro", "lado"),
            *("muslo", "omóplato", "pie", "talón", "tobillo"),
        ]
    }
}
# Words that a translation never says: another form of address, what is rude somewhere, what tells man from woman.
NEVER = {"es": r"\b(tú|tu|tus|ti|te|contigo|coge\w*|coja\w*|párese|parado|sentad[oa] en su|listo|cansado|seguro)\b"}
Tables = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="module", params=COMPLETE)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def tables(language: str) -> Tables:
    """The exercises of a language as its file has them."""
    path = texts_dir() / f"exercises.{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def asked(library: Library) -> Iterator[tuple[str, str]]:
    """Every text beside the sentences that a patient may be told, with the table that it is looked for in."""
    for exercise in library.exercises.values():
        short = exercise.card.lines if exercise.card else ()
        for text in (*told(exercise), *short, *pictured(exercise)):
            yield exercise.id, text
        for thing in exercise.equipment:
            yield "things", thing.name
    yield "plans", Plan.begin("P-001", start=dt.date(2026, 6, 1), patient="P-001").title
    for template in templates().values():
        yield "plans", template.title
        yield "plans", template.goal
        if template.told_next:
            yield "plans", template.told_next


def pictured(exercise: Exercise) -> list[str]:
    """What the pictures of an exercise show, side words in braces."""
    path = data_dir() / "figures" / f"{exercise.id}.json"
    return list(json.loads(path.read_text(encoding="utf-8"))["texts"].values())


def missing(library: Library, said: Tables) -> list[str]:
    """What has no translation, by table."""
    common = said.get("common", {})
    known = {name: {**common, **table} for name, table in said.items()}
    wanted = dict.fromkeys(asked(library))
    return [f"{table}: {text}" for table, text in wanted if not known.get(table, common).get(text, "").strip()]


def test_every_sentence_is_there(language: str) -> None:
    """Of the sheet, the page, the diary and the calendar; and nothing of it is English word for word."""
    about, said = read(language)
    assert sorted(read("en")[1].keys() - said.keys()) == []
    assert about.complete
    signs_alone = r"[\W\d_]*|.*\{.*"
    same = {
        key for key, text in read("en")[1].items() if text == said[key] and not re.fullmatch(signs_alone, str(text))
    }
    assert same <= {"page.no", "diary.part_sign"}


def test_every_other_text_is_there(language: str, library: Library) -> None:
    """Exercises, cards, pictures, things, titles, goals: each text has its translation; one that has none is named."""
    assert missing(library, tables(language)) == [], f"write these into data/texts/exercises.{language}.toml"
    translation = Translation.load(language)
    assert [e.id for e in library.exercises.values() if not isinstance(translation.exercise(e), Translated)] == []


def test_what_is_missing_is_named(library: Library) -> None:
    """One text of each kind taken away, or left empty, is told by its table and its English."""
    said = {name: dict(table) for name, table in tables("es").items()}
    taken = [
        *(("clamshell", "Clamshell knee lift"), ("clamshell", pictured(library["clamshell"])[1])),
        ("clamshell", "Keep your feet touching. Lift your {lead} knee slowly. Stop before your hips roll back."),
        *(("things", "mat"), ("plans", "Stay steady on your feet.")),
    ]
    for name, text in taken:
        assert said[name].pop(text)
    said["bridge"]["Squeeze your buttocks."] = " "
    lost = [f"{name}: {text}" for name, text in (*taken, ("bridge", "Squeeze your buttocks."))]
    assert sorted(missing(library, said)) == sorted(lost)
    without_common = {name: table for name, table in said.items() if name != "common"}
    assert "walking: Look ahead, not at your feet." not in lost
    assert "tandem_stance: Look ahead, not at your feet." in missing(library, without_common)


def test_nothing_is_translated_that_nobody_says(language: str, library: Library) -> None:
    """A text whose English has changed is taken out, and not kept beside the new one."""
    wanted = set(asked(library)) | {("plans", template.purpose) for template in templates().values()}
    texts = {text for _, text in wanted}
    stale = [
        f"{name}: {text}"
        for name, table in tables(language).items()
        for text in table
        if (text not in texts if name == "common" else (name, text) not in wanted)
    ]
    assert stale == []


def test_a_translation_keeps_sides_and_numbers(language: str) -> None:
    """The same sides, in whatever order, and every number of the English."""
    for name, table in tables(language).items():
        for english, text in table.items():
            sides = [sorted({found[1] for found in SIDE_WORD.finditer(one)}) for one in (english, text)]
            assert sides[0] == sides[1], (name, english)
            assert not re.search(r"[{}]", SIDE_WORD.sub("", text)), (name, text)
            assert set(re.findall(r"\d+", english)) <= set(re.findall(r"\d+", text)), (name, english)
    english_said, said = read("en")[1], read(language)[1]
    for key, sentence in said.items():
        assert re.findall(r"\d+", str(english_said[key])) == re.findall(r"\d+", str(sentence)), key


def test_side_words_agree_with_their_nouns(language: str) -> None:
    """The language's own side words follow the nouns that they fit, and so do those that a text gives itself."""
    for table in tables(language).values():
        for text in table.values():
            for found in SIDE_WORD.finditer(text):
                before = text[: found.start()].split()[-1]
                nouns = OWN[language][(found[2], found[3])] if found[2] else FEMININE[language]
                assert before in nouns, text


def test_both_sides_read_right(language: str, library: Library) -> None:
    """Told for left and for right, the two differ by swapping the side words alone, and no brace is left."""
    words = Catalogue(language)
    names: dict[Side, str] = {"left": words.say("side.left"), "right": words.say("side.right")}
    swap = {names["left"]: names["right"]}
    swap |= dict(OWN[language].keys())
    swap |= {right: left for left, right in swap.items()}
    either = re.compile(rf"\b({'|'.join(swap)})\b")
    for exercise in Translation.load(language).exercises(library.exercises.values()):
        for text in told(exercise):
            left, right = (text_for(text, side, names) for side in names)
            assert "{" not in left + right
            assert either.sub(lambda found: swap[found.group()], left) == right


def test_the_words_are_those_that_all_understand(language: str) -> None:
    """One form of address, no word that is rude or means another thing elsewhere, and none for men or women alone."""
    told_words = [str(text) for text in read(language)[1].values()]
    told_words += [text for table in tables(language).values() for text in table.values()]
    never = re.compile(NEVER[language], re.IGNORECASE)
    assert [text for text in told_words if never.search(text)] == []


def test_numbers_to_call_in_spanish() -> None:
    """The territory's where the kit knows it, else 112; on the same day the clinic's own, else none is made up."""
    assert [Clinic(locale=f"es-{country}").emergency for country in ("ES", "US", "GB")] == ["112", "911", "999"]
    assert Clinic(locale="es-MX", emergency_number="911").emergency == "911"
    words = Catalogue("es-ES")
    assert whom_to_call_today(words, None) == "Llame a su médico o al médico de guardia."
    assert whom_to_call_today(words, "061") == "Llame al 061."
