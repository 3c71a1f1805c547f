"""An author's door: `python -m kit.figures ID… [--png FILE] [--grey]` solves, draws and shows on one sheet."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kit.errors import KitError
from kit.figures.check import check_panel
from kit.figures.pose import read_pose
from kit.figures.sheet import SCALE, sheet
from kit.figures.studio import draw_one, solved_angles


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m kit.figures", description=__doc__)
    parser.add_argument("ids", nargs="+", metavar="ID")
    parser.add_argument("--png", type=Path, help="write the panels as one PNG here")
    parser.add_argument("--palette", default="day")
    parser.add_argument("--scale", type=float, default=SCALE, help="pixels for each drawing unit")
    given = parser.parse_args()
    try:
        for exercise_id in given.ids:
            lines = draw_one(exercise_id).lines()
            pose = read_pose(exercise_id)
            angles, _ = solved_angles(pose)
            lines += [
                f"  ! {fault}" for panel in pose.panels for fault in check_panel(pose.id, panel, angles[panel.name])
            ]
            sys.stdout.write("\n".join(lines) + "\n")
        if given.png:
            sheet(given.ids, given.png, given.palette, given.scale)
    except KitError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
