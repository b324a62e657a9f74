"""How alike two texts are in their words, rare ones and names first; found by an index."""

from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt

from sources.grouping.profiles import Profile
from sources.grouping.words import background

# The background counts as this many articles beside those that have come in.
BACKGROUND_ARTICLES = 400
UNSEEN = 0.5
NAME_WEIGHT = 2
# A text is looked up by its most telling terms, and each leads to the latest texts only: so a
# look-up costs the same whether a hundred texts are stored or a million.
LOOKED_UP = 30
LATEST = 60
CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Vector:
    """A text's terms, weighted, of length one; and the weight of each of its names."""

    terms: Mapping[str, float]
    names: Mapping[str, float]

    def likeness(self, other: "Vector") -> float:
        """The cosine: 0 for nothing in common, 1 for the same words."""
        few, many = sorted((self.terms, other.terms), key=len)
        return sum(weight * many[term] for term, weight in few.items() if term in many)

    def telling(self, number: int) -> list[str]:
        """Its most telling terms, heaviest first."""
        return sorted(self.terms, key=lambda term: (-self.terms[term], term))[:number]


class Frequencies:
    """How many of the texts so far have a term; the background speaks where they are few."""

    def __init__(self) -> None:
        self._texts = 0
        self._having: Counter[str] = Counter()

    def vector(self, profile: Profile) -> Vector:
        """Count a text in, and weigh its terms by what is known then."""
        marks = dict(profile.marks)
        self._texts += 1
        self._having.update([*profile.words, *marks])
        rare = {term: self._rarity(term) for term in (*profile.words, *marks)}
        often = {word: (1 + log(count)) * rare[word] for word, count in profile.words.items()}
        named = {word: often[word] for word in profile.names}
        terms = often | {word: NAME_WEIGHT * weight for word, weight in named.items()}
        terms |= {mark: weight * rare[mark] for mark, weight in marks.items()}
        length = sqrt(sum(weight * weight for weight in terms.values())) or 1.0
        return Vector({term: weight / length for term, weight in terms.items() if weight}, named)

    def _rarity(self, term: str) -> float:
        share = background().get(term, (0.0, 1.0))[0]
        having = share * BACKGROUND_ARTICLES + self._having[term] + UNSEEN
        return max(0.0, -log(having / (BACKGROUND_ARTICLES + self._texts + 1)))


class Index:
    """Finds the stored texts that share telling terms with a new one."""

    def __init__(self) -> None:
        self._texts: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=LATEST))

    def near(self, vector: Vector) -> list[int]:
        """The numbers of those that share most, best first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in vector.telling(LOOKED_UP):
            weight = vector.terms[term]
            for number in self._texts.get(term, ()):
                shared[number] += weight * weight
        ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        return [number for number, _ in ranked[:CANDIDATES]]

    def add(self, number: int, vector: Vector) -> None:
        """Let a text be found by its most telling terms."""
        for term in vector.telling(2 * LOOKED_UP):
            self._texts[term].append(number)
