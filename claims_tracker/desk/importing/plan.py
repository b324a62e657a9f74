"""What would become of each row, before anything is stored: the dry run, and what is saved by."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError

from claims.models import Claim, Question
from claims_tracker.desk.importing.entries import Entry, entries
from claims_tracker.desk.importing.lookups import Known, address_of, known, same_claims
from claims_tracker.desk.importing.tables import Table
from events.choices import ActorKind
from events.models import Actor, Event
from events.names import fold
from events.teams import Person
from sources.models import ArticleVersion

WORDS, LEAVE, ACTOR, KIND = "words", "leave", "actor-", "kind-"
NEW, THERE, TWICE, WRONG, LEFT = "new", "there", "twice", "wrong", "left"
MAX_ASKED = 200  # unknown names that the page asks about at once
COLUMNS = frozenset({"event", "claimant", "question"})
# What makes two rows one claim: who says what of which event, when. The rest is how it is typed.
SAME = ("statement", "stance", "made_at")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person chose: a field for each column, and an event for rows that name none.

    ``choices`` has, by ``name_key``, what is to be done with a name that stands for nobody.
    """

    columns: Sequence[str]
    event: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    new_questions: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """One row: what would become of it, and why where nothing would.

    ``actor_kind`` is that of the actor to be made for its claimant; ``question_text`` the words of
    a question to be asked.
    """

    entry: Entry
    outcome: str = NEW
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    event: Event | None = None
    claimant: Actor | None = None
    claimant_text: str = ""
    actor_kind: str = ""
    question: Question | None = None
    question_text: str = ""
    version: ArticleVersion | None = None
    there: Claim | None = None
    twin: int = 0


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that stands for nobody or for several, and how many rows have it.

    ``near`` are the actors it may mean, each with what the form sends for it.
    """

    key: str
    name: str
    near: tuple[tuple[str, Actor], ...]
    rows: int
    chosen: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What would become of all rows."""

    rows: tuple[Planned, ...]
    unknown: tuple[Unknown, ...]
    new_questions: tuple[str, ...]

    def of(self, outcome: str) -> list[Planned]:
        """The rows with this outcome."""
        return [row for row in self.rows if row.outcome == outcome]


def make_plan(table: Table, asked: Asked, *, by: Person) -> Plan:
    """What would become of each row; a fixed number of queries, and one for each event."""
    read = entries(table, asked.columns)
    found = known(read, event=asked.event, by=by)
    rows = [_planned(one, found, asked, by) for one in read]
    rows = _told_apart(rows)
    questions = dict.fromkeys(one.entry.question for one in rows if _asks(one, found))
    return Plan(tuple(rows), _unknown(read, found, asked), tuple(questions))


def name_key(name: str) -> str:
    """How a name is called in the page's form."""
    return hashlib.sha256(fold(name).encode()).hexdigest()[:16]


def _planned(one: Entry, found: Known, asked: Asked, by: Person) -> Planned:
    row = Planned(one, errors=one.errors, notes=one.notes)
    row = _with_event(row, found, asked)
    row = _with_claimant(row, found, asked, by)
    row = _with_question(row, found, asked, by)
    row = _with_source(row, found)
    if not row.errors:
        row = replace(row, errors=_wrong_values(claim_of(row)))
    if row.errors and row.outcome == NEW:
        row = replace(row, outcome=WRONG)
    return row


def _error(row: Planned, words: str) -> Planned:
    return replace(row, errors=(*row.errors, words))


def _with_event(row: Planned, found: Known, asked: Asked) -> Planned:
    text = row.entry.event or asked.event
    if not text:
        return _error(row, "The row names no event, and none was given for all.")
    events = found.events.get(fold(text), ())
    if not events:
        return _error(row, f"There is no event “{text[:80]}” that you may edit.")
    if len(events) > 1:
        return _error(row, f"Several events are called “{text[:80]}”; give the id of one.")
    return replace(row, event=events[0])


def _with_claimant(row: Planned, found: Known, asked: Asked, by: Person) -> Planned:
    name = row.entry.claimant
    if not name:
        return replace(row, notes=(*row.notes, "Nobody is named as saying it."))
    actors = found.actors.get(fold(name), ())
    if len(actors) == 1:
        return replace(row, claimant=actors[0], claimant_text=name[:300])
    return _as_chosen(row, [*actors, *found.near.get(fold(name), ())], asked, by)


