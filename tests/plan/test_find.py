"""One function finds every kind; a template is found by whom it serves, and says so of none that it would harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.errors import ContentError
from kit.library.condition_words import condition_words
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.find import find
from kit.plan.template import templates
from kit.plan.template_words import template_words

LIBRARY = Library.load()


@pytest.mark.parametrize(
    ("words", "first", "key"),
    [
        ("THR", "condition", "tha_posterior"),
        ("dizzy", "condition", "bppv"),
        ("LBP", "problem", "low_back_pain"),
        ("pretzel", "exercise", "supine_figure4_stretch"),
        ("trunk endurance", "template", "trunk-endurance"),
        ("double vision", "condition", "neck_vascular"),
    ],
)
def test_the_best_kind_comes_first(words: str, first: str, key: str) -> None:
    """The kind that is hit best stands first, with what is meant as its first."""
    (kind, rows), *_ = find(words).named().items()
    assert (kind, rows[0][0]) == (first, key)


def test_what_is_meant_leaves_out_what_only_looks_like_it() -> None:
    """“THR” is a hip replacement: no thrombosis, and no plan with “three” in it."""
    found = find("THR")
    assert [c.key for c in found.conditions] == ["tha_posterior", "tha_anterior", "tha_lateral"]
    assert list(found.templates) == ["hip-replacement-weeks-0-6"]
    assert {e.region for e in found.exercises} <= {"hip"} | {e.region for e in LIBRARY.search("THR")}


def test_what_there_is_not_is_said() -> None:
    """A problem without rule and exercise says both; nonsense says nothing; a near word is named."""
    assert find("tennis elbow").lacks() == ["No rule covers: Elbow pain.", "The library has no exercise for elbow."]
    assert find("plantar fasciitis").lacks() == ["No rule covers: Plantar heel pain."]
    assert find("xyzzy qwrt").lacks() == []
    assert find("traapeziuus xyzzy").lacks() == ["Known words like it: trapezius."]
    assert find("DVT").instead() == [
        "In the list of conditions: Suspected or untreated deep vein thrombosis or pulmonary embolism."
    ]


def test_a_red_flag_is_found_by_its_signs() -> None:
    """Signs that a patient tells lead to the flag."""
    assert "cauda_equina" in find("numb saddle").red_flags
    assert "giant_cell_arteritis" in find("jaw pain on chewing").red_flags


def test_own_exercises_are_found_too() -> None:
    """The library that is given is the one that is searched."""
    assert find("bridge", Library([])).exercises == ()
    assert find("bridge").exercises[0].id == "bridge"


def test_a_notebook_shows_it() -> None:
    """A table of kinds, keys and names, with what is lacking below it."""
    shown = find("tennis elbow")._repr_html_()
    assert "Found for “tennis elbow”" in shown
    assert "tennis_elbow" in shown
    assert "The library has no exercise for elbow." in shown


@pytest.mark.parametrize("name", template_words())
def test_no_template_serves_a_condition_that_avoids_its_exercises(name: str) -> None:
    """What the file says a template serves avoids none of the movements in it, and stops no plan."""
    tags = {tag.name for item in templates()[name].items for tag in LIBRARY[item.exercise_id].tags}
    served = [rules().conditions[key] for key in template_words()[name].serves if key in rules().conditions]
    assert [c.name for c in served if c.stop] == []
    assert [c.name for c in served for r in c.rules if r.level == "AVOID" and tags & set(r.tags)] == []


@pytest.mark.parametrize("words", ["hip replacement", "ACL", "rotator cuff repair", "Achilles rupture"])
def test_an_operation_leads_to_no_template_that_it_avoids(words: str) -> None:
    """The four glute stretches cross the leg, the shoulder plan works the cuff: neither is offered."""
    tags = {name: {t.name for i in one.items for t in LIBRARY[i.exercise_id].tags} for name, one in templates().items()}
    called = [rules().conditions[c.key] for c in find(words).conditions]
    avoided = {tag for c in called for rule in c.rules if rule.level == "AVOID" for tag in rule.tags}
    assert [name for name in find(words).templates if avoided & tags[name]] == []


def test_words_of_templates_name_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every template with words is there; whom it serves is a condition or a problem, else the nearest is named."""
    assert set(template_words()) <= set(templates())
    (tmp_path / "template_words.toml").write_text('[neck]\nserves = ["neck_pian"]\n', encoding="utf-8")
    monkeypatch.setattr("kit.plan.template_words.data_dir", lambda: tmp_path)
    with pytest.raises(ContentError) as refused:
        template_words.__wrapped__()
    assert str(refused.value) == (
        "template_words.toml, neck: “neck_pian” is no condition or problem. Did you mean “neck_pain”?"
    )
    assert "neck_pain" in condition_words().keys
