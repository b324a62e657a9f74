"""The names of the features by which each token of a sentence gets its role relative to a cue.

Several kinds, so that each is looked up no more often than needed: those of a word wherever it
stands, of the cue, of a stretch seen from the cue, and of the token itself seen from the cue. Those
that are made of a few values (``way_names``, ``kind_names`` ...) are asked for again and again.
"""

from dataclasses import dataclass
from functools import lru_cache

from claims.reading.cues import cue_bases
from claims.reading.tagging.prepared import Prepared, roles_by_rule
from claims.reading.tagging.words import Vocabulary, shape, stem, word_class

NEAR = 3
STEPS = (6, 9, 14, 22)
EXACT = 4
MOST_STRETCHES = 4
BE_REACH = 3
MANY, SOME = 3, 2  # up to which things between cue and token are counted
DISTANCES = 1024


def word_names(away: int, lower: str, text: str, vocabulary: Vocabulary) -> list[str]:
    """The features of a word that stands ``away`` (-1, 0 or 1) tokens from the one in question."""
    written = shape(text)
    names = [f"w{away}={lower}", f"c{away}={word_class(lower)}|{written}"]
    known = vocabulary.groups.get(lower)
    if known:
        names += (f"k{away}={known[0]}", f"K{away}={known[1]}")
    if away == 0:
        names += (f"s={lower[-3:]}", f"p={lower[-2:]}", f"sh={written}")
        if lower in cue_bases():
            names.append(f"cue={cue_bases()[lower]}")
    return names


Place = tuple[str, str, str, str]


def place_of(prepared: Prepared, at: int) -> Place:
    """A token's place: the groups from before it to after it, and where quotation marks are."""
    tokens, groups = prepared.tokens, prepared.groups
    first, last = at == 0, at + 1 == prepared.size
    before = "Q" if not first and tokens[at - 1].quoted else "q"
    after = "Q" if not last and tokens[at + 1].quoted else "q"
    return (
        "^" if first else groups[at - 1],
        groups[at],
        "$" if last else groups[at + 1],
        before + ("Q" if tokens[at].quoted else "q") + after,
    )


def place_names(place: Place) -> list[str]:
    """The features of a token's place between its neighbours."""
    before, group, after, quoted = place
    names = [f"q={quoted}", f"kb-={before}|{group}", f"kb+={group}|{after}"]
    if before == "^":
        names.append("BOS")
    if after == "$":
        names.append("EOS")
    return names


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cue's head and what is asked of it at every token of its sentence."""

    prepared: Prepared
    at: int
    base: str
    stem: str
    form: str
    before: str
    after: str
    quotes: str
    roles: list[int] | None


def anchor_of(prepared: Prepared, at: int) -> Anchor:
    """The head of a cue at ``at``."""
    size, quoted = prepared.size, prepared.quoted
    quotes = "Q" if prepared.tokens[at].quoted else "q"
    quotes += "L" if quoted.between(0, at) else ""
    quotes += "R" if quoted.between(at + 1, size) else ""
    lower = prepared.lowers[at]
    return Anchor(
        prepared,
        at,
        cue_bases().get(lower) or f"k{prepared.groups[at]}",
        stem(lower),
        _form(prepared, at),
        _neighbour(prepared, at - 1),
        _neighbour(prepared, at + 1),
        quotes,
        roles_by_rule(prepared, at),
    )


def _form(prepared: Prepared, at: int) -> str:
    """Whether a cue is a participle, an infinitive, a passive, a past, a verb or a noun."""
    lower, kind = prepared.lowers[at], prepared.classes[at]
    if lower.endswith("ing"):
        return "ing"
    if at and prepared.lowers[at - 1] == "to":
        return "to"
    if "vd" in kind or "vn" in kind or lower.endswith("ed"):
        near = prepared.classes[max(0, at - BE_REACH) : at]
        return "pas" if any("be" in one for one in near) else "ed"
    return "v" if "v" in kind else "n"


