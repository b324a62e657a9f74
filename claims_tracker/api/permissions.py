"""Who may do what over the API."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request


class MayIngest(BasePermission):
    """People who may ask for an article; each sees the jobs that their role allows."""

    message = "Your token may not ask for articles."

    def has_permission(self, request: Request, _view: object) -> bool:
        """Whether the person's role lets them read or write ingests."""
        if getattr(request.auth, "scope", "") != "ingest":
            return False
        word = "view" if request.method in {"GET", "HEAD", "OPTIONS"} else "add"
        return request.user.is_active and request.user.has_perm(f"sources.{word}_ingestjob")
