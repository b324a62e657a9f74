"""Which words of a claim can be quoted after which verb, so that the sentence reads right.

A colon fits any words. Everything else is chosen only where the words show what they are: a clause
of their own, a phrase without a verb, or the article's own telling ("Kyiv denied that ...").
"""

import re
from dataclasses import dataclass

from claims.choices import Stance, Topic
from claims.comparing.parties import claims_own_act
from claims.values import Statement

OPENING, CLOSING = '“"‘', '”"’'
SAYS_NO = re.compile(
    r"\b(?:no|not|nobody|none|nothing|never|neither|without|\w+n[’']t"
    r"|не|нет|нема|немає|ні|ни|жод\w+|никто|ніхто|без)\b",
    re.IGNORECASE,
)
LATIN = re.compile(r"[A-Za-z]")
CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:es|ed)"
    r"|dismiss(?:es|ed)?|doubt(?:s|ed|ful)?|scept\w+|skept\w+|said|says|stat(?:es|ed)"
    r"|claim(?:ed|s(?= to\b| that\b))|attribut(?:es|ed)|report(?:ed|s(?= that\b))"
    r"|accord(?:s|ing)|assert(?:s|ed)|blam(?:es|ed)|accus(?:es|ed)"
    r"|maintain(?:s|ed)?|insist(?:s|ed))\b",
    re.IGNORECASE,
)
# The words begin with what the claimant does: "calls it an uprising".
DOES = re.compile(r"(?:calls?|called|describes?|described|insists?|insisted|rejects?|rejected)\b")
# The article's own telling of what somebody said, where it names or means the claimant before it.
TELLS = re.compile(
    r"\b(?:(?:answer|respond|repl)\w* by \w+ing|calls?|called|describes?|described|puts?|named?"
    r"|speaks? of|spoke of|wrote of|writes of|insist(?:s|ed) on|announced|announces)\b",
    re.IGNORECASE,
)
SAID = r"\s+(?P<said>\W*\w+\W+\w.*)"
CUED = re.compile(rf"(?P<before>.*?)(?P<cue>{CUE.pattern}){SAID}", re.IGNORECASE | re.DOTALL)
TOLD = re.compile(rf"(?P<before>.*?)(?P<cue>{TELLS.pattern}){SAID}", re.IGNORECASE | re.DOTALL)
# "Kyiv denied it": nothing worth a quote of its own follows the verb.
CURT = re.compile(
    rf"(?P<before>.*?)(?P<all>{CUE.pattern}\s+\w+)\W*$",
    re.IGNORECASE | re.DOTALL,
)
PASSIVE = re.compile(
    r"\b(?:is|was|were|are|been|be|not|never|nor|would|could|may|might|what|which|who)"
    r"(?:\s+\w+ly)?\s*$|\bthe\s*$",
    re.IGNORECASE,
)
NOUN_PHRASE = re.compile(
    r"\W*(?:(?:an?|the|some|two|three|several|members|units?|fighters|soldiers|troops|forces)\b"
    r"|[A-Z])(?:[\s’'-]+\w+){1,9}\W*$"
)
# Words that no clause begins with: what comes is the rest of one whose beginning is not quoted.
BROKEN = re.compile(
    r"\W*(?:(?:of|from|with|by|to|for|as|than|into|onto|later|also|then|instead|who|which|whose)\b"
    r"|\w{3,}ing\b(?!\s+(?:is|was|are|were|had|has|goes|went)\b)|\w{4,}ly\b|(?!united|armed|hundred|wounded|injured)\w{4,}ed\b|(?:is|was|were|are|has|had|have|took|takes|did|does|will)\b)",
    re.IGNORECASE,
)
OF = re.compile(
    r"(?:(?:later|also|then|instead|earlier)\s+)?of\s+(?=\W*(?:an?|the)\b)", re.IGNORECASE
)
SHORT_PHRASE = 4
# "ten wounded": people, though the word looks like a verb.
NUMBER_OF = re.compile(r"\W*[\w,.]+ (?:wounded|injured|arrested|detained|displaced)\W*$")
LONGEST_LEAD = 14  # words of a subject with all it carries; more is content before the verb
HAS_VERB = re.compile(
    r"\b(?:is|was|were|are|be|been|has|have|had|did|do|does|will|would|can|could|may|might"
    r"|must|\w{2,}ed|held|took|led|left|made|hit|shot|shelled|blew|fell|lost|won|began|came|went"
    r"|fought|broke|sank|burnt|flew|knew|got|gave|found|consists?|remains?|belongs?|acts?"
    r"|started|cost|fires?|put|puts"
    r"|(?!(?:in|of|to|by|for|on|at|with|from|about|behind|against|over|into|near)\b)"
    r"\w+ (?:it|them|him))\b",
    re.IGNORECASE,
)
# A phrase about somebody that runs to its end: "The front, which took responsibility for it".
ABOUT = re.compile(r"[^,]*,\s*(?:which|who)\b[^,]*$")
PAST = {
    "deny": "denied",
    "dispute": "disputed",
    "reject": "rejected",
    "call": "called",
    "describe": "described",
    "speak": "spoke",
    "name": "named",
}
UNNAMING = frozenset({"the", "and", "for", "its", "thei", "that"})
PRONOUN = frozenset({"he", "she", "it", "they", "we", "someone", "somebody", ""})


