"""No way to issue a plan while a STOP, an ERROR, an AVOID or a question is open: each door against each kind of finding."""

from __future__ import annotations

import ast
import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

import kit as front_door
import kit.plan.issuing
import kit.review.issue
from kit.errors import KitError
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.context import ConditionInForce
from kit.plan.document import from_document, read_plan, to_document, write_plan
from kit.plan.issue import Issue, Snapshot
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.seal import seal_of
from kit.review.answers import answer, takes_answer
from kit.review.check import check
from kit.review.finding import Finding, Level
from kit.review.issue import OpenFindingsError
from kit.store.backup import backup, restore
from kit.store.export import export, import_
from kit.store.place import VARIABLE
from kit.store.store import Store, open_store
from kit.store.takein import take_files
from kit.store.workspace import Workspace
from kit.ui.planner.desk import Desk
from tests.conftest import Kit
from tests.review.cases import START, has, patient, plan_of

BY = "B. Physio"
NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
TOMORROW = START + dt.timedelta(days=1)
REASON = "Agreed with the surgeon."


@dataclass(frozen=True)
class World:
    """A clinic's folder with its own exercises, and a draft for it that one finding holds."""

    folder: Path
    library: Library
    plan: Plan
    finding: Finding

    def issue(self, plan: Plan) -> Plan:
        return front_door.issue(plan, self.library, BY, START)

    def store(self, name: str = "clinic") -> Store:
        return open_store(self.folder / name, who="tester", now=lambda: NOON, random=Random(5))


def _has(*held: ConditionInForce, **facts: Any) -> Callable[..., Plan]:
    return lambda library, *exercises: plan_of(library, *exercises, who=patient(*held, **facts))


# What holds the plan: its level, the word in its key, whether it is a question; the exercise; the patient.
Kind = tuple[Level, str, bool, str, Callable[..., Plan]]
_GONE = dt.date(2025, 5, 31)
KINDS: dict[str, Kind] = {
    "stop": ("STOP", "cauda_equina", False, "bridge", _has(has("cauda_equina"))),
    "stop of a region": (
        *("STOP", "acute_fracture", False, "bridge"),
        _has(has("acute_fracture", side="left", region="knee")),
    ),
    "error of a day": (
        *("ERROR", "order", False, "chin_tuck"),
        _has(has("nwb", side="left", since="05-20", until="05-19")),
    ),
    "avoid of a rule": ("AVOID", "nwb", False, "bridge", _has(has("nwb", side="left"))),
    "avoid of no tags": ("AVOID", "untagged", False, "own_untagged", _has(has("hypertension"))),
    "avoid of lost tags": ("AVOID", "drops", False, "bird_dog", _has(has("hypertension"))),
    "avoid of the floor": ("AVOID", "floor", False, "cat_cow", _has(gets_off_floor="no")),
    "question": ("CAUTION", "nwb", True, "chin_tuck", _has(has("nwb", side="left", until="2029-06-01"))),
    "question of an avoid": ("AVOID", "nwb", True, "bridge", _has(has("nwb", side="left", until=str(_GONE)))),
    "old screen": ("ERROR", "screen", False, "chin_tuck", _has(red_flags_screened=dt.date(2026, 5, 17))),
}


def own_files(folder: Path) -> Path:
    """A folder with an exercise that has no tags, and a copy of the kit's bird dog that has lost one."""
    folder.mkdir(parents=True)
    kits = data_dir() / "exercises"
    bird = (kits / "bird_dog.toml").read_text(encoding="utf-8")
    assert '"isometric_hold",' in bird
    (folder / "bird_dog.toml").write_text(bird.replace('"isometric_hold",', ""), encoding="utf-8")
    chin = (kits / "chin_tuck.toml").read_text(encoding="utf-8")
    lines = [line for line in chin.splitlines() if not line.startswith("tags = ")]
    untagged = "\n".join(lines).replace('id = "chin_tuck"', 'id = "own_untagged"')
    (folder / "own_untagged.toml").write_text(untagged, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Library]:
    folder = own_files(tmp_path_factory.mktemp("own") / "exercises")
    return folder, Library.load(folder)


