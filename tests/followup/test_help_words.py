"""The words of a patient name a sign for help by a plain list; what they do not name is read the strict way."""

from __future__ import annotations

import pytest

from kit.errors import ContentError
from kit.followup.help_words import HelpWords, help_words, may_name_a_red_flag, urgency
from kit.library.help_sign import help_signs
from kit.model import parse
from kit.samples.words import EXTRA_NOTE, FLARE_NOTE, NOTES, SIGNS
from kit.words.catalogue import Catalogue
from kit.words.red_flags import TIERS

SENTENCES = [(tier, sign.key) for tier, signs in help_signs().tiers().items() for sign in signs]


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
@pytest.mark.parametrize(("tier", "key"), SENTENCES)
def test_a_sentence_of_the_sheet_has_its_tier(tier: str, key: str, locale: str) -> None:
    """As the web page of the plan returns it, in each language; words of a higher tier in it may raise it."""
    said = urgency(f"yes: {Catalogue(locale).say(f'sign.{key}', 3)}")
    assert said.is_known
    assert said.rank <= TIERS.index(tier)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Could not hold my water this morning", "emergency"),
        ("Numb around the seat since last night", "emergency"),
        ("Chest pains on the stairs", "emergency"),
        ("My calf is hot and swollen on one side", "today"),
        ("Fever and shaking since Sunday", "today"),
        ("knee gave way twice", "call"),
    ],
)
def test_free_words_are_read_by_the_list(text: str, tier: str) -> None:
    """The highest tier that is named."""
    assert (urgency(text).tier, urgency(text).is_known) == (tier, True)
    assert urgency(f"{text}, and fainted").tier == "emergency"


@pytest.mark.parametrize("text", ["yes", "something odd", ""])
def test_what_names_no_sign_is_an_emergency_until_somebody_asks(text: str) -> None:
    """And it is said that the kit does not know it."""
    found = urgency(text)
    assert (found.tier, found.is_known) == ("emergency", False)
    assert found.said == (
        "It is none of the signs that the kit knows: take it as an emergency until you have asked. "
        "Call the patient at once."
    )


def test_a_note_is_marked_by_the_two_upper_tiers_alone() -> None:
    """A hot knee is; what people write every day is not, and a word in a word is none: a week is no wee."""
    assert may_name_a_red_flag("Knee hot and swollen since yesterday, feverish")
    assert all(map(may_name_a_red_flag, SIGNS))
    assert not any(map(may_name_a_red_flag, (*NOTES, FLARE_NOTE, EXTRA_NOTE, "Swam in the pool, poor week")))
    assert not may_name_a_red_flag("knee gave way twice")


def test_each_sign_of_the_upper_tiers_has_words_of_its_own() -> None:
    """So that no sign can be named by ticking alone."""
    upper = {sign.key for tier in ("emergency", "today") for sign in help_signs().tiers()[tier]}
    assert upper <= help_words().words.keys()


def test_the_file_names_signs_that_there_are() -> None:
    """A slip in a key is told."""
    with pytest.raises(ContentError) as caught:
        parse(HelpWords, {"says": dict(help_words().says), "words": {"e_chst": ["chest"]}}, "help_words.toml")
    assert "words has e_chst, which is no sign for help. Correct it." in str(caught.value)
