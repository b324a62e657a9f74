"""Reading one article: sentences in, claims with exact quotes out."""

from dataclasses import dataclass, replace

from claims.choices import Stance
from claims.reading.adopting import named_after
from claims.reading.anaphora import is_rejection, mirrored, points_back, refigured, unwrapped
from claims.reading.attributions import find_attributions
from claims.reading.chrome import prose
from claims.reading.claimants import Reader, Scene, resolve
from claims.reading.clauses import Proposition, propositions, whole_proposition
from claims.reading.communiques import author_after
from claims.reading.constructions import counts
from claims.reading.drafts import claim_of, merged
from claims.reading.frames import Attribution, Range
from claims.reading.going_on import goes_on, teller
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, words
from claims.reading.mutual import mutual_blame, tells_sides
from claims.reading.names import index_names
from claims.reading.outlets import is_outlet, outlet_statements
from claims.reading.own_words import clauses_of, free_stretches, stands_alone
from claims.reading.progress import Progress, keep, other_words, terms_at
from claims.reading.same_names import short_names
from claims.reading.slavic import LANGUAGES as SLAVIC
from claims.reading.slavic import read_slavic
from claims.reading.speech import begins_quoted, read_quoted, read_waiting
from claims.reading.splitting import TRAILING
from claims.reading.tagging import proposed, tag
from claims.reading.tellings import Telling, said_time, spans_of
from claims.reading.text import Sentence, is_quoted
from claims.reading.topics import Answered, answer, besides
from claims.reading.topics.acts import lead_act
from claims.reading.topics.common import subject_of
from claims.reading.voices import is_inside, is_suffered, speakers, whose_we
from claims.values import (
    Answer,
    ArticleText,
    ClaimantName,
    Read,
    ReadClaim,
)
from events.directory import Directory

LANGUAGES = frozenset({"", "en"})
# Some 40,000 words, twice a long report. A text made of quotation marks alone costs 80 us a
# letter, so the longest ends well within a worker's time.
LONGEST = 250_000
MIN_RELATIVE = 7  # tokens of ", which has been held since March" worth a claim untyped
# What somebody is accused of having said, the accuser does not say.
SAYING = frozenset({"saying", "claiming", "alleging", "stating", "lying", "telling", "spreading"})
APPENDED = frozenset({"relative", "purpose"})
SHARED_SUBJECTS = (["none"], ["all"], ["some"])


def read_article(article: ArticleText, directory: Directory) -> Read:
    """The claims of an article, its attributions and what its outlet says of verification.

    Pure and deterministic; the cost grows with the length. An article in a language without a
    lexicon is not read, nor is one of more than LONGEST letters, and says so in ``skipped``.
    """
    slavic = article.language[:2] in SLAVIC
    if article.language[:2] not in LANGUAGES and not slavic:
        return Read((), skipped=f"language: {article.language}")
    if len(article.text) > LONGEST:
        return Read((), skipped=f"too_long: {len(article.text)} letters")
    if slavic:
        return read_slavic(article, directory)
    sentences = prose(article.text, article.title)
    index = index_names(sentences, article.text, directory, article.title)
    reader = Reader(
        article.text, tuple(sentences), index, directory, Scene(), outlet=article.outlet
    )
    progress = Progress(reader, act=lead_act(sentences, article.title))
    by_rule = [find_attributions(sentence) for sentence in sentences]
    tagged = tag(sentences, by_rule)
    for number, attributions in enumerate(proposed(tagged, by_rule)):
        _read_sentence(progress, number, attributions)
    claims: tuple[ReadClaim, ...] = tuple(claim_of(group) for group in merged(progress.drafts))
    spans = progress.attributions if tagged is None else [one.spans for one in tagged]
    named = short_names(index, directory)
    return Read(claims, tuple(spans), tuple(progress.outlet), short_names=named)


