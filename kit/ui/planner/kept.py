"""What the store holds beside the plan in hand, for the page: the next version, namesakes, the other hand."""

from __future__ import annotations

from collections.abc import Collection

from kit.library.library import Library
from kit.plan.another import free_texts
from kit.plan.differences import differences
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.versions import in_place_of
from kit.store.held import ConflictError
from kit.store.store import Store
from kit.ui.planner.bench import written
from kit.ui.planner.shown import ConflictShown, Following, Namesake
from kit.ui.planner.start_shown import TextShown
from kit.words.alike import looks_like
from kit.words.catalogue import Catalogue
from kit.words.numbers import counted


def following(store: Store, plan: Plan) -> Following | None:
    """The newest version of an issued plan, where it is not the one in hand."""
    listed = store.plans.one(plan.code)
    if plan.is_draft or listed is None:
        return None
    newest = listed.draft or listed.issued[-1]
    return {"code": plan.code, "version": newest, "draft": bool(listed.draft)} if newest > plan.version else None


def goes_before(plan: Plan) -> str:
    """Of a draft after an issued version, what it does to that one; empty of any other plan."""
    before = plan.replaces
    if before is None or not plan.is_draft:
        return ""
    if in_place_of(plan) is None:
        return f"This draft follows version {before.version}, which stays in force until {written(plan.start)}."
    why = before.reason.rstrip(".")
    return f"This draft corrects version {before.version} ({why}), which stays in force until you issue it."


def namesake(store: Store, plan: Plan) -> Namesake | None:
    """Another patient with the same label, to ask whether it is the same person."""
    if not plan.patient or not plan.is_draft or plan.version > 1:
        return None
    others = [code for code in store.plans.patients_labelled(plan.patient) if code != plan.patient_code]
    for code in others:
        if theirs := store.plans.of_patient(code):
            names = ", ".join(one.plan_id for one in theirs[:3])
            return {"patient_code": code, "said": f"{counted(len(theirs), 'plan')} ({names})"}
    return None


def alike(store: Store, plan: Plan) -> str:
    """The label of another patient or plan that looks like one of this new plan; empty where there is none."""
    if not plan.is_draft or plan.version > 1:
        return ""
    mine = [label for label in (plan.patient, plan.plan_id) if label]
    others = store.plans.other_labels(plan.patient_code)
    return next((other for other in others for label in mine if looks_like(label, other)), "")


def siblings(store: Store, plan: Plan) -> str:
    """The other plans of the same patient, by their labels; empty where there is none."""
    return ", ".join(one.plan_id for one in store.plans.of_patient(plan.patient_code) if one.code != plan.code)


def other_hand(by: str, me: str) -> str:
    """Who did something in between, as the beginning of a sentence."""
    return "Another window of yours" if by in ("", me) else f"{by}, in another window,"


def texts_view(plan: Plan, library: Library, known: Collection[str]) -> list[TextShown]:
    """What is asked about before the plan goes to another patient, or into a template; `known` are texts of those."""
    return [
        {"key": one.key, "where": one.where, "text": one.text, "names": one.names, "known": one.text in known}
        for one in free_texts(plan, library)
    ]


def conflict_view(conflict: ConflictError, library: Library, words: Catalogue, me: str) -> ConflictShown:
    """Who came between, what is different in mine and in theirs, and whether mine may go over it; `me` is who works
    at this machine."""
    mine, theirs = conflict.mine, conflict.theirs.plan
    same = theirs.is_draft and theirs.version == mine.version and not conflict.again
    over = conflict.mine_on_theirs if same else mine  # what I never touched is no difference of mine
    before, after = resolve(over, library), resolve(theirs, library)
    there = differences(before, after, words)
    if not theirs.is_draft and theirs.version == mine.version:
        there = [f"Version {theirs.version} was issued meanwhile.", *there]
    return {
        "who": other_hand(conflict.by, me),
        "yours": differences(after, before, words),
        "theirs": there,
        "mine": same,
    }
