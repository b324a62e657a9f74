"""The names of the features by which each token of a sentence gets its role relative to a cue.

Several kinds, so that each is looked up no more often than needed: those of a word wherever it
stands, of the cue, of a stretch seen from the cue, and of the token itself seen from the cue.
"""

from dataclasses import dataclass

from claims.reading.cues import cue_bases
from claims.reading.tagging.prepared import Prepared, roles_by_rule
from claims.reading.tagging.words import Vocabulary, shape, stem, word_class

NEAR = 3
STEPS = (6, 9, 14, 22)
EXACT = 4
MOST_STRETCHES = 4
BE_REACH = 3


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


def stretches_of(anchor: Anchor) -> list[Stretch]:
    """For each token what it shares with its stretch, seen from the cue: keys of ``stretch_names``.

    Most of the time of tagging goes by here, so sums are taken by hand.
    """
    prepared, centre = anchor.prepared, anchor.at
    signs, verbs, cues = prepared.signs.before, prepared.verbs.before, prepared.cues.before
    joins, likely, quoted = prepared.joins.before, prepared.likely.before, prepared.quoted.before
    numbers, home = prepared.stretch, prepared.stretch[centre]
    found: list[Stretch] = []
    for at, token in enumerate(prepared.tokens):
        first, last = (at, centre) if at < centre else (min(centre + 1, at), at)
        away = numbers[at] - home
        inside = quoted[last] - quoted[first]
        found.append(
            (
                max(-MOST_STRETCHES, min(MOST_STRETCHES, away)),
                numbers[at],
                "Q" if token.quoted else "q",
                min(3, signs[last] - signs[first]),
                min(3, verbs[last] - verbs[first]),
                min(2, cues[last] - cues[first]),
                min(2, joins[last] - joins[first]),
                "0" if inside == 0 else "1" if inside == last - first else "x",
                min(2, likely[last] - likely[first]),
                min(2, verbs[at]),
            )
        )
    return found


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
    away, number, quoted, signs, verbs, cues, joins, through, likely, led = stretch
    prepared, form, base = anchor.prepared, anchor.form, anchor.base
    opens = prepared.opens[number]
    head = prepared.classes[opens] if opens < prepared.size else "$"
    return [
        f"ctx={anchor.quotes}{quoted}",
        f"nxq={anchor.after}|{anchor.quotes}{quoted}",
        f"nc={signs}{quoted}{through}",
        f"nv={verbs}|{joins}",
        f"nQ={cues}",
        f"path={signs}{verbs}{cues}{joins}",
        f"nl={likely}",
        f"vl={led}|{form}|{min(2, verbs)}",
        f"sg={away}{quoted}",
        f"sgb={away}|{base}",
        f"sf={away}|{head}",
        f"sgn={away}|{anchor.after}|{anchor.quotes}",
        f"fms={form}|{away}",
        f"qq={quoted}{anchor.quotes[0]}{form}",
    ]


def own_names(anchor: Anchor, at: int, stretch: Stretch) -> list[str]:
    """The features of one token, seen from the cue."""
    prepared = anchor.prepared
    away = at - anchor.at
    distance = _distance(away)
    group, kind = prepared.groups[at], prepared.classes[at]
    head, form, likely = prepared.groups[anchor.at], anchor.form, stretch[8]
    named = int(at in prepared.named)
    known = f"{named}{int(at in prepared.cued)}{int(at in prepared.told)}"
    capital = int(at > 0 and prepared.tokens[at].is_capitalised)
    names = [
        f"d={distance}",
        f"k0ak={group}|{head}",
        f"c0ac={kind}|{prepared.classes[anchor.at]}|{stretch[0]}",
        f"fmc={form}|{kind}|{distance}",
        f"fmk={form}|{group}",
        f"or={known}{int(anchor.at in prepared.told)}",
        f"ors={named}{form}{likely}",
        f"cap={capital}|{likely}|{min(2, stretch[4])}|{form}",
    ]
    if abs(away) <= NEAR:
        lower = prepared.lowers[at]
        names += (f"dw={away}|{lower}", f"dk={away}|{group}|{head}")
        names += (f"dab={away}|{anchor.base}", f"dwab={away}|{lower}|{anchor.base}")
    return names + _rule_names(anchor, at)


def _rule_names(anchor: Anchor, at: int) -> list[str]:
    roles = anchor.roles
    if roles is None:
        return ["r=-"]
    before = roles[at - 1] if at else "^"
    after = roles[at + 1] if at + 1 < len(roles) else "$"
    return [f"r={roles[at]}", f"r3={before}{roles[at]}{after}", f"rb={roles[at]}{anchor.base}"]


def _distance(away: int) -> str:
    side, size = "-" if away < 0 else "+", abs(away)
    if size <= EXACT:
        return f"{side}{size}"
    step = next((step for step in STEPS if size <= step), None)
    return f"{side}<{step}" if step else f"{side}far"
