"""How it ended, who holds a place, which measures are in force, who was moved or detained."""

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_in
from claims.reading.lexicon import verb_forms, words
from claims.reading.names import runs_of
from claims.reading.quantities import find_quantities
from claims.reading.topics.common import (
    SELF,
    Answered,
    Terms,
    actors_of,
    find,
    find_verb,
    text_of,
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
TERRITORY = frozenset({"territory", "soil", "land", "motherland", "ground", "piece", "strip"})


def outcome(p: Proposition, terms: Terms) -> list[Answered]:
    """The attackers were defeated, driven out, or are fighting on."""
    subjects = words("topics", "outcome subjects")
    if {"would", "will", "vowed", "must", "should"} & set(p.lowers):
        return []
    about = bool(set(p.lowers) & subjects)
    going = find(p, "going on")
    if going is not None and _goes_on(p, terms) and not _is_measure(p):
        return [_outcome("continuing", p)]
    for section, value in (("driven out", "withdrawn"), ("over", "defeated")):
        at = find(p, section)
        if at is not None and about and (value != "withdrawn" or _of_attackers(p)):
            return [_outcome(value, p)]
    return []


def _goes_on(p: Proposition, terms: Terms) -> bool:
    """Whether it is the fight or the attackers that go on."""
    if terms.subject is None:
        return False
    lowers = p.sentence.lowers(*terms.subject)
    return bool(set(lowers) & words("topics", "outcome subjects"))


def _of_attackers(p: Proposition) -> bool:
    """Whether those who left are the attackers, not residents."""
    return not set(p.lowers) & words("topics", "evacuation")


def _outcome(value: str, p: Proposition) -> Answered:
    denied = p.stance == Stance.DENIES
    return Answered(Answer(value=value, denied=denied), questions.OUTCOME)


def control(p: Proposition, terms: Terms) -> list[Answered]:
    """Somebody took, holds or lost a place."""
    for section, noun, value in (
        ("capture", "capture nouns", "taken"),
        ("hold", "hold nouns", "held"),
        ("lose", "lose nouns", "lost"),
    ):
        at = _verb_or_noun(p, section, noun)
        if at is None:
            continue
        place = _place(p, terms, at + 1)
        if not place:
            continue
        holders = _holders(p, terms, at)
        denied = p.stance == Stance.DENIES or _negated_before(p, at)
        answer = Answer(holders, denied=denied, value=value, place=place)
        return [Answered(answer, questions.control(place))]
    return []


def _verb_or_noun(p: Proposition, section: str, noun: str) -> int | None:
    nouns = words("topics", noun)
    forms = verb_forms("topics", section)
    for at in range(p.first, p.last):
        token = p.sentence.tokens[at]
        if token.lower in nouns and _has_object(p, at):
            return at
        if token.lower in forms and not token.is_capitalised and _is_act(p, at):
            return at
    return None


def _has_object(p: Proposition, at: int) -> bool:
    after = p.sentence.lowers(at + 1, at + 2)
    return bool(after) and after[0] in {"of", "over"}


def _is_act(p: Proposition, at: int) -> bool:
    """Whether the verb has a place near it, as object or in a relative clause."""
    before = p.sentence.tokens[at - 1].lower if at else ""
    after = p.sentence.lowers(at + 1, at + 2)
    if after and after[0] in {"part", "place", "over", "off", "responsibility", "action", "aim"}:
        return False
    return before not in {"a", "an", "the", "no", "in", "'s", "of", "under"}


def _negated_before(p: Proposition, at: int) -> bool:
    return any(is_in(t, "negations") for t in p.sentence.tokens[max(p.first, at - 3) : at])


def _place(p: Proposition, terms: Terms, first: int) -> str:
    """The place taken: the name after the verb, a word for land, or the city spoken of before."""
    last = p.last
    sentence = p.sentence
    for at in range(first, min(first + 5, last)):
        if sentence.tokens[at].text in {",", ";"} and at > first:
            last = at
            break
    for run in runs_of(sentence, terms.number, terms.reader.text):
        if first <= run.first < last and _is_place_name(run.text, terms):
            return run.text
    lowers = sentence.lowers(first, last)
    if set(lowers) & TERRITORY:
        return "territory"
    at = next((k for k, w in enumerate(lowers) if w in words("topics", "place nouns")), -1)
    if at >= 0:
        return _noun_phrase(p, terms, first, first + at + 1)
    return _antecedent(p, terms) if first >= p.last else ""


def _is_place_name(name: str, terms: Terms) -> bool:
    """Whether a name can be a place: no demonym, no group, no ministry."""
    if name in terms.reader.index.groups or name in terms.reader.index.acronyms:
        return False
    kinds = {(m.actor.kind, m.kind) for m in terms.reader.find(name)}
    return all(kind == "state" and how in {"name", "metonym"} for kind, how in kinds)


def _noun_phrase(p: Proposition, terms: Terms, first: int, last: int) -> str:
    while first < last - 1 and (
        is_in(p.sentence.tokens[first], "determiners") or p.sentence.tokens[first].lower == "of"
    ):
        first += 1
    return text_of(terms, (first, last))


def _antecedent(p: Proposition, terms: Terms) -> str:
    """As in "the city that Russia claims to have captured": the place last named before."""
    first = p.first
    found = ""
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        actor = terms.reader.actor(run.text)
        if run.first < first and actor is None and _is_place_name(run.text, terms):
            found = run.text
    lowers = p.sentence.lowers(0, first)
    return found if set(lowers) & words("topics", "place nouns") else ""


def _holders(p: Proposition, terms: Terms, at: int) -> tuple[str, ...]:
    """Who holds it: the subject of the clause, else the claimant."""
    if p.frame in {"np", "to"}:
        return terms.claimant_keys
    subject = terms.subject
    if subject is None or subject[0] >= at:
        return terms.claimant_keys
    head = p.sentence.tokens[subject[0]]
    if head.lower in SELF:
        return terms.claimant_keys
    return actors_of(terms, subject)


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


def evacuation(p: Proposition, _terms: Terms) -> list[Answered]:
    """People were moved to safety, or have left."""
    at = find(p, "evacuation")
    if at is None:
        return []
    count = _people(p)
    denied = p.stance == Stance.DENIES or p.negated
    answer = Answer(count=count, measure="evacuated", denied=denied, population="civilians")
    return [Answered(answer, questions.EVACUATION)]


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
    found = find_quantities(p.tokens)
    people = words("quantities", "persons")
    for quantity in found:
        near = p.tokens[quantity.last : quantity.last + 3]
        if any(token.lower in people for token in near):
            return quantity.count
    return None
