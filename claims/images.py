"""The public form of an object, as the API gives it and the log of changes keeps it."""

import json
from typing import Any

from rest_framework.renderers import JSONRenderer
from rest_framework.serializers import BaseSerializer

from claims.models import Claim, Contradiction, Question, Verdict
from claims.serializers import (
    ClaimSerializer,
    ContradictionSerializer,
    QuestionSerializer,
    VerdictSerializer,
)
from events.models import Actor, Event
from events.serializers import ActorSerializer, EventSerializer

Public = Claim | Contradiction | Verdict | Event | Question | Actor
SERIALIZERS: dict[type, type[BaseSerializer[Any]]] = {
    Claim: ClaimSerializer,
    Contradiction: ContradictionSerializer,
    Verdict: VerdictSerializer,
    Event: EventSerializer,
    Question: QuestionSerializer,
    Actor: ActorSerializer,
}


def image(obj: Public) -> dict[str, Any]:
    """The object as plain JSON values, the same as its API endpoint answers.

    Whether it is public is not asked here (``claims.changes.record`` does).
    """
    data = SERIALIZERS[type(obj)](obj).data
    return dict(json.loads(JSONRenderer().render(data)))
