"""From a follow-up to its page: every choice of what the report says is made here, none of how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.adherence.sentences import CAVEAT, RULE
from kit.clinic import Clinic, Paper
from kit.followup.summary import Summary
from kit.library.library import Library
from kit.plan.resolved import resolve
from kit.reports.activities import activities
from kit.reports.activities import figures as activity_figures
from kit.reports.ahead import ahead, signs
from kit.reports.changed import changed
from kit.reports.cited import Line, cell, said
from kit.reports.done import done
from kit.reports.exercises import exercises
from kit.reports.gaps import cert_line, gaps
from kit.reports.page import Page, Section, Week
from kit.reports.pain import pain
from kit.reports.tables import STUDY_RATIO, Tables, tables
from kit.words.catalogue import DEFAULT, Catalogue
from kit.words.text import LINE, clip

TITLE = "Follow-up of home exercises"
FULL = "Full: every exercise, on every side."
_INK = "#1b1f24"  # the accent of grey print
_LETTERS = 60  # of a title or a goal


@dataclass(frozen=True)
class Look:
    """`paper` is the clinic's where none is given."""

    paper: Paper | None = None
    grey: bool = False


def page(
    summary: Summary, library: Library, clinic: Clinic, *, name: str = "", refused: int = 0, look: Look = Look()
) -> Page:
    """The report of a follow-up. `name` is printed beside the label and stored nowhere; `refused` rows are told.

    In English, with the days as the clinic's country writes them. It says what was observed and never what caused it.
    Raises `PlanError` where a version names an exercise that does not exist.
    """
    words = Catalogue(clinic.locale if clinic.locale.startswith("en-") else DEFAULT)
    known = tuple(resolve(plan, library).whole() for plan in summary.plans)
    found = tables(summary, known, clinic, clip(name, LINE), refused)
    language, _, region = words.tag.partition("-")
    did, table = done(summary, words), exercises(summary, known, found)
    painful, new = pain(summary), changed(summary, known, found, words)
    next_, open_ = ahead(summary, found, words), gaps(summary, found)
    matters = tuple(activities(found))
    if matters:
        painful = Section(f"{painful[0].title} and activities", painful[0].lines, matters), painful[1]
    figures = (did.figures, table.figures, painful[1], tuple(activity_figures(found)), new[1], next_[1], open_[1])
    return Page(
        lang=language,
        region=region,
        title=TITLE,
        author=", ".join(filter(None, (clinic.therapist, clinic.name))),
        on=summary.asked.as_of,
        paper=look.paper or clinic.sheet,
        colour=_INK if look.grey else clinic.colour,
        grey=look.grey,
        draft="DRAFT PLAN, NOT ISSUED" if summary.plan.is_draft else "",
        facts=tuple((key, line) for key, line in _facts(found, table.days, words, summary.asked.version) if said(line)),
        signs=signs(summary, words),
        done=did.section,
        big=did.big,
        weeks=did.weeks,
        weeks_said=_weeks_said(did.weeks),
        head=table.head,
        exercises=table.rows,
        sections=(painful[0], new[0], next_[0], open_[0]),
        small=((f"{RULE} {FULL}",), _caveat(), cert_line(found)),
        figures=tuple(figure for part in figures for figure in part),
        tables=found,
    )


def _facts(found: Tables, days: Line, words: Catalogue, version: int | None) -> Iterator[tuple[str, Line]]:
    about = found["about"].iloc[0]
    alone = () if version is None else (cell(version, "versions", "version", version, "about"),)

    def one(column: str) -> Line:
        text = str(about[column])
        return (cell(clip(text, _LETTERS), "about", column, 0, "about", "start"),) if text else ()

    name, label = one("name"), one("patient")
    first, last = (cell(words.date(about[c]), "about", c, 0, "about") for c in ("first", "as_of"))
    yield "Patient", (*name, *((" · ",) if name else ()), *label)
    yield "Plan", (*one("title"), " · ", *one("code"))
    yield "Period", (first, " to ", last, *((", version ", *alone, " alone") if alone else ()))
    yield "Exercises due", days
    yield "By", one("by")
    yield "Contact", one("contact")
    yield "Goal", one("goal")


def _caveat() -> Line:
    before, ratio, after = CAVEAT.partition(str(STUDY_RATIO))
    level = cell("95 %", "rules", "value", "interval", "rule.interval")
    return before, cell(ratio, "rules", "value", "study", "rule.study"), after, " Ranges are ", level, " intervals."


def _weeks_said(weeks: tuple[Week, ...]) -> Line:
    told = [part for week in weeks for part in (", ", *week.of)][1:]
    return ("Sessions done each week: ", *told, ".") if told else ("No week has begun.",)
