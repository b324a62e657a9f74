"""Comparing claims: explain or abstain.

Plain values in, plain values out; the ledger stores what comes back. ``DETECTOR`` names the
rules and their version and is kept with every finding.
"""

from claims.comparing.candidates import candidates
from claims.comparing.digest import sides_digest
from claims.comparing.engine import DETECTOR, checks, compare
from claims.comparing.gates import Check
from claims.comparing.reach import Reach, reach_of

__all__ = [
    "DETECTOR",
    "Check",
    "Reach",
    "candidates",
    "checks",
    "compare",
    "reach_of",
    "sides_digest",
]
