"""The dose as sentences, always made from the numbers and never typed by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, Protocol

from kit.words.catalogue import Catalogue
from kit.words.numbers import spoken, weight

Sides = Literal["left", "right", "both", "each"]


class Amount(Protocol):
    """The numbers that a dose sentence needs; seconds and kilograms."""

    @property
    def sets(self) -> int: ...
    @property
    def reps(self) -> int: ...
    @property
    def hold_s(self) -> int: ...
    @property
    def rest_set_s(self) -> int: ...
    @property
    def duration_s(self) -> int | None: ...
    @property
    def load_kg(self) -> float | None: ...
    @property
    def band(self) -> str: ...
    @property
    def effort_target(self) -> int | None: ...


def dose_sentences(amount: Amount, sides: Sides, words: Catalogue) -> list[str]:
    """How much: "Hold 30 seconds." "Do it 2 times on each side."; sets and load where there are any."""
    said = []
    if amount.duration_s:
        said.append(words.say(f"dose.for.{sides}", time=spoken(amount.duration_s, words)))
    else:
        if amount.hold_s:
            said.append(words.say("dose.hold", time=spoken(amount.hold_s, words)))
        said.append(words.say(f"dose.reps.{sides}", amount.reps))
    if amount.sets > 1:
        said.append(words.say("dose.sets", amount.sets))
        if amount.rest_set_s:
            said.append(words.say("dose.rest", time=spoken(amount.rest_set_s, words)))
    if amount.load_kg:
        said.append(words.say("dose.load", load=weight(amount.load_kg, words)))
    if amount.band:
        said.append(words.say("dose.band", band=amount.band))
    if amount.effort_target is not None:
        said.append(words.say("dose.effort", effort=amount.effort_target))
    return said


def frequency_sentence(
    weekdays: Collection[int] | None, days_a_week: int | None, times_a_day: int, words: Catalogue
) -> str:
    """How often: "Once a day.", "Once a day, on Monday and Friday.", "Once a day, on 3 days a week.".

    `weekdays` are 0 = Monday to 6 = Sunday, or None when only `days_a_week` is fixed.
    """
    times = words.say("dose.times_a_day", times_a_day)
    if weekdays is None:
        return words.say("dose.days_a_week", days_a_week, times=times)
    if len(weekdays) == 7:
        return words.say("dose.every_day", times=times)
    return words.say("dose.on_days", times=times, days=words.listing(words.weekday(d) for d in sorted(weekdays)))


def dose_short(amount: Amount, sides: Sides, words: Catalogue) -> str:
    """The dose in a few signs, for tables and clinicians: "1 × 2 × 30 s, each side"."""
    counts = f"{amount.sets} × {amount.reps}"
    if amount.duration_s:
        seconds = words.say("duration.brief_seconds", n=amount.duration_s)
        counts = f"{amount.sets} × {seconds}" if amount.sets > 1 else seconds
    elif amount.hold_s:
        counts += f" × {words.say('duration.brief_seconds', n=amount.hold_s)}"
    return words.mark("comma").join(
        part for part in (counts, words.say(f"dose.side.{sides}"), _load(amount, words)) if part
    )


def _load(amount: Amount, words: Catalogue) -> str:
    return weight(amount.load_kg, words) if amount.load_kg else amount.band
