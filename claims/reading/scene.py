"""What resolving a phrase needs: the article, its names, the directory, and who spoke before."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from claims.reading.full_bodies import full_bodies
from claims.reading.grammar import OPENERS, is_adverb, is_in, is_verb
from claims.reading.lexicon import words
from claims.reading.names import (
    NameIndex,
    Run,
    is_person_name,
    kind_of_name,
    runs_of,
    without_title,
)
from claims.reading.text import Sentence, Token
from claims.values import UNKNOWN, ClaimantName
from events.choices import ActorKind
from events.directory import Directory, DirectoryActor, NameMatch, fold

REACH = 3  # sentences over which a statement is still in mind
DATELINE = 8  # tokens of the longest, "Dec 29 (Reuters) -"
DASHES = frozenset({"-", "--", "\u2010", "\u2012", "\u2013", "\u2014", "\u2015"})
NAMING = frozenset({"speaking", "acting", "including", "outgoing"})
LONG_DASHES = DASHES - {"-", "\u2010"}
Found = tuple[ClaimantName, ...] | None
NOBODY: tuple[ClaimantName, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Nameless:
    """A speaker who is described and not named: the article's words, their noun, where it was."""

    text: str
    head: str
    number: int
    plural: bool


@dataclass(slots=True)
class Scene:
    """What has been said so far: who spoke last, where, and which bodies were named.

    ``nameless`` are those described and not named; ``called`` has, by the offset of "the guard"
    or "he", the words with which that speaker was described before. ``at`` is the sentence that
    is being read, past them all when none is; ``heard`` the last in which anybody at all spoke;
    ``document`` is whether the last to speak was a message or report of somebody's.
    """

    last: tuple[ClaimantName, ...] = ()
    last_sentence: int = -2
    last_block: int = -1
    bodies: list[ClaimantName] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    nameless: list[Nameless] = field(default_factory=list)
    at: int = 10**9
    document: bool = False
    heard: int = -2
    called: dict[int, str] = field(default_factory=dict)

    @property
    def nameless_last(self) -> bool:
        """Whether the last who spoke is not named."""
        return bool(self.nameless) and not self.last

    def reach(self, spoke: int) -> int:
        """How many sentences on "the statement" still is of who spoke there, if nobody else did."""
        return REACH if self.heard <= spoke else 1

    def note(self, who: tuple[ClaimantName, ...], sentence: int, block: int) -> None:
        """Keep who spoke."""
        self.last, self.last_sentence, self.last_block = who, sentence, block
        for name in who:
            if name.kind != ActorKind.PERSON and name.key not in {b.key for b in self.bodies}:
                self.bodies.append(name)


