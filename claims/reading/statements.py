"""A claim as read, made into the plain statement that comparing takes."""

from datetime import UTC, datetime, timedelta

from claims.reading.actors import party
from claims.reading.times import resolve_time
from claims.values import ClaimantName, Party, Period, ReadClaim, Statement
from events.directory import Directory

DAY = timedelta(days=1)


def statement(
    claim: ReadClaim,
    *,
    id: str,  # noqa: A002  # the field's own name
    event: str,
    directory: Directory,
    published: datetime | None,
) -> Statement:
    """The statement of a claim: parties with their lineages, times against the publication.

    What was said is dated by the article's words ("on Monday"), else by its publication.
    """
    claimant = _claimant(claim.claimant, directory) if claim.claimant else None
    return Statement(
        id=id,
        event=event,
        claimant=claimant,
        words=claim.quotes[0].text,
        stance=claim.stance,
        modality=claim.modality,
        topic=claim.topic,
        question=claim.question.key if claim.question else "",
        dispute=claim.question.dispute if claim.question else "",
        answer=claim.answer,
        said=resolve_time(claim.said_text, published) or _day_of(published),
        holds=resolve_time(claim.holds_text, published),
        not_checkable=claim.not_checkable,
        answer_parties=tuple(party(key, directory) for key in claim.answer.actors),
        claimant_text=claim.claimant_text,
    )


def _claimant(name: ClaimantName, directory: Directory) -> Party:
    return party(name.key, directory, name.name, name.organisation)


def _day_of(published: datetime | None) -> Period | None:
    if published is None:
        return None
    start = published.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return Period(start, start + DAY - timedelta(microseconds=1))
