"""What goes to a page of a change: no more than changed, and the page has the whole again."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kit.ui.changed import Changed, changed

WORDS = st.text(alphabet="abc", max_size=2)
STATES = st.recursive(
    st.none() | st.integers(min_value=2, max_value=5) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


def after(before: Any, change: Changed) -> Any:
    """As `js/shared/changed.js` puts it together."""
    if "within" not in change:
        return change["now"]
    made = copy.copy(before)
    for part, inner in change["within"].items():
        place: Any = int(part) if isinstance(made, list) else part
        made[place] = after(made[place], inner)
    return made


@given(STATES, STATES)
def test_the_page_has_the_whole_again(before: Any, now: Any) -> None:
    """The state before with its change is the state after it, whatever the two are; without a change they are one."""
    change = changed(before, now)
    assert (before if change is None else after(before, change)) == now


@given(STATES)
def test_what_has_not_changed_is_not_told(state: Any) -> None:
    """An equal state is no change, and beside one that changed nothing of it is told."""
    assert changed(state, copy.deepcopy(state)) is None
    told = changed({"same": state, "n": 1}, {"same": copy.deepcopy(state), "n": 2})
    assert told == {"within": {"n": {"now": 2}}}


def test_a_list_of_another_length_is_told_whole() -> None:
    """By their places its parts could not be told apart."""
    assert changed([1, 2], [1]) == {"now": [1]}
    assert changed({"a": 1}, {"b": 1}) == {"now": {"b": 1}}
