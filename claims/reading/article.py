"""Reading one article: sentences in, claims with exact quotes out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.choices import Attribution as AttributionKind
from claims.choices import Modality, Stance, Topic
from claims.reading.anaphora import Told, mirrored, points_back
from claims.reading.attributions import Attribution, Range, find_attributions
from claims.reading.chrome import prose
from claims.reading.claimants import Reader, Scene, resolve
from claims.reading.clauses import Proposition, propositions, split
from claims.reading.drafts import Draft, claim_of, merged
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases
from claims.reading.names import index_names
from claims.reading.outlets import outlet_statements
from claims.reading.text import Sentence
from claims.reading.times import find_time
from claims.reading.topics import Answered, Terms, answer
from claims.reading.topics.common import subject_of
from claims.values import (
    Answer,
    ArticleText,
    AttributionSpans,
    ClaimantName,
    OutletStatement,
    Read,
    ReadClaim,
)
from events.directory import Directory

LANGUAGES = frozenset({"", "en"})
MIN_OTHER_WORDS = 4
# What an article may say in its own words and still be worth a claim without a claimant.
OWN_WORDS = frozenset({"casualties", "measure", "tie", "evacuation"})


@dataclass(slots=True)
class Progress:
    """What reading has gathered so far, sentence by sentence."""

    reader: Reader
    drafts: list[Draft] = field(default_factory=list)
    attributions: list[AttributionSpans] = field(default_factory=list)
    outlet: list[OutletStatement] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    last_measure: str = ""


def read_article(article: ArticleText, directory: Directory) -> Read:
    """The claims of an article, its attributions and what its outlet says of verification.

    Pure and deterministic; the cost grows with the length. An article in a language without a
    lexicon is not read, and says so in ``skipped``.
    """
    if article.language[:2] not in LANGUAGES:
        return Read((), skipped=f"language: {article.language}")
    sentences = prose(article.text, article.title)
    index = index_names(sentences, article.text, directory)
    reader = Reader(article.text, tuple(sentences), index, directory, Scene())
    progress = Progress(reader)
    for number in range(len(sentences)):
        _read_sentence(progress, number)
    claims: tuple[ReadClaim, ...] = tuple(claim_of(group) for group in merged(progress.drafts))
    return Read(claims, tuple(progress.attributions), tuple(progress.outlet))


def _read_sentence(progress: Progress, number: int) -> None:
    reader = progress.reader
    sentence = reader.sentences[number]
    outlet = outlet_statements(sentence, reader.text)
    progress.outlet += outlet
    found = [a for a in find_attributions(sentence) if not _is_outlets_own(a)]
    found = [a for a in found if not (a.frame == "reported" and _within_another(a, found))]
    for attribution in found:
        who = _speakers(reader, number, attribution)
        progress.attributions.append(_spans(attribution))
        if attribution.negated:
            continue
        inner = [_extent(other) for other in found if _is_inside(other, attribution)]
        _read_attribution(progress, number, attribution, who, inner)
    if not found and _is_quoted(sentence):
        _read_continued(progress, number)
        return
    taken = [_extent(a) for a in found] + [_tokens_of(sentence, o.span) for o in outlet]
    _read_own_words(progress, number, taken)


def _is_outlets_own(attribution: Attribution) -> bool:
    """ "It has been verified that": the outlet speaks."""
    verifies = attribution.entry.base in {"verify", "confirm"}
    return verifies and attribution.passive and attribution.speaker is None


def _is_inside(inner: Attribution, outer: Attribution) -> bool:
    first, last = outer.content
    return inner is not outer and first <= inner.cue[0] and inner.cue[1] <= last


def _within_another(attribution: Attribution, found: list[Attribution]) -> bool:
    return any(_is_inside(attribution, other) for other in found)


def _extent(attribution: Attribution) -> Range:
    """From the first to the last token of cue, speaker and content."""
    parts = [attribution.cue, attribution.content]
    if attribution.speaker is not None and attribution.place.value != "inherited":
        parts.append(attribution.speaker)
    return min(part[0] for part in parts), max(part[1] for part in parts)


def _tokens_of(sentence: Sentence, span: Range) -> Range:
    inside = [k for k, t in enumerate(sentence.tokens) if span[0] <= t.start and t.end <= span[1]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _speakers(reader: Reader, number: int, attribution: Attribution) -> tuple[ClaimantName, ...]:
    if attribution.speaker is None:
        return ()
    who = resolve(reader, number, *attribution.speaker)
    reader.scene.note(who, number, attribution.sentence.block)
    return who


def _spans(attribution: Attribution) -> AttributionSpans:
    sentence = attribution.sentence
    speaker = sentence.span(*attribution.speaker) if attribution.speaker else None
    return AttributionSpans(
        sentence.span(*attribution.content), speaker, sentence.span(*attribution.cue)
    )


def _read_attribution(
    progress: Progress,
    number: int,
    attribution: Attribution,
    who: tuple[ClaimantName, ...],
    inner: list[Range],
) -> None:
    subject: Range | None = None
    for p in propositions(attribution, inner):
        own = subject_of(p)
        subject = own or subject
        terms = _terms(progress, number, who, own or subject)
        said = _said_time(progress.reader.text, attribution)
        if points_back(p):
            _read_reply(progress, p, terms, attribution, said)
            continue
        rule, answers = answer(p, terms)
        _keep(progress, p, terms, rule, answers or _other(p), attribution, said)


def _terms(
    progress: Progress, number: int, who: tuple[ClaimantName, ...], subject: Range | None
) -> Terms:
    return Terms(progress.reader, number, who, progress.last_measure, subject)


def _other(p: Proposition) -> list[Answered]:
    """Words that no rule understands, kept when there are enough of them to be checked."""
    count = sum(token.is_word for token in p.tokens)
    if p.stance == Stance.NO_COMMENT:
        return [Answered(Answer(), None)]
    return [Answered(Answer(), None)] if count >= MIN_OTHER_WORDS and p.frame != "show" else []


def _read_reply(
    progress: Progress, p: Proposition, terms: Terms, attribution: Attribution, said: str
) -> None:
    """ "Kyiv disputes this claim": the claim before, answered by somebody else."""
    answered = mirrored(p, terms, progress.told)
    if answered:
        _keep(progress, p, terms, "reply", answered, attribution, said)


def _keep(
    progress: Progress,
    p: Proposition,
    terms: Terms,
    rule: str,
    answers: list[Answered],
    attribution: Attribution | None,
    said: str,
) -> None:
    for answered in answers:
        if answered.question is not None and answered.question.topic == Topic.MEASURE:
            progress.last_measure = answered.answer.object
        draft = _draft(progress.reader, p, terms, rule, answered, attribution, said)
        progress.told.append(Told(terms.number, terms.claimants, answered, p.stance))
        progress.drafts += draft.for_each(terms.claimants)


def _draft(
    reader: Reader,
    p: Proposition,
    terms: Terms,
    rule: str,
    answered: Answered,
    attribution: Attribution | None,
    said: str,
) -> Draft:
    span = _shown(p, answered)
    start, end = p.sentence.span(*span)
    speaker = p.sentence.span(*p.speaker) if p.speaker else None
    lowers = p.lowers
    question = answered.question
    checkable = question is not None or not (
        contains(lowers, phrases("hedges", "opinion")) or contains(lowers, phrases("hedges", "future"))
    )
    return Draft(
        span=(start, end),
        text=reader.text[start:end],
        claimant_text=reader.text[slice(*speaker)] if speaker else "",
        stance=answered.stance or p.stance,
        modality=p.modality,
        topic=question.topic if question else Topic.OTHER,
        question=question,
        answer=answered.answer,
        spans=_spans(attribution) if attribution else None,
        kind=_kind(p, span, terms),
        rule=rule,
        said=said,
        holds=find_time(reader.text, p.sentence, p.first, p.last),
        checkable=checkable,
    )


def _shown(p: Proposition, answered: Answered) -> Range:
    """The words that show the claim: the answer's own stretch, from the speaker on if first."""
    if answered.span is None:
        return p.whole
    first, last = answered.span
    return (p.whole[0], last) if first <= p.first else (first, last)


