"""What stands between a cue and its complement: "said on Tuesday in a post that"."""

from claims.reading.grammar import is_adverb, is_auxiliary, is_in, is_verb
from claims.reading.lexicon import match, phrases, words
from claims.reading.text import Token

COUNTING = ("more than", "at least", "up to", "fewer than", "about")
NO_ADJUNCT = frozenset({"of", "about", "as", "regarding", "concerning", "over", "against", "for"})


def next_complement(tokens: tuple[Token, ...], at: int) -> int:
    """Past what stands between a cue and its complement: "on Tuesday", "to CNN", "in a post"."""
    moved = True
    while moved and at < len(tokens):
        moved = False
        token = tokens[at]
        if _opens_existence(tokens, at) or _opens_count(tokens, at):
            break
        if is_in(token, "time words") or (is_adverb(token) and token.lower not in {"so", "both"}):
            at += 1
            moved = True
        elif is_in(token, "prepositions") and token.lower not in NO_ADJUNCT:
            end = _adjunct_end(tokens, at)
            moved = end > at
            at = end
    return at


def _opens_existence(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "said there was no sign of it": here "there" is the subject."""
    return tokens[at].lower == "there" and any(
        is_auxiliary(token) or token.lower in {"remain", "remains", "remained"}
        for token in tokens[at + 1 : at + 3]
    )


def _opens_count(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "counted at least 11 dead", "estimated over 900": how many, not where or when."""
    lowers = [token.lower for token in tokens[at : at + 4]]
    size = next(
        (size for one in COUNTING if (size := match(lowers, 0, phrases("quantities", one)))), 0
    )
    if not size or at + size >= len(tokens):
        return False
    head = tokens[at + size].lower
    return head[0].isdigit() or head in words("quantities", "number words")


def _is_reduced(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a participle tells of the noun before it: "posted on", "carried by"."""
    after = tokens[at + 1 : at + 2]
    before = tokens[at - 1].lower
    message = before in words("people", "carriers") | words("people", "occasions")
    past = tokens[at].lower in words("people", "published") and tokens[at - 1].text.islower()
    past = past or (message and tokens[at].lower.endswith(("ed", "en")))
    return past and bool(after) and is_in(after[0], "prepositions")


def _adjunct_end(tokens: tuple[Token, ...], at: int) -> int:
    """The end of a prepositional phrase that a complement or the clause's end follows."""
    for k in range(at + 1, min(at + 14, len(tokens))):
        token = tokens[k]
        if token.lower in {"that", ":", "of"} or token.text in {".", ";", "\u201c", '"', "?"}:
            return k
        if token.text == ",":
            return k + 1 if tokens[k + 1 : k + 2] and tokens[k + 1].lower == "that" else k
        if _is_reduced(tokens, k):
            continue  # "in a video posted on Monday"
        if is_verb(tokens, k) or is_in(token, "pronouns"):
            # "said on Tuesday it had": the adjunct is the preposition with its date.
            dated = all(
                is_in(t, "time words") or t.text[0].isdigit() or is_in(t, "determiners")
                for t in tokens[at + 1 : k]
            )
            return k if dated and k > at + 1 else at
    return at
