from hypothesis import given
from hypothesis import strategies as st

from claims.reading.tagging import packed
from claims.reading.tagging.packed import LEFT, RIGHT, Sums, on_left, on_right, pack

FOUR = st.tuples(*[st.integers(-9_000, 9_000)] * 4)


@given(st.lists(st.tuples(FOUR, FOUR), max_size=60))
def test_weights_added_at_once_are_those_added_one_by_one(weights):
    whole = sum(pack(LEFT, enumerate(a)) + pack(RIGHT, enumerate(b)) for a, b in weights)

    for side, spread in ((0, on_left), (1, on_right)):
        wanted = [sum(pair[side][role] for pair in weights) for role in range(4)]
        assert [round(one * 1000) for one in spread(whole)] == wanted


def test_a_sum_is_counted_once_and_too_many_are_forgotten(monkeypatch):
    monkeypatch.setattr(packed, "MOST_SUMS", 2)
    asked = []

    def names(word: str) -> list[str]:
        asked.append(word)
        return [word, "b"]

    sums = Sums({"a": 1, "b": 2}, names)

    assert [sums[word] for word in ("a", "a", "x", "y", "a")] == [3, 3, 2, 2, 3]
    assert asked == ["a", "x", "y", "a"]
    assert len(sums) <= 2
