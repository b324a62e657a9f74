"""A QR code as one path, for the page that sets up a second factor. Segno does the encoding."""

from itertools import groupby

import segno

QUIET = 4  # modules of white around it (ISO/IEC 18004)


def drawn(text: str) -> tuple[int, str]:
    """The picture for an SVG: the length of its side, and one path of all that is dark.

    The white around it is reckoned in. It stays dark on white at night too: cameras want it so.
    """
    rows = list(segno.make_qr(text, error="m").matrix)
    steps = []
    for row, line in enumerate(rows, start=QUIET):
        column = QUIET
        for dark, run in groupby(map(bool, line)):
            length = len(list(run))
            steps += [f"M{column} {row}h{length}v1h-{length}z"] * dark
            column += length
    return len(rows) + 2 * QUIET, "".join(steps)
