"""What was corrected and withdrawn, in the order of the public log."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from claims.pages.news import in_words, told
from claims.pages.serving import reader_page, show

CORRECTIONS = 50
KINDS = ("corrected", "withdrawn", "taken_down")


@reader_page
def corrections(request: HttpRequest) -> HttpResponse:
    """The corrections, the last first, a page at a time."""
    changes = told().filter(kind__in=KINDS).select_related("event")
    before = request.GET.get("before", "")
    if before:
        if not before.isascii() or not before.isdecimal() or len(before) > 18:  # noqa: PLR2004 - digits of a bigint
            raise BadRequest("There is no such place in the list.")
        changes = changes.filter(seq__lt=int(before))
    found = list(changes[: CORRECTIONS + 1])
    shown, more = found[:CORRECTIONS], found[CORRECTIONS:]
    context = {
        "lines": list(zip(in_words(shown), shown, strict=True)),
        "before": shown[-1].seq if more else "",
    }
    changed_at = shown[0].at if shown else None
    return show(request, "claims/corrections.html", context, changed_at=changed_at)
