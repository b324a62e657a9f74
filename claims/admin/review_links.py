"""The way back to the review desk from a page that one opened there."""

import re

from django.http import HttpRequest

# A page of the review desk and its filters; nothing else is led to.
REVIEW = re.compile(r"/admin/desk/[a-z-]+/(?:\d{1,18}/)?(?:\?[\w=&%.-]*)?")


def review_page(request: HttpRequest) -> str:
    """Where on the review desk the person came from, as the address says; "" if from elsewhere."""
    back = request.GET.get("back", "")
    return back if REVIEW.fullmatch(back) else ""
