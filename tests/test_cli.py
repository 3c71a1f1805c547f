"""The command line: promised outputs, exit codes, and a message with a mend instead of a traceback."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from kit.cli import main
from kit.errors import KitError
from kit.places import data_dir
from kit.plan.document import read_plan
from tests.conftest import Kit

SAMPLE = data_dir() / "sample"


@pytest.fixture
def plan(kit: Kit) -> Path:
    """p.json from the template, starting on 1 June 2026."""
    assert kit("new", "knee-glute-stretches", "-o", "p.json", "--start", "2026-06-01")[0] == 0
    return Path("p.json")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_four_stretches_take_680_seconds(kit: Kit, plan: Path) -> None:
    """The timing of the four, as JSON: the total and the steps that make it."""
    code, out, err = kit("timing", plan, "--json")
    told = json.loads(out)
    assert (code, err, told["total_s"]) == (0, "", 680)
    assert sum(s["end_s"] - s["start_s"] for s in told["steps"]) == 680
    assert kit("timing", plan, "--on", "2026-05-01", "--json")[1].split() == [
        "{",
        '"total_s":',
        "0,",
        '"steps":',
        "[]",
        "}",
    ]


def test_new_says_what_a_plan_is_made_for(kit: Kit) -> None:
    """Its condition is in the plan file, and in the words of the command."""
    said = kit("new", "knee-replacement-weeks-0-6", "-o", "k.json")[1]
    assert said.endswith(
        "Made for: Total knee replacement. It is among the patient's conditions; take out what is not so.\n"
    )
    assert [held.condition for held in read_plan(Path("k.json")).context.conditions] == ["tka"]


def test_new_keeps_what_is_there(kit: Kit, plan: Path) -> None:
    """Nothing is overwritten without --force, and an issued plan or another file not even then."""
    assert kit("new", "knee-glute-stretches", "-o", plan)[0::2] == (
        1,
        "p.json: is there already. Choose another name, or add --force.\n",
    )
    assert kit("new", "knee-glute-stretches", "-o", plan, "--force")[0] == 0
    shutil.copy(SAMPLE / "plan-v1.json", plan)
    issued = plan.read_bytes()
    assert kit("new", "knee-glute-stretches", "-o", plan, "--force")[0] == 1
    assert plan.read_bytes() == issued


def test_library(kit: Kit) -> None:
    """JSON lists all with id, name, region, category; words find, filters hold, none found is told."""
    code, out, _ = kit("library", "--json")
    listed = json.loads(out)
    assert code == 0
    assert {"id", "name", "region", "category"} <= listed[0].keys()
    assert json.loads(kit("library", "pretzel", "--json")[1])[0]["id"] == "supine_figure4_stretch"
    assert kit("library", "xyzzy")[1].startswith("No exercise matches.")
    assert kit("library", "--region", "tail")[0] == 2


def test_handout(kit: Kit, plan: Path) -> None:
    """Every file, twice the same bytes; several plans each in a folder of its own."""
    assert kit("handout", plan, "-o", "out")[0] == 0
    assert kit("handout", plan, "-o", "two")[0] == 0
    made = sorted(path.relative_to("out") for path in Path("out").rglob("*.*"))
    assert len(made) == 7
    for name in made:
        assert Path("out", name).read_bytes() == Path("two", name).read_bytes()
    assert kit("handout", plan, SAMPLE / "plan-v1.json", "-o", "all")[0] == 0
    assert sorted(path.name[:-8] for path in Path("all").iterdir()) == ["P-001-", "p-"]
    assert len([*Path("all").glob("*/patient/handout.pdf")]) == 2


def test_adherence_of_the_sample(kit: Kit) -> None:
    """The worked patient: 15 of 22, in JSON and in words."""
    words: tuple[object, ...] = ("adherence", SAMPLE / "plan-v1.json", SAMPLE / "plan-v2.json", "--as-of", "2026-06-30")
    words += ("--log", SAMPLE / "diary-v1.csv", "--log", SAMPLE / "diary-v2.csv")
    code, out, err = kit(*words, "--json")
    pooled = json.loads(out)["pooled"]
    assert (code, err) == (0, "")
    assert [pooled[key] for key in ("expected", "done", "not_done", "missing")] == [22, 15, 3, 4]
    assert (
        "68 % (15 of 22) of the sessions done, could be on either side of 80 %, between 46 % and 83 %."
        in kit(*words)[1]
    )


def test_two_diaries_that_contradict_each_other_are_told(kit: Kit, tmp_path: Path) -> None:
    """Both answers by file, day and exercise, and how it is settled; the numbers are shown all the same."""
    text = (SAMPLE / "diary-v1.csv").read_text(encoding="utf-8-sig")
    assert ",done," in text
    other = tmp_path / "other.csv"
    other.write_text(text.replace(",done,", ",not_done,", 1), encoding="utf-8")
    words = (
        "adherence",
        SAMPLE / "plan-v1.json",
        "--as-of",
        "2026-06-30",
        "--log",
        SAMPLE / "diary-v1.csv",
        "--log",
        other,
    )
    code, out, err = kit(*words, "--json")
    line = err.splitlines()[-1]
    assert code == 1
    assert "status is done in diary-v1.csv, row " in line
    assert "; not_done in other.csv, row " in line
    assert line.endswith("The one with the most done counts. Correct the one that is wrong.")
    told = json.loads(out)
    assert str(told["faults"][-1]["what"]) in line
    assert told["pooled"] == json.loads(kit(*words[:-2], "--json")[1])["pooled"]


def test_demo(kit: Kit) -> None:
    """The whole loop leaves its files."""
    assert kit("demo", "demo")[0] == 0
    assert Path("demo/version-2/patient/handout.pdf").is_file()
    assert Path("demo/adherence.png").stat().st_size > 10_000


@pytest.mark.parametrize("command", ["timing", "handout"])
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '"hold_s": 30',
            '"hold_s": -5',
            "p.json, items.0.dose.hold_s: -5 is refused: it must be 0 or more. Correct the value.",
        ),
        (
            '"hold_s": 30',
            '"hold_s": "30s"',
            "p.json, items.0.dose.hold_s: “30s” is not a whole number. Write a number without a unit, such as 30.",
        ),
        (
            "supine_leg_crossover",
            "supine_leg_crosover",
            "plan p, item i4: “supine_leg_crosover” is not in the library. Did you mean “supine_leg_crossover”?",
        ),
        (
            '"format": 2',
            '"format": 7',
            "p.json: has format 7, and this kit reads format 2 and 1. Open it with the version of the kit that made it.",
        ),
    ],
)
def test_bad_plans(command: str, old: str, new: str, message: str, kit: Kit, plan: Path) -> None:
    """Value, rule and mend; exit code 1; nothing written."""
    change(plan, old, new)
    words = (command, plan) if command == "timing" else (command, plan, "-o", "out")
    code, out, err = kit(*words)
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == message
    assert not Path("out").exists()


def test_an_empty_plan(kit: Kit, plan: Path) -> None:
    """A plan without exercises is refused, not printed empty."""
    data = json.loads(plan.read_text(encoding="utf-8"))
    plan.write_text(json.dumps({**data, "items": []}), encoding="utf-8")
    assert kit("handout", plan, "-o", "out") == (1, "", "plan p: it has no exercises. Add at least one exercise.\n")


def test_two_faults_in_an_own_exercise(kit: Kit) -> None:
    """Both are told, each with file, field, value, rule and mend; the kit's own exercise stays in its place."""
    Path("exercises").mkdir()
    own = Path("exercises/standing_itb_stretch.toml")
    shutil.copy(data_dir() / own, own)
    change(own, "reps = 2\n", "reps = 0\n")
    change(own, "hold_s = 30\n", 'hold_s = "30s"\n')
    whole = kit("library", "--workspace", "exercises")[1]
    assert kit("library") == (
        0,
        whole,
        "standing_itb_stretch.toml, dose.reps: 0 is refused: it must be 1 or more. Correct the value.\n"
        "standing_itb_stretch.toml, dose.hold_s: “30s” is not a whole number. Write a number without a unit, such as 30.\n",
    )


