"""The key to the signs of the pictures form: what each sign that this plan uses means, for whoever helps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kit.figures.palette import colours
from kit.handouts.drawn import Meaning, Ready
from kit.handouts.nodes import Picture, Signs
from kit.words.catalogue import Catalogue


def meanings(
    signs: Sequence[Signs], pictures: Iterable[Picture], ready: Ready, words: Catalogue, palette: str
) -> tuple[Meaning, ...]:
    """In the order in which they stand on the sheet, each once."""
    seen = "".join(picture.svg for picture in pictures)
    used = dict.fromkeys((*_beside(seen, ready, palette), *(name for one in signs for name in _of_one(one))))
    names = sorted(used, key=_ORDER.index)
    still = next((one.stop_told for one in signs if one.stop_told), "")
    own = {"pain": words.say("pain.scale"), "still": still}
    return tuple(Meaning(name, own.get(name) or words.say(f"sheet.key.{name}")) for name in names)


_ORDER = (
    *("call", "first", "order", "move", "felt", "behind", "side", "both", "hold", "duration", "times", "rest"),
    *("rounds", "weight", "band", "effort", "sun", "days", "pick", "pain", "go", "less", "steady", "stop", "still"),
)


def _beside(seen: str, ready: Ready, palette: str) -> Iterator[str]:
    """What stands on the sheet or in its pictures."""
    paint = colours(palette)
    yield "call"
    if ready.svg:
        yield "first"
    if seen:
        yield "order"
    for name, role in (("move", "arrow"), ("felt", "felt"), ("behind", "paper")):
        if f'fill="{paint[role]}"' in seen:
            yield name


def _of_one(one: Signs) -> Iterator[str]:
    """What one exercise is told with."""
    yield "both" if one.sides == ("both",) else "side"
    for name, number in (("hold", one.hold_s), ("duration", one.duration_s), ("times", one.reps)):
        if number:
            yield name
    if one.rest_s or one.rest_set_s:
        yield "rest"
    if one.sets > 1:
        yield "rounds"
    for name, has in (("weight", one.load_kg), ("band", one.band), ("effort", one.effort is not None)):
        if has:
            yield name
    yield "sun"
    yield "days" if one.days else "pick"
    yield "pain"
    yield from ("go", *(("less",) if "less" in one.pain else ()), *(("steady",) if "steady" in one.pain else ()))
    if "stop" in one.pain:
        yield "stop"
    if one.stop_told:
        yield "still"
