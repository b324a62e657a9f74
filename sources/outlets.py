"""Finding the outlet that publishes something, or making a plain one for an editor to fill in."""

from urllib.parse import urlsplit

from django.db import connection, transaction
from django.db.models import F
from django.utils.text import slugify

from sources.canonical import site_of
from sources.models import Outlet

NAME_LENGTH = 200
SLUG_LENGTH = 100


def outlet_of(url: str, *, name: str = "") -> Outlet:
    """The outlet of an address by its domain; a new one is called by ``name``, else its domain."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    with transaction.atomic():
        _one_at_a_time()
        known = Outlet.objects.of_domain(host).order_by("pk").first()
        return known or _new(name or host, domains=[site_of(host)])


def outlet_named(name: str) -> Outlet:
    """The outlet of that name, in any case; a new one if there is none. ``name`` is not blank.

    A name that an editor merged into another outlet finds that one.
    """
    wanted = " ".join(name.split())[:NAME_LENGTH]
    with transaction.atomic():
        _one_at_a_time()
        rows = Outlet.objects.filter(name__iexact=wanted).select_related("merged_into")
        known = rows.order_by(F("merged_into").asc(nulls_first=True), "pk").first()
        return survivor(known) if known is not None else _new(wanted, domains=[])


def survivor(outlet: Outlet) -> Outlet:
    """The outlet that stands for this one now: itself, or the end of its merges."""
    while outlet.merged_into is not None:
        outlet = outlet.merged_into
    return outlet


def _new(name: str, *, domains: list[str]) -> Outlet:
    base = slugify(name)[:SLUG_LENGTH] or "outlet"
    taken = set(Outlet.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    slug = base if base not in taken else next(s for s in numbered if s not in taken)
    return Outlet.objects.create(slug=slug, name=name[:NAME_LENGTH], domains=domains)


def _one_at_a_time() -> None:
    """Two workers that meet a new outlet at once make one; held to the transaction's end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('outlets'))")
