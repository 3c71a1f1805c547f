"""An exercise under review by itself: its words, its default dose, and every condition that would flag it."""

from __future__ import annotations

from kit.handouts.nodes import Document, reading_level
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.reading import reading_of, stated_in
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.review.check import check
from kit.review.finding import BANNER, LEVELS, NOTHING, Finding
from kit.ui.bookshelf.messages import Conditions, FindingTold, FlagTold, Inspection, Reading
from kit.ui.bookshelf.sheet import DAY
from kit.words.numbers import counted
from kit.words.readability import GRADE_AIM, GRADE_LIMIT, MAX_SENTENCE_WORDS

_WHOLE = "plan"


def inspection(exercise: Exercise, item: Prescription, made: Document, library: Library) -> Inspection:
    """The review as plain data; `open_tags` where conditions cannot be matched, since the tags are not filled in."""
    return {
        "reading": reading(made, exercise),
        "dose": [_shown(finding, library) for finding in _findings(item, library)],
        "open_dose": "dose" in exercise.needs_clinician,
        "open_tags": "tags" in exercise.needs_clinician,
        "region": exercise.region.replace("_", " "),
        "conditions": conditions(exercise, item, library),
        "nothing": NOTHING,
        "banner": BANNER,
    }


_UNSCORED: Reading = {
    "grade": "not known",
    "level": "INFO",
    "judged": "not scored, since the scores are for English",
    "counts": "",
    "most_words": MAX_SENTENCE_WORDS,
    "long_sentences": [],
    "jargon": [],
    "long_words": [],
    "stated": [],
}


def reading(made: Document, exercise: Exercise) -> Reading:
    """How hard the exercise's own words are: their grade against the aim, what makes them hard, and what they state."""
    if reading_level(made) is None:  # the page is not in English
        return {**_UNSCORED, "stated": list(stated_in(exercise))}
    found = reading_of(exercise)
    over = "over the limit of" if found.grade > GRADE_LIMIT else "over the aim of"
    judged = f"within the aim of {GRADE_AIM:g}" if found.grade <= GRADE_AIM else None
    return {
        "grade": f"{found.grade:.1f}" if found.grade >= 1 else "below 1",
        "level": "OK" if judged else "CAUTION",
        "judged": judged or f"{over} {GRADE_LIMIT if found.grade > GRADE_LIMIT else GRADE_AIM:g}",
        "counts": f"{counted(found.words, 'word')} in {counted(found.sentences, 'sentence')}",
        "most_words": MAX_SENTENCE_WORDS,
        "long_sentences": list(found.long_sentences),
        "jargon": list(found.jargon),
        "long_words": list(found.long_words),
        "stated": list(stated_in(exercise)),
    }


def conditions(exercise: Exercise, item: Prescription, library: Library) -> Conditions:
    """Each condition as if it held now, on the working side, in the region that the exercise is filed under.

    `flags` are about this exercise, highest level first, each with the level `alone` that it has where nothing fixed
    is there to hold on to, if that is a higher one; `holds` stop every plan; `rest` matched no rule.
    """
    flags: list[FlagTold] = []
    holds, rest = [], []
    for key, condition in rules().conditions.items():
        held = ConditionInForce(condition=key, region=exercise.region)
        found, alone = (
            [f for f in _findings(item, library, held, support=support) if f.key.split()[1] == key]
            for support in (None, False)
        )
        if not found:
            rest.append(condition.name)
        elif found[0].level == "STOP" and found[0].where == _WHOLE:
            holds.append(condition.name)
        else:
            said = found[0].what.removeprefix(condition.name).removeprefix(":").strip(" .")
            higher = alone[0].level if LEVELS.index(alone[0].level) < LEVELS.index(found[0].level) else ""
            flags.append({**_shown(found[0], library), "name": condition.name, "what": said, "alone": higher})
    flags.sort(key=lambda flag: LEVELS.index(flag["level"]))
    return {"flags": flags, "holds": holds, "rest": rest, "all": len(rules().conditions)}


def _findings(
    item: Prescription, library: Library, *held: ConditionInForce, support: bool | None = None
) -> list[Finding]:
    """What the review says of a plan with this item alone; that an exercise is unfinished is told elsewhere."""
    context = Context(conditions=held, support=support, red_flags_screened=DAY)
    plan = Plan.begin("one", DAY, items=(item,), context=context)
    return [found for found in check(plan, library) if found.item == item.item_id or found.where == _WHOLE]


def _shown(finding: Finding, library: Library) -> FindingTold:
    return {
        "level": finding.level,
        "what": finding.what,
        "why": finding.why,
        "source": finding.source,
        "mend": finding.mend,
        "swaps": [{"id": key, "name": library[key].name} for key in finding.swaps],
    }
