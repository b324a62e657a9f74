"""What claims announces."""

from django.dispatch import Signal

# An editor changed a claim. Sent after commit with ``claim_id``: it is to be compared anew.
claim_edited = Signal()
