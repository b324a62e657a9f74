"""What a stored text is found by: its most telling words, as numbers for an index."""

from functools import lru_cache
from hashlib import blake2b

from sources.grouping.evidence import Text
from sources.grouping.profiles import profile
from sources.grouping.vectors import Frequencies

# Sixteen telling words of a report are mostly its names; two reports of one event share several.
KEPT = 16
KNOWN_TEXTS = 256


@lru_cache(maxsize=KNOWN_TEXTS)
def weighed(title: str, text: str) -> Text:
    """A text weighed by the background alone, so the same whatever else is stored.

    The last ones are kept: what comes in is compared with the same reports of the day.
    """
    seen = profile(title, text)
    return Text(seen, Frequencies().vector(seen))


def term_numbers(text: Text) -> list[int]:
    """Its most telling terms, hashed below 2^63: an index needs no words of the text itself."""
    return sorted(_number(term) for term in text.vector.telling(KEPT))


def _number(term: str) -> int:
    hashed = blake2b(term.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(hashed) >> 1
