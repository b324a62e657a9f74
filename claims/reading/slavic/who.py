"""Who speaks: the claimant of a Ukrainian or Russian phrase - never a guess.

An actor of the directory, a person in the nominative with the body spoken for, a body by its
name, or the speaker before ("він", "у відомстві"). Whom a phrase only describes ("влада",
"рятувальники") stays without a claimant and keeps its words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.slavic.directory import actor_at
from claims.reading.slavic.lines import Line, is_finite
from claims.reading.slavic.mentions import Mention, What, mentions
from claims.reading.slavic.nominative import place_in_nominative
from claims.reading.slavic.scene import Scene, is_of_body
from claims.values import UNKNOWN, ClaimantName
from events.choices import ActorKind
from events.stems import stem

DESCRIBED = 4  # words of a subject that no list knows
GENITIVE = ("ів", "їв", "ей", "их", "ых", "ов", "ев", "ої", "ой", "ії", "ии")
NEAR = 2  # words between a post and the name of its holder that are neither
SPOKES = ("речни", "представ", "прес", "официальн", "спикер", "спікер")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, on which tokens; ``name`` is None for somebody only described."""

    name: ClaimantName | None
    first: int
    last: int


def speaker_of(
    scene: Scene, line: Line, first: int, last: int, *, within: bool = False
) -> Speaker | None:
    """Whom a stretch of tokens names as speaking, None when it names nobody at all.

    ``within`` admits a body behind a preposition, as in "у МВС повідомили".
    """
    if first >= last:
        return None
    found = list(mentions(line, first, last, scene.directory))
    plain = [k for k, mention in enumerate(found) if not mention.aside]
    others = [k for k in plain if not _is_media(line, found[k])]
    # "сообщили РИА Новости в службе спасения": the agency is told it.
    told = any(m.aside and m.what in {What.ACTOR, What.BODY} for m in found)
    plain = others or ([] if told else plain)
    behind = [k for k, m in enumerate(found) if m.aside and _speaks_within(m)]
    for at in plain or (behind if within else []):
        speaker = _read(scene, line, found, at)
        if speaker is not None:
            return speaker
    return None


def _is_media(line: Line, mention: Mention) -> bool:
    """Whether an outlet or agency is named, with or without quotation marks."""
    first = mention.first + (mention.what == What.QUOTED)
    return line.lexicon("people", "media").at(line.words, first) is not None


def _speaks_within(mention: Mention) -> bool:
    return mention.what in {What.ACTOR, What.BODY, What.QUOTED, What.NAME, What.POST}


def _read(scene: Scene, line: Line, found: Sequence[Mention], at: int) -> Speaker | None:
    mention = found[at]
    if mention.what == What.PRONOUN:
        return Speaker(_pronoun(scene, line, mention), mention.first, mention.last)
    if mention.what == What.POST:
        return _post(scene, line, found, at)
    if mention.what == What.NAME and not is_of_body(line, found, at):
        return _person(scene, line, found, at)
    if mention.what == What.ACTOR:
        return _actor(scene, line, found, at)
    return _body(scene, line, found, at)


def _pronoun(scene: Scene, line: Line, mention: Mention) -> ClaimantName | None:
    word = line.words[mention.first]
    plural = word in {"вони", "они"}
    return scene.last_body if plural else scene.last_person


def _actor(scene: Scene, line: Line, found: Sequence[Mention], at: int) -> Speaker | None:
    mention = found[at]
    assert mention.named is not None
    start = mention.first
    if start > 0 and _is_local(line, start - 1):  # "міська влада" is no state's
        while start > 0 and _is_attribute(line, start - 1):
            start -= 1
        return Speaker(None, start, mention.last)
    actor = scene.one_actor(mention.named)
    following = found[at + 1] if at + 1 < len(found) else None
    owned = following is not None and following.first == mention.last
    if owned and following is not None and following.named is not None:
        # "МЧС Казахстана" is no ministry of another state that goes by "МЧС".
        return _of_other(scene, line, mention, following)
    name = of_actor(actor.key, scene) if actor else None
    return Speaker(name, mention.first, mention.last)


