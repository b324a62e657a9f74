"""Where one thing said ends and another begins: the clauses and items of a stretch of words."""

from itertools import pairwise

from claims.reading.constructions import counts
from claims.reading.frames import Range
from claims.reading.grammar import (
    CLOSERS,
    is_adverb,
    is_auxiliary,
    is_in,
    is_verb,
    participles,
    phrase_start,
    verbs_in,
)
from claims.reading.lexicon import words
from claims.reading.text import Sentence, Token
from claims.reading.trimming import trim

JOINING = frozenset({"and", "but", "while", "whereas", "although", "though"})
SUBORDINATE = frozenset({"while", "although", "though", "after", "as", "if", "when", "because"})
OPENING = frozenset({"because", "if", "when", "whether", "unless", "that"})
TRAILING = frozenset({"and", "but", "or", ",", "even", "then", "while", "though", "although"})
REASONS = frozenset({"since", "because"})


def split(sentence: Sentence, content: Range, *, nominal: bool) -> list[Range]:
    """The clauses of a stretch of tokens; of a phrase ("of 70 killed, of four lost") its items."""
    tokens = sentence.tokens
    first, last = content
    cuts = [first]
    for at in range(first + 1, last - 1):
        border = _item_border(tokens, at) if nominal else _clause_border(tokens, at, cuts[-1], last)
        if border:
            cuts.append(at)
    cuts.append(last)
    pieces = (trim(sentence, bare(tokens, pair)) for pair in pairwise(cuts))
    return [piece for piece in pieces if piece[1] - piece[0] >= 1]


def bare(tokens: tuple[Token, ...], piece: Range) -> Range:
    """A piece without the "and that" or ", of" that joins it to the one before."""
    first, last = piece
    while first < last and (
        is_in(tokens[first], "conjunctions")
        or tokens[first].text in {",", ";", "\u2014", "\u2013"} | CLOSERS
    ):
        first += 1
    opens = first < last - 1 and tokens[first].lower == "that" and not tokens[first].quoted
    if opens and verbs_in(tokens, first, last):
        first += 1
    if piece[0] < first < last - 1 and tokens[first].lower in REASONS:
        first += 1  # ", since it fell": a reason is said beside what it explains
    while first < last and tokens[last - 1].lower in TRAILING:
        last -= 1
    return first, last


def _item_border(tokens: tuple[Token, ...], at: int) -> bool:
    """Before ", of" and "and of", "and the start of": another item of what is reported."""
    if not is_in(tokens[at], "conjunctions") and tokens[at].text != ",":
        return False
    following = tokens[at + 1 : at + 3]
    if following and following[0].lower in {"and", "later", "also"}:
        following = tokens[at + 2 : at + 4]
    if not following:
        return False
    if following[0].lower == "of":
        return True
    names = tokens[at - 1].is_capitalised or tokens[at - 1].text == ")"
    if names and following[1:] and following[1].is_capitalised:
        return False  # "the Legion (L) and the Corps" is one item
    return is_in(tokens[at], "conjunctions") and following[0].lower in {"the", "that"}


def _clause_border(tokens: tuple[Token, ...], at: int, start: int, last: int) -> bool:
    """Before a conjunction, comma or semicolon that a clause with its own verb follows."""
    token = tokens[at]
    if token.text == ";":
        return True
    comma = token.text == "," or (token.text in CLOSERS and tokens[at - 1].text == ",")
    if not (comma or token.lower in JOINING) or at + 2 >= last:
        return False
    if comma and (tokens[at + 1].lower in {"and", "but"} or tokens[at + 1].text in CLOSERS):
        return False  # the border comes one token later
    if not verbs_in(tokens, start, at) or _joins_less(tokens, start, at, comma=comma):
        return False
    if tokens[at + 1].lower == "that" or (comma and _goes_on(tokens, at + 1, last)):
        return True
    # "While the claims are unconfirmed, it has been verified that ..."
    after_subordinate = tokens[start].lower in SUBORDINATE and comma
    return (after_subordinate or not comma) and _opens_clause(tokens, at + 1, last)


def _goes_on(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a comma parts clauses: another count ("..., 12 are missing"), or a reason."""
    if tokens[first].lower in words("cues", "harming"):
        return counts(tokens, first + 1)  # "..., killing at least nine"
    if tokens[first].lower in REASONS:
        return _opens_clause(tokens, first + 1, last)
    return counts(tokens, first) and _opens_clause(tokens, first, last)


def _joins_less(tokens: tuple[Token, ...], start: int, at: int, *, comma: bool) -> bool:
    """Whether a conjunction joins less than clauses: subjects, or participles of one passive."""
    if _is_as_though(tokens, at) or _joins_subjects(tokens, start, at):
        return True
    return not comma and _shares_passive(tokens, start, at)


def _is_as_though(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "it looks as though it was a bomb": one clause says how it looks."""
    return at > 0 and tokens[at].lower == "though" and tokens[at - 1].lower == "as"


def _joins_subjects(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """As in "because Mir, Dubno and Lida were hit": what is joined has no verb yet."""
    near = range(at - 1, start - 1, -1)
    opened = next((k for k in near if tokens[k].lower in OPENING), -1)
    return 0 <= opened < at - 1 and not verbs_in(tokens, opened + 1, at)


def _shares_passive(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """As in "were crushed and driven out": one passive with two participles."""
    if tokens[at + 1].lower not in participles():
        return False
    be = next((k for k in range(at - 1, start - 1, -1) if is_in(tokens[k], "be")), -1)
    after = (
        k for k in range(be + 1, at) if not is_adverb(tokens[k]) and not is_auxiliary(tokens[k])
    )
    verb = next(after, at)
    return be >= 0 and verb < at and tokens[verb].lower in participles()


def _opens_clause(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a subject and its verb, or a verb that shares the subject, come next."""
    for at in range(first, min(first + 12, last)):
        if is_verb(tokens, at):
            if at > first and is_in(tokens[at - 1], "pronouns"):
                return True
            return at == first or phrase_start(tokens, at, first) <= max(first, at - 1)
        if tokens[at].text in {",", ";", "."} or is_in(tokens[at], "relatives"):
            return False
        if is_in(tokens[at], "conjunctions"):
            return False
    return False
