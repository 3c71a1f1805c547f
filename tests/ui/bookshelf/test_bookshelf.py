"""The library's page without the page: what it finds, shows, checks and writes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import MachineError, PlanError
from kit.figures import shown_of
from kit.library.library import Library
from kit.library.loader import read_exercises
from kit.library.own import OwnExercises
from kit.library.reading import reading_of
from kit.library.rules import rules
from kit.places import data_dir, notebooks_dir
from kit.plan.plan import Plan
from kit.store.workspace import Shelf, Workspace
from kit.ui.bookshelf.hits import Query
from kit.ui.bookshelf.keeper import Keeper
from kit.ui.bookshelf.messages import Hits
from kit.ui.bookshelf.own import start
from kit.ui.bookshelf.page import Bookshelf, bookshelf
from kit.words.dose import Sides
from kit.words.text import clean
from tests.photos import with_photo

KIT = data_dir() / "exercises"


def keeper(folder: Path, **files: str) -> Keeper:
    """A library with these own files, each a text by its name without the ending."""
    own = folder / "exercises"
    own.mkdir(exist_ok=True)
    for name, text in files.items():
        (own / f"{name}.toml").write_text(text, encoding="utf-8")
    return Keeper(Workspace(folder))


def kits(exercise_id: str, *changes: tuple[str, str]) -> str:
    """The kit's file of this exercise with changes, each of which must bite."""
    text = (KIT / f"{exercise_id}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


OWN = ('id = "clamshell"', 'id = "my_clam"')
TWO_FAULTS = kits("clamshell", OWN, ('region = "hip"', 'region = "hips"'), ("sets = 2", 'sets = "two"'))


def ids(found: Hits) -> list[str]:
    return [row["id"] for row in found["rows"]]


# The list


def test_it_finds_what_the_library_finds(tmp_path: Path, library: Library) -> None:
    """Words, typing errors and filters give the library's own answer, in its order, with the count of all."""
    shelf = keeper(tmp_path)
    found = shelf.hits(Query(words="clamshel"))
    assert (ids(found), found["count"], found["all"]) == (["clamshell"], 1, len(library))
    asked = shelf.hits(Query(region="knee", category="strength", position="standing", things=("step", "rail")))
    expected = library.search("", "knee", "strength", position="standing", equipment=["step", "rail"])
    assert ids(asked) == [e.id for e in expected]
    assert 0 < len(expected) < len(library)


def test_a_region_that_there_is_not_breaks_nothing(tmp_path: Path) -> None:
    """The page is told and keeps its list, and reading the files again asks the last search that was right."""
    page = Bookshelf(keeper(tmp_path))
    every = {"do": "search", "words": "", "region": "", "category": "", "position": "", "whose": "", "things": None}
    page._heard(None, {**every, "words": "clamshell"}, None)
    shown = page.found
    assert shown["count"] == 1
    page._heard(None, {**every, "region": "thigh"}, None)
    assert [notice["what"] for notice in page.notices] == ["“thigh” is not known."]
    page._heard(None, {"do": "read_again"}, None)
    assert (page.found, page.notices) == (shown, [])


def test_nothing_at_hand_is_not_the_same_as_not_asked(tmp_path: Path, library: Library) -> None:
    """With an empty list of things only exercises that need nothing pass; without a list all do."""
    shelf = keeper(tmp_path)
    bare = ids(shelf.hits(Query(things=())))
    assert bare == [e.id for e in library if all(thing.optional for thing in e.equipment)]
    assert shelf.hits(Query())["count"] == len(library)


def test_each_exercise_says_whose_it_is(tmp_path: Path, library: Library) -> None:
    """The kit's, her own, changed by her: each passes its own filter, and the three make the whole."""
    same = kits("bird_dog")
    shelf = keeper(
        tmp_path,
        my_clam=kits("clamshell", OWN),
        bridge=kits("bridge", ('name = "Bridge"', 'name = "My bridge"')),
        bird_dog=same,
    )
    hers = shelf.hits(Query(whose="hers"))
    assert {row["id"]: row["whose"] for row in hers["rows"]} == {"my_clam": "My own", "bridge": "Changed by me"}
    assert len(ids(hers)) + len(ids(shelf.hits(Query(whose="kit")))) == len(library) + 1
    assert shelf.one("bird_dog")["origin"] == "kit"
    assert (shelf.own()["own"], shelf.own()["overridden"]) == (1, 1)


# The patient's sheet


@pytest.mark.parametrize("sides", ["left", "right"])
def test_the_sheet_is_the_handouts_own(tmp_path: Path, sides: Sides) -> None:
    """For either side the page shows the words of the handout, with that side named and the other one not alone."""
    sheet = keeper(tmp_path).one("clamshell", sides)["sheet"]
    other = {"left": "right", "right": "left"}[sides]
    assert f"Lift your {sides} knee slowly, like a clam that opens." in sheet["steps"]
    assert f"Lie on your {other} side. Rest your head on a pillow." in sheet["steps"]
    assert f"Do it 10 times on your {sides} side." in sheet["dose"]
    assert not any(
        "{" in line for line in (*sheet["steps"], *(li for aside in sheet["asides"] for li in aside["lines"]))
    )
    assert sheet["sides"] == sides


def test_the_time_is_that_of_a_session(tmp_path: Path) -> None:
    """Founding stretch at its default dose: 170 s on each side, as the specification counts it."""
    assert keeper(tmp_path).one("seated_rotator_stretch")["sheet"]["time"] == "2 min 50 s"


def test_every_exercise_of_the_kit_can_be_shown(tmp_path: Path, library: Library) -> None:
    """Each goes to the browser as plain JSON; sides are offered where the exercise has any, links lead somewhere."""
    shelf = keeper(tmp_path)
    for exercise in library:
        one = json.loads(json.dumps(shelf.one(exercise.id)))
        assert bool(one["sheet"]["choices"]) == (exercise.sides != "both")
        links = [v["id"] for way in ("easier", "harder") for v in one["background"][way] if v["id"]]
        assert all(link in library for link in links)
        assert all(tag["means"] for tag in one["background"]["tags"])
        assert len(one["background"]["sources"]) == len(exercise.sources)


# The check


def test_every_condition_is_accounted_for(tmp_path: Path, library: Library) -> None:
    """Flagged, stopping any plan, or without a match: each condition stands in exactly one of the three."""
    shelf, known = keeper(tmp_path), sorted(c.name for c in rules().conditions.values())
    for exercise in library:
        told = shelf.one(exercise.id)["check"]["conditions"]
        assert sorted([*(f["name"] for f in told["flags"]), *told["holds"], *told["rest"]]) == known


def test_flags_come_at_their_level_highest_first(tmp_path: Path) -> None:
    """A clamshell after an abductor repair is AVOID, at a sore outer hip CAUTION; a fracture stops it."""
    flags = keeper(tmp_path).one("clamshell")["check"]["conditions"]["flags"]
    levels = {flag["name"]: flag["level"] for flag in flags}
    assert levels["Known or suspected acute fracture or stress fracture"] == "STOP"
    assert levels["Hip abductor (gluteal tendon) repair, protection phase"] == "AVOID"
    assert levels["Gluteal tendinopathy / greater trochanteric pain"] == "CAUTION"
    order = ["STOP", "ERROR", "AVOID", "CAUTION", "INFO"]
    assert [f["level"] for f in flags] == sorted((f["level"] for f in flags), key=order.index)


def test_without_fixed_support_the_level_is_told_apart(tmp_path: Path) -> None:
    """Standing on one leg with a risk of falls: CAUTION, and AVOID without support; a wild dose makes no difference."""
    wild = kits("single_leg_stance", ('id = "single_leg_stance"', 'id = "my_stance"'), ("hold_s = 20", "hold_s = 200"))
    shelf = keeper(tmp_path, my_stance=wild)
    for name in ("single_leg_stance", "my_stance"):
        flags = shelf.one(name)["check"]["conditions"]["flags"]
        alone = {flag["name"]: (flag["level"], flag["alone"]) for flag in flags if flag["alone"]}
        assert alone == {"Fall risk / poor balance / reduced foot sensation": ("CAUTION", "AVOID")}


def test_hard_words_and_a_wild_dose_are_told(tmp_path: Path) -> None:
    """A long sentence, a word of the clinic with its plain one, and a dose over its limit all show; others do not."""
    long = "Lift your {lead} knee by active abduction as far as you can go and keep it there for as long as you can."
    text = kits("clamshell", OWN, ("Hold. Keep breathing.", long), ("sets = 2", "sets = 9"))
    shelf = keeper(tmp_path, my_clam=text)
    check = shelf.one("my_clam")["check"]
    assert check["reading"]["long_sentences"] == [long.format(lead="right")]
    assert check["reading"]["jargon"] == [("abduction", "moving out to the side")]
    assert [f["what"] for f in check["dose"]] == ["9 sets.", "a session of 28 min 30 s."]
    fine = shelf.one("clamshell")["check"]
    assert check["conditions"]["rest"] == fine["conditions"]["rest"]  # the dose is no condition's concern
    assert (fine["reading"]["jargon"], fine["dose"], fine["reading"]["level"]) == ([], [], "OK")


def test_what_the_words_state_is_told(tmp_path: Path) -> None:
    """A dose in the steps stands against the plan's, so that it is shown; the grade is that of the exercise's own words."""
    hard = "Gradually elevate your extended extremity. Hold for 30 seconds."
    text = kits("clamshell", OWN, ("Hold. Keep breathing.", hard))
    shelf = keeper(tmp_path, my_clam=text)
    read = shelf.one("my_clam")["check"]["reading"]
    assert read["stated"] == ["Hold for 30 seconds"]
    assert read["grade"] == f"{reading_of(shelf.shelf.library['my_clam']).grade:.1f}"
    assert shelf.one("clamshell")["check"]["reading"]["stated"] == []


def test_a_placeholder_is_no_fact(tmp_path: Path) -> None:
    """Of a blank form the list and the facts say what is to be filled in, and no filter finds it."""
    shelf = keeper(tmp_path)
    one = shelf.one(shelf.start("Wall slide")["id"])
    facts = dict(one["background"]["facts"])
    called = ("Region", "Category", "Position", "Needs", "Main muscles", "Default dose")
    assert {facts[name] for name in called} == {"to be filled in"}
    assert one["about"] == ["to be filled in"]
    for query in (Query(region="low_back"), Query(category="strength"), Query(things=())):
        assert one["id"] not in ids(shelf.hits(query))


# Files of her own


def test_faults_are_told_and_the_rest_works(tmp_path: Path, library: Library) -> None:
    """Both faults of a file come with field, value, rule and mend; every other exercise is there."""
    shelf = keeper(tmp_path, my_clam=TWO_FAULTS, my_other=kits("clamshell", ('id = "clamshell"', 'id = "my_other"')))
    (file,) = shelf.own()["files"]
    assert (file["file"], file["stays"]) == ("my_clam.toml", False)
    assert {fault["field"] for fault in file["faults"]} == {"region", "dose.sets"}
    assert file["faults"][1] == {
        "field": "dose.sets",
        "what": "“two” is not a whole number.",
        "mend": "Write a number without a unit, such as 30.",
    }
    assert set(ids(shelf.hits(Query()))) == {*library.exercises, "my_other"}


def test_a_broken_change_leaves_the_kits_exercise(tmp_path: Path) -> None:
    """Where her version of a kit's exercise has a fault, the kit's stays in force, and the page says so."""
    shelf = keeper(tmp_path, bridge=kits("bridge", ('region = "', 'region = "x')))
    assert shelf.own()["files"][0]["stays"]
    assert shelf.one("bridge")["origin"] == "kit"


def test_what_is_mended_is_there_when_read_again(tmp_path: Path) -> None:
    """The page shows the files as they are when it reads; a mended one joins, a broken one leaves."""
    shelf = keeper(tmp_path, my_clam=TWO_FAULTS)
    (tmp_path / "exercises" / "my_clam.toml").write_text(kits("clamshell", OWN), encoding="utf-8")
    assert "my_clam" not in shelf.shelf.library
    shelf.read_again()
    assert shelf.one("my_clam")["origin"] == "own"
    assert shelf.own()["files"] == []


def test_a_copy_is_the_same_exercise_under_her_name(tmp_path: Path, library: Library) -> None:
    """Of every exercise of the kit: the file reads without a fault, and differs in id, name and one source alone; its
    pictures are those of the kit's."""
    shelf = keeper(tmp_path)
    folder = shelf.workspace.exercises
    made = {e.id: start(folder, shelf.shelf, f"{e.name} at home", e)[0] for e in library}
    shelf.read_again()
    changed = {"id", "name", "sources", "review", "drawn_as"}
    for exercise in library:
        one = shelf.shelf.library[made[exercise.id].id]
        assert one == made[exercise.id]
        assert one.model_dump(exclude=changed) == exercise.model_dump(exclude=changed)
        assert (one.sources[:-1], one.review) == (exercise.sources, "draft")
        assert shown_of(one) == shown_of(exercise) != ()
        assert (folder / f"{one.id}.toml").is_file()
    assert shelf.own()["files"] == []


def test_the_pictures_of_a_copy_are_told(tmp_path: Path) -> None:
    """Whose they are, also of a copy of a copy; nothing where a photo stands there, or where there is none."""
    shelf = keeper(tmp_path)
    note = "The pictures are those of Bridge. Take drawn_as out of the file if your steps differ."
    one = shelf.start("One", "bridge")
    assert (one["note"], shelf.start("Two", one["id"])["note"], shelf.start("Blank")["note"]) == (note, note, "")
    assert shelf.one(one["id"])["sheet"]["pictures"] == shelf.one("bridge")["sheet"]["pictures"] != []
    own = OwnExercises(shelf.workspace.exercises)
    own.change(with_photo(shelf.shelf.library[one["id"]]))
    shelf.read_again()
    assert shelf.start("Three", one["id"])["note"] == ""


@settings(max_examples=25)
@given(names=st.lists(st.text(max_size=60) | st.sampled_from(["Bridge", "my bridge", "“ ”", "Ö", "CON"]), max_size=3))
def test_any_name_makes_a_new_file_or_is_refused(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is typed: a file that reads without a fault and takes no other's place, or a message."""
    folder, shelf = tmp_path_factory.mktemp("own"), Shelf(Library([]), (), Library([]))
    written: dict[Path, bytes] = {}
    for name in names:
        if not clean(name):
            with pytest.raises(PlanError, match="name: is empty. Give your exercise a name."):
                start(folder, shelf, name)
            continue
        made, path = start(folder, shelf, name)
        assert (made.name, path.stem) == (clean(name), made.id)
        assert path not in written
        written[path] = path.read_bytes()
    assert {path: path.read_bytes() for path in folder.iterdir()} == written
    exercises, faults = read_exercises(data_dir(), [folder])
    assert (len(exercises), faults) == (len(list(KIT.iterdir())) + len(written), [])
    shutil.rmtree(folder)


def test_an_id_that_the_library_knows_is_not_given_again(tmp_path: Path) -> None:
    """Even where its file was taken away since: what is on the page keeps its name."""
    shelf = keeper(tmp_path)
    (tmp_path / shelf.start("Bridge", "bridge")["file"]).unlink()
    assert shelf.start("Bridge", "bridge")["id"] == "my_bridge_2"


def test_nothing_of_hers_is_overwritten(tmp_path: Path) -> None:
    """A file in the way keeps its bytes, broken or not, and so does a link to nowhere; the new one gets a number."""
    shelf = keeper(tmp_path, my_bridge="not = [an exercise")
    (tmp_path / "exercises" / "my_bridge_2.toml").symlink_to(tmp_path / "gone.toml")
    assert shelf.start("Bridge", "bridge")["file"] == "exercises/my_bridge_3.toml"
    assert (tmp_path / "exercises" / "my_bridge.toml").read_text(encoding="utf-8") == "not = [an exercise"
    assert not (tmp_path / "gone.toml").exists()


def test_a_blank_form_needs_a_clinician_and_no_plan_takes_it(tmp_path: Path, four: Plan) -> None:
    """It opens, names every open field, says that nothing can be matched yet, and is refused by a plan."""
    shelf = keeper(tmp_path)
    one = shelf.one(shelf.start("Wall slide")["id"])
    assert len(one["open"]) == 11
    assert one["check"]["open_dose"]
    assert one["check"]["open_tags"]
    assert ids(shelf.hits(Query(whose="open"))) == [one["id"]]
    with pytest.raises(PlanError, match="is not complete"):
        four.add(shelf.shelf.library[one["id"]])


def test_the_new_file_says_which_words_its_fields_take(tmp_path: Path) -> None:
    """Every movement tag stands in it with its meaning, as a comment."""
    text = (tmp_path / keeper(tmp_path).start("Wall slide")["file"]).read_text(encoding="utf-8")
    tags = tomllib.loads((data_dir() / "tags.toml").read_text(encoding="utf-8"))
    assert all(f"#   {name}: {means}" in text for name, means in tags.items())


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where the folder should be: a message with a mend, and the library is still there."""
    (tmp_path / "exercises").write_text("", encoding="utf-8")
    shelf = Keeper(Workspace(tmp_path))
    with pytest.raises(MachineError) as caught:
        shelf.start("Bridge", "bridge")
    assert caught.value.faults[0].mend
    assert shelf.hits(Query())["count"] > 50


# The widget


def test_a_wish_that_fails_is_told_in_words(tmp_path: Path) -> None:
    """An unknown exercise, an unknown wish, a wish without its parts: each a notice, and nothing has changed."""
    page = Bookshelf(keeper(tmp_path))
    before = dict(page.one)
    for wish in ({"do": "show", "id": "nobody"}, {"do": "dance"}, {"do": "show"}, {"do": "start", "name": " "}):
        page._heard(page, wish, [])
        (notice,) = page.notices
        assert notice["mend"]
        assert "Traceback" not in json.dumps(notice)
    assert page.one == before
    page._heard(page, {"do": "show", "id": "bridge", "sides": ""}, [])
    assert (page.one["id"], page.notices) == ("bridge", [])


def test_an_exercise_that_went_away_gives_place_to_the_first(tmp_path: Path) -> None:
    """Read again after its file is deleted: the page shows another one, without a fault."""
    page = Bookshelf(keeper(tmp_path, my_clam=kits("clamshell", OWN)))
    page._heard(page, {"do": "show", "id": "my_clam"}, [])
    (tmp_path / "exercises" / "my_clam.toml").unlink()
    page._heard(page, {"do": "read_again"}, [])
    assert page.one["id"] == "ankle_eversion_band"
    assert page.notices == []


def test_faults_of_the_clinics_settings_do_not_keep_it_shut(tmp_path: Path) -> None:
    """They are told, and the library opens with the defaults."""
    (tmp_path / "clinic.toml").write_text("paper = 'a7'\n", encoding="utf-8")
    page = bookshelf(tmp_path)
    assert "clinic.toml" in page.notices[0]["where"]
    assert page.one["sheet"]["steps"]


def test_opening_writes_nothing_and_shows_no_content_in_its_name(tmp_path: Path) -> None:
    """Looking makes no file; the representation that a notebook would keep holds no text of an exercise."""
    assert repr(bookshelf(tmp_path)) == "Bookshelf()"
    assert list(tmp_path.iterdir()) == []


def test_the_notebook_holds_no_outputs() -> None:
    """One cell, no result, no widget state; it opens as a page."""
    notebook = json.loads((notebooks_dir() / "library.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)]
    assert notebook["metadata"]["homestretch"] == {"app": True}
    assert "widgets" not in notebook["metadata"]


def test_what_is_slow_to_load_is_not_loaded() -> None:
    """Neither pandas, matplotlib nor typst is needed to look at the library."""
    code = "import sys, kit.ui.bookshelf.page as p; p.bookshelf(); print({'pandas', 'matplotlib', 'typst'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
