"""Attributions of an article from those of its sentences: quotations go on over sentences."""

from collections.abc import Sequence

from claims.reading.tagging.decoding import Candidate, cue_range
from claims.reading.text import Sentence, is_quoted
from claims.values import AttributionSpans, Span

LONGEST = 40  # quoted sentences looked over for who says them


def assemble(sentences: Sequence[Sentence], kept: Sequence[Candidate]) -> list[AttributionSpans]:
    """The spans of candidates that say something; whole quoted sentences go with their speaker."""
    more: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        if is_quoted(sentence):
            owner = _owner(sentences, kept, number)
            if owner is not None:
                more.setdefault(owner, []).append(number)
    return [
        _spans(one, [sentences[number] for number in more.get(at, ())])
        for at, one in enumerate(kept)
    ]


def _owner(sentences: Sequence[Sentence], kept: Sequence[Candidate], number: int) -> int | None:
    """Which of the kept says a quoted sentence: the one quoted before it, else after it."""
    before = _outer(sentences, kept, number, -1)
    goes_on = [at for at in before if _speaks_directly(kept[at])]
    if goes_on:
        return goes_on[-1]
    after = _outer(sentences, kept, number, 1)
    return next((at for at in after if _begins_quoted(kept[at])), None)


def _outer(
    sentences: Sequence[Sentence], kept: Sequence[Candidate], number: int, step: int
) -> list[int]:
    """Those whose cue stands outside quotations in the nearest sentence that is not all quoted."""
    block = sentences[number].block
    at = number + step
    end = number + step * LONGEST
    while 0 <= at < len(sentences) and at != end and sentences[at].block == block:
        if not is_quoted(sentences[at]):
            return [k for k, one in enumerate(kept) if one.number == at and not _is_quoted(one)]
        at += step
    return []


def _is_quoted(one: Candidate) -> bool:
    return one.prepared.tokens[one.at].quoted


def _speaks_directly(one: Candidate) -> bool:
    """Whether it has direct speech."""
    tokens = one.prepared.tokens
    return any(tokens[k].quoted for k in one.said)


def _begins_quoted(one: Candidate) -> bool:
    tokens = one.prepared.tokens
    return tokens[0].quoted and any(k < one.at and tokens[k].quoted for k in one.said)


def _spans(one: Candidate, more: Sequence[Sentence]) -> AttributionSpans:
    sentence = one.prepared.sentence
    parts = [sentence.span(*part) for part in one.content]
    parts += [(other.start, other.end) for other in more]
    joined = _joined(sorted(parts))
    return AttributionSpans(
        (joined[0][0], joined[-1][1]),
        sentence.span(*one.speaker) if one.speaker else None,
        sentence.span(*cue_range(one)),
        tuple(joined) if len(joined) > 1 else (),
    )


def _joined(parts: Sequence[Span]) -> list[Span]:
    """Parts with nothing but a space between them are one."""
    joined: list[Span] = []
    for part in parts:
        if joined and part[0] - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined
