"""The four founding stretches are whole and right on both sides; faults come all at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

from kit.errors import ContentError, PlanError
from kit.library.exercise import text_for
from kit.library.library import Library
from kit.library.loader import load_exercises
from kit.places import data_dir

FOUR = {
    "seated_rotator_stretch": ("Sit and Rotate", "right"),
    "supine_figure4_stretch": ("Bend Like a Pretzel", "right"),
    "standing_itb_stretch": ("Squat to Stretch the Glutes", "right"),
    "supine_leg_crossover": ("The Lying Crossover", "left"),
}
NAMES = {"left": "left", "right": "right"}


@pytest.mark.parametrize("exercise_id", FOUR)
def test_the_four_are_whole(exercise_id: str, library: Library) -> None:
    """Names, side model, dose 1 x 2 x 30 s each side, texts, tags, sources with marks: nothing is left out."""
    e = library[exercise_id]
    assert (e.article_name, e.lead_side) == FOUR[exercise_id]
    assert (e.dose.sets, e.dose.reps, e.dose.hold_s, e.dose.rest_rep_s, e.sides) == (1, 2, 30, 15, "each")
    assert (e.days_a_week, e.times_a_day, e.category) == (7, 1, "stretch")
    for field in ("aliases", "equipment", "lead_is", "steps", "feel", "mistakes", "easier", "harder", "precautions"):
        assert getattr(e, field), field
    assert e.tags
    assert {s.mark for s in e.sources} >= {"V", "S"}
    assert e.dose_range.hold_s == (10, 60)


def test_both_sides_read_right(library: Library) -> None:
    """Rendered for left and right, no brace is left, and the two differ by swapping the side words alone."""
    swap = {"left": "right", "right": "left"}
    for e in library:
        for text in (*e.steps, e.feel, *e.mistakes):
            left, right = (text_for(text, side, NAMES) for side in ("left", "right"))  # type: ignore[arg-type]
            assert "{" not in left + right
            if "{" in text:
                assert re.sub(r"\b(left|right)\b", lambda m: swap[m.group()], left) == right


def test_the_standing_stretch_on_the_left(library: Library) -> None:
    """The hip moves to the wall on the side of the rear leg."""
    told = " ".join(text_for(s, "left", NAMES) for s in library["standing_itb_stretch"].steps)  # type: ignore[arg-type]
    assert "Stand with your left side to a wall" in told
    assert "left leg behind you and across to the right" in told
    assert "left hip move to the wall" in told


def test_unknown_id(library: Library) -> None:
    """The message names the value, the rule and the nearest id."""
    with pytest.raises(PlanError) as caught:
        library["supine_figure_stretch"]
    expected = "exercise: “supine_figure_stretch” is not in the library. Did you mean “supine_figure4_stretch”?"
    assert str(caught.value) == expected


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A clinician's folder with one valid exercise."""
    source = (data_dir() / "exercises" / "supine_figure4_stretch.toml").read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(
        source.replace('id = "supine_figure4_stretch"', 'id = "mine"'), encoding="utf-8"
    )
    return tmp_path


def edit(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """The faults after changing the exercise of `folder`."""
    path = folder / "mine.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_exercises(data_dir(), [folder])
    return [str(f) for f in caught.value.faults]


def test_own_exercises_add_and_override(own: Path, library: Library) -> None:
    """An own file adds; one with the kit's id takes its place."""
    assert len(Library.load(own)) == len(library) + 1
    shutil.copy(data_dir() / "exercises" / "supine_figure4_stretch.toml", own)
    path = own / "supine_figure4_stretch.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Lying pretzel stretch", "Ours"), encoding="utf-8")
    assert Library.load(own)["supine_figure4_stretch"].patient_name == "Ours"


