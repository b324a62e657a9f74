"""The closed lists of what was published and what we fetched of it."""

from django.db.models import IntegerChoices, TextChoices


class IngestState(TextChoices):
    """How far an ingest has come."""

    QUEUED = "queued", "Queued"
    FETCHING = "fetching", "Fetching"
    NEEDS_EVENT = "needs_event", "Which event?"
    READING = "reading", "Reading"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed, will be tried again"
    QUARANTINED = "quarantined", "Quarantined"


UNSETTLED = (IngestState.QUEUED, IngestState.FETCHING, IngestState.READING, IngestState.FAILED)
SETTLED = (
    IngestState.DONE,
    IngestState.REFUSED,
    IngestState.QUARANTINED,
    IngestState.NEEDS_EVENT,
)


class KeyKind(IntegerChoices):
    """What a stored text is found by; the numbers stand in a trigger of ``ArticleVersion``."""

    TERM = 1, "Telling term"
    BAND = 2, "Sampled run of words"


class FeedState(TextChoices):
    """Whether a feed is polled."""

    ACTIVE = "active", "Active"
    PAUSED = "paused", "Paused by an editor"
    FAILING = "failing", "Failing, polled less often"
    STOPPED = "stopped", "Stopped after repeated failures"


class FoundBy(TextChoices):
    """How a publication date is known."""

    GIVEN = "given", "Given with the request"
    FEED = "feed", "The feed's entry"
    METADATA = "metadata", "The page's metadata"
    TEXT = "text", "The page's text"
    NONE = "", "Not stated"


class Reliability(TextChoices):
    """How reliable an outlet is held to be (Admiralty system, AJP-2.1)."""

    A = "A", "A: reliable"
    B = "B", "B: usually reliable"
    C = "C", "C: fairly reliable"
    D = "D", "D: not usually reliable"
    E = "E", "E: unreliable"
    F = "F", "F: cannot be judged"


class Gone(TextChoices):
    """What became of the original page."""

    NO = "", "Still there"
    NOT_FOUND = "not_found", "Not found any more"
    CHANGED = "changed", "Changed since"
