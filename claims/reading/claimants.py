"""Who a phrase names: directory actors, persons, composed bodies, short forms - never a guess.

Each way to read a phrase is one function in ``WAYS``, asked in order; the first that answers wins.
What none can read stays without a claimant and keeps its words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.names import NameIndex, Run, is_person_name, runs_of
from claims.reading.text import Sentence, Token
from claims.values import ClaimantName
from events.choices import ActorKind
from events.directory import Directory, DirectoryActor, NameMatch, fold

UNKNOWN = "~"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase to be read: its tokens, its text, and what an apposition adds."""

    tokens: tuple[Token, ...]
    text: str
    apposition: tuple[Token, ...] = ()

    @property
    def lowers(self) -> list[str]:
        """Its words, folded."""
        return [token.lower for token in self.tokens]


@dataclass(slots=True)
class Scene:
    """What has been said so far: who spoke last, where, and which bodies were named."""

    last: tuple[ClaimantName, ...] = ()
    last_sentence: int = -2
    last_block: int = -1
    bodies: list[ClaimantName] = field(default_factory=list)
    persons: list[tuple[int, int, str]] = field(default_factory=list)

    def note(self, who: tuple[ClaimantName, ...], sentence: int, block: int) -> None:
        """Keep who spoke."""
        self.last, self.last_sentence, self.last_block = who, sentence, block
        for name in who:
            if name.kind != ActorKind.PERSON and name.key not in {b.key for b in self.bodies}:
                self.bodies.append(name)


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading a phrase needs: the article, its names, the directory, the scene."""

    text: str
    sentences: tuple[Sentence, ...]
    index: NameIndex
    directory: Directory
    scene: Scene
    cache: dict[str, tuple[NameMatch, ...]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[NameMatch, ...]:
        """The directory's matches, asked once a name."""
        if name not in self.cache:
            self.cache[name] = self.directory.find(name)
        return self.cache[name]

    def actor(self, name: str) -> DirectoryActor | None:
        """The one actor of that name; None when there is none or more than one.

        "The defence ministry" fits one ministry a state; an article that names one of them with
        its state, and no other, leaves one reading.
        """
        found = [match.actor for match in self.find(name)]
        if len(found) == 1:
            return found[0]
        named = {body.key for body in self.scene.bodies}
        kept = [actor for actor in found if actor.key in named]
        return kept[0] if len(kept) == 1 else None


def resolve(reader: Reader, number: int, first: int, last: int) -> tuple[ClaimantName, ...]:
    """Whom the tokens of a sentence name as claimants: none, one, or several side by side."""
    sentence = reader.sentences[number]
    phrase = make_phrase(reader.text, sentence, first, last)
    parts = _coordinated(reader, phrase) or (phrase,)
    found: list[ClaimantName] = []
    for part in parts:
        for name in _resolve_one(reader, number, part):
            if name.key not in {known.key for known in found}:
                found.append(replace(name, text=part.text))
    return tuple(found)


def make_phrase(text: str, sentence: Sentence, first: int, last: int) -> Phrase:
    """The phrase of some tokens, its apposition set apart and its articles left out."""
    tokens = sentence.tokens[first:last]
    cut = next((k for k, t in enumerate(tokens) if t.text in {",", "("} and k), len(tokens))
    core = tokens[:cut]
    rest = tokens[cut + 1 :] if cut < len(tokens) and tokens[cut].text == "," else ()
    relative = next((k for k, t in enumerate(core) if is_in(t, "relatives") and k), len(core))
    core = core[:relative]
    while len(core) > 1 and (core[0].lower in {"neither", "either"} or not core[0].is_word):
        core = core[1:]
    return Phrase(core, text[core[0].start : core[-1].end], rest)


def _coordinated(reader: Reader, phrase: Phrase) -> tuple[Phrase, ...]:
    """The names of "the A and the B", where each part is a name of its own."""
    tokens = phrase.tokens
    if len(tokens) == 0:
        return ()
    if _group_size(phrase) and phrase.apposition:
        inner = Phrase(phrase.apposition, _slice(reader, phrase.apposition))
        return _coordinated(reader, inner)
    cuts = [k for k, t in enumerate(tokens) if t.lower in {"and", "or", "nor"}]
    if not cuts or reader.actor(phrase.text) is not None:
        return ()
    pieces: list[Phrase] = []
    start = 0
    for cut in [*cuts, len(tokens)]:
        piece = _bare(tokens[start:cut])
        if not piece or not _is_named(reader, piece):
            return ()
        pieces.append(Phrase(piece, _slice(reader, piece)))
        start = cut + 1
    return tuple(pieces)


