"""How much pain is fine: a box for each kind of work in the plan, with the numbers that its diary is judged by."""

from __future__ import annotations

from collections.abc import Iterator

from kit.handouts.nodes import Box
from kit.library.pain import PainKind, pain_rules
from kit.plan.pain import pain_kinds
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue


def pain_boxes(known: ResolvedPlan, words: Catalogue) -> Iterator[Box]:
    """The boxes; where there are several, each names its exercises."""
    kinds = pain_kinds(known)
    scale = [words.say("pain.scale")]  # said once, in the first box
    for kind, numbers in kinds.items():
        exercises = [known.entries[number - 1].exercise for number in numbers]
        named = [f"{number}. {words.whole(e.patient_name)}" for number, e in zip(numbers, exercises, strict=True)]
        lines = [*scale, *pain_lines(kind, words)]
        scale = []
        if any(map(pain_rules().calf.holds_for, exercises)):
            lines.append(words.say("pain.calf"))
        about = words.say("mark.list").join(named) if len(kinds) > 1 else ""
        yield Box("pain", words.say(f"pain.of.{kind}"), "", tuple(lines), about=about, topic=kind)


def pain_lines(kind: PainKind, words: Catalogue) -> list[str]:
    """What is fine, what is too much, what to do then: the sentences of one kind with the numbers of its policy."""
    policy = pain_rules().policy(kind)
    some, most = policy.acceptable or ("", "")
    safe, high = policy.safe[1], policy.high[0]
    names = pain_rules().kinds[kind].lines
    return [words.say(f"pain.line.{name}", safe=safe, some=some, most=most, high=high) for name in names]
