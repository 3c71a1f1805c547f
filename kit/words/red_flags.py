"""The three tiers of when to get help, highest first, and whom to call: headings and numbers.

Wording and tiers: clinical specification 5.1 with its corrections. Which signs stand in a tier is a question of the
patient (`kit.library.help_sign`); the numbers are the clinic's settings or the locale's.
"""

from __future__ import annotations

from typing import Literal

from kit.words.catalogue import Catalogue

TierName = Literal["emergency", "today", "call"]
TIERS: tuple[TierName, ...] = ("emergency", "today", "call")
_NUMBERS = {"GB": "999", "IE": "112", "US": "911", "CA": "911", "AU": "000", "NZ": "111", "CN": "120"}
INTERNATIONAL = "112"
_NHS = {"GB": "111"}  # for help that cannot wait until tomorrow


def emergency_number(locale: str) -> str:
    """The number of the locale's territory, 112 where the kit knows none."""
    return _NUMBERS.get(_territory(locale), INTERNATIONAL)


def urgent_number(locale: str, own: str | None) -> str | None:
    """The number for help on the same day: the clinic's `own`, else the territory's; None where nobody told one."""
    return own or _NHS.get(_territory(locale))


def whom_to_call_today(words: Catalogue, own: str | None) -> str:
    """The sentence of whom to call on the same day; `own` is the clinic's number."""
    if own:
        return words.say("safety.urgent_number", number=own)
    number = urgent_number(words.tag, None)
    return words.say("safety.urgent_nhs", number=number) if number else words.say("safety.urgent_none")


def _territory(locale: str) -> str:
    return locale.partition("-")[2]
