"""Answers as a file: what it says is put into the plan, and every fault of it is told at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.review.answer_file import AnswerFile, read_answers, with_answers
from kit.review.asked import ask, asked
from kit.review.check import check
from kit.review.issue import issue

START = dt.date(2026, 6, 1)


@pytest.fixture(scope="module")
def held(four: Plan) -> Plan:
    """Two AVOID findings, one STOP, no screen."""
    conditions = (ConditionInForce(condition="gtps"), ConditionInForce(condition="cauda_equina"))
    return four.describe(context=Context(conditions=conditions))


def write(folder: Path, text: str) -> Path:
    path = folder / "answers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def entry(finding: str, more: str = 'reason = "Pain-free and improving."') -> str:
    return f'[[answers]]\nfinding = "{finding}"\n{more}\n'


def names(plan: Plan, library: Library) -> list[str]:
    """What an answers file calls the open findings."""
    return [ask(f, plan) for f in check(plan, library) if f.holds]


def test_a_full_file_lets_the_plan_be_issued(held: Plan, library: Library, tmp_path: Path) -> None:
    """Screen, reasons and sign-off are in the version, in the names and on the days that the file gives."""
    keys = names(held, library)
    assert [key.split()[0] for key in keys] == ["STOP", "AVOID", "AVOID"]
    signed = 'reason = "Pain-free and improving."\nrole = "Physiotherapist"'
    text = "screened = 2026-05-30\n" + entry(keys[0], signed) + entry(keys[1])
    text += entry(keys[2], 'reason = "Tried it."\nby = "C. Physio"\non = 2026-05-31')
    given = read_answers(write(tmp_path, text))
    issued = issue(with_answers(held, given, library, "A. Physio", START), library, "A. Physio", START)
    assert issued.context.red_flags_screened == dt.date(2026, 5, 30)
    assert [(o.reason, o.by, o.on) for o in issued.overrides] == [
        ("Pain-free and improving.", "A. Physio", START),
        ("Tried it.", "C. Physio", dt.date(2026, 5, 31)),
    ]
    assert [(s.finding, s.by, s.note) for s in issued.sign_offs] == [
        (asked(keys[0]).key, "A. Physio", "Pain-free and improving.")
    ]


def test_an_empty_file_changes_nothing(held: Plan, library: Library, tmp_path: Path) -> None:
    """Every part may be left out."""
    assert read_answers(write(tmp_path, "")) == AnswerFile(name="answers.toml")
    assert (AnswerFile().screened, AnswerFile().answers, AnswerFile().faults) == (None, {}, ())
    assert with_answers(held, read_answers(write(tmp_path, "")), library, "A. Physio", START) == held


def test_all_faults_at_once(held: Plan, library: Library, tmp_path: Path) -> None:
    """Unknown with the nearest, without a reason, of a finding that takes none, twice, too late, of a wrong form."""
    keys = names(held, library)
    avoid, key = keys[1], asked(keys[1]).key
    text = entry(key[:-1] + "?", "") + entry("nothing like it") + entry("CAUTION screen plan")
    text += entry(avoid) + entry(avoid) + entry(keys[2], 'reason = "Yes."\non = 2026-06-02')
    text += '[[answers]]\nreasons = "Yes."\nby = ""\n'
    with pytest.raises(ContentError) as refused:
        with_answers(held, read_answers(write(tmp_path, text)), library, "A. Physio", START)
    assert str(refused.value).splitlines() == [
        "answers.toml, answer 7, finding: is missing. Add it.",
        "answers.toml, answer 7, by: “”: it is empty. Write a text.",
        "answers.toml, answer 7, reasons: is not a known field. Did you mean “reason”?",
        f"answers.toml, answer 1: “{key[:-1]}?” is no finding of this plan. Did you mean “{key}”?",
        "answers.toml, answer 1, reason: is missing. Write why this is right for this patient.",
        "answers.toml, answer 2: “nothing like it” is no finding of this plan. Copy a key from kit check.",
        "answers.toml, answer 3: “CAUTION screen plan” takes no answer. Go through the list and note the day.",
        f"answers.toml, answer 5: “{key}” is answered above too. Keep one of the two.",
        "answers.toml, answer 6, on: 2026-06-02 is after the issue on 2026-06-01. Correct the day.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = [", "answers.toml: is not TOML: Invalid value (at end of document). Mend that line."),
        ("screend = 2026-06-01", "answers.toml, screend: is not a known field. Did you mean “screened”?"),
        (
            'screened = "June"',
            "answers.toml, screened: “June” is no day. Write year, month and day, such as 2026-06-01.",
        ),
        ("answers = 1", "answers.toml, answers: 1 is refused: it must be a list. Correct the value."),
    ],
)
def test_what_is_no_file_of_answers_is_refused(text: str, message: str, tmp_path: Path) -> None:
    """By its name, with the mend."""
    with pytest.raises(ContentError) as refused:
        read_answers(write(tmp_path, text))
    assert str(refused.value) == message


def test_a_sign_off_that_is_not_complete_is_told_at_its_place(held: Plan, library: Library, tmp_path: Path) -> None:
    """All that it lacks at once, beside the faults of other answers; nothing is taken then."""
    keys = names(held, library)
    text = entry(keys[0], 'reason = "Okay"') + entry(keys[1], "") + entry(keys[2])
    with pytest.raises(ContentError) as refused:
        with_answers(held, read_answers(write(tmp_path, text)), library, "A. Physio", START)
    assert str(refused.value).splitlines() == [
        "answers.toml, answer 2, reason: is missing. Write why this is right for this patient.",
        "answers.toml, answer 1: not signed off: it has no role or registration; its reason has 4 letters, and at least 10 "
        "are needed. A sign-off needs a name, a role, a reason and a day.",
    ]


def test_an_answer_takes_its_day_and_name_from_the_issue(held: Plan, library: Library, tmp_path: Path) -> None:
    """Where it has none of its own; one given on the day of the issue is in time."""
    keys = names(held, library)
    given = read_answers(write(tmp_path, entry(keys[0], 'reason = "Seen by the team."\nrole = "GP"\non = 2026-06-01')))
    assert (given.screened, [*given.answers], given.faults) == (None, ["answers.toml, answer 1"], ())
    plan = with_answers(held, given, library, "A. Physio", START)
    assert [(s.by, s.on, s.note) for s in plan.sign_offs] == [("A. Physio", START, "Seen by the team.")]
    assert plan.context.red_flags_screened is None


def test_the_version_before_counts_in_what_may_be_answered(issued: Plan, library: Library, tmp_path: Path) -> None:
    """An answer to a finding of the rise is told that it takes none, not that there is no such finding."""
    two = issued.new_version(START + dt.timedelta(days=7)).add(library["long_arc_quad"], load_kg=10.0)
    one = two.adjust("i5", load_kg=9.0)
    key = next(f.key for f in check(two, library, previous=one) if "load_rise" in f.key)
    with pytest.raises(ContentError, match=r"takes no answer"):
        with_answers(two, read_answers(write(tmp_path, entry(key))), library, "A", START, previous=one)
