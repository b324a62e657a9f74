"""Reading one Ukrainian or Russian article: sentences in, claims with exact quotes out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from claims.choices import Stance
from claims.reading.drafts import Draft, claim_of, merged
from claims.reading.slavic.clauses import Clause, Range, split
from claims.reading.slavic.cues import find_said
from claims.reading.slavic.lines import DASHES, Line, has_verb, lines_of, stretches
from claims.reading.slavic.mentions import What, mentions
from claims.reading.slavic.nominative import place_in_nominative
from claims.reading.slavic.outlets import outlet_statement
from claims.reading.slavic.replies import Told, mirrored, points_back
from claims.reading.slavic.said import Said
from claims.reading.slavic.scene import Scene, gather
from claims.reading.slavic.tellings import Telling, draft_of, spans_of, speaker_text
from claims.reading.slavic.topics import Answered, answer, besides
from claims.reading.slavic.topics.acts import lead_act
from claims.reading.slavic.who import Speaker, described, is_of_last, note_named, speaker_of
from claims.values import Answer, ArticleText, AttributionSpans, OutletStatement, Read
from events.directory import Directory

LANGUAGES = frozenset({"uk", "ru"})
MIN_OTHER_WORDS = 4
MIN_SPOKEN_WORDS = 3  # a direct quotation or judgement is short: "Дело сфабриковано полностью"
MIN_DENIED_WORDS = 2
# What an article may say in its own words and still be worth a claim without a claimant.
NEAR_BLOCKS = 1  # paragraphs between a statement and "Про це повідомила поліція"
OWN_WORDS = frozenset({"casualties", "measure", "evacuation"})
NOBODY = Speaker(None, 0, 0)


@dataclass(frozen=True, slots=True)
class Heard:
    """Who says something, and how; the article's own words have no attribution."""

    speaker: Speaker
    spans: AttributionSpans | None = None
    said: Said | None = None
    spoken: bool = False
    text: str = ""


@dataclass(slots=True)
class Progress:
    """What reading has gathered so far; ``waiting`` are spoken lines before their speaker."""

    text: str
    scene: Scene
    drafts: list[Draft] = field(default_factory=list)
    attributions: list[AttributionSpans] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    spoken_in: int = -1
    dashed_in: int = -1
    number: int = 0
    told: list[Told] = field(default_factory=list)
    outlet: list[OutletStatement] = field(default_factory=list)
    before: tuple[Line, int] | None = None


def read_slavic(article: ArticleText, directory: Directory) -> Read:
    """The claims of an article in Ukrainian or Russian, and its attributions.

    Pure and deterministic; the cost grows with the length. The statements stay in the article's
    words; questions, answers and names of the directory are those that English articles give.
    """
    language = article.language[:2]
    lines = lines_of(article.text, article.title, language)
    scene = gather(lines, language, directory)
    scene.act = lead_act(lines)
    progress = Progress(article.text, scene)
    for number, line in enumerate(lines):
        progress.number = number
        _read_line(progress, line)
        _note_places(progress, line)
    claims = tuple(claim_of(group) for group in merged(progress.drafts))
    named = scene.people.short_names()
    return Read(claims, tuple(progress.attributions), tuple(progress.outlet), short_names=named)


def _read_line(progress: Progress, line: Line) -> None:
    found = find_said(line)
    before, progress.before = progress.before, None
    drafts = len(progress.drafts)
    if [said.frame for said in found] == ["back"]:
        _read_back(progress, line, found[0], before)
        return
    if line.dashed:
        progress.dashed_in = line.block
    if not found and (_is_speech(line) or progress.dashed_in == line.block):
        _read_speech(progress, line)
        return
    checked = outlet_statement(line, progress.text, found)
    if checked is not None:
        progress.outlet.append(checked)
        return
    heard = [(said, _speaker(progress, line, said)) for said in found]
    told = [pair for pair in heard if pair[1] is not None or not _within(pair[0], found)]
    if told and _is_direct(told[0][0]):
        _read_waiting(progress, line, told[0][1])
    progress.waiting.clear()
    for said, speaker in told:
        inner = [_extent(other) for other, who in told if who and _is_inside(other, said)]
        _read_said(progress, line, said, speaker or NOBODY, inner)
        if _is_direct(said):
            progress.spoken_in = line.block
    if not any(who.name or who.first < who.last for _, who in heard if who):
        progress.before = (line, drafts)
    taken = [_extent(said) for said in found]
    _read_own_words(progress, line, taken)
    if not found:
        note_named(progress.scene, line)


