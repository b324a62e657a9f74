"""The answer that a cause is: its class, whose deed it was, and of what it is the cause."""

from collections.abc import Sequence

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, words
from claims.reading.topics.acts import harm_of
from claims.reading.topics.common import Answered, Terms, find
from claims.values import Answer

# What excludes most, first: "an explosion in the engine" is an explosion.
CAUSES = (
    "explosives",
    "strike",
    "deliberate",
    "overload",
    "neglect",
    "human",
    "collision",
    "technical",
    "accident",
    "natural",
)
LONGEST = 100  # letters of a cause that is of no class


def answered(
    p: Proposition,
    terms: Terms,
    value: str,
    actors: tuple[str, ...] = (),
    told: str = "",
    *,
    denied: bool | None = None,
    effect: Range | None = None,
) -> Answered:
    """A cause, or its denial; ``effect`` are the words for what it brought about.

    ``denied`` None leaves it to the words before the cause.
    """
    no = p.stance == Stance.DENIES or (_negated(p, value) if denied is None else denied)
    tokens = p.sentence.tokens[slice(*effect)] if effect else p.tokens
    act = harm_of(p, terms, tokens)
    noun = act.noun if act.noun in questions.happens() else ""
    lowers = [token.lower for token in tokens]
    side = next((w for w in lowers if w in words("topics", "side effects")), "")
    stance = Stance.DENIES if no and p.stance == Stance.ASSERTS else None
    answer = Answer(actors, value=value, denied=no, object="" if value else told[:LONGEST])
    if side and side != terms.act.noun and (effect or not act.target):
        return Answered(answer, questions.cause_of_effect(side), stance=stance)
    return Answered(answer, questions.cause(act.slot, noun, act.target), stance=stance)


def _negated(p: Proposition, value: str) -> bool:
    """Whether a "not" stands before the cause: "by rain, not by a bomb" leaves rain."""
    cause_at = find(p, value) if value else None
    last = cause_at[1] if cause_at else p.last
    return any(is_in(token, "negations") for token in p.sentence.tokens[p.first : last])


def class_of(lowers: Sequence[str]) -> str:
    """The class of the first cause that the words name, "" for none."""
    found = list(lowers)
    return next((value for value in CAUSES if contains(found, phrases("topics", value))), "")


def known(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the actors that have a name."""
    return tuple(actor for actor in actors if not actor.startswith("~"))


def subject_words(p: Proposition, terms: Terms) -> list[str]:
    """The words of the clause's subject."""
    return p.sentence.lowers(*terms.subject) if terms.subject else []


def effects() -> frozenset[str]:
    """Words for what something can be the cause of."""
    return words("topics", "effects")
