"""What one claim shows on a page: who, when, the exact words, the source, what disputes it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from claims.choices import Attribution, Lifecycle, Review, Severity
from claims.comparing.rules.counts import shown
from claims.labels import public_label
from claims.models import Claim, Contradiction, Quote, Verdict
from claims.pages.moments import Moment, exactly, moment
from sources.choices import Gone
from sources.models import Article

OPENING_MARKS = "“„«‹‘\"'"


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of an article, and how to set them.

    ``spoken`` words are the claimant's own and stand in quotation marks; others are the article's
    report of them. ``removed`` says why nothing is left of them.
    """

    text: str
    language: str = ""
    spoken: bool = False
    removed: str = ""

    @property
    def in_marks(self) -> bool:
        """Whether we set quotation marks around them: own words that bring none along."""
        return self.spoken and not self.text.startswith(tuple(OPENING_MARKS))


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words stand."""

    name: str
    page: str
    title: str
    url: str
    published: Moment | None
    attribution: str
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Opponent:
    """Who contradicts a claim, and the page of the pair."""

    name: str
    page: str


@dataclass(frozen=True, slots=True)
class Was:
    """What the same claimant said before."""

    words: str
    said: Moment | None
    page: str


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, ready to be shown."""

    claim: Claim
    said: Moment | None
    words: Words
    source: Source | None
    articles: int
    origins: int
    figure: str = ""
    was: Was | None = None
    disputed: tuple[Opponent, ...] = ()
    tensions: tuple[Opponent, ...] = ()
    verdict: Verdict | None = None
    decided: Moment | None = None

    @property
    def label(self) -> str:
        """Status and dispute in words, as the claim's public label."""
        names = list(dict.fromkeys(opponent.name for opponent in self.disputed))
        return public_label(self.claim.status, names)

    @property
    def retracted(self) -> bool:
        """Whether its claimant took it back."""
        return self.claim.lifecycle == Lifecycle.RETRACTED

    @property
    def revised(self) -> bool:
        """Whether its claimant has given another answer since."""
        return self.claim.lifecycle == Lifecycle.REVISED

    @property
    def undated_text(self) -> str:
        """The words of the article about when, where they could not be resolved to a date."""
        return self.claim.made_at_text if self.said is None else ""


def rows_of(keys: Sequence[int]) -> dict[int, Row]:
    """The public claims with these ids, ready to be shown: four queries for any number."""
    claims = list(Claim.objects.public().filter(pk__in=keys).for_timeline())
    against = _opponents(keys)
    verdicts = {verdict.claim_id: verdict for verdict in _verdicts(keys)}
    return {
        claim.pk: row(claim, against.get(claim.pk, ()), verdicts.get(claim.pk)) for claim in claims
    }


def row(
    claim: Claim,
    against: Iterable[tuple[str, Opponent]] = (),
    verdict: Verdict | None = None,
) -> Row:
    """One claim, ready to be shown. Its quotes come prefetched as ``for_timeline`` does."""
    zone = claim.event.timezone
    quotes = list(claim.quotes.all())
    quote = best(claim)
    return Row(
        claim=claim,
        said=said(claim),
        words=words_of(quote, claim),
        source=source_of(quote, zone) if quote else None,
        articles=len({each.version.article_id for each in quotes}),
        origins=len({origin_of(each.version.article) for each in quotes}),
        figure=figure(claim),
        was=_was(claim),
        disputed=tuple(one for kind, one in against if kind == Severity.CONTRADICTION),
        tensions=tuple(one for kind, one in against if kind == Severity.TENSION),
        verdict=verdict,
        decided=exactly(verdict.decided_at, zone) if verdict else None,
    )


def best(claim: Claim) -> Quote | None:
    """The quote to show: one with words, the claimant's own first, then as published."""
    ranked = sorted(
        claim.quotes.all(),
        key=lambda quote: (
            not quote.exact,
            quote.attribution != Attribution.DIRECT_QUOTE,
            quote.version.article.published_from is None,
            quote.version.article.published_from or quote.version.fetched_at,
            quote.pk,
        ),
    )
    return ranked[0] if ranked else None


def origin_of(article: Article) -> tuple[str, int]:
    """The independent report behind an article: its origin, or the article itself."""
    if article.origin_id is not None:
        return "origin", article.origin_id
    return "article", article.pk


def said(claim: Claim) -> Moment | None:
    """When it was said; None where the source does not say."""
    return moment(claim.made_at, claim.made_at_from, claim.made_at_to, claim.event.timezone)


