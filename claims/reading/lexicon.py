"""Word lists read from the data files of a language (``en/*.txt``, ``uk/*.txt``), once.

A file has sections in square brackets; an entry is a word or phrase on its own line or between
commas, and ``#`` begins a comment that names where the entries come from.
"""

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

FOLDER = Path(__file__).parent
ENGLISH = "en"
VOWELS = frozenset("aeiou")


def entries(name: str, language: str = ENGLISH) -> Iterator[tuple[str, str]]:
    """Each (section, line) of a data file, comments and empty lines left out."""
    section = ""
    for line in (FOLDER / language / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        bare = line.split("#", 1)[0].strip()
        if bare.startswith("["):
            section = bare.strip("[]")
        elif bare:
            yield section, bare


@cache
def words(name: str, section: str, language: str = ENGLISH) -> frozenset[str]:
    """All words of one section of a data file, folded to lower case."""
    return frozenset(
        piece.strip().casefold()
        for at, line in entries(name, language)
        if at == section
        for piece in line.split(",")
        if piece.strip()
    )


@dataclass(frozen=True, slots=True)
class Phrases:
    """Sequences of words by the word that they begin with, the longest first."""

    by_head: Mapping[str, Sequence[tuple[str, ...]]]

    @classmethod
    def of(cls, options: Iterable[tuple[str, ...]]) -> Self:
        """These phrases, ready to be looked for."""
        by_head: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(options, key=lambda phrase: (-len(phrase), phrase)):
            by_head.setdefault(phrase[0], []).append(phrase)
        return cls(by_head)

    @property
    def heads(self) -> KeysView[str]:
        """The words that a phrase begins with."""
        return self.by_head.keys()


@cache
def phrases(name: str, section: str) -> Phrases:
    """The entries of a section as sequences of words."""
    return Phrases.of(tuple(entry.split()) for entry in words(name, section))


@cache
def verb_forms(name: str, section: str) -> dict[str, str]:
    """Every form of the verbs of a section, with the verb's base form.

    A regular verb stands by its base form; "take took taken" gives the past and the participle.
    """
    forms: dict[str, str] = {}
    for at, line in entries(name):
        if at == section:
            for entry in line.split(","):
                for form in conjugate(entry.split()):
                    forms.setdefault(form, entry.split()[0])
    return forms


@cache
def past_phrases(name: str, section: str) -> Phrases:
    """The past forms and participles of the verb phrases of a section: "gave way", "leaking".

    A verb of several forms stands before a slash, the rest of its phrase after it.
    """
    found: list[tuple[str, ...]] = []
    for at, line in entries(name):
        if at == section:
            for entry in filter(str.strip, line.split(",")):
                verb, _, rest = entry.partition("/")
                found += [(form, *rest.split()) for form in conjugate(verb.split())[2:]]
    return Phrases.of(dict.fromkeys(found))


def conjugate(parts: list[str]) -> tuple[str, ...]:
    """The forms of a verb: base, third person, present participle, past, past participle."""
    if not parts:
        return ()
    base = parts[0]
    past = parts[1] if len(parts) > 1 else _past(base)
    participle = parts[2] if len(parts) > 2 else past  # noqa: PLR2004  # base, past, participle
    return base, _third_person(base), _present(base, past), past, participle


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _present(base: str, past: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    # "admit admitted" shows that the last letter doubles.
    doubled = base + base[-1]
    return (doubled if past.startswith(doubled) else base) + "ing"


def match(tokens: list[str], at: int, options: Phrases) -> int:
    """How many words of ``tokens`` from ``at`` one of the phrases covers; 0 for none."""
    if at >= len(tokens):
        return 0
    for phrase in options.by_head.get(tokens[at], ()):
        if tuple(tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def contains(tokens: list[str], options: Phrases) -> bool:
    """Whether one of the phrases stands somewhere among the words."""
    if options.heads.isdisjoint(tokens):
        return False
    return any(match(tokens, at, options) > 0 for at in range(len(tokens)))
