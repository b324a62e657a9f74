"""The closed lists of events and actors."""

from django.db.models import TextChoices


class ActorKind(TextChoices):
    """What kind of body or person acts or speaks (ACLED, FollowTheMoney)."""

    PERSON = "person", "Person"
    STATE = "state", "State"
    GOVERNMENT = "government", "Government body"
    MINISTRY = "ministry", "Ministry"
    ARMED_FORCE = "armed_force", "Armed force of a state"
    ARMED_GROUP = "armed_group", "Armed group"
    INTERNATIONAL_BODY = "international_body", "International body"
    REGION = "region", "Regional or local authority"
    PARTY = "party", "Political party"
    COMPANY = "company", "Company"
    MEDIA = "media", "Media"
    ORGANISATION = "organisation", "Other organisation"
    GROUP = "group", "Group of people"
    OTHER = "other", "Other"


class NameKind(TextChoices):
    """How a name stands for its actor."""

    NAME = "name", "Name"
    ALIAS = "alias", "Alias"
    METONYM = "metonym", "Metonym"
    DEMONYM = "demonym", "Demonym"
    TRANSLITERATION = "transliteration", "Transliteration"


class LinkKind(TextChoices):
    """How one actor stands to another."""

    SPEAKS_FOR = "speaks_for", "speaks for"
    MEMBER_OF = "member_of", "is a member of"
    PART_OF = "part_of", "is part of"
    COMMANDS = "commands", "commands"
    ALLEGEDLY_COMMANDS = "allegedly_commands", "is said to command"


class ParticipationRole(TextChoices):
    """What part an actor has in an event, as far as everybody agrees."""

    PARTY = "party", "Party to the dispute"
    AUTHORITY = "authority", "Local authority"
    AFFECTED = "affected", "Affected"
    OBSERVER = "observer", "Observer"


class EventKind(TextChoices):
    """What kind of event it is (after ACLED's event types)."""

    ATTACK = "attack", "Attack"
    BATTLE = "battle", "Battle"
    EXPLOSION = "explosion", "Explosion or remote violence"
    PROTEST = "protest", "Protest or riot"
    POLITICAL = "political", "Political decision"
    ELECTION = "election", "Election"
    DISASTER = "disaster", "Disaster or accident"
    CRIME = "crime", "Crime"
    OTHER = "other", "Other"


class Progress(TextChoices):
    """Whether claims are still coming in; sets the order of the timeline."""

    DEVELOPING = "developing", "Developing"
    CLOSED = "closed", "Closed"


class Visibility(TextChoices):
    """Who may see an event."""

    DRAFT = "draft", "Draft"
    PUBLIC = "public", "Public"


class PlacePrecision(TextChoices):
    """How exactly the place is known."""

    EXACT = "exact", "Exact"
    TOWN = "town", "Town"
    DISTRICT = "district", "District"
    REGION = "region", "Region"
    COUNTRY = "country", "Country"
    UNKNOWN = "unknown", "Unknown"
