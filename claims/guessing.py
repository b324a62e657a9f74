"""What a passage that a person marked probably says, guessed from how its article is read.

Plain values in and out. Every guess says why in words an editor can check; nothing here is stored
before she accepts it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.choices import Attribution, Modality, Stance, Topic
from claims.reading.cue_entries import entry_of
from claims.reading.quantities import find_quantities
from claims.reading.text import tokens_of
from claims.values import (
    UNKNOWN,
    Answer,
    AttributionSpans,
    ClaimantName,
    QuestionSlot,
    Read,
    ReadClaim,
    ReadQuote,
    Span,
)
from events.directory import Directory, fold

HALF = 0.5  # of the shorter one: what two stretches share to be the same words
NEAR = 600  # letters from a passage within which a named speaker may be meant
OFFERED = 6
ReadAlone = Callable[[str], Read]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a passage probably says, and ``why`` for each part, by the field's name.

    ``near`` are those named as speaking around it, the nearest first. ``rule`` and ``confidence``
    are the reader's, where it found a claim on these very words; else "" and None.
    """

    statement: str
    claimant: ClaimantName | None = None
    claimant_text: str = ""
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED
    topic: Topic = Topic.OTHER
    question: QuestionSlot | None = None
    answer: Answer = field(default_factory=Answer)
    said_text: str = ""
    holds_text: str = ""
    attribution: Attribution = Attribution.PARAPHRASE
    spans: AttributionSpans | None = None
    not_checkable: bool = False
    rule: str = ""
    confidence: float | None = None
    near: tuple[ClaimantName, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)


def guess(
    read: Read,
    text: str,
    span: Span,
    *,
    directory: Directory,
    alone: ReadAlone | None = None,
    told: Iterable[str] = (),
) -> Guess:
    """The guess for ``text[start:end]``, of the article's reading.

    A claim that was read on these words counts first; then who is made to say them. ``alone``
    reads a sentence by itself, for what a passage answers that no claim was read on. ``told`` are
    claimants (keys or names) for whom it is logged already.
    """
    start, end = span
    told_by = {fold(one) for one in told}
    near = [one for one in _near(read, span) if not told_by & _names(one)]
    claim, quote = _on_words(read.claims, span, told_by)
    statement = " ".join(text[start:end].split())
    base = Guess(statement, near=tuple(near[:OFFERED]))
    if claim is not None and quote is not None:
        return _of_claim(base, claim, quote, text, span)
    found = _of_attribution(base, read, text, span, directory) or _of_nobody(base)
    if found.claimant is not None and told_by & _names(found.claimant):
        found = _another(found)
    return _with_answer(found, alone)


def _another(found: Guess) -> Guess:
    """The guess without its claimant, for whom it is logged already."""
    why = {**found.why, "claimant": f"It is logged for them already; {_nearest(found)}."}
    return replace(found, claimant=None, claimant_text="", why=why)


def _nearest(found: Guess) -> str:
    """The nearest who speaks, in words: offered, never filled in, as nobody is made to say it."""
    who = next(iter(found.near), None)
    return f"the nearest who speaks is “{who.text}”" if who else "nobody else speaks nearby"


def _names(who: ClaimantName) -> set[str]:
    return {fold(who.key.removeprefix(UNKNOWN)), fold(who.name)}


def _on_words(
    claims: Sequence[ReadClaim], span: Span, told: set[str]
) -> tuple[ReadClaim | None, ReadQuote | None]:
    """The claim that stands on these words, the closest fit of several."""
    fitting = [
        (_fit(span, (quote.start, quote.end)), claim, quote)
        for claim in claims
        for quote in claim.quotes
        if _shared(span, (quote.start, quote.end)) and not (_told(claim) & told)
    ]
    if not fitting:
        return None, None
    _, claim, quote = max(fitting, key=lambda one: (one[0], one[1].confidence))
    return claim, quote


def _told(claim: ReadClaim) -> set[str]:
    return _names(claim.claimant) if claim.claimant else {fold(claim.claimant_text)} - {""}


def _shared(left: Span, right: Span) -> bool:
    both = min(left[1], right[1]) - max(left[0], right[0])
    return both > HALF * min(left[1] - left[0], right[1] - right[0])


def _covers(span: Span, quote: ReadQuote) -> bool:
    """Whether all that is said was marked: what else was, such as who says it, is not said."""
    return span[0] <= quote.start and quote.end <= span[1]


def _fit(left: Span, right: Span) -> float:
    both = min(left[1], right[1]) - max(left[0], right[0])
    return both / (max(left[1], right[1]) - min(left[0], right[0]))


def _of_claim(base: Guess, claim: ReadClaim, quote: ReadQuote, text: str, span: Span) -> Guess:
    cue = _words(text, quote.spans.cue if quote.spans else None)
    speaker = _words(text, quote.spans.speaker if quote.spans else None)
    why = _why_answer(claim.question, claim.answer, claim.rule)
    why["claimant"] = _why_claimant(speaker, cue)
    why["stance"] = f"From “{cue}”." if cue else "No word of denying or doubting stands with it."
    why["made_at"] = _why_time(claim.said_text)
    return replace(
        base,
        statement=claim.statement if _covers(span, quote) else base.statement,
        claimant=claim.claimant,
        claimant_text=claim.claimant_text,
        stance=claim.stance,
        modality=claim.modality,
        topic=claim.topic,
        question=claim.question,
        answer=claim.answer,
        said_text=claim.said_text,
        holds_text=claim.holds_text,
        attribution=quote.attribution,
        spans=quote.spans,
        not_checkable=claim.not_checkable,
        rule=claim.rule,
        confidence=claim.confidence,
        why=why,
    )


