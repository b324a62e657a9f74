"""What a finding depends on, as one hash."""

import hashlib
import json
from dataclasses import astuple
from datetime import datetime

from claims.comparing.judging import is_firm
from claims.values import Count, Party, Period, Statement


def sides_digest(left: Statement, right: Statement) -> str:
    """A SHA-256 over both sides, in either order.

    A dismissed pair comes back only when this changes. A better quote of the same words does not
    change it, nor does a new version of the rules; an answer, a stance, a time or a link between
    actors does.
    """
    sides = sorted(json.dumps(_side(s), sort_keys=True) for s in (left, right))
    return hashlib.sha256("\n".join(sides).encode()).hexdigest()


def _side(statement: Statement) -> dict[str, object]:
    answer = statement.answer
    claimant = statement.claimant
    return {
        "event": statement.event,
        "claimant": _party(claimant) if claimant else statement.claimant_text,
        "stance": statement.stance,
        "firm": is_firm(statement),
        "modality": statement.modality,
        "topic": statement.topic,
        "question": statement.question,
        "dispute": statement.dispute,
        "actors": sorted(answer.actors),
        "parties": sorted((_party(p) for p in statement.answer_parties), key=str),
        "rung": answer.rung,
        "denied": answer.denied,
        "count": _count(answer.count) if answer.count else None,
        "qualified": [answer.measure, answer.population, answer.basis, answer.place],
        "value": [answer.value, answer.object],
        "said": _period(statement.said),
        "holds": _period(statement.holds),
        "stands": [statement.retracted, statement.not_checkable],
        # Where no question is answered the words are the claim.
        **({} if statement.dispute else {"words": statement.words}),
        **({"asked": astuple(statement.asked)} if statement.asked else {}),
    }


def _party(party: Party) -> list[object]:
    return [party.key, sorted(party.lineage), sorted(party.claimed_lineage), party.nation]


def _count(count: Count) -> list[object]:
    return [count.first, count.last, count.approximate, count.vague, count.unit]


def _period(period: Period | None) -> list[str | None]:
    return [_moment(period.start), _moment(period.end)] if period else []


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
