"""The handout that the planner makes: kept in the workspace without the patient's name, handed over with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.errors import Fault, KitError
from kit.handouts.clock import unsaid_zone
from kit.handouts.export import files, sent_before
from kit.handouts.folder import put_set
from kit.plan.resolved import resolve
from kit.ui.planner.desk import Desk
from kit.ui.planner.messages import Export
from kit.ui.planner.preview import clinic_for, style_of


@dataclass(frozen=True)
class Handed:
    """The files to hand over by the names they are downloaded under, what to say, and what went wrong in keeping."""

    files: Mapping[str, bytes]
    said: str
    faults: tuple[Fault, ...] = ()


def export(desk: Desk, wish: Export) -> Handed:
    """Make the handout of the plan in hand. Raises `KitError` where it cannot be made."""
    plan = desk.in_hand.latest()  # a sheet of what another window has changed since would be a wrong one
    before = desk.in_hand.in_force_before(plan)
    clinic, faults = clinic_for(desk, wish)
    name, style = wish["name"].strip(), style_of(wish)
    folder = desk.workspace.handout_folder(plan)
    last = desk.store.handouts.of(plan.code)  # what the patient may have in the calendar, of whichever version
    sent, wrong = sent_before(desk.workspace.folder / last[0].folder if last else folder, plan)
    faults = (*faults, *wrong, *unsaid_zone(clinic, plan.start.year))
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
