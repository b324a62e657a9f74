"""Whose part of a divided country a figure is of: counts of two parts never clash."""

from collections.abc import Iterator

from claims.reading.clauses import Proposition, Range
from claims.reading.lexicon import verb_forms, words
from claims.reading.names import runs_of
from claims.reading.topics.common import Terms
from events.choices import ActorKind, NameKind
from events.values import DirectoryActor

HELD = "-held territory"  # how comparing knows such a place
NEAR = 8  # tokens after a number in which its territory is told
LAND = 6  # tokens from "territory" to whose it is
WHOSE = 3  # tokens from "controlled" to "by X"


def territory_of(p: Proposition, terms: Terms, at: int) -> str:
    """The part that a figure at a token is of: "Sulish-held territory", "" where none is told.

    Of an administration that a state has installed, it is that state's part.
    """
    tokens = p.sentence.tokens
    ends = (k for k in range(at, min(at + NEAR, len(tokens))) if tokens[k].text in {",", ";"})
    last = min(next(ends, at + NEAR), len(tokens))
    told = _prefixed(terms, (at, last)) or _of_land(p, terms, (at, last))
    return told or _installed(p, terms) or _alone(p, terms, (at, last))


def _alone(p: Proposition, terms: Terms, span: Range) -> str:
    """Of "in Mir alone"."""
    lowers = p.sentence.lowers(*span)
    if "alone" not in lowers:
        return ""
    end = span[0] + lowers.index("alone")
    return next((run for at, run in _names(p, terms) if at + len(run.split()) == end), "")


def demonym(actor: DirectoryActor) -> str:
    """The state's adjective: "American"."""
    kinds = (name for name in actor.names if name.kind == NameKind.DEMONYM)
    return next((n.text for n in kinds if n.language in {"", "en"}), actor.name)


def _prefixed(terms: Terms, span: Range) -> str:
    """Of "in Sulish-held areas", "in rebel-held Mir"."""
    for token in terms.reader.sentences[terms.number].tokens[span[0] : span[1]]:
        holder, _, how = token.text.rpartition("-")
        if holder and how.casefold() in words("quantities", "holding"):
            return _held_by(terms, holder)
    return ""


def _of_land(p: Proposition, terms: Terms, span: Range) -> str:
    """Of "territory under Sulish control", "the areas that Suland controls"."""
    lowers = p.sentence.lowers(0, len(p.sentence.tokens))
    for at in range(*span):
        if lowers[at] not in words("topics", "land"):
            continue
        near = range(at + 1, min(at + 1 + LAND, len(lowers)))
        if any(lowers[k] in _holding_words() for k in near):
            holders = [name for first, name in _names(p, terms) if first in near]
            return _held_by(terms, holders[0]) if holders else ""
    return ""


def _holding_words() -> frozenset[str]:
    verbs = verb_forms("topics", "hold").keys() | verb_forms("topics", "capture").keys()
    return words("topics", "hold nouns") | verbs


def _installed(p: Proposition, terms: Terms) -> str:
    """Of "the head that Suland installed in Mir", "the Sulish-backed governor"."""
    if p.speaker is None:
        return ""
    first, last = p.speaker
    lowers = p.sentence.lowers(first, last)
    marks = words("quantities", "installed")
    for token in p.sentence.tokens[first:last]:
        holder, _, how = token.text.rpartition("-")
        if holder and how.casefold() in marks:
            return _held_by(terms, holder)
    if not marks & set(lowers):
        return ""
    states = [name for at, name in _names(p, terms) if first <= at < last and _state(terms, name)]
    return _held_by(terms, states[0]) if states else ""


def _names(p: Proposition, terms: Terms) -> Iterator[tuple[int, str]]:
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        yield run.first, run.text


def _state(terms: Terms, name: str) -> DirectoryActor | None:
    actor = terms.reader.actor(name)
    return actor if actor is not None and actor.kind == ActorKind.STATE else None


def _held_by(terms: Terms, holder: str) -> str:
    state = _state(terms, holder)
    return (demonym(state) if state else holder) + HELD
