"""What a public forge reads: workflows with few rights and known actions, and facts that are said in several places."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".github/workflows").glob("*.yml")}
# A major version, a release branch, a commit, or a workflow of this project.
KNOWN = re.compile(r"(?:[\w.-]+/[\w./-]+@(?:v\d+|release/v\d+|[0-9a-f]{40})|\./\.github/workflows/\w+\.yml)")


def workflow(name: str) -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(WORKFLOWS[name])
    return told


@pytest.mark.parametrize("name", sorted(WORKFLOWS))
def test_a_workflow_reads_and_no_more(name: str) -> None:
    """A workflow may read the source; a job that needs more asks for it itself, and only a release does."""
    told = workflow(name)
    assert told["permissions"] == {"contents": "read"}
    more = {job: given["permissions"] for job, given in told["jobs"].items() if "permissions" in given}
    asked = {
        "attest": {"id-token": "write", "attestations": "write"},
        "publish": {"id-token": "write"},
    }
    assert more == (asked if name == "release" else {})
    assert "concurrency" in told
    assert "secrets." not in WORKFLOWS[name]


@pytest.mark.parametrize("name", sorted(WORKFLOWS))
def test_an_action_is_named_by_its_version(name: str) -> None:
    """No action is taken from a moving branch such as main."""
    used = re.findall(r"uses: (\S+)", WORKFLOWS[name])
    assert [action for action in used if not KNOWN.fullmatch(action)] == []


def test_pythons_are_the_same_everywhere() -> None:
    """The wheel is tested on every Python that its metadata promise, the oldest one first."""
    promised = [c.rsplit(" ", 1)[1] for c in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", c)]
    assert workflow("ci")["jobs"]["linux"]["strategy"]["matrix"]["python"] == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"


def test_the_wheel_that_is_tested_is_the_one_that_is_released() -> None:
    """A release runs all checks in the same run, and builds nothing anew."""
    jobs = workflow("release")["jobs"]
    assert jobs["checks"] == {"uses": "./.github/workflows/ci.yml"}
    assert (jobs["attest"]["needs"], jobs["publish"]["needs"]) == ("checks", "attest")
    assert "uv build" not in WORKFLOWS["release"]


def test_the_mutants_are_run_by_the_command_of_contributing() -> None:
    """What the weekly run calls is what a contributor is told to call."""
    command = workflow("mutants")["jobs"]["mutants"]["steps"][-1]["run"].removesuffix(" ${{ matrix.room }}")
    assert f"`{command}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_citation_names_this_version() -> None:
    """CITATION.cff is of the version that the package says."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["version"], cited["license"]) == (PROJECT["version"], PROJECT["license"])
