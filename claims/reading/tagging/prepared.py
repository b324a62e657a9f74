"""A sentence made ready for the tagger: what its features ask for, counted once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from claims.reading.cues import cue_bases
from claims.reading.frames import Attribution
from claims.reading.tagging.words import KNOWN_WORDS, Vocabulary, folded, is_verb_form, word_class
from claims.reading.text import Sentence, Token

PUNCTUATION = frozenset(
    [",", ";", ":", "\u2014", "\u2013", "-", "(", ")", '"', "\u201c", "\u201d", "''", "``"]
)
LIKELY = 0.2  # rate from which a word counts as a cue nearby
OUTSIDE, SPEAKER, CONTENT, CUE = range(4)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a kind stand before each token: ``between`` two is a difference."""

    before: tuple[int, ...]

    def between(self, first: int, last: int) -> int:
        """How many stand from ``first`` up to, not with, ``last``."""
        return self.before[last] - self.before[first]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence with the classes of its words, its stretches between signs and the rules' answer.

    ``stretch`` numbers the stretches between punctuation; ``opens`` is where each begins.
    ``named``, ``cued`` and ``told`` are the tokens that rules have for speakers, cues and contents.
    """

    sentence: Sentence
    lowers: tuple[str, ...]
    groups: tuple[str, ...]
    classes: tuple[str, ...]
    stretch: tuple[int, ...]
    opens: tuple[int, ...]
    verbs: Counts
    signs: Counts
    quoted: Counts
    cues: Counts
    joins: Counts
    likely: Counts
    rules: tuple[Attribution, ...]
    named: frozenset[int]
    cued: frozenset[int]
    told: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @property
    def size(self) -> int:
        """How many tokens the sentence has."""
        return len(self.lowers)


def prepare(sentence: Sentence, rules: Sequence[Attribution], vocabulary: Vocabulary) -> Prepared:
    """Make a sentence ready; ``rules`` are the attributions that rules found in it."""
    tokens = sentence.tokens
    lowers = tuple(folded(token) for token in tokens)
    classes = tuple(word_class(lower) for lower in lowers)
    kinds = [_kinds(one) for one in classes]
    stretch, opens = _stretches(tokens)
    rates = vocabulary.rates
    return Prepared(
        sentence,
        lowers,
        tuple(vocabulary.group(low, t.text) for low, t in zip(lowers, tokens, strict=True)),
        classes,
        stretch,
        opens,
        verbs=_counts([verb for verb, _, _ in kinds]),
        signs=_counts([token.text in PUNCTUATION for token in tokens]),
        quoted=_counts([token.quoted for token in tokens]),
        cues=_counts([cue for _, cue, _ in kinds]),
        joins=_counts([join for _, _, join in kinds]),
        likely=_counts([rates.get(lower, 0.0) > LIKELY for lower in lowers]),
        rules=tuple(rules),
        named=_covered(rules, lambda rule: rule.speaker),
        cued=_covered(rules, lambda rule: rule.cue),
        told=_covered(rules, lambda rule: rule.content),
    )


@lru_cache(maxsize=KNOWN_WORDS)
def _kinds(classes: str) -> tuple[bool, bool, bool]:
    """Whether a word of these classes is a verb, may be a cue, joins clauses."""
    joins = classes.startswith(("sub", "conj")) or "+sub" in classes
    return "v" in classes or "aux" in classes, "Q" in classes, joins


def _counts(marks: Iterable[bool]) -> Counts:
    return Counts((0, *accumulate(marks)))


def _stretches(tokens: Sequence[Token]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    numbers: list[int] = []
    opens = [0]
    for at, token in enumerate(tokens):
        if token.text in PUNCTUATION:
            opens.append(at + 1)
        numbers.append(len(opens) - 1)
    return tuple(numbers), tuple(opens)


def _covered(
    rules: Sequence[Attribution], part: Callable[[Attribution], tuple[int, int] | None]
) -> frozenset[int]:
    return frozenset(at for rule in rules for at in range(*(part(rule) or (0, 0))))


def roles_by_rule(prepared: Prepared, at: int) -> list[int] | None:
    """What the rules take each token for, relative to the cue at ``at``; None without one there."""
    rule = next((r for r in reversed(prepared.rules) if r.cue[0] <= at < r.cue[1]), None)
    if rule is None:
        return None
    roles = [OUTSIDE] * prepared.size
    for role, span in ((CONTENT, rule.content), (CONTENT, rule.tail), (SPEAKER, rule.speaker)):
        for k in range(*(span or (0, 0))):
            roles[k] = role
    for k in range(*rule.cue):
        roles[k] = CUE
    return roles


def head_of(tokens: Sequence[Token], cue: Sequence[int]) -> int:
    """The token of a cue that stands for it: its last cue word, else verb, else heavy word."""
    lowers = {at: folded(tokens[at]) for at in cue}
    light = ("prep", "aux", "adv")
    tests: tuple[Callable[[int], bool], ...] = (
        lambda at: lowers[at] in cue_bases(),
        lambda at: is_verb_form(lowers[at]),
        lambda at: tokens[at].is_word and not word_class(lowers[at]).startswith(light),
    )
    for test in tests:
        for at in reversed(cue):
            if test(at):
                return at
    return cue[-1]


def candidates(
    sentence: Sentence, rules: Sequence[Attribution], vocabulary: Vocabulary
) -> list[int]:
    """The tokens that may head a cue: known heads, words of the lexicon and what rules found."""
    rates, bases = vocabulary.rates, cue_bases()
    heads = {
        at
        for at, token in enumerate(sentence.tokens)
        if (token.lower in rates or token.lower in bases) and token.is_word
    }
    for rule in rules:
        if heads.isdisjoint(range(*rule.cue)):
            heads.add(head_of(sentence.tokens, range(*rule.cue)))
    return sorted(heads)
