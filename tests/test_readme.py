"""README is true: its commands run, its example runs, its pictures are of today's product."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN_ELSEWHERE = re.compile(r"kit lab|pytest|venv|pip install")  # .ci/run runs these


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


COMMANDS = [line for block in _blocks("sh") for line in block.splitlines() if not RUN_ELSEWHERE.search(line)]


def test_every_command_runs_in_order(tmp_path: Path) -> None:
    """README's commands, in the order they stand, end with 0 and leave what they promise."""
    shutil.copytree(ROOT / "data" / "sample", tmp_path / "data" / "sample")
    assert len(COMMANDS) >= 6
    for command in COMMANDS:
        words = shlex.split(command)
        assert words[:3] == ["uv", "run", "kit"], command
        made = subprocess.run(
            [sys.executable, "-m", "kit", *words[3:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        assert (made.returncode, made.stderr) == (0, ""), command
        assert made.stdout.strip(), command
    assert (tmp_path / "out/patient/handout.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "out/record/plan.json").is_file()


def test_the_example_runs(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python example prints 740: four stretches at 170 s, one of them held 15 s longer, 4 times; then a handout."""
    monkeypatch.chdir(tmp_path)
    for block in _blocks("python"):
        exec(compile(block, "README.md", "exec"), {})
    assert capsys.readouterr().out.split() == [str(4 * 170 + 4 * 15)]
    assert (tmp_path / "out/patient/handout.pdf").is_file()


def test_the_handout_picture_is_current() -> None:
    """docs/handout.png is what docs/pictures.py draws today."""
    drawn = runpy.run_path(str(ROOT / "docs/pictures.py"))["handout_png"]()
    current = (ROOT / "docs/handout.png").read_bytes() == drawn  # a comparison of bytes would print them all
    assert current, "docs/handout.png is old. Run: uv run python docs/pictures.py"


def test_the_pictures_exist() -> None:
    """Every picture and page that README links to is in the checkout."""
    for link in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / link).is_file(), link