def words_of(quote: Quote | None, claim: Claim) -> Words:
    """The quote's words; the statement where a claim has no quote."""
    if quote is None:
        return Words(claim.statement, language="en")
    if not quote.exact:
        return Words("", removed=_removed(quote, claim.event.timezone))
    return Words(
        quote.exact,
        language=quote.version.language or quote.version.article.language,
        spoken=quote.attribution == Attribution.DIRECT_QUOTE,
    )


def source_of(quote: Quote, zone: str) -> Source:
    """Where the quote stands."""
    article = quote.version.article
    outlet = article.outlet
    return Source(
        name=outlet.name if outlet else "Outlet not recorded",
        page=outlet.get_absolute_url() if outlet and outlet.merged_into_id is None else "",
        title=article.title,
        url=article.web_url,
        published=published(article, zone),
        attribution=attribution(quote),
        gone=gone(article, zone),
    )


def attribution(quote: Quote) -> str:
    """How the article ties the words to the claimant, in words."""
    if quote.attribution == Attribution.UNATTRIBUTED:
        return "unattributed"
    return quote.get_attribution_display().lower()


def published(article: Article, zone: str) -> Moment | None:
    """When the article says it was published."""
    return moment(article.published, article.published_from, article.published_to, zone)


def gone(article: Article, zone: str) -> str:
    """What became of the original page, in words; "" while it is still there as we read it."""
    since = f" since {exactly(article.gone_at, zone).words}" if article.gone_at else ""
    if article.gone == Gone.NOT_FOUND:
        return f"original gone{since}; our copy kept"
    if article.gone == Gone.CHANGED:
        return f"original changed{since}; our copy kept"
    return ""


def figure(claim: Claim) -> str:
    """The stated number in words: "more than 70", "none"; "" when the claim states no number."""
    count = claim.count
    if count is None:
        return ""
    if count.vague and count.text:
        return count.text
    return "none" if count.last == 0 else shown(count)


def _was(claim: Claim) -> Was | None:
    earlier = claim.revises
    if earlier is None or not is_public(earlier):
        return None
    when = moment(earlier.made_at, earlier.made_at_from, earlier.made_at_to, claim.event.timezone)
    return Was(figure(earlier) or earlier.statement, when, earlier.get_absolute_url())


def is_public(claim: Claim) -> bool:
    """Whether readers may see a claim of an event that they see."""
    return claim.review == Review.PUBLISHED


def _removed(quote: Quote, zone: str) -> str:
    """That the words were taken down, when and why."""
    version = quote.version
    when = f" on {exactly(version.taken_down_at, zone).words}" if version.taken_down_at else ""
    words = f"These words were removed{when}; their place and hash are kept."
    return f"{words} {version.takedown_reason}".rstrip()


def _opponents(keys: Sequence[int]) -> dict[int, list[tuple[str, Opponent]]]:
    """For each claim, who contradicts it or pulls against it, in the order they first spoke."""
    wanted = set(keys)
    pairs = (
        Contradiction.objects.public()
        .filter(Q(first__in=wanted) | Q(second__in=wanted))
        .select_related("first__claimant", "second__claimant")
        .only(
            "public_id",
            "severity",
            *(
                f"{side}__{name}"
                for side in ("first", "second")
                for name in ("sort_at", "claimant_text", "claimant__name")
            ),
        )
    )
    sides: dict[int, list[tuple[Claim, Contradiction]]] = defaultdict(list)
    for pair in pairs:
        sides[pair.first_id].append((pair.second, pair))
        sides[pair.second_id].append((pair.first, pair))
    return {key: opponents(sides[key]) for key in wanted if key in sides}


def opponents(sides: Iterable[tuple[Claim, Contradiction]]) -> list[tuple[str, Opponent]]:
    """Each who contradicts or pulls against once, with the severity and the first of its pairs."""
    found: dict[tuple[str, int], tuple[str, Opponent]] = {}
    for other, pair in sorted(sides, key=lambda side: (side[0].sort_at, side[0].pk)):
        voice = other.claimant_id or -other.pk
        one = Opponent(other.claimant_name, pair.get_absolute_url())
        found.setdefault((pair.severity, voice), (pair.severity, one))
    return list(found.values())


def _verdicts(keys: Sequence[int]) -> Iterable[Verdict]:
    """The verdicts in force: the highest number of each claim comes last and stays."""
    return Verdict.objects.public().filter(claim__in=keys).order_by("claim", "number")
