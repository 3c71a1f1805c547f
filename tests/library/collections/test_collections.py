"""Foreign collections become exercises of the kit: what they say is kept, what they do not say is marked."""

from __future__ import annotations

import copy
import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.library.collections.csv_headings import COLUMNS, OTHER_NAMES
from kit.library.collections.draft import PLACEHOLDERS, Ids
from kit.library.collections.read import KINDS, import_collection
from kit.library.exercise import Exercise, Licence, Open
from kit.library.reading import stated_in

ALWAYS = ("region", "position", "sides", "feel", "precautions", "tags", "dose")  # what no collection but a CSV says


def by_id(exercises: tuple[Exercise, ...]) -> dict[str, Exercise]:
    return {e.id: e for e in exercises}


def needs(*fields: str) -> tuple[str, ...]:
    """The always missing fields and `fields`, in the order of the placeholders."""
    return tuple(f for f in PLACEHOLDERS if f in (*ALWAYS, *fields))


def save(folder: Path, records: Any, name: str = "exercises.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def test_each_open_field_has_a_placeholder() -> None:
    """The fields that may need a clinician are just those that have a placeholder."""
    assert tuple(PLACEHOLDERS) == get_args(Open)


# free-exercise-db


def test_free_exercise_db(data: Path) -> None:
    """Names, steps, muscles, equipment and category are read; what is not said is marked, field by field."""
    found = import_collection("free-exercise-db", [data / "exercises.json"])
    assert found.faults == ()
    slide, again, row, walk = found.exercises
    assert (slide.id, slide.category, slide.region) == ("fedb_floor_leg_slide", "stretch", "knee")
    assert slide.steps == ("Lie on your back (flat).", "Slide one heel to you.", "Slide it back.")
    assert (slide.muscles.primary, slide.muscles.secondary, slide.equipment) == (("hamstrings",), ("calves",), ())
    assert slide.needs_clinician == needs()
    assert (again.id, again.needs_clinician) == (
        "fedb_floor_leg_slide_2",
        needs("category", "equipment", "muscles", "steps"),
    )
    assert (row.id, row.name) == ("fedb_row_with_band_arm", "Row with Band & Ärm")
    assert len(row.steps) == 3
    assert [e.name for e in row.equipment] == ["bands"]
    assert (walk.category, walk.needs_clinician) == ("aerobic", needs("equipment"))
    for exercise in found.exercises:
        assert exercise.licence is not None
        assert not exercise.licence.print_notice
        assert exercise.review == "draft"
        assert [s.mark for s in exercise.sources] == ["G"]


BROKEN: list[tuple[Any, str]] = [
    ({"name": 3}, "name: 3 is refused"),
    ({"name": "  "}, "name:   ".rstrip()),
    ({"name": "x" * 1_000_000}, "name: “xxx"),
    ({"category": "yoga"}, "category: “yoga” is refused: it must be one of"),
    ({"category": None}, "category: an empty value is refused"),
    ({"primaryMuscles": "calves"}, "primaryMuscles: “calves” is refused"),
    ({"primaryMuscles": [None]}, "primaryMuscles.0: an empty value is refused"),
    ({"instructions": ["x" * 1_000_000]}, "instructions.0: “xxx"),
    ({"instructions": ["Sit.", "<p>Go.<script>x"]}, "instructions: <script> is never closed."),
    ({"name": "Sit <b"}, "name: a tag is never closed: “<b”."),
    ({"instructions": ["Go."] * 51}, "instructions: "),
    ({"instructions": ["\ud800"]}, "instructions.0: “"),
    ({"equipment": {"a": 1}}, "equipment: a table is refused"),
]


@pytest.mark.parametrize(("change", "fault"), BROKEN)
def test_a_broken_record_is_told_and_the_rest_kept(
    data: Path, tmp_path: Path, change: dict[str, Any], fault: str
) -> None:
    """One record with one field broken gives faults that name file, record and field; all others come in."""
    records = json.loads((data / "exercises.json").read_text(encoding="utf-8"))
    whole = import_collection("free-exercise-db", [save(tmp_path, records)])
    records.insert(1, {**copy.deepcopy(records[0]), "id": "Broken", **change})
    found = import_collection("free-exercise-db", [save(tmp_path, records)])
    assert [e.name for e in found.exercises] == [e.name for e in whole.exercises]
    assert len(found.faults) == 1
    assert str(found.faults[0]).startswith(f"exercises.json, record Broken, {fault}")
    assert len(str(found.faults[0])) < 1000
    str(found.faults[0]).encode()


@pytest.mark.parametrize("record", [None, 3, "x", [], {}, {"id": []}])
def test_what_is_no_record(tmp_path: Path, record: Any) -> None:
    """Anything may stand in the list."""
    found = import_collection("free-exercise-db", [save(tmp_path, [record])])
    assert found.exercises == ()
    assert all(f.where.startswith("exercises.json, record 1") for f in found.faults)
    assert found.faults


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"{}", "exercises.json: holds no list of records but dict."),
        (b"[", "exercises.json: is not JSON: "),
        (b"[" * 100_000, "exercises.json: is not JSON: "),
        (b"[" + b"9" * 5000 + b"]", "exercises.json: is not JSON: "),
        (b"\xff", "byte 0 is not UTF-8 text."),
        (b"[NaN]", "exercises.json, record 1"),
    ],
)
@pytest.mark.parametrize("kind", ["free-exercise-db", "wger"])
def test_a_file_that_is_no_collection(tmp_path: Path, content: bytes, fault: str, kind: Any) -> None:
    """A file that is no list of records is told, for every kind."""
    path = tmp_path / "exercises.json"
    path.write_bytes(content)
    found = import_collection(kind, [path])
    assert found.exercises == ()
    assert fault in str(found.faults[0])


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_not_there(tmp_path: Path, kind: Any) -> None:
    """A name that is no file is told, for every kind."""
    found = import_collection(kind, [tmp_path / "none"])
    assert found.exercises == ()
    assert "No such file" in str(found.faults[0])


