"""A draft that comes as a file, on both databases: issued where the store holds the same, and told where it is issued."""

from __future__ import annotations

import pytest

from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.answer_file import AnswerFile
from kit.store.filed import issue_filed
from kit.store.store import Store
from tests.conftest import START


def test_issued_once_and_found_again(store: Store, four: Plan, library: Library) -> None:
    """The first is final; the second run gives the same version with a notice; another content is refused."""
    draft = four.describe(context=Context(red_flags_screened=START))
    store.drafts.begin(draft)
    issued, told = issue_filed(store, draft, AnswerFile(), library, "A. Physio", START)
    assert (told, store.versions.all(draft.code), store.drafts.held(draft.code)) == ([], [issued], None)
    again, told = issue_filed(store, draft, AnswerFile(), library, "B. Physio", START)
    assert (again, [str(fault) for fault in told]) == (
        issued,
        ["plan P-001: version 1 was issued by A. Physio on 2026-06-01. The file is written anew, as it was issued."],
    )
    with pytest.raises(PlanError) as refused:
        issue_filed(store, draft.adjust("i1", reps=3), AnswerFile(), library, "B. Physio", START)
    assert str(refused.value).splitlines() == [
        "plan P-001: version 1 was issued by A. Physio on 2026-06-01.",
        "plan P-001: the file differs from what was issued: items.1.dose.reps: 3, was 2. "
        "Keep this file apart, or make a new version.",
    ]


def test_another_draft_in_the_store_is_not_issued_over(store: Store, four: Plan, library: Library) -> None:
    """What somebody changed in the store since is named, and stays as it is."""
    draft = four.describe(context=Context(red_flags_screened=START))
    held = store.drafts.begin(draft.adjust("i1", reps=3))
    with pytest.raises(PlanError) as refused:
        issue_filed(store, draft, AnswerFile(), library, "A. Physio", START)
    assert str(refused.value) == (
        "plan P-001: the file differs from the draft in the store: items.1.dose.reps: 2, was 3. "
        "Issue it in the planner."
    )
    assert store.open(draft.code) == held


def test_a_file_of_a_version_before_is_refused(store: Store, four: Plan, issued: Plan, library: Library) -> None:
    """Also where the store does not have that version: it is not issued behind a later one."""
    store.versions.take_in(finalised(resolve(issued.new_version(START, "Wrong side."), library), "A. Physio", START))
    with pytest.raises(PlanError) as refused:
        issue_filed(store, four, AnswerFile(screened=START), library, "A. Physio", START)
    assert str(refused.value) == (
        "plan P-001: the file is version 1, and the store holds version 2. Open the plan in the planner."
    )


def test_the_day_of_the_screen_comes_with_the_issue(store: Store, four: Plan, library: Library) -> None:
    """What an answers file adds is in the issued version, though the store's draft has none of it."""
    store.drafts.begin(four)
    issued, _ = issue_filed(store, four, AnswerFile(screened=START), library, "A. Physio", START)
    assert issued.context.red_flags_screened == START
    assert issue_filed(store, four, AnswerFile(), library, "B. Physio", START)[0] == issued
