"""What the typesetter keeps in memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from tests.handouts.any_handout import told_of

MOST_MB = 150  # more than after the first; unforgotten they are 400


def resident_mb() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        pytest.skip("this system does not tell how much memory is used")
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def test_many_handouts_take_no_more_memory_than_a_few(library: Library) -> None:
    """What was laid out for one handout is forgotten after the next; benchmarks/handouts.py makes 1,000."""
    to_pdf(told_of(0, library, 6))
    first = resident_mb()
    for seed in range(1, 9):
        to_pdf(told_of(seed, library, 6))
    assert resident_mb() - first < MOST_MB
