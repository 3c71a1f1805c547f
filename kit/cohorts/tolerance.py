"""How a plan was borne: who stopped, who was interrupted, whose dose was lowered, whose sessions ended early.

As trials of exercise report it beside attendance (Nilsen2018; Fairman2020 for the ratio of sums beside the mean of
ratios). A dose is that of the follow-up, capped exercise by exercise; a session that was not done has a dose of 0.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.adherence.dose import doses
from kit.adherence.frames import DONE
from kit.adherence.intensity import interruptions
from kit.adherence.parts import SESSION

# A row for each patient with something due. Sessions; `stopped` are those after the last one done, to the end of a plan
# that is over; `interrupted` those of other runs of at least three missed in a row.
TOLERANCE = {
    "patient_code": "string",
    **dict.fromkeys(("expected", "done", "stopped", "interrupted", "lowered", "ended_early"), "int64"),
    "planned_dose": "Float64",  # seconds or repetitions; missing where a plan has both, or a session does not tell it
    "done_dose": "Float64",
    "intensity": "Float64",  # done_dose of planned_dose, each over the days of the plan
}
# A row for each of these, of patients and of their sessions.
TOLERATED = {
    "what": "string",
    "patients": "int64",
    "of_patients": "float64",
    "sessions": "int64",
    "of_sessions": "float64",
}
_WHAT = ("stopped", "interrupted", "lowered", "ended_early")


def tolerance(slots: pd.DataFrame, cells: pd.DataFrame, over: pd.Series) -> pd.DataFrame:
    """TOLERANCE of the frames of `Followed`; `over` says of each patient whether all her plans are over."""
    by = "patient_code"
    ordered = slots.sort_values([by, "date", "slot"], kind="stable")
    runs = pd.DataFrame(
        [(code, *_missed(its.isin(DONE).tolist(), bool(over[code]))) for code, its in ordered.groupby(by)["status"]],
        columns=[by, "expected", "done", "stopped", "interrupted"],
    )
    found = runs.set_index(by).join(_lowered(cells, slots)).join(_dose(cells, slots))
    counts = ["lowered", "ended_early"]
    found[counts] = found[counts].fillna(0)
    found = found.assign(intensity=found["done_dose"] / found["planned_dose"].replace(0, np.nan))
    return found.reset_index()[list(TOLERANCE)].astype(TOLERANCE)


def tolerated(patients: pd.DataFrame) -> pd.DataFrame:
    """TOLERATED of TOLERANCE."""
    sessions = int(patients["expected"].sum())
    rows = []
    for what in _WHAT:
        count, its = int((patients[what] > 0).sum()), int(patients[what].sum())
        rows.append((what, count, count / max(1, len(patients)), its, its / max(1, sessions)))
    return pd.DataFrame(rows, columns=list(TOLERATED)).astype(TOLERATED)


def _missed(done: list[bool], is_over: bool) -> tuple[int, int, int, int]:
    """Sessions due, done, and missed in runs of at least three: those at the end of a plan that is over, and others."""
    runs = interruptions(done)
    missed = sum(run.sessions for run in runs)
    ends = is_over and bool(runs) and runs[-1].first + runs[-1].sessions - 1 == len(done)
    stopped = runs[-1].sessions if ends else 0
    return len(done), sum(done), stopped, missed - stopped


def _lowered(cells: pd.DataFrame, slots: pd.DataFrame) -> pd.DataFrame:
    """By patient, the sessions done that had less than planned of anything, and those that ended early.

    What a patient calls partly done, or leaves out of a session that she did, ended it early; less of what she calls
    done was lowered.
    """
    done = slots.loc[slots["status"].isin(DONE), SESSION]
    its = cells.merge(done, on=SESSION)
    is_early = its["status"].isin(("partial", "not_done"))
    is_less = ((its["done"] < its["planned"]) & (its["status"] == "done")).fillna(value=False)
    each = its[[*SESSION, "patient_code"]].assign(ended_early=is_early, lowered=is_less)
    by_session = each.groupby([*SESSION, "patient_code"], as_index=False).max()
    return by_session.groupby("patient_code")[["lowered", "ended_early"]].sum()


def _dose(cells: pd.DataFrame, slots: pd.DataFrame) -> pd.DataFrame:
    """By patient, planned and done; missing where units are mixed, or where any session done leaves its dose open."""
    told = doses(cells, slots, ("patient_code",))
    done = told.groupby("patient_code")["capped"].sum().rename("done_dose")
    sessions = told.drop_duplicates("session").groupby("patient_code").size().rename("told")
    all_done = slots[slots["status"].isin(DONE)].groupby("patient_code").size().rename("all_done")
    found = cells.groupby("patient_code").agg(units=("unit", "nunique"), planned_dose=("planned", "sum"))
    found = found.join(done).join(sessions).join(all_done).fillna({"done_dose": 0, "told": 0, "all_done": 0})
    is_known = (found["units"] == 1) & (found["told"] == found["all_done"])
    amounts = found[["planned_dose", "done_dose"]].astype("Float64")
    return amounts.where(is_known)
