"""Which folder a command works in when none is named."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kit.cli.app import app
from kit.store.place import VARIABLE
from kit.store.store import open_store
from kit.store.workspace import USUAL, usual_workspace
from tests.conftest import Kit

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
FAULTY = 'paper = "a5"\n'
OF_PAPER = "clinic.toml, paper: “a5” is refused: it must be one of 'a4' or 'letter'. Correct the value."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kit: Kit) -> Path:
    """A folder with a draft, and the folder `clinic` beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert kit("new", "knee-osteoarthritis", "--start", "2026-06-01", "-o", "p.json")[0] == 0
    (tmp_path / USUAL).mkdir()
    return tmp_path


@pytest.mark.parametrize("name", ["clinic.toml", "clinic.db", "Clinic.TOML"])
def test_settings_or_a_store_make_a_workspace(here: Path, name: str) -> None:
    """The present folder before `clinic` in it; where neither is one, the present folder."""
    assert usual_workspace(here) == here
    (here / USUAL / name).touch()
    assert usual_workspace(here) == here / USUAL
    (here / name).touch()
    assert usual_workspace(here) == here


def test_the_clinic_beside_the_plan_is_used_and_told(here: Path, kit: Kit) -> None:
    """Its settings count from the folder that it stands in; a folder that is named is the one that is taken."""
    (here / USUAL / "clinic.toml").write_text(FAULTY, encoding="utf-8")
    err = kit("check", "p.json", "--on", "2026-06-01")[2]
    assert err.splitlines() == ["Workspace: clinic", OF_PAPER]
    assert kit("check", "p.json", "--on", "2026-06-01", "--workspace", ".")[2] == ""
    (here / "clinic.toml").touch()
    assert kit("check", "p.json", "--on", "2026-06-01")[2] == ""


def test_the_clinics_limits_hold_from_the_folder_that_it_stands_in(here: Path, kit: Kit) -> None:
    """A screen that is too old for the clinic issues nothing."""
    plan = json.loads((here / "p.json").read_text(encoding="utf-8"))
    plan["context"]["red_flags_screened"] = "2026-05-25"
    (here / "p.json").write_text(json.dumps(plan), encoding="utf-8")
    (here / USUAL / "clinic.toml").write_text("settings.dates.screen_age_days = 3\n", encoding="utf-8")
    code, out, err = kit("issue", "p.json", "--by", "A. Physio", "--on", "2026-06-01")
    assert code == 1
    assert "Workspace: clinic" in err
    assert "it may be 3 days old" in out + err


def test_the_store_of_the_clinic_is_asked(here: Path, kit: Kit) -> None:
    """By the commands that work with a store alone, too."""
    assert kit("diary", "list")[::2] == (1, "clinic.db: is not there. Name the folder that you open with kit lab: "
                                         "--workspace clinic.\n")  # fmt: skip
    open_store(here / USUAL, who="A", now=lambda: NOON).close()
    assert kit("diary", "list") == (0, "No diary was imported.\n", "Workspace: clinic\n")


@pytest.mark.parametrize("name", ["Clinic.toml", "CLINIC.TOML"])
def test_settings_in_capitals_are_told_and_nothing_is_issued(here: Path, kit: Kit, name: str) -> None:
    """Nobody reads them, beside a file of the right name or without one."""
    (here / name).write_text("settings.second_person = true\n", encoding="utf-8")
    told = f"{name}: is not read: the settings are in clinic.toml, in small letters. Rename it to clinic.toml, or take it away."
    assert kit("check", "p.json", "--on", "2026-06-01")[2] == f"{told}\n"
    for _ in range(2):
        code, out, err = kit("issue", "p.json", "--by", "A. Physio", "--on", "2026-06-01")
        assert code == 1
        assert told in out + err
        (here / "clinic.toml").touch()


def test_every_command_with_a_workspace_looks_for_it() -> None:
    """No option of that name goes its own way."""
    import typer

    found = []
    groups = [typer.main.get_command(app)]
    for group in groups:
        for command in getattr(group, "commands", {}).values():
            groups.append(command)
            found += [p for p in command.params if "--workspace" in p.opts]
    assert len(found) >= 10
    assert all(option.callback is not None for option in found)
