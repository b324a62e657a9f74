"""Claims in the making: one a claimant and place, then one for each statement told twice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.choices import Attribution as AttributionKind
from claims.choices import Modality, Stance, Topic
from claims.reading.chrome import normal
from claims.values import (
    Answer,
    AttributionSpans,
    ClaimantName,
    QuestionSlot,
    ReadClaim,
    ReadQuote,
    Span,
)
from events.choices import ActorKind

TYPED = 0.3
NAMED = 0.2
OWN_WORDS = 0.4
ATTRIBUTED = 0.45
HEDGE = 0.1
SHARED_LETTERS = 5  # of two forms of a name
SIDES = frozenset({"yes", "no"})  # of a plain matter: no words of the article


@dataclass(frozen=True, slots=True)
class Draft:
    """One claim of one claimant at one place of the text."""

    span: Span
    text: str
    claimant_text: str
    stance: Stance
    modality: Modality
    topic: Topic
    question: QuestionSlot | None
    answer: Answer
    spans: AttributionSpans | None
    kind: AttributionKind
    rule: str
    said: str
    holds: str
    checkable: bool
    claimant: ClaimantName | None = None

    def for_each(self, claimants: tuple[ClaimantName, ...]) -> list["Draft"]:
        """One draft for each claimant; one without when nobody is named."""
        if not claimants:
            return [self]
        return [replace(self, claimant=claimant) for claimant in claimants]

    @property
    def identity(self) -> tuple[object, ...]:
        """What two tellings of one statement share."""
        who = self.claimant.key if self.claimant else normal(self.claimant_text)
        return who, *self.said_thing

    @property
    def said_thing(self) -> tuple[object, ...]:
        """What is said, whoever says it: the answer, or the words where there is none."""
        if self.question is None:
            return normal(self.text), self.stance
        answer = self.answer
        count = (answer.count.first, answer.count.last) if answer.count else None
        # A thing said to be so without a count is not the same as with one.
        return (
            self.question.key,
            self.stance,
            answer.actors,
            answer.value,
            answer.denied,
            answer.object if answer.object in SIDES else "",
            count,
        )


def merged(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """The drafts of one statement together, in the order of their first telling.

    What an article also tells in its own words ("29 people died"), or has nameless officials say,
    is a telling of the one claimant whom it has say the same; where it has two say it, or nobody,
    it stays as it is.
    """
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(draft.identity, []).append(draft)
    sayers: dict[tuple[object, ...], list[list[Draft]]] = {}
    for group in groups.values():
        if group[0].claimant or group[0].claimant_text:
            sayers.setdefault(group[0].said_thing, []).append(group)
    found: list[list[Draft]] = []
    for group in groups.values():
        teller = _teller(group, sayers.get(group[0].said_thing, []))
        if teller is None:
            found.append(group)
        else:
            teller.extend(replace(one, kind=AttributionKind.IMPLIED) for one in group)
    return found


def _teller(group: list[Draft], saying: list[list[Draft]]) -> list[Draft] | None:
    """The one named claimant whose statement a group only tells again; None where it does not.

    "Norish officials speak of 29 dead" is that of the one Norish official whom the article names
    with that figure; a figure that only seems to go on with somebody's words is that of who is
    said to give it.
    """
    draft = group[0]
    if _is_own_telling(draft):
        return saying[0] if len(saying) == 1 and saying[0][0].claimant is not None else None
    if all(one.kind == AttributionKind.IMPLIED for one in group):
        said = [one for one in saying if one is not group and one[0].claimant is not None]
        figure = draft.question is not None and draft.answer.count is not None
        return said[0] if figure and len(said) == 1 else None
    if draft.question is None or not draft.claimant_text.casefold().endswith("officials"):
        return None
    persons = [one for one in saying if one is not group and _is_person(one[0])]
    if len(persons) != 1 or len(saying) != len([group, *persons]):
        return None
    state = draft.claimant.name if draft.claimant else ""
    ours = _beginnings(f"{draft.claimant_text} {state}")
    return persons[0] if ours & _beginnings(persons[0][0].claimant_text) else None


def _beginnings(text: str) -> set[str]:
    """How the names in a text begin: "Russia" and "Russian" begin alike."""
    return {word[:SHARED_LETTERS].casefold() for word in text.split() if word[0].isupper()}


def _is_person(draft: Draft) -> bool:
    return draft.claimant is not None and draft.claimant.kind == ActorKind.PERSON


def _is_own_telling(draft: Draft) -> bool:
    return draft.kind == AttributionKind.UNATTRIBUTED and draft.question is not None


def claim_of(group: list[Draft]) -> ReadClaim:
    """One claim of all its tellings; the first gives the words."""
    first = group[0]
    quotes = {draft.span: _quote(draft) for draft in group}
    firm = min(group, key=lambda draft: list(Modality).index(draft.modality))
    return ReadClaim(
        claimant=first.claimant,
        claimant_text=first.claimant_text,
        statement=" ".join(first.text.split()),
        stance=first.stance,
        modality=firm.modality,
        topic=first.topic,
        question=first.question,
        answer=first.answer,
        quotes=tuple(quotes.values()),
        confidence=_confidence(first),
        said_text=next((draft.said for draft in group if draft.said), ""),
        holds_text=next((draft.holds for draft in group if draft.holds), ""),
        not_checkable=not first.checkable,
        rule=first.rule,
    )


def _quote(draft: Draft) -> ReadQuote:
    return ReadQuote(*draft.span, draft.text, draft.kind, draft.spans)


def _confidence(draft: Draft) -> float:
    """Known topic and named claimant make sure; hedges and the outlet's own words do not."""
    sure = ATTRIBUTED if draft.spans or draft.claimant else OWN_WORDS
    sure += TYPED if draft.question else 0
    sure += NAMED if draft.claimant else 0
    sure -= HEDGE if draft.modality != Modality.ASSERTED else 0
    return round(min(max(sure, 0.0), 1.0), 2)
