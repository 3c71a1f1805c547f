"""The front door: what `import kit` offers, and that whatever it is given, it answers or refuses in its own words."""

from __future__ import annotations

import ast
import datetime as dt
import doctest
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from IPython.core.completer import IPCompleter, provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from pydantic import BaseModel

import kit
from kit.errors import ContentError, KitError, PlanError
from kit.library.dose import Dose
from kit.library.library import Library
from kit.model import Model
from kit.plan.keywords import DoseChanges, FirstFields, HeadChanges, ItemChanges
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription

DAY = dt.date(2026, 6, 1)
NAMES = {
    *("Library", "Plan", "Dose", "Schedule", "Context", "template", "templates", "session", "slots", "check", "issue"),
    *("handout", "read_plan", "write_plan", "read_diary", "measure", "report", "Clinic", "Workspace", "planner"),
    *("KitError", "__version__", "blank_diary", "caseload", "changes", "conditions", "find", "follow_up"),
    *("follow_up_report", "cohort", "read_study"),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=5,
)
ANYTHING = (
    JSON | st.dates() | st.datetimes() | st.sampled_from(["\0", "\ud800", "2026-13-01", "1.6.2026", b"x", 10**5000])
)


# What it offers


def test_the_names_are_those_agreed_and_stand_in_one_way_everywhere() -> None:
    """`__all__`, the homes, the names for type checkers and those of tab completion are the same."""
    tree = ast.parse(Path(kit.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(kit.__all__) == NAMES
    assert kit.__all__ == sorted(kit.__all__)
    assert typed == kit._HOMES
    assert {*typed, "__version__"} == NAMES
    assert dir(kit) == sorted(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES - {"__version__"}))
def test_each_name_says_what_it_is(name: str) -> None:
    """Each has a docstring of its own; what it says of examples is true."""
    thing = getattr(kit, name)
    assert thing.__doc__
    assert thing.__doc__ != BaseModel.__doc__
    tests = doctest.DocTestFinder(exclude_empty=True).find(
        thing, name, globs={**vars(sys.modules[thing.__module__]), "kit": kit, "dt": dt}
    )
    for test in tests:
        assert doctest.DocTestRunner(verbose=False).run(test).failed == 0, test.name


def test_examples_are_there() -> None:
    """What is cheap to run has an example."""
    with_example = {name for name in NAMES - {"__version__"} if ">>> " in (inspect.getdoc(getattr(kit, name)) or "")}
    assert with_example >= {
        "template",
        "templates",
        "session",
        "slots",
        "check",
        "Dose",
        "Schedule",
        "Context",
        "Clinic",
        "blank_diary",
        "changes",
        "conditions",
    }


def test_completion_offers_the_plans_own_names() -> None:
    """A plan and its class offer their own names, and nothing of the library that models are made with."""
    plan = Plan.begin("P-001", DAY)
    machinery = {name for name in dir(BaseModel) if not name.startswith("_")}
    for thing in (plan, Plan, Dose, Dose(hold_s=1)):
        assert not machinery & set(dir(thing))
    assert {"add", "adjust", "items", "to_frame", "code"} <= set(dir(plan))
    completer = IPCompleter(InteractiveShell.instance(), namespace={"plan": plan}, global_namespace={})  # type: ignore[no-untyped-call]
    with provisionalcompleter():
        offered = {one.text for one in completer.completions("plan.", 5)}
    assert {"adjust", "to_frame"} <= offered
    assert not {"dict", "json", "copy", "parse_obj", "model_fields"} & offered


# Builder keywords


def _fields(kind: type[Model], *without: str) -> set[str]:
    assert set(without) <= set(kind.model_fields)
    return set(kind.model_fields).difference(without)


def test_the_keywords_are_the_fields() -> None:
    """What the typed keywords name is exactly what the models have."""
    assert set(DoseChanges.__annotations__) == _fields(Dose)
    own = _fields(Prescription, "item_id", "exercise_id", "dose")
    assert set(ItemChanges.__annotations__) == own | _fields(Dose)
    fixed = ("format", "version", "replaces", "issued", "overrides", "sign_offs", "snapshot", "seal", "plan_id")
    assert set(FirstFields.__annotations__) == _fields(Plan, *fixed, "start")
    assert set(HeadChanges.__annotations__) == _fields(Plan, *fixed, "code", "patient_code", "items", "pauses")


def test_wrong_keywords_are_all_told_with_the_nearest_name(four: Plan, library: Library) -> None:
    """A name of the item or of its dose is offered, and wrong values are told in the same breath."""
    with pytest.raises(ContentError) as refused:
        four.adjust("i1", hold=45, site="left", xyzzy=1, sets="two")  # type: ignore[call-arg, arg-type]
    takes = ", ".join(ItemChanges.__annotations__)
    assert str(refused.value) == (
        "item i1, hold: is not a known field. Did you mean “hold_s”?\n"
        "item i1, site: is not a known field. Did you mean “sides”?\n"
        f"item i1, xyzzy: is not a known field. It takes {takes}.\n"
        "item i1, dose.sets: “two” is not a whole number. Write a number without a unit, such as 30."
    )
    with pytest.raises(ContentError, match="Did you mean “hold_s”"):
        four.add(library["bridge"], hold=45)  # type: ignore[call-arg]
    with pytest.raises(ContentError, match="titel: is not a known field. Did you mean “title”"):
        four.describe(titel="Knee")  # type: ignore[call-arg]
    with pytest.raises(ContentError, match="new plan, patiant: is not a known field. Did you mean “patient”"):
        Plan.begin("P-001", DAY, patiant="x")  # type: ignore[call-arg]


def test_a_model_made_by_hand_is_refused_in_the_kits_words() -> None:
    with pytest.raises(ContentError) as refused:
        kit.Dose(hold=45, reps=0)  # type: ignore[call-arg]
    assert str(refused.value) == (
        "Dose, reps: 0 is refused: it must be 1 or more. Correct the value.\n"
        "Dose, hold: is not a known field. Did you mean “hold_s”?"
    )


def test_nothing_is_changed_in_place(four: Plan) -> None:
    """A model that is written to says how it is done."""
    with pytest.raises(ContentError) as refused:
        four.title = "x"  # type: ignore[misc]
    mend = "Make a new one, as the building steps of a plan do."
    assert str(refused.value) == f"Plan, title: is never changed in place. {mend}"


def test_what_makes_no_sense_of_a_frame_is_told(issued: Plan) -> None:
    """Rows without the columns of a diary are refused by name, and diaries count as their rows do."""
    with pytest.raises(ContentError, match="rows: there is no column plan_code, plan_id, .*, note. Give the rows of"):
        kit.measure([issued], pd.DataFrame(), DAY)
    sample = kit.Workspace.sample()
    plans = [kit.read_plan(sample / f"plan-v{n}.json") for n in (1, 2)]
    diaries = [kit.read_diary(sample / f"diary-v{n}.csv", plans) for n in (1, 2)]
    rows = pd.concat([diary.rows for diary in diaries])
    assert kit.measure(plans, diaries, DAY) == kit.measure(plans, rows, DAY)
    assert kit.measure(plans, [], DAY) == kit.measure(plans, rows[:0], DAY)


# One family of errors


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda plan, library: kit.issue(plan, library, by="x", on="2026-13-01"),  # type: ignore[arg-type]
            "issue, on: “2026-13-01” is not a day. Give one such as datetime.date(2026, 6, 1).",
        ),
        (
            lambda plan, library: kit.issue(plan, None, by=3, on=None),  # type: ignore[arg-type]
            "issue, library: None is not a library. Give Library.load().\n"
            "issue, by: 3 is not a text. Put it in quotation marks.\n"
            "issue, on: None is not a day. Give one such as datetime.date(2026, 6, 1).",
        ),
        (
            lambda plan, library: kit.session(plan, library, on=dt.datetime(2026, 6, 1, 5)),
            "session, on: 2026-06-01 05:00:00 is not a day. Give its day, in Python by .date().",
        ),
        (
            lambda plan, library: kit.check(library, plan),
            "check, plan: a value of the type Library is not a plan. Give one of template(…).plan(…), Plan.begin or read_plan.\n"
            "check, library: a value of the type Plan is not a library. Give Library.load().",
        ),
        (
            lambda plan, library: kit.read_diary("diary.csv", plan),
            "read_diary, plans: a value of the type Plan is not a list. Give a list, each of its entries a plan.",
        ),
        (
            lambda plan, library: kit.measure([plan, None], pd.DataFrame(), DAY),  # type: ignore[list-item]
            "measure, versions: holds None, which is not a plan. "
            "Give one of template(…).plan(…), Plan.begin or read_plan.",
        ),
        (
            lambda plan, library: kit.handout(plan, library, "", paper="a7"),  # type: ignore[arg-type]
            "handout, folder: “” is not a path. Give the name of a file or folder as text, or a pathlib.Path.\n"
            "handout, paper: “a7” is none of what it can be. Give one of a4, letter.",
        ),
        (
            lambda plan, library: library[["bridge"]],
            "exercise: a value of the type list is no id. Give one such as “bridge”.",
        ),
        (
            lambda plan, library: kit.Library([plan]),
            "Library, exercises: holds a value of the type Plan, which is not an exercise. "
            "Give one of the library, such as library[“bridge”].",
        ),
        (
            lambda plan, library: kit.Workspace(3),  # type: ignore[arg-type]
            "Workspace, folder: 3 is not a path. Give the name of a file or folder as text, or a pathlib.Path.",
        ),
    ],
)
def test_what_is_of_the_wrong_kind_is_told(
    four: Plan, library: Library, call: Callable[..., object], message: str
) -> None:
    """Which parameter, which value, what it has to be and where one comes from; all of them at once."""
    with pytest.raises(ContentError) as refused:
        call(four, library)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda kit, plan, library: kit.session(plan), "session, library: is missing. Give Library.load()."),
        (lambda kit, plan, library: plan.move("i3"), "move, to: is missing. Give a number such as 3."),
        (
            lambda kit, plan, library: kit.handout(plan, library, "o", palete="grey"),
            "handout, palete: is no argument. Did you mean “palette”?",
        ),
    ],
)
def test_what_is_missing_or_mistyped_is_told(
    four: Plan, library: Library, call: Callable[..., object], message: str
) -> None:
    """The function, the argument, the nearest name or where one comes from."""
    with pytest.raises(ContentError) as refused:
        call(kit, four, library)
    assert str(refused.value) == message


