"""The decisions about a pair, and about all pairs that say the same: each calls the domain."""

from collections.abc import Callable
from typing import Any

from claims import contradictions, group_decisions
from claims.admin.forms import DismissForm, PairNoteForm, ReopenForm
from claims.admin.group_forms import ConfirmGroupForm, DismissGroupForm, ReopenGroupForm
from claims.choices import ContradictionState
from claims.models import Contradiction
from events.administration import Decision
from events.administration.decisions import Do

DECIDE = contradictions.DECIDE


def _calls(function: Callable[..., object], *names: str) -> Do:
    """The function of the domain, with what the form has under these names."""

    def do(pair: Contradiction, person: Any, given: dict[str, Any]) -> None:
        function(pair, by=person, **{name: given[name] for name in names})

    return do


def _open(pair: Contradiction) -> bool:
    return pair.state == ContradictionState.OPEN


def _decided(pair: Contradiction) -> bool:
    return pair.state in {ContradictionState.CONFIRMED, ContradictionState.DISMISSED}


DECISIONS = (
    Decision(
        name="confirm", label="Confirm", permission=DECIDE,
        do=_calls(contradictions.confirm, "note"),
        done="Confirmed.", form=PairNoteForm, fits=_open, direct=True, primary=True,
        explain="Readers see the pair once both claims are published.",
    ),
    Decision(
        name="dismiss", label="Dismiss…", permission=DECIDE,
        do=_calls(contradictions.dismiss, "reason", "note"),
        done="Dismissed.", form=DismissForm, fits=_open,
        explain="It comes back only if a side of it changes.",
    ),
    Decision(
        name="reopen", label="Look at it again…", permission=DECIDE,
        do=_calls(contradictions.reopen, "note"), done="The pair is open again.",
        form=ReopenForm, fits=_decided,
        explain="A confirmed pair leaves the public pages until it is decided anew.",
    ),
    Decision(
        name="confirm-group", label="Confirm all of these…", permission=DECIDE,
        do=_calls(group_decisions.confirm_group, "seen", "note"),
        done="The pairs are confirmed.", form=ConfirmGroupForm, fits=_open,
        explain="Readers see each pair once both its claims are published.",
    ),
    Decision(
        name="dismiss-group", label="Dismiss all of these…", permission=DECIDE,
        do=_calls(group_decisions.dismiss_group, "seen", "reason", "note"),
        done="The pairs are dismissed.", form=DismissGroupForm, fits=_open,
        explain="Each comes back by itself, when a side of it changes.",
    ),
    Decision(
        name="reopen-group", label="Look at all of these again…", permission=DECIDE,
        do=_calls(group_decisions.reopen_group, "seen", "note"),
        done="The pairs are open again.", form=ReopenGroupForm, fits=_decided,
        explain="Takes the decision back for all pairs that it touched.",
    ),
)  # fmt: skip
