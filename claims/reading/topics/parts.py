"""Who did it, who had a part in it, who was there, who belongs to whom."""

from claims.choices import Rung, Stance
from claims.reading import questions
from claims.reading.actors import is_description
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import OPENERS, is_auxiliary, is_in, is_verb
from claims.reading.lexicon import verb_forms, words
from claims.reading.topics.common import (
    SELF,
    Answered,
    Terms,
    actors_of,
    find,
    find_verb,
    has,
)
from claims.values import Answer

RUNGS = (
    ("ordered", Rung.ORDERED),
    ("took part", Rung.TOOK_PART),
    ("supported", Rung.SUPPORTED),
    ("encouraged", Rung.ENCOURAGED),
    ("knew", Rung.KNEW),
)
LADDER = tuple(Rung)
HITTING = frozenset(
    ["killed", "hit", "struck", "destroyed", "damaged", "injured", "wounded", "killing", "caused"]
)


def own_responsibility(p: Proposition, terms: Terms) -> list[Answered]:
    """Claimed responsibility; denied responsibility; distanced itself from the attack."""
    if p.frame == "responsibility":
        answer = Answer(terms.claimant_keys, Rung.CARRIED_OUT, object=_act(p, terms))
        return [Answered(answer, questions.WHO_DID_IT)]
    if p.frame == "np_self":
        if p.base.endswith("responsibility"):
            answer = Answer(terms.claimant_keys, Rung.CARRIED_OUT, denied=True)
            return [Answered(answer, questions.WHO_DID_IT)]
        return _involvement(p, terms, terms.claimant_keys, None, denied=True)
    # "claim the raid as their own"
    owned = {"own", "theirs", "its", "work"} & set(p.lowers)
    if p.frame == "np" and p.base == "claim" and has(p, "acts") and owned:
        answer = Answer(terms.claimant_keys, Rung.CARRIED_OUT, object=_act(p, terms))
        return [Answered(answer, questions.WHO_DID_IT)]
    return []


def blamed(p: Proposition, terms: Terms) -> list[Answered]:
    """X blamed on Y, Y accused of Z."""
    if p.frame != "blame" or p.blamed is None:
        return []
    actors = actors_of(terms, p.blamed)
    if not actors or (p.base == "accuse" and not _names_act(p)):
        return []
    answer = Answer(actors, Rung.CARRIED_OUT, object=_act(p, terms))
    return [Answered(answer, questions.WHO_DID_IT)]


def _names_act(p: Proposition) -> bool:
    """Whether it is an attack that somebody is accused of, not of fraud or bad faith."""
    return has(p, "acts") or any(
        token.lower in verb_forms("topics", "carried out") for token in p.tokens
    )


def _act(p: Proposition, _terms: Terms) -> str:
    """The act spoken of, by its noun."""
    at = find(p, "acts")
    return p.sentence.tokens[at[0]].lower if at else ""


def part_noun(p: Proposition, terms: Terms) -> list[Answered]:
    """Any involvement, a part in the invasion, its association with the raid."""
    at = find(p, "involvement nouns")
    if at is None or p.frame not in {"np", "to", "that"}:
        return []
    phrase = find(p, "any part")
    if p.frame == "that" and phrase is None and not _has_part(p, at[0]):
        return []
    actors = _whose_part(p, terms, at[0])
    denied = p.stance == Stance.DENIES or (p.frame == "that" and p.negated)
    if actors and is_description(actors[0]):  # "only citizens had taken part" says who did it
        return _did_it(p, terms, actors)
    return _involvement(p, terms, actors, None, denied=denied) if actors else []


def _has_part(p: Proposition, at: int) -> bool:
    """As in "had a part in", "takes no direct part in", "played a role in"."""
    before = p.sentence.lowers(max(p.first, at - 5), at)
    return bool(
        {"had", "has", "have", "takes", "took", "take", "played", "plays", "play"} & set(before)
    )


