"""The look at each built page of the docs finds what it is there to find."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

AT_HOME: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "_ext" / "at_home.py"))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.html", '<script src="https://cdn.example/x.js"></script>', ["loads https://cdn.example/x.js"]),
        ("a.html", '<script src="//cdn.example/x.js"></script>', ["loads //cdn.example/x.js"]),
        ("a.html", '<link rel="stylesheet" href="HTTP://cdn.example/x.css">', ["loads HTTP://cdn.example/x.css"]),
        ("a.html", '<link href="https://cdn.example/x.css">', []),
        ("a.html", '<link rel="canonical" href="https://docs.example/">', []),
        (
            "a.html",
            '<img alt="A knee" src="x.png" srcset="x.png 1x, https://a.example/x.png 2x">',
            ["loads https://a.example/x.png"],
        ),
        ("a.html", '<p style="background: url(//a.example/x.png)">', ["loads //a.example/x.png"]),
        ("a.html", '<style>@import "https://a.example/x.css";</style>', ["loads https://a.example/x.css"]),
        ("a.css", "a { background: url('https://a.example/x.woff2') }", ["loads https://a.example/x.woff2"]),
        ("a.html", '<img src="x.png">', ["shows x.png without words for it"]),
        ("a.html", '<img src="x.png" alt="tour/x.png">', ["shows x.png without words for it"]),
        ("a.html", '<a href="https://doi.example/10">Source</a> <img src="_images/x.png" alt="A knee, bent.">', []),
    ],
)
def test_what_a_page_loads_or_leaves_unsaid_is_found(name: str, text: str, found: list[str]) -> None:
    """Scripts, styles, pictures and fonts of another host, and pictures without words; a link is neither."""
    assert AT_HOME["faults"](name, text) == found
