"""The decisions about a claim: each names the function of the domain that takes it."""

from typing import Any

from claims import intake, joint_verdicts, merging, question_editing, review
from claims.admin import bulk_decisions as many
from claims.admin.forms import EvidenceForm, MergeForm, ProposeForm, QuoteForm
from claims.admin.question_forms import MoveForm
from claims.choices import Lifecycle, Review
from claims.finding import find
from claims.models import Claim, Evidence
from events.administration import Decision, Refused
from events.administration.decisions import NoteForm, ReasonForm

Given = dict[str, Any]


def _publish(claim: Claim, person: Any, given: Given) -> None:
    review.publish(claim, by=person, reason=given["reason"])


def _show_words(claim: Claim, person: Any, given: Given) -> None:
    review.show_words(claim, by=person, reason=given["reason"])


def _reject(claim: Claim, person: Any, given: Given) -> None:
    review.reject(claim, by=person, reason=given["reason"])


def _restore(claim: Claim, person: Any, given: Given) -> None:
    review.restore(claim, by=person, reason=given["reason"])


def _withdraw(claim: Claim, person: Any, given: Given) -> None:
    review.withdraw(claim, by=person, reason=given["reason"])


def _retract(claim: Claim, person: Any, given: Given) -> None:
    review.retract(claim, by=person, reason=given["reason"])


def _unretract(claim: Claim, person: Any, given: Given) -> None:
    review.unretract(claim, by=person, reason=given["reason"])


def _merge(claim: Claim, person: Any, given: Given) -> None:
    merging.merge(claim, given["into"], by=person, reason=given["reason"])


def _unmerge(claim: Claim, person: Any, given: Given) -> None:
    merging.unmerge(claim, by=person, reason=given["reason"])


def _move(claim: Claim, person: Any, given: Given) -> None:
    question_editing.move_claim(claim, given["to"], by=person, reason=given["reason"])


def _propose(claim: Claim, person: Any, given: Given) -> None:
    joint_verdicts.propose_together(
        claim,
        given["also"],
        status=given["status"],
        rationale=given["rationale"],
        evidence=given["evidence"],
        no_evidence_because=given["no_evidence_because"],
        by=person,
    )


def _quote(claim: Claim, person: Any, given: Given) -> None:
    places = find(given["version"].text, given["words"]).places
    if not places:
        raise Refused("These words do not stand in the article's text. Copy them from there.")
    if given["nth"] > len(places):
        raise Refused(f"The words stand there {len(places)} times; choose one of them.")
    start, end = places[given["nth"] - 1]
    intake.add_span(claim, given["version"], start, end, by=person)


def _evidence(claim: Claim, person: Any, given: Given) -> None:
    file = given["file"]
    evidence = Evidence(
        claim=claim,
        kind=given["kind"],
        bearing=given["bearing"],
        description=given["description"],
        url=given["url"],
        version=given["version"],
        credibility=given["credibility"],
        file=file.read() if file else None,
        file_name=file.name[:200] if file else "",
        media_type=(file.content_type or "")[:100] if file else "",
    )
    intake.give_evidence(evidence, by=person)


def _is(*states: Review) -> Any:
    return lambda claim: claim.review in states


def _may_grow(claim: Claim) -> bool:
    return claim.review in {Review.PROPOSED, Review.PUBLISHED}


def _may_edit(person: Any, claim: Claim) -> bool:
    """What readers see is changed only by who may publish (``claims.editing.save_edits``)."""
    return claim.review != Review.PUBLISHED or bool(person.has_perm("claims.publish_claim"))


def _stands(claim: Claim) -> bool:
    return claim.review == Review.PUBLISHED and claim.lifecycle != Lifecycle.RETRACTED


def _has_new_words(claim: Claim) -> bool:
    return claim.has_new_words


def _retracted(claim: Claim) -> bool:
    return claim.review == Review.PUBLISHED and claim.lifecycle == Lifecycle.RETRACTED


