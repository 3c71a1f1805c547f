"""How a patient's handout was made last: it is so again the next time, and never so for another patient."""

from __future__ import annotations

from typing import cast

from kit.plan.plan import Plan
from kit.store.store import Store
from kit.ui.planner.messages import Form
from kit.ui.planner.to_issue import LastForm


def last_form(store: Store, plan: Plan) -> LastForm | None:
    """Of the patient of a plan; None where no handout of hers was made yet."""
    return cast("LastForm | None", store.preferences.of("setting", _name(plan)))


def keep_form(store: Store, plan: Plan, form: LastForm) -> None:
    """It goes with the patient when she is forgotten: a setting that names a patient does."""
    store.preferences.keep("setting", _name(plan), form)


def form_of(wish: Form) -> LastForm:
    """What a wish says of it, without the patient's name."""
    return {
        "paper": wish["paper"],
        "palette": wish["palette"],
        "large": wish["large"],
        "language": wish.get("language", ""),
        "form": wish.get("form", ""),
        "diary": wish.get("diary", ""),
    }


def _name(plan: Plan) -> str:
    return f"handout of {plan.patient_code}"