@dataclass(frozen=True)
class Reader:
    """All that reading a phrase needs: the article, its names, the directory, the scene."""

    text: str
    sentences: tuple[Sentence, ...]
    index: NameIndex
    directory: Directory
    scene: Scene
    cache: dict[str, tuple[NameMatch, ...]] = field(default_factory=dict)
    outlet: str = ""

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
        if len(found) <= 1:
            return found[0] if found and self._fits(found[0], name) else None
        named = {body.key for body in self.scene.bodies}
        for kept in (
            [actor for actor in found if actor.key in named],
            [actor for actor in found if actor.parent in self.states],
        ):
            if len(kept) == 1:
                return kept[0]
        return None

    def _fits(self, actor: DirectoryActor, name: str) -> bool:
        """Whether "the emergencies ministry" can be this state's: the article has to name it."""
        if name != name.lower() or not actor.parent:
            return True
        return bool(self.directory.lineage(actor.key) & self.states)

    @cached_property
    def runs_by_block(self) -> dict[int, list[Run]]:
        """The names of each paragraph."""
        found: dict[int, list[Run]] = {}
        for run in self.index.runs:
            found.setdefault(self.sentences[run.sentence].block, []).append(run)
        return found

    @cached_property
    def runs_by_sentence(self) -> dict[int, list[Run]]:
        """The names of each sentence."""
        found: dict[int, list[Run]] = {}
        for run in self.index.runs:
            found.setdefault(run.sentence, []).append(run)
        return found

    def service(self, kind: str) -> str:
        """The one force that the article names by its place ("Lagos police"), "" when not one."""
        found = self._services.get(kind, {})
        names = [name for name, proven in found.values() if proven]
        return names[0] if len(found) == len(names) == 1 else ""

    @cached_property
    def _services(self) -> dict[str, dict[str, tuple[str, bool]]]:
        """By kind and folded name; not proven is what only begins a sentence ("Riot police")."""
        found: dict[str, dict[str, tuple[str, bool]]] = {}
        kinds = words("people", "local services")
        for run in self.index.runs:
            tokens = self.sentences[run.sentence].tokens
            after = tokens[run.last].lower if run.last < len(tokens) else ""
            kind = after if after in kinds else run.text.split()[-1].casefold()
            name = f"{run.text} {after}" if after in kinds else run.text
            if kind in kinds and " " in name:
                proven = run.first > 0 or run.text in self.index.inner
                known = found.setdefault(kind, {})
                known[fold(name)] = (name, proven or known.get(fold(name), ("", False))[1])
        return found

    @cached_property
    def full_bodies(self) -> dict[str, list[tuple[int, str]]]:
        """By its noun, the sentence and words of each body that the article describes."""
        return full_bodies(self.sentences)

    @cached_property
    def regions(self) -> dict[str, set[str]]:
        """The names that stand before "region", "oblast", "district" in the article."""
        found: dict[str, set[str]] = {}
        for sentence in self.sentences:
            for before, token in pairwise(sentence.tokens):
                if before.is_capitalised and token.lower in words("people", "regions"):
                    found.setdefault(token.lower, set()).add(before.text)
        return found

    @property
    def states(self) -> frozenset[str]:
        """The states that the article has named so far, by name, capital or demonym.

        Where none stands by itself, those in the names of bodies ("Norish Red Society").
        """
        for named in self._states_named:
            if named:
                return frozenset(key for key, first in named.items() if first <= self.scene.at)
        return frozenset()

    @cached_property
    def _states_named(self) -> tuple[dict[str, int], dict[str, int]]:
        """By state the sentence that names it first: by itself, and in the name of a body."""
        texts = [(text, -1) for text in self.index.headline]
        texts += [(run.text, run.sentence) for run in self.index.runs]
        bodies = [(text.partition(" ")[0], at) for text, at in texts if _is_institution(text)]
        return self._first_named(texts), self._first_named(bodies)

    def _first_named(self, texts: list[tuple[str, int]]) -> dict[str, int]:
        found: dict[str, int] = {}
        for text, at in texts:
            matches = self.find(text)
            if len(matches) == 1:
                actor = matches[0].actor
                state = actor.key if actor.kind == ActorKind.STATE else actor.parent or ""
                found[state] = min(at, found.get(state, at))
        return found


def _is_institution(name: str) -> bool:
    """Whether a name is of a body, whose first word may tell its state: "Norish Red Society"."""
    return " " in name and kind_of_name(name) != ActorKind.OTHER


def make_phrase(text: str, sentence: Sentence, first: int, last: int) -> Phrase:
    """The phrase of some tokens, its apposition set apart and what leads up to it left out."""
    tokens = _past_opening(sentence.tokens[first:last])
    opening = {",", "("} | LONG_DASHES
    cut = next((k for k, t in enumerate(tokens) if t.text in opening and k), len(tokens))
    core = tokens[:cut]
    rest = tokens[cut + 1 :] if cut < len(tokens) and tokens[cut].text != "(" else ()
    relative = next((k for k, t in enumerate(core) if is_in(t, "relatives") and k), len(core))
    core = core[: min(relative, _participle(core))]
    if len(core) > 1 and core[-1].lower in {"itself", "himself", "herself", "themselves"}:
        core = core[:-1]  # "the office itself says"
    return Phrase(core, text[core[0].start : core[-1].end], rest)


def _participle(tokens: tuple[Token, ...]) -> int:
    """Where "lawyers helping Norland's prosecutors" goes on to say what they do; else the end."""
    for at in range(1, len(tokens) - 1):
        token, after = tokens[at], tokens[at + 1]
        led = token.lower in words("people", "leading") and after.lower == "by"
        if led and tokens[at - 1].text.islower() and at > 1:
            return at  # "the committee chaired by Minister Ana Lis"
        going = token.lower.endswith("ing") and token.text.islower()
        named = token.lower in NAMING or token.lower in words("people", "self-styling")
        if not going or named or is_in(tokens[at - 1], "prepositions"):
            continue
        object_follows = is_in(after, "determiners") or is_in(after, "prepositions")
        if object_follows or after.is_capitalised:
            return at
    return len(tokens)


