"""The names of the features by which a word is weighed as the head of a cue."""

from claims.reading.cues import cue_bases
from claims.reading.tagging.prepared import Prepared
from claims.reading.tagging.words import Vocabulary, shape, stem, word_class

NEAR = 2  # tokens on either side whose words are joined with the word's own stem
REACH = 7
THAT_REACH = 6
QUOTE_REACH = 8
FAR = 9
AWAY = (-3, -2, -1, 1, 2, 3)


def cue_names(prepared: Prepared, at: int, vocabulary: Vocabulary) -> list[str]:
    """The features of a token as the head of a cue."""
    rate = vocabulary.step(prepared.lowers[at])
    names = head_names(head_values(prepared, at, rate), vocabulary)
    for away in AWAY:
        names += placed_names((away, *neighbour(prepared, at + away)))
        if abs(away) <= NEAR:
            names += rated_names((away, rate, *neighbour(prepared, at + away)[1:]))
    names += quotation_names(quotation_values(prepared, at, rate))
    return names + rest_names(prepared, at, rate)


Head = tuple[str, str, bool, int]


def head_values(prepared: Prepared, at: int, rate: int) -> Head:
    """What the names of the word itself are made of."""
    return prepared.lowers[at], prepared.texts[at], prepared.tokens[at].quoted, rate


def head_names(head: Head, vocabulary: Vocabulary) -> list[str]:
    """The features of the word itself."""
    lower, text, quoted, rate = head
    names = [
        "b",
        f"w={lower}",
        f"st={stem(lower)}",
        f"bs={cue_bases().get(lower, '_')}",
        f"rb={rate}",
        f"c={word_class(lower)}",
        f"k={vocabulary.group(lower, text)}",
        f"sh={shape(text)}",
        f"q={int(quoted)}{rate}",
        f"s3={lower[-3:]}",
    ]
    fine = vocabulary.groups.get(lower)
    return [*names, f"K={fine[1]}"] if fine else names


def neighbour(prepared: Prepared, at: int) -> tuple[str, str, str]:
    """The word, group and classes at a place, which may lie outside the sentence."""
    if at < 0:
        return "^", "^", "^"
    if at >= prepared.size:
        return "$", "$", "$"
    return prepared.lowers[at], prepared.groups[at], prepared.classes[at]


def placed_names(placed: tuple[int, str, str, str]) -> list[str]:
    """The features of a neighbour by itself."""
    away, word, group, kind = placed
    return [f"w{away}={word}", f"k{away}={group}", f"c{away}={kind}"]


def rated_names(rated: tuple[int, int, str, str]) -> list[str]:
    """The features of a neighbour beside a word that is so often a cue."""
    away, rate, group, kind = rated
    return [f"rk{away}={rate}|{group}", f"rc{away}={rate}|{kind}"]


def rest_names(prepared: Prepared, at: int, rate: int) -> list[str]:
    """The features that are seldom the same for two words."""
    return [
        *_joined_with_stem(prepared, at),
        *_joined(prepared, at, rate),
        *_ruled(prepared, at, rate),
        *_clause(prepared, at, rate),
        *_other_cues(prepared, at, rate),
    ]


def _look(values: tuple[str, ...], at: int) -> str:
    if at < 0:
        return "^"
    return values[at] if at < len(values) else "$"


def _joined_with_stem(prepared: Prepared, at: int) -> list[str]:
    own = stem(prepared.lowers[at])
    names: list[str] = []
    for away in AWAY:
        if abs(away) <= NEAR:
            word, group, _ = neighbour(prepared, at + away)
            names += (f"wk{away}={own}|{group}", f"ww{away}={own}|{word}")
    return names


def _joined(prepared: Prepared, at: int, rate: int) -> list[str]:
    words = [_look(prepared.lowers, at + away) for away in (-2, -1, 1, 2)]
    groups = [_look(prepared.groups, at + away) for away in (-2, -1, 1, 2)]
    before, after = _look(prepared.classes, at - 1), _look(prepared.classes, at + 1)
    return [
        f"k-2-1={groups[0]}|{groups[1]}",
        f"k+1+2={groups[2]}|{groups[3]}",
        f"k-1+1={groups[1]}|{groups[2]}|{prepared.groups[at]}",
        f"c-1+1={before}|{after}|{rate}",
        f"w+1+2={words[2]}|{words[3]}",
        f"w-1+1={words[1]}|{words[2]}",
        f"w-2-1={words[0]}|{words[1]}",
    ]


