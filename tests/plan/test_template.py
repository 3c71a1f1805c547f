"""Ready-made plans: a file with a fault is left out and told, and the others go on."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path
from random import Random

import pytest

from kit.errors import ContentError
from kit.library.library import Library
from kit.model import parse
from kit.places import data_dir
from kit.plan.another import for_another
from kit.plan.context import ConditionInForce, Context
from kit.plan.own_template import template_of
from kit.plan.reporting import Reporting
from kit.plan.seal import canonical, seal_of
from kit.plan.template import Template, TemplateItem, template, templates, usable_templates
from kit.plan.template_words import template_words

START = dt.date(2026, 6, 1)


def test_a_broken_template_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No TOML and a pipe: both are told, the rest is there, and who asks for a broken one reads why it is not."""
    known = templates()
    folder = tmp_path / "templates"
    shutil.copytree(data_dir() / "templates", folder)
    monkeypatch.setattr("kit.plan.template.data_dir", lambda: tmp_path)
    (folder / "broken.toml").write_text("x = [", encoding="utf-8")
    os.mkfifo(folder / "pipe.toml")
    told = [
        "broken.toml: is not TOML: Invalid value (at end of document). Mend that line.",
        f"{folder / 'pipe.toml'}: is no file. Give the name of a file, or take this one away.",
    ]
    found, faults = usable_templates()
    assert (found, [*map(str, faults)]) == (known, told)
    assert template("knee-glute-stretches") == known["knee-glute-stretches"]
    with pytest.raises(ContentError) as caught:
        template("broken")
    assert [str(fault) for fault in caught.value.faults[1:]] == told
    with pytest.raises(ContentError) as caught:
        templates()
    assert [*map(str, caught.value.faults)] == told


def test_what_a_template_has_to_say() -> None:
    """Its names and an exercise; the rest is empty where it is not said."""
    said = {
        "name": "n",
        "title": "t",
        "summary": "s",
        "purpose": "p",
        "comes_next": "c",
        "items": [{"exercise_id": "bridge"}],
    }
    ready = parse(Template, said, "x.toml")
    assert (ready.goal, ready.progression_rule, ready.start_rule, ready.items[0].changes) == ("", "", "", {})
    with pytest.raises(ContentError) as caught:
        parse(Template, {**said, "items": []}, "x.toml")
    assert str(caught.value) == "x.toml, items: is too short: 1 or more are needed. Add what is missing."
    with pytest.raises(ContentError) as caught:
        parse(Template, {}, "x.toml")
    assert [fault.where for fault in caught.value.faults] == [
        f"x.toml, {name}" for name in ("name", "title", "summary", "purpose", "comes_next", "items")
    ]


def test_a_plan_from_a_template(library: Library) -> None:
    """Title, goal, rules and each exercise with its changes; a draft for everybody, of its own identity."""
    items = (TemplateItem(exercise_id="bridge", changes={"reps": 5}), TemplateItem(exercise_id="clamshell"))
    said = {"name": "n", "title": "T", "summary": "s", "purpose": "p", "comes_next": "c", "pain_kind": "tendon"}
    ready = parse(Template, {**said, "goal": "G", "progression_rule": "P", "start_rule": "S", "items": items}, "x")
    plan = ready.plan(library, "P-7", START, "P-8", random=Random(1))
    assert (plan.plan_id, plan.patient, plan.start, plan.title, plan.is_draft) == ("P-7", "P-8", START, "T", True)
    assert (plan.context, plan.pain_kind) == (Context(goal="G"), "tendon")
    assert plan.reporting == Reporting(progression_rule="P", start_rule="S", tailoring="generic")
    assert [(item.exercise_id, item.dose.reps) for item in plan.items] == [
        ("bridge", 5),
        ("clamshell", library["clamshell"].dose.reps),
    ]
    assert plan == ready.plan(library, "P-7", START, "P-8", random=Random(1))
    assert ready.plan(library, "P-7", START).patient == ""


def test_a_template_that_nobody_has() -> None:
    """It is told with the nearest one, else with all there are."""
    with pytest.raises(ContentError) as caught:
        template("zzz")
    assert str(caught.value) == f"template: “zzz” does not exist. There are: {', '.join(templates())}."
    assert list(templates()) == sorted(templates())


def test_what_comes_next_goes_with_the_plan(library: Library) -> None:
    """As the patient is told it, where the template tells it: to the plan, to an own template of it where it is kept,
    and to another patient only then. A plan without it is sealed as before."""
    made = template("knee-glute-stretches")
    plan = made.plan(library, "P-001", START)
    assert plan.told_next == made.told_next == "At your review: 3 or 4 holds, then longer ones, up to 60 seconds."
    assert template_of(plan, library, "Own").told_next == ""
    assert template_of(plan, library, "Own", keep=["told_next"]).told_next == made.told_next
    assert for_another(plan, library, "P-002", "P-002", START).told_next == ""
    assert [name for name, one in templates().items() if one.told_next] == ["knee-glute-stretches"]
    bare = plan.describe(told_next="")
    assert seal_of(bare) != seal_of(plan)
    assert "told_next" not in canonical(bare.model_dump(mode="json"))


def test_what_a_template_is_made_for_comes_with_it(library: Library) -> None:
    """A plan from it has the condition with nothing said of it yet, and the condition is one that the template serves;
    a patient who has one of those that it may be gets no second one; an id that nobody knows is refused."""
    brought = {name: ready.conditions for name, ready in templates().items() if ready.conditions}
    assert brought["hip-replacement-weeks-0-6"] == ("tha_posterior", "tha_anterior", "tha_lateral")
    assert {"knee-replacement-weeks-0-6", "acl-reconstruction-weeks-2-6", "falls-and-balance"} <= set(brought)
    for name, keys in brought.items():
        ready, bare = templates()[name], tuple(ConditionInForce(condition=key) for key in keys)
        assert set(keys) <= set(template_words()[name].serves), name
        assert ready.plan(library, "P-001", START).context == Context(goal=ready.goal, conditions=bare), name
        has = Context(conditions=(ConditionInForce(condition=keys[-1], side="left"),))
        assert ready.brought_to(has) == has, name
        other = Context(age=70, conditions=(ConditionInForce(condition="bppv"),))
        assert ready.brought_to(other).conditions == (*other.conditions, *bare), name
    said = {"name": "n", "title": "T", "summary": "s", "purpose": "p", "comes_next": "c", "conditions": ["hip_repl"]}
    with pytest.raises(ContentError, match="“hip_repl” is no condition"):
        parse(Template, {**said, "items": [{"exercise_id": "bridge"}]}, "x.toml")
