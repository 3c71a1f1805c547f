"""An exercise is found by whatever it is called, mistyped or not; filters only take away; nothing typed can harm."""

from __future__ import annotations

import time
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.library.exercise import CATEGORIES, REGIONS, Exercise
from kit.library.library import Library
from kit.library.search import synonyms
from kit.library.search.synonyms import SynonymFile, Synonyms
from kit.library.search.tiers import Tiers
from kit.model import parse
from kit.places import data_dir
from kit.words.folding import fold

LIBRARY = Library.load()
SYNONYMS = Synonyms.load()
exercises = st.sampled_from(list(LIBRARY))
WORDS = sorted({w for e in LIBRARY for t in (e.name, e.patient_name, *e.aliases, e.position) for w in fold(t)})
queries = st.lists(st.sampled_from([*WORDS, "hammies", "buttock", "brige", "xyzzy", "s"]), max_size=4)


def ids(words: str = "", **filters: object) -> list[str]:
    return [e.id for e in LIBRARY.search(words, **filters)]  # type: ignore[arg-type]


def made(exercise_id: str, name: str = "Some movement", **fields: object) -> Exercise:
    """A small exercise of which only the given fields could be hit."""
    base = {
        "id": exercise_id,
        "name": name,
        "patient_name": name,
        "category": "mobility",
        "region": "neck",
        "position": "anyhow",
        "muscles": {"primary": ("none in particular",)},
        "sides": "both",
        "steps": ("Move.",),
        "feel": "Easy.",
        "dose": {"hold_s": 5},
        "sources": ({"mark": "D", "says": "Made up."},),
    }
    return parse(Exercise, base | fields, exercise_id)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("pretzel", "supine_figure4_stretch"),
        ("bend like a pretzel", "supine_figure4_stretch"),
        ("PIRIFORMIS", "supine_figure4_stretch"),
        ("it band", "standing_itb_stretch"),
        ("itb", "standing_itb_stretch"),
        ("sit and rotate", "seated_rotator_stretch"),
        ("lying cross", "supine_leg_crossover"),
        ("clam shell", "clamshell"),
        ("glute brige", "bridge"),
        ("sit to stand", "sit_to_stand"),
        ("chair stand", "sit_to_stand"),
        ("squat", "mini_squat"),
        ("bird dog", "bird_dog"),
        ("birddog", "bird_dog"),
        ("SLR", "straight_leg_raise"),
        ("hamstring", "hamstring_strap_stretch"),
        ("hammies", "hamstring_strap_stretch"),
        ("quads", "quad_set"),
        ("pec", "doorway_pec_stretch"),
        ("chin tuck", "chin_tuck"),
        ("press up", "prone_press_up"),
        ("push up", "wall_pushup_plus"),
        ("pushup", "wall_pushup_plus"),
        ("side plank", "side_bridge_knees"),
        ("calf raise", "heel_raise_double"),
        ("heel raise", "heel_raise_double"),
        ("heel raises", "heel_raise_double"),
        ("single calf raise", "heel_raise_single"),
    ],
)
def test_what_a_clinician_types(words: str, first: str) -> None:
    """The right one comes first, whatever the clinician calls it."""
    assert ids(words)[0] == first


@pytest.mark.parametrize("words", ["calf raise", "heel raise", "toe raises", "raise calf"])
def test_both_heel_raises_come_first(words: str) -> None:
    """What two exercises are called finds the two."""
    assert set(ids(words)[:2]) == {"heel_raise_double", "heel_raise_single"}


def _called(text: str) -> list[str]:
    whole = "".join(fold(text))
    return [
        e.id
        for e in LIBRARY
        if whole in {"".join(fold(t)) for t in (e.id, e.name, e.patient_name, e.article_name, *e.aliases)}
    ]


@pytest.mark.parametrize("e", LIBRARY, ids=lambda e: e.id)
def test_found_first_by_each_of_its_names(e: Exercise) -> None:
    """By its own id, name, patient's name, article's name and aliases; among the first three where others share it."""
    for text in filter(None, (e.id, e.name, e.patient_name, e.article_name, *e.aliases)):
        within = 1 if _called(text) == [e.id] else 3
        assert e.id in ids(text)[:within], text


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[Exercise, str]:
    """A name with one letter of a word of five or more deleted, doubled, swapped with the next, or replaced."""
    e = draw(exercises)
    words = draw(st.sampled_from((e.name, e.patient_name))).casefold().split()
    long = [n for n, word in enumerate(words) if len(word) >= 5 and word.isascii() and word.isalpha()]
    assume(long)
    n = draw(st.sampled_from(long))
    word = words[n]
    at = draw(st.integers(0, len(word) - 1))
    here, rest = word[at], word[at + 1 :]
    other = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    changed = draw(st.sampled_from((rest, here * 2 + rest, rest[:1] + here + rest[1:], other + rest)))
    return e, " ".join([*words[:n], word[:at] + changed, *words[n + 1 :]])


