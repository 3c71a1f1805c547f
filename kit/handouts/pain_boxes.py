"""How much pain is fine: a box for each kind of work in the plan, with the numbers that its diary is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kit.handouts.nodes import Box, Zone
from kit.library.dose import Dose
from kit.library.pain import WORST, PainKind, pain_rules
from kit.library.pain import Zone as PainZone
from kit.plan.pain import pain_kinds
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.numbers import spoken

# What each line of a pain rule asks for, and what too much pain asks for in each kind of work.
_ZONES: dict[str, Zone] = {
    **dict.fromkeys(("pull", "tight_point", "normal_tendon", "normal_joint"), "go"),
    **dict.fromkeys(("fine", "fine_meanwhile", "fine_balance"), "go"),
    **dict.fromkeys(("some", "some_walking", "ease_off", "smaller", "settled", "else_call"), "less"),
    **dict.fromkeys(("less", "less_tendon", "less_joint"), "less"),
    **dict.fromkeys(("leave_out", "stop_today", "sooner", "dizzy"), "stop"),
}
_FEW = 2  # times, of which no third can be left out
_SOME_S, _LONG_S = 15, 180
# Of which kinds too much pain asks for less; of every other for a stop.
_HIGH: dict[PainKind, str] = {"stretch": "ease", "mobility": "smaller"}


def pain_boxes(known: ResolvedPlan, words: Catalogue) -> Iterator[Box]:
    """The boxes; where there are several, each names its exercises."""
    kinds = pain_kinds(known)
    scale = [words.say("pain.scale")]  # said once, in the first box
    for kind, numbers in kinds.items():
        exercises = [known.entries[number - 1].exercise for number in numbers]
        lowered = _lowered({number: known.entries[number - 1].item for number in numbers}, words)
        named = [f"{number}. {words.whole(e.patient_name)}" for number, e in zip(numbers, exercises, strict=True)]
        asks_less = any(name.startswith("less") for name in pain_rules().kinds[kind].lines)
        fewer = list(_fewer(lowered, len(numbers), words)) if asks_less else []
        said = pain_lines(kind, words)
        calf = [words.say("pain.calf")] if any(map(pain_rules().calf.holds_for, exercises)) else []
        by_zone: list[tuple[Zone, str]] = [
            *zip((_ZONES[name] for name in pain_rules().kinds[kind].lines), said, strict=True),
            *(("less", line) for line in fewer),
            *(("go", line) for line in calf),
        ]
        yield Box(
            "pain",
            words.say(f"pain.of.{kind}"),
            "",
            (*scale, *said, *fewer, *calf),
            about=words.say("mark.list").join(named) if len(kinds) > 1 else "",
            topic=kind,
            short_title=", ".join(map(str, numbers)),
            short=tuple(pain_short(kind, words)),
            zones=tuple(by_zone),
            scores=pain_zones(kind),
        )
        scale = []


def pain_lines(kind: PainKind, words: Catalogue) -> list[str]:
    """What is fine, what is too much, what to do then: the sentences of one kind with the numbers of its policy."""
    numbers = _numbers(kind)
    return [words.say(f"pain.line.{name}", None, **numbers) for name in pain_rules().kinds[kind].lines]


def _lowered(items: Mapping[int, Prescription], words: Catalogue) -> dict[tuple[str, str], list[int]]:
    """By a third less and what it is less than, the numbers of the exercises."""
    alike: dict[tuple[str, str], list[int]] = {}
    for number, item in items.items():
        for told in _third_less(item.dose, words):
            alike.setdefault(told, []).append(number)
    return alike


def _third_less(dose: Dose, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Of how long it goes on, else of how often, else of how long it is held: of one or two times there is no third."""
    if dose.duration_s:
        yield spoken(_two_thirds(dose.duration_s), words), spoken(dose.duration_s, words)
    elif dose.reps > _FEW:
        yield words.say("sheet.dose.reps", round(dose.reps * 2 / 3)), str(dose.reps)
    elif dose.hold_s:
        yield words.say("pain.hold", time=spoken(_two_thirds(dose.hold_s), words)), spoken(dose.hold_s, words)


def _two_thirds(seconds: int) -> int:
    """In whole minutes of many, else in steps of 5 seconds of more than some: as people time themselves."""
    step = 60 if seconds >= _LONG_S else 5 if seconds >= _SOME_S else 1
    return max(step, round(seconds * 2 / 3 / step) * step)


def _fewer(lowered: Mapping[tuple[str, str], Sequence[int]], of: int, words: Catalogue) -> Iterator[str]:
    """How much one third less is: nobody has to work it out."""
    for (fewer, than), numbers in lowered.items():
        key = "pain.example_all" if len(numbers) == of else "pain.example"
        named = words.say("pain.numbers", len(numbers), numbers=words.listing(map(str, numbers)))
        yield words.say(key, None, exercises=named, fewer=fewer, times=than)


def pain_short(kind: PainKind, words: Catalogue) -> Iterator[tuple[Zone, str]]:
    """The same numbers in a few words: what is fine, what asks for care, what is too much."""
    numbers = _numbers(kind)
    yield "go", words.say("sheet.pain.fine", None, **numbers)
    if numbers["some"]:
        yield "less", words.say(f"sheet.pain.{'slower' if kind == 'walking' else 'some'}", None, **numbers)
    yield _high_zone(kind), words.say(f"sheet.pain.{_HIGH.get(kind, 'stop')}", None, **numbers)


def pain_zones(kind: PainKind) -> tuple[Zone, ...]:
    """What each score from 0 to 10 asks for in one kind of work."""
    policy = pain_rules().policy(kind)
    told: dict[PainZone, Zone] = {"safe": "go", "acceptable": "less", "high": _high_zone(kind)}
    return tuple(told[policy.zone(score)] for score in range(WORST + 1))


def stops_after_less(kind: PainKind, words: Catalogue) -> str:
    """What to do where doing less is not enough; empty where too much pain stops the work at once."""
    if _high_zone(kind) == "stop":
        return ""
    lines = zip(pain_rules().kinds[kind].lines, pain_lines(kind, words), strict=True)
    return words.prose(said for name, said in lines if _ZONES[name] == "stop")


def _high_zone(kind: PainKind) -> Zone:
    return "less" if kind in _HIGH else "stop"


def _numbers(kind: PainKind) -> dict[str, int | str]:
    policy = pain_rules().policy(kind)
    some, most = policy.acceptable or ("", "")
    return {"safe": policy.safe[1], "some": some, "most": most, "high": policy.high[0]}
