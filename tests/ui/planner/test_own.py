"""Exercises of her own at the planner: kept, changed, taken away, and known everywhere at once."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kit.cli.app import app
from kit.errors import ContentError
from kit.figures import small_of
from kit.library.exercise import NO_PICTURE
from kit.library.library import Library
from kit.library.own import OwnExercises
from kit.library.own_form import NO_SOURCE, OwnForm
from kit.store.workspace import Workspace
from kit.ui.bookshelf.keeper import Keeper
from kit.ui.planner.desk import Desk
from kit.ui.planner.library_wishes import Issued
from kit.ui.planner.own_wishes import OwnPreview, OwnShown
from kit.ui.planner.page import Planner
from kit.ui.planner.panel import Query
from tests.library.test_own import FULL
from tests.photos import ALT, SECRETS, camera
from tests.ui.conftest import Desks, asked, desk_on, work_of

ID = "my_march_at_a_wall"
COPY = "my_bridge_my_own"


def keep(desk: Desk, exercise_id: str = "", was: str | None = None, **said: object) -> str:
    """Keep the form; it rests on what lies in the folder now, or on what `was` there."""
    form: dict[str, Any] = {**FULL, **said}
    if was is None:
        was = desk.own.files.now(exercise_id) if desk.own.files.has(exercise_id) else ""
    return asked(desk, {"do": "keep_own", "exercise_id": exercise_id, "copy": False, "was": was, "form": form})


def shown(desk: Desk, exercise_id: str = "", *, copy: bool = False) -> OwnShown:
    return desk.own.shown({"do": "own", "exercise_id": exercise_id, "copy": copy}, desk.library)


def preview(desk: Desk, **said: object) -> OwnPreview:
    form: Any = {**FULL, **said}
    wish: Any = {"do": "own_preview", "exercise_id": "", "copy": False, "form": form, "turn": 3}
    return desk.own.preview(wish, desk.library, desk.clinic)


def refused(desk: Desk, exercise_id: str = "", **said: object) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as error:
        keep(desk, exercise_id, None, **said)
    return [(fault.where, fault.what) for fault in error.value.faults]


def keep_copy(desk: Desk, form: OwnForm) -> str:
    """Keep the form as a copy of the bridge."""
    return asked(desk, {"do": "keep_own", "exercise_id": "bridge", "copy": True, "was": "", "form": form})


class Browser:
    """Hears a planner as the page does."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.planner = Planner(desk)
        self.heard: list[Mapping[str, Any]] = []
        monkeypatch.setattr(self.planner, "send", lambda content, buffers=None: self.heard.append(content))

    def says(self, wish: dict[str, Any], *content: bytes) -> Mapping[str, Any]:
        """What comes back, all messages as one."""
        self.heard.clear()
        self.planner._heard(None, wish, [memoryview(one) for one in content])
        return {name: value for message in self.heard for name, value in message.items()}


def test_it_is_in_the_library_at_once(four_on: Desk, desks: Desks) -> None:
    """Found, shown, and added without a restart; the library's page and the command line read the same files."""
    assert keep(four_on) == "March at a wall is in your library."
    assert four_on.shelf.found(Query(words="march wall"))["cards"][0]["id"] == ID
    detail = four_on.shelf.detail(ID)
    assert (detail["own"], detail["open"]) == (True, [])
    assert [source["says"] for source in detail["sources"]] == [NO_SOURCE]
    asked(four_on, {"do": "add", "exercise_id": ID})
    assert work_of(four_on)["plan"]["items"][-1]["exercise_id"] == ID
    folder = four_on.workspace.folder
    assert Keeper(Workspace(folder)).one(ID)["whose"] == "My own"
    told = CliRunner().invoke(app, ["library", ID, "--workspace", str(folder)])
    assert "March at a wall" in told.output
    other = desks()
    assert ID in other.library


def test_another_window_knows_it_when_a_plan_needs_it(four_on: Desk, desks: Desks) -> None:
    """A window that was open before reads the folder again for a plan that holds what it does not know."""
    other = desks()
    keep(four_on)
    asked(four_on, {"do": "add", "exercise_id": ID})
    assert ID not in other.library
    asked(other, {"do": "open", "code": four_on.held().code, "version": 1})
    assert work_of(other)["plan"]["items"][-1]["name"] == "March at a wall"


