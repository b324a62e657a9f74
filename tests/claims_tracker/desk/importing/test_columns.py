"""Headers are matched to fields, and cells are read and written harmlessly, for all of them."""

from hypothesis import given
from hypothesis import strategies as st

from claims_tracker.desk.exporting import cell_of
from claims_tracker.desk.importing.columns import FIELDS, guess, key_of
from claims_tracker.desk.importing.entries import READERS, entry
from claims_tracker.desk.importing.tables import Row

NAMES = [
    (field.name, name) for field in FIELDS for name in (field.name, field.label, *field.synonyms)
]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def test_every_name_means_one_field_and_every_field_can_be_read():
    assert {field.name for field in FIELDS} == READERS.keys()
    own = {key_of(field.name): field.name for field in FIELDS}
    for field, name in NAMES:
        assert guess([name]) == [own.get(key_of(name), field)], name


@given(st.sampled_from(NAMES), st.sampled_from(["upper", "title", "lower"]), st.sampled_from(" _-"))
def test_case_and_spacing_of_a_header_do_not_matter(name, case, blank):
    _, text = name
    header = f"  {getattr(text, case)()} ".replace(" ", blank).strip(blank) + " *"
    assert guess([header]) == guess([text])


@given(st.lists(st.one_of(TEXT, st.sampled_from([name for _, name in NAMES])), max_size=12))
def test_each_column_gets_a_field_or_none_and_none_gets_it_twice(headers):
    found = guess(headers)
    chosen = [name for name in found if name]
    assert len(found) == len(headers) and len(chosen) == len(set(chosen))
    assert set(chosen) <= READERS.keys()


@given(st.one_of(TEXT, st.from_regex(r"\A[=+\-@\t\r][^\x00]{0,20}\Z")))
def test_an_exported_cell_starts_no_formula_and_is_imported_as_it_was(words):
    cell = cell_of(words)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    read = entry(Row(2, (cell,)), ["statement"], {})
    assert read.values.get("statement", "") == " ".join(words.split())
