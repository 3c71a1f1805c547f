"""What the report says: little, everything that it must, and no cause."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from dataclasses import replace

import pytest

from kit.adherence.sentences import CAVEAT, RULE
from kit.followup.summary import Asked, summarise
from kit.plan.plan import Plan
from kit.plan.template import template, templates
from kit.reports.cited import said
from kit.reports.figure import COLUMNS, to_csv
from kit.reports.page import WORDS, Page
from tests.reports.rich import (
    AS_OF,
    LIBRARY,
    SECOND,
    SIGN,
    START,
    filled,
    followed,
    issued,
    of_template,
    page_of,
    two_versions,
)

CAUSES = r"\b(because|due to|thanks to|led to|caused?|therefore|so that|as a result|improved by|helped)\b"


def text(page: Page) -> str:
    return "\n".join(said(line) for line in page.lines())


@pytest.fixture(scope="module")
def full() -> Page:
    return page_of(of_template("knee-osteoarthritis"))


@pytest.mark.parametrize("name", templates())
def test_at_most_250_words(name: str) -> None:
    """Of the longest that each template can come to, its table of exercises apart; no word of a cause."""
    page = page_of(of_template(name))
    assert page.words_of_text <= WORDS
    assert re.search(CAUSES, text(page), re.IGNORECASE) is None


def test_everything_has_its_place(full: Page) -> None:
    """Prescribed, done with both bounds, pain, changed, next, not recorded, CERT, the rule and the caveat."""
    told = text(full)
    assert [section.title for section in (full.done, *full.sections)] == [
        *("What was done", "Pain and activities", "What changed", "What is next", "What was not recorded"),
    ]
    for part in ("Full sessions: ", "Logged: ", "; done at most ", "Version 2 since 22 June 2026: ", "Done before: "):
        assert part in told, part
    assert "Walking to the shop on …: 3, then 4." in told
    for part in ("Review on 13 July 2026.", "Proposed, not decided:", "CERT items: ", RULE, CAVEAT):
        assert part in told, part
    assert full.head[0] == "Exercise"
    assert all(said(row[1]) for row in full.exercises)


def test_signs_stand_on_top_the_newest_first(full: Page) -> None:
    """At most two, clipped, each with its urgency, and how many more; while one is open all exercises are held."""
    assert full.signs is not None
    assert full.signs.title == "Open signs for help"
    assert len(full.signs.listed) == 3
    assert said(full.signs.listed[0]) == f"Emergency: 12 July 2026: {SIGN[:39].rstrip()}…"
    assert re.fullmatch(r"and \d+ more", said(full.signs.listed[-1]))
    assert [said(line) for line in full.sections[2].listed][-1].startswith("hold until dealt with: ")


def test_a_side_that_was_left_behind_is_told_beside_its_exercise(full: Page) -> None:
    assert said(full.exercises[0][3]).splitlines() == ["67 % (42 of 63)", "left 0, right 42"]
    assert said(full.exercises[1][3]) == "56 % (10 of 18)"


def test_what_is_no_longer_prescribed_says_so(full: Page) -> None:
    assert said(full.exercises[0][0]).endswith(" (taken out)")
    assert not any("(taken out)" in said(row[0]) for row in full.exercises[1:])


def test_days_stand_once_where_they_are_the_same() -> None:
    """The founding four are done every day: a fact, and no column."""
    page = page_of(followed([issued(template("knee-glute-stretches").plan(LIBRARY, "P-001", START))]))
    assert page.head == ("Exercise", "Dose", "Done", "Full")
    assert {name: said(line) for name, line in page.facts}["Exercises due"] == "every day"
    assert all(len(row) == len(page.head) for row in page.exercises)


def test_days_as_the_country_writes_them() -> None:
    """In English whatever the clinic's language."""
    summary = of_template("neck")
    british, american, arabic = (page_of(summary, locale) for locale in ("en-GB", "en-US", "ar-EG"))
    assert ("13 July 2026" in text(british), "July 13, 2026" in text(american)) == (True, True)
    assert (british.paper, american.paper) == ("a4", "letter")
    assert (arabic.lang, text(arabic)) == ("en", text(british))