def test_a_record_that_stands_twice(data: Path) -> None:
    """The same file given twice brings each record once, and tells of the second."""
    path = data / "exercises.json"
    found = import_collection("free-exercise-db", [path, path])
    assert len(found.exercises) == 4
    assert str(found.faults[0]) == (
        "exercises.json, record Floor_Leg_Slide, id: “Floor_Leg_Slide” stands twice. Take one of them out."
    )


# wger


def wger(data: Path, folder: Path, table: str, change: Callable[[list[Any]], object]) -> Path:
    """A copy of the fixtures with one of them changed."""
    for path in (data / "wger").iterdir():
        records = json.loads(path.read_text(encoding="utf-8"))
        if path.stem == table:
            change(records)
        save(folder, records, path.name)
    return folder


def test_wger(data: Path) -> None:
    """Words, muscles, equipment, other names and comments are joined; HTML is plain text; a licence for each."""
    found = import_collection("wger", sorted((data / "wger").iterdir()))
    squat, march = found.exercises
    assert (squat.id, squat.name, squat.aliases) == ("wger_chair_squat", "Chair Squat", ("Sit to stand",))
    assert squat.steps == ("Stand by a chair.", "Bend both knees.", "Hold at < 90° & breathe.")
    assert squat.mistakes == ("Keep your heels down.",)
    assert squat.muscles.model_dump() == {"primary": ("Quadriceps femoris",), "secondary": ("Glutes",)}
    assert [e.name for e in squat.equipment] == ["Gym mat", "Chair"]
    assert (squat.region, squat.needs_clinician) == ("knee", needs("category"))
    assert squat.licence == Licence(
        name="CC BY-SA 3.0",
        author="gardener, flora",
        url="https://creativecommons.org/licenses/by-sa/3.0/",
        print_notice=True,
    )
    assert (march.category, march.equipment, march.needs_clinician) == ("aerobic", (), needs("muscles", "steps"))
    assert march.licence is not None
    assert (march.licence.name, march.licence.print_notice) == ("CC0 1.0", False)
    assert [str(f) for f in found.faults] == [
        "wger: 1 exercise has no text in “en”, of 3, and is left out. Import them in another language, if you need them."
    ]


