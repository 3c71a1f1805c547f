"""`kit issue`, the next version, and what every command does with a plan that was altered or is of an older format."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from kit.cli import main
from kit.files import locked
from kit.library.library import Library
from kit.plan.document import read_plan, to_document, write_plan
from kit.plan.keywords import FirstFields
from kit.plan.plan import Plan
from kit.plan.seal import seal_of
from kit.review.check import check
from kit.store.place import VARIABLE
from kit.store.store import Store, open_store
from tests.conftest import Kit

START = dt.date(2026, 6, 1)
ON = ("--on", "2026-06-01")
NAMED = ("--by", "A. Physio", *ON)
BEFORE = "plan p: version 1 was issued by A. Physio on 2026-06-01. Use it as it is, or make a new version.\n"
ALTERED = "it was changed after it was issued. Use the file as it was issued, or make a new version.\n"


@pytest.fixture(autouse=True)
def no_shared_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def draft(kit: Kit) -> Path:
    """p.json, a draft of the four with the screen done."""
    kit("new", "knee-glute-stretches", "-o", "p.json", "--start", "2026-06-01")
    change("p.json", '"conditions": []', '"conditions": [], "red_flags_screened": "2026-06-01"')
    write_plan(read_plan("p.json"), "p.json")
    return Path("p.json")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path, who="tester", now=lambda: dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
    yield made
    made.close()


def change(path: str | Path, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


def gtps(path: Path) -> None:
    change(path, '"conditions": []', '"conditions": [{"condition": "gtps"}]')


def files() -> set[str]:
    return {path.name for path in Path().iterdir()}


# The file alone


def test_a_reviewed_draft_is_issued_in_its_file(kit: Kit, draft: Path) -> None:
    """Over the draft, sealed, in the given name on the given day, and nothing beside it is left."""
    code = read_plan(draft).code
    assert kit("issue", draft, *NAMED) == (0, f"p.json: version 1 of plan p ({code}), issued by A. Physio.\n", "")
    issued = read_plan(draft)
    assert issued.issued is not None
    assert (issued.issued.by, issued.issued.on) == ("A. Physio", START)
    assert files() == {"p.json"}


def test_what_is_open_is_told_with_its_key_and_nothing_is_written(kit: Kit, draft: Path) -> None:
    """Every STOP, ERROR and AVOID with its mend; the keys, put into an answers file, let the plan be issued."""
    gtps(draft)
    change(draft, '"red_flags_screened": "2026-06-01"', '"red_flags_screened": "2026-06-02"')
    before = draft.read_bytes()
    code, out, err = kit("issue", draft, *NAMED)
    lines = err.splitlines()
    assert (code, out, draft.read_bytes(), files()) == (1, "", before, {"p.json"})
    assert lines[:2] == [
        "ERROR  plan: the red-flag screen is dated 2 June 2026, after 1 June 2026. A plan is issued after a "
        "screen for signs of serious disease. [Finucane2020 (V)] Correct the day of the screen.",
        "         In the answers file: screened = 2026-06-01",
    ]
    keys = [line.removeprefix("         To answer it: ") for line in lines if "To answer it: " in line]
    assert [re.sub("[0-9a-f]{12}", "…", key) for key in keys] == [
        "AVOID gtps i3 standing_itb_stretch - - [version 1; 1 × 2 × 30 s, each side without load; …]",
        "AVOID gtps i4 supine_leg_crossover - - [version 1; 1 × 2 × 30 s, each side without load; …]",
    ]
    told = json.loads(kit("check", draft, *ON, "--json")[1])["findings"]
    assert [f["answer_as"] for f in told if f["holds"]] == ["", *keys]
    assert [f["key"] for f in told if f["holds"]] == ["ERROR screen plan", *(key.split(" [")[0] for key in keys)]
    assert {f["answered"] for f in told} == {""}
    assert all(f"         To answer it: {key}\n" in kit("check", draft, *ON)[1] for key in keys)
    answers = "".join(f'[[answers]]\nfinding = "{key}"\nreason = "Pain-free."\n' for key in keys)
    Path("a.toml").write_text(f"screened = 2026-06-01\n{answers}", encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "a.toml")[0] == 0
    assert [o.reason for o in read_plan(draft).overrides] == ["Pain-free."] * 2
    told = json.loads(kit("check", draft, "--json")[1])["findings"]
    assert [f["answered"] for f in told if f["level"] == "AVOID"] == ["Pain-free. (A. Physio, 2026-06-01)"] * 2
    assert "To answer it" not in kit("check", draft)[1]


def test_a_file_of_answers_is_for_what_it_was_written_for(kit: Kit, draft: Path, store: Store) -> None:
    """In the file alone and with the store: at more sets it is refused, and the draft stays byte for byte."""
    gtps(draft)
    keys = [f["answer_as"] for f in json.loads(kit("check", draft, *ON, "--json")[1])["findings"] if f["holds"]]
    Path("a.toml").write_text(
        "".join(f'[[answers]]\nfinding = "{key}"\nreason = "Seen."\n' for key in keys), encoding="utf-8"
    )
    plan = read_plan(draft)
    write_plan(plan.adjust("i3", sets=4).adjust("i4", sets=4), draft)
    before = draft.read_bytes()
    for kept in (False, True):
        if kept:
            store.drafts.begin(read_plan(draft))
        code, out, err = kit("issue", draft, *NAMED, "--answers", "a.toml")
        assert (code, out, draft.read_bytes()) == (1, "", before)
        first, second = err.splitlines()
        assert first.startswith(
            "a.toml, answer 1: “AVOID gtps i3 standing_itb_stretch - -” was given for version 1; 1 × 2 × 30 s, each side "
            "without load. Now: version 1; 4 × 2 × 30 s, each side without load. Read the finding again, and copy it as it "
            "is now: “AVOID gtps i3 standing_itb_stretch - - [version 1; 4 × 2 × 30 s, each side without load; "
        )
        assert second.startswith("a.toml, answer 2: “AVOID gtps i4 supine_leg_crossover - -” was given for ")


def test_two_days_of_the_screen_are_told(kit: Kit, draft: Path) -> None:
    """The file's and that of --screened-today; the same day twice is one."""
    before = draft.read_bytes()
    Path("a.toml").write_text("screened = 2026-05-17\n", encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "a.toml", "--screened-today") == (
        1,
        "",
        "a.toml, screened: says 2026-05-17, and --screened-today says 2026-06-01. Leave out the one that is wrong.\n",
    )
    assert draft.read_bytes() == before
    Path("a.toml").write_text("screened = 2026-06-01\n", encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "a.toml", "--screened-today")[0] == 0


