"""What editors do with questions: merge, take apart, split, and move claims between them.

Renaming is an edit (``claims.editing.edit_question``). The reader finds a question by its key, so
a key is never lost: a merged question keeps its own and leads to the survivor, and a split says
which of the two the key belongs to from then on. Claims that are known stay where they were put,
whatever key the reader finds for them later (``claims.matching``).
"""

import hashlib
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from claims.changes import Log, decision
from claims.choices import Review, Topic
from claims.editing import save_edits
from claims.models import Claim, Question
from claims.permissions import DecisionError, require
from claims.questions import KEY_LENGTH, TEXT_LENGTH
from claims.signals import claim_edited
from claims.storing import one_at_a_time
from events.models import Event
from events.names import fold
from events.teams import Person

APART = "#"  # in the key of a question that an editor made out of another; no reader writes it


class QuestionError(DecisionError):
    """The questions do not allow this."""


def merge_questions(question: Question, into: Question, *, by: Person, reason: str) -> Question:
    """Let ``into`` stand for both: claims move, and later ones with either key meet in it.

    ``question`` keeps its id and key, which lead to the survivor. Returns the survivor.
    """
    with decision(by, reason) as log:
        question, into = _locked(question, into)
        require(by, "claims.change_question", question.event)
        if question.merged_into_id == into.pk:
            return into
        _may_merge(question, into)
        _needs_words(reason)
        moved = _move(question.claims.all(), into, log)
        question.merged_into = into
        question.edited = into.edited = True
        question.save(update_fields=["merged_into", "edited", "updated_at"])
        into.save(update_fields=["edited", "updated_at"])
        log.add("merged", question, summary=f"Merged into “{into.text}”: {reason}")
        log.touch(into)
        _announce(moved)
    return into


def unmerge_question(question: Question, *, by: Person, reason: str) -> Question:
    """Take a merged question out again, with the claims that the merge moved.

    Claims that an editor has moved on since stay where they are. Those which the reader has put
    into the survivor since stay there too; only from now on its key is its own again.
    """
    with decision(by, reason) as log:
        (question,) = _locked(question)
        require(by, "claims.change_question", question.event)
        into = question.merged_into
        if into is None:
            return question
        _needs_words(reason)
        claims = _moved_by_merge(question, into)
        question.merged_into = None
        question.save(update_fields=["merged_into", "updated_at"])
        moved = _move(claims, question, log)
        log.touch(question, into)
        _announce(moved)
    return question


def split_question(
    question: Question,
    claims: Iterable[Claim],
    text: str,
    *,
    by: Person,
    reason: str,
    takes_key: bool = False,
) -> Question:
    """Put these claims of a question into a new one with this text. Returns the new question.

    With ``takes_key`` the claims that the reader finds for the old question from now on go to the
    new one; else they go on going to the old one. The new one is of the same dispute.
    """
    with decision(by, reason) as log:
        (question,) = _locked(question)
        require(by, "claims.change_question", question.event)
        _still_asked(question)
        _needs_words(reason)
        chosen = question.claims.filter(pk__in=[claim.pk for claim in claims])
        if not chosen.exists():
            raise QuestionError("Choose the claims that the new question is about.")
        new = _new_beside(question, text)
        if takes_key:
            _swap_keys(question, new)
        moved = _move(chosen, new, log, chosen=True)
        log.touch(question, new)
        _announce(moved)
    return new


def ask(event: Event, text: str, topic: Topic | str, *, by: Person) -> Question:
    """The event's question in these words: the one that is there, else a new one.

    A new one is a dispute of its own; the reader knows nothing of it and puts no claim into it.
    """
    words = " ".join(text.split())
    with decision(by, "") as log:
        asked = [row for row in asked_in(event) if fold(row.text) == fold(words)]
        if asked:
            return asked[0]
        require(by, "claims.change_question", event)
        if not fold(words):
            raise QuestionError("The new question needs words of its own.")
        key = f"{topic}{APART}{hashlib.sha256(fold(words).encode()).hexdigest()[:20]}"
        question = Question(event=event, text=words[:TEXT_LENGTH], topic=topic, key=key,
                            dispute_key=key, edited=True)  # fmt: skip
        question.full_clean(exclude={"event"})
        question.save()
        log.touch(question)
    return question


