"""The search over public claims."""

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import BadRequest
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from claims.models import Claim
from claims.pages.rows import rows_of
from claims.pages.serving import reader_page, show
from claims.querysets import ClaimQuerySet
from claims.timeline import Slice, TimelineError, timeline
from events.models import Actor

LONGEST = 300  # letters of a query


@reader_page
def search(request: HttpRequest) -> HttpResponse:
    """Claims that have the words, or whose claimant has the name, the newest first."""
    words = " ".join(request.GET.get("q", "").split())
    if len(words) > LONGEST:
        raise BadRequest(f"A search has at most {LONGEST} letters.")
    page = Slice(())
    if words:
        try:
            page = timeline(
                matching(words),
                newest_first=True,
                after=request.GET.get("after", ""),
                before=request.GET.get("before", ""),
            )
        except TimelineError as error:
            raise BadRequest(str(error)) from None
    rows = rows_of(page.keys)
    context = {
        "words": words,
        "page": page,
        "rows": [rows[key] for key in page.keys if key in rows],
    }
    return show(request, "claims/search.html", context)


def matching(words: str) -> ClaimQuerySet:
    """Public claims that hold all the words ("a phrase", or, -not), or are by an actor so named."""
    query = SearchQuery(words, config="simple", search_type="websearch")
    named = Actor.objects.named(words).values("pk")
    return Claim.objects.public().filter(Q(search=query) | Q(claimant__in=named))
