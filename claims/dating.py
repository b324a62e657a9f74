"""When something was said, and when it holds, as the ledger keeps it: EDTF text.

The article's words resolve against its publication, never against the time of fetching. What
cannot be told stays empty, and the words are kept beside it.
"""

from datetime import datetime

from claims.reading.times import resolve_time


def said_on(words: str, published: datetime | None) -> str:
    """When it was said; without words that tell, some time up to the publication ("by").

    "" when neither is known.
    """
    return day_of(words, published) or (f"../{published:%Y-%m-%d}" if published else "")


def day_of(words: str, published: datetime | None) -> str:
    """The day that the words name; "" when they name none that can be told."""
    period = resolve_time(words, published)
    return f"{period.start:%Y-%m-%d}" if period and period.start else ""
