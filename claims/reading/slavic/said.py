"""One attribution of a sentence, and what all ways of finding one share."""

from dataclasses import dataclass

from claims.choices import Modality, Stance
from claims.reading.slavic.lines import Line

Range = tuple[int, int]


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


def stands_outside(line: Line, at: int) -> bool:
    """Whether a break stands outside of quotation marks."""
    return not line.tokens[at].quoted


def only_asides(line: Line, first: int, last: int) -> bool:
    """Whether only adverbs and particles stand in a stretch."""
    asides, links, at = line.lexicon("cues", "asides"), line.lexicon("cues", "links"), first
    while at < last:
        hit = asides.at(line.words, at, last)
        small = line.words[at] in links or line.words[at] == "не"
        if hit is None and line.tokens[at].is_word and not small:
            return False
        at = hit.last if hit else at + 1
    return True
