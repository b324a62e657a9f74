"""The page of one text as it was read, loaded: a fixed number of queries, whatever its length."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from claims.admin import marks
from claims.admin.reading_links import chosen_page, reading_page, way_back
from claims.admin.reading_text import (
    CUE,
    OUTLET,
    OUTLET_SURE,
    QUOTE,
    SPEAKER,
    Label,
    Numbering,
    Piece,
    Place,
    Sure,
    lines,
    placed,
    share_marked,
    sure,
)
from claims.admin.reading_told import told
from claims.admin.segments import Mark, part_of, parts
from claims.choices import Review
from claims.models import Claim, Quote, Reading
from events.administration import Decision
from events.administration.widgets import is_id
from sources.models import ArticleVersion

PART = 30_000  # letters of the text that are shown at once: no page over 300 kB
PLACES = 3000  # quotes of one text that are numbered
CARDS = 100  # claims listed beside one part
VERSIONS = 20
IN_TEXT = ("start", "-end", "pk")  # of two that begin together the longer one first
Offered = Callable[[Claim], Iterable[Decision]]


@dataclass(frozen=True, slots=True)
class Card:
    """One claim in the list, and the claims around it.

    ``publish`` and ``reject`` are addresses, "" where the decision is not offered.
    """

    claim: Claim
    number: str
    places: tuple[Label, ...]
    sure: Sure
    answer: str
    publish: str = ""
    reject: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def choosable(self) -> bool:
        """Whether it waits, and the person may decide about it together with others."""
        waits = self.claim.review == Review.PROPOSED
        return waits and bool(self.publish or self.reject)


@dataclass(frozen=True, slots=True)
class Said:
    """The outlet's own "not independently verified", with its words."""

    number: int
    words: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that chooses what is shown: a state, a part or a version."""

    words: str
    address: str
    chosen: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the address asks for: the claims of one state, the part that holds a claim."""

    state: str
    cuts: Sequence[tuple[int, int]]
    number: int

    @property
    def start(self) -> int:
        """Where the part begins in the text."""
        return self.cuts[self.number][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.cuts[self.number][1]

    def holds(self, start: int, end: int) -> bool:
        """Whether words of the text are in the part."""
        return start < self.end and end > self.start


def page(request: HttpRequest, version: ArticleVersion, offered: Offered) -> dict[str, Any]:
    """All that the page shows; ``offered`` says which decisions the person may take on a claim."""
    places = _places(version)
    numbering = Numbering(places)
    shown = _shown(request, version, places)
    chosen = [one for one in places if not shown.state or one.review == shown.state]
    here = [one for one in chosen if shown.holds(one.start, one.end) or not version.text]
    listed = numbering.of_claims(here)
    listed_first = dict(islice(listed.items(), CARDS))
    quotes = _quotes([one.quote for one in here if one.claim in listed_first])
    readings = _readings(version)
    said = _said(version, readings, shown)
    drawn = _drawn(version, shown, numbering.labels, [*_marks(quotes), *said])
    cards = _cards(listed_first, offered, version, shown)
    return {
        "lines": placed(drawn, offset=shown.start),
        "share": share_marked(drawn),
        "quiet": sum(1 for line in drawn if line and not any(piece.quoted for piece in line)),
        "filled": sum(1 for line in drawn if line),
        "cards": cards,
        "choosable": sum(card.choosable for card in cards),
        "chosen_address": chosen_page(version.pk, state=shown.state),
        "more_cards": max(len(listed) - CARDS, 0),
        "several_events": len(readings) > 1,
        "readings": [told(reading) for reading in readings],
        "said": [
            Said(mark.key, version.text[mark.start : mark.end][:300], mark.kind == OUTLET_SURE)
            for mark in said
        ],
        "states": _states(version, numbering, shown),
        "parts": _parts(version, shown),
        "versions": _versions(version),
        "capped": PLACES if len(places) >= PLACES else 0,
        "marked": bool(places or said),
    }


def _places(version: ArticleVersion) -> list[Place]:
    rows = Quote.objects.filter(version=version).order_by(*IN_TEXT)
    found = rows.values_list(
        "pk", "start", "end", "claim_id", "claim__review", "claim__confidence"
    )[:PLACES]
    return [
        Place(pk, start, end, claim, Review(review), confidence)
        for pk, start, end, claim, review, confidence in found
    ]


def _shown(request: HttpRequest, version: ArticleVersion, places: Sequence[Place]) -> Shown:
    """The part of an asked claim, else the asked part; whatever is no number is the first."""
    cuts = parts(version.text, PART)
    state, part = request.GET.get("state", ""), request.GET.get("part", "")
    number = min(max(int(part) - 1, 0), len(cuts) - 1) if is_id(part) else 0
    claim = request.GET.get("claim", "")
    of_claim = [one.start for one in places if str(one.claim) == claim]
    if of_claim and not is_id(part):
        number = part_of(cuts, of_claim[0])
    return Shown(state if state in Review.values else "", cuts, number)


def _quotes(ids: Sequence[int]) -> list[Quote]:
    spans = ("start", "end", "cue_start", "cue_end", "speaker_start", "speaker_end")
    return list(Quote.objects.filter(pk__in=ids).only(*spans).order_by(*IN_TEXT))


def _marks(quotes: Iterable[Quote]) -> Iterable[Mark]:
    for quote in quotes:
        yield Mark(quote.start, quote.end, quote.pk, QUOTE)
        for start, end, kind in (
            (quote.cue_start, quote.cue_end, CUE),
            (quote.speaker_start, quote.speaker_end, SPEAKER),
        ):
            if start is not None and end is not None:
                yield Mark(start, end, quote.pk, kind)


def _readings(version: ArticleVersion) -> list[Reading]:
    """The latest reading about each event, without the texts."""
    rows = Reading.objects.filter(version=version).select_related("event")
    latest: dict[int, Reading] = {}
    for reading in rows.order_by("-created_at", "-pk")[:VERSIONS]:
        reading.version = version
        latest.setdefault(reading.event_id, reading)
    return list(latest.values())


def _said(version: ArticleVersion, readings: Iterable[Reading], shown: Shown) -> list[Mark]:
    """The outlet's own statements in the part, each once, whatever event it was read about."""
    found: dict[tuple[int, int], Mark] = {}
    for reading in readings:
        for one in reading.outcome.get("outlet_statements", ()):
            start, end = int(one["start"]), int(one["end"])
            kind = OUTLET_SURE if one.get("verified") else OUTLET
            if shown.holds(start, end) and version.text[start:end]:
                found.setdefault((start, end), Mark(start, end, len(found) + 1, kind))
    return [found[place] for place in sorted(found)]


def _drawn(
    version: ArticleVersion, shown: Shown, labels: Mapping[int, Label], found: Iterable[Mark]
) -> list[tuple[Piece, ...]]:
    text = version.text[shown.start : shown.end]
    return lines(text, found, labels, offset=shown.start)


def _cards(
    listed: Mapping[int, Sequence[Label]],
    offered: Offered,
    version: ArticleVersion,
    shown: Shown,
) -> list[Card]:
    rows = Claim.objects.filter(pk__in=listed).defer("search").prefetch_related("answered__actor")
    claims = rows.select_related("claimant", "question", "event", "merged_into", "logged_by")
    by_id = {claim.pk: claim for claim in claims}
    kept = [by_id[pk] for pk in listed if pk in by_id]
    around = zip([None, *kept], kept, [*kept[1:], None], strict=False)
    cards = []
    for before, claim, after in around:
        back = way_back(version.pk, then=(after or claim).pk, state=shown.state)
        decide = {one.name: _decide(claim, one.name) + back for one in offered(claim)}
        cards.append(_card(claim, listed[claim.pk], decide, (before, after)))
    return cards


def _decide(claim: Claim, name: str) -> str:
    return reverse("admin:claims_claim_decide", args=[claim.pk, name])


def _card(
    claim: Claim,
    places: Sequence[Label],
    decide: Mapping[str, str],
    around: tuple[Claim | None, Claim | None],
) -> Card:
    before, after = around
    return Card(
        claim=claim,
        number=places[0].number,
        places=tuple(places),
        sure=sure(claim.confidence),
        answer=marks.answer(claim),
        publish=decide.get("publish", ""),
        reject=decide.get("reject", ""),
        before=before.pk if before else None,
        after=after.pk if after else None,
    )


def _states(version: ArticleVersion, numbering: Numbering, shown: Shown) -> list[Choice]:
    tally = numbering.tally()
    every = Choice("All", reading_page(version.pk), not shown.state, str(sum(tally.values())))
    return [every] + [
        Choice(state.label, reading_page(version.pk, state=state), shown.state == state, str(count))
        for state, count in tally.items()
    ]


def _parts(version: ArticleVersion, shown: Shown) -> list[Choice]:
    return [
        Choice(
            f"Part {number + 1}",
            reading_page(version.pk, part=number + 1, state=shown.state),
            number == shown.number,
        )
        for number in range(len(shown.cuts))
    ]


def _versions(version: ArticleVersion) -> list[Choice]:
    rows = ArticleVersion.objects.filter(article=version.article_id).order_by("-number")
    return [
        Choice(f"Version {number}", reading_page(pk), pk == version.pk)
        for pk, number in rows.values_list("pk", "number")[:VERSIONS]
    ]
