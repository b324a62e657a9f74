"""How names are looked up: spellings of one name fold together, different names stay apart."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain letter and an accent.
WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
JOINERS = re.compile(r"[-\u2010-\u2015/\s]+")
ASIDE = re.compile(r"[^\w\s]|[\u02b0-\u02ff]")  # the latter are apostrophes that count as letters
BRITISH = {
    "defense": "defence",
    "program": "programme",
    "center": "centre",
    "labor": "labour",
}
# A title-case "Nato" or "Unicef" is the acronym; "Us" and "Who" are words.
SHORT_ACRONYM = 3
AMERICAN = re.compile(r"ization(s?)$")
FOLDED = 16_384  # names kept: a long article asks for each of its some hundred many times


@lru_cache(maxsize=FOLDED)
def fold(name: str) -> str:
    """A name as it is looked up.

    Aside: case, accents of Latin letters, hyphens, apostrophes, dots, a leading "the", and
    British against American spelling. Cyrillic letters stay what they are (й is not и, ї is not
    і), but ё is е and stress marks go, for both are optional in print.
    """
    found = JOINERS.split(_plain_letters(name))
    bare = ["and" if word == "&" else ASIDE.sub("", word) for word in found]
    words = [_british(word) for word in bare if word]
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _british(word: str) -> str:
    word = BRITISH.get(word, word)
    return AMERICAN.sub(r"isation\1", word) if "ization" in word else word


def _plain_letters(text: str) -> str:
    """Small letters without accents, which another pass leaves as they are.

    Apart before small: what is taken apart may be a capital (a mathematical A is an A), but no
    small letter can be taken apart once its capital has been.
    """
    letters: list[str] = []
    for char in unicodedata.normalize("NFKD", text).casefold():
        if not unicodedata.combining(char):
            letters.append(char)
        elif letters and _is_cyrillic_letter(composed := _compose(letters[-1], char)):
            letters[-1] = composed
    return "".join(letters).translate(WHOLE_LETTERS)


def _compose(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter + mark)


def _is_cyrillic_letter(text: str) -> bool:
    return len(text) == 1 and "\u0400" <= text <= "\u052f" and text != "ё"


def case_fits(name: str, query: str) -> bool:
    """Whether a query may mean this name, judged by capitals.

    A name written in small letters ("defence ministry") fits any query. One with a capital needs
    a capital, so that "polish" is not Poland and "the states" not the United States. A short
    acronym needs all of its capitals: "US" and "WHO" are actors, "us" and "Who" are not.
    """
    query = re.sub(r"^the\s+", "", query, flags=re.IGNORECASE)
    if name == name.lower():
        return True
    letters = [char for char in name if char.isalpha()]
    if name.isupper() and len(letters) <= SHORT_ACRONYM:
        return query.isupper()
    return query != query.lower()
