"""How good claims and contradictions are on labelled events of a newsroom.

A gold file lists an event's claims, each with its appearances (article, start, end), and labelled
relations between them: contradiction, tension, revision, trap. A claim of the system stands for
the gold claim whose span in the same article it meets best, if the two share at least half of the
shorter one. Every other pair that is flagged as a contradiction is a false alarm; a pair with a
claim that meets no gold span is left out and counted apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.comparing.evaluation import CONTRADICTION, Metrics, ratio

ENOUGH = 0.5  # share of the shorter span from which two spans are one
LABELS = ("tension", "revision", "trap")

Pair = frozenset[str]
Gold = Mapping[str, Any]
Output = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Counts that add up over events, and what was missed or wrongly flagged, by ids."""

    counts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A gold claim at one place."""

    claim: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mapped:
    """Which gold claim each claim of the system stands for, and the gold places that were met."""

    claims: dict[str, str]
    met: set[tuple[str, int]]
    touched: set[str]


def score_event(gold: Gold, output: Output) -> Score:
    """One event: the output has the form of ``manage.py read --json``."""
    score = Score()
    mapped = map_claims(gold, output["claims"])
    _count_claims(gold, output["claims"], mapped, score.counts)
    _count_pairs(gold, output, mapped.claims, score)
    return score


def map_claims(gold: Gold, claims: Iterable[Mapping[str, Any]]) -> Mapped:
    """The best gold claim for each claim; a span that meets none stands for nothing."""
    places: dict[str, list[Appearance]] = {}
    for claim in gold["claims"]:
        for number, at in enumerate(claim["appearances"]):
            place = Appearance(claim["id"], number, at["start"], at["end"])
            places.setdefault(at["article"], []).append(place)
    mapped = Mapped({}, set(), set())
    for claim in claims:
        near = [p for p in places.get(claim["article"], []) if _shared(claim, p) > 0]
        mapped.touched.update(place.claim for place in near)
        if near:
            best = max(near, key=lambda place: (_likeness(claim, place), -place.start))
            mapped.claims[claim["id"]] = best.claim
            mapped.met.add((best.claim, best.number))
    return mapped


def report(score: Score) -> Metrics:
    """The figures of an event, or of several added up."""
    n = score.counts
    alarms = sum(n[f"alarm_{kind}"] for kind in (*LABELS, "unlisted", "same_claim"))
    return {
        "claims": {
            "gold": n["gold"],
            "found": n["system"],
            "recall": ratio(n["gold_met"], n["gold"]),
            "recall_lenient": ratio(n["gold_touched"], n["gold"]),
            "appearance_recall": ratio(n["places_met"], n["places"]),
            "precision": ratio(n["mapped"], n["system"]),
            "claimant_accuracy": ratio(n["claimant_right"], n["mapped"]),
            "stance_accuracy": ratio(n["stance_right"], n["mapped"]),
            "count_accuracy": ratio(n["count_right"], n["count_due"]),
        },
        "contradictions": {
            "gold_pairs": n["wanted"],
            "found": n["hits"],
            "false_alarms": alarms,
            "precision": ratio(n["hits"], n["hits"] + alarms),
            "recall": ratio(n["hits"], n["wanted"]),
            "f1": ratio(2 * n["hits"], n["hits"] + alarms + n["wanted"]),
            "cases": n["cases"],
            "case_recall": ratio(n["cases_met"], n["cases"]),
            "only_as_tension": n["only_as_tension"],
        },
        "false_alarms": {
            **{f"{label}s": f"{n[f'alarm_{label}']}/{n[label]}" for label in LABELS},
            "unlisted_pairs": n["alarm_unlisted"],
            "one_claim_against_itself": n["alarm_same_claim"],
            "pairs_with_an_unmapped_claim": n["unmapped_pairs"],
        },
        "tensions_shown": f"{n['tensions_shown']}/{n['tension']}",
        "missed": sorted(score.missed),
        "wrong": {kind: sorted(pairs) for kind, pairs in sorted(score.alarms.items())},
    }


def total(scores: Iterable[Score]) -> Score:
    """Several events added up, without the lists of single pairs."""
    added = Score()
    for score in scores:
        added.counts.update(score.counts)
    return added


def plain_name(name: str | None) -> str:
    """A claimant's name as two files compare it: no case, marks or leading article."""
    text = (name or "unattributed").casefold().replace("’", "'")
    text = re.sub(r"[.\"'“”]", "", text).strip()
    return " ".join(re.sub(r"^(?:the|an?)\s+", "", text).split())


