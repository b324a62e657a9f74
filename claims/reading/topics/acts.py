"""Which act an answer speaks of: the event's own, or another one that asks its own question.

A raid and the shelling that followed are two acts, and who did the one says nothing of who did the
other. What names no act, or only "the attack", is about the one that the article opens with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.choices import Rung, Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import words
from claims.reading.text import Sentence, tokens_of
from claims.reading.topics.common import Answered, Terms, find
from claims.values import Answer, QuestionSlot

# Acts that are asked about apart from the event's own, each a section "kind ..." of topics.txt.
KINDS = ("shelling", "hacking", "poisoning", "abduction", "vote rigging")
FOUGHT = 2  # mentions of an attack that make it the news
LEAD = 2  # sentences that tell what an article is about


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its kind, "" for the event's own, and the noun that a question calls it by.

    ``fought`` where the article tells of an attack, whoever "they" and "it" then are.
    """

    kind: str = ""
    noun: str = ""
    fought: bool = False


def lead_act(sentences: Sequence[Sentence], title: str) -> Act:
    """The act that an article is about, by its title and first sentences."""
    lowers = [token.lower for token in tokens_of(title)]
    for sentence in sentences[:LEAD]:
        lowers += [token.lower for token in sentence.tokens]
    kind = _kind(lowers) or ""
    named = words("topics", "named acts")
    nouns = (word.removesuffix("s") for word in lowers)
    attacks = words("topics", "fought")
    told = (token.lower.removesuffix("s") for one in sentences for token in one.tokens)
    fought = sum(word in attacks for word in told) >= FOUGHT
    return Act(kind, kind or next((noun for noun in nouns if noun in named), ""), fought)


def act_of(p: Proposition, terms: Terms) -> Act:
    """The act that a proposition speaks of; the article's own where it names no other."""
    return act_among(p.lowers, terms)


def act_among(lowers: Iterable[str], terms: Terms) -> Act:
    """The act that some words tell of; the article's own where they tell of no other."""
    kind = _kind(lowers)
    if kind is None:
        return Act(terms.act_kind, terms.act_noun)
    return Act(kind, kind or terms.act_noun)


def _kind(lowers: Iterable[str]) -> str | None:
    """The kind of act the words tell of: "" for one of no kind of its own, None for no act."""
    spoken = set(lowers)
    if spoken & words("topics", "plain acts"):
        return ""
    return next((kind for kind in KINDS if spoken & words("topics", f"kind {kind}")), None)


def act_noun(p: Proposition) -> str:
    """The act spoken of, in the words of the article."""
    at = find(p, "acts")
    return p.sentence.tokens[at[0]].lower if at else ""


def who_did_it(p: Proposition, terms: Terms) -> QuestionSlot:
    """The question of who did the act that the proposition speaks of."""
    act = act_of(p, terms)
    return questions.who_did_it(act.kind, act.noun)


def did(p: Proposition, terms: Terms, actors: tuple[str, ...]) -> list[Answered]:
    """That some actors did it, or did not; nothing where nobody is named."""
    if not actors:
        return []
    denied = p.stance == Stance.DENIES or p.negated
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    answer = Answer(actors, Rung.CARRIED_OUT, denied=denied, object=act_noun(p))
    return [Answered(answer, who_did_it(p, terms), stance=stance)]


def owned(p: Proposition, terms: Terms, *, denied: bool = False) -> list[Answered]:
    """That the claimants say they did it themselves, or did not."""
    answer = Answer(terms.claimant_keys, Rung.CARRIED_OUT, denied=denied, object=act_noun(p))
    return [Answered(answer, who_did_it(p, terms))]
