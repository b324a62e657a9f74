"""What a rule hands back, and the few questions every rule asks of a statement."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from claims.choices import Kind, Modality, Severity, Stance
from claims.comparing.times import Timing
from claims.values import Abstention, Count, Statement

PROBABLY = re.compile(
    r"\b(?:highly likely|very likely|most likely|almost certain(?:ly)?|certainly|probably"
    r"|(?:is|was|are|were) likely|no doubt)\b",
    re.IGNORECASE,
)
TAKES_SIDES = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES})


@dataclass(frozen=True, slots=True)
class Clash:
    """Two answers that cannot both hold, or pull apart; whose and when is asked elsewhere.

    ``why`` is the last sentence of the reason, ``condition`` what would reconcile the two.
    """

    kind: Kind
    why: str
    severity: Severity = Severity.CONTRADICTION
    score: float = 0.9
    timing: Timing = Timing.TIMELESS
    condition: str = ""


Judgement = Clash | Abstention
Rule = Callable[[Statement, Statement], Judgement]

NOT_MINE = Abstention("not_comparable", "The two answers are of kinds that no rule compares.")


def agree(words: str) -> Abstention:
    """The abstention of a rule that compared both answers and found them compatible."""
    return Abstention("answers_agree", words)


def takes_side(statement: Statement) -> bool:
    """Whether it asserts or denies, rather than doubts or keeps silent."""
    return statement.stance in TAKES_SIDES


def is_negative(statement: Statement) -> bool:
    """Whether it says no. A denying stance and a denied answer are one negation, not two."""
    return statement.stance == Stance.DENIES or statement.answer.denied


def sides(left: Statement, right: Statement) -> tuple[Statement, Statement] | None:
    """The one that says yes and the one that says no; None when both say the same."""
    if not (takes_side(left) and takes_side(right)):
        return None
    if is_negative(left) == is_negative(right):
        return None
    return (right, left) if is_negative(left) else (left, right)


def both_positive(left: Statement, right: Statement) -> bool:
    """Whether both assert something."""
    return all(takes_side(s) and not is_negative(s) for s in (left, right))


def is_firm(statement: Statement) -> bool:
    """Whether the claimant stands by the words: asserted, or held for likely rather than possible.

    "Highly likely" excludes its opposite as far as an editor cares; "may have" excludes nothing.
    """
    return statement.modality != Modality.HEDGED or bool(PROBABLY.search(statement.words))


def stated_count(statement: Statement) -> Count | None:
    """The count a statement puts forward; "denies casualties" with a count of zero says zero."""
    count = statement.answer.count
    if count is None or not takes_side(statement):
        return None
    return count if not is_negative(statement) or count.last == 0 else None