def _read_sentence(progress: Progress, number: int, attributions: list[Attribution]) -> None:
    reader = progress.reader
    sentence = reader.sentences[number]
    found = [a for a in attributions if not _is_outlets_own(reader, a)]
    found = [a for a in found if not is_suffered(reader, number, a)]
    found = [a for a in found if not (a.frame == "reported" and _within_another(a, found))]
    mutual = _read_mutual(progress, number)
    found = [a for a in found if not (mutual and mutual[0] <= a.cue[0] < mutual[1])]
    outlet = [
        o
        for o in outlet_statements(sentence, reader.text, reader.outlet)
        if not any(_is_in_content(a, _tokens_of(sentence, o.span)) for a in found)
    ]
    progress.outlet += outlet
    progress.attributions += [spans_of(attribution) for attribution in found]
    spoken = [(a, speakers(reader, number, a)) for a in found]
    spoken = [(a, who or whose_we(a, spoken)) for a, who in spoken]
    # "He said intelligence suggested ...": where nobody is named inside, the outer one says it.
    told = [
        (a, who) for a, who in spoken if who or a.frame == "back" or not _within_another(a, found)
    ]
    for attribution, who in sorted(told, key=lambda pair: "noun" not in pair[0].entry.frames):
        inner = [
            _extent(other)
            for other, _ in told
            if is_inside(other, attribution) and not other.negated
        ]
        answers = attribution.frame == "np" and any(
            is_inside(other, attribution) and "noun" in other.entry.frames for other, _ in told
        )
        if answers:
            _read_reply(progress, number, attribution, who)
        elif not attribution.negated:
            accused = _accused(attribution, told)
            _read_attribution(progress, _Place(number, tuple(inner), accused), attribution, who)
    if not found and is_quoted(sentence):
        read_quoted(progress, number)
        return
    if progress.waiting and found and begins_quoted(found[0]):
        read_waiting(progress, spoken[0][1], found[0])
    progress.waiting.clear()
    taken = [_extent(a) for a in found] + [_tokens_of(sentence, o.span) for o in outlet]
    taken += [mutual] if mutual else []
    _read_own_words(progress, number, taken, [(_extent(a)[1], who) for a, who in spoken])
    progress.author = author_after(reader, number, progress.author, [who for _, who in spoken])
    if progress.author:
        reader.scene.note(progress.author, number, sentence.block)
        reader.scene.document = True


def _read_mutual(progress: Progress, number: int) -> Range | None:
    """The stretch in which two blame each other: one claim, without a claimant or an answer."""
    p = mutual_blame(progress.reader.sentences[number])
    if p is None:
        return None
    if tells_sides(progress.reader, number, p):
        telling = Telling(p, terms_at(progress, number, (), None), "mutual")
        keep(progress, telling, [Answered(Answer(), None)])
    return p.whole


def _accused(
    attribution: Attribution, told: list[tuple[Attribution, tuple[ClaimantName, ...]]]
) -> tuple[ClaimantName, ...] | None:
    """As in "Norland rejected the charge that it did it": those who answer; None elsewhere."""
    if attribution.entry.base not in words("cues", "charging"):
        return None
    return next((who for other, who in told if is_inside(attribution, other)), ())


def _is_outlets_own(reader: Reader, attribution: Attribution) -> bool:
    """As in "It has been verified that", "we are told that": the outlet speaks."""
    verifies = attribution.entry.base in {"verify", "confirm"}
    if attribution.speaker is None:
        return verifies and attribution.passive
    return is_outlet(attribution.sentence, attribution.speaker, reader.outlet)


def _is_in_content(attribution: Attribution, span: Range) -> bool:
    """Whether somebody else says it: "the agency said it could not confirm"."""
    first, last = attribution.content
    named = attribution.speaker is not None and not attribution.negated
    return named and span[0] <= first and last <= span[1]


def _within_another(attribution: Attribution, found: list[Attribution]) -> bool:
    return any(is_inside(attribution, other) for other in found)


def _extent(attribution: Attribution) -> Range:
    """From the first to the last token of cue, speaker and content, with its tail."""
    parts = [attribution.cue, attribution.content, attribution.tail or attribution.content]
    if attribution.speaker is not None and attribution.place.value != "inherited":
        parts.append(attribution.speaker)
    first = min(part[0] for part in parts)
    tokens = attribution.sentence.tokens
    while first and (is_in(tokens[first - 1], "contrast") or tokens[first - 1].lower in TRAILING):
        first -= 1
    return first, max(part[1] for part in parts)


