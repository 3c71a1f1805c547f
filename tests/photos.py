"""Files as a camera makes them, and exercises with a photo."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from kit.library.exercise import Exercise
from kit.library.photo import Photo, taken

SECRETS = (b"SECRET-COMMENT", b"SECRET-MAKER", b"SECRET-XMP", b"GPS")
_UPRIGHT, _ON_ITS_SIDE = 1, 6
ALT = "A person stands on one leg at a wall."


def camera(kind: str = "JPEG", width: int = 400, height: int = 300, *, turned: bool = False) -> bytes:
    """A picture, red on its left and blue on its right as it is stored, with all that a camera writes beside it."""
    picture = Image.new("RGB", (width, height), "#d02020")
    picture.paste("#2020d0", (width // 2, 0, width, height))
    exif = Image.Exif()
    exif[0x0112] = _ON_ITS_SIDE if turned else _UPRIGHT
    exif[0x010F] = "SECRET-MAKER"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (48.0, 8.0, 0.0)
    told: dict[str, Any] = {"exif": exif, "icc_profile": _profile(), "xmp": b"<x:xmpmeta>SECRET-XMP GPS</x:xmpmeta>"}
    if kind == "JPEG":
        told["comment"] = b"SECRET-COMMENT"
    made = io.BytesIO()
    picture.save(made, kind, **told)
    return made.getvalue()


def _profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def with_photo(exercise: Exercise, content: bytes = b"") -> Exercise:
    """The exercise with a photo in place of its drawn pictures."""
    return exercise.model_copy(update={"photo": Photo(alt=ALT, jpeg=taken(content or camera()))})
