"""Quotes in their context: the words of the article around them, ready to be marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Substr

from claims.models import Claim, Quote
from claims.pages.moments import moment

BEFORE, AFTER = 240, 160
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text; ``kind`` is "quote", "cue", "speaker" or "" for the words around."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One quote with the text around it. No parts are left after a takedown."""

    quote: Quote
    parts: tuple[Part, ...]

    @property
    def source(self) -> str:
        """Who published the article."""
        outlet = self.quote.version.article.outlet
        return str(outlet) if outlet is not None else "Outlet not known"

    @property
    def published(self) -> str:
        """When the article was published, in words; "" where it does not say."""
        article = self.quote.version.article
        found = moment(article.published, article.published_from, article.published_to)
        return found.words if found is not None else ""


def with_windows(quotes: "QuerySet[Quote]") -> "QuerySet[Quote]":
    """Quotes with a window of their text, cut out by the database: texts can be long."""
    return quotes.select_related("claim", "version__article__outlet").defer(
        "claim__search",
        "version__text", "version__raw", "version__bands",
    ).annotate(
        window=Substr(
            "version__text",
            Greatest(F("start") - BEFORE + 1, 1),
            F("end") - F("start") + BEFORE + AFTER,
        )
    )  # fmt: skip


def passages(claim: Claim, *, shown: int = SHOWN) -> list[Passage]:
    """The claim's first quotes in context: one query."""
    rows = with_windows(Quote.objects.filter(claim=claim)).order_by("pk")[:shown]
    return [passage(row) for row in rows]


def first_passages(claims: Iterable[Claim]) -> dict[int, Passage]:
    """Each claim's first quote in context: one query for all."""
    ids = [claim.pk for claim in claims]
    firsts = Quote.objects.filter(claim__in=ids).order_by("claim_id", "pk").distinct("claim_id")
    rows = with_windows(Quote.objects.filter(pk__in=firsts.values("pk")))
    return {row.claim_id: passage(row) for row in rows}


def passage(quote: Quote) -> Passage:
    """A quote whose window was loaded, cut into its parts."""
    window = str(getattr(quote, "window", "") or "")
    if not window or not quote.exact:
        return Passage(quote, ())
    offset = max(quote.start - BEFORE, 0)
    spans = [
        (quote.start, quote.end, "quote"),
        (quote.cue_start, quote.cue_end, "cue"),
        (quote.speaker_start, quote.speaker_end, "speaker"),
    ]
    inside = [
        (start - offset, end - offset, kind)
        for start, end, kind in spans
        if start is not None and end is not None and offset <= start < end <= offset + len(window)
    ]
    return Passage(quote, _parts(window, inside, cut=offset > 0))


def _parts(window: str, spans: Sequence[tuple[int, int, str]], *, cut: bool) -> tuple[Part, ...]:
    """The window in parts: where spans overlap, the quote's mark wins."""
    rank = {"quote": 3, "cue": 2, "speaker": 1}
    edges = sorted({0, len(window), *(edge for start, end, _ in spans for edge in (start, end))})
    found: list[Part] = []
    for low, high in pairwise(edges):
        over = [kind for start, end, kind in spans if start <= low and high <= end]
        kind = max(over, key=lambda one: rank[one], default="")
        found.append(Part(window[low:high], kind))
    return _trimmed(found, cut=cut)


def _trimmed(parts: list[Part], *, cut: bool) -> tuple[Part, ...]:
    """Whole words at both ends, with dots where the text goes on."""
    if parts and cut and not parts[0].kind:
        text = parts[0].text
        parts[0] = Part("… " + text[text.find(" ") + 1 :])
    if len(parts) > 1 and not parts[-1].kind and len(parts[-1].text) >= AFTER:
        text = parts[-1].text
        parts[-1] = Part(text[: text.rfind(" ") + 1] + "…")
    return tuple(parts)
