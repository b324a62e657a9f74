"""Who a phrase names: directory actors, persons, composed bodies, short forms - never a guess.

Each way to read a phrase is one function in ``WAYS``, asked in order; the first that answers wins.
What none can read stays without a claimant and keeps its words.
"""

from collections.abc import Callable
from dataclasses import replace

from claims.reading import bodies, labels, persons, posts, pronouns, short_forms
from claims.reading.grammar import CLOSERS, is_in
from claims.reading.lexicon import words
from claims.reading.offices import holder
from claims.reading.scene import (
    NOBODY,
    Found,
    Phrase,
    Reader,
    Scene,
    group_size,
    make_phrase,
    named,
    person,
    runs_in,
    slice_of,
    subject_body,
)
from claims.reading.subjects import main_subject
from claims.reading.text import Sentence, Token
from claims.values import UNKNOWN, ClaimantName
from events.choices import ActorKind
from events.directory import fold

__all__ = ["UNKNOWN", "Reader", "Scene", "make_phrase", "resolve"]
CONJUNCTIONS = frozenset({"and", "or", "nor"})
QUOTING = frozenset({"quoted", "quotes", "cited", "cites"})
QUOTED = 16  # tokens of the longest speaker that is quoted "as saying"
OWNING = frozenset({"'s", "\u2019s", "'", "\u2019"})  # "Berg's" of "Berg's claim"
CITING = frozenset({"citing", "quoting"})
CITED = 3  # tokens of "Citing police," before who cites them
OUTLETS = frozenset({ActorKind.MEDIA, ActorKind.OTHER})
SELF_STYLED = frozenset({"themselves", "itself", "himself"})


def resolve(reader: Reader, number: int, first: int, last: int) -> tuple[ClaimantName, ...]:
    """Whom the tokens of a sentence name as claimants: none, one, or several side by side."""
    reader.scene.at = number
    sentence = reader.sentences[number]
    first, last = _quoted_by(sentence, first, last)
    while last - 1 > first and sentence.tokens[last - 1].text in OWNING:
        last -= 1
    phrase = make_phrase(reader.text, sentence, first, last)
    if phrase.lowers[-1:] in (["them"], ["us"]) and phrase.apposition:  # "one of them, Jan Lis,"
        phrase = Phrase(phrase.apposition, slice_of(reader, phrase.apposition))
    apposed = persons.before_apposition(reader, number, first)
    parts = _coordinated(reader, phrase) or (phrase,)
    found: dict[str, ClaimantName] = {}
    for part in parts:
        cited = _cited_ahead(reader, number, first, part) or _cited(reader, number, part)
        for name in apposed or cited or _resolve_one(reader, number, part):
            spelled = _spelled(reader, name)
            if _is_mere_noun(spelled):
                group = reader.index.group_called(fold(spelled.name))
                if not group:
                    continue
                spelled = named(reader, group)
            found.setdefault(spelled.key, replace(spelled, text=part.text))
    return tuple(found.values())


def _cited(reader: Reader, number: int, phrase: Phrase) -> tuple[ClaimantName, ...]:
    """Of "Mirpress, citing the police, said": the police; nobody where no paper cites anybody."""
    if not phrase.apposition or phrase.apposition[0].lower not in CITING:
        return NOBODY
    inner = phrase.apposition[1:]
    while inner and not inner[-1].is_word:
        inner = inner[:-1]
    if not inner or not _is_outlet(reader, number, replace(phrase, apposition=())):
        return NOBODY
    return _resolve_one(reader, number, Phrase(inner, slice_of(reader, inner)))


def _cited_ahead(
    reader: Reader, number: int, first: int, phrase: Phrase
) -> tuple[ClaimantName, ...]:
    """Of "Citing the police, Mirpress said": the police; nobody where no paper cites anybody."""
    sentence = reader.sentences[number]
    if sentence.tokens[0].lower not in CITING or first < CITED or sentence.tokens[0].quoted:
        return NOBODY
    if sentence.tokens[first - 1].text != "," or not _is_outlet(reader, number, phrase):
        return NOBODY
    return _resolve_one(reader, number, make_phrase(reader.text, sentence, 1, first - 1))


def _is_outlet(reader: Reader, number: int, phrase: Phrase) -> bool:
    return all(name.kind in OUTLETS for name in _resolve_one(reader, number, phrase))


def _is_mere_noun(name: ClaimantName) -> bool:
    """Whether a name is nothing but a word for a body: "Corps" of "Corps fighters"."""
    lower = fold(name.name)
    mere = words("people", "armed groups") | words("people", "group heads")
    return name.key.startswith(UNKNOWN) and lower in mere and not name.name.isupper()


