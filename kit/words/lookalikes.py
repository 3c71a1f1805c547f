"""Letters that look like others: Cyrillic and Greek ones, full-width ones, digits in the place of letters.

A reader takes "А. Physio" and "A. Physio" for one name, whatever alphabets their letters are from; so does what
compares names here. The table has what is drawn alike in a common typeface, small letters, since case never counts.
"""

from __future__ import annotations

import unicodedata

_LATIN = str.maketrans(
    "авеёзікмнорѕтухһјԁԍьѵԛԝґαβεζηικμνορτυχγωѡɑɡıłøđħŧʜᴀʙᴄᴅᴇɢɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "abee3ikmhopstyxhjdgbvqwrabezhikmvoptuxywwagilodhthabcdegijklmnoprstuvwyz",
)
# Signs of one shape: what tells "Physio" from "Phys1o" and "PhysiO" from "Physi0" is no other name.
_ONE_SHAPE = str.maketrans("i1|!0", "llllo")


def as_latin(text: str) -> str:
    """`text` in plain small letters, each letter that looks like a Latin one as that one; accents are dropped."""
    spelt = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in spelt if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return plain.casefold().translate(_LATIN)


def skeleton(text: str) -> str:
    """What of `text` a reader sees: two texts that look alike have one skeleton."""
    return as_latin(text).translate(_ONE_SHAPE).replace("rn", "m").replace("vv", "w")
