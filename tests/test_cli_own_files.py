"""Broken files of the clinician's own: each command tells them and goes on without them."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from kit.library.library import Library
from kit.places import data_dir
from kit.plan.template import template
from kit.store.own_templates import OwnTemplates
from kit.store.workspace import Workspace
from tests.conftest import Kit

pytestmark = pytest.mark.usefixtures("unprinted")
SAMPLE = data_dir() / "sample"
NO_TOML = "broken.toml: is not TOML: Invalid value (at end of document). Mend that line.\n"
NO_FILE = "is no file. Give the name of a file, or take this one away.\n"
NO_PAPER = "clinic.toml, paper: “a7” is refused: it must be one of 'a4' or 'letter'. Correct the value.\n"
COMMANDS = (
    ("library", "pretzel"),
    ("templates",),
    ("new", "knee-glute-stretches", "-o", "new.json", "--start", "2026-06-01"),
    ("timing", "plan.json"),
    ("timing", "issued.json"),
    ("check", "plan.json"),
    ("check", "issued.json", "--json"),
    ("handout", "plan.json", "-o", "out"),
    ("handout", "issued.json", "-o", "out"),
)


@pytest.fixture(autouse=True)
def plans(kit: Kit) -> None:
    """plan.json, a draft of the four, and issued.json, the sample's first version; an empty folder for exercises."""
    kit("new", "knee-glute-stretches", "-o", "plan.json", "--start", "2026-06-01")
    shutil.copy(SAMPLE / "plan-v1.json", "issued.json")
    Path("exercises").mkdir()


def own(name: str, base: str = "clamshell") -> Path:
    """An own exercise, the same as `base`."""
    path = Path("exercises", f"{name}.toml")
    text = (data_dir() / "exercises" / f"{base}.toml").read_text(encoding="utf-8")
    path.write_text(text.replace(f'id = "{base}"', f'id = "{name}"'), encoding="utf-8")
    return path


def alike(told: str) -> str:
    """What a command said, without the code that each new plan has to itself."""
    return re.sub(r"code [A-Z]{8}", "code", told)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_broken_exercise_changes_nothing_but_is_told(kit: Kit, words: tuple[str, ...]) -> None:
    """The same output and exit code as without the file, and its fault beside it; an issued plan goes on as well."""
    without = kit(*words)
    for made in ("out", "new.json"):
        shutil.rmtree(made) if Path(made).is_dir() else Path(made).unlink(missing_ok=True)
    Path("exercises/broken.toml").write_text("x = [", encoding="utf-8")
    told = "" if words == ("templates",) else NO_TOML
    code, out, err = kit(*words)
    assert (code, alike(out), err) == (without[0], alike(without[1]), told + without[2])


def test_a_broken_override_leaves_the_kits_own(kit: Kit) -> None:
    """A plan that means an exercise of the kit goes on with that one."""
    before = kit("timing", "plan.json")[1]
    Path("exercises/standing_itb_stretch.toml").write_text("x = [", encoding="utf-8")
    assert kit("timing", "plan.json") == (0, before, NO_TOML.replace("broken", "standing_itb_stretch"))


@pytest.mark.parametrize("command", [("timing",), ("check",), ("handout", "-o", "out")])
def test_a_plan_that_needs_it_is_refused_by_name(kit: Kit, command: tuple[str, ...]) -> None:
    """The item and the exercise are named, and what is wrong with its file stands beside."""
    text = Path("plan.json").read_text(encoding="utf-8")
    Path("plan.json").write_text(text.replace("standing_itb_stretch", "my_clam"), encoding="utf-8")
    path = own("my_clam")
    path.write_text(path.read_text(encoding="utf-8") + "\nodd = 1\n", encoding="utf-8")
    code, out, err = kit(*command, "plan.json")
    [told] = [fault for fault in own_faults() if fault.startswith("my_clam.toml")]
    assert code == 1
    assert f"item i3: “my_clam” is left out: {told.removesuffix(' Remove it.')}" in out + err
    assert err.startswith(f"{told}\n")
    assert not Path("out").exists()


def own_faults() -> list[str]:
    return [str(fault) for fault in Workspace(Path()).usable()[1]]