@dataclass(frozen=True, slots=True)
class Telling:
    """What stands between the claimant's name and the quoted words, and these words."""

    verb: str
    words: str


def telling_of(statement: Statement) -> Telling:
    """The verb that fits a claim's words; the article's own where the words hold one."""
    words = statement.words
    if DOES.match(words):
        return Telling("", words)
    cued = CUED.match(words)
    if cued and _leads(cued["before"], statement) and not _is_noun(cued):
        return Telling(f" {_told(cued['cue'])}", cued["said"])
    curt = CURT.match(words)
    if curt and _leads(curt["before"], statement):
        return Telling("", curt["all"])
    told = TOLD.match(words)
    if told and _means(told["before"], statement):
        return Telling(f" {_told(told['cue'])}", told["said"])
    of = OF.match(words)
    if of and statement.stance != Stance.DENIES:
        return Telling(" spoke of", words[of.end() :])
    return Telling(_verb(statement), words)


def _is_noun(cued: re.Match[str]) -> bool:
    """Whether it is the "reports" or "claims" that somebody calls untrue."""
    return cued["cue"].casefold() in {"reports", "claims"} and not cued["before"].strip()


def _told(cue: str) -> str:
    """The article's verb for one claimant, who may have been several there: "deny", "denied"."""
    head, _, rest = cue.lower().partition(" ")
    return f"{PAST.get(head, head)} {rest}".rstrip()


def _leads(before: str, statement: Statement) -> bool:
    """Whether what stands before the article's verb is its subject, and nothing else.

    "Arland, says its minister, had ..." is not: what the comma parts off is about the claimant
    only where it begins with his name ("Ada Lom, its minister, says ...").
    """
    if PASSIVE.search(before) or len(before.split()) > LONGEST_LEAD:
        return False
    return not before.rstrip().endswith(",") or _named(before, statement, of_name=True)


def _means(before: str, statement: Statement) -> bool:
    """Whether it is the claimant whom the article has there: by name, or by a pronoun."""
    if not _leads(before, statement) or HAS_VERB.search(before):
        return False
    lead = before.casefold().strip(" ,")
    if lead in PRONOUN or lead.startswith(("someone ", "somebody ")):
        return True
    return _named(before, statement)


def _named(before: str, statement: Statement, *, of_name: bool = False) -> bool:
    """Whether words name the claimant, or (unless ``of_name``) somebody it speaks for."""
    claimant = statement.claimant
    names = statement.claimant_text if claimant is None else claimant.name
    if claimant and not of_name:
        names = " ".join((names, statement.claimant_text, *claimant.lineage)).replace("-", " ")
    return bool(_starts(names) & _starts(before))


def _starts(words: str) -> set[str]:
    """How the words that name somebody begin: "Kyiv" and "Kyiv's" begin alike."""
    return {word[:4] for word in re.findall(r"\w{3,}", words.casefold())} - UNNAMING


def _verb(statement: Statement) -> str:
    """What stands between the name and the words where these hold no verb of the article's."""
    words = statement.words
    foreign = not LATIN.search(words)
    if CUE.search(words) or foreign:
        denies = statement.stance == Stance.DENIES and not SAYS_NO.search(words)
        return ", denying it:" if denies and not CUE.search(words) else ":"
    has_verb = bool(HAS_VERB.search(words)) and not NUMBER_OF.match(words)
    if statement.stance == Stance.DOUBTS:
        return " doubted that" if has_verb else " doubted"
    if statement.stance == Stance.DENIES and not SAYS_NO.search(words):
        return " denied that" if has_verb and not BROKEN.match(words) else " denied"
    if BROKEN.match(words) or ABOUT.match(words):
        return ":"
    return " said" if has_verb else _without_verb(statement)


def _without_verb(statement: Statement) -> str:
    words = statement.words
    if statement.stance == Stance.DENIES:
        return ":"
    if statement.topic == Topic.RESPONSIBILITY and NOUN_PHRASE.match(words):
        return " claimed" if claims_own_act(statement) else " attributed it to"
    return " spoke of" if len(words.split()) <= SHORT_PHRASE else ":"