def test_a_refusal_writes_nothing_and_tells_all(desk: Desk) -> None:
    """With every field that is wrong, and a name that the library has."""
    told = refused(desk, name="BRIDGE", reps="x", tags=["nonsense"])
    assert told[0] == ("name", "“Bridge” is in the library already.")
    assert ("reps", "“x” is no whole number.") in told
    assert refused(desk, tags=["nonsense"]) == [("tags", "“nonsense” is not a known movement tag.")]
    assert not desk.workspace.exercises.exists()
    keep(desk)
    for alike in ("march AT a wall", "March at  a\u200d wall", "Marchatawall"):
        assert refused(desk, name=alike) == [("name", "“March at a wall” is in the library already.")]


def test_a_change_shows_in_drafts_and_in_no_issued_plan(four_on: Desk) -> None:
    """The form says which plans have it; its own name is no other's."""
    keep(four_on)
    assert shown(four_on, ID)["held"] == ""
    asked(four_on, {"do": "add", "exercise_id": ID})
    assert shown(four_on, ID)["held"] == "In 1 draft (P-001), where a change shows at once."
    keep(four_on, ID, steps="Stand.\nMarch.")
    assert four_on.unfolded(work_of(four_on)["plan"]["items"][-1]["item_id"])["steps"][:2] == ["Stand.", "March."]
    assert shown(four_on, ID)["form"]["steps"] == "Stand.\nMarch."


def test_a_copy_of_the_kit_s_begins_filled_in(desk: Desk) -> None:
    """Under a name of its own, with its sources and a word on where it is from; the kit's stays as it is."""
    before = desk.library["bridge"]
    own = shown(desk, "bridge", copy=True)
    assert own["form"]["name"] == "Bridge (my own)"
    assert own["held"] == ""
    asked(desk, {"do": "keep_own", "exercise_id": "bridge", "copy": True, "was": "", "form": own["form"]})
    copy = desk.library["my_bridge_my_own"]
    assert copy.easier == before.easier
    assert copy.dose == before.dose
    assert copy.sources[-1].says == "Started from “Bridge”. What was changed here has no source yet."
    assert {source.key for source in before.sources} <= {source.key for source in copy.sources}
    assert desk.library["bridge"] == before


def test_a_copy_keeps_the_pictures_until_she_takes_them_away(four_on: Desk) -> None:
    """In the form and beside it, in the library, the row and its movement; an issued version keeps what it showed."""
    own = shown(four_on, "bridge", copy=True)
    assert own["form"]["drawn_as"] == "bridge"
    assert own["pictures"][0] == ("", "No picture")
    assert ("bridge", "Bridge") in own["pictures"]
    assert preview(four_on, **own["form"])["drawn"] == small_of(four_on.library["bridge"])
    keep_copy(four_on, own["form"])
    of_kit, of_copy = (four_on.shelf.detail(one) for one in ("bridge", COPY))
    for name in ("pictures", "frames"):
        assert of_copy[name] == of_kit[name] != []
    assert four_on.shelf.picture(COPY)["svg"] == four_on.shelf.picture("bridge")["svg"] != ""
    assert four_on.shelf.frames(COPY)["svgs"] == four_on.shelf.frames("bridge")["svgs"] != []
    for wish in (
        {"do": "blank"},
        {"do": "add", "exercise_id": COPY},
        {"do": "screened", "done": True},
        {"do": "issue", "by": "A. Physio"},
    ):
        asked(four_on, wish)
    version: Issued = {"code": four_on.held().code, "version": 1}
    again = shown(four_on, COPY)
    assert again["form"]["drawn_as"] == "bridge"
    keep(four_on, COPY, None, **{**again["form"], "drawn_as": ""})
    assert four_on.shelf.picture(COPY)["svg"] == ""
    assert four_on.shelf.detail(COPY)["frames"] == []
    assert shown(four_on, COPY)["form"]["drawn_as"] == ""
    assert four_on.shelf.picture(COPY, version)["svg"] == four_on.shelf.picture("bridge")["svg"]


def test_a_photo_of_hers_hides_the_pictures_and_they_come_back(desk: Desk) -> None:
    """The form still names them, and shows them, while the photo stands there."""
    form = shown(desk, "bridge", copy=True)["form"]
    keep_copy(desk, {**form, "photo": desk.own.photo([camera()])["jpeg"], "photo_alt": ALT})
    assert "image/jpeg" in desk.shelf.picture(COPY)["svg"]
    again = shown(desk, COPY)["form"]
    assert preview(desk, **again)["drawn"] == small_of(desk.library["bridge"])
    keep(desk, COPY, None, **{**again, "photo": "", "photo_alt": ""})
    assert desk.shelf.picture(COPY)["svg"] == desk.shelf.picture("bridge")["svg"]


