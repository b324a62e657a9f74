"""Which act an answer speaks of: the event's own, or another one that asks its own question.

A raid and the shelling that followed are two acts, and who did the one says nothing of who did the
other. What names no act, or only "the attack", is about the one that the article opens with.
"""

from collections.abc import Iterable, Sequence

from claims.choices import Rung, Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import verb_forms, words
from claims.reading.text import Sentence, tokens_of
from claims.reading.topics.common import Act, Answered, Terms, find
from claims.values import Answer, QuestionSlot

__all__ = ["Act", "act_among", "act_noun", "act_of", "did", "lead_act", "owned", "who_did_it"]

# Acts that are asked about apart from the event's own, each a section "kind ..." of topics.txt.
KINDS = ("shelling", "hacking", "poisoning", "abduction", "vote rigging")
OBJECT = 4  # tokens from an act to what it is done to
FOUGHT = 2  # mentions of an attack that make it the news
LEAD = 2  # sentences that tell what an article is about


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
    noun = kind or next((noun for noun in nouns if noun in named), "")
    return Act(kind, noun, fought, frozenset(lowers) & words("topics", "targets"))


def act_of(p: Proposition, terms: Terms) -> Act:
    """The act that a proposition speaks of; the article's own where it names no other."""
    act = act_among(p.lowers, terms)
    if act.apart and (_aims_at(p, terms.act.targets) or _fired_nothing(p)):
        return terms.act
    return act


def _fired_nothing(p: Proposition) -> bool:
    """Whether somebody fired no rockets at all: that answers what the article is about."""
    return p.negated and bool(words("topics", "munitions") & set(p.lowers))


def _aims_at(p: Proposition, targets: frozenset[str]) -> bool:
    """Whether what was done is done to a thing the article is about: "fired on the plant"."""
    fire = words("topics", "kind shelling") | verb_forms("topics", "carried out").keys()
    for at, word in enumerate(p.lowers):
        if word in fire:
            return bool(set(p.lowers[at + 1 : at + OBJECT]) & targets)
    return False


def act_among(lowers: Iterable[str], terms: Terms) -> Act:
    """The act that some words tell of; the article's own where they tell of no other."""
    kind = _kind(lowers)
    if kind is None or kind == terms.act.kind:
        return terms.act
    return Act(kind, kind or terms.act.noun, apart=bool(kind))


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
    return questions.who_did_it(act.kind, act.noun, apart=act.apart)


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
