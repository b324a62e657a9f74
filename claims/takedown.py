"""Empty a stored text on a legal demand, everywhere its words are kept.

What stays: that there was a text, its hash, when we fetched it, since when and why it is gone.
Claims stay too, as what somebody claims is no copy of the article; but words quoted from it go
from wherever they stand: quotes, statements, sentences about contradictions, the public log, the
history. The log's lines keep their numbers, and new lines tell of the change.

The tables refuse every other change of what they keep (``events.fields.append_only``).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from claims.changes import Log, decision, hold
from claims.choices import EvidenceKind
from claims.comparing.sentences import quoted
from claims.comparisons import CHANGED
from claims.models import (
    Change,
    Claim,
    ClaimWord,
    Contradiction,
    Evidence,
    Quote,
    Reading,
    RevisionNotice,
)
from claims.permissions import WORDS, DecisionError, NotAllowed
from events.teams import Person
from sources.models import Article, ArticleVersion, IngestJob

PERMISSION = "sources.takedown_articleversion"
GONE = "[removed]"
# "Yes" or a bare name is nobody's property, and would be struck out of unrelated sentences.
WORDS_TO_STRIKE = 3
HISTORIES = (
    "QuoteHistory", "ClaimHistory", "ContradictionHistory", "EvidenceHistory",
    "RevisionNoticeHistory",
)  # fmt: skip


class TakedownError(DecisionError):
    """The text cannot be taken down as asked."""


def take_down(
    version: ArticleVersion, *, by: Person, reason: str, with_title: bool = False
) -> ArticleVersion:
    """Empty one stored text and all quotes of it. Readers see the reason and the date instead.

    ``with_title`` empties the titles too, where the demand is about a name. Taking down twice is
    harmless. There is no way back: the words are gone.
    """
    if not by.has_perm(PERMISSION):
        raise NotAllowed(f"Your role does not allow you to {WORDS[PERMISSION]}.")
    if not reason.strip():
        raise TakedownError("Say who demands it and why; readers will see it.")
    with decision(by, reason) as log:
        version = ArticleVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
        if version.taken_down_at is not None:
            return version
        _Takedown.of(version).carry_out(reason, log, with_title=with_title)
    return version


@dataclass(frozen=True, slots=True)
class _Takedown:
    """What has to be emptied: the text, its quotes, and whatever repeats their words."""

    version: ArticleVersion
    quotes: list[Quote]
    claims: list[int]
    words: list[str]

    @classmethod
    def of(cls, version: ArticleVersion) -> "_Takedown":
        """Look up and lock what depends on the text."""
        quoted = Q(quotes__version=version) | Q(quotes_given__version=version)
        claims = sorted(set(Claim.objects.filter(quoted).values_list("pk", flat=True)))
        list(Claim.objects.filter(pk__in=claims).order_by("pk").select_for_update(of=("self",)))
        quotes = list(version.quotes.order_by("pk").select_for_update(of=("self",)))
        words = {quote.exact for quote in quotes}
        elsewhere = Quote.objects.filter(exact__in=words).exclude(version=version)
        words -= set(elsewhere.values_list("exact", flat=True))
        forms = words | {form for text in words for form in _as_told(text)}
        long = [text for text in forms if len(text.split()) >= WORDS_TO_STRIKE]
        return cls(version, quotes, claims, sorted(long, key=len, reverse=True))

    def carry_out(self, reason: str, log: Log, *, with_title: bool) -> None:
        """Empty it all, the history and the log last."""
        with pgtrigger.ignore(*(f"claims.{name}:append_only" for name in HISTORIES)), _allowed():
            self._empty_text(reason, with_title=with_title)
            Quote.objects.filter(pk__in=[quote.pk for quote in self.quotes]).update(exact="")
            _history("QuoteHistory").filter(pgh_obj__in=self.quotes).update(exact="")
            self._strike_out(Claim.objects.filter(pk__in=self.claims), "statement")
            _empty(self._pairs(), "reason")
            _empty(self._pairs(), "decision_note", by_software=CHANGED)
            _empty(self._notices(), "reason")
            self._strike_out(self._pairs(), "decision_note", "signals")
            ClaimWord.objects.filter(claim__in=self.claims).delete()
            self._empty_evidence()
            hold()
            self._strike_out_of_log()
        for obj in [*Claim.objects.filter(pk__in=self.claims).defer("search"), *self._pairs()]:
            log.add("changed", obj, summary=f"A quoted text was taken down: {reason}")

    def _empty_text(self, reason: str, *, with_title: bool) -> None:
        version = self.version
        version.text, version.raw = "", b""
        version.taken_down_at, version.takedown_reason = timezone.now(), reason
        version.title = "" if with_title else version.title
        version.save(update_fields=["text", "raw", "title", "taken_down_at", "takedown_reason"])
        IngestJob.objects.filter(version=version).update(payload=None)
        for reading in Reading.objects.filter(version=version).select_for_update(of=("self",)):
            reading.outcome.pop("outlet_statements", None)
            reading.save(update_fields=["outcome"])
        if with_title:
            Article.objects.filter(pk=version.article_id).update(title="")
            IngestJob.objects.filter(version=version).update(given_title="")

    def _pairs(self) -> QuerySet[Contradiction]:
        return Contradiction.objects.filter(
            Q(first__in=self.claims) | Q(second__in=self.claims)
        ).order_by("pk")

    def _notices(self) -> QuerySet[RevisionNotice]:
        return RevisionNotice.objects.filter(
            Q(later__in=self.claims) | Q(earlier__in=self.claims)
        ).order_by("pk")

    def _empty_evidence(self) -> None:
        """An outlet's own "not independently verified" is its words, and goes too."""
        rows = Evidence.objects.filter(version=self.version, kind=EvidenceKind.OUTLET_VERIFICATION)
        _history("EvidenceHistory").filter(pgh_obj__in=rows).update(description=GONE)
        rows.update(description=GONE)

    def _strike_out(self, rows: QuerySet[Any], *fields: str) -> None:
        """Strike the words out of these fields, in the rows and in their history."""
        past = _history(f"{rows.model.__name__}History").filter(pgh_obj__in=rows)
        for row in [*rows.select_for_update(of=("self",)), *past]:
            self._strike_row(row, fields)

    def _strike_out_of_log(self) -> None:
        pairs = set(self._pairs().values_list("public_id", flat=True))
        claims = Claim.objects.filter(pk__in=self.claims).values_list("public_id", flat=True)
        for change in Change.objects.filter(object_id__in={*claims, *pairs}):
            if change.object_id in pairs and change.after:
                after = change.after | {"reason": GONE}
                Change.objects.filter(pk=change.pk).update(after=after)
                change.after = after
            self._strike_row(change, ("summary", "after"))

    def _strike_row(self, row: Model, fields: Iterable[str]) -> None:
        struck = {name: self._struck(getattr(row, name)) for name in fields}
        changed = {name: value for name, value in struck.items() if value != getattr(row, name)}
        if changed:
            QuerySet(type(row)).filter(pk=row.pk).update(**changed)

    def _struck(self, value: Any) -> Any:
        """The value without the words; a quote's public form without its text altogether."""
        if isinstance(value, str):
            for words in self.words:
                value = value.replace(words, GONE)
        if isinstance(value, list):
            return [self._struck(item) for item in value]
        if isinstance(value, dict):
            kept = {key: self._struck(item) for key, item in value.items()}
            ids = {quote.public_id for quote in self.quotes}
            return kept | {"exact": None} if value.get("id") in ids else kept
        return value


def _as_told(words: str) -> list[str]:
    """The words as a sentence about a pair quotes them: with inner marks, and cut where long."""
    told = quoted(words)
    return [told, told.removesuffix(" …")]


def _empty(rows: QuerySet[Any], field: str, *, by_software: str = "") -> None:
    """Empty a sentence about two claims whole, in the rows and in their history.

    It quotes in short, with names put in, so that no search finds all words of it.
    ``by_software`` is how the sentences begin that are emptied, where persons write there too.
    """
    past = _history(f"{rows.model.__name__}History").filter(pgh_obj__in=rows.values("pk"))
    for found in (rows, past):
        found.filter(**{f"{field}__startswith": by_software}).update(**{field: GONE})


def _history(name: str) -> QuerySet[Any]:
    return QuerySet(apps.get_model("claims", name))


@contextmanager
def _allowed() -> Iterator[None]:
    """Open the one door in the append-only tables, for this block of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('claims_tracker.takedown', 'on', true)")
        yield
        cursor.execute("SELECT set_config('claims_tracker.takedown', 'off', true)")
