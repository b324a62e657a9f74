"""The reason of a finding as a sentence that could stand in print: who, which words, why."""

import re

from claims.choices import Topic
from claims.comparing.bodies import family
from claims.comparing.judging import Clash
from claims.comparing.parties import answer_parties, one_voice
from claims.comparing.wording import CLOSING, HAS_VERB, OPENING, telling_of
from claims.reading.questions import called
from claims.values import Party, Statement

LONGEST_QUOTE = 120
STOPS = " .,;:"
JOINING = re.compile(r"^(?:though|although|but|while|and|however|also),?\s+", re.IGNORECASE)
# Descriptions that stand without an article of their own: "a unit of", "some men", "doctors from".
PLAIN = r"[a-z]+s (?:from|in|at|near|of|hired|working|close|speaking|helping|who)\b"
DESCRIBED = re.compile(rf"(?:(?:an?|some|several|two|three|many|the)\b|{PLAIN})", re.IGNORECASE)
WHOSE = re.compile(r"^(?:its|their|his|her|our)\s+", re.IGNORECASE)
SAYS_NOBODY = frozenset(
    {"", "the same", "he", "she", "it", "they", "one", "some", "others", "many"}
)
# "It was behind the raid": who "it" is, where the answer names somebody else than the speaker.
MEANT = re.compile(
    r"(?P<who>\W*(?:it|they|he|she))(?P<does>\s+(?:(?:had|has|have|also|later|first)\s+)*"
    r"(?:(?:was|were|is|are) (?:behind|responsible|involved|to blame)|\w{3,}ed|took|shot|hit|blew"
    r"|struck|set|began|did|sent|gave|held|lost|left)\b)",
    re.IGNORECASE,
)
DOERS = frozenset(
    {Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.PRESENCE, Topic.CAUSE, Topic.CONTROL}
)


def reason(first: Statement, second: Statement, clash: Clash) -> str:
    """Both sides with their words, then why they part, and what would reconcile them."""
    after = telling(second, opens=False)
    return f"{telling(first)}; {after}. {clash.why} {clash.condition}".rstrip()


def telling(statement: Statement, *, opens: bool = True) -> str:
    """One side: its claimant, a verb that fits its stance, and its words, quoted in short.

    Where the words hold the article's own verb ("Kyiv denies any involvement"), that verb is
    told and only what follows it is quoted. Own verbs are in the past tense, which fits one
    claimant and several alike. ``opens`` where the side begins the sentence.
    """
    told = telling_of(statement)
    words = quoted(told.words)
    return f"{claimant_name(statement, opens=opens)}{told.verb} “{with_doer(statement, words)}”"


def claimant_name(statement: Statement, *, opens: bool = True) -> str:
    """Who says it; what the article has instead where nobody is named."""
    name = "a report that names no source"
    if statement.claimant:
        name = named(statement.claimant)
    elif statement.claimant_text.casefold() not in SAYS_NOBODY:
        name = described(statement.claimant_text)
    elif statement.claimant_text:
        name = "an unnamed source"
    return name[:1].upper() + name[1:] if opens else name


def named(party: Party) -> str:
    """A party as it stands in a sentence: "the Free Army", "Arland", "a unit of its army"."""
    if DESCRIBED.match(party.name):
        return described(party.name)
    last = party.name.rpartition(" ")[2]
    is_body = " of " in party.name and called(f"Free {last}") != f"Free {last}"
    return f"the {party.name}" if is_body else called(party.name)


def described(text: str) -> str:
    """Somebody whom the article only describes, as a sentence has it: "doctors in Ostrel"."""
    words = WHOSE.sub("", quoted(text))
    plain = DESCRIBED.match(words) or family(words.partition(" ")[0])
    return words[:1].lower() + words[1:] if plain else words


def with_doer(statement: Statement, words: str) -> str:
    """The words with the doer's name in brackets, where "it" is another than the speaker."""
    doers = answer_parties(statement)
    pronoun = MEANT.match(words)
    if not pronoun or len(doers) != 1 or statement.topic not in DOERS:
        return words
    doer, speaker = doers[0], statement.claimant
    if speaker is None or one_voice(doer, speaker) or _is_told(doer, words):
        return words
    return f"{pronoun['who']} [{named(doer)}]{words[pronoun.end('who') :]}"


def _is_told(party: Party, words: str) -> bool:
    """Whether the words name the party, or say of which people it is."""
    starts = {word[:4].casefold() for word in re.findall(r"\w{4,}", words)}
    return any(word[:4].casefold() in starts for word in re.findall(r"\w{4,}", party.name))


def quoted(words: str) -> str:
    """The words with inner marks only, cut at a word's end where they are long."""
    text = JOINING.sub("", " ".join(words.split()).strip(STOPS))
    if text[:5].casefold() == "that " and HAS_VERB.search(text):
        text = text[5:]
    while len(text) > 1 and text[0] in OPENING and text[-1] in CLOSING:
        text = text[1:-1].strip(STOPS)
    inner = text.translate({ord("“"): "‘", ord("”"): "’", ord('"'): "’"})
    if text.count("“") != text.count("”"):
        inner = text.translate(dict.fromkeys(map(ord, "“”")))
    if len(inner) <= LONGEST_QUOTE:
        return inner
    return inner[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(STOPS) + " …"
