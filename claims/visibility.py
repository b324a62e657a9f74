"""What is public only through a public claim: articles, outlets and actors.

``sources`` and ``events`` know no claims, so these query sets live here.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import AnswerActor, Claim, Quote
from events.models import Actor
from sources.models import Article, Outlet


def public_articles() -> QuerySet[Article]:
    """Articles that a public claim quotes."""
    quotes = Quote.objects.public()
    return Article.objects.filter(Exists(quotes.filter(version__article=OuterRef("pk"))))


def public_outlets() -> QuerySet[Outlet]:
    """Outlets one of whose articles a public claim quotes."""
    quotes = Quote.objects.public()
    return Outlet.objects.filter(
        Exists(quotes.filter(version__article__outlet=OuterRef("pk"))), merged_into=None
    )


def public_actors() -> QuerySet[Actor]:
    """Actors who make a public claim or are named in the answer of one."""
    claims = Claim.objects.public()
    named = AnswerActor.objects.filter(claim__in=claims)
    return Actor.objects.filter(
        Q(Exists(claims.filter(claimant=OuterRef("pk"))))
        | Q(Exists(named.filter(actor=OuterRef("pk")))),
        merged_into=None,
    )
