"""What was hit, what caused it, is it genuine, what weapons were used."""

from dataclasses import replace

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_auxiliary, is_in, is_verb
from claims.reading.lexicon import verb_forms, words
from claims.reading.name_kinds import is_person_name
from claims.reading.names import runs_of
from claims.reading.quantities import find_quantities
from claims.reading.topics.common import (
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
from claims.reading.topics.parts import is_supply
from claims.reading.topics.predicates import count_of, head_of
from claims.reading.topics.targets import aim_of
from claims.reading.topics.territory import demonym
from claims.values import Answer, Count

VALUES = {
    "destroy": "destroyed",
    "demolish": "destroyed",
    "hit": "hit",
    "strike": "hit",
    "shell": "hit",
}
SUPPLIED = frozenset({"supplied", "provided", "delivered"})
NOT_ORIGIN = frozenset({"Humvee", "Humvees"})
NEAR_WAY = 8  # tokens between weapons and what was done with them
NP_LENGTH = 8


def damage(p: Proposition, terms: Terms) -> list[Answered]:
    """A building was hit, four vehicles were destroyed, the dam is intact."""
    if find(p, "intact"):
        thing = _subject_thing(terms)
        return _damaged("intact", thing, None, p) if _is_thing(thing, terms) else []
    verb = _damage_at(p)
    if verb is None:
        return []
    thing, count = _thing(p, terms, verb)
    if count is None and _is_deed(p, terms, verb):
        return []
    if not _is_thing(thing, terms):
        return []
    base = verb_forms("topics", "damage").get(p.sentence.tokens[verb].lower, "damage")
    return _damaged(VALUES.get(base, "damaged"), thing, count, p)


def _is_thing(thing: str, terms: Terms) -> bool:
    """Whether it is a thing that was hit: no person, no pronoun, no number."""
    pieces = thing.casefold().split()
    people = words("quantities", "persons") | words("grammar", "pronouns")
    if not pieces or pieces[0][0].isdigit() or set(pieces) & people:
        return False
    return not is_person_name(thing, terms.reader.directory)


def _is_deed(p: Proposition, terms: Terms, verb: int) -> bool:
    """Whether it is told of a state or group that it did the damage: who did it is what is said."""
    base = verb_forms("topics", "damage").get(p.sentence.tokens[verb].lower, "")
    if base not in verb_forms("topics", "carried out").values():
        return False
    if base == "hit" and not aim_of(p.tokens).target:
        return False  # "a barn was hit": how the barn fared
    if is_passive(p, verb):
        agent = by_agent(p, verb)
        doers = actors_of(terms, agent) if agent else ()
    elif p.frame in {"np", "to"}:
        doers = terms.claimant_keys
    else:
        doers = doers_of(terms, terms.subject)
    return any(doer in terms.reader.directory.actors for doer in doers)


def _damage_at(p: Proposition) -> int | None:
    verb = find_verb(p, "damage")
    if verb is not None and p.sentence.lowers(verb, verb + 2) == ["flooded", "with"]:
        return None  # "flooded with calls"
    if verb is not None and not _is_shelling(p, verb):
        return verb
    noun = find(p, "damage nouns")
    return noun[0] if noun else None


def _is_shelling(p: Proposition, at: int) -> bool:
    """A form in -ing is a noun here unless a comma or a form of be comes before it."""
    if not p.sentence.tokens[at].lower.endswith("ing"):
        return False
    before = p.sentence.tokens[at - 1].lower if at else ""
    return before not in words("grammar", "be") | {","}


def _damaged(value: str, thing: str, count: Count | None, p: Proposition) -> list[Answered]:
    denied = p.stance == Stance.DENIES or p.negated
    answer = Answer(value=value, object=thing, count=count, denied=denied)
    unit = count.unit if count else ""
    return [Answered(answer, questions.damage(thing, unit))]


def _subject_thing(terms: Terms) -> str:
    if terms.subject is None:
        return ""
    tokens = terms.reader.sentences[terms.number].tokens
    first, last = terms.subject
    while first < last - 1 and is_in(tokens[first], "determiners"):
        first += 1
    return text_of(terms, (first, last))


def _thing(p: Proposition, terms: Terms, verb: int) -> tuple[str, Count | None]:
    """What was damaged: the counted things, the subject of a passive, else the object."""
    counted = _counted(p)
    if counted:
        return counted
    before = set(p.sentence.lowers(max(p.first, verb - 3), verb))
    if before & words("grammar", "be") and terms.subject:
        count = count_of(p, terms.subject)
        thing = _head(p, terms, *terms.subject)
        return (" ".join(p.sentence.lowers(*head_of(p, terms.subject))) if count else thing), count
    first = verb + 1
    while first < p.last and p.sentence.tokens[first].lower in {"to", "of", "on"}:
        first += 1
    timed = first < p.last and is_in(p.sentence.tokens[first], "time words")
    if first >= p.last or timed:  # "a tank ruptured on Tuesday"
        return "", None
    return _head(p, terms, first, min(first + NP_LENGTH, p.last)), None


def _counted(p: Proposition) -> tuple[str, Count] | None:
    """The counted things; of "of the 260 houses 180 burned" the part."""
    whole = ""
    for quantity in find_quantities(p.tokens):
        thing = _thing_after(p, quantity.last)
        led = [token.lower for token in p.tokens[max(0, quantity.first - 2) : quantity.first]]
        if led == ["of", "the"]:
            whole = thing or whole
            continue
        bare = quantity.last < len(p.tokens) and is_auxiliary(p.tokens[quantity.last])
        thing = thing or (whole if bare else "")
        if thing:
            return thing, replace(quantity.count, unit=thing.removesuffix("s"))
    return None


def _thing_after(p: Proposition, at: int) -> str:
    """The thing right after a number; "" for people and other words."""
    for token in p.tokens[at : at + 4]:
        if token.lower in words("quantities", "damage units"):
            return token.lower
        if token.lower in words("quantities", "persons") or not token.is_word:
            break
    return ""


def _head(p: Proposition, terms: Terms, first: int, last: int) -> str:
    """The phrase up to its first comma or preposition, without its article."""
    tokens = p.sentence.tokens
    while first < last and (is_in(tokens[first], "determiners") or not tokens[first].is_word):
        first += 1
    end = first
    while end < last and tokens[end].is_word:
        if is_in(tokens[end], "prepositions") or is_in(tokens[end], "conjunctions"):
            break
        if is_auxiliary(tokens[end]) or (end > first and is_verb(tokens, end)):
            break
        end += 1
    return text_of(terms, (first, end)) if end > first else ""


def authenticity(p: Proposition, _terms: Terms) -> list[Answered]:
    """The images are genuine; the video is staged; sceptical about the reports."""
    thing = next((w for w in p.lowers if w in words("topics", "shown things")), "")
    doubted = p.stance in {Stance.DOUBTS, Stance.DENIES}
    pronoun = "they" in p.lowers[:1] or "it" in p.lowers[:1]
    fake, genuine = has(p, "fake"), has(p, "genuine")
    if not (fake or genuine) or not (thing or (pronoun and doubted)):
        return []
    value = "fake" if fake else "genuine"
    answer = Answer(value=value, object=thing or "reports", denied=p.negated)
    return [Answered(answer, questions.authenticity(thing or "reports"))]


def weapons(p: Proposition, terms: Terms) -> list[Answered]:
    """Western vehicles were left behind; reports of the use of US-supplied weapons."""
    way = find(p, "weapon ways")
    found = [find(p, "weapons"), find(p, "war gear")]
    near = [at for at in found if at and way and abs(way[0] - at[0]) <= NEAR_WAY]
    at = next(iter(near), None)
    if at is None:
        return []
    if not find(p, "weapons") and not (find(p, "war marks") or _origin(p, terms)):
        return []
    thing = p.sentence.tokens[at[0]].lower
    supplied = not set(p.lowers) & {"used", "use", "using"} and (
        is_supply(p) or bool(set(p.lowers) & SUPPLIED)
    )
    value = "supplied" if supplied else "used"
    denied = p.stance == Stance.DENIES or p.negated
    answer = Answer(value=value, object=thing, denied=denied)
    origin = _origin(p, terms) or (_supplier(p, terms) if supplied else "")
    return [Answered(answer, questions.weapons(origin))]


def _supplier(p: Proposition, terms: Terms) -> str:
    """Who supplied them where no adjective says it: the subject, or who denies it."""
    who = terms.claimant_keys if p.frame in {"np", "to"} else actors_of(terms, terms.subject)
    actor = terms.reader.directory.actors.get(who[0]) if len(who) == 1 else None
    return demonym(actor) if actor is not None and actor.kind == "state" else ""


def _origin(p: Proposition, terms: Terms) -> str:
    """Where the weapons come from, as an adjective: "Western", "US"."""
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        if not p.first <= run.first < p.last:
            continue
        name = run.text.split("-")[0].split()[0]
        if name in {"Western", "West", "NATO", "Nato"}:
            return "Western"
        actor = terms.reader.actor(name)
        if actor is not None and actor.kind == "state" and name not in NOT_ORIGIN:
            return demonym(actor)
    return ""
