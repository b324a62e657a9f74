"""Sentences of a Ukrainian or Russian article, with their words folded for the word lists.

The sentences are those of ``claims.reading.text``; what only these languages do with full stops
and dashes ("у м. Київ", "«Ні!» – сказав він", a dash that opens speech) is mended here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.reading.chrome import prose
from claims.reading.slavic.forms import Section, section
from claims.reading.text import CLOSERS, ENDERS, Sentence, Token
from events.latin import APOSTROPHES
from events.stems import stem

DASHES = frozenset("-\u2013\u2014\u2015\u2012")
BREAKS = frozenset(",;:") | DASHES
FINITE = {
    "uk": re.compile(
        r"\w{2,}(?:в|вся|ла|лася|ло|лося|лось|ли|лися|лись|тиме|тимуть|є|їть|їмо|ємо|имо|ють|уть"
        r"|ить|ать|ять|ться|но|то|ні|иті|яті)\Z"
    ),
    "ru": re.compile(
        r"\w{2,}(?:л|лся|ла|лась|ло|лось|ли|лись|ет|ют|ут|[аяуе]ем|ит|ат|ят|тся|ан|ана|ано|аны"
        r"|ен|ена|ено|ены|иты|яты|ято|нут|нуты|нута)\Z"
    ),
}
SHORT_VERBS = """
    є немає нема гине зник увійшов завіз вивіз зріс міг приніс помер нет есть погиб вошел нанес
    достиг вырос возрос принес вывез смог исчез умер перенес винен винна винні виноват
"""
BARE = frozenset(SHORT_VERBS.split())  # verbs whose endings do not show them
CONTINUES = 4  # tokens after a dash among which the verb of saying stands
LEAD_WORDS = 6


@dataclass(frozen=True)
class Line:
    """One sentence: tokens, folded words, and whether a dash opens it as speech."""

    language: str
    tokens: tuple[Token, ...]
    block: int
    dashed: bool = False

    @cached_property
    def words(self) -> list[str]:
        """The tokens as the word lists have them."""
        return [token.lower.translate(APOSTROPHES) for token in self.tokens]

    @cached_property
    def stems(self) -> list[str]:
        """The stems of the tokens, by which names are found in any case."""
        return [stem(token.text) for token in self.tokens]

    @property
    def end(self) -> int:
        """The number of tokens without the full stop."""
        end = len(self.tokens)
        while end and (self.tokens[end - 1].text in ENDERS):
            end -= 1
        return end

    @cached_property
    def breaks(self) -> list[int]:
        """Where a comma, colon or spaced dash parts the sentence, outside of brackets."""
        found: list[int] = []
        depth = 0
        for at, token in enumerate(self.tokens):
            depth = max(0, depth + (token.text == "(") - (token.text == ")"))
            if not depth and self.is_break(at):
                found.append(at)
        return found

    def is_break(self, at: int) -> bool:
        """Whether the token parts clauses; a hyphen within "3-5" or "прес-служба" does not."""
        token = self.tokens[at]
        if token.text not in BREAKS:
            return False
        if token.text not in DASHES:
            return True
        before = self.tokens[at - 1].end < token.start if at else True
        after = at + 1 == len(self.tokens) or self.tokens[at + 1].start > token.end
        return before or after

    def lexicon(self, name: str, title: str) -> Section:
        """A section of a data file of this sentence's language."""
        return section(self.language, name, title)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of some tokens."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def bare(self, first: int, last: int) -> tuple[int, int]:
        """A stretch without the signs at its ends; a bracket or quotation stays whole."""
        while last > first and not self.tokens[last - 1].is_word and not self._closes(first, last):
            last -= 1
        while first < last and not self.tokens[first].is_word and not self._opens(first, last):
            first += 1
        while last > first and not self.tokens[last - 1].is_word and not self._closes(first, last):
            last -= 1
        return first, last

    def _opens(self, first: int, last: int) -> bool:
        """Whether a quotation mark at the head has its fellow within."""
        token = self.tokens[first]
        return token.text in {"«", "“", "„"} and any(
            self.tokens[k].text in {"»", "”", "“"} for k in range(first + 1, last - 1)
        )

    def _closes(self, first: int, last: int) -> bool:
        token = self.tokens[last - 1]
        if token.text == "%":
            return True
        return token.text in {"»", "”"} and any(
            self.tokens[k].text in {"«", "“", "„"} for k in range(first, last - 1)
        )


def lines_of(text: str, title: str, language: str) -> list[Line]:
    """The sentences of an article without its site furniture."""
    found: list[Line] = []
    for sentence in prose(text, title):
        if found and found[-1].block == sentence.block and _goes_on(found[-1], sentence):
            before = found.pop()
            tokens = before.tokens + sentence.tokens
            found.append(Line(language, tokens, before.block, before.dashed))
        else:
            dashed = _is_dashed(text, sentence)
            found.append(Line(language, sentence.tokens, sentence.block, dashed))
    return [line for line in found if not _is_furniture(line)]


def _is_dashed(text: str, sentence: Sentence) -> bool:
    """Whether the paragraph or sentence begins with the dash of direct speech."""
    lead = text[: sentence.start].rstrip(" \u00a0")
    return lead[-1:] in DASHES or sentence.tokens[0].text in DASHES


def _goes_on(line: Line, sentence: Sentence) -> bool:
    """Whether what follows belongs to the sentence before it."""
    last = len(line.tokens) - 1
    if line.tokens[last].text == ".":
        short = last > 0 and line.tokens[last - 1].end == line.tokens[last].start
        return short and line.words[last - 1] in line.lexicon("chrome", "abbreviations")
    if sentence.tokens[0].text not in DASHES:
        return False
    ended = line.tokens[last].text in CLOSERS | ENDERS
    following = Line(line.language, sentence.tokens[1 : 1 + CONTINUES], line.block)
    return ended and line.lexicon("cues", "saying").find(following.words) is not None


def _is_furniture(line: Line) -> bool:
    words = [word for word in line.words[: LEAD_WORDS * 2] if word[0].isalnum()]
    hit = line.lexicon("chrome", "leads").at(words, 0) if words else None
    if hit is None:
        return not words
    after = line.tokens[hit.last].text if hit.last < len(line.tokens) else ":"
    return after == ":" or hit.last > 1 or line.tokens[-1].text not in ENDERS


def stretches(line: Line, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of a sentence lies outside of the stretches taken."""
    at = 0
    for first, last in sorted(taken):
        if first > at:
            yield at, first
        at = max(at, last)
    if line.end > at:
        yield at, line.end


def is_finite(line: Line, at: int) -> bool:
    """Whether a word has the form of a finite verb or short participle."""
    token, word = line.tokens[at], line.words[at]
    if word in BARE:
        return True
    return not token.is_capitalised and FINITE[line.language].match(word) is not None


def has_verb(line: Line, first: int, last: int) -> bool:
    """Whether a stretch has a finite verb."""
    return any(is_finite(line, at) for at in range(first, last))
