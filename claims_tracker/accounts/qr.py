"""A QR code (ISO/IEC 18004), to be drawn as SVG: byte mode, error correction M, versions 1 to 10.

Enough for the address of a second factor (some 150 letters), and no package is needed for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

# By version: bytes of correction per block, and the data bytes of each block (table 9, level M).
BLOCKS: dict[int, tuple[int, tuple[int, ...]]] = {
    1: (10, (16,)),
    2: (16, (28,)),
    3: (26, (44,)),
    4: (18, (32,) * 2),
    5: (24, (43,) * 2),
    6: (16, (27,) * 4),
    7: (18, (31,) * 4),
    8: (22, (38,) * 2 + (39,) * 2),
    9: (22, (36,) * 3 + (37,) * 2),
    10: (26, (43,) * 4 + (44,)),
}
# Centres of the small squares by which a reader straightens the picture (annex E).
ALIGNED: dict[int, tuple[int, ...]] = {
    1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34),
    7: (6, 22, 38), 8: (6, 24, 42), 9: (6, 26, 46), 10: (6, 28, 50),
}  # fmt: skip
LONG_COUNT = 10  # from this version on, the length takes two bytes
NUMBERED = 7  # from this version on, the picture tells its version
FIELD = 0x11D  # the polynomial of the field GF(256)
FORMAT = 0x537
FORMAT_MASK = 0x5412
VERSION = 0x1F25
RUN = 5  # modules of one colour in a row confuse a reader from this many on
QUIET = 4  # modules of white around the picture
TIMING = 6  # the row and the column of alternating modules

Place = tuple[int, int]


class TooLongError(ValueError):
    """The text does not fit into the largest picture that is drawn here."""


@dataclass(slots=True)
class Grid:
    """The modules of a picture: (row, column) to dark or light; ``fixed`` ones hold no data."""

    size: int
    dark: dict[Place, bool] = field(default_factory=dict)
    fixed: set[Place] = field(default_factory=set)

    def fix(self, row: int, column: int, *, dark: bool) -> None:
        """Set a module of the frame, if it lies in the picture."""
        if 0 <= row < self.size and 0 <= column < self.size:
            self.dark[row, column] = dark
            self.fixed.add((row, column))


def modules(text: str) -> list[list[bool]]:
    """The picture of the text, row by row, dark modules true, without the white around it."""
    data = text.encode()
    version = next((one for one in BLOCKS if _room(one) >= len(data)), None)
    if version is None:
        raise TooLongError(f"{len(data)} bytes do not fit.")
    grid = _frame(version)
    _fill(grid, _codewords(data, version))
    # Any of the eight masks can be read; the standard has the least confusing one chosen.
    return min((_masked(grid, mask) for mask in range(8)), key=_penalty)


def drawn(text: str) -> tuple[int, str]:
    """The picture for an SVG: the length of its side, and one path of all that is dark.

    The white around it is reckoned in. It stays dark on white at night too: cameras want it so.
    """
    rows = modules(text)
    steps = []
    for row, line in enumerate(rows, start=QUIET):
        column = QUIET
        for dark, run in groupby(line):
            length = len(list(run))
            steps += [f"M{column} {row}h{length}v1h-{length}z"] * dark
            column += length
    return len(rows) + 2 * QUIET, "".join(steps)


def _room(version: int) -> int:
    """How many bytes of text fit."""
    return sum(BLOCKS[version][1]) - (3 if version >= LONG_COUNT else 2)


def _codewords(data: bytes, version: int) -> bytes:
    """The text and its correction, the blocks interleaved as they are drawn."""
    width, lengths = BLOCKS[version]
    count = 16 if version >= LONG_COUNT else 8
    bits = f"0100{len(data):0{count}b}" + "".join(f"{byte:08b}" for byte in data) + "0000"
    bits = bits[: sum(lengths) * 8]
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[start : start + 8], 2) for start in range(0, len(bits), 8)]
    padding = (0xEC, 0x11)
    words += [padding[turn % 2] for turn in range(sum(lengths) - len(words))]
    blocks, start = [], 0
    for length in lengths:
        blocks.append(words[start : start + length])
        start += length
    checks = [_correction(block, width) for block in blocks]
    return bytes([*_interleaved(blocks), *_interleaved(checks)])


def _interleaved(blocks: list[list[int]]) -> Iterator[int]:
    for place in range(max(map(len, blocks))):
        yield from (block[place] for block in blocks if place < len(block))


def _times(left: int, right: int) -> int:
    """The product in GF(256)."""
    product = 0
    while right:
        product ^= left if right & 1 else 0
        left = left << 1 ^ (FIELD if left & 0x80 else 0)
        right >>= 1
    return product


def _correction(block: list[int], width: int) -> list[int]:
    """The Reed-Solomon bytes of a block: what is left of it after division by the generator."""
    generator, root = [1], 1
    for _ in range(width):
        shifted = [*generator, 0]
        for place, factor in enumerate(generator):
            shifted[place + 1] ^= _times(factor, root)
        generator, root = shifted, _times(root, 2)
    rest = [*block, *[0] * width]
    for place in range(len(block)):
        factor = rest[place]
        for step, part in enumerate(generator):
            rest[place + step] ^= _times(part, factor)
    return rest[len(block) :]


def _frame(version: int) -> Grid:
    """All that is not data: the corners, the timing, the alignment, the version."""
    grid = Grid(17 + 4 * version)
    last = grid.size - 7
    for place in range(8, grid.size - 8):
        grid.fix(TIMING, place, dark=place % 2 == 0)
        grid.fix(place, TIMING, dark=place % 2 == 0)
    for top, left in ((0, 0), (0, last), (last, 0)):
        _square(grid, top + 3, left + 3, 4, light=(2, 4))
    centres = ALIGNED[version]
    corners = {(6, 6), (6, last), (last, 6)}
    for row in centres:
        for column in centres:
            if (row, column) not in corners:
                _square(grid, row, column, 2, light=(1,))
    _keep_format_free(grid)
    grid.fix(grid.size - 8, 8, dark=True)
    if version >= NUMBERED:
        _number(grid, version)
    return grid


def _keep_format_free(grid: Grid) -> None:
    """Fix the modules beside the corners where the mask will be named."""
    ends = [*range(9), *range(grid.size - 8, grid.size)]
    for spot in [(8, end) for end in ends] + [(end, 8) for end in ends]:
        if spot not in grid.fixed:
            grid.fix(*spot, dark=False)


def _square(grid: Grid, row: int, column: int, reach: int, *, light: tuple[int, ...]) -> None:
    """Rings around a centre; ``light`` are the distances from it that stay light."""
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            ring = max(abs(down), abs(right))
            grid.fix(row + down, column + right, dark=ring not in light)


def _number(grid: Grid, version: int) -> None:
    bits = version << 12 | _remainder(version << 12, VERSION, 12)
    for place in range(18):
        dark = bool(bits >> place & 1)
        row, column = divmod(place, 3)
        grid.fix(row, grid.size - 11 + column, dark=dark)
        grid.fix(grid.size - 11 + column, row, dark=dark)


def _remainder(bits: int, divisor: int, width: int) -> int:
    """What is left of a division of polynomials over GF(2)."""
    while bits.bit_length() > width:
        bits ^= divisor << bits.bit_length() - divisor.bit_length()
    return bits


def _fill(grid: Grid, words: bytes) -> None:
    """Lay the bits in columns of two, from the lower right, up and down by turns."""
    bits = (bool(word >> shift & 1) for word in words for shift in range(7, -1, -1))
    upwards = True
    right = grid.size - 1
    while right > 0:
        right -= right == TIMING
        rows = range(grid.size)
        for row in reversed(rows) if upwards else rows:
            for column in (right, right - 1):
                if (row, column) not in grid.fixed:
                    grid.dark[row, column] = next(bits, False)
        upwards = not upwards
        right -= 2


MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _column: row % 2 == 0,
    lambda _row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)


def _masked(grid: Grid, mask: int) -> list[list[bool]]:
    """The picture under one of the masks, which it names beside its corners."""
    rows = [[grid.dark[row, column] for column in range(grid.size)] for row in range(grid.size)]
    for row in range(grid.size):
        for column in range(grid.size):
            if (row, column) not in grid.fixed:
                rows[row][column] ^= MASKS[mask](row, column)
    data = mask  # level M is 00
    bits = (data << 10 | _remainder(data << 10, FORMAT, 10)) ^ FORMAT_MASK
    near = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8),
            (7, 8), (5, 8), (4, 8), (3, 8), (2, 8), (1, 8), (0, 8)]  # fmt: skip
    last = grid.size - 1
    far = [(last - step, 8) for step in range(7)] + [(8, last - 7 + step) for step in range(8)]
    for spots in (near, far):
        for place, (row, column) in enumerate(spots):
            rows[row][column] = bool(bits >> (14 - place) & 1)
    return rows


def _penalty(rows: list[list[bool]]) -> int:
    """How easily a reader would be confused: long runs, blocks, false corners, too much of one."""
    size = len(rows)
    lines = [*rows, *([row[column] for row in rows] for column in range(size))]
    score = sum(_runs(line) for line in lines)
    for row in range(size - 1):
        for column in range(size - 1):
            block = rows[row][column : column + 2] + rows[row + 1][column : column + 2]
            score += 3 * (all(block) or not any(block))
    for line in lines:
        told = "".join("1" if dark else "0" for dark in line)
        for false in ("10111010000", "00001011101"):
            score += 40 * sum(told.startswith(false, start) for start in range(size - 10))
    share = 100 * sum(map(sum, rows)) / size**2
    return score + 10 * int(abs(share - 50) // 5)


def _runs(line: list[bool]) -> int:
    lengths = (len(list(run)) for _, run in groupby(line))
    return sum(length - 2 for length in lengths if length >= RUN)
