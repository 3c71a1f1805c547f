"""What a user installs works outside the checkout: the wheel carries data and notebooks, and no authoring."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

from tests.conftest import missing

ROOT = Path(__file__).parent.parent
NO_AUTHORING = "kit figures: authoring of pictures is not in the installed kit. Use a checkout of the project.\n"

EXTENSION = ".data/data/share/jupyter/labextensions/homestretch-app/"  # where any JupyterLab of this Python looks


def carries_no_authoring(names: list[str]) -> bool:
    """Of the pictures, the kit's four modules that hand them out and the files they hand out; nothing that draws."""
    own = [name for name in names if ".dist-info/" not in name and EXTENSION not in name]
    tops = {name.split("/")[0] for name in own}
    modules = {name for name in names if name.startswith("kit/figures/")}
    handed_out = {f"kit/figures/{name}.py" for name in ("__init__", "gallery", "palette", "shown")}
    return tops == {"kit"} and modules == handed_out and not any("poses" in name for name in names)


def test_the_wheel_runs_the_demo(tmp_path: Path) -> None:
    """Built, installed in a fresh environment, run from another folder: the demo leaves its handout."""
    uv = shutil.which("uv")
    if uv is None:
        missing("uv", "pip install uv")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    newest = settings["tool"]["uv"]["exclude-newer"]

    def run(*command: str | Path) -> str:
        bare = {k: v for k, v in os.environ.items() if not k.startswith(("VIRTUAL_ENV", "UV_PROJECT", "PYTHON"))}
        made = subprocess.run(command, cwd=tmp_path, env=bare, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stdout + made.stderr
        return made.stdout

    run(uv, "build", "--wheel", "--out-dir", tmp_path, ROOT)
    wheel = next(tmp_path.glob("*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert "kit/_data/exercises/standing_itb_stretch.toml" in names
    assert "kit/_notebooks/plan.ipynb" in names
    assert any(name.startswith("kit/lab/labextension/") for name in names)
    assert carries_no_authoring(names)
    assert any(name.endswith(f"{EXTENSION}package.json") for name in names)
    run(uv, "venv", "--python", sys.executable, "env")
    python = tmp_path / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(uv, "pip", "install", "--python", python, "--exclude-newer", newest, wheel)
    refused = subprocess.run([python, "-m", "kit", "figures", "check"], cwd=tmp_path, capture_output=True, text=True)
    assert (refused.returncode, refused.stdout, refused.stderr) == (1, "", NO_AUTHORING)
    assert "15 of 22" in run(python, "-m", "kit", "demo", "demo")
    assert (tmp_path / "demo/version-1/patient/handout.pdf").read_bytes().startswith(b"%PDF")
