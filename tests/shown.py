"""What a table of HTML says, piece by piece."""

from __future__ import annotations

import html
import re
from typing import Any


def texts(thing: Any) -> list[str]:
    """The texts of the table that a notebook shows, in order, without its style."""
    plain = re.sub(r"<style>.*?</style>", "", thing._repr_html_(), flags=re.DOTALL)
    return [html.unescape(text) for text in re.findall(r">([^<>]+)<", plain)]
