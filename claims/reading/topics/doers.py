"""Who did it: claimed, laid at somebody's door, told of him, or taken for granted."""

from dataclasses import replace

from claims.choices import Rung, Stance
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import OPENERS, is_auxiliary, is_in, is_verb, skip_left
from claims.reading.lexicon import verb_forms, words
from claims.reading.topics.acts import (
    OWN_KINDS,
    act_among,
    act_noun,
    asked_of,
    did,
    owned,
    who_did_it,
)
from claims.reading.topics.common import (
    SELF,
    Answered,
    Terms,
    actors_of,
    authors_of,
    doers_of,
    find,
    find_verb,
    has,
    speakers_of,
)
from claims.reading.topics.targets import aim_of
from claims.values import Answer

HITTING = frozenset(
    ["killed", "hit", "struck", "destroyed", "damaged", "injured", "wounded", "killing", "caused"]
)
OBJECT = 7  # tokens from a verb to its object
# Verbs that tell of an attack only with such an object: "ran a campaign" does not.
OBJECTS = (
    ("acts committed", ("acts",)),
    ("places entered", ("entered",)),
    ("things hit", ("targets", "acts")),
    ("fires set", ("flames",)),
    ("brought", ("down",)),
)
NEAR_AGENT = 8  # tokens from a passive's verb to its "by"
NEAR_ACT = 6  # tokens from an act's noun to its "by"


def own_responsibility(p: Proposition, terms: Terms) -> list[Answered]:
    """Claimed responsibility; denied responsibility; claimed the raid, or it as their own."""
    if p.frame == "responsibility":
        return owned(p, terms)
    if p.frame == "np_self" and p.base.endswith("responsibility"):
        return owned(p, terms, denied=True)
    if p.frame != "np" or p.base != "claim":
        return []
    own = {"own", "theirs", "its", "work"} & set(p.lowers)
    return owned(p, terms) if (own and has(p, "acts")) or _is_deed(p) else []


def _is_deed(p: Proposition) -> bool:
    """Whether what is claimed is a deed: "the attack", "Saturday's bombing of the bridge"."""
    end = next((k for k in range(len(p.tokens)) if is_in(p.tokens[k], "prepositions")), None)
    head = [token for token in p.tokens[:end] if token.is_word][-1:]
    return bool(head) and head[0].lower in words("topics", "deeds claimed")


def blamed(p: Proposition, terms: Terms) -> list[Answered]:
    """X blamed on Y, Y accused of Z, the responsibility of Y."""
    whom = _accused(p) if p.frame == "blame" else _at_fault(p)
    if whom is None:
        return []
    actors = actors_of(terms, _without_accuser(p, whom))
    if (p.base == "accuse" or not actors) and not _names_act(p):
        return []
    actors = actors or authors_of(terms, _without_accuser(p, whom))
    if not actors:
        return []
    answer = Answer(actors, Rung.CARRIED_OUT, denied=p.negated, object=act_noun(p))
    return [Answered(answer, who_did_it(p, terms))]


def _accused(p: Proposition) -> Range | None:
    """Who is blamed; of "blamed the shelling of Mir on Suland" what follows the "on"."""
    if p.base == "blame" and p.blamed is not None and p.blamed[0] == p.first:
        tokens = p.sentence.tokens
        on = next((k for k in range(p.blamed[1], p.last - 1) if tokens[k].lower == "on"), -1)
        named = any(tokens[k].lower == "for" for k in range(p.first, on))
        return p.blamed if on < 0 or named else (on + 1, p.last)
    return p.blamed


def _without_accuser(p: Proposition, whom: Range) -> Range:
    """As in "was blamed on Suland by the ministry": only who is blamed."""
    tokens = p.sentence.tokens
    by = next((k for k in range(whom[0] + 1, whom[1]) if tokens[k].lower == "by"), whom[1])
    return whom[0], by


def _at_fault(p: Proposition) -> Range | None:
    """Whom "responsibility lies entirely with Y", "is the fault of Y" speak of."""
    at = find(p, "fault nouns")
    if at is None or p.frame == "np":
        return None
    tokens = p.sentence.tokens
    near = range(at[1], min(at[1] + NEAR_ACT, p.last - 1))
    link = next((k for k in near if tokens[k].lower in {"with", "on", "of"}), -1)
    verbs = {"lies", "lie", "lay", "rests", "falls", "is", "was", "put", "laid"}
    said = set(p.sentence.lowers(max(p.first, at[0] - 3), link))
    return (link + 1, p.last) if link > 0 and said & verbs else None


