"""Broken files of the clinician's own: planner and library open, tell them, and do all the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kit.places import data_dir
from kit.ui.bookshelf.page import bookshelf
from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.page import Planner
from tests.ui.conftest import desk_on, start_of, work_of

NO_FILE = "is no file. Give the name of a file, or take this one away."


def own(folder: Path, name: str, base: str, old: str = "", new: str = "") -> None:
    (folder / "exercises").mkdir(exist_ok=True)
    text = (data_dir() / "exercises" / f"{base}.toml").read_text(encoding="utf-8")
    text = text.replace(f'id = "{base}"', f'id = "{name}"').replace(old, new)
    (folder / "exercises" / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def piped(tmp_path: Path) -> Path:
    """A workspace with a pipe under each name that is read."""
    for folder in ("exercises", "plans"):
        (tmp_path / folder).mkdir()
    for name in ("exercises/x.toml", "clinic.toml", "plans/y.json"):
        os.mkfifo(tmp_path / name)
    return tmp_path


def test_pipes_hold_neither_planner_nor_library(piped: Path) -> None:
    """Each is told once, and a plan can be made and kept."""
    desk = desk_on(piped)
    assert sorted(map(str, desk.notices)) == [
        f"{piped / 'clinic.toml'}: {NO_FILE}",
        "x.toml: is no file. Rename it, or take it out of the folder.",
    ]
    desk.do({"do": "template", "template": FIRST_OFFER})
    assert work_of(desk)["plan"]["total_s"] == 680
    page = bookshelf(piped)
    assert [notice["where"] for notice in page.notices] == [str(piped / "clinic.toml")]
    assert [file["file"] for file in page.own["files"]] == ["x.toml"]


def test_a_logo_that_is_no_picture_keeps_nothing_shut(tmp_path: Path) -> None:
    """The library shows its exercises, and the handout is made, the fault told with it."""
    (tmp_path / "logo.svg").write_text("no picture", encoding="utf-8")
    (tmp_path / "clinic.toml").write_text('logo = "logo.svg"\n', encoding="utf-8")
    assert bookshelf(tmp_path).one["sheet"]["steps"]
    page = Planner(desk_on(tmp_path))
    page._heard(page, {"do": "template", "template": FIRST_OFFER}, [])
    page._heard(page, {"do": "export", "name": "", "paper": "", "large": False, "palette": ""}, [])
    assert [(notice["where"], notice["of"]) for notice in page.notices] == [("logo.svg", "export")]
    assert len(list((tmp_path / "handouts").rglob("handout.pdf"))) == 1


def test_an_unfinished_exercise_in_place_of_the_kits(tmp_path: Path) -> None:
    """Templates that mean it are not offered, which is told; the others are, and the planner opens."""
    all_offers = {offer["id"] for offer in start_of(desk_on(tmp_path))["offers"]}
    own(tmp_path, "standing_itb_stretch", "standing_itb_stretch", "steps = [", 'needs_clinician = ["dose"]\nsteps = [')
    desk = desk_on(tmp_path)
    offers = {offer["id"] for offer in start_of(desk)["offers"]}
    assert offers < all_offers
    assert FIRST_OFFER not in offers
    told = (
        "the exercise “standing_itb_stretch” is not complete: dose still to be filled in. Fill these fields in "
        "standing_itb_stretch.toml in your exercises folder, then take them out of needs_clinician."
    )
    assert {str(fault) for fault in desk.notices} == {f"template {name}: {told}" for name in all_offers - offers}


def test_a_kept_plan_whose_exercise_is_broken_is_refused_by_name(tmp_path: Path) -> None:
    """Opening it says what is wrong with the file, and what was in hand stays."""
    own(tmp_path, "my_clam", "clamshell")
    desk = desk_on(tmp_path)
    desk.do({"do": "add", "exercise_id": "my_clam"})
    own(tmp_path, "my_clam", "clamshell", "steps = [", "stps = [")
    page = Planner(desk_on(tmp_path))
    page._heard(page, {"do": "open", "code": desk.held().code, "version": 1}, [])
    assert page.view["plan"] is None
    assert [notice["what"] for notice in page.notices] == ["“my_clam” is left out: my_clam.toml, steps: is missing."]