def test_what_is_drawn_under_its_own_id_shows_it_and_can_have_none(tmp_path: Path) -> None:
    """Her file in the place of the kit's: the form says whose the pictures are, and none is said by a word."""
    OwnExercises(tmp_path / "exercises").add(Library.load()["bridge"])
    desk = desk_on(tmp_path)
    before = shown(desk, "bridge")
    assert (before["form"]["drawn_as"], before["pictures"][0]) == ("bridge", (NO_PICTURE, "No picture"))
    keep(desk, "bridge", **before["form"])
    assert desk.library["bridge"].drawn_as is None
    keep(desk, "bridge", None, **{**before["form"], "drawn_as": NO_PICTURE})
    assert desk.shelf.picture("bridge")["svg"] == ""
    assert shown(desk, "bridge")["form"]["drawn_as"] == NO_PICTURE
    assert shown(desk, "bridge", copy=True)["form"]["drawn_as"] == ""
    keep(desk, "bridge", **before["form"])
    assert desk.shelf.picture("bridge")["svg"] != ""


def test_a_new_one_has_none_and_what_is_not_drawn_is_told_at_its_field(desk: Desk) -> None:
    assert shown(desk)["form"]["drawn_as"] == ""
    assert (preview(desk)["drawn"], preview(desk, drawn_as="bridge")["sheet"]["pictures"] != []) == ("", True)  # type: ignore[index]
    assert refused(desk, drawn_as="brigde") == [("drawn_as", "“brigde” has no drawn pictures.")]
    assert refused(desk, drawn_as="../x")[0][0] == "drawn_as"


def test_the_kit_s_own_is_never_changed(desk: Desk) -> None:
    """Only a file of hers is, whatever a page asks for."""
    assert refused(desk, "bridge") == [("exercise", "is none of your own.")]
    with pytest.raises(ContentError):
        shown(desk, "bridge")
    with pytest.raises(ContentError):
        asked(desk, {"do": "remove_own", "exercise_id": "bridge"})


def test_what_a_draft_needs_stays(four_on: Desk) -> None:
    """Taken away only when no draft and no template of hers has it; then its file lies aside."""
    keep(four_on)
    asked(four_on, {"do": "add", "exercise_id": ID})
    assert shown(four_on, ID)["keeps"] == "It is needed by the draft of P-001."
    with pytest.raises(ContentError) as error:
        asked(four_on, {"do": "remove_own", "exercise_id": ID})
    assert str(error.value) == ": It is needed by the draft of P-001. Take it out there first."
    asked(four_on, {"do": "keep_template", "name": "Mine", "keep": [], "sides": False})
    asked(four_on, {"do": "undo"})
    assert shown(four_on, ID)["keeps"] == "It is needed by the template “Mine”."
    template = next(offer for offer in four_on._start.offers.all if offer["mine"])
    asked(four_on, {"do": "remove_template", "template": template["id"]})
    said = asked(four_on, {"do": "remove_own", "exercise_id": ID})
    assert said == "March at a wall was taken away. Its file lies in exercises/removed."
    assert ID not in four_on.library


def test_the_preview_is_what_is_printed(desk: Desk) -> None:
    """The sheet of the handout, with what is open told in the form's words; a fault leaves it and tells itself."""
    made = preview(desk)
    assert made["sheet"]
    assert made["sheet"]["name"] == "March at a wall"
    assert made["sheet"]["steps"] == [
        "Stand facing a wall.",
        "Lift your right knee.",
        "In each set, do one side first, then the other.",
    ]
    assert (made["turn"], made["notes"], made["faults"]) == (3, [], [])
    assert preview(desk, name="")["sheet"]["name"] == "Your exercise"  # type: ignore[index]
    assert preview(desk, tags=[], sides="", steps="Hold for 30 seconds.")["notes"] == [
        "Unfinished: sides, what it does to the body. No plan takes it before that.",
        "Its texts say a dose or an address themselves: “Hold for 30 seconds”. The plan says the dose.",
    ]
    wrong = preview(desk, reps="many")
    assert wrong["sheet"] is None
    assert [(fault["where"], fault["what"]) for fault in wrong["faults"]] == [("reps", "“many” is no whole number.")]


@pytest.mark.parametrize(("kind", "field"), [("reps", "tempo_s"), ("hold", "hold_s")])
def test_what_takes_no_time_is_told_in_plain_words(desk: Desk, kind: str, field: str) -> None:
    """At the field of its seconds, without the names that the data has for them."""
    none = {"reps": "5", "tempo_s": "0", "hold_s": "0", "duration_s": ""}
    assert refused(desk, kind=kind, **none) == [(field, "once takes no time.")]


