"""A condition leads to exercises of its region, never to one that it tells to avoid, and a stop leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import ContentError
from kit.library.condition_words import ConditionWords, condition_words
from kit.library.exercise import Exercise
from kit.library.leads import Leads, phrases, stops
from kit.library.library import Library
from kit.library.rules import rules
from kit.library.search.document import Document
from kit.library.search.index import Index
from kit.library.search.synonyms import SynonymFile, Synonyms
from kit.words.folding import fold

LIBRARY = Library.load()
LEADS = Leads()
NO_SYNONYMS = Synonyms(SynonymFile())


def led(e: Exercise) -> set[str]:
    return {phrase for lot in LEADS.to(e) for phrase in lot}


def _avoids(key: str, e: Exercise) -> bool:
    """Written once more, and plainly: some AVOID rule of the condition names a tag of the exercise."""
    tags = {tag.name for tag in e.tags}
    return any(rule.level == "AVOID" and tags & set(rule.tags) for rule in rules().conditions[key].rules)


@pytest.mark.parametrize("e", LIBRARY, ids=lambda e: e.id)
def test_no_condition_leads_to_what_it_avoids(e: Exercise) -> None:
    """Nothing that such a condition is called leads to the exercise, though another condition is called the same."""
    avoiding = [key for key in condition_words().conditions if _avoids(key, e) or rules().conditions[key].stop]
    called = {" ".join(fold(phrase)) for key in avoiding for phrase in phrases(key)}
    assert led(e) & called == set()


@pytest.mark.parametrize("phrase", ["THR", "hip replacement", "total hip arthroplasty", "hip op"])
def test_a_hip_replacement_leads_to_no_crossing(phrase: str) -> None:
    """Three approaches are called so: what one of them avoids is not led to by the other two."""
    found = {e.id for e in LIBRARY.search(phrase)}
    assert found
    assert not found & {
        "supine_leg_crossover",
        "bent_knee_crossover",
        "standing_itb_stretch",
        "side_lying_hip_abduction",
    }


@pytest.mark.parametrize("phrase", ["DVT", "chest pain", "calf swelling", "foot drop", "broken wrist", "night pain"])
def test_a_stop_leads_nowhere(phrase: str) -> None:
    """What a condition that stops a plan is called finds no exercise, though an exercise has its words."""
    assert LIBRARY.search(phrase) == []


def test_no_exercise_is_called_like_a_stop() -> None:
    """So that nothing is hidden by that rule: no name or alias of an exercise is what a stop is called."""
    called = {tuple(fold(phrase)) for phrase in stops()}
    assert [e.id for e in LIBRARY for name in (e.name, e.patient_name, *e.aliases) if tuple(fold(name)) in called] == []


def test_preferred_first_then_free_then_with_caution() -> None:
    """The exercises that a condition prefers, those that it asks nothing of, those that it asks caution of."""
    found = [e.id for e in LIBRARY.search("GTPS")]
    assert found[:3] == ["bridge", "clamshell", "side_lying_hip_abduction"]
    frozen = [e.id for e in LIBRARY.search("frozen shoulder")]
    rule = {tag for one in rules().conditions["frozen_shoulder"].rules for tag in one.tags}
    careful = [bool(rule & {tag.name for tag in LIBRARY[key].tags}) for key in frozen]
    assert careful == sorted(careful)
    assert True in careful
    assert False in careful


def test_each_condition_has_other_words() -> None:
    """No condition of the list can be found by its long name alone."""
    assert [key for key in rules().conditions if len(condition_words().called(key).aliases) < 2] == []


def test_words_of_unknown_conditions_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that is no condition, and a stop that leads to a region: both are told at once."""
    text = '[conditions.gtsp]\naliases = ["x"]\n[conditions.dvt_suspected]\nregions = ["knee"]\n'
    (tmp_path / "condition_words.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("kit.library.condition_words.data_dir", lambda: tmp_path)
    with pytest.raises(ContentError) as refused:
        condition_words.__wrapped__()
    assert [str(fault) for fault in refused.value.faults] == [
        "condition_words.toml, gtsp: “gtsp” is not a known condition. Did you mean “gtps”?",
        "condition_words.toml, dvt_suspected: a condition that stops a plan leads to no exercise. "
        "Leave its regions and categories out.",
    ]


def index(*documents: Document, **about: list[str]) -> Index[str]:
    return Index(((document.id, document) for document in documents), NO_SYNONYMS, **about)


def doc(key: str, name: str, *leads: str, fields: tuple[str, ...] = ()) -> Document:
    return Document("condition", key, (name,), (), fields, (leads,))


def test_a_phrase_leads_as_a_whole() -> None:
    """Both words are needed, in any order, mistyped or not; one of them alone leads nowhere."""
    known = index(doc("a", "Arm", "winter knee"), doc("b", "Neck"))
    for query in ("winter knee", "knee winter", "wintr knee", "my winter knee arm"):
        assert known.find(query.replace("my ", "")) == ["a"], query
    assert known.find("winter") == []


def test_what_it_says_itself_comes_before_what_leads_to_it() -> None:
    """A name before a lead, and the first lot of leads before the second."""
    second = Document("condition", "c", ("Leg",), (), (), ((), ("toe",)))
    known = index(second, doc("b", "Foot", "toe"), doc("a", "Toe"))
    assert known.find("toe") == ["a", "b", "c"]


def test_a_part_of_the_words_finds_what_is_called_so() -> None:
    """Where no thing has all the words, whole names of two words and leads are found in them, the longest first."""
    known = index(doc("a", "Red arm"), doc("b", "Blue", "blue"), doc("c", "Old red arm"))
    assert known.find("sorely red arm") == ["a"]
    assert known.find("blue xyzzy") == ["b"]
    assert known.find("old red arm xyzzy") == ["c", "a"]
    assert known.find("red xyzzy") == []


def test_nowhere_and_short_forms() -> None:
    """A phrase that finds nothing does not hide what is called so; a short form is no beginning of a word."""
    chest, pain = doc("a", "Stretch", fields=("chest pain",)), doc("b", "Chest pain")
    assert index(chest).find("chest pain") == ["a"]
    assert index(chest, nowhere=["chest pain"]).find("Chest pains") == []
    assert index(pain, nowhere=["chest pain"]).find("chest pain") == ["b"]
    thrombosis, hip = doc("c", "Thrombosis"), doc("d", "THR")
    assert index(thrombosis, hip).find("thr") == ["d", "c"]
    assert index(thrombosis, hip, short_forms=["thr"]).find("THR") == ["d"]


def test_a_word_in_ing_is_its_verb() -> None:
    """“Stepping” finds “step” and “rocking” finds “rock”; what is not known stays unknown."""
    known = index(doc("a", "Step over"), doc("b", "Rock"), doc("c", "Kneel"))
    assert [known.find(query) for query in ("stepping", "rocking", "kneeling", "xyzzing")] == [["a"], ["b"], ["c"], []]


def test_nearest_words() -> None:
    """Words that hit nothing are told what they look like; words that hit, and words like nothing, are not."""
    known = index(doc("a", "Trapezius stretch"))
    assert known.nearest("traapeziuus strech xyzzy stretch") == ["trapezius", "stretch"]
    assert known.nearest("stretch") == []


def test_what_a_stop_is_called_too_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A phrase of a condition with regions leads nowhere once a condition that stops a plan is called the same."""
    knee, shared = LIBRARY["quad_set"], {"aliases": ("odd calf",)}

    def words(**stops: object) -> ConditionWords:
        return ConditionWords.model_validate({"conditions": {"tka": {**shared, "regions": ("knee",)}, **stops}})

    for known, leads in ((words(), True), (words(dvt_suspected=shared), False)):
        monkeypatch.setattr("kit.library.leads.condition_words", lambda known=known: known)
        assert ("odd calf" in {phrase for lot in Leads().to(knee) for phrase in lot}) is leads


def test_a_plan_is_led_to_by_what_avoids_nothing_in_it() -> None:
    """One exercise that the condition avoids is enough: then nothing it is called leads to the plan."""
    bridge, across = LIBRARY["bridge"], LIBRARY["standing_itb_stretch"]
    assert "gtps" in LEADS.to_all([bridge], ["gtps"])
    assert LEADS.to_all([bridge, across], ["gtps"]) == ()
