"""Readability against the worked numbers of the specification, and the laws of counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.words.readability import readability, syllables

# Tier, words, sentences, syllables, words of three syllables, grade, SMOG: counted with a dictionary.
PUBLISHED = [
    ("emergency", 90, 7, 101, 0, 2.67, 3.13),
    ("today", 67, 7, 74, 0, 1.18, 3.13),
    ("call", 60, 7, 64, 1, 0.34, 5.29),
]


@pytest.mark.parametrize(("tier", "words", "sentences", "spoken", "long", "grade", "smog"), PUBLISHED)
def test_the_published_values_are_met_within_half_a_grade(
    specification, tier, words, sentences, spoken, long, grade, smog
):
    """Counting by rule comes within half a grade of counting with a dictionary."""
    text = readability(specification["red_flags"][tier])
    assert (text.words, text.sentences, text.polysyllables) == (words, sentences, long)
    assert text.syllables == pytest.approx(spoken, abs=2)
    assert text.grade == pytest.approx(grade, abs=0.5)
    assert text.smog == pytest.approx(smog, abs=0.5)


def test_the_steps_of_the_first_stretch_are_easier_than_any_school_grade(specification):
    """83 words, 14 sentences, 93 syllables in the specification: a grade below 0 is shown as 0."""
    steps = [
        s.replace("{lead}", "right").replace("{other}", "left")
        for s in specification["seed_steps"]["seated_rotator_stretch"]
    ]
    text = readability(steps)
    assert (text.sentences, text.polysyllables, text.grade) == (14, 0, 0)
    assert text.words == pytest.approx(83, abs=1)
    assert text.syllables == pytest.approx(93, abs=3)
    assert text.smog == pytest.approx(3.13, abs=0.01)


def test_a_hard_text_scores_as_hard():
    """A text of the clinic gets its grade, its long words, its long sentence and the plain words for its jargon."""
    said = "Maintain bilateral hip flexion during the exercise and avoid any posterior rotation of the pelvis at all times please."
    text = readability([said])
    assert text.grade > 8
    assert text.long_sentences == (said,)
    assert "exercise" not in text.long_words
    assert "rotation" in text.long_words
    assert dict(text.jargon) == {
        "bilateral": "both sides",
        "flexion": "bending",
        "posterior": "back",
        "rotation": "turning",
        "pelvis": "hips",
    }


@pytest.mark.parametrize(
    ("word", "count"),
    [("hold", 1), ("lifted", 2), ("pressed", 1), ("times", 1), ("edges", 2), ("ankles", 2), ("slowly", 2), ("carefully", 3), ("piriformis", 4),
     ("squatting", 2), ("doing", 2), ("physio", 3), ("exercises", 4), ("area", 3), ("knees", 1), ("diary", 3), ("tendinopathy", 5), ("Buttock’s", 2)],
)  # fmt: skip
def test_syllables_of_words_that_patients_read(word, count):
    """The rule and its exceptions give the dictionary's count."""
    assert syllables(word) == count


def test_numbers_and_empty_lines_are_no_words():
    """Digits, punctuation and empty lines neither count as words nor as sentences."""
    assert readability(["30 s.", "", "...", "Hold 30."]).words == 2
    assert readability([]).grade == 0


@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_text_can_be_scored(lines):
    """Every text has a grade of 0 or more; no more long words than words, no fewer syllables than words."""
    text = readability(lines)
    assert text.grade >= 0
    assert text.polysyllables <= text.words <= text.syllables
