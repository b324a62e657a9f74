"""Answers to what was just said: "у Києві відкинули звинувачення", "Москва це заперечує"."""

from dataclasses import dataclass, replace

from claims.choices import Stance
from claims.reading import questions
from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.topics.common import Answered
from claims.values import Answer, ClaimantName
from events.directory import Directory

REACH = 1  # sentences back
AIMED_REACH = 6  # sentences back to what was said against the one who answers
RECENT = 30  # claims looked back at
LONGEST = 4  # words of "обвинения Киева в агрессии"
BARE = 3  # "это категорически опровергают"
BARE_POINTERS = frozenset({"це", "это"})
POINTERS = frozenset(
    {"це", "ці", "цю", "это", "эти", "эту", "такі", "такие", "подібні", "подобные"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody was just said to claim, in which sentence."""

    sentence: int
    claimant: ClaimantName
    answered: Answered


def points_back(clause: Clause) -> bool:
    """Whether a phrase only points at an earlier claim: "ці звинувачення", "обвинения Киева"."""
    words = [word for word in clause.words if word[0].isalnum()]
    if len(words) <= BARE and words[:1] and words[0] in BARE_POINTERS:
        return True
    while words and words[0] in POINTERS:
        words = words[1:]
    if clause.frame != "np" or not words or len(words) > LONGEST:
        return False
    accusations = clause.line.lexicon("topics", "accusations")
    rest = clause.line.tokens[clause.last - len(words) + 1 : clause.last]
    return words[0] in accusations and all(token.is_capitalised for token in rest)


def mirrored(clause: Clause, number: int, told: list[Told]) -> list[Answered]:
    """The answer to the claim pointed at; empty when nobody else has just said anything."""
    claimant = clause.claimant
    if claimant is None or clause.stance != Stance.DENIES:
        return []
    back = [one for one in told[-RECENT:] if one.claimant.key != claimant.key]
    voices = _voices(claimant, clause.scene.directory)
    aimed = [one for one in back if voices & set(one.answered.answer.actors)]
    if aimed and number - aimed[-1].sentence <= AIMED_REACH:
        return [_denied(aimed[-1].answered)]
    near = [one for one in back if number - one.sentence <= REACH]
    if not near:
        return []
    same = [one for one in near if one.claimant.key == near[-1].claimant.key]
    if len(same) == 1 and same[0].answered.question is not None:
        return [_denied(same[0].answered)]
    accuser = near[-1].claimant
    question = questions.account(accuser.key, accuser.name)
    return [Answered(Answer((accuser.key,), denied=True, value="account"), question)]


def _voices(claimant: ClaimantName, directory: Directory) -> frozenset[str]:
    """The keys of all that speak with the claimant's voice, and of whom they speak for."""
    own = directory.lineage(claimant.key)
    return own | directory.lineage(claimant.organisation) if claimant.organisation else own


def _denied(answered: Answered) -> Answered:
    answer = replace(answered.answer, denied=True)
    return replace(answered, answer=answer, span=None, stance=None)
