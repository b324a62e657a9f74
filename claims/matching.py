"""Whether a claim just read is one the ledger has: what is known is never made twice.

Claims of every state count, rejected and merged ones too: a match adds words to them, and
nothing that an editor put aside comes back. No field of a known claim is changed.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from rapidfuzz import fuzz

from claims.choices import Modality, Stance, Topic
from claims.models import Claim, Quote
from claims.statements import CLAIMANT
from claims.values import ReadClaim, ReadQuote
from events.directory import fold
from events.models import Event
from sources.models import ArticleVersion

ALIKE = 92.0  # of 100: the same sentence but for a word or a spelling
HALF = 0.5
UNTYPED_COMPARED = 300
OF_THE_ACT = frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT})
TIE = "tie"  # whose object is the organisation somebody belongs to


@dataclass(slots=True)
class Known:
    """What the ledger has of an event that this article might say again."""

    by_key: dict[str, Claim] = field(default_factory=dict)
    in_article: Sequence[Quote] = ()
    untyped: Sequence[Claim] = ()


def match(event: Event, version: ArticleVersion, read: Sequence[ReadClaim]) -> list[Claim | None]:
    """For each claim read, the known claim that it is, or None.

    By claimant and answer first; then by the same words in this article; then, for claims with
    no typed answer, by nearly the same sentence. A known claim is the match of one at most by
    its words, so that two things said in one breath stay two.
    """
    known = _known(event, version, read)
    found: list[Claim | None] = [known.by_key.get(match_key(one)) for one in read]
    used = {claim.pk for claim in found if claim is not None}
    for number, one in enumerate(read):
        if found[number] is None:
            other = _by_words(one, version, known, used) or _by_sentence(one, known, used)
            found[number] = other
            used |= {other.pk} if other else set()
    return found


def match_key(read: ReadClaim) -> str:
    """What makes two readings one claim: who says what, not how the article words it.

    A claim without a typed answer is told by its sentence.
    """
    signature = answer_signature(read)
    typed = read.question is not None and any(signature)
    parts = [
        claimant_key(read),
        "firm" if read.modality != Modality.HEDGED else "hedged",
        _stance(read),
        read.topic,
        read.question.key if read.question else "",
        signature if typed else fold(read.statement),
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def claimant_key(read: ReadClaim) -> str:
    """The claimant's key; the article's words for one that it does not name."""
    return read.claimant.key if read.claimant else f"?{fold(read.claimant_text)}"


def answer_signature(read: ReadClaim) -> list[object]:
    """The answer without its wording; every item is falsy when nothing is answered.

    Who did it and who had a part is asked of one act, the event, so it does not matter whether
    an article calls it an incursion or fighting.
    """
    answer, count = read.answer, read.answer.count
    of_the_act = read.topic in OF_THE_ACT and answer.value != TIE
    return [
        sorted(answer.actors),
        answer.rung,
        [count.first, count.last, count.vague, count.unit] if count else [],
        answer.measure,
        answer.population,
        fold(answer.place),
        answer.value,
        "" if of_the_act else fold(answer.object),
    ]


def _stance(read: ReadClaim) -> str:
    """Yes, no, or another speech act; a denying stance and a denied answer are one no."""
    if read.stance == Stance.DENIES or read.answer.denied:
        return "no"
    return "yes" if read.stance in {Stance.ASSERTS, Stance.CONFIRMS} else str(read.stance)


def _known(event: Event, version: ArticleVersion, read: Sequence[ReadClaim]) -> Known:
    claims = Claim.objects.filter(event=event).defer("search").select_related("claimant")
    keyed = claims.filter(match_key__in={match_key(one) for one in read}).order_by("-pk")
    quotes = Quote.objects.filter(version__article=version.article_id, claim__event=event)
    # One to which an editor gave a question is still told by its sentence.
    told_by_sentence = Q(question=None) | Q(edited_fields__contains=["question"])
    untyped = claims.filter(told_by_sentence).order_by("-pk")[:UNTYPED_COMPARED]
    return Known(
        by_key={claim.match_key: claim for claim in keyed},
        in_article=list(quotes.select_related("claim__claimant").order_by("pk")),
        untyped=list(untyped) if any(one.question is None for one in read) else (),
    )


def _by_words(
    read: ReadClaim, version: ArticleVersion, known: Known, used: Iterable[int]
) -> Claim | None:
    for quote in known.in_article:
        if quote.claim_id not in used and _same_voice(read, quote.claim):
            same = any(_same_words(one, quote, version) for one in read.quotes)
            if same:
                return quote.claim
    return None


def _same_words(read: ReadQuote, quote: Quote, version: ArticleVersion) -> bool:
    """The same words; those a person marked need only share half of the shorter one."""
    if read.text == quote.exact:
        return True
    if quote.claim.match_key or quote.version_id != version.pk:
        return False
    shared = min(read.end, quote.end) - max(read.start, quote.start)
    return shared > HALF * min(read.end - read.start, quote.end - quote.start)


def _by_sentence(read: ReadClaim, known: Known, used: Iterable[int]) -> Claim | None:
    if read.question is not None:
        return None
    for claim in known.untyped:
        same_act = (claim.stance, claim.topic) == (read.stance, read.topic)
        if claim.pk in used or not same_act or not _same_voice(read, claim):
            continue
        if fuzz.ratio(fold(read.statement), fold(claim.statement)) >= ALIKE:
            return claim
    return None


def _same_voice(read: ReadClaim, claim: Claim) -> bool:
    """Whether both name one claimant, or neither does, in the same words.

    A name that the directory lacked when the claim was stored may have an actor by now.
    """
    if claim.claimant is not None:
        return read.claimant is not None and read.claimant.key == claim.claimant.slug
    words = fold(claim.claimant_text)
    if claim.answer_rest.get(CLAIMANT):
        named = read.claimant
        return named is not None and words in {fold(named.name), fold(named.text)}
    return read.claimant is None and fold(read.claimant_text) == words
