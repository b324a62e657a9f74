"""Comparing claims just read with those of the ledger, and keeping what comes of it.

Candidates come from the index on (event, dispute), never from comparing all with all. Doing it
again changes nothing, and a person's decision stands until a side of the pair changes.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from claims import notices, plain_words
from claims.changes import Log
from claims.choices import ContradictionState, Lifecycle, Review, Topic
from claims.comparing import DETECTOR, candidates, compare, reach_of, sides_digest
from claims.comparing.bridges import ACCOUNT
from claims.models import Claim, Contradiction, Question
from claims.statements import statement_of
from claims.storing import one_at_a_time
from claims.triage import groups_for, key_of, refresh
from claims.values import Abstention, Finding, Revision, Statement
from events.actors import directory as database_directory
from events.directory import Directory
from events.models import Event

Compare = Callable[[Statement, Statement], Finding | Abstention | Revision]
Pair = tuple[Claim, Claim]
CHANGED = "No longer found: a side of this pair has changed."
APART = Abstention("different_question", "The two no longer answer questions that meet.")
FALLEN = Abstention("fallen", "A claim of it was rejected, or its claimant took it back.")
STANDING = frozenset({Review.PROPOSED, Review.PUBLISHED})
MERGED = "before_merge"  # in signals: resolved by a merge, which alone may bring it back
FOUND, FOUND_ANEW, PUT_ASIDE, SAME = "found", "found anew", "put aside", ""
# Far more than any dispute has voices; beyond these the latest claims are compared.
MOST_CANDIDATES = 3000


@dataclass(frozen=True, slots=True)
class Compared:
    """Two claims, the smaller id first, what comparing them gave, and what was on record."""

    first: Claim
    second: Claim
    result: Finding | Abstention | Revision
    digest: str
    recorded: Contradiction | None = None


@transaction.atomic
def compare_claims(
    event: Event,
    claims: Collection[int],
    directory: Directory,
    *,
    compare: Compare = compare,
) -> dict[str, int]:
    """Compare these claims (by id) with one another and with their candidates in the event.

    Returns how many pairs ended how: ``found``, ``revised``, or an abstention's code. Open finds
    with a claim that was rejected or retracted are put aside.
    """
    one_at_a_time(event.pk)
    new = list(comparable(Claim.objects.filter(event=event, pk__in=claims).standing()))
    known = {claim.public_id: claim for claim in new}
    statements = {key: statement_of(claim, directory) for key, claim in known.items()}
    plain_words.note(event, {claim.pk: statements[claim.public_id] for claim in new})
    asked = frozenset(known)
    gone = set(claims) - {claim.pk for claim in new}
    held = _hold(claims)
    pairs = _recorded(held, new)
    sides = {side for pair in pairs for side in pair}
    for claim in _within_reach(event, new, statements.values(), also=sides):
        known[claim.public_id] = claim
        statements[claim.public_id] = statement_of(claim, directory)
    results: Counter[str] = Counter()
    told: list[Compared] = []
    for left, right in candidates(statements.values(), new=asked):
        result = compare(left, right)
        results[_code(result)] += 1
        first, second = _ordered(known[left.id], known[right.id])
        recorded = pairs.pop((first.pk, second.pk), None)
        if recorded is not None or not isinstance(result, Abstention):
            digest = sides_digest(left, right)
            told.append(Compared(first, second, result, digest, recorded))
    rows = {claim.pk: claim for claim in known.values()}
    told += [
        Compared(rows[first], rows[second], APART, pair.sides_digest, pair)
        for (first, second), pair in pairs.items()
    ]
    fallen = [pair for pair in held if gone & {pair.first_id, pair.second_id}]
    _write(event, told, fallen)
    _note(told, known, compared=[claim.pk for claim in new])
    return dict(results)


def compare_claim(claim_id: int) -> None:
    """Compare one claim anew, as it now stands."""
    claim = Claim.objects.select_related("event").filter(pk=claim_id).first()
    if claim is not None:
        compare_claims(claim.event, [claim.pk], database_directory())


def _within_reach(
    event: Event, new: list[Claim], statements: Iterable[Statement], *, also: set[int]
) -> list[Claim]:
    """Other claims of the event that one of the new ones can meet, found by index.

    ``also`` are the other sides of pairs on record, which the limit must not cut off.
    """
    reaches = [reach_of(statement) for statement in statements]
    disputes = frozenset[str]().union(*(reach.disputes for reach in reaches))
    topics = frozenset[Topic]().union(*(reach.topics for reach in reaches))
    standing = Claim.objects.filter(event=event).standing().order_by("-pk")
    asked = []
    if disputes:
        questions = Question.objects.filter(event=event, dispute_key__in=disputes)
        asked.append(standing.filter(question__in=questions))
    if topics:
        asked.append(standing.filter(topic__in=topics, question__isnull=False))
    if any(reach.rejections for reach in reaches):
        asked.append(standing.filter(topic=Topic.OTHER, value=ACCOUNT))
    sharing = {claim for r in reaches if r.words for claim in plain_words.sharing(event, r.words)}
    if sharing:
        asked.append(standing.filter(pk__in=sharing))
    own = {claim.pk for claim in new}
    found: set[int] = set()
    if asked:
        first, *more = (rows.values_list("pk", flat=True)[:MOST_CANDIDATES] for rows in asked)
        found = set(first.union(*more)) - own
    kept = set(sorted(found)[-MOST_CANDIDATES:]) | (also - own)
    return list(comparable(Claim.objects.filter(pk__in=kept)))


def comparable(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with all that a statement is made of: three queries."""
    rows = claims.select_related("question", "claimant").defer("search")
    return rows.prefetch_related("answer_actors", "quotes").order_by("pk")


