"""The signs of danger that the pictures form draws: of each tier a few that concern this patient, in their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.clinic import Clinic
from kit.handouts.drawn import Danger, DangerTier, DrawnSign
from kit.library.help_sign import HelpSign, help_signs
from kit.plan.patient_facts import patient_facts, plan_regions
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.red_flags import urgent_number, whom_to_call_today

MOST, MOST_LARGE = 6, 4  # of a tier; in large print
# Which drawing stands for which sign, in the order in which they are chosen: what concerns everybody, then what the
# plan is about. A drawing stands once, with the words of its first sign.
_DRAWINGS: dict[str, str] = {
    "e_chest": "chest",
    "e_chest_spread": "chest",
    "e_chest_ill": "chest",
    "e_breath": "breath",
    "e_stroke": "stroke",
    "e_faint": "faint",
    "e_saddle": "saddle",
    "e_thr": "hip",
    "e_fall": "leg",
    "e_fall_nwb": "leg",
    "e_arm_bent": "arm",
    "e_pregnancy": "pregnancy",
    "e_neck_sudden": "neck",
    "e_neck_hit": "neck",
    "e_foot_cold": "foot",
    "e_hand_cold": "hand",
    "t_wound": "wound",
    "t_calf": "calf",
    "t_hot": "joint",
    "t_fever_op": "fever",
    "t_fever": "fever",
    "t_weak": "weak",
    "t_weight": "buckle",
    "t_hands": "unsteady",
    "t_pop_arm": "arm",
    "t_pop_knee": "knee",
    "t_pop_calf": "heel",
    "t_locked": "knee",
    "t_swelled": "knee",
    "t_child": "hip",
    "t_pain": "rest",
}
_ORDER = {key: place for place, key in enumerate(_DRAWINGS)}
_TIERS: tuple[DangerTier, ...] = ("emergency", "today")


def dangers(known: ResolvedPlan, clinic: Clinic, words: Catalogue, *, large: bool) -> tuple[Danger, ...]:
    """The two tiers for which no time is to be lost, highest first. Every sign stands in full among the words."""
    regions, facts = plan_regions(known), patient_facts(known.plan)
    numbers = {"emergency": clinic.emergency, "today": urgent_number(clinic.locale, clinic.urgent_number) or ""}
    tiers, most = help_signs().tiers(), MOST_LARGE if large else MOST
    return tuple(
        Danger(
            tier,
            words.say(f"safety.{tier}", number=clinic.emergency),
            whom_to_call_today(words, clinic.urgent_number) if tier == "today" else "",
            numbers[tier],
            tuple(_drawn([sign for sign in tiers[tier] if sign.concerns(regions, facts)], words))[:most],
        )
        for tier in _TIERS
    )


def _drawn(signs: Iterable[HelpSign], words: Catalogue) -> Iterator[DrawnSign]:
    """Those with a drawing, each drawing once, then the others, whose words stand alone."""
    used: set[str] = set()
    for sign in sorted(signs, key=lambda sign: _ORDER.get(sign.key, len(_ORDER))):
        drawing = _DRAWINGS.get(sign.key, "")
        if drawing not in used:
            yield DrawnSign(drawing, words.say(f"sheet.sign.{sign.key}"))
        used |= {drawing} - {""}
