"""One place where something is told, and the claim in the making that it gives."""

from dataclasses import dataclass

from claims.choices import Attribution as AttributionKind
from claims.choices import Modality, Topic
from claims.reading.drafts import Draft
from claims.reading.slavic.clauses import Clause, Range
from claims.reading.slavic.lines import Line
from claims.reading.slavic.said import Said
from claims.reading.slavic.times import find_time
from claims.reading.slavic.topics import Answered
from claims.reading.slavic.who import Speaker
from claims.values import AttributionSpans, Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause and how it is told; the article's own words have no ``spans``."""

    text: str
    clause: Clause
    rule: str
    who: str = ""
    spans: AttributionSpans | None = None
    spoken: bool = False


def draft_of(telling: Telling, answered: Answered) -> Draft:
    """The claim in the making that one answer of a clause gives."""
    clause, text = telling.clause, telling.text
    line = clause.line
    tokens = line.bare(*(answered.span or (clause.first, clause.last)))
    start, end = line.span(*tokens)
    question = answered.question
    return Draft(
        span=(start, end),
        text=text[start:end],
        claimant_text=telling.who,
        stance=answered.stance or clause.stance,
        modality=clause.modality,
        topic=question.topic if question else Topic.OTHER,
        question=question,
        answer=answered.answer,
        spans=telling.spans,
        kind=_kind(telling, tokens),
        rule=telling.rule,
        said=_said_time(telling),
        holds=find_time(text, line, clause.first, clause.last),
        checkable=question is not None or not _is_opinion(clause),
    )


def spans_of(line: Line, said: Said, speaker: Speaker) -> AttributionSpans:
    """Content, speaker and cue as offsets."""
    content = line.bare(*said.content)
    if content[0] >= content[1]:
        content = said.content
    who: Span | None = None
    if speaker.first < speaker.last:
        who = line.span(speaker.first, speaker.last)
    return AttributionSpans(line.span(*content), who, line.span(*said.cue))


def speaker_text(text: str, line: Line, speaker: Speaker) -> str:
    """How the article has the speaker."""
    if speaker.first >= speaker.last:
        return speaker.name.text if speaker.name else ""
    start, end = line.span(speaker.first, speaker.last)
    return text[start:end].rstrip(" ,")


def _said_time(telling: Telling) -> str:
    """The words for when it was said: in the cue's stretch, outside of what is said."""
    if telling.spans is None or telling.spans.cue is None:
        return ""
    line, (start, end) = telling.clause.line, telling.spans.content
    if not line.tokens[0].start <= telling.spans.cue[0] < line.tokens[-1].end:
        return ""
    before = next((k for k, t in enumerate(line.tokens) if t.start >= start), 0)
    after = next((k for k, t in enumerate(line.tokens) if t.start >= end), len(line.tokens))
    beside = find_time(telling.text, line, after, len(line.tokens))
    return find_time(telling.text, line, 0, before) or beside


def _is_opinion(clause: Clause) -> bool:
    """Whether it is an opinion, a wish or a prediction, which nobody can check."""
    return clause.has("cues", "opinion") or clause.has("cues", "intention")


def _kind(telling: Telling, tokens: Range) -> AttributionKind:
    named = telling.clause.claimant is not None
    if not named:
        return AttributionKind.ANONYMOUS if telling.who else AttributionKind.UNATTRIBUTED
    line = telling.clause.line
    inner = [token for token in line.tokens[tokens[0] : tokens[1]] if token.is_word]
    quoted = sum(token.quoted for token in inner) * 2 > len(inner)
    if quoted or (telling.spoken and line.dashed):
        return AttributionKind.DIRECT_QUOTE
    if telling.clause.modality == Modality.ALLEGED:
        return AttributionKind.ALLEGED
    return AttributionKind.PARAPHRASE
