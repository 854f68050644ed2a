"""Small tables of the whole lattice, made from questions one by one, so that all levels fit each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from trends.lattice import Cell
from trends.periods import months_of_school_year, quarter_of, quarters_of_school_year

YEAR = 2025


@dataclass(frozen=True)
class Question:
    """The first letter of a topic is its group."""

    month: int
    topics: frozenset[str]
    place: str = ""
    sector: str = ""
    age_band: str = ""
    done: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Terms:
    topics: Sequence[str]
    places: Sequence[str] = ("",)
    sectors: Sequence[str] = ("",)
    age_bands: Sequence[str] = ("",)
    done: Sequence[str] = ()

    @property
    def groups(self) -> list[str]:
        return sorted({topic[0] for topic in self.topics})


def counted(questions: Iterable[Question], terms: Terms, year: int = YEAR) -> dict[Cell, int]:
    """All cells of one school year that count questions, zeros included."""
    counts = dict.fromkeys(_cells(terms, year), 0)
    for one in questions:
        groups = sorted({topic[0] for topic in one.topics})
        touched = [Cell("all", one.month), *(Cell("topic", year, topic[0], topic) for topic in one.topics)]
        for group in groups:
            touched += [Cell("group", quarter_of(one.month), group), Cell("group_year", year, group)]
            touched += [Cell("place", year, group, "", one.place), _part("sector", year, group, one.sector)]
            touched += [_part("age_band", year, group, one.age_band)]
            touched += [_part("done", year, group, what) for what in one.done]
        touched += [_part("pair", year, group, other) for group, other in combinations(groups, 2)]
        for cell in touched:
            counts[cell] += 1
    return counts


def _cells(terms: Terms, year: int) -> Iterable[Cell]:
    yield from (Cell("all", month) for month in months_of_school_year(year))
    yield from (Cell("topic", year, topic[0], topic) for topic in terms.topics)
    for group in terms.groups:
        yield Cell("group_year", year, group)
        yield from (Cell("group", quarter, group) for quarter in quarters_of_school_year(year))
        yield from (Cell("place", year, group, "", place) for place in terms.places)
        for level, values in (("sector", terms.sectors), ("age_band", terms.age_bands), ("done", terms.done)):
            yield from (_part(level, year, group, value) for value in values)
    yield from (_part("pair", year, group, other) for group, other in combinations(terms.groups, 2))


def _part(level: str, year: int, group: str, value: str) -> Cell:
    return Cell(level, year, group, aspect=value)


def some_terms(chance: Random, groups: int) -> Terms:
    return Terms(
        topics=[f"{group}{n}" for group in "ABCDEFG"[:groups] for n in range(chance.randint(1, 3))],
        places=["", "Alkmaar", "Bergen"][: chance.randint(1, 3)],
        sectors=["", "po", "vo"][: chance.randint(1, 3)],
        age_bands=["", "4-6", "7-9"][: chance.randint(1, 3)],
        done=["advice", "buddy"][: chance.randint(0, 2)],
    )


def some_questions(chance: Random, terms: Terms, most: int, several: int, year: int = YEAR) -> list[Question]:
    """Up to `most` questions in each month, each about up to `several` topics."""
    return [
        Question(
            month,
            frozenset(chance.choice(terms.topics) for _ in range(chance.randint(1, several))),
            chance.choice(terms.places),
            chance.choice(terms.sectors),
            chance.choice(terms.age_bands),
            frozenset(what for what in terms.done if chance.random() < 0.4),
        )
        for month in months_of_school_year(year)
        for _ in range(chance.randint(0, most))
    ]


@st.composite
def tables(draw: st.DrawFn, groups: int = 3) -> dict[Cell, int]:
    """Crowded tables, where sums over periods, topics and parts are the most telling."""
    chance = draw(st.randoms(use_true_random=False))
    terms = some_terms(chance, draw(st.integers(1, groups)))
    most, several = draw(st.sampled_from([2, 4, 8, 16])), draw(st.sampled_from([1, 1, 2, 3]))
    return counted(some_questions(chance, terms, most, several), terms)
