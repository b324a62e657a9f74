"""Who is behind a document: "according to the log that the senator published"."""

from claims.reading.grammar import is_auxiliary, is_in, phrase_end
from claims.reading.lexicon import verb_forms
from claims.reading.text import Token

Range = tuple[int, int]
REACH = 14  # tokens from a document to the verb of who published it


def publisher(tokens: tuple[Token, ...], last: int) -> Range | None:
    """Who the clause behind a document that ends at ``last`` says published or showed it.

    None where no such clause follows.
    """
    if last + 1 >= len(tokens) or tokens[last].lower not in {"that", "which"}:
        return None
    start = last + 1
    limit = min(len(tokens), start + REACH)
    end = phrase_end(tokens, start, limit)
    if end == start or is_in(tokens[start], "pronouns") or is_auxiliary(tokens[start]):
        return None
    if _publishes(tokens, end):
        return start, end
    # "a slip that Mr Lis, the mayor's aide, waved"
    closing = next((k for k in range(end + 1, limit - 1) if tokens[k].text == ","), -1)
    aside = tokens[end].text == "," and closing > 0
    return (start, end) if aside and _publishes(tokens, closing + 1) else None


def _publishes(tokens: tuple[Token, ...], at: int) -> bool:
    while at < len(tokens) and is_in(tokens[at], "auxiliaries"):
        at += 1
    return at < len(tokens) and tokens[at].lower in verb_forms("cues", "publishing")
