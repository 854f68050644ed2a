"""The topics, places and choices that come with the product, for who has no database."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from matching.people import Place

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Label:
    dutch: str
    english: str


@dataclass(frozen=True)
class Standard:
    """`topics` and `municipalities` by code, `villages` by the municipality they belong to, `terms` by list."""

    topics: Mapping[str, Label]
    group_of: Mapping[str, str | None]
    neighbours: tuple[tuple[str, str], ...]
    municipalities: Mapping[str, str]
    places: Mapping[str, Place]
    villages: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, Mapping[str, Label]]
    moments: Mapping[str, Mapping[str, Any]]
    """By key which weekdays (Monday is 0) and parts of the day it stands for."""


@cache
def standard() -> Standard:
    topics, municipalities, terms = list(_rows("topics.csv")), list(_rows("municipalities.csv")), list(_terms())
    places = list(_rows("place_names.csv"))
    return Standard(
        {row["code"]: Label(row["name_nl"], row["name_en"]) for row in topics},
        {row["code"]: row["parent"] or None for row in topics},
        tuple((row["topic"], row["neighbour"]) for row in _rows("topic_neighbours.csv")),
        {row["code"]: row["name"] for row in municipalities},
        {one["code"]: Place(one["code"], float(one["latitude"]), float(one["longitude"])) for one in municipalities},
        {
            one["code"]: tuple(row["place"] for row in places if row["municipality"] == one["code"])
            for one in municipalities
        },
        {name: {key: label for where, key, label, _data in terms if where == name} for name, *_rest in terms},
        {key: data for where, key, _label, data in terms if where == "moment"},
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _terms() -> Iterator[tuple[str, str, Label, Mapping[str, Any]]]:
    for row in tomllib.loads((HERE / "catalogues" / "term.toml").read_text(encoding="utf-8"))["entry"]:
        where, _dot, key = row["key"].partition(".")
        yield where, key, Label(row["label_nl"], row["label_en"]), row["data"]
