"""The clinic's logo and link as pictures that every painter can take: SVG text."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from xml.etree import ElementTree

from kit.clinic import Clinic
from kit.errors import ContentError, Fault, KitError
from kit.files import read_bytes, read_text

LARGEST_PX = 800  # of a logo's longer side; more would only make the file big


def logo_svg(clinic: Clinic) -> str:
    """The logo, empty where the clinic has none. Raises `ContentError` for a file that is no picture."""
    if not clinic.logo:
        return ""
    path = Path(clinic.logo)
    return _checked(path) if path.suffix.lower() == ".svg" else _framed(path)


def without_bad_logo(clinic: Clinic) -> tuple[Clinic, tuple[Fault, ...]]:
    """The clinic, its logo left out where it is no picture, and what is wrong with that."""
    try:
        logo_svg(clinic)
    except KitError as error:
        return clinic.model_copy(update={"logo": ""}), error.faults
    return clinic, ()


def link_svg(clinic: Clinic) -> str:
    """The link as a QR code of vectors, empty where the clinic has set none."""
    if not clinic.link:
        return ""
    import segno

    made = io.BytesIO()
    segno.make(clinic.link, error="m", micro=False).save(made, kind="svg", border=4, xmldecl=False, svgns=True)
    return made.getvalue().decode()


def _checked(path: Path) -> str:
    """SVG text that is SVG."""
    text = read_text(path)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ContentError(Fault(path.name, f"is no SVG: {error}.", "Save it again, or use a PNG.")) from None
    if not root.tag.endswith("svg"):
        raise ContentError(Fault(path.name, f"begins with “{root.tag}”, not with “svg”.", "Use a PNG instead."))
    return text


def _framed(path: Path) -> str:
    """A PNG or JPEG inside an SVG, made no larger than print needs."""
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(io.BytesIO(read_bytes(path)))
        picture.thumbnail((LARGEST_PX, LARGEST_PX))
        png = io.BytesIO()
        picture.convert("RGBA").save(png, "PNG", optimize=True)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ContentError(Fault(path.name, f"is no picture: {error}.", "Save it again as PNG.")) from None
    width, height = picture.size
    data = base64.b64encode(png.getvalue()).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )
