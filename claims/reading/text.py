"""Sentences and tokens with exact code-point offsets, and which of them stand in quotation marks.

Everything here is one pass over the text: its cost grows with the length, whatever the text is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.reading.lexicon import words

# Initials ("U.S."), numbers, words with inner hyphens and apostrophes, then any single sign.
# The alternatives begin with different characters, so no text makes them try again.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:[-'\u2019][^\W_]+)*|''|``|[^\w\s]|_+"
)
OPENING = {
    "``": "''",
    "\u201c": "\u201d",
    "\u00ab": "\u00bb",
    "\u201e": "\u201c",
    "\u2018": "\u2019",
}
STRAIGHT = frozenset({'"', "''"})
CLOSERS = frozenset({*"\u201d\u00bb\u2019\"')]", "''"})
ENDERS = frozenset(".!?\u2026\u3002")
POSSESSIVE = frozenset({"'s", "\u2019s"})
LETTERS_S = "sS\u017f"
BULLETS = frozenset("\u2022*\u2013\u2014\u2023\u25aa\u25cf-")
WRAP_AT = 100
SPEAKER_WORDS = 7
# What goes on longer is a list or no prose; the bound keeps reading linear in the text.
LONGEST_SENTENCE = 250


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign; ``text[start:end]`` is its text. A possessive "'s" is a token."""

    start: int
    end: int
    text: str
    lower: str
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or digit."""
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """One sentence: its tokens, and the number of the paragraph (block) that it stands in."""

    tokens: tuple[Token, ...]
    block: int

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.tokens[-1].end

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens from ``first`` up to, not with, ``last``."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def lowers(self, first: int = 0, last: int | None = None) -> list[str]:
        """The folded words of a stretch of tokens."""
        return self._lowers[first:last]

    @cached_property
    def _lowers(self) -> list[str]:
        return [token.lower for token in self.tokens]


def is_quoted(sentence: Sentence) -> bool:
    """Whether a sentence is direct speech and nothing else."""
    spoken = [token for token in sentence.tokens if token.is_word]
    return bool(spoken) and all(token.quoted for token in spoken)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline, caption or line of site furniture."""

    start: int
    end: int
    text: str


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text. Lines broken only for width are one paragraph."""
    found: list[Block] = []
    lines: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if start == end:
            found += _join(text, lines)
            lines = []
        else:
            lines.append((start, end))
    return found + _join(text, lines)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        lead = len(line) - len(line.lstrip())
        start = at + lead
        yield (start, start + len(bare)) if bare else (at, at)
        at += len(line)


def _join(text: str, lines: list[tuple[int, int]]) -> list[Block]:
    widest = max((end - start for start, end in lines), default=0)
    wrapped = len(lines) > 1 and widest <= WRAP_AT
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and _continues(text, joined[-1], start, widest if wrapped else 0):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [Block(start, end, text[start:end]) for start, end in joined]


def _continues(text: str, before: tuple[int, int], start: int, widest: int) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    last_line = text.rfind("\n", before[0], before[1]) + 1 or before[0]
    if text[before[1] - 1] in ENDERS | CLOSERS or text[start] in BULLETS:
        return False
    return text[start].islower() or (widest > 0 and before[1] - last_line > 0.7 * widest > 30)  # noqa: PLR2004  # lines of under 30 letters are lists and labels


def tokens_of(text: str, start: int = 0) -> list[Token]:
    """The tokens of one paragraph, whose first character has the offset ``start``."""
    found: list[Token] = []
    closer = ""
    for match in TOKEN.finditer(text):
        piece = match.group()
        inside = False
        if closer or not piece[0].isalnum():  # a word outside quotations opens none
            closer, inside = _quotation(text, match.end(), piece, closer)
        at = start + match.start()
        if piece == "." and _shortens(found, at):
            found[-1] = _with_dot(found[-1])
            continue
        base, ending = _possessive(piece) if piece[-1] in LETTERS_S else (piece, "")
        found.append(Token(at, at + len(base), base, _lower(base), inside))
        if ending:
            end = at + len(piece)
            found.append(Token(at + len(base), end, ending, "'s", inside))
    return found


def _shortens(found: list[Token], at: int) -> bool:
    """Whether a full stop belongs to the word before it: "Mr.", "J."."""
    if not found or found[-1].end != at:
        return False
    before = found[-1]
    platform = len(found) > 1 and found[-2].lower == "on"  # "wrote on X."
    initial = len(before.text) == 1 and before.is_capitalised and not platform
    return initial or (before.is_capitalised and before.lower in words("text", "abbreviations"))


def _with_dot(token: Token) -> Token:
    return Token(token.start, token.end + 1, token.text + ".", token.lower, token.quoted)


def _lower(piece: str) -> str:
    return piece.casefold().replace("\u2019", "'")


def _possessive(piece: str) -> tuple[str, str]:
    if len(piece) > 2 and piece[-2:].casefold() in POSSESSIVE:  # noqa: PLR2004  # more than the ending
        return piece[:-2], piece[-2:]
    return piece, ""


def _quotation(text: str, end: int, piece: str, closer: str) -> tuple[str, bool]:
    """What closes the quotation we are in after this piece, and whether the piece is in one."""
    if closer:
        if piece != closer or (piece == "\u2019" and text[end : end + 1].isalpha()):
            return closer, True
        return "", True
    if piece in OPENING:
        return OPENING[piece], True
    if piece in STRAIGHT:
        return piece, True
    return "", False


def _ends_dotted(tokens: list[Token], at: int) -> bool:
    """Whether a word that has its own dots ("a.m.", "U.S.") ends a sentence as well."""
    word, following = tokens[at], tokens[at + 1 : at + 3]
    if "." not in word.text[:-1] or not word.text.endswith(".") or not following:
        return False
    if word.lower in words("text", "hours"):
        zone = len(following) > 1 and following[1].lower == "time"  # "9 a.m. Moscow time"
        day = following[0].lower in words("text", "after hours")
        return following[0].is_capitalised and not zone and not day
    return following[0].is_capitalised and following[0].lower in words("text", "beginners")


def sentences(block: Block, number: int = 0) -> list[Sentence]:
    """The sentences of a paragraph, in order, covering every token."""
    tokens = tokens_of(block.text, block.start)
    found: list[Sentence] = []
    first = 0
    at = 0
    while at < len(tokens):
        text = tokens[at].text
        ends = text in ENDERS and _ends(tokens, at)
        ends = ends or (text[-1] == "." and _ends_dotted(tokens, at))
        if ends or at - first >= LONGEST_SENTENCE:
            at = _with_closers(tokens, at) if ends else at
            found.append(Sentence(tuple(tokens[first : at + 1]), number))
            first = at + 1
        at += 1
    if first < len(tokens):
        found.append(Sentence(tuple(tokens[first:]), number))
    return found


def _is_said(tokens: list[Token], first: int) -> bool:
    """As in "“Why?” Jan Lis asked": the sentence goes on with its speaker."""
    for token in tokens[first : first + SPEAKER_WORDS]:
        if token.lower in words("text", "said"):
            return True
        if not token.is_word:
            return False
    return False


def _with_closers(tokens: list[Token], at: int) -> int:
    while (
        at + 1 < len(tokens)
        and tokens[at + 1].text in CLOSERS | ENDERS
        and tokens[at + 1].start == tokens[at].end
    ):
        at += 1
    return at


def _ends(tokens: list[Token], at: int) -> bool:
    last = _with_closers(tokens, at)
    if last + 1 >= len(tokens):
        return True
    following = tokens[last + 1]
    if following.start == tokens[last].end or following.text[0].islower():
        return False
    if following.text in {",", ";", ":"}:
        return False
    return not (tokens[at].text in "?!" and last > at and _is_said(tokens, last + 1))
