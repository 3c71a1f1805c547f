"""One compile function: a typst source and a tree of data in, an accessible PDF out.

Tagged PDF/UA-1 and archival PDF/A-2a are switched on: a document that cannot be both does not compile.
The same input gives the same bytes. A warning is an error, since a warning is a page that looks wrong.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import threading
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import typst

from kit.errors import Fault, MachineError
from kit.typeset.blocks import in_blocks
from kit.typeset.fine import no_finer_than_print
from kit.typeset.fonts import drawable, font_dirs
from kit.typeset.numbers import with_plain_numbers
from kit.typeset.reversed_runs import in_reading_order
from kit.typeset.row_headers import with_row_headers

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
# A word too long for a line may break where an empty box stands: a sign for it would be copied with the text.
# Chinese has no spaces, and rules of its own for where a line ends.
# Amiri raises a letter before some others, and the letters of that word would be told one by one, the last one first:
# such words are set flat.
_PRELUDE = rb"""#let broken(it) = it.text.clusters().chunks(20).map(c => c.join()).join(box())
#show regex("[^\s\p{Han}\u{3000}-\u{303f}\u{ff00}-\u{ffef}]{21,}"): broken
#show regex("\p{Arabic}*(\p{Arabic}[\u{62c}-\u{62e}]|\u{644}\u{643})\p{Arabic}*"): set text(features: (rlig: 0))
"""
# The typesetter keeps what it laid out for its last ten documents, which can be gigabytes. After so many empty ones it
# keeps one: a document that is set again after an edit is set faster.
_EMPTY = 6
_LOCK = threading.Lock()  # a typst compiler is not reentrant


def compile_pdf(
    source: Path, data: dict[str, Any], pictures: list[str], on: dt.date, *, one_sided: bool = False
) -> bytes:
    """The PDF of the typst file `source`, which reads `data` and `pictures` (SVG texts) as JSON.

    `on` is the date the PDF bears; a `one_sided` one asks the printer for one side of each sheet.
    """
    made = _compile(source, data, pictures, on, format="pdf", pdf_standards=STANDARDS)[0]
    return packed(made, one_sided=one_sided)


def compile_pages(
    source: Path, data: dict[str, Any], pictures: list[str], on: dt.date, ppi: float = 110
) -> list[bytes]:
    """The same pages as PNG pictures."""
    return _compile(source, data, pictures, on, format="png", ppi=ppi)


def compile_drawings(source: Path, data: dict[str, Any], pictures: list[str], on: dt.date) -> list[bytes]:
    """The same pages as SVG drawings, in a fraction of the time: their letters are outlines, no font is needed."""
    return _compile(source, data, pictures, on, format="svg")


def packed(pdf: bytes, *, one_sided: bool = False) -> bytes:
    """The same PDF, small: its objects in compressed streams, no line finer than print, no spaces in its metadata.

    What is written from right to left stands in it in the order it is read, each text is in a block, and the rows of
    tables have headers.
    """
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            no_finer_than_print(opened, page)
            in_reading_order(opened, page)
            with_plain_numbers(opened, page)
        in_blocks(opened)
        with_row_headers(opened)
        if one_sided:
            opened.Root.ViewerPreferences.Duplex = pikepdf.Name.Simplex
        opened.Root.Metadata.write(re.sub(rb"\n\s+", b"\n", opened.Root.Metadata.read_bytes()))
        pikepdf.settings.set_flate_compression_level(9)
        opened.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
            fix_metadata_version=False,  # it is right, and would be written anew with all its spaces
        )
    return made.getvalue()


def _compile(source: Path, data: dict[str, Any], pictures: list[str], on: dt.date, **options: Any) -> list[bytes]:
    inputs = {
        "data": json.dumps(drawable(data), ensure_ascii=False),
        "pictures": json.dumps(pictures, ensure_ascii=False),
    }
    midnight = dt.datetime(on.year, on.month, on.day, tzinfo=dt.UTC)
    compiler = _compiler(source.parent)
    with _LOCK:
        try:
            made, warnings = compiler.compile_with_warnings(
                _PRELUDE + source.read_bytes(), sys_inputs=inputs, timestamp=int(midnight.timestamp()), **options
            )
        except typst.TypstError as error:
            raise MachineError(Fault("typesetting", f"{error}.", "Try it without the logo first.")) from None
        finally:
            for _ in range(_EMPTY):
                compiler.compile(b"", format="svg")
    if warnings:
        raise MachineError([Fault("typesetting", f"{w.message}.", "Reinstall the kit.") for w in warnings])
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


@cache
def _compiler(root: Path) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(map(str, font_dirs()))
    )
    return typst.Compiler(root=str(root), font_paths=fonts)
