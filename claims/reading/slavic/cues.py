"""Who is made to say what in a Ukrainian or Russian sentence: cue, speaker's stretch, content.

The commas of both languages part every clause, so they carry the frames: "X заявив, що ...",
"«...», – сказав X", "за словами X, ...", "X: ...", "X повідомив про ...".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.choices import Modality, Stance
from claims.reading.slavic.forms import Hit
from claims.reading.slavic.lines import DASHES, Line, has_verb, is_finite

Range = tuple[int, int]
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
DATA = ("слов", "дан", "інформац", "информац", "оцін", "оцен", "сведен", "версі", "верси", "підрах")
RESPONSIBILITY = ("відповідальн", "ответственн")
CLOSERS = frozenset('»”“"')
OPENERS = frozenset('«“„"')


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: ``where`` lists the stretches in which its speaker may be named.

    ``frame`` is "that", "direct", "np" ("повідомив про ..."), "own" (claims responsibility),
    "blame" or "call". ``again`` when the speaker is the one before ("за його словами").
    """

    cue: Range
    content: Range
    where: tuple[Range, ...]
    frame: str
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED
    again: bool = False
    within: bool = True


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
    found += _parenthetic(line)
    kept = [said for said in found if said.content[0] < said.content[1]]
    sources = {said.content for said in kept if said.frame == "source"}
    kept = [said for said in kept if said.frame == "source" or said.content not in sources]
    return sorted(kept, key=lambda said: said.cue)[:MOST]


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
    first = next((b + 1 for b in reversed(line.breaks) if _parts(line, b) and b < at), 0)
    last = next((b for b in line.breaks if b >= hit.last and _parts(line, b)), line.end)
    return _Cue(hit, title, stance, first, last)


def _speech_ends(line: Line, at: int) -> bool:
    """Whether a closed quotation and a dash stand right before: "...», –"."""
    if at < 3 or line.tokens[at - 1].text not in DASHES:  # noqa: PLR2004  # quotation, comma, dash
        return False
    return line.tokens[at - 2].text == "," and line.tokens[at - 3].text in CLOSERS


def _parts(line: Line, at: int) -> bool:
    """Whether a break stands outside of quotation marks."""
    return not line.tokens[at].quoted


def _said(line: Line, cue: _Cue, cues: list[_Cue]) -> Said | None:
    negated = cue.hit.first > 0 and line.words[cue.hit.first - 1] == "не"
    if negated and cue.title != "no comment":
        return None
    for frame in FRAMES.get(cue.title, (_that, _colon, _back, _postposed, _about)):
        said = frame(line, cue, cues)
        if said is not None:
            return replace(said, stance=cue.stance, modality=_modality(line, cue, said))
    return None


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
    if cue.first < cue.hit.first and not _only_asides(line, cue.first, cue.hit.first):
        return ((cue.first, cue.hit.first),)
    return ((cue.hit.last, cue.last), (0, cue.hit.first))


def _only_asides(line: Line, first: int, last: int) -> bool:
    asides, at = line.lexicon("cues", "asides"), first
    while at < last:
        hit = asides.at(line.words, at, last)
        if hit is None and line.tokens[at].is_word and line.words[at] not in {"і", "и", "та", "не"}:
            return False
        at = hit.last if hit else at + 1
    return True


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
    if not cue.first or not _only_asides(line, cue.first, cue.hit.first):
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
    starts = _only_asides(line, cue.first + lead, cue.hit.first)
    where = ((cue.hit.last, cue.last), (cue.first + lead, cue.hit.first))
    mark = (cue.hit.first, cue.hit.last)
    if lead and cue.first == 0 and cue.last < line.end:
        return Said(mark, (cue.last + 1, len(line.tokens)), where, "that")
    pronoun = line.lexicon("people", "pronouns").find(line.words, cue.first, cue.hit.first)
    if cue.first == 0 or not (starts or lead or pronoun is not None or _after_quote(line, cue)):
        return None
    return Said(mark, (0, cue.first - 1), where, "direct" if _after_speech(line, cue) else "that")


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
    pointer = cue.hit.first - 1  # "в МЧС это опровергают"
    if pointer > 0 and line.words[pointer] in {"це", "это"}:
        return Said((cue.hit.first, first), (pointer, first), before, "np")
    if len(before) > 1:  # the verb comes first: its subject stands behind it
        return None
    end = _content_end(line, first, cue, cues)
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
    return None if said is None else replace(said, where=())


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


def _parenthetic(line: Line) -> Iterator[Said]:
    """За словами мера, ...; ..., по его данным; со ссылкой на полицию."""
    at = 0
    while at < len(line.tokens):
        lead = None if line.tokens[at].quoted else _lead(line, at)
        if lead is None:
            at += 1
            continue
        end, again, named = lead
        stop = next((b for b in line.breaks if b >= end and _parts(line, b)), line.end)
        yield from _told(line, (at, end), stop, again=again, named=named)
        at = end


def _lead(line: Line, at: int) -> tuple[int, bool, bool] | None:
    """The end of "за словами", whether it is the last speaker's, and whether anybody is named."""
    hit = line.lexicon("cues", "parenthetic").at(line.words, at)
    if hit is not None:
        return hit.last, False, True
    if line.words[at] not in {"за", "по", "на", "зі", "со", "согласно", "згідно"}:
        return None
    if at + 2 >= len(line.words) or not line.words[at + 2].startswith(DATA):
        return None
    if line.words[at + 1] in line.lexicon("cues", "hers"):
        return at + 3, True, True
    if line.words[at + 1] in line.lexicon("cues", "no speaker"):
        return at + 3, False, False
    return None


def _told(line: Line, cue: Range, stop: int, *, again: bool, named: bool) -> Iterator[Said]:
    where = ((cue[1], stop),) if named and not again else ()
    source = line.words[cue[1] - 1] == "на"
    begin = next((b + 1 for b in reversed(line.breaks) if _parts(line, b) and b < cue[0]), 0)
    frame = "source" if source else "that"
    if source and begin:
        yield Said(cue, (0, begin - 1), where, frame, again=again)
    elif _only_asides(line, begin, cue[0]) and stop < line.end and _heads(line, begin):
        end = next((k for k in range(stop, line.end) if line.tokens[k].text == ";"), line.end)
        yield Said(cue, (stop + 1, end), where, frame, again=again)
    elif begin and not has_verb(line, 0, begin):  # "Суд, за словами мера, відмовився"
        yield Said(cue, (stop + 1, line.end), where, frame, again=again)
    elif begin:
        yield Said(cue, (0, begin - 1), where, frame, again=again)
    elif stop >= line.end and not named:
        return
    elif cue[0] > begin:  # "загинуло, за даними мера, п'ятеро" without its commas
        yield Said(cue, (begin, cue[0]), where, frame, again=again)


def _heads(line: Line, begin: int) -> bool:
    """Whether a clause begins the sentence or follows a colon, semicolon or "а"."""
    if begin == 0 or line.tokens[begin - 1].text in {":", ";"}:
        return True
    return line.words[begin] in line.lexicon("cues", "links")
