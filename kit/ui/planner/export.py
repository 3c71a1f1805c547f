"""The handout that the planner makes: kept in the workspace without the patient's name, handed over with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.errors import Fault, KitError
from kit.handouts.clock import unsaid_zone
from kit.handouts.folder import put_set
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.ui.planner.desk import Desk
from kit.ui.planner.last_form import form_of, keep_form
from kit.ui.planner.messages import Export
from kit.ui.planner.preview import clinic_for, style_of
from kit.ui.planner.to_issue import LastForm

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Sheets:
    """The files of a plan, as they are kept and as they are handed over, and what is told of them."""

    plan: Plan
    form: LastForm
    kept: Files
    handed: Files
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Handed:
    """The files to hand over by the names they are downloaded under, what to say, and what went wrong in keeping."""

    plan: Plan
    files: Files
    said: str
    faults: tuple[Fault, ...] = ()


def sheets(desk: Desk, wish: Export) -> Callable[[], Sheets]:
    """What makes the files of the plan in hand as it is now. It looks at nothing of the desk any more, so that it may
    run beside the next edits. Raises `KitError` where they cannot be made."""
    plan = desk.in_hand.latest()  # a sheet of what another window has changed since would be a wrong one
    before = desk.in_hand.in_force_before(plan)
    clinic, faults = clinic_for(desk, wish)
    name, style = wish["name"].strip(), style_of(wish)
    last = desk.store.handouts.of(plan.code)  # what the patient may have in the calendar, of whichever version
    there = desk.workspace.folder / last[0].folder if last else desk.workspace.handout_folder(plan)
    known, since = resolve(plan, desk.library), resolve(before, desk.library) if before else None

    def make() -> Sheets:
        # Not at the head of the file: typst and its fonts load here, in the thread that makes.
        from kit.handouts.export import files, sent_before

        try:
            sent, wrong = sent_before(there, plan)
            kept = files(known, clinic, "", style, since, sent)
            handed = files(known, clinic, name, style, since, sent) if name else kept
        except KitError as error:  # told when another patient may be in hand
            raise KitError(
                Fault(f"handout of {plan.plan_id}, {f.where}", f.what, f.mend) for f in error.faults
            ) from error
        return Sheets(plan, form_of(wish), kept, handed, (*faults, *wrong, *unsaid_zone(clinic, plan.start.year)))

    return make


def hand_over(desk: Desk, made: Sheets) -> Handed:
    """Keep the files in the workspace, and give those that are handed over."""
    plan, faults = made.plan, made.faults
    folder = desk.workspace.handout_folder(plan)
    kept_in = folder.relative_to(desk.workspace.folder).as_posix()
    said = f"Kept in {kept_in}."
    if made.handed is not made.kept:
        said += " The kept files do not have the name."
    try:
        put_set(folder, made.kept, plan)
        desk.store.handouts.made(plan, kept_in, made.kept)
        keep_form(desk.store, plan, made.form)
    except KitError as error:  # she still gets the files, as downloads
        faults, said = (*faults, *error.faults), "Not kept in the workspace."
    stem = f"{plan.plan_id}-{plan.code}.v{plan.version}"
    downloads = {f"{stem}-{Path(path).name}": data for path, data in made.handed.items() if path.startswith("patient/")}
    return Handed(plan, downloads, said, faults)
