"""A registry: whole patients in buckets, nothing of who they are, counted as the cohort is, and only once."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kit.adherence.placed import placed
from kit.cohorts.cohort import cohort
from kit.cohorts.registry import build, run
from kit.cohorts.registry.bucket import Bucket, buckets_in, write_bucket
from kit.cohorts.registry.build import build_registry
from kit.cohorts.registry.counted import Counted, counted_patients
from kit.cohorts.registry.diary_rows import row_table, rows_of
from kit.cohorts.registry.plan_rows import plan_table, plans_of
from kit.cohorts.registry.run import count_registry, run_registry
from kit.diary.read import DTYPES
from kit.errors import ContentError, Fault, MachineError, OverwriteError
from kit.plan.issue import Pause
from kit.plan.plan import Plan
from tests.adherence.conftest import START, session
from tests.adherence.conftest import rows_of as diary_of
from tests.cohorts.registry.oracle import by_hand

AS_OF = START + dt.timedelta(days=24)
Drawn = tuple[list[list[Plan]], pd.DataFrame]
Kit = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def drawn(fuzzed: Callable[[int, int], Drawn]) -> tuple[list[Plan], pd.DataFrame]:
    every, rows = fuzzed(21, 40)
    return [plan for plans in every for plan in plans], rows


@pytest.fixture
def registry(drawn: tuple[list[Plan], pd.DataFrame], tmp_path: Path) -> Path:
    build_registry(tmp_path / "registry", [drawn], size=300)
    return tmp_path / "registry"


def same(one: Counted, other: Counted) -> None:
    for found, wanted in zip(one, other, strict=True):
        pd.testing.assert_frame_equal(found, wanted)


def test_it_is_counted_as_the_cohort_is(drawn: tuple[list[Plan], pd.DataFrame], registry: Path) -> None:
    its = cohort(*drawn, AS_OF)
    same(count_registry(registry, AS_OF), Counted(its.patient_weeks, its.patients))
    assert len(buckets_in(registry)) > 5


def test_threads_find_the_same(drawn: tuple[list[Plan], pd.DataFrame], registry: Path, tmp_path: Path) -> None:
    build_registry(tmp_path / "other", [drawn], size=500)
    same(count_registry(registry, AS_OF, threads=1), count_registry(tmp_path / "other", AS_OF, threads=4))


def test_it_is_what_counting_one_patient_after_the_other_finds(
    drawn: tuple[list[Plan], pd.DataFrame], registry: Path
) -> None:
    """The plain way: each plan's sessions one by one, then added up by patient."""
    wanted = by_hand(*drawn, AS_OF)
    found = count_registry(registry, AS_OF).patients.set_index("patient_code")
    assert set(found.index) == set(wanted)
    for code, counts in wanted.items():
        for name, value in counts.items():
            assert found[name][code] == pytest.approx(value), (code, name)


def test_plans_and_rows_come_back_as_they_were_to_every_measure(drawn: tuple[list[Plan], pd.DataFrame]) -> None:
    plans, rows = drawn
    again, diary = plans_of(plan_table(plans)), rows_of(row_table(rows))
    assert diary.astype(DTYPES).dtypes.tolist() == rows.dtypes.tolist()
    one, other = placed(plans, rows, AS_OF), placed(again, diary, AS_OF)
    for name, besides in (("slots", ["session"]), ("days", []), ("weeks", []), ("cells", ["session", "name"])):
        its, wanted = (getattr(frames, name).drop(columns=besides) for frames in (other, one))
        pd.testing.assert_frame_equal(its, wanted)


def test_many_plans_share_a_pattern_wherever_they_start(plan: Plan) -> None:
    """A later start and another patient are the same pattern; pauses move with the start."""
    pause = Pause(start=START + dt.timedelta(days=3), end=START + dt.timedelta(days=5))
    first = plan.model_copy(update={"pauses": (pause,)})
    week = dt.timedelta(days=7)
    moved = {"start": plan.start + week, "review_on": plan.until + week}
    later = Pause(start=pause.start + week, end=pause.end + week)
    second = plan.model_copy(update={**moved, "pauses": (later,), "code": "BBBBBBBD", "patient_code": "BBBBBBCF"})
    table = plan_table([first, second])
    assert len(table["pattern"].unique()) == 1
    one, two = plans_of(table)
    assert (one.pauses, two.pauses) == ((pause,), (later,))
    assert (two.start, two.until, two.code, two.patient_code) == (second.start, second.until, "BBBBBBBD", "BBBBBBCF")


