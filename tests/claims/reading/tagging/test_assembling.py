from claims.reading.tagging.assembling import assemble
from claims.reading.tagging.chain import NOTHING
from claims.reading.tagging.decoding import Candidate
from claims.reading.tagging.prepared import prepare
from claims.reading.tagging.words import Vocabulary
from claims.reading.text import blocks, sentences


def spoken(text, cue, *contents):
    """The words of an attribution whose cue and contents in a sentence are given as words."""
    whole = [s for at, block in enumerate(blocks(text)) for s in sentences(block, at)]
    number = next(at for at, one in enumerate(whole) if any(t.text == cue for t in one.tokens))
    sentence = whole[number]
    ranges = []
    for content in contents:
        start = text.index(content)
        inside = [
            k
            for k, t in enumerate(sentence.tokens)
            if start <= t.start and t.end <= start + len(content)
        ]
        ranges.append((inside[0], inside[-1] + 1))
    prepared = prepare(sentence, [], Vocabulary({}, {}))
    at = [t.text for t in sentence.tokens].index(cue)
    roles = (NOTHING,) * prepared.size
    (spans,) = assemble(whole, [Candidate(prepared, number, at, 0.9, roles, tuple(ranges), None)])
    parts = [text[a:b] for a, b in spans.parts]
    return parts or [text[slice(*spans.content)]]


def test_direct_speech_goes_on_in_the_sentences_after_its_speaker():
    text = "“It burns,” Ada said. “Nobody comes. We wait.” The rain came later."

    assert spoken(text, "said", "“It burns,”") == ["“It burns,”", "“Nobody comes. We wait.”"]


def test_direct_speech_before_its_speaker_belongs_to_it():
    text = "“Nobody comes. It burns,” Ada said."

    assert spoken(text, "said", "It burns,”") == ["“Nobody comes. It burns,”"]


def test_direct_speech_after_a_colon_goes_on():
    text = "Ada said of the mill: “Nobody comes.” “It burns.”"

    assert spoken(text, "said", "“Nobody comes.”") == ["“Nobody comes.” “It burns.”"]


def test_a_quotation_of_another_paragraph_is_left():
    text = "Ada said “it burns” on Monday.\n\n“Nobody comes at all.”"

    assert spoken(text, "said", "“it burns”") == ["“it burns”"]


def test_reported_speech_does_not_take_up_a_quotation_beside_it():
    text = "Ada said it burns. “Nobody comes.”"

    assert spoken(text, "said", "it burns") == ["it burns"]
