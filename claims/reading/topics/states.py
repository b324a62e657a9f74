"""How it ended, which measures are in force, who was moved or detained."""

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_auxiliary, is_in
from claims.reading.lexicon import words
from claims.reading.quantities import find_quantities
from claims.reading.topics.common import (
    Answered,
    Terms,
    find,
    find_verb,
)
from claims.values import Answer, Count

MEASURE_KINDS = (
    ("counter-terrorism regime", ("terror",)),
    ("state of emergency", ("emergency",)),
    ("martial law", ("martial",)),
    ("curfew", ("curfew",)),
    ("lockdown", ("lockdown", "quarantine")),
    ("ceasefire", ("ceasefire", "truce", "cease-fire")),
    ("ban", ("ban",)),
    ("sanctions", ("sanction",)),
    ("blockade", ("blockade", "embargo")),
    ("alert", ("alert",)),
)


def outcome(p: Proposition, terms: Terms) -> list[Answered]:
    """The attackers were defeated, driven out, or are fighting on."""
    subjects = _fighting(terms)
    if {"would", "will", "vowed", "must", "should"} & set(p.lowers):
        return []
    shared = p.sentence.lowers(*terms.subject) if terms.subject else []
    about = bool({*p.lowers, *shared} & subjects)
    going = find(p, "going on")
    if going is not None and _goes_on(p, terms) and not _is_measure(p):
        return [_outcome("continuing", p)]
    for section, value in (("over", "defeated"), ("driven out", "withdrawn")):
        at = find(p, section)
        if at is not None and about and (value != "withdrawn" or _of_attackers(p)):
            return [_outcome(value, p)]
    return []


def _goes_on(p: Proposition, terms: Terms) -> bool:
    """Whether it is the fight or the attackers that go on."""
    if terms.subject is None:
        return False
    lowers = p.sentence.lowers(*terms.subject)
    return bool(set(lowers) & _fighting(terms))


def _fighting(terms: Terms) -> frozenset[str]:
    """Words for those who fight and for the fight; "they" and "it" where an attack is the news."""
    named = words("topics", "outcome subjects")
    if terms.act.fought:
        return named | words("topics", "outcome pronouns")
    return named


def _of_attackers(p: Proposition) -> bool:
    """Whether those who left are the attackers, not residents."""
    return not set(p.lowers) & words("topics", "evacuation")


def _outcome(value: str, p: Proposition) -> Answered:
    denied = p.stance == Stance.DENIES
    return Answered(Answer(value=value, denied=denied), questions.OUTCOME)


def _is_measure(p: Proposition) -> bool:
    return find(p, "measure nouns") is not None


def measure(p: Proposition, terms: Terms) -> list[Answered]:
    """A regime, curfew or ban was declared, is in force, was lifted."""
    at = find(p, "measure nouns")
    if at is None:
        return _measure_again(p, terms)
    value = _measure_value(p)
    if not value:
        return []
    name = measure_name(p.sentence.lowers(max(p.first, at[0] - 3), at[1]))
    if name in {"measures", "regime", "restrictions"} and terms.last_measure:
        name = terms.last_measure
    answer = Answer(value=value, object=name, denied=p.stance == Stance.DENIES)
    return [Answered(answer, questions.measure(name))]


def _measure_again(p: Proposition, terms: Terms) -> list[Answered]:
    """As in "It was lifted on Tuesday", after a measure was spoken of."""
    pronoun = terms.subject is not None and p.sentence.lowers(*terms.subject) in (["it"], ["they"])
    lifted = {"lifted", "revoked", "cancelled", "suspended"} & set(p.lowers)
    if not (pronoun and lifted and terms.last_measure):
        return []
    answer = Answer(value="lifted", object=terms.last_measure)
    return [Answered(answer, questions.measure(terms.last_measure))]


def _measure_value(p: Proposition) -> str:
    if find(p, "lifted phrases") or find_verb(p, "lifted") is not None:
        return "in_force" if _negated(p) else "lifted"
    if find(p, "in force"):
        return "in_force"
    return "declared" if find_verb(p, "declared") is not None or p.base == "declare" else ""


def _negated(p: Proposition) -> bool:
    lowers = p.lowers
    if "before" in lowers:  # "not lifted before the afternoon" was lifted then
        return False
    return p.negated


def measure_name(lowers: list[str]) -> str:
    """A measure's common name: "anti-terror regime", "counter-terrorist operation" are one."""
    joined = " ".join(lowers)
    for name, marks in MEASURE_KINDS:
        if any(mark in joined for mark in marks):
            return name
    return lowers[-1]


def evacuation(p: Proposition, terms: Terms) -> list[Answered]:
    """People were moved to safety, or have left."""
    at = find(p, "evacuation")
    attacked = find_verb(p, "carried out")  # "shelled the evacuation"
    if at is None or (attacked is not None and attacked < at[0]):
        return []
    count = _people(p)
    if count is None and not terms.claimants and p.speaker is None and _in_passing(p, at[0]):
        return []
    denied = p.stance == Stance.DENIES or p.negated
    answer = Answer(count=count, measure="evacuated", denied=denied, population="civilians")
    return [Answered(answer, questions.EVACUATION)]


def _in_passing(p: Proposition, at: int) -> bool:
    """Whether an article's own words take it for granted, as in "during the evacuation"."""
    tokens = p.sentence.tokens
    while at > p.first and is_in(tokens[at - 1], "determiners"):
        at -= 1
    return at == p.first or is_in(tokens[at - 1], "prepositions")


def arrest(p: Proposition, _terms: Terms) -> list[Answered]:
    """People were detained."""
    at = find(p, "arrest")
    if at is None:
        return []
    count = _people(p)
    denied = p.stance == Stance.DENIES
    answer = Answer(count=count, measure="arrested", denied=denied)
    return [Answered(answer, questions.arrests(""))]


def _people(p: Proposition) -> Count | None:
    people = words("quantities", "persons")
    lowers = p.lowers
    if lowers[:1] in (["none"], ["nobody"]) or lowers[:2] == ["no", "one"]:
        return Count(0, 0, text=lowers[0])
    for quantity in find_quantities(p.tokens):
        near = p.tokens[quantity.last : quantity.last + 3]
        if not near or is_auxiliary(near[0]) or not near[0].is_word:
            return quantity.count  # "more than 200 were detained", "put arrests at nine"
        things = words("quantities", "damage units") | words("grammar", "time words")
        counted = [t.lower for t in near if t.is_word]
        many = any(word.endswith("s") for word in counted) and things.isdisjoint(counted)
        if many or any(word in people for word in counted):  # "three managers were arrested"
            return quantity.count
    return None
