"""One name for one claimant in the ledger, though each article is read by itself.

An article may call by surname whom an earlier one of the same event named in full, and a later
one may name in full whom an earlier one called by surname.
"""

from dataclasses import replace

from claims.choices import Review
from claims.matching import with_claimant
from claims.models import Claim, Reading
from claims.reading.same_names import Names
from claims.statements import CLAIMANT
from claims.values import Read
from events.models import Event

UNKNOWN = "~"
REMEMBERED = 300  # readings of an event, the newest, whose names are kept in mind
NAMES = "names"  # of a reading's outcome: pairs of a short name and the full one


def names_of(event: Event, read: Read, *, reading: int) -> Names:
    """What names become by the articles of the event read before, and by this one."""
    rows = Reading.objects.filter(event=event).exclude(pk=reading).order_by("-pk")
    outcomes = rows.values_list("outcome", flat=True)[:REMEMBERED]
    told = [outcome.get(NAMES, []) for outcome in reversed(outcomes)]
    before = [tuple((short, name) for short, name in pairs) for pairs in told]
    return Names([*before, read.short_names])


def by_full_names(read: Read, names: Names) -> Read:
    """The reading with each claimant and actor by the name that the event's articles give."""
    return replace(read, claims=tuple(map(names.claim, read.claims)))


def name_in_full(event: Event, read: Read, names: Names) -> list[int]:
    """Give the event's proposed claims the full name that this article has of their claimant.

    What an editor set or published keeps the name it has. Returns the ids of those renamed.
    """
    shorts = sorted({UNKNOWN + short for short, _ in read.short_names})
    if not shorts:
        return []
    rows = Claim.objects.filter(event=event, review=Review.PROPOSED, claimant=None)
    rows = rows.filter(**{f"answer_rest__{CLAIMANT}__in": shorts}).defer("search")
    return [claim.pk for claim in rows.order_by("pk") if _renamed(claim, names)]


def _renamed(claim: Claim, names: Names) -> bool:
    """Whether the claim has another name now. One that says what another says keeps its own."""
    old = str(claim.answer_rest[CLAIMANT])
    key = names.key(old)
    match_key = with_claimant(claim.match_key, key)
    same = Claim.objects.filter(event=claim.event_id, match_key=match_key)
    by_hand = {"claimant", "claimant_text"} & set(claim.edited_fields)
    if key == old or by_hand or not claim.match_key or same.exists():
        return False
    claim.answer_rest = claim.answer_rest | {CLAIMANT: key}
    claim.claimant_text = key.removeprefix(UNKNOWN)[:300]
    claim.match_key = match_key
    claim.save(update_fields=["answer_rest", "claimant_text", "match_key"])
    return True
