"""Two free texts laid side by side: which words meet, and which are left over."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from claims.reading.quantities import find_quantities
from claims.reading.text import tokens_of
from claims.values import Count

WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:[’'][^\W\d_]+)?")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\s\"”’']+(?=[\"“‘']?[A-Z0-9])")
SUFFIXES = ("ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s", "e")
SHORTEST_STEM = 3
ALIKE = 88  # rapidfuzz ratio from which two longer words are spellings of one
LONG_ENOUGH = 6
WINDOW = 2  # sentences: evidence for one claim seldom spreads further
FUNCTION = """a an the of to in on at by for from with as and or but if than that this these those
    it its is are was were be been being am do does did has have had will would shall should can
    could may might must he she they them their his her him i you we us our your my me who which
    what
    when where while there here so such into about over out up s t re ve ll also very just some any
    not no nor n't never neither none nobody nothing without"""
FUNCTION_WORDS = frozenset(FUNCTION.split())
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """An interval stated in a text and the stem of the word it counts ("" for a year)."""

    count: Count
    counted: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text as comparing sees it: words in order, their stems, and the plain text.

    ``content`` are the stems of the words that carry meaning, ``names`` those of capitalised
    words, the first of the text aside.
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The shorter text against the stretch of the longer one that is nearest to it.

    ``cover`` is the share of the shorter text's content words that meet one in the other;
    ``whole`` is all of the longer text.
    """

    whole: str
    long: Words
    short: Words
    cover: float
    only_long: frozenset[str]
    only_short: frozenset[str]


def align(left: str, right: str) -> Alignment:
    """The two texts laid side by side; the order in which they are given does not matter."""
    short, long = sorted((left, right), key=lambda text: (len(text), text))
    target = read(short)
    stretches = [read(text) for text in _stretches(long)]
    best = max(stretches, key=lambda words: (_cover(target, words), -len(words.words)))
    met_short = _met(target.content, best.content)
    met_long = _met(best.content, target.content)
    return Alignment(
        long,
        best,
        target,
        _cover(target, best),
        best.content - met_long,
        target.content - met_short,
    )


@lru_cache(maxsize=1024)
def read(text: str) -> Words:
    """The text's words and stems."""
    words = tuple(WORD.findall(text.replace("n’t", " n’t").replace("n't", " n't")))
    stems = tuple(stem(word) for word in words)
    pairs = list(zip(words, stems, strict=True))
    content = frozenset(stem for word, stem in pairs if word.casefold() not in FUNCTION_WORDS)
    names = frozenset(stem for word, stem in pairs[1:] if word[0].isupper() and len(word) > 1)
    return Words(text, words, stems, content, names)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem, for matching only: "denies", "denied" and "deny" meet."""
    folded = word.casefold().removesuffix("’s").removesuffix("'s")
    for suffix in SUFFIXES:
        if folded.endswith(suffix) and len(folded) - len(suffix) >= SHORTEST_STEM:
            folded = folded.removesuffix(suffix)
            break
    return folded[:-1] if len(folded) > SHORTEST_STEM and folded[-1] in "yi" else folded


def _stretches(text: str) -> list[str]:
    sentences = [part for part in SENTENCE_END.split(text) if part.strip()] or [text]
    if len(sentences) <= WINDOW:
        return [text]
    return [" ".join(sentences[at : at + WINDOW]) for at in range(len(sentences) - WINDOW + 1)]


def _cover(short: Words, long: Words) -> float:
    content = short.content
    return len(_met(content, long.content)) / len(content) if content else 0.0


def _met(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    same = ours & theirs
    rest = [word for word in theirs - same if len(word) >= LONG_ENOUGH]
    near = {
        word
        for word in ours - same
        if len(word) >= LONG_ENOUGH and any(fuzz.ratio(word, other) >= ALIKE for other in rest)
    }
    return same | near


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text as intervals ("at least 13" is open above), and its years."""
    tokens = tokens_of(text)
    found = [
        Figure(quantity.count, stem(tokens[quantity.last].text))
        for quantity in find_quantities(tokens)
        if quantity.last < len(tokens)
    ]
    years = [int(year) for year in YEAR.findall(text)]
    return (*found, *(Figure(Count(year, year), "") for year in years))
