"""What claims announces."""

from functools import partial

from django.db import transaction
from django.dispatch import Signal

# An editor changed a claim. Sent after commit with ``claim_id``: it is to be compared anew.
claim_edited = Signal()


def announce_edit(claim_id: int, *, sender: type) -> None:
    """Say once the transaction is committed that a claim is to be compared anew."""
    transaction.on_commit(partial(claim_edited.send_robust, sender=sender, claim_id=claim_id))
