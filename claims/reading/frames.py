"""How what is said hangs on its cue: each way is one function that builds an attribution."""

from dataclasses import dataclass, replace

from claims.reading.adjuncts import next_complement
from claims.reading.complements import CLAUSE_FRAMES, after_hearer, frame_of, phrase_part
from claims.reading.constructions import counts
from claims.reading.cue_entries import Cue, CueEntry
from claims.reading.grammar import (
    CLOSERS,
    OPENERS,
    base_verb,
    is_in,
    is_verb,
    phrase_end,
    verbs_in,
)
from claims.reading.lexicon import words
from claims.reading.replies import answer_beside
from claims.reading.subjects import Place, Subject
from claims.reading.tails import tail_of
from claims.reading.text import Sentence, Token
from claims.reading.trimming import trim

Range = tuple[int, int]
OBJECT_REACH = 6
DOING_REACH = 6  # tokens from "showed" to "firing"
ANSWERABLE = frozenset({"responsible", "accountable"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a sentence, as ranges of its tokens.

    ``frame`` says how the content hangs on the cue; ``blamed`` is who is blamed, ``place`` where
    the speaker stands; ``tail`` is what goes on after "..., she said, ...". The content is never
    empty.
    """

    sentence: Sentence
    entry: CueEntry
    frame: str
    cue: Range
    speaker: Range | None
    content: Range
    place: Place
    blamed: Range | None = None
    passive: bool = False
    negated: bool = False
    tail: Range | None = None


def build(sentence: Sentence, cue: Cue, subject: Subject | None, end: int) -> Attribution | None:
    """The attribution of a cue and its subject, whose clause ends at ``end``; None when none is."""
    frames = cue.entry.frames
    if "source" in frames:
        return _by_source(sentence, cue, subject, end)
    if cue.passive:
        return _passive(sentence, cue, subject, end)
    if subject is None:
        return None
    if subject.place in {Place.POSTPOSED, Place.INVERTED}:
        return _beside(sentence, cue, subject, end) or _left(sentence, cue, subject, end)
    for way in (_beside, _blame, _no_complement, _show, _evidence, _complement):
        built = way(sentence, cue, subject, end)
        if built is not None:
            return built
    return None


def _beside(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    """As in ", which Norland denies": the whole clause answers what it hangs on."""
    found = answer_beside(sentence, cue, subject, end)
    if found is None:
        return None
    speaker, clause = found
    who = Subject(*speaker, Place.BEFORE, speaker[0])
    return _make(sentence, cue, who, frame="back", content=clause)


def _make(
    sentence: Sentence,
    cue: Cue,
    subject: Subject | None,
    *,
    frame: str,
    content: Range,
    blamed: Range | None = None,
) -> Attribution | None:
    first, last = trim(sentence, content)
    if first >= last:
        return None
    return Attribution(
        sentence,
        cue.entry,
        frame,
        (cue.first, cue.last),
        (subject.first, subject.last) if subject else None,
        (first, last),
        subject.place if subject else Place.BEFORE,
        blamed,
        cue.passive,
        cue.negated or (subject is not None and _is_nobody(sentence, subject)),
    )


def _is_nobody(sentence: Sentence, subject: Subject) -> bool:
    """As in "Neither group has reported losses", "nobody claimed responsibility"."""
    return sentence.tokens[subject.first].lower in {"neither", "nobody", "none", "no"}


def _by_source(
    sentence: Sentence, cue: Cue, subject: Subject | None, end: int
) -> Attribution | None:
    if subject is None:
        return None
    left = left_start(sentence, cue.first)
    tail = _after_source(sentence, left, cue, subject, end)
    if tail is not None:
        made = _make(sentence, cue, subject, frame="that", content=(left, cue.first))
        return replace(made, tail=tail) if made else None
    if verbs_in(sentence.tokens, left, cue.first) and cue.first > left + 1:
        content = (left, cue.first)
    else:
        first = max(cue.last, subject.last)
        content = (first, max(end, first))
    return _make(sentence, cue, subject, frame="that", content=content)


def _after_source(
    sentence: Sentence, left: int, cue: Cue, subject: Subject, end: int
) -> Range | None:
    """What goes on in "The plane, according to the airline, had been inspected"; else None.

    So does "Ten died, according to the mayor, after the roof fell in".
    """
    tokens = sentence.tokens
    at = max(cue.last, subject.last)
    aside = cue.first >= left + 2 and tokens[cue.first - 1].text == ","
    if not aside or at + 2 >= end or tokens[at].text != ",":
        return None
    told = verbs_in(tokens, left, cue.first)
    goes_on = (
        tokens[at + 1].lower in words("cues", "source tails") if told else is_verb(tokens, at + 1)
    )
    return trim(sentence, (at + 1, end)) if goes_on else None


def left_start(sentence: Sentence, last: int) -> int:
    """Where the clause that ends before ``last`` begins: the sentence, or after a contrast."""
    tokens = sentence.tokens
    for k in range(last - 2, 0, -1):
        if tokens[k].text == ";" and not tokens[k].quoted and not _goes_on_counting(tokens, k):
            return k + 1
    first = 0
    while first < last and (is_in(tokens[first], "contrast") or tokens[first].text == ","):
        first += 1
    return first


def _goes_on_counting(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "400 were saved; 31 are missing, she said": one list of counts."""
    return counts(tokens, 0) and counts(tokens, at + 1)


def _left(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    """Direct or free speech left of its cue: "..., said Gladkov"; it may go on after it."""
    last = subject.clause if subject.place == Place.POSTPOSED else cue.first
    content = (_speech_start(sentence, left_start(sentence, last), last), last)
    made = _make(sentence, cue, subject, frame="that", content=content)
    return (
        replace(made, tail=tail_of(sentence, cue, subject, end, made.content[1])) if made else None
    )


def _speech_start(sentence: Sentence, first: int, last: int) -> int:
    """Where direct speech begins after a colon: "They are in doubt: “...,” says Jan Lis"."""
    tokens = sentence.tokens
    if not tokens[last - 1].quoted and tokens[last - 1].text not in CLOSERS:
        return first
    colons = (k + 1 for k in range(first, last - 1) if tokens[k].text == ":")
    return next((k for k in colons if tokens[k].text in OPENERS), first)


def _passive(sentence: Sentence, cue: Cue, subject: Subject | None, end: int) -> Attribution | None:
    """It was claimed that ...; X was blamed on Y; the newspaper was told by an official."""
    tokens = sentence.tokens
    agent = _agent(sentence, cue.last, end)
    after = agent.last if agent else next_complement(tokens, cue.last)
    if cue.entry.frames & {"blame_for", "blame_on"} and subject is not None:
        return _blamed(sentence, cue, subject, agent, end)
    if not cue.entry.frames & CLAUSE_FRAMES:
        return None
    following = tokens[after].lower if after < end else ""
    told = cue.entry.base == "tell" and subject is not None and subject.clause > 1
    content: tuple[str, Range] | None = None
    if following == "that":
        content = ("that", (after + 1, end))
    elif told and subject is not None and agent is not None:
        content = ("that", (0, subject.clause))
    elif following == "to" and subject is not None:
        content = ("reported", (subject.first, end))
    elif subject is not None and agent is not None and "np" in cue.entry.frames:
        content = ("np", (subject.first, subject.last))  # "12 deaths were reported by the mayor"
    return _make(sentence, cue, agent, frame=content[0], content=content[1]) if content else None


def _agent(sentence: Sentence, first: int, end: int) -> Subject | None:
    tokens = sentence.tokens
    if first < end and tokens[first].lower == "by":
        last = phrase_end(tokens, first + 1, end)
        if last > first + 1:
            return Subject(first + 1, last, Place.BEFORE, first)
    return None


def _blamed(
    sentence: Sentence, cue: Cue, subject: Subject, agent: Subject | None, end: int
) -> Attribution | None:
    """Y was accused of Z; Z was blamed on Y."""
    tokens = sentence.tokens
    target = next((k for k in range(cue.last, end) if tokens[k].lower in {"on", "to"}), -1)
    if "blame_on" in cue.entry.frames and 0 <= target <= cue.last + 1:
        blamed = (target + 1, phrase_end(tokens, target + 1, end))
    else:
        blamed = (subject.first, subject.last)
    content = (subject.first, max(end, cue.last))
    return _make(sentence, cue, agent, frame="blame", content=content, blamed=blamed)


def _blame(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    frames = cue.entry.frames
    if not frames & {"blame_for", "blame_on"}:
        return None
    tokens = sentence.tokens
    first = cue.last
    mark = next((k for k in range(first, end) if tokens[k].lower in {"on", "to", "at"}), -1)
    cause = next((k for k in range(first, end) if tokens[k].lower in {"for", "of", "over"}), -1)
    on_target = mark >= 0 and "blame_on" in frames and (cause < 0 or mark < cause or mark == first)
    if on_target or "blame_for" not in frames:
        if mark < 0:
            return None
        blamed = (mark + 1, _blamed_end(sentence, mark + 1, end))
    else:
        blamed = (first, cause if cause > first else phrase_end(tokens, first, end))
    while blamed[1] > blamed[0] and tokens[blamed[1] - 1].lower in ANSWERABLE:
        blamed = (blamed[0], blamed[1] - 1)  # "holds the army responsible"
    if blamed[0] >= blamed[1]:
        return None
    content = (first, end)
    return _make(sentence, cue, subject, frame="blame", content=content, blamed=blamed)


def _blamed_end(sentence: Sentence, first: int, end: int) -> int:
    tokens = sentence.tokens
    last = phrase_end(tokens, first, end)
    stop = next((k for k in range(first + 1, last) if tokens[k].lower == "for"), last)
    return max(stop, first)


def _no_complement(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    """Cues that are the whole statement: "had no comment", "claimed responsibility"."""
    frames = cue.entry.frames
    if not frames & {"no_comment", "responsibility", "np_self"}:
        return None
    frame = next(iter(frames & {"no_comment", "responsibility", "np_self"}))
    return _make(sentence, cue, subject, frame=frame, content=(cue.at, max(end, cue.last)))


def _show(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    """Released images of ..., made public a video in which ...: an implied claim."""
    if "show" not in cue.entry.frames:
        return None
    tokens = sentence.tokens
    media = words("people", "media nouns")
    reach = tokens[cue.last : min(cue.last + OBJECT_REACH, end)]
    at = next((cue.last + k for k, t in enumerate(reach) if t.lower in media), -1)
    subject_is_media = any(t.lower in media for t in tokens[subject.first : subject.last])
    if at < 0 or subject_is_media or at + 1 >= end:
        return None
    if tokens[at + 1].lower not in {"of", "showing", "that", "which", "depicting", "purporting"}:
        return None
    return _make(sentence, cue, subject, frame="show", content=(cue.last, end))


def _evidence(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    """As in "footage showed that the bridge had gone": what something shows, said by nobody."""
    lowers = sentence.lowers(subject.first, subject.last)
    if cue.entry.base not in {"show", "find"} or set(lowers).isdisjoint(words("cues", "evidence")):
        return None
    entry = replace(cue.entry, frames=frozenset({"that"}))
    found = _complement(sentence, replace(cue, entry=entry), subject, end)
    told = _shows_doing(sentence, cue.last, end) or counts(sentence.tokens, cue.last)
    if found is not None or not told:
        return found
    return _make(sentence, cue, subject, frame="np", content=(cue.last, end))


def _shows_doing(sentence: Sentence, first: int, end: int) -> bool:
    """Whether "soldiers firing on the crowd" comes next: somebody, and what they are doing."""
    tokens = sentence.tokens
    for at in range(first + 1, min(first + DOING_REACH, end - 1)):
        if not tokens[at].is_word or is_in(tokens[at], "prepositions"):
            return False
        doing = tokens[at].lower.endswith("ing") and base_verb(tokens[at])
        if doing and not is_in(tokens[at - 1], "determiners"):
            return True
    return False


def _complement(sentence: Sentence, cue: Cue, subject: Subject, end: int) -> Attribution | None:
    """What follows the cue: a clause, an infinitive, a phrase, or "of" and a phrase."""
    frames = cue.entry.frames
    verb_only = cue.last == cue.at + 1
    skips = verb_only or "that" in frames
    first = next_complement(sentence.tokens, cue.last) if skips else cue.last
    if cue.entry.base == "tell":
        first = after_hearer(sentence, first, end)
    if first + 1 < end and sentence.tokens[first].text == ",":
        first += sentence.tokens[first + 1].text in OPENERS  # "she said, “...”"
    if first >= end:
        return None
    frame, start = frame_of(sentence, cue, first, end)
    if frame == "np":
        end = phrase_part(sentence, start, end)
    return _make(sentence, cue, subject, frame=frame, content=(start, end)) if frame else None