def _whose_part(p: Proposition, terms: Terms, at: int) -> tuple[str, ...]:
    """The possessor ("Ukraine's involvement"), the subject of the clause, or the claimant."""
    tokens = p.sentence.tokens
    if at - 2 >= p.first and tokens[at - 1].lower == "'s":
        return actors_of(terms, (p.first, at - 1)) or actors_of(terms, (at - 2, at - 1))
    if p.frame in {"that", "reported"}:
        return actors_of(terms, terms.subject)
    return terms.claimant_keys


def no_part(p: Proposition, terms: Terms) -> list[Answered]:
    """Had nothing to do with it, is involved, was behind it."""
    nothing = find(p, "any part")
    if nothing is not None:
        actors = actors_of(terms, terms.subject) or terms.claimant_keys
        return _involvement(p, terms, actors, None, denied=True)
    verb = find_verb(p, "involvement verbs")
    if verb is None or p.frame == "np":
        return []
    actors = actors_of(terms, terms.subject)
    if not actors:
        return []
    denied = p.negated or p.stance == Stance.DENIES
    return _involvement(p, terms, actors, None, denied=denied)


def rung_verb(p: Proposition, terms: Terms) -> list[Answered]:
    """Ordered, supported, encouraged, enabled the attack - or did not."""
    if p.frame not in {"that", "to", "np", "reported"}:
        return []
    rungs = [(rung, find_verb(p, section)) for section, rung in RUNGS]
    said = [(rung, at) for rung, at in rungs if at is not None]
    if not said:
        return []
    if not _on_act(p, max(at for _, at in said)):
        return []
    denied = p.negated or p.stance == Stance.DENIES
    # Of "encourage or enable" a denial rules out the lowest, an assertion says the highest.
    order = [LADDER.index(rung) for rung, _ in said]
    rung = LADDER[max(order) if denied else min(order)]
    actors = actors_of(terms, terms.subject)
    if not actors:
        actors = terms.claimant_keys if p.frame in {"to", "np"} else ()
    return _involvement(p, terms, actors, rung, denied=denied) if actors else []


def _on_act(p: Proposition, at: int) -> bool:
    """Whether an act is the object of the verb at ``at``."""
    following = p.sentence.lowers(at + 1, min(at + 6, p.last))
    return bool(set(following) & words("topics", "acts")) or "it" in following[:1]


def _involvement(
    p: Proposition, terms: Terms, actors: tuple[str, ...], rung: Rung | None, *, denied: bool
) -> list[Answered]:
    if not actors or is_description(actors[0]):
        return []
    question = questions.involvement(actors[0], terms.name_of(actors[0]))
    answer = Answer(actors, rung, denied=denied, object=_act(p, terms))
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    return [Answered(answer, question, stance=stance)]


def identity(p: Proposition, terms: Terms) -> list[Answered]:
    """The attackers were Russians; the group was made up of fighters of the Legion."""
    tokens = p.sentence.tokens
    subject = terms.subject
    if subject is None:
        return []
    named = {t.lower for t in tokens[subject[0] : subject[1]]}
    heads = named & words("topics", "identity subjects")
    if "who" in named and named & set(verb_forms("topics", "carried out")):
        heads = named  # "the men who crossed the border"
    after = max(subject[1], p.first, p.aside[1] if p.aside else 0)
    verb = next((k for k in range(after, p.last) if is_verb(tokens, k)), -1)
    if not heads or verb < 0 or tokens[verb].lower not in words("topics", "identity verbs"):
        return []
    first = verb + 1
    while first < p.last and (
        tokens[first].lower in {"made", "up", "of", "composed", "all", "only", "not", "indeed"}
        or is_in(tokens[first], "adverbs")
    ):
        first += 1
    if first >= p.last or (is_verb(tokens, first) and not tokens[first].is_capitalised):
        return []
    actors = actors_of(terms, (first, p.last))
    return _did_it(p, terms, actors)


