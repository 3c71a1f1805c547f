"""The PDF of the issued founding four."""

from __future__ import annotations

import io

import pikepdf

from kit.clinic import Clinic
from kit.handout.document import document
from kit.handout.pdf import to_pdf
from kit.library.library import Library
from kit.plan.plan import Plan

CLINIC = Clinic(name="Sunny Clinic", therapist="A. Physio")


def test_same_plan_same_bytes(issued: Plan, library: Library) -> None:
    """The same plan gives the same bytes."""
    assert to_pdf(document(issued, library, CLINIC)) == to_pdf(document(issued, library, CLINIC))


def test_tagged_with_language_and_title(issued: Plan, library: Library) -> None:
    """The PDF is marked, has a structure tree, its language, and shows its title."""
    with pikepdf.open(io.BytesIO(to_pdf(document(issued, library, CLINIC)))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_name_is_in_no_metadata(issued: Plan, library: Library) -> None:
    """The printed name stands in no metadata of the PDF."""
    with pikepdf.open(io.BytesIO(to_pdf(document(issued, library, CLINIC, "Zebrawood")))) as pdf:
        assert b"Zebrawood" not in pdf.Root.Metadata.read_bytes()
        assert "Zebrawood" not in str(dict(pdf.docinfo.items()))
