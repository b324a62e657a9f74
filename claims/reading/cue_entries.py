"""What the lexicon knows of cues: their frames, stances and modalities, by word and by phrase."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.choices import Modality, Stance
from claims.reading.lexicon import conjugate, entries

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What the lexicon knows of a cue: its base form, its frames, its stance and modality."""

    base: str
    frames: frozenset[str]
    stance: Stance
    modality: Modality


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: tokens ``first`` (with its auxiliaries) up to ``last``.

    ``at`` is the word itself. ``passive``: "was claimed"; ``participle``: "adding"; ``negated``:
    "did not confirm". ``owner`` is who speaks where the cue itself tells: "in Moscow's version".
    """

    first: int
    at: int
    last: int
    entry: CueEntry
    passive: bool = False
    participle: bool = False
    negated: bool = False
    owner: Range | None = None


@cache
def verbs() -> dict[str, CueEntry]:
    """Every form of every verb that reports."""
    found: dict[str, CueEntry] = {}
    for head, entry in _rows("verbs"):
        for form in conjugate(head.split()):
            found.setdefault(form, entry)
    return found


@cache
def nouns() -> dict[str, CueEntry]:
    """The nouns for a speech act of their owner: "claim", "denial"."""
    found: dict[str, CueEntry] = {}
    for section, line in entries("cues"):
        if section == "nouns":
            heads, stance = (part.strip() for part in line.split("|"))
            for head in heads.split(", "):
                frames = frozenset({"noun"})
                found[head] = CueEntry(head, frames, Stance(stance), Modality.ASSERTED)
    return found


@cache
def adjectives() -> dict[str, CueEntry]:
    """The adjectives after which somebody's belief stands: "sceptical that"."""
    return dict(_rows("adjectives"))


@cache
def ratings() -> dict[str, CueEntry]:
    """The adjectives by which somebody rates what follows: "finds it likely that"."""
    return dict(_rows("ratings"))


@cache
def phrase_cues() -> dict[str, list[tuple[tuple[str, ...], CueEntry]]]:
    """Phrase cues by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], CueEntry]]] = {}
    for section in ("phrases", "sources"):
        for head, entry in _rows(section):
            for phrase in _expand(head):
                found.setdefault(phrase[0], []).append((phrase, entry))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def entry_of(lower: str) -> CueEntry | None:
    """What the lexicon knows of a verb that reports; None for any other word."""
    return verbs().get(lower)


@cache
def cue_bases() -> dict[str, str]:
    """Every single word that can be a cue, with its base; nouns and adjectives are marked so."""
    found = {form: entry.base for form, entry in verbs().items()}
    for mark, entries_of in (("N", nouns()), ("A", adjectives())):
        for head in entries_of:
            found.setdefault(head, f"{mark}:{head}")
    return found


def _expand(head: str) -> list[tuple[str, ...]]:
    if not head.startswith("{"):
        return [tuple(head.split())]
    verb, rest = head[1:].split("}", 1)
    return [(form, *rest.split()) for form in dict.fromkeys(conjugate(verb.split()))]


def _rows(section: str) -> Iterator[tuple[str, CueEntry]]:
    for at, line in entries("cues"):
        if at == section:
            head, frames, stance, modality = (part.strip() for part in line.split("|"))
            base = head.split()[0] if section == "verbs" else head
            yield (
                head,
                CueEntry(base, frozenset(frames.split()), Stance(stance), Modality(modality)),
            )
