"""What stands before the first exercise on the pictures form: the warm-up as a picture, and the things it takes."""

from __future__ import annotations

from kit.figures import figure, panels
from kit.handouts.drawn import Ready
from kit.handouts.things import things
from kit.library.exercise import Side
from kit.plan.resolved import ResolvedPlan
from kit.timing.warm_up import WarmUpKey, warm_up
from kit.words.catalogue import Catalogue
from kit.words.text import Direction

_WALK = "walking"  # whose picture it is
# The side that leads in a picture of who walks the way that is read.
_TOWARDS: dict[Direction, Side] = {"ltr": "right", "rtl": "left"}
_ON_FOOT: frozenset[WarmUpKey] = frozenset({"stretch", "stretch_bath", "strength", "balance"})


def ready(known: ResolvedPlan, words: Catalogue, palette: str) -> Ready:
    """That of a plan which is told in the language of `words`; a warm-up in a chair has no picture."""
    warm = warm_up(known)
    walks = warm.key in _ON_FOOT
    return Ready(
        told=warm.told(words),
        seconds=warm.seconds,
        least_s=warm.least_s or warm.seconds,
        svg=figure(_WALK, panels(_WALK)[0], _TOWARDS[words.direction], palette) if walks else "",
        things=tuple(str(words.whole(thing)) for thing in things(known, words).needed),
    )
