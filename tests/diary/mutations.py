"""Diaries as life treats them: filled in, then edited, sorted, saved by odd programs, cut, and mixed up."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from kit.diary.columns import COLUMNS
from kit.diary.read import Diary, read_diary
from kit.diary.rows import Reject, Row
from kit.diary.streaming import read_rows
from kit.errors import KitError
from kit.plan.plan import Plan

CELLS = (
    *("", " ", "done", "x", "✓", "P", "dnoe", "1", "0", "5/10", "4-5", "10x", "3,0", "1e3", "-1", "18:30", "30s", "10 lb"),
    *("2026-06-03", "03.06.26", "6/3/2026", "3/6/26", "46176", "2026-13-45", "0026-06-01", "left", "both", "i99", "9"),
    *("=1+1", "'=1", "\x1b[31mred\x1b[0m", "\x07", "\u202eabc", "e\u0301", "膝 😀", "a;b", "a\tb", 'say "no"', "x" * 70_000),
)  # fmt: skip
PER_ROW = 4_000  # characters of messages that one row may cost
MARK = "mark{}end"


@dataclass
class Sheet:
    """A diary being treated: its lines of cells (the header first), and how it will be saved."""

    lines: list[list[str]]
    separator: str = ","
    encoding: str = "utf-8-sig"
    end: str = "\r\n"
    raw: list[Callable[[str], str]] = field(default_factory=list)
    is_countable: bool = True  # every line is a row, so that rows can be counted without reading the file

    def content(self) -> bytes:
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=self.separator, lineterminator=self.end)
        writer.writerows(self.lines)
        written = text.getvalue()
        for change in self.raw:
            written = change(written)
        return written.encode(self.encoding, "replace")


def filled(plan: Plan, random: Random, days: int) -> Sheet:
    """A diary of `plan` with an answer in most rows, and a mark of its own in the note of each."""
    lines = [list(COLUMNS)]
    for day in range(days):
        for item in plan.items:
            for side in item.sides_in_order:
                row = dict.fromkeys(COLUMNS, "")
                row |= {"plan_code": plan.code, "plan_id": plan.plan_id, "plan_version": "1", "item_id": item.item_id}
                row |= {"week": str(day // 7 + 1), "date": (plan.start + dt.timedelta(days=day)).isoformat()}
                row |= {"slot": "1", "exercise_id": item.exercise_id, "side": side or "both"}
                row |= {"status": random.choice(("done", "partial", "not_done", "")), "note": MARK.format(len(lines))}
                lines.append(list(row.values()))
    return Sheet(lines)


def mutated(plan: Plan, random: Random) -> Sheet:
    """A filled diary after one to six treatments."""
    sheet = filled(plan, random, random.randint(1, 4))
    for _ in range(random.randint(1, 6)):
        random.choice(TREATMENTS)(sheet, random)
    return sheet


def broken_laws(path: Path, sheet: Sheet, plan: Plan, diary: Diary) -> Iterator[str]:
    """What the reading of the file does against the law; nothing where it keeps it."""
    batches = list(read_rows(path, lambda _: [plan], size=7))
    streamed = [row for batch in batches for row in batch.rows]
    for row in streamed:
        if "".join(row.cells).count("mark") > 1 and sheet.is_countable:
            yield f"row {row.number} has swallowed another one"
    rows = len(diary.rows) + len(diary.rejects) + diary.repeated + diary.blank
    counted = sum(len(b.rows) + len(b.rejects) + b.repeated + b.blank for b in batches)
    if rows != counted:
        yield f"{rows} rows as a whole, {counted} in batches"
    if sheet.is_countable and rows != len(sheet.lines) - 1:
        yield f"{rows} rows of {len(sheet.lines) - 1}"
    told: tuple[Row | Reject, ...] = (*streamed, *diary.rejects)
    seen = "".join("".join(one.cells) for one in told)
    lost = [
        n
        for n in range(1, len(sheet.lines))
        if sheet.lines[n] and MARK.format(n) in sheet.lines[n] and MARK.format(n) not in seen
    ]
    if lost and sheet.is_countable:
        yield f"rows {lost} are nowhere"
    messages = [*map(str, diary.faults), *map(str, diary.rejects)]
    if sum(map(len, messages)) > PER_ROW * (len(sheet.lines) + 1):
        yield f"{sum(map(len, messages))} characters of messages for {len(sheet.lines)} rows"
    if any(ord(c) < 32 or 127 <= ord(c) < 160 for text in messages for c in text):
        yield "a control character in a message"
    stored = [text for name in ("note", "reason", "help_sign") for text in diary.rows[name].dropna()]
    if any(c in text for text in stored for c in "\x00\x07\x1b\x7f\x9b"):
        yield "a control character in a stored text"


def trial(folder: Path, plan: Plan, seed: int) -> list[str]:
    """The laws that the reading of one mutated diary breaks. A file that is refused as a whole is told, and all."""
    sheet = mutated(plan, Random(seed))
    path = folder / f"{seed}.csv"
    path.write_bytes(sheet.content())
    try:
        diary = read_diary(path, [plan])
    except KitError as error:
        return [] if error.faults and "\x1b" not in str(error) else ["a refusal without a reason"]
    return list(broken_laws(path, sheet, plan, diary))


# Treatments


def _edit(sheet: Sheet, random: Random) -> None:
    line = random.choice(sheet.lines[1:] or sheet.lines)
    if line:
        line[random.randrange(len(line))] = random.choice(CELLS)


def _edit_column(sheet: Sheet, random: Random) -> None:
    at = random.randrange(len(COLUMNS))
    for line in sheet.lines[1:]:
        if at < len(line):
            line[at] = random.choice(CELLS[:-1])


def _cut(sheet: Sheet, random: Random) -> None:
    line = random.choice(sheet.lines[1:] or sheet.lines)
    del line[random.randrange(len(line) + 1) :]


def _widen(sheet: Sheet, random: Random) -> None:
    random.choice(sheet.lines).extend(random.choice(CELLS) for _ in range(random.randint(1, 3)))


def _double(sheet: Sheet, random: Random) -> None:
    if sheet.lines[1:]:
        sheet.lines.insert(random.randint(1, len(sheet.lines)), list(random.choice(sheet.lines[1:])))


def _shuffle(sheet: Sheet, random: Random) -> None:
    rows = sheet.lines[1:]
    random.shuffle(rows)
    sheet.lines[1:] = rows


def _blank(sheet: Sheet, random: Random) -> None:
    sheet.lines.insert(random.randint(1, len(sheet.lines)), random.choice(([], ["", ""], [" "] * len(COLUMNS))))


def _separate(sheet: Sheet, random: Random) -> None:
    sheet.separator = random.choice(";\t,")


def _encode(sheet: Sheet, random: Random) -> None:
    sheet.encoding = random.choice(("utf-8", "utf-16", "cp1252", "latin-1"))


def _end(sheet: Sheet, random: Random) -> None:
    sheet.end = random.choice(("\n", "\r\n", "\r"))


def _rename(sheet: Sheet, random: Random) -> None:
    if sheet.lines[0]:
        at = random.randrange(len(sheet.lines[0]))
        sheet.lines[0][at] = random.choice(("", sheet.lines[0][at].upper(), "pain", "plan id", sheet.lines[0][0]))


def _quote(sheet: Sheet, random: Random) -> None:
    """Quotation marks at random places."""
    sheet.is_countable = False
    places = [random.random() for _ in range(random.randint(1, 3))]

    def change(text: str) -> str:
        for place in places:
            at = int(len(text) * place)
            text = f'{text[:at]}"{text[at:]}'
        return text

    sheet.raw.append(change)


def _open_quote(sheet: Sheet, random: Random) -> None:
    """A note whose quotation mark is opened and never closed."""
    mark = MARK.format(random.randrange(1, len(sheet.lines) + 1))
    sheet.raw.append(lambda text: text.replace(mark, f'"{mark}', 1))


def _truncate(sheet: Sheet, random: Random) -> None:
    sheet.is_countable = False
    share = random.random()
    sheet.raw.append(lambda text: text[: int(len(text) * share)])


def _noise(sheet: Sheet, random: Random) -> None:
    sheet.is_countable = False
    share, noise = (
        random.random(),
        "".join(chr(random.choice((1, 7, 10, 13, 27, 34, 44, 59, 0x9B, 0x202E))) for _ in range(5)),
    )
    sheet.raw.append(lambda text: text[: int(len(text) * share)] + noise + text[int(len(text) * share) :])


def _pack(sheet: Sheet, random: Random) -> None:
    """Each line in one cell, something typed behind some of them."""
    if any("\n" in cell or "\r" in cell for line in sheet.lines for cell in line) or sheet.raw:
        return
    typed = random.choice(("done", "x", "", "5", "P"))

    def change(text: str) -> str:
        lines = text.split(sheet.end)
        quoted = ['"' + line.replace('"', '""') + '"' if line else line for line in lines]
        return sheet.end.join(line + (";" + typed if n % 2 else "") if line else line for n, line in enumerate(quoted))

    sheet.raw.append(change)


TREATMENTS = (
    *(_edit, _edit, _edit, _edit_column, _cut, _widen, _double, _shuffle, _blank, _separate, _encode, _end, _rename),
    *(_quote, _open_quote, _truncate, _noise, _pack),
)  # fmt: skip
