"""Reading Ukrainian and Russian: who says what, with the questions and answers of English."""

from claims.reading.slavic.article import LANGUAGES, read_slavic

__all__ = ["LANGUAGES", "read_slavic"]
