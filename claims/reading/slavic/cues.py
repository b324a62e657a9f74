"""Who is made to say what in a Ukrainian or Russian sentence: cue, speaker's stretch, content.

The commas of both languages part every clause, so they carry the frames: "X заявив, що ...",
"«...», – сказав X", "за словами X, ...", "X: ...", "X повідомив про ...".
"""

from dataclasses import dataclass, replace

from claims.choices import Modality, Stance
from claims.reading.slavic.forms import Hit
from claims.reading.slavic.lines import DASHES, Line, is_finite
from claims.reading.slavic.parenthetic import parenthetic
from claims.reading.slavic.said import Range, Said, only_asides, stands_outside

NAME_WORDS = 3
FULL_NAME = 2
MOST = 8  # attributions of one sentence; what has more is a list, and would cost its square
FAR = 45  # tokens from a cue to its "що"
STANCES = (
    ("no comment", Stance.NO_COMMENT),
    ("doubting", Stance.DOUBTS),
    ("denying", Stance.DENIES),
    ("confirming", Stance.CONFIRMS),
    ("claiming", Stance.ASSERTS),
    ("charging", Stance.ASSERTS),
    ("blaming", Stance.ASSERTS),
    ("calling", Stance.ASSERTS),
    ("impersonal", Stance.ASSERTS),
    ("saying", Stance.ASSERTS),
)
RESPONSIBILITY = ("відповідальн", "ответственн")
# nouns that a claim is called by: "підтвердив повідомлення", "подтвердил слухи"
CLAIM_STEMS = (
    "повідомлен", "інформаці", "заяв", "чутк", "сообщени", "информаци", "слух", "верс",
)  # fmt: skip
CLOSERS = frozenset('»”“"')
OPENERS = frozenset('«“„"')


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue, the title of its section, and the clause that it stands in."""

    hit: Hit
    title: str
    stance: Stance
    first: int
    last: int


def find_said(line: Line) -> list[Said]:
    """The attributions of a sentence, from left to right."""
    cues = _cues(line)
    found = [said for cue in cues if (said := _said(line, cue, cues)) is not None]
    found += parenthetic(line)
    found = [_cut(said, found) for said in found]
    kept = [said for said in found if said.content[0] < said.content[1]]
    sources = {said.content for said in kept if said.frame == "source"}
    kept = [said for said in kept if said.frame == "source" or said.content not in sources]
    return sorted(kept, key=lambda said: said.cue)[:MOST]


def _cut(said: Said, found: list[Said]) -> Said:
    """An attribution within another's words ends with them: "Москва не визнає, заявила X"."""
    first, last = said.content
    for other in found:
        start, end = other.content
        if other is not said and start <= said.cue[0] < end <= other.cue[0] < last:
            last = end
    return replace(said, content=(first, max(first, last)))


def _cues(line: Line) -> list[_Cue]:
    found: list[_Cue] = []
    at = 0
    while at < len(line.tokens):
        cue = None if line.tokens[at].quoted else _cue_at(line, at)
        if cue is not None:
            found.append(cue)
        at = cue.hit.last if cue else at + 1
    return found


def _cue_at(line: Line, at: int) -> _Cue | None:
    best: tuple[Hit, str, Stance] | None = None
    for title, stance in STANCES:
        hit = line.lexicon("cues", title).at(line.words, at)
        if hit is not None and (best is None or hit.last > best[0].last):
            best = hit, title, stance
    if best is None and _speech_ends(line, at) and is_finite(line, at):
        best = Hit(at, at + 1), "saying", Stance.ASSERTS  # any verb: "...», – обурюється вона"
    if best is None:
        return None
    hit, title, stance = best
    first = next((b + 1 for b in reversed(line.breaks) if stands_outside(line, b) and b < at), 0)
    last = next((b for b in line.breaks if b >= hit.last and stands_outside(line, b)), line.end)
    return _Cue(hit, title, stance, first, last)


def _speech_ends(line: Line, at: int) -> bool:
    """Whether a closed quotation and a dash stand right before: "...», –"."""
    if at < 3 or line.tokens[at - 1].text not in DASHES:  # noqa: PLR2004  # quotation, comma, dash
        return False
    return line.tokens[at - 2].text == "," and line.tokens[at - 3].text in CLOSERS