Call = tuple[Callable[..., object], dict[str, Any]]


@pytest.fixture(scope="module")
def calls(library: Library, four: Plan, issued: Plan, tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """Every function of the door and every building step, with arguments that are right."""
    folder = tmp_path_factory.mktemp("door")
    sample = kit.Workspace.sample()
    plans = [kit.read_plan(sample / "plan-v1.json")]
    rows = kit.read_diary(sample / "diary-v1.csv").rows
    return [
        (kit.template, {"name": "knee-glute-stretches"}),
        (kit.template("knee-glute-stretches").plan, {"library": library, "plan_id": "P-1", "start": DAY, "patient": "", "random": Random(1)}),
        (kit.session, {"plan": four, "library": library, "on": DAY}),
        (kit.slots, {"plan": four, "end": DAY}),
        (kit.check, {"plan": four, "library": library, "on": DAY, "previous": None}),
        (kit.changes, {"old": four, "new": four, "library": library}),
        (kit.blank_diary, {"plan": four, "library": library, "clinic": None}),
        (kit.issue, {"plan": four, "library": library, "by": "A. Physio", "on": DAY, "previous": None}),
        (kit.read_plan, {"path": sample / "plan-v1.json"}),
        (kit.write_plan, {"plan": four, "path": folder / "plan.json", "over": True}),
        (kit.read_diary, {"path": sample / "diary-v1.csv", "plans": plans}),
        (kit.measure, {"versions": plans, "rows": rows, "as_of": dt.date(2026, 6, 20)}),
        (kit.report, {"adherence": kit.measure(plans, rows, dt.date(2026, 6, 20)), "refused": 0}),
        (kit.Clinic.load, {"path": folder}),
        (kit.Clinic, {"name": "", "colour": "#000000", "logo": ""}),
        (kit.Workspace, {"folder": folder}),
        (kit.Dose, {"sets": 1, "hold_s": 3, "band": ""}),
        (kit.Schedule, {"days_a_week": 3, "times_a_day": 1}),
        (kit.Context, {"age": 3, "conditions": (), "goal": ""}),
        (kit.Plan, {"code": four.code, "patient_code": four.code, "plan_id": "P-1", "start": DAY, "items": ()}),
        (kit.Library, {"exercises": list(library), "faults": ()}),
        (library.search, {"words": "", "region": None, "category": None, "position": None, "muscle": None, "equipment": None}),
        (library.__getitem__, {"exercise_id": "bridge"}),
        (library.__contains__, {"exercise_id": "bridge"}),
        (Plan.begin, {"plan_id": "P-1", "start": DAY, "random": Random(1), "title": "x", "context": kit.Context()}),
        (four.add, {"exercise": library["bridge"], "at": 1, "note": "x", "hold_s": 3}),
        (four.adjust, {"item_id": "i1", "sides": "each", "schedule": kit.Schedule(days_a_week=3)}),
        (four.describe, {"title": "x", "review_on": None}),
        (four.move, {"item_id": "i1", "to": 0}),
        (four.remove, {"item_id": "i1"}),
        (four.item, {"item_id": "i1"}),
        (four.pause, {"start": DAY, "end": DAY + dt.timedelta(days=2), "reason": "travel"}),
        (four.override, {"finding": "f", "reason": "r", "by": "b", "on": DAY}),
        (four.sign_off, {"finding": "f", "by": "b", "on": DAY, "note": ""}),
        (issued.new_version, {"start": DAY, "reason": "typing error"}),
        (four.copied, {"plan_id": "P-2", "random": Random(1)}),
        (four.of_patient, {"patient_code": four.code}),
    ]  # fmt: skip


@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_anything_gives_a_result_or_a_refusal(
    calls: list[Call], data: st.DataObject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever value stands for whatever parameter of the door: a result, or an error of the kit's family."""
    monkeypatch.chdir(tmp_path)  # a text may be a path
    function, right = data.draw(st.sampled_from(calls))
    name = data.draw(st.sampled_from(sorted(right)))
    value = data.draw(ANYTHING)
    try:
        function(**{**right, name: value})
    except KitError as error:
        refused = error
    else:
        return
    assert refused.faults


@pytest.mark.parametrize("value", [None, 5, "", "\0", "\ud800", True, [], {}, dt.datetime(2026, 6, 1)])
def test_the_slow_doors_too(value: object, four: Plan, library: Library, tmp_path: Path) -> None:
    """A handout and the page refuse what is none of their kind before they begin."""
    right: dict[str, Any] = {"plan": four, "library": library, "folder": tmp_path / "out"}
    for name in ("plan", "library", "folder", "palette", "since"):
        if not (name == "since" and value is None):
            with pytest.raises(KitError):
                kit.handout(**{**right, name: value})
    assert not (tmp_path / "out").exists()
    if value is not None:
        with pytest.raises(KitError):
            kit.planner(value)  # type: ignore[arg-type]
        with pytest.raises(KitError):
            kit.follow_up(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrap", [str, Path])
def test_paths_are_text_or_path(wrap: Callable[[Path], Any], four: Plan, library: Library, tmp_path: Path) -> None:
    """Every path may be a text or a path object."""
    (tmp_path / "own").mkdir()
    (tmp_path / "clinic.toml").write_text('name = "Ours"\n', encoding="utf-8")
    kit.write_plan(four, wrap(tmp_path / "p.json"))
    assert kit.read_plan(wrap(tmp_path / "p.json")) == four
    assert len(kit.Library.load(wrap(tmp_path / "own"))) == len(library)
    assert kit.Clinic.load(wrap(tmp_path)).name == kit.Clinic.load(wrap(tmp_path / "clinic.toml")).name == "Ours"
    assert kit.Workspace(wrap(tmp_path)).clinic()[0].name == "Ours"
    assert kit.read_diary(wrap(kit.Workspace.sample() / "diary-v1.csv")).blank >= 0


def test_a_clinic_file_is_read_whole_or_refused(tmp_path: Path) -> None:
    """`Clinic.load` tells all faults and gives nothing by half; a file that is not there is told too."""
    (tmp_path / "clinic.toml").write_text('colour = "red"\npapre = "a4"\n', encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        kit.Clinic.load(tmp_path)
    assert [str(fault) for fault in refused.value.faults] == [
        "clinic.toml, colour: “red”: it must be a colour such as #1A5276.",
        "clinic.toml, papre: is not a known field. Did you mean “paper”?",
    ]
    with pytest.raises(ContentError, match=r"nowhere.toml: does not exist. Correct the name, or use Clinic\(\)"):
        kit.Clinic.load(tmp_path / "nowhere.toml")


# Searching


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"region": "thigh"},
            "search, region: “thigh” is not known. "
            "Use one of hip, knee, ankle_foot, low_back, thoracic, shoulder, elbow, wrist_hand, neck; or search for it as a word.",
        ),
        ({"region": "sholder"}, "search, region: “sholder” is not known. Did you mean “shoulder”?"),
        (
            {"region": "hips", "category": "strech"},
            "search, region: “hips” is not known. Did you mean “hip”?\n"
            "search, category: “strech” is not known. Did you mean “stretch”?",
        ),
    ],
)
def test_an_unknown_region_or_category_is_refused(library: Library, asked: dict[str, str], message: str) -> None:
    """A name that no exercise can have is a mistake, not an empty answer; words find what they find."""
    with pytest.raises(ContentError) as refused:
        library.search(**asked)
    assert str(refused.value) == message
    assert library.search(position="nowhere", muscle="nothing") == []


