"""One proposal an item, or the reason why there is none; signs and versions come first."""

from __future__ import annotations

from typing import Any

import pytest

from kit.followup.pointer import Pointer
from kit.followup.proposals import propose
from kit.followup.signs import Dealt, open_signs
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.cases import START, one, proposed
from tests.followup.frames import On, days, frames_of, june


@pytest.mark.parametrize(("exercise", "kind"), [("cat_cow", "mobility"), ("walking", "walking")])
def test_without_a_rule_nothing_is_proposed(library: Library, exercise: str, kind: str) -> None:
    """Mobility and walking have no ladder."""
    found = proposed(library, one(library, exercise), days(1, 14))
    assert (found.kind, found.why) == ("hold", f"No rule says how {kind} grows.")


def test_a_sign_comes_before_everything(library: Library, four: Plan) -> None:
    """Open: no step, and none to stay: the exercises are held. Dealt with: the dose still stays for these sessions, and after three more it may rise."""
    told = [*days(1, 13), On(june(14), sign="numb saddle")]
    frames = frames_of(four, told)
    found = propose(resolve(four, library), frames, june(14))
    assert {(one.kind, one.words, one.why, one.changes_something) for one in found} == {
        (
            "stop",
            "hold the exercises until it is dealt with",
            "Emergency: on the patient's sheet this is a sign to call for help now. Call the patient at once. "
            "The patient wrote: “numb saddle” (on 14 June 2026).",
            False,
        )
    }
    assert found[0].sessions == (Pointer(june(14), 1, 14),)
    about: dict[str, Any] = {
        "by": "A. Physio",
        "role": "physiotherapist",
        "on": june(15),
        "what": "Called, all is well again.",
    }
    dealt = [Dealt.with_sign(open_signs(frames)[0], **about)]
    held = proposed(library, four, told, dealt=dealt)
    assert held.why == "A sign that asks for help was reported: “numb saddle” (on 14 June 2026)."
    assert held.source == "design choice (D)"
    assert proposed(library, four, [*told, *days(15, 17)], dealt=dealt).kind == "progress"


def test_one_proposal_an_item_in_order(library: Library, four: Plan) -> None:
    """Each item once, and plain data of each for a page."""
    found = propose(resolve(four, library), frames_of(four, days(1, 14)), june(14))
    assert [one.item_id for one in found] == ["i1", "i2", "i3", "i4"]
    assert found[0].as_dict() == {
        "item_id": "i1",
        "kind": "progress",
        "words": "2 × 30 s → 3 × 30 s",
        "why": "The last 3 sessions were done as planned, and pain leaves room for more.",
        "source": "Garber2011 (S), design choice (D)",
        "sessions": [{"date": f"2026-06-{n}", "slot": 1, "session": n} for n in (12, 13, 14)],
        "change": {"reps": 3},
        "way": "up",
        "exercise_id": None,
    }


def test_an_exercise_that_left_the_library_is_asked_about(library: Library, four: Plan) -> None:
    """An issued plan keeps it in its snapshot; the next version could not."""
    issued = finalised(resolve(four, library), "A. Physio", START)
    less = Library([e for e in library if e.id != four.items[0].exercise_id])
    found = propose(resolve(issued, less), frames_of(issued, days(1, 14)), june(14))[0]
    assert (found.kind, found.why) == ("ask", "Its exercise is not in the library any more.")
