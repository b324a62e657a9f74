"""Facts about many outlets, feeds, articles and ingests, in the words of the domain."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from sources.choices import FeedState, IngestState

if TYPE_CHECKING:
    from sources.models import Article, Feed, IngestJob, Outlet


class OutletQuerySet(models.QuerySet["Outlet"]):
    """Outlets. Which are public is known where claims are: ``claims.visibility``."""

    def of_domain(self, host: str) -> Self:
        """Outlets that publish at this host or a parent domain of it."""
        parts = host.lower().removeprefix("www.").split(".")
        domains = [".".join(parts[i:]) for i in range(len(parts) - 1)]
        return self.filter(domains__overlap=domains, merged_into=None)


class FeedQuerySet(models.QuerySet["Feed"]):
    """Feeds."""

    def due(self, now: datetime) -> Self:
        """Feeds to poll now that nobody is polling, the longest due first."""
        return self.filter(
            Q(lease_until=None) | Q(lease_until__lt=now),
            state__in=[FeedState.ACTIVE, FeedState.FAILING],
            next_poll_at__lte=now,
        ).order_by("next_poll_at", "pk")


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles. Which are public is known where claims are: ``claims.visibility``."""


class IngestJobQuerySet(models.QuerySet["IngestJob"]):
    """Ingests."""

    def due(self, now: datetime) -> Self:
        """Jobs to work on now: never sent, failed and due again, or left by a dead worker."""
        waiting = Q(state__in=[IngestState.QUEUED, IngestState.FAILED]) & (
            Q(next_try_at=None) | Q(next_try_at__lte=now)
        )
        dropped = Q(state=IngestState.FETCHING)
        free = Q(lease_until=None) | Q(lease_until__lt=now)
        return self.filter(waiting | dropped).filter(free).order_by("created_at", "pk")
