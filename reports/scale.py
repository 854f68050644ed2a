"""Where numbers stand on paper: round steps from zero."""

from math import floor, log10


def steps(largest: float, about: int = 4) -> list[int]:
    """Round numbers from 0 to at least `largest`, some four of them: 1, 2 or 5 times a power of ten apart."""
    rough = max(largest, 1) / about
    power = 10 ** floor(log10(rough)) if rough >= 1 else 1
    step = next(int(power * size) for size in (1, 2, 5, 10) if power * size >= rough)
    last = -(-int(max(largest, 1)) // step)
    return [step * n for n in range(last + 1)]
