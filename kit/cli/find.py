"""`kit find`: conditions, templates, exercises, red flags and commands, by whatever words somebody has for them."""

from __future__ import annotations

from typing import Annotated

import typer

from kit.cli.app import HERE, Json, WorkspaceOption, app, say, say_json, usable_library, warn_of
from kit.library.search.document import Document
from kit.library.search.index import Index
from kit.library.search.synonyms import Synonyms
from kit.plan.find import SHOWN, find
from kit.plan.template import usable_templates
from kit.store.workspace import Workspace
from kit.words.numbers import counted


@app.command(name="find")
def find_all(
    words: Annotated[list[str], typer.Argument(help="A short form, a lay word, a muscle, a problem …")],
    every: Annotated[bool, typer.Option("--all", help="List all that was found, not the first few of a kind.")] = False,
    workspace: WorkspaceOption = HERE,
    as_json: Json = False,
) -> None:
    """Find conditions, templates, exercises, red flags and commands, best match first."""
    text = " ".join(words)
    ready, faults = usable_templates(Workspace(workspace).templates)
    warn_of(faults)
    found = find(text, usable_library(workspace), ready)
    named: dict[str, list[tuple[str, str]]] = {str(kind): rows for kind, rows in found.named().items()}
    commands = _commands(text)
    if commands:
        named["command"] = commands
    if as_json:
        say_json({"found": {k: [{"key": key, "name": name} for key, name in rows] for k, rows in named.items()}})
        return
    for kind, rows in named.items():
        say(f"{kind[0].upper()}{kind[1:]}:")
        shown = rows if every else rows[:SHOWN]
        for key, name in shown:
            say(f"  {key}  {name}")
        if len(rows) > len(shown):
            say(f"  and {counted(len(rows) - len(shown), 'other')}; --all lists them.")
    if not named:
        say("Nothing found. Try fewer words, or other words.")
    for line in found.lacks():
        say(line)


def _commands(text: str) -> list[tuple[str, str]]:
    """The commands whose help says the words themselves, each with its first line."""
    known = getattr(typer.main.get_command(app), "commands", {})
    helps = {name: command.get_short_help_str(200) for name, command in known.items() if not command.hidden}
    documents = (
        ((f"kit {name}", said), Document("command", name, (name,), (), (said,))) for name, said in helps.items()
    )
    answer = Index(documents, Synonyms.load()).answer(text)
    return answer.found if answer.sure else []
