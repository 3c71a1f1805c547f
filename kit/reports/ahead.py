"""What is next: open signs for help before all, what is proposed, and the day of the review."""

from __future__ import annotations

from collections.abc import Iterator

from kit.errors import visible
from kit.followup.proposal import Proposal
from kit.followup.signs import Sign
from kit.followup.summary import Summary
from kit.reports.cited import Cited, Line, cell, counted
from kit.reports.exercises import name_of
from kit.reports.figure import Figure
from kit.reports.page import Section
from kit.reports.tables import Tables
from kit.words.catalogue import Catalogue
from kit.words.red_flags import TierName
from kit.words.text import clip

TITLE = "What is next"
SIGNS = "Open signs for help"
_SIGNS, _LETTERS = 2, 40  # that the page tells; the table tells them all
_PROPOSALS, _WORDS = 3, 40
_URGENCY: dict[TierName, str] = {"emergency": "Emergency: ", "today": "Same day: ", "call": "Call: "}
_HELD = (
    ("stop", "hold until dealt with: "),
    ("ask", "ask before any change: "),
    ("hold", "no change: "),
)


def signs(summary: Summary, words: Catalogue) -> Section | None:
    """The most urgent open signs, each with its urgency and its day."""
    if not summary.signs:
        return None
    newest = summary.signs[:_SIGNS]
    listed = tuple(_sign(sign, summary, words) for sign in newest)
    left = len(summary.signs) - len(newest)
    older = range(_SIGNS, len(summary.signs))
    more: tuple[Line, ...] = (("and ", counted("signs", "signs", older, "help_sign"), " more"),) if left else ()
    return Section(SIGNS, (), (*listed, *more))


def _sign(sign: Sign, summary: Summary, words: Catalogue) -> Line:
    row = summary.signs.index(sign)
    text = clip(visible(" ".join(sign.text.split())), _LETTERS)
    said: Line = (cell(text, "signs", "help_sign", row, "signs", "start"),)
    how = _URGENCY[sign.urgency.tier]
    if sign.place:
        said = *said, ", ", cell(sign.place, "signs", "place", row, "signs")
    if sign.date is None:
        return (how, *said) if sign.place else (how, *said, ", no day given")
    return how, cell(words.date(sign.date), "signs", "date", row, "signs"), ": ", *said


def ahead(summary: Summary, tables: Tables, words: Catalogue) -> tuple[Section, tuple[Figure, ...]]:
    """Proposals are said to be such: nothing is decided."""
    version = summary.plan.version
    day = cell(words.date(summary.plan.until), "versions", "until", version, "review")
    lines: list[Line] = [("Review on ", day, ".")]
    listed = (*_proposed(summary, tables), *_held(summary))
    if listed:
        lines.append(("Proposed, not decided:",))
    return Section(TITLE, tuple(lines), listed), tuple(_figures(summary))


def _held(summary: Summary) -> Iterator[Line]:
    """How many exercises stay as they are, and of how many something has to be asked."""
    for kind, said in _HELD:
        rows = [one.item_id for one in summary.proposals if one.kind == kind]
        if rows:
            yield said, counted(f"proposals.{kind}", "proposals", rows, "kind"), " of ", _all(summary), " exercises"


def _all(summary: Summary) -> Cited:
    return counted("proposals", "proposals", [one.item_id for one in summary.proposals], "kind")


def _proposed(summary: Summary, tables: Tables) -> Iterator[Line]:
    found = [one for one in summary.proposals if one.changes_something]
    for one in found[:_PROPOSALS]:
        yield _name(one, summary, tables), ": ", _words(one)
    if len(found) > _PROPOSALS:
        left = [one.item_id for one in found[_PROPOSALS:]]
        yield "and ", counted("proposals", "proposals", left, "kind"), " more"


def _name(one: Proposal, summary: Summary, tables: Tables) -> Cited:
    return name_of((one.item_id, summary.plan.item(one.item_id).exercise_id), tables)


def _words(one: Proposal) -> Cited:
    return cell(clip(one.words, _WORDS), "proposals", "words", one.item_id, f"proposal.{one.item_id}", "start")


def _figures(summary: Summary) -> Iterator[Figure]:
    yield Figure(TITLE, "review on", summary.plan.until, "day", key="review")
    yield Figure(TITLE, "open signs for help", len(summary.signs), "signs", key="signs")
    for sign in summary.signs:
        when = sign.day_said(str(sign.date))
        key = f"signs.{sign.session}" if sign.session is not None else f"signs.aside.{sign.aside}"
        yield Figure(TITLE, f"sign for help, {when}", sign.text, key=key)
    yield Figure(TITLE, "proposals", len(summary.proposals), "exercises", key="proposals")
    for kind in ("hold", "ask", "stop"):
        n = sum(one.kind == kind for one in summary.proposals)
        yield Figure(TITLE, f"proposals: {kind}", n, "exercises", key=f"proposals.{kind}")
    for one in summary.proposals:
        yield Figure(TITLE, f"proposal: {one.kind}", f"{one.words} {one.why}".strip(), key=f"proposal.{one.item_id}")
