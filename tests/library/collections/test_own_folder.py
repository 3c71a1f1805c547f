"""A folder of own exercises may hold anything: every fault is told, nothing stops, and the good rest is there."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.library.circles import circles
from kit.library.exercise import Exercise
from kit.library.loader import MAX_BYTES, load_exercises, read_exercises

Put = Callable[..., Path]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def read(kit_data: Path, *own: Path) -> tuple[list[str], list[str]]:
    """Ids and faults; with any fault, `load_exercises` raises just these."""
    exercises, faults = read_exercises(kit_data, own)
    if faults:
        with pytest.raises(ContentError) as caught:
            load_exercises(kit_data, own)
        assert list(caught.value.faults) == faults
    else:
        assert load_exercises(kit_data, own) == exercises
    return [e.id for e in exercises], [str(f) for f in faults]


def test_a_faulty_override_leaves_the_kits(kit_data: Path, own: Path, put: Put) -> None:
    """An own file with a fault is left out: the kit's exercise of the same id stays, and so does the good rest."""
    put(kit_data / "exercises", "calf")
    put(own, "good")
    edit(put(own, "calf", name="Ours"), "tempo_s = 2", 'tempo_s = "2 s"')
    exercises, faults = read_exercises(kit_data, [own])
    assert [(e.id, e.name) for e in exercises] == [("calf", "Heel raise"), ("good", "Heel raise")]
    assert [str(f) for f in faults] == [
        "calf.toml, dose.tempo_s: “2 s” is not a whole number. Write a number without a unit, such as 30."
    ]


def test_a_good_override_takes_its_place(kit_data: Path, own: Path, put: Put) -> None:
    """An own file without a fault stands where the kit's exercise stood."""
    put(kit_data / "exercises", "calf")
    put(kit_data / "exercises", "heel")
    put(own, "calf", name="Ours")
    exercises, faults = read_exercises(kit_data, [own])
    assert ([e.name for e in exercises], faults) == (["Ours", "Heel raise"], [])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"Heel raise"', f'"{"x" * 1_000_000}"', "name: “xxxx"),
        ('feel = ""', f'feel = "{"x" * 1_000_000}"', "feel: “xxxx"),
        ("tempo_s = 2", "tempo_s = nan", "tempo_s: nan is not a whole number."),
        ("tempo_s = 2", "tempo_s = 2\nload_kg = nan", "load_kg: nan is refused"),
        ("tempo_s = 2", "tempo_s = true", "tempo_s: true is not a whole number."),
        ("tempo_s = 2", f"tempo_s = {'9' * 5000}", "is not TOML"),
        ("[dose]", 'tags = "stand"\n[dose]', "muscles.tags: is not a known field."),
        ('feel = ""', 'feel = ""\ntags = "stand"', "tags: “stand” is refused"),
        ('feel = ""', 'feel = ""\ntags = [1]', "tags.0: 1 is refused"),
        ('feel = ""', 'feel = ""\ntags = ["stnd"]', "tags: “stnd” is not a known movement tag. Did you mean “stand”?"),
        ('feel = ""', 'feel = ""\ntags = ["stand@arm"]', "tags.0.limb: “arm” is refused: it must be one of"),
        ('feel = ""', 'feel = ""\ntags = ["' + "t" * 9000 + '"]', "tags.0.name: “ttt"),
        ('feel = ""', 'feel = ""\nsteps = 3', "is not TOML"),
        ("[muscles]", "[x" + ".a" * 50_000 + "]\n[muscles]", ""),
        ('feel = ""', "feel = " + "[" * 50_000, "is nested too deeply."),
        ('feel = ""', 'feel = ""\n"a\\nb" = 1', "a␊b: is not a known field."),
        ('[\n  "Rise on your toes.",\n]', "[" + '"Go.",' * 51 + "]", "steps: "),
        ('[\n  "Rise on your toes.",\n]', '["Rise on your {lead}{toe}."]', "{toe} is no side word."),
        ('feel = ""', 'feel = ""\neasier = [{ text = "Use your {left} leg." }]', "{left} is no side word."),
        ('feel = ""', 'feel = "{' + "x" * 1900 + '}"', "{xxx"),
        ('feel = ""', 'feel = ""\nreview = "signed_off"\nneeds_clinician = ["dose"]', "still needs a clinician"),
        ('feel = ""', 'feel = ""\nneeds_clinician = ["name"]', "needs_clinician.0: “name” is refused"),
    ],
)
def test_hostile_values(kit_data: Path, own: Path, put: Put, old: str, new: str, fault: str) -> None:
    """Whatever stands in a field, it is told in a short message that names the file, and the rest is there."""
    put(own, "good")
    edit(put(own, "bad"), old, new)
    ids, faults = read(kit_data, own)
    assert ids == ["good"]
    assert faults
    assert all(f.startswith("bad.toml") and len(f) < 1000 for f in faults)
    assert any(fault in f for f in faults)


