"""5,000 hostile texts on paper: thirteen in each handout, in each form, language and kind of print, with a diary for a
pen. Each text is told in its PDF or visibly replaced, nothing in it runs, no page is blank, and none is refused.

    uv run python benchmarks/hostile.py [TEXTS]
"""

from __future__ import annotations

import itertools
import sys
import time
from random import Random

from kit.clinic import FORMS, Pen
from kit.errors import KitError
from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from tests.handouts.hostile import HOSTILE, PLACES, blank, handout_of, lost, what_runs

COUNT, LONGEST = 5000, 120
DIARIES: tuple[Pen, ...] = ("brief", "full")
KINDS = list(itertools.product(FORMS, ("en-GB", "es-ES", "ar-EG"), DIARIES, (False, False, True)))


def text(random: Random) -> str:
    """One of the known ones, or any characters at all."""
    if random.random() < 0.5:
        return random.choice(HOSTILE)
    return "".join(chr(random.choice((random.randrange(0x250), random.randrange(0xD800)))) for _ in range(LONGEST))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    library, random, failed, start = Library.load(), Random(1), 0, time.monotonic()
    handouts = -(-count // PLACES)
    for number in range(handouts):
        form, locale, diary, large = KINDS[number % len(KINDS)]
        texts = [text(random) for _ in range(PLACES)]
        try:
            pdf = to_pdf(handout_of(texts, library, form, locale, diary, large=large))
            empty = [f"page {page} is blank" for page in blank(pdf)]
            faults: list[object] = [*lost(texts, pdf), *what_runs(pdf), *empty]
        except KitError as error:
            faults = [error]
        if faults:
            failed += 1
            print(f"handout {number}, {form}, {locale}, {diary}, large print {large}: {faults}")
    seconds = time.monotonic() - start
    print(f"{failed} of {handouts} handouts with {handouts * PLACES} texts failed ({seconds:.0f} s)")


if __name__ == "__main__":
    main()
