"""Names of persons in any case: the nominative that readers know them by.

An article mostly has a person once in the nominative; that form is taken. Else a given name from
the list tells the gender, and the endings of the case give the nominative; what these do not
fit stays as printed.
"""

from collections.abc import Sequence
from functools import cache

from claims.reading.lexicon import words
from events.latin import APOSTROPHES
from events.stems import stem

MAN, WOMAN = "men", "women"
# Oblique endings of surnames and given names and what stands in the nominative, longest first.
ENDINGS = {
    MAN: (
        ("ського", "ський"),
        ("цького", "цький"),
        ("ському", "ський"),
        ("ським", "ський"),
        ("ского", "ский"),
        ("цкого", "цкий"),
        ("скому", "ский"),
        ("ским", "ский"),
        ("ого", "ий"),
        ("ому", "ий"),
        ("енка", "енко"),
        ("енку", "енко"),
        ("енком", "енко"),
        ("овича", "ович"),
        ("евича", "евич"),
        ("іємі", "ій"),
        ("овым", "ов"),
        ("евым", "ев"),
        ("иным", "ин"),
        ("овим", "ов"),
        ("ія", "ій"),
        ("ия", "ий"),
        ("ія", "ій"),
        ("ием", "ий"),
        ("ию", "ий"),
        ("ея", "ей"),
        ("ею", "ей"),
        ("оя", "ой"),
        ("ря", "рь"),
        ("ом", ""),
        ("ем", ""),
        ("а", ""),
        ("у", ""),
    ),
    WOMAN: (
        ("ської", "ська"),
        ("цької", "цька"),
        ("ською", "ська"),
        ("ской", "ская"),
        ("цкой", "цкая"),
        ("ової", "ова"),
        ("евої", "ева"),
        ("єєвої", "єєва"),
        ("ою", "а"),
        ("єю", "я"),
        ("овой", "ова"),
        ("евой", "ева"),
        ("иной", "ина"),
        ("ії", "ія"),
        ("ии", "ия"),
        ("ию", "ия"),
        ("ью", "ья"),
        ("ьи", "ья"),
        ("ої", "а"),
        ("ой", "а"),
        ("і", "а"),
        ("и", "а"),
        ("ы", "а"),
        ("у", "а"),
    ),
}
OF_WOMEN = ("ова", "ева", "єва", "іна", "ина", "ька", "ая")
VOWELS = "аеєиіїоуюяыэ"


@cache
def _given_names(language: str) -> dict[str, tuple[str, str]]:
    """The given names by stem: gender and nominative. A stem of both is the man's."""
    found: dict[str, tuple[str, str]] = {}
    for gender in (MAN, WOMAN):
        # The longer of two names with one stem ("Марко", "Марк") is the one that is declined.
        for name in sorted(words("names", gender, language), key=lambda one: (-len(one), one)):
            found.setdefault(stem(name), (gender, name))
    return found


def given_name(word: str, language: str) -> tuple[str, str] | None:
    """The gender and nominative of a given name, None for another word."""
    found = _given_names(language).get(stem(word))
    folded = word.casefold().translate(APOSTROPHES)
    for gender in (MAN, WOMAN):  # "Олександра" is a woman's name or a man's in the genitive
        if folded in words("names", gender, language):
            return gender, word
    return (found[0], _like(word, found[1])) if found else None


def nominative(name: Sequence[str], language: str) -> tuple[str, ...]:
    """A person's name in the nominative, as far as its given name and endings tell."""
    first = given_name(name[0], language)
    if first is None or len(name) == 1:
        return tuple(name)
    gender, given = first
    inflected = given.casefold() != name[0].casefold().translate(APOSTROPHES)
    doubtful = gender == WOMAN and _is_of_a_man(name, language)
    if doubtful:
        gender, given, inflected = MAN, _man_of(name[0], language), True
    if not inflected:
        return tuple(name)
    return (given, *(_surname(word, gender) for word in name[1:]))


def _is_of_a_man(name: Sequence[str], language: str) -> bool:
    """As in "Олександра Петренка": a woman's given name with a surname that is no woman's."""
    surname = name[-1].casefold()
    genitive = surname.endswith(("ого", "а")) and not surname.endswith(OF_WOMEN)
    return genitive and _man_of(name[0], language) != name[0]


def _man_of(word: str, language: str) -> str:
    """The man's name of which a woman's is the genitive: "Олександр", "Евгений"."""
    bases = [word[:-1], word[:-1] + "й"]
    men = words("names", MAN, language)
    return next((base for base in bases if base.casefold() in men), word)


def _surname(word: str, gender: str) -> str:
    lower = word.casefold()
    for ending, base in ENDINGS[gender]:
        if lower.endswith(ending) and len(lower) - len(ending) > 2:  # noqa: PLR2004  # a stem
            if gender == MAN and lower[-len(ending) - 1] in VOWELS and ending in {"а", "у"}:
                return word
            if gender == WOMAN and ending in {"і", "и", "ы"} and lower.endswith(("ко", "ич")):
                return word
            return word[: len(word) - len(ending)] + base
    return word


def _like(word: str, name: str) -> str:
    """A listed name as printed: with a capital."""
    return name[:1].upper() + name[1:] if word[:1].isupper() else name


class People:
    """The persons of an article: every form of a name leads to the same one."""

    def __init__(self, language: str) -> None:
        """Begin with nobody."""
        self.language = language
        self._by_stems: dict[tuple[str, ...], str] = {}
        self._by_surname: dict[str, list[str]] = {}

    def learn(self, forms: Sequence[tuple[str, ...]]) -> None:
        """Take in every full name that the article prints, in the order of printing."""
        for name in forms:
            self._by_stems.setdefault(self._key(name), "")
        for key in self._by_stems:
            mine = [name for name in forms if self._key(name) == key]
            known = [name for name in mine if nominative(name, self.language) == name]
            best = known[0] if known else nominative(mine[0], self.language)
            self._by_stems[key] = " ".join(best)
            full = self._by_surname.setdefault(key[-1], [])
            if self._by_stems[key] not in full:
                full.append(self._by_stems[key])

    def full_name(self, name: tuple[str, ...]) -> str:
        """The name in full and in the nominative; as printed where nothing more is known."""
        if len(name) == 1:
            full = self._by_surname.get(stem(name[0]), [])
            return full[0] if len(full) == 1 else name[0]
        return self._by_stems.get(self._key(name)) or " ".join(nominative(name, self.language))

    def short_names(self) -> tuple[tuple[str, str], ...]:
        """Each surname with the full names that it may stand for."""
        full = {name for names in self._by_surname.values() for name in names if " " in name}
        return tuple(sorted((name.rpartition(" ")[2], name) for name in full))

    def is_surname(self, word: str) -> bool:
        """Whether a word is the surname of somebody named in full."""
        return stem(word) in self._by_surname

    @staticmethod
    def _key(name: Sequence[str]) -> tuple[str, ...]:
        return tuple(stem(word) for word in name)
