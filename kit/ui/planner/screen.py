"""The clinician's red-flag screen: she ticks what is present, the day is noted, the kit computes nothing."""

from __future__ import annotations

from typing import Any

from kit.library.condition import cited
from kit.library.rules import rules
from kit.model import parse
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.ui.planner.bench import Bench, written
from kit.ui.planner.messages import Flag, Screened, ScreenEdit
from kit.ui.planner.offered import RedFlag
from kit.ui.planner.shown import ScreenShown
from kit.words.text import clean


def screen_edited(plan: Plan, bench: Bench, wish: ScreenEdit) -> Plan:
    """The plan after an edit of the screen. Raises `ContentError`."""
    return _flag(plan, wish) if wish["do"] == "flag" else _screened(plan, bench, wish)


def _flag(plan: Plan, wish: Flag) -> Plan:
    name = clean(wish["name"])
    others = tuple(flag for flag in plan.context.red_flags if flag != name)
    return _with(plan, red_flags=(*others, name) if wish["present"] else others)


def _screened(plan: Plan, bench: Bench, wish: Screened) -> Plan:
    """The screen was done today; or, taken back, it was not."""
    return _with(plan, red_flags_screened=bench.today if wish["done"] else None)


def _with(plan: Plan, **changes: Any) -> Plan:
    return plan.describe(context=parse(Context, {**dict(plan.context), **changes}, "red-flag screen"))


def screen_view(plan: Plan) -> ScreenShown:
    """The state in one line, and what is ticked. `standing` is "open", "clear" or "flagged"."""
    on, present = plan.context.red_flags_screened, plan.context.red_flags
    found = f"{len(present)} present" if present else "none" if on else ""
    when = f"screened {written(on)}" if on else "not screened"
    return {
        "summary": ", ".join(filter(None, [when, found])),
        "standing": "flagged" if present else "clear" if on else "open",
        "present": list(present),
        "done": on is not None,
    }


def screen_lists() -> list[RedFlag]:
    """The signs to look for, in the order of the list."""
    return [
        {"name": flag.name, "signs": flag.signs, "action": flag.action, "source": cited(flag.sources)}
        for flag in rules().red_flags.values()
    ]