def _bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A part without a leading "to" or comma and without a bracket at its end."""
    while tokens and (tokens[0].lower in {"to", "by"} or not tokens[0].is_word):
        tokens = tokens[1:]
    opened = next((k for k, t in enumerate(tokens) if t.text == "("), len(tokens))
    return tokens[:opened]


def _is_named(reader: Reader, tokens: tuple[Token, ...]) -> bool:
    return tokens[-1].is_capitalised or reader.actor(_slice(reader, tokens)) is not None


def _slice(reader: Reader, tokens: tuple[Token, ...]) -> str:
    return reader.text[tokens[0].start : tokens[-1].end] if tokens else ""


def _resolve_one(reader: Reader, number: int, phrase: Phrase) -> tuple[ClaimantName, ...]:
    if not phrase.tokens:
        return ()
    for way in WAYS:
        found = way(reader, number, phrase)
        if found is not None:
            return found
    return ()


Found = tuple[ClaimantName, ...] | None
NOBODY: tuple[ClaimantName, ...] = ()


def _pronoun(reader: Reader, number: int, phrase: Phrase) -> Found:
    """He, she, it, they: the speaker just before, or the one person named before."""
    word = phrase.lowers[0]
    if len(phrase.tokens) > 1 or not is_in(phrase.tokens[0], "pronouns"):
        return None
    near = number - reader.scene.last_sentence <= 1
    last = reader.scene.last if near else NOBODY
    if word in {"he", "she", "him", "her"}:
        persons = tuple(name for name in last if name.kind == ActorKind.PERSON)
        if len(persons) == 1:
            return persons
        return _only_person(reader, number, phrase.tokens[0].start)
    if word in {"it", "they", "them"}:
        same = number == reader.scene.last_sentence
        bodies = tuple(n for n in last if n.kind != ActorKind.PERSON)
        plural = len(bodies) > 1
        fits = bodies and (same or phrase.tokens[0].is_capitalised) and plural == (word != "it")
        return bodies if fits or (bodies and same) else NOBODY
    return NOBODY


def _only_person(reader: Reader, number: int, before: int) -> tuple[ClaimantName, ...]:
    """The one person named earlier in this paragraph; nobody when there are two."""
    block = reader.sentences[number].block
    found: list[str] = []
    for run in reader.index.runs:
        sentence = reader.sentences[run.sentence]
        if sentence.block != block or sentence.tokens[run.first].start >= before:
            continue
        name = reader.index.expand(run.text)
        if is_person_name(name, reader.directory) and name not in found:
            found.append(name)
    return (_person(reader, found[0]),) if len(found) == 1 else NOBODY


def _person(reader: Reader, name: str, organisation: str = "") -> ClaimantName:
    full = reader.index.expand(name)
    actor = reader.actor(full)
    if actor is not None:
        return _of_actor(actor)
    return ClaimantName(UNKNOWN + full, full, full, ActorKind.PERSON, organisation)


def _of_actor(actor: DirectoryActor) -> ClaimantName:
    return ClaimantName(actor.key, actor.name, actor.name, actor.kind)


def _in_directory(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """The phrase is a name of the directory ("Russia's defence ministry", "Kyiv", "the RVC")."""
    text = _without_article(phrase.text)
    for name in dict.fromkeys((text, reader.index.expand(text))):
        actor = reader.actor(name)
        if actor is not None:
            return (_of_actor(actor),)
    return None


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.casefold() in {"the", "a", "an"} and rest else text


def _post(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A post with a name ("State Department spokesman Matthew Miller") or of a known body."""
    at = _post_at(phrase.lowers)
    if at is None:
        return None
    after = phrase.tokens[at + 1 :]
    organisation = _organisation(reader, number, phrase.tokens[:at]) or _organisation(
        reader, number, _after_of(after)
    )
    name = _name_at(reader, after)
    if name:
        return (_person(reader, name, organisation),)
    if phrase.lowers[at] in words("people", "spokespeople") - {"representative"} or (
        phrase.lowers[at] == "representative" and organisation
    ):
        return _body_spoken_for(reader, organisation)
    return _holder(reader, phrase, at)


def _post_at(lowers: list[str]) -> int | None:
    posts = words("people", "posts") | words("people", "spokespeople")
    found = [k for k, word in enumerate(lowers) if word in posts]
    if not found:
        return None
    at = found[0]
    while at + 1 in found:
        at += 1
    return at


