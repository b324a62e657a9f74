"""Finding the question that a claim answers, or making it."""

import hashlib

from claims.models import Question
from claims.values import QuestionSlot
from events.models import Event

KEY_LENGTH = 200
TEXT_LENGTH = 300
SHORT_LENGTH = 60


def find_or_make(event: Event, slot: QuestionSlot) -> Question:
    """The event's question for the slot; one that was merged leads to the one it is now part of.

    An existing question is never changed: an editor may have worded it anew.
    """
    question, _ = Question.objects.get_or_create(
        event=event,
        key=_fitting(slot.key),
        defaults={
            "text": slot.text[:TEXT_LENGTH],
            "topic": slot.topic,
            "dispute_key": _fitting(slot.dispute),
            "unit": slot.unit[:SHORT_LENGTH],
            "population": slot.population[:SHORT_LENGTH],
        },
    )
    return survivor(question)


def survivor(question: Question) -> Question:
    """The question itself, or the one it was merged into."""
    seen = {question.pk}
    while question.merged_into is not None and question.merged_into_id not in seen:
        question = question.merged_into
        seen.add(question.pk)
    return question


def _fitting(key: str) -> str:
    """The key; a longer one than the database takes ends in its hash."""
    if len(key) <= KEY_LENGTH:
        return key
    return f"{key[:150]}:{hashlib.sha256(key.encode()).hexdigest()[:40]}"
