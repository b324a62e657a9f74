"""Who speaks in an attribution, as far as the article lets nobody else be meant."""

from claims.reading import nameless
from claims.reading.claimants import Reader, resolve
from claims.reading.frames import Attribution
from claims.reading.lexicon import contains, phrases, words
from claims.values import ClaimantName
from events.choices import ActorKind

# Whose "toll" is the figure that they give: a country's is that of its dead.
COUNTING = frozenset(
    {
        ActorKind.ORGANISATION, ActorKind.MINISTRY, ActorKind.GOVERNMENT,
        ActorKind.INTERNATIONAL_BODY, ActorKind.MEDIA,
    }
)  # fmt: skip
SHOWING = frozenset({"show", "suggest", "indicate"})


def whose_we(
    attribution: Attribution, spoken: list[tuple[Attribution, tuple[ClaimantName, ...]]]
) -> tuple[ClaimantName, ...]:
    """As in "“We blame the militia,” she said": the "we" of direct speech is the speaker's."""
    if attribution.speaker is None:
        return ()
    head = attribution.sentence.tokens[attribution.speaker[0]]
    if not head.quoted or head.lower not in {"we", "i"}:
        return ()
    outer = (who for other, who in spoken if is_inside(attribution, other))
    return next(outer, ())


def is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether one attribution stands within what another says."""
    first, last = outer.content
    return inner is not outer and first <= inner.cue[0] and inner.cue[1] <= last


def is_suffered(reader: Reader, number: int, attribution: Attribution) -> bool:
    """As in "Norland's toll is 40": a country's toll is no figure of its own giving."""
    if attribution.entry.base not in words("cues", "tolls") or attribution.speaker is None:
        return False
    spoke = {body.key for body in reader.scene.bodies}
    who = resolve(reader, number, *attribution.speaker)
    return not who or not all(
        name.kind in COUNTING
        or (name.key in spoke and name.kind != ActorKind.STATE)
        or (name.kind == ActorKind.OTHER and not _is_place(reader, name.name))
        for name in who
    )


def _is_place(reader: Reader, name: str) -> bool:
    """Whether the article has a name where places stand: "in Mir", "near Mir"."""
    for run in reader.index.runs:
        before = reader.sentences[run.sentence].tokens[: run.first][-1:]
        if run.text == name and before and before[0].lower in words("people", "placing"):
            return True
    return False


def speakers(reader: Reader, number: int, attribution: Attribution) -> tuple[ClaimantName, ...]:
    """Whom an attribution has speak, kept as the last who spoke; nobody where it is not told."""
    if attribution.speaker is None or _is_shown(attribution):
        return ()
    who = resolve(reader, number, *attribution.speaker) or _going_on(reader, number, attribution)
    if who:
        head = attribution.sentence.tokens[attribution.speaker[1] - 1].lower
        reader.scene.document = head in words("people", "documents")
        reader.scene.note(who, number, attribution.sentence.block)
    else:
        nameless.note(reader, number, *attribution.speaker)
    reader.scene.heard = number
    return who


def _going_on(reader: Reader, number: int, attribution: Attribution) -> tuple[ClaimantName, ...]:
    """As in "The general added": the person who spoke just before, called by what he is."""
    scene, tokens = reader.scene, attribution.sentence.tokens
    first, last = attribution.speaker or (0, 0)
    near = number - scene.last_sentence <= 1 and attribution.sentence.block == scene.last_block
    alone = len(scene.last) == 1 and scene.last[0].kind == ActorKind.PERSON
    called = last - first == len(("the", "general")) and tokens[first].lower == "the"
    adds = attribution.entry.base in words("people", "continuing")
    post = called and tokens[last - 1].lower in words("people", "posts") | words("people", "people")
    return scene.last if near and alone and adds and post else ()


def _is_shown(attribution: Attribution) -> bool:
    """As in "satellite images showed that": whose they are, they do not speak for anybody."""
    speaker, base = attribution.speaker, attribution.entry.base
    if speaker is None or attribution.frame == "show" or base not in SHOWING:
        return False
    head = attribution.sentence.lowers(*speaker)
    if contains(head, phrases("cues", "issued by")):
        return False  # "figures published by the ministry show that"
    return base == "show" or not words("cues", "evidence").isdisjoint(head[-1:])
