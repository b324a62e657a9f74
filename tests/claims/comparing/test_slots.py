from claims.comparing.alignment import read
from claims.comparing.slots import Slot, slots, swaps


def test_a_word_among_the_same_neighbours_stands_in_anothers_place():
    found = slots(read("Five ships sank."), read("They say that two ships sank in the bay."))

    assert [(slot.ours, slot.theirs) for slot in found] == [("Five", "two")]


def test_a_word_that_the_other_text_has_elsewhere_is_in_nobodys_place():
    assert slots(read("Ships sank here."), read("Here ships burnt, and others sank.")) == []


def test_neighbours_of_no_meaning_are_not_enough():
    assert slots(read("the horse of"), read("the ship of")) == [Slot(2.0, "horse", "ship")]
    assert slots(read("a horse ran"), read("a ship sank")) == []


def test_stretches_are_swapped_dropped_or_added():
    swapped, dropped, added = swaps(
        read("The mayor of Ostrel sang loudly."), read("The priest of Ostrel sang on Monday night.")
    )

    assert [(swap.ours, swap.theirs) for swap in swapped] == [
        (("mayor",), ("priest",)),
        (("loudly",), ("on", "Monday", "night")),
    ]
    assert (dropped, added) == ([], [])
    assert swaps(read("He sang."), read("He sang on Monday.")) == ([], [], [1])
