"""A sentence made ready for the tagger: what its features ask for, counted once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import ne

from claims.reading.cues import cue_bases
from claims.reading.frames import Attribution
from claims.reading.tagging.words import Vocabulary, folded, is_verb_form, word_class
from claims.reading.text import Sentence, Token

PUNCTUATION = frozenset(
    [",", ";", ":", "\u2014", "\u2013", "-", "(", ")", '"', "\u201c", "\u201d", "''", "``"]
)
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
    ``turns`` says of each token whether something counted changes there: the one before it is a
    verb, sign or cue, or stands otherwise in quotation marks. ``named``, ``cued`` and ``told`` are
    the tokens that rules have for speakers, cues and contents.
    """

    sentence: Sentence
    texts: tuple[str, ...]
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
    turns: tuple[bool, ...]
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
    words = [vocabulary.word(folded(token), token.text) for token in tokens]
    texts, lowers, groups, classes, verbs, cues, joins, likely = zip(*words, strict=True)
    signs = [text in PUNCTUATION for text in texts]
    quoted = [token.quoted for token in tokens]
    stretch, opens = _stretches(signs)
    return Prepared(
        sentence,
        texts,
        lowers,
        groups,
        classes,
        stretch,
        opens,
        verbs=_counts(verbs),
        signs=_counts(signs),
        quoted=_counts(quoted),
        cues=_counts(cues),
        joins=_counts(joins),
        likely=_counts(likely),
        rules=tuple(rules),
        turns=_turns(signs, quoted, zip(signs, verbs, cues, joins, likely, strict=True)),
        named=_covered(rules, lambda rule: rule.speaker),
        cued=_covered(rules, lambda rule: rule.cue),
        told=_covered(rules, lambda rule: rule.content),
    )


def _turns(
    signs: Sequence[bool], quoted: Sequence[bool], counted: Iterable[tuple[bool, ...]]
) -> tuple[bool, ...]:
    """Where what lies between a token and a cue on either side is not as one token before."""
    marks = (True, *map(any, counted))
    changes = (True, *map(ne, quoted, quoted[1:]))
    return tuple(map(max, marks, signs, changes, (True, *changes)))


def _counts(marks: Iterable[bool]) -> Counts:
    return Counts((0, *accumulate(marks)))


def _stretches(signs: Sequence[bool]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The number of each token's stretch, and where each stretch begins: after each sign."""
    opens = (0, *[at + 1 for at, sign in enumerate(signs) if sign])
    return tuple(accumulate(signs)), opens


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
