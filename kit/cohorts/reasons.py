"""Why sessions were left out or cut short, as far as patients say."""

from __future__ import annotations

import pandas as pd

from kit.adherence.frames import REASONS
from kit.adherence.parts import SESSION
from kit.followup.reasons import reason_code

# A row for each reason that was given, most sessions first; `none` counts the rest. One session may have several.
OF_REASONS = {"reason": "string", "sessions": "int64", "patients": "int64"}
NONE = "none given"
_OTHER = "other"


def reasons(cells: pd.DataFrame) -> pd.DataFrame:
    """OF_REASONS: sessions in which anything was not done or done in part. Patients' own words count as other."""
    left = cells[cells["status"].isin(("not_done", "partial"))]
    told = left["reason"].map(reason_code, na_action="ignore").astype("string")
    reason = told.where(told.isin(REASONS) | told.isna(), _OTHER)
    is_silent = reason.isna().groupby([left[name] for name in SESSION]).transform("all")
    its = left.assign(reason=reason.fillna(NONE))[reason.notna() | is_silent]
    once = its.drop_duplicates([*SESSION, "reason"])
    found = once.groupby("reason").agg(sessions=("reason", "size"), patients=("patient_code", "nunique")).reset_index()
    is_none = (found["reason"] == NONE).astype(int)
    found = found.assign(last=is_none).sort_values(["last", "sessions", "reason"], ascending=[True, False, True])
    return found[list(OF_REASONS)].astype(OF_REASONS).reset_index(drop=True)
