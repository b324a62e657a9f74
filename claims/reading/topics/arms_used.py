"""Which arms were used: tear gas only, no live rounds, mortars fired at a village.

A plain matter for each kind of arms, said of the state or group whose men used them where the
clause tells; "tear gas only" says that no live rounds were.
"""

from functools import cache

from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import Phrases, entries, match, verb_forms, words
from claims.reading.topics.common import Answered, Terms, actors_of
from claims.reading.topics.doers import by_agent, is_passive
from claims.reading.topics.predicates import predicate_of
from claims.values import Answer
from events.choices import ActorKind

YES, NO = "yes", "no"
SECTION = "arms"
LIVE = "live ammunition"
HARMLESS = frozenset({"tear gas", "rubber bullets", "water cannon"})
MOST = 3  # kinds of arms of one clause
REACH = 9  # tokens from the verb to what was used
ONLY = frozenset({"only", "just", "merely", "nothing"})


def arms_used(p: Proposition, terms: Terms) -> list[Answered]:
    """Each kind of arms that the clause says was, or was not, used."""
    told = predicate_of(p)
    if told is None or told.open or p.frame in {"np", "to", "blame"}:
        return []
    verb = p.sentence.tokens[told.at].lower
    fires = verb in verb_forms("topics", "firing arms")
    if not fires and verb not in verb_forms("topics", "using arms"):
        return []
    if p.sentence.lowers(told.at + 1, told.at + 2) in (["down"], ["at"], ["dead"]):
        return []  # "a drone was shot down", "they were fired at"
    if _is_elsewhere(p, told.at):
        return []
    if told.be:
        kinds = _kinds_in(p.sentence.lowers(p.first, told.at))
    else:
        kinds = _kinds_in(p.sentence.lowers(told.at + 1, min(told.at + 1 + REACH, p.last)))
    whose = _whose(p, terms, told.at)
    no = told.negated or p.negated
    found = [_answered(kind, whose, no=no) for kind in kinds[:MOST]]
    only = kinds and not no and set(kinds) <= HARMLESS and ONLY & set(p.lowers)
    return [*found, _answered(LIVE, whose, no=True)] if only else found


def _is_elsewhere(p: Proposition, verb: int) -> bool:
    """Whether arms were used in a drill, or are called by who made them: "Suland-made missiles"."""
    drill = words("topics", "drills") & set(p.sentence.lowers(verb, p.last))
    made = any(token.lower.endswith(("-made", "-supplied", "-built")) for token in p.tokens)
    return made or bool(drill)


def _answered(kind: str, whose: str, *, no: bool) -> Answered:
    verb = "Was" if kind in {LIVE, "tear gas", "artillery", "water cannon"} else "Were"
    question = questions.matter(f"used-{questions.slot(kind)}", f"{verb} {kind} used?")
    return Answered(Answer(value=whose, object=NO if no else YES), question)


def _kinds_in(lowers: list[str]) -> list[str]:
    """The kinds of arms among some words; "rubber bullets" are no bullets."""
    found: list[str] = []
    at = 0
    while at < len(lowers):
        size, kind = max((match(lowers, at, options), kind) for kind, options in _arms())
        if size and kind not in found:
            found.append(kind)
        at += size or 1
    return found


def _whose(p: Proposition, terms: Terms, verb: int) -> str:
    """The state or group whose men used them; "" where the clause does not tell."""
    agent = by_agent(p, verb)
    span = agent or (None if is_passive(p, verb) else terms.subject)
    users = actors_of(terms, span)
    if not users:
        return ""
    directory = terms.reader.directory
    above = (directory.actors.get(key) for key in directory.lineage(users[0]))
    states = sorted(one.key for one in above if one is not None and one.kind == ActorKind.STATE)
    return states[0] if states else users[0]


@cache
def _arms() -> tuple[tuple[str, Phrases], ...]:
    lines = (line.partition(":") for section, line in entries("topics") if section == SECTION)
    return tuple(
        (kind.strip(), Phrases.of(tuple(one.split()) for one in rest.split(",")))
        for kind, _, rest in lines
    )
