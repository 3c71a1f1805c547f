"""What goes along when a plan is used again, for another patient or as a template: the work, and nothing of the person."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import ContentError, PlanError
from kit.library.library import Library
from kit.plan.another import TITLE, for_another, free_texts
from kit.plan.context import Context
from kit.plan.own_template import template_of
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting

START, LATER = dt.date(2026, 6, 1), dt.date(2026, 9, 1)
LIBRARY = Library.load()
PERSON = "Zyxwald"  # no word of the kit
PLACES = st.sets(st.sampled_from(["title", "goal", "advice", "note", "supervision", "tailored_how"]))
KEEP = st.lists(st.sampled_from(["title", "goal", "advice", "supervision", "note i1", "note i2", "patient", "x"]))


def full(named: set[str] | frozenset[str] = frozenset()) -> Plan:
    """A plan that says all it can of its patient, and names him in these places too."""

    def said(place: str) -> str:
        return f"Slowly, {PERSON.upper()}!" if place in named else "Slowly"

    plan = Plan.begin(
        "P-001",
        START,
        random=Random(1),
        patient=f"{PERSON} K.",
        title=said("title"),
        activities=("gardening",),
        context=Context(
            age=70,
            conditions=({"condition": "osteoporosis"},),
            equipment=("band",),
            support=True,
            minutes_a_day=20,
            goal=said("goal"),
            unlisted=("gout",),
            red_flags_screened=START,
        ),
        reporting=Reporting(
            advice=said("advice"),
            supervision=said("supervision"),
            tailoring="tailored",
            tailored_how=said("tailored_how"),
        ),
        review_on=dt.date(2026, 6, 29),
        pain_kind="tendon",
        rest_ex_s=20,
    )
    plan = plan.add(LIBRARY["clamshell"], sides="right", reps=7, note=said("note"), surface="bed")
    plan = plan.add(LIBRARY["bridge"], hold_s=9).pause(dt.date(2026, 6, 5), dt.date(2026, 6, 8), "travel")
    plan = plan.override("AVOID x i1", "I have seen it.", "A. Physio", START)
    return plan.sign_off("STOP y plan", "A. Physio", START, "Cleared.", "physiotherapist")


@settings(max_examples=30, deadline=None)
@given(PLACES, KEEP, st.booleans())
def test_nothing_of_the_person_goes_along(named: set[str], keep: list[str], sides: bool) -> None:
    """Wherever he is named, and whatever is kept: no label, condition, thing, screen, date, pause, and no answer."""
    plan = full(named)
    made = for_another(plan, LIBRARY, "P-002", "P-002", LATER, keep=keep, sides=sides, random=Random(2))
    template = template_of(plan, LIBRARY, "Mine", keep=keep, sides=sides)
    for text in (repr(made.model_dump()), repr(template.model_dump())):
        assert not [
            word for word in (PERSON.casefold(), "gardening", "osteoporosis", "gout") if word in text.casefold()
        ]
        assert not [word for word in (plan.code, plan.patient_code, "A. Physio", "tailored_how='S") if word in text]
    assert (made.overrides, made.sign_offs, made.pauses, made.activities, made.review_on) == ((), (), (), (), None)
    assert made.context == Context(goal=made.context.goal)
    assert (made.start, made.version, made.replaces, made.is_draft) == (LATER, 1, None, True)
    assert [item.surface for item in made.items] == [None, None]


def test_the_work_goes_along() -> None:
    """Exercises, doses, days, kinds of pain; a single side and a text only where she says so."""
    plan = full()
    bare = for_another(plan, LIBRARY, "P-002", "Q", LATER, random=Random(2))
    assert [(i.exercise_id, i.dose, i.schedule) for i in bare.items] == [
        (i.exercise_id, i.dose, i.schedule) for i in plan.items
    ]
    assert (bare.patient, bare.title, bare.pain_kind, bare.rest_ex_s) == ("Q", TITLE, "tendon", 20)
    assert (bare.items[0].sides, bare.items[0].note, bare.context.goal) == (LIBRARY["clamshell"].sides, "", "")
    keep = ["title", "goal", "note i1"]
    whole = for_another(plan, LIBRARY, "P-002", "Q", LATER, keep=keep, sides=True, random=Random(2))
    assert (whole.title, whole.context.goal, whole.items[0].note, whole.items[0].sides) == (*["Slowly"] * 3, "right")
    assert whole.reporting.advice == ""


def test_a_template_gives_the_plan_back() -> None:
    """What is made of it has the same exercises, doses and days as the plan that it was made of."""
    plan = full()
    made = template_of(plan, LIBRARY, "Mine", keep=["note i1"], sides=True).plan(LIBRARY, "P-003", LATER)
    assert [item.model_copy(update={"surface": None}) for item in plan.items] == list(made.items)
    assert template_of(made, LIBRARY, "Mine").items[1].changes == {"hold_s": 9}


def test_her_own_texts_are_listed() -> None:
    """With where they stand, and whether they hold the label; what nobody wrote is not asked about."""
    told = {one.key: (one.where, one.names) for one in free_texts(full({"note"}), LIBRARY)}
    assert told == {
        "title": ("Title on the handout", False),
        "goal": ("Goal", False),
        "advice": ("Other parts of the treatment", False),
        "supervision": ("How it is supervised", False),
        "note i1": (f"Note, {LIBRARY['clamshell'].name}", True),
    }
    assert free_texts(Plan.begin("P-9", START), LIBRARY) == ()


def test_a_template_of_nothing_is_refused() -> None:
    with pytest.raises(PlanError) as caught:
        template_of(Plan.begin("P-9", START), LIBRARY, "Mine")
    assert str(caught.value) == "plan P-9: has no exercise to keep. Add one first."
    with pytest.raises(ContentError) as caught_name:
        template_of(full(), LIBRARY, " ")
    assert str(caught_name.value) == "template, name: “ ”: it is empty. Write a text."
