"""What a word is by itself: its classes, its shape, its stem, its group."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from claims.reading.cues import cue_bases
from claims.reading.lexicon import conjugate, entries, words
from claims.reading.text import Token

CLASSES = (
    ("aux", "auxiliaries"),
    ("be", "be"),
    ("neg", "negations"),
    ("det", "determiners"),
    ("poss", "possessives"),
    ("prep", "prepositions"),
    ("conj", "conjunctions"),
    ("sub", "subordinators"),
    ("pron", "pronouns"),
    ("time", "time words"),
    ("adv", "adverbs"),
)
SPEAKING = (
    "people",
    "bodies",
    "posts",
    "spokespeople",
    "media",
    "carriers",
    "documents",
    "collectives",
)
FORMS = ("vb", "vz", "vg", "vd", "vn")
ENDINGS = ("ing", "ed", "ly", "ion", "s", "al", "er")
INFLECTIONS = ("ing", "ied", "ies", "ed", "es", "s", "d")
KNOWN_WORDS = 20_000  # how many words are kept in memory
MIN_STEM = 3
LIKELY = 0.2  # rate from which a word counts as a cue nearby
RATE_STEPS = (0.03, 0.06, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Word(NamedTuple):
    """What is known of a word wherever it stands; ``likely`` is whether it is often a cue."""

    text: str
    lower: str
    group: str
    classes: str
    is_verb: bool
    may_be_cue: bool
    joins: bool
    likely: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What training has learned of words.

    ``groups``: a coarse and a fine group of words used alike, for frequent words. ``rates``: how
    often a word that heads cues is the head of one.
    """

    groups: Mapping[str, tuple[int, int]]
    rates: Mapping[str, float]
    _known: dict[tuple[str, str], Word] = field(default_factory=dict, compare=False, repr=False)

    def word(self, lower: str, text: str) -> Word:
        """All that is known of a word."""
        found = self._known.get((lower, text))
        if found is None:
            if len(self._known) >= KNOWN_WORDS:
                self._known.clear()
            found = self._known[lower, text] = self._word(lower, text)
        return found

    def _word(self, lower: str, text: str) -> Word:
        classes = word_class(lower)
        return Word(
            text,
            lower,
            self.group(lower, text),
            classes,
            is_verb="v" in classes or "aux" in classes,
            may_be_cue="Q" in classes,
            joins=classes.startswith(("sub", "conj")) or "+sub" in classes,
            likely=self.rates.get(lower, 0.0) > LIKELY,
        )

    def group(self, lower: str, text: str) -> str:
        """The coarse group of a word as a name; of a rare word its shape."""
        known = self.groups.get(lower)
        return str(known[0]) if known else shape(text)

    def step(self, lower: str) -> int:
        """On which of the twelve steps a word stands, from never to nearly always a cue."""
        return bisect_left(RATE_STEPS, self.rates.get(lower, 0.0))


def folded(token: Token) -> str:
    """A word as the tagger knows it: folded, and all numbers alike."""
    return "9" if token.text[0].isdigit() else token.lower


@cache
def _verb_forms() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for section, line in entries("grammar"):
        if section == "verbs":
            for entry in line.split(","):
                for name, form in zip(FORMS, conjugate(entry.split()), strict=False):
                    found.setdefault(form, set()).add(name)
    return {form: "".join(sorted(names)) for form, names in found.items()}


@cache
def _speaking() -> frozenset[str]:
    return frozenset().union(*(words("people", section) for section in SPEAKING))


@lru_cache(maxsize=KNOWN_WORDS)
def word_class(lower: str) -> str:
    """The classes of a word joined by "+", else its ending, else "_"."""
    classes = [name for name, section in CLASSES if lower in words("grammar", section)]
    forms = _verb_forms().get(lower)
    if forms:
        classes.append(forms)
    if lower in cue_bases():
        classes.append("Q")
    if lower in _speaking():
        classes.append("P")
    if classes:
        return "+".join(classes)
    long_enough = (e for e in ENDINGS if lower.endswith(e) and len(lower) > len(e) + 2)
    return next((f"-{ending}" for ending in long_enough), "_")


def is_verb_form(lower: str) -> bool:
    """Whether a word is a form of a known verb, and no auxiliary."""
    return lower in _verb_forms() and not word_class(lower).startswith("aux")


def shape(text: str) -> str:
    """How a word is written: "Aa", "AA", "a", "9", or the sign itself."""
    if text[0].isdigit():
        return "9"
    if not text[0].isalnum():
        return text[:2]
    if len(text) > 1 and text.isupper():
        return "AA"
    return "Aa" if text[0].isupper() else "a"


@lru_cache(maxsize=KNOWN_WORDS)
def stem(lower: str) -> str:
    """A word without its inflection, roughly."""
    for ending in INFLECTIONS:
        if lower.endswith(ending) and len(lower) - len(ending) >= MIN_STEM:
            return lower[: -len(ending)].rstrip("e")
    return lower.rstrip("e")
