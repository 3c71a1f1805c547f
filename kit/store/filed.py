"""Issuing a draft that came as a file, where the store knows its plan: store and file then say the same."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from kit.clinic import Clinic
from kit.errors import Fault, PlanError
from kit.library.library import Library
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.plan.seal import altered
from kit.review.answer_file import AnswerFile, with_answers
from kit.review.issue import issued_before
from kit.settings import SETTINGS
from kit.store.held import Held
from kit.store.store import Store

_FINAL = ("issued", "snapshot", "seal")
_ANSWERS = ("overrides", "sign_offs")
_TOLD = 10  # differences that are named


def issue_filed(
    store: Store, draft: Plan, given: AnswerFile, library: Library, by: str, on: dt.date, clinic: Clinic | None = None
) -> tuple[Plan, list[Fault]]:
    """The version as the store issues it, with what has to be told: that it was issued before, and is the same.

    Raises `PlanError` where the store holds something else than the file, and as `Versions.issue` does.
    """
    listed = store.plans.one(draft.code)
    issued = listed.issued if listed else ()
    if draft.version in issued:
        return _again(store.versions.load(draft.code, draft.version).plan, draft)
    held = store.open(draft.code)
    now = held.plan.version + (0 if held.plan.is_draft else 1)
    if now != draft.version:
        state = "the draft of version" if held.plan.is_draft else "version"
        what = f"the file is version {draft.version}, and the store holds {state} {held.plan.version}."
        raise PlanError(Fault(f"plan {draft.plan_id}", what, "Open the plan in the planner."))
    answered = with_answers(draft, given, library, by, on, store.before(draft), clinic.settings if clinic else SETTINGS)
    if held.plan.is_draft and held.plan not in (draft, answered):
        raise PlanError(_differs(draft, held.plan, "the draft in the store", "Issue it in the planner."))
    return store.versions.issue(Held(answered, held.revision), library, by, on, clinic).plan, []


def _again(issued: Plan, draft: Plan) -> tuple[Plan, list[Fault]]:
    """The issued version, for a file that was not written when it was issued. Raises `PlanError` for another one."""
    if _before_issue(issued) != _before_issue(draft):
        what = _differs(draft, issued, "what was issued", "Keep this file apart, or make a new version.")
        raise PlanError([issued_before(issued, ""), what])
    return issued, [issued_before(issued, "The file is written anew, as it was issued.")]


def _before_issue(plan: Plan) -> dict[str, Any]:
    """What a plan said before it was issued, without the answers, which may have been given with the issue."""
    data = plan.model_dump(mode="json", exclude={*_FINAL, *_ANSWERS})
    data["context"].pop("red_flags_screened")
    return data


def _differs(draft: Plan, other: Plan, name: str, mend: str) -> Fault:
    mine, theirs = (json.loads(to_document(plan)) for plan in (draft, other))
    for field in _FINAL:
        theirs.pop(field, None)
    places = list(altered(mine, theirs))
    told = "; ".join([*places[:_TOLD], *(["and more"] if len(places) > _TOLD else [])])
    return Fault(f"plan {draft.plan_id}", f"the file differs from {name}: {told}.", mend)
