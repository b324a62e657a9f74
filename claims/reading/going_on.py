"""Facts that go on from what somebody just said: "Nobody was hurt in any of these cases"."""

from itertools import pairwise

from claims.choices import Stance, Topic
from claims.reading.frames import Range
from claims.reading.grammar import is_in
from claims.reading.lexicon import contains, phrases, words
from claims.reading.progress import Progress
from claims.reading.text import Sentence
from claims.values import ClaimantName

# What a speaker tells of and an article goes on telling: who was hurt, what was broken or shut.
REPORTS = frozenset(
    {
        Topic.CASUALTIES, Topic.DAMAGE, Topic.MEASURE, Topic.EVACUATION, Topic.ARREST,
        Topic.CONTROL, Topic.OUTCOME, Topic.WEAPONS, Topic.OTHER,
    }
)  # fmt: skip
NEAR_HAD = 5  # tokens in which the "had" of "It has since had" stands
RECENT = 20  # claims looked back at; one sentence holds fewer


def teller(progress: Progress, number: int) -> tuple[ClaimantName, ...]:
    """Whose account a sentence in the article's own words can go on with; nobody where it is open.

    It stands in one paragraph right behind what one speaker tells, or behind such a sentence.
    """
    scene, sentence = progress.reader.scene, progress.reader.sentences[number]
    turns = is_in(sentence.tokens[0], "contrast")
    if turns or sentence.block != scene.last_block or len(scene.last) != 1:
        return ()
    before = [one for one in progress.told[-RECENT:] if one.sentence == number - 1]
    reported = before and all(
        one.claimants == scene.last
        and one.stance in {Stance.ASSERTS, Stance.CONFIRMS}
        and (one.answered.question is None or one.answered.question.topic in REPORTS)
        for one in before
    )
    return scene.last if reported else ()


def goes_on(sentence: Sentence, stretch: Range) -> bool:
    """Whether a clause says itself that it goes on with what was told just before.

    As in "four vehicles were destroyed too", "another six are missing", "the rest fled".
    """
    first, last = stretch
    while first + 1 < last and not sentence.tokens[first].is_word:
        first += 1
    head = sentence.tokens[first]
    if is_in(head, "prepositions") or is_in(head, "clause heads") or head.quoted:
        return False
    lowers = sentence.lowers(first, last)
    if contains(sentence.lowers(), phrases("cues", "elsewhere")) or ":" in lowers:
        return False
    if contains(lowers, phrases("cues", "going on")) or _is_set_back(sentence, first, last):
        return True
    return any(
        word in {"another", "further"}
        and (after[0].isdigit() or after in words("quantities", "number words"))
        for word, after in pairwise(lowers)
    )


def _is_set_back(sentence: Sentence, first: int, last: int) -> bool:
    """As in "It had recovered 17 bodies": told of the speaker, a tense back as reports are."""
    tokens = sentence.tokens
    pronoun = is_in(tokens[first], "pronouns")
    near = tokens[first + 1 : min(first + NEAR_HAD, last)]
    had = next((k for k, token in enumerate(near) if token.lower == "had"), -1)
    after = tokens[first + had + 2 : first + had + 3]
    did = bool(after) and after[0].lower in words("quantities", "killed")
    return pronoun and first == 0 and had >= 0 and not did
