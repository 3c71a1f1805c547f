"""Rows of reversed runs in a page's content."""

from __future__ import annotations

import pikepdf
import pytest

from kit.typeset.reversed_runs import in_reading_order


def turned(content: str) -> str:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pdf.make_stream(content.encode())
    in_reading_order(pdf, page)
    held = page.obj.Contents
    return " ".join(held.read_bytes().decode().split())


def run(text: str) -> str:
    return f"/ReversedChars BMC ({text}) Tj EMC"


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (f"BT {run('c')} {run('b')} {run('a')} ET", f"BT {run('a')} {run('b')} {run('c')} ET"),
        (f"BT {run('a')} ET BT {run('b')} ET", f"BT {run('a')} ET BT {run('b')} ET"),
        (f"{run('b')} {run('a')} (x) Tj {run('d')} {run('c')}", f"{run('a')} {run('b')} (x) Tj {run('c')} {run('d')}"),
        ("BT (b) Tj (a) Tj ET", "BT (b) Tj (a) Tj ET"),
    ],
)
def test_neighbours_change_places(content: str, wanted: str) -> None:
    """A row of runs is turned; what stands between two rows stays, and so does a page without any."""
    assert turned(content) == wanted


def test_a_run_stays_whole() -> None:
    """What is marked within a run moves with it."""
    inner = "/ReversedChars BMC /Span << /ActualText (y) >> BDC (b) Tj EMC (c) Tj EMC"
    assert turned(f"BT {inner} {run('a')} ET") == f"BT {run('a')} {inner} ET"


def test_signs_that_a_text_stands_for_are_of_the_row() -> None:
    """A run that is told in other letters changes places with its neighbours."""
    told = f"/Span << /ActualText ( x) >> BDC {run(' ')} EMC"
    assert turned(f"BT {told} {run('.')} ET") == f"BT {run('.')} {told} ET"
