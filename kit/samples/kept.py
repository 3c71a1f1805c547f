"""A store of synthetic patients, visibly apart from real ones: made through the doors that real data comes through.

The marker is the first thing that is written, so that no half-made one passes for a clinic. A database that
`KIT_DATABASE` names is never touched.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.clinic import FILE as CLINIC_FILE
from kit.errors import Fault, MachineError
from kit.files import is_there, make_folder, refusal, write_atomic
from kit.given import checked
from kit.plan.plan import Plan
from kit.samples.clinic import Patient, clinic
from kit.samples.course import THERAPIST
from kit.samples.sheet import Sheet
from kit.store.database import Database, open_database
from kit.store.store import Store

PATIENTS, SEED = 12, 1
NOTICE = "Synthetic patients: made up, nobody's data."
_MARK = "sample"  # a setting of the store
_DIARIES = "diaries"
_CLINIC = f"""\
# {NOTICE}
name = "Sample Clinic (synthetic)"
therapist = "{THERAPIST}"
"""
_WHO = "kit sample"
_ISSUES, _RETURNS = dt.time(9, tzinfo=dt.UTC), dt.time(17, tzinfo=dt.UTC)  # of a day
Now = Callable[[], dt.datetime]


def is_sample(store: Store) -> bool:
    """Whether the store was made of synthetic patients; a page that shows it says `NOTICE`."""
    return _MARK in store.preferences.all("setting")


class SampleStore(Store):
    """A store of synthetic patients that goes with its private folder when it is closed, or the program ends."""

    def __init__(self, database: Database, folder: TemporaryDirectory[str]) -> None:
        super().__init__(database)
        self._folder = folder

    def close(self) -> None:
        super().close()
        self._folder.cleanup()


@checked
def sample_store(now: Now, patients: int = PATIENTS, seed: int = SEED) -> SampleStore:
    """An ephemeral store of synthetic patients as they stand today, for a page without any of its own.

    `now` gives an aware time. Raises `ContentError` for no patients or too many, `MachineError` where none can be made.
    """
    folder = TemporaryDirectory(prefix="kit-sample-", ignore_cleanup_errors=True)
    try:
        _fill(Path(folder.name), clinic(seed, patients, now().date()), now)
        return SampleStore(open_database(Path(folder.name), who=_WHO, now=now), folder)
    except BaseException:
        folder.cleanup()
        raise


@checked
def sample_workspace(
    folder: Path, now: Now, patients: int = PATIENTS, seed: int = SEED, on: dt.date | None = None
) -> tuple[Patient, ...]:
    """A new workspace of synthetic patients as they stand on the day `on` (today if not given), with their diaries.

    Raises `MachineError` where `folder` is there and is not empty, or cannot be written; `ContentError` for no
    patients or too many.
    """
    _must_be_new(folder)
    made = clinic(seed, patients, on or now().date())
    make_folder(folder)
    write_atomic(folder / CLINIC_FILE, _CLINIC.encode())
    _fill(folder, made, now)
    return made


def _must_be_new(folder: Path) -> None:
    try:
        is_free = not is_there(folder) or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise MachineError(refusal(folder, "read", error)) from error
    if not is_free:
        what = "is there already; synthetic patients get a folder of their own."
        raise MachineError(Fault(str(folder), what, "Name a new folder."))


class _Clock:
    """Tells the time of what is being brought in."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def __call__(self) -> dt.datetime:
        return self.at


def _fill(folder: Path, patients: Sequence[Patient], now: Now) -> None:
    """Mark the store in `folder`, and bring everything in at its time, the oldest first."""
    clock = _Clock(now())
    store = Store(open_database(folder, who=_WHO, now=clock))
    try:
        store.preferences.keep("setting", _MARK, {"patients": len(patients), "notice": NOTICE})
        for at, thing in sorted(_events(patients), key=lambda event: event[0]):
            clock.at = min(at, now())
            if isinstance(thing, Plan):
                store.versions.take_in(thing)
            else:
                path = folder / _DIARIES / thing.name
                write_atomic(path, thing.content)
                store.diaries.bring_in(path)
    finally:
        store.close()


def _events(patients: Sequence[Patient]) -> Iterator[tuple[dt.datetime, Plan | Sheet]]:
    for patient in patients:
        for plan in patient.plans:
            assert plan.issued
            yield dt.datetime.combine(plan.issued.on, _ISSUES), plan
        for sheet in patient.sheets:
            yield dt.datetime.combine(sheet.on, _RETURNS), sheet
