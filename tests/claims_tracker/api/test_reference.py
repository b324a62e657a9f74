"""The schema in plain words."""

import pytest

from claims_tracker.api.reference import Words, asked, prose, takes

NAMED = {
    "Quote": {"type": "object", "properties": {}},
    "Stance": {"type": "string", "enum": ["asserts", "denies"]},
}
QUOTE, STANCE = {"$ref": "#/components/schemas/Quote"}, {"$ref": "#/components/schemas/Stance"}
NOTHING = {"type": "null"}


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": ["string", "null"]}, "text or null"),
        ({"type": "boolean"}, "true or false"),
        ({"type": "integer", "minimum": 1, "maximum": 100}, "1 to 100"),
        ({"type": "string", "examples": ["2023-05-22"]}, "text such as 2023-05-22"),
        ({"enum": ["1"]}, "1"),
        ({"enum": ["a", "b"]}, "one of: a, b"),
        ({}, "any value"),
        (QUOTE, "Quote"),
        (STANCE, "one of: asserts, denies"),
        ({"oneOf": [QUOTE, NOTHING]}, "Quote or null"),
        ({"allOf": [STANCE]}, "one of: asserts, denies"),
        ({"type": "array", "items": QUOTE}, "list of Quote"),
    ],
)
def test_what_a_value_is_stands_in_words(schema, words):
    assert takes(schema, NAMED) == words


def test_a_list_of_a_parameter_is_any_number_of_its_values():
    assert asked({"type": "array", "items": STANCE}, NAMED) == "any of: asserts, denies"
    assert asked({"type": "array", "items": {"type": "string"}}, NAMED) == "text, may be repeated"
    assert asked({"type": "string"}, NAMED) == "text"


def test_what_is_typed_is_told_apart_in_prose():
    assert prose("Keep the last ``seq`` and\nask for `?since=SEQ`.") == (
        Words("Keep the last "),
        Words("seq", code=True),
        Words(" and ask for "),
        Words("?since=SEQ", code=True),
        Words("."),
    )
