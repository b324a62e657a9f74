"""Ukrainian and Russian words for days and months, as the English ones that times resolve by."""

import re
from functools import cache

from claims.reading.lexicon import entries

LANGUAGES = ("uk", "ru")
WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*")
IN = frozenset({"у", "в", "во", "на"})


def in_english(text: str) -> str:
    """An expression of time with its days and months in English: "у вівторок" as "on Tuesday".

    A text in Latin letters stays as it is, and so do words that are none of a calendar.
    """
    return text if text.isascii() else WORD.sub(_translated, text)


def _translated(found: re.Match[str]) -> str:
    word = found.group().casefold().replace("\u2019", "'").replace("\u02bc", "'")
    return "on" if word in IN else _words().get(word, found.group())


@cache
def _words() -> dict[str, str]:
    return {
        form.strip(): line.partition(":")[0]
        for language in LANGUAGES
        for section, line in entries("times", language)
        if section in {"days", "months"}
        for form in line.partition(":")[2].split(",")
    }
