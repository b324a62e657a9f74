"""The names an article uses, collected once: persons with their posts, bodies, groups, acronyms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claims.reading.grammar import OPENERS, is_in
from claims.reading.lexicon import words
from claims.reading.text import Sentence, Token
from events.directory import Directory, fold

CONNECTORS = frozenset(
    [
        "of",
        "for",
        "de",
        "del",
        "der",
        "van",
        "von",
        "al",
        "bin",
        "ibn",
        "the",
        "la",
        "le",
        "da",
        "du",
    ]
)
PARTICLES = CONNECTORS - {"of", "for", "the"}
PERSON_WORDS = range(2, 5)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words: tokens ``first`` to ``last`` of sentence number ``sentence``."""

    sentence: int
    first: int
    last: int
    text: str


@dataclass(slots=True)
class NameIndex:
    """What an article's names stand for. Filled by ``index_names`` and only read afterwards."""

    runs: list[Run] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    full_names: dict[str, list[str]] = field(default_factory=dict)
    posts: dict[str, list[str]] = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)

    def expand(self, name: str) -> str:
        """The fullest form of a name in the article, itself when there is none or several."""
        if name in self.acronyms:
            return self.acronyms[name]
        longer = self.full_names.get(fold(name), [])
        return longer[0] if len(longer) == 1 else name

    def group_called(self, head: str) -> str:
        """The one named group whose name has the word ("the Legion"), "" when not one."""
        found = [name for name in self.groups if head in fold(name).split()]
        return found[0] if len(found) == 1 else ""


def index_names(sentences: list[Sentence], text: str, directory: Directory) -> NameIndex:
    """Read the names of an article off its sentences."""
    index = NameIndex()
    lowercase = {t.lower for s in sentences for t in s.tokens if t.text.islower()}
    for number, sentence in enumerate(sentences):
        for run in runs_of(sentence, number, text, lowercase):
            index.runs.append(run)
            _note_acronym(index, sentence, run)
    for run in index.runs:
        _note_full_name(index, run, directory)
        _note_post(index, sentences[run.sentence], run, directory)
        if run.text not in index.acronyms and is_group_name(run.text, directory):
            _note_group(index, run.text)
    return index


def runs_of(
    sentence: Sentence, number: int, text: str, lowercase: Iterable[str] = ()
) -> Iterator[Run]:
    """The capitalised runs of a sentence: "Liberty of Russia Legion", "Gladkov", "RVC"."""
    tokens = sentence.tokens
    known_lower = frozenset(lowercase)
    at = 0
    while at < len(tokens):
        if not _is_name_word(tokens, at, known_lower):
            at += 1
            continue
        end = _run_end(tokens, at)
        start, stop = sentence.span(at, end)
        yield Run(number, at, end, text[start:stop])
        at = end


def _is_name_word(tokens: tuple[Token, ...], at: int, known_lower: frozenset[str]) -> bool:
    token = tokens[at]
    if not token.is_capitalised or token.lower == "'s":
        return False
    if at > 0 and tokens[at - 1].text not in OPENERS | {":", "\u2022"}:
        return token.lower not in words("people", "not names")
    if token.text.isupper() and len(token.text) > 1:
        return True
    if token.lower in _common() or token.lower in words("people", "not names"):
        return False
    follows_name = at + 1 < len(tokens) and tokens[at + 1].is_capitalised
    return follows_name or token.lower not in known_lower


def _common() -> frozenset[str]:
    sections = ("determiners", "prepositions", "conjunctions", "subordinators", "pronouns")
    closed = frozenset().union(*(words("grammar", section) for section in sections))
    more = words("grammar", "adverbs") | words("grammar", "time words")
    people = words("people", "posts") | words("people", "people") | words("people", "collectives")
    return closed | more | people


def _run_end(tokens: tuple[Token, ...], first: int) -> int:
    """The end of a run; "of" and "for" join only within the name of a body."""
    end = first + 1
    while end < len(tokens):
        token = tokens[end]
        if (
            (token.is_capitalised and token.lower not in words("people", "not names"))
            or (token.lower in CONNECTORS and _joins(tokens, first, end))
            or (token.lower == "'s" and end - first > 1 and _is_body_ahead(tokens, end + 1))
        ):
            end += 1
        else:
            break
    while tokens[end - 1].lower in CONNECTORS | {"'s"} and not tokens[end - 1].is_capitalised:
        end -= 1
    return end


