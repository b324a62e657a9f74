"""The shape of questions, claims, contradictions, verdicts and changes in the API."""

from typing import Any

from django.conf import settings
from rest_framework import serializers

from claims.choices import Review
from claims.disputes import disputed_by
from claims.labels import public_label
from claims.models import Change, Claim, Contradiction, Evidence, Question, Quote, Verdict
from events.choices import Visibility
from events.serializers import (
    ActorReference,
    DatedField,
    EventReference,
    NullableText,
    absolute,
    api_address,
    api_list,
)
from sources.serializers import ArticleReference


class QuestionReference(serializers.ModelSerializer[Question]):
    """A question as claims point to it."""

    id = serializers.CharField(source="public_id")
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Question
        fields = ["id", "text", "topic", "api_url"]

    def get_api_url(self, question: Question) -> str:
        """Its address in the API."""
        return api_address("question", question.public_id)


class QuestionSerializer(QuestionReference):
    """A slot of one event with mutually exclusive answers."""

    event = EventReference()
    dispute = serializers.CharField(source="dispute_key")
    unit = NullableText()
    population = NullableText()

    class Meta:
        model = Question
        fields = [
            *QuestionReference.Meta.fields,
            "event",
            "dispute",
            "unit",
            "population",
            "created_at",
            "updated_at",
        ]


class VersionReference(serializers.Serializer[Any]):
    """The stored text a quote stands in: its number, hash and time of capture."""

    id = serializers.CharField(source="public_id")
    number = serializers.IntegerField()
    fetched_at = serializers.DateTimeField()
    text_sha256 = serializers.CharField()


class QuoteSerializer(serializers.ModelSerializer[Quote]):
    """The claim's exact words; offsets are code points, half-open, into the version's text."""

    id = serializers.CharField(source="public_id")
    exact = NullableText()
    article = ArticleReference(source="version.article")
    version = VersionReference()
    language = NullableText(source="version.language")

    class Meta:
        model = Quote
        fields = [
            "id",
            "exact",
            "exact_sha256",
            "start",
            "end",
            "attribution",
            "language",
            "article",
            "version",
        ]


class CountSerializer(serializers.Serializer[Any]):
    """A stated number as an interval; ``high`` null is open ("at least")."""

    low = serializers.IntegerField()
    high = serializers.IntegerField(allow_null=True)
    low_exclusive = serializers.BooleanField()
    high_exclusive = serializers.BooleanField()
    approximate = serializers.BooleanField()
    vague = serializers.BooleanField()
    unit = NullableText()
    text = NullableText()


class AnswerSerializer(serializers.Serializer[Claim]):
    """What the claim answers to its question, typed; every part null where it has none."""

    actors = ActorReference(source="answer_actors", many=True)
    names = serializers.ListField(
        source="answer_named",
        child=serializers.CharField(),
        help_text="Named in the answer, but not in the directory.",
    )
    denied = serializers.BooleanField(source="answer_denied")
    rung = NullableText()
    count = CountSerializer(allow_null=True)
    measure = NullableText()
    population = NullableText()
    basis = serializers.CharField()
    place = NullableText()
    value = NullableText()


class ClaimReference(serializers.ModelSerializer[Claim]):
    """A claim as others point to it."""

    id = serializers.CharField(source="public_id")
    url = serializers.SerializerMethodField()
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = ["id", "url", "api_url"]

    def get_url(self, claim: Claim) -> str:
        """Its public page."""
        return absolute(claim.get_absolute_url())

    def get_api_url(self, claim: Claim) -> str:
        """Its address in the API."""
        return api_address("claim", claim.public_id)


