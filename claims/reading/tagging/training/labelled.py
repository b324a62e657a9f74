"""Labelled articles as the tagger sees them: sentences, what rules find, and the labels' tokens."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.reading.attributions import find_attributions
from claims.reading.evaluation_quotes import LabelledArticle, parts_of
from claims.reading.frames import Attribution
from claims.reading.tagging.prepared import head_of
from claims.reading.tagging.words import folded
from claims.reading.text import Sentence, Token, blocks, sentences
from claims.values import Span

MIN_ARTICLES = 3  # what fewer articles have is left out: it is rare, and it may be a text's own
MIN_RATE = 0.02


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled attribution: tokens of the sentence its cue stands in, ``at`` its cue's head."""

    at: int
    cue: frozenset[int]
    speaker: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Article:
    """An article with all that training asks of it; the lists go by sentence."""

    gold: LabelledArticle
    sentences: tuple[Sentence, ...]
    rules: tuple[tuple[Attribution, ...], ...]
    labels: tuple[tuple[Label, ...], ...]


def labelled(gold: LabelledArticle) -> Article:
    """An article with its labels put on tokens."""
    whole = [s for at, b in enumerate(blocks(gold.text)) for s in sentences(b, at)]
    starts = [sentence.start for sentence in whole]
    labels: list[list[Label]] = [[] for _ in whole]
    for one in gold.gold:
        if one.cue is None:
            continue
        number = max(0, bisect_right(starts, one.cue[0]) - 1)
        tokens = whole[number].tokens
        cue = _within(tokens, [one.cue])
        if cue:
            speaker = _within(tokens, [one.speaker] if one.speaker else [])
            content = _within(tokens, parts_of(one))
            head = head_of(tokens, cue)
            label = Label(head, frozenset(cue), frozenset(speaker), frozenset(content))
            labels[number].append(label)
    return Article(
        gold,
        tuple(whole),
        tuple(tuple(find_attributions(sentence)) for sentence in whole),
        tuple(tuple(some) for some in labels),
    )


def _within(tokens: Sequence[Token], spans: Iterable[Span]) -> list[int]:
    """The tokens of some spans: words that overlap, signs that stand within."""
    return [
        at
        for at, token in enumerate(tokens)
        if any(
            (a < token.end and token.start < b)
            if token.is_word
            else (a <= token.start and token.end <= b)
            for a, b in spans
        )
    ]


def rates_of(articles: Iterable[Article]) -> dict[str, float]:
    """How often each word that heads cues in several articles is the head of one."""
    all_of, heads, in_articles = Counter[str](), Counter[str](), Counter[str]()
    for article in articles:
        own = Counter[str]()
        for sentence, labels in zip(article.sentences, article.labels, strict=True):
            all_of.update(folded(token) for token in sentence.tokens)
            own.update(folded(sentence.tokens[label.at]) for label in labels)
        heads.update(own)
        in_articles.update(own.keys())
    rates = {word: (heads[word] + 0.2) / (all_of[word] + 2) for word in heads}
    return {
        word: rate
        for word, rate in sorted(rates.items())
        if in_articles[word] >= MIN_ARTICLES and rate > MIN_RATE
    }
