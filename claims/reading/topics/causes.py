"""What caused it: said of a link, of a deed, of a thing's own doing, or ruled out."""

from collections.abc import Callable
from dataclasses import replace

from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, verb_forms, words
from claims.reading.topics.acts import did
from claims.reading.topics.cause_answers import answered, class_of, effects, known, subject_words
from claims.reading.topics.common import (
    SELF,
    Answered,
    Terms,
    actors_of,
    doers_of,
    find,
    find_verb,
    has,
    text_of,
)
from claims.reading.topics.doers import by_agent, is_passive
from claims.reading.topics.hinted_causes import hinted
from claims.reading.topics.laid_causes import laid_to_a_thing, run_into, said_to_be
from claims.reading.topics.targets import targets_in

NEAR_OBJECT = 7  # tokens from "caused" to what was caused
NEAR_BY = 7  # tokens from "destroyed" to its "by"
CALLED = 6  # tokens from "was" to "cause"
CALLED_CAUSE = frozenset({"cause", "explanation", "suspect", "culprit", "reason"})
NEAR_CAUSE = 10  # tokens from "caused by" to the cause
NEAR_UP = 4  # tokens from "blew" to its "up"
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "up"})
Way = Callable[[Proposition, Terms], list[Answered]]


def cause(p: Proposition, terms: Terms) -> list[Answered]:
    """Caused by shelling, blown up from inside, an accident; sabotage is ruled out."""
    return next((found for way in WAYS if (found := way(p, terms))), [])


def _ruled_out(p: Proposition, terms: Terms) -> list[Answered]:
    """Ruled out sabotage; there was no sign of an explosion."""
    if p.base == "{rule} out":
        open_still = p.negated
    elif has(p, "ruled out") or _was_wrong(p):
        open_still = has(p, "not ruled out")
    else:
        return []
    value = class_of(p.lowers)
    return [answered(p, terms, value, denied=True)] if value and not open_still else []


def _was_wrong(p: Proposition) -> bool:
    """As in "reports of a bomb were wrong"."""
    opens = set(p.lowers[:3]) & words("cues", "anaphors")
    return (
        bool(opens) and "of" in p.lowers[:4] and contains(p.lowers, phrases("cues", "rejections"))
    )


def _linked(p: Proposition, terms: Terms) -> list[Answered]:
    """Caused by overloading; collapsed because the cables had rusted; the cause was a fault."""
    link = find(p, "cause links") or find(p, "loose cause links")
    if link is None:
        return []
    after = _before_rather(p.sentence.lowers(_after_link(p, link), p.last))
    if not after:
        return []
    firm = has(p, "cause links")
    effect = p.sentence.lowers(p.first, link[0]) + subject_words(p, terms)
    told_of = bool(set(effect) & effects()) or contains(effect, phrases("topics", "effect phrases"))
    value = class_of(after[:NEAR_CAUSE])
    if not firm and not (value and told_of):
        return []
    if not value and (set(after) & words("topics", "consequences") or not told_of):
        return []
    actors = known(actors_of(terms, (link[1], p.last))) if value in {"explosives", "strike"} else ()
    told = text_of(terms, (link[1], p.last))
    no = _is_negated(p, link[1] + 1)
    of = (p.first, link[0]) if link[0] > p.first else None
    return [answered(p, terms, value, actors, told, denied=no, effect=of)]


def _is_negated(p: Proposition, last: int) -> bool:
    """Whether a link of cause is negated, and not what is said to be the cause."""
    return any(is_in(token, "negations") for token in p.sentence.tokens[p.first : last])


def _after_link(p: Proposition, link: Range) -> int:
    """Where the cause begins; of "the cause of the fire was a fault" after the verb."""
    if p.sentence.lowers(*link) != ["cause", "of"]:
        return link[1]
    tokens = p.sentence.tokens
    be = next((k for k in range(link[1], p.last) if is_in(tokens[k], "be")), -1)
    ahead = p.first < link[0] and any(is_in(t, "be") for t in tokens[p.first : link[0]])
    if ahead:  # "a fault was the cause of the fire": what stands before is read elsewhere
        return p.last
    return be + 1 if be > 0 else p.last


