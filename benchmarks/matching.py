"""Everybody matched at once: `python -m benchmarks.matching [--quick] [--peers DIR]`.

Invented parents and buddies, more parents than places; every size in a process of its own. Writes tables in Markdown:
time and memory of finding the candidates and of the solution with its proof and tie-break, beside other solvers for
the same problem, who is served beside what people do by hand, and changes to a plan that stands.

Peers live in a folder of their own, because one of them takes the name `matching`:
`pip install --target DIR mentor-match==7.0.1 scipy`. Times are medians in milliseconds, on the clock and (in brackets)
of the processor alone, which is what counts where other work goes on beside it.
"""

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.matching_peers import installed
from matching.solver.compiled import IS_FAST


@dataclass(frozen=True)
class Size:
    """`peers` are those for whom it is not too large."""

    parents: int
    buddies: int
    regions: int
    rounds: int
    peers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.parents:,} × {self.buddies:,}"

    @property
    def numbers(self) -> list[str]:
        return [str(self.parents), str(self.buddies), str(self.regions)]


SMALL = ("network_simplex", "minimum_weight_full_matching", "mentor-match")
SIZES = (
    Size(100, 40, 4, 15, ("max_weight_matching", *SMALL)),
    Size(1_000, 400, 20, 15, SMALL),
    Size(10_000, 4_000, 150, 9, ("network_simplex",)),
    Size(100_000, 40_000, 150, 3),
)
QUICK = (Size(100, 40, 4, 3, ("network_simplex", "mentor-match")), Size(1_000, 400, 20, 3))
TIMES = 300

WHOLE = """| parents × buddies | pairs | candidates | solution | together | first time | peak, MB | served | by hand |
|---|---|---|---|---|---|---|---|---|"""
BESIDE = """| parents × buddies | solver | time | times ours | memory, MB | same worth |
|---|---|---|---|---|---|"""
STEPS = """| {name} | median | 99th percentile |
|---|---|---|"""


def run(module: str, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def whole(size: Size) -> dict[str, Any]:
    """Measure and write one row."""
    told = run("matching_whole", *size.numbers, str(size.rounds))
    find, solve = told["candidates"], told["solve"]
    times = [_ms(*find), _ms(*solve), _ms(find[0] + solve[0], find[1] + solve[1]), f"{told['first']:,.0f}"]
    people = f"{told['peak_mb']:.0f} | {told['served']:,} | {told['greedy']:,}"
    print(f"| {size.name} | {told['pairs']:,} | {' | '.join(times)} | {people} |", flush=True)
    return told


def _ms(clock: float, processor: float) -> str:
    return f"{clock:,.2f} ({processor:,.2f})" if clock < 1 else f"{clock:,.1f} ({processor:,.1f})"


def beside(size: Size, name: str, folder: str | None, ours: dict[str, Any]) -> None:
    """Measure a peer and write one row, or why not."""
    if not installed(name, folder):
        print(f"| {size.name} | {name} | not installed: see `--peers` | | | |", flush=True)
        return
    told = run("matching_peers", name, *size.numbers, *([folder] if folder else []))
    clock, processor = told["took"]
    high, (priority, rest) = 1 + 2 * size.parents * 1100, ours["objective"]
    same = "yes" if told["worth"] == priority * high + rest else "no"
    ratio = processor / ours["solve"][1]
    print(
        f"| {size.name} | {name} | {_ms(clock, processor)} | {ratio:,.0f} | {told['peak_mb']:.0f} | {same} |",
        flush=True,
    )


def steps(size: Size, times: int) -> None:
    print(f"\n{STEPS.format(name=size.name)}")
    for name, (clock, late, processor, late_processor) in run("matching_steps", *size.numbers, str(times)).items():
        print(f"| {name} | {_ms(clock, processor)} | {_ms(late, late_processor)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only the two smallest sizes")
    parser.add_argument("--peers", metavar="DIR", help="where peers are installed")
    chosen = parser.parse_args()
    if not IS_FAST:
        sys.exit("The large sizes need the accelerator: install numba.")
    sizes: Sequence[Size] = QUICK if chosen.quick else SIZES
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}\n\n{WHOLE}", flush=True)
    told = [whole(size) for size in sizes]
    print(f"\n{BESIDE}", flush=True)
    for size, ours in zip(sizes, told, strict=True):
        for name in size.peers:
            beside(size, name, chosen.peers, ours)
    steps(sizes[1 if chosen.quick else 2], 20 if chosen.quick else TIMES)


if __name__ == "__main__":
    main()