def test_wger_in_another_language_and_as_a_folder(data: Path) -> None:
    """The language is chosen by its short name; a folder stands for the fixtures in it."""
    found = import_collection("wger", [data / "wger"], language="de")
    assert [(e.id, e.steps) for e in found.exercises] == [("wger_kniebeuge_am_stuhl", ("Am Stuhl stehen.",))]
    (fault,) = import_collection("wger", [data / "wger"], language="ed").faults
    assert (
        str(fault)
        == "language: “ed” is no language of the collection. Use one of bg, cs, de, el, en, es, nl, no, pt, ru, sv."
    )


def test_wger_in_its_older_shape(data: Path, tmp_path: Path) -> None:
    """Older fixtures call a base exercisebase, and a translation exercise with a link exercise_base: the same comes."""
    folder = wger(
        data, tmp_path, "exercise-base-data", lambda rs: [r.update(model="exercises.exercisebase") for r in rs]
    )

    def older(records: list[Any]) -> None:
        for r in records[:3]:
            r["model"] = "exercises.exercise"
            r["fields"]["exercise_base"] = r["fields"].pop("exercise")

    older(records := json.loads((data / "wger" / "translations.json").read_text(encoding="utf-8")))
    save(folder, records, "translations.json")
    assert import_collection("wger", [folder]).exercises == import_collection("wger", [data / "wger"]).exercises


@pytest.mark.parametrize(
    ("table", "change", "fault"),
    [
        (
            "translations",
            lambda rs: rs[0]["fields"].update(license=9),
            "translations.json, exercises.translation 101, license: 9 is not known.",
        ),
        (
            "translations",
            lambda rs: rs[0]["fields"].update(description="<p>Sit.<script>x"),
            "translations.json, exercises.translation 101, description: <script> is never closed.",
        ),
        (
            "translations",
            lambda rs: rs[0]["fields"].update(exercise=77),
            "translations.json, exercises.translation 101, exercise: there is no exercise 77.",
        ),
        (
            "translations",
            lambda rs: rs[0]["fields"].update(name=""),
            "translations.json, exercises.translation 101, name: ",
        ),
        (
            "translations",
            lambda rs: rs[0]["fields"].update(language="en"),
            "translations.json, exercises.translation 101, language: “en” is not a whole number.",
        ),
        (
            "translations",
            lambda rs: rs[0]["fields"].update(description="x" * 1_000_000),
            "translations.json, exercises.translation 101, description: “xxx",
        ),
        (
            "exercise-base-data",
            lambda rs: rs[0]["fields"].update(muscles=[10, 55]),
            "exercise-base-data.json, exercises.exercise 9, muscles: 55 is in no file.",
        ),
        (
            "exercise-base-data",
            lambda rs: rs[0]["fields"].update(equipment="4"),
            "exercise-base-data.json, exercises.exercise 9, equipment: “4” is refused",
        ),
        (
            "muscles",
            lambda rs: rs[1]["fields"].update(name=None),
            "muscles.json, exercises.muscle 10, name: an empty value is refused",
        ),
    ],
)
def test_a_broken_wger_record(
    data: Path, tmp_path: Path, table: str, change: Callable[[list[Any]], object], fault: str
) -> None:
    """A record that is broken, or links to nothing, is told with file, record and field; the other one comes in."""
    found = import_collection("wger", [wger(data, tmp_path, table, change)])
    assert [e.id for e in found.exercises] == ["wger_marching"]
    assert any(str(f).startswith(fault) for f in found.faults)


def test_a_translation_asks_for_the_stricter_terms(data: Path, tmp_path: Path) -> None:
    """Free words on a record that asks for a notice ask for it too."""
    folder = wger(data, tmp_path, "translations", lambda rs: rs[0]["fields"].update(license=3))
    licence = import_collection("wger", [folder]).exercises[0].licence
    assert licence is not None
    assert (licence.name, licence.print_notice, licence.author) == ("CC BY-SA 4.0", True, "gardener, flora")


