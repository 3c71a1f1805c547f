"""All that the kit knows about a few words: conditions, templates, exercises and red flags, found by one engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kit.given import checked
from kit.library.condition_words import Problem, condition_words
from kit.library.conditions import Conditions, conditions
from kit.library.exercise import Exercise, Region
from kit.library.library import Library
from kit.library.red_flag import RedFlag
from kit.library.rules import rules
from kit.library.search.document import Kind
from kit.library.search.index import Answer
from kit.library.search.known import condition_index, problem_index, red_flag_index
from kit.plan.template import Templates, usable_templates
from kit.show import table

_HEADS = ("Kind", "Key", "Name")
SHOWN = 5  # of a kind, in a notebook


@dataclass(frozen=True)
class Finds:
    """What was found for `words`; of each kind the best first.

    `kinds` are the kinds of which something was found, the best first. `uncovered` are problems that no rule of the
    kit covers, and `lacking` the regions among theirs of which the library has no exercise. `nearest` are known words
    that look like those which hit nothing, where nothing was found.
    """

    words: str
    kinds: tuple[Kind, ...]
    conditions: Conditions
    templates: Templates
    exercises: tuple[Exercise, ...]
    red_flags: Mapping[str, RedFlag]
    uncovered: Mapping[str, Problem]
    lacking: tuple[Region, ...]
    nearest: tuple[str, ...]

    def named(self) -> dict[Kind, list[tuple[str, str]]]:
        """For each kind of which something was found, keys and names."""
        rows: dict[Kind, list[tuple[str, str]]] = {
            "condition": [(c.key, c.name) for c in self.conditions],
            "problem": [(key, problem.name) for key, problem in self.uncovered.items()],
            "template": [(name, one.name) for name, one in self.templates.items()],
            "exercise": [(e.id, e.name) for e in self.exercises],
            "red flag": [(key, flag.name) for key, flag in self.red_flags.items()],
        }
        return {kind: rows[kind] for kind in self.kinds}

    def instead(self) -> list[str]:
        """What the words mean where no exercise has them, in sentences."""
        names = "; ".join(condition.name for condition in self.conditions[:SHOWN])
        return [*([f"In the list of conditions: {names}."] if names else []), *self.lacks()]

    def lacks(self) -> list[str]:
        """What there is not, in sentences: rules and exercises for a problem, or anything at all."""
        said = []
        if self.uncovered:
            said.append(f"No rule covers: {'; '.join(problem.name for problem in self.uncovered.values())}.")
        if self.lacking:
            regions = " or ".join(region.replace("_", " ") for region in self.lacking)
            said.append(f"The library has no exercise for {regions}.")
        if self.nearest:
            said.append(f"Known words like it: {', '.join(self.nearest)}.")
        return said

    def _repr_html_(self) -> str:
        rows = [(kind, *row) for kind, found in self.named().items() for row in found[:SHOWN]]
        return table(f"Found for “{self.words}”", _HEADS, rows, notes=self.lacks())


@checked
def find(words: str, library: Library | None = None, templates: Templates | None = None) -> Finds:
    """Conditions, templates, exercises and red flags that all `words` hit, each kind for itself, best first.

    Exercises are sought in `library`, templates in `templates`; in those of the kit where none are given.

    Abbreviations, lay words, British and American spelling and typing errors are understood. Where one kind is hit by
    the words themselves, kinds that are hit by their beginnings or by a nearly right spelling are left out.

    >>> find("THR").kinds[0], [condition.key for condition in find("THR").conditions]
    ('condition', ['tha_posterior', 'tha_anterior', 'tha_lateral'])
    """
    own = library if library is not None else _library()
    ready = templates if templates is not None else _templates()
    keys: dict[Kind, Answer[str]] = {
        "condition": condition_index().answer(words),
        "problem": problem_index().answer(words),
        "template": ready.index.answer(words),
        "red flag": red_flag_index().answer(words),
    }
    exercises = own.index().answer(words)
    answers: dict[Kind, Answer[str] | Answer[Exercise]] = {**keys, "exercise": exercises}
    sure = any(answer.sure for answer in answers.values())
    kept = {kind: one for kind, one in answers.items() if one.found and (one.sure or not sure)}
    key_of = {kind: answer.found if kind in kept else [] for kind, answer in keys.items()}
    known = {condition.key: condition for condition in conditions()}
    uncovered = {key: condition_words().problems[key] for key in key_of["problem"]}
    held = {e.region for e in own}
    return Finds(
        words=words,
        kinds=tuple(sorted(kept, key=lambda kind: kept[kind].worth)),
        conditions=Conditions(known[key] for key in key_of["condition"]),
        templates=Templates((name, ready[name]) for name in key_of["template"]),
        exercises=tuple(exercises.found) if "exercise" in kept else (),
        red_flags={key: rules().red_flags[key] for key in key_of["red flag"]},
        uncovered=uncovered,
        lacking=tuple(dict.fromkeys(r for problem in uncovered.values() for r in problem.regions if r not in held)),
        nearest=() if kept else tuple(dict.fromkeys([*condition_index().nearest(words), *own.index().nearest(words)])),
    )


@cache
def _library() -> Library:
    return Library.load()


@cache
def _templates() -> Templates:
    return usable_templates()[0]
