"""How many patients kept going for how long: a curve for each permissible gap (corrections 10.4; PMC3160417).

A patient stops on the last day before a gap that is too long. Who still goes on, or whose plan ended first, is followed
up to the last day done and no further.
"""

from __future__ import annotations

import pandas as pd

from kit.show import frame
from kit.statistics.persistence import GAPS
from kit.statistics.survival import Step, going_on

# A row for each gap and day on which anybody stopped; days are active ones. A first row at day 0 holds all.
PERSISTENCE = {
    "gap": "int64",
    "day": "int64",
    "at_risk": "int64",
    "stopped": "int64",
    "share": "float64",
    "low": "Float64",
    "high": "Float64",
}


def persistence_curves(patients: pd.DataFrame) -> pd.DataFrame:
    """PERSISTENCE of the frame PATIENTS, of those with something due. Who never began stopped on day 0."""
    its = patients[patients["expected"] > 0]
    rows: list[tuple[object, ...]] = []
    for gap in GAPS if len(its) else ():
        steps = steps_of(its, gap)
        if not steps or steps[0].day:
            rows.append((gap, 0, len(its), 0, 1.0, None, None))
        rows += [(gap, s.day, s.at_risk, s.stopped, s.share, *(s.bounds or (None, None))) for s in steps]
    return frame(PERSISTENCE, rows)


def steps_of(patients: pd.DataFrame, gap: int) -> list[Step]:
    days, going = patients[f"kept_{gap}"].tolist(), patients[f"going_{gap}"].tolist()
    return going_on(days, [not one for one in going])
