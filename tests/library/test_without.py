"""Things that are said not to be there, and the version of an exercise that does without them."""

from __future__ import annotations

import pytest

from kit.library.equipment import is_gone, missing
from kit.library.library import Library
from kit.library.without import version_without


@pytest.mark.parametrize(
    ("at_hand", "not_there", "lacking"),
    [
        ((), (), []),
        ((), ("band",), ["loop band"]),
        ((), ("loop band",), ["loop band"]),
        ((), ("long band",), []),
        ((), ("band", "wall"), ["loop band", "wall"]),
        (("wall",), (), ["loop band"]),
        (("band", "wall"), (), []),
        (("band", "wall"), ("loop band",), ["loop band"]),
        (("loop band", "wall"), ("band",), []),
    ],
)
def test_what_is_said_not_to_be_there_is_missing(
    library: Library, at_hand: tuple[str, ...], not_there: tuple[str, ...], lacking: list[str]
) -> None:
    """No bands are no band of any kind, but the one that is there; no long band says nothing of a loop band."""
    assert missing(library["banded_side_step"], at_hand, not_there) == lacking


def test_a_choice_is_gone_when_each_of_it_is() -> None:
    assert not is_gone("wall or firm chair", ("wall",))
    assert is_gone("wall or firm chair", ("wall", "chair"))
    assert not is_gone("mat", ())


def test_the_version_without_is_one_that_the_library_names(library: Library) -> None:
    """It needs nothing of what is not there; where nothing is missing, or no version does without, there is none."""
    other = version_without(library["banded_side_step"], library, ("band",))
    assert other is not None
    assert other.id == "side_lying_hip_abduction"
    assert version_without(library["banded_side_step"], library, ("step",)) is None
    assert version_without(library["band_row"], library, ("band",)) is None
    for exercise in library:
        for thing in ("band", "mat", "chair", "wall", "step"):
            if found := version_without(exercise, library, (thing,)):
                assert found.id in {v.id for v in (*exercise.easier, *exercise.harder)}
                assert missing(exercise, (), (thing,))
                assert not missing(found, (), (thing,))