def _said(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    negated = cue.hit.first > 0 and line.words[cue.hit.first - 1] == "не"
    if negated and cue.title != "no comment":
        return None
    for frame in FRAMES.get(cue.title, (_that, _colon, _back, _postposed, _about)):
        said = frame(line, cue, cues)
        if said is not None:
            stance = _stance(line, cue, said)
            return replace(said, stance=stance, modality=_modality(line, cue, said))
    return None


def _stance(line: Line, cue: _Cue, said: Said) -> Stance:
    """The cue's own; who confirms what is no claim by its name asserts it."""
    first, last = said.content
    near = line.words[first : min(last, first + NAME_WORDS)]
    named = said.frame == "np" and any(word.startswith(CLAIM_STEMS) for word in near)
    confirms = cue.title == "confirming"
    return Stance.ASSERTS if confirms and not named else cue.stance


def _modality(line: Line, cue: _Cue, said: Said) -> Modality:
    words = [
        *line.words[cue.hit.first : cue.hit.last],
        *line.words[said.content[0] - 1 : said.content[1]],
    ]
    if line.lexicon("cues", "alleged").find(words) is not None:
        return Modality.ALLEGED
    hedged = line.lexicon("cues", "hedged").find(words) is not None
    return Modality.HEDGED if hedged else Modality.ASSERTED


def _before(line: Line, cue: _Cue) -> tuple[Range, ...]:
    """Where a speaker before the cue stands: its clause, else the clauses before it."""
    source = _source(line, cue)
    if source is not None:
        return (source,)
    if cue.first < cue.hit.first and not only_asides(line, cue.first, cue.hit.first):
        if line.words[cue.first] in line.lexicon("cues", "relatives"):
            return ((_previous(line, cue.first - 1), cue.first - 1),)
        return ((cue.first, cue.hit.first),)
    after, before = (cue.hit.last, cue.last), (0, cue.hit.first)
    return (before, after) if cue.first else (after, before)


def _previous(line: Line, at: int) -> int:
    """Where the name before a relative clause begins: its last words with a capital."""
    first = at
    while first > max(0, at - FULL_NAME) and line.tokens[first - 1].is_capitalised:
        first -= 1
    return first if first < at else max(0, at - NAME_WORDS)


def _that(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    """Заявив, що; сообщил журналистам, что; X, який заявив, що."""
    if _after_speech(line, cue):
        return None
    others = {other.hit.first for other in cues if other is not cue}
    for at in range(cue.hit.last, min(len(line.tokens) - 1, cue.hit.last + FAR)):
        token = line.tokens[at]
        if at in others or token.text in {";", ":"} or token.text in OPENERS:
            return None
        if token.text == "," and line.words[at + 1] in line.lexicon("cues", "that"):
            end = _content_end(line, at + 2, cue, cues)
            where = _before(line, replace_last(cue, at))
            return Said((cue.hit.first, cue.hit.last), (at + 2, end), where, "that")
    return None


def replace_last(cue: _Cue, last: int) -> _Cue:
    """The cue's clause, ended at its "що" where an apposition stood between."""
    return replace(cue, last=last)


def _after_speech(line: Line, cue: _Cue) -> bool:
    """Whether direct speech has just ended before the cue's clause: "...», – сказав"."""
    if not cue.first or not only_asides(line, cue.first, cue.hit.first):
        return False
    at = cue.first - 1
    while at > 0 and (line.tokens[at].text in DASHES or line.tokens[at].text == ","):
        at -= 1
    dashed = line.tokens[cue.first - 1].text in DASHES
    return line.tokens[at].text in CLOSERS or dashed


def _content_end(line: Line, first: int, cue: _Cue, cues: list[_Cue]) -> int:
    """Where what is said ends: at the sentence's end, or where another speaker begins."""
    end = line.end
    links = line.lexicon("cues", "links")
    for other in cues:
        if other.hit.first < first or other is cue:
            continue
        begins = other.first
        joined = begins < len(line.words) and line.words[begins] in links
        if begins > first and (joined or line.tokens[begins - 1].text == ";"):
            return begins - 1
    for at in range(first, end):
        if line.tokens[at].text == ";" and not line.tokens[at].quoted:
            return at
    return end


def _colon(line: Line, cue: _Cue, _: list[_Cue]) -> Said | None:
    """Він наголосив: «...»."""
    at = cue.last
    if at >= line.end or line.tokens[at].text != ":":
        return None
    return Said(
        (cue.hit.first, cue.hit.last), (at + 1, len(line.tokens)), _before(line, cue), "direct"
    )


def _postposed(line: Line, cue: _Cue, _: list[_Cue]) -> Said | None:
    """«...», – сказав X; ..., сообщили в МЧС; як повідомив X, ..."""
    lead = line.words[cue.first] in line.lexicon("cues", "as")
    starts = only_asides(line, cue.first + lead, cue.hit.first)
    source = _source(line, cue)
    where = (source,) if source else ((cue.hit.last, cue.last), (cue.first + lead, cue.hit.first))
    mark = (cue.hit.first, cue.hit.last)
    if lead and cue.first == 0 and cue.last < line.end:
        return Said(mark, (cue.last + 1, len(line.tokens)), where, "that")
    pronoun = line.lexicon("people", "pronouns").find(line.words, cue.first, cue.hit.first)
    if cue.first == 0 or not (starts or lead or pronoun is not None or _after_quote(line, cue)):
        return None
    spoken = _after_speech(line, cue)
    first = _opening(line, cue.first - 1) if spoken else 0
    return Said(mark, (first, cue.first - 1), where, "direct" if spoken else "that")


def _opening(line: Line, last: int) -> int:
    """Where the quotation before a cue opens, if it follows a colon: "Кремль опроверг: «...»"."""
    marks = (k for k in range(1, last) if line.tokens[k].text in OPENERS)
    return next((k for k in marks if line.tokens[k - 1].text == ":"), 0)


def _source(line: Line, cue: _Cue) -> Range | None:
    """Whom an outlet cites within its clause: "передает ТАСС со ссылкой на полицию"."""
    for first, last in ((cue.hit.last, cue.last), (cue.first, cue.hit.first)):
        hit = line.lexicon("cues", "citing").find(line.words, first, last)
        if hit is not None:
            return hit.last, last
    return None


def _after_quote(line: Line, cue: _Cue) -> bool:
    before = line.tokens[cue.first - 1]
    return before.text in DASHES and cue.first > 1 and not line.tokens[cue.first - 2].is_word


def _back(line: Line, cue: _Cue, _: list[_Cue]) -> Said | None:
    """Про це повідомила поліція; об этом он написал: what the sentence before has told."""
    about = line.lexicon("cues", "about")
    for at in range(cue.first, cue.last - 1):
        pointer = line.words[at] in about and line.words[at + 1] in {"це", "этом"}
        if pointer and cue.first == 0 and cue.last >= line.end - 1:
            where = ((cue.hit.last, cue.last), (at + 2, cue.hit.first), (0, at))
            mark = (cue.hit.first, cue.hit.last)
            return Said(mark, mark, tuple(w for w in where if w[0] < w[1]), "back")
    return None


def _about(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    """Повідомив про загибель п'яти людей."""
    about = line.lexicon("cues", "about")
    for at in range(cue.hit.last, cue.last):
        if line.words[at] in about:
            end = _content_end(line, at + 1, cue, cues)
            return Said((cue.hit.first, cue.hit.last), (at + 1, end), _before(line, cue), "np")
    return None


def _object(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    """Спростував причетність; підтвердили затримання."""
    before = _before(line, cue)
    first = cue.hit.last
    near = range(max(cue.first, cue.hit.first - NAME_WORDS), cue.hit.first)
    pointer = next((k for k in near if line.words[k] in {"це", "это"}), 0)
    if pointer:  # "в МЧС это опровергают"
        return Said((cue.hit.first, first), (pointer, first), before, "np")
    if not cue.first and len(before) > 1:  # the verb comes first: its subject stands behind it
        return None
    end = _content_end(line, first, cue, cues)
    told = (b for b in line.breaks if b >= first and line.tokens[b].text == ":")
    end = min(end, next(told, end))  # "опроверг вмешательство: «...»"
    return Said((cue.hit.first, cue.hit.last), (first, end), before, "np")


def _own(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    """Узяв на себе відповідальність за рейд, in any order of its words."""
    words = line.words
    if not any(word.startswith(RESPONSIBILITY) for word in words[cue.first : cue.last]):
        return None
    behind = [other.hit.first for other in cues if other.hit.first >= cue.hit.last]
    end = min(cue.last, *behind) if behind else cue.last
    while end > cue.hit.last and words[end - 1] in line.lexicon("cues", "links"):
        end -= 1
    ahead = any(word.startswith(RESPONSIBILITY) for word in words[cue.first : cue.hit.first])
    first = cue.first if ahead else cue.hit.first
    where = ((cue.first, cue.hit.first), (cue.hit.last, end))
    mark = (cue.hit.first, cue.hit.last)
    return Said(mark, (first, end), where[::-1] if ahead else where, "own")


def _blame(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    """Звинуватив X у нападі; возложил ответственность на X."""
    end = _content_end(line, cue.hit.last, cue, cues)
    mark = (cue.hit.first, cue.hit.last)
    return Said(mark, (cue.hit.first, end), _before(line, cue), "blame")


def _call(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    """Назвав вибори сфальсифікованими: all but the speaker is what is said."""
    end = min(_content_end(line, cue.hit.last, cue, cues), cue.last)
    mark = (cue.hit.first, cue.hit.last)
    return Said(mark, (cue.hit.first, end), _before(line, cue), "call")


def _silence(line: Line, cue: _Cue, _: list[_Cue]) -> Said | None:
    mark = (cue.hit.first, cue.hit.last)
    return Said(mark, (cue.hit.first, cue.last), _before(line, cue), "silence")


def _impersonal(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    said = _that(line, cue, cues)
    return _postposed(line, cue, cues) if said is None else replace(said, where=())


FRAMES = {
    "denying": (_that, _postposed, _object),
    "doubting": (_that, _postposed, _object),
    "confirming": (_that, _colon, _postposed, _object),
    "claiming": (_own,),
    "charging": (_blame,),
    "blaming": (_blame,),
    "calling": (_call,),
    "no comment": (_silence,),
    "impersonal": (_impersonal,),
}