def test_two_faults_in_one_file_are_both_told(own: Path) -> None:
    """Each with file, field, value, rule and mend."""
    assert edit(own, ("reps = 2", "reps = 0"), ("hold_s = 30", 'hold_s = "30s"')) == [
        "mine.toml, dose.reps: 0 is refused: it must be 1 or more. Correct the value.",
        "mine.toml, dose.hold_s: “30s” is not a whole number. Write a number without a unit, such as 30.",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            ("hold_s = 30", "hold_s = -5"),
            "mine.toml, dose.hold_s: -5 is refused: it must be 0 or more. Correct the value.",
        ),
        (('"supine",', '"supin",'), "mine.toml, tags: “supin” is not a known movement tag. Did you mean “supine”?"),
        (
            ('key = "Founding"', 'key = "Foundin"'),
            "mine.toml, sources: “Foundin” is not a known source. Did you mean “Founding”?",
        ),
        (
            ('id = "seated_rotator_stretch"', 'id = "seated_rotator"'),
            "mine.toml, harder: “seated_rotator” is not in the library. Did you mean “seated_rotator_stretch”?",
        ),
        (("{lead} ankle", "{leed} ankle"), None),
        (('id = "mine"', 'id = "other"'), "mine.toml, id: “other” is not the file's name. Call the file other.toml."),
        (("reps = 2", "reps = nan"), None),
        (
            ("days_a_week = 7", "days_per_week = 7"),
            "mine.toml, days_per_week: is not a known field. Did you mean “days_a_week”?",
        ),
        (('category = "stretch"', "category = "), None),
    ],
)
def test_faults(own: Path, change: tuple[str, str], fault: str | None) -> None:
    """One thing wrong gives one fault that names the file, and says how to mend it."""
    faults = edit(own, change)
    assert len(faults) == 1
    assert faults[0].startswith("mine.toml")
    assert fault in (None, faults[0])


def test_a_circle_is_told(own: Path) -> None:
    """A chain of easier exercises that comes back to itself is refused."""
    other = (own / "mine.toml").read_text(encoding="utf-8").replace('id = "mine"', 'id = "twin"')
    link = '{ text = "Keep your {other} foot on the floor." }'
    (own / "twin.toml").write_text(other.replace(link, '{ id = "mine" }'), encoding="utf-8")
    faults = edit(own, (link, '{ id = "twin" }'))
    assert faults == ["mine.toml, easier: the chain mine → twin → mine runs in a circle. Take one link out."]


def test_a_folder_of_hers_that_is_not_there_is_told(tmp_path: Path) -> None:
    """All of them, by name; the kit's exercises alone would be taken for both."""
    with pytest.raises(ContentError) as refused:
        Library.load(tmp_path, tmp_path / "no", tmp_path / "none")
    told = [f"{tmp_path / name}: is no folder. Check the name." for name in ("no", "none")]
    assert str(refused.value).splitlines() == told


def test_what_is_no_id_is_told(library: Library) -> None:
    """A number, a list or an exercise in the place of its id."""
    things: list[object] = [3, [], library["bridge"]]
    for thing in things:
        with pytest.raises(PlanError) as refused:
            library[thing]  # type: ignore[index]
        told = f"exercise: a value of the type {type(thing).__name__} is no id. Give one such as “bridge”."
        assert str(refused.value) == told


def test_a_frame_parts_what_is_needed_from_what_helps(library: Library) -> None:
    """Empty `equipment` means that nothing is needed; the default dose stands there whole."""
    frame = library.to_frame().set_index("id")
    for e in library:
        row = frame.loc[e.id]
        assert row["equipment"] == "; ".join(thing.name for thing in e.equipment if not thing.optional)
        assert row["optional_equipment"] == "; ".join(thing.name for thing in e.equipment if thing.optional)
        for name, value in dict(e.dose).items():
            assert row[name] == value or (value is None and pd.isna(row[name])), (e.id, name)
    assert any(frame["optional_equipment"] != "")
    without = set(frame.index[frame["equipment"] == ""])
    assert without == {e.id for e in library.search(equipment=[])}


def test_the_words_for_equipment(library: Library) -> None:
    """Each name that an exercise needs, with how many need it, most needed first; what only helps is left out."""
    counted = library.equipment()
    assert list(counted.values()) == sorted(counted.values(), reverse=True)
    for name, count in counted.items():
        assert count == sum((name, False) in {(t.name, t.optional) for t in e.equipment} for e in library)
    assert "ankle weight" not in counted
    assert {e.id for e in library.search(equipment=list(counted))} == {e.id for e in library}
    assert Library([]).equipment() == {}
