"""The index by which claims without a typed answer find each other inside their event."""

from collections.abc import Collection, Mapping

from django.db import connection

from claims.comparing import reach_of
from claims.comparing.plain_text import SHARED
from claims.models import ClaimWord
from claims.values import Statement
from events.models import Event

LONGEST = 60  # letters of a word as stored
# Of a word that half an event has, the latest claims are enough: rarer words find the others.
OF_A_WORD = 200
MOST = 60
SHARING = """
    SELECT found.claim_id
    FROM unnest(%s::text[]) AS asked(word)
    CROSS JOIN LATERAL (
        SELECT claim_id FROM claims_claimword
        WHERE event_id = %s AND claims_claimword.word = asked.word
        ORDER BY claim_id DESC LIMIT %s
    ) AS found
    GROUP BY found.claim_id HAVING count(*) >= %s
    ORDER BY count(*) DESC, found.claim_id DESC LIMIT %s
"""


def note(event: Event, statements: Mapping[int, Statement]) -> None:
    """Keep the words of these claims (by id), in the place of those that were kept before.

    Typed claims have none, and cost nothing. What one kept from before it was typed finds it in
    vain: whoever meets it compares its words anew.
    """
    words = {claim: reach_of(statement).words for claim, statement in statements.items()}
    plain = {claim: found for claim, found in words.items() if found}
    if not plain:
        return
    ClaimWord.objects.filter(claim__in=plain).delete()
    ClaimWord.objects.bulk_create(
        ClaimWord(event=event, claim_id=claim, word=word)
        for claim, found in plain.items()
        for word in sorted({word[:LONGEST] for word in found})
    )


def sharing(event: Event, words: Collection[str]) -> set[int]:
    """Ids of the event's claims that share most of the words, the latest first: one query."""
    cut = sorted({word[:LONGEST] for word in words})
    with connection.cursor() as cursor:
        cursor.execute(SHARING, [cut, event.pk, OF_A_WORD, SHARED, MOST])
        return {claim for (claim,) in cursor.fetchall()}
