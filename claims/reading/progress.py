"""What reading an article gathers, and how what is told is taken up."""

from dataclasses import dataclass, field

from claims.choices import Stance, Topic
from claims.reading.anaphora import Told
from claims.reading.claimants import Reader
from claims.reading.clauses import Proposition, has_main_verb
from claims.reading.drafts import Draft
from claims.reading.frames import Range
from claims.reading.grammar import is_auxiliary, is_in, is_verb
from claims.reading.lexicon import contains, phrases, words
from claims.reading.tellings import Telling, draft_of
from claims.reading.text import Token
from claims.reading.topics import Answered, Terms
from claims.reading.topics.acts import Act
from claims.values import Answer, AttributionSpans, ClaimantName, OutletStatement

MIN_OTHER_WORDS = 4
SILENCE = 6  # words within which "would not say more" stands
MIN_DENIED_WORDS = 2  # "denies arming rebels"


@dataclass(slots=True)
class Progress:
    """What reading has gathered so far, sentence by sentence."""

    reader: Reader
    drafts: list[Draft] = field(default_factory=list)
    attributions: list[AttributionSpans] = field(default_factory=list)
    outlet: list[OutletStatement] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    last_measure: str = ""
    act: Act = field(default_factory=Act)
    waiting: list[int] = field(default_factory=list)
    author: tuple[ClaimantName, ...] = ()  # whose the text is from here on


def terms_at(
    progress: Progress, number: int, who: tuple[ClaimantName, ...], subject: Range | None
) -> Terms:
    """What the rules know at a sentence: who speaks and what the article has told so far."""
    return Terms(
        progress.reader,
        number,
        who,
        progress.last_measure,
        subject,
        act=progress.act,
    )


def keep(progress: Progress, telling: Telling, answers: list[Answered]) -> None:
    """Take up the answers of one telling as claims in the making."""
    terms = telling.terms
    for answered in answers:
        if answered.question is not None and answered.question.topic == Topic.MEASURE:
            progress.last_measure = answered.answer.object
        progress.told.append(Told(terms.number, terms.claimants, answered, telling.p.stance))
        progress.drafts += draft_of(telling, answered).for_each(terms.claimants)


def other_words(p: Proposition) -> list[Answered]:
    """Words that no rule understands, kept when there are enough of them to be checked."""
    words_of = [token for token in p.tokens if token.is_word]
    count = len(words_of)
    if p.stance == Stance.NO_COMMENT:
        return [Answered(Answer(), None)]
    # "denies the second" says nothing by itself.
    bare = count == MIN_DENIED_WORDS and is_in(words_of[0], "determiners")
    if bare or _only_leads_up(p) or not _says_something(p):
        return []
    enough = MIN_OTHER_WORDS if p.stance == Stance.ASSERTS else MIN_DENIED_WORDS
    enough -= words_of[:1] != [] and _is_terse(p, words_of[0])
    return [Answered(Answer(), None)] if count >= enough and p.frame != "show" else []


def _is_terse(p: Proposition, head: Token) -> bool:
    """Whether three words can say something: "mistakes were made", "admitted firing shots"."""
    if p.frame == "np":
        called = p.base == "call" and not is_in(head, "pronouns")  # "calls the log incomplete"
        return p.stance == Stance.ASSERTS and (called or head.lower.endswith("ing"))
    pointing = is_in(head, "pronouns") or is_in(head, "determiners")
    return p.stance == Stance.ASSERTS and p.frame == "that" and not pointing


def _only_leads_up(p: Proposition) -> bool:
    """As in "a day after the raid began": a clause that waits for its main one."""
    lowers = [token.lower for token in p.tokens]
    if "," in lowers or p.frame not in {"that", "reported", ""}:
        return False
    said = range(p.first, p.last)
    tokens = p.sentence.tokens
    verbs = sum(is_verb(tokens, at) and not is_auxiliary(tokens[at]) for at in said)
    if verbs > 1:  # "when the siren rang they fled"
        return False
    after = {"after", "before"} & set(lowers[2:4]) and is_in(p.tokens[1], "time words")
    return lowers[0] in words("grammar", "lead-ups") or bool(after)


def _says_something(p: Proposition) -> bool:
    """Whether a clause has a verb of its own and is not a mere "would not say more"."""
    if p.frame not in {"that", "reported", ""}:
        return True
    if contains(p.lowers[:SILENCE], phrases("cues", "silence")):
        return False
    return has_main_verb(p.sentence.tokens, p.first, p.last)
