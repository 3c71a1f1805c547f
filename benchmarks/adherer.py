"""Episodes of the kit beside those of AdhereR in R, on 1,000 fuzzed diaries with permissible gaps of 3, 7 and 14 days.

It needs R (Debian's r-base-core) with AdhereR, which Debian does not have. Without them it says how to install them.

One difference is known: the manual of `compute.treatment.episodes` takes the gap after the last episode off "only when
longer than the maximum permissible gap", and so does the kit; its code asks `<`, and takes off one just as long too.
Such last episodes have to be shorter there by exactly that gap, all others equal.

    uv run python -m benchmarks.adherer [DIARIES]
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

import pandas as pd

from kit.adherence.placed import placed
from kit.cohorts.episodes import episodes
from kit.cohorts.events import covered, events
from kit.cohorts.followed import followed, plan_table
from kit.cohorts.given import by_code
from kit.diary.read import frame
from kit.plan.code import new_code
from kit.statistics.persistence import GAPS
from tests.adherence import fuzz
from tests.adherence.conftest import START

DIARIES = 1_000
AS_OF = START + dt.timedelta(days=40)
INSTALL = "apt-get install r-base-core, then: Rscript -e 'install.packages(\"AdhereR\")'"
_KEY = ["allowed", "patient_code", "episode"]
_NAMES = {"patid": "patient_code", "PATIENT_ID": "patient_code", "episode.ID": "episode"}


def lived(count: int) -> pd.DataFrame:
    """The days of so many fuzzed diaries."""
    random = Random(1)
    cases = [fuzz.case(random) for _ in range(count)]
    plans = [
        plan.model_copy(update={"patient_code": whose})
        for its, _, _ in cases
        for whose in [new_code(random)]
        for plan in its
    ]
    rows = frame(row for _, its, _ in cases for row in its)
    return followed(plan_table(by_code(plans)), placed(plans, rows, AS_OF)).days


def ours(days: pd.DataFrame) -> pd.DataFrame:
    table = covered(days)
    found = pd.concat([episodes(table, gap).assign(allowed=gap) for gap in GAPS])
    return found.set_index(_KEY)[["duration", "gap"]].sort_index()


def theirs(days: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """What AdhereR finds in the events that the kit writes."""
    table = covered(days)
    first = table.groupby("patient_code")["start"].transform("min")
    told, found = folder / "events.csv", folder / "episodes.csv"
    events(days).assign(FOLLOWED=(table["until"] - first).to_numpy()).to_csv(told, index=False)
    script = Path(__file__).with_suffix(".R")
    subprocess.run(["Rscript", str(script), str(told), str(found), *map(str, GAPS)], check=True)
    read = pd.read_csv(found, dtype={"patid": str, "PATIENT_ID": str}).rename(columns=_NAMES)
    read = read.rename(columns={"episode.duration": "duration", "end.episode.gap.days": "gap"})
    return read.astype({"allowed": int, "episode": int}).set_index(_KEY)[["duration", "gap"]].sort_index()


def just_permissible(both: pd.DataFrame) -> pd.Series:
    """Whether an episode is the patient's last one, with a gap after it that is just as long as the permissible one."""
    allowed, episode = (both.index.get_level_values(name) for name in ("allowed", "episode"))
    last = pd.Series(episode, both.index).groupby(level=["allowed", "patient_code"]).transform("max")
    return (last == episode) & (both["gap"] == allowed)


def is_there() -> bool:
    if not shutil.which("Rscript"):
        return False
    asked = ["Rscript", "-e", 'quit(status = !requireNamespace("AdhereR", quietly = TRUE))']
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DIARIES
    if not is_there():
        print(f"skipped: R with AdhereR is not here. Install it: {INSTALL}")
        return
    days = lived(count)
    with tempfile.TemporaryDirectory() as folder:
        one, two = ours(days), theirs(days, Path(folder))
    both = one.join(two.add_suffix("_r"), how="outer")
    known = just_permissible(both)
    wanted = both["duration"] - both["gap"].where(known, 0)
    differ = both[(wanted != both["duration_r"]) | (both["gap"] != both["gap_r"])]
    print(f"{count:,} diaries, {len(one):,} episodes of the kit, {len(two):,} of AdhereR, {len(differ):,} that differ")
    print(f"{known.sum():,} last ones with just the permissible gap after them, which AdhereR takes off")
    if len(differ):
        print(differ.head(20))
        sys.exit(1)


if __name__ == "__main__":
    main()
