"""The public log in words: what changed, about whom, and where to read it.

Names, states and the beginning of a claim are told, from the log's own after-images; of an object
that was withdrawn or taken down nothing but the withdrawal itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from claims.agreement import says
from claims.choices import Severity, Stance
from claims.models import Change
from events.choices import Visibility

TOLD = ("claim", "contradiction")  # verdicts show in their claim's line
BEGINNING = 70  # letters of a claim, enough to tell it from the claimant's others
NAMELESS = "somebody not named in the source"
FOLLOWING = ("changed", "withdrawn")  # what a decision about another row can do to one


@dataclass(frozen=True, slots=True)
class News:
    """One line: ``words``, then who it is about, linked where it can still be read."""

    at: datetime
    words: str
    subject: str = ""
    page: str = ""
    reason: str = ""


def told() -> QuerySet[Change]:
    """Lines of public events that tell readers something, the last first.

    One line a decision: what followed from it has no summary of its own (a dispute less, the
    pairs of a claim that was withdrawn) and is left to the API; so is every earlier line of what
    is not public any more.
    """
    later = Change.objects.filter(
        object_id=OuterRef("object_id"), seq__gt=OuterRef("seq"), after__isnull=True
    )
    lines = Change.objects.filter(
        Q(event=None) | Q(event__visibility=Visibility.PUBLIC), object_kind__in=TOLD
    )
    silent = Q(kind__in=FOLLOWING, summary="")
    return lines.exclude(silent).filter(~Exists(later)).order_by("-seq")


def in_words(changes: Iterable[Change]) -> list[News]:
    """The lines as readers read them."""
    return [_news(change) for change in changes]


def _news(change: Change) -> News:
    if change.after is None:
        words = f"{change.object_kind.capitalize()} {_gone(change)}"
        stop = ":" if change.summary else ""
        return News(change.at, f"{words}{stop}", reason=change.summary)
    page = reverse(change.object_kind, args=[change.object_id])
    if change.object_kind == "contradiction":
        sides = (change.after.get("first"), change.after.get("second"))
        return News(
            change.at, _pair(change), " and ".join(_claimant(side or {}) for side in sides), page
        )
    name, stance = _claimant(change.after), change.after.get("stance")
    subject = f"{name} {says(name, stance)}" if stance in Stance.values else name
    words = shorten(str(change.after.get("statement") or ""), BEGINNING, placeholder="…")
    subject = f"{subject}: {words}" if words else subject
    if change.kind == "published":
        return News(change.at, "New claim:", subject, page)
    return News(change.at, f"{change.summary or change.kind.capitalize()}:", subject, page)


def _gone(change: Change) -> str:
    return {"merged": "merged into another", "taken_down": "taken down"}.get(
        change.kind, "withdrawn"
    )


def _pair(change: Change) -> str:
    after = change.after or {}
    word = Severity(after.get("severity", Severity.CONTRADICTION)).label
    if change.kind == "published":
        return f"New {word.lower()}:"
    return f"{word}, {change.summary or change.kind}:"


def _claimant(claim: dict[str, Any]) -> str:
    actor = claim.get("claimant") or {}
    return str(actor.get("name") or claim.get("claimant_text") or NAMELESS)
