"""Pairs of articles that are one report, and pairs that only look so, made from our own texts.

The texts are the demonstration's articles, all on one disputed event, so that any two of them share
names, places, figures and quotes already.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import claims_tracker.demo

ARTICLES = Path(claims_tracker.demo.__file__).parent / "articles"
# A second version of one article, and the demonstration's own copy of another.
LEFT_OUT = {"border-villages-emptied.2.txt", "russians-claim-cross-border-raid.txt"}
SENTENCE = re.compile(r"(?<=[.!?][”\"]|.[.!?])\s+(?=[A-ZА-Я“\"])")
HOUSE_STYLE = (
    (r"\bdefence\b", "defense"), (r"\barmoured\b", "armored"), (r"\btwo\b", "2"),
    (r"\bmore than\b", "over"), (r"\bper cent\b", "percent"), (r"\bon Monday\b", "Monday"),
    (r"\bUkraine's\b", "Ukrainian"), (r"“", '"'), (r"”", '"'), (r"\bhad been\b", "was"),
)  # fmt: skip
EDITS = (
    (r"\bsaid that\b", "said"), (r"\bsaid\b", "stated"), (r"\btold reporters\b", "told the press"),
    (r"\bgroup\b", "band"), (r"\bthe region\b", "the province"), (r"\bwrote\b", "posted"),
)  # fmt: skip
QUOTED = re.compile(r"“[^“”]{20,}”")

Pair = tuple[str, str]


def reports() -> list[str]:
    """The bodies of our independent reports."""
    paths = sorted(path for path in ARTICLES.glob("*/*.txt") if path.name not in LEFT_OUT)
    return [path.read_text(encoding="utf-8").split("\n\n", 1)[1].strip() for path in paths]


def near_copies() -> Iterator[tuple[str, Pair]]:
    """Each report beside each kind of copy of it, with the kind's name."""
    chance = random.Random(3)
    known = reports()
    for number, report in enumerate(known):
        other = known[(number + 1) % len(known)]
        for make in COPIES:
            yield make.__name__, (report, make(report, other, chance))


def look_alikes() -> Iterator[tuple[str, Pair]]:
    """Any two reports as they are; and with the quotes and one sentence of the one in the other."""
    for left, right in combinations(reports(), 2):
        yield "as they are", (left, right)
        yield "shared quotes", (left, _with_quotes_of(left, right))


def cut_from_the_end(report: str, _other: str, _chance: random.Random) -> str:
    """The first half of the paragraphs, as a short item."""
    paragraphs = report.split("\n\n")
    return "\n\n".join(paragraphs[: max(2, len(paragraphs) // 2)])


def reordered(report: str, _other: str, chance: random.Random) -> str:
    """The paragraphs in another order, one of them left out."""
    paragraphs = report.split("\n\n")[1:]
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def with_own_paragraphs(report: str, other: str, _chance: random.Random) -> str:
    """Under another headline, with a credit and two paragraphs of its own."""
    own = other.split("\n\n")
    return "\n\n".join(["Border fighting: what we know", "(Reuters) - " + report, *own[1:3]])


def in_house_style(report: str, _other: str, _chance: random.Random) -> str:
    """Spelling, numbers and quotation marks as another house has them."""
    return _changed(report, HOUSE_STYLE)


def edited(report: str, _other: str, _chance: random.Random) -> str:
    """Small edits in every sentence that allows them, and shorter sentences."""
    return _changed(_changed(report, EDITS), HOUSE_STYLE)


def trimmed(report: str, _other: str, _chance: random.Random) -> str:
    """Every ninth word struck out, to save space."""
    words = report.split(" ")
    return " ".join(word for at, word in enumerate(words, 1) if at % 9)


def rewritten(report: str, other: str, chance: random.Random) -> str:
    """Half of the sentences, in their order, among half as many of another hand."""
    kept, own = _half(report, chance), _half(other, chance)
    mixed = [sentence for pair in zip(kept, own, strict=False) for sentence in pair]
    return " ".join([*mixed, *kept[len(own) :]])


def rewritten_and_edited(report: str, other: str, chance: random.Random) -> str:
    """The same, in another house's style."""
    return in_house_style(rewritten(report, other, chance), other, chance)


COPIES: tuple[Callable[[str, str, random.Random], str], ...] = (
    cut_from_the_end, reordered, with_own_paragraphs, in_house_style, edited, trimmed,
    rewritten, rewritten_and_edited,
)  # fmt: skip


def _changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        text = re.sub(old, new, text)
    return text


def _half(text: str, chance: random.Random) -> list[str]:
    sentences = SENTENCE.split(text)
    chosen = sorted(chance.sample(range(len(sentences)), (len(sentences) + 1) // 2))
    return [sentences[at] for at in chosen]


def _with_quotes_of(source: str, text: str) -> str:
    """Another report that quotes the same people, and took over one sentence of background."""
    quotes = [f"{quote.group()}, one of them said." for quote in QUOTED.finditer(source)]
    return "\n\n".join([text, *quotes, SENTENCE.split(source)[-1]])
