"""Where the review desk is found, below the admin's own address."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import path
from django.urls.resolvers import URLPattern

from claims_tracker.desk.review import views
from claims_tracker.desk.review.all_queues import QUEUES


def addresses(guard: Callable[[Any], Any]) -> Iterator[URLPattern]:
    """The pages of every queue; ``guard`` lets nobody in who may not enter the admin."""
    yield path("desk/undo/", guard(views.undo), name="desk_undo")
    # Named one by one: the admin's own pages of notes and drafts stand below desk/ too.
    for name in QUEUES:
        yield from _of(name, guard)


def _of(name: str, guard: Callable[[Any], Any]) -> Iterator[URLPattern]:
    for words, view, page in (
        ("", views.start, "desk_review"),
        ("<int:pk>/", views.item, "desk_review_item"),
        ("<int:pk>/later/", views.later, "desk_review_later"),
        ("<int:pk>/take/", views.take, "desk_review_take"),
        ("<int:pk>/<slug:act>/", views.decide, "desk_review_decide"),
    ):
        yield path(f"desk/{name}/{words}", guard(view), {"name": name}, name=page)
