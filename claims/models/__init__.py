"""Who says what, on which words of which article, and what editors made of it."""

from claims.models.claim import AnswerActor, Claim, Question
from claims.models.contradiction import Contradiction
from claims.models.directory_merge import DirectoryMerge
from claims.models.group import ContradictionGroup
from claims.models.quote import Quote
from claims.models.reading import Reading
from claims.models.revision import RevisionNotice
from claims.models.threshold import Threshold
from claims.models.verdict import Change, Evidence, Verdict, VerdictEvidence, VerdictProposal
from claims.models.word import ClaimWord

__all__ = [
    "AnswerActor",
    "Change",
    "Claim",
    "ClaimWord",
    "Contradiction",
    "ContradictionGroup",
    "DirectoryMerge",
    "Evidence",
    "Question",
    "Quote",
    "Reading",
    "RevisionNotice",
    "Threshold",
    "Verdict",
    "VerdictEvidence",
    "VerdictProposal",
]
