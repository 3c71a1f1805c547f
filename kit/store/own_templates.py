"""The clinician's own templates: files of the workspace that she can edit, `templates/my_….toml`.

One that she takes away is moved aside, into `templates/removed/`, and can be brought back.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import tomli_w

from kit.errors import ContentError, Fault, MachineError, PlanError
from kit.files import files_in, make_folder, refusal, write_atomic
from kit.library.collections.draft import Ids
from kit.model import parse
from kit.plan.template import Template, read_template
from kit.words.lookalikes import same_look
from kit.words.text import clean

PREFIX = "my"
_REMOVED = "removed"
_HEAD = """\
# Your own template. Change what stands between the quotation marks and save the file.
# changes: only what differs from the exercise's usual dose. It never holds anything about a patient.

"""


@dataclass(frozen=True)
class OwnTemplates:
    """The templates of one folder, which is made by the first of them."""

    folder: Path

    def keep(self, template: Template) -> str:
        """Write it as a new file; its name, without the ending. Raises `PlanError` where one is called so already."""
        self._must_be_free(template.name)
        taken = {path.stem for folder in (self.folder, self.removed) for path in files_in(folder, ".toml")}
        name = Ids(PREFIX, taken).new(template.name, "template")
        self._write(name, template)
        return name

    def rename(self, name: str, called: str) -> None:
        """Call it otherwise; the file keeps its name. Raises `PlanError`, or `ContentError` for an empty name."""
        path = self._path(name)
        template = read_template(path)
        if clean(called) == template.name:
            return
        self._must_be_free(called, but=path)
        self._write(name, parse(Template, {**template.model_dump(), "name": called}, "template"))

    def remove(self, name: str) -> str:
        """Move it aside; what it is called."""
        path = self._path(name)
        called = read_template(path).name
        make_folder(self.removed)
        self._move(path, self.removed / path.name)
        return called

    def bring_back(self, name: str) -> str:
        """Where `remove` took it from; what it is called."""
        path = self._path(name, self.removed)
        called = read_template(path).name
        self._must_be_free(called)
        self._move(path, self.folder / path.name)
        return called

    @property
    def removed(self) -> Path:
        return self.folder / _REMOVED

    def names(self) -> list[str]:
        """The names of the files, without their endings."""
        return [path.stem for path in files_in(self.folder, ".toml")]

    def _path(self, name: str, folder: Path | None = None) -> Path:
        """The file of this name. Raises `PlanError` where there is none, whatever the name says of other folders."""
        for path in files_in(folder or self.folder, ".toml"):
            if path.stem == name:
                return path
        raise PlanError(Fault("template", "is no template of yours.", "Reload the page."))

    def _must_be_free(self, called: str, but: Path | None = None) -> None:
        """Raises `PlanError` where another looks the same in a list; `but` is the one that is renamed."""
        for path in files_in(self.folder, ".toml"):
            if path == but:
                continue
            try:
                known = read_template(path).name
            except (ContentError, MachineError):
                continue  # told where the templates are read
            if same_look(known) == same_look(clean(called)):
                raise PlanError(Fault("template", f"“{known}” is there already.", "Choose another name."))

    def _write(self, name: str, template: Template) -> None:
        make_folder(self.folder)
        said = template.model_dump(exclude_none=True)
        said["items"] = [{key: value for key, value in item.items() if value} for item in said["items"]]
        write_atomic(self.folder / f"{name}.toml", (_HEAD + tomli_w.dumps(said)).encode())

    @staticmethod
    def _move(path: Path, to: Path) -> None:
        try:
            path.replace(to)
        except OSError as error:
            raise MachineError(refusal(path, "moved", error)) from error
