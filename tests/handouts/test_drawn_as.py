"""A copy has the drawn pictures of the exercise that it names, in every output, or none; a photo hides them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kit.clinic import Clinic
from kit.errors import ContentError
from kit.figures import PALETTES, movement_of, shown_of, small_of
from kit.figures.gallery import figures_dir
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.nodes import ExerciseBlock, Picture
from kit.handouts.pictures import picture_texts, pictures
from kit.library.exercise import NO_PICTURE, Arc, Exercise, Side
from kit.library.library import Library
from kit.library.own import OwnExercises
from kit.library.translation import Translation
from kit.model import parse
from kit.plan.document import from_document, to_document
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.plan.seal import seal_of
from kit.ui.bookshelf.own import copy_of
from kit.ui.bookshelf.sheet import prescribed, printed, sheet
from kit.ui.planner.panel import detail
from kit.ui.planner.unfolded import unfolded
from kit.words.catalogue import Catalogue
from tests.handouts.pages import session_html
from tests.handouts.sheets import LIBRARY, START, plan_of
from tests.photos import with_photo

DRAWN_IDS = sorted(path.stem for path in figures_dir().glob("*.json"))
SIDES: tuple[Side, Side] = ("left", "right")
WORDS = Catalogue()
ONE_SIDED, ARC = "clamshell", "long_arc_quad"


def copied(exercise: Exercise, drawn_as: str | None = "") -> Exercise:
    """The same under an id of her own; with the pictures of the exercise where nothing else is said."""
    return exercise.model_copy(update={"id": "my_copy", "drawn_as": exercise.id if drawn_as == "" else drawn_as})


def resolved(exercise: Exercise, side: Side | None = None, arc: Arc | None = None) -> ResolvedPlan:
    plan = Plan.begin("P-001", START, random=random.Random(1)).add(exercise)
    if side and exercise.sides != "both":
        plan = plan.adjust("i1", sides=side)
    return resolve(plan.adjust("i1", rom_limit=arc) if arc else plan, Library([exercise]))


def in_print(known: ResolvedPlan) -> list[Picture]:
    """The pictures with their words, of which every form on paper and the page of the session are painted."""
    nodes = document(known, Clinic()).nodes
    return [picture for node in nodes if isinstance(node, ExerciseBlock) for picture in node.pictures]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("exercise_id", DRAWN_IDS)
def test_a_copy_shows_what_the_original_shows(exercise_id: str, side: Side) -> None:
    """Pictures, words for them and movement, on the pages and all that the handout is painted from."""
    original = LIBRARY[exercise_id]
    copy = copied(original)
    for of in (lambda e: shown_of(e, side), lambda e: movement_of(e, side), small_of):
        assert of(copy) == of(original) != ()
    printed_of = [in_print(resolved(e, side)) for e in (copy, original)]
    assert printed_of[0] == printed_of[1] != []


@pytest.mark.parametrize("sides", ["left", "right", "each"])
def test_every_output_is_the_same(sides: str) -> None:
    """The row unfolded, the library's detail and sheet, the page of the session: but for the id, nothing differs."""
    original = LIBRARY[ONE_SIDED]
    told = []
    for one in (original, copied(original)):
        item = prescribed(one, sides)  # type: ignore[arg-type]
        known = resolved(one, None if sides == "each" else sides)  # type: ignore[arg-type]
        page = session_html(known.plan, known.exercises, Clinic())
        seen = unfolded(known, "i1", WORDS), detail(one, LIBRARY, WORDS)
        assert all(shown["pictures"] and shown["frames"] for shown in seen)
        pages = [str(shown[name]) for shown in seen for name in ("pictures", "frames")]
        paper, screen = document(known, Clinic()), sheet(item, one, printed(item, one, Clinic()))
        told.append((paper, screen, *pages, _without_ids(page, known.plan, one)))
    assert told[0] == told[1]


def _without_ids(page: str, plan: Plan, exercise: Exercise) -> str:
    return page.replace(exercise.id, "ID").replace(seal_of(plan)[:12], "SEAL")


@pytest.mark.parametrize("side", SIDES)
def test_what_stops_early_ends_as_the_original(side: Side) -> None:
    """The drawn end of an item that may not go through the whole movement is of the original's movement."""
    original = LIBRARY[ARC]
    assert original.arc
    arc = Arc(from_deg=original.arc.from_deg, to_deg=original.arc.to_deg + 20)
    known = [resolved(one, side, arc) for one in (copied(original), original)]
    shown = [
        list(pictures(k.plan.items[0], k.exercises[k.plan.items[0].exercise_id], WORDS, PALETTES[0])) for k in known
    ]
    assert shown[0] == shown[1] != []


