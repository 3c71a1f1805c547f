"""Exercises of the clinician's own: a form that says them, files that hold them, and nothing guessed on the way."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from kit.errors import ContentError, KitError, PlanError
from kit.files import files_in
from kit.library.exercise import Exercise, TagsReviewed
from kit.library.library import Library
from kit.library.own import OwnExercises
from kit.library.own_exercise import exercise_of
from kit.library.own_form import EMPTY, NO_SOURCE, OwnForm, form_of
from kit.model import parse
from tests.photos import ALT, SECRETS, camera, with_photo

FULL: OwnForm = {
    **EMPTY,
    "name": "March at a wall",
    "category": "balance",
    "region": "hip",
    "position": "standing, facing a wall",
    "muscles": "hip flexors, gluteus medius",
    "equipment": "wall\n\n",
    "helps": "chair",
    "sides": "each",
    "reps": "8",
    "tempo_s": "3",
    "steps": "Stand facing a wall.\n\n  Lift your {lead} knee. ",
    "feel": "Work at the front of your {lead} hip.",
    "no_precautions": True,
    "tags": ["stand", "single_leg@other"],
}


def faults(form: OwnForm) -> list[str]:
    with pytest.raises(ContentError) as error:
        exercise_of(form, "my_x")
    return [str(fault) for fault in error.value.faults]


def test_a_form_says_an_exercise() -> None:
    """All that is written arrives, a line each, and what is left empty takes no other meaning."""
    made = exercise_of(FULL, "my_march")
    assert made.needs_clinician == ()
    assert (made.patient_name, made.dose.reps, made.dose.tempo_s, made.dose.sets) == ("March at a wall", 8, 3, 2)
    assert [(thing.name, thing.optional) for thing in made.equipment] == [("wall", False), ("chair", True)]
    assert made.steps == ("Stand facing a wall.", "Lift your {lead} knee.")
    assert [(tag.name, tag.limb) for tag in made.tags] == [("stand", "lead"), ("single_leg", "other")]
    assert [(source.mark, source.says) for source in made.sources] == [("D", NO_SOURCE)]
    assert (made.review, made.work) == ("draft", "move")


def test_what_is_empty_is_unfinished() -> None:
    """A name alone is an exercise with all else open, which no plan takes; each answer closes its own field."""
    every = exercise_of({**EMPTY, "name": "Blank"}, "my_x").needs_clinician
    assert len(every) == 11
    for field, answer in {
        "category": "balance",
        "region": "hip",
        "position": "sitting",
        "muscles": "calf",
        "sides": "both",
        "steps": "Sit.",
        "feel": "Warm.",
        "no_equipment": True,
        "no_precautions": True,
        "no_tags": True,
    }.items():
        answered: OwnForm = {**EMPTY, "name": "Blank", field: answer}  # type: ignore[misc]
        assert len(exercise_of(answered, "my_x").needs_clinician) == 10, field


def test_all_faults_come_at_once_each_at_its_field() -> None:
    """Also those that only the whole exercise has, such as a word in braces that names no side."""
    photo = base64.b64encode(camera()).decode()
    wrong: OwnForm = {
        **FULL,
        "name": " ",
        "reps": "ten",
        "sets": "99",
        "steps": "Lift your {foo}.",
        "helps": "x" * 201,
        "photo": photo,
        "no_precautions": True,
        "precautions": "Sore knee",
    }
    assert faults(wrong) == [
        "name: the exercise has no name. Give it one.",
        "photo_alt: nothing says what the photo shows. Say it for who does not see it.",
        "precautions: it says something, and that there is none. Take one of the two back.",
        "steps: {foo} is no side word. Only {lead} and {other} stand in braces.",
        "reps: “ten” is no whole number. Write digits alone, such as 10.",
        f"helps: line 2: “{'x' * 60}…”: it has 201 characters, and at most 200 fit. Shorten it.",
        "sets: 99 is refused: it must be 10 or less. Correct the value.",
        f"photo: “{photo[:60]}…”: it must be a JPEG without anything beside the picture, of 1200 dots or less a side.",
    ]


@pytest.mark.parametrize("exercise", Library.load(), ids=lambda exercise: exercise.id)
def test_the_form_of_an_exercise_says_it_again(exercise: Exercise) -> None:
    """Filled in by an exercise and kept unchanged it is the same exercise; only its sign-off and its source are hers."""
    again = exercise_of(form_of(exercise), exercise.id, exercise)
    same = {"review": again.review, "sources": again.sources}
    assert again == exercise.model_copy(update=same)


@pytest.mark.parametrize("has_photo", [False, True])
def test_a_file_gives_the_same_exercise_back(tmp_path: Path, has_photo: bool) -> None:
    """Written and read again nothing has changed, in files that are their owner's alone."""
    made = exercise_of(FULL, "my_march")
    made = with_photo(made) if has_photo else made
    own = OwnExercises(tmp_path / "exercises")
    assert own.add(made)
    assert Library.load(own.folder)["my_march"] == made
    files = sorted(own.folder.iterdir())
    assert [file.name for file in files] == ["my_march.jpg"] * has_photo + ["my_march.toml"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert own.add(made) is None
    own.change(made.model_copy(update={"photo": None, "name": "Other"}))
    assert [file.name for file in own.folder.iterdir()] == ["my_march.toml"]


def test_a_file_of_a_camera_says_no_more_than_its_picture(tmp_path: Path) -> None:
    """One that somebody put beside the exercise by hand is taken in as any other: its place goes no further."""
    own = OwnExercises(tmp_path)
    own.add(with_photo(exercise_of(FULL, "my_march")))
    (tmp_path / "my_march.jpg").write_bytes(camera(turned=True))
    photo = Library.load(tmp_path)["my_march"].photo
    assert photo
    assert photo.alt == ALT
    assert not any(secret in base64.b64decode(photo.jpeg) for secret in SECRETS)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "my_march.toml, photo: my_march.jpg is not beside it. Put the picture there, or take photo out."),
        (
            b"<svg/>",
            "my_march.toml, photo: my_march.jpg is no picture that can be read. "
            "Take a JPEG, PNG or WebP file from a camera or a telephone.",
        ),
    ],
)
def test_a_picture_that_is_none_is_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    """The exercise is left out with its reason, and everything else goes on."""
    own = OwnExercises(tmp_path)
    own.add(with_photo(exercise_of(FULL, "my_march")))
    (tmp_path / "my_march.jpg").unlink()
    if content is not None:
        (tmp_path / "my_march.jpg").write_bytes(content)
    with pytest.raises(ContentError) as error:
        Library.load(tmp_path)
    assert [str(fault) for fault in error.value.faults] == [message]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("../../etc/passwd", "my_etc_passwd"),
        ("CON", "my_con"),
        ("🙂", "my_exercise"),
        ("a" * 200, f"my_{'a' * 61}"),
        ("<b>Grätsche</b>", "my_b_gratsche_b"),
        ("nul.\x00toml", "my_nul_toml"),
    ],
)
def test_any_name_gives_a_safe_file(tmp_path: Path, name: str, wanted: str) -> None:
    """Small letters, digits and underscores, in the folder and nowhere else; the second of a name gets a number."""
    own = OwnExercises(tmp_path / "exercises")
    assert own.new_id(name) == wanted
    own.add(exercise_of({**FULL, "name": name}, wanted))
    assert [path.name for path in tmp_path.rglob("*.toml")] == [f"{wanted}.toml"]
    second = own.new_id(name)
    assert second != wanted
    assert second.endswith("_2")
    assert len(second) <= 64
    assert wanted in Library.load(own.folder)


