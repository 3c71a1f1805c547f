"""The committed pictures: light to use, right for either side, in every palette, valid wherever they go."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest

from kit.errors import ContentError
from kit.figures import PALETTES, alt_text, figure, frame_at, frames, panels
from kit.figures.gallery import Motion, figures_dir, mirrored, motion_path, picture_path, read_motion
from kit.figures.palette import DRAWN, colours, painted
from kit.library.library import Library

DRAWN_IDS = sorted(path.stem for path in figures_dir().glob("*.json"))
ALL = [(exercise_id, panel) for exercise_id in DRAWN_IDS for panel in panels(exercise_id)]


def wide(svg: str) -> str:
    """The width of a picture's frame."""
    return svg.split('viewBox="0 0 ', 1)[1].split(" ", 1)[0]


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_colour_of_a_picture_has_a_role(palette: str) -> None:
    """A palette paints every role, and a painted picture holds the palette's colours alone."""
    assert colours(palette).keys() == DRAWN.keys()
    for one in ALL[:6]:
        assert set(re.findall(r"#\w{6}", figure(*one, palette=palette))) <= set(colours(palette).values())


def test_the_drawn_colours_tell_roles_apart() -> None:
    """No two roles share a colour in the committed pictures, so that each can be replaced on its own."""
    assert [colour for colour, n in Counter(DRAWN.values()).items() if n > 1] == []


@pytest.mark.parametrize("palette", PALETTES)
def test_lines_and_marks_stand_out(palette: str) -> None:
    """Outlines reach 3:1 on mat and wall, 2:1 on clothes, or a thigh is lost in its shorts; a hatch 3:1 on its ground."""
    role = colours(palette)
    cloth = [name for name in role if name.startswith(("shirt.", "shorts."))]
    assert [name for name in cloth if contrast(role["line"], role[name]) < 2] == []
    for one, two in (("line", "mat"), ("line", "wall"), ("hatch", "felt"), ("arrow", "halo")):
        assert contrast(role[one], role[two]) >= 3, (palette, one, two)


def test_grey_holds_no_hue() -> None:
    """The print palette is grey, and its felt area is told by dark hatch and outline."""
    role = colours("grey")
    assert all(c[1:3] == c[3:5] == c[5:7] for name, c in role.items() if name not in ("halo", "paper"))
    assert contrast(role["hatch"], role["felt"]) >= 10
    assert contrast(role["felt_edge"], role["felt"]) >= 10


def test_the_other_side_is_the_mirror_image() -> None:
    """Asked for the drawn side the picture is as committed; for the other it is flipped; twice flipped it is itself."""
    exercise_id = "supine_leg_crossover"
    committed = picture_path(exercise_id, "end").read_text(encoding="utf-8")
    assert figure(exercise_id, "end", "left") == figure(exercise_id, "end") == committed
    other = figure(exercise_id, "end", "right")
    assert f"translate({wide(committed)} 0) scale(-1 1)" in other
    assert other == mirrored(committed)
    ElementTree.fromstring(other)


def test_alt_text_names_the_side_asked_for() -> None:
    """Tokens are filled: left for right and the other way round, none is left over."""
    right, left = (alt_text("clamshell", "start", side) for side in ("right", "left"))
    assert "lies on the left side" in right
    assert left == right.replace("left", "#").replace("right", "left").replace("#", "right")


@pytest.mark.parametrize(("exercise_id", "panel"), ALL)
def test_alt_texts_are_plain_sentences(exercise_id: str, panel: str) -> None:
    """One to four sentences, without a token or a gap, in under 320 characters."""
    for side in ("left", "right"):
        text = alt_text(exercise_id, panel, side)
        assert re.fullmatch(r"[A-Z][^{}]*\.", text)
        assert "  " not in text
        assert text.count(".") <= 4
        assert len(text) < 320


def test_an_exercise_without_pictures() -> None:
    """It has no panels; asking for one all the same says what to do. A path is no id."""
    assert panels("no_such_exercise") == panels("../exercises/bridge") == ()
    with pytest.raises(ContentError, match="has no pictures. Ask panels"):
        figure("no_such_exercise", "start")
    with pytest.raises(ContentError, match="Did you mean “start”"):
        figure("bridge", "strat")
    with pytest.raises(ContentError, match="“red” is not known"):
        figure("bridge", "start", palette="red")


