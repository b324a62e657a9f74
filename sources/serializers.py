"""The shape of outlets, articles and ingests in the API."""

from typing import Any

from rest_framework import serializers

from events.serializers import DatedField, NullableText, absolute, api_address
from sources.models import Article, IngestJob, Outlet


class OutletReference(serializers.ModelSerializer[Outlet]):
    """An outlet as others point to it."""

    id = serializers.CharField(source="public_id")
    url = serializers.SerializerMethodField()
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Outlet
        fields = ["id", "slug", "name", "url", "api_url"]

    def get_url(self, outlet: Outlet) -> str:
        """Its public page."""
        return absolute(outlet.get_absolute_url())

    def get_api_url(self, outlet: Outlet) -> str:
        """Its address in the API."""
        return api_address("outlet", outlet.slug)


class OutletSerializer(OutletReference):
    """Who publishes."""

    country = NullableText()
    language = NullableText()
    owner = NullableText()

    class Meta:
        model = Outlet
        fields = [
            *OutletReference.Meta.fields,
            "domains",
            "country",
            "language",
            "owner",
            "state_linked",
            "created_at",
            "updated_at",
        ]


class ArticleReference(serializers.ModelSerializer[Article]):
    """An article as quotes point to it; never its full text."""

    id = serializers.CharField(source="public_id")
    url = NullableText(source="web_url")
    api_url = serializers.SerializerMethodField()
    title = NullableText()
    language = NullableText()
    published = DatedField()
    outlet = OutletReference(allow_null=True)
    origin = serializers.CharField(source="origin.public_id", default=None, allow_null=True)
    gone = NullableText()

    class Meta:
        model = Article
        fields = [
            "id",
            "url",
            "api_url",
            "title",
            "language",
            "published",
            "outlet",
            "origin",
            "gone",
        ]

    def get_api_url(self, article: Article) -> str:
        """Its address in the API."""
        return api_address("article", article.public_id)


class ArticleSerializer(ArticleReference):
    """What was published, and when we fetched it."""

    published_found_by = NullableText()

    class Meta:
        model = Article
        fields = [
            *ArticleReference.Meta.fields,
            "published_found_by",
            "last_fetched_at",
            "created_at",
            "updated_at",
        ]


class IngestSerializer(serializers.ModelSerializer[IngestJob]):
    """How far an ingest has come. ``reason`` is a stable code, ``reason_text`` says it in words."""

    id = serializers.CharField(source="public_id")
    api_url = serializers.SerializerMethodField()
    url = NullableText()
    file_name = NullableText()
    event = serializers.CharField(source="event.slug", default=None, allow_null=True)
    article = serializers.CharField(source="article.public_id", default=None, allow_null=True)
    reason = NullableText()
    reason_text = NullableText()
    outcome = NullableText()

    class Meta:
        model = IngestJob
        fields = [
            "id",
            "api_url",
            "url",
            "file_name",
            "event",
            "state",
            "reason",
            "reason_text",
            "outcome",
            "attempts",
            "article",
            "created_at",
            "settled_at",
        ]
        read_only_fields = fields

    def get_api_url(self, job: IngestJob) -> str:
        """Its address in the API."""
        return api_address("ingest", job.public_id)


class IngestRequest(serializers.Serializer[Any]):
    """A wish to take in one article."""

    url = serializers.URLField(max_length=2000, help_text="An http or https address.")
    event = serializers.SlugField(
        required=False, max_length=120, help_text="The event's slug; left out, it is matched."
    )
    outlet = serializers.CharField(required=False, max_length=200)
    published = serializers.CharField(
        required=False, max_length=64, help_text="EDTF or ISO 8601 with its zone."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse what is not known: a wish with a mistyped field would be half heard."""
        known = ", ".join(self.fields)
        unknown = [name for name in self.initial_data if name not in self.fields]
        if unknown:
            raise serializers.ValidationError(
                dict.fromkeys(unknown, f"There is no such field. Known: {known}.")
            )
        return attrs
