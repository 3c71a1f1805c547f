"""The first cell of each row of a table, made its header: a listener is told the row with each cell.

The typesetter marks the cells of a table's head alone, and has no way yet for those of a row. Each cell names the
cells that head it, so what is new is named there too, and stands in the list of names.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Name, NameTree, Object, String

from kit.typeset.blocks import is_element, kids


def with_row_headers(pdf: pikepdf.Pdf) -> None:
    """Mark the rows of every table that has a head; a document without any is left as it is."""
    root = pdf.Root.StructTreeRoot
    for number, table in enumerate(_tables(root), 1):
        rows = [row for part in _kids(table) if part.S == "/TBody" for row in _kids(part) if row.S == "/TR"]
        for count, row in enumerate(rows, 1):
            first, *cells = _kids(row)
            if first.S == "/TD":
                name = f"R{number}y{count}"
                _head(first, name)
                NameTree(root.IDTree)[name] = first
                for cell in cells:
                    _about(cell).Headers.append(String(name))


def _tables(node: Object) -> Iterator[Object]:
    """The tables that have a head, in reading order."""
    for kid in _kids(node):
        if kid.S == "/Table" and any(part.S == "/THead" for part in _kids(kid)):
            yield kid
        else:
            yield from _tables(kid)


def _kids(node: Object) -> list[Object]:
    return [kid for kid in kids(node) if is_element(kid)]


def _head(cell: Object, name: str) -> None:
    cell.S = Name.TH
    cell.ID = String(name)
    _about(cell).Scope = Name.Row


def _about(cell: Object) -> Object:
    """What is said of a cell as part of its table."""
    return next(each for each in cell.A if each.O == "/Table")