@settings(max_examples=500)
@given(mistyped())
def test_one_typing_error_is_forgiven(case: tuple[Exercise, str]) -> None:
    """A name with one letter wrong in a long word still finds its exercise among the first five."""
    e, typed = case
    assert e.id in ids(typed)[:5]


@given(exercises, st.data())
def test_any_words_of_an_exercise_find_it(e: Exercise, data: st.DataObject) -> None:
    """Words taken from anywhere in an exercise, or their beginnings, find it: nothing that is there is missed."""
    fields = (e.category, *e.all_regions, e.position, *(q.name for q in e.equipment), *e.muscles.primary)
    said = [w for t in (e.id, e.name, e.patient_name, *e.aliases, *fields, *e.muscles.secondary) for w in fold(t)]
    words = data.draw(st.lists(st.sampled_from(said), min_size=1, max_size=5))
    assert e.id in ids(" ".join(words))
    assert e.id in ids(" ".join(w[: data.draw(st.integers(1, len(w)))] for w in words))


@given(queries, st.randoms(use_true_random=False))
def test_the_order_of_words_does_not_matter(words: list[str], chance: object) -> None:
    """Words in any order find the same exercises."""
    shuffled = list(words)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert set(ids(" ".join(words))) == set(ids(" ".join(shuffled)))


@given(queries)
def test_case_accents_and_hyphens_do_not_matter(words: list[str]) -> None:
    """The same words in capitals, accented, hyphenated or full of invisible marks give the same answer."""
    plain = ids(" ".join(words))
    assert ids(" ".join(words).upper()) == plain
    assert ids("-".join(words)) == plain
    assert ids("\u2013".join(words)) == plain
    accented = "".join(c + "\u0301" if c.isalpha() else c for c in " ".join(words))
    assert ids(accented) == ids(unicodedata.normalize("NFC", accented)) == plain
    assert ids("\u200f" + "\u00ad".join(" ".join(words)) + "\u202e") == plain


filters = st.fixed_dictionaries(
    {},
    optional={
        "region": st.sampled_from([*REGIONS, None]),
        "category": st.sampled_from([*CATEGORIES, None]),
        "position": st.sampled_from(["standing", "supine", "sitting", "lying", "", None]),
        "muscle": st.sampled_from(["glutes", "quads", "calf", "gluteus medius", None]),
        "equipment": st.sets(st.sampled_from(["mat", "chair", "wall", "band", "towel"])),
    },
)


@given(queries, filters, filters)
def test_a_filter_never_adds(words: list[str], some: dict[str, object], more: dict[str, object]) -> None:
    """What two sets of filters leave is what both leave, in the order of the unfiltered search."""
    typed = " ".join(words)
    every, fewer = ids(typed), ids(typed, **some)
    assert fewer == [i for i in every if i in fewer]
    assume(not some.keys() & more.keys())
    both, others = ids(typed, **some, **more), ids(typed, **more)
    assert both == [i for i in fewer if i in others]


def test_without_words_all_in_library_order() -> None:
    """Nothing typed, or nothing that is a word, gives the library as it stands; a word that hits nothing, nothing."""
    everything = [e.id for e in LIBRARY]
    assert ids() == ids("  ") == ids("!?…") == everything
    assert ids("pretzel xyzzy") == ids("pretzel", category="balance") == []
    assert ids(region="knee") == [e.id for e in LIBRARY if "knee" in e.all_regions]


def test_the_ranks() -> None:
    """Exact name, beginning of a name, alias, synonym, typing error, then muscle, region or any other field."""
    ranked = [
        made("exact", "Heel raise"),
        made("begins", "Heel raise with a ball"),
        made("alias", aliases=("wobbly heel raise",)),
        made("synonym", "Loaded calf raise"),
        made("not_asked_for", "Heal raise"),
        made("field", muscles={"primary": ("whatever a heel raise works",)}),
    ]
    for order in (ranked, ranked[::-1]):
        strict = [e.id for e in Library(order).search("heel raise")]
        assert strict == ["exact", "begins", "alias", "synonym", "field"]
    typo, synonym = made("typo", "Hamstrung stretch"), made("synonym", aliases=("hammies",))
    field = made("field", muscles={"primary": ("hamstring",)})
    assert [e.id for e in Library([field, typo]).search("hamstring")] == ["typo", "field"]
    assert [e.id for e in Library([typo, synonym]).search("hamstring")] == ["synonym", "typo"]


