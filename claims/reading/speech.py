"""Direct speech that fills whole sentences: whose it is, before or after its speaker is named."""

from dataclasses import replace

from claims.reading.claimants import Reader
from claims.reading.frames import Attribution
from claims.reading.grammar import OPENERS
from claims.reading.own_words import clauses_of
from claims.reading.progress import Progress, keep, other_words, terms_at
from claims.reading.subjects import Place
from claims.reading.tellings import Telling, spans_of
from claims.reading.text import is_quoted
from claims.reading.topics import answer
from claims.reading.topics.common import subject_of
from claims.values import ClaimantName

LONG = 12  # sentences of a paragraph of speech, and of a quotation, that are looked over


def read_quoted(progress: Progress, number: int) -> None:
    """A quoted sentence is the last speaker's who is being quoted, or waits for its own."""
    reader = progress.reader
    scene = reader.scene
    block = reader.sentences[number].block
    if progress.waiting and reader.sentences[progress.waiting[-1]].block != block:
        progress.waiting.clear()
    goes_on = scene.last_block == block or _is_quoted_block(reader, number)
    near = number - scene.last_sentence <= 1 and goes_on and not _goes_on_quoted(reader, number)
    if not near or progress.waiting or not (scene.last or scene.nameless):
        progress.waiting.append(number)
        return
    if not scene.last:
        scene.called[reader.sentences[number].start] = scene.nameless[-1].text
    scene.last_sentence = number
    _read_speech(progress, number, scene.last)
    spoken = progress.attributions[-1]
    if reader.text[spoken.content[0] - 1 : spoken.content[0]] in OPENERS:
        _, end = reader.sentences[number].span(0, len(reader.sentences[number].tokens))
        progress.attributions[-1] = replace(spoken, content=(spoken.content[0], end))


def _is_quoted_block(reader: Reader, number: int) -> bool:
    """Whether a paragraph has nothing but direct speech: a new speaker would be named in it."""
    sentences = reader.sentences
    first = last = number
    while first and sentences[first - 1].block == sentences[number].block:
        first -= 1
        if number - first > LONG:
            return False
    while last < len(sentences) and sentences[last].block == sentences[number].block:
        last += 1
        if last - number > LONG:
            return False
    return all(is_quoted(sentence) for sentence in sentences[first:last])


def _goes_on_quoted(reader: Reader, number: int) -> bool:
    """Whether the quotation ends in a sentence that goes on: "... boys,” an official said."""
    sentences = reader.sentences
    end = number + LONG
    while number < end and sentences[number].tokens[-1].quoted:
        number += 1
        same = number < len(sentences) and sentences[number].block == sentences[number - 1].block
        if not same or not sentences[number].tokens[0].quoted:
            return False
        if not is_quoted(sentences[number]):
            return True
    return False


def begins_quoted(attribution: Attribution) -> bool:
    """Whether direct speech stands before its speaker: "... so it is," she said."""
    left = attribution.place in {Place.POSTPOSED, Place.INVERTED}
    return left and attribution.sentence.tokens[attribution.content[0]].quoted


def read_waiting(
    progress: Progress, who: tuple[ClaimantName, ...], attribution: Attribution
) -> None:
    """The quoted sentences before the one that names their speaker."""
    sentences = progress.reader.sentences
    mine = [n for n in progress.waiting if sentences[n].block == attribution.sentence.block]
    called = "" if who else _called(progress.reader, attribution)
    for number in mine:
        if called:
            progress.reader.scene.called.setdefault(sentences[number].start, called)
        _read_speech(progress, number, who)
    if mine:
        first = sentences[mine[0]]
        opened = next(token for token in first.tokens if token.is_word)
        spans = spans_of(attribution)
        wider = replace(spans, content=(opened.start, spans.content[1]))
        at = len(progress.attributions) - 1
        while progress.attributions[at] != spans:
            at -= 1
        progress.attributions[at] = wider


def _called(reader: Reader, attribution: Attribution) -> str:
    """How a speaker who is not named is called: the article's words, or those it had first."""
    if attribution.speaker is None:
        return ""
    start, end = attribution.sentence.span(*attribution.speaker)
    return reader.scene.called.get(start) or reader.text[start:end].rstrip(" ,")


def _read_speech(progress: Progress, number: int, who: tuple[ClaimantName, ...]) -> None:
    sentence = progress.reader.sentences[number]
    for p in clauses_of(sentence, (0, len(sentence.tokens)), "that"):
        terms = terms_at(progress, number, who, subject_of(p))
        rule, answers = answer(p, terms)
        keep(progress, Telling(p, terms, rule), answers or other_words(p))