Quotation = tuple[bool, bool, bool, int, int, int]


def quotation_values(prepared: Prepared, at: int, rate: int) -> Quotation:
    """Whether the word and what is beside it are quoted, and how far it goes on like that."""
    counts, size = prepared.quoted, prepared.size
    left, right = counts.between(0, at) > 0, counts.between(at + 1, size) > 0
    inside = prepared.tokens[at].quoted
    ahead = range(at + 1, min(at + 1 + QUOTE_REACH, size))
    back = range(at - 1, max(-1, at - 1 - QUOTE_REACH), -1)
    if not (left or right or inside):
        return False, False, False, FAR, FAR, rate
    after, before = (
        next((abs(k - at) for k in reach if prepared.tokens[k].quoted != inside), FAR)
        for reach in (ahead, back)
    )
    return left, right, inside, after, before, rate


def quotation_names(quotation: Quotation) -> list[str]:
    """The features of the quotation marks around a word."""
    left, right, inside, ahead, back, rate = quotation
    return [
        f"ql{int(left)}qr{int(right)}|{rate}|{int(inside)}",
        f"dqr{ahead}",
        f"dqr{min(ahead, 4)}|{rate}",
        f"dql{back}",
        f"dql{min(back, 4)}|{rate}",
    ]


def _ruled(prepared: Prepared, at: int, rate: int) -> list[str]:
    found = "in" if at in prepared.cued else "no"
    told = "c" if at in prepared.told else "-"
    named = "s" if at in prepared.named else "-"
    return [
        f"rule={found}{told}{named}",
        f"ruleb={found}{told}|{rate}",
        f"rules={found}{told}|{stem(prepared.lowers[at])}",
    ]


def _clause(prepared: Prepared, at: int, rate: int) -> list[str]:
    size, verbs = prepared.size, prepared.verbs
    opens = prepared.opens[prepared.stretch[at]]
    within = min(2, verbs.between(opens, at)) if opens <= at else 0
    that = "that" in prepared.lowers[at + 1 : at + 1 + THAT_REACH]
    before = range(at - 1, max(-1, at - REACH), -1)
    subject = next((k for k in before if _may_speak(prepared, k)), -1)
    away = at - subject if subject >= 0 else FAR
    kind = prepared.classes[subject] if subject >= 0 else ""
    last = prepared.tokens[-1]
    return [
        f"that{int(that)}|{rate}",
        f"pos={min(at, 2)}",
        f"vb={min(3, verbs.between(0, at))}|va={min(3, verbs.between(at + 1, size))}",
        f"sv={within}|{prepared.classes[at]}",
        f"subj={away}|{kind}",
        f"subjr={away if away == FAR else min(4, away)}|{rate}",
        f"q?={'w' if last.is_word else last.text}",
        f"len={min(5, size // 8)}",
    ]


def _may_speak(prepared: Prepared, at: int) -> bool:
    kind = prepared.classes[at]
    return prepared.tokens[at].is_capitalised or kind.startswith("pron") or "P" in kind


def _other_cues(prepared: Prepared, at: int, rate: int) -> list[str]:
    names: list[str] = []
    seen = ""
    counts = prepared.likely.before
    sides = (
        ("lc", range(at - 1, max(-1, at - 1 - REACH), -1)),
        ("rc", range(at + 1, min(prepared.size, at + 1 + REACH))),
    )
    for side, reach in sides:
        other = next((k for k in reach if counts[k + 1] != counts[k]), -1)
        near = f"{stem(prepared.lowers[other])}{min(3, abs(other - at))}" if other >= 0 else "_"
        names.append(f"{side}={near}")
        seen += str(int(other >= 0))
    return [*names, f"lrc={seen}{rate}"]
