"""The names an article uses, collected once: persons with their posts, bodies, groups, acronyms."""

from dataclasses import dataclass, field, replace

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.name_kinds import (
    is_group_name,
    is_person_name,
    kind_of_name,
    without_title,
)
from claims.reading.offices import Office, offices_of
from claims.reading.runs import PARTICLES, Run, runs_of
from claims.reading.text import Sentence, Token, blocks
from claims.reading.text import sentences as split_sentences
from events.choices import ActorKind
from events.directory import Directory, fold

__all__ = [
    "NameIndex",
    "Run",
    "index_names",
    "is_group_name",
    "is_person_name",
    "kind_of_name",
    "runs_of",
    "without_title",
]
APPOSITION = 10  # tokens in which an apposition names its noun
ACRONYM = range(2, 9)  # letters, from "AU" to "UNMISSCO"


@dataclass(slots=True)
class NameIndex:
    """What an article's names stand for. Filled by ``index_names`` and only read afterwards.

    ``labels`` are the bodies that the article tells what they are: "airline" has those of "the
    airline Norwing" and "Norwing, an airline". ``inner`` are the runs that stand somewhere past
    the head of a sentence, where a capital shows a name, ``heads`` those that begin one.
    ``titled`` are persons by a title or post, ``genders`` has "he" or "she" of those it tells of.
    ``headline`` are the names of the title, ``things`` those of ships, villages, storms.
    """

    runs: list[Run] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    full_names: dict[str, list[str]] = field(default_factory=dict)
    other_names: dict[str, list[str]] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)
    inner: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    genders: dict[str, str] = field(default_factory=dict)
    headline: list[str] = field(default_factory=list)
    things: set[str] = field(default_factory=set)

    def expand(self, name: str) -> str:
        """The fullest form of a name in the article, itself when there is none or several."""
        if name in self.acronyms:
            return self.acronyms[name]
        return self._full_name(name) or name

    def is_surname(self, name: str) -> bool:
        """Whether it is the name that one person named in full is called by: "Guterres", "Lula"."""
        return bool(self._full_name(name))

    def _full_name(self, name: str) -> str:
        """Antonio Guterres of "Guterres", Ursula von der Leyen of "Von der Leyen"; else ""."""
        particle, _, rest = name.partition(" ")
        if rest and particle.casefold() not in PARTICLES:
            return ""
        longer = self.full_names.get(fold(name.rpartition(" ")[2]), [])
        if not longer and not rest:
            longer = self.other_names.get(fold(name), [])
        fitting = [full for full in longer if not rest or fold(full).endswith(f" {fold(name)}")]
        return fitting[0] if len(fitting) == 1 else ""

    def fits(self, name: str, word: str) -> bool:
        """Whether somebody can be "he" or "she", as far as title and first name tell."""
        first = name.partition(" ")[0].casefold()
        known = "he" if first in words("people", "his names") else ""
        known = "she" if first in words("people", "her names") else known
        return self.genders.get(name, known or word) == word

    def is_proven(self, name: str) -> bool:
        """Whether the article or a first name shows that a name is a person's, not a place's."""
        first, _, rest = name.partition(" ")
        if first.casefold() in words("people", "his names") | words("people", "her names"):
            return True
        surname = rest.rpartition(" ")[2]
        told = name in self.genders or any(office.name == name for office in self.offices)
        return told or bool({name, surname} & self.heads) or surname in self.inner

    def is_surely_person(self, name: str) -> bool:
        """Whether title, first name or the surname alone show it; "Rete Nord" may be a firm."""
        first, _, rest = name.partition(" ")
        if first.casefold() in words("people", "his names") | words("people", "her names"):
            return True
        alone = rest.rpartition(" ")[2] in self.inner | self.heads
        return alone or name in self.genders or name in self.titled

    def group_called(self, head: str) -> str:
        """The one named group whose name has the word ("the Legion"), "" when not one."""
        found = [name for name in self.groups if head in fold(name).split()]
        return found[0] if len(found) == 1 else ""

    def labelled(self, label: str) -> str:
        """The one body that the article calls so ("the airline"), "" when not one."""
        found = self.labels.get(label, [])
        return found[0] if len(found) == 1 else ""


def index_names(
    sentences: list[Sentence], text: str, directory: Directory, title: str = ""
) -> NameIndex:
    """Read the names of an article off its sentences, and full names off its title."""
    index = NameIndex()
    lowercase = {t.lower for s in sentences for t in s.tokens if t.text.islower()}
    for number, sentence in enumerate(sentences):
        for run in runs_of(sentence, number, text, lowercase):
            index.runs.append(run)
            _note_acronym(index, sentence, run, directory)
            (index.inner if run.first else index.heads).add(run.text)
    index.things = {run.text for run in index.runs if _is_thing(sentences[run.sentence], run)}
    for run in index.runs:
        _note_full_name(index, run, directory)
    _note_title(index, title, directory)
    for run in index.runs:
        _note_offices(index, sentences[run.sentence], run, directory)
        if run.text in index.acronyms:
            continue
        _note_label(index, sentences[run.sentence], run)
        if is_group_name(run.text, directory):
            _note_group(index, run.text, directory)
    return index


