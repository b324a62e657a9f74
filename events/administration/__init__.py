"""What every page of the desk shares: guarded forms, histories, decisions, lists that stay quick.

It lives in ``events`` because all other packages may import from there.
"""

from events.administration.base import KeptAdmin, LedgerAdmin
from events.administration.decisions import Decision, Refused
from events.administration.inlines import LedgerInline
from events.administration.paging import Tally, tally

__all__ = ["Decision", "KeptAdmin", "LedgerAdmin", "LedgerInline", "Refused", "Tally", "tally"]
