"""Where something happened that has one place, where somebody is said to tell it.

A shelling has many places and is left. The place is told as far as the clause tells it, narrowest
first; whose soil or waters it was, is the state's key (``comparing.rules.places``).
"""

from functools import cache

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import conjugate, contains, entries, phrases, verb_forms, words
from claims.reading.names import runs_of
from claims.reading.times import MONTHS, WEEKDAYS
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.predicates import Predicate, head_of, predicate_of
from claims.reading.topics.whens import is_definite, timed
from claims.values import Answer
from events.choices import ActorKind, NameKind
from events.values import DirectoryActor

WHERE, IN, NEAR, NOBODYS = "where", "in", "near", "international"


def when_and_where(p: Proposition, terms: Terms) -> list[Answered]:
    """When, and where, the thing was that the proposition speaks of."""
    return [*timed(p, terms), *placed(p, terms)]


def placed(p: Proposition, terms: Terms) -> list[Answered]:
    """Where the thing happened that the proposition speaks of."""
    predicate = predicate_of(p)
    if (p.speaker is None and not terms.claimants) or predicate is None or predicate.open:
        return []
    thing = _thing(p, predicate) if is_definite(p, predicate) else ""
    answer = _place(p, terms, (predicate.at + 1, p.last)) if thing else None
    if answer is None:
        return []
    denied = p.negated and p.stance != Stance.DENIES
    told = Answer(
        answer.actors, denied=denied, measure=WHERE, place=answer.place, value=answer.value
    )
    return [Answered(told, questions.where(thing))]


def _thing(p: Proposition, predicate: Predicate) -> str:
    """What has one place: by the clause's verb, or by its subject that happened."""
    verb = p.sentence.tokens[predicate.at].lower
    own = "happens to it" if predicate.be else "happens by itself"
    if verb in _verbs(own):
        return _verbs(own)[verb]
    if verb not in verb_forms("wheres", "happened"):
        return ""
    head = p.sentence.lowers(*head_of(p, predicate.subject))
    return next((_things()[word] for word in reversed(head) if word in _things()), "")


def _place(p: Proposition, terms: Terms, span: Range) -> Answer | None:
    """The place that a stretch tells; None where it names none."""
    lowers = p.sentence.lowers(*span)
    if contains(lowers, phrases("wheres", "of nobody")):
        return Answer(value=NOBODYS)
    names: list[str] = []
    states: list[str] = []
    near = False
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        how = _led(p, run.first, span)
        if not how or run.text.split()[0].casefold() in {*WEEKDAYS, *MONTHS}:
            continue
        near = near or how == NEAR
        state = terms.reader.actor(run.text)
        if state is not None and state.kind == ActorKind.STATE:
            states.append(state.key)
        if state is None or state.kind != ActorKind.STATE or _is_capital(state, run.text):
            after = p.sentence.lowers(run.last, run.last + 1)
            region = words("wheres", "regions") & set(after)
            names.append(" ".join((run.text, *region)))
    if not names and not states:
        return None
    return Answer(tuple(states[:1]), place=", ".join(names), value=NEAR if near else IN)


def _is_capital(state: DirectoryActor, name: str) -> bool:
    """Whether the name stands for the state elsewhere and is a town here: "in Vienna"."""
    return any(one.text == name and one.kind == NameKind.METONYM for one in state.names)


def _led(p: Proposition, at: int, span: Range) -> str:
    """How a word that leads up to a name has it: "in" or "near", "" where none does."""
    tokens = p.sentence.tokens
    if not span[0] <= at < span[1]:
        return ""
    for k in range(at - 1, span[0] - 1, -1):
        if tokens[k].lower in words("wheres", "near"):
            return NEAR
        if tokens[k].lower in words("wheres", "in"):
            return IN
        if not (is_in(tokens[k], "determiners") or tokens[k].lower in {"of", "to", "city", "town"}):
            return ""
    return ""


@cache
def _things() -> dict[str, str]:
    return {noun: thing for thing, nouns in _lines("things") for noun in nouns}


@cache
def _verbs(section: str) -> dict[str, str]:
    """The past forms of the verbs of a section, with the thing that each tells of."""
    return {
        form: thing
        for thing, verbs in _lines(section)
        for verb in verbs
        for form in conjugate(verb.split())[3:]
    }


def _lines(section: str) -> list[tuple[str, list[str]]]:
    return [
        (line.partition(":")[0], [one.strip() for one in line.partition(":")[2].split(",")])
        for at, line in entries("wheres")
        if at == section
    ]
