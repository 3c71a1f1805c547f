"""The header of a diary file: which cell is which column, and what in it is no part of a diary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kit.diary.columns import CODE, COLUMNS, LABEL, REQUIRED
from kit.diary.packed import Packing, unpacked_header
from kit.errors import ContentError, Fault, quoted
from kit.model import did_you_mean
from kit.tabular import plain_name

MOST = 20  # unknown columns that are named


@dataclass(frozen=True)
class Header:
    """`width` in cells, the place of each known column, the places without a name, the names
    as they stand, and what is told of it. `packing` tells of lines that stand in one cell each."""

    width: int
    columns: dict[str, int]
    nameless: tuple[int, ...]
    packing: Packing
    faults: tuple[Fault, ...]

    @property
    def has_codes(self) -> bool:
        return CODE in self.columns


def read_header(cells: Sequence[str], separator: str, where: str) -> Header:
    """The header. Raises `ContentError` naming all required columns that are missing or stand twice."""
    shown, packing = unpacked_header(cells, separator)
    names = [plain_name(cell) for cell in shown]
    _check(names, f"{where}, row 1")
    columns = {name: at for at, name in enumerate(names) if name in COLUMNS}
    nameless = tuple(at for at, name in enumerate(names) if not name)
    faults = [*_unknown(shown, names, where), *_older(columns, where)]
    return Header(len(names), columns, nameless, packing, tuple(faults))


def nameless_column(at: int, where: str) -> Fault:
    """A column without a name, in which something stands."""
    what = f"column {at + 1} without a name is not part of a diary and is ignored."
    return Fault(f"{where}, row 1", what, "Move what you need into the column “note”.")


def _check(names: list[str], place: str) -> None:
    stands = Counter(names)
    faults = [
        Fault(place, f"the column “{name}” stands {stands[name]} times.", "Keep one of them.")
        for name in COLUMNS
        if stands[name] > 1
    ]
    missing = [name for name in REQUIRED if not stands[name] and not (name == CODE and stands[LABEL])]
    if missing:
        what = f"has no column {', '.join(missing)}."
        faults.append(Fault(place, what, "Use the diary file that came with the handout."))
    if faults:
        raise ContentError(faults)


def _unknown(shown: list[str], names: list[str], where: str) -> list[Fault]:
    """A fault for each column that is no part of a diary, and one for all beyond the first few."""
    unknown = [at for at, name in enumerate(names) if name and name not in COLUMNS]
    faults = []
    for at in unknown[:MOST]:
        what = f"the column {quoted(shown[at].strip())} is not part of a diary and is ignored."
        mend = did_you_mean(names[at], COLUMNS) or "Move what you need into the column “note”."
        faults.append(Fault(f"{where}, row 1", what, mend))
    if len(unknown) > MOST:
        what = f"{len(unknown) - MOST} more columns are not part of a diary and are ignored."
        faults.append(Fault(f"{where}, row 1", what, "Move what you need into the column “note”."))
    return faults


def _older(columns: dict[str, int], where: str) -> list[Fault]:
    if CODE in columns:
        return []
    what = "has no column plan_code, so that its rows are matched by the plan's label and version."
    return [Fault(f"{where}, row 1", what, "Look whether it is the right patient's; a new handout has the code.")]
