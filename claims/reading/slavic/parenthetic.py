"""Speakers set beside what is said: "за словами мера, ...", "..., по его данным"."""

from collections.abc import Iterator

from claims.reading.slavic.lines import Line, has_verb
from claims.reading.slavic.said import Range, Said, only_asides, stands_outside

DATA = ("слов", "дан", "інформац", "информац", "оцін", "оцен", "сведен", "версі", "верси", "підрах")


def parenthetic(line: Line) -> Iterator[Said]:
    """За словами мера, ...; ..., по его данным; со ссылкой на полицию."""
    at = 0
    while at < len(line.tokens):
        lead = None if line.tokens[at].quoted else _lead(line, at)
        if lead is None:
            at += 1
            continue
        end, again, named = lead
        stop = next((b for b in line.breaks if b >= end and stands_outside(line, b)), line.end)
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
        named = at + 3 < len(line.tokens) and line.tokens[at + 3].is_word
        return at + 3, False, named
    return None


def _told(line: Line, cue: Range, stop: int, *, again: bool, named: bool) -> Iterator[Said]:
    where = ((cue[1], stop),) if named and not again else ()
    source = line.words[cue[1] - 1] == "на"
    begin = next(
        (b + 1 for b in reversed(line.breaks) if stands_outside(line, b) and b < cue[0]), 0
    )
    if source and not begin:  # "как передает ТАСС со ссылкой на ...": the clause's own cue
        return
    frame = "source" if source else "that"
    if source and begin:
        yield Said(cue, (0, begin - 1), where, frame, again=again)
    elif only_asides(line, begin, cue[0]) and stop < line.end and _heads(line, begin):
        end = next((k for k in range(stop, line.end) if line.tokens[k].text == ";"), line.end)
        yield Said(cue, (stop + 1, end), where, frame, again=again)
    elif begin and not has_verb(line, 0, begin):  # "Суд, за словами мера, відмовився"
        yield Said(cue, (0, line.end), where, frame, again=again)
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