@pytest.mark.parametrize("language", ["es", "ar", "zh"])
def test_in_another_language_the_words_are_those_of_the_drawing(language: str) -> None:
    """Where the copy is told in it."""
    original, words = LIBRARY[ONE_SIDED], Catalogue(language)
    for side in SIDES:
        said = [picture_texts(prescribed(e), e, side, words) for e in (copied(original), original)]
        assert said[0] == said[1]
    assert said[0] != picture_texts(prescribed(original), original, side, WORDS)
    translated = Translation.load(language).exercise(original.model_copy(update={"drawn_as": "bridge"}))
    assert shown_of(translated) == shown_of(LIBRARY["bridge"])


@pytest.mark.parametrize(
    "exercise", [copied(LIBRARY["bridge"], None), LIBRARY["bridge"].model_copy(update={"drawn_as": NO_PICTURE})]
)
def test_what_names_none_has_none(exercise: Exercise) -> None:
    """A copy that says nothing, and one under the kit's id that says that it has no picture."""
    assert (shown_of(exercise), movement_of(exercise), small_of(exercise)) == ((), (), "")
    known = resolved(exercise)
    assert in_print(known) == []
    assert '"motion":""' in session_html(known.plan, known.exercises, Clinic())


def test_a_photo_hides_them_until_it_is_taken_away() -> None:
    """No movement beside it; without it the drawn pictures are back."""
    copy = copied(LIBRARY["bridge"])
    hidden = with_photo(copy)
    assert "image/jpeg" in small_of(hidden)
    assert movement_of(hidden) == ()
    assert shown_of(hidden.model_copy(update={"photo": None})) == shown_of(LIBRARY["bridge"])


def test_an_issued_plan_keeps_its_pictures() -> None:
    """From its file too, whatever becomes of her exercise; who says that they are others breaks the seal."""
    copy = copied(LIBRARY["bridge"])
    final = finalised(resolved(copy), "A. Physio", START)
    text = to_document(final)
    again = from_document(text, "plan.json").plan
    changed = Library([*LIBRARY, copied(LIBRARY["bridge"], NO_PICTURE)])
    first, later = (files(resolve(again, library), Clinic()) for library in (Library([copy]), changed))
    assert first == later
    assert again.snapshot
    assert shown_of(again.snapshot.exercises[0]) == shown_of(LIBRARY["bridge"])
    for other in ("clamshell", NO_PICTURE):
        with pytest.raises(ContentError, match="changed after it was issued"):
            from_document(str(text).replace('"drawn_as": "bridge"', f'"drawn_as": "{other}"'), "plan.json")
    assert "drawn_as" not in str(to_document(finalised(resolve(plan_of(["bridge"]), LIBRARY), "A. Physio", START)))


def test_a_copy_of_a_copy_has_the_same_pictures(tmp_path: Path) -> None:
    """Also through files; of what has none it has none, and says nothing of it."""
    one = copy_of(LIBRARY["bridge"], "One", "my_one")
    two = copy_of(one, "Two", "my_two")
    assert (one.drawn_as, two.drawn_as) == ("bridge", "bridge")
    own = OwnExercises(tmp_path)
    own.add(two)
    read = Library.load(tmp_path)["my_two"]
    assert read == two
    assert shown_of(read) == shown_of(LIBRARY["bridge"])
    assert copy_of(copied(one, None), "Three", "my_three").drawn_as is None
    assert copy_of(copied(one, NO_PICTURE), "Four", "my_four").drawn_as is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("brigde", "“brigde” has no drawn pictures. Did you mean “bridge”?"),
        ("my_two", "“my_two” has no drawn pictures. Take drawn_as out, and it has no picture."),
    ],
)
def test_pictures_that_are_none_are_told(tmp_path: Path, said: str, told: str) -> None:
    """With value, rule and mend; only what is drawn can be named, not a copy of it."""
    own = OwnExercises(tmp_path)
    own.add(copied(LIBRARY["bridge"]).model_copy(update={"id": "my_two", "drawn_as": said}))
    with pytest.raises(ContentError) as error:
        Library.load(tmp_path)
    assert str(error.value) == f"my_two.toml, drawn_as: {told}"


def test_a_path_is_no_id() -> None:
    """Whatever a plan file says, only a plain name is looked for."""
    data = {**LIBRARY["bridge"].model_dump(), "drawn_as": "../exercises/bridge"}
    with pytest.raises(ContentError) as error:
        parse(Exercise, data, "x")
    what = "it must be small letters, digits and underscores, such as heel_raise."
    assert str(error.value).startswith(f"x, drawn_as: “../exercises/bridge”: {what}")
