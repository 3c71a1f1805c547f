"""An exercise written as TOML is the same when the loader reads it, and no file of a person is written over."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.files import read_toml
from kit.library.collections.read import import_collection
from kit.library.collections.toml import to_toml, write_exercises
from kit.library.exercise import CATEGORIES, REGIONS, Exercise, Open
from kit.library.library import Library
from kit.library.loader import load_exercises, read_exercises
from kit.model import parse
from kit.places import data_dir

FIRST_LINES = """\
# Some fields hold a placeholder: region, position, sides, feel, precautions, tags, dose.
# Fill them in, take each out of needs_clinician, and delete these lines. Until then no plan takes the exercise.
id = "fedb_floor_leg_slide"
name = "Floor Leg Slide"
"""

LINE = st.text(max_size=40)
NAME = LINE.filter(lambda t: any(c.isalnum() for c in t))
SIDED = st.lists(NAME.map(lambda t: t.replace("{", "").replace("}", "") + " {lead}"), min_size=1, max_size=3)
NAMES = st.lists(NAME, max_size=3)
VARIANT = st.fixed_dictionaries({"text": SIDED.map(" ".join)}, optional={"why": LINE})
TAG = st.fixed_dictionaries(
    {"name": st.sampled_from(["stand", "kneel"])}, optional={"limb": st.sampled_from(["lead", "other", "both"])}
)
COUNTED = st.fixed_dictionaries(
    {"tempo_s": st.integers(1, 60)},
    optional={
        "sets": st.integers(1, 10),
        "reps": st.integers(1, 100),
        "band": LINE,
        "load_kg": st.integers(0, 50_000).map(lambda n: n / 100),
    },
)
EXERCISE = st.fixed_dictionaries(
    {
        "id": st.just("made"),
        "name": NAME,
        "patient_name": NAME,
        "category": st.sampled_from(CATEGORIES),
        "region": st.sampled_from(REGIONS),
        "position": NAME,
        "muscles": st.fixed_dictionaries({"primary": st.lists(NAME, min_size=1, max_size=3)}, optional={"secondary": NAMES}),
        "sides": st.sampled_from(["left", "right", "both", "each"]),
        "steps": SIDED,
        "feel": SIDED.map(" ".join),
        "dose": COUNTED | st.just({"duration_s": 600}),
        "sources": st.lists(st.fixed_dictionaries({"mark": st.sampled_from("GD"), "says": LINE}), min_size=1, max_size=2),
    },
    optional={
        "aliases": NAMES,
        "regions": st.lists(st.sampled_from(REGIONS), max_size=3),
        "equipment": st.lists(st.fixed_dictionaries({"name": NAME}, optional={"optional": st.booleans()}), max_size=3),
        "lead_side": st.sampled_from(["left", "right"]),
        "purpose": LINE,
        "mistakes": SIDED,
        "easier": st.lists(VARIANT, max_size=2),
        "harder": st.lists(VARIANT, max_size=2),
        "tags": st.lists(TAG, max_size=3),
        "dose_range": st.fixed_dictionaries({}, optional={"sets": st.just([1, 3]), "hold_s": st.just([10, 30])}),
        "days_a_week": st.integers(1, 7),
        "needs_clinician": st.lists(st.sampled_from(get_args(Open)), max_size=4, unique=True),
        "licence": st.fixed_dictionaries({"name": NAME}, optional={"author": LINE, "print_notice": st.booleans()}),
    },
)  # fmt: skip


@given(EXERCISE)
def test_round_trip(tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]) -> None:
    """Any exercise, with any signs in its texts, comes back from its file equal to itself."""
    base = tmp_path_factory.getbasetemp()
    (base / "exercises").mkdir(exist_ok=True)
    (base / "tags.toml").write_text('stand = "stands"\nkneel = "kneels"\n')
    (base / "sources.toml").write_text("")
    exercise = parse(Exercise, data, "made")
    (base / "exercises" / "made.toml").write_text(to_toml(exercise), encoding="utf-8")
    assert load_exercises(base) == [exercise]


def test_the_kits_own_come_back() -> None:
    """Every exercise of the kit, written and parsed, has the same fields as its own file."""
    for exercise in read_exercises(data_dir())[0]:
        said = tomllib.loads((data_dir() / "exercises" / f"{exercise.id}.toml").read_text(encoding="utf-8"))
        again = tomllib.loads(to_toml(exercise))
        assert again["steps"] == said["steps"]
        assert again.get("tags", []) == said.get("tags", [])
        assert again["dose"].items() <= said["dose"].items()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('say "go"', r'"say \"go\""'),
        ("back\\slash", r'"back\\slash"'),
        ("tab\there", '"tab here"'),
        ("Ä ½ 🦵", '"Ä ½ 🦵"'),
        ("# [x] = '''", "\"# [x] = '''\""),
    ],
)
def test_strings(text: str, written: str, tmp_path: Path) -> None:
    """Quotation marks and backslashes are escaped, letters stand as they are."""
    path = tmp_path / "one.csv"
    path.write_text('name\n"' + text.replace('"', '""') + '"\n', encoding="utf-8")
    (exercise,) = import_collection("csv", [path]).exercises
    assert f"\nname = {written}\n" in to_toml(exercise)


def test_an_imported_file(data: Path) -> None:
    """The file says what is to be done, holds every field that is to be filled in, and no picture."""
    exercise = import_collection("free-exercise-db", [data / "exercises.json"]).exercises[0]
    text = to_toml(exercise)
    assert text.startswith(FIRST_LINES)
    assert set(exercise.needs_clinician) <= tomllib.loads(text).keys()
    assert {"sets", "reps", "hold_s", "tempo_s", "setup_s"} <= tomllib.loads(text)["dose"].keys()
    assert "jpg" not in text


def test_imported_exercises_load_as_own(data: Path, tmp_path: Path) -> None:
    """What is imported from all collections, written into one folder, is read as it was, without a fault."""
    (tmp_path / "mine.csv").write_text("name\nHeel raise\n", encoding="utf-8")
    found = [
        *import_collection("free-exercise-db", [data / "exercises.json"]).exercises,
        *import_collection("wger", [data / "wger"]).exercises,
        *import_collection("csv", [tmp_path / "mine.csv"]).exercises,
    ]
    written = write_exercises(found, tmp_path / "exercises")
    assert (len(written.paths), written.faults) == (len(found), ())
    own, faults = read_exercises(data_dir(), [tmp_path / "exercises"])
    assert [f for f in faults if "_" in f.where and f.where.split("_")[0] in {"fedb", "wger", "csv"}] == []
    assert {e.id: e for e in found}.items() <= {e.id: e for e in own}.items()


def test_an_edited_file_is_kept(data: Path, tmp_path: Path) -> None:
    """Importing again leaves a file that says the same, and one that a person edited, as it is; the latter is told."""
    found = import_collection("free-exercise-db", [data / "exercises.json"]).exercises
    first = write_exercises(found, tmp_path)
    edited, folder, link = (first.paths[n] for n in (0, 1, 2))
    edited.write_text("mine", encoding="utf-8")
    folder.unlink()
    folder.mkdir()
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    same = first.paths[3]
    same.write_text("# Mine.\n\n" + same.read_text(encoding="utf-8"), encoding="utf-8")
    again = write_exercises(found, tmp_path)
    assert again.paths == first.paths[3:]
    assert [str(f) for f in again.faults] == [
        f"{path}: is there already, is different, and is kept. Delete or rename your file to import this one again."
        for path in (edited, folder, link)
    ]
    assert edited.read_text(encoding="utf-8") == "mine"
    assert link.is_symlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in first.paths)


def fedb(folder: Path, *names: str) -> list[Exercise]:
    """Records of free-exercise-db, all of the same name, one for each of `names`."""
    path = folder / "exercises.json"
    records = [{"id": name, "name": "Squat", "category": "strength", "instructions": [f"{name}."]} for name in names]
    path.write_text(json.dumps(records), encoding="utf-8")
    return list(import_collection("free-exercise-db", [path]).exercises)


@pytest.mark.parametrize("later", [("A", "B"), ("B", "A"), ("C", "A", "B"), ("A",)])
def test_a_record_keeps_its_file(tmp_path: Path, later: tuple[str, ...]) -> None:
    """What came first as record B is record B in every later import, wherever it stands; others get a name beside."""
    write_exercises(fedb(tmp_path, "B"), tmp_path / "own")
    again = write_exercises(fedb(tmp_path, *later), tmp_path / "own")
    assert (len(again.paths), again.faults) == (len(later), ())
    steps = {path.stem: read_toml(path)["steps"] for path in (tmp_path / "own").iterdir()}
    assert steps["fedb_squat"] == ["B."]
    assert sorted(step for (step,) in steps.values()) == sorted({f"{name}." for name in (*later, "B")})


def test_a_row_that_moves_keeps_its_file(tmp_path: Path) -> None:
    """A table read again with a row put in before, and under another name, brings the new row alone."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("name,record\nSquat,7\nLunge,8\n", encoding="utf-8")
    second.write_text("name,record\nNew,9\nSquat,6\nLunge,8\nSquat,7\n", encoding="utf-8")
    write_exercises(import_collection("csv", [first]).exercises, tmp_path / "own")
    before = {path: path.read_bytes() for path in (tmp_path / "own").iterdir()}
    assert write_exercises(import_collection("csv", [second]).exercises, tmp_path / "own").faults == ()
    after = {path: path.read_bytes() for path in (tmp_path / "own").iterdir()}
    assert before.items() <= after.items()
    assert {path.stem for path in after.keys() - before.keys()} == {"csv_new", "csv_squat_2"}


