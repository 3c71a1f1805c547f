"""How often a week, of the times that were agreed: capped at 1, with what was done beyond it told apart."""

from __future__ import annotations

import pandas as pd

from kit.adherence.periods import FEW_DAYS


def frequency(weeks: pd.DataFrame) -> pd.DataFrame:
    """The frame WEEKS with `share` min(done, expected)/expected, `over_share` over/expected, and `is_short`.

    A share is missing where nothing was expected. A short week has too few active days to compare it with others.
    """
    expected = weeks["expected"].where(weeks["expected"] > 0)
    shares = {"share": weeks["done"] / expected, "over_share": weeks["over"] / expected}
    return weeks.assign(**shares, is_short=weeks["active_days"] < FEW_DAYS)