def test_markup_in_a_name_is_text(kit_data: Path, own: Path, put: Put) -> None:
    """HTML, TOML and typst signs in a name are letters like others."""
    name = "<b onclick='x()'>Bold</b> & #strong[\\u{41}] \"quoted\""
    put(own, "odd", name=name)
    assert read_exercises(kit_data, [own])[0][0].name == name


def test_side_words_in_easier_and_harder(kit_data: Path, own: Path, put: Put) -> None:
    """{lead} and {other} may stand in the texts of variants."""
    put(own, "sided", easier=[{"text": "Rest your {other} hand on a table."}], harder=[{"text": "Lift your {lead}."}])
    assert read(kit_data, own) == (["sided"], [])


def test_what_is_no_file(kit_data: Path, own: Path, put: Put) -> None:
    """Folders, pipes, links to nowhere and to themselves, huge and binary files: each is one fault."""
    put(own, "good")
    (own / "folder.toml").mkdir()
    (own / "loop.toml").symlink_to(own / "loop.toml")
    (own / "nowhere.toml").symlink_to(own / "gone")
    (own / "round").symlink_to(own, target_is_directory=True)
    os.mkfifo(own / "pipe.toml")
    (own / "latin.toml").write_bytes('id = "ä"'.encode("latin-1"))
    (own / "zero.toml").write_bytes(b"\x00")
    (own / "broken.toml").write_text("id = \n")
    (own / ".hidden.toml").write_text("not read")
    with (own / "huge.toml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    ids, faults = read(kit_data, own)
    assert ids == ["good"]
    told = [f.partition(": ")[::2] for f in faults]
    assert [(Path(where).name, what.split(" (")[0]) for where, what in told] == [
        ("broken.toml", "is not TOML: Invalid value"),
        ("folder.toml", "is no file. Rename it, or take it out of the folder."),
        ("huge.toml", f"has {MAX_BYTES + 1} bytes, and at most {MAX_BYTES} are read. Check that it is an exercise."),
        ("latin.toml", "byte 6 is not UTF-8 text. Save the file again as UTF-8."),
        ("loop.toml", "cannot be read: Too many levels of symbolic links. Check or delete the file."),
        ("nowhere.toml", "cannot be read: No such file or directory. Check or delete the file."),
        ("pipe.toml", "is no file. Rename it, or take it out of the folder."),
        ("zero.toml", "is not TOML: Invalid statement"),
    ]


def test_a_folder_that_cannot_be_read(kit_data: Path, own: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not there is empty; one that cannot be read is a fault, and so is such a file."""
    assert read(kit_data, own / "none") == ([], [])
    file = own / "file"
    file.write_text("")
    assert read(kit_data, file)[1] == [
        f"{file}: cannot be read: Not a directory. Check the name and your rights to the folder."
    ]
    put(own, "locked")

    really = os.open

    def refuse(path: Path, *flags: int) -> int:
        if Path(path).name == "locked.toml":
            raise PermissionError(13, "Permission denied")
        return really(path, *flags)

    monkeypatch.setattr(os, "open", refuse)
    assert [f for f in read(kit_data, own)[1] if "locked" in f] == [
        f"{own / 'locked.toml'}: cannot be read: Permission denied. Check the name and your rights to the folder."
    ]


def test_one_id_in_two_files(kit_data: Path, own: Path, put: Put) -> None:
    """Two files of a folder with one id: the one that is named after it counts, the other is told."""
    put(own, "calf")
    put(own, "calf").rename(own / "other.toml")
    put(own, "calf")
    assert read(kit_data, own) == (
        ["calf"],
        [
            "other.toml, id: “calf” is the id of calf.toml already. Give this one another id, and name its file after it."
        ],
    )


def test_all_circles_are_told(kit_data: Path, own: Path, put: Put) -> None:
    """Each circle of easier or harder links is one fault; those in it are left out, what leads to it loses the link."""
    links = {"a": ["b", "c"], "b": ["a"], "c": ["d"], "d": ["a"], "e": ["e"], "f": ["a", "g"], "g": []}
    for key, targets in links.items():
        put(own, key * 2, easier=[{"id": t * 2} for t in targets], harder=[{"id": "gg"}] if key == "g" else [])
    exercises, faults = read_exercises(kit_data, [own])
    assert [str(f) for f in faults] == [
        "aa.toml, easier: the chain aa → bb → aa runs in a circle. Take one link out.",
        "aa.toml, easier: the chain aa → cc → dd → aa runs in a circle. Take one link out.",
        "ee.toml, easier: the chain ee → ee runs in a circle. Take one link out.",
        "gg.toml, harder: the chain gg → gg runs in a circle. Take one link out.",
    ]
    assert [(e.id, e.easier) for e in exercises] == [("ff", ())]


def test_an_own_file_closes_a_circle(kit_data: Path, own: Path, put: Put) -> None:
    """Where an own file makes a circle with exercises of the kit, the kit's all stay, the overridden one too."""
    put(kit_data / "exercises", "aa", easier=[{"id": "bb"}])
    put(kit_data / "exercises", "bb")
    put(own, "bb", name="Ours", easier=[{"id": "aa"}])
    exercises, faults = read_exercises(kit_data, [own])
    assert [(e.id, e.name, len(e.easier)) for e in exercises] == [("aa", "Heel raise", 1), ("bb", "Heel raise", 0)]
    assert len(faults) == 1


def test_a_dead_link(kit_data: Path, own: Path, put: Put) -> None:
    """A link to no exercise is a fault of its file; a link to a file with faults is not, it is dropped."""
    put(own, "aa", easier=[{"id": "bb"}, {"text": "Slower."}])
    edit(put(own, "bb"), "tempo_s = 2", "tempo_s = -2")
    put(own, "cc", harder=[{"id": "good_one"}])
    put(own, "good_on")
    exercises, faults = read_exercises(kit_data, [own])
    assert [(e.id, [v.text for v in e.easier]) for e in exercises] == [("aa", ["Slower."]), ("good_on", [])]
    assert [str(f) for f in faults] == [
        "bb.toml, dose.tempo_s: -2 is refused: it must be 0 or more. Correct the value.",
        "cc.toml, harder: “good_one” is not in the library. Did you mean “good_on”?",
    ]


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4)))
def test_circles_against_walking_every_way(links: dict[str, list[str]]) -> None:
    """A link is in a listed circle exactly if one can walk on from its end to its start; each circle is real."""
    links = {key: [t for t in targets if t in links] for key, targets in links.items()}

    def reach(start: str) -> set[str]:
        found, todo = {start}, [start]
        while todo:
            todo += [t for t in links[todo.pop()] if t not in found and not found.add(t)]  # type: ignore[func-returns-value]
        return found

    rings = circles(links)
    listed = {link for ring in rings for link in zip(ring, (*ring[1:], ring[0]), strict=True)}
    assert listed == {(key, t) for key, targets in links.items() for t in targets if key in reach(t)}
    assert len({tuple(ring) for ring in rings}) == len(rings)
    assert all(len(set(ring)) == len(ring) and ring[0] == min(ring) for ring in rings)


