"""The form by which a claim is logged from an article: guesses to accept or to overtype."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core import signing
from django.db.models import QuerySet
from django.http import QueryDict

from claims.choices import Attribution, Modality, Stance, Topic
from claims.models import Claim, Question
from claims.question_editing import asked_in
from claims.questions import TEXT_LENGTH
from claims.values import QuestionSlot
from events import actors
from events.administration.widgets import is_id
from events.choices import ActorKind
from events.fields import EDTF_LENGTH, validate_edtf
from events.models import Actor, Event
from events.names import fold
from events.teams import Person

SALT = "claims.logging"
WORDS, NEW, SLOT = "words", "new", "slot"  # what a typed name or question is, if no row
OFFERED = 8
LONGEST = 100_000  # letters of a passage
Choice = tuple[str, str]


def sealed(values: Mapping[str, Any]) -> str:
    """Values that go through the form and come back unchanged."""
    return signing.dumps(dict(values), salt=SALT, compress=True)


def opened(text: str) -> dict[str, Any]:
    """What ``sealed`` closed; {} for anything else."""
    try:
        found = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}


class LogForm(forms.Form):
    """What is claimed, by whom, on which words. All but place and words may be overtyped.

    ``claimant_is`` and ``question_is`` say which row the typed name stands for, as long as it is
    still the name in ``claimant_was`` and ``question_was``; else the name is looked up.
    """

    start = forms.IntegerField(min_value=0, max_value=LONGEST * LONGEST, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=0, max_value=LONGEST * LONGEST, widget=forms.HiddenInput)
    words = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput, strip=False)
    guess = forms.CharField(required=False, widget=forms.HiddenInput)
    event = forms.ModelChoiceField(Event.objects.none(), empty_label=None)
    claimant = forms.CharField(required=False, max_length=200, label="Who says it")
    claimant_is = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    claimant_was = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    new_kind = forms.ChoiceField(
        required=False, choices=[("", "Choose"), *ActorKind.choices], label="Kind of new actor"
    )
    claimant_text = forms.CharField(required=False, max_length=300, label="In the article’s words")
    stance = forms.ChoiceField(choices=Stance.choices, label="What they do")
    modality = forms.ChoiceField(choices=Modality.choices, label="How firmly")
    statement = forms.CharField(
        max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), label="What is claimed"
    )
    question = forms.CharField(required=False, max_length=TEXT_LENGTH, label="Question it answers")
    question_is = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    question_was = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    topic = forms.ChoiceField(choices=Topic.choices, label="Topic")
    keep_answer = forms.BooleanField(required=False, label="Keep the answer as read")
    count_low = forms.IntegerField(required=False, min_value=0, label="Number, at least")
    count_high = forms.IntegerField(required=False, min_value=0, label="at most")
    low_exclusive = forms.BooleanField(required=False, label="more than")
    high_exclusive = forms.BooleanField(required=False, label="fewer than")
    count_approximate = forms.BooleanField(required=False, label="about")
    count_vague = forms.BooleanField(required=False, label="no exact number")
    unit = forms.CharField(required=False, max_length=60, label="What is counted")
    measure = forms.CharField(required=False, max_length=60, label="What happened to them")
    population = forms.CharField(required=False, max_length=60, label="Who they are")
    made_at = forms.CharField(
        required=False, max_length=EDTF_LENGTH, validators=[validate_edtf], label="Said on"
    )
    made_at_text = forms.CharField(required=False, max_length=200, label="in the article’s words")
    attribution = forms.ChoiceField(choices=Attribution.choices, label="How the words are given")

    def __init__(
        self,
        *args: Any,
        person: Person,
        events: "QuerySet[Event]",
        why: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "log-%s"
        self.person = person
        self.fields["event"].queryset = events  # type: ignore[attr-defined]
        self.fields["event"].choices = [(row.pk, str(row)) for row in events]  # type: ignore[attr-defined]
        for name, words in (why or {}).items():
            self.fields[name].help_text = words
        self.claimant_choices: list[Choice] = []
        self.told: dict[str, Any] = {}

    def clean(self) -> dict[str, Any]:
        """Find out whom and which question the names mean."""
        cleaned = super().clean() or self.cleaned_data
        if "event" not in cleaned:
            return cleaned
        self.told = opened(cleaned.get("guess", ""))
        cleaned["actor"], cleaned["actor_is"] = self._find_claimant(cleaned)
        cleaned["asked"], cleaned["asked_is"] = self._find_question(cleaned)
        low, high = cleaned.get("count_low"), cleaned.get("count_high")
        if low is None and high is not None:
            cleaned["count_low"] = 0
        elif low is not None and high is not None and high < low:
            self.add_error("count_high", "The highest number cannot be lower than the lowest.")
        return cleaned

    @property
    def may_add(self) -> bool:
        """Whether the person may add an actor to the directory."""
        return self.person.has_perm("events.add_actor")

    def _meant(self, name: str, cleaned: Mapping[str, Any]) -> tuple[str, str]:
        """What was typed, and which row it is said to be while it reads as it did then."""
        typed = " ".join(cleaned.get(name, "").split())
        same = fold(typed) == fold(cleaned.get(f"{name}_was", ""))
        return typed, cleaned.get(f"{name}_is", "") if same else ""

    def _find_claimant(self, cleaned: Mapping[str, Any]) -> tuple[Actor | None, str]:
        """The actor, or that the name is new, or kept as the article has it."""
        typed, meant = self._meant("claimant", cleaned)
        if not typed:
            return None, ""
        if meant == WORDS or (meant == NEW and self.may_add):
            if meant == NEW and not cleaned.get("new_kind"):
                self.claimant_choices = [_new(typed)]
                self.add_error("new_kind", "Say what kind of actor it is.")
            return None, meant
        chosen = Actor.objects.filter(merged_into=None, pk=meant) if is_id(meant) else None
        found = list(chosen or Actor.objects.named(typed)[:OFFERED])
        if len(found) == 1:
            return found[0], ""
        near = found or list(resembling(typed)[:OFFERED])
        if not near:
            return None, WORDS
        self._ask_who(typed, near)
        return None, ""

    def _ask_who(self, typed: str, near: list[Actor]) -> None:
        known = [(str(actor.pk), f"{actor} ({actor.get_kind_display().lower()})") for actor in near]
        kept = (WORDS, f"None of these: “{typed}”, as the article has it")
        self.claimant_choices = [*known, kept, *([_new(typed)] if self.may_add else [])]
        self._put(claimant=typed, claimant_was=typed, claimant_is="")
        self.add_error("claimant", "Who is meant? Choose below, or type another name.")

    def _find_question(
        self, cleaned: Mapping[str, Any]
    ) -> tuple[Question | QuestionSlot | None, str]:
        """The question of the event, or the one that the reader would make, or that it is new."""
        typed, meant = self._meant("question", cleaned)
        if not typed:
            return None, ""
        asked = asked_in(cleaned["event"])
        if is_id(meant) and (row := asked.filter(pk=meant).first()) is not None:
            return row, ""
        same = next((row for row in asked if fold(row.text) == fold(typed)), None)
        slot = self.told.get("slot")
        if same is None and slot and fold(slot["text"]) == fold(typed):
            return QuestionSlot(**slot | {"topic": Topic(slot["topic"])}), SLOT
        if same is None and not self.person.has_perm("claims.change_question"):
            self.add_error("question", "The event has no such question. Choose one of its own, "
                                       "or leave it empty: an editor adds it.")  # fmt: skip
        return same, "" if same is not None else NEW

    def _put(self, **values: str) -> None:
        """Let the form, shown again, hold these values."""
        data = cast("QueryDict", self.data).copy()
        for name, value in values.items():
            data[name] = value
        self.data = data


def _new(typed: str) -> Choice:
    return NEW, f"A new actor, “{typed}”"


def resembling(name: str) -> "QuerySet[Actor]":
    """Actors one of whose names holds the words, in either script."""
    return actors.resembling(name, Actor.objects.filter(merged_into=None)).order_by("name", "pk")


def answer_fields(cleaned: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the claim's answer: as read where the person kept it, the number as typed."""
    kept = dict(told.get("answer", {})) if cleaned.get("keep_answer") else {}
    number = {
        name: cleaned[name]
        for name in (
            "count_low", "count_high", "low_exclusive", "high_exclusive", "count_approximate",
            "count_vague", "unit", "measure", "population",
        )
    }  # fmt: skip
    if number["count_low"] is None:
        number |= dict.fromkeys(("low_exclusive", "high_exclusive"), False)
        kept.pop("count_text", None)
    known = {field.name for field in Claim._meta.concrete_fields}  # noqa: SLF001 - Django's documented _meta
    return {name: value for name, value in kept.items() if name in known} | number