def _of_attribution(
    base: Guess, read: Read, text: str, span: Span, directory: Directory
) -> Guess | None:
    """The speaker to whom the words belong, though no claim was read on them."""
    holding = [one for one in read.attributions if _shared(span, one.content)]
    if not holding:
        return None
    spans = max(holding, key=lambda one: _fit(span, one.content))
    speaker, cue = _words(text, spans.speaker), _words(text, spans.cue)
    who = _called(read, text, speaker, directory) if speaker else None
    stance, modality = _stance(cue)
    why = {
        "claimant": _why_claimant(speaker, cue),
        "stance": f"From “{cue}”." if cue else "",
        "made_at": _why_time(""),
    }
    return replace(
        base, claimant=who, claimant_text=speaker, stance=stance, modality=modality, spans=spans,
        why=why,
    )  # fmt: skip


def _called(read: Read, text: str, speaker: str, directory: Directory) -> ClaimantName | None:
    """Whom the article calls so: as elsewhere in it, else the one actor of that name."""
    for claim in read.claims:
        for quote in claim.quotes:
            named = quote.spans.speaker if quote.spans else None
            if claim.claimant and fold(_words(text, named)) == fold(speaker):
                return replace(claim.claimant, text=speaker)
    found = {match.actor.key: match.actor for match in directory.find(speaker)}
    if len(found) != 1:
        return None
    (actor,) = found.values()
    return ClaimantName(actor.key, actor.name, speaker, kind=actor.kind)


def _stance(cue: str) -> tuple[Stance, Modality]:
    entries = [entry_of(word) for word in cue.casefold().split()]
    entry = next((one for one in entries if one is not None), None)
    return (entry.stance, entry.modality) if entry else (Stance.ASSERTS, Modality.ASSERTED)


def _of_nobody(base: Guess) -> Guess:
    """The outlet's own words: a claimant is for a person to name, and those near are offered."""
    why = {
        "claimant": f"Nobody is made to say these words; {_nearest(base)}.",
        "made_at": _why_time(""),
    }
    return replace(base, attribution=Attribution.UNATTRIBUTED, why=why)


def _near(read: Read, span: Span) -> list[ClaimantName]:
    """Those who are named as speaking around a passage, the nearest first, each once."""
    placed = [
        (_distance(span, quote), claim.claimant)
        for claim in read.claims
        for quote in claim.quotes
        if claim.claimant is not None
    ]
    found: dict[str, ClaimantName] = {}
    for away, who in sorted(placed, key=lambda one: one[0]):
        if away <= NEAR:
            found.setdefault(who.key, who)
    return list(found.values())


def _distance(span: Span, quote: ReadQuote) -> int:
    """How far a claim and its speaker stand from a passage; what comes before is nearer."""
    start, end = quote.start, quote.end
    if quote.spans is not None:
        parts = [(start, end), quote.spans.speaker, quote.spans.cue]
        start = min(part[0] for part in parts if part)
        end = max(part[1] for part in parts if part)
    if start >= span[1]:
        return 2 * (start - span[1]) + 1
    return max(span[0] - end, 0)


def _with_answer(base: Guess, alone: ReadAlone | None) -> Guess:
    """The guess with what the words answer when they are read by themselves."""
    read = alone(base.statement) if alone is not None else Read(())
    typed = next((claim for claim in read.claims if claim.question is not None), None)
    if typed is not None:
        why = {**_why_answer(typed.question, typed.answer, typed.rule), **base.why}
        return replace(base, topic=typed.topic, question=typed.question, answer=typed.answer,
                       why=why)  # fmt: skip
    quantities = find_quantities(tokens_of(base.statement))
    if len(quantities) != 1:
        return base
    count = quantities[0].count
    why = {**base.why, "count": f"“{count.text}” is the only number in the words."}
    return replace(base, answer=Answer(count=count), why=why)


def _why_answer(question: QuestionSlot | None, answer: Answer, rule: str) -> dict[str, str]:
    why = {}
    if question is not None:
        why["question"] = f"What the words answer, by the rule “{rule}”."
    if answer.count is not None and answer.count.text:
        why["count"] = f"From “{answer.count.text}”."
    return why


def _why_claimant(speaker: str, cue: str) -> str:
    if not speaker:
        return "The speaker before goes on." if cue else "The article’s own words."
    return f"From “{speaker}” and “{cue}”." if cue else f"From “{speaker}”."


def _why_time(said: str) -> str:
    if said:
        return f"From “{said}”, counted from the day of publication."
    return "No day stands with the words: by the day of publication."


def _words(text: str, span: Span | None) -> str:
    return " ".join(text[span[0] : span[1]].split()).rstrip(",") if span else ""
