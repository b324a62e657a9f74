"""What a person sent by the logging form, handed to the ledger in one transaction."""

from typing import Any

from claims import questions
from claims.admin.logging_form import NEW, SLOT, LogForm, answer_fields
from claims.changes import decision
from claims.intake import Logged, log_passage, new_actor
from claims.models import Claim, Question
from claims.question_editing import ask
from claims.statements import CLAIMANT, NOT_CHECKABLE, OBJECT, ORGANISATION
from claims.values import UNKNOWN, Span
from events.models import Actor
from events.names import fold
from events.teams import Person
from sources.models import ArticleVersion

AS_TYPED = (
    "event", "statement", "topic", "stance", "modality", "made_at", "made_at_text", "attribution",
)  # fmt: skip


def store(
    form: LogForm, version: ArticleVersion, span: Span, *, by: Person, publish: bool
) -> Logged:
    """Log what the valid form says; a new actor and a new question are made with it, or nothing.

    Raises DecisionError and Django's ValidationError.
    """
    given, told = form.cleaned_data, form.told
    with decision(by):
        actor = _claimant(given, by)
        named = _named(told, kept=given["keep_answer"])
        claim = Claim(
            **{name: given[name] for name in AS_TYPED},
            **answer_fields(given, told),
            claimant=actor,
            claimant_text=_words_for(given, actor),
            question=_question(given, by),
            answer_rest=_rest(given, told, actor),
            answer_names=[key for key in told.get("actors", []) if key not in named]
            if given["keep_answer"]
            else [],
        )
        return log_passage(claim, version, span, by=by, actors=named.values(), publish=publish)


def _claimant(given: dict[str, Any], by: Person) -> Actor | None:
    if given["actor_is"] == NEW:
        return new_actor(given["claimant"], given["new_kind"], event=given["event"], by=by)
    actor: Actor | None = given["actor"]
    return actor


def _words_for(given: dict[str, Any], actor: Actor | None) -> str:
    """How the article names the claimant; for one without a record, the name itself."""
    text: str = given["claimant_text"]
    return text if actor is not None else given["claimant"] or text


def _question(given: dict[str, Any], by: Person) -> Question | None:
    if given["asked_is"] == NEW:
        return ask(given["event"], given["question"], given["topic"], by=by)
    if given["asked_is"] == SLOT:
        return questions.find_or_make(given["event"], given["asked"])
    question: Question | None = given["asked"]
    return question


def _named(told: dict[str, Any], *, kept: bool) -> dict[str, Actor]:
    """The actors of the answer as read, by key."""
    keys = told.get("actors", []) if kept else []
    return {actor.slug: actor for actor in Actor.objects.filter(slug__in=keys)} if keys else {}


def _rest(given: dict[str, Any], told: dict[str, Any], actor: Actor | None) -> dict[str, Any]:
    """What has no column: whom the directory lacks is told by the name as typed."""
    same = fold(given["claimant"]) == fold(told.get("claimant", ""))
    unknown = UNKNOWN + given["claimant"] if given["claimant"] and actor is None else ""
    kept = told if given["keep_answer"] else {}
    rest = {
        OBJECT: kept.get("object", ""),
        CLAIMANT: unknown,
        ORGANISATION: told.get("organisation", "") if same else "",
        NOT_CHECKABLE: kept.get("not_checkable", False),
    }
    return {name: value for name, value in rest.items() if value}