def test_a_diary_with_an_unknown_column(kit: Kit) -> None:
    """The column is named, the rest is still read, and the exit code says that something was wrong."""
    diary = Path("diary.csv")
    shutil.copy(SAMPLE / "diary-v1.csv", diary)
    change(diary, "effort", "efort")
    code, out, err = kit("adherence", SAMPLE / "plan-v1.json", "--log", diary, "--as-of", "2026-06-30")
    assert code == 1
    assert "9 of 12" in out
    assert "efort" in err
    assert "Did you mean “effort”?" in err


def test_a_diary_of_another_plan(kit: Kit, plan: Path) -> None:
    """It is refused, both plans named, and no percentage is said."""
    code, out, err = kit("adherence", plan, "--log", SAMPLE / "diary-v1.csv", "--as-of", "2026-06-30")
    assert (code, out) == (1, "")
    ours = read_plan(plan)
    assert err == (
        f"diary-v1.csv: belongs to P-001 ({read_plan(SAMPLE / 'plan-v1.json').code}), not to p ({ours.code}). "
        "Give the diary of this plan.\n"
    )


@pytest.mark.parametrize(("old", "new"), [(",i1,", ",i99,"), ("P-001,1,", "P-001,9,")])
def test_rows_behind_the_plan(kit: Kit, old: str, new: str) -> None:
    """They are refused by name and counted as refused; where none stands, no percentage is said."""
    diary = Path("diary.csv")
    lines = (SAMPLE / "diary-v1.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    diary.write_text(lines[0] + lines[1] + lines[2].replace(old, new, 1), encoding="utf-8", newline="")
    words: tuple[object, ...] = ("adherence", SAMPLE / "plan-v1.json", "--log", diary, "--as-of", "2026-06-30")
    code, out, err = kit(*words)
    assert (code, out.splitlines()[-1]) == (1, "1 row was refused and is not counted.")
    assert err.startswith("diary.csv, row 3: ")
    assert new.strip(",").split(",")[-1] in err
    diary.write_text(lines[0] + (lines[1] + lines[2]).replace(old, new), encoding="utf-8", newline="")
    code, out, _ = kit(*words)
    assert (code, out) == (
        1,
        "No row of the diary stands, so that nothing can be counted.\n2 rows were refused and are not counted.\n",
    )
    told = json.loads(kit(*words, "--json")[1])
    assert ("pooled" in told, [reject["row"] for reject in told["rejects"]]) == (False, [2, 3])


@pytest.mark.usefixtures("unprinted")
def test_a_filled_diary_in_the_way(kit: Kit, plan: Path) -> None:
    """It stays byte for byte, and the command says so."""
    diary = Path("out/patient/diary.csv")
    diary.parent.mkdir(parents=True)
    shutil.copy(SAMPLE / "diary-v1.csv", diary)
    before = diary.read_bytes()
    code, _, err = kit("handout", plan, "-o", "out")
    assert code == 1
    assert err == (
        f"{diary}: has entries and is not overwritten. Move it, or choose another folder.\n"
        "out: holds a handout of which nobody can tell whose it is: record/plan.json is missing. "
        "Choose another folder.\n"
    )
    assert diary.read_bytes() == before
    assert [p.name for p in Path("out").rglob("*") if p.is_file()] == ["diary.csv"]


def test_debug_shows_where_it_comes_from() -> None:
    """--debug lets the error through for an engineer."""
    with pytest.raises(KitError):
        main(["timing", "no-such-file.json", "--debug"])


def test_wrong_use_is_2(kit: Kit) -> None:
    """A command that does not exist, or lacks its argument."""
    assert kit("dance")[0] == 2
    assert kit("timing")[0] == 2


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("heel", "raise"), "heel_raise_double"),
        (("pretzel",), "supine_figure4_stretch"),
        (("it", "band"), "standing_itb_stretch"),
        (("clam", "shell"), "clamshell"),
        (("glute", "brige"), "bridge"),
    ],
)
def test_the_right_exercise_comes_first(words: tuple[str, ...], first: str, kit: Kit) -> None:
    """By any name she uses, and with a typing error."""
    code, out, _ = kit("library", *words, "--json")
    found = json.loads(out)
    assert (code, found[0]["id"]) == (0, first)
    assert {"id", "name", "region", "category"} <= found[0].keys()