def _before_rather(lowers: list[str]) -> list[str]:
    """Of "by rain, not by a bomb" what is said to be the cause: "by rain"."""
    turns = {"rather", "instead"}
    ends = (
        k
        for k, word in enumerate(lowers)
        if k > 0 and (word in turns or (word == "not" and lowers[k - 1] in {",", "and"}))
    )
    return lowers[: next(ends, len(lowers))]


def _blown_up(p: Proposition, terms: Terms) -> list[Answered]:
    """The dam was blown up from inside; they blew it up; they had mined the hall."""
    at = _blow(p)
    if at is None:
        mined = find(p, "mined")
        at = mined[0] if mined else None
    if at is None:
        return []
    agent = by_agent(p, at)
    actors = actors_of(terms, agent) if agent else ()
    if agent is None and not is_passive(p, at):
        actors = actors_of(terms, terms.subject)
        if not actors and p.frame in {"to", "np"}:
            actors = terms.claimant_keys
    return [answered(p, terms, "explosives", actors)]


def _blow(p: Proposition) -> int | None:
    """Where "blew up", "blew the bridge up" stands; nobody blows himself up here."""
    tokens = p.sentence.tokens
    forms = verb_forms("topics", "blow")
    for at in range(p.first, p.last):
        near = p.sentence.lowers(at + 1, min(at + 1 + NEAR_UP, p.last))
        if tokens[at].lower in forms and "up" in near:
            return None if set(near) & (REFLEXIVE - {"up"}) else at
    return None


def _undone(p: Proposition, terms: Terms) -> list[Answered]:
    """Destroyed by rocket fire, brought down by a missile; not what is only hit or counted."""
    at = find_verb(p, "undone")
    hit = find_verb(p, "only hit") if at is None else None
    at = at if at is not None else hit
    if at is None or not is_passive(p, at):
        return []
    near = range(at + 1, min(at + NEAR_BY, p.last - 1))
    by = next((k for k in near if p.sentence.tokens[k].lower in {"by", "in"}), -1)
    if by < 0 or set(p.sentence.lowers(at, p.last)) & words("topics", "consequences"):
        return []
    value = class_of(p.sentence.lowers(by, p.last))
    if not value or (p.sentence.tokens[by].lower == "in" and value != "strike"):
        return []
    actors = known(actors_of(terms, (by + 1, p.last)))
    known_doer = actors or value not in {"explosives", "strike"}
    if hit is not None and not (
        known_doer and (terms.act.targets | {"it"}) & set(subject_words(p, terms))
    ):
        return []  # what was merely hit is damage, but for the thing that the news is about
    return [answered(p, terms, value, actors)]


def _tampered(p: Proposition, terms: Terms) -> list[Answered]:
    """The plane had been sabotaged, was tampered with: on purpose, by whomever."""
    at = find_verb(p, "tampered")
    if at is None or not is_passive(p, at) or by_agent(p, at) is not None:
        return []
    things = targets_in(subject_words(p, terms))
    return [answered(p, terms, "deliberate")] if things or not terms.act.target else []


def _brought_about(p: Proposition, terms: Terms) -> list[Answered]:
    """An explosion in the engine room caused the collapse; a bomb brought the jet down."""
    at = find(p, "causing") or _brought_down(p)
    if at is None or terms.subject is None or is_passive(p, at[0]):
        return []
    objects = set(p.sentence.lowers(at[1], min(at[1] + NEAR_OBJECT, p.last)))
    if not objects & (effects() | words("topics", "targets") | {"it"}):
        return []
    used = "by" in p.sentence.lowers(terms.subject[1], at[0])  # "charges that were laid by them"
    subject = p.sentence.lowers(terms.subject[0], at[0] if used else terms.subject[1])
    value = class_of(subject)
    actors = _whose_means(terms, (terms.subject[0], terms.subject[0] + len(subject)))
    if actors and not value:
        return did(p, terms, actors)
    if subject[:1] and subject[0] in SELF and not actors:
        return []
    told = value or _is_plain_thing(p, subject, objects)
    return [answered(p, terms, value, actors, " ".join(subject))] if told else []


