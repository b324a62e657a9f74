"""How well attributions are found in labelled articles: who is made to say which words.

The labels are those of PolNeAR (Newell, Margolin and Ruths, 2018): every span of words that an
article attributes to somebody, with its speaker and cue. A quotation parted by "she said" has
several parts, and only these count as its words.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.reading.article import read_article
from claims.reading.text import blocks, sentences
from claims.values import ArticleText, AttributionSpans, Span
from events.directory import starter

Metrics = dict[str, object]
Finder = Callable[[str], Sequence[AttributionSpans]]
Track = Callable[[Iterable["LabelledArticle"]], Iterable["LabelledArticle"]]
ENOUGH = 0.5  # Jaccard of the words of two spans that are taken for the same


class QuoteFileError(ValueError):
    """A file that holds no labelled articles, in words for people."""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """The text of an article and all that is attributed in it."""

    id: str
    text: str
    gold: tuple[AttributionSpans, ...]


@dataclass(slots=True)
class Tally:
    """How many were found rightly, found at all, and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count the figures of one more article."""
        self.right += right
        self.found += found
        self.wanted += wanted

    def figures(self) -> dict[str, float]:
        """F1, precision and recall, rounded; nothing found where nothing is wanted is right."""
        precision = self.right / self.found if self.found else float(not self.wanted)
        recall = self.right / self.wanted if self.wanted else float(not self.found)
        both = self.found + self.wanted
        f1 = 2 * self.right / both if both else 1.0
        names = ("f1", "precision", "recall")
        return dict(zip(names, (round(x, 4) for x in (f1, precision, recall)), strict=True))


@dataclass(slots=True)
class Score:
    """The five figures of some articles.

    ``sentence`` and ``token``: those with attributed words. ``span``: contents whose words agree
    by half or more (Jaccard of their letters), one to one. ``envelope``: the same with all that
    stands between the parts. ``spoken``: spans whose speakers overlap, or have none on both sides.
    """

    sentence: Tally = field(default_factory=Tally)
    token: Tally = field(default_factory=Tally)
    span: Tally = field(default_factory=Tally)
    envelope: Tally = field(default_factory=Tally)
    spoken: Tally = field(default_factory=Tally)


def evaluate_quotes(
    paths: Iterable[Path], find: Finder | None = None, *, track: Track = iter
) -> Metrics:
    """The figures of all articles of some JSONL files (``.gz`` too), ready for JSON.

    ``find`` gives the attributions of a text: the engine's own where it is left out. ``track``
    may pass the articles on one by one and show how far it is. Raises QuoteFileError.
    """
    articles = [article for path in paths for article in load_quotes(path)]
    score = Score()
    for article in track(articles):
        count(score, article, (find or read_attributions)(article.text))
    return {
        "articles": len(articles),
        "attributions": score.span.wanted,
        "found": score.span.found,
        "sentence": score.sentence.figures(),
        "token": score.token.figures(),
        "span": score.span.figures(),
        "span_with_gaps": score.envelope.figures(),
        "claim_and_speaker": score.spoken.figures(),
    }


def read_attributions(text: str) -> Sequence[AttributionSpans]:
    """What the engine itself finds in a text, with the shipped directory of actors."""
    return read_article(ArticleText(text), starter()).attributions


def count(score: Score, article: LabelledArticle, found: Sequence[AttributionSpans]) -> None:
    """Add one article's figures to a score."""
    gold = article.gold
    whole = [sentence for block in blocks(article.text) for sentence in sentences(block)]
    units = (
        (score.sentence, [(sentence.start, sentence.end) for sentence in whole]),
        (score.token, [(token.start, token.end) for one in whole for token in one.tokens]),
    )
    for tally, spans in units:
        left, right = _covered(spans, found), _covered(spans, gold)
        tally.add(len(left & right), len(left), len(right))
    alike = _alike(found, gold, parts_of)
    score.span.add(_matched(alike), len(found), len(gold))
    envelopes = _alike(found, gold, lambda one: (one.content,))
    score.envelope.add(_matched(envelopes), len(found), len(gold))
    spoken = [pair for pair in alike if _same_speaker(found[pair[1]], gold[pair[2]])]
    score.spoken.add(_matched(spoken), len(found), len(gold))


def parts_of(attribution: AttributionSpans) -> tuple[Span, ...]:
    """The stretches of what is said: the parts where there are any, else all of it."""
    return attribution.parts or (attribution.content,)


def overlap(left: Iterable[Span], right: Sequence[Span]) -> int:
    """How many letters two lists of stretches share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def _covered(spans: Sequence[Span], attributions: Sequence[AttributionSpans]) -> set[Span]:
    said = sorted(part for one in attributions for part in parts_of(one))
    covered: set[Span] = set()
    at, reach = 0, -1  # said[:at] begin before the span's end; the farthest of them ends at reach
    for span in spans:
        while at < len(said) and said[at][0] < span[1]:
            reach = max(reach, said[at][1])
            at += 1
        if reach > span[0]:
            covered.add(span)
    return covered


def _alike(
    found: Sequence[AttributionSpans],
    gold: Sequence[AttributionSpans],
    stretches: Callable[[AttributionSpans], tuple[Span, ...]],
) -> list[tuple[float, int, int]]:
    """Pairs of a found and a labelled attribution with about the same words, the best first."""
    pairs: list[tuple[float, int, int]] = []
    for i, left in enumerate(found):
        for j, right in enumerate(gold):
            ours, theirs = stretches(left), stretches(right)
            shared = overlap(ours, theirs)
            union = _length(ours) + _length(theirs) - shared
            if shared and shared >= ENOUGH * union:
                pairs.append((-shared / union, i, j))
    return sorted(pairs)


def _length(spans: Iterable[Span]) -> int:
    return sum(last - first for first, last in spans)


def _matched(pairs: Iterable[tuple[float, int, int]]) -> int:
    """How many can be paired one to one, the best first."""
    ours: set[int] = set()
    theirs: set[int] = set()
    for _, i, j in pairs:
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
    return len(ours)


def _same_speaker(left: AttributionSpans, right: AttributionSpans) -> bool:
    if left.speaker is None or right.speaker is None:
        return left.speaker is right.speaker
    return overlap([left.speaker], [right.speaker]) > 0


def load_quotes(path: Path) -> Iterator[LabelledArticle]:
    """The labelled articles of a JSONL file. Raises QuoteFileError."""
    try:
        content = path.read_bytes()
        lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
        rows = [json.loads(line) for line in lines.split("\n") if line.strip()]
        yield from [_article(row) for row in rows]
    except OSError as error:
        raise QuoteFileError(f"{path}: {(error.strerror or 'unreadable').lower()}") from None
    except (ValueError, KeyError, TypeError, EOFError):
        raise QuoteFileError(f"{path}: no lines of “text” and “quotes”") from None


def _article(row: dict[str, Any]) -> LabelledArticle:
    gold = tuple(
        AttributionSpans(
            _span(quote["content"]),
            _span(quote["speaker"]) if quote["speaker"] else None,
            _span(quote["cue"]) if quote["cue"] else None,
            tuple(_span(part) for part in quote.get("content_parts") or ()),
        )
        for quote in row["quotes"]
    )
    return LabelledArticle(str(row["id"]), str(row["text"]), gold)


def _span(pair: Sequence[int]) -> Span:
    first, last = pair
    return int(first), int(last)
