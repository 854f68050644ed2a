"""The charts of a report as pictures: bars with their intervals, and a line per school year."""

from itertools import pairwise

from reports.document import Amount, Chart, ChartKind, Row
from reports.drawing import BEFORE, GRID, INK, NOW, QUIET, WIDTH, box, dot, in_two_lines, picture, square, stroke, words
from reports.scale import steps

LEFT, RIGHT, TOP = 214, 64, 34
ROW, NOW_HIGH, BEFORE_HIGH = 39, 14, 9
NAME_SIGNS = 31
PAPER = "#ffffff"
LINES_HIGH, LINES_LEFT, FLOOR = 240, 44, 30


def drawn(chart: Chart) -> str:
    """The chart as SVG; it says the same as its table."""
    return bars(chart) if chart.kind is ChartKind.BARS else lines(chart)


def bars(chart: Chart) -> str:
    """A bar for now with its interval, a thin hollow one for before; what is hidden is said in words."""
    ticks = steps(max((one.high for row in chart.rows for one in (row.now, row.before) if one), default=1))
    room = WIDTH - LEFT - RIGHT
    height = TOP + ROW * len(chart.rows) + 22
    grid = [part for tick in ticks for part in _tick(LEFT + room * tick / ticks[-1], tick, height)]
    rows = [_bar(row, TOP + ROW * place, room / ticks[-1]) for place, row in enumerate(chart.rows)]
    return picture(height, chart.alt, *_bar_legend(chart.series), *grid, *rows)


def _tick(x: float, tick: int, height: float) -> list[str]:
    return [
        stroke([(x, TOP - 4), (x, height - 20)], colour=GRID),
        words(x, height - 5, str(tick), size=11, fill=QUIET, anchor="middle"),
    ]


def _bar_legend(series: tuple[str, str]) -> list[str]:
    return [
        box(LEFT, 6, 22, NOW_HIGH - 2, fill=NOW),
        words(LEFT + 28, 17, series[0], size=12),
        box(LEFT + 140, 8, 22, BEFORE_HIGH, fill=PAPER, stroke=BEFORE),
        words(LEFT + 168, 17, series[1], size=12),
    ]


def _bar(row: Row, y: float, scale: float) -> str:
    name = in_two_lines(row.name, NAME_SIGNS)
    first = y + 19 - 7 * (len(name) - 1)
    parts = [words(LEFT - 10, first + 15 * place, line, anchor="end") for place, line in enumerate(name)]
    if row.now:
        parts += _now(row.now, y + 5, scale)
    if row.before and row.before.drawn:
        parts.append(box(LEFT, y + 22, row.before.drawn * scale, BEFORE_HIGH, fill=PAPER, stroke=BEFORE))
    elif row.before:
        parts.append(words(LEFT + 6, y + 30, row.before.text, size=10.5, fill=BEFORE))
    return "".join(parts)


def _now(amount: Amount, y: float, scale: float) -> list[str]:
    if not amount.drawn:
        return [words(LEFT + 6, y + 12, amount.text, size=12, fill=QUIET)]
    middle, low, high = y + NOW_HIGH / 2, LEFT + amount.low * scale, LEFT + amount.high * scale
    end = LEFT + amount.drawn * scale
    # On the bar the interval is light, beside it dark: seen in both places.
    inside = [stroke([(low, middle), (end, middle)], colour=PAPER, width=1.4), _cap(low, middle, PAPER)]
    outside = [stroke([(end, middle), (high, middle)], colour=INK, width=1.4), _cap(high, middle, INK)]
    bar = box(LEFT, y, amount.drawn * scale, NOW_HIGH, fill=NOW)
    return [bar, *inside, *outside, words(high + 7, y + 12, str(amount.drawn), size=12, bold=True)]


def _cap(x: float, middle: float, colour: str) -> str:
    return stroke([(x, middle - 3.5), (x, middle + 3.5)], colour=colour, width=1.4)


def lines(chart: Chart) -> str:
    """A full line for this year, a dashed one for the year before; what is hidden or unknown is a gap."""
    amounts = [one for row in chart.rows for one in (row.now, row.before) if one]
    ticks = steps(max((one.drawn or one.high for one in amounts), default=1))
    high = LINES_HIGH - TOP - FLOOR
    grid = [part for tick in ticks for part in _level(TOP + high * (1 - tick / ticks[-1]), tick)]
    middles = _middles(len(chart.rows))
    names = [
        words(x, LINES_HIGH - 9, row.name, size=12, anchor="middle") for x, row in zip(middles, chart.rows, strict=True)
    ]
    before = _line(middles, [row.before for row in chart.rows], high / ticks[-1], is_now=False)
    now = _line(middles, [row.now for row in chart.rows], high / ticks[-1], is_now=True)
    return picture(LINES_HIGH, chart.alt, *_line_legend(chart.series), *grid, *names, *before, *now)


def _middles(count: int) -> list[float]:
    wide = (WIDTH - LINES_LEFT - 20) / max(count, 1)
    return [LINES_LEFT + wide * (place + 0.5) for place in range(count)]


def _level(y: float, tick: int) -> list[str]:
    return [
        stroke([(LINES_LEFT, y), (WIDTH - 10, y)], colour=GRID),
        words(LINES_LEFT - 8, y + 4, str(tick), size=11, fill=QUIET, anchor="end"),
    ]


def _line_legend(series: tuple[str, str]) -> list[str]:
    return [
        stroke([(LINES_LEFT, 12), (LINES_LEFT + 26, 12)], colour=NOW, width=2.4),
        dot(LINES_LEFT + 13, 12, fill=NOW, edge=NOW),
        words(LINES_LEFT + 34, 16, series[0], size=12),
        stroke([(LINES_LEFT + 140, 12), (LINES_LEFT + 166, 12)], colour=BEFORE, width=2, dash="5 3"),
        square(LINES_LEFT + 153, 12, fill=PAPER, edge=BEFORE),
        words(LINES_LEFT + 174, 16, series[1], size=12),
    ]


def _line(middles: list[float], amounts: list[Amount | None], scale: float, *, is_now: bool) -> list[str]:
    floor = LINES_HIGH - FLOOR
    known = [
        (x, floor - one.drawn * scale) if one and one.drawn is not None else None
        for x, one in zip(middles, amounts, strict=True)
    ]
    colour, dash = (NOW, "") if is_now else (BEFORE, "5 3")
    pairs = pairwise(known)
    drawn = [stroke([a, b], colour=colour, width=2.4 if is_now else 2, dash=dash) for a, b in pairs if a and b]
    mark = dot if is_now else square
    drawn += [mark(*point, fill=NOW if is_now else PAPER, edge=colour) for point in known if point]
    if is_now:
        drawn += [
            words(point[0], point[1] - 11, str(one.drawn), size=12, anchor="middle", bold=True)
            for point, one in zip(known, amounts, strict=True)
            if point and one
        ]
    return drawn
