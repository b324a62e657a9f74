"""The page of a contradiction: two claims at equal size, where they part, and why."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from claims.choices import Kind, Severity
from claims.comparing import checks
from claims.comparing.gates import Check
from claims.models import Claim, Contradiction
from claims.pages.answers import answer
from claims.pages.lookup import missing
from claims.pages.moments import exactly, moment
from claims.pages.rows import rows_of
from claims.pages.serving import reader_page, show
from claims.statements import statement_of
from events.actors import directory
from events.models import Participation

OTHERS = 12
# Which row of the table the two part in. What is not listed parts in the answer.
PARTING = {Kind.DATE: "True of", Kind.PLACE: "Place", Kind.NEGATION: "Stance"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One row of the table; ``parts`` where the two cannot both be true."""

    name: str
    left: str
    right: str
    parts: bool = False


@reader_page
def contradiction_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """One confirmed pair: eleven queries."""
    pair = Contradiction.objects.public().with_sides().filter(public_id=public_id).first()
    if pair is None:
        raise missing("contradiction", public_id)
    claims = {claim.pk: claim for claim in _sides(pair)}
    rows = rows_of(list(claims))
    left, right = (rows[pk] for pk in claims)
    zone = pair.event.timezone
    context = {
        "pair": pair,
        "hard": pair.severity == Severity.CONTRADICTION,
        "left": left,
        "right": right,
        "compared": compare_sides(pair, *claims.values()),
        "checks": _checks(pair, *claims.values()),
        "decided": exactly(pair.decided_at, zone) if pair.decided_at else None,
        "found": exactly(pair.created_at, zone),
        "others": _others(pair),
    }
    return show(request, "claims/contradiction.html", context, changed_at=pair.decided_at)


def _sides(pair: Contradiction) -> list[Claim]:
    """Both claims with all that is compared, as they first spoke: four queries."""
    sides = Claim.objects.filter(pk__in=[pair.first_id, pair.second_id]).defer("search")
    loaded = sides.select_related("event", "question", "claimant")
    return list(loaded.prefetch_related("answer_actors", "quotes").order_by("sort_at", "pk"))


def _checks(pair: Contradiction, left: Claim, right: Claim) -> tuple[Check, ...]:
    """The gates the pair passed, if it would still pass them: sides may have changed since.

    None are shown for a pair that a person found.
    """
    if not pair.detector:
        return ()
    known = directory()
    walked = checks(statement_of(left, known), statement_of(right, known))
    return walked if walked and walked[-1].passed else ()


def compare_sides(pair: Contradiction, left: Claim, right: Claim) -> list[Compared]:
    """The table: what each side says, row by row, and the one row in which they part."""
    parting = PARTING.get(Kind(pair.kind), "Answer")
    interests = dict(
        Participation.objects.filter(
            event=pair.event_id, actor__in=[left.claimant_id, right.claimant_id]
        ).values_list("actor", "role")
    )
    roles = dict(Participation._meta.get_field("role").flatchoices)  # noqa: SLF001 - the public name of models' options
    rows = [
        (name, *(value(claim) for claim in (left, right)))
        for name, value in (
            ("Question", lambda claim: claim.question.text if claim.question else ""),
            ("Answer", answer),
            ("Stance", lambda claim: claim.get_stance_display()),
            ("Said", lambda claim: _when(claim, "made_at") or "date not stated"),
            ("True of", lambda claim: _when(claim, "holds")),
            ("Place", lambda claim: claim.place),
            ("Interest", lambda claim: roles.get(interests.get(claim.claimant_id), "")),
            ("Attribution", _attribution),
        )
    ]
    return [
        Compared(name, one or "–", other or "–", parts=name == parting)
        for name, one, other in rows
        if one or other or name == parting
    ]


def _attribution(claim: Claim) -> str:
    words = claim.get_attribution_display().lower()
    return f"{words}, confirmed by a primary source" if claim.primary_source else words


def _when(claim: Claim, name: str) -> str:
    at = moment(
        getattr(claim, name),
        getattr(claim, f"{name}_from"),
        getattr(claim, f"{name}_to"),
        claim.event.timezone,
    )
    return at.words if at else ""


def _others(pair: Contradiction) -> list[Contradiction]:
    """Other pairs of these two claims."""
    sides = [pair.first_id, pair.second_id]
    pairs = Contradiction.objects.public().with_sides().exclude(pk=pair.pk)
    near = pairs.filter(Q(first__in=sides) | Q(second__in=sides))
    return list(near.order_by("severity", "created_at", "pk")[:OTHERS])