def test_a_patient_stands_whole_in_one_bucket(registry: Path) -> None:
    """All her plans, and no bucket over its size but for a patient who is larger alone."""
    seen: set[str] = set()
    for bucket in buckets_in(registry):
        its = {plan.patient_code for plan in bucket.plans()}
        assert not its & seen
        seen |= its
        assert set(bucket.diaries()["plan_code"]) <= {plan.code for plan in bucket.plans()}
        assert bucket.rows == len(bucket.diaries())
        assert bucket.rows <= 300 or len(its) == 1


def test_who_is_larger_than_a_bucket_has_one_of_her_own(drawn: tuple[list[Plan], pd.DataFrame], tmp_path: Path) -> None:
    """Of a size that nobody fits, a bucket for each patient, and no empty one."""
    plans, rows = drawn
    made = build_registry(tmp_path, [drawn], size=1)
    busy = {plan.patient_code for plan in plans if (rows["plan_code"] == plan.code).any()}
    assert len(busy) <= len(made) <= len({plan.patient_code for plan in plans})
    assert all(bucket.plans() for bucket in made)


def test_nothing_of_who_a_patient_is_stands_in_it(plan: Plan, tmp_path: Path) -> None:
    """No label, note, sign, reason to call, or note of an item: the codes, and what was asked and done."""
    noted = plan.adjust("i1", note="For Erna").model_copy(update={"patient": "Erna", "title": "Erna's knee"})
    rows = diary_of(
        session(START, "done", plan_code=plan.code, note="Erna fell", help_sign="chest pain", reason="Erna")
    )
    build_registry(tmp_path, [([noted], rows)])
    for path in tmp_path.rglob("*.parquet"):
        table = pq.read_table(path)
        text = json.dumps(table.to_pylist(), default=str)
        assert "Erna" not in text
        assert "chest" not in text
        assert "P-001" not in text
        assert path.stat().st_mode & 0o077 == 0


def test_what_was_counted_is_not_counted_again(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the day is another one, or the bucket's files were changed."""
    calls: list[int] = []

    def spied(plans: list[Plan], rows: pd.DataFrame, as_of: dt.date) -> Counted:
        calls.append(len(rows))
        return counted_patients(plans, rows, as_of)

    monkeypatch.setattr(run, "counted_patients", spied)
    buckets = buckets_in(registry)
    assert run_registry(registry, AS_OF) == len(buckets) == len(calls)
    assert calls == sorted(calls, reverse=True)  # the largest first
    assert run_registry(registry, AS_OF) == 0
    assert run_registry(registry, AS_OF - dt.timedelta(days=1)) == len(buckets)
    touched = buckets[1].folder / "rows.parquet"
    stat = touched.stat()
    os.utime(touched, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000))
    assert run_registry(registry, AS_OF) == 1


