"""The institutions every state has, composed instead of listed.

Their keys follow one pattern, the state's key and the role ("russia-ministry-of-defence"), so
that "Russia's defence ministry", "Ukrainian MoD" or "army of Chad" can be resolved by role. A
row of the starter file with such a key stands in place of the composed one ("US State Department").
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from events.choices import ActorKind, NameKind
from events.names import fold
from events.values import DirectoryActor

# No standing armed forces and no ministry of defence (most are defended by treaty).
NO_ARMY = frozenset(
    [
        "AD",
        "CR",
        "DM",
        "FM",
        "GD",
        "IS",
        "KI",
        "LC",
        "LI",
        "MC",
        "MH",
        "MU",
        "NR",
        "PA",
        "PS",
        "PW",
        "SB",
        "SM",
        "TV",
        "VA",
        "VC",
        "WS",
    ]
)
# The Holy See is governed by dicasteries; the pattern does not fit it.
NO_INSTITUTIONS = frozenset({"VA"})


@dataclass(frozen=True, slots=True)
class Role:
    """One institution of a state: how its key ends, its title, and its short names."""

    suffix: str
    kind: ActorKind
    title: str
    short_names: tuple[str, ...]
    military: bool = False
    parent: str = ""


ROLES = (
    Role(
        "government",
        ActorKind.GOVERNMENT,
        "government",
        (
            "government",
            "authorities",
            "officials",
            "cabinet",
            "administration",
            "уряд",
            "влада",
            "правительство",
            "власти",
        ),
    ),
    Role(
        "ministry-of-defence",
        ActorKind.MINISTRY,
        "Ministry of Defence",
        (
            "ministry of defence",
            "defence ministry",
            "MoD",
            "ministry of national defence",
            "national defence ministry",
            "міноборони",
            "міністерство оборони",
            "минобороны",
            "министерство обороны",
        ),
        military=True,
    ),
    Role(
        "ministry-of-foreign-affairs",
        ActorKind.MINISTRY,
        "Foreign Ministry",
        (
            "foreign ministry",
            "ministry of foreign affairs",
            "ministry for foreign affairs",
            "MFA",
            "foreign affairs ministry",
            "МЗС",
            "міністерство закордонних справ",
            "МИД",
            "министерство иностранных дел",
        ),
    ),
    Role(
        "ministry-of-interior",
        ActorKind.MINISTRY,
        "Interior Ministry",
        (
            "interior ministry",
            "ministry of the interior",
            "ministry of interior",
            "ministry of internal affairs",
            "internal affairs ministry",
            "МВС",
            "МВД",
            "міністерство внутрішніх справ",
            "министерство внутренних дел",
        ),
    ),
    Role(
        "ministry-of-health",
        ActorKind.MINISTRY,
        "Health Ministry",
        (
            "health ministry",
            "ministry of health",
            "ministry of public health",
            "МОЗ",
            "міністерство охорони здоровʼя",
            "минздрав",
            "министерство здравоохранения",
        ),
    ),
    Role(
        "armed-forces",
        ActorKind.ARMED_FORCE,
        "Armed Forces",
        (
            "armed forces",
            "army",
            "military",
            "forces",
            "troops",
            "збройні сили",
            "армія",
            "війська",
            "вооруженные силы",
            "армия",
            "войска",
        ),
        military=True,
        parent="ministry-of-defence",
    ),
    Role(
        "police",
        ActorKind.GOVERNMENT,
        "police",
        ("police", "police force", "поліція", "полиция"),
        parent="ministry-of-interior",
    ),
)

ROLE_OF = {fold(short): (role, short) for role in ROLES for short in role.short_names}


def institutions(states: Iterable[DirectoryActor]) -> Iterator[Mapping[str, object]]:
    """A row for each institution of each state, in the form of the starter file."""
    known = [state for state in states if state.kind == ActorKind.STATE]
    shared = Counter(_demonym(state) for state in known)
    for state in known:
        if state.country in NO_INSTITUTIONS:
            continue
        adjective = _adjective(state, is_shared=shared[_demonym(state)] > 1)
        for role in ROLES:
            if role.military and state.country in NO_ARMY:
                continue
            yield {
                "key": f"{state.key}-{role.suffix}",
                "name": f"{adjective} {role.title}",
                "kind": role.kind.value,
                "parent": f"{state.key}-{role.parent}" if role.parent else state.key,
                "country": state.country,
            }


def _demonym(state: DirectoryActor) -> str:
    demonyms = (name.text for name in state.names if name.kind == NameKind.DEMONYM)
    return next(demonyms, "")


def _adjective(state: DirectoryActor, *, is_shared: bool) -> str:
    """The word before the title: "Russian", "New Zealand's" where "New Zealander" does not fit.

    So too where several states share a demonym ("Congolese").
    """
    demonym = _demonym(state)
    if not demonym or is_shared or demonym.endswith("er"):
        return f"{state.name}'" if state.name.endswith("s") else f"{state.name}'s"
    return demonym
