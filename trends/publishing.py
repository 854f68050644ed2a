"""How published cells are kept from giving each other away.

Protecting each cell by itself is not enough where cells overlap: 7, 7 and 4 with a total of 18 would be published as 5,
5, hidden and 20, and only one hidden number fits that. So where levels count the same questions in different ways,
`publish` keeps them apart: when rounding would let one level narrow a hidden cell of another to fewer than three
values, the largest cell moves a step of 5. That choice is made from rounded values alone, and a table that needs no
step is left as it is. So whoever knows this code still finds at least three numbers behind each hidden cell, each with
ordinary rounding and no step at all. `trends.rooms` says why that is enough.
"""

from collections.abc import Collection, Mapping

from trends import pairs, whole_coverage
from trends.disclosure import STEP, THRESHOLD, TOPICS_PER_QUESTION, Protected, protect, total
from trends.lattice import BY_KEY, COVERAGE_WHOLE, GROUP_YEAR, LATTICE, TOPIC, Block, Cell, Level, Parts, block_of
from trends.rooms import LEAST, Bounds, Known, room, spanned

WISHED = {GROUP_YEAR: 4, TOPIC: 4}
"""These decide how much room there is for all other levels of a group, so they leave more of it if they can."""


def publish(
    counts: Mapping[Cell, int], published: Mapping[Cell, Protected], sensitive: Collection[str] = ()
) -> dict[Cell, Protected]:
    """The cells of `counts` that were not published before, protected; what was published never changes.

    `counts` holds whole closed periods, zeros included (a cell left out would tell that it is empty) and the questions
    without a municipality, sector or age band as "". `published` holds all earlier cells of the same school years.
    `sensitive` are codes of topics, groups and steps.
    1. Level by level in the order of the lattice, protect each new cell by itself.
    2. Move each block (the cells that count the same questions) until it leaves the cells before it room.
    A block that no move fits is left out as a whole; `benchmarks/disclosure.py` tells how seldom.
    """
    if strange := {cell.level for cell in counts} - BY_KEY.keys():
        raise ValueError(f"not in the lattice: {min(strange)}")
    known = Known(published)
    blocks: dict[Block, dict[Cell, Protected]] = {}
    for cell in sorted(counts.keys() - published.keys(), key=lambda one: (LATTICE.index(BY_KEY[one.level]), one)):
        blocks.setdefault(block_of(cell), {})[cell] = protect(counts[cell], is_sensitive(cell, sensitive))
    for block, cells in blocks.items():
        known.add(fitted(known, block, cells))
    return {cell: shown for cell, shown in known.cells.items() if cell not in published}


def is_sensitive(cell: Cell, codes: Collection[str]) -> bool:
    """Whether the higher threshold holds: by the topic if the cell has one, else by its group or groups."""
    return cell.topic in codes or (not cell.topic and (cell.group in codes or cell.aspect in codes))


def fitted(known: Known, block: Block, cells: dict[Cell, Protected]) -> dict[Cell, Protected]:
    """The cells of one block, moved as little as is needed; none when nothing fits."""
    level, period, group = block
    if level.parts is Parts.SHARED:
        return pairs.fitted(known, period, cells)
    if level is COVERAGE_WHOLE:
        return whole_coverage.fitted(known, period, cells)
    into = room(known, level, period, group)
    return _moved_into(level, cells, into, WISHED.get(level, LEAST)) or _moved_into(level, cells, into, LEAST)


def _moved_into(level: Level, cells: dict[Cell, Protected], into: Bounds, wished: int) -> dict[Cell, Protected]:
    """Move the largest cell until the block and the room have so many numbers of questions in common; else nothing."""
    low, high = into
    turned = 0
    while True:
        least, most = spanned(level, cells.values())
        kept = min(wished, most - least, high - low)
        step = -STEP if least > high - kept else STEP if most < low + kept else 0
        if not step and kept >= LEAST:
            return cells
        if kept < LEAST or step * turned < 0:
            return {}
        turned, cells = step, moved(cells, step)


def moved(cells: dict[Cell, Protected], step: int) -> dict[Cell, Protected]:
    """Move the largest published value; the first address of equals, so that the choice tells nothing."""
    largest = max(cells, key=lambda cell: cells[cell].value or 0)
    return cells | {largest: cells[largest].moved(step)}


def revised(
    counts: Mapping[Cell, int], published: Mapping[Cell, Protected], blocks: Collection[Block], codes: Collection[str]
) -> dict[Cell, Protected]:
    """What changes when `blocks` of one school year are counted again with what came in late; nothing if it can't.

    Somebody may lay both releases beside each other, and knows that late entries only add. So no cell goes down, and
    every hidden cell keeps all its values beside the other levels (not just three of them): then the later release
    takes none of the values away that the earlier one left, and the other way round. All blocks fit, or none changes.
    """
    known = Known({cell: shown for cell, shown in published.items() if block_of(cell) not in blocks})
    for block in sorted(blocks, key=lambda one: (LATTICE.index(one[0]), *one[1:])):
        before = {cell: shown for cell, shown in published.items() if block_of(cell) == block}
        cells = {c: _not_lower(protect(counts[c], is_sensitive(c, codes)), old) for c, old in before.items()}
        if fitted(known, block, cells) != cells:
            return {}
        known.add(cells)
    if not all(_keep_all_values(known, block) for block in {block_of(cell) for cell in published}):
        return {}
    return {cell: shown for cell, shown in known.cells.items() if shown != published[cell]}


def _not_lower(now: Protected, before: Protected) -> Protected:
    return max(now, before, key=lambda one: one.value or 0)


def _keep_all_values(known: Known, block: Block) -> bool:
    """Whether the other levels leave 0 up to 4 open for each hidden cell of a block."""
    level, cells = block[0], known.block(*block).values()
    widest = THRESHOLD - 1 if any(shown.value is None for shown in cells) else 0
    low, high = room(known, *block)
    most = spanned(level, cells)[1]
    shares = TOPICS_PER_QUESTION if level.parts is Parts.COVER else 1
    alone = level.parts in (Parts.SOME, Parts.SHARED, Parts.APART)
    free = high if alone else min(high, shares * high - total(cells).low)
    return not widest or (free >= widest and most - low >= widest)
