"""One event with everything a reader's page can meet, and the sparse events beside it.

All names and wordings are invented for the tests.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from claims.choices import Attribution, Kind, Lifecycle, Modality, Review, Severity, Stance, Status
from claims.models import Claim, Evidence, Question, Quote, Verdict, VerdictProposal
from events.models import Event
from sources.models import Article, ArticleVersion, Origin, Outlet, ReliabilityGrade
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_outlet,
    make_question,
    make_quote,
    make_user,
    make_version,
)

LONG = " and then".join([" they walked along the river bank towards the old mill"] * 12)
# The claims that differ in what their pages say.
TOLD = ("blame", "eight", "twelve", "arabic", "unnamed", "undated", "retracted", "long")


@dataclass
class Scene:
    """What was built, by name."""

    event: Event
    empty: Event
    lone: Event
    claims: dict[str, Claim] = field(default_factory=dict)
    pairs: dict[str, Any] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)


def build() -> Scene:
    """Fill an empty database."""
    event = make_event(
        slug="raid-on-lindhaven",
        title="Raid on the Lindhaven border post",
        summary=(
            "Armed men crossed into the Lindhaven district on 22 May. Two groups that say they "
            "are made up of local people claim the raid; the Western ministry blames an Eastern "
            "formation, and the East denies any part. The governor reports one dead, and counts "
            "of the injured differ."
        ),
        began="2023-05-22",
        ended="2023-05-23",
        timezone="Europe/Moscow",
        place="Lindhaven district",
    )
    empty = make_event(slug="bridge-at-tarn", title="Bridge closed at Tarn Ferry")
    make_claim(event=empty, review=Review.PROPOSED, statement="the bridge was mined")
    lone = make_event(slug="water-in-orsa", title="Water cut in Orsa province", progress="closed")
    utility = make_actor("Orsa Water Board", slug="orsa-water")
    make_claim(
        event=lone,
        claimant=utility,
        statement="about 4,000 homes have no water",
        question=make_question(event=lone, text="How many homes have no water?"),
        count_low=4000,
        count_high=4000,
        count_approximate=True,
    )
    scene = Scene(event, empty, lone)
    _outlets(scene)
    _responsibility(scene)
    _injured(scene)
    _ground(scene)
    _apart(scene)
    _decisions(scene)
    return scene


def _outlets(scene: Scene) -> None:
    editor = make_user()
    for name, country, owner, linked, letter in (
        ("Northline Wire", "GB", "Northline Co-operative", False, "B"),
        ("Granitsa 24", "RU", "State media holding", True, "D"),
        ("Harbour Dispatch", "IE", "Harbour Trust", False, "B"),
    ):
        outlet = make_outlet(
            slug=name.lower().replace(" ", "-"),
            name=name,
            country=country,
            owner=owner,
            state_linked=linked,
            language="en",
        )
        ReliabilityGrade.objects.create(
            outlet=outlet,
            letter=letter,
            rationale="Record of corrections.",
            by=editor,
            on="2023-01-01",
        )
        scene.outlets[name] = outlet


def _claim(
    scene: Scene,
    name: str,
    words: str,
    *,
    outlet: str = "Northline Wire",
    spoken: bool = False,
    language: str = "en",
    lead: str = "Evening briefing on the border. The roads were closed at noon. {who} said that ",
    tail: str = ". No other figure was given. Journalists were kept away. The last sentence is far off.",
    copies: int = 0,
    **fields: Any,
) -> Claim:
    attribution = Attribution.DIRECT_QUOTE if spoken else Attribution.PARAPHRASE
    claim = make_claim(
        event=scene.event, statement=words, quoted=False, **({"attribution": attribution} | fields)
    )
    text = lead.format(who=claim.claimant_name) + words + tail
    quote = make_quote(claim, words, _version(scene, claim, text, outlet, language))
    Quote.objects.filter(pk=quote.pk).update(attribution=attribution)
    origin = quote.version.article.origin
    for _ in range(copies):
        copy = _version(scene, claim, text, "Harbour Dispatch", language)
        if origin is None:
            origin = Origin.objects.create()
            Article.objects.filter(pk=quote.version.article_id).update(origin=origin)
        Article.objects.filter(pk=copy.article_id).update(origin=origin)
        make_quote(claim, words, copy)
    scene.claims[name] = claim
    return claim


def _version(scene: Scene, claim: Claim, text: str, outlet: str, language: str) -> ArticleVersion:
    return make_version(
        text,
        event=scene.event,
        outlet=scene.outlets[outlet],
        language=language,
        title=f"{claim.claimant_name} speaks",
    )


def _responsibility(scene: Scene) -> None:
    who = _question(scene, "Who carried out the raid?", "responsibility:act")
    part = _question(scene, "Did the East have a part in it?", "involvement:east")
    legion = make_actor("Lindhaven Legion", slug="legion")
    east = make_actor("Government of the East", slug="east")
    ministry = make_actor("Western defence ministry", slug="west-mod")
    group = _claim(
        scene,
        "legion",
        "our fighters, all of them people of this district, crossed the border and hold the post",
        claimant=legion,
        question=who,
        spoken=True,
        made_at="2023-05-22T10:20:00Z",
        outlet="Harbour Dispatch",
        key_development=True,
        copies=2,
    )
    denial = _claim(
        scene,
        "denial",
        "no Eastern unit was sent across, and the government had no part in any of it",
        claimant=east,
        question=part,
        stance=Stance.DENIES,
        made_at="2023-05-22T11:30:00Z",
        copies=4,
    )
    blame = _claim(
        scene,
        "blame",
        "через границу прорвалось восточное националистическое формирование",
        claimant=ministry,
        question=who,
        language="ru",
        outlet="Granitsa 24",
        made_at="2023-05-22T21:50:00Z",
        spoken=True,
        key_development=True,
    )
    for name, left, right in (("denied", denial, blame), ("claimed", group, blame)):
        scene.pairs[name] = make_contradiction(
            event=scene.event,
            first=left,
            second=right,
            kind=Kind.INVOLVEMENT if name == "denied" else Kind.RESPONSIBILITY,
            reason=(
                f"{left.claimant_name} {left.stance} “{left.statement}”; {right.claimant_name} "
                "blames an Eastern formation. Of one raid, both cannot be true."
            ),
        )
    scene.pairs["tension"] = make_contradiction(
        event=scene.event,
        first=group,
        second=denial,
        severity=Severity.TENSION,
        kind=Kind.INVOLVEMENT,
        reason="The Legion speaks of people of this district; the East does not say who they are.",
    )


def _injured(scene: Scene) -> None:
    hurt = _question(scene, "How many civilians were injured?", "casualties:injured:civilians")
    governor = make_actor("Governor Ilya Tarn", slug="governor-tarn")
    hospital = make_actor("District hospital", slug="hospital")
    counted = {"measure": "injured", "population": "civilians", "question": hurt}
    old = _claim(
        scene,
        "eight",
        "eight people were injured",
        claimant=governor,
        made_at="2023-05-22T18:20:00Z",
        count_low=8,
        count_high=8,
        lifecycle=Lifecycle.REVISED,
        **counted,
    )
    new = _claim(
        scene,
        "twelve",
        "the number of injured has risen to twelve",
        claimant=governor,
        made_at="2023-05-23T06:10:00Z",
        count_low=12,
        count_high=12,
        revises=old,
        **counted,
    )
    more = _claim(
        scene,
        "thirteen",
        "at least thirteen people have been treated for injuries",
        claimant=hospital,
        made_at="2023-05-23",
        count_low=13,
        **counted,
    )
    scene.pairs["count"] = make_contradiction(
        event=scene.event,
        first=new,
        second=more,
        kind=Kind.COUNT,
        reason="Governor Ilya Tarn said 12 were injured; District hospital said at least 13.",
    )


def _ground(scene: Scene) -> None:
    _claim(
        scene,
        "arabic",
        "لا يزال شريط من الأرض في أيدينا",
        claimant=make_actor("Free Lindhaven Corps", slug="corps"),
        question=_question(scene, "Who holds the border post?", "control:post"),
        language="ar",
        spoken=True,
        outlet="Harbour Dispatch",
        made_at="2023-05-23T08:00:00Z",
    )
    _claim(
        scene,
        "unnamed",
        "at least thirty-nine fighters were dead by the afternoon",
        claimant=None,
        attribution=Attribution.UNATTRIBUTED,
        made_at="2023-05-23T16:40:00Z",
    )
    _claim(
        scene,
        "officials",
        "the road will open again on Friday",
        claimant=None,
        claimant_text="officials",
        modality=Modality.HEDGED,
        made_at="2023-05",
    )


def _apart(scene: Scene) -> None:
    ministry = scene.claims["blame"].claimant
    _claim(
        scene,
        "undated",
        "a wrecked vehicle with white paint on it was left behind",
        claimant=ministry,
        made_at="",
        made_at_text="on Monday",
        outlet="Granitsa 24",
    )
    _claim(
        scene,
        "retracted",
        "the governor himself was wounded",
        claimant=make_actor("Lindhaven Radio", slug="radio"),
        lifecycle=Lifecycle.RETRACTED,
        made_at="2023-05-22T15:00:00Z",
    )
    _claim(
        scene,
        "long",
        "the men" + LONG,
        claimant=make_actor(
            "Extraordinary Commission for the Protection of the Border Districts", slug="commission"
        ),
        made_at="2023-05-22T16:00:00Z",
    )


def _decisions(scene: Scene) -> None:
    decide(scene.claims["blame"], Status.INCONCLUSIVE)
    decide(scene.claims["thirteen"], Status.VERIFIED)
    decide(scene.claims["unnamed"], Status.REFUTED)
    decide(scene.claims["officials"], Status.NOT_CHECKABLE)
    decide(scene.claims["twelve"], Status.CORROBORATED)


def decide(claim: Claim, status: str, **fields: Any) -> Verdict:
    """A verdict on the claim, with public and private evidence, as an approved proposal leaves it."""
    proposer, approver = make_user("editor"), make_user("reviewer")
    rationale = fields.pop("rationale", "Two landmarks in the pictures match the known plan of it.")
    at = datetime(2023, 5, 24, 14, 52, tzinfo=UTC)
    proposal = VerdictProposal.objects.create(
        claim=claim,
        status=status,
        rationale=rationale,
        state="approved",
        proposed_by=proposer,
        decided_by=approver,
        decided_at=at,
    )
    verdict = Verdict.objects.create(
        claim=claim,
        number=claim.verdicts.count() + 1,
        previous_status=claim.status,
        status=status,
        rationale=rationale,
        proposal=proposal,
        proposed_by=proposer,
        proposed_by_role="editor",
        proposed_at=at,
        approved_by=approver,
        approved_by_role="reviewer",
        decided_at=at,
    )
    for words, public in (("Pictures of the yard", True), ("A message we keep", False)):
        verdict.evidence.add(
            Evidence.objects.create(
                claim=claim, kind="note", bearing="for", description=words, is_public=public
            )
        )
    claim.status = status
    claim.save(update_fields=["status"])
    return verdict


def _question(scene: Scene, text: str, key: str) -> Question:
    return make_question(
        event=scene.event, text=text, key=key, topic=key.split(":", maxsplit=1)[0], dispute_key=key
    )


def pages(scene: Scene) -> dict[str, str]:
    """The address of every kind of page, in every state that the scene has."""
    event = scene.event.get_absolute_url()
    claims = {f"claim {name}": scene.claims[name].get_absolute_url() for name in TOLD}
    pairs = {f"pair {name}": pair.get_absolute_url() for name, pair in scene.pairs.items()}
    return {
        "events": "/",
        "event": event,
        "event oldest first": f"{event}?order=oldest",
        "event of one claimant": f"{event}?claimant=west-mod&status=inconclusive",
        "event without hits": f"{event}?claimant=west-mod&status=verified",
        "empty event": scene.empty.get_absolute_url(),
        "event with one claim": scene.lone.get_absolute_url(),
        **claims,
        **pairs,
        "actor": "/actors/west-mod/",
        "outlet": "/outlets/granitsa-24/",
        "search": "/search/",
        "search with hits": "/search/?q=injured",
        "search without hits": "/search/?q=zeppelin",
        "corrections": "/corrections/",
        "data and api": "/api/v1/docs/",
        "statuses": "/about/statuses/",
        "method": "/about/method/",
    }
