"""Status and dispute in words, as readers see them: "Unverified, disputed by Kyiv"."""

from collections.abc import Sequence

from claims.choices import Status

NAMED = 3  # more names than this read as a list, not as a label


def in_words(names: Sequence[str]) -> str:
    """Names as English joins them: "Kyiv", "Kyiv and Moscow", "Kyiv, Moscow and 2 others"."""
    if len(names) > NAMED:
        return f"{', '.join(names[: NAMED - 1])} and {len(names) - NAMED + 1} others"
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return "".join(names)


def public_label(status: str, disputed_by: Sequence[str]) -> str:
    """The claim's public label: its status, and who disputes it."""
    word = Status(status).label
    return f"{word}, disputed by {in_words(disputed_by)}" if disputed_by else word
