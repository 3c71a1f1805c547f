"""The clinic's settings: what can be used counts, and all that cannot is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kit.clinic import Clinic, read_clinic
from kit.errors import ContentError
from kit.store.workspace import Workspace


def told(folder: Path) -> tuple[Clinic, list[str]]:
    clinic, faults = Workspace(folder).clinic()
    return clinic, [str(fault) for fault in faults]


def test_a_faulty_field_costs_itself_alone(tmp_path: Path) -> None:
    """Wrong settings are told together, a misspelt one with the right name; the others count."""
    text = 'papper = "a4"\npaper = "a5"\nname = "Clinic"\nlocale = "en-US"\n'
    (tmp_path / "clinic.toml").write_text(text, encoding="utf-8")
    assert told(tmp_path) == (
        Clinic(name="Clinic", locale="en-US"),
        [
            "clinic.toml, paper: “a5” is refused: it must be one of 'a4' or 'letter'. Correct the value.",
            "clinic.toml, papper: is not a known field. Did you mean “paper”?",
        ],
    )


def test_every_field_may_be_faulty(tmp_path: Path) -> None:
    """Each is told once, and the defaults are left."""
    text = "\n".join(f"{name} = [1]" for name in Clinic.model_fields)
    (tmp_path / "clinic.toml").write_text(text, encoding="utf-8")
    clinic, faults = told(tmp_path)
    assert clinic == Clinic()
    assert [fault.partition(":")[0] for fault in faults] == [f"clinic.toml, {name}" for name in Clinic.model_fields]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"name = [", "clinic.toml: is not TOML: Invalid value (at end of document). Mend that line."),
        (b'name = "\xff"', "byte 8 is not UTF-8 text. Save the file again as UTF-8."),
    ],
)
def test_a_file_that_is_no_settings(tmp_path: Path, content: bytes, what: str) -> None:
    """It is told, and the defaults count."""
    (tmp_path / "clinic.toml").write_bytes(content)
    clinic, faults = told(tmp_path)
    assert clinic == Clinic()
    assert [fault.removeprefix(f"{tmp_path / 'clinic.toml'}: ") for fault in faults] == [what]


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe of that name is told, holds nobody, and the defaults count; so is a link to nowhere."""
    path = tmp_path / "clinic.toml"
    os.mkfifo(path)
    no_file = f"{path}: is no file. Give the name of a file, or take this one away."
    assert told(tmp_path) == (Clinic(), [no_file])
    path.unlink()
    path.symlink_to(tmp_path / "gone")
    lost = f"{path}: cannot be read: No such file or directory. Check the name and your rights to the folder."
    assert told(tmp_path) == (Clinic(), [lost])


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and the defaults count."""
    path = tmp_path / "clinic.toml"
    path.write_text('name = "Clinic"\n', encoding="utf-8")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    denied = f"{path}: cannot be read: Permission denied. Check the name and your rights to the folder."
    assert told(tmp_path) == (Clinic(), [denied])


@pytest.mark.parametrize("kind", ["gone", "folder", "pipe", "text"])
def test_a_logo_that_is_none(tmp_path: Path, kind: str) -> None:
    """Missing, a folder, a pipe: told by the name in the settings. The rest of the settings counts."""
    (tmp_path / "clinic.toml").write_text('name = "Clinic"\nlogo = "logo.png"\n', encoding="utf-8")
    logo = tmp_path / "logo.png"
    makers: dict[str, Callable[[Path], object]] = {"gone": str, "folder": os.mkdir, "pipe": os.mkfifo}
    makers["text"] = lambda path: path.write_text("no picture")
    makers[kind](logo)
    clinic, faults = told(tmp_path)
    assert clinic == Clinic(name="Clinic", logo="")
    what = "clinic.toml, logo: “logo.png” is no picture beside it (.svg, .png, .jpg, .jpeg). Correct the name."
    if kind == "text":
        assert len(faults) == 1
        assert faults[0].startswith("logo.png: is no picture: ")
        assert faults[0].endswith(" Save it again as PNG.")
    else:
        assert faults == [what]


def test_a_logo_is_taken(tmp_path: Path) -> None:
    """A picture beside the file is given with its path, through a link too."""
    Image.new("RGB", (8, 8)).save(tmp_path / "true.png")
    (tmp_path / "logo.png").symlink_to(tmp_path / "true.png")
    (tmp_path / "clinic.toml").write_text('logo = "logo.png"\n', encoding="utf-8")
    assert told(tmp_path) == (Clinic(logo=str(tmp_path / "logo.png")), [])


def test_no_settings_are_the_defaults(tmp_path: Path) -> None:
    """Without the file nothing is told."""
    assert read_clinic(tmp_path / "clinic.toml") == (Clinic(), ())


HELD = (
    "clinic.toml: has a fault that may concern the clinic's limits, and no plan is issued before it is mended. "
    "Mend what is told here, and issue again."
)


@pytest.mark.parametrize(
    ("text", "told_of_it"),
    [
        (
            '[settings]\nsecond_person = "yes"\nsecond_persn = true\n',
            [
                "clinic.toml, settings.second_person: “yes” is refused: it must be true or false. Correct the value.",
                "clinic.toml, settings.second_persn: is not a known field. Did you mean “second_person”?",
            ],
        ),
        ("second_person = true\n", ["clinic.toml, second_person: is not a known field. Remove it."]),
        (
            'paper = "a7"\n[setings]\nsecond_person = true\n',
            ["clinic.toml, setings: is not a known field. Did you mean “settings”?"],
        ),
        ("settings = [", ["clinic.toml: is not TOML: Invalid value (at end of document). Mend that line."]),
    ],
)
def test_no_limit_that_cannot_be_read_counts_as_not_set(tmp_path: Path, text: str, told_of_it: list[str]) -> None:
    """For issuing a plan: all faults that may concern a limit are told at once, and what only dresses a handout not."""
    (tmp_path / "clinic.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        Workspace(tmp_path).clinic_to_issue()
    told_now = [str(fault).replace(f"{tmp_path}{os.sep}", "") for fault in caught.value.faults]
    assert told_now == [HELD, *told_of_it]


def test_what_dresses_the_handout_holds_no_plan(tmp_path: Path) -> None:
    """Every field but the limits, and a logo that is no picture, whatever its name."""
    (tmp_path / "settings.svg").write_text("x", encoding="utf-8")
    dress = [f"{name} = [1]" for name in Clinic.model_fields if name not in ("settings", "logo")]
    (tmp_path / "clinic.toml").write_text("\n".join([*dress, 'logo = "settings.svg"']), encoding="utf-8")
    workspace = Workspace(tmp_path)
    assert len(workspace.clinic()[1]) == len(Clinic.model_fields) - 1
    assert workspace.clinic_to_issue() == workspace.clinic()
    (tmp_path / "clinic.toml").write_text("logo = [1]", encoding="utf-8")
    assert workspace.clinic_to_issue() == workspace.clinic()
