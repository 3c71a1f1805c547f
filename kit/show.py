"""How the kit's objects show themselves to an analyst: a table of HTML in a notebook, a pandas frame, a short sequence.

Everything is escaped, nothing runs, and every colour is the notebook's own, so that a table can be read in its light
and its dark theme; where a notebook takes the style away, a plain table is left. Pandas loads here, when a frame is
asked for. These are views for clinicians and analysts; what a patient reads is made by `handouts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from kit.errors import unknown_attribute, visible

if TYPE_CHECKING:
    import pandas as pd

T_co = TypeVar("T_co", covariant=True)
Cell = str | int | float | None | Sequence[str]  # a sequence becomes a numbered list

MOST = 60  # rows of a table; a longer one says how many more there are
NONE = "–"
_EMPTY: tuple[Cell, ...] = ("", None, (), [])

_STYLE = """<style>
.kit-show { color: var(--jp-content-font-color1, inherit); max-width: 90em; overflow-x: auto; margin: .25em 0 .75em }
.kit-show table.kit-table { border-collapse: collapse; table-layout: auto; margin: 0; width: auto; border: 0;
  color: inherit; font-size: inherit }
.kit-show table.kit-table caption { caption-side: top; text-align: start; font-weight: 600; padding: 0 0 .4em;
  color: inherit }
.kit-show table.kit-table :is(th, td) { text-align: start; vertical-align: top; padding: .3em 1em .3em 0; border: 0;
  max-width: 30em; white-space: normal; background: transparent; font-weight: 400 }
.kit-show table.kit-table :is(th, td):last-child { padding-inline-end: 0 }
.kit-show table.kit-table :is(th, td).kit-number { text-align: end; font-variant-numeric: tabular-nums;
  white-space: nowrap }
.kit-show table.kit-table tr { background: transparent }
.kit-show table.kit-table tbody tr { border-top: 1px solid var(--jp-border-color2, currentColor) }
.kit-show table.kit-table thead { border: 0 }
.kit-show table.kit-table thead th { white-space: nowrap; color: var(--jp-content-font-color2, inherit) }
.kit-show table.kit-table tbody th { font-weight: 600 }
.kit-show table.kit-table tfoot tr { border-top: 2px solid var(--jp-border-color1, currentColor) }
.kit-show table.kit-table tfoot :is(th, td) { font-weight: 600 }
.kit-show table.kit-table ol { margin: 0; padding-inline-start: 1.4em }
.kit-show p { margin: .4em 0 0; max-width: 60em; color: var(--jp-content-font-color2, inherit) }
</style>"""


class Rows(Sequence[T_co]):
    """A fixed sequence of one kind of thing, equal to any list of the same things."""

    def __init__(self, things: Iterable[T_co] = ()) -> None:
        self._things = tuple(things)

    @overload
    def __getitem__(self, at: int) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> T_co | Self:
        return type(self)(self._things[at]) if isinstance(at, slice) else self._things[at]

    def __len__(self) -> int:
        return len(self._things)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows | list | tuple) and self._things == tuple(other)

    def __hash__(self) -> int:
        return hash(self._things)

    if not TYPE_CHECKING:  # to a type checker every name would be there

        def __getattr__(self, name: str) -> Any:
            if hasattr(type(self), name):
                return object.__getattribute__(self, name)  # what fails inside a property is told as it is
            error = AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            raise unknown_attribute(error, name, self)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    total: Sequence[Cell] = (),
    notes: Iterable[str] = (),
) -> str:
    """A table with a caption; the first cell of a row names it, numbers stand to the right, `notes` below.

    A column without anything in it is left out.
    """
    rows = list(rows)
    filled = [at for at in range(len(heads)) if not rows or any(row[at] not in _EMPTY for row in rows)]
    heads, total = [heads[at] for at in filled], [total[at] for at in filled] if total else ()
    rows = [[row[at] for at in filled] for row in rows]
    numbers = [any(_is_number(row[at]) for row in rows) for at in range(len(heads))]
    head = "".join(_tag("th", _text(name), number, scope="col") for name, number in zip(heads, numbers, strict=True))
    body = "".join(_row(row, numbers) for row in rows[:MOST])
    foot = f"<tfoot>{_row(total, numbers)}</tfoot>" if total else ""
    more = [f"… and {len(rows) - MOST} more; to_frame() has them all."] if len(rows) > MOST else []
    return _whole(caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}", [*more, *notes])


def facts(caption: str, pairs: Iterable[tuple[str, Cell]], *, notes: Iterable[str] = ()) -> str:
    """One thing as a table of names and what they are; what is empty is left out."""
    body = "".join(_row(pair, (False, False)) for pair in pairs if pair[1] not in _EMPTY)
    return _whole(caption, f"<tbody>{body}</tbody>", notes)


def frame(dtypes: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """A frame with one column for each of `dtypes`; no rows give an empty frame of the same types."""
    import pandas as pd

    columns = list(zip(*rows, strict=True)) or [()] * len(dtypes)
    return pd.DataFrame(
        {name: pd.Series(list(cells), dtype=kind) for (name, kind), cells in zip(dtypes.items(), columns, strict=True)}
    )


def _whole(caption: str, inside: str, notes: Iterable[str]) -> str:
    said = "".join(f"<p>{_text(note)}</p>" for note in notes)
    return (
        f'{_STYLE}<div class="kit-show"><table class="kit-table"><caption>{_text(caption)}</caption>{inside}</table>'
        f"{said}</div>"
    )


def _row(cells: Sequence[Cell], numbers: Sequence[bool]) -> str:
    first, *rest = (_inside(cell) for cell in cells)
    others = "".join(_tag("td", text, number) for text, number in zip(rest, numbers[1:], strict=True))
    return f"<tr>{_tag('th', first, numbers[0], scope='row')}{others}</tr>"


def _tag(name: str, inside: str, number: bool, scope: str = "") -> str:
    about = f' scope="{scope}"' if scope else ""
    # The alignment stands here once more: it stays where a notebook that is not trusted loses the style above.
    about += ' class="kit-number" style="text-align: right"' if number else ' style="text-align: left"'
    return f"<{name}{about}>{inside}</{name}>"


def _inside(cell: Cell) -> str:
    match cell:
        case None:
            return NONE
        case str():
            return _text(cell)
        case float():
            return _text(f"{cell:g}")
        case int():
            return str(cell)
    return f"<ol>{''.join(f'<li>{_text(text)}</li>' for text in cell)}</ol>"


def _text(text: str) -> str:
    return escape(visible(text))


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float)
