"""Place names in Latin letters and in the nominative, so that questions meet across languages.

Ukrainian by the Cabinet of Ministers' resolution 55 of 2010, Russian by the BGN/PCGN system
without its signs: both as English-language news writes them.
"""

from claims.reading.slavic.lines import APOSTROPHES

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
# An object in the accusative, and what follows "of" in the genitive: endings to the nominative.
ACCUSATIVE = (("ську", "ська"), ("ую", "ая"), ("юю", "яя"), ("ку", "ка"), ("у", "а"), ("ю", "я"))
GENITIVE = (
    ("ського", "ське"),
    ("ского", "ское"),
    ("ого", "е"),
    ("ого", "ое"),
    ("івки", "івка"),
    ("ки", "ка"),
    ("ии", "ия"),
    ("ії", "ія"),
    ("ова", "ов"),
    ("а", ""),
    ("я", "ь"),
    ("и", "а"),
    ("ы", "а"),
    ("і", "а"),
)
INSTRUMENTAL = (
    ("ським", "ське"),
    ("ским", "ское"),
    ("овом", "ов"),
    ("ом", ""),
    ("ою", "а"),
    ("ою", "а"),
    ("ой", "а"),
    ("ею", "я"),
)
LOCATIVE = (("ии", "ия"), ("ії", "ія"))
CASES = {
    "locative": LOCATIVE,
    "accusative": ACCUSATIVE,
    "genitive": GENITIVE,
    "instrumental": INSTRUMENTAL,
}
SHORTEST = 2


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


def place_in_nominative(name: str, case: str, attested: frozenset[str]) -> str:
    """A place's name in the nominative: a form the article has, else what its ending gives."""
    options = [
        name[: len(name) - len(ending)] + base
        for ending, base in CASES.get(case, ())
        if name.casefold().endswith(ending) and len(name) - len(ending) > SHORTEST
    ]
    known = [option for option in options if option in attested]
    return (known or options or [name])[0]
