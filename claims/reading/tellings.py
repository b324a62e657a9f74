"""One place where something is told: its words, who is quoted how, and when it was said."""

from dataclasses import dataclass

from claims.choices import Attribution as AttributionKind
from claims.choices import Modality, Topic
from claims.reading.clauses import Proposition
from claims.reading.drafts import Draft
from claims.reading.frames import Attribution, Range
from claims.reading.lexicon import contains, phrases
from claims.reading.times import find_time
from claims.reading.topics import Answered, Terms
from claims.values import AttributionSpans

AROUND_CUE = 8  # tokens after a cue in which its time stands


@dataclass(frozen=True, slots=True)
class Telling:
    """A proposition and how it is told; the article's own words have no attribution."""

    p: Proposition
    terms: Terms
    rule: str
    attribution: Attribution | None = None
    said: str = ""


def draft_of(telling: Telling, answered: Answered) -> Draft:
    """The claim in the making that one answer of a proposition gives."""
    p, text = telling.p, telling.terms.reader.text
    span = _shown(p, answered)
    start, end = p.sentence.span(*span)
    question = answered.question
    return Draft(
        span=(start, end),
        text=text[start:end],
        claimant_text=_speaker_text(telling),
        stance=answered.stance or p.stance,
        modality=p.modality,
        topic=question.topic if question else Topic.OTHER,
        question=question,
        answer=answered.answer,
        spans=spans_of(telling.attribution) if telling.attribution else None,
        kind=_kind(p, span, telling.terms),
        rule=telling.rule,
        said=telling.said,
        holds=find_time(text, p.sentence, p.first, p.last),
        checkable=question is not None or not _is_opinion(p),
    )


def _speaker_text(telling: Telling) -> str:
    """How the article has the speaker; of one not named ("the guard") how it had him first."""
    speaker, reader = telling.p.speaker, telling.terms.reader
    if speaker is None:
        return reader.scene.called.get(telling.p.sentence.start, "")
    start, end = telling.p.sentence.span(*speaker)
    return reader.scene.called.get(start) or reader.text[start:end].rstrip(" ,")


def _is_opinion(p: Proposition) -> bool:
    """Whether it is an opinion, a wish or a prediction, which nobody can check."""
    lowers = p.lowers
    opinion = contains(lowers, phrases("hedges", "opinion"))
    figures = any(token.text[0].isdigit() for token in p.tokens)
    opinion = opinion or (not figures and contains(lowers, phrases("topics", "evaluation")))
    return opinion or contains(lowers, phrases("hedges", "future"))


def spans_of(attribution: Attribution) -> AttributionSpans:
    """Content, speaker and cue as offsets."""
    sentence = attribution.sentence
    speaker = sentence.span(*attribution.speaker) if attribution.speaker else None
    first, last = attribution.content
    if attribution.tail is not None:
        last = attribution.tail[1]
    return AttributionSpans(sentence.span(first, last), speaker, sentence.span(*attribution.cue))


def _shown(p: Proposition, answered: Answered) -> Range:
    """The words that show the claim: the answer's own stretch, from the speaker on if first."""
    if answered.span is None:
        return p.whole
    first, last = answered.span
    counted = answered.question is not None and answered.question.topic == Topic.CASUALTIES
    return (p.whole[0], last) if first <= p.first and counted else (first, last)


def _kind(p: Proposition, span: Range, terms: Terms) -> AttributionKind:
    if p.frame in {"show", "going on"}:
        return AttributionKind.IMPLIED
    if not terms.claimants:
        return AttributionKind.ANONYMOUS if p.speaker else AttributionKind.UNATTRIBUTED
    inner = [token for token in p.sentence.tokens[span[0] : span[1]] if token.is_word]
    if inner and sum(token.quoted for token in inner) * 2 > len(inner):
        return AttributionKind.DIRECT_QUOTE
    if p.modality == Modality.ALLEGED:
        return AttributionKind.ALLEGED
    return AttributionKind.PARAPHRASE


def said_time(text: str, attribution: Attribution) -> str:
    """The words for when it was said: beside the cue, or at the sentence's beginning."""
    sentence = attribution.sentence
    first, last = attribution.cue[1], attribution.content[0]
    if last < first:
        last = min(first + AROUND_CUE, len(sentence.tokens))
    beside = find_time(text, sentence, first, last)
    if beside or attribution.speaker is None:
        return beside
    before = attribution.speaker[0]
    if attribution.content[0] < before:
        return ""
    return find_time(text, sentence, 0, before)
