"""Recognising topics in what people write."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import content
from domain.importing.columns import WORDS
from domain.importing.names import Names

with (Path(content.__file__).parent / "topics.csv").open(encoding="utf-8") as file:
    TOPICS = Names(
        {row["code"]: row["name_nl"] for row in csv.DictReader(file) if row["parent"]}, WORDS["words"]["topic"]
    )


@pytest.mark.parametrize(
    "text", ["F6", "f6", "Autisme", "AUTISME", "ass", "F6 - autisme", "F6: kind met autisme", "autis"]
)
def test_a_topic_is_known_by_code_name_other_word_or_part(text: str) -> None:
    assert TOPICS.find(text) == "F6"


def test_a_part_that_several_names_have_is_no_answer() -> None:
    assert TOPICS.find("school") is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Angst, somberheid, schoolweigering", ("F8",)),
        ("thuiszitten; autisme", ("D2", "F6")),
        ("Autisme / thuiszitten", ("F6", "D2")),
        ("ADHD/ADD, TLV", ("F7", "C1")),
        ("Schorsing en verwijdering", ("E4", "E5")),
        ("F6,F7,D2", ("F6", "F7", "D2")),
        ("Zorg voor jezelf, overbelasting en TLV", ("G1", "C1")),
        ("TLV, tlv", ("C1",)),
    ],
)
def test_several_topics_in_a_cell_are_told_apart_from_names_with_a_comma(cell: str, expected: tuple[str, ...]) -> None:
    assert TOPICS.several(cell) == (expected, ())


def test_what_is_not_known_is_given_back_as_it_was_written() -> None:
    assert TOPICS.several("paardrijden, autisme; Dyslectie") == (("F6",), ("paardrijden", "Dyslectie"))


def test_a_typing_mistake_gets_the_name_that_looks_like_it() -> None:
    assert TOPICS.nearest("Dyslectie") == "Dyslexie"


@given(st.text())
def test_any_text_is_read_and_only_known_topics_come_out(text: str) -> None:
    keys, _unknown = TOPICS.several(text)

    assert set(keys) <= set(TOPICS.labels)


@given(st.lists(st.sampled_from(sorted(TOPICS.labels)), min_size=1, max_size=4, unique=True))
def test_every_list_of_whole_names_is_read_back(codes: list[str]) -> None:
    assert TOPICS.several("; ".join(TOPICS.labels[code] for code in codes)) == (tuple(codes), ())


@given(st.lists(st.sampled_from(sorted(TOPICS.labels)), min_size=1, max_size=3, unique=True))
def test_whole_names_divided_by_commas_are_read_back(codes: list[str]) -> None:
    assert set(TOPICS.several(", ".join(TOPICS.labels[code] for code in codes))[0]) >= set(codes)
