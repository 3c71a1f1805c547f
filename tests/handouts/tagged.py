"""What a PDF tells a screen reader: the text of its tags, each letter as its font says, in the order of the tree."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf

_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def plain(text: str) -> str:
    """The text on one line, without marks of direction."""
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf" or c == "\u200b").split())


def texts(path: Path) -> list[str]:
    """The text of each block of the tag tree, in its order."""
    with pikepdf.open(path) as pdf:
        known = {page.obj.objgen: _marked(page) for page in pdf.pages}
        return [text for text in _told(pdf.Root.StructTreeRoot, None, known).split("\x1f") if text.strip()]


def figures(path: Path) -> list[tuple[str, str]]:
    """The text that stands for each picture, and the language that it, or what it stands in, is marked with."""
    with pikepdf.open(path) as pdf:
        nodes = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        return [(str(node.Alt), _language(node)) for node in nodes if "/Alt" in node]


def _language(node: Any) -> str:
    while "/Lang" not in node and "/P" in node:
        node = node.P
    return str(node.get("/Lang", ""))


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _told(node: Any, page: Any, known: dict[Any, dict[int, str]]) -> str:
    page = node.get("/Pg", page)
    told = ""
    for kid in _kids(node):
        if not isinstance(kid, pikepdf.Dictionary):
            told += known[page.objgen].get(int(kid), "")
        elif "/MCID" in kid:
            told += known[kid.get("/Pg", page).objgen].get(int(kid.MCID), "")
        elif "/S" in kid:
            below = _told(kid, page, known)
            told += below if str(kid.S) in ("/Span", "/Strong", "/Em", "/Link") else f"\x1f{below}\x1f"
    return told


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page.

    The letters of a reversed run are turned, its runs are not; a text that stands for glyphs is told in their place.
    """
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    font: dict[int, str] = {}
    within: list[Any] = []
    told: dict[int, str] = {}

    def tell(text: str) -> None:
        number = next((int(about.MCID) for about in within if "/MCID" in about), -1)
        told[number] = told.get(number, "") + text

    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "Tf":
                font = fonts[str(step.operands[0])]
            case "BMC":
                within.append({str(step.operands[0]): True})
            case "BDC":
                about = step.operands[1]
                within.append(about if isinstance(about, pikepdf.Dictionary) else {})
                if "/ActualText" in within[-1]:
                    tell(str(within[-1].ActualText))
            case "EMC":
                within.pop()
            case "Tj" | "TJ" if not any("/ActualText" in about for about in within):
                letters = [font.get(code, "?") for code in _codes(step.operands[0])]
                turned = any("/ReversedChars" in about for about in within)
                tell("".join(reversed(letters) if turned else letters))
    return told


def _codes(shown: Any) -> list[int]:
    parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
    whole = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return [int.from_bytes(whole[n : n + 2], "big") for n in range(0, len(whole), 2)]


def _letters(font: Any) -> dict[int, str]:
    """What each glyph of a font stands for."""
    table = font.ToUnicode.read_bytes().decode("latin1")
    known = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        known.update({int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _PAIR.findall(block)})
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, text in _RANGE.findall(block):
            known.update({n: chr(int(text, 16) + n - int(first, 16)) for n in range(int(first, 16), int(last, 16) + 1)})
    return known
