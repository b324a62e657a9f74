"""The one guard before every decision, whichever door it comes through."""

from django.core.exceptions import PermissionDenied

from events.models import Event
from events.teams import Person, may_edit

WORDS = {
    "claims.add_claim": "log claims",
    "claims.change_claim": "edit claims",
    "claims.add_quote": "add quotes",
    "claims.add_evidence": "add evidence",
    "claims.change_evidence": "edit evidence or show it to readers",
    "claims.change_question": "edit questions",
    "events.add_actor": "add actors",
    "events.change_actor": "edit actors",
    "sources.change_outlet": "edit outlets",
    "claims.publish_claim": "publish claims or take them back",
    "claims.reject_claim": "reject claims",
    "claims.merge_claim": "merge claims",
    "claims.add_contradiction": "flag contradictions",
    "claims.decide_contradiction": "decide on contradictions",
    "claims.add_verdictproposal": "propose verdicts",
    "claims.approve_verdictproposal": "approve or return verdicts",
    "events.change_event": "show or hide events",
    "sources.takedown_articleversion": "take stored texts down",
}


class DecisionError(Exception):
    """A decision that cannot be taken; its text can be shown to an editor as it stands."""


class NotAllowed(DecisionError, PermissionDenied):  # noqa: N818 - reads as what it says; it is a PermissionDenied
    """The person's role or the event's team does not allow it."""


def require(person: Person, permission: str, event: Event) -> None:
    """Refuse in words unless the role has the permission and the event's team admits them."""
    if not person.has_perm(permission):
        raise NotAllowed(f"Your role does not allow you to {WORDS.get(permission, 'do this')}.")
    if not may_edit(person, event):
        raise NotAllowed(f"Only the team of “{event.title}” may change it.")