def _hold(claims: Collection[int]) -> list[Contradiction]:
    """All pairs of the claims, locked in one go in the order of their ids.

    Who decides on a group locks its pairs so too. Were some locked now and the rest later, the two
    could each wait for what the other holds.
    """
    rows = Contradiction.objects.filter(Q(first__in=claims) | Q(second__in=claims))
    both = rows.select_related("first", "second").defer("first__search", "second__search")
    return list(both.order_by("pk").select_for_update(of=("self",)))


def _recorded(
    held: Iterable[Contradiction], new: Iterable[Claim]
) -> dict[tuple[int, int], Contradiction]:
    """What is recorded of the claims so far, both sides of which still stand."""
    ids = {claim.pk for claim in new}
    return {
        (pair.first_id, pair.second_id): pair for pair in held
        if ids & {pair.first_id, pair.second_id}
        and STANDING.issuperset({pair.first.review, pair.second.review})
    }  # fmt: skip


def _ordered(left: Claim, right: Claim) -> Pair:
    return (left, right) if left.pk < right.pk else (right, left)


def _code(result: Finding | Abstention | Revision) -> str:
    if isinstance(result, Abstention):
        return result.code
    return "found" if isinstance(result, Finding) else "revised"


def _write(event: Event, told: Iterable[Compared], fallen: Iterable[Contradiction]) -> None:
    """Keep what comparing gave, in the groups to which it belongs, and tell readers.

    ``fallen`` are the pairs with a claim that stands no more.
    """
    log = Log()
    settled = [(one, *_settled(one)) for one in told]
    kept = [
        (pair, change, key_of((pair.kind, pair.severity), one.first, one.second))
        for one, pair, change in settled if pair is not None
    ]  # fmt: skip
    groups = groups_for(event.pk, {key: (pair.kind, pair.severity) for pair, _, key in kept})
    touched: set[int | None] = set()
    for pair, change, key in kept:
        if change or pair.group_id != groups[key]:
            touched |= {pair.group_id, groups[key]}
            pair.group_id = groups[key]
            pair.save(update_fields=None if change else ["group"])
        if change == FOUND_ANEW:
            log.touch(pair)
    touched |= _put_aside(fallen)
    refresh(touched)
    log.write()


def _settled(one: Compared) -> tuple[Contradiction | None, str]:
    """The pair with what becomes of it, not saved yet, and what changed; "" for nothing."""
    if isinstance(one.result, Finding):
        return _find(one, _fields(one.result, one.digest))
    if one.recorded is None:
        return None, SAME
    return one.recorded, _resolve(one.recorded, one.digest, one.result)