@pytest.mark.parametrize("words", [("check", "plan.json"), ("handout", "plan.json", "-o", "out")], ids=" ".join)
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('paper = "a7"\n', NO_PAPER),
        ('logo = "gone.png"\n', "clinic.toml, logo: “gone.png” is no picture beside it (.svg, .png, .jpg, .jpeg). "),
        ("x = [", "clinic.toml: is not TOML: Invalid value (at end of document). Mend that line.\n"),
    ],
)
def test_faults_of_the_settings_are_told(kit: Kit, words: tuple[str, ...], text: str, fault: str) -> None:
    """A field, a logo, or the whole: the command goes on with the rest, with the same exit code."""
    code, out, err = kit(*words)
    shutil.rmtree("out", ignore_errors=True)
    Path("clinic.toml").write_text(text, encoding="utf-8")
    now = kit(*words)
    assert now[:2] == (code, out)
    assert now[2].startswith(fault)
    assert now[2].endswith(err)


def test_the_good_settings_count(kit: Kit) -> None:
    """What stands beside a faulty field is in the handout."""
    Path("clinic.toml").write_text('paper = "a7"\nname = "Zebrawood Clinic"\n', encoding="utf-8")
    assert kit("handout", "plan.json", "-o", "out")[0::2] == (0, NO_PAPER)
    assert "Zebrawood Clinic" in Path("out/patient/session.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [*COMMANDS], ids=" ".join)
def test_pipes_in_the_workspace_hold_nobody(kit: Kit, words: tuple[str, ...]) -> None:
    """Pipes named as exercises, settings and plans: every command ends as without them, and tells those it met."""
    without = kit(*words)
    for made in ("out", "new.json"):
        shutil.rmtree(made) if Path(made).is_dir() else Path(made).unlink(missing_ok=True)
    Path("plans").mkdir()
    for name in ("exercises/x.toml", "clinic.toml", "plans/y.json"):
        os.mkfifo(name)
    code, out, err = kit(*words)
    assert (code, alike(out)) == (without[0], alike(without[1]))
    assert ("x.toml: is no file." in err) == (words != ("templates",))
    assert (f"clinic.toml: {NO_FILE}" in err) == (words[0] in ("check", "handout"))


@pytest.mark.parametrize(
    "words",
    [
        ("timing", "pipe"),
        ("check", "pipe"),
        ("handout", "pipe", "-o", "out"),
        ("handout", "plan.json", "--since", "pipe", "-o", "out"),
        ("adherence", "pipe", "--log", "pipe"),
        ("adherence", "issued.json", "--log", "pipe"),
        ("new", "knee-glute-stretches", "--force", "-o", "pipe"),
        *(("import-exercises", "pipe", "--from", kind, "-o", "out") for kind in ("csv", "wger", "free-exercise-db")),
    ],
    ids=" ".join,
)
def test_a_pipe_as_an_argument_is_refused(kit: Kit, words: tuple[str, ...]) -> None:
    """At once, by its name, and nothing is written."""
    os.mkfifo("pipe")
    code, _, err = kit(*words)
    told = "is no draft plan and is not overwritten. Choose another name.\n" if words[0] == "new" else NO_FILE
    assert code == 1
    assert err.splitlines(keepends=True)[0] == f"pipe: {told}"
    assert not Path("out").exists()
    assert Path("pipe").is_fifo()


def test_what_is_written_is_the_owners_alone(kit: Kit) -> None:
    """A plan and a handout, patient's and record, whatever the umask."""
    before = os.umask(0)
    try:
        kit("new", "knee-glute-stretches", "-o", "deep/new.json")
        kit("handout", "issued.json", "-o", "out")
    finally:
        os.umask(before)
    made = [Path("deep"), Path("deep/new.json"), Path("out"), *Path("out").rglob("*")]
    assert len(made) == 12
    assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}


def test_json_stays_json(kit: Kit) -> None:
    """Faults go to the other stream."""
    Path("exercises/broken.toml").write_text("x = [", encoding="utf-8")
    code, out, err = kit("library", "--json")
    assert (code, len(json.loads(out)), err) == (0, len(Library.load()), NO_TOML)


def test_a_template_of_her_own_is_there_too(kit: Kit) -> None:
    """It is listed first and a plan begins with it; one that is broken is told, and costs itself alone."""
    own_templates = OwnTemplates(Workspace(".").templates)
    mine = template("knee-glute-stretches").model_copy(update={"name": "Mine"})
    name = own_templates.keep(mine)
    assert kit("templates")[1].splitlines()[0] == f"{name}  Mine"
    assert kit("new", name, "-o", "mine.json", "--start", "2026-06-01")[0] == 0
    assert len(json.loads(Path("mine.json").read_text(encoding="utf-8"))["items"]) == 4
    (own_templates.folder / "broken.toml").write_text("x = [", encoding="utf-8")
    code, out, err = kit("templates")
    assert (code, out.splitlines()[0], err) == (0, f"{name}  Mine", NO_TOML)
