"""Plain matters with a yes or a no: were they armed, was the vote fair, did it pass its inspection.

What these words are said of is kept coarsely (forces, people, or the thing), so that unarmed
marchers do not deny that the police were armed. ``object`` is the side that the words name, which
the stance may turn round.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, entries, phrases, words
from claims.reading.topics.common import PARTITIVES, Answered, Terms, actors_of
from claims.reading.topics.patterns import Patterns
from claims.reading.topics.predicates import predicate_of
from claims.reading.topics.targets import thing_named
from claims.values import Answer

FORCES = "forces"
PEOPLE = "people"
YES, NO, NEVER, ABOUT = "yes", "no", "not", "of"
NEGATIONS = frozenset({"neither", "nobody", "none", "no", "not", "never", "without", "n't", "n’t"})
CLOSERS = frozenset({",", ";", "but"})
NEAR_FAILURE = 3  # words from "failed" to "sound"
BEHIND = 5  # tokens from the main verb to what is told
MOST = 2  # matters of one clause
Places = tuple[int, ...]
NAMED = "named"  # matters of one person, who has to be named for two to meet


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: key and question, what it can be said of, of whom, and whether it can change."""

    key: str
    ask: str
    of: frozenset[str]
    whose: str
    lasting: bool


def matter(p: Proposition, terms: Terms) -> list[Answered]:
    """The plain matters on which the proposition takes a side; of what overlaps the first."""
    lowers = p.lowers
    told = set(lowers) | set(_subject_words(p, terms))
    named, never = _named_in(lowers)
    found: list[Answered] = []
    taken: set[int] = set()
    for number, (side, places) in sorted(named.items()):
        one = _matters()[number]
        if number in never or (one.of and not told & one.of) or taken & set(places):
            continue
        if not _is_told(p, places):
            continue
        answered = None if _is_asked_for(lowers, places[-1]) else _answered(p, terms, one, side)
        if answered is not None:
            found.append(_on_side(answered, turned=_turned(p, places)))
            taken |= set(range(places[0], places[-1] + 1))
    return found[:MOST]


def _answered(p: Proposition, terms: Terms, one: Matter, side: str) -> Answered | None:
    """The side that the words name, of whom they say it; None where that has to be known."""
    about = _name_of(p, terms) if one.whose == NAMED else _said_of(p, terms)
    if one.whose == NAMED and not about and side == NO:
        return None
    question = questions.matter(one.key, one.ask, lasting=one.lasting)
    return Answered(Answer(value=about, object=side), question)


def _on_side(answered: Answered, *, turned: bool) -> Answered:
    """The side taken when a negation turns it; a denial is left to turn it by its stance."""
    if not turned:
        return answered
    other = YES if answered.answer.object == NO else NO
    return replace(answered, answer=replace(answered.answer, object=other))


def _named_in(lowers: Sequence[str]) -> tuple[dict[int, tuple[str, Places]], set[int]]:
    """Of each matter the side that its longest words name, and the matters that only seem so."""
    named: dict[int, tuple[str, Places]] = {}
    never: set[int] = set()
    for (number, side), places in _patterns().found(lowers):
        if side == NEVER:
            never.add(number)
            continue
        before = named.get(number)
        if before is None or len(places) > len(before[1]):
            named[number] = (side, places)
    return named, never


def _is_told(p: Proposition, places: Places) -> bool:
    """Whether the words are what the clause tells: its predicate, not "people illegally here".

    They take in the main verb or stand right behind it; one word alone qualifies no noun.
    """
    told = predicate_of(p)
    first, last = p.first + places[0], p.first + places[-1]
    if told is None:
        return places[0] < BEHIND and (len(places) > 1 or not _qualifies(p, last + 1))
    if _is_within_less(p, told.at + 1, first):
        return False
    opens = p.sentence.tokens[first]
    adjunct = len(places) > 1 and (is_in(opens, "prepositions") or opens.lower == "not")
    if first > told.at + BEHIND:  # "raised the wall by nine metres without a permit"
        return adjunct
    return len(places) > 1 or (last >= told.at - 1 and (told.be or not _qualifies(p, last + 1)))


