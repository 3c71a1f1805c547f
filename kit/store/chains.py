"""Plan files put together: which of them are versions of one plan, and which say the same of themselves and differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from kit.errors import Fault
from kit.plan.plan import Plan
from kit.plan.seal import seal_of


@dataclass(frozen=True)
class Found:
    """A plan file: its name, its path as the store keeps it, when it was last changed, and the plan that it holds."""

    name: str
    path: str
    digest: str
    changed: float
    plan: Plan
    is_first: bool  # of the first format, which knows a plan by its label alone
    told: tuple[Fault, ...] = ()  # of one that said that it is issued, and was read as a draft

    @property
    def is_named_as_its_plan(self) -> bool:
        return self.name == f"{self.plan.plan_id}.v{self.plan.version}.json"

    def coded(self, code: str, patient_code: str) -> Found:
        """The same under these codes, sealed anew."""
        plan = self.plan.model_copy(update={"code": code, "patient_code": patient_code})
        sealed = plan.model_copy(update={"seal": seal_of(plan)}) if plan.issued else plan
        return replace(self, plan=sealed)


@dataclass(frozen=True)
class Chain:
    """The files of one plan, one a version, oldest first; and each other file beside the one that it contradicts."""

    files: tuple[Found, ...]
    others: tuple[tuple[Found, Found], ...]

    @property
    def is_first(self) -> bool:
        return self.files[0].is_first

    @property
    def changed(self) -> float:
        return max(file.changed for file in self.files)


def chains(found: list[Found]) -> tuple[list[Chain], list[Fault]]:
    """The plans that the files are of, the one changed last at the end, and what has to be told about them."""
    labels: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.is_first and one.plan.patient:
            labels[one.plan.plan_id].add(one.plan.patient)
    several = {plan_id: names for plan_id, names in labels.items() if len(names) > 1}
    groups: dict[tuple[str, ...], list[Found]] = defaultdict(list)
    for one in found:
        # A label that stood for several patients is several plans: patients are never put together.
        patient = one.plan.patient if one.plan.plan_id in several else ""
        groups[("label", one.plan.plan_id, patient) if one.is_first else ("code", one.plan.code)].append(one)
    faults = [
        Fault(
            f"plan {plan_id}",
            f"is the label of plans of several patients ({', '.join(sorted(names))}); each is a plan of its own now.",
            "Give one of them another label.",
        )
        for plan_id, names in sorted(several.items())
    ]
    return sorted(map(_chain, groups.values()), key=lambda chain: (chain.changed, chain.files[0].name)), faults


def _chain(group: list[Found]) -> Chain:
    """The file that bears the plan's name goes before others of its version."""
    chosen: dict[int, Found] = {}
    others = []
    for one in sorted(group, key=lambda file: (not file.is_named_as_its_plan, file.plan.is_draft, file.name)):
        main = chosen.setdefault(one.plan.version, one)
        if main is not one:
            others.append((one, main))
    return Chain(tuple(chosen[version] for version in sorted(chosen)), tuple(others))