def test_a_copy_of_an_import_is_no_import(tmp_path: Path) -> None:
    """A clinician's own copy, whose sources name the record still, is not taken for it."""
    (squat,) = fedb(tmp_path, "B")
    own = tmp_path / "own"
    own.mkdir()
    copy = squat.model_copy(update={"id": "a_squat"})
    (own / "a_squat.toml").write_text(to_toml(copy), encoding="utf-8")
    assert [path.stem for path in write_exercises([squat], own).paths] == ["fedb_squat"]


def test_the_file_says_what_its_texts_state(tmp_path: Path) -> None:
    """At its head, beside the fields that are to be filled in; the words stand in the steps."""
    path = tmp_path / "one.csv"
    path.write_text("name,steps\nSquat,Hold for 30 seconds.\n", encoding="utf-8")
    (exercise,) = import_collection("csv", [path]).exercises
    text = to_toml(exercise)
    assert "\n# Its texts say a dose or an address of their own: “Hold for 30 seconds”.\n" in text
    assert tomllib.loads(text)["steps"] == ["Hold for 30 seconds."]


@pytest.mark.filterwarnings("ignore:Pydantic serializer")
def test_a_value_that_no_exercise_has() -> None:
    """The writer writes what the model has, and refuses the rest instead of guessing."""
    odd = Exercise.model_construct(id="x", sources=(), needs_clinician=(), purpose=b"bytes")  # type: ignore[call-arg, arg-type]
    with pytest.raises(TypeError, match="bytes.* is not TOML serializable"):
        to_toml(odd)


def test_that_there_are_no_tags_is_written_where_somebody_says_so(library: Library) -> None:
    """Left out, a file says nothing of its tags, and the review of them would count for nothing."""
    reviewed = {"by": "A. Physio", "on": "2026-06-01"}
    bare = {**library["step_up"].model_dump(exclude_none=True), "tags": (), "setup_tags": (), "tags_reviewed": reviewed}
    assert tomllib.loads(to_toml(parse(Exercise, bare, "bare")))["tags"] == []
    assert "tags" not in tomllib.loads(to_toml(parse(Exercise, {**bare, "tags_reviewed": None}, "bare")))
