"""Exercises that a rule cannot see, or sees less of than there is: no tags, lost tags, open fields, a wrong side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.days import in_words
from kit.errors import did_you_mean, quoted
from kit.plan.arc import arc_left
from kit.plan.both_sides import ONE_SIDED_FORM, only_on
from kit.review.case import Case
from kit.review.finding import Finding, Level
from kit.review.judged import HELD, LOAD_CLASS, STRENGTH, Judged, Loss, review_of, tags_written
from kit.review.precautions import covered
from kit.words.signed import mixed

_OWN = "design choice (D)"
_UNSEEN = "No precaution can see it."


def unseen(case: Case) -> Iterator[Finding]:
    """What keeps the other rules from judging an exercise as it is."""
    for one in case.items:
        yield from _tags(one, case)
        yield from _losses(one, case)
        yield from _open_fields(one)
        yield from _side(one, case)
        yield from _bed(one)
        yield from _arc(one)


def _tags(one: Judged, case: Case) -> Iterator[Finding]:
    known = case.rules.tags
    for tag in dict.fromkeys(tag.name for tag in (*one.exercise.tags, *one.exercise.setup_tags)):
        if tag not in known:
            mend = did_you_mean(tag, sorted(known)) or "Use a tag of tags.toml."
            yield _finding("ERROR", one, f"“{tag}” is not a known movement tag.", _UNSEEN, mend, f"tag {tag}")
    if one.untagged:
        level: Level = "AVOID" if case.context.conditions else "CAUTION"
        what = "this exercise has no movement tags."
        mend = "Add tags, or write tags = [] with tags_reviewed (by, on)."
        yield _finding(level, one, what, _UNSEEN, mend, "untagged", case)
    given = one.exercise.tags_reviewed
    if given is not None and (wrong := mixed(given.by)):
        what = f"in tags_reviewed, {quoted(given.by)} {wrong}."
        yield _finding(
            "CAUTION", one, what, "It confirms nothing.", "Write it in the letters of one script.", "reviewer"
        )
    reviewed = review_of(one.exercise, case.on)
    if reviewed is not None and not one.exercise.tags and tags_written(one.exercise):
        what = f"has no movement tags, as {reviewed.by} says since {in_words(reviewed.on)}."
        yield _finding("INFO", one, what, _UNSEEN, "Nothing to do.", "reviewed")


def _losses(one: Judged, case: Case) -> Iterator[Finding]:
    if not one.losses:
        return
    names = ", ".join(_in_words(loss, case) for loss in one.losses)
    reviewed = review_of(one.exercise, case.on)
    if reviewed is not None and one.confirmed:
        what = f"drops: {names}, as {reviewed.by} confirmed on {in_words(reviewed.on)}."
        yield _finding("INFO", one, what, f"{_who_has(one.losses)} has it.", "Nothing to do.", "drops")
        return
    lost = {loss.tag.name for loss in one.losses if loss.tag}
    asked = any(
        lost.intersection(tag for rule in reading.condition.rules for tag in rule.tags) for reading in case.readings
    )
    what = f"this version of {one.exercise.patient_name} drops: {names}."
    why = "The precautions still count it, until the loss is confirmed by name."
    drops = ", ".join(f'"{loss.name}"' for loss in one.losses)
    mend = f"Put it back, or confirm it in tags_reviewed: by, on, drops = [{drops}]."
    finding = _finding("AVOID" if asked else "CAUTION", one, what, why, mend, "drops", case)
    yield _asked_once(finding, one, case) if any(loss.since_before for loss in one.losses) else finding


def _who_has(losses: tuple[Loss, ...]) -> str:
    return "The version before" if all(loss.since_before for loss in losses) else "The kit's own version"


def _asked_once(finding: Finding, one: Judged, case: Case) -> Finding:
    """What the version before alone knows is asked about now, at whatever level: the next one has forgotten it."""
    number = case.previous.version if case.previous else 0
    why = f"Version {number} was issued with it. {finding.why}"
    return replace(finding, why=why, question=True, covers=covered(one, None, (), case))


_KINDS = {
    STRENGTH: "that it is strength work",
    HELD: "that the effort is held",
    LOAD_CLASS: "the stricter class of its load",
}


def _in_words(loss: Loss, case: Case) -> str:
    if loss.name in _KINDS:
        return _KINDS[loss.name]
    if loss.tag is None:
        return f"the region {loss.name.replace('_', ' ')}"
    limb = {"lead": "", "other": " of the other limb", "both": " of both limbs"}[loss.tag.limb]
    return case.rules.tags.get(loss.tag.name, loss.tag.name) + limb


_READ_AS = {
    "category": ("its category", "strength"),
    "region": ("its region", "every region"),
    "sides": ("its sides", "each side"),
    "work": ("whether the effort is held or moving (work)", "held"),
}


def _open_fields(one: Judged) -> Iterator[Finding]:
    if not one.unknown:
        return
    names = "; ".join(f"{_READ_AS[field][0]}, read as {_READ_AS[field][1]}" for field in one.unknown)
    what = f"the exercise does not say {names}."
    yield _finding("CAUTION", one, what, "What is not known is read the strict way.", "Add it.", "open")


def _side(one: Judged, case: Case) -> Iterator[Finding]:
    if one.item.sides == "both" and one.exercise.sides != "both":
        what = "it works one side at a time, and it is prescribed on both at once."
        why = "Steps and pictures tell one side alone."
        yield _finding("ERROR", one, what, why, "Prescribe each side, left or right.", "side")
    if not one.one_sided:
        return
    what = f"it works both sides at once. It cannot be done {only_on(one.item.sides)}."
    other = ONE_SIDED_FORM.get(one.exercise.id)
    known = other and other in case.known.shelf
    swap = f", or take “{case.known.shelf[other].patient_name}”" if known and other else ""
    yield _finding("ERROR", one, what, "It is judged as done with both.", f"Prescribe both{swap}.", "side")


def _bed(one: Judged) -> Iterator[Finding]:
    if one.item.surface == "bed" and one.surface != "bed":
        what = "it is prescribed on a bed, and a bed does not do for it."
        yield _finding("ERROR", one, what, "A bed gives way.", "Prescribe the floor, or swap it.", "bed")


def _arc(one: Judged) -> Iterator[Finding]:
    """A limit that the exercise cannot be kept inside."""
    limit, arc = one.item.rom_limit, one.exercise.arc
    if limit is not None and arc is not None and arc_left(one.item, one.exercise) is None:
        what = f"its range is limited to {limit.from_deg} to {limit.to_deg} degrees, and it runs from "
        what += f"{arc.from_deg} to {arc.to_deg}."
        begins_outside = arc.from_deg > limit.ends[1]
        mend = f"Begin it at {arc.from_deg}, or swap the exercise." if begins_outside else "Swap the exercise."
        yield _finding("ERROR", one, what, "It cannot be kept inside that.", mend, "arc")


def _finding(
    level: Level, one: Judged, what: str, why: str, mend: str, about: str, case: Case | None = None
) -> Finding:
    """With `case`, an answer to it covers the item as it is."""
    key = f"{level} {about} {one.item.item_id} {one.exercise.id}"
    covers = covered(one, None, (), case) if case and level == "AVOID" else None
    return Finding(level, one.where, what, why, _OWN, mend, key, one.item.item_id, covers=covers)
