"""When something was said or held: the article's words for a day."""

from claims.reading.slavic.lines import Line

YEAR = 4


def find_time(text: str, line: Line, first: int, last: int) -> str:
    """The first expression of a day among some tokens, in the article's words; "" for none."""
    days, months = line.lexicon("times", "days"), line.lexicon("times", "months")
    for at in range(first, last):
        hit = days.at(line.words, at, last)
        bounded = at > 0 and line.words[at - 1] in line.lexicon("times", "limits")
        if hit is not None and not bounded:
            lead = at > first and line.words[at - 1] in line.lexicon("times", "day leads")
            return text[line.tokens[at - lead].start : line.tokens[hit.last - 1].end]
        dated = line.tokens[at].text.isdigit() and at + 1 < last and line.words[at + 1] in months
        if dated:
            year = at + 2 < last and line.tokens[at + 2].text.isdigit()
            long = year and len(line.tokens[at + 2].text) == YEAR
            return text[line.tokens[at].start : line.tokens[at + 1 + long].end]
    return ""