@pytest.mark.parametrize("more", [(), ("--screened-today",)])
def test_a_day_of_issue_that_cannot_be_right_is_told_at_its_place(kit: Kit, draft: Path, more: tuple[str, ...]) -> None:
    """Not at the screen's."""
    said = "--on: the year 0026 cannot be right. Did you mean 2026? Write four digits.\n"
    assert kit("issue", draft, "--by", "A. Physio", "--on", "0026-06-01", *more) == (1, "", said)


def test_faults_of_the_answers_leave_the_draft(kit: Kit, draft: Path) -> None:
    """They are told, and the file stays byte for byte."""
    before = draft.read_bytes()
    Path("a.toml").write_text('[[answers]]\nfinding = "AVOID gtps"\n', encoding="utf-8")
    code, out, err = kit("issue", draft, *NAMED, "--answers", "a.toml")
    assert (code, out, draft.read_bytes()) == (1, "", before)
    assert err.splitlines() == [
        "a.toml, answer 1: “AVOID gtps” is no finding of this plan. Copy a key from kit check.",
        "a.toml, answer 1, reason: is missing. Write why this is right for this patient.",
    ]


def test_a_sign_off_and_a_question_are_told_with_what_they_take(kit: Kit, draft: Path) -> None:
    """Below the key of each: a role and a reason of ten letters, or how it is known; so they are answered."""
    stop = '{"condition": "cauda_equina"}, {"condition": "aclr_early", "side": "left", "since": "2025-05-25"}'
    change(draft, '"conditions": []', f'"conditions": [{stop}]')
    told = kit("check", draft, *ON)[1].splitlines()
    at = [n for n, line in enumerate(told) if line.startswith("         To answer it: ")]
    assert [[re.sub("[0-9a-f]{12}", "…", told[n]), told[n + 1]] for n in at] == [
        [
            "         To answer it: STOP cauda_equina plan - - [version 1; the plan as it stands; …]",
            '         A sign-off: role = "…", and reason = "…" in 10 letters or more.',
        ],
        [
            "         To answer it: CAUTION question aclr_early left - [version 1; the plan as it stands; …]",
            '         A question: reason = "…" says how you know that it is right.',
        ],
    ]
    keys = [told[n].removeprefix("         To answer it: ") for n in at]
    refused = kit("issue", draft, *NAMED)[2]
    assert all(f"{told[n]}\n{told[n + 1]}\n" in refused for n in at)
    text = "".join(f'[[answers]]\nfinding = "{key}"\nreason = "Cleared by MRI, spinal team agrees."\n' for key in keys)
    by = 'by = "B. Physio"\n'
    Path("a.toml").write_text(text.replace("[[answers]]\n", f"[[answers]]\n{by}"), encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "a.toml")[2] == (
        "a.toml, answer 1: not signed off: it has no role or registration. "
        "A sign-off needs a name, a role, a reason and a day.\n"
    )
    role = 'role = "Physiotherapist"\n'
    Path("a.toml").write_text(text.replace("[[answers]]\n", f"[[answers]]\n{by}{role}"), encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "a.toml")[0] == 0


