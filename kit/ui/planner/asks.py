"""What is still to be said of a condition so that its rules can be read as they are meant, and why it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kit.library.conditions import KnownCondition, conditions
from kit.plan.context import ConditionInForce, Context
from kit.ui.planner.offered import UnknownOffered
from kit.ui.planner.shown import AskedField, AskShown

# Conditions of which a patient has one; as long as it is not known which, the rules of all of them hold.
_ONE_OF = {
    "Hip replacement": (("tha_posterior", "posterior"), ("tha_anterior", "anterior"), ("tha_lateral", "lateral")),
}
_WEEKS = "week"  # stands in a window that runs from the day of the surgery or the onset


def asks(held: ConditionInForce, about: Context) -> list[AskShown]:
    """In the order in which they matter: which one it is, side, region, day."""
    known = _known().get(held.condition)
    if known is None:
        return []
    alike = unknown_of(held.condition, about)
    wanted = [_which(held.condition)] if alike else []
    if alike and held.condition != alike[0]:
        return wanted  # what is asked of all of them is asked once
    if known.side and held.side is None:
        wanted.append(_ask("side", "Which side? Until it is said, both sides are judged.", about.side or ""))
    if known.region and held.region is None:
        wanted.append(_ask("region", "Which region? Until it is said, all are judged."))
    if held.since is None and (known.since or _runs_out(known)):
        wanted.append(_ask("since", _why_day(known)))
    return wanted


def _ask(field: AskedField, said: str, offers: str = "") -> AskShown:
    return {"field": field, "said": said, "offers": offers}


def _which(key: str) -> AskShown:
    called = next(dict(some)[key] for some in _ONE_OF.values() if key in dict(some))
    return _ask("which", "Which approach? Until it is said, all of them are judged.", called)


def _runs_out(known: KnownCondition) -> bool:
    return not known.stop and _WEEKS in known.window


def _why_day(known: KnownCondition) -> str:
    """ "Window: surgeon-set; often 6-12 weeks. From which day?" """
    until = " Until it is said, it counts as just begun." if known.since else ""
    return f"Window: {known.window}. Day of surgery or onset?{until}"


def one_of(key: str) -> tuple[str, ...]:
    """The keys of which a patient has one, `key` among them; it alone, where it is like no other."""
    return next((tuple(dict(some)) for some in _ONE_OF.values() if key in dict(some)), (key,))


def unknown_of(key: str, about: Context) -> list[str]:
    """The conditions of a patient of which it is not known which of them it is, `key` among them; none where it is."""
    held = list(dict.fromkeys(one.condition for one in about.conditions if one.condition in one_of(key)))
    return held if len(held) > 1 else []


def name_where_unknown(key: str, name: str, about: Context) -> str:
    """How a condition is headed: by its own name, or as one of those that it may be."""
    if not unknown_of(key, about):
        return name
    kind, called = next((kind, dict(some)[key]) for kind, some in _ONE_OF.items() if key in dict(some))
    return f"{kind}, approach not known: if {called}"


def together(keys: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Conditions by name; those of which it is not known which of them it is as one."""
    kinds = {key: f"{kind}, approach not known" for kind, some in _ONE_OF.items() for key in dict(some)}
    unknown = {key for key in keys if len(set(one_of(key)).intersection(keys)) > 1}
    return [kinds[key] if key in unknown else names.get(key, key) for key in keys]


def unknown_among(ids: Sequence[str]) -> UnknownOffered | None:
    """What is offered where several were found of which a patient has one: all of them, as long as nobody knows."""
    for name, some in _ONE_OF.items():
        if len([key for key in ids if key in dict(some)]) > 1:
            return {"name": f"{name}, approach not known: the strictest of all holds", "ids": list(dict(some))}
    return None


@cache
def _known() -> dict[str, KnownCondition]:
    return {condition.key: condition for condition in conditions()}
