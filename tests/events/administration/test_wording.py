"""Changed words are found, and no word of either text goes missing."""

from hypothesis import given
from hypothesis import strategies as st

from events.administration import wording
from events.administration.wording import Run, marked

TEXT = st.lists(st.sampled_from(["no", "bridge", "fell,", "  ", "\n", "мост", "70"])).map(" ".join)


@given(TEXT, TEXT)
def test_the_runs_put_together_are_the_texts(before, after):
    old, new = marked(before, after)

    assert ("".join(run.text for run in old), "".join(run.text for run in new)) == (before, after)
    kept = ["".join(run.text for run in side if not run.changed) for side in (old, new)]
    assert kept[0] == kept[1]


def test_only_the_words_that_changed_are_marked():
    old, new = marked("The bridge fell at noon.", "The old bridge fell at one.")

    assert [run.text for run in old if run.changed] == ["noon"]
    assert [run.text.strip() for run in new if run.changed] == ["old", "one"]


def test_texts_with_little_in_common_or_too_long_are_marked_whole():
    other = ("Nobody was there", "a quite different sentence")
    long = ("word " * wording.LONGEST, "word " * wording.LONGEST + "x")

    for before, after in (other, long):
        assert marked(before, after) == ((Run(before, changed=True),), (Run(after, changed=True),))
