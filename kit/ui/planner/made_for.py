"""What the ready-made plan that was used last is made for: said as long as nobody has said more of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.library.rules import rules
from kit.plan.context import ConditionInForce
from kit.plan.plan import Plan
from kit.plan.template import Template
from kit.ui.planner.asks import together
from kit.ui.planner.start_shown import MadeForShown

_ASIDE = re.compile(r" \(| / |, (?!approach)")  # where the rest of a name explains it


class MadeFor:
    """Knows which template was used in this window, and for which plan."""

    def __init__(self) -> None:
        self._code = ""
        self._keys: tuple[str, ...] = ()

    def use(self, plan: Plan, template: Template) -> None:
        self._code, self._keys = plan.code, template.conditions

    def shown(self, plan: Plan) -> MadeForShown | None:
        """None where it is not in this plan any more, or where something was said of it: then it is the patient's."""
        bare = [ConditionInForce(condition=key) for key in self._keys]
        if not (self._keys and plan.is_draft and plan.code == self._code):
            return None
        if not all(held in plan.context.conditions for held in bare):
            return None
        return {"name": called(self._keys), "conditions": list(self._keys)}


def called(keys: Sequence[str]) -> str:
    """Conditions in a few words; those of which it is not known which of them it is as one."""
    names = {key: condition.name for key, condition in rules().conditions.items()}
    return ", ".join(dict.fromkeys(_ASIDE.split(name)[0] for name in together(keys, names)))
