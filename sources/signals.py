"""What sources announces."""

from django.dispatch import Signal

# Sent after commit, with version_id and event_id: a text to read about an event is stored.
article_stored = Signal()
# Sent within the transaction, with version_id and event_id: an editor wants it tried again.
ingest_retried = Signal()