def test_killed_in_the_middle_it_goes_on(drawn: tuple[list[Plan], pd.DataFrame], registry: Path) -> None:
    """A process that dies in its third bucket leaves two results; the next run counts the others, and finds the same."""
    code = (
        "import os, sys, datetime as dt; from pathlib import Path\n"
        "from kit.cohorts.registry import run\n"
        "counted, calls = run.counted_patients, []\n"
        "def dies(*given):\n"
        "    calls.append(1)\n"
        "    if len(calls) == 3: os._exit(9)\n"
        "    return counted(*given)\n"
        "run.counted_patients = dies\n"
        f"run.run_registry(Path({str(registry)!r}), dt.date.fromisoformat({AS_OF.isoformat()!r}))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    buckets = buckets_in(registry)
    assert run_registry(registry, AS_OF) == len(buckets) - 2
    its = cohort(*drawn, AS_OF)
    same(run.results(registry, AS_OF), Counted(its.patient_weeks, its.patients))


def test_a_result_that_was_half_written_is_none(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails between the two frames of a bucket, it is counted again."""
    written: list[Path] = []
    put = run._put

    def fails(frame: pd.DataFrame, path: Path, mark: bytes) -> None:
        written.append(path)
        if len(written) == 2:
            raise MachineError(Fault(path.name, "cannot be written.", ""))
        put(frame, path, mark)

    monkeypatch.setattr(run, "_put", fails)
    with pytest.raises(MachineError, match=r"cannot be written\.$"):
        run_registry(registry, AS_OF)
    monkeypatch.setattr(run, "_put", put)
    assert run_registry(registry, AS_OF) == len(buckets_in(registry))


def test_progress_tells_rows_to_the_end(registry: Path) -> None:
    told: list[tuple[int, int]] = []
    run_registry(registry, AS_OF, progress=lambda done, total: told.append((done, total)))
    total = sum(bucket.rows for bucket in buckets_in(registry))
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) == len(buckets_in(registry))


def test_memory_stays_flat_since_no_more_buckets_are_held_than_threads(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, most = 0, 0
    diaries = Bucket.diaries

    def opened(self: Bucket) -> pd.DataFrame:
        nonlocal held, most
        held += 1
        most = max(most, held)
        return diaries(self)

    def closed(frame: pd.DataFrame, path: Path, mark: bytes) -> None:
        nonlocal held
        held -= path.name.endswith("patients.parquet")
        put(frame, path, mark)

    put = run._put
    monkeypatch.setattr(Bucket, "diaries", opened)
    monkeypatch.setattr(run, "_put", closed)
    run_registry(registry, AS_OF, threads=2)
    assert most <= 2


def test_what_is_no_registry_and_what_is_one_already(registry: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"holds no registry. Make one with kit registry.$"):
        count_registry(tmp_path, AS_OF)
    with pytest.raises(OverwriteError, match=r"holds a registry. Choose another folder.$"):
        build_registry(registry, [])


def test_half_a_registry_is_never_counted(
    drawn: tuple[list[Plan], pd.DataFrame], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever builds it and dies in the second bucket leaves one that is refused, and not built over."""

    def dies(folder: Path, *given: Any) -> Bucket:
        if folder.name == "bucket=00001":
            raise KeyboardInterrupt
        return write_bucket(folder, *given)

    monkeypatch.setattr(build, "write_bucket", dies)
    with pytest.raises(KeyboardInterrupt):
        build_registry(tmp_path, [drawn], size=300)
    monkeypatch.undo()
    with pytest.raises(ContentError) as refused:
        count_registry(tmp_path, AS_OF)
    mend = "Delete the folder, and make it again with kit registry."
    assert str(refused.value) == f"{tmp_path}: holds a registry that is not whole: buckets are missing. {mend}"
    with pytest.raises(OverwriteError, match=r"holds a registry. Choose another folder.$"):
        build_registry(tmp_path, [drawn])


def test_what_is_damaged_lost_or_of_another_version_is_told_at_once(registry: Path) -> None:
    one, two, three = (bucket.folder for bucket in buckets_in(registry)[:3])
    (one / "rows.parquet").write_bytes(b"PAR1")
    (two / "plans.parquet").unlink()
    pq.write_table(pa.table({"plan_code": ["A"]}), three / "plans.parquet")
    with pytest.raises(ContentError) as refused:
        count_registry(registry, AS_OF)
    mend = "Make the registry again with kit registry."
    assert [str(fault) for fault in refused.value.faults] == [
        f"bucket=00000/rows.parquet: is missing or damaged. {mend}",
        f"bucket=00001/plans.parquet: is missing or damaged. {mend}",
        f"bucket=00002/plans.parquet: has other columns than this version of the kit reads: plan_code. {mend}",
    ]
    assert not list(registry.glob("adherence-*"))


def test_damage_in_the_middle_of_a_file_is_told(registry: Path) -> None:
    path = buckets_in(registry)[0].folder / "rows.parquet"
    content = bytearray(path.read_bytes())
    content[8:400] = bytes(392)
    path.write_bytes(content)
    with pytest.raises(ContentError, match=r"^bucket=00000/rows.parquet: is missing or damaged\."):
        count_registry(registry, AS_OF)


def test_a_file_that_may_not_be_read_is_not_called_damaged(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is wrong with it, and to make the registry again would be no mend."""

    def forbidden(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    mend = "Check the name and your rights to the folder."
    said = f"bucket=00000/rows.parquet: cannot be read: Permission denied. {mend}"
    with monkeypatch.context() as patched:
        patched.setattr(pq, "read_table", forbidden)
        with pytest.raises(ContentError) as refused:
            buckets_in(registry)[0].diaries()
    assert str(refused.value) == said
    monkeypatch.setattr(pq, "read_schema", forbidden)
    assert str(buckets_in(registry)[0].faults[-1]) == said


def test_a_damaged_result_is_made_again(registry: Path) -> None:
    run_registry(registry, AS_OF)
    result = next(registry.glob("adherence-*/*-weeks.parquet"))
    result.write_bytes(b"no")
    assert run_registry(registry, AS_OF) == 1


def test_a_day_before_every_plan_is_refused(drawn: tuple[list[Plan], pd.DataFrame], registry: Path) -> None:
    begins = min(plan.start for plan in drawn[0])
    with pytest.raises(ContentError) as refused:
        count_registry(registry, dt.date(1900, 1, 1))
    assert str(refused.value) == f"as of: 1900-01-01 is before any plan begins, on {begins}. Choose a later day."


def test_two_that_build_in_one_folder_at_a_time(drawn: tuple[list[Plan], pd.DataFrame], tmp_path: Path) -> None:
    """One of them builds it, the other waits and is refused."""
    with ThreadPoolExecutor(2) as pool:
        told = [pool.submit(build_registry, tmp_path, [drawn], 300) for _ in range(2)]
    assert sorted(type(one.exception()).__name__ for one in told) == ["NoneType", "OverwriteError"]
    assert count_registry(tmp_path, AS_OF).patients["patient_code"].is_unique


def test_an_empty_bucket_of_a_patient_without_rows(plan: Plan, tmp_path: Path) -> None:
    build_registry(tmp_path, [([plan], diary_of())])
    found = count_registry(tmp_path, START + dt.timedelta(days=7))
    assert found.patients[["expected", "missing"]].to_numpy().tolist() == [[7, 7]]
    assert isinstance(pq.read_table(buckets_in(tmp_path)[0].folder / "rows.parquet"), pa.Table)


def test_the_commands(kit: Kit, study: Path) -> None:
    code, out, _ = kit("registry", str(study), "reg")
    assert code == 1  # rows were refused, and each is told
    assert out.startswith("reg: 30 patients, ")
    _, cohort_out, _ = kit("cohort", str(study), "--as-of", "2026-06-29")
    for engine in ("plain", "threads"):
        code, out, _ = kit("adherence", "--log", "reg", "--as-of", "2026-06-29", "--engine", engine)
        assert code == 0
        assert out.splitlines()[:6] == cohort_out.splitlines()[:6]
    code, out, _ = kit("adherence", "--log", "reg", "--as-of", "2026-06-29", "--json")
    assert json.loads(out)["patients"] == 30
    code, _, err = kit("adherence", "--log", "reg", "--as-of", "9000-01-01")
    assert (code, "is yet to come; today is" in err) == (1, True)
    code, _, err = kit("adherence", "--log", "reg", "--engine", "fast")
    assert (code, "'fast' is not one of plain, threads, spark." in err) == (2, True)
    code, _, err = kit("adherence", "--log", "reg/none.csv")
    assert code == 2
    assert "“reg/none.csv” is no folder of a registry. A diary" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--log", "reg", "--since", "2026-06-01"], "--since: is of one plan; a registry is counted up to --as-of."),
        (["--log", "reg", "--until", "2026-06-01"], "--until: is of one plan; a registry is counted up to --as-of."),
        (["--log", "reg", "--master", "local"], "--master: is of the engine spark, not of plain. Add --engine spark."),
        (["p.json", "--engine", "threads"], "--engine: is of a registry, not of a plan. Leave it out."),
        (["p.json", "--master", "local"], "--master: is of a registry, not of a plan. Leave it out."),
        (["--as-of", "2026-06-29"], "PLAN: give a plan; or, for a registry, its folder as --log."),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(kit: Kit, words: list[str], said: str) -> None:
    """Whoever gives it takes it for done."""
    Path("reg").mkdir()
    code, _, err = kit("adherence", *words)
    assert code == 2
    assert said in " ".join(err.replace("│", " ").split())