def _as_chosen(row: Planned, near: Iterable[Actor], asked: Asked, by: Person) -> Planned:
    """The claimant as the person chose for a name that says too little."""
    name = row.entry.claimant
    chosen = asked.choices.get(name_key(name), "")
    row = replace(row, claimant_text=name[:300])
    actor = next((one for one in near if chosen == f"{ACTOR}{one.pk}"), None)
    if chosen == LEAVE:
        return replace(row, outcome=LEFT)
    if chosen == WORDS:
        return replace(row, notes=(*row.notes, f"“{name}” is kept as words, without a record."))
    if actor is not None:
        return replace(row, claimant=actor)
    kind = chosen.removeprefix(KIND)
    if chosen.startswith(KIND) and kind in ActorKind.values and by.has_perm("events.add_actor"):
        return replace(row, actor_kind=kind, notes=(*row.notes, f"“{name}” is a new actor."))
    return _error(row, f"Who is “{name[:80]}”? Choose above.")


def _with_question(row: Planned, found: Known, asked: Asked, by: Person) -> Planned:
    text = row.entry.question
    if not text or row.event is None:
        return row
    question = found.questions.get((row.event.pk, fold(text)))
    if question is not None:
        return replace(row, question=question)
    if asked.new_questions and by.has_perm("claims.change_question"):
        note = f"“{text[:80]}” is a new question."
        return replace(row, question_text=text, notes=(*row.notes, note))
    return _error(row, f"Nobody asks “{text[:80]}” about this event yet.")


def _with_source(row: Planned, found: Known) -> Planned:
    source = row.entry.source
    if not source or row.event is None:
        return row
    address = address_of(source)
    if not address:
        return _error(row, f"“{source[:80]}” is no web address.")
    version = found.versions.get((row.event.pk, address))
    if version is not None and row.entry.quote:
        return replace(row, version=version)
    return replace(row, notes=(*row.notes, "Its source is kept as evidence, as a link."))


def claim_of(row: Planned) -> Claim:
    """The claim that the row would be, not stored yet."""
    return Claim(
        event=row.event,
        question=row.question,
        claimant=row.claimant,
        claimant_text=row.claimant_text,
        **row.entry.values,
    )


def _wrong_values(claim: Claim) -> tuple[str, ...]:
    """What the model itself refuses, without a query."""
    try:
        claim.clean_fields(exclude=COLUMNS)
    except ValidationError as error:
        pairs = error.message_dict.items()
        return tuple(f"{name.replace('_', ' ')}: {' '.join(told)}" for name, told in pairs)
    return ()


def _told_apart(rows: Sequence[Planned]) -> list[Planned]:
    """Rows that say again what the ledger or an earlier row says are not new."""
    by_event: dict[int, list[str]] = defaultdict(list)
    events = {row.event.pk: row.event for row in rows if row.event is not None}
    for row in rows:
        if row.event is not None and row.outcome == NEW:
            by_event[row.event.pk].append(str(row.entry.values["statement"]))
    there = {
        identity(claim): claim
        for pk, statements in by_event.items()
        for claim in same_claims(events[pk], statements)
    }
    seen: dict[tuple[object, ...], int] = {}
    return [_told_apart_one(row, there, seen) for row in rows]


def _told_apart_one(
    row: Planned,
    there: Mapping[tuple[object, ...], Claim],
    seen: dict[tuple[object, ...], int],
) -> Planned:
    if row.outcome != NEW:
        return row
    key = identity(claim_of(row))
    if key in there:
        return replace(row, outcome=THERE, there=there[key])
    if key in seen:
        return replace(row, outcome=TWICE, twin=seen[key])
    seen[key] = row.entry.number
    return row


def identity(claim: Claim) -> tuple[object, ...]:
    """What makes two claims one when a table is imported again."""
    who = claim.claimant_id or fold(claim.claimant_text)
    return (claim.event_id, who, *(getattr(claim, name) for name in SAME))


def _asks(row: Planned, found: Known) -> bool:
    if row.event is None or not row.entry.question:
        return False
    return (row.event.pk, fold(row.entry.question)) not in found.questions


def _unknown(read: Iterable[Entry], found: Known, asked: Asked) -> tuple[Unknown, ...]:
    rows: dict[str, list[Entry]] = defaultdict(list)
    for one in read:
        if one.claimant and len(found.actors.get(fold(one.claimant), ())) != 1:
            rows[fold(one.claimant)].append(one)
    told = []
    for key, of_name in list(rows.items())[:MAX_ASKED]:
        name, own = of_name[0].claimant, found.actors.get(key, ())
        chosen = asked.choices.get(name_key(name), "")
        actors = (*own, *found.near.get(key, ()))
        near = tuple((f"{ACTOR}{actor.pk}", actor) for actor in actors)
        told.append(Unknown(name_key(name), name, near, len(of_name), chosen, shared=bool(own)))
    return tuple(told)
