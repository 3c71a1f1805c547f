"""The pictures of README, made from the real product: `uv run python docs/pictures.py`.

The handout's page is the same on every machine. The planner's is a screenshot, so the fonts of the machine show.
"""

from __future__ import annotations

from pathlib import Path

from kit.demo import CLINIC
from kit.handout.document import document
from kit.handout.pdf import to_pages
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.document import read_plan

HERE = Path(__file__).parent
EXERCISES_PAGE = 2


def handout_png() -> bytes:
    """The first page of exercises of the sample patient's handout."""
    plan = read_plan(data_dir() / "sample" / "plan-v1.json")
    return to_pages(document(plan, Library.load(), CLINIC), ppi=72)[EXERCISES_PAGE]


def main() -> None:
    (HERE / "handout.png").write_bytes(handout_png())
    print(HERE / "handout.png")


if __name__ == "__main__":
    main()
