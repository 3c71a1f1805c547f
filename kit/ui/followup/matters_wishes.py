"""What the panel of what matters to the patient may ask for. Scores of her activities are typed as the sheet is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.ui.messages import Sent


class NoteScore(Sent):
    """Note a total of a score: a key of the kit's list or any other name, the day as ISO text, the total as typed."""

    do: Literal["note_score"]
    code: str
    score: str
    day: str
    total: str


class UndoScore(Sent):
    """Take an entry back; it stays to be seen."""

    do: Literal["undo_score"]
    number: Annotated[int, Field(ge=1, le=1_000_000_000)]


MattersWish = NoteScore | UndoScore