def test_filters_of_the_library_combine(kit: Kit) -> None:
    """What is at hand, position and muscle narrow the list together."""
    found = json.loads(kit("library", "--position", "supine", "--muscle", "gluteus", "--equipment", "mat", "--json")[1])
    assert {e["id"] for e in found} >= {"bridge", "single_leg_bridge"}
    assert all("supine" in e["position"] for e in found)
    assert not {e["id"] for e in found} & {"hamstring_strap_stretch", "band_row"}


def test_check_tells_what_does_not_fit_and_scores_what_is_said(kit: Kit, plan: Path) -> None:
    """Findings with level, place, reason, source and mend; an unanswered AVOID is exit code 1, else 0."""
    code, out, err = kit("check", plan, "--on", "2026-06-01", "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert {f["level"] for f in told["findings"]} <= {"CAUTION", "INFO"}
    assert all(f[part] for f in told["findings"] for part in ("where", "what", "why", "source", "mend"))
    assert told["cert"]["said"] + len(told["cert"]["missing"]) == told["cert"]["of"]
    assert told["reading"]["grade"] <= 6
    held = '"conditions": [{"condition": "gtps"}]'
    change(plan, '"conditions": []', held)
    code, out, _ = kit("check", plan, "--on", "2026-06-01")
    assert code == 1
    assert "AVOID  i3, Standing side hip stretch: Gluteal tendinopathy" in out
    assert "In its place: Bridge, Clamshell, Side-lying hip abduction." in out
    assert out.splitlines()[-1] == "Decision support for clinicians. Not a diagnosis, not complete. You decide."


def test_a_foreign_collection_is_planned_only_after_a_clinician_filled_it_in(kit: Kit) -> None:
    """Good records become files, a broken one is named, and the plan refuses what is still open."""
    records: list[dict[str, object]] = [
        {
            "name": "Made-up press",
            "category": "strength",
            "instructions": ["Press. Let go."],
            "primaryMuscles": ["chest"],
        },
        {"name": 7},
    ]
    for record in records:
        record |= {
            "id": "x",
            "force": None,
            "level": "beginner",
            "mechanic": None,
            "equipment": None,
            "secondaryMuscles": [],
            "images": [],
        }
    Path("exercises.json").write_text(json.dumps(records), encoding="utf-8")
    code, out, err = kit("import-exercises", "exercises.json", "--from", "free-exercise-db", "-o", "exercises")
    assert code == 1
    assert "exercises: 1 exercise, 2 faults." in out
    assert "7 " in err
    (made,) = Path("exercises").glob("*.toml")
    assert json.loads(kit("library", "made-up", "press", "--json")[1])[0]["id"] == made.stem
    assert kit("import-exercises", "exercises.json", "--from", "excel", "-o", "x")[0] == 2


def test_a_handout_says_what_is_new(kit: Kit) -> None:
    """Since an earlier version of the same plan; another plan, or a later version, is refused with a mend."""
    old, new = SAMPLE / "plan-v1.json", SAMPLE / "plan-v2.json"
    assert kit("handout", new, "--since", old, "-o", "out", "--palette", "grey", "--large-print")[0] == 0
    code, _, err = kit("handout", old, "--since", new, "-o", "no")
    assert (code, "Give an earlier version of the same plan." in err) == (1, True)
    assert not Path("no").exists()


@pytest.mark.usefixtures("unprinted")
def test_many_handouts_go_on_after_a_bad_one(kit: Kit, plan: Path) -> None:
    """A failed plan is reported, the rest is made."""
    copies = []
    for number in range(5):
        copies.append(shutil.copy(plan, f"p{number}.json"))
        change(Path(copies[-1]), '"plan_id": "p"', f'"plan_id": "p{number}"')
    code_of_all = json.loads(plan.read_text(encoding="utf-8"))["code"]
    change(Path("p3.json"), "standing_itb_stretch", "standing_itb_stretsh")
    code, out, err = kit("handout", *copies, "-o", "many")
    assert code == 1
    assert "4 handouts made, 1 not" in out
    assert "many-more: 1 handout made, 3 not.\n" in kit("handout", *[copies[3]] * 3, copies[0], "-o", "many-more")[1]
    assert "Did you mean “standing_itb_stretch”?" in err
    assert sorted(path.name for path in Path("many").iterdir()) == [f"p{n}-{code_of_all}" for n in (0, 1, 2, 4)]


@pytest.mark.usefixtures("unprinted")
def test_two_plans_of_one_label_have_two_folders(kit: Kit) -> None:
    """Made together each has its own; one into the other's folder, or the same one twice, is refused with a mend."""
    for name, patient in (("a", "AAA"), ("b", "BBB")):
        Path(name).mkdir()
        assert kit("new", "neck", "-o", f"{name}/plan.json", "--patient", patient)[0] == 0
    codes = [json.loads(Path(name, "plan.json").read_text(encoding="utf-8"))["code"] for name in "ab"]
    assert kit("handout", "a/plan.json", "b/plan.json", "-o", "out")[0] == 0
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(f"plan-{code}" for code in codes)
    before = contents(Path("out"))
    folder = f"out/plan-{codes[0]}"
    assert kit("handout", "b/plan.json", "-o", folder) == (
        1,
        "",
        f"{folder}: holds the handout of another plan: AAA ({codes[0]}), and not BBB ({codes[1]}). "
        "Choose another folder.\n",
    )
    assert kit("handout", "a/plan.json", "a/plan.json", "-o", "out")[0::2] == (
        1,
        "a/plan.json: is the same plan as a/plan.json. Make it on its own, with another -o.\n",
    )
    assert contents(Path("out")) == before


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_draft_is_reviewed_and_marked(kit: Kit, plan: Path) -> None:
    """Open findings of a draft are printed and make exit code 1; its files are made, and each says DRAFT."""
    change(plan, '"conditions": []', '"conditions": [{"condition": "gtps"}]')
    code, out, err = kit("handout", plan, "-o", "out")
    lines = err.splitlines()
    assert code == 1
    assert len(out.splitlines()) == 7
    assert lines[0].startswith("p.json: AVOID  i3, Standing side hip stretch: Gluteal tendinopathy")
    assert lines[-1] == "p.json: made as a DRAFT, and not to be used before this is answered."
    assert all(line.startswith("p.json: AVOID") for line in lines[:-1])
    home = Path("out/patient")
    assert sorted(path.name for path in home.iterdir() if path.suffix != ".pdf" and b"DRAFT" in path.read_bytes()) == [
        "calendar.ics",
        "diary.csv",
        "handout.csv",
        "session.html",
    ]


def test_an_altered_plan_is_refused_at_every_door(kit: Kit) -> None:
    """An issued plan that was edited by hand is named as that, and nothing is made of it."""
    shutil.copy(SAMPLE / "plan-v1.json", "p.json")
    data = json.loads(Path("p.json").read_text(encoding="utf-8"))
    data["items"][0]["dose"]["reps"] += 1
    Path("p.json").write_text(json.dumps(data), encoding="utf-8")
    message = "p.json: it was changed after it was issued. Use the file as it was issued, or make a new version.\n"
    for words in (("handout", "p.json", "-o", "out"), ("timing", "p.json"), ("check", "p.json")):
        assert kit(*words) == (1, "", message)
    assert kit("handout", SAMPLE / "plan-v2.json", "--since", "p.json", "-o", "out") == (1, "", message)
    assert not Path("out").exists()


@pytest.mark.parametrize("version", [1000, 2147484, 0])
def test_a_version_has_bounds(version: int, kit: Kit, plan: Path) -> None:
    """A number that no calendar could carry is refused where it stands."""
    change(plan, '"version": 1', f'"version": {version}')
    rule = "1 or more" if version < 1 else "999 or less"
    for words in (("handout", plan, "-o", "out"), ("timing", plan), ("check", plan)):
        assert kit(*words) == (1, "", f"p.json, version: {version} is refused: it must be {rule}. Correct the value.\n")


@pytest.mark.usefixtures("unprinted")
def test_a_draft_that_was_moved_takes_its_events_back(kit: Kit, plan: Path) -> None:
    """Made again after a move by a week, the calendar cancels what is planned no longer; made twice it stays the same.

    A calendar that cannot be read is told, and does not hold up the rest.
    """
    path = Path("out/patient/calendar.ics")
    assert kit("handout", plan, "-o", "out")[0] == 0
    assert path.read_bytes().count(b"STATUS:TENTATIVE") == 28
    change(plan, '"start": "2026-06-01"', '"start": "2026-06-08"')
    for _ in range(2):
        assert kit("handout", plan, "-o", "out")[0::2] == (0, "")
        made = path.read_bytes()
        assert (made.count(b"STATUS:TENTATIVE"), made.count(b"STATUS:CANCELLED")) == (28, 7)
        assert (made.count(b"SEQUENCE:1000"), made.count(b"SEQUENCE:1001")) == (28, 7)
    path.write_bytes(b"BEGIN:VCALENDAR")
    assert kit("handout", plan, "-o", "out")[0::2] == (
        0,
        f"{path}: cannot be read as the calendar that was handed out before, so what it holds is not taken back. "
        "Ask the patient to delete its events before the new calendar is opened.\n",
    )
    assert path.read_bytes().count(b"STATUS:TENTATIVE") == 28


@pytest.mark.usefixtures("unprinted")
def test_what_the_machine_or_json_refuses_is_told(kit: Kit, plan: Path) -> None:
    """Endless numbers, years beyond reason, folders in the way and missing workspaces end without a traceback."""
    Path("long.json").write_text('{"format": 1, "plan_id": ' + "1" * 5000 + "}", encoding="utf-8")
    assert kit("check", "long.json")[0] == 1
    assert kit("new", "neck", "-o", "far.json", "--start", "9999-12-30")[0] == 1
    Path("dd/patient/diary.csv").mkdir(parents=True)
    assert kit("handout", plan, "-o", "dd")[0] == 1
    assert kit("handout", plan, "-o", "x" * 300)[0] == 1
    assert kit("handout", plan, "-o", "out", "--workspace", "nosuch")[0] == 2


def hard(name: str, steps: str) -> None:
    """An own exercise with other steps than the kit's bridge."""
    text = (
        (data_dir() / "exercises" / "bridge.toml")
        .read_text(encoding="utf-8")
        .replace('id = "bridge"', f'id = "{name}"')
    )
    text = re.sub(r"phases = \[.*?\]\n|\[card\]\n(?:.+\n)+", "", text)
    start, end = text.index("steps = ["), text.index("]", text.index("steps = ["))
    Path("exercises").mkdir(exist_ok=True)
    Path("exercises", f"{name}.toml").write_text(f'{text[:start]}steps = ["{steps}"{text[end:]}', encoding="utf-8")


def test_check_names_the_exercise_that_is_hardest_to_read(kit: Kit, plan: Path) -> None:
    """Each exercise has its grade, the hardest first; a plan that reads well as a whole does not hide it."""
    hard("my_bridge", "Gradually elevate your posterior, maintaining abdominal contraction. Hold for 30 seconds.")
    change(plan, '"exercise_id": "supine_leg_crossover"', '"exercise_id": "my_bridge"')
    out = kit("check", plan)[1]
    lines = out.splitlines()
    told = json.loads(kit("check", plan, "--json")[1])["reading"]
    worst = told["exercises"][0]
    assert told["grade"] <= 6 < worst["grade"]
    assert (worst["exercise"], worst["stated"], len(told["exercises"])) == ("my_bridge", ["Hold for 30 seconds"], 4)
    assert [e["grade"] for e in told["exercises"]] == sorted((e["grade"] for e in told["exercises"]), reverse=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("Words of the handout"))
    assert lines[at + 1] == f"  {worst['grade']:4.1f}  Bridge"
    assert lines[at + 5] == f"Hardest to read: Bridge, school grade {worst['grade']:.1f}, and 1 exercise over the aim."
    assert lines[at + 6] == (
        "Bridge: its words say “Hold for 30 seconds”, whatever the plan says. Take it out of the exercise."
    )


def test_an_import_tells_what_to_look_at(kit: Kit) -> None:
    """How many read hard and which most, how many say a dose of their own; the list marks them, and null is no value."""
    Path("mine.csv").write_text(
        "name,steps\nEasy,Sit down.\nHard,Gradually elevate your posterior abdominal musculature.\nTimed,Hold for 5 seconds.\n",
        encoding="utf-8",
    )
    code, out, err = kit("import-exercises", "mine.csv", "--from", "csv", "-o", "exercises")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("1 exercise is over school grade 6; the hardest to read is csv_hard, grade ")
    assert lines[1:] == [
        "1 exercise has texts that say a dose or an address of their own, such as csv_timed: the plan says the dose.",
        "exercises: 3 exercises, 0 faults. Fill in the fields that each file names.",
    ]
    assert kit("library", "csv_timed")[1] == (
        "csv_timed  Timed  (to be filled in: category, region, position, equipment, muscles, sides, steps, feel,"
        " precautions, tags, dose)\n"
    )
    (listed,) = json.loads(kit("library", "csv_hard", "--json")[1])
    assert (listed["region"], listed["category"], listed["name"]) == (None, None, "Hard")
    assert "category" in listed["needs_clinician"]
    assert listed["grade"] > 6
    assert "csv_" not in kit("library", "--category", "strength")[1]