def test_the_day_of_a_check_can_be_chosen(kit: Kit, draft: Path) -> None:
    """Another day gives another review; a year that cannot be right is refused with the likely one."""
    assert kit("check", draft, *ON)[0] == 0
    code, out, _ = kit("check", draft, "--on", "2026-06-16")
    assert code == 1
    assert "ERROR  plan: the red-flag screen is from 1 June 2026, 15 days ago." in out
    assert kit("check", draft, "--on", "0026-06-01") == (
        1,
        "",
        "--on: the year 0026 cannot be right. Did you mean 2026? Write four digits.\n",
    )


def second(kit: Kit) -> Path:
    """p2.json, a version 2 that lost a condition of p.json, which is issued here."""
    gtps(Path("p.json"))
    keys = re.findall(r"To answer it: (.+)", kit("issue", "p.json", *NAMED)[2])
    answers = "".join(f'[[answers]]\nfinding = "{key}"\nreason = "Free of pain."\n' for key in keys)
    Path("a.toml").write_text(answers, encoding="utf-8")
    assert kit("issue", "p.json", *NAMED, "--answers", "a.toml")[0] == 0
    assert kit("new", "--version-of", "p.json", "-o", "p2.json", "--start", "2026-06-10")[0] == 0
    change("p2.json", '"condition": "gtps"', '"condition": "falls_risk"')
    return Path("p2.json")


LATER = ("--by", "A. Physio", "--on", "2026-06-10", "--screened-today")


def test_a_later_version_is_issued_with_the_one_before(kit: Kit, draft: Path) -> None:
    """Without it, a STOP that one letter does not answer; `--before` gives it, and what was lost is asked by its name."""
    two = second(kit)
    code, _, err = kit("issue", two, *LATER)
    assert code == 1
    assert err.startswith("STOP  plan: it is version 2, and the version before is not at hand.")
    assert "Give it with the plan (--before PLAN, the issued file)" in err
    assert 'A sign-off: role = "…", and reason = "…" in 10 letters or more.' in err
    (key,) = re.findall(r"To answer it: (STOP .+)", err)
    Path("a.toml").write_text(f'[[answers]]\nfinding = "{key}"\nreason = "x"\n', encoding="utf-8")
    refused = kit("issue", two, *LATER, "--answers", "a.toml")
    assert "not signed off: it has no role or registration; its reason has 1 letter" in refused[2]
    for words in (("issue", two, *LATER), ("check", two, "--on", "2026-06-10")):
        assert "the version before is not at hand" in "".join(kit(*words)[1:])
        told = "".join(kit(*words, "--before", "p.json")[1:])
        assert "not at hand" not in told
        assert "in force in version 1, and not named in this one. Is it over?" in told