def test_a_photo_goes_the_whole_way(four_on: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the bytes that the browser sends into the file, the row and the cards, without a word of the camera."""
    browser = Browser(four_on, monkeypatch)
    photo = browser.says({"do": "own_photo", "n": 1}, camera(turned=True))["photo"]
    assert photo["about"].startswith("300 × 400 dots, ")
    form: OwnForm = {**FULL, "photo": photo["jpeg"], "photo_alt": ALT}
    heard = browser.says({"do": "keep_own", "exercise_id": "", "copy": False, "was": "", "form": form, "n": 2})
    assert heard["detail"]["pictures"][0]["alt"] == ALT
    assert "image/jpeg" in heard["picture"]["svg"]
    kept = (four_on.workspace.exercises / f"{ID}.jpg").read_bytes()
    assert kept == base64.b64decode(photo["jpeg"])
    assert not any(secret in kept for secret in SECRETS)
    assert "image/jpeg" in four_on.shelf.picture(ID)["svg"]
    assert browser.planner.found["cards"]


def test_an_issued_version_keeps_its_picture(desk: Desk) -> None:
    """Whatever becomes of the library's, also while another plan is in hand; a draft shows the library's."""
    photo = desk.own.photo([camera()])["jpeg"]
    keep(desk, photo=photo, photo_alt=ALT)
    before = desk.shelf.picture(ID)["svg"]
    for wish in (
        {"do": "blank"},
        {"do": "add", "exercise_id": ID},
        {"do": "screened", "done": True},
        {"do": "issue", "by": "A. Physio"},
    ):
        asked(desk, wish)
    version: Issued = {"code": desk.held().code, "version": 1}
    keep(desk, ID, photo=desk.own.photo([camera(turned=True)])["jpeg"], photo_alt=ALT)
    now = desk.shelf.picture(ID)["svg"]
    assert now != before
    for _ in ("in hand", "put away"):
        assert desk.shelf.picture(ID, version) == {"id": ID, "issued": version, "svg": before}
        asked(desk, {"do": "blank"})
    asked(desk, {"do": "open", **version})
    asked(desk, {"do": "new_version", "start": "2026-06-08", "reason": ""})
    assert desk.shelf.picture(ID)["svg"] == now


@pytest.mark.parametrize("content", [[], [b""], [b"<svg/>"]])
def test_a_photo_that_is_none_is_told_where_it_was_chosen(
    four_on: Desk, monkeypatch: pytest.MonkeyPatch, content: list[bytes]
) -> None:
    """The fault bears the number of the wish, and nothing else is told."""
    browser = Browser(four_on, monkeypatch)
    assert browser.says({"do": "own_photo", "n": 7}, *content)["refused"]
    assert [(notice["n"], notice["where"]) for notice in browser.planner.notices] == [(7, "photo")]


def test_hostile_words_are_words(desk: Desk, tmp_path: Path) -> None:
    """Markup, paths and control signs in any field are kept as text, and the file can be read again."""
    evil = '"""]\n<script>alert(1)</script> ../x \x00 \u202e {{'
    keep(desk, name=evil.replace("\n", " "), purpose=evil, position=evil.replace("\n", " "), source=evil)
    (made,) = (exercise for exercise in desk.library if exercise.id.startswith("my_"))
    assert "<script>alert(1)</script>" in made.name
    assert [path.parent for path in tmp_path.rglob("my_*")] == [desk.workspace.exercises]


@pytest.mark.parametrize("by_hand", [False, True])
def test_another_hand_is_told_once_and_laid_aside(four_on: Desk, desks: Desks, by_hand: bool) -> None:
    """A form that rests on an older text is refused once; kept again, it stands, and the other text is a file still."""
    keep(four_on)
    was = shown(four_on, ID)["was"]
    assert was
    assert shown(four_on, ID, copy=True)["was"] == ""
    file = four_on.workspace.exercises / f"{ID}.toml"
    if by_hand:
        file.write_text(file.read_text().replace("Stand", "Stand tall") + "# by hand\n")
    else:
        keep(desks(), ID, purpose="Said by the other window.")
    theirs = file.read_bytes()
    with pytest.raises(ContentError) as error:
        keep(four_on, ID, was, purpose="Said here.")
    assert [fault.what for fault in error.value.faults] == [
        "the exercise was changed in another window or in its file since this form was opened."
    ]
    assert file.read_bytes() == theirs
    keep(four_on, ID, was, purpose="Said here.")
    assert "Said here." in file.read_text()
    assert [one.read_bytes() for one in (file.parent / "removed").iterdir()] == [theirs]
    assert keep(four_on, ID, purpose="Said here again.")