def test_wger_files_are_missing(data: Path) -> None:
    """Every file that is missing is named, once."""
    (fault,) = import_collection("wger", [data / "wger" / "muscles.json"]).faults
    assert str(fault) == (
        "wger: no records of exercise-base-data.json, translations.json, equipment.json, categories.json among the"
        " files. Give all files of wger's folder exercises/fixtures, or the folder."
    )


# CSV

FULL = (
    "name,Patient name,category,region,position,equipment,muscles,sides,steps,feel,precautions,tags,reps,hold_s,tempo_s"
    ',load_kg,days a week,licence,author\r\n"Heel raise, standing",Rise up,strength,ankle_foot,standing,chair,calves|soleus'
    ',each,"Hold the chair.\nRise on your {lead} toes.",Work in your {lead} calf.,none,single_leg|stand@both,10,2,3,"2,5"'
    ",3,CC BY 4.0,A. Author\r\n"
)


def table(folder: Path, content: str | bytes) -> Path:
    path = folder / "mine.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_csv_with_everything(tmp_path: Path) -> None:
    """A row that says all needs no clinician; side words, tags with limbs and a decimal comma are understood."""
    found = import_collection("csv", [table(tmp_path, FULL)])
    assert found.faults == ()
    (e,) = found.exercises
    assert (e.id, e.name, e.patient_name, e.needs_clinician) == (
        "csv_heel_raise_standing",
        "Heel raise, standing",
        "Rise up",
        (),
    )
    assert (e.sides, e.steps) == ("each", ("Hold the chair.", "Rise on your {lead} toes."))
    assert [(t.name, t.limb) for t in e.tags] == [("single_leg", "lead"), ("stand", "both")]
    assert (e.dose.reps, e.dose.hold_s, e.dose.tempo_s, e.dose.load_kg, e.days_a_week) == (10, 2, 3, 2.5, 3)
    assert (e.muscles.primary, e.precautions) == (("calves", "soleus"), ())
    assert e.licence == Licence(name="CC BY 4.0", author="A. Author", print_notice=True)


def test_csv_with_names_alone(tmp_path: Path) -> None:
    """A name is enough: everything else is a placeholder, and marked; such a row has no licence to name."""
    (e,) = import_collection("csv", [table(tmp_path, "Exercise\nHeel raise\n\n,\n")]).exercises
    assert (e.needs_clinician, e.licence) == (tuple(PLACEHOLDERS), None)


def test_csv_with_half_a_dose(tmp_path: Path) -> None:
    """Counts without a time are kept for the clinician to complete: the dose stays open."""
    (e,) = import_collection("csv", [table(tmp_path, "name,sets,reps\nHeel raise,3,12\n")]).exercises
    assert (e.dose.sets, e.dose.reps) == (3, 12)
    assert "dose" in e.needs_clinician


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("said", ["", "sep"])
def test_csv_from_any_spreadsheet(tmp_path: Path, separator: str, encoding: str, said: str) -> None:
    """Separator, encoding and Excel's first line make no difference."""
    rows = [["name", "steps", "reps", "tempo_s"], ["Übung", "Rise – slowly.", "3", "2"]]
    text = (f"sep={separator}\r\n" if said else "") + "\r\n".join(separator.join(row) for row in rows)
    (e,) = import_collection("csv", [table(tmp_path, text.encode(encoding))]).exercises
    assert (e.id, e.name, e.steps, e.dose.reps) == ("csv_ubung", "Übung", ("Rise – slowly.",), 3)