def _note(told: Iterable[Compared], known: Mapping[str, Claim], *, compared: list[int]) -> None:
    """Keep the revisions: on the claims as far as software may, and as notices for an editor."""
    revisions = [
        (known[one.result.later], known[one.result.earlier], one.result)
        for one in told if isinstance(one.result, Revision)
    ]  # fmt: skip
    for later, earlier, _ in revisions:
        _revise(later, earlier)
    notices.keep(compared, revisions, detector=DETECTOR)


def _put_aside(fallen: Iterable[Contradiction]) -> set[int | None]:
    """Put aside the open finds with a claim that stands no more. Returns their groups."""
    touched: set[int | None] = set()
    for pair in fallen:
        if _resolve(pair, pair.sides_digest, FALLEN):
            pair.save(update_fields=["state", "decision_note", "updated_at"])
            touched.add(pair.group_id)
    return touched


def _fields(finding: Finding, digest: str) -> dict[str, Any]:
    """A finding as the columns of its pair."""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "score": finding.score,
        "reason": finding.reason,
        "signals": finding.signals | {"rule": finding.rule},
        "detector": DETECTOR,
        "sides_digest": digest,
    }


def _find(one: Compared, fields: dict[str, Any]) -> tuple[Contradiction, str]:
    """The pair of a finding, and what changed in it.

    A person's own find and a confirmed pair stay as they are. A dismissed one opens again only
    if a side has changed since.
    """
    recorded = one.recorded
    if recorded is None:
        sides = {"event_id": one.first.event_id, "first": one.first, "second": one.second}
        return Contradiction(**sides, **fields), FOUND
    if not recorded.detector or recorded.state == ContradictionState.CONFIRMED:
        return recorded, SAME
    if recorded.state != ContradictionState.OPEN:
        if MERGED in recorded.signals or (
            recorded.state == ContradictionState.DISMISSED
            and recorded.sides_digest == fields["sides_digest"]
        ):
            return recorded, SAME
        _reopen(recorded)
    elif all(getattr(recorded, name) == fields[name] for name in fields if name != "signals"):
        return recorded, SAME
    # What a merge noted there must stay, or it could not be taken back.
    fields["signals"] = recorded.signals | fields["signals"]
    for name, value in fields.items():
        setattr(recorded, name, value)
    return recorded, FOUND_ANEW


def _reopen(pair: Contradiction) -> None:
    pair.state = ContradictionState.OPEN
    pair.dismissal_reason = pair.decision_note = ""
    pair.decided_by = pair.decided_at = None
    pair.returned_at = timezone.now()


def _resolve(pair: Contradiction, digest: str, result: Abstention | Revision) -> str:
    """Put an open find of the software that is none any more aside, with the reason."""
    if pair.state != ContradictionState.OPEN or not pair.detector:
        return SAME
    words = result.words if isinstance(result, Abstention) else result.reason
    pair.state = ContradictionState.RESOLVED
    pair.decision_note = f"{CHANGED} {words}".strip()
    pair.sides_digest = digest
    return PUT_ASIDE


def _revise(later: Claim, earlier: Claim) -> None:
    """Note what the claimant changed. Published claims wait for an editor to say so.

    Publishing the later claim marks the earlier as revised (``claims.review.publish``).
    """
    if later.review != Review.PROPOSED or "revises" in later.edited_fields:
        return
    if later.revises is not None and later.revises.sort_at >= earlier.sort_at:
        return
    if _leads_to(earlier, later):
        return
    later.revises = earlier
    later.save(update_fields=["revises"])
    if earlier.review == Review.PROPOSED and earlier.lifecycle == Lifecycle.CURRENT:
        earlier.lifecycle = Lifecycle.REVISED
        earlier.save(update_fields=["lifecycle"])


def _leads_to(claim: Claim, target: Claim) -> bool:
    """Whether the claim revises the target already, by however many steps."""
    seen = {claim.pk}
    while claim.revises is not None and claim.revises_id not in seen:
        if claim.revises_id == target.pk:
            return True
        claim = claim.revises
        seen.add(claim.pk)
    return False
