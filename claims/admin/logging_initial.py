"""What the logging form holds when it opens: the guesses, or what was said on these words before.

``why`` tells for each field where its guess comes from.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from claims.admin.logging_form import SLOT, WORDS, resembling, sealed
from claims.admin.marks import answer as answer_of
from claims.choices import Rung
from claims.dating import day_of, said_on
from claims.guessing import Guess
from claims.models import Claim
from claims.question_editing import asked_in
from claims.storing import answer_columns
from claims.values import UNKNOWN, Answer, ClaimantName, QuestionSlot
from events.models import Actor, Event
from sources.models import ArticleVersion

AS_BEFORE = (
    "statement", "stance", "modality", "topic", "made_at", "made_at_text", "attribution",
    "count_low", "count_high", "low_exclusive", "high_exclusive", "count_approximate",
    "count_vague", "unit", "measure", "population",
)  # fmt: skip
COUNTED = (
    "count_low", "count_high", "low_exclusive", "high_exclusive", "count_approximate",
    "count_vague", "unit", "measure", "population",
)  # fmt: skip
NOT_SURE = "The article says “{}”, and who that is is not sure. Empty keeps these words."
MOST = 4
NAMED = {"count": "count_low"}  # where the form has another name for a part of the guess
REST = ("rung", "answer_denied", "basis", "place", "value", "count_text")


@dataclass(frozen=True, slots=True)
class Initial:
    """The form's first values, the reason of each, and what is offered beside it."""

    values: Mapping[str, Any]
    why: Mapping[str, str]
    near: str
    answer: str


def guessed(found: Guess, version: ArticleVersion, event: Event) -> Initial:
    """The form for a guess: two queries."""
    keys = [one.key for one in ([found.claimant] if found.claimant else [])]
    keys += [one.key for one in found.near] + list(found.answer.actors)
    actors = {row.slug: row for row in Actor.objects.filter(slug__in=keys)}
    published = version.article.published_from
    columns = answer_columns(found.answer)
    values = {
        "statement": found.statement,
        **_claimant(found, actors),
        "stance": found.stance,
        "modality": found.modality,
        "topic": found.topic,
        "attribution": found.attribution,
        "made_at": said_on(found.said_text, published),
        "made_at_text": found.said_text,
        **_question(found.question, event),
        **{name: columns[name] for name in COUNTED},
        "keep_answer": True,
    }
    words = _answer_words(found.answer, actors)
    told = _told(found, columns, day_of(found.holds_text, published)) | {"shown": words}
    why = {NAMED.get(name, name): words for name, words in found.why.items() if words}
    near = _near(found.near, actors)
    if found.claimant is None and found.claimant_text:
        why["claimant"] = NOT_SURE.format(found.claimant_text)
        near = [*_resembling(found.claimant_text), *near]
    return Initial(values | {"guess": sealed(told)}, why, json.dumps(near), words)


def as_before(initial: Initial, claim: Claim) -> Initial:
    """The form for another claimant of the same words: the rest is as in the last claim there."""
    question = claim.question
    values = {
        **initial.values,
        **{name: getattr(claim, name) for name in AS_BEFORE},
        "question": question.text if question else "",
        "question_was": question.text if question else "",
        "question_is": str(question.pk) if question else "",
        "guess": sealed(_told_before(claim) | {"shown": answer_of(claim)}),
    }
    who = {name: initial.why[name] for name in ("claimant",) if name in initial.why}
    words = f"As in the claim of {claim.claimant_name} on these words."
    why = {**dict.fromkeys(("stance", "question", "made_at"), words), **who}
    return Initial(values, why, initial.near, answer_of(claim))


def _claimant(found: Guess, actors: Mapping[str, Actor]) -> dict[str, str]:
    who = found.claimant
    if who is None:
        return {"claimant": "", "claimant_text": found.claimant_text}
    actor = actors.get(who.key)
    name = actor.name if actor else who.name
    return {
        "claimant": name,
        "claimant_was": name,
        "claimant_is": str(actor.pk) if actor else WORDS,
        "claimant_text": who.text or found.claimant_text,
    }


def _question(slot: QuestionSlot | None, event: Event) -> dict[str, str]:
    """The event's question for the slot, by the words that its editors gave it."""
    if slot is None:
        return {}
    row = asked_in(event).filter(key=slot.key).first()
    text = row.text if row else slot.text
    return {"question": text, "question_was": text, "question_is": str(row.pk) if row else SLOT}


def _told(found: Guess, columns: Mapping[str, Any], holds: str) -> dict[str, Any]:
    """What of the guess has no field of its own and goes with the claim where it is kept."""
    return {
        "slot": asdict(found.question) if found.question else None,
        "answer": {name: columns[name] for name in REST}
        | {"holds": holds, "holds_text": found.holds_text[:200]},
        "actors": list(found.answer.actors),
        "object": found.answer.object,
        "claimant": found.claimant.name if found.claimant else "",
        "organisation": found.claimant.organisation if found.claimant else "",
        "not_checkable": found.not_checkable,
    }


def _told_before(claim: Claim) -> dict[str, Any]:
    kept = (*REST, "holds", "holds_text")
    return {
        "slot": None,
        "answer": {name: getattr(claim, name) for name in kept},
        "actors": [one.actor.slug for one in claim.answered.all()] + list(claim.answer_names),
        "object": claim.answer_rest.get("object", ""),
        "claimant": "",
        "organisation": "",
        "not_checkable": bool(claim.answer_rest.get("not_checkable")),
    }


def _resembling(words: str) -> list[list[str]]:
    """Actors whose names hold how the article calls the speaker."""
    return [[str(row.pk), row.name, f"has “{words}” in a name"] for row in resembling(words)[:MOST]]


def _near(near: Sequence[ClaimantName], actors: Mapping[str, Actor]) -> list[list[str]]:
    """Those who speak nearby, for the type-ahead: what each is, its name, a remark."""
    found = []
    for one in near:
        actor = actors.get(one.key)
        name = actor.name if actor else one.name
        found.append([str(actor.pk) if actor else WORDS, name, f"speaks nearby: “{one.text}”"])
    return found


def _answer_words(answer: Answer, actors: Mapping[str, Actor]) -> str:
    """The typed answer in words, but for its number, which has fields of its own."""
    words: list[str] = [actors[key].name if key in actors else key.removeprefix(UNKNOWN)
             for key in answer.actors]  # fmt: skip
    words += [Rung(answer.rung).label if answer.rung else "", answer.value, answer.object]
    words += [f"in {answer.place}" if answer.place else ""]
    said = ", ".join(dict.fromkeys(word for word in words if word))
    return f"not: {said}" if said and answer.denied else said
