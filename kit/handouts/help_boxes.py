"""When to get help: a box a tier, with the signs that concern this patient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.clinic import Clinic
from kit.handouts.nodes import Box, Zone
from kit.library.help_sign import HelpSign, help_signs
from kit.plan.pain import weeks_to_wait
from kit.plan.patient_facts import patient_facts, plan_regions
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.phone import phone_numbers
from kit.words.red_flags import urgent_number, whom_to_call_today

_NO_BETTER = "c_same"
_SHORT = {"emergency": "sheet.now", "today": "sheet.today"}


def help_boxes(known: ResolvedPlan, clinic: Clinic, words: Catalogue) -> Iterator[Box]:
    """The three boxes, highest first; each begins with stopping, the middle one also with whom to call."""
    regions, facts = plan_regions(known), patient_facts(known.plan)
    whom = {"today": whom_to_call_today(words, clinic.urgent_number), "call": clinic.contact}
    urgent = urgent_number(clinic.locale, clinic.urgent_number)
    numbers = dict.fromkeys((clinic.emergency, urgent, *phone_numbers(clinic.contact)))
    for tier, signs in help_signs().tiers().items():
        first = words.say("safety.stop_first")
        concerning = [sign for sign in signs if sign.concerns(regions, facts)]
        key = _SHORT.get(tier)
        yield Box(
            tier,
            words.say(f"safety.{tier}", number=clinic.emergency),
            words.prose(filter(None, (first, whom.get(tier)))),
            tuple(_told(sign, known, words) for sign in concerning),
            calls=tuple(number for number in numbers if number),
            short_title=words.say(key, number=clinic.emergency) if key else "",
            # Some share their words.
            short=_stops(dict.fromkeys(words.say(f"sheet.sign.{sign.key}") for sign in concerning)) if key else (),
        )


def _stops(lines: Iterable[str]) -> tuple[tuple[Zone, str], ...]:
    return tuple(("stop", line) for line in lines)


def _told(sign: HelpSign, known: ResolvedPlan, words: Catalogue) -> str:
    if sign.key != _NO_BETTER:
        return words.say(f"sign.{sign.key}")
    weeks = weeks_to_wait(known)
    return words.say("sign.c_same_by_review") if weeks is None else words.say("sign.c_same", weeks)