DECISIONS = (
    Decision(
        name="publish", label="Publish", permission="claims.publish_claim", do=_publish,
        done="The claim is published.", form=NoteForm, fits=_is(Review.PROPOSED, Review.REJECTED),
        primary=True, direct=True, bulk="published", undo=many.UNPUBLISH,
        explain="Readers see it as soon as its event is public, as unverified until a verdict.",
    ),
    Decision(
        name="words", label="Show the new words", permission="claims.publish_claim",
        do=_show_words, done="Readers see the new words under the claim.", form=NoteForm,
        fits=_has_new_words, primary=True, direct=True, bulk="shown with their new words",
        explain="Words that the reader found in further articles since the claim was published.",
    ),
    Decision(
        name="reject", label="Reject…", permission="claims.reject_claim", do=_reject,
        done="The claim is rejected.", form=ReasonForm, fits=_is(Review.PROPOSED), bulk="rejected",
        undo=many.UNREJECT,
        explain="It is remembered: reading the article again does not bring it back.",
    ),
    Decision(
        name="restore", label="Back to the queue…", permission="claims.reject_claim", do=_restore,
        done="The claim waits in the queue again.", fits=_is(Review.REJECTED),
    ),
    Decision(
        name="propose", label="Propose a verdict…", permission="claims.add_verdictproposal",
        do=_propose, done="The verdict is proposed.", form=ProposeForm, primary=True,
        fits=_is(Review.PUBLISHED),
        explain="“Verified”, “refuted” and every step away from an earlier verdict are approved "
                "by a different person.",
    ),
    Decision(
        name="propose-many", label="Propose a verdict for each…", fits=many.on_no_page,
        permission="claims.add_verdictproposal", do=many.propose, done="It is proposed.",
        form=many.ProposeManyForm, bulk="given a proposed verdict", undo=many.UNPROPOSE,
        explain="Each waits for its own approval. Nothing is verified or refuted for many at once.",
    ),
    Decision(
        name="quote", label="Add a quote…", permission="claims.add_quote", do=_quote,
        done="The quote is added.", form=QuoteForm, fits=_may_grow,
    ),
    Decision(
        name="evidence", label="Add evidence…", permission="claims.add_evidence", do=_evidence,
        done="The evidence is added.", form=EvidenceForm, fits=_may_grow,
        explain="It stays private until an editor marks it as public.",
    ),
    Decision(
        name="merge", label="Merge…", permission="claims.merge_claim", do=_merge,
        done="The claims are merged.", form=MergeForm, fits=_may_grow,
        explain="This claim's address then leads to the other, which gets its quotes.",
    ),
    Decision(
        name="move", label="Move to a question…", permission="claims.change_claim", do=_move,
        done="The claim answers this question now.", form=MoveForm, fits=_may_grow,
        admits=_may_edit, bulk="moved", many=many.MoveManyForm, undo=many.MOVE_BACK,
        explain="No later reading moves it back.",
    ),
    Decision(
        name="reattribute", label="Give to another claimant…", permission="claims.change_claim",
        do=many.reattribute, done="The claim is another claimant’s now.", fits=_may_grow,
        form=many.ClaimantForm, admits=_may_edit, bulk="given to another claimant",
        undo=many.GIVE_BACK,
        explain="The article’s own words for the claimant stay. No later reading changes it back.",
    ),
    Decision(
        name="unmerge", label="Take out of the merge…", permission="claims.merge_claim",
        do=_unmerge, done="The claim stands by itself again.", form=ReasonForm,
        fits=_is(Review.MERGED),
    ),
    Decision(
        name="retract", label="Retracted by its claimant…", permission="claims.publish_claim",
        do=_retract, done="The claim is marked as retracted.", form=ReasonForm, fits=_stands,
        explain="It stays visible and says so. Readers see the reason.",
    ),
    Decision(
        name="unretract", label="Not retracted after all…", permission="claims.publish_claim",
        do=_unretract, done="The claim stands again.", form=ReasonForm, fits=_retracted,
    ),
    Decision(
        name="withdraw", label="Withdraw…", permission="claims.publish_claim", do=_withdraw,
        done="The claim is withdrawn.", form=ReasonForm, fits=_is(Review.PUBLISHED),
        explain="Takes it back from the readers, who see the reason.",
    ),
)  # fmt: skip
