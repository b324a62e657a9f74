"""Who says what, on which words of which article, and what editors made of it."""

from claims.models.claim import AnswerActor, Claim, Question
from claims.models.contradiction import Contradiction
from claims.models.quote import Quote
from claims.models.reading import Reading
from claims.models.verdict import Change, Evidence, Verdict, VerdictEvidence, VerdictProposal

__all__ = [
    "AnswerActor",
    "Change",
    "Claim",
    "Contradiction",
    "Evidence",
    "Question",
    "Quote",
    "Reading",
    "Verdict",
    "VerdictEvidence",
    "VerdictProposal",
]