def _did_it(p: Proposition, terms: Terms, actors: tuple[str, ...]) -> list[Answered]:
    if not actors:
        return []
    denied = p.stance == Stance.DENIES or p.negated
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    answer = Answer(actors, Rung.CARRIED_OUT, denied=denied, object=_act(p, terms))
    return [Answered(answer, questions.WHO_DID_IT, stance=stance)]


def did_it(p: Proposition, terms: Terms) -> list[Answered]:
    """They crossed the border; citizens run it; it was carried out by citizens; behind the raid."""
    if p.frame == "np":
        return _named_doers(p, terms)
    if find_behind(p) or has(p, "guilty"):
        return _did_it(p, terms, actors_of(terms, terms.subject))
    verb = _act_verb(p)
    if verb is None:
        return []
    agent = _by_agent(p, verb)
    if agent is not None:
        return _did_it(p, terms, actors_of(terms, agent))
    if (
        terms.subject is None
        or _in_relative(p, terms.subject, verb)
        or _is_passive(p, verb)
        or _is_own_business(p, terms.subject, verb)
    ):
        return []
    return _did_it(p, terms, actors_of(terms, terms.subject))


def _in_relative(p: Proposition, subject: Range, verb: int) -> bool:
    """Whether the act is only told of the subject: "the men who crossed are Russians"."""
    return verb < subject[1] and "who" in p.sentence.lowers(*subject)


def _is_own_business(p: Proposition, subject: Range, verb: int) -> bool:
    """Whether "it fired its minister" and the like tell of no attack."""
    return p.sentence.tokens[subject[0]].lower in SELF and not _own_act_verb(p, verb)


def find_behind(p: Proposition) -> bool:
    """Whether somebody "was behind" it."""
    lowers = p.lowers
    return any(
        word == "behind" and at and lowers[at - 1] in words("grammar", "be") | {"stood", "not"}
        for at, word in enumerate(lowers)
    )


def _act_verb(p: Proposition) -> int | None:
    """The first verb of an attack; "came into" and "set foot" are none."""
    return find_verb(p, "carried out")


def _own_act_verb(p: Proposition, verb: int) -> bool:
    """Whether "they crossed", "it had entered" tells an act, not "it fired its minister"."""
    tail = set(p.sentence.lowers(verb, p.last))
    border = {"border", "into", "region", "territory", "town", "attack", "assault", "operation"}
    return bool(tail & (border | words("topics", "acts")))


def _is_passive(p: Proposition, verb: int) -> bool:
    before = p.sentence.lowers(max(p.first, verb - 3), verb)
    return bool(set(before) & words("grammar", "be"))


def _by_agent(p: Proposition, verb: int) -> Range | None:
    if not _is_passive(p, verb):
        return None
    tokens = p.sentence.tokens
    by = next((k for k in range(verb + 1, min(verb + 8, p.last)) if tokens[k].lower == "by"), -1)
    return (by + 1, p.last) if by > 0 else None


def _named_doers(p: Proposition, terms: Terms) -> list[Answered]:
    """Named two groups; described a rising of partisans; spoke of a sabotage group."""
    if p.base in {"name", "identify"}:
        return _did_it(p, terms, actors_of(terms, (p.first, p.last)))
    if p.base in {"announce", "declare", "report", "claim"} and _starts_act(p):
        answer = Answer(terms.claimant_keys, Rung.CARRIED_OUT, object=_act(p, terms))
        return [Answered(answer, questions.WHO_DID_IT)] if terms.claimant_keys else []
    if p.base not in {"call", "describe", "speak", "describe as"}:
        return []
    tokens = p.sentence.tokens
    doer = next((k for k in range(p.first, p.last) if tokens[k].lower in {"of", "by"}), -1)
    first = doer + 1 if doer >= 0 else p.first
    heads = words("topics", "force words") | words("topics", "private people")
    if not heads & set(p.sentence.lowers(first, p.last)):
        return []
    return _did_it(p, terms, actors_of(terms, (first, p.last)))


