"""What a free note says of conditions: what the list has is chosen from it, and what may mean it is asked about."""

from __future__ import annotations

import pytest

from kit.library.condition_notes import conditions_named, is_condition
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding
from tests.review.cases import START, has, patient, plan_of

NAMING = {
    "ACL reconstruction": "aclr_early",
    "Suspected cauda equina": "cauda_equina",
    "cauda equna signs": "cauda_equina",
    "Fracture of the hip": "acute_fracture",
    "NWB order left": "nwb",
    "non weight bearing left leg": "nwb",
    "ＮＷＢ left": "nwb",
    "Suspected cаudа equinа": "cauda_equina",
    "osteoporosis of the spine": "osteoporosis",
    "osteoporsis": "osteoporosis",
    "hip replacement 2020": "tha_posterior",
    "DVT last year": "dvt_suspected",
    "on warfarin": "anticoagulant",
    "has MS": "falls_risk",
    "heart attack in March": "unstable_cardiac",
    "frozen sholder": "frozen_shoulder",
    "surgery six weeks ago": "recent_surgery",
}
HARMLESS = [
    *("asthma", "wears glasses", "tired after night shifts", "left-handed", "hearing aid", "lives alone", "eczema"),
    *("likes swimming", "type 2 diabetes", "hay fever", "walks the dog twice a day", "high cholesterol", "migraine"),
    *("underactive thyroid", "vegetarian", "cycles to work", "heavy lifting at work", "stairs at home", "nut allergy"),
    *("plays football", "shy of exercise", "prefers mornings", "works at a desk", "speaks Arabic at home"),
    *("two small children", "PE teacher", "carer for her mother", "uses public transport", "irritable bowel"),
    *("sleeps badly", "broken sleep", "reading glasses", "psoriasis", "wants to run 10 km", "no garden, small flat"),
    *("acid reflux", "colour blind", "feels sad in winter", "plays the violin", "gluten free", "retired teacher"),
    *("tennis elbow", "Plantar heel pain", "knee pain", "low back pain", "wears a wrist watch", "Ms Brown's class"),
]

WORDS = {
    "DVT": "dvt_suspected",
    "ＤＶＴ": "dvt_suspected",
    "pe": "dvt_suspected",
    "Slipped disc": "disc_radicular",
    "pacemaker": "unstable_cardiac",
    "AF": "unstable_cardiac",
    "AF, rate controlled": "unstable_cardiac",
    "stable pacemaker": "unstable_cardiac",
    "torn ACL": "aclr_early",
    "osteopenia": "osteoporosis",
    "tumour": "bone_metastasis",
    "dizzy": "bppv",
    "pregnent": "pregnancy",
    "pregant": "pregnancy",
    "warfrin": "anticoagulant",
    "menisectomy": "meniscus_repair",
    "new knee": "tka",
    "both knees replaced": "tka",
    "knee scope": "recent_surgery",
    "can't wee": "cauda_equina",
    "can’t wee": "cauda_equina",
    "bladder retention": "cauda_equina",
    "DHS": "acute_fracture",
    "fx wrist": "acute_fracture",
    "fracture wrist": "acute_fracture",
    "wrist #": "acute_fracture",
    "wrist fracture 2005, healed": "acute_fracture",
    "torn hamstring": "acute_strain",
    "clot": "dvt_suspected",
    "expecting": "pregnancy",
    "PWB": "nwb",
    "hip precautions": "tha_posterior",
    "lung clot": "dvt_suspected",
    "prostate ca with bony mets": "bone_metastasis",
}
TOLD = [
    *("no history of DVT", "father had cancer", "No DVT or PE", "no known osteoporosis", "no cancer, no falls"),
    *(
        "mother had a stroke at 60",
        "His brother has had heart disease",
        "sister died of breast cancer",
        "no recent surgery",
    ),
]
NOT_TOLD = {
    "no DVT but saddle numbness": "cauda_equina",
    "no cancer, DVT in May": "dvt_suspected",
    "father had cancer and he has osteoporosis": "osteoporosis",
    "no weight on leg": "nwb",
    "no weight bearing left": "nwb",
    "no feeling in feet": "falls_risk",
    "no improvement in sciatica": "disc_radicular",
    "no longer on warfarin": "anticoagulant",
    "mother noticed his swollen calf": "dvt_suspected",
    "father had to help after the stroke": "falls_risk",
    "DVT, no PE": "dvt_suspected",
}


