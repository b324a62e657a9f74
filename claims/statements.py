"""Claims of the ledger as the plain statements that are compared."""

from datetime import datetime, time

from claims.choices import Basis, Lifecycle, Modality, Rung, Stance, Status, Topic
from claims.comparing.rules.negation import NO
from claims.models import Claim
from claims.reading.actors import party
from claims.values import Answer, Asked, Party, Period, Statement
from events.directory import Directory

# What is kept of an answer beside its typed columns (`Claim.answer_rest`).
OBJECT, CLAIMANT, ORGANISATION, NOT_CHECKABLE = (
    "object",
    "claimant_key",
    "claimant_organisation",
    "not_checkable",
)


def statement_of(claim: Claim, directory: Directory) -> Statement:
    """The claim as comparing sees it; ``comparable`` has loaded all that this needs."""
    answer = answer_of(claim)
    question = claim.question
    return Statement(
        id=claim.public_id,
        event=str(claim.event_id),
        claimant=claimant_of(claim, directory),
        claimant_text=claim.claimant_text,
        words=_words(claim),
        stance=Stance(claim.stance),
        modality=Modality(claim.modality),
        topic=Topic(claim.topic),
        question=question.key if question else "",
        dispute=question.dispute_key if question else "",
        answer=answer,
        said=said(claim),
        holds=_period(claim.holds_from, claim.holds_to),
        retracted=claim.lifecycle == Lifecycle.RETRACTED,
        not_checkable=bool(claim.answer_rest.get(NOT_CHECKABLE))
        or claim.status == Status.NOT_CHECKABLE,
        answer_parties=tuple(party(key, directory) for key in answer.actors),
        asked=_asked(claim, answer),
    )


def _asked(claim: Claim, answer: Answer) -> Asked | None:
    """The question as an editor worded it; None where only reading has put one.

    Of a plain matter "no" is an answer, and whoever denies it says yes.
    """
    question = claim.question
    if question is None or not question.edited:
        return None
    negative = claim.stance == Stance.DENIES or answer.denied
    denies = negative != (answer.object == NO)
    return Asked(question.text, claim.statement, denies)


def answer_of(claim: Claim) -> Answer:
    """The claim's answer, typed."""
    known = [actor.slug for actor in claim.answer_actors.all()]
    return Answer(
        actors=(*known, *claim.answer_names),
        rung=Rung(claim.rung) if claim.rung else None,
        denied=claim.answer_denied,
        count=claim.count,
        measure=claim.measure,
        population=claim.population,
        basis=Basis(claim.basis),
        place=claim.place,
        value=claim.value,
        object=str(claim.answer_rest.get(OBJECT, "")),
    )


def claimant_of(claim: Claim, directory: Directory) -> Party | None:
    """Who says it: an actor, somebody named whom the directory lacks, or nobody."""
    if claim.claimant is not None:
        return party(claim.claimant.slug, directory, claim.claimant.name)
    key = str(claim.answer_rest.get(CLAIMANT, ""))
    organisation = str(claim.answer_rest.get(ORGANISATION, ""))
    return party(key, directory, claim.claimant_text, organisation) if key else None


def said(claim: Claim) -> Period | None:
    """When it was said. "By 23 May" counts as that day: reports are fresh when they appear."""
    start, end = claim.made_at_from, claim.made_at_to
    if start is None and end is not None:
        start = datetime.combine(end.date(), time.min, end.tzinfo)
    return _period(start, end)


def _period(start: datetime | None, end: datetime | None) -> Period | None:
    return Period(start, end) if start or end else None


def _words(claim: Claim) -> str:
    """The first quote's words, else the statement; a taken down quote has none."""
    quotes = [quote for quote in claim.quotes.all() if quote.exact]
    first = min(quotes, key=lambda quote: (quote.accepted_at is None, quote.pk), default=None)
    return first.exact if first else claim.statement