def _neighbour(prepared: Prepared, at: int) -> str:
    if at < 0:
        return "^"
    if at >= prepared.size:
        return "$"
    token = prepared.tokens[at]
    if not token.is_word:
        return token.text
    kind = prepared.classes[at]
    return kind if kind != "_" else shape(token.text)


Stretch = tuple[int, int, str, int, int, int, int, str, int, int]


def stretch_of(anchor: Anchor, at: int) -> Stretch:
    """What a token shares with its stretch, seen from the cue: the key of ``stretch_names``.

    Much of the time of tagging goes by here, so sums are taken by hand.
    """
    centre = anchor.at
    first, last = (at, centre) if at < centre else (centre + 1, at)
    prepared = anchor.prepared
    signs, verbs, cues = prepared.signs.before, prepared.verbs.before, prepared.cues.before
    joins, likely, quoted = prepared.joins.before, prepared.likely.before, prepared.quoted.before
    number = prepared.stretch[at]
    away = number - prepared.stretch[anchor.at]
    if away > MOST_STRETCHES or away < -MOST_STRETCHES:
        away = MOST_STRETCHES if away > 0 else -MOST_STRETCHES
    inside = quoted[last] - quoted[first]
    sign, verb = signs[last] - signs[first], verbs[last] - verbs[first]
    cue, join = cues[last] - cues[first], joins[last] - joins[first]
    chance = likely[last] - likely[first]
    return (
        away,
        number,
        "Q" if prepared.tokens[at].quoted else "q",
        min(MANY, sign),
        min(MANY, verb),
        min(SOME, cue),
        min(SOME, join),
        "0" if inside == 0 else "1" if inside == last - first else "x",
        min(SOME, chance),
        min(SOME, verbs[at]),
    )


def anchor_names(anchor: Anchor) -> list[str]:
    """The features of a cue that all tokens of its sentence share."""
    return [
        f"nx={anchor.after}",
        f"pv={anchor.before}",
        f"ab={anchor.base}",
        f"ac={anchor.prepared.classes[anchor.at]}",
        f"as={anchor.stem}",
        f"fm={anchor.form}",
    ]


def stretch_names(anchor: Anchor, stretch: Stretch) -> list[str]:
    """The features that the tokens of a stretch share, seen from the cue."""
    way, beside, turn = stretch_values(anchor, stretch)
    return [*way_names(way), *beside_names(beside), *turn_names(turn)]


Way = tuple[str, str, int, int, int, int, str, int]
Beside = tuple[int, str, int, str, str, str, str]
Turn = tuple[int, str, str, str, str]


def stretch_values(anchor: Anchor, stretch: Stretch) -> tuple[Way, Beside, Turn]:
    """What the names of a stretch are made of."""
    away, number, quoted, signs, verbs, cues, joins, through, likely, led = stretch
    quotes = anchor.quotes
    lead = str(led)  # the count before the second token is a bool, and weights are kept by that
    return (
        (quotes, quoted, signs, verbs, cues, joins, through, likely),
        (away, quoted, verbs, lead, anchor.form, quotes[0], _first_kind(anchor.prepared, number)),
        (away, quoted, anchor.base, anchor.after, quotes),
    )


def _first_kind(prepared: Prepared, number: int) -> str:
    opens = prepared.opens[number]
    return prepared.classes[opens] if opens < prepared.size else "$"


def way_names(way: Way) -> list[str]:
    """The features of what stands between cue and token."""
    quotes, quoted, signs, verbs, cues, joins, through, likely = way
    return [
        f"ctx={quotes}{quoted}",
        f"nc={signs}{quoted}{through}",
        f"nv={verbs}|{joins}",
        f"nQ={cues}",
        f"path={signs}{verbs}{cues}{joins}",
        f"nl={likely}",
    ]


def beside_names(beside: Beside) -> list[str]:
    """The features of where a stretch lies beside a cue of this form, and how it begins."""
    away, quoted, verbs, led, form, quote, head = beside
    return [
        f"vl={led}|{form}|{min(2, verbs)}",
        f"sg={away}{quoted}",
        f"sf={away}|{head}",
        f"fms={form}|{away}",
        f"qq={quoted}{quote}{form}",
    ]