def _of_other(scene: Scene, line: Line, body: Mention, owner: Mention) -> Speaker:
    assert body.named is not None and owner.named is not None
    state = scene.one_actor(owner.named)
    for actor in body.named.actors:
        if state is not None and state.key in scene.directory.lineage(actor.key):
            return Speaker(of_actor(actor.key, scene), body.first, owner.last)
    text = text_of(line, body.first, owner.last)
    name = ClaimantName(UNKNOWN + text, text, text, ActorKind.OTHER)
    return Speaker(name, body.first, owner.last)


def _person(
    scene: Scene, line: Line, found: Sequence[Mention], at: int, organisation: str = ""
) -> Speaker:
    mention = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    noun = following is not None and following.first == mention.last
    if noun and following is not None and following.what == What.NAME:  # "Еколог Ганна Лис"
        return _person(scene, line, found, at + 1, organisation)
    words = tuple(token.text for token in line.tokens[mention.first : mention.last])
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return Speaker(unknown(words[0], ActorKind.OTHER), mention.first, mention.last)
    name = scene.people.full_name(words)
    if mention.aside and len(words) == 1 and not scene.people.is_surname(words[0]):
        name = place_in_nominative(name, "locative", scene.printed)
        return Speaker(unknown(name, ActorKind.ORGANISATION), mention.first, mention.last)
    if not organisation:
        organisation = _apposed(scene, line, found, at)
    match = scene.directory.find(name)
    listed = match[0].actor if len(match) == 1 else scene.directory.person_sounding(name)
    if listed is not None and listed.kind == ActorKind.PERSON:
        return Speaker(of_actor(listed.key, scene), mention.first, mention.last)
    kind = ActorKind.PERSON
    made = ClaimantName(UNKNOWN + name, name, " ".join(words), kind, organisation)
    return Speaker(made, mention.first, mention.last)


def _apposed(scene: Scene, line: Line, found: Sequence[Mention], at: int) -> str:
    """Whom "Іван Петренко, речник ДСНС" speaks for."""
    end = found[at].last
    if end >= len(line.tokens) or line.tokens[end].text != ",":
        return ""
    after = found[at + 1 : at + 3]
    if len(after) < 2 or after[0].what != What.POST or after[0].first > end + 2:  # noqa: PLR2004  # post, body
        return ""
    return _key_of(scene, after[1])


def _key_of(scene: Scene, mention: Mention) -> str:
    actor = scene.one_actor(mention.named) if mention.named is not None else None
    return actor.key if actor is not None else ""


def _post(scene: Scene, line: Line, found: Sequence[Mention], at: int) -> Speaker | None:
    """A post with its holder's name, or one whose body or holder the article tells."""
    first, end = found[at].first, found[at].last
    organisation = ""
    spokes = line.words[first].startswith(SPOKES)
    for k in range(at + 1, len(found)):
        mention = found[k]
        if any(line.is_break(b) for b in range(end, mention.first)):
            break
        if mention.aside and mention.what == What.NAME:  # "глава держави у Telegram"
            continue
        if mention.what == What.NAME and not mention.aside and _is_holder(line, found, k):
            person = _person(scene, line, found, k, organisation)
            return Speaker(person.name, first, person.last)
        spokes = spokes or (mention.what == What.POST and organisation == "")
        organisation = organisation or _key_of(scene, mention)
        end = mention.last
    named = _apposed_name(scene, line, found, at, end)
    if named is not None:
        return named
    return Speaker(_holder(scene, line, first, end, organisation), first, end)


def _is_holder(line: Line, found: Sequence[Mention], at: int) -> bool:
    """Whether a name is a person's, and no adjective or acronym of a body before one."""
    if is_of_body(line, found, at):
        return False
    mention = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    more = following is not None and following.what == What.NAME
    return not (more and following is not None and following.first == mention.last)


