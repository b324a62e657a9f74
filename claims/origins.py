"""Who stands behind a claim independently: what a status of "corroborated" asks for.

Twelve copies of one agency report are one origin. A party to the dispute corroborates nothing:
neither its own channel, nor two newspapers that both repeat what it says.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from claims.choices import Bearing, Review
from claims.models import Claim, Evidence, Quote
from events.choices import LinkKind, ParticipationRole
from events.models import Actor, ActorLink, Event, Participation
from sources.models import ArticleVersion, Outlet

NEEDED = 2
UPWARD = (LinkKind.SPEAKS_FOR, LinkKind.PART_OF, LinkKind.MEMBER_OF)


@dataclass(frozen=True, slots=True)
class Support:
    """How many independent origins support a claim, and why others do not count."""

    origins: int
    from_parties: int
    party_claimant: str = ""

    @property
    def refusal(self) -> str:
        """Why this is not corroboration, in words; "" when it is."""
        if self.origins >= NEEDED:
            return ""
        found = f"“Corroborated” needs {NEEDED} independent origins; I count {self.origins}."
        if self.party_claimant:
            found += (
                f" Reports that repeat what {self.party_claimant} says do not count, as it is a "
                "party to the dispute: give archived articles by others as evidence for the claim."
            )
        elif self.from_parties:
            found += f" {self.from_parties} more come from parties to the dispute."
        return found


def support(claim: Claim, evidence: Iterable[Evidence] = ()) -> Support:
    """The origins of the claim's quotes and of archived articles given as evidence for it."""
    parties = Parties.of(claim.event)
    claimant = claim.claimant
    partial = claimant is not None and parties.include(claimant)
    versions = [row.version for row in evidence if row.version and row.bearing == Bearing.FOR]
    if not partial:
        quotes = Quote.objects.filter(claim=claim)
        if claim.review == Review.PUBLISHED:
            quotes = quotes.accepted()
        rows = ArticleVersion.objects.filter(quotes__in=quotes).defer("text", "raw", "bands")
        versions += list(rows.select_related("article__outlet__actor"))
    independent: set[int] = set()
    tainted: set[int] = set()
    for version in versions:
        article = version.article
        origin = article.origin_id or -article.pk
        outlet = article.outlet
        (tainted if outlet and parties.publish(outlet) else independent).add(origin)
    name = claim.claimant_name if partial else ""
    return Support(len(independent - tainted), len(tainted), name)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties to one event's dispute, and all with whom they speak with one voice."""

    named: frozenset[int]
    voices: frozenset[int]
    excepted: frozenset[int]
    countries: frozenset[str]

    @classmethod
    def of(cls, event: Event) -> "Parties":
        """Those whom editors named as parties. Who has another part in the event is none."""
        roles: dict[int, set[str]] = defaultdict(set)
        for actor, role in Participation.objects.filter(event=event).values_list("actor", "role"):
            roles[actor].add(role)
        named = {actor for actor, held in roles.items() if ParticipationRole.PARTY in held}
        voices = above(named)
        countries = Actor.objects.filter(pk__in=voices).exclude(country="")
        return cls(
            named=frozenset(named),
            voices=frozenset(voices),
            excepted=frozenset(set(roles) - named),
            countries=frozenset(countries.values_list("country", flat=True)),
        )

    def include(self, actor: Actor) -> bool:
        """Whether the actor is a party or speaks with the voice of one."""
        if actor.pk in self.excepted:
            return False
        return bool(self.voices & above({actor.pk}))

    def publish(self, outlet: Outlet) -> bool:
        """Whether the outlet is a party's own channel, or tied to the state of one."""
        if outlet.actor is not None and self.include(outlet.actor):
            return True
        return outlet.state_linked and outlet.country in self.countries


def above(actors: set[int]) -> set[int]:
    """The actors and all whom they belong to, speak for or obey; two queries a level."""
    found, new = set(actors), set(actors)
    while new:
        parents = Actor.objects.filter(parts__in=new)
        links = ActorLink.objects.filter(actor__in=new, kind__in=UPWARD)
        heads = ActorLink.objects.filter(organisation__in=new, kind=LinkKind.COMMANDS)
        new = {
            *parents.values_list("pk", flat=True),
            *links.values_list("organisation", flat=True),
            *heads.values_list("actor", flat=True),
        } - found
        found |= new
    return found
