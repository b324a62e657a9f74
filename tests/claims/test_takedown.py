"""A takedown empties a text wherever its words are kept, and nothing else can."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from claims import contradictions
from claims.choices import ContradictionState, Review
from claims.comparing.sentences import quoted
from claims.comparisons import CHANGED
from claims.models import (
    Change,
    Claim,
    Contradiction,
    Evidence,
    Quote,
    Reading,
    RevisionNotice,
)
from claims.permissions import NotAllowed
from claims.review import publish
from claims.takedown import GONE, TakedownError, take_down
from sources.models import ArticleVersion, IngestJob
from tests.claims.lines import lines_of
from tests.factories import make_claim, make_contradiction, make_ingest, make_user, make_version

pytestmark = pytest.mark.django_db
WORDS = "seventy of the attackers were killed at the border"
LONG = (
    "It was behind the shelling of the harbour, of both bridges and of the grain stores on the far"
    " bank of the river, and the crews had “clear orders” to go on until nothing was left of them"
)
SHORT = LONG[:100]
WHY = "Court order of 1 June."


@pytest.fixture
def administrator() -> Any:
    return make_user("administrator")


@pytest.fixture
def claim() -> Any:
    """A published, contested claim whose words stand in every place that keeps words."""
    editor = make_user("editor")
    claim = make_claim(statement=WORDS, review=Review.PROPOSED)
    other = make_claim(event=claim.event, review=Review.PROPOSED, statement="nobody was killed")
    pair = make_contradiction(
        event=claim.event,
        first=claim,
        second=other,
        state=ContradictionState.OPEN,
        reason=f"One says “{WORDS}”, the other “nobody was killed”.",
        signals={"left": WORDS},
    )
    publish(claim, by=editor)
    publish(other, by=editor)
    contradictions.confirm(pair, by=editor)
    version = claim.quotes.get().version
    make_ingest(version=version, payload=WORDS.encode())
    Reading.objects.create(
        version=version,
        event=claim.event,
        reader_version="1",
        outcome={"read": 1, "outlet_statements": [WORDS]},
    )
    Evidence.objects.create(
        claim=claim, kind="outlet_verification", version=version, description=WORDS
    )
    return claim


def everything_kept() -> Any:
    """All rows of the ledger as text, history and log included."""
    tables = [
        model
        for app in ("events", "sources", "claims")
        for model in apps.get_app_config(app).get_models()
    ]
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f'SELECT to_jsonb(whole)::text FROM "{model._meta.db_table}" AS whole')
            yield from ((model.__name__, text) for (text,) in cursor.fetchall())


def holders(words: Any) -> Any:
    escaped = json.dumps(words)[1:-1]
    return {name for name, text in everything_kept() if escaped in text or words in text}


def test_the_words_are_gone_from_every_table(claim, administrator):
    version = claim.quotes.get().version
    assert {"ArticleVersion", "Quote", "QuoteHistory", "Claim", "ClaimHistory", "Contradiction",
            "ContradictionHistory", "Change", "Reading", "Evidence"} <= holders(WORDS)  # fmt: skip

    take_down(version, by=administrator, reason=WHY)

    assert holders(WORDS) == set()
    assert not IngestJob.objects.exclude(payload=None).exists()


def test_words_quoted_in_short_are_gone_from_pairs_notices_and_log(administrator):
    editor = make_user("editor")
    claim = make_claim(statement=LONG, review=Review.PROPOSED)
    others = [make_claim(event=claim.event, review=Review.PROPOSED) for _ in range(2)]
    short = quoted(LONG).replace("It was", "It [the Northern Army] was")
    told = f"A spokesman said “{short}”; others said “it was not”."
    confirmed, aside = (
        make_contradiction(event=claim.event, first=claim, second=other, state="open", reason=told)
        for other in others
    )
    aside.state, aside.decision_note = "resolved", f"{CHANGED} {told}"
    aside.save()
    aside.decision_note = f"{CHANGED} Anew: {told}"
    aside.save()
    notice = RevisionNotice.objects.create(
        event=claim.event, later=others[0], earlier=claim, reason=told, detector="rules 1"
    )
    notice.reason = f"Anew: {told}"
    notice.save()
    publish(claim, by=editor)
    publish(others[0], by=editor)
    contradictions.confirm(confirmed, by=editor, note=f"Clear: “{quoted(LONG)}”.")
    assert {"Contradiction", "ContradictionHistory", "RevisionNotice", "RevisionNoticeHistory",
            "Change"} <= holders(SHORT.removeprefix("It "))  # fmt: skip

    take_down(claim.quotes.get().version, by=administrator, reason=WHY)

    assert holders(SHORT) | holders(SHORT.removeprefix("It ")) == set()
    rows = Contradiction.objects.order_by("pk").values_list("reason", "decision_note")
    assert list(rows) == [(GONE, f"Clear: “{GONE}”."), (GONE, GONE)]
    assert {line.after["reason"] for line in lines_of(confirmed)} == {GONE}


def test_hash_reason_date_and_claim_stay(claim, administrator):
    version = claim.quotes.get().version
    before = ArticleVersion.objects.get(pk=version.pk)
    hashed = claim.quotes.get().exact_sha256

    version = take_down(version, by=administrator, reason=WHY)
    take_down(version, by=administrator, reason="Again.")

    version.refresh_from_db()
    assert (version.text, version.raw_bytes(), version.takedown_reason) == ("", b"", WHY)
    assert version.taken_down_at is not None
    assert (version.title, version.text_sha256) == (before.title, before.text_sha256)
    quote = claim.quotes.get()
    assert (quote.exact, quote.exact_sha256) == ("", hashed)
    assert claim in Claim.objects.public()


def test_the_log_keeps_its_numbers_and_tells_of_the_takedown(claim, administrator):
    seqs = list(Change.objects.values_list("seq", flat=True))

    take_down(claim.quotes.get().version, by=administrator, reason=WHY)

    assert list(Change.objects.values_list("seq", flat=True))[: len(seqs)] == seqs
    lines = lines_of(claim)
    assert (lines[-1].kind, lines[-1].summary) == (
        "changed",
        f"A quoted text was taken down: {WHY}",
    )
    assert lines[-1].seq > seqs[-1]
    assert [quote["exact"] for line in lines for quote in line.after["quotes"]] == [None] * len(
        lines
    )
    assert Contradiction.objects.get().reason == GONE


def test_the_same_words_elsewhere_and_short_ones_are_left(administrator):
    first = make_claim(statement=WORDS)
    second = make_claim(statement=WORDS)
    short = make_claim(statement="the enemy fled", quoted=False)
    version = make_version("He said yes.", event=short.event)
    Quote.objects.create(
        claim=short, version=version, start=8, end=11, exact="yes", exact_sha256="0" * 64
    )

    take_down(first.quotes.get().version, by=administrator, reason=WHY)
    take_down(version, by=administrator, reason=WHY)

    first.refresh_from_db()
    short.refresh_from_db()
    assert (first.statement, short.statement) == (WORDS, "the enemy fled")
    assert first.quotes.get().exact == ""
    assert second.quotes.get().exact == WORDS


def test_a_title_goes_on_demand_only(administrator):
    claim = make_claim()
    version = claim.quotes.get().version

    version = take_down(version, by=administrator, reason=WHY, with_title=True)

    version.article.refresh_from_db()
    assert (version.title, version.article.title) == ("", "")


@pytest.mark.parametrize("role", ["reporter", "editor", "reviewer"])
def test_only_administrators_take_down(role):
    with pytest.raises(NotAllowed, match="take stored texts down"):
        take_down(make_version(), by=make_user(role), reason=WHY)


def test_a_takedown_needs_its_reason(administrator):
    with pytest.raises(TakedownError, match="readers will see it"):
        take_down(make_version(), by=administrator, reason=" ")


UPDATES = {
    "text": "UPDATE sources_articleversion SET text = 'x'",
    "hash": "UPDATE sources_articleversion SET text_sha256 = 'x'",
    "version": "DELETE FROM sources_articleversion",
    "after": "UPDATE claims_change SET after = NULL",
    "seq": "UPDATE claims_change SET seq = seq + 1000",
    "line": "DELETE FROM claims_change",
    "history": "UPDATE claims_claimhistory SET statement = 'x'",
    "past": "DELETE FROM claims_quotehistory",
    "words": "UPDATE claims_quote SET exact = 'x'",
}


@pytest.mark.parametrize("sql", UPDATES.values(), ids=UPDATES.keys())
def test_nothing_else_changes_what_is_kept(claim, sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("name", ["hash", "version", "seq", "line", "words"])
def test_even_a_takedown_can_only_empty(claim, name):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL claims_tracker.takedown = 'on'")
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(UPDATES[name])


def test_the_door_is_shut_behind_a_takedown(claim, administrator):
    take_down(claim.quotes.get().version, by=administrator, reason=WHY)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        ArticleVersion.objects.update(text="x")
