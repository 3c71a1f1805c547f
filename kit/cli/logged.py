"""A plan with its diary, as a command is given them: files, or a plan of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import plan_file, warn
from kit.cli.diary import opened
from kit.errors import ContentError, Fault, quoted
from kit.plan.code import plain_code
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

    from kit.diary.aside import Aside
    from kit.diary.read import Diary, Reject
    from kit.followup.signs import Dealt
    from kit.plan.plan import Plan

PlansOrLabel = Annotated[list[Path], typer.Argument(metavar="PLAN...", help="Plan files, or a plan of the store.")]
Logs = Annotated[list[Path] | None, typer.Option("--log", help="A diary that came back; may be given several times.")]


@dataclass(frozen=True)
class Logged:
    """All versions of a plan and all its rows; `diaries` are those of the files, `stored` that of the store.

    `dealt` are the signs for help that somebody has signed for, which the store alone knows; so are the
    signs and notes `asides` of its rows that count for nothing, which diaries tell themselves.
    """

    plans: Sequence[Plan]
    rows: pd.DataFrame
    logs: Sequence[Path] = ()
    diaries: Sequence[Diary] = ()
    dealt: Sequence[Dealt] = ()
    asides: Sequence[Aside] = ()
    stored: Diary | None = None
    contradictions: Sequence[Fault] = ()  # between the files

    @property
    def first(self) -> dt.date:
        """The plan's first day."""
        return min(plan.start for plan in self.plans)

    @property
    def counted(self) -> Sequence[Diary]:
        """What is counted, with how many rows were refused: the diaries of the files, or that of the store."""
        return self.diaries if self.stored is None else (self.stored,)

    @property
    def faults(self) -> list[Fault]:
        return [*(fault for diary in self.diaries for fault in diary.faults), *self.contradictions]

    @property
    def rejects(self) -> list[tuple[str, Reject]]:
        """The rows that were refused, each with the name of its file."""
        return list(self._rejects())

    def _rejects(self) -> Iterator[tuple[str, Reject]]:
        for path, diary in zip(self.logs, self.diaries, strict=True):
            yield from ((path.name, reject) for reject in diary.rejects)

    def warn(self) -> None:
        """Tell what is wrong with the files. Raises `Exit` with code 1 where anything is."""
        for fault in self.faults:
            warn(str(fault))
        for file, reject in self.rejects:
            warn(f"{file}, row {reject.row}: {reject.why}")
        if self.faults or self.rejects:
            raise typer.Exit(1)


def logged(plan_files: list[Path], log: list[Path] | None, workspace: Path) -> Logged:
    """Of the plan files with the diaries `log`; without one, of the plan of the store with this label or code.

    Raises `ContentError` for a file that breaks a rule, and where there is not one such plan.
    """
    import pandas as pd

    from kit.diary.between import contradictions
    from kit.diary.read import read_diary

    if not log:
        return _from_store(plan_files, workspace)
    plans = [plan_file(path) for path in plan_files]
    diaries = [read_diary(path, plans) for path in log]
    names = [path.name for path in log]
    whole = len({*names}) < len(names)  # two folders may have files of one name
    files = {str(path) if whole else path.name: diary.rows for path, diary in zip(log, diaries, strict=True)}
    differ = tuple(contradictions(files, _exercises(plans)))
    return Logged(plans, pd.concat([diary.rows for diary in diaries]), log, diaries, contradictions=differ)


def _exercises(plans: Sequence[Plan]) -> dict[str, str]:
    """The names of the exercises, as the issued versions have them."""
    return {exercise.id: exercise.name for plan in plans if plan.snapshot for exercise in plan.snapshot.exercises}


def _from_store(words: list[Path], workspace: Path) -> Logged:
    """The issued versions of a plan of the store, with the rows of its diaries. Raises `ContentError`."""
    word = str(words[0])
    if len(words) > 1 or words[0].is_file():
        raise ContentError(Fault(word, "is given without a diary.", "Add --log DIARY, or import the diary first."))
    with opened(workspace) as store:
        by_code = store.plans.one(plain_code(word))
        found = [by_code] if by_code else store.plans.labelled(word)
        if len(found) != 1:
            codes = ", ".join(plan.code for plan in found)
            many = f"{counted(len(found), 'plan has', 'plans have')} the label {quoted(word)}: {codes}."
            what = many if found else "no plan has this label."
            raise ContentError(Fault(word, what, "Give the code, as it stands on the handout."))
        code = found[0].code
        plans = store.versions.all(code)
        if not plans:
            raise ContentError(Fault(word, "has no issued version.", "Issue the plan, and import its diaries."))
        kept, asides = store.diaries.of(code), store.diaries.asides(code)
        return Logged(plans, kept.rows, dealt=store.signs.of(code), asides=asides, stored=kept)
