"""After the build, each page is looked at: it loads nothing from another host, and every picture has words beside it.

What is found is a warning, so that `-W` fails the build. Links to other hosts are fine: nobody follows them unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
}
_QUIET_LINKS = {"canonical", "author", "license", "next", "prev", "search", "index"}  # these load nothing
_FOREIGN = re.compile(r"(?:^|(?<=[\s,]))(?:https?:)?//[^\s\"')]+", re.IGNORECASE)  # a srcset names several
_STYLE = re.compile(r"url\(\s*[\"']?((?:https?:)?//[^\s\"')]+)|@import\s+[\"']((?:https?:)?//[^\"']+)", re.IGNORECASE)
_FILE_NAME = re.compile(r"\S+\.(?:png|svg|jpe?g|gif|webp)")


class _Page(HTMLParser):
    """Collects what a page loads from elsewhere, and its pictures without words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        loads = [given.get(name, "") for name in _LOADING.get(tag, ())]
        if tag == "link" and not set(given.get("rel", "").split()) <= _QUIET_LINKS:
            loads.append(given.get("href", ""))
        self.found += [f"loads {url}" for load in loads for url in _FOREIGN.findall(load)]
        self.found += [f"loads {url}" for url in _styles(given.get("style", ""))]
        if tag == "img" and (not given.get("alt", "").strip() or _FILE_NAME.fullmatch(given["alt"].strip())):
            self.found.append(f"shows {given.get('src', 'a picture')} without words for it")


def faults(name: str, text: str) -> list[str]:
    """What is wrong with a built file, HTML or CSS: "loads https://…", "shows … without words for it"."""
    if name.endswith(".css"):
        return [f"loads {url}" for url in _styles(text)]
    page = _Page()
    page.feed(text)
    blocks = re.findall(r"<style[^>]*>(.*?)</style>", text, re.DOTALL | re.IGNORECASE)
    return [*page.found, *(f"loads {url}" for block in blocks for url in _styles(block))]


def _styles(text: str) -> Iterator[str]:
    return (match.group(1) or match.group(2) for match in _STYLE.finditer(text))


def look(app: Sphinx, error: Exception | None) -> None:
    """Warn of every fault in what was built."""
    from sphinx.util import logging

    log = logging.getLogger(__name__)
    if error is None:
        for path in sorted(Path(app.outdir).rglob("*")):
            if path.suffix in (".html", ".css"):
                for fault in faults(path.name, path.read_text(encoding="utf-8")):
                    log.warning("%s %s", path.relative_to(app.outdir), fault)


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("build-finished", look)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
