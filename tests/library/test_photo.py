"""Photos: nothing but the picture is kept, upright and small, and what is no picture is refused in plain words."""

from __future__ import annotations

import base64
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kit.errors import ContentError
from kit.library.photo import LARGEST, LARGEST_FILE, LONGEST, Photo, photo_of, shrunk, size, taken
from tests.photos import SECRETS, camera

UNREADABLE = "photo: is no picture that can be read. Take a JPEG, PNG or WebP file from a camera or a telephone."


def opened(jpeg: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(jpeg)))


def refused(content: bytes) -> str:
    with pytest.raises(ContentError) as error:
        taken(content)
    return str(error.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_picture_is_kept(kind: str) -> None:
    """Of place, camera, comment, XMP and profile of colours nothing is left, whatever kind of file it came in."""
    content = camera(kind)
    assert any(secret in content for secret in SECRETS)
    kept = base64.b64decode(taken(content))
    assert not any(secret in kept for secret in (*SECRETS, b"Exif", b"ICC_PROFILE", b"http"))
    picture = Image.open(io.BytesIO(kept))
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not picture.getexif()


def test_it_is_upright() -> None:
    """One that was stored lying, as telephones do, stands: what was its left is above."""
    picture = opened(taken(camera(turned=True)))
    assert picture.size == (300, 400)
    above, below = picture.getpixel((150, 40)), picture.getpixel((150, 360))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] > above[2]
    assert below[2] > below[0]


@pytest.mark.parametrize(("width", "height"), [(3000, 1000), (900, 2400), (20, 10)])
def test_it_is_small(width: int, height: int) -> None:
    """The longer side is 1200 dots at most, the shape stays, and a small picture is not blown up."""
    across, down = size(taken(camera(width=width, height=height)))
    assert max(across, down) == min(max(width, height), LONGEST)
    assert across / down == pytest.approx(width / height, rel=0.01)


def test_noise_is_small_too() -> None:
    """What packs worst is under the limit all the same."""
    made = io.BytesIO()
    Image.effect_noise((1500, 1500), 120).convert("RGB").save(made, "JPEG", quality=92)
    assert len(base64.b64decode(taken(made.getvalue()))) <= LARGEST


def test_what_can_be_seen_through_stands_on_white() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(made, "PNG")
    assert opened(taken(made.getvalue())).getpixel((20, 20)) == (255, 255, 255)


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 30000 × 30000 dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "photo: is empty. Take a JPEG, PNG or WebP file from a camera or a telephone."),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', UNREADABLE),
        (b"<!doctype html><script>alert(1)</script>", UNREADABLE),
        (b"GIF89a" + b"\0" * 40, UNREADABLE),
        (camera()[:2000], UNREADABLE),
        (
            b"\xff\xd8" + b"\0" * (2 * LARGEST_FILE),
            "photo: is larger than 10 MB. Save it smaller, or send it to yourself in a smaller size.",
        ),
    ],
    ids=["empty", "svg", "html", "gif", "cut off", "20 MB"],
)
def test_what_is_no_picture_is_refused(content: bytes, message: str) -> None:
    """Each in plain words, whatever its name ends with."""
    assert refused(content) == message


def test_a_bomb_is_not_unpacked() -> None:
    """A file that would fill the memory is refused by what its head says."""
    assert refused(bomb()) in (
        UNREADABLE,
        "photo: has 30000 × 30000 dots, and at most 100 million are read. Save it smaller.",
    )


@given(st.binary(max_size=300), st.integers(0, 600))
def test_a_broken_file_is_told_or_read(noise: bytes, at: int) -> None:
    """Whatever is broken in a picture, it is read or refused: no other error comes out."""
    content = camera(width=30, height=20)
    broken = content[:at] + noise + content[at + len(noise) :]
    try:
        made = taken(broken)
    except ContentError:
        return
    Photo(alt="x", jpeg=made)


@pytest.mark.parametrize(
    "jpeg",
    [
        base64.b64encode(camera()).decode(),
        base64.b64encode(base64.b64decode(taken(camera())) + b"SECRET").decode(),
        base64.b64encode(camera("PNG")).decode(),
        "no base64",
        "",
    ],
    ids=["with a place", "with something behind", "png", "no base64", "nothing"],
)
def test_a_plan_from_anywhere_holds_no_other_photo(jpeg: str) -> None:
    """Only what `taken` makes is a `Photo`, so no door lets a place in, or something that is no picture."""
    with pytest.raises(ContentError) as error:
        Photo(alt="x", jpeg=jpeg)
    rule = "it must be a JPEG without anything beside the picture, of 1200 dots or less a side."
    assert rule in str(error.value)


def test_one_that_is_kept_stays_as_it_is() -> None:
    """Read again it is the same, dot by dot; a file that somebody put there is taken in."""
    kept = taken(camera())
    assert photo_of(base64.b64decode(kept), "x.jpg") == kept
    assert photo_of(camera(), "x.jpg") == kept


def test_a_smaller_one_is_as_bare() -> None:
    """What is made of it for a page or in grey is a photo too."""
    kept = taken(camera(width=1000, height=800))
    small, grey = shrunk(kept, 160), shrunk(kept, grey=True)
    assert size(small) == (160, 128)
    assert opened(grey).mode == "L"
    for one in (small, grey):
        Photo(alt="x", jpeg=one)
    assert repr(Photo(alt="x", jpeg=small)) == "Photo('x')"
