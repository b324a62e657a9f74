"""The page of one claim: the words in their context, what contradicts them, and our view of it."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from claims.choices import Severity
from claims.models import Claim, Contradiction, Evidence, Quote, Verdict
from claims.pages.answers import answer
from claims.pages.citing import Citation, cite
from claims.pages.context import Piece, excerpt
from claims.pages.lookup import claim_by_id
from claims.pages.moments import Moment, exactly, moment
from claims.pages.rows import Row, Source, best, opponents, origin_of, row, rows_of, source_of
from claims.pages.serving import reader_page, show
from sources.models import ArticleVersion

PAIRS = 20
APPEARANCES = 100


@dataclass(frozen=True, slots=True)
class Facing:
    """A pair as the page of one of its claims shows it."""

    pair: Contradiction
    other: Row


@dataclass(frozen=True, slots=True)
class Step:
    """One line of how our view changed: a verdict, a contradiction confirmed, the publication."""

    at: datetime
    when: Moment
    verdict: Verdict | None = None
    pair: Facing | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where the words stand. ``origin`` numbers the independent reports."""

    quote: Quote
    source: Source
    fetched: Moment
    origin: int


@reader_page
def claim_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """One claim: ten queries, however many pairs, quotes and verdicts it has."""
    claims = Claim.objects.public().for_timeline().prefetch_related("answer_actors")
    claim = claim_by_id(claims, public_id)
    pairs = _pairs(claim)
    others = rows_of([_other(pair, claim).pk for pair in pairs])
    facing = [Facing(pair, others[_other(pair, claim).pk]) for pair in pairs]
    verdicts = _verdicts(claim)
    against = opponents((each.other.claim, each.pair) for each in facing)
    shown = row(claim, against, verdicts[-1] if verdicts else None)
    quote = best(claim)
    hard = [each for each in facing if each.pair.severity == Severity.CONTRADICTION]
    steps = _steps(claim, verdicts, hard)
    context = {
        "claim": claim,
        "row": shown,
        "zone": claim.event.timezone,
        "answer": answer(claim),
        "holds": moment(claim.holds, claim.holds_from, claim.holds_to, claim.event.timezone),
        "quote": quote,
        "pieces": _pieces(quote),
        "fetched": exactly(quote.version.fetched_at, claim.event.timezone) if quote else None,
        "facing": hard,
        "soft": [each for each in facing if each.pair.severity == Severity.TENSION],
        "revisions": _revisions(claim),
        "steps": steps,
        "appearances": _appearances(claim),
        "citation": _citation(shown, steps, claim.event.timezone),
    }
    return show(request, "claims/claim.html", context, changed_at=steps[0].at if steps else None)


def _other(pair: Contradiction, claim: Claim) -> Claim:
    return pair.second if pair.first_id == claim.pk else pair.first


def _pairs(claim: Claim) -> list[Contradiction]:
    pairs = Contradiction.objects.public().of(claim).with_sides()
    return list(pairs.order_by("severity", "created_at", "pk")[:PAIRS])


def _verdicts(claim: Claim) -> list[Verdict]:
    """The claim's verdicts, the first one first, each with its public evidence only."""
    evidence = Prefetch("evidence", Evidence.objects.filter(is_public=True).order_by("pk"))
    return list(
        Verdict.objects.public().filter(claim=claim).prefetch_related(evidence).order_by("number")
    )


def _pieces(quote: Quote | None) -> list[Piece]:
    """The quote in its context, or none after a takedown: one query, of the text alone."""
    if quote is None or not quote.exact:
        return []
    text = ArticleVersion.objects.values_list("text", flat=True).get(pk=quote.version_id)
    cue = None
    if quote.cue_start is not None and quote.cue_end is not None:
        cue = (quote.cue_start, quote.cue_end)
    return excerpt(text, quote.start, quote.end, cue)


def _revisions(claim: Claim) -> list[Row]:
    """What the same claimant said later instead."""
    later = Claim.objects.public().filter(revises=claim).for_timeline()
    return [row(each) for each in later]


def _steps(claim: Claim, verdicts: list[Verdict], facing: list[Facing]) -> list[Step]:
    """How our view changed, the last change first."""
    zone = claim.event.timezone
    steps = [Step(at, exactly(at, zone)) for at in [claim.published_at] if at]
    steps += [
        Step(at, exactly(at, zone), pair=each) for each in facing if (at := each.pair.decided_at)
    ]
    steps += [
        Step(verdict.decided_at, exactly(verdict.decided_at, zone), verdict=verdict)
        for verdict in verdicts
    ]
    return sorted(steps, key=lambda step: step.at)[::-1]


def _appearances(claim: Claim) -> list[Appearance]:
    """Where the words stand, as published; copies of one report carry one number."""
    zone = claim.event.timezone
    quotes = sorted(
        claim.quotes.all(),
        key=lambda quote: (
            quote.version.article.published_from or quote.version.fetched_at,
            quote.pk,
        ),
    )
    numbers: dict[tuple[str, int], int] = {}
    found = []
    for quote in quotes[:APPEARANCES]:
        origin = numbers.setdefault(origin_of(quote.version.article), len(numbers) + 1)
        fetched = exactly(quote.version.fetched_at, zone)
        found.append(Appearance(quote, source_of(quote, zone), fetched, origin))
    return found


def _citation(shown: Row, steps: list[Step], zone: str) -> Citation:
    known = steps[0].when if steps else exactly(shown.claim.updated_at, zone)
    url = f"{settings.SITE_URL}{shown.claim.get_absolute_url()}"
    return cite(shown, site=settings.SITE_NAME, url=url, known=known.words)
