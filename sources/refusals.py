"""Why something that was fetched cannot be used."""

from enum import StrEnum


class Unreadable(StrEnum):
    """Why no article came out; the codes are stored and shown, so they stay."""

    NOT_TEXT = "not_text"
    NO_TEXT = "no_text"
    TOO_DEEP = "too_deep"
    TOO_COMPLEX = "too_complex"
    TOO_LONG = "too_long"
    BAD_FEED = "bad_feed"
    ENTITY_BOMB = "entity_bomb"


class ExtractionRefused(Exception):  # noqa: N818 - says what happened, like FetchRefused
    """Final: the same bytes give the same. ``code`` for programs, ``words`` for an editor."""

    def __init__(self, code: Unreadable, words: str) -> None:
        super().__init__(code, words)
        self.code = code
        self.words = words

    def __str__(self) -> str:
        return self.words
