import pytest

from tests.claims.reading.readers import claims, who

SAID = "said that the old dam held."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mrs Lund met Carlos Lis. She {said}", "Lund"),
        ("Ana Lund spoke of two dead. The river rose. Many fled. She {said}", "Ana Lund"),
        ("Ana Lund spoke of two dead.\n\n“We lost all,” she added. She {said}", "Ana Lund"),
        ("Ana Lund spoke of two dead. “Carlos Roa was wrong.” She {said}", "Ana Lund"),
        ("Ana Lund is the mayor. She {said}", "Ana Lund"),
        ("Ana Lund spoke of two dead. Mayor Eva Roa came. Rain fell. She {said}", None),
        ("Carlos Roa spoke of two dead. She {said}", None),
        ("The boat sank off Sandy Point. He {said}", None),
        ("Ana Lund is the mayor. Carlos Roa is her deputy. He {said}", "Carlos Roa"),
    ],
)
def test_he_and_she_are_the_one_person_they_can_be(text, name):
    assert who(claims(text.format(said=SAID))[-1]) == name


def test_i_in_speech_that_goes_on_is_the_speaker():
    text = "“It was late,” said Ana Lund. “I believe that the old dam held.”"
    assert {who(claim) for claim in claims(text)} == {"Ana Lund"}
