"""`kit figures new`: what it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from atelier import begin as begin_module
from atelier import door
from atelier import pose as pose_module
from atelier.begin import PRESETS, begin
from atelier.pose import poses_dir, read_pose
from atelier.possible import check_panel
from atelier.solve import solve
from kit.errors import ContentError, Fault, KitError
from tests.conftest import Kit

BRIDGE = (poses_dir() / "bridge.toml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def poses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of poses with one in it."""
    folder = tmp_path / "poses"
    folder.mkdir()
    (folder / "bridge.toml").write_text(BRIDGE, encoding="utf-8")
    for module in (pose_module, begin_module):
        monkeypatch.setattr(module, "poses_dir", lambda: folder)
    return folder


def test_a_copy(kit: Kit, poses: Path) -> None:
    """Every byte of the other one's file; and what to do next is said."""
    code, out, err = kit("figures", "new", "my_bridge", "--like", "bridge")
    path = poses / "my_bridge.toml"
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"Written: {path}",
        "Change it in a text editor, or on the desk: uv run --no-sync jupyter lab atelier/pose.ipynb",
        "See it: uv run --no-sync kit figures show my_bridge --png my_bridge.png",
    ]
    assert path.read_text(encoding="utf-8") == BRIDGE


@pytest.mark.parametrize("preset", PRESETS)
def test_a_first_start_and_end(preset: str) -> None:
    """Of each preset: read without faults, and possible for a body as it stands."""
    begin("my_new", preset=preset)
    pose, before = read_pose("my_new"), None
    assert [(panel.name, panel.preset) for panel in pose.panels] == [("start", preset), ("end", preset)]
    for panel in pose.panels:
        before, _ = solve(panel, before)
        assert check_panel("my_new", panel, before) == []


def test_it_stands_where_nothing_is_said() -> None:
    """The first preset."""
    begin("my_new")
    assert read_pose("my_new").panels[0].preset == "stand"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("bridge", None, None), "poses/bridge.toml: is there already. Change it, or choose another id."),
        (("my_new", "bridgee", None), "kit figures new --like: “bridgee” has no pose file. Did you mean “bridge”?"),
        (("my_new", "xylophone", None), "kit figures new --like: “xylophone” has no pose file. Known: bridge."),
        (("my_new", None, "pron"), "kit figures new --preset: “pron” is no preset. Did you mean “prone”?"),
        (
            ("my_new", "bridge", "prone"),
            "kit figures new --preset: goes without --like, whose file has one. Leave one out.",
        ),
    ],
)
def test_what_is_refused(poses: Path, asked: tuple[str, str | None, str | None], told: str) -> None:
    """With the value, the rule and the mend; nothing is written."""
    with pytest.raises(KitError) as caught:
        begin(*asked)
    assert str(caught.value) == told
    assert [path.name for path in poses.iterdir()] == ["bridge.toml"]
    assert (poses / "bridge.toml").read_text(encoding="utf-8") == BRIDGE


@pytest.mark.parametrize("name", ["Hip Abduction", "../bridge2", "", "9lives"])
def test_an_id_that_is_none(poses: Path, name: str) -> None:
    """It would name no exercise, and might name a file elsewhere."""
    with pytest.raises(KitError, match="small letters, digits and underscores"):
        begin(name)
    assert [path.name for path in poses.iterdir()] == ["bridge.toml"]


def test_what_cannot_be_read_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sheet of the picture before is left to be taken for the new one; what was drawn is shown whatever is wrong."""
    out = tmp_path / "bridge.png"

    def unreadable(_: object) -> list[Fault]:
        raise ContentError(Fault("poses/bridge.toml", "is not TOML.", ""))

    monkeypatch.setattr(door, "_draw", unreadable)
    with pytest.raises(ContentError):
        door.show(["bridge"], out)
    assert not out.exists()
    monkeypatch.setattr(door, "_draw", lambda _: [Fault("bridge", "is off.", "")])
    with pytest.raises(typer.Exit):
        door.show(["bridge"], out)
    assert out.exists()
