"""A search in 5,000 exercises, against rapidfuzz passing over their names alone.

Both answer the same queries in turn, in one run. Prints the ratio of the medians for each query; the aim: at most 2.

    uv run python benchmarks/search.py [ROUNDS]
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from rapidfuzz import fuzz, process

from kit.library.dose import Dose
from kit.library.exercise import CATEGORIES, REGIONS, Equipment, Exercise, Muscles, Source
from kit.library.library import Library

COUNT = 5000
# A name is put together from these; the made-up words keep the vocabulary as wide as that of a real collection.
HOW = [
    "seated",
    "standing",
    "supine",
    "prone",
    "kneeling",
    "banded",
    "weighted",
    "assisted",
    "slow",
    "deep",
    "single-leg",
    "double-leg",
]
WHERE = [
    "hip",
    "knee",
    "ankle",
    "shoulder",
    "neck",
    "wrist",
    "elbow",
    "calf",
    "hamstring",
    "quadriceps",
    "gluteal",
    "trunk",
    "chest",
    "back",
    "thigh",
]
WHAT = [
    "stretch",
    "raise",
    "bridge",
    "squat",
    "lunge",
    "rotation",
    "press",
    "row",
    "slide",
    "hold",
    "curl",
    "step",
    "swing",
    "circle",
    "tilt",
    "extension",
]
WITH = ["band", "ball", "wall", "chair", "towel", "step", "strap", "dumbbell", "mat", "roller"]
MUSCLES = ["gluteus maximus", "gluteus medius", "quadriceps", "hamstrings", "soleus", "deltoid", "rectus abdominis"]
QUERIES = {
    "a word": "bridge",
    "the commonest word": "stretch",
    "the start of a word": "str",
    "half a word": "hamst",
    "one letter": "s",
    "a synonym": "hammies",
    "a typing error": "hamstirng brige",
    "three words": "seated hip stretch",
    "words apart": "band gluteal rotation",
    "a condition": "frozen shoulder",
    "nothing": "xylophone",
    "a long query": "slow standing hamstring stretch with a strap for the back of the thigh",
}


def made_up(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def exercise(number: int, chance: random.Random) -> Exercise:
    rare = made_up(chance)

    def name() -> str:
        words = [chance.choice(HOW), chance.choice(WHERE), chance.choice(WHAT), "with", chance.choice(WITH), rare]
        return " ".join(words).capitalize()

    return Exercise(
        id=f"exercise_{number:04}",
        name=name(),
        patient_name=name(),
        aliases=tuple(name() for _ in range(6)),
        category=chance.choice(CATEGORIES),
        region=chance.choice(REGIONS),
        position=chance.choice(HOW),
        equipment=(Equipment(name=chance.choice(WITH)),),
        muscles=Muscles(primary=tuple(chance.sample(MUSCLES, 2))),
        sides="each",
        steps=("Move.",),
        feel="A light pull.",
        dose=Dose(hold_s=30),
        sources=(Source(mark="D", says="Made up."),),
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    chance = random.Random(1)
    library = Library(exercise(n, chance) for n in range(COUNT))
    names = [e.name for e in library]
    first = seconds(lambda: library.search("bridge"))
    took: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for kind, query in QUERIES.items():
            bare = seconds(partial(process.extract, query, names, scorer=fuzz.WRatio, limit=20))
            took.setdefault((kind, "bare"), []).append(bare)
            took.setdefault((kind, "kit"), []).append(seconds(partial(library.search, query)))
    medians = {key: statistics.median(times) for key, times in took.items()}
    for kind, query in QUERIES.items():
        ratio = medians[kind, "kit"] / medians[kind, "bare"]
        print(f"{ratio:6.2f} times a bare pass over the names: {kind}, “{query}” ({len(library.search(query))} found)")
    worst = max(medians[kind, "kit"] / medians[kind, "bare"] for kind in QUERIES)
    print(f"{worst:6.2f} at worst (at most 2); the first search, which builds the index: ", end="")
    print(f"{first / statistics.median(medians[kind, 'bare'] for kind in QUERIES):.0f} bare passes, once")


if __name__ == "__main__":
    main()
