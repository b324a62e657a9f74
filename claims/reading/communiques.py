"""Texts that are somebody's own: "The ministry informs the public of the following." and on."""

from claims.reading.claimants import Reader, resolve
from claims.reading.grammar import is_auxiliary, is_verb
from claims.reading.lexicon import contains, phrases, verb_forms
from claims.reading.subjects import main_subject
from claims.values import ClaimantName
from events.directory import fold

LAST = frozenset({"following", "statement", "communique", "follows"})
ENDING = 5  # words in which a sentence ends that hands over: "of the following statement"


def author_after(
    reader: Reader,
    number: int,
    author: tuple[ClaimantName, ...],
    spoke: list[tuple[ClaimantName, ...]],
) -> tuple[ClaimantName, ...]:
    """Whose the sentences after this one are, as long as nobody else is quoted.

    ``author`` is whose they were up to here, ``spoke`` are those whom this sentence has speak.
    """
    handed = _handed_over(reader, number)
    if handed:
        return handed
    names = [fold(name.name) for name in author]
    told = [who for who in spoke if who]
    if any(not _is_part(name, names) for who in told for name in who):
        return ()
    return told[-1] if told and author else author


def _is_part(name: ClaimantName, names: list[str]) -> bool:
    """Whether one who speaks is the author, or the body that the author is of."""
    return any(fold(name.name) in one or one in fold(name.name) for one in names)


def _handed_over(reader: Reader, number: int) -> tuple[ClaimantName, ...]:
    """Who says "the following" at the end of a sentence."""
    sentence = reader.sentences[number]
    tokens = sentence.tokens
    said = [token.lower for token in tokens[-ENDING - 1 :] if token.is_word]
    if (
        not said
        or said[-1] not in LAST
        or not contains(said, phrases("cues", "handing over"))
        or tokens[-1].quoted
    ):
        return ()
    subject = main_subject(sentence, len(tokens))
    if subject is None:
        return ()
    verb = next((k for k in range(subject.last, len(tokens)) if is_verb(tokens, k)), subject.last)
    while verb + 1 < len(tokens) and is_auxiliary(tokens[verb]):
        verb += 1
    if tokens[verb].lower not in verb_forms("cues", "announcing"):
        return ()
    return resolve(reader, number, subject.first, subject.last)
