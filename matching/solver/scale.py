"""How the levels become amounts: one step of priority outweighs all that quality and load can differ together."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from struct import iter_unpack
from typing import NamedTuple

from matching.solver.compiled import Numbers, TooLarge
from matching.solver.network import MOST, QUALITY_BITS, TIE_MOST, TIE_PRIME

KEY_BYTES = 8


class Scale(NamedTuple):
    """`rank` is given for priorities that would make too large an amount: each counts as its place among the others.

    That changes no answer: sets of parents that can be served together form a transversal matroid, so that only the
    order of priorities counts.
    """

    step: int
    rank: Mapping[int, int] | None = None

    def base(self, priority: int) -> int:
        """The amount for this priority; raises `TooLarge` for one that there was no scale for."""
        place = priority if self.rank is None else self.rank.get(priority, MOST)
        if (place + 2) * self.step > MOST:
            raise TooLarge(f"priority {priority}, while a step is {self.step}")
        return place * self.step


def scale(priority: Numbers, parents: int, load_weight: int) -> Scale:
    """For so many parents; raises `TooLarge`."""
    if parents * TIE_MOST > MOST:
        raise TooLarge(f"{parents} parents")
    step = 1 + parents * (2**QUALITY_BITS + load_weight)
    if (int(max(priority, default=0)) + 2) * step <= MOST:
        return Scale(step)
    rank = {one: place for place, one in enumerate(sorted({int(one) for one in priority}), start=1)}
    if (len(rank) + 2) * step > MOST:
        raise TooLarge(f"{len(rank)} different priorities of {parents} parents, load weight {load_weight}")
    return Scale(step, rank)


def keys(ids: Iterable[str], kind: str) -> list[int]:
    """Two numbers for each id, from 1 up to `TIE_PRIME` - 1, that only the id and the kind decide."""
    size, person = 2 * KEY_BYTES, kind.encode()
    digests = (blake2b(one.encode(errors="surrogatepass"), digest_size=size, person=person).digest() for one in ids)
    return [1 + whole % (TIE_PRIME - 1) for (whole,) in iter_unpack(">Q", b"".join(digests))]
