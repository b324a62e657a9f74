"""Who had a part in it, who was there, who belongs to whom."""

from claims.choices import Rung, Stance
from claims.reading import questions
from claims.reading.actors import is_description
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_in, is_verb
from claims.reading.lexicon import verb_forms, words
from claims.reading.name_kinds import is_person_name
from claims.reading.topics.acts import act_noun, act_of, did
from claims.reading.topics.common import (
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


def distanced(p: Proposition, terms: Terms) -> list[Answered]:
    """Distanced itself from the attack."""
    if p.frame != "np_self":
        return []
    return _involvement(p, terms, terms.claimant_keys, None, denied=True)


def part_noun(p: Proposition, terms: Terms) -> list[Answered]:
    """Any involvement, a part in the invasion, its association with the raid."""
    at = find(p, "involvement nouns")
    if at is None or p.frame not in {"np", "to", "that"}:
        return []
    if {"percent", "%", "voters", "electorate"} & set(p.lowers):  # who took part in a vote
        return []
    phrase = find(p, "any part")
    loose = p.sentence.tokens[at[0]].lower in words("topics", "loose involvement nouns")
    if loose and p.frame != "np" and not has(p, "acts"):
        return []
    bare = p.stance == Stance.DENIES and _is_bare(p, at[0])
    if p.frame == "that" and phrase is None and not (bare or _has_part(p, at[0])):
        return []
    actors = terms.claimant_keys if bare and p.frame == "that" else _whose_part(p, terms, at[0])
    denied = p.stance == Stance.DENIES or (p.frame == "that" and p.negated)
    if actors and is_description(actors[0]):  # "only citizens had taken part" says who did it
        return did(p, terms, actors)
    return _involvement(p, terms, actors, None, denied=denied) if actors else []


def _is_bare(p: Proposition, at: int) -> bool:
    """As in "any part in the coup attempt" right after a denial, whatever looks like a verb."""
    return all(is_in(token, "determiners") for token in p.sentence.tokens[p.first : at])


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
        return _involvement(p, terms, _whose_no_part(p, terms), None, denied=True)
    verb = find_verb(p, "involvement verbs")
    if verb is None:
        return []
    gerund = verb == p.first and p.frame in {"np", "to"}  # "denied meddling"
    if p.frame == "np" and not gerund:
        return []
    actors = terms.claimant_keys if gerund else actors_of(terms, terms.subject)
    if not actors:
        return []
    denied = p.negated or p.stance == Stance.DENIES
    return _involvement(p, terms, actors, None, denied=denied)


def _whose_no_part(p: Proposition, terms: Terms) -> tuple[str, ...]:
    """The clause's subject; the claimant where it has none ("there was no involvement").

    "The grain deal had nothing to do with it" speaks of nobody's part.
    """
    subject = terms.subject
    if "client" in p.sentence.lowers(0, p.last):
        return _client(p, terms)
    if subject is None or p.sentence.lowers(*subject) == ["there"]:
        return terms.claimant_keys
    return actors_of(terms, subject)


def _client(p: Proposition, terms: Terms) -> tuple[str, ...]:
    """Of "Berg's lawyer, Ana Lis, said her client had no part in it" Berg."""
    first, last = p.speaker or (0, 0)
    lowers = p.sentence.lowers(first, last)
    at = next((k for k, word in enumerate(lowers) if word in {"'s", "’s"}), 0)
    return actors_of(terms, (first, first + at)) if at else ()


def rung_verb(p: Proposition, terms: Terms) -> list[Answered]:
    """Ordered, supported, encouraged, enabled the attack - or did not."""
    if p.frame not in {"that", "to", "np", "reported", "blame"}:
        return []
    rungs = [(rung, find_verb(p, section)) for section, rung in RUNGS]
    said = [(rung, at) for rung, at in rungs if at is not None]
    if not said:
        return []
    if not _on_act(p, max(at for _, at in said)) or is_supply(p):
        return []
    denied = p.negated or p.stance == Stance.DENIES
    # Of "encourage or enable" a denial rules out the lowest, an assertion says the highest.
    order = [LADDER.index(rung) for rung, _ in said]
    rung = LADDER[max(order) if denied else min(order)]
    actors = actors_of(terms, p.blamed if p.frame == "blame" else terms.subject)
    if not actors:
        actors = terms.claimant_keys if p.frame in {"to", "np"} else ()
    return _involvement(p, terms, actors, rung, denied=denied) if actors else []


def is_supply(p: Proposition) -> bool:
    """Whether it is weapons that somebody supplies: that is asked about by itself."""
    verb = find_verb(p, "supplying")
    if verb is None:
        return False
    return bool(set(p.sentence.lowers(verb + 1, verb + 5)) & words("topics", "weapons"))


def _on_act(p: Proposition, at: int) -> bool:
    """Whether an act is the object of the verb at ``at``."""
    following = p.sentence.lowers(at + 1, min(at + 6, p.last))
    doers = words("quantities", "attackers") | {"plotters", "killers", "killer", "hackers"}
    return bool(set(following) & (words("topics", "acts") | doers)) or "it" in following[:1]


def _involvement(
    p: Proposition, terms: Terms, actors: tuple[str, ...], rung: Rung | None, *, denied: bool
) -> list[Answered]:
    if not actors or is_description(actors[0]):
        return []
    act = act_of(p, terms)
    name = terms.name_of(actors[0])
    question = questions.involvement(actors[0], name, act.slot, act.noun, act.target)
    answer = Answer(actors, rung, denied=denied, object=act_noun(p))
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    return [Answered(answer, question, stance=stance)]


def identity(p: Proposition, terms: Terms) -> list[Answered]:
    """The attackers were Russians; it consisted of men of the Free Army."""
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
    return did(p, terms, actors)


# "Not one soldier is left in the city" tells how it ended, not who had come.
REMAINING = frozenset({"left", "remain", "remains", "remained", "remaining"})


def presence(p: Proposition, terms: Terms) -> list[Answered]:
    """Soldiers are, or are not, on somebody's soil."""
    lowers = p.lowers
    on_soil = {"soil", "territory"} & set(lowers) and "on" in lowers
    if not (has(p, "presence") or on_soil) or p.frame == "np" or REMAINING & set(lowers):
        return []
    actors = actors_of(terms, terms.subject)
    if not actors or _is_person(actors[0], terms):
        return []
    denied = p.stance == Stance.DENIES or p.negated or _none_of(p)
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    # Presence is asked of the event's whole area: a narrower place would part the answers.
    answer = Answer(actors, denied=denied)
    return [
        Answered(answer, questions.presence(actors[0], terms.name_of(actors[0])), stance=stance)
    ]


def _is_person(key: str, terms: Terms) -> bool:
    """Whether an unknown actor's name is a person's: whose being there is no news."""
    return key.startswith("~") and is_person_name(key[1:], terms.reader.directory)


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
