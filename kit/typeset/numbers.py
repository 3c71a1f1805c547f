"""Telephone numbers in a PDF, told as numbers in a language in which the typesetter has no word for a telephone."""

from __future__ import annotations

import pikepdf

_ENGLISH = "Telephone "


def with_plain_numbers(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Take the English word from what is told of each link of the page, where the language is another one."""
    if not str(pdf.Root.Lang).startswith("en"):
        for link in page.get("/Annots", []):
            link.Contents = pikepdf.String(str(link.Contents).removeprefix(_ENGLISH))
