"""Movements in the page: the committed frames, packed so that six exercises stay small, and nothing lost but a hair."""

from __future__ import annotations

import base64
import datetime as dt
import itertools
import json
import re
import zlib
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.errors import ContentError
from kit.figures import PALETTES, frames
from kit.handouts.page.motion import GRAIN, coarse, packed
from kit.library.library import Library
from kit.plan.plan import Plan
from tests.handouts.pages import session_html

MOVED = ("bridge", "clamshell", "sit_to_stand")
FRAME = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">{}</svg>'


def unpacked(text: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(text)))


def points(path: str) -> list[tuple[int, int]]:
    """The points that a path goes through, absolute."""
    at, found = (0, 0), []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", rest)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        for x, y in pairs[2::3] if command == "c" else pairs:
            at = (at[0] + x, at[1] + y) if command in "cl" else (x, y)
            found.append(at)
    return found


def facts_of(html: str) -> Any:
    raw = re.search(r'<script type="application/json" id="facts">(.*?)</script>', html, re.DOTALL)
    assert raw
    return json.loads(raw[1])


@pytest.mark.parametrize("name", MOVED)
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_frame_is_the_committed_picture_to_a_hair(name: str, side: Any) -> None:
    """Each point of each shape, its colours and their order; for either side, and no error adds up along a path."""
    movement = unpacked(packed(frames(name, side), "i1"))
    assert f"scale({GRAIN})" in movement["placed"]
    for svg, frame in zip(frames(name, side), movement["frames"], strict=True):
        drawn = [dict(re.findall(r' ([a-z-]+)="([^"]*)"', path)) for path in re.findall(r"<path[^>]*>", svg)]
        shown = [movement["shapes"][n] for n in frame]
        assert [shape["fill"] for shape in shown] == [shape["fill"] for shape in drawn]
        for whole, rough in zip(drawn, shown, strict=True):
            pairs = zip(points(whole["d"]), points(rough["d"]), strict=True)
            assert all(abs(a - GRAIN * b) <= GRAIN / 2 for one, two in pairs for a, b in zip(one, two, strict=True))
            assert float(whole.get("stroke-width", 0)) == GRAIN * float(rough.get("stroke-width", 0))


def test_no_path_of_the_library_has_another_command(library: Library) -> None:
    """M, L, l, c and z in whole numbers, and after z a new M: what `coarse` reads."""
    texts = itertools.chain.from_iterable(frames(exercise.id) for exercise in library)
    paths = {path for svg in texts for path in re.findall(r' d="([^"]*)"', svg)}
    assert len(paths) > 1000
    for path in paths:
        assert re.fullmatch(r"(M[^A-Za-z]+([Llc][^A-Za-z]+)*z?)+", path), path[:80]
        assert "." not in path
        assert re.fullmatch(r"[MLlcz\d \-]+", coarse(path))


def test_straight_pieces_are_told_from_where_they_start() -> None:
    """Each point is rounded on its own: seven steps of 3 end where one of 21 does."""
    straight = "M5 5l" + " ".join(["3 3"] * 7)
    assert points(coarse(straight))[-1] == points(coarse("M5 5L26 26"))[-1] == (13, 13)
    mixed = "M1 1l4 0 0 4c1 1 2 2 3 3l-3-8z"
    pairs = zip(points(mixed), points(coarse(mixed)), strict=True)
    assert all(abs(a - GRAIN * b) <= GRAIN / 2 for one, two in pairs for a, b in zip(one, two, strict=True))


def test_a_frame_that_is_more_than_a_picture_is_refused() -> None:
    """As a panel is."""
    with pytest.raises(ContentError) as caught:
        packed([FRAME.format("<script>x()</script>")], "item i1")
    assert "item i1: the picture holds an element <script>" in str(caught.value)


def test_shapes_that_frames_share_stand_once() -> None:
    """Two frames with one shape in common have three shapes."""
    one, two, three = (f'<path d="M0 0L{n} 4" fill="#fff"/>' for n in (2, 4, 6))
    movement = unpacked(packed([FRAME.format(one + two), FRAME.format(one + three)], "i1"))
    assert movement == {
        "box": "0 0 80 60",
        "placed": f"scale({GRAIN})",
        "shapes": [{"d": f"M0 0L{n} 2", "fill": "#fff"} for n in (1, 2, 3)],
        "frames": [[0, 1], [0, 2]],
    }


def test_six_exercises_that_move_are_small_and_always_the_same(library: Library) -> None:
    """Under 600 KB, whichever six of the library they are; the same bytes twice."""
    plan = Plan.begin("P-1", start=dt.date(2026, 6, 1))

    def weight(name: str) -> int:
        return len(packed(frames(name), "i1")) + sum(map(len, frames(name)[:2]))

    heaviest = sorted((exercise.id for exercise in library), key=weight)[-6:]
    for name in heaviest:
        plan = plan.add(library[name])
    html = session_html(plan, library, Clinic())
    assert all(item["motion"] for item in facts_of(html)["items"])
    assert len(html.encode()) < 600_000
    assert session_html(plan, library, Clinic()) == html


def test_what_does_not_move_brings_nothing_along(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """No frames, pictures of somebody else's, or none: no movement."""
    monkeypatch.setattr("kit.handouts.page.facts.frames", lambda name, *more: frames(name, *more) * (name != "walking"))
    plan = Plan.begin("P-1", start=dt.date(2026, 6, 1)).add(library["bridge"]).add(library["walking"])
    moves = [item["motion"] for item in facts_of(session_html(plan, library, Clinic()))["items"]]
    assert [bool(motion) for motion in moves] == [True, False]
    other = session_html(plan, library, Clinic(), pictures=lambda _: None)
    assert [item["motion"] for item in facts_of(other)["items"]] == ["", ""]


def test_the_movement_wears_the_colours_of_the_panels(library: Library) -> None:
    """Of each palette."""
    for palette in PALETTES:
        shapes = unpacked(packed(frames("bridge", None, palette), "i1"))["shapes"]
        drawn = set(re.findall(r'fill="(#[0-9a-f]{6})"', "".join(frames("bridge", None, palette))))
        assert {shape["fill"] for shape in shapes} - {"none"} == drawn
