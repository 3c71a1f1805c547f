"""A number stands with its noun in the singular or the plural: no message of the kit says "1 sets"."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kit
from kit.words.numbers import counted

NOUNS = (
    "answer bundle byte cell character condition copy day diary digit draft edit entry event exercise fault field figure file"
    " finding folder handout hour import item language letter line minute name page patient picture place plan rep"
    " repetition row rule second sentence session set side slot step tag template time version week word"
)
PLURAL = {noun[:-1] + "ies" if noun.endswith("y") and noun != "day" else noun + "s" for noun in NOUNS.split()}
ROOT = Path(kit.__file__).parent
COUNTED = re.compile(r"^ (?:more |other )?([a-z]+)\b")
# Of these there are always several: a number that is told since it is over a limit or not one, and stages of rules.
# The key of a finding is no sentence.
ALWAYS_MANY = {
    *(
        f"{size} {unit}"
        for size in ("size", "found.st_size", "len(text)", "len(name)")
        for unit in ("bytes", "characters")
    ),
    *("given entries", "schedule.times_a_day times", "count rows", "stands[name] times", "folded.count(name) times"),
    *("weeks weeks", "level days", "_BAND days"),
    "count times",  # of a name that stands more than twice
    "scripts[-1] letters",  # of the name of a script
    "sessions sessions",  # told as "798 of 1,446"
}


def uncounted(source: str) -> list[str]:
    """Each f-string that puts a plural noun right behind a value which could be one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.JoinedStr):
            continue
        for value, after in zip(node.values, node.values[1:], strict=False):
            if not (isinstance(value, ast.FormattedValue) and isinstance(after, ast.Constant)):
                continue
            noun = COUNTED.match(str(after.value))
            told = ast.unparse(value.value)
            if noun and noun[1] in PLURAL and not told.isupper():
                found.append(f"{told} {noun[1]}")
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_number_is_counted(path: Path) -> None:
    """No text is put together from a number and a plural noun; `counted` does that."""
    assert set(uncounted(path.read_text(encoding="utf-8"))) <= ALWAYS_MANY


def test_what_is_found() -> None:
    """A length, a sum and a name before a plural are found; a limit, a singular and `counted` are not."""
    source = 'f"{len(x)} rows", f"has {n} more files.", f"{MAX_ROWS} rows", f"{n} row", f"{counted(n, \'row\')} in all"'
    assert uncounted(source) == ["len(x) rows", "n files"]


def test_counted() -> None:
    """One is one; none, two, and a half are many."""
    assert [counted(n, "set") for n in (0, 1, 2, 0.5)] == ["0 sets", "1 set", "2 sets", "0.5 sets"]
    assert counted(1_234_567, "row") == "1234567 rows"
    assert [counted(n, "diary", "diaries") for n in (1, 2)] == ["1 diary", "2 diaries"]
