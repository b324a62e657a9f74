"""The names of the features by which a word is weighed as the head of a cue."""

from claims.reading.cues import cue_bases
from claims.reading.tagging.prepared import LIKELY, Prepared
from claims.reading.tagging.words import Vocabulary, shape, stem

NEAR = 2  # tokens on either side whose words are joined with the word's own stem
REACH = 7
THAT_REACH = 6
QUOTE_REACH = 8
FAR = 9


def cue_names(prepared: Prepared, at: int, vocabulary: Vocabulary) -> list[str]:
    """The features of a token as the head of a cue."""
    rate = vocabulary.step(prepared.lowers[at])
    return [
        *_own(prepared, at, rate, vocabulary),
        *_neighbours(prepared, at, rate),
        *_joined(prepared, at, rate),
        *_quotation(prepared, at, rate),
        *_ruled(prepared, at, rate),
        *_clause(prepared, at, rate),
        *_other_cues(prepared, at, rate, vocabulary),
    ]


def _own(prepared: Prepared, at: int, rate: int, vocabulary: Vocabulary) -> list[str]:
    lower, token = prepared.lowers[at], prepared.tokens[at]
    names = [
        "b",
        f"w={lower}",
        f"st={stem(lower)}",
        f"bs={cue_bases().get(lower, '_')}",
        f"rb={rate}",
        f"c={prepared.classes[at]}",
        f"k={prepared.groups[at]}",
        f"sh={shape(token.text)}",
        f"q={int(token.quoted)}{rate}",
        f"s3={lower[-3:]}",
    ]
    fine = vocabulary.groups.get(lower)
    return [*names, f"K={fine[1]}"] if fine else names


def _look(values: tuple[str, ...], at: int) -> str:
    if at < 0:
        return "^"
    return values[at] if at < len(values) else "$"


def _neighbours(prepared: Prepared, at: int, rate: int) -> list[str]:
    own = stem(prepared.lowers[at])
    names: list[str] = []
    for away in (-3, -2, -1, 1, 2, 3):
        word = _look(prepared.lowers, at + away)
        group = _look(prepared.groups, at + away)
        kind = _look(prepared.classes, at + away)
        names += (f"w{away}={word}", f"k{away}={group}", f"c{away}={kind}")
        if abs(away) <= NEAR:
            names += (f"wk{away}={own}|{group}", f"ww{away}={own}|{word}")
            names += (f"rk{away}={rate}|{group}", f"rc{away}={rate}|{kind}")
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


def _quotation(prepared: Prepared, at: int, rate: int) -> list[str]:
    tokens, size = prepared.tokens, prepared.size
    inside = tokens[at].quoted
    left = prepared.quoted.between(0, at) > 0
    right = prepared.quoted.between(at + 1, size) > 0
    names = [f"ql{int(left)}qr{int(right)}|{rate}|{int(inside)}"]
    sides = (
        ("r", range(at + 1, min(at + 1 + QUOTE_REACH, size))),
        ("l", range(at - 1, max(-1, at - 1 - QUOTE_REACH), -1)),
    )
    for side, reach in sides:
        away = next((abs(k - at) for k in reach if tokens[k].quoted != inside), FAR)
        names += (f"dq{side}{away}", f"dq{side}{min(away, 4)}|{rate}")
    return names


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


def _other_cues(prepared: Prepared, at: int, rate: int, vocabulary: Vocabulary) -> list[str]:
    names: list[str] = []
    seen = ""
    sides = (
        ("lc", range(at - 1, max(-1, at - 1 - REACH), -1)),
        ("rc", range(at + 1, min(prepared.size, at + 1 + REACH))),
    )
    for side, reach in sides:
        lowers = ((k, prepared.lowers[k]) for k in reach)
        other = next((k for k, low in lowers if vocabulary.rates.get(low, 0.0) > LIKELY), -1)
        near = f"{stem(prepared.lowers[other])}{min(3, abs(other - at))}" if other >= 0 else "_"
        names.append(f"{side}={near}")
        seen += str(int(other >= 0))
    return [*names, f"lrc={seen}{rate}"]
