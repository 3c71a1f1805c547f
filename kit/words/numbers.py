"""Numbers with their nouns, and seconds as people say them; for a patient in the plural forms of the language."""

from __future__ import annotations

from kit.words.catalogue import Catalogue

_KG_A_POUND = 0.45359237  # by definition of the pound


def counted(number: float, one: str, many: str = "") -> str:
    """1 -> "1 set", 2 -> "2 sets"; `many` where it is not `one` with an s."""
    told = str(number) if isinstance(number, int) else f"{number:g}"  # a million rows are not 1e+06
    return f"{told} {one if number == 1 else many or f'{one}s'}"


def clock(seconds: int) -> str:
    """Exact and short, for a clinician: 680 -> "11 min 20 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def spoken(seconds: int, words: Catalogue) -> str:
    """Exact and in full words, for a patient: 90 -> "1 minute 30 seconds"."""
    minutes, rest = divmod(seconds, 60)
    parts = [words.say("duration.minutes", minutes)] if minutes else []
    if rest or not minutes:
        parts.append(words.say("duration.seconds", rest))
    return words.say("duration.together", minutes=parts[0], seconds=parts[1]) if len(parts) > 1 else parts[0]


def brief(seconds: int, words: Catalogue) -> str:
    """Exact and short, for a patient: 680 -> "11 min 20 s"."""
    minutes, rest = divmod(seconds, 60)
    parts = [words.say("duration.brief_minutes", n=minutes)] if minutes else []
    if rest or not minutes:
        parts.append(words.say("duration.brief_seconds", n=rest))
    return words.prose(parts)


def weight(kilograms: float, words: Catalogue) -> str:
    """Kilograms as the country says them: "2 kg", in the United States "4.4 lb (2 kg)"; a diary asks for kilograms."""
    metric = words.say("dose.kilograms", load=f"{kilograms:g}")
    if not words.tag.endswith("-US"):
        return metric
    return words.say("dose.pounds", load=f"{round(kilograms / _KG_A_POUND, 1):g}", kg=metric)


def minutes_to_allow(seconds: int) -> int:
    """Whole minutes to keep free for `seconds`: rounded up, so that nobody runs out of time."""
    return -(-seconds // 60)
