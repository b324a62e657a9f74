"""Who is behind a document: "according to the log that the senator published"."""

from claims.reading.grammar import is_auxiliary, is_in, phrase_end
from claims.reading.lexicon import verb_forms
from claims.reading.subject_ends import without_aside
from claims.reading.text import Token

Range = tuple[int, int]
REACH = 14  # tokens from a document to the verb of who published it


def publisher(tokens: tuple[Token, ...], first: int, last: int) -> Range | None:
    """Who is said to have published or shown the document of a phrase; None where nobody is.

    It is told in the phrase itself ("compiled by the union") or in the clause behind it.
    """
    agents = (_agent(tokens, at) for at in range(first + 1, last + 1))
    agent = next((found for found in agents if found is not None), None)
    if agent is not None or last + 1 >= len(tokens):
        return agent
    if tokens[last].lower not in {"that", "which"}:
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


def _agent(tokens: tuple[Token, ...], last: int) -> Range | None:
    """As in "a list drawn up by the union": who drew it up."""
    if last >= len(tokens) or tokens[last].lower not in verb_forms("cues", "publishing"):
        return None
    by = last + 1 + (tokens[last + 1 : last + 2] != () and tokens[last + 1].lower in {"up", "out"})
    if by + 1 >= len(tokens) or tokens[by].lower != "by":
        return None
    end = phrase_end(tokens, by + 1, len(tokens))
    return by + 1, without_aside(tokens, by + 1, end)


def _publishes(tokens: tuple[Token, ...], at: int) -> bool:
    while at < len(tokens) and is_in(tokens[at], "auxiliaries"):
        at += 1
    return at < len(tokens) and tokens[at].lower in verb_forms("cues", "publishing")
