"""What the text of an exercise should not say itself: a dose, since the plan says it, and a web address.

A text that came from elsewhere may say "Hold for 30 seconds" while the plan says 10. The rule looks for numbers beside
the words of a dose, in the languages that collections come in, and would rather ask once too often: a clinician reads
what it finds. Lengths and angles ("45 degrees", "30 cm") are none.
"""

from __future__ import annotations

import re

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety"
)
_DIGITS = r"\d+(?:[.,]\d+)?"
_NUMBER = rf"(?:{_DIGITS}|{'|'.join(_NUMBER_WORDS.split())})"
_MANY = r"(?:few|several|couple of|couple|half a|half an)"
_RANGE = rf"{_NUMBER}(?:\s*(?:-|–|to|or|/|bis|à|a)\s*{_NUMBER})?"
# Beginnings of the words of a dose. Those of more than one letter may go on: "sec" stands for seconds too.
_TIME = "sec|sek|seg|second|secund|tel|min|stund|hour|hor[ae]s|heure|сек|мин|δευτ|λεπτ|vteř|sekund"
_COUNT = (
    "rep|rép|times|rounds|sets|series|série|satz|sätz|sarj|wiederhol|herhal|ripet|opak|gång|mal\\b|fois|veces|vezes|keer|ganger"
    "|breath|cycles|circuits|повтор|подход|επανα|σετ|сери"
)
_WEIGHT = "kg|kilo|lbs?\\b|pound"
_PER = r"(?:a|per|each|every)\s+(?:day|week|session|hour|night|morning)"
_LENGTH = r"(?!\s*-?\s*(?:cm|mm|m\b|met(?:er|re)|inch|in\b|\"|”|feet|foot|ft|°|º|deg|grad|%|o'clock|third|quarter))"
_MORE_THAN_ONE = rf"(?!(?:1|one)\b){_NUMBER}\b"

_DOSE = re.compile(
    rf"""
    (?<![\w.,]){_RANGE}[\s-]*(?:\w+\s+)?(?:{_TIME}|{_COUNT}|{_WEIGHT})\w*   # 30 seconds, 8 to 12 slow reps, 5 kg
  | (?<![\w.,]){_DIGITS}\s*(?:s|m|min)\b\.?(?!\s*(?:apart|away|high|wide|long|from))   # 30 s
  | \b(?:a\s+)?{_MANY}\s+(?:of\s+)?(?:more\s+|full\s+)?(?:{_TIME}|{_COUNT})\w*     # a few seconds, several times
  | \bhalf\s+an?\s+(?:{_TIME})\w*
  | \bhold\s+(?!(?:1|2|one|two)\b){_NUMBER}\b{_LENGTH}
  | \bfor\s+an?\s+(?:\w+\s+)?(?:second|minute|hour|moment\s+or\s+{_NUMBER})\b      # for a minute
  | \b(?:twice|thrice)\b | \bonce\s+{_PER} | \b(?:daily|every\s+(?:day|hour)|{_PER})\b
  | (?<![\w.,])\d+\s*[x×]\s*\d+ | (?<![\w.,])\d+\s*[x×](?![\w]) | (?<!\w)[x×]\s?\d+\b   # 3 x 10, 10x, x10
  | \b(?:repeat|perform|complete|do|repeats?|count(?:\s+(?:to|of|for))?|hold(?:\s+\w+)?\s+(?:for|to)|pause\s+for|for
      |wiederhole\w*|halte\w*|répét\w+|repit\w+|herhaal)
    \s+(?:(?:for|it|this|of|up\s+to|about|at\s+least|a\s+count\s+of)\s+)*{_MORE_THAN_ONE}{_LENGTH}
    (?:[\s-]*(?:{_TIME}|{_COUNT})\w*)?   # repeat 10
  | \b\d+\s*/\s*(?:day|week)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOP = "com|org|net|edu|gov|info|io|tv|be|de|uk|fr|es|it|nl|eu|ch|at|us|ca|au|app|co"
ADDRESS = re.compile(
    rf"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_TOP})(?:/[^\s<>]*|(?![\w.-]*\w))",
    re.IGNORECASE,
)


def doses(text: str) -> tuple[str, ...]:
    """The words of `text` that say how often, how long or how heavy, in order."""
    return tuple(found.group().strip() for found in _DOSE.finditer(ADDRESS.sub(" ", text)))


def addresses(text: str) -> tuple[str, ...]:
    """The web and mail addresses in `text`, in order, without the sentence's own full stop."""
    return tuple(found.group().rstrip(".,;:!?)]}\"'”") for found in ADDRESS.finditer(text))


def stated(text: str) -> tuple[str, ...]:
    """Both, the doses first."""
    return (*doses(text), *addresses(text))