def test_only_her_own_files_are_touched(tmp_path: Path) -> None:
    """An id that leads out of the folder, or is the kit's, changes and removes nothing."""
    (tmp_path / "other.toml").write_text("x")
    own = OwnExercises(tmp_path / "exercises")
    for exercise_id in ("../other", "bridge", ""):
        with pytest.raises(PlanError) as error:
            own.remove(exercise_id)
        assert str(error.value) == "exercise: is none of your own. Make a copy of it, and change that."
    assert (tmp_path / "other.toml").read_text() == "x"


def test_one_that_is_taken_away_lies_aside(tmp_path: Path) -> None:
    """Moved with its photo into a folder that nobody reads, and its id is not given again."""
    own = OwnExercises(tmp_path)
    own.add(with_photo(exercise_of(FULL, "my_march_at_a_wall")))
    assert own.remove("my_march_at_a_wall") == tmp_path / "removed" / "my_march_at_a_wall.toml"
    assert sorted(path.name for path in own.removed.iterdir()) == ["my_march_at_a_wall.jpg", "my_march_at_a_wall.toml"]
    assert files_in(tmp_path, ".toml") == []
    assert "my_march_at_a_wall" not in Library.load(tmp_path)
    assert own.new_id("March at a wall") == "my_march_at_a_wall_2"


def test_what_the_form_does_not_ask_stays() -> None:
    """Easier versions, a load and further regions of a copy; what no longer fits its steps goes."""
    base = Library.load()["bridge"]
    changed = exercise_of({**form_of(base), "steps": "Lift your hips."}, "my_bridge", base)
    assert (changed.easier, changed.regions, changed.dose_range) == (base.easier, base.regions, base.dose_range)
    assert changed.careful == ()
    assert (base.phases != (), changed.phases, changed.card) == (True, (), None)
    same = exercise_of(form_of(base), "my_bridge", base)
    assert (same.phases, same.card) == (base.phases, base.card)


def test_no_tags_is_somebody_s_word() -> None:
    """That none applies is kept with who says so, as the review asks for it."""
    reviewed = parse(TagsReviewed, {"by": "A. Physio", "on": "2026-06-01"}, "x")
    made = exercise_of({**FULL, "tags": [], "no_tags": True}, "my_x", None, reviewed)
    assert (made.tags, made.tags_reviewed) == ((), reviewed)
    assert exercise_of(FULL, "my_x", None, reviewed).tags_reviewed is None


def test_a_machine_that_refuses_is_told(tmp_path: Path) -> None:
    """A folder that is a file gives a plain fault."""
    (tmp_path / "exercises").write_text("")
    with pytest.raises(KitError) as error:
        OwnExercises(tmp_path / "exercises").add(exercise_of(FULL, "my_x"))
    assert "exercises" in str(error.value)
