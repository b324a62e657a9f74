"""The body that "the agency" or "the newspaper" stands for, just after an article named it."""

from claims.reading.lexicon import words
from claims.reading.name_kinds import kind_of_name
from claims.reading.scene import NOBODY, Reader, named, of_actor
from claims.values import ClaimantName
from events.choices import ActorKind
from events.directory import fold

REACH = 1  # sentences back
# The section of ``people.txt`` whose nouns stand for bodies of these kinds.
KINDS = (
    ("outlets", frozenset({ActorKind.MEDIA})),
    ("official bodies", frozenset({ActorKind.GOVERNMENT, ActorKind.MINISTRY,
                                   ActorKind.INTERNATIONAL_BODY})),
    ("ministry heads", frozenset({ActorKind.MINISTRY})),
    ("businesses", frozenset({ActorKind.COMPANY})),
)  # fmt: skip


def body_named_before(
    reader: Reader, number: int, head: str, start: int
) -> tuple[ClaimantName, ...]:
    """The one body of that kind named before an offset, in its sentence or the one before it.

    Nobody where two are named.
    """
    found: dict[str, ClaimantName] = {}
    for at in range(max(0, number - REACH), number + 1):
        tokens = reader.sentences[at].tokens
        for run in reader.runs_by_sentence.get(at, []):
            name = _called(reader, run.text, head) if tokens[run.first].start < start else None
            if name is not None:
                found.setdefault(name.key, name)
    return tuple(found.values()) if len(found) == 1 else NOBODY


def ends_like(text: str, head: str) -> bool:
    """Whether a name ends as those of airlines do, for "airline": "Fergana Air", "EgyptAir"."""
    endings = tuple(ending.capitalize() for ending in words("people", f"{head} names"))
    return bool(endings) and text.endswith(endings) and text not in endings


def _called(reader: Reader, text: str, head: str) -> ClaimantName | None:
    """The body that a name is of, where it may be called by the noun."""
    full = reader.index.expand(text)
    actor = reader.actor(full) or reader.actor(text)
    name = of_actor(actor) if actor is not None else named(reader, text)
    own = head in words("people", "bodies") - words("people", "common bodies")
    own = own or head in words("people", "near bodies")
    told = own and head in fold(text).split() and " " in text
    kinds = (kinds for section, kinds in KINDS if head in words("people", section))
    known = actor is not None or kind_of_name(full) != ActorKind.OTHER
    fits = known and any(name.kind in one for one in kinds)
    return name if told or fits or ends_like(text, head) else None
