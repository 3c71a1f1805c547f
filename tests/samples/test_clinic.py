"""What a synthetic clinic holds, and that its diaries say what its truth tells."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import mean

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from kit.diary.alarms import is_sign
from kit.diary.read import Diary, read_diary
from kit.errors import ContentError
from kit.followup.summary import Asked, summarise
from kit.library.library import Library
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.samples import words
from kit.samples.clinic import Patient, clinic, rows
from kit.samples.traits import Habit
from kit.samples.truth import Session
from kit.timing.days import DAY
from kit.timing.slots import slots
from tests.samples.conftest import ON


def content(patients: Iterable[Patient]) -> list[bytes]:
    """Everything that a clinic would write."""
    made = list(patients)
    plans = [to_document(plan).encode() for patient in made for plan in patient.plans]
    return plans + [sheet.name.encode() + sheet.content for patient in made for sheet in patient.sheets]


def read(patient: Patient, folder: Path) -> list[Diary]:
    found = []
    for sheet in patient.sheets:
        (folder / sheet.name).write_bytes(sheet.content)
        found.append(read_diary(folder / sheet.name, patient.plans))
    return found


def having(patients: Iterable[Patient], habit: Habit) -> list[Patient]:
    return [patient for patient in patients if habit in patient.truth.traits.habits]


def is_free(plan: Plan, one: Session) -> bool:
    """Whether the patient picks the day of a session."""
    return all(slot.is_free for slot in slots(plan) if slot.date == one.due)


def told(patient: Patient, folder: Path) -> pd.DataFrame:
    """The rows with a status of all diaries of a patient."""
    frames = [diary.rows for diary in read(patient, folder)]
    table = pd.concat(frames)
    return table[table["status"].notna()]


def test_the_same_seed_gives_the_same_bytes(small: tuple[Patient, ...]) -> None:
    """And the same truth; another seed gives other patients."""
    again = clinic(1, 12, ON)
    assert content(again) == content(small)
    assert [patient.truth for patient in again] == [patient.truth for patient in small]
    assert content(clinic(3, 12, ON)) != content(small)


def test_every_row_is_read_but_those_that_are_meant_to_be_refused(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """No reject and no fault besides: only a session after the end of the plan is refused, for its date."""
    for patient in large:
        for sheet, diary in zip(patient.sheets, read(patient, tmp_path), strict=True):
            assert (len(diary.rejects), diary.repeated) == (sheet.refused, 0)
            assert all("is not in version" in reject.why for reject in diary.rejects)
            assert [fault for fault in diary.faults if "is refused" not in fault.what] == []
        is_meant = patient.truth.traits.returns == "past_end"
        assert bool(sum(sheet.refused for sheet in patient.sheets)) == is_meant


def test_the_diary_says_what_the_truth_tells(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """Session by session: done where every row is, not done where none is, else partial; and the day of the entry."""
    for patient in (one for one in large if one.sheets):
        table = told(patient, tmp_path)
        places = zip(table["plan_version"], table["date"], table["slot"], table["status"], strict=True)
        found: dict[tuple[int, dt.date, int], set[str]] = defaultdict(set)
        for version, day, slot, status in places:
            found[int(version), day.date(), int(slot)].add(status)
        said = {
            (one.version, one.day, one.slot): one.said for one in patient.truth.sessions if one.said and not one.refused
        }
        assert {key: "partial" if len(of_one) > 1 else of_one.pop() for key, of_one in found.items()} == said
        entered = pd.to_datetime(table["logged_at"].dropna()).dt.date
        assert sorted(entered) == sorted(
            one.entered for one in patient.truth.sessions if one.entered and not one.refused
        )


def test_every_label_says_synthetic_and_nobody_has_a_name(large: tuple[Patient, ...]) -> None:
    """Patients are DEMO-001 and so on, no label of a real plan; the plan, the file and the clinician say what they are."""
    for number, patient in enumerate(large, 1):
        for plan in patient.plans:
            assert (plan.plan_id, plan.patient) == (f"DEMO-{number:03}", f"DEMO-{number:03} (synthetic)")
            assert plan.title.endswith(" (synthetic)")
            assert plan.issued is not None
            assert plan.issued.by == "Sample Physiotherapist"
        assert [one.name for one in patient.sheets] == [
            f"DEMO-{number:03}-v{one.version}-synthetic.csv" for one in patient.sheets
        ]
    assert len({patient.truth.code for patient in large}) == len(large)


def test_a_day_without_anything_due_is_only_where_it_is_meant(large: tuple[Patient, ...]) -> None:
    """In a pause: who does extra sessions. After the end: who writes on. Else on a due day, or moved within the week."""
    for patient in large:
        plans = {plan.version: plan for plan in patient.plans}
        for one in patient.truth.sessions:
            plan = plans[one.version]
            assert one.refused == (one.day >= plan.until)
            if one.due is None:
                habit = "past_end" if one.refused else "extra"
                assert habit in {patient.truth.traits.returns, *patient.truth.traits.habits}
                assert one.refused or plan.is_paused(one.day)
            else:
                assert not plan.is_paused(one.day)
                assert one.day < ON
                assert one.day == one.due or (one.day == one.due + DAY and is_free(plan, one))
                assert (one.day - plan.start).days // 7 + 1 == one.week


def test_the_truth_holds_every_due_session_up_to_the_day(large: tuple[Patient, ...]) -> None:
    for patient in large:
        due = [
            (plan.version, slot.date, slot.number) for plan in patient.plans for slot in slots(plan) if slot.date < ON
        ]
        assert sorted((one.version, one.due, one.slot) for one in patient.truth.due if one.due) == due


def test_trajectories_show(large: tuple[Patient, ...]) -> None:
    """In the first two weeks most is done, but by those low from the start; in the fifth the rapid ones have left off."""

    def rate(name: str, first: int, last: int) -> float:
        return mean(
            one.did
            for patient in large
            if patient.truth.traits.trajectory.name == name
            for one in patient.truth.due
            if one.due and first <= (one.due - patient.plans[0].start).days < last
        )

    assert rate("low", 1, 14) < 0.5
    assert rate("rapid_decline", 0, 14) > 0.75
    assert rate("gradual", 0, 14) > 0.85
    assert rate("rapid_decline", 28, 42) < 0.5
    assert 0.65 < rate("gradual", 28, 42) < 0.9


def test_over_reporting_and_back_filling_show(large: tuple[Patient, ...]) -> None:
    """Who over-reports says about a quarter too much, and nobody else does; who back-fills writes days later."""
    for patient in large:
        habits, truth = patient.truth.traits.habits, patient.truth
        lies = [one for one in truth.due if one.said in ("done", "partial") and not one.did]
        assert not lies or "over_reports" in habits
        lags = [(one.entered - one.day).days for one in truth.sessions if one.entered and not one.refused]
        assert lags == [] or min(lags) >= 0
        assert "back_fills" in habits or not lags or max(lags) <= 1
    much = [one.truth for one in having(large, "over_reports") if one.truth.traits.returns == "on_time"]
    much = [one for one in much if "missing_weeks" not in one.traits.habits]
    assert 1.1 < sum(one.told_done for one in much) / sum(one.done for one in much) < 1.6
    late = [s for one in having(large, "back_fills") for s in one.truth.due if s.entered]
    assert mean((one.entered - one.day).days > 2 for one in late if one.entered) > 0.7


def test_what_is_left_out_is_left_out(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """Of the neglected side, and of the skipped exercise, far less is done; a skip has its reason."""
    for patient in having(large, "one_side"):
        table = told(patient, tmp_path)
        by_side = table[table["status"] != "not_done"].groupby("side").size()
        other = "left" if patient.truth.neglected == "right" else "right"
        assert by_side.get(patient.truth.neglected, 0) < by_side[other]
    for patient in having(large, "skips_one"):
        table = told(patient, tmp_path)
        done = table["status"].ne("not_done").groupby(table["item_id"]).mean()
        assert done.loc[str(patient.truth.skipped)] == done.min()
        assert table.loc[table["item_id"] == patient.truth.skipped, "reason"].notna().any()


def test_partial_only_is_never_all(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """And what is partly done is told as less than the dose."""
    for patient in having(large, "partial_only"):
        assert {one.said for one in patient.truth.sessions} <= {"partial", "not_done", None}
        doses = {item.item_id: item.dose for item in patient.plans[0].items}
        part = told(patient, tmp_path).query("status == 'partial' and plan_version == 1")
        for item, reps, hold in zip(part["item_id"], part["reps_done"], part["hold_done_s"], strict=True):
            planned = doses[item].duration_s
            assert pd.isna(reps) or reps < doses[item].reps
            assert pd.isna(hold) or planned is None or hold < planned


def test_what_was_done_is_never_told_as_not_done(large: tuple[Patient, ...]) -> None:
    """However much of it is left out, something was done."""
    for patient in large:
        assert not [one for one in patient.truth.sessions if one.did and one.said == "not_done"]


def test_a_flare_has_its_morning_after_and_days_off(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """Pain of 8 at most once, a morning that has not settled, then up to two due days off for pain."""
    for patient in having(large, "flare"):
        if "red_flag" in patient.truth.traits.habits:
            continue  # the sign may fall on that very session
        table = told(patient, tmp_path)
        bad = table[table["pain_worst"] == 8].query("pain_next_morning == 8")
        assert len(bad) == 1
        later = table[table["date"] > bad["date"].iloc[0]]["date"].drop_duplicates()[:2]
        off = table[table["date"].isin(later)]
        assert set(off["status"]) <= {"not_done"}
        assert set(off["reason"].dropna()) <= {"pain"}


def test_who_is_calm_tells_all_of_it(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """Pain of 2 at most, a morning of 0, each dose, and two above the goal in every last set that is counted."""
    for patient in having(large, "calm"):
        table = told(patient, tmp_path)
        heads = table[table["effort"].notna()]
        assert heads[["pain_worst", "pain_next_morning"]].notna().all(axis=None)
        assert heads["pain_worst"].max() <= 2
        assert heads["pain_next_morning"].max() == 0
        doses = {item.item_id: item.dose for plan in patient.plans for item in plan.items}
        done = table[table["status"] == "done"]
        for item, sets, last in zip(done["item_id"], done["sets_done"], done["reps_last_set"], strict=True):
            assert sets == doses[item].sets
            counted = doses[item].duration_s is None
            assert (last == doses[item].reps + 2) if counted else pd.isna(last)
        unsaid = [one for one in patient.truth.due if one.did and one.said is None]
        assert unsaid == []


def test_among_twelve_something_can_be_taken_further(
    small: tuple[Patient, ...], library: Library, tmp_path: Path
) -> None:
    """At least one proposal is to progress, and one patient is clearly on track."""
    proposals, sure = set(), []
    for patient in having(small, "calm"):
        found = summarise(patient.plans, pd.concat([d.rows for d in read(patient, tmp_path)]), library, Asked(ON))
        proposals |= {one.kind for one in found.proposals}
        if patient.truth.traits.trajectory.name == "steady":
            sure.append(found.headline.sure)
    assert "progress" in proposals
    assert sure == ["clearly at or above 80 %"]


def test_a_red_flag_is_one_sign(large: tuple[Patient, ...], tmp_path: Path) -> None:
    """Of those who give one; nobody else does."""
    for patient in (one for one in large if one.sheets):
        signs = [text for text in told(patient, tmp_path)["help_sign"].dropna() if is_sign(text)]
        assert len(signs) == ("red_flag" in patient.truth.traits.habits)


def test_a_missing_week_is_blank(large: tuple[Patient, ...]) -> None:
    """From the eighth day to the fourteenth, whatever was done; an extra session in a pause is told."""
    for patient in having(large, "missing_weeks"):
        week = [one for one in patient.truth.due if one.due and 7 <= (one.due - patient.plans[0].start).days < 14]
        if "flare" not in patient.truth.traits.habits:
            assert {one.said for one in week} <= {None}


def test_diaries_come_back_late_or_never_where_it_is_meant(large: tuple[Patient, ...]) -> None:
    """Overdue: two weeks of them, and nothing for at least two more. Never: none at all."""
    for patient in large:
        returns = patient.truth.traits.returns
        assert (patient.sheets == ()) == (returns == "never")
        newest = max((one.day for one in patient.truth.sessions if one.said), default=None)
        if returns == "overdue":
            assert newest is not None
            assert (ON - newest).days >= 14
            assert all((ON - one.on).days >= 14 for one in patient.sheets)


def test_a_plan_change_is_a_second_version_in_the_middle(large: tuple[Patient, ...]) -> None:
    """It starts where the first one ends, and asks a repetition more of what is counted."""
    for patient in large:
        assert len(patient.plans) == (2 if "plan_change" in patient.truth.traits.habits else 1)
    for patient in having(large, "plan_change"):
        first, second = patient.plans
        assert (first.until, second.version) == (second.start, 2)
        assert second.start < ON
        counted = [(a.dose, b.dose) for a, b in zip(first.items, second.items, strict=True)]
        assert all(b.reps - a.reps == (a.duration_s is None) for a, b in counted)


def test_rows_are_those_that_read_diary_gives(tmp_path: Path) -> None:
    """One frame of all diaries, as if they had stood in one file below one header."""
    plans, table = rows(5, 40)
    assert {(plan.until - plan.start).days for plan in plans} <= {14, 28}
    assert {plan.code for plan in plans} == set(table["plan_code"])
    path = tmp_path / "all.csv"
    path.write_bytes(in_one_file(table, plans))
    diary = read_diary(path, plans)
    assert (diary.rejects, diary.repeated, diary.blank) == ((), 0, 0)
    assert_frame_equal(diary.rows, table)


def in_one_file(table: pd.DataFrame, plans: tuple[Plan, ...]) -> bytes:
    text = table.astype(object).where(table.notna(), "")
    text["date"] = [day.date().isoformat() for day in table["date"]]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(text.columns)
    writer.writerows(text.itertuples(index=False))
    return out.getvalue().encode()


@pytest.mark.parametrize("patients", [0, -1, 10_000])
def test_a_clinic_has_some_patients(patients: int) -> None:
    with pytest.raises(ContentError) as refused:
        clinic(1, patients, ON)
    assert str(refused.value) == f"patients: {patients} is not a number from 1 to 9,999. Give another one."


def test_nothing_that_a_patient_writes_is_a_name() -> None:
    """No word with a capital but at the start of a sentence, and the day of a week."""
    texts = [*words.NOTES, *words.SIGNS, *words.REASONS, *words.SKIPS, words.FLARE_NOTE, words.EXTRA_NOTE]
    inside = {word for text in texts for word in re.findall(r"(?<=[a-z,;] )[A-Z]\w+", text)}
    assert inside <= {"Sunday"}
