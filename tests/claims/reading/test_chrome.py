import pytest

from claims.reading.chrome import prose

STORY = "The bridge fell on Monday. Nobody was hurt, the mayor said."


def kept(text: str, title: str = "") -> list[str]:
    return [text[s.start : s.end] for s in prose(text, title)]


@pytest.mark.parametrize(
    "furniture",
    [
        "We use cookies to improve your experience. You can opt-out if you wish.",
        "Follow us on Mastodon and never miss a story.",
        "Subscribe to our daily newsletter.",
        "Home / World / Bridge falls",
        "Photo: Anna Kowal/Agency",
        "By Anna Kowal and Jan Lis",
        "12 May 2024, 10:30",
        "Advertisement",
        "Got a tip? Send us your story.",
        "All rights reserved.",
        "Minister denies everything",
        "Source: the mayor's channel",
        "• Read more",
    ],
)
def test_site_furniture_is_left_out(furniture):
    assert kept(f"{furniture}\n\n{STORY}") == kept(STORY)
    assert kept(f"{STORY}\n\n{furniture}") == kept(STORY)


def test_the_headline_and_its_copies_are_left_out():
    title = "Mayor denies that the bridge fell."
    assert kept(f"{title}\n\n{STORY}\n\n{title}", title) == kept(STORY)
    assert kept(f"{STORY}\n\nMayor denies it\n\n{STORY}") == kept(STORY)


def test_list_items_and_labelled_sentences_are_read():
    assert kept("Background:\n\n• On Monday the bridge fell near the old mill.") == [
        "On Monday the bridge fell near the old mill."
    ]
    assert kept(f"{STORY}\n\nDetails: It was rebuilt.")[-1] == "It was rebuilt."


def test_a_dateline_is_no_part_of_the_first_sentence():
    text = "NORTOWN, March 3 (Agency) - The bridge fell. It was old."
    assert kept(text) == ["The bridge fell.", "It was old."]


def test_a_text_of_one_line_is_read_without_a_full_stop():
    assert kept("Nortown denies any involvement") == ["Nortown denies any involvement"]


@pytest.mark.parametrize("label", ["Editor\u2019s note", "Note", "DISCLAIMER", "Correction"])
def test_a_note_of_the_editors_is_no_prose(label):
    text = f"Nortown said the dam held.\n\n{label}: Jan Lis said that he was misquoted here."
    assert [s.tokens[0].text for s in prose(text)] == ["Nortown"]


@pytest.mark.parametrize(
    "stamp",
    [
        "date 2024-06-09 ",
        "2024-06-09 ",
        "Published: 9-6-2024 ",
        "18-6-2024 (NORTOWN) ",
        "(NORTOWN) - ",
    ],
)
def test_a_date_at_the_head_is_no_part_of_what_is_said(stamp):
    assert kept(f"{stamp}The bridge fell on Monday.") == ["The bridge fell on Monday."]


@pytest.mark.parametrize(
    "text",
    ["Date palms burned on Monday.", "2024 was dry.", "(The bridge fell.) It was old."],
)
def test_what_only_looks_like_a_date_is_kept(text):
    assert "".join(kept(text)).startswith(text[:5])
