"""Reading: who says what in an article, on which words. Pure functions, no database."""

from claims.reading.article import read_article

__all__ = ["read_article"]
