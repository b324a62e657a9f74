"""Plain matters with a yes or a no: were they armed, was the vote fair, did anybody escape.

What these words are said of is kept coarsely (forces, people, or the thing), so that unarmed
marchers do not deny that the police were armed. ``object`` is the side that the words name ("no" of
"unarmed"), which the stance or ``denied`` may turn round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import entries, words
from claims.reading.topics.common import Answered, Terms
from claims.values import Answer

GAP = 4  # words that ".." stands for
FORCES = "forces"
PEOPLE = "people"
YES, NO = "yes", "no"
NEGATIONS = frozenset({"neither", "nobody", "none", "no", "not", "never", "without", "n't", "n’t"})


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: its question, its words for yes and no, and what only looks like them."""

    key: str
    ask: str
    yes: tuple[tuple[str, ...], ...]
    no: tuple[tuple[str, ...], ...]
    never: tuple[tuple[str, ...], ...]


def matter(p: Proposition, terms: Terms) -> list[Answered]:
    """The first plain matter on which the proposition takes a side."""
    lowers = p.lowers
    for one in _matters():
        found = _side(one, lowers)
        if found is None:
            continue
        side, negated = found
        denied = negated and p.stance != Stance.DENIES
        answer = Answer(denied=denied, value=_said_of(p, terms), object=side)
        return [Answered(answer, questions.matter(one.key, one.ask))]
    return []


def _side(one: Matter, lowers: Sequence[str]) -> tuple[str, bool] | None:
    """The side that the words name, and whether they negate it; None where they name none."""
    if any(_found(phrase, lowers) for phrase in one.never):
        return None
    for phrases, side in ((one.no, NO), (one.yes, YES)):
        for phrase in phrases:
            span = _found(phrase, lowers)
            if span is not None:
                around = {*lowers[: span[0]], *lowers[span[1] :]}
                return side, bool(around & (NEGATIONS | words("grammar", "negations")))
    return None


def _found(phrase: tuple[str, ...], lowers: Sequence[str]) -> tuple[int, int] | None:
    """Where a phrase stands."""
    for start, word in enumerate(lowers):
        end = _ends(phrase, lowers, start) if word == phrase[0] else None
        if end is not None:
            return start, end
    return None


def _ends(phrase: tuple[str, ...], lowers: Sequence[str], start: int) -> int | None:
    at, gap = start, 0
    for piece in phrase:
        if piece == "..":
            gap = GAP
            continue
        window = list(lowers[at : at + gap + 1])
        if piece not in window:
            return None
        at, gap = at + window.index(piece) + 1, 0
    return at


def _said_of(p: Proposition, terms: Terms) -> str:
    """Forces, people or a thing, by the subject; "" where it is none of these or two of them."""
    span = terms.subject or (p.first, p.last)
    lowers = set(p.sentence.lowers(*span))
    found = [FORCES] if lowers & words("topics", "matter forces") else []
    found += [PEOPLE] if lowers & words("topics", "matter people") else []
    found += sorted(lowers & words("topics", "matter things"))
    return found[0] if len(found) == 1 else ""


@cache
def _matters() -> tuple[Matter, ...]:
    told: dict[str, dict[str, str]] = {}
    for key, line in entries("matters"):
        name, _, rest = line.partition(":")
        told.setdefault(key, {})[name] = rest.strip()
    return tuple(
        Matter(
            key,
            one["ask"],
            _phrases(one.get("yes", "")),
            _phrases(one.get("no", "")),
            _phrases(one.get("not", "")),
        )
        for key, one in told.items()
    )


def _phrases(line: str) -> tuple[tuple[str, ...], ...]:
    split = [tuple(entry.split()) for entry in line.split(",") if entry.strip()]
    return tuple(sorted(split, key=len, reverse=True))