def test_the_version_before_is_the_issued_file_of_it(kit: Kit, draft: Path) -> None:
    """A draft, another plan, or the version itself is refused by check and issue alike."""
    two = second(kit)
    kit("new", "neck", "-o", "other.json", "--start", "2026-06-01")
    text = json.loads(Path("p.json").read_text(encoding="utf-8"))
    for name in ("issued", "snapshot", "seal"):
        text.pop(name)
    Path("draft.json").write_text(json.dumps(text), encoding="utf-8")
    for words in (("issue", two, *LATER), ("check", two)):
        code, out, err = kit(*words, "--before", "draft.json")
        assert (code, out) == (1, "")
        assert err == (
            "plan p version 2: version 1, given as the one before, is a draft. Only an issued version was given out. "
            "Give the version as it was issued, or none.\n"
        )
        for other in ("other.json", two):
            assert "is not the version that it replaces" in kit(*words, "--before", other)[2]


def test_the_store_gives_the_version_before(kit: Kit, draft: Path, store: Store) -> None:
    """Where it has it; the option may say the same."""
    two = second(kit)
    store.versions.take_in(read_plan("p.json"))
    for more in ((), ("--before", "p.json")):
        told = kit("issue", two, *LATER, *more)[2]
        assert "not at hand" not in told
        assert "in force in version 1, and not named in this one. Is it over?" in told


def test_an_issued_file_is_not_issued_again(kit: Kit, draft: Path) -> None:
    """The second one is told by whom and when, and the file stays."""
    kit("issue", draft, *NAMED)
    before = draft.read_bytes()
    assert kit("issue", draft, "--by", "B. Physio") == (1, "", BEFORE)
    assert draft.read_bytes() == before


def test_nobody_issues_nothing(kit: Kit, draft: Path) -> None:
    """An empty name is a wrong use; a file that is not there, or no plan, is told; no lock is left."""
    assert [kit("issue", draft, "--by", by)[0] for by in (" ", "\u3164", "\u2800")] == [2, 2, 2]
    assert kit("issue", draft)[0] == 2
    assert kit("issue", "gone.json", *NAMED)[0::2] == (
        1,
        "gone.json: cannot be read: No such file or directory. Check the name and your rights to the folder.\n",
    )
    Path("no.json").write_text("[]", encoding="utf-8")
    assert kit("issue", "no.json", *NAMED)[0::2] == (1, "no.json: is JSON, but not a plan. Give a plan file.\n")
    assert files() == {"p.json", "no.json"}


def test_a_linked_file_is_issued_where_it_is(kit: Kit, draft: Path) -> None:
    """The link stays a link."""
    Path("there").mkdir()
    draft.rename("there/p.json")
    Path("p.json").symlink_to("there/p.json")
    assert kit("issue", "p.json", *NAMED)[0] == 0
    assert Path("p.json").is_symlink()
    assert read_plan("there/p.json").issued


# Two at one instant


def _issue(by: str, start: Barrier, told: Path) -> None:
    """In a process of its own: wait for the other one, then issue p.json, and leave the exit code as its own."""
    with told.open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        start.wait(60)
        main(["issue", "p.json", "--by", by, "--on", "2026-06-01"])


