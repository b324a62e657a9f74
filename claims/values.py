"""The plain values that reading makes and comparing takes: no database, no network.

Actors are named by *key*: the slug of an actor of the directory ("russia-ministry-of-defence"), or
``"~"`` and the name as printed ("~Andriy Cherniak") for somebody the directory does not know.
Offsets are code points, half-open, into the text of one article.
"""

from dataclasses import dataclass, field
from datetime import datetime

from claims.choices import Attribution as AttributionKind
from claims.choices import Basis, Kind, Modality, Rung, Severity, Stance, Topic

Span = tuple[int, int]

UNKNOWN = "~"  # begins the key of somebody whom the directory does not know


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something were stated, as an interval of whole numbers.

    "70" is ``Count(70, 70)``, "more than 70" ``Count(70, None, low_exclusive=True)``, "at least
    13" ``Count(13, None)``, "up to 5" ``Count(0, 5)``, "no casualties" ``Count(0, 0)``.
    "Dozens" is a floor only and ``vague``: it never raises a conflict alone.
    """

    low: int
    high: int | None
    low_exclusive: bool = False
    high_exclusive: bool = False
    approximate: bool = False
    vague: bool = False
    unit: str = "person"
    text: str = ""

    @property
    def first(self) -> int:
        """The smallest whole number the interval admits."""
        return self.low + self.low_exclusive

    @property
    def last(self) -> int | None:
        """The largest whole number the interval admits; None when it is open."""
        return None if self.high is None else self.high - self.high_exclusive

    def overlaps(self, other: "Count") -> bool:
        """Whether one number can satisfy both."""
        below = self.last is not None and self.last < other.first
        above = other.last is not None and other.last < self.first
        return not (below or above)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; both ends aware UTC, None where nothing is known of that end."""

    start: datetime | None
    end: datetime | None

    def overlaps(self, other: "Period") -> bool:
        """Whether the two can share a moment; an unknown end is open."""
        before = self.end is not None and other.start is not None and self.end < other.start
        after = self.start is not None and other.end is not None and other.end < self.start
        return not (before or after)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a claim answers to its question, typed.

    ``actors`` are keys of those the answer names (who did it, who had a part, who was there, who
    holds the place). A demonym with a word for forces ("Ukrainian fighters") is the state's key
    with rung carried_out; a described, unnamed body is "~" and its description, and its Party in
    ``Statement.answer_parties`` has the state in its lineage ("~unit of a Ukrainian nationalist
    formation") or, for private people ("~Russian citizens"), only as ``nation``.

    Polarity: a claim is negative when its stance is DENIES or its answer is ``denied``; both at
    once ("Kyiv denies any involvement") are one negation, not two. ``rung`` None is "any part at
    all". "No Ukrainian soldiers there" is topic presence, actors=("ukraine",), denied.

    ``value`` is a closed word of the topic: control "taken" / "held" / "lost", outcome
    "defeated" / "withdrawn" / "continuing" (of the attackers), authenticity "genuine" / "fake",
    measure "declared" / "in_force" / "lifted", damage "hit" / "damaged" / "destroyed" / "intact",
    cause "explosives" / "strike" / "accident" / "natural" / "deliberate" / "collision" /
    "technical" / "human" / "neglect" / "overload", weapons "used" / "supplied" / "made",
    involvement "tie" (``actors`` belong to the organisation whose key is ``object``),
    other "account" (a rejection of what ``actors`` told as a whole; ``object`` is
    the topic rejected, "" for their account of the event). ``object`` is otherwise what was hit,
    shown or declared, in the article's words. ``population`` (attackers, civilians, troops,
    own, unknown) and ``measure`` (killed, injured, captured, missing, evacuated, attended, ...)
    qualify ``count``; of own losses ``actors`` are those who lost them.
    ``place`` is where it is true, "" for the event's whole area.

    Three plain matters have a ``measure`` of their own: when it "began", "ended" or "happened"
    (``value`` as in ``comparing.rules.moments``, days in the claim's ``holds``), "where" it did
    (``comparing.rules.places``) and "who" somebody is (``comparing.rules.identities``).
    """

    actors: tuple[str, ...] = ()
    rung: Rung | None = None
    denied: bool = False
    count: Count | None = None
    measure: str = ""
    population: str = ""
    basis: Basis = Basis.TOTAL
    place: str = ""
    value: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSlot:
    """The question a claim answers: claims of one event with one ``key`` meet in one Question.

    ``key`` is normalised and independent of wording ("casualties:killed:attackers");
    ``dispute`` joins questions whose answers can exclude one another ("responsibility" for who
    did it, who had a part and who was there); ``text`` is the readable question.
    """

    key: str
    dispute: str
    text: str
    topic: Topic
    unit: str = ""
    population: str = ""


@dataclass(frozen=True, slots=True)
class ClaimantName:
    """Who is named as claimant: ``key`` as in the module's text, ``name`` for display.

    ``text`` is how the article has it ("the ministry"); ``kind`` an events.choices.ActorKind.
    ``organisation`` is the key of whom the article lets them speak for ("ministry spokesman").
    """

    key: str
    name: str
    text: str
    kind: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """Who is made to say what, on which words (PolNeAR): content, speaker, cue.

    ``parts`` are the pieces of a content that something else stands between ("..., she said,
    ..."); empty where it is all one.
    """

    content: Span
    speaker: Span | None
    cue: Span | None
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadQuote:
    """The words of a claim at one place of the text: ``article_text[start:end] == text``."""

    start: int
    end: int
    text: str
    attribution: AttributionKind
    spans: AttributionSpans | None = None


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """One claim as read from one article; the same statement told twice is one, with two quotes.

    ``claimant`` is None when the article names nobody, and ``claimant_text`` then has what it
    says instead ("officials") or "". ``confidence`` runs from 0 to 1.
    """

    claimant: ClaimantName | None
    claimant_text: str
    statement: str
    stance: Stance
    modality: Modality
    topic: Topic
    question: QuestionSlot | None
    answer: Answer
    quotes: tuple[ReadQuote, ...]
    confidence: float
    said_text: str = ""
    holds_text: str = ""
    not_checkable: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class OutletStatement:
    """An article's own "has not been independently verified": evidence for editors, no claim."""

    span: Span
    text: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What reading takes: the text as stored, and what is known of the article."""

    text: str
    title: str = ""
    language: str = "en"
    published: datetime | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from one article. ``skipped`` has the reason when nothing was tried.

    ``short_names`` are the surnames and acronyms that the article or its title resolves, each
    with its full name: another article of the event may have the short one alone.
    """

    claims: tuple[ReadClaim, ...]
    attributions: tuple[AttributionSpans, ...] = ()
    outlet_statements: tuple[OutletStatement, ...] = ()
    skipped: str = ""
    short_names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A claimant as comparing sees one.

    ``lineage`` holds the keys of all that speak with one voice (the actor itself, those it
    speaks for, is part of or commands); ``claimed_lineage`` those linked by an allegation only.
    ``nation`` is the key of the state whose people they are said to be, which binds it to nothing.
    """

    key: str
    name: str
    lineage: frozenset[str] = frozenset()
    claimed_lineage: frozenset[str] = frozenset()
    nation: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question under which a person filed a claim, and what the claim says to it.

    ``question`` and ``told`` (the answer, one sentence or less) are in that person's words;
    ``denies`` where it says no to it. ``counted`` is whom or what a figure of it counts, where its
    typed answer does not say so.
    """

    question: str
    told: str = ""
    denies: bool = False
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as comparing sees it.

    ``words`` is its best quote, for the reason's sentence; ``claimant_text`` is what the article
    says instead of a name when ``claimant`` is None ("officials"), or "". ``asked`` is None where
    only reading put the question.
    """

    id: str
    event: str
    claimant: Party | None
    words: str
    stance: Stance
    modality: Modality
    topic: Topic
    question: str
    dispute: str
    answer: Answer
    said: Period | None = None
    holds: Period | None = None
    retracted: bool = False
    not_checkable: bool = False
    answer_parties: tuple[Party, ...] = ()
    claimant_text: str = ""
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Two statements that part: kind, severity, score from 0 to 1, and a sentence for people."""

    kind: Kind
    severity: Severity
    score: float
    reason: str
    rule: str
    signals: dict[str, str | float | bool] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why no finding was made, as a code ("different_question", "same_claimant") and in words."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """The same claimant's later, different answer; ``downward`` when a figure fell."""

    later: str
    earlier: str
    reason: str
    downward: bool = False