def _names_act(p: Proposition) -> bool:
    """Whether it is an attack that somebody is accused of, not of fraud or bad faith."""
    forms = verb_forms("topics", "carried out")
    told = has(p, "acts") or any(token.lower in forms for token in p.tokens)
    return told or bool(aim_of(p.tokens).target)


def did_it(p: Proposition, terms: Terms) -> list[Answered]:
    """They crossed the border; citizens run it; it was carried out by citizens; behind the raid."""
    if p.stance == Stance.DENIES and (p.frame in {"np", "to"} or _opens_gerund(p)):
        return _denied_doing(p, terms)
    if p.frame == "np":
        return _named_doers(p, terms)
    if find_behind(p) or has(p, "guilty"):
        if {"who", "whoever"} & set(p.lowers):
            return []  # "did not say who was behind it"
        return did(p, terms, actors_of(terms, terms.subject))
    agent = act_agent(p)
    if agent is not None:
        found = did(p, terms, actors_of(terms, agent))
        if found:
            return found
    return _did_by_verb(p, terms)


def masterminded(p: Proposition, terms: Terms) -> list[Answered]:
    """Its mastermind was General Berg; General Berg was the mastermind."""
    at = find(p, "masterminds")
    if at is None or terms.subject is None or p.frame == "np":
        return []
    tokens = p.sentence.tokens
    be = next((k for k in range(at[1], p.last - 1) if is_in(tokens[k], "be")), -1)
    ahead = terms.subject[0] <= at[0] < terms.subject[1]
    if ahead and be < 0:
        return []
    found = did(p, terms, actors_of(terms, (be + 1, p.last) if ahead else terms.subject))
    return [replace(one, answer=replace(one.answer, rung=Rung.ORDERED)) for one in found]


def _opens_gerund(p: Proposition) -> bool:
    """As in "denied setting fire to it", which looks like a clause."""
    return (
        p.frame == "that"
        and p.tokens[0].lower in verb_forms("topics", "carried out")
        and (p.tokens[0].lower.endswith("ing"))
    )


def _denied_doing(p: Proposition, terms: Terms) -> list[Answered]:
    """As in "denied having shelled the plant", "denies shooting down the plane"."""
    verb = find_verb(p, "carried out")
    if verb is None or not p.sentence.tokens[verb].lower.endswith(("ed", "ing", "wn", "ot")):
        return []
    if not _own_act_verb(p, verb):
        return []
    opens = p.sentence.lowers(p.first, verb) in ([], ["having"], ["to", "have"], ["ever", "having"])
    return did(p, terms, speakers_of(p, terms)) if opens else []


def _did_by_verb(p: Proposition, terms: Terms) -> list[Answered]:
    """They crossed the border; the dam was attacked by soldiers."""
    verb = _act_verb(p)
    if verb is None or p.sentence.lowers(verb + 1, verb + 2) == ["himself"]:
        return []
    agent = by_agent(p, verb)
    if agent is not None:
        return did(p, terms, authors_of(terms, agent))
    if (
        terms.subject is None
        or _in_relative(p, terms.subject, verb)
        or is_passive(p, verb)
        or _is_own_business(p, terms.subject, verb)
    ):
        return []
    return did(p, terms, doers_of(terms, (terms.subject[0], _subject_end(p, terms.subject, verb))))


def _act_verb(p: Proposition) -> int | None:
    """The verb of a deed, "set" of "set fire to it" among them."""
    tokens, forms = p.sentence.tokens, verb_forms("topics", "fires set")
    for at in range(p.first + 1, p.last - 1):
        if tokens[at].lower in forms and tokens[at + 1].lower in words("topics", "flames"):
            return at
    return find_verb(p, "carried out")


def _subject_end(p: Proposition, subject: Range, verb: int) -> int:
    """Where the subject ends: "protesters", of "protesters set fire to it"."""
    return verb if p.first <= subject[0] < verb < subject[1] else subject[1]


