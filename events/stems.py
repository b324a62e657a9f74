"""Stems of Ukrainian and Russian words, so that a name is known in any of its cases.

A table of endings is enough to tell that two forms are of one word; it makes no claim to be the
word's true stem. "Росія", "Росії" and "Росією" all give "росі".
"""

from functools import lru_cache

from events.names import fold

# School grammar: the case endings of nouns and adjectives of both languages.
LISTED = """
    ами ями ові еві єві ого ього его ому ьому ему ими іми ыми ий ій ый ой ої ьої ою ьою ею єю
    ів їв ов ев ам ям ах ях ом ем єм им ім ым их іх ых ая яя ое ее ые ие ую юю ей ью
    а е є и і ї о у ю я ы ь й
"""
ENDINGS = tuple(sorted(LISTED.split(), key=lambda ending: (-len(ending), ending)))
SHORTEST = 3


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one word, folded; an acronym ("ФСБ", "США") has no endings and stays whole."""
    folded = fold(word).replace(" ", "")
    if word.isupper() and len(word) > 1:
        return folded
    for ending in ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST:
            folded = folded[: -len(ending)]
            break
    if folded.endswith("ени"):  # "управление", "управления"
        return folded[:-1]
    return folded.rstrip("ьй")


def stems(name: str) -> tuple[str, ...]:
    """The stems of a name's words."""
    return tuple(stem(word) for word in name.split())


def is_cyrillic(text: str) -> bool:
    """Whether a name has Cyrillic letters."""
    return any("\u0400" <= char <= "\u04ff" for char in text)
