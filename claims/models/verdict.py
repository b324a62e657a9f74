"""Evidence, verdicts with their second pair of eyes, and the public log of changes."""

from urllib.parse import urlsplit

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims import choices
from claims.models.claim import Claim
from claims.querysets import ChangeQuerySet, VerdictQuerySet
from events.fields import Editable, append_only, public_id
from events.models import Event
from sources.models import URL_LENGTH, ArticleVersion

PERSON = settings.AUTH_USER_MODEL
NEEDS_SECOND = (choices.Status.VERIFIED, choices.Status.REFUTED)


@pghistory.track(model_name="EvidenceHistory", exclude=["file"])
class Evidence(Editable):
    """Material for or against a claim, archived; private until an editor marks it public."""

    public_id = public_id("evi")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=20, choices=choices.EvidenceKind.choices)
    bearing = models.CharField(
        max_length=10, choices=choices.Bearing.choices, default=choices.Bearing.CONTEXT
    )
    description = models.TextField(help_text="What it shows, in a sentence.")
    url = models.URLField(max_length=URL_LENGTH, blank=True)
    version = models.ForeignKey(
        ArticleVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    file = models.BinaryField(null=True, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    credibility = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="1 (confirmed) to 6 (cannot be judged), AJP-2.1."
    )
    is_public = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["claim", "pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(credibility__isnull=True) | Q(credibility__range=(1, 6)),
                name="evidence_credibility_one_to_six",
                violation_error_message="The credibility is a number from 1 to 6.",
            ),
        ]
        triggers = Editable.Meta.triggers

    def __str__(self) -> str:
        return self.description[:120]

    @property
    def web_url(self) -> str:
        """The address to link to; "" for one that a browser should not follow."""
        return self.url if urlsplit(self.url).scheme in {"http", "https"} else ""


@pghistory.track(model_name="VerdictProposalHistory")
class VerdictProposal(Editable):
    """A proposed status of a claim, waiting for a second pair of eyes. One pending a claim."""

    public_id = public_id("prp")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="proposals")
    status = models.CharField(max_length=15, choices=choices.Status.choices)
    rationale = models.TextField(help_text="Why, in at least 40 characters.")
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="proposals")
    no_evidence_because = models.TextField(blank=True)
    state = models.CharField(
        max_length=10, choices=choices.ProposalState.choices, default=choices.ProposalState.PENDING
    )
    proposed_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="proposals")
    proposed_at = models.DateTimeField(auto_now_add=True)
    taken_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(blank=True)
    lead = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followers",
        editable=False,
        help_text="The proposal made together with this one, for a claim with the same answer.",
    )

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(state=choices.ProposalState.PENDING),
                name="proposal_one_pending_a_claim",
            ),
            models.CheckConstraint(
                condition=~Q(state=choices.ProposalState.APPROVED, status__in=NEEDS_SECOND)
                | ~Q(decided_by=F("proposed_by")),
                name="proposal_approver_is_another",
                violation_error_message="Somebody else has to approve a proposal.",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at", "id"], name="proposal_by_state")]
        triggers = Editable.Meta.triggers
        permissions = [("approve_verdictproposal", "Can approve or return a proposed verdict")]

    def __str__(self) -> str:
        return f"{self.get_status_display()} for {self.claim_id}"

    @property
    def is_pending(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state == choices.ProposalState.PENDING


class Verdict(models.Model):
    """A kept decision on a claim's status. Never changed: a new one follows it.

    ``approved_by`` is empty where the rules let one editor decide alone; it is never the one
    who proposed.
    """

    public_id = public_id("vdt")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    number = models.PositiveIntegerField()
    previous_status = models.CharField(max_length=15, choices=choices.Status.choices)
    status = models.CharField(max_length=15, choices=choices.Status.choices)
    rationale = models.TextField()
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="verdicts")
    no_evidence_because = models.TextField(blank=True)
    proposal = models.OneToOneField(
        VerdictProposal, on_delete=models.PROTECT, related_name="verdict"
    )
    proposed_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    proposed_by_role = models.CharField(max_length=15, choices=choices.Role.choices)
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by_role = models.CharField(max_length=15, choices=choices.Role.choices, blank=True)
    decided_at = models.DateTimeField()

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="verdict_number"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
                name="verdict_approver_is_another",
                violation_error_message="Somebody else has to approve a verdict.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=NEEDS_SECOND) | Q(approved_by__isnull=False),
                name="verdict_has_second_reviewer",
                violation_error_message="This status needs somebody else’s approval.",
            ),
            models.CheckConstraint(
                condition=Q(number=1)
                | Q(status=F("previous_status"))
                | Q(approved_by__isnull=False),
                name="verdict_reversal_has_second_reviewer",
                violation_error_message="To change a verdict needs somebody else’s approval.",
            ),
        ]
        indexes = [models.Index(fields=["decided_at", "id"], name="verdict_by_time")]
        triggers = append_only("Verdict")

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.decided_at:%d %b %Y}"


class VerdictEvidence(Verdict.evidence.through):  # type: ignore[misc, name-defined] # made by Django
    """What a verdict stood on: kept as it was when it was decided."""

    class Meta:
        proxy = True
        triggers = append_only("VerdictEvidence")


class Change(models.Model):
    """One line of the public, append-only log of what changed.

    ``seq`` and ``at`` are given under one advisory lock at the end of the transaction
    (``claims.changes.record``), so that no reader can skip a row that commits later.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=30, help_text="published, changed, withdrawn, corrected.")
    object_kind = models.CharField(max_length=20)
    object_id = models.CharField(max_length=32, help_text="The object's public id.")
    event = models.ForeignKey(Event, null=True, on_delete=models.PROTECT, related_name="changes")
    summary = models.CharField(max_length=300, blank=True)
    after = models.JSONField(null=True, help_text="The public form; null for a tombstone.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["seq"]
        indexes = [
            models.Index(fields=["object_kind", "object_id", "seq"], name="change_of_object"),
            models.Index(fields=["event", "seq"], name="change_by_event"),
            models.Index(fields=["at", "seq"], name="change_by_time"),
        ]
        triggers = append_only("Change", emptied=["summary", "after"])

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.object_id}"
