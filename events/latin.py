"""Names in Latin letters, and how they sound whatever letters they are written in.

Ukrainian by the Cabinet of Ministers' resolution 55 of 2010, Russian by the BGN/PCGN system
without its signs: both as English-language news writes them.
"""

import re
from functools import lru_cache

from events.names import fold

# Apostrophes count as one, and ё is optional in print.
APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "`": "'", "ё": "е"})
COMMON = {
    "а": "a",
    "б": "b",
    "в": "v",
    "д": "d",
    "ж": "zh",
    "з": "z",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "ъ": "",
    "'": "",
}
LETTERS = {
    "uk": COMMON
    | {"г": "h", "ґ": "g", "е": "e", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ю": "iu"}
    | {"я": "ia"},
    "ru": COMMON
    | {"г": "g", "е": "e", "и": "i", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya"},
}
# At the beginning of a word Ukrainian has other letters.
INITIAL = {"uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}, "ru": {}}
UKRAINIAN = frozenset("іїєґ'")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# What transliterations of one Cyrillic name write in several ways. Ukrainian has h where Russian
# has g, so that one name is "Gladkov" and "Hladkov".
SPELLINGS = (
    *(("yy", "i"), ("iy", "i"), ("ii", "i"), ("y", "i"), ("j", "i"), ("x", "ks"), ("kh", "h")),
    *(("tz", "ts"), ("w", "v"), ("ie", "e"), ("io", "o"), ("h", "g")),
)
# What surnames end in whose bearers are written in Cyrillic letters at home.
SLAVIC = re.compile(r"(?:[oe]va?|ina?|enko|[iy]?uk|chuk|s[ky]?k[aiy]+|[iy]ch|ets|ko)$")
TWICE = re.compile(r"(\w)\1")


def latin(text: str, language: str) -> str:
    """A name in Latin letters, with the capitals it has."""
    return " ".join(_word(word, language) for word in text.split())


def _word(word: str, language: str) -> str:
    letters, initial = LETTERS[language], INITIAL[language]
    pieces: list[str] = []
    for at, char in enumerate(word):
        small = char.casefold().translate(APOSTROPHES)
        plain = initial.get(small) if at == 0 else None
        piece = plain if plain is not None else letters.get(small, char)
        pieces.append(piece.capitalize() if char.isupper() else piece)
    joined = "".join(pieces)
    # "Згорани" has zgh for зг, lest it be read as zh.
    return joined.replace("Zh", "Zgh", 1) if word.casefold().startswith("зг") else joined


def sound(name: str) -> str:
    """A name as all transliterations of it from Cyrillic would have it; of others, folded.

    "Gladkov" and "Hladkov" are one name, "Hale" and "Gale" are two. An acronym is itself: letters
    say too little to be alike.
    """
    if name.isupper():
        return name
    slavic = CYRILLIC.search(name) or SLAVIC.search(name.casefold())
    return transliterated(name) if slavic else fold(name)


@lru_cache(maxsize=4096)
def transliterated(name: str) -> str:
    """What all spellings of one Cyrillic name have in common, whatever the letters."""
    if CYRILLIC.search(name):
        own = UKRAINIAN & set(name.casefold().translate(APOSTROPHES))
        name = latin(name, "uk" if own else "ru")
    folded = fold(name)
    for letters, one in SPELLINGS:
        folded = folded.replace(letters, one)
    return TWICE.sub(r"\1", folded)
