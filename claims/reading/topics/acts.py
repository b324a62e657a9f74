"""Which act an answer speaks of: the event's own, or another one that asks its own question.

A raid and the shelling that followed are two acts, and who did the one says nothing of who did the
other; so are the destruction of a dam and fire at a city. An act is told apart by what it was done
to, whatever verb tells of it: who blew up, breached or bombarded the dam is one question. What
names no act, or only "the attack", is about the one that the article opens with.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.choices import Rung, Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import contains, phrases, words
from claims.reading.negation import leaves_open, tells_how
from claims.reading.text import Sentence, Token, tokens_of
from claims.reading.topics.common import Act, Answered, Terms, find
from claims.reading.topics.targets import Aim, aim_of, deeds, targets_in
from claims.values import Answer, QuestionSlot

__all__ = [
    "Act",
    "act_among",
    "act_noun",
    "act_of",
    "asked_of",
    "did",
    "lead_act",
    "owned",
    "who_did_it",
]

# Acts that are asked about apart from the event's own, each a section "kind ..." of topics.txt.
SHELLING = "shelling"
OWN_KINDS = ("hacking", "poisoning", "abduction", "vote rigging")  # whatever they are done to
KINDS = (SHELLING, *OWN_KINDS)
FOUGHT = 2  # mentions of an attack that make it the news
LEAD = 2  # sentences that tell what an article is about


def lead_act(sentences: Sequence[Sentence], title: str) -> Act:
    """The act that an article is about, by its title and first sentences."""
    headline = tuple(tokens_of(title))
    opening = [headline, *(sentence.tokens for sentence in sentences[:LEAD])]
    lowers = [token.lower for part in opening for token in part]
    kind = _kind(lowers) or ""
    attacks = words("topics", "fought")
    told = (token.lower.removesuffix("s") for one in sentences for token in one.tokens)
    fought = sum(word in attacks for word in told) >= FOUGHT
    noun = kind or _noun([word.removesuffix("s") for word in lowers])
    targets = frozenset(lowers) & words("topics", "targets")
    aim = _lead_aim(opening, sentences)
    if aim.target and kind not in OWN_KINDS:
        return Act(kind, noun, fought, targets, aim.target)
    return Act(kind, noun, fought, targets, place=aim.place if kind == SHELLING else "")


def _lead_aim(opening: Sequence[Sequence[Token]], sentences: Sequence[Sentence]) -> Aim:
    """What the act in the news was done to: told in the opening, else what all the article tells.

    A raid or a coup is done to nothing in particular.
    """
    for number, part in enumerate(opening):
        if {token.lower for token in part} & words("topics", "without target"):
            return Aim()
        aim = aim_of(part, titled=number == 0)
        if aim.target or aim.place:
            return aim
    if not {token.lower for part in opening for token in part} & deeds():
        return Aim()
    told = Counter(aim_of(sentence.tokens).target for sentence in sentences)
    del told[""]
    most = told.most_common(2)
    clear = most and most[0][1] >= FOUGHT and (len(most) == 1 or most[0][1] > most[1][1])
    return Aim(most[0][0]) if clear else Aim()


def _lowers(sentence: Sentence) -> list[str]:
    return [token.lower for token in sentence.tokens]


def harm_of(p: Proposition, terms: Terms, tokens: Sequence[Token]) -> Act:
    """The act whose cause is told: of a fire that shelling caused it is the fire.

    ``tokens`` are the words for what was brought about.
    """
    target = _target(tokens, terms, p)
    own = terms.act
    noun = _noun([token.lower for token in tokens])
    return Act("", noun, target=target) if target not in {"", own.target} else own


def act_of(p: Proposition, terms: Terms) -> Act:
    """The act that a proposition speaks of; the article's own where it names no other."""
    act = act_among(p.tokens, terms, p)
    return terms.act if act.kind == SHELLING and _fired_nothing(p) else act


def _fired_nothing(p: Proposition) -> bool:
    """Whether somebody fired no rockets at all: that answers what the article is about."""
    return p.negated and bool(words("topics", "munitions") & set(p.lowers))


def act_among(tokens: Sequence[Token], terms: Terms, p: Proposition | None = None) -> Act:
    """The act that some words tell of; the article's own where they tell of no other."""
    own = terms.act
    lowers = [token.lower for token in tokens]
    kind = _kind(lowers)
    if kind in OWN_KINDS:
        return own if kind == own.kind else Act(kind, kind)
    if contains(lowers, phrases("topics", "crowd control")):
        return Act("crowd control", "")
    target = _target(tokens, terms, p)
    if target:
        return own if target == own.target else Act("", _noun(lowers), target=target)
    return _without_target(tokens, own, kind)


def _without_target(tokens: Sequence[Token], own: Act, kind: str | None) -> Act:
    """An act of which no thing is named: fire at a place, a raid, or the article's own act."""
    place = aim_of(tokens).place
    if kind == SHELLING and (own.kind != SHELLING or place not in {"", own.place}):
        return Act(kind, kind, place=place)
    if own.target and place:
        return Act(SHELLING, "", place=place)
    if own.target and {token.lower for token in tokens} & words("topics", "without target"):
        return Act("raid", "raid")
    return own


def _target(tokens: Sequence[Token], terms: Terms, p: Proposition | None) -> str:
    """The thing that the act was done to, an "it" included; "" where it is not said."""
    aim = aim_of(tokens)
    return _meant(p, terms) if aim.pronoun and p is not None and not aim.target else aim.target


def _meant(p: Proposition, terms: Terms) -> str:
    """The thing that "it" is: the one told of before in the sentence, else in the one before."""
    here = targets_in(p.sentence.lowers(0, p.first))
    before = terms.reader.sentences[terms.number - 1 : terms.number]
    for found in (here, *(targets_in(_lowers(sentence)) for sentence in before)):
        if terms.act.target in found:
            return terms.act.target
        if found:
            return found.pop() if len(found) == 1 else ""
    return terms.act.target


def _noun(lowers: Sequence[str]) -> str:
    """The noun that names the act, "" where only a verb tells of it."""
    named = words("topics", "named acts")
    fired = words("topics", "before fire")  # "opened fire" is no fire
    pairs = zip(["", *lowers], lowers, strict=False)
    return next(
        (w for before, w in pairs if w in named and not (w == "fire" and before in fired)), ""
    )


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
    return asked_of(act_of(p, terms))


def asked_of(act: Act) -> QuestionSlot:
    """The question of who did an act."""
    return questions.who_did_it(act.slot, act.noun, act.target)


def did(p: Proposition, terms: Terms, actors: tuple[str, ...]) -> list[Answered]:
    """That some actors did it, or did not; nothing where nobody is named or it is left open."""
    no = p.stance == Stance.DENIES
    said = p.sentence.tokens[max(p.first - 1, 0) : p.last]  # "denied / deliberately shelling it"
    if not actors or (p.negated and leaves_open(p.tokens)) or (no and tells_how(said)):
        return []
    denied = no or p.negated
    stance = Stance.DENIES if denied and p.stance == Stance.ASSERTS else None
    answer = Answer(actors, Rung.CARRIED_OUT, denied=denied, object=act_noun(p))
    return [Answered(answer, who_did_it(p, terms), stance=stance)]


def owned(p: Proposition, terms: Terms, *, denied: bool = False) -> list[Answered]:
    """That the claimants say they did it themselves, or did not."""
    answer = Answer(terms.claimant_keys, Rung.CARRIED_OUT, denied=denied, object=act_noun(p))
    return [Answered(answer, who_did_it(p, terms))]