def test_csv_faults_row_by_row(tmp_path: Path) -> None:
    """What cannot be read is told with its row as a spreadsheet counts it, and left open; every row with a name is in."""
    text = (
        "name,sides,reps,tempo_s,tags,steps,colour\n"
        "One,,,,,,\n"
        ",,,,,Sit.,\n"
        "Two,both sides,3 or 4,2,,Sit.,\n"
        "Three,both,3,2,stnd|stand,,\n"
        "Four,each,3,2,,Lift your {left} leg.,\n"
        "Five,both,,,,Sit,then stand,extra\n"
        "Six,,300,,,,red\n"
    )
    found = import_collection("csv", [table(tmp_path, text)])
    open_fields = {e.id: set(PLACEHOLDERS) - set(e.needs_clinician) for e in found.exercises}
    assert open_fields == {
        "csv_one": set(),
        "csv_two": {"steps"},
        "csv_three": {"sides", "dose"},
        "csv_four": {"sides", "dose"},
        "csv_five": set(),
        "csv_six": set(),
    }
    two, three = (by_id(found.exercises)[name] for name in ("csv_two", "csv_three"))
    assert (two.dose.reps, two.dose.tempo_s, [t.name for t in three.tags]) == (1, 2, ["stand"])
    assert [str(f) for f in found.faults] == [
        "mine.csv, row 1: the column “colour” is not known and is ignored. Move what you need into a column of the kit.",
        "mine.csv, row 3, name: “”: it is empty. Write a text.",
        "mine.csv, row 4, sides: “both sides” is refused: it must be one of 'left', 'right', 'both' or 'each'."
        " Correct the value.",
        "mine.csv, row 4, dose.reps: “3 or 4” is not a whole number. Write a number without a unit, such as 30.",
        "mine.csv, row 5, tags: “stnd” is not a known movement tag. Did you mean “stand”?",
        "mine.csv, row 6, steps: {left} is no side word. Only {lead} and {other} stand in braces.",
        "mine.csv, row 7: has 8 cells, and the header has 7: its name alone is kept."
        " Put texts that hold “,” in quotation marks.",
        "mine.csv, row 8, dose.reps: 300 is refused: it must be 100 or less. Correct the value.",
    ]


def test_csv_as_people_write_it(tmp_path: Path) -> None:
    """Usual headings, capitals, and a number with the unit of its column are read; the row is whole."""
    text = (
        "Exercise Name,Type,Body Part,Sets,Repetitions,Hold (sec),Rest,Weight,Side,Description,Times per week\n"
        "Wall squat,Strengthening,Low Back,3 sets,10x,30 s,2 min,5 kg,Each side,Lean on the wall.,3 days\n"
    )
    found = import_collection("csv", [table(tmp_path, text)])
    assert found.faults == ()
    (e,) = found.exercises
    assert (e.name, e.category, e.region, e.sides) == ("Wall squat", "strength", "low_back", "each")
    assert (e.dose.sets, e.dose.reps, e.dose.hold_s, e.dose.rest_set_s, e.dose.load_kg) == (3, 10, 30, 120, 5)
    assert (e.steps, e.days_a_week) == (("Lean on the wall.",), 3)
    assert set(e.needs_clinician) == {"position", "equipment", "muscles", "feel", "precautions", "tags"}


@pytest.mark.parametrize("name", list(OTHER_NAMES))
def test_csv_headings(tmp_path: Path, name: str) -> None:
    """Each usual heading is understood, however it is typed, beside a name; nothing is said to be ignored."""
    typed = f" {name.replace('_', ' ').title()} "
    header = typed if OTHER_NAMES[name] == "name" else f"Name,{typed}"
    found = import_collection("csv", [table(tmp_path, f"{header}\nOne\n")])
    assert ([e.name for e in found.exercises], found.faults) == (["One"], ())


def test_csv_headings_that_say_the_same(tmp_path: Path) -> None:
    """The kit's own heading counts before another, wherever it stands; the other is told, and no row is lost."""
    found = import_collection("csv", [table(tmp_path, "Exercise,Name,Description\nE1,Squat,Sit.\n")])
    assert [e.name for e in found.exercises] == ["Squat"]
    assert [str(f) for f in found.faults] == [
        "mine.csv, row 1: the column “Exercise” says the same as another, “name”, and is ignored."
        " Put what you need of both into one."
    ]


