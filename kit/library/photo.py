"""The photo of an exercise: a JPEG of pixels alone, small enough to travel in a plan, and what it shows in words.

Whatever file it came from, nothing but the picture is kept: no place, no time, no camera, no comment, no profile of
colours. A photo that says more, in a plan from anywhere, is refused.
"""

from __future__ import annotations

import base64
import binascii
import io
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from kit.errors import ContentError, Fault
from kit.model import Model
from kit.words.text import Name

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 10_000_000  # bytes of a file that is taken in; one message of a browser holds no more
LONGEST = 1200  # dots of the longer side: 10 cm in print at 300 dots an inch (D)
LARGEST = 160_000  # bytes as it is kept: a plan of forty exercises with photos is still a plan file (D)
_MOST_DOTS = 100_000_000  # of a file that is unpacked: twice what a telephone takes
_KINDS = ("JPEG", "PNG", "WEBP")
_QUALITIES = (85, 78, 70, 60, 50, 40)
_PLAIN = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression"})
_MEND = "Take a JPEG, PNG or WebP file from a camera or a telephone."
_RULE = f"it must be a JPEG without anything beside the picture, of {LONGEST} dots or less a side."


def _is_kept_form(jpeg: str) -> str:
    if not _is_plain(jpeg):
        raise ValueError(_RULE)
    return jpeg


class Photo(Model):
    """A picture that a clinician took, and what it shows for who does not see it. `jpeg` is base64 text."""

    alt: Name
    jpeg: Annotated[str, Field(max_length=LARGEST * 4 // 3 + 4), AfterValidator(_is_kept_form)]

    def __repr__(self) -> str:
        return f"Photo({self.alt!r})"

    __str__ = __repr__


def taken(content: bytes, where: str = "photo") -> str:
    """The picture in a JPEG, PNG or WebP file as base64 text of a `Photo`: upright, no larger than needed, and alone.

    Raises `ContentError` for a file that is too large, or no such picture.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd tags, and of its size, for which there is a rule here
            opened = Image.open(io.BytesIO(_of_size(content, where)), formats=_KINDS)
            width, height = opened.size
            if width * height > _MOST_DOTS:
                what = f"has {width} × {height} dots, and at most {_MOST_DOTS // 1_000_000} million are read."
                raise ContentError(Fault(where, what, "Save it smaller."))
            opened.draft("RGB", (2 * LONGEST, 2 * LONGEST))
            return _packed(ImageOps.exif_transpose(opened))
    except ContentError:
        raise
    except Exception:  # noqa: BLE001 - a decoder of foreign bytes fails in every way there is
        raise ContentError(Fault(where, "is no picture that can be read.", _MEND)) from None


@lru_cache(maxsize=128)
def shrunk(jpeg: str, longest: int = LONGEST, *, grey: bool = False) -> str:
    """The picture of a `Photo` with its longer side no longer than that, in grey where asked, as base64 text."""
    opened = _opened(jpeg)
    if max(opened.size) <= longest and not grey:
        return jpeg
    opened.thumbnail((longest, longest))
    return _encoded(opened.convert("L") if grey else opened, _QUALITIES[0])


@lru_cache(maxsize=128)
def size(jpeg: str) -> tuple[int, int]:
    """Dots across and down."""
    return _opened(jpeg).size


def photo_bytes(photo: Photo) -> bytes:
    """The JPEG file of a photo."""
    return base64.b64decode(photo.jpeg)


def photo_of(content: bytes, where: str) -> str:
    """The picture in a file that may be a kept one: that stays as it is, any other is taken in. Raises as `taken`."""
    text = base64.b64encode(content).decode() if len(content) <= LARGEST else ""
    return text if text and _is_plain(text) else taken(content, where)


def _of_size(content: bytes, where: str) -> bytes:
    if not content:
        raise ContentError(Fault(where, "is empty.", _MEND))
    if len(content) > LARGEST_FILE:
        what = f"is larger than {LARGEST_FILE // 1_000_000} MB."
        raise ContentError(Fault(where, what, "Save it smaller, or send it to yourself in a smaller size."))
    return content


def _packed(picture: Image) -> str:
    """The picture alone: new dots on white, so that nothing else of the file comes along."""
    from PIL import Image

    picture.thumbnail((LONGEST, LONGEST))
    see_through = picture.convert("RGBA")
    alone = Image.new("RGB", picture.size, "white")
    alone.paste(see_through, mask=see_through.getchannel("A"))
    for quality in _QUALITIES:
        made = _encoded(alone, quality)
        if len(made) * 3 // 4 <= LARGEST:
            return made
    alone.thumbnail((LONGEST // 2, LONGEST // 2))
    return _encoded(alone, _QUALITIES[-1])


def _encoded(picture: Image, quality: int) -> str:
    made = io.BytesIO()
    picture.info.clear()
    picture.save(made, "JPEG", quality=quality, optimize=True)
    return base64.b64encode(made.getvalue()).decode()


def _opened(jpeg: str) -> Image:
    from PIL import Image

    return Image.open(io.BytesIO(base64.b64decode(jpeg)), formats=("JPEG",))


@lru_cache(maxsize=256)
def _is_plain(jpeg: str) -> bool:
    """Whether it is a picture as `taken` makes them, whole and with nothing beside it."""
    try:
        content = base64.b64decode(jpeg, validate=True)
        opened = _opened(jpeg)
        alone = _PLAIN.issuperset(opened.info) and not opened.getexif() and content.endswith(b"\xff\xd9")
        marks = {name for name, _ in getattr(opened, "applist", ())}
        if not alone or max(opened.size) > LONGEST or opened.mode not in ("RGB", "L") or not marks <= {"APP0"}:
            return False
        opened.load()
    except (binascii.Error, ValueError, OSError, SyntaxError, EOFError):
        return False
    return True