def _is_within_less(p: Proposition, start: int, first: int) -> bool:
    """Whether the words belong to "people living here" or "the siren that rang", not the clause."""
    return any(
        is_in(token, "relatives") or (token.lower.endswith("ing") and token.text.islower())
        for token in p.sentence.tokens[start:first]
    )


def _qualifies(p: Proposition, at: int) -> bool:
    """Whether the noun follows that a word qualifies: "illegal immigration"."""
    after = p.sentence.tokens[at : at + 1] if at < p.last else ()
    closed = ("prepositions", "conjunctions", "time words", "adverbs", "determiners", "relatives")
    return (
        bool(after)
        and after[0].text.islower()
        and not any(is_in(after[0], section) for section in closed)
    )


def _turned(p: Proposition, places: Places) -> bool:
    """Whether a word of negation stands by the words, or "failed to" and the like before them."""
    lowers = p.lowers
    first, last = places[0], places[-1] + 1
    ends = (k for k in range(last, len(lowers)) if lowers[k] in CLOSERS)
    clause = range(next(ends, len(lowers)))
    around = {lowers[k] for k in clause if k not in places}
    if lowers[:2] == ["not", "only"]:
        around -= {"not"}
    failed = contains(lowers[max(0, first - NEAR_FAILURE) : first], phrases("matters", "failing"))
    return failed or bool(around & (NEGATIONS | words("grammar", "negations")))


def _is_asked_for(lowers: Sequence[str], end: int) -> bool:
    """As in "the doors should have been unlocked": nothing is said of how it was."""
    return bool({"should", "must", "ought", "whether", "if"} & set(lowers[:end]))


def _subject_words(p: Proposition, terms: Terms) -> list[str]:
    return p.sentence.lowers(*terms.subject) if terms.subject else []


def _name_of(p: Proposition, terms: Terms) -> str:
    """The last name of the one person whom the subject names; "" for nobody or a pronoun."""
    if terms.subject is None:
        return ""
    first, last = terms.subject
    named = [k for k in range(first, last) if p.sentence.tokens[k].is_capitalised]
    person = [k for k in named if k or first + 1 < last]
    return questions.slot(p.sentence.tokens[person[-1]].text) if person else ""


def _said_of(p: Proposition, terms: Terms) -> str:
    """Who is accused; else forces, people or a thing, by the subject; "" for none or two."""
    if p.frame == "blame" and p.blamed is not None:
        return next(iter(actors_of(terms, p.blamed)), "")
    first, last = terms.subject or (p.first, p.last)
    tokens = p.sentence.tokens
    if tokens[first].lower in PARTITIVES and p.sentence.lowers(first + 1, first + 2) == ["of"]:
        first += 2
    ends = (k for k in range(first + 1, last) if is_in(tokens[k], "prepositions"))
    lowers = set(p.sentence.lowers(first, next(ends, last) if terms.subject else last))
    forces, people = words("topics", "matter forces"), words("topics", "matter people")
    found = [FORCES] if lowers & forces else []
    found += [PEOPLE] if lowers & people else []
    found += sorted({thing for word in lowers - forces - people if (thing := thing_named(word))})
    return found[0] if len(found) == 1 else ""


@cache
def _matters() -> tuple[Matter, ...]:
    return tuple(
        Matter(
            key,
            one["ask"],
            frozenset(one.get(ABOUT, "").split()),
            one.get("who", ""),
            "lasts" in one,
        )
        for key, one in _told().items()
    )


@cache
def _patterns() -> Patterns:
    found = Patterns()
    for number, one in enumerate(_told().values()):
        for side in (NO, YES, NEVER):
            for entry in filter(str.strip, one.get(side, "").split(",")):
                found.add(entry, (number, side))
    return found


@cache
def _told() -> dict[str, dict[str, str]]:
    """The lines of each matter by their names; a line that comes twice goes on."""
    told: dict[str, dict[str, str]] = {}
    for key, line in entries("matters"):
        name, colon, rest = line.partition(":")
        if colon:
            one = told.setdefault(key, {})
            joined = (one.get(name, ""), rest.strip())
            one[name] = (" " if name == ABOUT else ", ").join(filter(None, joined))
    return told
