"""What every topic rule takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.choices import Stance
from claims.reading.actors import answer_actors
from claims.reading.claimants import UNKNOWN, Reader
from claims.reading.clauses import Proposition, Range, past_relative
from claims.reading.grammar import (
    is_auxiliary,
    is_in,
    is_verb,
    parenthesis_before,
    phrase_start,
    skip_left,
)
from claims.reading.lexicon import match, phrases, verb_forms, words
from claims.reading.text import Sentence
from claims.values import Answer, ClaimantName, QuestionSlot


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its kind, "" for the event's own, and the noun that a question calls it by.

    ``target`` is the thing it was done to ("dam"), ``place`` where fire fell that has no such
    target. ``fought`` where the article tells of an attack, whoever "they" and "it" then are;
    ``targets`` all things that the article's opening names.
    """

    kind: str = ""
    noun: str = ""
    fought: bool = False
    targets: frozenset[str] = frozenset()
    target: str = ""
    place: str = ""

    @property
    def slot(self) -> str:
        """What sets the act apart from others in a question's key; "" for one that nothing does."""
        return "-".join(filter(None, (self.target or self.kind, self.place))).replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule knows besides the proposition: the article, who speaks, the last measure told.

    ``subject`` is the clause's own subject, or the one it shares with the clause before;
    ``accused`` those whom "it" means in an accusation: never those who make it. ``act`` is what
    the article is about.
    """

    reader: Reader
    number: int
    claimants: tuple[ClaimantName, ...]
    last_measure: str = ""
    subject: Range | None = None
    accused: tuple[ClaimantName, ...] | None = None
    act: Act = Act()

    @property
    def meant(self) -> tuple[ClaimantName, ...]:
        """Whom "it", "they" and "its members" mean."""
        return self.claimants if self.accused is None else self.accused

    @property
    def claimant_keys(self) -> tuple[str, ...]:
        """The keys of those who speak."""
        return tuple(claimant.key for claimant in self.claimants)

    @property
    def voices(self) -> tuple[str, ...]:
        """The keys of those who speak and of all above them."""
        lineage = self.reader.directory.lineage
        return tuple(voice for key in self.claimant_keys for voice in lineage(key))

    def name_of(self, key: str) -> str:
        """A display name for a key."""
        for claimant in self.claimants:
            if claimant.key == key:
                return claimant.name
        actor = self.reader.directory.actors.get(key)
        return actor.name if actor else key.removeprefix(UNKNOWN)


@dataclass(frozen=True, slots=True)
class Answered:
    """A typed answer that a rule found; ``span`` where it is narrower than the proposition."""

    answer: Answer
    question: QuestionSlot | None
    span: Range | None = None
    stance: Stance | None = None


Rule = Callable[[Proposition, Terms], list[Answered]]
OPENING_QUOTES = frozenset({"“", '"', "‘", "«", "„"})
LONGEST_BODY = 3  # words of "the ruling party"
OWNED = 4  # tokens from "Suland's" to its "troops"
CLEFT = 8  # tokens of who is pointed out in "it was X that"
NOUN_MARKERS = frozenset(
    {"a", "an", "the", "this", "of", "'s", "any", "no", "under", "on", "in", "into"}
)
PARTITIVES = frozenset({"any", "some", "none", "all", "one", "many", "most", "few", "each"})
OTHERS = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})
SPOKEN_FOR = frozenset({"we", "our", "his", "her"})
SELF = frozenset({"it", "they", "we", "i", "he", "she", "its", "their", "our", "his", "her"})


def has(p: Proposition, section: str) -> bool:
    """Whether a word or phrase of a section of ``topics.txt`` stands in the proposition."""
    return find(p, section) is not None


def find(p: Proposition, section: str, start: int = 0) -> Range | None:
    """Where the first word or phrase of a section stands, as token indexes of the sentence."""
    lowers = p.lowers
    options = phrases("topics", section)
    heads = options.heads
    if heads.isdisjoint(lowers):
        return None
    for at in range(start, len(lowers)):
        if lowers[at] in heads:
            size = match(lowers, at, options)
            if size:
                return p.first + at, p.first + at + size
    return None


def find_verb(p: Proposition, section: str) -> int | None:
    """Where a verb of a section stands, in any form, as a verb."""
    forms = verb_forms("topics", section)
    tokens = p.sentence.tokens
    for at in range(p.first, p.last):
        token = tokens[at]
        if token.lower not in forms or token.is_capitalised or _after_noun_marker(p, at):
            continue
        if _is_gerund(p, at) if token.lower.endswith("ing") else _acts_as_verb(p, at):
            return at
    return None


def _acts_as_verb(p: Proposition, at: int) -> bool:
    """Whether it is finite, follows an auxiliary or opens a phrase: "does not support"."""
    tokens = p.sentence.tokens
    led = any(is_auxiliary(token) for token in tokens[skip_left(tokens, at) : at])
    to = at > 0 and tokens[at - 1].lower == "to"
    return led or to or at == p.first or is_verb(tokens, at)


def _is_gerund(p: Proposition, at: int) -> bool:
    """Whether a form in -ing is a verb: "was shelling", "by shelling the dam"."""
    tokens = p.sentence.tokens
    if at == p.first or tokens[at - 1].lower in words("grammar", "be") | {"having", ",", "and"}:
        return True
    following = tokens[at + 1 : at + 2]
    return any(
        is_in(t, "determiners") or is_in(t, "pronouns") or t.is_capitalised or t.text[0].isdigit()
        for t in following
    )


def _after_noun_marker(p: Proposition, at: int) -> bool:
    if at == 0:
        return False
    before = p.sentence.tokens[at - 1]
    if is_in(before, "possessives"):
        return True
    return before.lower in NOUN_MARKERS


def subject_of(p: Proposition) -> Range | None:
    """The subject of the clause: what stands before its first verb, or in "it was X that"."""
    return _cleft(p) or _before_verb(p)


def _before_verb(p: Proposition) -> Range | None:
    tokens = p.sentence.tokens
    if p.aside is not None:
        first = phrase_start(tokens, p.aside[0], p.first)
        return (first, p.aside[0]) if first < p.aside[0] else None
    start = past_relative(tokens, p.first, p.last)
    for at in range(start, p.last):
        if is_verb(tokens, at):
            if start > p.first:  # "those who did it are ...": the clause belongs to them
                return p.first, at
            end = skip_left(tokens, at)
            while end > p.first and tokens[end - 1].text in OPENING_QUOTES:
                end -= 1  # General Berg “had no part in it”
            if end <= p.first:
                return None
            if is_in(tokens[end - 1], "pronouns"):
                return end - 1, end
            opened = max(parenthesis_before(tokens, end), p.first)
            if opened < end - 1 and opened > p.first:  # "the agency, known as the GRU, ran it"
                end = opened
            first = phrase_start(tokens, end, p.first)
            return (first, end) if first < end else None
    return None


def _cleft(p: Proposition) -> Range | None:
    """As in "it was Suland that attacked": who is pointed out."""
    if p.sentence.lowers(p.first, p.first + 1) != ["it"]:
        return None
    tokens = p.sentence.tokens
    first = p.first + 1
    while first < p.last and (is_in(tokens[first], "be") or is_in(tokens[first], "adverbs")):
        first += 1
    if first == p.first + 1:
        return None
    for at in range(first + 1, min(first + CLEFT, p.last - 1)):
        if tokens[at].lower in {"that", "who", "which"}:
            return first, at
        if not tokens[at].is_word or is_verb(tokens, at):
            return None
    return None


def actors_of(terms: Terms, span: Range | None) -> tuple[str, ...]:
    """Who is meant by a phrase of the proposition: "it" and "its members" are the claimants."""
    if span is None:
        return ()
    sentence = terms.reader.sentences[terms.number]
    head = sentence.tokens[span[0]]
    if head.lower in PARTITIVES and sentence.lowers(span[0] + 1, span[0] + 2) == ["of"]:
        span = (min(span[0] + 2, span[1] - 1), span[1])  # "any of its soldiers"
        head = sentence.tokens[span[0]]
    if head.quoted and head.lower in OTHERS:
        return ()  # "“It was behind the raid,” she said" speaks of somebody else
    if head.lower in SELF and (len(head.text) == 1 or not head.text.isupper()):
        if head.lower in SPOKEN_FOR:  # a spokesman's "we" and "his troops" are those he speaks for
            return tuple(c.organisation or c.key for c in terms.meant)
        return tuple(c.key for c in terms.meant)
    if head.lower in {"no", "not", "none"}:
        skip = 3 if sentence.lowers(span[0], span[0] + 3) == ["not", "a", "single"] else 1
        span = (min(span[0] + skip, span[1]), span[1])
    return answer_actors(terms.reader, terms.number, *span) or _whose_forces(terms, span)


def doers_of(terms: Terms, span: Range | None) -> tuple[str, ...]:
    """Whose deed a phrase tells of: of "a rocket of the militia" the militia's."""
    if span is None:
        return ()
    lowers = terms.reader.sentences[terms.number].lowers(*span)
    if set(lowers) & words("topics", "aimed weapons"):
        link = next((k for k, word in enumerate(lowers) if k and word in {"of", "by"}), -1)
        if 0 < link < len(lowers) - 1:
            return authors_of(terms, (span[0] + link + 1, span[1]))
    return authors_of(terms, span)