def _after_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    if tokens and tokens[0].lower in {"of", "for", "at", "in", "from"}:
        return tokens[1:]
    return ()


def _name_at(reader: Reader, tokens: tuple[Token, ...]) -> str:
    """The name that begins these tokens, "" when none does."""
    if not tokens or not tokens[0].is_capitalised:
        return ""
    runs = [run for run in runs_of(Sentence(tokens, 0), 0, reader.text) if run.first == 0]
    return runs[0].text if runs else ""


def _organisation(reader: Reader, number: int, tokens: tuple[Token, ...]) -> str:
    """The key of the body that stands before or after a post, "" when it is not known."""
    kept = tuple(t for t in tokens if t.lower != "'s" or t is not tokens[-1])
    while kept and is_in(kept[0], "determiners") and not is_in(kept[0], "possessives"):
        kept = kept[1:]
    if not kept:
        return ""
    if kept[0].lower in {"its", "their", "his", "her"}:
        near = number - reader.scene.last_sentence <= 1
        bodies = [n for n in reader.scene.last if n.kind != ActorKind.PERSON]
        return bodies[0].key if near and len(bodies) == 1 else ""
    for first in range(len(kept)):
        actor = reader.actor(reader.index.expand(_slice(reader, kept[first:])))
        if actor is not None:
            return actor.key
    actor = reader.actor(_slice(reader, kept[:1]))
    return actor.key if actor is not None else ""


def _body_spoken_for(reader: Reader, organisation: str) -> tuple[ClaimantName, ...]:
    actor = reader.directory.actors.get(organisation)
    return (_of_actor(actor),) if actor is not None else NOBODY


def _holder(reader: Reader, phrase: Phrase, at: int) -> tuple[ClaimantName, ...]:
    """Who holds a post without being named here: the one person named with it, or the office."""
    head = phrase.lowers[at]
    definite = not (set(phrase.lowers) & {"a", "an", "one", "some", "another", "senior"})
    if not definite or head.endswith("s"):
        return NOBODY
    holders = reader.index.posts.get(head, [])
    if len(holders) == 1:
        return (_person(reader, holders[0]),)
    named = any(t.is_capitalised and t.lower not in {"the", head} for t in phrase.tokens)
    if holders or not named or head in words("people", "singular officials"):
        return NOBODY
    office = _without_article(phrase.text)
    return (ClaimantName(UNKNOWN + office, office, phrase.text, ActorKind.PERSON),)