class ClaimSerializer(ClaimReference):
    """One claimant's answer or assertion, with the words it stands on.

    ``status`` is what verification has shown, ``contested`` whether a confirmed contradiction
    names the claim, ``label`` both in words. "Verified" is never that they said it: that is
    ``attribution`` and ``primary_source``.
    """

    event = EventReference()
    question = QuestionReference(allow_null=True)
    claimant = ActorReference(allow_null=True)
    claimant_text = NullableText()
    answer = AnswerSerializer(source="*")
    made_at = DatedField()
    holds = DatedField()
    contested = serializers.SerializerMethodField()
    disputed_by = serializers.SerializerMethodField()
    label = serializers.SerializerMethodField()  # type: ignore[assignment]  # the public label, not a field of the form
    revises = serializers.SerializerMethodField()
    quotes = QuoteSerializer(many=True)
    origins = serializers.SerializerMethodField()
    articles = serializers.SerializerMethodField()
    licence = serializers.SerializerMethodField()
    verdicts_url = serializers.SerializerMethodField()
    contradictions_url = serializers.SerializerMethodField()
    found_by = NullableText()

    class Meta:
        model = Claim
        fields = [
            *ClaimReference.Meta.fields,
            "event",
            "question",
            "claimant",
            "claimant_text",
            "statement",
            "topic",
            "stance",
            "modality",
            "attribution",
            "primary_source",
            "answer",
            "made_at",
            "holds",
            "status",
            "contested",
            "disputed_by",
            "label",
            "lifecycle",
            "revises",
            "key_development",
            "quotes",
            "articles",
            "origins",
            "found_by",
            "published_at",
            "updated_at",
            "verdicts_url",
            "contradictions_url",
            "licence",
        ]

    def _disputers(self, claim: Claim) -> list[str]:
        if claim.disputed_by_names is None:
            claim.disputed_by_names = disputed_by([claim]).get(claim.pk, [])
        return claim.disputed_by_names

    def get_contested(self, claim: Claim) -> bool:
        """Whether somebody's public claim contradicts it."""
        return bool(self._disputers(claim))

    def get_disputed_by(self, claim: Claim) -> list[str]:
        """Names of those whose public claims contradict it."""
        return self._disputers(claim)

    def get_label(self, claim: Claim) -> str:
        """Status and dispute in words: "Unverified, disputed by Kyiv"."""
        return public_label(claim.status, self._disputers(claim))

    def get_revises(self, claim: Claim) -> str | None:
        """The earlier claim that this one revises, if that one is public too."""
        earlier = claim.revises
        return earlier.public_id if earlier and earlier.review == Review.PUBLISHED else None

    def get_articles(self, claim: Claim) -> int:
        """How many articles carry the claim."""
        return len({quote.version.article_id for quote in claim.quotes.all()})

    def get_origins(self, claim: Claim) -> int:
        """How many independent reports stand behind these articles."""
        articles = {quote.version.article for quote in claim.quotes.all()}
        return len({article.origin_id or -article.pk for article in articles})

    def get_verdicts_url(self, claim: Claim) -> str:
        """Where its verdicts are, past ones included."""
        return api_list("verdict", claim=claim.public_id)

    def get_contradictions_url(self, claim: Claim) -> str:
        """Where the confirmed pairs are of which it is a side."""
        return api_list("contradiction", claim=claim.public_id)

    def get_licence(self, _claim: Claim) -> str:
        """The licence of our data; quoted words belong to their publishers."""
        return str(settings.DATA_LICENCE)


class ContradictionSerializer(serializers.ModelSerializer[Contradiction]):
    """Two claims that cannot both be true (or, as a tension, pull apart), and why."""

    id = serializers.CharField(source="public_id")
    url = serializers.SerializerMethodField()
    api_url = serializers.SerializerMethodField()
    event = EventReference()
    detector = NullableText()
    first = ClaimSerializer()
    second = ClaimSerializer()

    class Meta:
        model = Contradiction
        fields = [
            "id",
            "url",
            "api_url",
            "event",
            "kind",
            "severity",
            "score",
            "reason",
            "detector",
            "state",
            "decided_at",
            "updated_at",
            "first",
            "second",
        ]

    def get_url(self, pair: Contradiction) -> str:
        """Its public page."""
        return absolute(pair.get_absolute_url())

    def get_api_url(self, pair: Contradiction) -> str:
        """Its address in the API."""
        return api_address("contradiction", pair.public_id)


class EvidenceSerializer(serializers.ModelSerializer[Evidence]):
    """Public material for or against a claim."""

    id = serializers.CharField(source="public_id")
    url = serializers.SerializerMethodField()
    sha256 = NullableText()

    class Meta:
        model = Evidence
        fields = ["id", "kind", "bearing", "description", "url", "sha256", "credibility"]

    def get_url(self, evidence: Evidence) -> str | None:
        """Where it is, if that is an address of the web."""
        return evidence.web_url or None


class VerdictSerializer(serializers.ModelSerializer[Verdict]):
    """A kept decision on a claim's status; editors appear by role."""

    id = serializers.CharField(source="public_id")
    api_url = serializers.SerializerMethodField()
    claim = ClaimReference()
    evidence = serializers.SerializerMethodField()
    no_evidence_because = NullableText()
    approved_by_role = NullableText()

    class Meta:
        model = Verdict
        fields = [
            "id",
            "api_url",
            "claim",
            "number",
            "previous_status",
            "status",
            "rationale",
            "evidence",
            "no_evidence_because",
            "proposed_by_role",
            "proposed_at",
            "approved_by_role",
            "decided_at",
        ]

    def get_api_url(self, verdict: Verdict) -> str:
        """Its address in the API."""
        return api_address("verdict", verdict.public_id)

    def get_evidence(self, verdict: Verdict) -> list[dict[str, Any]]:
        """What it rests on, as far as that is public."""
        public = [item for item in verdict.evidence.all() if item.is_public]
        return [dict(EvidenceSerializer(item).data) for item in public]


class ChangeSerializer(serializers.ModelSerializer[Change]):
    """One line of the log. ``after`` is the object's public form; null says that it is gone."""

    event = serializers.SerializerMethodField()
    summary = NullableText()

    class Meta:
        model = Change
        fields = ["seq", "at", "kind", "object_kind", "object_id", "event", "summary", "after"]

    def get_event(self, change: Change) -> str | None:
        """The event's slug, while the event is public."""
        event = change.event
        return event.slug if event and event.visibility == Visibility.PUBLIC else None