def test_typing_error_before_field() -> None:
    """A mistyped name comes before the same word mistyped for a muscle."""
    both = Library([made("field", muscles={"primary": ("deltoid",)}), made("name", "Deltoid stretch")])
    assert [e.id for e in both.search("detloid")] == ["name", "field"]


def test_a_known_word_is_no_typing_error() -> None:
    """Where “calf” is found as typed, “half” is not offered; where it finds less than three, it is, and comes last."""
    half, calves = made("half", "Half kneel"), [made(f"calf_{n}", "Calf raise") for n in range(3)]
    assert [e.id for e in Library([half, *calves]).search("calf")] == ["calf_0", "calf_1", "calf_2"]
    assert [e.id for e in Library([half, *calves[1:]]).search("calf")] == ["calf_1", "calf_2", "half"]
    assert [e.id for e in Library([half]).search("calf")] == ["half"]


def test_words_that_stand_together_come_first() -> None:
    """“Lower back” means the region before an exercise in which the two words stand apart."""
    apart = made("apart", aliases=("lower the heel of the back leg",))
    region = made("region", region="low_back")
    assert [e.id for e in Library([apart, region]).search("lower back")] == ["region", "apart"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("sideplank", "Low side plank hold"),
        ("hand stand", "Handstand"),
        ("stand hand", "Handstand"),
        ("push back", "Pushback"),
        ("sittostand", "Sit to stand"),
        ("childs pose", "Child’s pose"),
        ("child's pose", "Childs pose"),
        ("figure-4", "Figure4"),
        ("lunges", "Lunge walk"),
        ("stretches for my hip", "Hip stretch"),
        ("Übung", "Ubung"),
        ("strasse", "Straße"),
        ("ﬂex", "Flex"),
    ],
)
def test_spellings(query: str, name: str) -> None:
    """One word or two, with or without apostrophe, plural, accent, ligature and small words, it is the same."""
    library = Library([made("other"), made("it", name)])
    assert [e.id for e in library.search(query)] == ["it"]


def test_small_words_alone_are_sought() -> None:
    """A query of nothing but small words is no empty query."""
    assert [e.id for e in Library([made("other"), made("it", "Over the top")]).search("the")] == ["it"]


def test_a_plural_is_no_typing_error() -> None:
    """“Swings” hits “swing” in a name as well as “swing” would, so before “swings” in an alias."""
    library = Library([made("alias", aliases=("easy swings",)), made("name", "Arm swing")])
    assert [e.id for e in library.search("swings")] == ["name", "alias"]


def test_the_shorter_name_comes_first() -> None:
    """Of two names that hold the word, the one that says less besides is the better hit."""
    library = Library([made("long", "Deep slow wobble squat"), made("short", "Wobble squat")])
    assert [e.id for e in library.search("squat")] == ["short", "long"]