def authors_of(terms: Terms, span: Range | None) -> tuple[str, ...]:
    """Who is meant, or the body that the words only call by what it is: "~opposition"."""
    found = actors_of(terms, span)
    return found or (_collective(terms.reader.sentences[terms.number], span) if span else ())


def speakers_of(p: Proposition, terms: Terms) -> tuple[str, ...]:
    """The keys of those who speak, a body without a name by what it is."""
    return terms.claimant_keys or (_collective(p.sentence, p.speaker) if p.speaker else ())


def _collective(sentence: Sentence, span: Range) -> tuple[str, ...]:
    """Of "the ruling party", "police" a key made of the words; () of one person or a crowd."""
    first, last = span
    tokens = sentence.tokens
    while first < last and is_in(tokens[first], "determiners"):
        first += 1
    kept = sentence.lowers(first, min(last, first + LONGEST_BODY))
    size = next((k + 1 for k, w in enumerate(kept) if w in words("topics", "collectives")), 0)
    plain = all(
        token.is_word and not token.is_capitalised for token in tokens[first + 1 : first + size]
    )
    return (UNKNOWN + " ".join(kept[:size]),) if size and plain else ()


def _whose_forces(terms: Terms, span: Range) -> tuple[str, ...]:
    """As in "Sutown's troops", "Suland's own artillery": the state's or group's that owns them."""
    sentence = terms.reader.sentences[terms.number]
    owner = next((k for k in range(*span) if sentence.tokens[k].lower == "'s"), span[0])
    forces = set(sentence.lowers(owner, min(owner + OWNED, span[1])))
    if owner == span[0] or not forces & words("topics", "force words"):
        return ()
    return answer_actors(terms.reader, terms.number, span[0], owner)


def text_of(terms: Terms, span: Range) -> str:
    """The words of a stretch of tokens."""
    start, end = terms.reader.sentences[terms.number].span(*span)
    return terms.reader.text[start:end]
