"""Answers to what was just said: "Kyiv disputes this claim", "the corps denied this account"."""

from dataclasses import dataclass, replace

from claims.choices import Modality, Stance, Topic
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.cue_entries import CueEntry, ratings
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, match, phrases, words
from claims.reading.quantities import Quantity, find_quantities
from claims.reading.topics.common import Answered, Terms
from claims.values import Answer, ClaimantName

REACH = 1  # sentences back
AIMED_REACH = 6  # sentences back to what was said against the one who answers
RECENT = 30  # claims looked back at; two sentences hold fewer
REJECTED = 6  # words in which "the mayor's latest claim" is named
UNTRUE = 7  # words of "it was simply not true that"
SHORT_REPLY = 7  # words of "this is simply not true"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody was just said to claim."""

    sentence: int
    claimants: tuple[ClaimantName, ...]
    answered: Answered
    stance: Stance


def points_back(p: Proposition) -> bool:
    """Whether a phrase only points at an earlier claim ("this claim", "the allegations")."""
    if p.frame == "that":
        return _says_untrue(p) or p.stance == Stance.CONFIRMS
    if p.frame != "np":
        return p.frame == "back"
    kept = [t.lower for t in p.tokens if t.is_word]
    if "as" in kept:  # "dismissed the claim as false"
        kept = kept[: kept.index("as")]
    elif is_rejection(p):  # "called Suland's latest charge a lie on television"
        kept = _before_rejection(kept)
        if anaphors() & set(kept[:REJECTED]):
            return True
    if kept in (["it"], ["this"], ["that"]):
        return True
    if not kept or kept[-1] not in words("cues", "anaphors"):
        return False
    return all(
        word in words("grammar", "determiners")
        or word in words("cues", "anaphors")
        or word in {"both", "such", "'s"}
        for word in kept
    ) or (len(kept) <= 4 and is_in(p.tokens[0], "determiners"))  # noqa: PLR2004  # "this latest Russian claim"


def _before_rejection(kept: list[str]) -> list[str]:
    """What is called untrue: the words before "nonsense" without its "a"."""
    options = phrases("cues", "rejections")
    at = next((k for k in range(len(kept)) if match(kept, k, options)), len(kept))
    while at and kept[at - 1] in words("grammar", "determiners"):
        at -= 1
    return kept[:at] or kept[:1]


def unwrapped(p: Proposition) -> Proposition:
    """Of "rejected accusations that it did it" what is rejected: "it did it"."""
    tokens = p.sentence.tokens
    untrue = _called_untrue(p)
    if untrue:
        stance = Stance.DENIES if p.stance == Stance.ASSERTS else p.stance
        return replace(p, first=untrue, stance=stance)
    rated = _called_likely(p)
    if rated is not None:
        at, entry = rated
        return replace(p, first=at, stance=entry.stance, modality=entry.modality)
    first = p.first
    while first < p.last and is_in(tokens[first], "determiners"):
        first += 1
    if p.frame != "np" or p.stance not in {Stance.DENIES, Stance.DOUBTS} or first + 2 >= p.last:
        return p
    if tokens[first].lower not in anaphors() or tokens[first + 1].lower != "that":
        return p
    return replace(p, first=first + 2, frame="that")


def _called_untrue(p: Proposition) -> int:
    """Where what "it was not true that ..." denies begins; 0 elsewhere."""
    lowers = p.lowers[:UNTRUE]
    if p.frame != "that" or lowers[:1] != ["it"] or "that" not in lowers or p.first + 1 >= p.last:
        return 0
    at = lowers.index("that")
    between = set(lowers[1:at])
    untrue = (
        "not" in between
        and "only" not in between
        and bool(between & {"true", "case", "right", "correct", "so"})
    )
    return p.first + at + 1 if untrue else 0


def _called_likely(p: Proposition) -> tuple[int, CueEntry] | None:
    """Where what "it is unlikely that ..." rates begins, and how it rates it."""
    lowers = p.lowers[:UNTRUE]
    if p.stance != Stance.ASSERTS or p.frame != "that" or lowers[:1] != ["it"]:
        return None
    at = lowers.index("that") if "that" in lowers else 0
    between = lowers[1:at]
    rating = next((word for word in between if word in ratings()), "")
    hedges = rating and ratings()[rating].modality == Modality.HEDGED
    plain = not words("grammar", "negations") & set(between) and at + 1 < p.last - p.first
    return (p.first + at + 1, ratings()[rating]) if hedges and plain else None


