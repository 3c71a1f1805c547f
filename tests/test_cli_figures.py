"""`kit figures`: the promised commands, in a checkout; and what is said where there is none."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Kit

MISSING = "kit figures: authoring of pictures is not in the installed kit. Use a checkout of the project."
needs_extra = pytest.mark.skipif(importlib.util.find_spec("resvg_py") is None, reason="needs the extra draw")


@needs_extra
def test_what_is_recorded_is_not_drawn_again(kit: Kit) -> None:
    """Every picture holds as recorded, and every exercise moves."""
    code, out, err = kit("figures", "check")
    told = "All pictures are current, and all poses hold (0 drawn again, 53 as recorded)."
    assert (code, out, err) == (0, f"{told}\n", "")


@needs_extra
def test_anew_draws_all_that_is_asked_for(kit: Kit) -> None:
    """Recorded or not."""
    told = "All pictures are current, and all poses hold (1 drawn again, 0 as recorded).\n"
    assert kit("figures", "check", "--anew", "walking") == (0, told, "")


@needs_extra
def test_an_exercise_without_a_pose_file(kit: Kit) -> None:
    """It is told with the nearest that has one, for each command, and nothing is written."""
    told = "poses/bridgee.toml: there is no such pose file. Did you mean “bridge”?\n"
    for command in ("check", "draw"):
        code, _, err = kit("figures", command, "bridgee")
        assert (code, err) == (1, told)


@needs_extra
def test_a_sheet(kit: Kit, tmp_path: Path) -> None:
    """One PNG, in the palette asked for; a palette that is not known is told."""
    assert kit("figures", "sheet", "-o", tmp_path / "one.png", "bridge", "--palette", "grey")[0] == 0
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")
    code, _, err = kit("figures", "sheet", "-o", tmp_path / "two.png", "bridge", "--palette", "red")
    assert code == 2
    assert "'red' is not one of day, earth, plum, silver, grey." in " ".join(err.replace("│", "").split())
    assert not (tmp_path / "two.png").exists()


def test_an_installed_kit_says_where_pictures_are_drawn(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the room, and with a stranger's package of its name, every command says the same."""
    found = importlib.util.find_spec
    (tmp_path / "atelier").mkdir()
    stranger = importlib.util.spec_from_file_location("atelier", submodule_search_locations=[str(tmp_path / "atelier")])
    for spec in (None, stranger):
        monkeypatch.setattr(
            importlib.util, "find_spec", lambda name, spec=spec: spec if name == "atelier" else found(name)
        )
        for words in ((), ("draw",), ("check", "--anew"), ("--help",)):
            assert kit("figures", *words) == (1, "", f"{MISSING}\n")


def test_the_kit_does_not_load_the_room() -> None:
    """`kit --help` names the command and imports nothing of it."""
    code = (
        "import sys\nfrom kit.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'atelier'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "figures" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


@needs_extra
def test_the_rooms_own_door_is_the_same_command() -> None:
    """`python -m atelier` takes the same words, and tells the same faults."""
    done = subprocess.run([sys.executable, "-m", "atelier", "check", "bridgee"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        1,
        "poses/bridgee.toml: there is no such pose file. Did you mean “bridge”?\n",
    )
