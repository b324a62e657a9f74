"""The cache fails open: a dead Redis must not take the pages down."""

from typing import Any

import structlog
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)


class ForgivingRedisCache(RedisCache):
    """Redis while it answers; a miss, and no error, while it does not."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """The value, or the default while Redis is away."""
        default = kwargs.get("default", args[1] if len(args) > 1 else None)
        return self._forgive(super().get, default, args, kwargs)

    def set(self, *args: Any, **kwargs: Any) -> None:
        """Keep the value if Redis is there."""
        self._forgive(super().set, None, args, kwargs)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        """Keep the value if the key is new; true while Redis is away."""
        return bool(self._forgive(super().add, default=True, args=args, kwargs=kwargs))

    def incr(self, *args: Any, **kwargs: Any) -> int:
        """Raise a number; 1 while Redis is away."""
        return int(self._forgive(super().incr, 1, args, kwargs))

    def _forgive(self, call: Any, default: Any, args: Any, kwargs: Any) -> Any:
        try:
            return call(*args, **kwargs)
        except (RedisError, OSError) as error:
            log.warning("cache is away", error=type(error).__name__)
            return default
