"""Whether one text says that a report is untrue, and the other tells it as fact.

Word for word such texts may hardly differ, and no labelled set with free weights teaches it, so
it stands beside the fitted score as counted on news rumours.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from claims.comparing.alignment import Alignment
from claims.comparing.signals import whole_cover

UNTRUE = re.compile(
    r"\b(?:hoax(?:er|es|ers)?|fak(?:e[ds]?|ery)|false(?:ly)?|untrue|not true|bogus|sham|scam|satire"
    r"|debunk(?:s|ed|ing)?|den(?:y|ies|ied|ying)|fabricat\w+|refut(?:e|es|ed|ing)|myth|rubbish\w*"
    r"|(?:made|making|make) (?:it|this|that|them|the (?:\w+ )?(?:story|claim|report)) (?:all )?up"
    r"|(?:it|all|story|were|was) made up|disprov(?:e|es|ed|en)|photoshopp\w*|prank\w*|lied|liars?"
    r"|(?:is|was|were|are|been|be) lying(?! (?:on|in|down|at|under|next|by|face|to|across))"
    r"|baseless|unfounded|discredit\w*|exposed as|staged|doctored|conspiracy theor\w+|fraud"
    r"|phone?y|implausible|not plausible|never happened|no truth|not (?:be )?real"
    r"|(?:is|are|was|were)n[’']t real"
    r"|(?:unlikely|doubtful)[^.?!]{0,60}\b(?:is|are|was|were|be) (?:real|true|genuine|authentic)"
    r"|(?:did not|didn[’']t|does not|doesn[’']t|do not|don[’']t|was not|wasn[’']t|were not"
    r"|weren[’']t) (?:actually|really))\b",
    re.IGNORECASE,
)
# "A fake passport" and "the staged play" reject nothing; "a fake" and "the fake story" do.
OF_A_THING = re.compile(
    r"\s+(?!(?:as|and|or|by|to|but|in|on|at|after|because|says?|said|than|who|that|which|is|was"
    r"|were|are|for|from|with|according|via|story|claims?|reports?|news|rumou?rs?)\b)[a-z]",
    re.IGNORECASE,
)
ADJECTIVES = ("fake", "false", "staged", "doctored")
NEGATED_SELF = re.compile(r"no |not |isn|aren|was|were|did|does|do |don|never|unlik", re.IGNORECASE)
NEGATED = re.compile(r"(?:\b(?:not|never|no|nothing)|n[’']t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
QUESTION = re.compile(r"[^.!?]*\?")
SUSPECTS = re.compile(
    r"\b(?:s[ck]epti\w+|doubt\w*|bluff|con artist|suspicio\w+|bizarre claim|too good to be true"
    r"|questionable|dubious|stunt|rumou?rs?|contrary|no evidence|fraudulent)\b",
    re.IGNORECASE,
)
RESERVED = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|report(?:s|ed|edly)?|alleg\w*|claim\w*|unconfirmed"
    r"|whether|investigat\w+|suggest\w*|appear\w*|suppos\w+|rumou?r\w*|said to|purport\w*|if true"
    r"|questions?)\b|\?",
    re.IGNORECASE,
)
BEFORE = 25  # letters before a word in which its negation is sought
ENOUGH = 0.1  # share of the short text's words in the long one, for both to be of one matter


class Side(StrEnum):
    """How two texts stand to a report that one of them calls untrue."""

    NOTHING = "nothing"  # neither calls anything untrue
    BOTH = "both"
    FIRM = "firm"  # one does, the other tells it as a fact
    OPEN = "open"  # one does, the other tells it with reserve


@dataclass(frozen=True, slots=True)
class Stand:
    """How a text stands: -1 insists that it is true, 1 calls it untrue; and its doubts."""

    rejects: int
    doubts: bool


def rejection(aligned: Alignment) -> Side:
    """How the two texts stand to each other; the same in either order."""
    short, long = stand(aligned.short.text), stand(aligned.whole)
    if short.rejects <= 0 and long.rejects <= 0:
        return Side.NOTHING
    if short.rejects > 0 and long.rejects > 0:
        return Side.BOTH
    rejecting, text = (short, aligned.whole) if short.rejects > 0 else (long, aligned.short.text)
    telling = long if rejecting is short else short
    asked = rejecting is short and RUMOUR.search(aligned.short.text)
    reserved = telling.rejects == 0 and (telling.doubts or RESERVED.search(text))
    apart = whole_cover(aligned) < ENOUGH
    return Side.OPEN if asked or reserved or apart else Side.FIRM


RUMOUR = re.compile(r"\?|rumou?r", re.IGNORECASE)


def stand(text: str) -> Stand:
    """What the text says of the truth of a report, its own or another's."""
    asked = [match.span() for match in QUESTION.finditer(text)]
    says, takes_back = 0, 0
    doubts = bool(SUSPECTS.search(text))
    for match in UNTRUE.finditer(text):
        at = match.start()
        word = match.group().casefold()
        thing = word.startswith(ADJECTIVES) and OF_A_THING.match(text, match.end())
        if thing or any(start <= at < end for start, end in asked):
            doubts = True
        elif NEGATED.search(text[max(0, at - BEFORE) : at]) and not NEGATED_SELF.match(word):
            takes_back += 1
        else:
            says += 1
    return Stand((says > takes_back) - (takes_back > says), doubts or says > 0)
