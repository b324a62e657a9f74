"""What a gold claim answers, read from its own words by the rules that read an article's.

What reading found at one of the claim's places comes first; then its words told again as a sentence
of its article ("X said that ..."), then the gold's own summary told so. What none of them types
takes the question that other gold claims of the same question have, if it says who did it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from claims.choices import Rung, Stance, Topic
from claims.comparing.alignment import WORD
from claims.reading.article import read_article
from claims.reading.claimants import UNKNOWN
from claims.reading.inputs import NamedArticle
from claims.reading.questions import MATTER
from claims.values import ReadClaim, Statement
from events.choices import ActorKind, NameKind
from events.directory import Directory

Row = Mapping[str, Any]
# Words with a closed answer carry their polarity themselves: "driven out" may deny "still there".
POLAR = frozenset({Topic.OUTCOME, Topic.CONTROL, Topic.DAMAGE, Topic.AUTHENTICITY, Topic.MEASURE})
OF_AUTHORS = frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT})
ATTRIBUTION = "attribution"
NOBODY = "unattributed"
TOPICS = {  # what a gold type is read as, where the same words can be read in two ways
    "denial_of_involvement": Topic.INVOLVEMENT,
    "casualties": Topic.CASUALTIES,
    "outcome": Topic.OUTCOME,
    "control": Topic.CONTROL,
    "cause": Topic.CAUSE,
    "damage": Topic.DAMAGE,
    "measure": Topic.MEASURE,
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A reading that answers something, and the gold's words and article that it was read from."""

    article: str
    words: str
    claim: ReadClaim


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of an event by name, and every claim read from each with its place."""

    articles: Mapping[str, NamedArticle]
    read: Mapping[str, list[tuple[int, int, ReadClaim]]]
    directory: Directory


def sources_of(articles: Iterable[NamedArticle], directory: Directory) -> Sources:
    """The articles of an event, read."""
    named = {one.id: one for one in articles}
    read = {key: list(_spans(one, directory)) for key, one in named.items()}
    return Sources(named, read, directory)


def appearances(row: Row) -> list[Row]:
    """The places of a gold claim, or of a claim in the output's own form."""
    return list(row["appearances"]) if "appearances" in row else [row]


def typed(row: Row, sources: Sources) -> Typed | None:
    """The best reading of a gold claim; None where nothing about it could be typed."""
    found = list(_at_its_places(row, sources))
    if found:
        return max(found, key=lambda one: (_certainty(row, one[1].claim), one[0]))[1]
    return next(_told_again(row, sources), None)


def polarity(row: Row, claim: ReadClaim) -> Stance:
    """The gold's stance, but where it is about a question asked the other way round.

    "They were driven out" denies that they are still there, and asserts what it says.
    """
    gold = Stance(row["stance"])
    asked = claim.question.key if claim.question else ""
    polar = asked.startswith(f"{MATTER}:") or (claim.topic in POLAR and claim.answer.value)
    inverted = polar and not claim.answer.denied
    return claim.stance if gold == Stance.DENIES and inverted else gold


def with_question_of_peers(
    made: Statement, row: Row, peers: Iterable[Statement], directory: Directory
) -> Statement:
    """An attribution that could not be typed, asked what its peers are asked; else unchanged."""
    actors = _states_in(str(row.get("summary") or ""), directory)
    asked = Counter(
        (peer.question, peer.dispute, peer.topic)
        for peer in peers
        if peer.topic == Topic.RESPONSIBILITY
    )
    if row.get("type") != ATTRIBUTION or len(actors) != 1 or not asked:
        return made
    question, dispute, topic = asked.most_common(1)[0][0]
    answer = replace(made.answer, actors=actors, rung=Rung.CARRIED_OUT)
    return replace(made, question=question, dispute=dispute, topic=topic, answer=answer)


def keys_of(name: str, directory: Directory) -> tuple[str, ...]:
    """The actor of a gold name; of "A and B", where both are known, each of the two."""
    parts = [directory.find(part) for part in name.split(" and ")]
    if all(len(found) == 1 for found in parts):
        return tuple(found[0].actor.key for found in parts)
    return (UNKNOWN + name,)


def _spans(named: NamedArticle, directory: Directory) -> Iterator[tuple[int, int, ReadClaim]]:
    for claim in read_article(named.article, directory).claims:
        for quote in claim.quotes:
            yield quote.start, quote.end, claim


def _at_its_places(row: Row, sources: Sources) -> Iterator[tuple[float, Typed]]:
    """Each claim read there that answers something, with the share of words both have."""
    for place in appearances(row):
        words = _words_at(place, sources)
        for start, end, claim in sources.read.get(place["article"], []):
            shared = min(end, place["end"]) - max(start, place["start"])
            if shared > 0 and claim.question is not None:
                likeness = shared / (max(end, place["end"]) - min(start, place["start"]))
                yield likeness, Typed(place["article"], words, claim)


def _certainty(row: Row, claim: ReadClaim) -> tuple[bool, bool, bool]:
    """Whether it has the gold's figure, is of the gold's kind, and names known actors."""
    count, wanted = claim.answer.count, row.get("count") or {}
    figure = count is not None and count.low == wanted.get("low")
    known = bool(claim.answer.actors) and not any(
        key.startswith(UNKNOWN) for key in claim.answer.actors
    )
    whole = claim.answer.rung is None or claim.topic != Topic.INVOLVEMENT  # not one rung alone
    return figure, whole and claim.topic == TOPICS.get(str(row.get("type"))), whole and known


def _told_again(row: Row, sources: Sources) -> Iterator[Typed]:
    """Readings of the claim's words and summary, each as one more sentence of its article."""
    for place in appearances(row):
        named = sources.articles[place["article"]]
        own = _words_at(place, sources)
        for words in (own, str(row.get("summary") or "")):
            claim = _retold(row, named, words, sources.directory)
            if claim is not None:
                yield Typed(named.id, own, claim)


def _words_at(place: Row, sources: Sources) -> str:
    text = sources.articles[place["article"]].article.text
    return text[place["start"] : place["end"]]


def _retold(row: Row, named: NamedArticle, words: str, directory: Directory) -> ReadClaim | None:
    told = words.strip(" .,;:\u201c\u201d\"'")
    if len(WORD.findall(told)) < 2:  # noqa: PLR2004 -- a word alone says nothing
        return None
    start = len(named.article.text)
    lead = "" if row["claimant"] == NOBODY else f"{row['claimant']} said that "
    text = f"{named.article.text}\n\n{lead}{told if lead else told[:1].upper() + told[1:]}."
    claims = read_article(replace(named.article, text=text), directory).claims
    own = (claim for claim in claims if any(quote.start > start for quote in claim.quotes))
    return next((claim for claim in own if claim.question is not None), None)


def _states_in(text: str, directory: Directory) -> tuple[str, ...]:
    """The states that a text names."""
    found = [
        match.actor.key
        for word in WORD.findall(text)
        for match in directory.find(word)
        if word[0].isupper()
        and match.actor.kind == ActorKind.STATE
        and match.kind != NameKind.METONYM
    ]
    return tuple(dict.fromkeys(found))