def _tokens_of(sentence: Sentence, span: Range) -> Range:
    inside = [k for k, t in enumerate(sentence.tokens) if span[0] <= t.start and t.end <= span[1]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an attribution stands: its sentence, what is attributed within it, who is accused."""

    number: int
    inner: tuple[Range, ...]
    accused: tuple[ClaimantName, ...] | None


def _read_attribution(
    progress: Progress, at: _Place, attribution: Attribution, who: tuple[ClaimantName, ...]
) -> None:
    subject: Range | None = None
    said = said_time(progress.reader.text, attribution)
    for p in map(unwrapped, propositions(attribution, at.inner)):
        if p.frame in APPENDED:
            terms = terms_at(progress, at.number, who, p.antecedent)
            _read_appended(progress, Telling(p, terms, p.frame, attribution, said))
            continue
        if contains(p.lowers, phrases("cues", "no knowledge")):
            continue
        own = subject_of(p)
        if own is None or p.sentence.lowers(*own) not in SHARED_SUBJECTS:
            subject = own or subject
        terms = replace(terms_at(progress, at.number, who, subject), accused=at.accused)
        if points_back(p) and not _describes(p):
            reply = mirrored(p, terms, progress.told) or _rejected(p)
            keep(progress, Telling(p, terms, "reply", attribution, said), reply)
            continue
        told = p.frame == "blame" and not SAYING.isdisjoint(p.lowers)
        rule, answers = ("other", other_words(p)) if told else answer(p, terms)
        if not answers:
            answers = refigured(p, terms, progress.told)
            rule = "figure" if answers else rule
        keep(progress, Telling(p, terms, rule, attribution, said), answers or other_words(p))
        if who:
            taken = besides(p, terms, answers)
            keep(progress, Telling(p, terms, "presupposed", attribution, said), taken)


def _read_appended(progress: Progress, telling: Telling) -> None:
    """What an accusation or statement adds: a fact in a relative clause, or what an act was for.

    Such a fact is kept where a rule knows it, and beside an accusation in any case.
    """
    p = telling.p
    rule, answers = ("other", []) if p.frame == "purpose" else answer(p, telling.terms)
    accuses = telling.attribution is not None and telling.attribution.frame == "blame"
    beside = accuses or p.frame == "purpose"
    enough = p.frame == "purpose" or len(p.tokens) >= MIN_RELATIVE
    kept = answers or (other_words(p) if beside and enough else [])
    keep(progress, replace(telling, rule=rule), kept)


def _describes(p: Proposition) -> bool:
    """As in "described it as sabotage": said of what happened, not of a claim."""
    return p.base in {"call", "describe", "describe as"} and not is_rejection(p)


def _read_reply(
    progress: Progress, number: int, attribution: Attribution, who: tuple[ClaimantName, ...]
) -> None:
    """As in "Kyiv rejected Moscow's claim that ...": the claim within, answered."""
    p = whole_proposition(attribution)
    terms = terms_at(progress, number, who, None)
    said = said_time(progress.reader.text, attribution)
    reply = mirrored(p, terms, progress.told)
    if not reply and p.stance == Stance.CONFIRMS:
        reply = other_words(p)
    keep(progress, Telling(p, terms, "reply", attribution, said), reply)


def _rejected(p: Proposition) -> list[Answered]:
    """As in "the claims were baseless", where it is not known which claims."""
    if is_rejection(p) and p.stance == Stance.ASSERTS:
        return [Answered(Answer(), None, stance=Stance.DENIES)]
    return other_words(p)


def _read_own_words(
    progress: Progress,
    number: int,
    taken: list[Range],
    spoken: list[tuple[int, tuple[ClaimantName, ...]]],
) -> None:
    """What the article says in its own words, where a rule reads a hard fact there.

    "A shell fell on the port, the mayor said, killing two": such an end is the speaker's too, and
    so is what goes on with his account.
    """
    sentence = progress.reader.sentences[number]
    before = () if taken else teller(progress, number)
    later = () if taken else _named_after(progress.reader, number)
    for free in free_stretches(len(sentence.tokens), taken):
        behind = next((who for end, who in spoken if end == free[0]), ())
        account = before or (behind if sentence.tokens[free[0]].text == ";" else ())
        tail = behind if _is_tail(sentence, free) else ()
        for p in clauses_of(sentence, free, ""):
            going_on = account if goes_on(sentence, (p.first, p.last)) else ()
            going_on = going_on or (behind if _counts_on(sentence, free) else ())
            who = later or going_on or tail or progress.author
            terms = terms_at(progress, number, who, subject_of(p))
            rule, answers = answer(p, terms)
            if progress.author and not answers:
                answers = other_words(replace(p, frame="that"))
            if answers and (progress.author or stands_alone(p, rule, answers)):
                told = replace(p, frame="going on") if going_on and not later else p
                keep(progress, Telling(told, terms, rule), answers)


def _named_after(reader: Reader, number: int) -> tuple[ClaimantName, ...]:
    """As in "Ten died. That is according to the mayor.": the mayor."""
    speaker = named_after(reader, number)
    if speaker is None:
        return ()
    who = resolve(reader, number + 1, *speaker)
    start, end = reader.sentences[number + 1].span(*speaker)
    reader.scene.called[reader.sentences[number].start] = reader.text[start:end].rstrip(" ,")
    return who


def _counts_on(sentence: Sentence, free: Range) -> bool:
    """As in "Two men were shot, the mayor said, and 14 were arrested": hers as well, it seems."""
    tokens = sentence.tokens[free[0] : free[1]]
    return [token.lower for token in tokens[:2]] == [",", "and"] and counts(
        sentence.tokens, free[0] + 2
    )


def _is_tail(sentence: Sentence, free: Range) -> bool:
    """As in "A shell fell, the mayor said, killing two"."""
    tokens = sentence.tokens[free[0] : free[1]]
    return len(tokens) > 1 and tokens[0].text == "," and tokens[1].lower.endswith("ing")