def _apposed_name(
    scene: Scene, line: Line, found: Sequence[Mention], at: int, end: int
) -> Speaker | None:
    """As in "міністр оборони, Іван Петренко,": never a second person."""
    if end >= len(line.tokens) or line.tokens[end].text not in {",", "("}:
        return None
    for k in range(at + 1, len(found)):
        if found[k].first == end + 1 and found[k].what == What.NAME:
            return _person(scene, line, found, k)
    return None


def _holder(
    scene: Scene, line: Line, first: int, end: int, organisation: str
) -> ClaimantName | None:
    """Who holds a post that stands alone: the person named with it, the body spoken for."""
    word = line.words[first]
    again = word in line.lexicon("people", "persons again")
    if end - first == 1 and again and scene.last_person is not None:
        return scene.last_person
    holders = scene.posts.get(stem(word), [])
    full = {scene.people.full_name(tuple(name.split())) for name in holders}
    if word.startswith(SPOKES):
        if organisation in scene.directory:
            return of_actor(organisation, scene)
        return scene.last_body if _is_again(line, first + 1, end) else None
    if len(full) == 1:
        name = next(iter(full))
        return ClaimantName(UNKNOWN + name, name, name, ActorKind.PERSON, organisation)
    if end - first > 1 and organisation:
        text = text_of(line, first, end)
        return ClaimantName(UNKNOWN + text, text, text, ActorKind.PERSON, organisation)
    return None


def _is_again(line: Line, first: int, last: int) -> bool:
    return line.lexicon("people", "bodies again").find(line.words, first, last) is not None


def _body(scene: Scene, line: Line, found: Sequence[Mention], at: int) -> Speaker:
    """A body by its own name, an earlier one by its noun, or words that only describe."""
    first, end = _extent(line, found, at)
    name = _carried(scene, line, found, at) or _known_body(scene, line, found[at], (first, end))
    if name is None:
        quoted = next((m for m in found[at:] if m.what == What.QUOTED and m.last <= end), None)
        name = _called(scene, line, quoted) if quoted is not None else None
    owner = next((m for m in found[at + 1 :] if m.last <= end), None)
    capital = line.tokens[first].is_capitalised and end - first > 1 and (first > 0 or owner)
    if name is None and capital:
        name = unknown(text_of(line, first, end), ActorKind.ORGANISATION)
    return Speaker(name, first, end)


def _extent(line: Line, found: Sequence[Mention], at: int) -> tuple[int, int]:
    """A body's words: its adjectives, and whose it is."""
    first, end = found[at].first, found[at].last
    for k in range(at + 1, len(found)):
        joined = found[k].first - end <= NEAR and not any(
            line.is_break(b) or line.words[b] in line.lexicon("people", "prepositions")
            for b in range(end, found[k].first)
        )
        apart = found[k].what in {What.PRONOUN, What.POST}
        if found[k].first > end and (apart or not joined):  # "местные жители" stand together
            break
        end = found[k].last
    while first > 0 and _is_attribute(line, first - 1):
        first -= 1
    while end < min(len(line.tokens), found[at].last + NEAR) and _is_genitive(line, end):
        end += 1  # "профспілка залізничників"
    return first, end


def _known_body(
    scene: Scene, line: Line, mention: Mention, extent: tuple[int, int]
) -> ClaimantName | None:
    """A state's own ("Національна поліція"), or the body that spoke before ("відомство")."""
    first, end = extent
    named = actor_at(line, mention.last - 1, mention.last, scene.directory)
    if mention.last - first > 1 and named is not None and not _is_local(line, first):
        actor = scene.one_actor(named)
        if actor is not None:
            return of_actor(actor.key, scene)
    again = end - mention.first == 1 and _is_again(line, mention.first, end)
    return scene.last_body if again else None