def test_a_long_circle_is_told_shortly(kit_data: Path, own: Path, put: Put) -> None:
    """A circle of 300 exercises is found, and told in one readable message."""
    for n in range(300):
        put(own, f"e{n:03}", easier=[{"id": f"e{(n + 1) % 300:03}"}])
    (fault,) = read(kit_data, own)[1]
    assert "e010 → 288 more → e299 → e000 runs in a circle" in fault
    assert len(fault) < 200


def test_tags_of_the_kit_are_missing(kit_data: Path, own: Path, put: Put) -> None:
    """Without tags.toml every fault is told: the table's, and the tag's that stands in no table."""
    put(own, "calf", tags=[{"name": "stand"}])
    (kit_data / "tags.toml").unlink()
    ids, faults = read(kit_data, own)
    assert ids == []
    assert [f.split(":")[0] for f in faults] == ["tags.toml", "calf.toml, tags"]


def test_no_thread_waits(kit_data: Path, own: Path) -> None:
    """A pipe that nobody writes to does not hold the reader."""
    os.mkfifo(own / "pipe.toml")
    reader = threading.Thread(target=read_exercises, args=(kit_data, [own]), daemon=True)
    reader.start()
    reader.join(5)
    assert not reader.is_alive()


def test_licence_asks_for_a_notice_unless_told(put: Put, own: Path) -> None:
    """A licence is printed with the exercise unless it says that it need not be."""
    exercise = Exercise.model_validate({**_plain(), "licence": {"name": "CC BY 4.0"}})
    assert exercise.licence is not None
    assert exercise.licence.print_notice


def _plain() -> dict[str, object]:
    dose = {"tempo_s": 1}
    said = {"name": "N", "patient_name": "N", "category": "strength", "region": "hip", "position": "sitting"}
    rest = {"muscles": {"primary": ["glutes"]}, "sides": "both", "steps": ["Sit."], "feel": "", "dose": dose}
    return {"id": "one", **said, **rest, "sources": [{"mark": "G", "says": "x"}]}