@pytest.fixture(params=KINDS)
def world(
    request: pytest.FixtureRequest, shelf: tuple[Path, Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> World:
    monkeypatch.delenv(VARIABLE, raising=False)
    level, word, question, exercise, make = KINDS[request.param]
    folder, library = shelf
    shutil.copytree(folder, tmp_path / "clinic" / "exercises")
    plan = make(library, exercise)
    found = [f for f in check(plan, library, on=START) if f.holds]
    mine = [f for f in found if word in f.key.split() and (f.level, f.question) == (level, question)]
    assert len(mine) == 1, found
    assert request.param == "question of an avoid" or found == mine
    return World(tmp_path, library, plan, mine[0])


def refused(call: Callable[..., object], *given: object) -> str:
    """What the refusal says."""
    with pytest.raises(KitError) as refusal:
        call(*given)
    return str(refusal.value)


def held_by(world: World, call: Callable[..., object], *given: object) -> None:
    """The call is refused, and the finding is among what is told."""
    with pytest.raises(OpenFindingsError) as refusal:
        call(*given)
    assert world.finding.key.split()[1] in {f.key.split()[1] for f in refusal.value.findings}


# The doors


def test_python(world: World) -> None:
    """`kit.issue`, which is the review's own, with and without the very same plan out of a file."""
    assert front_door.issue is kit.review.issue.issue
    held_by(world, world.issue, world.plan)
    write_plan(world.plan, world.folder / "p.json")
    held_by(world, world.issue, read_plan(world.folder / "p.json"))


def test_the_store(world: World) -> None:
    """The store's issue leaves the draft a draft."""
    store = world.store()
    held = store.drafts.begin(world.plan)
    held_by(world, store.versions.issue, held, world.library, BY, START)
    assert store.open(world.plan.code).plan.is_draft
    assert store.versions.all(world.plan.code) == []
    store.close()


@pytest.mark.parametrize("kept", [False, True], ids=["the file alone", "known to the store"])
def test_the_command(world: World, kit: Kit, kept: bool) -> None:
    """`kit issue` exits 1, tells the key, and the file stays byte for byte."""
    if kept:
        store = world.store()
        store.drafts.begin(world.plan)
        store.close()
    write_plan(world.plan, Path("p.json"))
    before = Path("p.json").read_bytes()
    code, out, err = kit("issue", "p.json", "--by", BY, "--on", START, "--workspace", world.folder / "clinic")
    assert (code, out, Path("p.json").read_bytes()) == (1, "", before)
    assert world.finding.what in err
    assert (f"To answer it: {world.finding.key}" in err) == takes_answer(world.finding)


def test_the_planner(world: World) -> None:
    """The page's wish is refused, and the plan in hand is still a draft."""
    store = world.store()
    store.drafts.begin(world.plan)
    desk = Desk(Workspace(world.folder / "clinic"), store, START)
    desk.do({"do": "open", "code": world.plan.code, "version": 1})
    held_by(world, desk.do, {"do": "issue", "by": BY})
    assert desk.held().is_draft
    store.close()


def test_a_backup_that_was_restored(world: World) -> None:
    """The draft that comes back is held as before."""
    store, target = world.store(), world.folder / "kept.db"
    store.drafts.begin(world.plan)
    backup(store.database, target, world.folder)
    store.close()
    restore(world.folder / "new", target, replace=False, who="tester", now=lambda: NOON)
    new = world.store("new")
    held_by(world, new.versions.issue, new.open(world.plan.code), world.library, BY, START)
    new.close()


def test_an_export_that_came_back(world: World) -> None:
    """The draft is held as before; one that was made to look issued on the way is refused as a whole."""
    store = world.store()
    store.drafts.begin(world.plan)
    export(store.database, world.folder / "out")
    store.close()
    new = world.store("new")
    import_(new.database, world.folder / "out")
    held_by(world, new.versions.issue, new.open(world.plan.code), world.library, BY, START)
    new.close()
    for path in (world.folder / "out").rglob("*.jsonl"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("P-001", "P-002"), encoding="utf-8")
    other = world.store("other")
    assert refused(import_, other.database, world.folder / "out")
    assert other.plans.recent() == []
    other.close()


# Plans that pretend


def pretending(world: World) -> list[dict[str, Any]]:
    """The draft's file with what an issued one has: without a seal, with a wrong one, and with that of another plan."""
    other = front_door.issue(plan_of(world.library, "chin_tuck"), world.library, BY, START)
    issued = json.loads(to_document(other))
    data = json.loads(to_document(world.plan))
    forged = {**data, "issued": issued["issued"], "snapshot": issued["snapshot"]}
    return [forged, {**forged, "seal": "0" * 64}, {**forged, "seal": issued["seal"]}, {**data, "seal": issued["seal"]}]


def test_a_file_that_pretends_to_be_issued(world: World, kit: Kit) -> None:
    """It is refused when it is read, by Python, the commands, and where the store takes files in."""
    for number, data in enumerate(pretending(world)):
        path = world.folder / f"forged{number}.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        assert "Issue it again." in refused(read_plan, path) or "changed after it was issued" in refused(
            read_plan, path
        )
        for command, *rest in (["check"], ["handout", "-o", "out"], ["issue", "--by", BY]):
            assert kit(command, path, *rest)[:2] == (1, "")
        store = world.store()
        taken, faults = take_files(store, [path], world.folder)
        assert (taken, bool(faults), store.plans.recent()) == (0, True, [])
        store.close()


def test_a_copy_that_pretends_to_be_issued(world: World) -> None:
    """A copy made past the builders is neither issued, nor written, nor kept, nor handed out."""
    used = tuple(dict.fromkeys(entry.exercise for entry in resolve(world.plan, world.library).entries))
    snapshot = Snapshot(rules_version="2", exercises=used)
    copy = world.plan.model_copy(update={"issued": Issue(by=BY, on=START), "snapshot": snapshot})
    for plan in (copy, copy.model_copy(update={"seal": "0" * 64})):
        assert refused(world.issue, plan)
        assert refused(write_plan, plan, world.folder / "p.json")
        assert refused(from_document, to_document(plan), "p.json")
        assert refused(front_door.handout, plan, world.library, world.folder / "out")
    store = world.store()
    assert refused(store.versions.take_in, copy)
    assert store.plans.recent() == []
    store.close()


# Answers that do not count


def test_the_answer_of_a_mere_key(world: World) -> None:
    """A key alone says nothing of what it was given for."""
    if world.finding.level == "STOP":
        held_by(world, world.issue, world.plan.sign_off(world.finding.key, "C. Physio", START))
    held_by(world, world.issue, world.plan.override(world.finding.key, REASON, BY, START))


def test_the_answer_of_tomorrow(world: World) -> None:
    """Nobody has agreed yet."""
    if world.finding.level == "STOP":
        plan = world.plan.sign_off(world.finding, "C. Physio", TOMORROW, REASON, "Physiotherapist")
        held_by(world, world.issue, plan)
    held_by(world, world.issue, world.plan.override(world.finding, REASON, BY, TOMORROW))


def test_the_answer_of_long_ago(world: World) -> None:
    """After 90 days a reason is asked for again, a sign-off after 14."""
    if world.finding.level == "STOP":
        old = START - dt.timedelta(days=15)
        held_by(world, world.issue, world.plan.sign_off(world.finding, "C. Physio", old, REASON, "Physiotherapist"))
    held_by(world, world.issue, world.plan.override(world.finding, REASON, BY, START - dt.timedelta(days=91)))


@pytest.mark.parametrize(("note", "role"), [("", "Physiotherapist"), ("okay", "Physiotherapist"), (REASON, "")])
def test_a_sign_off_that_lacks_something(world: World, note: str, role: str) -> None:
    """Without a reason of ten letters, or a role, it signs nothing; nothing else than a STOP is signed off at all."""
    held_by(world, world.issue, world.plan.sign_off(world.finding, "C. Physio", START, note, role))


def test_a_full_sign_off_signs_nothing_but_a_stop(world: World) -> None:
    """And a written reason answers no STOP and no ERROR."""
    signed = world.plan.sign_off(world.finding, "C. Physio", START, REASON, "Physiotherapist")
    reasoned = world.plan.override(world.finding, REASON, BY, START)
    if world.finding.level == "STOP":
        held_by(world, world.issue, reasoned)
    else:
        held_by(world, world.issue, signed)
    if world.finding.level == "ERROR":
        held_by(world, world.issue, reasoned)


def test_an_answer_that_is_void(world: World) -> None:
    """What was answered for one dose, or for one condition, is open again for another; and so is it in a file."""
    if not takes_answer(world.finding):
        assert refused(answer, world.plan, world.finding, BY, START, REASON)
        return
    plan = world.plan
    for finding in [f for f in check(plan, world.library, on=START) if f.holds]:
        plan = answer(plan, finding, "C. Physio", START, REASON, "Physiotherapist")
    assert world.issue(plan).issued  # the answers hold, and so what follows is refused for the change alone
    for changed in _changes(plan, world.finding):
        held_by(world, world.issue, changed)
        path = world.folder / "changed.json"
        path.unlink(missing_ok=True)
        write_plan(changed, path)
        held_by(world, world.issue, read_plan(path))


def _changes(plan: Plan, finding: Finding) -> list[Plan]:
    """Plans that an answer to `finding` does not cover."""
    held = plan.context.conditions
    others = [
        plan.describe(context=plan.context.model_copy(update={"conditions": (one, *held[1:])}))
        for one in ([held[0].model_copy(update={"side": "both"})] if held and held[0].side else [])
    ]
    if finding.level == "STOP" or finding.question:
        return others  # of the condition alone
    item = plan.items[0]
    louder = plan.adjust(item.item_id, reps=item.dose.reps + 1)
    return [*others, louder, plan.adjust(item.item_id, note="Faster.")]


def test_another_version_carries_no_sign_off(library: Library) -> None:
    """A STOP that was signed off holds the next version again."""
    plan = plan_of(library, "bridge", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library, on=START) if f.holds]
    signed = answer(plan, stop, "C. Physio", START, REASON, "Physiotherapist")
    one = front_door.issue(signed, library, BY, START)
    two = one.new_version(TOMORROW, on=START)
    with pytest.raises(OpenFindingsError, match="cauda equina"):
        front_door.issue(two, library, BY, START, one)


def imported(node: ast.ImportFrom | ast.Import) -> set[str]:
    """The modules that an import may name, whole."""
    names = {name.name for name in node.names}
    if isinstance(node, ast.Import):
        return names
    return {f"{node.module}", *(f"{node.module}.{name}" for name in names)}


def test_the_last_step_is_the_reviews_alone() -> None:
    """No module but the review's issue takes the step that makes a plan final."""
    folder = Path(kit.plan.issuing.__file__).parents[1]
    takers = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom | ast.Import) and "kit.plan.issuing" in imported(node)
    }
    assert takers == {"review/issue.py"}


def test_what_was_made_final_past_the_review_is_seen(library: Library) -> None:
    """Code that takes the last step itself gets a sealed version; a check of it still says what holds it."""
    plan = plan_of(library, "bridge", who=patient(has("nwb", side="left")))
    final = finalised(resolve(plan, library), BY, START)
    assert final.seal == seal_of(final)
    assert [f.level for f in check(final, library) if f.holds] == ["AVOID"]
