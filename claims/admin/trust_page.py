"""How far the flags can be trusted: what editors made of them, as a table with a drawn bar."""

from dataclasses import dataclass
from typing import Any

from claims.choices import Kind
from claims.comparing import DETECTOR
from claims.models import Threshold
from claims.trust import Record, records


@dataclass(frozen=True, slots=True)
class Bar:
    """A record as a picture: the interval as a band, the share as a mark; in percent."""

    record: Record
    now: bool

    @property
    def low(self) -> float:
        """Where the band begins."""
        return round(100 * self.record.interval[0], 1)

    @property
    def width(self) -> float:
        """How long the band is."""
        low, high = self.record.interval
        return round(100 * (high - low), 1)

    @property
    def mark(self) -> float:
        """Where the share stands."""
        return round(100 * (self.record.share or 0.0), 1)

    @property
    def share(self) -> str:
        """The share in words: "80 %"."""
        return f"{self.mark:.0f} %"

    @property
    def between(self) -> str:
        """The interval in words: "55 to 93 %"."""
        low, high = (round(100 * part) for part in self.record.interval)
        return f"{low} to {high} %"


def page() -> dict[str, Any]:
    """Two queries: decided pairs, of which there are as many as people had time for."""
    found = [Bar(one, one.detector == DETECTOR) for one in records()]
    thresholds = {row.kind: row for row in Threshold.objects.all()}
    kinds = [
        (kind.label, thresholds.get(kind.value), [bar for bar in found if bar.record.kind == kind])
        for kind in Kind
    ]
    return {
        "kinds": [one for one in kinds if one[2]],
        "untried": [one for one in kinds if not one[2]],
        "detector": DETECTOR,
    }