def move_claim(claim: Claim, to: Question, *, by: Person, reason: str = "") -> Claim:
    """Let a claim answer another question of its event; no reading moves it back."""
    with decision(by, reason):
        version = Claim.objects.values_list("row_version", flat=True).get(pk=claim.pk)
        words = reason or f"Moved to “{to.text}”."
        return save_edits(claim, {"question": to}, by=by, expected_version=version, reason=words)


def asked_in(event: Event) -> QuerySet[Question]:
    """The event's questions that a claim can be moved to, topic by topic."""
    return Question.objects.filter(event=event, merged_into=None).order_by("topic", "text", "pk")


def _locked(*questions: Question) -> list[Question]:
    """The rows as they are now, while no reading finds questions of the event."""
    one_at_a_time(questions[0].event_id)
    ids = [question.pk for question in questions]
    rows = Question.objects.select_for_update(of=("self",)).select_related("event", "merged_into")
    found = {row.pk: row for row in rows.filter(pk__in=ids).order_by("pk")}
    return [found[pk] for pk in ids]


def _may_merge(question: Question, into: Question) -> None:
    if question.pk == into.pk:
        raise QuestionError("A question cannot be merged into itself.")
    if question.event_id != into.event_id:
        raise QuestionError("These questions belong to different events.")
    _still_asked(question)
    if into.merged_into is not None:
        raise QuestionError(
            f"“{into.text}” was merged into “{into.merged_into.text}”; choose that one."
        )


def _still_asked(question: Question) -> None:
    if question.merged_into is not None:
        raise QuestionError(f"This question was merged into “{question.merged_into.text}” before.")


def _needs_words(reason: str) -> None:
    if not reason.strip():
        raise QuestionError("Say why; readers of the history will ask.")


def _move(claims: QuerySet[Claim], to: Question, log: Log, *, chosen: bool = False) -> list[Claim]:
    """Move the claims. Those ``chosen`` one by one count as edited, so that they can be told."""
    rows = Claim.objects.filter(pk__in=claims.order_by().values("pk")).order_by("pk")
    found = list(rows.select_for_update(of=("self",)).defer("search"))
    for claim in found:
        claim.question = to
        if chosen:
            claim.edited_fields = sorted({*claim.edited_fields, "question"})
        claim.updated_at = timezone.now()
    Claim.objects.bulk_update(found, ["question", "edited_fields", "updated_at"], batch_size=500)
    log.touch(*found)
    return found


def _moved_by_merge(question: Question, into: Question) -> QuerySet[Claim]:
    """The claims that the last merge of the question moved and that are still there.

    One decision is one context of the history, so what it moved stands there beside the merge.
    """
    merges = question.history.filter(merged_into=into).order_by("-pgh_id")  # type: ignore[attr-defined]
    context = merges.values_list("pgh_context", flat=True).first()
    moved = Claim.objects.filter(history__pgh_context=context, history__question=into)
    return into.claims.filter(pk__in=moved.values("pk")) if context else into.claims.none()


def _new_beside(question: Question, text: str) -> Question:
    if not text.strip():
        raise QuestionError("The new question needs words of its own.")
    base = question.key.partition(APART)[0][: KEY_LENGTH - 20]
    taken = set(
        Question.objects.filter(event=question.event_id, key__startswith=f"{base}{APART}")
        .values_list("key", flat=True)
    )  # fmt: skip
    number = next(n for n in range(2, len(taken) + 3) if f"{base}{APART}{n}" not in taken)
    new = Question(
        event=question.event,
        text=text.strip()[:TEXT_LENGTH],
        topic=question.topic,
        key=f"{base}{APART}{number}",
        dispute_key=question.dispute_key,
        unit=question.unit,
        population=question.population,
        edited=True,
    )
    new.full_clean(exclude={"event"})
    new.save()
    return new


def _swap_keys(question: Question, new: Question) -> None:
    """Give the new question the old one's key, by way of a third: a key is unique in the event."""
    old_key, new_key = question.key, new.key
    for row, key in ((question, f"{new_key}{APART}"), (new, old_key), (question, new_key)):
        row.key = key
        row.save(update_fields=["key", "updated_at"])


def _announce(claims: Iterable[Claim]) -> None:
    """Have the moved claims compared anew, with what they meet in their new question."""
    for claim in claims:
        if claim.review in {Review.PROPOSED, Review.PUBLISHED}:
            send = partial(claim_edited.send_robust, sender=Claim, claim_id=claim.pk)
            transaction.on_commit(send)
