"""The reference of all rooms, from their docstrings: a page a room, in the order of the house.

Rooms and their order are read from the import contract in `pyproject.toml`, so a room that is added or moved has its
page without a further word. A name of the front door that the reference leaves out is a warning.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, PydanticUserError
from pydantic_core import PydanticUndefined
from sphinx.application import Sphinx
from sphinx.domains.python import PythonDomain
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging

import kit

FOLDER = "reference/rooms"
# Programs that run when they are imported, and commands, which have a page of their own.
_NOT_READ = ("__main__", "migrations")
_COMMANDS = "kit.cli"
_BOUNDS = {
    "minimum": "at least",
    "exclusiveMinimum": "more than",
    "maximum": "at most",
    "exclusiveMaximum": "less than",
}
_INDEX = """\
# The rooms

Everything public, room by room, ground floor first. A room imports only from the rooms above it in this list; see the
[architecture](../../about/architecture.md).

```{{toctree}}
:maxdepth: 1

{}
```
"""
_log = logging.getLogger(__name__)


class House(PythonDomain):
    """A short name that several rooms have means that of the front door, or else nothing rather than a guess."""

    def find_obj(self, env: Any, modname: str, classname: str, name: str, *rest: Any, **more: Any) -> list[Any]:
        found = super().find_obj(env, modname, classname, name, *rest, **more)
        return found if len(found) < 2 else [match for match in found if match[0] == f"kit.{name}"]


def rooms(pyproject: Path) -> list[str]:
    """Module names of the rooms, ground floor first."""
    contracts = tomllib.loads(pyproject.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    names = [name.strip("() ") for layer in reversed(layers) for name in layer.split(":")]
    return [name for name in names if not name.endswith(_NOT_READ) and name != _COMMANDS]


def modules(room: str) -> list[str]:
    """The room's modules that have something public to say, the room itself first."""
    found = importlib.import_module(room)
    inside = pkgutil.walk_packages(getattr(found, "__path__", ()), f"{room}.")
    return [room, *(m.name for m in inside if not set(m.name.split(".")) & set(_NOT_READ))]


def write(app: Sphinx) -> None:
    """Write the pages of all rooms and their list."""
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(exist_ok=True)
    names = rooms(Path(app.srcdir).parent / "pyproject.toml")
    for room in names:
        _tell_fields(room)
        _put(folder / f"{room}.md", _page(room))
    _put(folder / "index.md", _INDEX.format("\n".join(names)))
    kept = {"index.md", *(f"{room}.md" for room in names)}
    for old in folder.glob("*.md"):
        if old.name not in kept:
            old.unlink()


def _page(room: str) -> str:
    parts = [f"# `{room}`", inspect.getdoc(importlib.import_module(room)) or ""]
    for module in modules(room):
        heading = [] if module == room else [f"## `{module.removeprefix(room + '.')}`"]
        options = "   :no-members:\n" if module == room and hasattr(importlib.import_module(room), "__path__") else ""
        parts += [*heading, f"```{{eval-rst}}\n.. automodule:: {module}\n   :ignore-module-all:\n{options}```"]
    return "\n\n".join(parts) + "\n"


def _put(path: Path, text: str) -> None:
    """Written only where it says something new, so that an unchanged page is not built again."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _signature(app: Sphinx, what: str, name: str, thing: Any, *_: Any) -> tuple[str, str] | None:
    """A model is made from its fields, which stand below it; a signature would say them all twice."""
    is_model = what == "class" and isinstance(thing, type) and issubclass(thing, BaseModel)
    return ("", "") if is_model else None


def _told(app: Sphinx, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """A table in a docstring becomes one of the page."""
    lines[:] = _with_tables(lines)


def _tell_fields(room: str) -> None:
    """Each field of the room's models says its bounds, and what it is when left out, as if a comment said so."""
    for module in modules(room):
        analyzer = ModuleAnalyzer.for_module(module)
        analyzer.analyze()
        for found in vars(importlib.import_module(module)).values():
            if isinstance(found, type) and issubclass(found, BaseModel) and found.__module__ == module:
                for field in found.model_fields:
                    terms = field_terms(found, field)
                    if terms:
                        analyzer.attr_docs.setdefault((found.__qualname__, field), [terms, ""])


def _with_tables(lines: list[str]) -> list[str]:
    """A table drawn with `|` as reStructuredText knows it."""
    made: list[str] = []
    for line in lines:
        if not line.startswith("|"):
            made.append(line)
        elif not set(line) <= set("|- "):
            if not (made and made[-1].startswith("   ")):
                made += [".. list-table::", "   :header-rows: 1", ""]
            first, *rest = (cell.strip() for cell in line.strip("|").split("|"))
            made += [f"   * - {first}", *(f"     - {cell}" for cell in rest)]
    return made


def field_terms(owner: type[BaseModel], field: str) -> str:
    """ "From 1 to 10; 1 if left out." """
    schema = _schema(owner).get(field, {})
    plain: dict[str, Any] = next(
        (part for part in (schema, *schema.get("anyOf", ())) if part.keys() & _BOUNDS.keys()), {}
    )
    terms = [f"{said} {plain[key]}" for key, said in _BOUNDS.items() if key in plain]
    info = owner.model_fields[field]
    if info.is_required():
        terms.append("must be given")
    elif info.default is not PydanticUndefined:
        value = info.default.model_dump(exclude_defaults=True) if isinstance(info.default, BaseModel) else info.default
        terms.append("empty if left out" if value in ("", (), {}) else f"``{value!r}`` if left out")
    text = "; ".join(terms)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


@lru_cache(maxsize=512)
def _schema(owner: type[BaseModel]) -> dict[str, Any]:
    try:
        return dict(owner.model_json_schema().get("properties", {}))
    except PydanticUserError:  # a field of a type that JSON has no word for
        return {}


def _complete(app: Sphinx, env: Any) -> None:
    known = env.domains["py"].objects
    for name in kit.__all__:
        if f"kit.{name}" not in known and not name.startswith("__"):
            _log.warning("kit.%s has no place in reference/front-door.md", name)


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", write)
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-process-docstring", _told)
    app.add_domain(House, override=True)
    app.connect("env-updated", _complete)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
