"""What the text of an exercise should not say itself is found, in many ways to say it; what is none is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.library.reading import stated_in
from kit.words.stated import addresses, doses, stated

DOSES = (
    "Hold for 30 seconds.|Hold 30 s.|Hold 30s|Hold 10.|Hold for 30.|Hold for a count of five.|Count to 5."
    "|Pause for a second at the top.|Hold for a few seconds.|half a minute|two to three minutes|a 30-second hold"
    "|Do 3 sets of 10.|3x10|3 x 10 reps|x10|10x|Repeat ten times.|Repeat 8-12.|Repeat 2–3 times.|Perform 15 of these."
    "|several times|Take 5 deep breaths.|twice|Once a day.|Do this daily.|5 per day|every day|3 times a week"
    "|Use a 5 kg weight.|10 lb dumbbell|Halten Sie 30 Sekunden.|10 Wiederholungen|Mantener 20 segundos|10 répétitions"
)
NONE = (
    "Bend your knee to 90 degrees.|Feet 30 cm apart.|Lift one leg at a time.|Stand on one leg.|Sit.Bend your knee."
    "|Once your heel is up, lower it.|Hold two dumbbells.|Put 2 chairs side by side.|Hold at < 90° & breathe."
    "|Repeat for the recommended amount of repetitions.|Do one side first.|Place your feet 12 inches apart.|Step back 2 feet."
    "|Stand 1 m from the wall.|For one leg only.|Set your hands.|e.g. a towel|Lower for two thirds of the way.|Repeat."
)
ADDRESSES = "https://a.b/c|http://a.org|www.x.org|youtu.be/abc|me@x.org|example.com"


@pytest.mark.parametrize("text", DOSES.split("|"))
def test_a_dose_is_found(text: str) -> None:
    """How long, how often, how heavy, how many: in digits or words, alone or in a sentence."""
    assert doses(text)
    assert doses(f"Now {text.lower()}")


@pytest.mark.parametrize("text", NONE.split("|"))
def test_what_is_no_dose(text: str) -> None:
    """Lengths, angles and counts of limbs or things are none, and no full stop makes an address."""
    assert stated(text) == ()


@pytest.mark.parametrize("address", ADDRESSES.split("|"))
def test_an_address_is_found(address: str) -> None:
    """With or without what stands before it, without the sentence's own full stop; a number in it is no dose."""
    assert addresses(f"See ({address}).") == (address,)
    assert doses("https://a.org/10-seconds") == ()


def test_the_kit_states_none() -> None:
    """No exercise of the kit says a dose or an address in its texts: the plan says the dose."""
    assert {e.id: stated_in(e) for e in Library.load() if stated_in(e)} == {}


@given(st.text(alphabet="0123456789xX -/.,:@*_asecmintorhldfg", max_size=400))
def test_any_text(text: str) -> None:
    """Whatever is found stands in the text."""
    assert all(found in text for found in addresses(text))
    assert len(stated(text)) <= len(text)
