"""Claims as a reader gives them, and readers that give them: short to write in tests."""

from dataclasses import replace
from typing import Any

from claims.choices import Attribution, Modality, Stance, Topic
from claims.reading import questions
from claims.values import (
    Answer,
    ArticleText,
    ClaimantName,
    Count,
    QuestionSlot,
    Read,
    ReadClaim,
    ReadQuote,
)
from events.choices import ActorKind
from events.directory import Directory

KILLED = questions.casualties("killed", "attackers")
INVOLVED = questions.involvement("kyiv", "Kyiv")


def name(key: str, text: str = "") -> ClaimantName:
    """A claimant by key; ``~`` for one the directory lacks."""
    shown = text or key.removeprefix("~")
    return ClaimantName(key, shown, shown, ActorKind.MINISTRY)


MINISTRY = name("~Ruritanian ministry")
KYIV = name("~Kyiv")


def quote(text: str, words: str) -> ReadQuote:
    """The first place of some words in a text."""
    start = text.index(words)
    return ReadQuote(start, start + len(words), words, Attribution.PARAPHRASE)


def claim(
    text: str, words: str, claimant: ClaimantName | None = MINISTRY, **fields: Any
) -> ReadClaim:
    """A claim of a text that stands on these words of it."""
    made = ReadClaim(
        claimant=claimant,
        claimant_text=claimant.text if claimant else "",
        statement=words,
        stance=Stance.ASSERTS,
        modality=Modality.ASSERTED,
        topic=Topic.OTHER,
        question=None,
        answer=Answer(),
        quotes=(quote(text, words),),
        confidence=0.8,
        rule="test",
    )
    return replace(made, **fields)


def killed(
    text: str, words: str, count: Count, claimant: ClaimantName | None = MINISTRY
) -> ReadClaim:
    """How many attackers were killed."""
    answer = Answer(count=count, measure="killed", population="attackers")
    return claim(text, words, claimant, topic=Topic.CASUALTIES, question=KILLED, answer=answer)


def slot(key: str, topic: Topic = Topic.DAMAGE) -> QuestionSlot:
    """A question of its own."""
    return QuestionSlot(key, key, f"What of {key}?", topic)


class Reader:
    """Finds a claim wherever its words stand; raises ``error`` first if there is one."""

    def __init__(self, *found: tuple[str, Count, ClaimantName], error: Exception | None = None):
        self.found = found
        self.error = error
        self.read: list[str] = []

    def __call__(self, article: ArticleText, directory: Directory) -> Read:
        self.read.append(article.text)
        if self.error is not None:
            raise self.error
        there = [one for one in self.found if one[0] in article.text]
        return Read(tuple(killed(article.text, *one) for one in there))
