"""The reason of a finding as a sentence that could stand in print: who, which words, why."""

import re

from claims.choices import Stance, Topic
from claims.comparing.judging import Clash, is_negative
from claims.comparing.parties import claims_own_act
from claims.values import Statement

LONGEST_QUOTE = 120
OUTER = '“”"‘ .,;:'
SAYS_NO = re.compile(
    r"\b(?:no|not|nobody|none|nothing|never|neither|without|\w+n[’']t)\b", re.IGNORECASE
)
CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:es|ed)"
    r"|dismiss(?:es|ed)?|doubt(?:s|ed|ful)?|scept\w+|skept\w+|said|says|stat(?:es|ed)"
    r"|claim(?:ed|s that)|attribut(?:es|ed)|report(?:ed|s that)|accord(?:s|ing)|assert(?:s|ed)"
    r"|blam(?:es|ed)|accus(?:es|ed))\b",
    re.IGNORECASE,
)
JOINING = re.compile(r"^(?:though|although|but|while|and|that|however|also),?\s+", re.IGNORECASE)
HAS_VERB = re.compile(
    r"\b(?:is|was|were|are|be|been|has|have|had|did|do|does|will|would|can|could|may|might"
    r"|must|\w{2,}ed|held|took|led|left|made|hit|shot|shelled|blew|fell|lost|won)\b",
    re.IGNORECASE,
)


def reason(first: Statement, second: Statement, clash: Clash) -> str:
    """Both sides with their words, then why they part, and what would reconcile them."""
    after = telling(second)
    if second.claimant is None:
        after = after[0].lower() + after[1:]
    return f"{telling(first)}; {after}. {clash.why} {clash.condition}".rstrip()


def telling(statement: Statement) -> str:
    """One side: its claimant, a verb that fits its stance, and its words, quoted in short.

    The verbs are in the past tense, which fits one claimant and several alike.
    """
    return f"{claimant_name(statement)} {_verb(statement)} “{quoted(statement.words)}”"


def claimant_name(statement: Statement) -> str:
    """Who says it; what the article has instead where nobody is named."""
    if statement.claimant:
        return statement.claimant.name
    if statement.claimant_text:
        return f"An unnamed source (“{statement.claimant_text}”)"
    return "A report that names no source"


def quoted(words: str) -> str:
    """The words without outer marks, cut at a word's end where they are long."""
    text = " ".join(words.split()).strip(OUTER).lstrip("’'")
    text = JOINING.sub("", text)
    text = text.translate({ord("“"): "‘", ord("”"): "’", ord('"'): "’"})
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(OUTER) + " …"


def _verb(statement: Statement) -> str:
    """A verb that reads right before the words, which may hold the reporting verb themselves."""
    words = statement.words
    if CUE.search(words):
        return "went on record:"
    if statement.stance == Stance.DOUBTS:
        return "doubted that" if HAS_VERB.search(words) else "doubted"
    if is_negative(statement):
        if SAYS_NO.search(words):
            return "said"
        return "denied that" if HAS_VERB.search(words) else "denied"
    return _asserting_verb(statement)


def _asserting_verb(statement: Statement) -> str:
    if HAS_VERB.search(statement.words):
        return "said"
    if statement.topic == Topic.RESPONSIBILITY:
        return "claimed" if claims_own_act(statement) else "attributed it to"
    return "spoke of"