@pytest.mark.parametrize("kept", [False, True], ids=["file", "store"])
def test_of_two_who_issue_at_one_instant_one_wins(
    kit: Kit, draft: Path, store: Store, tmp_path: Path, kept: bool
) -> None:
    """20 rounds of two processes: one exits 0 and its name is in the file; the other is told by whom and when."""
    text = draft.read_bytes()
    if not kept:
        store.close()
        for path in tmp_path.glob("clinic.db*"):
            path.unlink()
    fork = multiprocessing.get_context("fork")
    for number in range(20):
        if kept:
            plan = Plan.begin(f"r{number}", START, **_content(text))
            store.drafts.begin(plan)
            write_plan(plan, draft, over=True)
        else:
            draft.write_bytes(text)
        store.close()
        start = fork.Barrier(2)
        names = ("A. Physio", "B. Physio")
        runs = [fork.Process(target=_issue, args=(by, start, Path(by))) for by in names]
        for run in runs:
            run.start()
        for run in runs:
            run.join(60)
        codes = [run.exitcode for run in runs]
        assert codes in ([0, 1], [1, 0])
        winner, loser = names if codes == [0, 1] else reversed(names)
        issued = read_plan(draft)
        assert issued.issued is not None
        assert issued.issued.by == winner
        assert f"issued by {winner}.\n" in Path(winner).read_text()
        said = f"plan {issued.plan_id}: version 1 was issued by {winner} on 2026-06-01. "
        assert Path(loser).read_text() == f"{said}Use it as it is, or make a new version.\n"
        if kept:
            assert store.versions.load(issued.code, 1).plan == issued
    assert not list(Path().glob(".*.lock"))


def _content(text: bytes) -> FirstFields:
    plan = Plan.model_validate_json(text)
    return {"items": plan.items, "context": plan.context}


def test_a_killed_holder_is_no_hindrance(kit: Kit, draft: Path) -> None:
    """The lock of a program that was killed is free at once, and what it left behind goes with the next issue."""
    code = "import pathlib, signal\nfrom kit.files import locked\n"
    code += "with locked(pathlib.Path('p.json').resolve()):\n    print('held', flush=True)\n    signal.pause()\n"
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    assert Path(".p.json.lock").exists()
    holder.send_signal(signal.SIGKILL)
    holder.wait(30)
    holder.stdout.close()
    assert kit("issue", draft, *NAMED)[0] == 0
    assert files() == {"p.json"}