def _shared(claim: Mapping[str, Any], place: Appearance) -> int:
    """Letters both spans have, 0 where they are too few to be one claim."""
    shared: int = min(claim["end"], place.end) - max(claim["start"], place.start)
    shorter = min(claim["end"] - claim["start"], place.end - place.start)
    return shared if shared > 0 and shared >= ENOUGH * shorter else 0


def _likeness(claim: Mapping[str, Any], place: Appearance) -> tuple[float, int]:
    shared = _shared(claim, place)
    either = max(claim["end"], place.end) - min(claim["start"], place.start)
    return shared / either, shared


def _count_claims(
    gold: Gold, claims: Iterable[Mapping[str, Any]], mapped: Mapped, n: Counter[str]
) -> None:
    known = {claim["id"]: claim for claim in gold["claims"]}
    n["gold"] = len(known)
    n["places"] = sum(len(claim["appearances"]) for claim in known.values())
    n["gold_met"] = len({claim for claim, _ in mapped.met})
    n["gold_touched"], n["places_met"] = len(mapped.touched), len(mapped.met)
    n["mapped"] = len(mapped.claims)
    for claim in claims:
        n["system"] += 1
        wanted = known.get(mapped.claims.get(claim["id"], ""))
        if wanted is None:
            continue
        n["claimant_right"] += plain_name(claim.get("claimant")) in _names(gold, wanted)
        n["stance_right"] += claim.get("stance") == wanted["stance"]
        if wanted.get("count"):
            n["count_due"] += 1
            n["count_right"] += _same_count(wanted["count"], claim.get("count"))


def _names(gold: Gold, claim: Mapping[str, Any]) -> set[str]:
    aliases = gold.get("aliases", {}).get(claim["claimant"], [])
    return {plain_name(name) for name in (claim["claimant"], *aliases)}


def _same_count(wanted: Mapping[str, Any], found: Mapping[str, Any] | None) -> bool:
    if not found:
        return False
    return (wanted["low"], wanted["high"]) == (found.get("low"), found.get("high"))


def _count_pairs(gold: Gold, output: Output, mapped: Mapping[str, str], score: Score) -> None:
    n = score.counts
    labels = {frozenset((one["a"], one["b"])): one for one in gold["relations"]}
    wanted = {pair for pair, one in labels.items() if one["label"] == CONTRADICTION}
    n.update(one["label"] for one in labels.values() if one["label"] in LABELS)
    flagged, shown = _flagged(output, mapped, score)
    for pair in flagged - wanted:
        label = labels[pair]["label"] if pair in labels else "unlisted"
        n[f"alarm_{label}"] += 1
        score.alarms.setdefault(label, []).append(_told(pair))
    n["wanted"], n["hits"] = len(wanted), len(wanted & flagged)
    n["only_as_tension"] = len((wanted & shown) - flagged)
    n["cases"] = len(_cases(labels, wanted))
    n["cases_met"] = len(_cases(labels, wanted & flagged))
    tensions = {pair for pair, one in labels.items() if one["label"] == "tension"}
    n["tensions_shown"] = len(tensions & (shown | flagged))
    score.missed += [_told(pair) for pair in wanted - flagged]


def _flagged(
    output: Output, mapped: Mapping[str, str], score: Score
) -> tuple[set[Pair], set[Pair]]:
    """Pairs of gold claims that were flagged as contradictions, and those shown as tensions."""
    flagged: set[Pair] = set()
    shown: set[Pair] = set()
    against_itself: set[Pair] = set()
    for found in output["contradictions"]:
        hard = found.get("severity", CONTRADICTION) == CONTRADICTION
        sides = [mapped.get(found["first"]), mapped.get(found["second"])]
        known = [side for side in sides if side is not None]
        if len(known) < len(sides):
            score.counts["unmapped_pairs"] += hard
        elif known[0] == known[1]:
            if hard:
                against_itself.add(frozenset((found["first"], found["second"])))
        else:
            (flagged if hard else shown).add(frozenset(known))
    score.counts["alarm_same_claim"] = len(against_itself)
    return flagged, shown


def _cases(labels: Mapping[Pair, Mapping[str, Any]], pairs: Iterable[Pair]) -> set[str]:
    return {labels[pair].get("case") or labels[pair]["id"] for pair in pairs}


def _told(pair: Pair) -> str:
    return " ".join(sorted(pair))