def _starts_act(p: Proposition) -> bool:
    """The start of an invasion, the launch of an operation - told by those who start it."""
    lowers = set(p.lowers)
    return bool(lowers & {"start", "launch", "beginning"} and lowers & words("topics", "acts"))


def presupposed(p: Proposition, terms: Terms) -> list[Answered]:
    """Who speaks of "Ukrainian saboteurs" or "an Israeli air strike" says who did it."""
    tokens = p.sentence.tokens
    for at in range(p.first, p.last - 1):
        if not tokens[at].is_capitalised or not _doer_follows(p, at):
            continue
        end = _doer_end(p, at)
        actors = tuple(k for k in actors_of(terms, (at, end)) if not k.startswith("~"))
        if not actors or set(actors) & set(terms.claimant_keys):
            continue
        first = at
        while first > p.first and tokens[first - 1].text in OPENERS:
            first -= 1
        answer = Answer(actors, Rung.CARRIED_OUT, object=_act(p, terms))
        return [Answered(answer, questions.WHO_DID_IT, (first, end))]
    return []


def _doer_follows(p: Proposition, at: int) -> bool:
    """Whether a word for attackers, or for their weapons at work, follows a demonym."""
    following = p.sentence.lowers(at + 1, min(at + 4, p.last))
    for k, word in enumerate(following):
        if word in words("topics", "doer nouns"):
            return True
        if word in words("topics", "doings"):
            return _hits(p, at + k + 2)
        if word in words("grammar", "prepositions") or not word[0].isalpha():
            return False
    return False


def _hits(p: Proposition, first: int) -> bool:
    """Whether the verb that comes next is one of hitting or killing."""
    tokens = p.sentence.tokens
    verbs = (k for k in range(first, p.last) if is_verb(tokens, k) and not is_auxiliary(tokens[k]))
    at = next(verbs, -1)
    near = any(t.lower in HITTING for t in tokens[first : min(first + 2, p.last)])
    return near or (at >= 0 and tokens[at].lower in HITTING)


def _doer_end(p: Proposition, at: int) -> int:
    known = words("topics", "doer nouns") | words("topics", "doings")
    return next(k + 1 for k in range(at + 1, p.last) if p.sentence.tokens[k].lower in known)


def presence(p: Proposition, terms: Terms) -> list[Answered]:
    """Soldiers are, or are not, on somebody's soil."""
    lowers = p.lowers
    on_soil = {"soil", "territory"} & set(lowers) and "on" in lowers
    if not (has(p, "presence") or on_soil) or p.frame == "np":
        return []
    actors = actors_of(terms, terms.subject)
    if not actors:
        return []
    denied = p.stance == Stance.DENIES or p.negated or _none_of(p)
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    # Presence is asked of the event's whole area: a narrower place would part the answers.
    answer = Answer(actors, denied=denied)
    return [
        Answered(answer, questions.presence(actors[0], terms.name_of(actors[0])), stance=stance)
    ]


def _none_of(p: Proposition) -> bool:
    return p.lowers[:1] == ["no"] or p.lowers[:3] == ["not", "a", "single"]


def tie(p: Proposition, terms: Terms) -> list[Answered]:
    """The Legion is a unit inside the Armed Forces; the corps has no formal tie to the army."""
    at = find(p, "tie")
    if at is None or p.frame == "np" or terms.subject is None or at[0] < terms.subject[1]:
        return []
    members = actors_of(terms, terms.subject)
    first = at[1]
    tokens = p.sentence.tokens
    while first < p.last and tokens[first].lower in {"the", "to", "of"}:
        first += 1
    whom = actors_of(terms, (first, p.last)) if first < p.last else ()
    if not members or not whom:
        return []
    denied = p.negated or p.stance == Stance.DENIES
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    answer = Answer(members, denied=denied, value="tie", object=whom[0])
    return [Answered(answer, questions.tie(members[0], terms.name_of(members[0])), stance=stance)]