def _kind(p: Proposition, span: Range, terms: Terms) -> AttributionKind:
    if p.frame == "show":
        return AttributionKind.IMPLIED
    if not terms.claimants:
        return AttributionKind.ANONYMOUS if p.speaker else AttributionKind.UNATTRIBUTED
    inner = [token for token in p.sentence.tokens[span[0] : span[1]] if token.is_word]
    if inner and sum(token.quoted for token in inner) * 2 > len(inner):
        return AttributionKind.DIRECT_QUOTE
    if p.modality == Modality.ALLEGED:
        return AttributionKind.ALLEGED
    return AttributionKind.PARAPHRASE


def _said_time(text: str, attribution: Attribution) -> str:
    """The words for when it was said: beside the cue, or at the sentence's beginning."""
    sentence = attribution.sentence
    first, last = attribution.cue[1], attribution.content[0]
    if last <= first:
        last = min(first + 8, len(sentence.tokens))
    beside = find_time(text, sentence, first, last)
    if beside or attribution.speaker is None:
        return beside
    before = attribution.speaker[0]
    if attribution.content[0] < before:
        return ""
    return find_time(text, sentence, 0, before)


def _is_quoted(sentence: Sentence) -> bool:
    spoken = [token for token in sentence.tokens if token.is_word]
    return bool(spoken) and all(token.quoted for token in spoken)


def _read_continued(progress: Progress, number: int) -> None:
    """A quotation that goes on after "he said" is still his."""
    scene = progress.reader.scene
    sentence = progress.reader.sentences[number]
    if not scene.last or number - scene.last_sentence > 1 or scene.last_block != sentence.block:
        return
    scene.last_sentence = number
    for p in _clauses(sentence, (0, len(sentence.tokens)), "that"):
        terms = _terms(progress, number, scene.last, subject_of(p))
        rule, answers = answer(p, terms)
        _keep(progress, p, terms, rule, answers or _other(p), None, "")


def _read_own_words(progress: Progress, number: int, taken: list[Range]) -> None:
    """What the article says in its own words, where a rule reads a hard fact there."""
    sentence = progress.reader.sentences[number]
    for free in _free(len(sentence.tokens), taken):
        for p in _clauses(sentence, free, ""):
            terms = _terms(progress, number, (), subject_of(p))
            rule, answers = answer(p, terms)
            if rule in OWN_WORDS:
                _keep(progress, p, terms, rule, answers, None, "")


def _clauses(sentence: Sentence, stretch: Range, frame: str) -> Iterator[Proposition]:
    for first, last in split(sentence, stretch, nominal=False):
        yield Proposition(sentence, first, last, (first, last), frame=frame)


def _free(size: int, taken: list[Range]) -> Iterator[Range]:
    """The stretches of a sentence that no attribution covers."""
    at = 0
    for first, last in sorted(taken):
        if first - at >= MIN_OTHER_WORDS:
            yield at, first
        at = max(at, last)
    if size - at >= MIN_OTHER_WORDS:
        yield at, size


def is_pronoun_only(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase is one pronoun."""
    return last - first == 1 and is_in(sentence.tokens[first], "pronouns")