def _carried(scene: Scene, line: Line, found: Sequence[Mention], at: int) -> ClaimantName | None:
    """Whom "пресслужба ДСНС" speaks for, and whose acronym stands in brackets."""
    mention = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None or following.named is None:
        return None
    actor = scene.one_actor(following.named)
    carries = line.lexicon("people", "carriers").at(line.words, mention.first) is not None
    bracket = line.tokens[following.first - 1].text == "("
    if actor is None or not (bracket or (carries and following.first == mention.last)):
        return None
    return of_actor(actor.key, scene)


def _is_genitive(line: Line, at: int) -> bool:
    word, token = line.words[at], line.tokens[at]
    plain = word not in line.lexicon("people", "prepositions")
    return token.text.islower() and plain and word.endswith(GENITIVE)


def _is_local(line: Line, at: int) -> bool:
    return line.words[at] in line.lexicon("people", "local")


def _called(scene: Scene, line: Line, quoted: Mention) -> ClaimantName:
    """Whom a name in quotation marks stands for."""
    first, last = quoted.first + 1, quoted.last - 1
    named = actor_at(line, first, last, scene.directory)
    actor = scene.one_actor(named) if named is not None and named.last == last else None
    if actor is not None:
        return of_actor(actor.key, scene)
    return unknown(text_of(line, first, last), ActorKind.ORGANISATION)


def _is_attribute(line: Line, at: int) -> bool:
    """Whether a word is an adjective of the body after it."""
    ends = ("а", "ий", "ий", "е", "і", "ої", "ої", "ій", "ая", "ое", "ые", "ой", "ый", "ие", "ий")
    token = line.tokens[at]
    long_enough = len(token.text) > 4  # noqa: PLR2004  # shorter ones are particles
    known = line.words[at] in line.lexicon("cues", "asides")
    adjective = line.words[at].endswith(ends) and not is_finite(line, at)
    return token.is_word and long_enough and not known and adjective


def of_actor(key: str, scene: Scene) -> ClaimantName:
    """An actor of the directory as claimant."""
    actor = scene.directory.actors[key]
    return ClaimantName(actor.key, actor.name, actor.name, actor.kind)


def unknown(name: str, kind: ActorKind) -> ClaimantName:
    """Somebody whom the directory does not know."""
    return ClaimantName(UNKNOWN + name, name, name, kind)


def text_of(line: Line, first: int, last: int) -> str:
    """The words of some tokens, spaced as in the text."""
    pieces: list[str] = []
    end = line.tokens[first].start
    for token in line.tokens[first:last]:
        pieces.append(" " * (token.start > end) + token.text)
        end = token.end
    return "".join(pieces)


def note_named(scene: Scene, line: Line) -> None:
    """Let "він" mean whom a sentence without a speaker is about: its first person, if any."""
    found = list(mentions(line, 0, len(line.tokens), scene.directory))
    for at, mention in enumerate(found):
        if mention.aside or mention.what not in {What.NAME, What.POST}:
            continue
        speaker = _read(scene, line, found, at)
        name = speaker.name if speaker is not None else None
        if name is not None and name.kind == ActorKind.PERSON:
            scene.last_person = name
            return


def described(line: Line, stretch: tuple[int, int]) -> Speaker | None:
    """Somebody whom no list knows, by the words that are the subject: "організатори"."""
    first, last = stretch
    asides = line.lexicon("cues", "asides")
    while first < last and (
        line.words[first] in asides or line.words[first] in line.lexicon("cues", "links")
    ):
        first += 1
    while last > first and (line.words[last - 1] in asides or not line.tokens[last - 1].is_word):
        last -= 1
    fits = 0 < last - first <= DESCRIBED and all(t.is_word for t in line.tokens[first:last])
    if not fits or line.words[first] in line.lexicon("people", "prepositions"):
        return None
    return Speaker(None, first, last)


def is_of_last(line: Line, stretch: tuple[int, int]) -> bool:
    """Whether a statement is the last speaker's own: "говорится в ее заявлении"."""
    words = line.words[stretch[0] : stretch[1]]
    return any(word in line.lexicon("cues", "hers") for word in words)