def _says_untrue(p: Proposition) -> bool:
    """As in "this is not true", "the claim is a lie"."""
    lowers = [t.lower for t in p.tokens if t.is_word]
    about = lowers[:1] in (["this"], ["that"], ["it"]) or (
        len(lowers) > 1 and lowers[0] in {"the", "this", "these"} and lowers[1] in anaphors()
    )
    return about and is_rejection(p) and len(lowers) <= SHORT_REPLY


def is_rejection(p: Proposition) -> bool:
    """Whether something is called untrue: "nonsense", "not true", "baseless"."""
    return contains(p.lowers, phrases("cues", "rejections"))


def anaphors() -> frozenset[str]:
    """Nouns that point back at what somebody said."""
    return words("cues", "anaphors")


def mirrored(p: Proposition, terms: Terms, told: list[Told]) -> list[Answered]:
    """The answer to the claim pointed at: one claim's own question, or the account as a whole.

    Empty when nobody else has just said anything.
    """
    own = set(terms.claimant_keys)
    no = p.stance == Stance.DENIES or is_rejection(p)
    stance = Stance.DENIES if no and p.stance == Stance.ASSERTS else None
    back = [t for t in told[-RECENT:] if t.claimants and not own & {c.key for c in t.claimants}]
    # "Moscow rejected the allegations": those against Moscow, if there are any.
    aimed = [t for t in back if set(terms.voices) & set(t.answered.answer.actors)]
    charging = bool(words("cues", "charging") & set(p.lowers))
    if charging and not aimed:  # "called the accusations a lie": whoever was accused
        aimed = [t for t in back if _accuses(t)]
    back = [t for t in back if terms.number - t.sentence <= REACH]
    if aimed and terms.number - aimed[-1].sentence <= AIMED_REACH:
        back = aimed[-1:]
    if not back:
        return []
    if aimed:
        back = back[-1:]
    elif len({c.key for t in back for c in t.claimants}) > len(back[-1].claimants):
        back = [t for t in back if t.sentence == terms.number] or back[-1:]
    latest = [t for t in back if t.sentence == back[-1].sentence and _same(t, back[-1])]
    account = "account" in p.lowers or "version" in p.lowers
    if len(latest) == 1 and not account and latest[0].answered.question is not None:
        denied = no
        answered = latest[0].answered
        return [
            replace(
                answered, answer=replace(answered.answer, denied=denied), span=None, stance=stance
            )
        ]
    if not no:
        return []
    actors = tuple(c.key for c in latest[-1].claimants)
    question = questions.account(actors[0], latest[-1].claimants[0].name)
    return [Answered(Answer(actors, denied=True, value="account"), question, stance=stance)]


def _accuses(told: Told) -> bool:
    """Whether somebody was said to have done it."""
    question, answer = told.answered.question, told.answered.answer
    blames = question is not None and question.topic == Topic.RESPONSIBILITY
    return blames and bool(answer.actors) and not answer.denied and told.stance == Stance.ASSERTS


def refigured(p: Proposition, terms: Terms, told: list[Told]) -> list[Answered]:
    """As in "the mayor had put the figure at 12": another count of what was just counted."""
    counts = find_quantities(p.tokens)
    figure = (p.base.split() or [""])[-1] in words("cues", "figures") or _is_bare_count(p, counts)
    if not figure or len(counts) != 1:
        return []
    near = [t for t in told[-RECENT:] if terms.number - t.sentence <= REACH]
    counted = [t.answered for t in near if t.answered.answer.count is not None]
    last = counted[-1] if counted else None
    if last is None or last.question is None or not last.answer.measure:
        return []
    return [replace(last, answer=replace(last.answer, count=counts[0].count), span=None)]


def _is_bare_count(p: Proposition, counts: list[Quantity]) -> bool:
    """As in "police estimated 40,000": a number and nothing else."""
    said = sum(token.is_word for token in p.tokens)
    return bool(counts) and p.frame == "np" and counts[0].last - counts[0].first == said


def _same(one: Told, other: Told) -> bool:
    return {c.key for c in one.claimants} == {c.key for c in other.claimants}
