"""Which of the texts so far a new one copies, without looking at all of them."""

from collections import Counter, defaultdict, deque

from sources.origins import is_same_origin, signature

# As many are compared word for word as the database's own search compares.
COMPARED = 20
LATEST = 60


class Originals:
    """Independent reports by number, each that of its first text."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._reports: list[int] = []
        self._index: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=LATEST))

    def add(self, text: str) -> int:
        """Take in the next text, and give the number of the first text of its report."""
        number = len(self._texts)
        bands = signature(text).bands
        shared = Counter(one for band in bands for one in self._index.get(band, ()))
        found = number
        for one, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:COMPARED]:
            if is_same_origin(text, self._texts[one]):
                found = self._reports[one]
                break
        self._texts.append(text)
        self._reports.append(found)
        for band in bands:
            self._index[band].append(number)
        return found