@pytest.mark.parametrize("heading", ["Rest", "Duration", "Weight", "Frequency"])
def test_csv_a_number_of_two_meanings(tmp_path: Path, heading: str) -> None:
    """A number without a unit under a heading without one is told, and the dose is left open."""
    found = import_collection("csv", [table(tmp_path, f"name,hold_s,{heading}\nSquat,5,2\n")])
    (e,) = found.exercises
    (fault,) = found.faults
    assert (e.dose.hold_s, e.dose.rest_set_s, e.dose.duration_s, e.dose.load_kg, e.days_a_week) == (5, 0, None, None, 7)
    assert "dose" in e.needs_clinician
    assert fault.what == "“2” has no unit, and its heading says none."


@pytest.mark.parametrize(
    ("column", "cell", "asked"),
    [("lead_side", "both legs", "sides"), ("regions", "arm", "region"), ("days a week", "often", "dose")],
)
def test_csv_what_belongs_to_an_open_field(tmp_path: Path, column: str, cell: str, asked: str) -> None:
    """A cell that has no mark of its own leaves the field open in which it counts; the words that were read stand."""
    text = f"name,sides,region,hold_s,{column}\nSquat,each,hip,5,{cell}\n"
    found = import_collection("csv", [table(tmp_path, text)])
    (e,) = found.exercises
    assert {"sides", "region", "dose"} & set(e.needs_clinician) == {asked}
    assert (e.sides, e.region, e.dose.hold_s, len(found.faults)) == ("each", "hip", 5, 1)


@given(
    st.lists(st.text(st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"]), max_size=30), min_size=5)
)
def test_csv_no_row_with_a_name_is_lost(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    """Whatever stands in the other cells, a row with a name gives an exercise, and what is not read is marked."""
    columns = [name for name in COLUMNS if name != "name"]
    row = {"name": "Squat", **dict(zip(columns, cells * len(columns), strict=False))}
    path = tmp_path_factory.getbasetemp() / "cells.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    found = import_collection("csv", [path])
    assert [e.name for e in found.exercises] == ["Squat"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "mine.csv, row 1: there is no column “name”."),
        (b"sides,reps\nboth,3\n", "mine.csv, row 1: there is no column “name”."),
        (b"name,Name\na,b\n", "mine.csv, row 1: the column “name” stands 2 times. Keep one."),
        (b"PK\x03\x04", "mine.csv: is a workbook or an archive, not a CSV file."),
        (b"name\na\x00b\n", "mine.csv: holds bytes that are no text."),
        (b"name\n\x81\xff\n", "mine.csv: byte 5 fits neither UTF-8 nor Windows-1252."),
        (b'name\n"open\n', "mine.csv: a quotation mark is never closed."),
    ],
)
def test_csv_that_cannot_be_read(tmp_path: Path, content: bytes, fault: str) -> None:
    """A file that is no such table is one fault."""
    found = import_collection("csv", [table(tmp_path, content)])
    assert found.exercises == ()
    assert [str(f).startswith(fault) for f in found.faults] == [True]


@given(st.binary(max_size=300))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """No bytes stop a reader: each file gives exercises or faults."""
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.csv"
    path.write_bytes(b"name,steps\n" + content)
    assert import_collection("csv", [path]) is not None
    path.write_bytes(content)
    for kind in KINDS:
        found = import_collection(kind, [path])
        assert found.exercises or found.faults


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5), lambda inner: (
    st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "pk", "fields", "x"]), inner, max_size=4)
), max_leaves=12)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["id", "name", "category", "instructions"]), JSON)))
def test_any_values(tmp_path_factory: pytest.TempPathFactory, data: Path, changes: list[tuple[int, str, Any]]) -> None:
    """Any JSON in any field: each record comes in or is told."""
    records = json.loads((data / "exercises.json").read_text(encoding="utf-8"))
    for at, field, value in changes:
        records[at][field] = value
    path = save(tmp_path_factory.getbasetemp(), records, "values.json")
    found = import_collection("free-exercise-db", [path])
    told = {f.where.split(", ")[1] for f in found.faults}
    assert len(found.exercises) + len(told) >= len(records) - sum(field == "id" for _, field, _ in changes)


