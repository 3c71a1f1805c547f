"""Tables in a PDF: the first cell of each row heads the row, and every cell names what heads it."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pikepdf

from kit.typeset.pdf import compile_pdf

TABLES = """#set document(title: "Two tables")
#set text(font: "Noto Sans", lang: "en")
#title[Two tables]
#table(columns: 3, table.header([Name], [One], [Two]), [First], [], [a], [Second], table.cell(colspan: 2)[b])
#table(columns: 2, table.header([Name], [One]), [Third], [c])
"""


def made(tmp_path: Path, source: str) -> bytes:
    path = tmp_path / "tables.typ"
    path.write_text(source, encoding="utf-8")
    return compile_pdf(path, {}, [], dt.date(2026, 6, 1))


def rows_of(node: Any) -> list[list[Any]]:
    """The cells of each row below `node`."""
    held = node.get("/K", pikepdf.Array())
    kids = [*held] if isinstance(held, pikepdf.Array) else [held]
    below = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
    return [below] if node.get("/S") == "/TR" else [row for kid in below for row in rows_of(kid)]


def test_each_row_has_a_header_and_each_cell_names_it(tmp_path: Path) -> None:
    """In several tables, each under a name of its own; the names are in the list of names."""
    pdf = made(tmp_path, TABLES)
    assert made(tmp_path, TABLES) == pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        kinds, heads = [], []
        for row in rows_of(opened.Root.StructTreeRoot):
            kinds.append([str(cell.S) for cell in row])
            for cell in row:
                (about,) = [each for each in cell.A if each.O == "/Table"]
                if cell.S == "/TD":
                    assert str(row[0].ID) in [str(name) for name in about.Headers]
                    assert len(about.Headers) >= 2
                else:
                    heads.append((str(cell.ID), str(about.Scope)))
        names = set(pikepdf.NameTree(opened.Root.StructTreeRoot.IDTree))
    assert kinds == [
        ["/TH"] * 3,
        ["/TH", "/TD", "/TD"],
        ["/TH", "/TD"],
        ["/TH"] * 2,
        ["/TH", "/TD"],
    ]
    assert [scope for _, scope in heads] == ["/Column"] * 3 + ["/Row"] * 2 + ["/Column"] * 2 + ["/Row"]
    assert {name for name, _ in heads} == names
    assert len(heads) == len(names)


def test_a_page_without_tables_stays_as_it_is(tmp_path: Path) -> None:
    plain = '#set document(title: "x")\n#set text(font: "Noto Sans", lang: "en")\n#title[x]\nText.'
    with pikepdf.open(io.BytesIO(made(tmp_path, plain))) as opened:
        assert not any(isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH" for o in opened.objects)
