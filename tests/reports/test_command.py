"""`kit report` and `kit.follow_up_report`: from plan files with their diaries, or from the store."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import pytest

import kit as front
from kit.errors import ContentError
from kit.files import PRIVATE
from kit.plan.document import read_plan
from kit.samples.kept import sample_workspace
from tests.conftest import Kit

SAMPLE = front.Workspace.sample()
FILES = (
    SAMPLE / "plan-v1.json",
    SAMPLE / "plan-v2.json",
    "--log",
    SAMPLE / "diary-v1.csv",
    "--log",
    SAMPLE / "diary-v2.csv",
)
CODE = read_plan(SAMPLE / "plan-v1.json").code


def test_from_files(kit: Kit) -> None:
    """The worked patient: both files under the plan's code and the day, private, in a new folder; the same bytes again."""
    words = ("report", *FILES, "--as-of", "2026-06-30", "-o", "out")
    code, out, err = kit(*words)
    names = [f"report-{CODE}-2026-06-30.{kind}" for kind in ("pdf", "csv")]
    assert (code, out.split(), err) == (0, [str(Path("out", name)) for name in names], "")
    before = [Path("out", name).read_bytes() for name in names]
    assert before[0].startswith(b"%PDF-")
    assert "What was done,sessions done,0.681818,share,15,22,0.458434,0.828091,sessions.done" in before[1].decode()
    assert {stat.S_IMODE(Path("out", name).stat().st_mode) for name in names} == {PRIVATE}
    assert kit(*words)[0] == 0
    assert [Path("out", name).read_bytes() for name in names] == before


def test_one_format_and_a_period(kit: Kit) -> None:
    """Only the table, of the second version's days."""
    assert kit("report", *FILES, "--as-of", "2026-06-30", "--since", "2026-06-15", "--format", "csv")[0] == 0
    (made,) = Path().glob("report-*")
    assert "sessions done,0.6,share,6,10," in made.read_text(encoding="utf-8-sig")


def test_from_the_store(kit: Kit, tmp_path: Path) -> None:
    """By label and by code; the clinic's name, paper and language are those of its settings."""
    now = dt.datetime(2026, 6, 30, 12, tzinfo=dt.UTC)
    patient = sample_workspace(tmp_path / "clinic", lambda: now, patients=1, seed=3)[0]
    code = patient.plans[0].code
    rest = ("--workspace", "clinic", "--as-of", "2026-06-30", "--format", "csv")
    made = [kit("report", word, *rest, "-o", word) for word in ("DEMO-001", code)]
    assert [one[0] for one in made] == [0, 0]
    one, two = (next(Path(word).iterdir()).read_bytes() for word in ("DEMO-001", code))
    assert one == two


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (("nobody",), 1, "nobody: no plan has this label. Give the code, as it stands on the handout."),
        ((*FILES, "--format", "docx"), 2, "'docx' is not one of pdf, csv."),
        ((*FILES, "--paper", "a5"), 2, "'a5' is not one of a4, letter."),
    ],
)
def test_what_is_refused(words: tuple[object, ...], code: int, complaint: str, kit: Kit, tmp_path: Path) -> None:
    """In words, and nothing is written."""
    sample_workspace(tmp_path / "clinic", lambda: dt.datetime(2026, 6, 30, tzinfo=dt.UTC), patients=1)
    found, _, err = kit("report", *words, "--workspace", "clinic")
    assert found == code
    assert complaint in " ".join(err.replace("│", "").split())
    assert not [*Path().glob("report-*")]


def test_rows_that_were_refused_are_told(kit: Kit) -> None:
    """At the command line with their reason, in the report by their number; the report is made all the same."""
    diary = (SAMPLE / "diary-v1.csv").read_text(encoding="utf-8-sig").splitlines()
    Path("d.csv").write_text("\n".join([*diary, diary[1].replace(",i1,", ",i9,")]), encoding="utf-8")
    code, _, err = kit("report", FILES[0], "--log", "d.csv", "--as-of", "2026-06-14", "--format", "csv")
    assert code == 1
    assert f"d.csv, row {len(diary) + 1}: item i9 is not in version 1" in err
    (made,) = Path().glob("report-*")
    assert "What was not recorded,rows refused,1,rows,,,,,rows.refused" in made.read_text(encoding="utf-8-sig")


def test_at_the_front_door(tmp_path: Path) -> None:
    """It gives the paths and the page; what it cannot take it says in words."""
    plans = [front.read_plan(path) for path in FILES[:2]]
    diaries = [front.read_diary(FILES[n], plans) for n in (3, 5)]
    library, day = front.Library.load(), dt.date(2026, 6, 30)
    made = front.follow_up_report(plans, diaries, library, day, tmp_path, formats=["pdf"])
    assert [path.name for path in made.paths] == [f"report-{CODE}-2026-06-30.pdf"]
    assert made.page.words_of_text < 250
    assert repr(made) == f"FollowUpReport(paths={made.paths!r})"
    with pytest.raises(ContentError) as caught:
        front.follow_up_report([], diaries, library, day, tmp_path)
    assert str(caught.value) == "plan: no version is given. Give at least one plan file."
