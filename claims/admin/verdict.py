# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Verdicts on the desk: proposals that wait for a second pair of eyes, and what was decided."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from claims import intake, joint_verdicts, verification
from claims.admin import marks
from claims.admin.forms import CommentForm
from claims.admin.passages import passages
from claims.choices import Status
from claims.disputes import disputed_by
from claims.labels import public_label
from claims.models import Claim, Evidence, Verdict, VerdictProposal
from claims.origins import support
from claims.permissions import DecisionError
from events.administration import Decision, KeptAdmin, LedgerAdmin, Refused
from events.administration.decisions import DecisionForm, ReasonForm
from events.models import Event

Given = dict[str, Any]
TOGETHER_SHOWN = 50
APPROVE, PROPOSE = verification.APPROVE, verification.PROPOSE


def _approve(proposal: VerdictProposal, person: Any, _given: Given) -> None:
    verification.approve(proposal, reviewer=person)


def _approve_all(proposal: VerdictProposal, person: Any, _given: Given) -> None:
    joint_verdicts.approve_together(proposal, reviewer=person)


def _return(proposal: VerdictProposal, person: Any, given: Given) -> None:
    verification.return_proposal(proposal, reviewer=person, comment=given["comment"])


def _withdraw(proposal: VerdictProposal, person: Any, _given: Given) -> None:
    verification.withdraw(proposal, by=person)


def _undo(verdict: Verdict, person: Any, given: Given) -> None:
    verification.undo(verdict, by=person, because=given["reason"])


def _pending(proposal: VerdictProposal) -> bool:
    return proposal.is_pending


def _has_company(proposal: VerdictProposal) -> bool:
    return proposal.is_pending and joint_verdicts.together_with(proposal).exists()


class OfClaims(KeptAdmin):
    """Rows that belong to a claim and so to its event."""

    refusals = (Refused, DecisionError)

    def event_of(self, row: Any) -> Event | None:
        """The event of the row's claim."""
        claim: Claim = row.claim
        return claim.event


@admin.register(VerdictProposal)
class VerdictProposalAdmin(OfClaims):
    """Proposed verdicts: approved or returned by another person where it weighs."""

    list_display = ("claim", "status", "state", "proposed_by", "proposed_at", "decided_by")
    list_filter = ("state", "status")
    ordering = ("-proposed_at", "-pk")
    search_fields = ("claim__statement", "public_id")
    decisions = (
        Decision(name="approve", label="Approve", permission=PROPOSE, do=_approve,
                 done="Approved. The claim has its new status.", form=DecisionForm, fits=_pending,
                 direct=True, primary=True),
        Decision(name="approve-together", label="Approve with those proposed together",
                 permission=PROPOSE, do=_approve_all, form=DecisionForm, fits=_has_company,
                 done="Approved. All these claims have their new status.", direct=True),
        Decision(name="return", label="Return with a comment…", permission=APPROVE, do=_return,
                 done="Returned to who proposed it.", form=CommentForm, fits=_pending),
        Decision(name="withdraw", label="Withdraw your proposal", permission=PROPOSE,
                 do=_withdraw, done="Your proposal is withdrawn.", form=DecisionForm,
                 fits=_pending, direct=True),
    )  # fmt: skip

    def offered(self, request: HttpRequest, row: Any) -> list[Decision]:
        """Approving and returning to others, withdrawing to who made it."""
        own = row.proposed_by_id == request.user.pk
        barred = {"return"} if own else {"withdraw"}
        second = verification.needs_second(row.claim, row.status)
        if (own and second) or (not own and not request.user.has_perm(APPROVE)):
            barred |= {"approve", "approve-together"}
        return [one for one in super().offered(request, row) if one.name not in barred]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Claim, proposed label, rationale, evidence and what stands against it, on one page."""
        self.only_shown(request)
        proposal = self.visible(request, object_id)
        claim = proposal.claim
        names = disputed_by([claim]).get(claim.pk, [])
        evidence = list(proposal.evidence.defer("file").select_related("version__article__outlet"))
        context = self.admin_site.each_context(request) | {
            "title": "Proposed verdict",
            "subtitle": str(claim),
            "opts": self.opts,
            "original": proposal,
            "claim": claim,
            "now": public_label(claim.status, names),
            "then": public_label(proposal.status, names),
            "evidence": evidence,
            "support": support(claim, evidence),
            "together": list(joint_verdicts.together_with(proposal)[:TOGETHER_SHOWN]),
            "corroborates": proposal.status == Status.CORROBORATED,
            "passages": passages(claim, shown=3),
            "pairs": marks.told_pairs(claim),
            "outsider": not self.may_decide(request, proposal),
            "own": own_words(proposal, request),
            "decisions": [(one, self.address(proposal, "decide", one.name))
                          for one in self.offered(request, proposal)],
        }  # fmt: skip
        template = "admin/claims/verdictproposal/change_form.html"
        return TemplateResponse(request, template, context)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Proposals with what their page and their guard ask for."""
        return (
            super()
            .get_queryset(request)
            .select_related("claim__event", "claim__claimant", "proposed_by", "decided_by")
        )