# Ids


@given(st.lists(st.text(max_size=80), max_size=12))
def test_ids(names: list[str]) -> None:
    """Ids fit the pattern of the model, are unique, and come out the same again."""
    made = [ids.new(name, str(n)) for ids in [Ids("fedb")] for n, name in enumerate(names)]
    again = [ids.new(name, str(n)) for ids in [Ids("fedb")] for n, name in enumerate(names)]
    assert made == again
    assert len(set(made)) == len(made)
    plain = {"name": "N", "sources": [{"mark": "G", "says": "x"}], "patient_name": "N"}
    for one in made:
        assert Exercise.model_validate({**PLACEHOLDERS, **plain, "id": one}).id.startswith("fedb_")


def test_ids_worked() -> None:
    """Accents go, signs become one underscore, a second use is numbered, letters that are not Latin give the record."""
    ids = Ids("wger")
    assert [
        ids.new(*pair) for pair in [("3/4 Knie-Übung", "1"), ("3 4 knie übung", "2"), ("Присед", "a-7"), ("", "")]
    ] == [
        "wger_3_4_knie_ubung",
        "wger_3_4_knie_ubung_2",
        "wger_a_7",
        "wger_exercise",
    ]
    assert {len(ids.new("x" * 90, "")) for _ in range(12)} == {64}


# What a text should not say itself


@pytest.mark.parametrize("said", ["Hold for 30 seconds.", "Do 3 sets of 10.", "See https://a.org/x for more."])
@pytest.mark.parametrize("kind", KINDS)
def test_a_dose_in_foreign_steps_is_marked(data: Path, tmp_path: Path, said: str, kind: Any) -> None:
    """From every collection: the words stay, the steps wait for a clinician, and so no plan prints them as they are."""
    paths = {
        "csv": lambda: [table(tmp_path, f"name,steps\nSquat,Sit.|{said}\n")],
        "free-exercise-db": lambda: [
            save(tmp_path, [{"name": "Squat", "category": "strength", "instructions": ["Sit.", said]}])
        ],
        "wger": lambda: [
            wger(data, tmp_path, "translations", lambda rs: rs[0]["fields"].update(description=f"<p>Sit.</p>{said}"))
        ],
    }
    exercise = import_collection(kind, paths[kind]()).exercises[0]
    assert exercise.steps == ("Sit.", said)
    assert "steps" in exercise.needs_clinician
    assert stated_in(exercise)


def test_a_dose_in_a_mistake_is_marked(data: Path, tmp_path: Path) -> None:
    """It is printed too: the steps wait for a clinician."""
    (e,) = import_collection(
        "csv", [table(tmp_path, "name,steps,mistakes\nSquat,Sit.,Do not hold for 5 seconds.\n")]
    ).exercises
    assert "steps" in e.needs_clinician


def test_an_address_alone_is_kept_for_the_clinician(tmp_path: Path) -> None:
    """It is no step; it stands in the sources, which no patient reads, and the steps need nobody for it."""
    (e,) = import_collection(
        "csv", [table(tmp_path, "name,steps,video\nSquat,Sit.|www.a.org,http://b.org/v\n")]
    ).exercises
    assert (e.steps, "steps" in e.needs_clinician) == (("Sit.",), False)
    assert [source.says for source in e.sources[1:]] == [
        "Its texts lead to www.a.org",
        "Its texts lead to http://b.org/v",
    ]


def test_a_sentence_over_a_step_is_kept_whole(tmp_path: Path) -> None:
    """One instruction of one sentence of 201 letters is one step, marked, and whole in the sources."""
    long = "Lift " + "a" * 195 + "."
    record = {"id": "A", "name": "Squat", "category": "strength", "instructions": ["Sit.", long]}
    (e,) = import_collection("free-exercise-db", [save(tmp_path, [record])]).exercises
    assert len(long) == 201
    assert e.steps == ("Sit.", long[:199] + "…")
    assert "steps" in e.needs_clinician
    assert e.sources[1].says == f"In full: “{long}”"
