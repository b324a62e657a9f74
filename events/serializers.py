"""The shape of dates, events and actors in the API."""

from datetime import datetime
from typing import Any, TypedDict
from urllib.parse import urlencode

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from events.models import Actor, Event


class Dated(TypedDict):
    """A date as known: EDTF text (ISO 8601-2), the moments it covers (UTC), and the raw words."""

    edtf: str | None
    earliest: datetime | None
    latest: datetime | None
    text: str | None


class Links(TypedDict):
    """Where the object stands: its page for people, its address for programs."""

    url: str
    api_url: str


def absolute(path: str) -> str:
    """A path of this site as a full address."""
    return f"{settings.SITE_URL}{path}"


def api_address(name: str, key: str) -> str:
    """The address of one object of the API, such as ``api_address("claim", "clm_...")``."""
    try:
        return absolute(reverse(f"api:{name}-detail", args=[key]))
    except NoReverseMatch:
        return ""


def api_list(name: str, **query: str) -> str:
    """The address of a list of the API, filtered: ``api_list("verdict", claim="clm_...")``."""
    return absolute(f"{reverse(f'api:{name}-list')}?{urlencode(query)}")


def dated(row: Any, field: str) -> Dated | None:
    """The date ``field`` of a row with its bounds; None when nothing is known of it."""
    text, raw = getattr(row, field), getattr(row, f"{field}_text", "")
    if not text and not raw:
        return None
    return {
        "edtf": text or None,
        "earliest": getattr(row, f"{field}_from"),
        "latest": getattr(row, f"{field}_to"),
        "text": raw or None,
    }


class DatedSerializer(serializers.Serializer[Any]):
    """A date as known; every part null when it is not."""

    edtf = serializers.CharField(allow_null=True)
    earliest = serializers.DateTimeField(allow_null=True)
    latest = serializers.DateTimeField(allow_null=True)
    text = serializers.CharField(allow_null=True)


@extend_schema_field(DatedSerializer(allow_null=True))
class DatedField(serializers.Field[Any, Any, Any, Any]):
    """A model's EDTF field, its bounds and raw words as one object."""

    def get_attribute(self, instance: Any) -> Any:
        """The row itself: the date is spread over several columns."""
        return instance

    def to_representation(self, value: Any) -> dict[str, Any] | None:
        """The date of the field of this name."""
        found = dated(value, str(self.field_name))
        return None if found is None else dict(DatedSerializer(found).data)


@extend_schema_field({"type": ["string", "null"]})
class NullableText(serializers.Field[Any, Any, Any, Any]):
    """A text that is null when empty: the API never gives an empty string for "not known"."""

    def to_representation(self, value: Any) -> str | None:
        """The text, or null."""
        return str(value) or None


class EventReference(serializers.ModelSerializer[Event]):
    """An event as others point to it."""

    id = serializers.CharField(source="public_id")
    url = serializers.SerializerMethodField()
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Event
        fields = ["id", "slug", "title", "url", "api_url"]

    def get_url(self, event: Event) -> str:
        """Its public page."""
        return absolute(event.get_absolute_url())

    def get_api_url(self, event: Event) -> str:
        """Its address in the API."""
        return api_address("event", event.slug)


class EventSerializer(EventReference):
    """An event: what happened, when and where, as far as nobody disputes it."""

    began = DatedField()
    ended = DatedField()
    summary = NullableText()
    place = NullableText()

    class Meta:
        model = Event
        fields = [
            *EventReference.Meta.fields,
            "summary",
            "kind",
            "began",
            "ended",
            "timezone",
            "place",
            "latitude",
            "longitude",
            "place_precision",
            "progress",
            "created_at",
            "updated_at",
        ]


class ActorReference(serializers.ModelSerializer[Actor]):
    """An actor as others point to it."""

    id = serializers.CharField(source="public_id")
    url = serializers.SerializerMethodField()
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = Actor
        fields = ["id", "slug", "name", "kind", "url", "api_url"]

    def get_url(self, actor: Actor) -> str:
        """Its public page."""
        return absolute(actor.get_absolute_url())

    def get_api_url(self, actor: Actor) -> str:
        """Its address in the API."""
        return api_address("actor", actor.slug)


class ActorNameSerializer(serializers.Serializer[Any]):
    """One name of an actor."""

    text = serializers.CharField()
    language = NullableText()
    kind = serializers.CharField()


class ActorSerializer(ActorReference):
    """An actor with all its names."""

    names = ActorNameSerializer(many=True)
    country = NullableText()
    wikidata_id = NullableText()

    class Meta:
        model = Actor
        fields = [
            *ActorReference.Meta.fields,
            "names",
            "country",
            "wikidata_id",
            "created_at",
            "updated_at",
        ]