def _quoted_by(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Of "Tass quoted the mayor as saying", found from "Tass": the mayor."""
    tokens = sentence.tokens
    if last >= len(tokens) or tokens[last].lower not in QUOTING:
        return first, last
    for at in range(last + 2, min(last + QUOTED, len(tokens) - 1)):
        if tokens[at].lower == "as" and tokens[at + 1].lower.endswith("ing"):
            return last + 1, at
    return first, last


def _spelled(reader: Reader, name: ClaimantName) -> ClaimantName:
    """The name as the article first has it: "Norish navy" and "Norish Navy" are one."""
    if not name.key.startswith(UNKNOWN):
        return name
    first = reader.scene.spellings.setdefault(fold(name.name), name.name)
    return replace(name, key=UNKNOWN + first, name=first)


def _coordinated(reader: Reader, phrase: Phrase) -> tuple[Phrase, ...]:
    """The names of "the A and the B", where each part is a name of its own."""
    tokens = phrase.tokens
    if len(tokens) == 0:
        return ()
    if any(word in SELF_STYLED for word in phrase.lowers):
        return ()
    if phrase.apposition and (group_size(phrase) or phrase.lowers[-1].endswith("s")):
        inner = Phrase(phrase.apposition, slice_of(reader, phrase.apposition))
        return _coordinated(reader, inner)
    inside = {k for run in runs_in(reader, tokens) for k in range(run.first, run.last)}
    cuts = [k for k, t in enumerate(tokens) if t.lower in CONJUNCTIONS and k not in inside]
    if not cuts or reader.actor(phrase.text) is not None:
        return ()
    pieces: list[Phrase] = []
    start = 0
    for cut in [*cuts, len(tokens)]:
        piece = _bare(tokens[start:cut])
        if not piece or not _is_named(reader, piece) or _shares_post(piece, tokens[cut:]):
            return ()
        pieces.append(Phrase(piece, slice_of(reader, piece)))
        start = cut + 1
    return tuple(pieces)


def _shares_post(piece: tuple[Token, ...], rest: tuple[Token, ...]) -> bool:
    """As in "Energy and mines minister Ana Ruiz": fields of one post, not two speakers."""
    field = len(piece) == 1 and piece[0].lower in words("people", "fields")
    small = [token for token in rest[1:] if token.is_word][:1]
    return field and bool(small) and small[0].text.islower()


def _bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A part without a leading "to", "both" or comma and without a bracket at its end."""
    while tokens and (tokens[0].lower in {"to", "by", "both"} or not tokens[0].is_word):
        tokens = tokens[1:]
    opened = next((k for k, t in enumerate(tokens) if t.text == "("), len(tokens))
    tokens = tokens[:opened]
    while tokens and not tokens[-1].is_word:
        tokens = tokens[:-1]
    return tokens


def _is_named(reader: Reader, tokens: tuple[Token, ...]) -> bool:
    return tokens[-1].is_capitalised or reader.actor(slice_of(reader, tokens)) is not None


def _resolve_one(reader: Reader, number: int, phrase: Phrase) -> tuple[ClaimantName, ...]:
    if not phrase.tokens:
        return ()
    for way in WAYS:
        found = way(reader, number, phrase)
        if found is not None:
            return found
    return ()


def _told_of(reader: Reader, number: int, phrase: Phrase) -> Found:
    """It, of "Mir's port board met again. It said that ...": the subject of that sentence."""
    tokens = reader.sentences[number].tokens
    if phrase.lowers != ["it"] or number - reader.scene.last_sentence <= 1:
        return None
    at = next(k for k, token in enumerate(tokens) if token.start == phrase.tokens[0].start)
    before = reader.sentences[number - 1]
    if (at and tokens[at - 1].text not in CLOSERS | {","}) or before.block != reader.sentences[
        number
    ].block:
        return NOBODY
    body = subject_body(reader, number - 1)
    if body is not None:
        return (body,)
    subject = main_subject(before, len(before.tokens))
    if subject is None:
        return NOBODY
    told = make_phrase(reader.text, before, subject.first, subject.last)
    found = _resolve_one(reader, number - 1, told)
    return found if len(found) == 1 and found[0].kind != ActorKind.PERSON else NOBODY


def _carrier(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Posts from both groups, a statement by the ministry, a Norpower report: who is behind."""
    lowers = phrase.lowers
    published = _published(reader, number, phrase)
    if published is not None:
        return published
    common = (k for k, token in enumerate(phrase.tokens) if token.text.islower() or not k)
    head = next((k for k in common if lowers[k] in words("people", "carriers")), -1)
    if head < 0:
        return None
    mark = next((k for k, word in enumerate(lowers) if word in {"from", "by", "of"}), -1)
    if mark > head and lowers[mark - 1] in words("cues", "passing on"):
        return NOBODY  # "a report seen by the Post" is not the Post's
    if mark > head and mark + 1 < len(lowers):
        inner = phrase.tokens[mark + 1 :]
        found = _resolve_one(reader, number, Phrase(inner, slice_of(reader, inner)))
        # "Reports from Nortown" come from a place, "a statement from Nortown" does not.
        placed = (
            lowers[head] in {"report", "reports", "footage", "video", "images"}
            and lowers[mark] == "from"
        )
        return NOBODY if placed and _is_state(found) else found
    inner = _before_post(phrase.tokens[:head])
    if head + 1 < len(lowers) or not inner or not inner[0].is_capitalised:
        return None
    return _resolve_one(reader, number, Phrase(inner, slice_of(reader, inner)))


def _published(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Whose channel or page speaks; nobody for "took over the mayor's channel, which said"."""
    if is_in(phrase.tokens[0], "prepositions") and phrase.lowers[-1] in words("people", "channels"):
        return NOBODY
    owner = _channels_owner(phrase)
    return _resolve_one(reader, number, Phrase(owner, slice_of(reader, owner))) if owner else None


def _channels_owner(phrase: Phrase) -> tuple[Token, ...]:
    """Whose "the mayor's Telegram channel", "a post on the mayor's official page" is."""
    lowers = phrase.lowers
    if lowers[-1:] == [] or lowers[-1] not in words("people", "channels"):
        return ()
    end = next((k for k in range(len(lowers) - 1, 0, -1) if lowers[k] == "'s"), 0)
    between = lowers[end + 1 : -1]
    if not end or not all(word in words("people", "channel kinds") for word in between):
        return ()
    first = next((k + 1 for k in range(end - 1, -1, -1) if lowers[k] in {"on", "in", "to"}), 0)
    head = [word for word in lowers[: max(first - 1, 0)] if word not in words("people", "bland")]
    plain = words("people", "posted") | {"a", "an", "the", "posted", "published", "shared"}
    return phrase.tokens[first:end] if all(word in plain for word in head) else ()


def _is_state(found: tuple[ClaimantName, ...]) -> bool:
    return any(name.kind == ActorKind.STATE for name in found)


def _self_styled(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Men calling themselves the Legion: the name they use."""
    lowers = phrase.lowers
    marks = [k for k, word in enumerate(lowers) if word in SELF_STYLED]
    if not marks or marks[0] < 1 or lowers[marks[0] - 1] not in words("people", "self-styling"):
        return None
    inner = phrase.tokens[marks[0] + 1 :]
    inner = inner[inner[:1] != () and inner[0].lower == "as" :]
    if not inner:
        return NOBODY
    named = Phrase(inner, slice_of(reader, inner))
    parts = _coordinated(reader, named) or (named,)
    return tuple(name for part in parts for name in _resolve_one(reader, number, part))


def _spoken_for(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A spokesman for Norpower, a Norpower spokeswoman, the mayor's spokesman: for whom."""
    at = posts.post_at(phrase)
    if at is None or phrase.lowers[at] not in words("people", "spokespeople"):
        return None
    if any(token.is_capitalised for token in phrase.tokens[at + 1 : at + 2]) or phrase.apposition:
        return None
    inner = posts.after_of(phrase.tokens[at + 1 :]) or _before_post(phrase.tokens[:at])
    if not inner:
        return None
    found = _resolve_one(reader, number, Phrase(inner, slice_of(reader, inner)))
    if found and found[0].kind == ActorKind.PERSON and _is_surely_person(reader, found[0]):
        return _persons_spokesman(reader, phrase, at, found[0])
    words_of = [token.lower for token in inner]
    return found or short_forms.short_form_of(reader, number, words_of, inner[0].start) or None


def _is_surely_person(reader: Reader, name: ClaimantName) -> bool:
    return not name.key.startswith(UNKNOWN) or reader.index.is_surely_person(name.name)


def _persons_spokesman(reader: Reader, phrase: Phrase, at: int, owner: ClaimantName) -> Found:
    """Berg's spokesman: he by name where the article has told it, else "Ola Berg's spokesman"."""
    name, _ = holder(reader.index.offices, phrase.tokens, reader.directory)
    if name:
        return (person(reader, name),)
    called = f"{owner.name}'s {phrase.lowers[at]}"
    voice = owner.organisation or ("" if owner.key.startswith(UNKNOWN) else owner.key)
    return (ClaimantName(UNKNOWN + called, called, phrase.text, ActorKind.PERSON, voice),)


def _before_post(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Whose spokesman it is: "a company" of "a company spokesman", "Berg" of "Berg's"."""
    if tokens and tokens[-1].lower == "'s":
        tokens = tokens[:-1]
    while tokens and (is_in(tokens[0], "determiners") or tokens[0].lower in posts.INDEFINITE):
        tokens = tokens[1:]
    return tokens


WAYS: tuple[Callable[[Reader, int, Phrase], Found], ...] = (
    _told_of,
    pronouns.pronoun,
    _self_styled,
    short_forms.same_one,
    short_forms.owned_by_subject,
    short_forms.owned_by_speaker,
    persons.surname,
    persons.given_name,
    bodies.in_directory,
    persons.in_apposition,
    bodies.regional,
    short_forms.groups,
    _carrier,
    short_forms.short_form,
    persons.person_with_apposition,
    labels.labelled_name,
    _spoken_for,
    posts.post,
    bodies.tail_in_directory,
    labels.owned_name,
    persons.kin,
    persons.person_at_end,
    bodies.body_of_state,
    short_forms.known_tail,
    bodies.proper_name,
    bodies.definite_body,
)
