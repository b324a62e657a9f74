"""Whom an answer names: who did it, who had a part, who was there, who holds the place.

Wider than claimants: "Ukrainian fighters" are the state's, a "unit of a Ukrainian nationalist
formation" is a described body, "Russian citizens" are private people (see values.Answer).
"""

from dataclasses import replace

from claims.reading.claimants import UNKNOWN, Reader, resolve
from claims.reading.grammar import is_adverb, is_auxiliary, is_in, is_verb
from claims.reading.lexicon import words
from claims.reading.names import is_group_name, runs_of
from claims.reading.text import Sentence, Token
from claims.values import Party
from events.choices import ActorKind, NameKind
from events.directory import Directory

LONGEST_DESCRIPTION = 8
SINGULAR_BODIES = frozenset({"unit", "formation", "group", "organisation", "organization"})
QUOTES = frozenset('\u201c\u201d"\u00ab\u00bb\u2018\u2019')


def answer_actors(reader: Reader, number: int, first: int, last: int) -> tuple[str, ...]:
    """Keys of those that the tokens of a sentence name as actors; empty when they name nobody."""
    sentence = reader.sentences[number]
    groups = _groups(reader, sentence, first, _before_comma(sentence, first, last))
    if groups:
        return groups
    agent = next((k for k in range(first + 1, last) if sentence.tokens[k].lower == "by"), 0)
    if agent and agent + 1 < last:  # "a failed launch by the militia"
        first = agent + 1
    first, last = _core(sentence, first, last)
    if first >= last:
        return ()
    if not is_in(sentence.tokens[first], "pronouns"):
        named = [c.key for c in resolve(reader, number, first, last) if _acts(reader, c.key)]
        if named and not _is_description(sentence, first, last):
            return tuple(named)
    return _described(reader, sentence, first, last)


def _before_comma(sentence: Sentence, first: int, last: int) -> int:
    tokens = sentence.tokens
    commas = (k for k in range(first + 1, last) if tokens[k].text in {",", ";"})
    # "Russians, from the corps and the legion" goes on with whom they belong to.
    return next((k for k in commas if k + 1 < last and tokens[k + 1].lower != "from"), last)


def _core(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The phrase itself: no quotation mark at its ends, nothing after a comma or a verb."""
    tokens = sentence.tokens
    while first < last and (tokens[first].text in QUOTES or tokens[first].lower in {"on", "to"}):
        first += 1
    end = first
    while end < last:
        token = tokens[end]
        if token.text in {",", ":", ";", "("} and end > first:
            break
        if end > first and (is_auxiliary(token) or is_in(token, "relatives")):
            break
        if end > first and (token.lower.endswith("ing") or is_verb(tokens, end)):
            break
        end += 1
    while end > first and (
        tokens[end - 1].text in QUOTES | {",", "."} or is_in(tokens[end - 1], "conjunctions")
    ):
        end -= 1
    return first, end


def _acts(reader: Reader, key: str) -> bool:
    actor = reader.directory.actors.get(key)
    return actor is None or actor.kind != ActorKind.MEDIA


def _groups(reader: Reader, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Named groups within a phrase: "exiles from the Free Army and the FSA"."""
    found: list[str] = []
    for run in runs_of(sentence, 0, reader.text):
        if not first <= run.first < last:
            continue
        name = reader.index.expand(run.text)
        if name in reader.index.groups or is_group_name(name, reader.directory):
            actor = reader.actor(name)
            found.append(actor.key if actor else UNKNOWN + name)
    return tuple(dict.fromkeys(found))


def _is_description(sentence: Sentence, first: int, last: int) -> bool:
    """Whether common nouns make the phrase ("a unit of ...") rather than a name."""
    head = sentence.tokens[first]
    if head.lower == "the" and last - first == 2:  # noqa: PLR2004  # "the ministry", already named
        return False
    return head.lower in {"a", "an", "some", "several"} or sentence.tokens[last - 1].text.islower()


def _described(reader: Reader, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    tokens = sentence.tokens[first : min(last, first + LONGEST_DESCRIPTION)]
    while tokens and (
        is_in(tokens[0], "determiners") or is_adverb(tokens[0]) or tokens[0].text in QUOTES
    ):
        tokens = tokens[1:]
    if not tokens:
        return ()
    state = _state_among(reader.directory, tokens)
    if not state:
        return ()
    lowers = {token.lower for token in tokens}
    private = lowers & words("topics", "private people") or _is_people(tokens)
    forces = lowers & words("topics", "force words")
    if len(tokens) == 1 and not _is_people(tokens):
        return (state,)
    if forces and not private and not lowers & SINGULAR_BODIES:
        return (state,)
    if forces or private:
        words_of = [t.text for t in tokens if t.text not in QUOTES]
        return (UNKNOWN + " ".join(words_of).replace(" 's", "'s"),)
    return ()


def is_description(key: str) -> bool:
    """Whether a key describes people ("Russian citizens", "a unit of ...") and names nobody."""
    if not key.startswith(UNKNOWN):
        return False
    parts = key.removeprefix(UNKNOWN).split()
    described = words("topics", "private people") | words("topics", "force words")
    lowers = {part for part in parts if part.islower()}
    return bool(lowers & described)


def _is_people(tokens: tuple[Token, ...]) -> bool:
    """As in "Russians", "Ukrainians": the plural of a demonym."""
    return len(tokens) == 1 and tokens[0].is_capitalised and tokens[0].lower.endswith("ns")


def _state_among(directory: Directory, tokens: tuple[Token, ...]) -> str:
    """The state whose name or demonym stands among the words, "" when none or two do."""
    found: list[str] = []
    for token in tokens:
        if not token.is_capitalised:
            continue
        text = token.text.removesuffix("s") if token.lower.endswith("ans") else token.text
        states = [
            m.actor.key
            for m in directory.find(text)
            if m.actor.kind == ActorKind.STATE and m.kind != NameKind.METONYM
        ]
        if len(states) == 1 and states[0] not in found:
            found.append(states[0])
    return found[0] if len(found) == 1 else ""


def party(key: str, directory: Directory, name: str = "", organisation: str = "") -> Party:
    """A party for comparing: its lineage from the directory, or what its description shows.

    A described body of a state has the state in its lineage; private people and named groups
    of a nation have it as ``nation`` only, which binds them to nothing.
    """
    actor = directory.actors.get(key)
    if actor is not None:
        lineage = directory.lineage(key)
        return Party(key, name or actor.name, lineage, directory.claimed_lineage(key))
    shown = name or key.removeprefix(UNKNOWN)
    lineage = frozenset({key})
    claimed: frozenset[str] = frozenset()
    if organisation:
        lineage |= directory.lineage(organisation)
        claimed = directory.claimed_lineage(organisation)
        return Party(key, shown, lineage, claimed)
    return _described_party(key, shown, directory)


def _described_party(key: str, shown: str, directory: Directory) -> Party:
    made = Party(key, shown, frozenset({key}))
    pieces = shown.replace("'s", "").replace("\u2019s", "").split()
    tokens = tuple(Token(0, 0, piece, piece.casefold()) for piece in pieces)
    state = _state_among(directory, tokens)
    if not state:
        return made
    lowers = {token.lower for token in tokens}
    named = all(piece[0].isupper() or piece in {"of", "for", "and"} for piece in pieces)
    if named or lowers & words("topics", "private people"):
        return replace(made, nation=state)
    return replace(made, lineage=made.lineage | directory.lineage(state), nation=state)