# Handout


def test_a_handout_in_one_call(four: Plan, library: Library, tmp_path: Path) -> None:
    """A draft is made, with the findings that hold it; making it again changes no byte and tells nothing."""
    held = four.describe(context=kit.Context(conditions=({"condition": "osteoporosis"},)))
    first = kit.handout(held, library, str(tmp_path / "out"), name="Jo")
    assert first.folder == tmp_path / "out"
    assert sorted(path.name for path in first.paths) == [
        *("calendar.ics", "careplan.json", "diary.csv", "handout.csv", "handout.pdf", "plan.json", "session.html"),
    ]
    assert [finding.level for finding in first.held] == ["AVOID"]
    assert first.notices == ()
    assert repr(first) == f"Handout({str(tmp_path / 'out')!r}, 7 files, held by 1 finding)"
    before = [path.read_bytes() for path in first.paths]
    again = kit.handout(held, library, tmp_path / "out", name="Jo")
    assert [path.read_bytes() for path in again.paths] == before
    (tmp_path / "out/patient/calendar.ics").write_text("no calendar", encoding="utf-8")
    (notice,) = kit.handout(held, library, tmp_path / "out", name="Jo").notices
    assert "cannot be read as the calendar that was handed out before" in notice.what


def test_a_handout_is_refused_with_all_that_is_wrong(library: Library, four: Plan, tmp_path: Path) -> None:
    """Before anything is made: an empty plan, a version that is no earlier one, a palette that there is not."""
    empty = Plan.begin("P-002", DAY)
    with pytest.raises(PlanError) as refused:
        kit.handout(empty, library, tmp_path / "out", since=four, palette="gray")
    assert str(refused.value) == (
        "plan P-002: it has no exercises. Add at least one exercise.\n"
        "since: P-001 version 1 is no earlier version of P-002 version 1. Give an earlier version of the same plan.\n"
        "palette: “gray” is not known. Use one of "
        + ", ".join(__import__("kit.figures", fromlist=["PALETTES"]).PALETTES)
        + "."
    )
    assert not (tmp_path / "out").exists()


def test_no_heavy_library_for_a_plan() -> None:
    """Building a plan, timing and reviewing it need no pandas, matplotlib, typst or database."""
    code = (
        "import sys, datetime as dt, kit; library = kit.Library.load();"
        "plan = kit.template('knee-glute-stretches').plan(library, 'P-001', dt.date(2026, 6, 1));"
        "print(repr(plan), kit.session(plan, library), kit.check(plan, library)._repr_html_()[:0]);"
        "print([m for m in ('pandas', 'matplotlib', 'typst', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert json.loads(done.stdout.splitlines()[-1]) == []