def _is_body_ahead(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "People's Party": a possessive inside the name of a body."""
    if at >= len(tokens) or not tokens[at].is_capitalised:
        return False
    return tokens[at].lower in words("people", "bodies")


def _joins(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    following = at + 1
    while following < len(tokens) and tokens[following].lower in CONNECTORS and following < at + 3:
        following += 1
    if following >= len(tokens) or not tokens[following].is_capitalised:
        return False
    if tokens[at].lower in PARTICLES:
        return True
    end = following
    while end < len(tokens) and tokens[end].is_capitalised:
        end += 1
    bodies = words("people", "bodies")
    return any(t.lower in bodies for t in tokens[first:at]) or tokens[end - 1].lower in words(
        "people", "armed groups"
    )


def is_group_name(name: str, directory: Directory) -> bool:
    """Whether a name is that of an armed or other organised group."""
    parts = name.split()
    kinds = {match.actor.kind.value for match in directory.find(name)}
    if kinds:
        return "armed_group" in kinds
    heads = words("people", "armed groups") - {"state", "forces", "guard", "army", "company"}
    return len(parts) > 1 and bool({part.casefold() for part in parts} & heads)


def is_person_name(name: str, directory: Directory) -> bool:
    """Whether a name looks like a person's: two to four words, none of them a body or a nation."""
    parts = name.split()
    if len(parts) not in PERSON_WORDS or directory.find(name):
        return False
    bodies = words("people", "bodies") | words("people", "media") | words("people", "posts")
    for part in parts:
        lower = part.casefold().rstrip(".")
        if lower in bodies or (part.isupper() and len(part) > 2) or directory.find(part):  # noqa: PLR2004  # "V." and "JD" are initials
            return False
        if not (part[0].isupper() or lower in PARTICLES):
            return False
    return True


def _note_acronym(index: NameIndex, sentence: Sentence, run: Run) -> None:
    """As in "Russian Volunteer Corps (RVC)": the bracket right after a name has its acronym."""
    after = sentence.tokens[run.last : run.last + 3]
    if after and after[0].lower in words("people", "bodies"):
        after = sentence.tokens[run.last + 1 : run.last + 4]
    if [t.text for t in after[::2]] == ["(", ")"] and _is_acronym(after[1].text):
        index.acronyms.setdefault(after[1].text, run.text)


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 8  # noqa: PLR2004  # "AU" to "UNMISSCO"


def _note_full_name(index: NameIndex, run: Run, directory: Directory) -> None:
    name = without_title(run.text)
    if not is_person_name(name, directory):
        return
    forms = index.full_names.setdefault(fold(name.split()[-1]), [])
    if name not in forms:
        forms.append(name)


def without_title(name: str) -> str:
    """A name without the post before it: "Ali Lis" of "President Ali Lis"."""
    parts = name.split()
    while len(parts) > 1 and parts[0].casefold().rstrip(".") in words("people", "posts"):
        parts = parts[1:]
    return " ".join(parts)


def _note_post(index: NameIndex, sentence: Sentence, run: Run, directory: Directory) -> None:
    """The post a name is given with: "governor Gladkov", "Maliar, deputy defence minister"."""
    name = index.expand(run.text)
    if not is_person_name(name, directory):
        return
    tokens = sentence.tokens
    heads: list[str] = []
    before = run.first - 1
    if before > 0 and tokens[before].text == ",":
        before -= 1
    if before >= 0 and tokens[before].lower in _posts():
        heads.append(tokens[before].lower)
    if run.last + 1 < len(tokens) and tokens[run.last].text == ",":
        heads += _apposed_posts(tokens, run.last + 1)
    for head in heads:
        holders = index.posts.setdefault(head, [])
        if name not in holders:
            holders.append(name)


def _apposed_posts(tokens: tuple[Token, ...], first: int) -> list[str]:
    found: list[str] = []
    for token in tokens[first : first + 12]:
        if token.text in {",", "."} or is_in(token, "relatives"):
            break
        if token.lower in _posts():
            found.append(token.lower)
        elif is_in(token, "prepositions") and found:
            break
    return found[-1:]


def _posts() -> frozenset[str]:
    singles = words("people", "posts") | words("people", "spokespeople")
    return frozenset(entry for entry in singles if " " not in entry)


def _note_group(index: NameIndex, name: str) -> None:
    """A shorter form of a group already known is no second group."""
    parts = set(fold(name).split())
    for known in index.groups:
        if parts <= set(fold(known).split()):
            return
    index.groups.append(name)
