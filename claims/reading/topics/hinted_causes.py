"""Causes that the news only hints at: the work of rust, speaks of sabotage, points to a leak.

Each needs a word of a known class of causes, and an article that tells of something caused.
"""

from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, words
from claims.reading.topics.cause_answers import answered, class_of, effects, subject_words
from claims.reading.topics.common import Answered, Terms, actors_of, find
from claims.reading.topics.predicates import predicate_of

SHORT = 8  # words of "a technical fault in the signal box"
NEAR = 8  # tokens from a hint to its cause
DEEDS = frozenset({"explosives", "strike", "deliberate"})
SPEAKING = ("speak", "talk", "mention")
STARTS = frozenset({"started", "began", "begun", "originated", "erupted", "broke"})
FROM = frozenset({"in", "from", "with", "at", "by", "after"})


def hinted(p: Proposition, terms: Terms) -> list[Answered]:
    """A cause that the words point to; none where the article tells of nothing caused."""
    at = _spoken_of(p) or _pointed_to(p) or _was_behind(p, terms) or _began_in(p, terms)
    if at is None:
        return _none_there(p, terms)
    value = class_of(p.sentence.lowers(*at))
    if not value or not (_is_of_an_effect(terms) or _tells_effect(p, at)):
        return []
    no = any(is_in(token, "negations") for token in p.sentence.tokens[p.first : at[1]])
    return [answered(p, terms, value, denied=no)]


def _is_of_an_effect(terms: Terms) -> bool:
    """Whether the article is about something that has a cause."""
    return bool(terms.act.target) or terms.act.noun in words("topics", "happens")


def _tells_effect(p: Proposition, cause: Range) -> bool:
    before, after = p.sentence.lowers(p.first, cause[0]), p.sentence.lowers(cause[1], p.last)
    return bool((set(before) | set(after)) & effects())


def _spoken_of(p: Proposition) -> Range | None:
    """The fault that the government "speaks of"."""
    spoken = p.frame == "np" and p.base.startswith(SPEAKING)
    said = sum(token.is_word for token in p.tokens)
    if not spoken or said > SHORT or contains(p.lowers, phrases("topics", "not the cause")):
        return None
    return p.first, p.last


def _pointed_to(p: Proposition) -> Range | None:
    """What something is "the work of", "points to" or "indicates"."""
    link = find(p, "hints of a cause")
    if link is None or link[0] == p.first or link[1] >= p.last:
        return None
    return link[1], min(link[1] + NEAR, p.last)


def _was_behind(p: Proposition, terms: Terms) -> Range | None:
    """The bolt of "a missing bolt was behind the collapse"."""
    told = predicate_of(p)
    if told is None or not told.be or p.sentence.lowers(told.at, told.at + 1) != ["behind"]:
        return None
    thing = set(p.sentence.lowers(told.at, p.last)) & (effects() | {"it"})
    return told.subject if thing and not actors_of(terms, told.subject) else None


def _began_in(p: Proposition, terms: Terms) -> Range | None:
    """The heater of "the fire started in a faulty heater"."""
    told = predicate_of(p)
    if told is None or told.open or told.at + 2 >= p.last:
        return None
    began = p.sentence.lowers(told.at, told.at + 1)[0] in STARTS
    fire = set(subject_words(p, terms)) & words("topics", "happens")
    led = next((k for k in range(told.at + 1, told.at + 3) if _leads(p, k)), 0)
    return (led + 1, min(led + NEAR, p.last)) if began and fire and led else None


def _leads(p: Proposition, at: int) -> bool:
    return p.sentence.lowers(at, at + 1)[:1] != [] and p.sentence.tokens[at].lower in FROM


def _none_there(p: Proposition, terms: Terms) -> list[Answered]:
    """As in "there was no bomb": no such deed, where that is what the clause says."""
    lowers = [token.lower for token in p.tokens if token.is_word]
    if lowers[:1] != ["there"] or "no" not in lowers[1:4] or len(lowers) > SHORT:
        return []
    value = class_of(lowers[lowers.index("no") :])
    told = value in DEEDS and _is_of_an_effect(terms)
    return [answered(p, terms, value, denied=True)] if told else []