def test_pictures_load_nothing_heavy() -> None:
    """Taking a picture from the committed ones imports neither numpy nor what the drawing needs."""
    code = (
        "import sys, kit.figures as f; f.figure('bridge', 'start', 'left', 'grey'); f.alt_text('bridge', 'end');"
        "assert f.frames('bridge', 'left', 'grey');"
        "print([m for m in ('numpy', 'scipy', 'PIL', 'resvg_py', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_picture_belongs_to_an_exercise_and_a_side(library: Library) -> None:
    """Pictures are drawn for their exercise's lead side."""
    for exercise_id in DRAWN_IDS:
        assert f'"drawn": "{library[exercise_id].lead_side}"' in (figures_dir() / f"{exercise_id}.json").read_text()
    assert {path.name.split(".")[0] for path in figures_dir().glob("*.svg")} == set(DRAWN_IDS)


def test_a_colour_that_is_no_role_stays() -> None:
    """Only role colours are replaced."""
    assert painted('<path fill="#123456"/>', "grey") == '<path fill="#123456"/>'


def test_a_movement_has_two_sides_and_all_palettes() -> None:
    """For the drawn side it is as committed, for the other flipped; flipped twice it shows the same; paint is put on."""
    kept = read_motion("bridge")
    assert kept is not None
    assert frames("bridge") == frames("bridge", "right") == kept.frames
    other = frames("bridge", "left")
    assert other == tuple(map(mirrored, kept.frames))
    flip = f'<g transform="translate({wide(kept.frames[0])} 0) scale(-1 1)">'
    for twice, once in zip(map(mirrored, other), kept.frames, strict=True):
        assert twice.count(flip) == 2  # x goes to width - x, and back
        assert [line for line in twice.replace("</g>\n</svg>", "").splitlines() if line.startswith("<path")] == [
            line for line in once.splitlines() if line.startswith("<path")
        ]
    assert frames("bridge", palette="grey") == tuple(painted(svg, "grey") for svg in kept.frames)


def test_an_exercise_without_movement_has_no_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """None that is unknown, none at a path, none that was refused; an unknown palette is told."""
    assert frames("no_such_exercise") == frames("../exercises/bridge") == ()
    with monkeypatch.context() as patched:
        unmoved = moves_of("bridge").model_copy(update={"frames": ()})
        patched.setattr("kit.figures.gallery.read_motion", lambda _: unmoved)
        assert frames("bridge") == ()
    with pytest.raises(ContentError, match="“red” is not known"):
        frames("bridge", palette="red")


def test_a_damaged_movement_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Half a file is a fault with the command that mends it."""
    whole = motion_path("bridge").read_bytes()
    (tmp_path / "bridge.motion.json.gz").write_bytes(whole[: len(whole) // 2])
    monkeypatch.setattr(
        "kit.figures.gallery.motion_path", lambda exercise_id: tmp_path / f"{exercise_id}.motion.json.gz"
    )
    with pytest.raises(ContentError, match="cannot be unpacked. Run: kit figures draw bridge"):
        read_motion("bridge")


def test_the_picture_at_a_bend() -> None:
    """The frame nearest to the bend and not past it, for either side; none where none is so bent, or none is drawn."""
    bends = [way.get("knee.R.flex", 0.0) for way in moves_of("short_arc_quad").ways]
    drawn = frames("short_arc_quad", "left", "grey")
    for bend in range(38):
        kept = [n for n, one in enumerate(bends) if one >= bend]
        assert frame_at("short_arc_quad", "knee", bend, "left", "grey") == (drawn[kept[-1]] if kept else None)
    assert frame_at("short_arc_quad", "knee", 60) is None
    assert frame_at("no_such_exercise", "knee", 10) is None
    assert frame_at("no_such", "knee", 45) is None


def moves_of(exercise_id: str) -> Motion:
    found = read_motion(exercise_id)
    assert found is not None
    return found
