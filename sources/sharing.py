"""Which stored texts share keys with a new one: telling terms, or sampled runs of words.

Each key leads to its newest holders only, so a look-up costs the same whether a thousand texts are
stored or a million: what everybody writes about leads to the latest, what few do to all of them.
"""

from collections.abc import Sequence

from sources.choices import KeyKind

# As many as the grouping of a stream of texts follows (``sources.grouping.vectors``).
LATEST = 60
# To stand before a SELECT: each text found, and how much it shares. A key that few hold says more
# than one that leads to its newest holders only.
SHARING = """
    WITH holding AS (
        SELECT held.version_id, count(*) OVER (PARTITION BY asked.key) AS holders
        FROM unnest(%s::bigint[]) AS asked (key)
        CROSS JOIN LATERAL (
            SELECT version_id FROM sources_versionkey
            WHERE kind = %s AND key = asked.key ORDER BY version_id DESC LIMIT %s
        ) AS held
    ), sharing AS MATERIALIZED (
        SELECT version_id, sum(1 + ln(%s::numeric / holders)) AS shared
        FROM holding GROUP BY version_id
    )
"""


def asked(kind: KeyKind, keys: Sequence[int]) -> list[list[int] | int]:
    """The parameters of ``SHARING``."""
    return [list(keys), kind.value, LATEST, LATEST]
