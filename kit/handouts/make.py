"""A handout made into a folder in one call, with all that has to be told of it."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from kit.clinic import Clinic, Form, Paper, Pen
from kit.errors import Fault, PlanError
from kit.figures import PALETTES
from kit.given import checked
from kit.handouts.clock import unsaid_zone
from kit.handouts.export import files, sent_before
from kit.handouts.folder import put_set, sweep
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.document import read_anew
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.check import findings
from kit.review.finding import Findings
from kit.words.numbers import counted

NONE_HELD = Findings()


@dataclass(frozen=True)
class Handout:
    """What was made: the `paths` of its files in `folder`.

    `held` are the open findings of a draft, which is not to be used before they are answered; `notices` tell what
    was found in the folder: work of somebody's that was set aside, or a calendar that cannot be taken back; and that
    the clinic has not said its time zone where its country has several.
    """

    folder: Path
    paths: tuple[Path, ...]
    held: Findings = NONE_HELD
    notices: tuple[Fault, ...] = ()

    def __repr__(self) -> str:
        held = f", held by {counted(len(self.held), 'finding')}" if self.held else ""
        return f"Handout({str(self.folder)!r}, {counted(len(self.paths), 'file')}{held})"


@checked
def handout(
    plan: Plan,
    library: Library,
    folder: str | PathLike[str],
    *,
    clinic: Clinic | None = None,
    name: str = "",
    form: Form | None = None,
    paper: Paper | None = None,
    large_print: bool = False,
    palette: str = PALETTES[0],
    diary: Pen | None = None,
    since: Plan | None = None,
) -> Handout:
    """The handout of `plan` into `folder`: under `patient/` what goes home, under `record/` what stays.

    `form` is a "page" with all that is looked for first and the rest overleaf, a "leaflet" that tells one thing after
    another, "cards": a large one for each exercise, to be cut out and hung up, or "pictures": large ones with signs
    in place of words, and all words overleaf for whoever helps. `diary` is the sheet for a pen in the PDF: one mark
    an exercise and day with the worst pain ("brief"), each side, time and number ("full"), or no sheet ("none"). A
    brief one asks for no next morning and no last set, so that the follow-up proposes no more of anything by it.
    Where `form`, `diary` or `paper` is not given it is the clinic's. `name` is printed in the PDF and the page, and
    in nothing else. `since` is an earlier version of the same plan: the handout says what is new. A draft prints
    DRAFT on every page. The same plan gives the same bytes.

    Raises `ContentError` for a changed copy of an issued plan, `PlanError` for a plan that cannot be handed out,
    `OverwriteError` where something is in the way, and `MachineError` where the folder cannot be written; then nothing
    has changed.
    """
    plan = read_anew(plan)
    known = resolve(plan, library)
    faults = [*known.faults, *not_earlier(since, plan, "since"), *_strange(palette)]
    if faults:
        raise PlanError(faults)
    target, style = Path(folder), Style(paper, large_print, palette, diary=diary, form=form)
    clinic = clinic or Clinic()
    unsaid = unsaid_zone(clinic, plan.start.year)
    repaired = sweep(target)
    sent, lost = sent_before(target, plan)
    made = files(known, clinic, name, style, resolve(since, library) if since else None, sent)
    paths = put_set(target, made, plan)
    found = findings(known, previous=since, settings=clinic.settings) if plan.is_draft else ()
    held = [finding for finding in found if finding.holds]
    return Handout(target, tuple(paths), Findings(held), (*repaired, *lost, *unsaid))


def not_earlier(since: Plan | None, plan: Plan, where: str) -> list[Fault]:
    """Why `since`, given as `where`, is no earlier version of `plan`; nothing where it is one, or none is given."""
    if since is None or (since.code == plan.code and since.version < plan.version):
        return []
    what = f"{since.plan_id} version {since.version} is no earlier version of {plan.plan_id} version {plan.version}."
    return [Fault(where, what, "Give an earlier version of the same plan.")]


def _strange(palette: str) -> list[Fault]:
    known = ", ".join(PALETTES)
    return [] if palette in PALETTES else [Fault("palette", f"“{palette}” is not known.", f"Use one of {known}.")]
