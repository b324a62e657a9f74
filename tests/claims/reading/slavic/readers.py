"""Short ways to read a Ukrainian or Russian text in a test."""

from datetime import UTC, datetime

from claims.reading import read_article
from claims.values import ArticleText, Read, ReadClaim
from events.directory import starter

PUBLISHED = datetime(2024, 6, 7, 12, 0, tzinfo=UTC)  # a Friday


def read(language: str, text: str) -> Read:
    """Read a text as an article of 7 June 2024."""
    return read_article(ArticleText(text, language=language, published=PUBLISHED), starter())


def only_claim(language: str, text: str) -> ReadClaim:
    """The one claim of a text."""
    found = read(language, text).claims
    assert len(found) == 1, [(c.statement, c.rule) for c in found]
    return found[0]


def who(claim: ReadClaim) -> str:
    """The claimant's key, what the article says instead, or ""."""
    return claim.claimant.key if claim.claimant else claim.claimant_text


def key_of(claim: ReadClaim) -> str:
    """The key of the claim's question, "" when it has none."""
    return claim.question.key if claim.question else ""


def interval(claim: ReadClaim) -> tuple[int, int | None] | None:
    """The first and last number that the claim's count admits."""
    count = claim.answer.count
    return (count.first, count.last) if count else None
