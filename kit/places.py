"""Where the kit's own files stand: `data/` and `notebooks/` of a checkout, or their copies in the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _place(name: str) -> Path:
    packed = _PACKAGE / f"_{name}"
    return packed if packed.is_dir() else _PACKAGE.parent / name


def data_dir() -> Path:
    """Folder of what the kit knows: exercises, texts, templates, the sample."""
    return _place("data")


def notebooks_dir() -> Path:
    """Folder of the notebooks that a workspace gets copies of."""
    return _place("notebooks")
