"""What an import loads."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kit
from kit.errors import KitError

PROJECT = Path(__file__).parent.parent / "pyproject.toml"

HEAVY = ("pandas", "matplotlib", "typst", "sqlalchemy", "alembic", "pyarrow")


@pytest.mark.parametrize(
    ("module", "barred"),
    [("kit", (*HEAVY, "pydantic", "ipywidgets")), ("kit.cli", (*HEAVY, "sqlalchemy", "alembic", "filelock"))],
    ids=["kit", "kit.cli"],
)
def test_import_is_light(module: str, barred: tuple[str, ...]) -> None:
    """Importing the package or its command line loads no heavy library."""
    code = f"import sys, {module}; print([m for m in {barred!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_name_of_the_front_door_is_there() -> None:
    """Each is offered to tab completion, comes when it is asked for, and is the one of its room."""
    assert dir(kit) == kit.__all__
    assert [name for name in kit.__all__ if getattr(kit, name) is None] == []
    assert kit.KitError is KitError
    assert kit.__version__ == tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mesure", "module 'kit' has no attribute 'mesure'. Did you mean “measure”?"),
        ("Plann", "module 'kit' has no attribute 'Plann'. Did you mean “Plan”?"),
        ("zzz", "module 'kit' has no attribute 'zzz'"),
        ("__path_", "module 'kit' has no attribute '__path_'"),
    ],
)
def test_a_mistyped_name_is_told_the_nearest(name: str, said: str) -> None:
    """It stays Python's own error, by which a program asks whether a name is there."""
    with pytest.raises(AttributeError) as refused:
        getattr(kit, name)
    assert str(refused.value) == said
    assert not hasattr(kit, name)


def test_the_command_says_its_version() -> None:
    done = subprocess.run([sys.executable, "-m", "kit", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"homestretch {kit.__version__}\n"


def test_no_room_hides_a_name_of_the_front_door() -> None:
    """Each public name is the same thing after every module of the kit was loaded."""
    code = (
        "import importlib, kit, pkgutil\n"
        "before = {name: getattr(kit, name) for name in kit.__all__}\n"
        "skip = ('__main__', 'migrations.env', 'kit.lab')\n"
        "for found in pkgutil.walk_packages(kit.__path__, 'kit.'):\n"
        "    if not any(part in found.name for part in skip):\n"
        "        importlib.import_module(found.name)\n"
        "print([name for name in kit.__all__ if getattr(kit, name) is not before[name]], callable(kit.issue))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] True"
