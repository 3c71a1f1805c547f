"""Episodes of doing as AdhereR defines treatment episodes, and its measures of how much of a window is covered.

An episode starts with an event and goes on while no gap, the days from where one event's cover ends to the next event,
is longer than the maximum permissible gap. The last one runs to the end of the follow-up if the days left there are a
permissible gap, else to where its cover ends. So AdhereR's manual has it; its code ends the last one with its cover
already where just the permissible gap is left. The follow-up of a patient begins with the first event.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.errors import ContentError, Fault

EPISODES = {
    "patient_code": "string",
    "episode": "int64",  # from 1
    "start": "int64",  # days since the patient's first one, from 0
    "gap": "int64",  # days after the last cover: up to the next episode, or to the end of the follow-up
    "duration": "int64",  # days
    "end": "int64",  # the first day after it
}
# Continuous multiple-interval measures (Dima & Dediu 2017, table 1), over the days from the first event on; missing
# where a window has no day. 1 and 5 end with the last event, 2 and 6 with the follow-up; 7 has the whole follow-up of
# the plan, also before the first event. Events never overlap, so nothing is carried over, 1 equals 5, and 2 equals 6.
CMAS = {"patient_code": "string", **{f"cma{number}": "Float64" for number in (1, 2, 5, 6, 7)}}


def episodes(covered: pd.DataFrame, gap: int) -> pd.DataFrame:
    """EPISODES of COVERED. Raises `ContentError` for a gap below 0."""
    if gap < 0:
        raise ContentError(Fault("episodes, gap", f"{gap} is no number of days.", "Give a whole number from 0."))
    code, start, until = covered["patient_code"], covered["start"], covered["until"]
    cover = start + covered["days"]
    following = start.groupby(code).shift(-1)
    left = (following.fillna(until) - cover).astype("int64")
    is_last = following.isna() | (left > gap)
    number = is_last.groupby(code).cumsum() - is_last.astype("int64") + 1
    begun = start.groupby([code, number]).transform("first")
    end = cover.where(~(following.isna() & (left <= gap)), until)
    found = pd.DataFrame({"patient_code": code, "episode": number, "start": begun, "gap": left, "end": end})
    found = found.assign(duration=end - begun)[is_last]
    return found[list(EPISODES)].astype(EPISODES).reset_index(drop=True)


def cmas(covered: pd.DataFrame) -> pd.DataFrame:
    """CMAS of COVERED: a row for each patient with an event."""
    its = covered.groupby("patient_code")
    first, last, days, until = its["start"].first(), its["start"].last(), its["days"].sum(), its["until"].first()
    without_last = days - its["days"].last()
    between, after = (last - first).replace(0, np.nan), until - first
    shares = {1: without_last / between, 2: days / after, 5: without_last / between, 6: days / after, 7: days / until}
    found = pd.DataFrame({f"cma{number}": share for number, share in shares.items()})
    return found.reset_index().astype(CMAS)
