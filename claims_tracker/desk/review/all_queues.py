"""Every queue of the review desk, in the order of its tabs."""

from claims_tracker.accounts.models import User
from claims_tracker.desk.review import anchors, articles, claims, pairs, stuck, verdicts
from claims_tracker.desk.review.queue import ReviewQueue

ALL = (
    pairs.QUEUE, verdicts.QUEUE, claims.QUEUE, articles.QUEUE, anchors.QUEUE,
    stuck.FEEDS, stuck.JOBS, stuck.READINGS,
)  # fmt: skip
QUEUES: dict[str, ReviewQueue] = {one.name: one for one in ALL}


def seen_by(person: User) -> list[ReviewQueue]:
    """The queues whose rows the person's role may see."""
    return [one for one in QUEUES.values() if person.has_perm(one.sees)]