def turn_names(turn: Turn) -> list[str]:
    """The features of where a stretch lies beside this very cue, and what follows the cue."""
    away, quoted, base, after, quotes = turn
    return [
        f"nxq={after}|{quotes}{quoted}",
        f"sgb={away}|{base}",
        f"sgn={away}|{after}|{quotes}",
    ]


def own_names(anchor: Anchor, at: int, stretch: Stretch) -> list[str]:
    """The features of one token, seen from the cue."""
    prepared, form, centre = anchor.prepared, anchor.form, anchor.at
    away, kinds = at - centre, prepared.classes
    told = centre in prepared.told
    return [
        *pair_names((prepared.groups[at], prepared.groups[centre], form)),
        *kind_names((kinds[at], kinds[centre], stretch[0], form, distance_of(away))),
        *mark_names((mark_of(prepared, at), told, form, stretch[8], stretch[4])),
        *(near_names(anchor, at) if -NEAR <= away <= NEAR else ()),
        *rule_names(rule_values(anchor, at)),
    ]


def pair_names(pair: tuple[str, str, str]) -> list[str]:
    """The features of a word's group beside that of the cue's head."""
    group, head, form = pair
    return [f"k0ak={group}|{head}", f"fmk={form}|{group}"]


def kind_names(kinds: tuple[str, str, int, str, str]) -> list[str]:
    """The features of a word's classes beside those of the head, and how far it stands away."""
    kind, head, away, form, distance = kinds
    return [f"d={distance}", f"c0ac={kind}|{head}|{away}", f"fmc={form}|{kind}|{distance}"]


def mark_of(prepared: Prepared, at: int) -> int:
    """What rules take a token for in any attribution, and if it has a capital of its own."""
    capital = at > 0 and prepared.tokens[at].is_capitalised
    named, cued, told = at in prepared.named, at in prepared.cued, at in prepared.told
    return 8 * named + 4 * cued + 2 * told + capital


def mark_names(marked: tuple[int, bool, str, int, int]) -> list[str]:
    """The features of a token's marks, and whether rules have the cue within a content."""
    marks, told, form, likely, verbs = marked
    mark = f"{marks:04b}"
    return [
        f"or={mark[:-1]}{told:d}",
        f"ors={mark[0]}{form}{likely}",
        f"cap={mark[-1]}|{likely}|{min(2, verbs)}|{form}",
    ]


def near_names(anchor: Anchor, at: int) -> list[str]:
    """The features of a word near the cue."""
    prepared, base = anchor.prepared, anchor.base
    away, lower = at - anchor.at, prepared.lowers[at]
    group, head = prepared.groups[at], prepared.groups[anchor.at]
    return [
        f"dw={away}|{lower}",
        f"dk={away}|{group}|{head}",
        f"dab={away}|{base}",
        f"dwab={away}|{lower}|{base}",
    ]


Ruled = tuple[str, str, str, str]
NO_RULE: Ruled = ("", "", "", "")


def rule_values(anchor: Anchor, at: int) -> Ruled:
    """What the rules take a token and its neighbours for, and the cue's base form."""
    roles = anchor.roles
    if roles is None:
        return NO_RULE
    before = str(roles[at - 1]) if at else "^"
    after = str(roles[at + 1]) if at + 1 < len(roles) else "$"
    return before, str(roles[at]), after, anchor.base


def rule_names(ruled: Ruled) -> list[str]:
    """The features of the rules' answer for a cue."""
    before, role, after, base = ruled
    if not role:
        return ["r=-"]
    return [f"r={role}", f"r3={before}{role}{after}", f"rb={role}{base}"]


@lru_cache(maxsize=DISTANCES)
def distance_of(away: int) -> str:
    """How far a token stands from the cue, in steps, and on which side."""
    side, size = "-" if away < 0 else "+", abs(away)
    if size <= EXACT:
        return f"{side}{size}"
    step = next((step for step in STEPS if size <= step), None)
    return f"{side}<{step}" if step else f"{side}far"