@admin.register(Verdict)
class VerdictAdmin(OfClaims):
    """Verdicts, kept as they were decided. An undone one is followed by another."""

    list_display = ("claim", "number", "previous_status", "status", "proposed_by", "approved_by",
                    "decided_at")  # fmt: skip
    list_filter = ("status",)
    list_select_related = ("claim__claimant", "claim__event", "proposed_by", "approved_by")
    ordering = ("-decided_at", "-pk")
    search_fields = ("claim__statement", "public_id")
    decisions = (
        Decision(name="undo", label="Undo…", permission=PROPOSE, do=_undo, form=ReasonForm,
                 done="It is proposed to take the verdict back; a different person approves it.",
                 explain="A new verdict that goes back to the status before. This one stays."),
    )  # fmt: skip
    fields = (
        "claim", "number", "previous_status", "status", "rationale", "evidence",
        "no_evidence_because", "proposed_by", "proposed_at", "approved_by", "decided_at",
    )  # fmt: skip
    readonly_fields = fields


@admin.register(Evidence)
class EvidenceAdmin(LedgerAdmin):
    """Material for and against claims. New pieces are added on the claim's page."""

    refusals = (Refused, DecisionError)
    list_display = ("description", "claim", "kind", "bearing", "is_public", "added_by")
    list_filter = ("kind", "bearing", "is_public")
    ordering = ("-pk",)
    search_fields = ("description", "public_id")
    autocomplete_fields = ("version",)
    fields = (
        "claim", "kind", "bearing", "description", "url", "version", "credibility", "is_public",
        "file_name", "media_type", "sha256", "added_by", "public_id",
    )  # fmt: skip
    readonly_fields = (
        "claim", "file_name", "media_type", "sha256", "added_by", "public_id",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Evidence without its bytes."""
        rows = super().get_queryset(request).defer("file")
        return rows.select_related("claim__event", "claim__claimant", "added_by")

    def event_of(self, row: Any) -> Event | None:
        """The event of the evidence's claim."""
        claim: Claim = row.claim
        return claim.event

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Evidence is added where its claim is in sight."""
        return False

    def store(self, request: HttpRequest, obj: Any, form: Any, *, change: bool) -> None:
        """Let the ledger store it: what is public is told to readers."""
        intake.give_evidence(obj, by=request.user, reason=form.cleaned_data.get("why", ""))


def own_words(proposal: VerdictProposal, request: HttpRequest) -> str:
    """Why the person cannot approve, in words; "" when it is not their own."""
    if not proposal.is_pending or proposal.proposed_by_id != request.user.pk:
        return ""
    if verification.needs_second(proposal.claim, proposal.status):
        return ("You proposed this verdict, so somebody else has to approve it: this status "
                "needs a second pair of eyes.")  # fmt: skip
    return "You proposed this verdict. This status may be approved by who proposed it."