def test_nothing_is_due_and_nothing_is_told(four: Plan) -> None:
    """On the first day there is nothing to count, and the page says so; a draft says that it is one."""
    page = page_of(followed([four], as_of=START))
    told = text(page)
    assert "No session was due yet." in told
    assert "No pain score was written down." in told
    assert "Nothing: one version of the plan." in told
    assert page.draft == "DRAFT PLAN, NOT ISSUED"
    assert page.signs is None
    assert {said(row[2]) for row in page.exercises} == {"not due yet"}


def test_too_few_sessions_have_no_percentage(four: Plan) -> None:
    page = page_of(followed([issued(four)], as_of=START + dt.timedelta(2)))
    assert said(page.big) == "2 of 2"
    assert said(page.done.lines[0]) == "Too few sessions for a percentage."


def test_the_period_is_what_was_asked_for(four: Plan) -> None:
    """A sign for help is told all the same."""
    plan = issued(four)
    whole, part = (page_of(followed([plan], as_of=AS_OF, since=day)) for day in (None, dt.date(2026, 6, 22)))
    assert said(part.facts[2][1]) == "22 June 2026 to 13 July 2026"
    assert said(whole.facts[2][1]) == "1 June 2026 to 13 July 2026"
    assert said(part.big) != said(whole.big)
    assert part.signs == whole.signs


def test_the_table_beside_it(full: Page) -> None:
    """Tidy: a row a number, shares from 0 to 1 with k and n; no cell is a formula; every sign and proposal in full."""
    rows = list(csv.DictReader(io.StringIO(to_csv(full.figures).decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["figure"] for row in rows] == [figure.key for figure in full.figures]
    shares = [row for row in rows if row["unit"] == "share" and row["value"] and row["k"]]
    assert len(shares) > 20
    for row in shares:
        assert float(row["value"]) == pytest.approx(float(row["k"]) / float(row["n"]), abs=1e-6)
    done = next(row for row in rows if row["figure"] == "sessions.done")
    assert 0 < float(done["low"]) < float(done["value"]) < float(done["high"]) < 1
    assert sum(row["value"] == SIGN for row in rows) == sum(
        one.startswith("signs.") for one in (r["figure"] for r in rows)
    )
    assert len([row for row in rows if row["section"] == "CERT"]) == 20
    formula = replace(full.figures[0], value="=1+1")
    assert to_csv([formula]).decode("utf-8-sig").splitlines()[1].split(",")[2] == "'=1+1"


def test_a_name_is_on_the_page_and_in_nothing_else() -> None:
    """Not in the table beside it."""
    page = page_of(of_template("neck"), name="Zebrawood")
    assert said(page.facts[0][1]) == "Zebrawood · P-001"
    assert b"Zebrawood" not in to_csv(page.figures)


def test_a_version_that_was_corrected_at_once_changes_nothing(four: Plan) -> None:
    """It was in force on no day."""
    first, second = two_versions(four)
    assert [plan.version for plan in followed([first, second]).plans] == [1, 2]


def test_what_was_not_logged_has_no_percentage() -> None:
    """Nothing of the second version came back: counts alone, no interval, and the versions are not compared."""
    plans = two_versions(template("knee-osteoarthritis").plan(LIBRARY, "P-001", START))
    told = text(page_of(summarise(plans, filled(plans[0], SECOND).rows, LIBRARY, Asked(AS_OF))))
    assert "\n42 of 84\n" in told
    assert "Not enough logs to judge: 30 not logged." in told
    assert "Full sessions: 0 of 84." in told
    assert "Done before: 67 % (42 of 63), since: 0 of 21; not compared." in told
    assert "between" not in told
    shares = re.findall(r"\d+ % \(\d+ of (?!63\b)\d+\)", told)  # 63 are of the first version, which was logged
    assert shares == ["64 % (54 of 84)", "86 % (72 of 84)"]
