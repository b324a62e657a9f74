"""What sources announces."""

from django.dispatch import Signal

# Sent after commit, with version_id and event_id: a text to read about an event is stored.
article_stored = Signal()