def _person_with_apposition(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A person's name, with or without "of the Presidential Office" or ", adviser to ..."."""
    runs = [r for r in runs_of(Sentence(phrase.tokens, 0), 0, reader.text) if r.first == 0]
    if not runs:
        return None
    name = reader.index.expand(runs[0].text)
    if not is_person_name(name, reader.directory):
        return None
    rest = _after_of(phrase.tokens[runs[0].last :])
    organisation = _organisation(reader, number, rest) or _first_actor(reader, phrase.apposition)
    return (_person(reader, name, organisation),)


def _first_actor(reader: Reader, tokens: tuple[Token, ...]) -> str:
    for run in _runs(reader, tokens):
        actor = reader.actor(run.text)
        if actor is not None:
            return actor.key
    return ""


def _runs(reader: Reader, tokens: tuple[Token, ...]) -> list[Run]:
    return list(runs_of(Sentence(tokens, 0), 0, reader.text)) if tokens else []


def _group_size(phrase: Phrase) -> int:
    """2 for "both groups" and "two paramilitary groups", 1 for "the group", else 0."""
    lowers = phrase.lowers
    heads = words("people", "group heads")
    at = next((k for k, word in enumerate(lowers) if word in heads), -1)
    if at < 0 or "of" in lowers[:at]:
        return 0
    if lowers[0] in {"both", "two"} or (lowers[0] == "the" and lowers[at].endswith("s")):
        return 2
    return 1 if lowers[0] == "the" and at == 1 else 0


def _groups(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Both groups, the group: those the article names, when their number fits."""
    size = _group_size(phrase)
    if not size:
        return None
    names = reader.index.groups
    if len(names) != size:
        return NOBODY
    return tuple(_named(reader, name) for name in names)


def _named(reader: Reader, name: str) -> ClaimantName:
    full = reader.index.expand(name)
    actor = reader.actor(full) or reader.actor(name)
    if actor is not None:
        return _of_actor(actor)
    kind = ActorKind.PERSON if is_person_name(full, reader.directory) else ActorKind.OTHER
    if full in reader.index.groups:
        kind = ActorKind.ARMED_GROUP
    return ClaimantName(UNKNOWN + full, full, name, kind)


def _short_form(reader: Reader, number: int, phrase: Phrase) -> Found:
    """The ministry, the Legion, the statement: the one body or speaker it can stand for."""
    lowers = phrase.lowers
    if lowers[0] != "the" or len(lowers) != 2:  # noqa: PLR2004  # "the" and one word
        return None
    head = lowers[1]
    near = number - reader.scene.last_sentence <= 1
    if head in words("people", "documents") or head in words("people", "singular officials"):
        return reader.scene.last if near and len(reader.scene.last) == 1 else NOBODY
    group = reader.index.group_called(head)
    if group:
        return (_named(reader, group),)
    known = [body for body in reader.scene.bodies if head in fold(body.name + " " + body.text)]
    if head in words("people", "bodies"):
        return (known[0],) if len(known) == 1 else NOBODY
    return None


def _carrier(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Posts from both groups, a statement by the ministry: who is behind the words."""
    lowers = phrase.lowers
    head = next((k for k, word in enumerate(lowers) if word in words("people", "carriers")), -1)
    mark = next((k for k, word in enumerate(lowers) if word in {"from", "by", "of"}), -1)
    if head < 0 or mark <= head or mark + 1 >= len(lowers):
        return None
    inner = phrase.tokens[mark + 1 :]
    return _resolve_one(reader, number, Phrase(inner, _slice(reader, inner)))


def _body_of_state(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Officials in Kyiv, someone speaking for the ministry: the body that is spoken for."""
    lowers = phrase.lowers
    collective = words("people", "collectives") - words("people", "singular officials")
    marks = [k for k, word in enumerate(lowers) if word in {"in", "of", "for"} and k]
    speaks_for = "speaking" in lowers[:3]
    for mark in marks:
        if not speaks_for and lowers[mark - 1] not in collective:
            continue
        actor = reader.actor(_without_article(_slice(reader, phrase.tokens[mark + 1 :])))
        if actor is None:
            continue
        if not speaks_for:
            composed = f"{actor.name} {lowers[mark - 1]}"
            actor = reader.actor(composed) or reader.actor(f"{actor.name} government") or actor
        return (_of_actor(actor),)
    return None


def _proper_name(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """A name that the directory does not know: "Kommersant", "the channel Baza"."""
    runs = _runs(reader, phrase.tokens)
    if not runs:
        return None
    run = runs[-1]
    if run.last != len(phrase.tokens):
        return _named_body(reader, phrase, runs)
    before = phrase.tokens[run.first - 1].lower if run.first else ""
    only_name = run.first == 0 or (run.first == 1 and before == "the")
    labelled = before in words("people", "bodies") | words("people", "posts")
    if not (only_name or labelled):
        return _named_body(reader, phrase, runs)
    # A first word that is no known name and stands alone in the plural may be any noun.
    if run.first == 0 and phrase.tokens[0].start == _sentence_start(reader, phrase):
        text = run.text
        if " " not in text and text.endswith("s") and text.isalpha() and not text.isupper():
            return (_named(reader, text),) if reader.actor(text) else NOBODY
    return (_named(reader, run.text),)


def _sentence_start(reader: Reader, phrase: Phrase) -> int:
    at = phrase.tokens[0].start
    return next((s.start for s in reader.sentences if s.start <= at < s.end), -1)


def _named_body(reader: Reader, phrase: Phrase, runs: list[Run]) -> tuple[ClaimantName, ...]:
    """A body known by a name and a common noun: "Belgorod regional government"."""
    head = phrase.tokens[-1].lower
    bodies = words("people", "bodies") - words("people", "group heads")
    indefinite = phrase.lowers[0] in {"a", "an", "some", "several", "many"}
    if head not in bodies or indefinite or not runs:
        return NOBODY
    name = _without_article(phrase.text)
    return (ClaimantName(UNKNOWN + name, name, phrase.text, ActorKind.ORGANISATION),)


WAYS: tuple[Callable[[Reader, int, Phrase], Found], ...] = (
    _pronoun,
    _in_directory,
    _groups,
    _carrier,
    _short_form,
    _person_with_apposition,
    _post,
    _body_of_state,
    _proper_name,
)
