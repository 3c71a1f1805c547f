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


def span(number: int, code: str, x: float, y: float) -> str:
    about = f"<< /Lang (en) /MCID {number} >>"
    return f"/Span {about} BDC q 1 0 0 1 {x} {y} cm BT /f0 9 Tf <{code}> Tj ET Q EMC"


def told_order(content: str, space: str) -> list[str]:
    """The codes drawn, in the order of their numbers in the tags, in a font whose first glyph is a space."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    letters = pdf.make_stream(f"2 beginbfchar\n<0001> <{space}>\n<0002> <0061>\nendbfchar".encode())
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(f0=pikepdf.Dictionary(ToUnicode=letters)))
    page.Contents = pdf.make_stream(f"{run('x')} {content}".encode())
    in_reading_order(pdf, page)
    found: dict[int, str] = {}
    number = -1
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "BDC":
            number = int(step.operands[1].MCID)
        elif str(step.operator) == "Tj" and number >= 0:
            found[number] = bytes(step.operands[0]).hex()
    return [found[key] for key in sorted(found)]


@pytest.mark.parametrize("space", ["0020", "00202068", "002020692068"])
def test_the_space_at_the_end_of_a_line_is_told_behind_it(space: str) -> None:
    """It is drawn first, at the left end, and takes no room; also where a mark of direction shares its glyph."""
    line = " ".join((span(0, "0001", 10, 50), span(1, "0002", 10, 50), span(2, "0002", 30, 50)))
    assert told_order(line, space) == ["0002", "0002", "0001"]
    assert told_order(line, "0061") == ["0001", "0002", "0002"]


def test_a_column_to_the_left_begins_lines_of_its_own() -> None:
    """A line of it at the height of the one before is another line: its space at the left end is told behind it."""
    right = span(0, "0002", 90, 50)
    left = " ".join((span(1, "0001", 10, 50), span(2, "0002", 12, 50)))
    assert told_order(f"{right} {left}", "0020") == ["0002", "0002", "0001"]
    within = " ".join((span(0, "0002", 5, 50), span(1, "0001", 10, 50), span(2, "0002", 12, 50)))
    assert told_order(within, "0020") == ["0002", "0001", "0002"]
