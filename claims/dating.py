"""When something was said, and when it holds, as the ledger keeps it: EDTF text.

The article's words resolve against its publication, never against the time of fetching. What
cannot be told stays empty, and the words are kept beside it.
"""

from datetime import datetime

from claims.reading.times import resolve_time
from events.dates import bounds

BY = "../"  # EDTF's open beginning


def said_on(words: str, published: datetime | None) -> str:
    """When it was said; without words that tell, some time up to the publication ("by").

    "" when neither is known.
    """
    return day_of(words, published) or (f"{BY}{published:%Y-%m-%d}" if published else "")


def tighter(known: str, found: str) -> str:
    """The better of two answers to when one thing was said.

    "By the 24th" gives way to "by the 23rd" and to a day up to it: an earlier article shows that
    it was said by then. Whatever names a day already stays.
    """
    if not found or not known.startswith(BY):
        return known or found
    (_, last), (_, by) = bounds(found), bounds(known)
    return found if last is not None and by is not None and last < by else known


def day_of(words: str, published: datetime | None) -> str:
    """The day that the words name; "" when they name none that can be told."""
    period = resolve_time(words, published)
    return f"{period.start:%Y-%m-%d}" if period and period.start else ""
