"""Causes that no link names: blamed on a wave, put down to rain, "it was greed", hit a reef."""

from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import verb_forms, words
from claims.reading.text import Token
from claims.reading.topics.cause_answers import answered, class_of, subject_words
from claims.reading.topics.common import SELF, Answered, Terms, actors_of, find, has, text_of
from claims.reading.topics.targets import thing_named

LAID = {"put down": "to", "put": "to", "point": "to", "attribute": "to"}  # what is before the cause
MEANT = frozenset({"suspect", "cite"})
SHORT = 9  # words of "it was an engine failure"
NEAR_HIT = 5  # words from "hit" to the reef


def laid_to_a_thing(p: Proposition, terms: Terms) -> list[Answered]:
    """Blamed rain for the crash, the crash on rain; put it down to rain; was down to rain."""
    at = None if _puts_a_figure(p) else _laid_at(p)
    if at is None:
        return _at_fault(p, terms)
    value = class_of(p.sentence.lowers(*at))
    effect = _effect_of(p, at)
    if not value and (effect is None or not _is_thing(p, terms, at)):
        return []
    no = p.negated and not any(is_in(t, "negations") for t in p.sentence.tokens[slice(*at)])
    return [answered(p, terms, value, (), text_of(terms, at), denied=no, effect=effect)]


def _puts_a_figure(p: Proposition) -> bool:
    """As in "put the damage to roads at $4 million": "put" without its "down"."""
    base = p.base.replace("{", "").replace("}", "").split()
    return base[:1] == ["put"] and "down" not in {*base, *p.lowers}


def _laid_at(p: Proposition) -> Range | None:
    """Where the cause is that something is laid to."""
    base = p.base.replace("{", "").replace("}", "")
    if p.frame == "blame" and p.base == "blame" and p.blamed is not None:
        return _blamed(p, p.blamed)
    if p.frame == "blame" and p.base in LAID and p.blamed is not None:
        return p.blamed
    link = next((word for name, word in LAID.items() if base.startswith(name)), "")
    if p.frame == "np" and base in MEANT:
        return p.first, p.last
    if p.frame == "np" and link:
        if base.endswith(link):
            return p.first, p.last
        at = _after(p, p.first, link)
        return (at, p.last) if at else None
    passive = find(p, "laid to")
    return (passive[1], p.last) if passive and passive[1] < p.last else None


def _blamed(p: Proposition, blamed: Range) -> Range:
    """Of "the crash on fog" the fog; of "fog for the crash" it too."""
    on = _after(p, p.first, "on") if blamed[0] == p.first else 0
    first = on or blamed[0]
    until = _after(p, first, "for")
    return first, until - 1 if until > first + 1 else p.last


def _after(p: Proposition, first: int, word: str) -> int:
    """The token after a word of the proposition; 0 where it does not stand in it."""
    found = (k for k in range(first + 1, p.last - 1) if p.sentence.tokens[k].lower == word)
    return next(found, -1) + 1


def _effect_of(p: Proposition, at: Range) -> Range | None:
    """The words for what is laid to it: before the cause, or after its "for"."""
    if at[0] - 1 > p.first:
        return p.first, at[0] - 1
    return (at[1] + 1, p.last) if at[1] + 1 < p.last else None


def _is_thing(p: Proposition, terms: Terms, at: Range) -> bool:
    """Whether what is blamed is nobody: no name, no actor, no word for people."""
    tokens = p.sentence.tokens[slice(*at)]
    people = words("quantities", "persons") | words("topics", "collectives")
    people |= words("people", "people") | words("people", "posts") | words("topics", "force words")
    if any(t.lower in people or t.is_capitalised or t.lower in SELF for t in tokens):
        return False
    return not actors_of(terms, at)


def _at_fault(p: Proposition, terms: Terms) -> list[Answered]:
    """Pilot error was to blame; the brakes were at fault."""
    fault = find(p, "guilty")
    if fault is None or not terms.subject or actors_of(terms, terms.subject):
        return []
    value = class_of(subject_words(p, terms))
    return [answered(p, terms, value)] if value else []


def said_to_be(p: Proposition, terms: Terms) -> list[Answered]:
    """As in "it was not the rain, this was greed": of what befell a thing, in a few words."""
    told = _last_told(p) if p.frame != "np" else None
    if told is None or has(p, "cause links"):
        return []
    if told[0] == p.first + 2 and not terms.act.slot:  # no "it was not X" before it
        return []
    value = class_of(p.sentence.lowers(*told))
    if not value:
        return []
    no = any(is_in(token, "negations") for token in _up_to_stop(p, told))
    return [answered(p, terms, value, denied=no, effect=(p.first, p.first + 1))]


def _up_to_stop(p: Proposition, span: Range) -> tuple[Token, ...]:
    """The words of a stretch before its first comma: "weather, nothing else" is weather."""
    tokens = p.sentence.tokens[slice(*span)]
    return tokens[: next((k for k, token in enumerate(tokens) if token.text == ","), len(tokens))]


def _last_told(p: Proposition) -> Range | None:
    """The last "it was X" of a clause of few words: what is not denied comes last."""
    tokens = p.sentence.tokens
    starts = [
        k
        for k in range(p.first, p.last - 2)
        if tokens[k].lower in {"it", "this", "that"}
        and is_in(tokens[k + 1], "be")
        and (k == p.first or not tokens[k - 1].is_word)
    ]
    if not starts or starts[0] != p.first:
        return None
    first = starts[-1] + 2
    return (first, p.last) if p.last - first <= SHORT else None


def run_into(p: Proposition, terms: Terms) -> list[Answered]:
    """We hit a reef, the ferry struck something, it ran aground: of a ship, train or plane."""
    if terms.act.target not in words("topics", "movers") | {""} or terms.subject is None:
        return []
    moved = set(subject_words(p, terms))
    things = {thing for word in moved if (thing := thing_named(word))}
    if not (moved <= SELF or (things & words("topics", "movers"))):
        return []
    at = _hit_at(p)
    value = class_of(p.sentence.lowers(*at)) if at else ""
    if at is None or value not in {"collision", "explosives", "strike"}:
        return []
    return [answered(p, terms, value, denied=p.negated, effect=terms.subject)]


def _hit_at(p: Proposition) -> Range | None:
    """From a verb of hitting something to what is hit."""
    forms = verb_forms("topics", "running into")
    for at in range(p.first, p.last):
        if p.sentence.tokens[at].lower in forms:
            return at, min(at + NEAR_HIT, p.last)
    return None
