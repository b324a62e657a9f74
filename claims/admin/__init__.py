"""The ledger on the desk. The modules register their pages when they are imported."""

from claims.admin import (
    claim,
    contradiction,
    directory,
    question,
    records,
    revision,
    texts,
    threshold,
    verdict,
)

__all__ = [
    "claim",
    "contradiction",
    "directory",
    "question",
    "records",
    "revision",
    "texts",
    "threshold",
    "verdict",
]
