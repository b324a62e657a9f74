"""Runs of capitalised words: how far a name goes in a sentence, judged word by word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claims.reading.grammar import OPENERS
from claims.reading.lexicon import words
from claims.reading.text import Sentence, Token

CONNECTORS = words("people", "connectors")
PARTICLES = CONNECTORS - {"of", "for", "on", "the"}
SIGNS = OPENERS | frozenset(":\u2022")

BODY_REACH = 3  # words from "People's" to "Force"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words: tokens ``first`` to ``last`` of sentence number ``sentence``."""

    sentence: int
    first: int
    last: int
    text: str


def runs_of(
    sentence: Sentence, number: int, text: str, lowercase: Iterable[str] = ()
) -> Iterator[Run]:
    """The capitalised runs of a sentence: "Liberty of Russia Legion", "Gladkov", "RVC"."""
    tokens = sentence.tokens
    known_lower = frozenset(lowercase)
    at = 0
    while at < len(tokens):
        if not _is_name_word(tokens, at, known_lower):
            at += 1
            continue
        end = _run_end(tokens, at)
        start, stop = sentence.span(at, end)
        yield Run(number, at, end, text[start:stop])
        at = end


def _is_name_word(tokens: tuple[Token, ...], at: int, known_lower: frozenset[str]) -> bool:
    token = tokens[at]
    if not _may_name(token) or token.lower == "'s":
        return False
    if at > 0 and tokens[at - 1].text not in SIGNS:
        return True
    if token.text.isupper() and len(token.text) > 1:
        return True
    if token.lower in _common():
        return False
    follows_name = at + 1 < len(tokens) and tokens[at + 1].is_capitalised
    return follows_name or token.lower not in known_lower


def _may_name(token: Token) -> bool:
    if token.lower in words("people", "not names"):
        return False
    return token.is_capitalised or has_particle(token.text)


def has_particle(word: str) -> bool:
    """As in "al-Bait", "el-Sisi": a capital behind a particle and a hyphen."""
    head, dash, rest = word.partition("-")
    return bool(dash and rest[:1].isupper()) and head in words("people", "joined particles")


def _goes_on(token: Token) -> bool:
    """Whether a word can stand inside a name: "TV" only there."""
    if token.is_capitalised and token.lower in words("people", "media heads"):
        return True
    return _may_name(token) and not is_compound(token.text)


def is_compound(word: str) -> bool:
    """As in "Moscow-installed", "US-based", "rebel-held": an adjective, a name within or not."""
    if "-" not in word:
        return False
    tail = word.rpartition("-")[2]
    return tail.islower() and (tail.endswith("ed") or tail in words("people", "adjective tails"))


@cache
def _common() -> frozenset[str]:
    sections = ("determiners", "prepositions", "conjunctions", "subordinators", "pronouns")
    closed = frozenset().union(*(words("grammar", section) for section in sections))
    more = words("grammar", "adverbs") | words("grammar", "time words")
    people = words("people", "posts") | words("people", "people") | words("people", "collectives")
    return closed | more | people


def _run_end(tokens: tuple[Token, ...], first: int) -> int:
    """The end of a run; "of", "for" and "and" join only within the name of a body."""
    end = first + 1
    if is_compound(tokens[first].text):
        return end
    while end < len(tokens):
        token = tokens[end]
        if (
            _goes_on(token)
            or (token.lower in CONNECTORS and _joins(tokens, first, end))
            or (token.lower == "'s" and _has_members(tokens, first, end))
            or (token.lower in {"and", "&"} and _joins_fields(tokens, first, end))
            or (token.text == "&" and end + 1 < len(tokens) and tokens[end + 1].is_capitalised)
        ):
            end += 1
        else:
            break
    while tokens[end - 1].lower in CONNECTORS | {"'s"} and not tokens[end - 1].is_capitalised:
        end -= 1
    return end


def _joins_fields(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """As in "Centers for Disease Control and Prevention": what a body is for, twice.

    The noun of the body stands before it, or at the end ("Disaster and Emergency Authority").
    """
    fields, bodies = words("people", "fields"), words("people", "bodies")
    if at + 1 >= len(tokens) or not tokens[at + 1].is_capitalised:
        return False
    if tokens[at + 1].lower not in fields:
        return False
    if any(token.lower in bodies for token in tokens[first:at]):
        return True
    end = at + 1
    while end + 1 < len(tokens) and tokens[end + 1].is_capitalised:
        end += 1
    return tokens[end].lower in bodies and tokens[at - 1].lower in fields


def _has_members(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """As in "People's Defence Force", "Mir Workers' Party": a possessive inside a body's name."""
    if at - first < 2 and tokens[first].lower not in words("people", "members"):  # noqa: PLR2004  # a name before its owner
        return False
    for token in tokens[at + 1 : at + 1 + BODY_REACH]:
        if not token.is_capitalised:
            return False
        if token.lower in words("people", "bodies") or token.lower in words("people", "forces"):
            return True
    return False


def _joins(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    following = at + 1
    while following < len(tokens) and tokens[following].lower in CONNECTORS and following < at + 3:
        following += 1
    if following >= len(tokens) or not tokens[following].is_capitalised:
        return False
    if tokens[at].lower in PARTICLES:
        return True
    end = following
    while end < len(tokens) and tokens[end].is_capitalised:
        end += 1
    bodies = words("people", "bodies")
    return any(t.lower in bodies for t in tokens[first:at]) or tokens[end - 1].lower in words(
        "people", "armed groups"
    )
