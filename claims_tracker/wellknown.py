"""What browsers and search engines ask for unbidden: /robots.txt and /favicon.ico."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# Not to be crawled: the desk, and pages without end. What is not public is not reachable anyway.
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /accounts/
Disallow: /search/
"""

a_day = cache_control(public=True, max_age=86_400)


@require_safe
@a_day
def robots(_request: HttpRequest) -> HttpResponse:
    """The public pages and the API may be crawled (RFC 9309)."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
@a_day
def favicon(_request: HttpRequest) -> HttpResponse:
    """The icon that pages link, for who asks at the old address; its file name may change."""
    return HttpResponseRedirect(static("favicon.svg"))
