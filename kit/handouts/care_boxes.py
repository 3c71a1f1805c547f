"""What a condition of the patient asks of the whole day: the limits of a new hip, large bruises, how to lie down.

The facts are those of `data/conditions.toml`: what a condition forbids in its message, and the note that the review
hands to the clinician with "Tell the patient". Of a risk of falls the boxes of `falls_boxes` tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.handouts.nodes import Box
from kit.plan.resolved import ResolvedPlan
from kit.review.to_tell import ToTell, to_tell
from kit.words.catalogue import Catalogue

# Why, what is told of the condition itself, and what of its note on the plan: keys of the catalogue.
_TOLD: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "tha_posterior": ("hip", ("bend", "cross", "turn_in", "as_long"), ("chair",)),
    "tha_anterior": ("hip", ("behind", "turn_out", "as_long"), ("chair",)),
    "tha_lateral": ("hip", ("lift_out",), ("chair",)),
    "anticoagulant": ("thinner", (), ("falls", "bruises")),
    "pregnancy": ("pregnancy", (), ("flat",)),
    "bppv": ("bppv", (), ("slowly",)),
}
ELSEWHERE = frozenset({"falls_risk"})


def care_boxes(known: ResolvedPlan, words: Catalogue) -> Iterator[Box]:
    """A box for each reason and side. Of an operation whose kind is not known it tells the limits of all kinds."""
    told: dict[tuple[str, str], dict[str, str]] = {}
    for one in to_tell(known):
        if one.held.condition in _TOLD:
            reason, keys = _keys(one)
            side = words.say(f"dose.side.{one.held.side}") if one.held.side else ""
            told.setdefault((reason, side), {}).update({key: words.say(f"care.{key}") for key in keys})
    for (reason, side), lines in told.items():
        title = words.say(f"care.of.{reason}")
        named = words.say("care.of_side", reason=title, side=side) if side else title
        if lines:
            yield Box("care", named, "", tuple(lines.values()), topic=reason)


def _keys(one: ToTell) -> tuple[str, tuple[str, ...]]:
    reason, always, noted = _TOLD[one.held.condition]
    return reason, (*always, *(noted if one.noted else ()))