def found(library: Library, text: str, exercise: str = "chin_tuck") -> tuple[Plan, list[Finding]]:
    plan = plan_of(library, exercise, who=patient(unlisted=(text,)))
    return plan, [f for f in check(plan, library) if f.where == "plan, conditions"]


@pytest.mark.parametrize(("text", "key"), NAMING.items())
def test_a_note_that_names_a_condition_in_other_words_holds_the_plan(library: Library, text: str, key: str) -> None:
    """Among other words, in look-alike letters, nearly spelt right: a question, which names the condition."""
    assert conditions_named(text)[0] == key
    asked, told = found(library, text)[1]
    assert (asked.holds, asked.question, asked.key.split()[1:4]) == (True, True, ["question", "note", key])
    assert told.key == f"INFO unlisted plan {text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_note_is_kept_and_holds_nothing(library: Library, text: str) -> None:
    """No rule covers it, and nothing is asked."""
    assert [(f.level, f.holds) for f in found(library, text)[1]] == [("INFO", False)]


@pytest.mark.parametrize("text", ["NWB", "сauda equina", "ＮＷＢ", "Stable anticoagulation", "Total knee replacement"])
def test_just_the_name_is_chosen_from_the_list(library: Library, text: str) -> None:
    """Whatever its case and alphabet."""
    assert any(is_condition(key, text) for key in ("nwb", "cauda_equina", "anticoagulant", "tka"))
    assert [f.level for f in found(library, text)[1]] == ["ERROR"]


@pytest.mark.parametrize("text", ["", "ㅤ", "⠀"])
def test_a_note_that_says_nothing_is_none(library: Library, text: str) -> None:
    """Nothing is told of what nobody sees."""
    assert found(library, text)[1] == []


def test_the_question_has_the_level_of_the_condition(library: Library) -> None:
    """AVOID at most, which a name and a reason answer; chosen from the list, a STOP stays one. The whole sentence."""
    plan, (stop, _) = found(library, "Suspected cauda equina")
    assert str(stop) == (
        "AVOID  plan, conditions: the note “Suspected cauda equina” may mean “Suspected cauda equina or progressing "
        "neurological loss”, which the list has. No rule looks at a note. [design choice (D)] Choose it from the list, or "
        "confirm by name that it is something else."
    )
    chosen = plan.describe(context=patient(has("cauda_equina")))
    assert [f.level for f in check(chosen, library) if f.holds] == ["STOP"]
    signed = answer(plan, stop, "B. Chief", START, "Ruled out by MRI in May.")
    assert not [f for f in check(signed, library) if f.holds]
    plan, (avoided, _) = found(library, "NWB order left", "step_up")
    assert (avoided.level, found(library, "NWB order left")[1][0].level) == ("AVOID", "CAUTION")
    assert avoided.mend == "Choose it from the list, or confirm by name that it is something else."
    kept = answer(plan, avoided, "A. Physio", START, "It ended in April.")
    assert not [f for f in check(kept, library) if f.holds]
    other = kept.describe(context=patient(unlisted=("NWB order left and right",)))
    assert [f.holds for f in check(other, library) if f.question] == [True]


@pytest.mark.parametrize(("text", "key"), WORDS.items())
def test_another_word_for_a_condition_is_asked_about(library: Library, text: str, key: str) -> None:
    """Not its own name: nobody has to choose what it is not, and no role and no ten letters are wanted."""
    assert key in conditions_named(text)
    assert not any(is_condition(named, text) for named in conditions_named(text))
    asked, told = found(library, text, "step_up")[1]
    assert (asked.question, asked.level in ("AVOID", "CAUTION"), told.level) == (True, True, "INFO")


@pytest.mark.parametrize("text", TOLD)
def test_what_the_patient_does_not_have_is_told(library: Library, text: str) -> None:
    """Of the patient or of a relative: INFO, and nothing is asked."""
    assert [(f.level, f.holds) for f in found(library, text)[1]] == [("INFO", False)]


@pytest.mark.parametrize(("text", "key"), NOT_TOLD.items())
def test_a_clause_that_says_more_is_asked_about(library: Library, text: str, key: str) -> None:
    """Each clause by itself, and a "no" that is an order or a sign denies nothing."""
    assert key in conditions_named(text)
    assert found(library, text)[1][0].holds
