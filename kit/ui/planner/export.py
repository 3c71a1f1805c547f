"""The handout that the planner makes: kept in the workspace without the patient's name, handed over with it.

Before it is made its pages can be looked at; they are drawn by the same painter, and nothing of them is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.clinic import Clinic
from kit.errors import Fault, KitError
from kit.figures import PALETTES
from kit.handouts.document import document
from kit.handouts.export import files, sent_before
from kit.handouts.folder import put_set
from kit.handouts.pdf import to_drawings
from kit.handouts.style import Style
from kit.plan.resolved import resolve
from kit.ui.planner.desk import Desk
from kit.ui.planner.issuing import SHEETS, locale_of
from kit.ui.planner.messages import Export, Preview
from kit.ui.planner.offered import Pages
from kit.words.numbers import counted


@dataclass(frozen=True)
class Handed:
    """The files to hand over by the names they are downloaded under, what to say, and what went wrong in keeping."""

    files: Mapping[str, bytes]
    said: str
    faults: tuple[Fault, ...] = ()


def export(desk: Desk, wish: Export) -> Handed:
    """Make the handout of the plan in hand. Raises `KitError` where it cannot be made."""
    plan = desk.latest()  # a sheet of what another window has changed since would be a wrong one
    before = desk.before(plan)
    clinic, faults = _clinic(desk, wish)
    name, style = wish["name"].strip(), _style(wish)
    folder = desk.workspace.handout_folder(plan)
    last = desk.store.handouts.of(plan.code)  # what the patient may have in the calendar, of whichever version
    sent, wrong = sent_before(desk.workspace.folder / last[0].folder if last else folder, plan)
    faults = (*faults, *wrong)
    known, since = resolve(plan, desk.library), resolve(before, desk.library) if before else None
    kept = files(known, clinic, "", style, since, sent)
    handed = files(known, clinic, name, style, since, sent) if name else kept
    said = f"Kept in {folder.relative_to(desk.workspace.folder).as_posix()}."
    if name:
        said += " The kept files do not have the name."
    try:
        put_set(folder, kept, plan)
        desk.store.handouts.made(plan, folder.relative_to(desk.workspace.folder).as_posix(), kept)
    except KitError as error:  # she still gets the files, as downloads
        faults, said = (*faults, *error.faults), "Not kept in the workspace."
    stem = f"{plan.plan_id}-{plan.code}.v{plan.version}"
    downloads = {f"{stem}-{Path(path).name}": data for path, data in handed.items() if path.startswith("patient/")}
    return Handed(downloads, said, faults)


def pages(desk: Desk, wish: Preview) -> Callable[[], tuple[Pages, list[bytes]]]:
    """What draws the pages of the plan in hand as it is now. It looks at nothing of the desk any more, so that it may
    run beside the next edits. Raises `PlanError` where there is no plan."""
    plan = desk.held()
    before = desk.before(plan)
    clinic, _ = _clinic(desk, wish)
    known, since = resolve(plan, desk.library), resolve(before, desk.library) if before else None
    name, style = wish["name"].strip(), _style(wish)

    def draw() -> tuple[Pages, list[bytes]]:
        try:
            made = to_drawings(document(known, clinic, name, style, since))
        except KitError as error:
            fault = error.faults[0]
            return {"turn": wish["turn"], "said": "", "count": 0, "fault": f"{fault.what} {fault.mend}"}, []
        said = f"{counted(len(made), 'page')}, {SHEETS[style.paper or clinic.sheet]}"
        return {"turn": wish["turn"], "said": said, "count": len(made), "fault": ""}, made

    return draw


def _clinic(desk: Desk, wish: Export | Preview) -> tuple[Clinic, tuple[Fault, ...]]:
    """The clinic's settings as they are now, in the patient's language."""
    clinic, faults = desk.workspace.clinic()
    return clinic.model_copy(update={"locale": locale_of(wish.get("language", ""), clinic)}), faults


def _style(wish: Export | Preview) -> Style:
    palette = wish["palette"]
    return Style(wish["paper"] or None, wish["large"], palette if palette in PALETTES else PALETTES[0])
