"""What the words of the ledger mean, and how it is made."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from claims.choices import Status
from claims.pages.serving import reader_page, show


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status in plain words."""

    status: str
    word: str
    text: str
    asks: str


MEANINGS = {
    Status.UNVERIFIED: (
        "Somebody said it. We have not shown that it is true or false.",
        "Every claim begins here.",
    ),
    Status.CORROBORATED: (
        "Two or more reports that do not copy each other say it, none from a side in the dispute.",
        "We have not seen direct proof.",
    ),
    Status.VERIFIED: (
        "Direct proof was looked at, by us or by somebody named and independent.",
        "A second person of ours has to agree before this status stands.",
    ),
    Status.REFUTED: (
        "Proof shows that it is not true. The claim stays on record.",
        "A second person of ours has to agree before this status stands.",
    ),
    Status.INCONCLUSIVE: (
        "We looked, and what there is does not settle it either way.",
        "It may change when more is known.",
    ),
    Status.NOT_CHECKABLE: (
        "It is an opinion, a wish, a forecast or a rule, so no proof could settle it.",
        "We keep it because it shows where somebody stands.",
    ),
}


@reader_page
def statuses(request: HttpRequest) -> HttpResponse:
    """The statuses in plain words."""
    meanings = [Meaning(status, status.label, *MEANINGS[status]) for status in Status]
    return show(request, "claims/about_statuses.html", {"meanings": meanings})


@reader_page
def method(request: HttpRequest) -> HttpResponse:
    """How claims are found, compared and decided."""
    return show(request, "claims/about_method.html", {})