def _read_back(progress: Progress, line: Line, said: Said, before: tuple[Line, int] | None) -> None:
    """The sentence before, which nobody was named for: "Про це повідомила поліція"."""
    speaker = _speaker(progress, line, said)
    if speaker is None or before is None or before[0].block + NEAR_BLOCKS < line.block:
        return
    earlier, drafts = before
    del progress.drafts[drafts:]
    content = earlier.span(*earlier.bare(0, len(earlier.tokens)))
    spans = replace(spans_of(line, said, speaker), content=content)
    progress.attributions.append(spans)
    text = speaker_text(progress.text, line, speaker)
    heard = Heard(speaker, spans, replace(said, frame="that"), text=text)
    _read_stretch(progress, earlier, (0, len(earlier.tokens)), heard)


def _is_speech(line: Line) -> bool:
    """Whether a sentence is spoken throughout: in quotation marks, or behind a dash."""
    spoken = [token for token in line.tokens if token.is_word]
    return bool(spoken) and (line.dashed or all(token.quoted for token in spoken))


def _note_places(progress: Progress, line: Line) -> None:
    """Keep the places that a sentence names behind a preposition: "із Соснівки"."""
    scene = progress.scene
    for mention in mentions(line, 0, len(line.tokens), scene.directory):
        word = line.tokens[mention.first].text
        single = mention.what == What.NAME and mention.last - mention.first == 1
        if single and mention.aside and not scene.people.is_surname(word) and not word.isupper():
            scene.places.append(place_in_nominative(word, "genitive", scene.printed))


def _is_direct(said: Said) -> bool:
    return said.frame == "direct" and said.content[0] < said.cue[0]


def _speaker(progress: Progress, line: Line, said: Said) -> Speaker | None:
    """Who says it, noted as the last speaker; None when nobody is named."""
    scene = progress.scene
    if said.again:
        return Speaker(scene.last, *said.cue) if scene.last else None
    for within in (False, True):
        for first, last in said.where:
            speaker = speaker_of(scene, line, first, last, within=within)
            if speaker is not None:
                if speaker.name is not None:
                    scene.note(speaker.name)
                return speaker
    if said.where and scene.last is not None and is_of_last(line, said.where[0]):
        return Speaker(scene.last, *said.where[0])
    return described(line, said.where[0]) if said.where else None


def _is_inside(inner: Said, outer: Said) -> bool:
    first, last = outer.content
    return inner is not outer and first <= inner.cue[0] and inner.cue[1] <= last


def _within(said: Said, found: list[Said]) -> bool:
    return any(_is_inside(said, other) for other in found)


def _extent(said: Said) -> Range:
    """From the first to the last token of cue, content and the speaker's stretch."""
    parts = [said.cue, said.content, *said.where]
    return min(part[0] for part in parts), max(part[1] for part in parts)


def _read_said(
    progress: Progress, line: Line, said: Said, speaker: Speaker, inner: list[Range]
) -> None:
    spans = spans_of(line, said, speaker)
    progress.attributions.append(spans)
    spoken = said.frame == "direct" or line.dashed
    heard = Heard(speaker, spans, said, spoken, speaker_text(progress.text, line, speaker))
    for stretch in _contents(line, said, inner):
        _read_stretch(progress, line, stretch, heard)


def _contents(line: Line, said: Said, inner: list[Range]) -> Iterator[Range]:
    """The stretches of what is said, without what another is made to say within it."""
    first, last = said.content
    for start, end in stretches(line, inner):
        low, high = max(start, first), min(end, last)
        if low < high:
            yield low, high
    after = max((end for _, end in said.where), default=last)
    tail = _is_direct(said) and after + 2 < line.end and not line.tokens[after].is_word
    if tail and line.is_break(after):  # "..., – сказав він, – ...": the speech goes on
        yield after + 1, line.end


def _read_stretch(progress: Progress, line: Line, stretch: Range, heard: Heard) -> None:
    """The claims of one stretch: typed clauses each for itself, what lies between as one."""
    rest: list[Range] = []
    for part in split(line, *stretch):
        clause = _clause(progress, line, part, heard)
        rule, answers = _understood(progress, clause)
        if not answers:
            rest.append(part)
            continue
        _keep_rest(progress, line, rest, heard)
        _keep(progress, clause, heard, rule, [*answers, *besides(clause, rule)])
    _keep_rest(progress, line, rest, heard)