def _is_plain_thing(p: Proposition, subject: list[str], objects: set[str]) -> bool:
    """As in "a worn valve led to the leak": a thing, and nothing that it is an effect of."""
    people = words("quantities", "persons") | words("topics", "collectives") | SELF
    other = people | words("topics", "consequences") | words("topics", "force words")
    opens = subject[:1] != [] and subject[0] in {"a", "an", "the"}
    named = any(t.is_capitalised for t in p.sentence.tokens[p.first + 1 : p.first + len(subject)])
    return opens and not named and not other & set(subject) and bool(objects & effects())


def _brought_down(p: Proposition) -> Range | None:
    """Where "brought the bridge down" stands."""
    forms = verb_forms("topics", "brought")
    for at in range(p.first, p.last):
        if p.sentence.tokens[at].lower in forms:
            return (at, at + 1) if "down" in p.sentence.lowers(at + 1, p.last) else None
    return None


def _whose_means(terms: Terms, span: Range) -> tuple[str, ...]:
    """Whose the means are: a known actor's, or men's of whom the words say that they used them."""
    doers = doers_of(terms, span)
    used = "by" in terms.reader.sentences[terms.number].lowers(*span)
    return doers if used else known(doers)


def _called(p: Proposition, terms: Terms) -> list[Answered]:
    """The collapse was no accident; it was sabotage; a fault was the likely cause."""
    if p.frame != "np" and _calls_cause(p):
        return _explained(p, terms)
    at = find(p, "called")
    if at is None:
        return []
    start = max(p.first, at[0] - NEAR_OBJECT)
    about = {*subject_words(p, terms), *p.sentence.lowers(p.first, at[0])}
    is_so = set(p.sentence.lowers(start, at[0])) & words("grammar", "be")
    told = p.frame == "np" and p.base in {"call", "describe", "describe as"}
    if not (is_so or told) or not (told or about & (effects() | SELF | {"this", "that"})):
        return []
    actors = _agents(p, terms)
    value = class_of(p.sentence.lowers(*at))
    if not actors:
        return [answered(p, terms, value)]
    # An act of terror by somebody: who did it is what is said.
    found = did(p, terms, actors)
    return [replace(one, answer=replace(one.answer, value=value)) for one in found]


def _calls_cause(p: Proposition) -> bool:
    """As in "was the most likely cause": adjectives alone stand between."""
    tokens = p.sentence.tokens
    for at in range(p.first + 2, p.last):
        if tokens[at].lower in CALLED_CAUSE:
            near = range(at - 1, max(p.first, at - CALLED), -1)
            be = next((k for k in near if is_in(tokens[k], "be")), at)
            between = p.sentence.lowers(be + 1, at)
            known = {"to", "no", "of", "about", "early"} & set(between)
            return be < at and not known and p.sentence.lowers(at + 1, at + 2) != ["for"]
    return False


def _explained(p: Proposition, terms: Terms) -> list[Answered]:
    """What is called the likely cause: what stands before the verb."""
    tokens = p.sentence.tokens
    be = next((k for k in range(p.first + 1, p.last) if is_in(tokens[k], "be")), -1)
    if be < 0:
        return []
    value = class_of(p.sentence.lowers(p.first, be))
    return [answered(p, terms, value, (), text_of(terms, (p.first, be)))]


def _agents(p: Proposition, terms: Terms) -> tuple[str, ...]:
    by = next((k for k in range(p.first, p.last) if p.sentence.tokens[k].lower == "by"), -1)
    return known(actors_of(terms, (by + 1, p.last))) if 0 < by < p.last - 1 else ()


WAYS: tuple[Way, ...] = (
    laid_to_a_thing,
    _ruled_out,
    _blown_up,
    _undone,
    _tampered,
    _linked,
    _brought_about,
    _called,
    said_to_be,
    run_into,
    hinted,
)
