"""One name for one claimant in the ledger, though each article is read by itself.

An article may call by surname, or write in other letters, whom an earlier one of the same event
named in full. Claims that are stored keep the name they have.
"""

from dataclasses import replace

from django.db.models import Exists, OuterRef

from claims.matching import match_key
from claims.models import Claim, Reading
from claims.reading.same_names import Names, Pairs
from claims.values import UNKNOWN, Read, ReadClaim
from events.models import Event
from events.names import fold
from sources.models import ArticleEvent

REMEMBERED = 300  # readings of an event, the newest, whose names are kept in mind
NAMES = "names"  # of a reading's outcome: pairs of a short name and the full one


def claimants_of(read: Read) -> Pairs:
    """The short names that an article lets stand for its claimants.

    Whom it only mentions lends nobody a name: an article can mention anyone.
    """
    keys = {claim.claimant.key for claim in read.claims if claim.claimant}
    return tuple(pair for pair in read.short_names if UNKNOWN + pair[1] in keys)


def by_full_names(read: Read, event: Event, *, reading: int) -> Read:
    """The reading with each claimant by the name that the event's articles before it give.

    A name with a title ("Mayor Ruiz") is left alone, for another article's Ruiz may be a nurse;
    so is a claim that the ledger has by the name as it stands here.
    """
    names = Names([*_remembered(event, but=reading), claimants_of(read)])
    keys = {match_key(claim) for claim in read.claims}
    rows = Claim.objects.filter(event=event, match_key__in=keys)
    known = set(rows.values_list("match_key", flat=True))
    told = (
        claim if not _is_bare(claim) or match_key(claim) in known else names.claim(claim)
        for claim in read.claims
    )
    return replace(read, claims=tuple(told))


def _is_bare(claim: ReadClaim) -> bool:
    """Whether the claimant is named without a title, where it is named by one word."""
    who = claim.claimant
    return who is None or " " in who.name or fold(who.text) == fold(who.name)


def _remembered(event: Event, *, but: int) -> list[Pairs]:
    """The names of the event's articles, the oldest first, without those no longer shown."""
    article = OuterRef("version__article")
    linked = ArticleEvent.objects.filter(article=article, event=event)
    rows = Reading.objects.filter(Exists(linked), event=event, version__taken_down_at=None)
    outcomes = rows.exclude(pk=but).order_by("-pk").values_list("outcome", flat=True)[:REMEMBERED]
    told = [outcome.get(NAMES, []) for outcome in reversed(outcomes)]
    return [tuple((short, name) for short, name in pairs) for pairs in told]