def test_a_file_that_is_held_is_told(kit: Kit, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that keeps it for too long is named as the reason."""
    monkeypatch.setattr("kit.files.PATIENCE_S", 0)
    with locked(draft.resolve()):
        told = f"{draft.resolve()}: is held by another program. Wait until that has ended, and try again.\n"
        assert kit("issue", draft, *NAMED) == (1, "", told)
    assert read_plan(draft).is_draft


# The store


def test_store_and_file_agree(kit: Kit, draft: Path, store: Store) -> None:
    """A plan that the store knows is issued there too, and its draft is gone; one that it does not know is not."""
    plan = read_plan(draft)
    assert kit("new", "neck", "-o", "other.json", "--start", "2026-06-01")[0] == 0
    change("other.json", '"conditions": []', '"conditions": [], "red_flags_screened": "2026-06-01"')
    store.drafts.begin(plan)
    assert kit("issue", draft, *NAMED)[0] == 0
    assert store.versions.load(plan.code, 1).plan == read_plan(draft)
    assert store.drafts.held(plan.code) is None
    assert kit("issue", "other.json", *NAMED)[0] == 0
    assert store.plans.count() == 1


def test_no_store_is_made(kit: Kit, draft: Path) -> None:
    """A folder without a store has none afterwards, whatever is asked of it."""
    kit("issue", draft, *NAMED)
    for words in (("check", draft), ("timing", draft), ("new", "--version-of", draft, "-o", "2.json")):
        kit(*words)
    change(draft, '"reps": 2', '"reps": 9')
    assert kit("timing", draft)[0::2] == (1, f"p.json: {ALTERED}")
    assert not list(Path().glob("clinic.db*"))


def test_a_draft_that_differs_from_the_stores_is_refused(kit: Kit, draft: Path, store: Store) -> None:
    """In what it differs is said, and neither file nor store changes."""
    plan = read_plan(draft)
    held = store.drafts.begin(plan)
    store.drafts.put(held, plan.adjust("i2", reps=3).describe(title="Another"))
    before = draft.read_bytes()
    told = (
        "plan p: the file differs from the draft in the store: items.2.dose.reps: 2, was 3; "
        f'title: "{plan.title}", was "Another". Issue it in the planner.\n'
    )
    assert kit("issue", draft, *NAMED)[0::2] == (1, told)
    assert draft.read_bytes() == before
    still = store.drafts.held(plan.code)
    assert still is not None
    assert still.plan.title == "Another"


def test_another_version_than_the_stores_is_refused(kit: Kit, draft: Path, store: Store) -> None:
    """A file that is ahead of the store, or behind its draft, is told what the store holds."""
    plan = read_plan(draft)
    store.drafts.begin(plan)
    assert kit("issue", draft, *NAMED)[0] == 0
    first = read_plan(draft)
    write_plan(first.new_version(dt.date(2026, 6, 8)).model_copy(update={"version": 3}), "p3.json")
    told = "plan p: the file is version 3, and the store holds version 1. Open the plan in the planner.\n"
    assert kit("issue", "p3.json", *NAMED)[0::2] == (1, told)
    store.drafts.next_version(store.open(plan.code), dt.date(2026, 6, 8))
    told = told.replace("holds version 1", "holds the draft of version 2")
    assert kit("issue", "p3.json", *NAMED)[0::2] == (1, told)


def test_the_next_version_is_issued_on_the_stores_first(kit: Kit, draft: Path, store: Store) -> None:
    """A version begun from the file is issued in a store that knows only the one before, after a new screen."""
    store.drafts.begin(read_plan(draft))
    kit("issue", draft, *NAMED)
    kit("new", "--version-of", draft, "--start", "2026-06-08", "-o", "p2.json")
    Path("a.toml").write_text("screened = 2026-06-08\n", encoding="utf-8")
    assert kit("issue", "p2.json", "--by", "A. Physio", "--on", "2026-06-08", "--answers", "a.toml")[0] == 0
    second = read_plan("p2.json")
    assert store.versions.load(second.code, 2).plan == second


def test_a_kill_between_store_and_file_is_mended(kit: Kit, draft: Path, store: Store) -> None:
    """Issued in the store and not in the file: the next run says so and writes what was issued, to the byte."""
    gtps(draft)
    plan = read_plan(draft)
    answered = plan
    for finding in check(plan, Library.load(), on=START):
        if finding.holds:
            answered = answered.override(finding, "Pain-free.", "A. Physio", START)
    held = store.drafts.put(store.drafts.begin(plan), answered)
    issued = store.versions.issue(held, Library.load(), "A. Physio", START).plan
    code, out, err = kit("issue", draft, "--by", "B. Physio")
    told = "plan p: version 1 was issued by A. Physio on 2026-06-01. The file is written anew, as it was issued.\n"
    assert (code, out, err) == (0, f"p.json: version 1 of plan p ({plan.code}), issued by A. Physio.\n", told)
    assert draft.read_text(encoding="utf-8") == to_document(issued)
    changed = plan.adjust("i2", reps=3)
    write_plan(changed, draft, over=True)
    code, out, err = kit("issue", draft, "--by", "B. Physio")
    assert (code, out, read_plan(draft)) == (1, "", changed)
    assert err.startswith(
        "plan p: version 1 was issued by A. Physio on 2026-06-01.\n"
        "plan p: the file differs from what was issued: items.2.dose.reps: 3, was 2; overrides: nothing, was "
    )
    assert err.endswith(". Keep this file apart, or make a new version.\n")


def test_a_broken_store_keeps_a_plan_from_being_issued_alone(kit: Kit, draft: Path) -> None:
    """Where it cannot be told whether the store knows the plan, nothing is issued; other commands go on."""
    Path("clinic.db").write_text("x" * 200, encoding="utf-8")
    broken = (
        "clinic.db: is no database, and is left as it is. Move the file away, or restore a backup: kit store restore.\n"
    )
    assert kit("issue", draft, *NAMED) == (1, "", broken)
    assert read_plan(draft).is_draft
    Path("clinic.db").rename("away")
    kit("issue", draft, *NAMED)
    without = kit("timing", draft)
    Path("away").rename("clinic.db")
    assert kit("timing", draft) == (0, without[1], broken)


# A new version, altered files, files of the first format


def test_a_version_at_the_command_line(kit: Kit, draft: Path) -> None:
    """The next one as a draft under the same code; on the same day only as a correction with its reason."""
    kit("issue", draft, *NAMED)
    code = read_plan(draft).code
    words = ("new", "--version-of", draft, "--start", "2026-06-01", "-o", "p2.json")
    assert kit(*words)[0::2] == (
        1,
        "new version: starts on 2026-06-01 like version 1, so it corrects that one, and says no reason. "
        "Write what is corrected, or choose a later day.\n",
    )
    told = f"p2.json: 4 exercises, 11 min 20 s. A draft of version 2, code {code}.\n"
    assert kit(*words, "--reason", "Wrong side.") == (0, told, "")
    second = read_plan("p2.json")
    assert second.replaces is not None
    assert (second.code, second.version, second.replaces.version, second.replaces.reason, second.is_draft) == (
        (code, 2, 1, "Wrong side.", True)
    )
    refused = kit("issue", "p2.json", *NAMED, "--before", draft)
    assert (refused[0], refused[2].splitlines()[0]) == (
        1,
        "ERROR  plan: it corrects version 1 (“Wrong side”), and nothing is changed: every side is as it was. Its sheet "
        "tells the patient to throw the older one away. [design choice (D)] Set the side that was wrong, or leave "
        "version 1 in force.",
    )
    assert kit("new", "--version-of", "p2.json", "-o", "p3.json")[0::2] == (
        1,
        "plan p version 2: is still a draft. Edit it as it is; it needs no new version.\n",
    )


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("neck", "--version-of", "p.json"),
        ("neck", "--reason", "x"),
        ("--version-of", "p.json", "--id", "q"),
        ("--version-of", "p.json", "--patient", "q"),
    ],
)
def test_a_template_or_a_version(kit: Kit, draft: Path, words: tuple[str, ...]) -> None:
    """One of the two, and with each only what belongs to it."""
    kit("issue", draft, *NAMED)
    assert kit("new", *words, "--start", "2026-06-08", "-o", "n.json")[0] == 2
    assert not Path("n.json").exists()


def test_each_new_plan_has_a_code_of_its_own(kit: Kit) -> None:
    """Two runs in two folders under one label are two plans, and each says its code."""
    codes = []
    for folder in ("a", "b"):
        out = kit("new", "neck", "--id", "P-001", "--patient", "P-001", "-o", f"{folder}/p.json")[1]
        plan = read_plan(f"{folder}/p.json")
        assert out.endswith(f" A draft, code {plan.code}.\n")
        codes += [plan.code, plan.patient_code]
    assert len(set(codes)) == 4


READERS = (
    ("timing", "p.json"),
    ("check", "p.json"),
    ("handout", "p.json", "-o", "out"),
    ("handout", "p2.json", "--since", "p.json", "-o", "out"),
    ("adherence", "p.json", "--log", "no.csv"),
    ("issue", "p.json", "--by", "B. Physio"),
    ("new", "--version-of", "p.json", "-o", "n.json"),
)


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_an_altered_plan_is_refused_at_every_command(
    kit: Kit, draft: Path, store: Store, words: tuple[str, ...]
) -> None:
    """With what was altered where the store knows the original; also where its seal was made anew."""
    store.drafts.begin(read_plan(draft))
    kit("issue", draft, *NAMED)
    kit("new", "--version-of", draft, "--start", "2026-06-08", "-o", "p2.json")
    change(draft, '"reps": 2', '"reps": 100')
    places = "p.json: items.1.dose.reps: 100, was 2.\n"
    assert kit(*words) == (1, "", f"p.json: {ALTERED}{places}")
    data = json.loads(draft.read_text(encoding="utf-8"))
    forged = Plan.model_validate(data, context={"unsealed": True})
    write_plan(forged.model_copy(update={"seal": seal_of(forged)}), draft, over=True)
    code, out, err = kit(*words)
    assert (code, out, err.startswith(f"p.json: {ALTERED}{places}p.json: seal: ")) == (1, "", True)
    assert not {"out", "n.json"} & files()


def test_many_alterations_are_told_in_short(kit: Kit, draft: Path, store: Store) -> None:
    """Ten by name, and how many more; a plan of another version or kind asks nothing of the store."""
    store.drafts.begin(read_plan(draft))
    kit("issue", draft, *NAMED)
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace('"hold_s": 30', '"hold_s": 31').replace('"reps": 2', '"reps": 3'), encoding="utf-8")
    told = kit("timing", draft)[2].splitlines()
    assert len(told) == 12
    assert told[-1] == "p.json: and 6 more places."
    for odd in ('"version": [1]', '"version": 99999999999999999999', '"version": true'):
        draft.write_text(text.replace('"version": 1', odd, 1), encoding="utf-8")
        code, _, err = kit("timing", draft)
        assert (code, "p.json, version: " in err) == (1, True)


@pytest.mark.parametrize("words", READERS[:2], ids=" ".join)
def test_a_file_of_the_first_format_is_told_beside_the_work(kit: Kit, draft: Path, words: tuple[str, ...]) -> None:
    """The notice goes to the other stream; exit code and output are those of the plan."""
    without = kit(*words)
    data = json.loads(draft.read_text(encoding="utf-8"))
    for name in ("code", "patient_code"):
        del data[name]
    draft.write_text(json.dumps({**data, "format": 1}), encoding="utf-8")
    notice = (
        "p.json: is of format 1, which has no code and no seal: a code was made from its labels, and nothing proves "
        "that the file is unchanged. Open it in the planner, or give it a new version; both write the present format.\n"
    )
    assert kit(*words) == (without[0], without[1], notice)
    assert kit("issue", draft, *NAMED)[0::2] == (0, notice)
    assert json.loads(draft.read_text(encoding="utf-8"))["format"] == 2


@pytest.mark.usefixtures("unprinted")
def test_no_door_takes_the_first_format_for_issued(kit: Kit, draft: Path) -> None:
    """A version that was issued, put back to format 1, without its seal and with more to do, is a draft again."""
    assert kit("issue", draft, *NAMED)[0] == 0
    data = json.loads(draft.read_text(encoding="utf-8"))
    del data["seal"]
    data["items"][0]["dose"]["reps"] = 60
    draft.write_text(json.dumps({**data, "format": 1}), encoding="utf-8")
    notice = (
        "p.json: is of format 1 and says that it is issued, and nothing proves that it is unchanged: it is read as a "
        "draft. Review it and issue it anew.\n"
    )
    code, _, err = kit("handout", draft, "-o", "out")
    held = "p.json: made as a DRAFT, and not to be used before this is answered."
    assert (code, err.startswith(notice), err.splitlines()[-1]) == (1, True, held)
    for words in (("check", draft, *ON), ("timing", draft)):
        assert kit(*words)[2] == notice


def test_a_limit_that_cannot_be_read_holds_the_issue(kit: Kit, draft: Path) -> None:
    """A misspelt rule of the clinic is no rule that is off; nothing is written."""
    before = draft.read_bytes()
    Path("clinic.toml").write_text("[settings]\nsecond_persn = true\n", encoding="utf-8")
    assert kit("issue", draft, *NAMED) == (
        1,
        "",
        "clinic.toml: has a fault that may concern the clinic's limits, and no plan is issued before it is mended. "
        "Mend what is told here, and issue again.\n"
        "clinic.toml, settings.second_persn: is not a known field. Did you mean “second_person”?\n",
    )
    assert draft.read_bytes() == before
    Path("clinic.toml").write_text('paper = "a7"\n', encoding="utf-8")
    assert kit("issue", draft, *NAMED)[0::2] == (
        0,
        "clinic.toml, paper: “a7” is refused: it must be one of 'a4' or 'letter'. Correct the value.\n",
    )


def test_answers_for_another_plan_are_refused(kit: Kit, draft: Path) -> None:
    """A file of answers may say which plan it is for; then it is for that one alone."""
    code = read_plan(draft).code
    Path("answers.toml").write_text('plan = "ABC"\nscreened = 2026-06-01\n', encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "answers.toml") == (
        1,
        "",
        f"answers.toml, plan: is for plan ABC, and this is {code}.\n",
    )
    Path("answers.toml").write_text(f'plan = "{code}"\nscreened = 2026-06-01\n', encoding="utf-8")
    assert kit("issue", draft, *NAMED, "--answers", "answers.toml")[0] == 0