def _past_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Past "As", "neither", a sign, or a dateline ("LAGOS (Reuters) - ")."""
    dash = next((k for k in range(min(len(tokens) - 1, DATELINE), 0, -1)
                 if tokens[k].text in DASHES and _is_dateline(tokens[:k])), -1)  # fmt: skip
    tokens = tokens[dash + 1 :]
    while len(tokens) > 1 and (
        tokens[0].lower in {"neither", "either"}
        or not tokens[0].is_word
        or is_in(tokens[0], "subordinators")
    ):
        tokens = tokens[1:]
    return tokens


def _is_dateline(tokens: tuple[Token, ...]) -> bool:
    return tokens[-1].text == ")" or all(t.text.isupper() or not t.is_word for t in tokens)


def slice_of(reader: Reader, tokens: tuple[Token, ...]) -> str:
    """The article's words from the first to the last of some tokens."""
    return reader.text[tokens[0].start : tokens[-1].end] if tokens else ""


def without_article(text: str) -> str:
    """A phrase without "the" or "a" at its head."""
    first, _, rest = text.partition(" ")
    return rest if first.casefold() in {"the", "a", "an"} and rest else text


def of_actor(actor: DirectoryActor) -> ClaimantName:
    """An actor of the directory as claimant."""
    return ClaimantName(actor.key, actor.name, actor.name, actor.kind)


def person(reader: Reader, name: str, organisation: str = "") -> ClaimantName:
    """A person, by the fullest name in the article; ``organisation`` is whom they speak for."""
    full = reader.index.expand(without_title(name))
    actor = reader.actor(full)
    if actor is not None:
        return of_actor(actor)
    return ClaimantName(UNKNOWN + full, full, full, ActorKind.PERSON, organisation)


def subject_body(reader: Reader, number: int) -> ClaimantName | None:
    """The body with whose name a sentence begins, as its subject: "Norwing offered help"."""
    tokens = reader.sentences[number].tokens
    run = next(iter(reader.runs_by_sentence.get(number, [])), None)
    first = next((k for k, token in enumerate(tokens) if token.text[0].isalpha()), 0)
    if run is None or not first <= run.first <= first + 1:  # past the hour of a live entry
        return None
    if run.first > first and tokens[first].lower != "the":
        return None
    at = run.last
    while at < len(tokens) and is_adverb(tokens[at]):
        at += 1
    quoted = tokens[at : at + 1] and tokens[at].text in OPENERS
    if at >= len(tokens) or not (is_verb(tokens, at + bool(quoted))):
        return None
    name = named(reader, run.text)
    if name.kind == ActorKind.PERSON and not reader.index.is_surely_person(name.name):
        return replace(name, kind=ActorKind.OTHER)  # what "it" goes on with is nobody
    return None if name.kind == ActorKind.PERSON else name


def runs_in(reader: Reader, tokens: tuple[Token, ...]) -> list[Run]:
    """The capitalised runs among some tokens."""
    return list(runs_of(Sentence(tokens, 0), 0, reader.text)) if tokens else []


def named(reader: Reader, name: str, kind: ActorKind = ActorKind.OTHER) -> ClaimantName:
    """A claimant known by a proper name, whatever it is the name of.

    ``kind`` is what its label tells ("the airline Norwing"), where its own words tell nothing.
    """
    full = reader.index.expand(name)
    actor = reader.actor(full) or reader.actor(name)
    if actor is not None:
        return of_actor(actor)
    bare = without_title(full)
    if kind == ActorKind.OTHER and is_person_name(bare, reader.directory):
        return person(reader, bare)
    shown = kind_of_name(full)
    if full in reader.index.groups:
        shown = ActorKind.ARMED_GROUP
    found = kind if shown == ActorKind.OTHER else shown
    return ClaimantName(UNKNOWN + full, full, name, found)


def group_size(phrase: Phrase) -> int:
    """2 for "both groups" and "two paramilitary groups", 1 for "the group", else 0."""
    lowers = phrase.lowers
    heads = words("people", "group heads")
    at = next((k for k, word in enumerate(lowers) if word in heads), -1)
    if at < 0 or "of" in lowers[:at] or lowers[at + 1 : at + 2] == ["'s"]:
        return 0
    if lowers[0] == "the" and lowers[at] in words("people", "several as one"):
        return 1 if at == 1 else 0
    if lowers[0] in {"both", "two"} or (lowers[0] == "the" and lowers[at].endswith("s")):
        return 2
    told = at == 1 or (at == 2 and lowers[1] in words("people", "armed adjectives"))  # noqa: PLR2004  # "the armed group"
    return 1 if lowers[0] == "the" and told else 0
