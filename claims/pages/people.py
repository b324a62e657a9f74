"""The pages of an actor and of an outlet: their own words, counted, and never scored."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse

from claims.choices import Lifecycle, Status
from claims.models import Claim, Quote
from claims.pages.lookup import by_slug
from claims.pages.moments import Moment, moment
from claims.pages.rows import gone, rows_of
from claims.pages.serving import reader_page, show
from claims.timeline import Slice, TimelineError, timeline
from claims.visibility import public_actors, public_articles, public_outlets
from events.choices import NameKind
from events.models import ActorLink, ActorName
from sources.models import Article, Outlet

ARTICLES = 50
GRADES = 10
NAMES = 20
SHOWN_NAMES = (NameKind.ALIAS, NameKind.TRANSLITERATION, NameKind.NAME)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, in words that say of what."""

    n: int
    of: int
    words: str
    status: str = ""


@reader_page
def actor_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One actor: its own claims, and how many of them stand how. No score. Ten queries."""
    public = public_actors()
    actor = by_slug(public, "actor", slug)
    claims = Claim.objects.public().filter(claimant=actor)
    page = _page(request, claims)
    rows = rows_of(page.keys)
    names = ActorName.objects.filter(actor=actor, kind__in=SHOWN_NAMES).exclude(text=actor.name)
    links = ActorLink.objects.filter(actor=actor, organisation__in=public)
    context = {
        "actor": actor,
        "names": list(names.order_by("pk")[:NAMES]),
        "parent": public.filter(pk=actor.parent_id or 0).first(),
        "links": list(links.select_related("organisation").order_by("pk")[:NAMES]),
        "shares": shares(claims),
        "page": page,
        "rows": [rows[key] for key in page.keys if key in rows],
    }
    return show(request, "claims/actor.html", context)


def _page(request: HttpRequest, claims: Any) -> Slice:
    try:
        return timeline(
            claims,
            newest_first=True,
            after=request.GET.get("after", ""),
            before=request.GET.get("before", ""),
        )
    except TimelineError as error:
        raise BadRequest(str(error)) from None


def shares(claims: Any) -> list[Share]:
    """Counts with what they are counts of: by status, then disputed, revised, retracted."""
    contested = claims.with_contested().order_by()
    rows = contested.values("status", "lifecycle", "contested").annotate(n=Count("pk"))
    found = list(rows)
    every = sum(row["n"] for row in found)

    def n(**wanted: object) -> int:
        return sum(
            row["n"] for row in found if all(row[key] == value for key, value in wanted.items())
        )

    by_status = [
        Share(n(status=status), every, status.label, status)
        for status in Status
        if n(status=status)
    ]
    apart = [
        Share(n(contested=True), every, "disputed by somebody else"),
        Share(n(lifecycle=Lifecycle.REVISED), every, "revised by the claimant"),
        Share(n(lifecycle=Lifecycle.RETRACTED), every, "retracted by the claimant"),
    ]
    return by_status + apart


@dataclass(frozen=True, slots=True)
class Published:
    """An article as its outlet's page lists it."""

    article: Article
    on: Moment | None
    gone: str
    claims: int


@reader_page
def outlet_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One outlet: who owns it, how it is graded and why, and its articles quoted here."""
    outlet = by_slug(public_outlets().select_related("actor"), "outlet", slug)
    before = request.GET.get("before", "")
    articles = _articles(outlet, before)
    shown, more = articles[:ARTICLES], articles[ARTICLES:]
    context = {
        "outlet": outlet,
        "owner": public_actors().filter(pk=outlet.actor_id or 0).first(),
        "grades": list(outlet.grades.order_by("-on", "-pk")[:GRADES]),
        "articles": [
            Published(
                article,
                moment(article.published, article.published_from, article.published_to),
                gone(article, "UTC"),
                article.n,
            )
            for article in shown
        ],
        "before": shown[-1].public_id if more else "",
    }
    return show(request, "claims/outlet.html", context)


def _articles(outlet: Outlet, before: str) -> list[Any]:
    """The outlet's quoted articles, the last stored first, with the number of their claims."""
    quoting = Quote.objects.public().filter(version__article=OuterRef("pk"))
    counted = (
        quoting.order_by().values("version__article").annotate(n=Count("claim", distinct=True))
    )
    articles = public_articles().filter(outlet=outlet).annotate(n=Subquery(counted.values("n")))
    if before:
        place = Article.objects.filter(public_id=before).values_list("created_at", "pk").first()
        if place is None:
            raise BadRequest("There is no such place in the list.")
        at, pk = place
        articles = articles.filter(created_at__lte=at).filter(Q(created_at__lt=at) | Q(pk__lt=pk))
    return list(articles.order_by("-created_at", "-pk")[: ARTICLES + 1])
