"""What every topic rule takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.choices import Stance
from claims.reading.slavic.clauses import Clause, Range
from claims.reading.slavic.directory import actor_at
from claims.reading.slavic.mentions import Mention, What, mentions
from claims.reading.slavic.who import text_of
from claims.values import UNKNOWN, Answer, QuestionSlot


@dataclass(frozen=True, slots=True)
class Answered:
    """A typed answer that a rule found; ``span`` where it is narrower than the clause."""

    answer: Answer
    question: QuestionSlot | None
    span: Range | None = None
    stance: Stance | None = None


Rule = Callable[[Clause], list[Answered]]
AHEAD = 3
WE = frozenset({"ми", "мы", "нас", "наші", "наши"})


def named_in(clause: Clause, first: int, last: int) -> list[Mention]:
    """The mentions of a part of the clause."""
    return list(mentions(clause.line, first, last, clause.scene.directory))


def actors_in(clause: Clause, first: int, last: int, *, aside: bool = False) -> tuple[str, ...]:
    """The key of the first actor named in a part of the clause, () for none.

    A described force without a state ("бойовики") is named by its words, small as they are.
    """
    for mention in named_in(clause, first, last):
        if mention.aside and not aside:
            continue
        if mention.what == What.PRONOUN and clause.claimant is not None:
            return ()
        if mention.what == What.ACTOR and mention.named is not None:
            actor = clause.scene.one_actor(mention.named)
            if actor is not None:
                return (actor.key,)
        if mention.what == What.QUOTED:
            name = text_of(clause.line, mention.first + 1, mention.last - 1)
            return (_called(clause, mention) or UNKNOWN + name,)
    return ()


def _called(clause: Clause, mention: Mention) -> str:
    """The key of the actor of a name in quotation marks, "" for one unknown."""
    last = mention.last - 1
    named = actor_at(clause.line, mention.first + 1, last, clause.scene.directory)
    actor = clause.scene.one_actor(named) if named is not None and named.last == last else None
    return actor.key if actor is not None else ""


def speaks_of_us(clause: Clause, last: int) -> bool:
    """Whether "ми" stands before a place: the claimant."""
    return bool(WE & set(clause.line.words[clause.first : last]))


def ours(clause: Clause) -> tuple[str, ...]:
    """The keys of the claimant or of whom they speak for."""
    if clause.claimant is None:
        return ()
    return (clause.claimant.organisation or clause.claimant.key,)


def name_of(clause: Clause, key: str) -> str:
    """A display name for a key."""
    actor = clause.scene.directory.actors.get(key)
    if actor is not None:
        return actor.name
    if clause.claimant is not None and clause.claimant.key == key:
        return clause.claimant.name
    return key.removeprefix(UNKNOWN)


def turned(clause: Clause, *, denied: bool) -> Stance | None:
    """A denial of one's own counts as the stance: "не має стосунку"."""
    return Stance.DENIES if denied and clause.stance == Stance.ASSERTS else None
