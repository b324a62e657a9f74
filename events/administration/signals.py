"""What the desk's forms announce to rooms that may not be imported from here."""

from django.dispatch import Signal

# Somebody sent a form and it was stored: ``request``. Her draft of it can go.
form_sent = Signal()
