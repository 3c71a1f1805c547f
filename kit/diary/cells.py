"""A cell of a CSV file that a spreadsheet shows as text and never runs as a formula."""

from __future__ import annotations

# What spreadsheets take for the start of a formula, or skip on their way to one.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet_safe(text: str) -> str:
    """`text`, with a leading apostrophe where a spreadsheet could take it for a formula.

    A text that has such an apostrophe of its own gets one more, so that `from_spreadsheet` gives back each text.
    """
    return "'" + text if text.lstrip("'").startswith(FORMULA_STARTS) else text


def from_spreadsheet(cell: str) -> str:
    """The text that `spreadsheet_safe` was given; any other cell as it is."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_STARTS) else cell
