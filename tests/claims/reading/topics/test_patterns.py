import pytest

from claims.reading.topics.patterns import Patterns


def places(pattern, said):
    """Where the words of a pattern stand in what was said; None where they do not."""
    patterns = Patterns()
    patterns.add(pattern, (0, "yes"))
    return next((at for _, at in patterns.found(said.split())), None)


@pytest.mark.parametrize(
    ("pattern", "said", "found"),
    [
        ("locked", "the doors were locked", (3,)),
        ("tear gas", "they used tear gas", (2, 3)),
        ("exits|doors .. open", "the doors stood wide open", (1, 4)),
        ("@take-took-taken .. bribe*", "guards taking many small bribes", (1, 4)),
        ("overload*", "an overloaded bus", (1,)),
        ("exits .. open", "exits that nobody had ever seen open", None),
        ("doors .. open", "the doors ; wide open", None),
        ("tear gas", "tear down the gas pipe", None),
    ],
)
def test_a_pattern_stands_where_its_words_follow_one_another(pattern, said, found):
    assert places(pattern, said) == found