GROUPS = SynonymFile.model_validate(tomllib.loads((data_dir() / "synonyms.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("group", GROUPS.groups, ids=lambda group: group[0])
def test_synonyms_stand_for_one_another(group: tuple[str, ...]) -> None:
    """An exercise called by one phrase of a group is found by every other; each phrase has words and stands once."""
    assert len({tuple(fold(phrase)) for phrase in group}) == len(group)
    for said in group:
        only = Library([made("it", said)])
        for asked in group:
            assert fold(asked)
            assert [e.id for e in only.search(asked)] == ["it"], (said, asked)


@pytest.mark.parametrize(("wide", "narrow"), [(w, n) for w, ns in GROUPS.wider.items() for n in ns])
def test_a_wider_phrase_finds_narrower_ones(wide: str, narrow: str) -> None:
    """What says the narrower phrase is found by the wider one."""
    assert Library([made("it", narrow)]).search(wide)


def test_wider_does_not_work_backwards() -> None:
    """A stretch of the thigh is not yet one of the quadriceps."""
    assert Library([made("it", "Thigh stretch")]).search("quadriceps") == []


def test_a_synonym_of_two_words_needs_both() -> None:
    """“Back of thigh” means hamstring; “back” alone does not."""
    only = Library([made("it", "Hamstring")])
    assert only.search("back of thigh")
    assert only.search("back") == []


@pytest.mark.parametrize(
    ("needs", "at_hand", "passes"),
    [
        ((), (), True),
        ((("mat", False),), (), False),
        ((("mat", False),), ("mat",), True),
        ((("mat", False),), ("Yoga mats",), True),
        ((("firm chair", False),), ("chair",), True),
        ((("strap or towel", False),), ("towel",), True),
        ((("strap or towel", False),), ("belt",), True),
        ((("strap or towel", False),), ("bath towel",), True),
        ((("ball", False),), ("big red ball",), True),
        ((("band", False),), ("TheraBand",), True),
        ((("pillow for the knee", False),), ("cushion",), True),
        ((("mat", False), ("wall", False)), ("mat",), False),
        ((("mat", False), ("ankle weight", True)), ("mat",), True),
        ((("wall", False),), ("mat", "", "?"), False),
        ((("10-20 cm step", False),), ("step",), True),
    ],
)
def test_equipment_at_hand(needs: tuple[tuple[str, bool], ...], at_hand: tuple[str, ...], passes: bool) -> None:
    """An exercise passes when each thing it cannot do without is at hand, by plain words."""
    things = tuple({"name": name, "optional": optional} for name, optional in needs)
    found = Library([made("it", equipment=things)]).search(equipment=at_hand)
    assert bool(found) is passes


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        ({"position": "supine"}, True),
        ({"position": "lying on my back"}, True),
        ({"position": "back"}, False),
        ({"muscle": "back"}, False),
        ({"muscle": "back of thigh"}, True),
        ({"position": "lying"}, True),
        ({"position": "knees bent"}, True),
        ({"position": "standing"}, False),
        ({"muscle": "Gluteus Medius"}, True),
        ({"muscle": "glutes"}, True),
        ({"muscle": "buttock"}, True),
        ({"muscle": "hamstring"}, True),
        ({"muscle": "the hamstrings"}, True),
        ({"muscle": "calf"}, False),
        ({"region": "hip"}, True),
        ({"region": "knee"}, True),
        ({"region": "neck"}, False),
        ({"region": "hip", "category": "strength", "position": "supine", "muscle": "hams", "equipment": {"mat"}}, True),
        ({"region": "hip", "category": "balance", "position": "supine", "muscle": "hams", "equipment": {"mat"}}, False),
    ],
)
def test_filters(filters: dict[str, object], passes: bool) -> None:
    """Each filter must hold: plain words for position and muscle, any region that the exercise loads."""
    e = made(
        "it",
        category="strength",
        region="hip",
        regions=("knee",),
        position="supine, knees bent",
        muscles={"primary": ("gluteus medius",), "secondary": ("hamstrings",)},
        equipment=({"name": "mat"},),
    )
    assert bool(Library([e]).search(**filters)) is passes  # type: ignore[arg-type]


HOSTILE = {
    "a megabyte of one word": "a" * 1_000_000,
    "a megabyte of words": "bridge " * 150_000,
    "a megabyte of different words": " ".join(map(str, range(150_000))),
    "a megabyte of letters that grow": "\ufdfa" * 333_000,
    "a megabyte of accents": "e" + "\u0301" * 1_000_000,
    "two hundred letters": " ".join(chr(0x4E00 + n) for n in range(200)),
    "every letter": " ".join("abcdefghijklmnopqrstuvwxyz"),
    "punctuation": "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85",
    "direction marks": "\u202e\u2066\u200f\u061c",
    "lone surrogates": "\ud800 \udfff",
    "a pattern": "(a+)+$ [^ .* \\",
    "the last character": "\U0010ffff",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_answered_at_once(text: str) -> None:
    """Whatever is typed or pasted is answered within a second of the processor's time."""
    start = time.process_time()
    LIBRARY.search(text, position=text, muscle=text, equipment={text})
    LIBRARY.search(text)
    assert time.process_time() - start < 1


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    """No text crashes the search; the same text gives the same answer."""
    assert ids(text, position=text, muscle=text, equipment={text}) == ids(
        text, position=text, muscle=text, equipment={text}
    )


def test_the_index_is_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library builds its index with the first search, and never again."""
    built: list[int] = []
    monkeypatch.setattr(Tiers, "__init__", _counting(Tiers.__init__, built))
    library = Library(list(LIBRARY)[:3])
    assert built == []
    for words in ("hip", "", "knee"):
        library.search(words)
    assert len(built) == 1


def _counting(call: Callable[..., None], built: list[int]) -> Callable[..., None]:
    def counted(*args: object) -> None:
        built.append(1)
        call(*args)

    return counted


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("groups = [", "synonyms.toml: is not TOML: Invalid value (at end of document). Mend that line."),
        (
            "group = []",
            "synonyms.toml, group: is not a known field. Did you mean “groups”?",
        ),
    ],
)
def test_a_broken_file_of_synonyms_is_told(
    text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the file, the rule and the mend."""
    (tmp_path / "synonyms.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(synonyms, "data_dir", lambda: tmp_path)
    with pytest.raises(ContentError) as caught:
        Synonyms.load()
    assert str(caught.value) == fault