def deed_told(p: Proposition, terms: Terms) -> list[Answered]:
    """That somebody did it, where it is said in so many words what was done to what."""
    verb = _act_verb(p)
    if verb is None or not aim_of(p.sentence.tokens[verb : p.last]).target:
        return []
    return _did_by_verb(p, terms)


def act_agent(p: Proposition) -> Range | None:
    """By whom an act is that stands as a noun: "an act of terror by Suland"."""
    tokens = p.sentence.tokens
    nouns = words("topics", "acts")
    for at in range(p.first, p.last - 1):
        if tokens[at].lower != "by" or is_verb(tokens, at - 1) or not at:
            continue
        if set(p.sentence.lowers(max(p.first, at - NEAR_ACT), at)) & nouns:
            return at + 1, p.last
    return None


def _in_relative(p: Proposition, subject: Range, verb: int) -> bool:
    """Whether the act is only told of the subject: "the men who crossed are Russians"."""
    return verb < subject[1] and "who" in p.sentence.lowers(*subject)


def _is_own_business(p: Proposition, subject: Range, verb: int) -> bool:
    """Whether "it fired its minister" and the like tell of no attack."""
    token = p.sentence.tokens[verb].lower
    following = p.sentence.lowers(verb + 1, min(verb + OBJECT, p.last))
    for section, objects in OBJECTS:
        if token in verb_forms("topics", section):
            kinds = frozenset().union(*(words("topics", kind) for kind in objects))
            unfired = p.negated and set(following) & words("topics", "munitions")
            return not (set(following) & kinds or unfired) and following[:1] != ["it"]
    own = p.sentence.tokens[subject[0]].lower in SELF
    return own and token in verb_forms("topics", "harmless") and not _own_act_verb(p, verb)


def find_behind(p: Proposition) -> bool:
    """Whether somebody "was behind" it."""
    lowers = p.lowers
    return any(
        word == "behind" and at and lowers[at - 1] in words("grammar", "be") | {"stood", "not"}
        for at, word in enumerate(lowers)
    )


def _own_act_verb(p: Proposition, verb: int) -> bool:
    """Whether "they crossed", "it had entered" tells an act, not "it fired its minister"."""
    tail = set(p.sentence.lowers(verb, p.last))
    kinds = (words("topics", f"kind {kind}") for kind in OWN_KINDS)
    named = words("topics", "acts") | words("topics", "targets")
    return bool(tail & named.union(*kinds))


def is_passive(p: Proposition, verb: int) -> bool:
    """Whether a form of be stands before a verb, with nothing but adverbs between."""
    first = max(p.first, skip_left(p.sentence.tokens, verb))
    return bool(set(p.sentence.lowers(first, verb)) & (words("grammar", "be") | {"being"}))


def by_agent(p: Proposition, verb: int) -> Range | None:
    """What stands after the "by" of a passive; None for an active verb or without one."""
    if not is_passive(p, verb):
        return None
    tokens = p.sentence.tokens
    near = range(verb + 1, min(verb + NEAR_AGENT, p.last))
    by = next((k for k in near if tokens[k].lower == "by"), -1)
    return (by + 1, p.last) if by > 0 else None


def _named_doers(p: Proposition, terms: Terms) -> list[Answered]:
    """Named two groups; described a rising of partisans; spoke of a sabotage group."""
    if p.base in {"name", "identify"}:
        return did(p, terms, actors_of(terms, (p.first, p.last)))
    if p.base in {"announce", "declare", "report", "claim"} and _starts_act(p):
        return owned(p, terms) if terms.claimant_keys else []
    if p.base not in {"call", "describe", "speak", "describe as"}:
        return []
    agent = act_agent(p)
    if agent is not None:
        return did(p, terms, actors_of(terms, agent))
    tokens = p.sentence.tokens
    doer = next((k for k in range(p.first, p.last) if tokens[k].lower in {"of", "by"}), -1)
    first = doer + 1 if doer >= 0 else p.first
    heads = words("topics", "force words") | words("topics", "private people")
    if not heads & set(p.sentence.lowers(first, p.last)):
        return []
    return did(p, terms, actors_of(terms, (first, p.last)))


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
        act = act_among(tokens[at : p.last], terms)
        answer = Answer(actors, Rung.CARRIED_OUT, object=act_noun(p))
        return [Answered(answer, asked_of(act), (first, end))]
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
