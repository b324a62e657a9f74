"""The closed lists of the ledger: five axes of state, and what a claim can say."""

from django.db.models import TextChoices


class Review(TextChoices):
    """Where a claim stands in the editors' workflow."""

    PROPOSED = "proposed", "Proposed"
    PUBLISHED = "published", "Published"
    REJECTED = "rejected", "Rejected"
    MERGED = "merged", "Merged"


class Status(TextChoices):
    """What verification has shown of a published claim. It changes by a verdict only."""

    UNVERIFIED = "unverified", "Unverified"
    CORROBORATED = "corroborated", "Corroborated"
    VERIFIED = "verified", "Verified"
    REFUTED = "refuted", "Refuted"
    INCONCLUSIVE = "inconclusive", "Inconclusive"
    NOT_CHECKABLE = "not_checkable", "Not checkable"


class Attribution(TextChoices):
    """How the article ties the words to the claimant."""

    DIRECT_QUOTE = "direct_quote", "Direct quote"
    PARAPHRASE = "paraphrase", "Paraphrase"
    ALLEGED = "alleged", "Alleged"
    ANONYMOUS = "anonymous", "Anonymous source"
    IMPLIED = "implied", "Implied"
    UNATTRIBUTED = "unattributed", "Claimant not named in the source"


class Lifecycle(TextChoices):
    """What the claimant has done with the claim since."""

    CURRENT = "current", "Current"
    REVISED = "revised", "Revised by the claimant"
    RETRACTED = "retracted", "Retracted by the claimant"


class Stance(TextChoices):
    """What the claimant does with the proposition (NewsClaims, FNC-1, extended)."""

    ASSERTS = "asserts", "asserts"
    DENIES = "denies", "denies"
    DOUBTS = "doubts", "doubts"
    CONFIRMS = "confirms", "confirms"
    NO_COMMENT = "no_comment", "does not comment"
    RETRACTS = "retracts", "retracts"


class Modality(TextChoices):
    """How firmly the words stand."""

    ASSERTED = "asserted", "Asserted"
    HEDGED = "hedged", "Hedged"
    ALLEGED = "alleged", "Alleged"


class Topic(TextChoices):
    """What a claim is about; the first part of a question's key."""

    RESPONSIBILITY = "responsibility", "Who did it"
    INVOLVEMENT = "involvement", "Who had a part in it"
    PRESENCE = "presence", "Who was there"
    CASUALTIES = "casualties", "How many were hurt"
    CONTROL = "control", "Who holds a place"
    OUTCOME = "outcome", "How it ended"
    DAMAGE = "damage", "What was hit or damaged"
    CAUSE = "cause", "What caused it"
    AUTHENTICITY = "authenticity", "Is it genuine"
    WEAPONS = "weapons", "Weapons and equipment"
    MEASURE = "measure", "Measures declared or lifted"
    EVACUATION = "evacuation", "Who was moved to safety"
    ARREST = "arrest", "Who was detained"
    OTHER = "other", "Other"


class Rung(TextChoices):
    """The ladder of involvement, from the highest part in an act to the lowest."""

    ORDERED = "ordered", "ordered"
    CARRIED_OUT = "carried_out", "carried out"
    TOOK_PART = "took_part", "took part"
    SUPPORTED = "supported", "supported"
    ENCOURAGED = "encouraged", "encouraged"
    KNEW = "knew", "knew"


class Basis(TextChoices):
    """What a count covers."""

    TOTAL = "total", "Total so far"
    INCREMENT = "increment", "Newly counted"
    PERIOD = "period", "Within a period"


class Severity(TextChoices):
    """A contradiction cannot both be true; a tension pulls apart but can."""

    CONTRADICTION = "contradiction", "Contradiction"
    TENSION = "tension", "Tension"


class Kind(TextChoices):
    """What two claims part over (de Marneffe et al. 2008, extended)."""

    COUNT = "count", "Count"
    INVOLVEMENT = "involvement", "Involvement"
    RESPONSIBILITY = "responsibility", "Responsibility"
    IDENTITY = "identity", "Identity"
    CAUSE = "cause", "Cause"
    OUTCOME = "outcome", "Outcome"
    CONTROL = "control", "Control"
    DATE = "date", "Date"
    PLACE = "place", "Place"
    AUTHENTICITY = "authenticity", "Authenticity"
    NEGATION = "negation", "Negation"


class ContradictionState(TextChoices):
    """What the editors made of a flagged pair."""

    OPEN = "open", "Open"
    CONFIRMED = "confirmed", "Confirmed"
    DISMISSED = "dismissed", "Dismissed"
    RESOLVED = "resolved", "Resolved"


class DismissalReason(TextChoices):
    """Why a flagged pair is no contradiction."""

    DIFFERENT_EVENT = "different_event", "Different event"
    DIFFERENT_POPULATION = "different_population", "Different population"
    DIFFERENT_TIME = "different_time", "Different time"
    REVISED = "revised", "Same claimant, revised"
    NOT_A_CLAIM = "not_a_claim", "Not a claim"
    OTHER = "other", "Other"


class NoticeState(TextChoices):
    """What became of a notice that a claimant changed a statement."""

    OPEN = "open", "Not seen yet"
    SEEN = "seen", "Seen"
    GONE = "gone", "No longer found"


class ReadingState(TextChoices):
    """How far the read and compare stages of one article version have come."""

    QUEUED = "queued", "Queued"
    READING = "reading", "Reading"
    COMPARING = "comparing", "Comparing"
    DONE = "done", "Done"
    SKIPPED = "skipped", "Not read"
    FAILED = "failed", "Failed"
    QUARANTINED = "quarantined", "Quarantined"


class ProposalState(TextChoices):
    """What became of a verdict proposal."""

    PENDING = "pending", "Waiting for a second reviewer"
    APPROVED = "approved", "Approved"
    RETURNED = "returned", "Returned with a comment"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Bearing(TextChoices):
    """Which way a piece of evidence points."""

    FOR = "for", "For the claim"
    AGAINST = "against", "Against the claim"
    CONTEXT = "context", "Context"


class EvidenceKind(TextChoices):
    """What a piece of evidence is."""

    LINK = "link", "Link"
    FILE = "file", "File"
    ARTICLE_VERSION = "article_version", "Archived article"
    OUTLET_VERIFICATION = "outlet_verification", "Outlet's verification statement"
    NOTE = "note", "Note"


class Role(TextChoices):
    """How editors appear in public: by role, never by name."""

    GUEST = "guest", "a guest"
    REPORTER = "reporter", "a reporter"
    EDITOR = "editor", "an editor"
    REVIEWER = "reviewer", "a reviewer"
    ADMINISTRATOR = "administrator", "an administrator"
    SOFTWARE = "software", "software"