def _keep_rest(progress: Progress, line: Line, rest: list[Range], heard: Heard) -> None:
    """Words that no rule understands, kept when there are enough of them to be checked."""
    if not rest:
        return
    clause = _clause(progress, line, (rest[0][0], rest[-1][1]), heard)
    rest.clear()
    if _says_something(clause) and not points_back(clause) and (clause.claimant or heard.text):
        _keep(progress, clause, heard, "other", [Answered(Answer(), None)])


def _understood(progress: Progress, clause: Clause) -> tuple[str, list[Answered]]:
    if points_back(clause):
        return "reply", mirrored(clause, progress.number, progress.told)
    return answer(clause)


def _clause(progress: Progress, line: Line, stretch: Range, heard: Heard) -> Clause:
    first, last = line.bare(*stretch)
    made = Clause(line, first, last, progress.scene, heard.speaker.name)
    said = heard.said
    if said is None:
        return replace(made, frame="direct") if heard.spoken else made
    return replace(made, stance=said.stance, modality=said.modality, frame=said.frame)


def _says_something(clause: Clause) -> bool:
    tokens = clause.line.tokens[clause.first : clause.last]
    count = sum(token.is_word for token in tokens)
    copula = any(token.text in DASHES for token in tokens)  # "причина — порушення правил"
    if clause.stance == Stance.NO_COMMENT:
        return True
    if clause.stance in {Stance.DENIES, Stance.DOUBTS}:
        return count >= MIN_DENIED_WORDS
    short = clause.frame in {"direct", "call"}
    quoted = sum(token.quoted for token in tokens) * 2 > len(tokens)
    enough = count >= (MIN_SPOKEN_WORDS if short or quoted else MIN_OTHER_WORDS)
    nominal = clause.frame in {"np", "call", "direct"} or quoted or count > MIN_OTHER_WORDS
    return enough and (nominal or copula or has_verb(clause.line, clause.first, clause.last))


def _keep(
    progress: Progress, clause: Clause, heard: Heard, rule: str, answers: list[Answered]
) -> None:
    claimants = (clause.claimant,) if clause.claimant is not None else ()
    telling = Telling(progress.text, clause, rule, heard.text, heard.spans, heard.spoken)
    for answered in answers:
        if clause.claimant is not None:
            progress.told.append(Told(progress.number, clause.claimant, answered))
        progress.drafts += draft_of(telling, answered).for_each(claimants)


def _read_speech(progress: Progress, line: Line) -> None:
    """A spoken sentence is the last speaker's in its paragraph, or waits for its own."""
    last = progress.scene.last
    if progress.waiting and progress.waiting[-1].block != line.block:
        progress.waiting.clear()
    if last is not None and progress.spoken_in == line.block and not progress.waiting:
        _read_spoken(progress, line, Speaker(last, 0, 0))
        return
    progress.waiting.append(line)


def _read_waiting(progress: Progress, line: Line, speaker: Speaker | None) -> None:
    """The spoken sentences before the one that names their speaker."""
    if speaker is not None:
        for spoken in progress.waiting:
            if spoken.block == line.block:
                _read_spoken(progress, spoken, speaker)


def _read_spoken(progress: Progress, line: Line, speaker: Speaker) -> None:
    spans = AttributionSpans(line.span(*line.bare(0, len(line.tokens))), None, None)
    progress.attributions.append(spans)
    text = speaker.name.text if speaker.name else ""
    heard = Heard(speaker, spans, spoken=True, text=text)
    _read_stretch(progress, line, (0, len(line.tokens)), heard)


def _read_own_words(progress: Progress, line: Line, taken: list[Range]) -> None:
    """What the article says in its own words, where a rule reads a hard fact there."""
    heard = Heard(NOBODY)
    for stretch in stretches(line, taken):
        for part in split(line, *stretch):
            clause = _clause(progress, line, part, heard)
            if clause.last - clause.first < MIN_OTHER_WORDS:
                continue
            rule, answers = answer(clause)
            if rule in OWN_WORDS:
                _keep(progress, clause, heard, rule, answers)
