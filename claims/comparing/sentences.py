"""The reason of a finding as a sentence that could stand in print: who, which words, why."""

import re

from claims.choices import Stance, Topic
from claims.comparing.judging import Clash
from claims.comparing.parties import claims_own_act
from claims.values import Statement

LONGEST_QUOTE = 120
STOPS = " .,;:"
OPENING, CLOSING = '“"‘', '”"’'
SAYS_NO = re.compile(
    r"\b(?:no|not|nobody|none|nothing|never|neither|without|\w+n[’']t"
    r"|не|нет|нема|немає|ні|ни|жод\w+|никто|ніхто|без)\b",
    re.IGNORECASE,
)
LATIN = re.compile(r"[A-Za-z]")
# The words begin with what the claimant does: "calls it an uprising".
DOES = re.compile(r"(?:calls?|called|describes?|described|insists?|insisted|rejects?|rejected)\b")
CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:es|ed)"
    r"|dismiss(?:es|ed)?|doubt(?:s|ed|ful)?|scept\w+|skept\w+|said|says|stat(?:es|ed)"
    r"|claim(?:ed|s(?= to\b| that\b))|attribut(?:es|ed)|report(?:ed|s(?= that\b))"
    r"|accord(?:s|ing)|assert(?:s|ed)|blam(?:es|ed)|accus(?:es|ed))\b",
    re.IGNORECASE,
)
CUED = re.compile(
    rf"(?P<before>.*?)(?P<cue>{CUE.pattern})\s+(?P<said>\W*\w+\W+\w.*)", re.IGNORECASE | re.DOTALL
)
PASSIVE = re.compile(
    r"\b(?:is|was|were|are|been|be|not|never|nor|would|could|may|might)(?:\s+\w+ly)?\s*$|\bthe\s*$",
    re.IGNORECASE,
)
NOUN_PHRASE = re.compile(
    r"\W*(?:(?:an?|the|some|two|three|several|members|units?|fighters|soldiers|troops|forces)\b"
    r"|[A-Z])(?:[\s’'-]+\w+){1,9}\W*$"
)
SHORT_PHRASE = 4
LONGEST_LEAD = 14  # words of a subject with all it carries; more is content before the verb
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

    Where the words hold the article's own verb ("Kyiv denies any involvement"), that verb is
    told and only what follows it is quoted. Own verbs are in the past tense, which fits one
    claimant and several alike.
    """
    name = claimant_name(statement)
    cued = CUED.match(statement.words)
    if cued and not PASSIVE.search(cued["before"]) and len(cued["before"].split()) <= LONGEST_LEAD:
        return f"{name} {cued['cue'].lower()} “{quoted(cued['said'])}”"
    return f"{name}{_verb(statement)} “{quoted(statement.words)}”"


def claimant_name(statement: Statement) -> str:
    """Who says it; what the article has instead where nobody is named."""
    if statement.claimant:
        return statement.claimant.name
    if statement.claimant_text:
        return f"An unnamed source (“{statement.claimant_text}”)"
    return "A report that names no source"


def quoted(words: str) -> str:
    """The words with inner marks only, cut at a word's end where they are long."""
    text = JOINING.sub("", " ".join(words.split()).strip(STOPS))
    while len(text) > 1 and text[0] in OPENING and text[-1] in CLOSING:
        text = text[1:-1].strip(STOPS)
    inner = text.translate({ord("“"): "‘", ord("”"): "’", ord('"'): "’"})
    if text.count("“") != text.count("”"):
        inner = text.translate(dict.fromkeys(map(ord, "“”")))
    if len(inner) <= LONGEST_QUOTE:
        return inner
    return inner[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(STOPS) + " …"


def _verb(statement: Statement) -> str:
    """What stands between the name and the words, so that all of it reads right.

    A colon fits any words: those that hold the article's own verb, those of another language.
    """
    words = statement.words
    if DOES.match(words):
        return ""
    if CUE.search(words) or not LATIN.search(words):
        denies = statement.stance == Stance.DENIES and not SAYS_NO.search(words)
        return ", denying it:" if denies and not CUE.search(words) else ":"
    if statement.stance == Stance.DOUBTS:
        return " doubted that" if HAS_VERB.search(words) else " doubted"
    if statement.stance == Stance.DENIES:
        if SAYS_NO.search(words):
            return " said"
        return " denied that" if HAS_VERB.search(words) else " denied"
    return f" {_asserting_verb(statement)}"


def _asserting_verb(statement: Statement) -> str:
    words = statement.words
    if HAS_VERB.search(words):
        return "said"
    if statement.topic == Topic.RESPONSIBILITY and NOUN_PHRASE.match(words):
        return "claimed" if claims_own_act(statement) else "attributed it to"
    return "spoke of" if len(words.split()) <= SHORT_PHRASE else "said"
