"""The phases of the steps, and the short text of each exercise: all in order, all plain, nothing that is not told."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from kit.errors import ContentError
from kit.library.exercise import Exercise, Side, text_for
from kit.library.library import Library
from kit.library.phases import Phase, fault_of_phases, grouped
from kit.library.translation import Translation, told
from kit.model import parse
from kit.words.readability import GRADE_AIM, readability
from kit.words.stated import stated

LIBRARY = Library.load()
EVERY = pytest.mark.parametrize("exercise", list(LIBRARY), ids=lambda e: e.id)
MOST_WORDS, MOST_SENTENCES = 45, 6
LETTERS: dict[str, Phase] = {"s": "start", "m": "move", "f": "feel", "h": "hold", "r": "return"}
NAMES: dict[Side, str] = {"left": "left", "right": "right"}
# Words that a short text needs to join what the steps say apart; with them it says nothing new.
JOINING = {"and", "cannot", "flat", "it", "on", "onto", "stand", "then", "with"}


def letters(exercise: Exercise) -> str:
    return "".join(phase[0] for phase in exercise.phases)


def words_in(*texts: str) -> set[str]:
    """Words without their endings, so that "lift" and "lifts" are one."""
    return {re.sub(r"(s|ed|ing|ly)$", "", word) for text in texts for word in re.findall(r"[a-z']+", text.lower())}


def card_of(exercise: Exercise) -> tuple[str, str]:
    assert exercise.card is not None
    return exercise.card.lines


# Phases


@EVERY
def test_every_step_has_its_phase(exercise: Exercise) -> None:
    """Get ready, move with stops to feel it, hold, come back; each exercise has a start and a move."""
    assert len(exercise.phases) == len(exercise.steps)
    assert re.fullmatch("s+m[mf]*h?r*", letters(exercise))


@EVERY
def test_what_the_dose_and_the_feeling_tell_is_marked_so(exercise: Exercise) -> None:
    """The hold, where the dose has one and nowhere else; a stop at what is felt, and each of these is a stop."""
    steps = list(zip(exercise.phases, exercise.steps, strict=True))
    assert [step for phase, step in steps if phase == "hold"] == ["Hold. Keep breathing."] * bool(exercise.dose.hold_s)
    assert not [step for phase, step in steps if phase != "hold" and step.startswith("Hold. ")]
    assert not [step for phase, step in steps if phase == "feel" and not step.startswith("Stop w")]
    assert not [step for phase, step in steps if phase != "feel" and step.startswith("Stop when you feel")]


@pytest.mark.parametrize("count", range(6))
def test_phases_are_refused_out_of_order(count: int) -> None:
    """None at all are fine; else they begin with a start, and the order is kept. Every row of phases against a pattern."""
    for row in itertools.product("smfhr", repeat=count):
        fits = re.fullmatch("(s+(m[mf]*h?r*)?)?", "".join(row)) is not None
        assert (fault_of_phases([LETTERS[letter] for letter in row], count) == "") == fits, row


@pytest.mark.parametrize(
    ("phases", "said"),
    [
        (["start", "move"], "phases: 2 phases for 3 steps. Give each step its phase, or none of them."),
        (["move"] * 3, "phases: step 1 is “move”. The order is start, move (feel may come in between), hold, return."),
        (
            ["start", "hold", "return"],
            "phases: step 2 is “hold”, after “start”. The order is start, move (feel may come in between), hold, return.",
        ),
    ],
)
def test_an_exercise_with_wrong_phases_is_told(phases: list[str], said: str) -> None:
    data: dict[str, Any] = {**LIBRARY["bridge"].model_dump(), "steps": ("Lie.", "Lift.", "Rest."), "phases": phases}
    with pytest.raises(ContentError) as caught:
        parse(Exercise, data, "own.toml")
    assert [fault.what for fault in caught.value.faults] == [said]


def test_without_phases_and_a_card_an_exercise_is_whole() -> None:
    """An own or imported one, and that of a plan which was issued before there were any."""
    data = LIBRARY["bridge"].model_dump(exclude={"phases", "card", "cautions"})
    made = parse(Exercise, data, "own.toml")
    assert (made.phases, made.card, made.cautions) == ((), None, ())


@EVERY
def test_groups_lose_no_step(exercise: Exercise) -> None:
    """All of them, in their order, and no two groups of one phase side by side."""
    groups = list(grouped(exercise.phases, exercise.steps))
    assert tuple(itertools.chain.from_iterable(steps for _, steps in groups)) == exercise.steps
    assert all(one[0] != two[0] for one, two in itertools.pairwise(groups))


# Cards


@EVERY
def test_every_card_is_short_and_plain(exercise: Exercise) -> None:
    """At most 45 words in 6 short sentences, school grade 6 or below by itself, no word of the clinic."""
    lines = [text_for(line, "right", NAMES) for line in card_of(exercise)]
    score = readability(lines)
    assert sum(len(line.split()) for line in lines) <= MOST_WORDS
    assert score.sentences <= MOST_SENTENCES
    assert score.grade <= GRADE_AIM
    assert (score.long_sentences, score.jargon) == ((), ())


@EVERY
def test_a_card_says_nothing_that_the_exercise_does_not(exercise: Exercise) -> None:
    """Its words are those of the steps and of what to take care of; it has no number of its own, and no dose."""
    lines = card_of(exercise)
    things = (thing.name for thing in exercise.equipment)
    assert words_in(*lines) - words_in(*exercise.steps, *exercise.care, exercise.feel, *things) <= JOINING
    assert not [said for line in lines for said in stated(line)]
    assert not re.search(r"\d", " ".join(lines))


@EVERY
def test_a_card_names_sides_only_by_its_tokens(exercise: Exercise) -> None:
    """Both are named where one is done after the other, neither where both are done at once."""
    start, move = card_of(exercise)
    assert not re.search(r"\b(left|right)\b", f"{start} {move}")
    assert ("{lead}" in start + move) == (exercise.sides == "each")
    assert exercise.sides == "each" or "{other}" not in start + move


def sided(texts: tuple[str, ...]) -> set[tuple[str, str]]:
    """Each side word with the part of the body that follows it, such as ("lead", "knee")."""
    return {(side, part) for text in texts for side, part in re.findall(r"\{(lead|other)\} (?:upper )?(\w+)", text)}


@EVERY
def test_a_card_gives_each_part_of_the_body_the_side_of_the_steps(exercise: Exercise) -> None:
    """A knee that the steps call the leading one is never the other one, so both sides are right whichever leads."""
    said = (*exercise.steps, *exercise.care, exercise.feel)
    assert sided(card_of(exercise)) - sided(said) == set()


@EVERY
def test_what_may_be_told_otherwise_stands_in_the_card_word_for_word(exercise: Exercise) -> None:
    """The firmer hold of a patient who may fall, and the stop of a limited range, can be put in its place."""
    steps = [swap.step for swap in exercise.careful]
    steps += [exercise.steps[exercise.arc_step - 1]] if exercise.arc_step else []
    assert not [step for step in steps if not any(step in line for line in card_of(exercise))]


@EVERY
def test_a_card_holds_what_the_first_steps_warn_of(exercise: Exercise) -> None:
    """What could tear, tip or slide, and what the hands hold on to while getting ready."""
    steps, card = " ".join(exercise.steps), " ".join(card_of(exercise))
    for warning in ("for tears", "cannot slide", "that grip", "shuts the door", "no wheels", "against a wall"):
        assert (warning in steps) <= (warning in card), warning
    for held in ("rail", "counter", "wall", "firm chair"):
        assert (held in steps) <= (held in card), held


@EVERY
def test_the_card_needs_no_translation_for_the_rest_to_have_one(exercise: Exercise) -> None:
    """Where a line of it has none, there is no card, and the steps are told in full; a caution is never lost."""
    pairs = {text: f"x {text}" for text in told(exercise)}
    made = Translation("xx", {"things": {"a": "b"}, exercise.id: pairs}).exercise(exercise)
    assert made.card is None
    assert made.steps == tuple(f"x {step}" for step in exercise.steps)
    assert made.cautions == tuple(f"x {line}" for line in exercise.cautions)
    pairs |= {line: f"x {line}" for line in card_of(exercise)}
    made = Translation("xx", {"things": {"a": "b"}, exercise.id: pairs}).exercise(exercise)
    assert card_of(made) == tuple(f"x {line}" for line in card_of(exercise))


# Precautions in plain words


def test_the_precautions_that_the_patient_reads() -> None:
    """Those that no step, feeling or mistake tells; all others are told there, or are for the clinician."""
    near = "Have a firm chair near, to help you get up."
    assert {e.id: list(e.cautions) for e in LIBRARY if e.cautions} == {
        "bird_dog": [near],
        "cat_cow": [near],
        "clamshell": ["Put a pillow between your knees if the side of your hip hurts."],
        "heel_raise_single": ["Stay on a flat floor. Do not stand on a step."],
        "seated_rotator_stretch": ["Tell us if you feel the pull in your groin.", near],
        "side_bridge_knees": [near],
    }
    support = {
        e.id for e in LIBRARY if "Needs getting to the floor and up again: support within reach." in e.precautions
    }
    assert support == {e.id for e in LIBRARY if near in e.cautions} | {"half_kneeling_hip_flexor"}  # it holds a chair
    assert not [e.id for e in LIBRARY if len(e.care) != len(e.safety) + len(e.cautions) + len(e.mistakes)]


@pytest.mark.parametrize("name", sorted(exercise.id for exercise in Library.load() if exercise.bed_ok))
def test_what_may_be_done_on_a_bed_speaks_of_no_floor_alone(name: str) -> None:
    """Steps, cautions and the short text serve who lies on a bed too."""
    exercise = Library.load()[name]
    lines = exercise.card.lines if exercise.card else ()
    told = " ".join((*exercise.steps, *exercise.care, *lines)).replace("on the floor or on a firm bed", "")
    assert "floor" not in told
