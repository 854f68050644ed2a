"""What somebody learns who holds everything that is published against itself, and what keeping them from it costs.

    python -m benchmarks.disclosure                   bounds passed along every rule, many tables
    python -m benchmarks.disclosure --exactly 40      also by whole-number programming (needs scipy), few tables

For each hidden number: the least and the most that fit everything else. "Apart" is the control: the same tables with
each cell protected by itself, which must give numbers away, or the attack is no attack.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.trends.attacker import Range, bounds_of_everything
from tests.trends.tables import Terms, counted, some_questions, some_terms
from tests.trends.whole_numbers import exactly
from trends.disclosure import Protected, protect
from trends.lattice import Cell
from trends.publishing import publish

LEAST_WIDTH = 2
SENSITIVE: tuple[tuple[str, ...], ...] = ((), ("A",), ("A0", "B1"))
Cells = Mapping[Cell, Protected]
Attack = Callable[[Cells], Mapping[Cell, Range]]


@dataclass
class Found:
    cells: int = 0
    hidden: int = 0
    narrow: int = 0
    moved: int = 0
    left_out: int = 0

    def add(self, counts: Mapping[Cell, int], shown: Cells, apart: Cells, attack: Attack) -> None:
        bounds = attack(shown)
        hidden = [cell for cell, one in shown.items() if one.value is None]
        self.cells += len(counts)
        self.hidden += len(hidden)
        self.narrow += sum(bounds[cell][1] - bounds[cell][0] < LEAST_WIDTH for cell in hidden)
        self.moved += sum(one != apart[cell] for cell, one in shown.items())
        self.left_out += len(counts) - len(shown)

    def __str__(self) -> str:
        return (
            f"{self.cells} cells, {self.hidden} hidden, {self.narrow} with fewer than three values"
            f" ({100 * self.narrow / max(self.hidden, 1):.2f} %); {100 * self.moved / self.cells:.2f} % moved a step,"
            f" {100 * self.left_out / self.cells:.3f} % left out"
        )


def crowded(chance: Random) -> tuple[dict[Cell, int], tuple[str, ...]]:
    """A small table in which sums tell much."""
    terms = some_terms(chance, chance.randint(1, 4))
    questions = some_questions(chance, terms, chance.choice([1, 2, 4, 8, 16]), chance.choice([1, 1, 2, 3]))
    return counted(questions, terms), chance.choice(SENSITIVE)


def support_point(questions: int) -> Callable[[Random], tuple[dict[Cell, int], tuple[str, ...]]]:
    """A table with all groups, places, sectors and ages, for about so many questions a year."""
    terms = Terms(
        topics=[f"{group}{n}" for group in "ABCDEFG" for n in range(6)],
        places=["", *(f"place {n}" for n in range(10))],
        sectors=["", "early", "po", "sbo", "so", "vo", "vso", "pro", "mbo"],
        age_bands=["", "0-3", "4-6", "7-9", "10-12", "13-15", "16-18", "18+"],
        done=["information", "listening", "advice", "buddy", "referred"],
    )

    def table(chance: Random) -> tuple[dict[Cell, int], tuple[str, ...]]:
        return counted(some_questions(chance, terms, questions // 6, 2), terms), ("F",)

    return table


def attacked(make: Callable[[Random], tuple[dict[Cell, int], tuple[str, ...]]], tables: int, attack: Attack) -> None:
    together, alone = Found(), Found()
    for seed in range(tables):
        counts, sensitive = make(Random(seed))
        apart = {cell: protect(count, sensitive=_sensitive(cell, sensitive)) for cell, count in counts.items()}
        together.add(counts, publish(counts, {}, sensitive), apart, attack)
        alone.add(counts, apart, apart, attack)
    print(f"  published: {together}\n  apart:     {alone}", flush=True)


def _sensitive(cell: Cell, codes: tuple[str, ...]) -> bool:
    return cell.topic in codes or (not cell.topic and bool({cell.group, cell.aspect} & set(codes)))


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--exactly", type=int, default=0)
    wanted = parser.parse_args()
    print(f"{wanted.tables} crowded tables, by passing bounds along")
    attacked(crowded, wanted.tables, bounds_of_everything)
    for questions in (80, 250, 1000):
        print(f"{wanted.tables // 50} years of a point with about {questions} questions, by passing bounds along")
        attacked(support_point(questions), wanted.tables // 50, bounds_of_everything)
    if wanted.exactly:
        print(f"{wanted.exactly} crowded tables, exactly")
        attacked(crowded, wanted.exactly, exactly)


if __name__ == "__main__":
    main()