def _note_acronym(index: NameIndex, sentence: Sentence, run: Run, directory: Directory) -> None:
    """As in "Russian Volunteer Corps (RVC)": the bracket right after a name has its acronym."""
    after = sentence.tokens[run.last : run.last + 4]
    if after and after[0].lower in words("people", "bodies"):
        after = after[1:]
    signs = [t.text for t in after[:3:2]]
    between = signs == ["(", ")"] or (
        signs == [",", ","] and kind_of_name(run.text) != ActorKind.OTHER and " " in run.text
    )
    if between and _is_acronym(after[1].text) and not is_person_name(run.text, directory):
        index.acronyms.setdefault(after[1].text, run.text)


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) in ACRONYM


def _note_full_name(index: NameIndex, run: Run, directory: Directory) -> None:
    name = without_title(run.text)
    if name in index.things or not is_person_name(name, directory):
        return
    *others, last = name.split()
    _note_form(index.full_names, last, name)
    for part in others:
        if part[0].isupper():
            _note_form(index.other_names, part, name)


def _is_thing(sentence: Sentence, run: Run) -> bool:
    """As in "the tanker Ana Luz", "the village of Ana Kol"."""
    before = [token.lower for token in sentence.tokens[max(run.first - 2, 0) : run.first]]
    before = before[:-1] if before[-1:] == ["of"] else before
    return bool(before) and before[-1] in words("people", "named things")


def _note_title(index: NameIndex, title: str, directory: Directory) -> None:
    """The full names of a title whose surname alone stands in the text."""
    alone = {run.text for run in index.runs if " " not in run.text}
    headline = [sentence for block in blocks(title) for sentence in split_sentences(block)]
    for run in (run for sentence in headline for run in runs_of(sentence, 0, title)):
        index.headline.append(run.text)
        last = without_title(run.text).rpartition(" ")[2]
        if last in alone and fold(last) not in index.full_names:
            _note_full_name(index, run, directory)


def _note_form(known: dict[str, list[str]], part: str, name: str) -> None:
    forms = known.setdefault(fold(part), [])
    if name not in forms:
        forms.append(name)


def _note_offices(index: NameIndex, sentence: Sentence, run: Run, directory: Directory) -> None:
    """The posts of a person: one named in full, or by a surname with a title before it."""
    bare = without_title(run.text)
    forms = index.full_names.get(fold(bare.split()[-1]), [])
    before = sentence.tokens[run.first - 1].lower if run.first else ""
    titled = bare != run.text or before.rstrip(".") in words("people", "posts")
    if bare not in forms and not titled and not index.is_surname(bare):
        return
    name = forms[0] if len(forms) == 1 else bare
    if titled:
        index.titled.add(name)
    found = offices_of(sentence, run, bare, directory)
    index.offices += [replace(office, name=name) for office in found]
    told = {word for office in found for word in office.words}
    told |= {word.casefold().rstrip(".") for word in run.text.removesuffix(bare).split()}
    for section, word in (("he", "he"), ("she", "she")):
        if told & words("people", section):
            index.genders.setdefault(name, word)


def _note_label(index: NameIndex, sentence: Sentence, run: Run) -> None:
    """What the article says a body is: "the airline Norwing", "Norwing, Chile's airline"."""
    tokens = sentence.tokens
    found: set[str] = set()
    if run.first and tokens[run.first - 1].lower in words("people", "labels"):
        found.add(tokens[run.first - 1].lower)
        if run.first > 1 and tokens[run.first - 2].text.islower():
            found.add(f"{tokens[run.first - 2].lower} {tokens[run.first - 1].lower}")
    if tokens[run.last : run.last + 1] and tokens[run.last].text == ",":
        found |= _apposed_labels(tokens, run.last + 1)
    for label in found:
        names = index.labels.setdefault(label, [])
        name = index.expand(run.text)
        if name not in names:
            names.append(name)


def _apposed_labels(tokens: tuple[Token, ...], first: int) -> set[str]:
    head = tokens[first : first + 1]
    if not head or not (head[0].lower in {"a", "an", "the"} or head[0].is_capitalised):
        return set()
    for at in range(first, min(first + APPOSITION, len(tokens))):
        token = tokens[at]
        if not token.is_word and token.text != "'s":
            return set()
        if token.lower in words("people", "labels") and _ends_noun(tokens, at + 1):
            return {token.lower}
    return set()


def _ends_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun phrase can end before a token: not in "airline spokesman"."""
    if at >= len(tokens) or not tokens[at].is_word:
        return True
    return is_in(tokens[at], "prepositions") or is_in(tokens[at], "relatives")


def _note_group(index: NameIndex, name: str, directory: Directory) -> None:
    """A shorter or other form of a group already known is no second group."""
    parts = set(fold(name).split())
    keys = {match.actor.key for match in directory.find(name)}
    for known in index.groups:
        same = keys & {match.actor.key for match in directory.find(known)}
        if same or parts <= set(fold(known).split()):
            return
    index.groups.append(name)
