"""Reading in a process of its own: it ends in time, and whatever goes wrong says nothing about a text."""

import logging
import time

import pytest

from domain.stories.finding.spans import Kind, Span
from domain.stories.second_reading import apart
from domain.stories.second_reading.apart import ReaderFailed
from tests.domain.stories.second_reading import readers

NEEDS_LIBRARY = pytest.mark.skipif(not apart.is_installed(), reason="the second reader is not installed: make names")
TEXTS = [
    "Onze zoon zat bij juf Marloes Jansen in de klas. Zij woont in Alkmaar.",
    "Niemand belde.",
    "Wij wonen aan de Laan van Oranje 44, 1815 GT Heiloo.",
]


@NEEDS_LIBRARY
def test_names_are_found_in_each_text(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    first, second, third = apart.read(TEXTS)

    assert [(one.of(TEXTS[0]), one.kind) for one in first or ()] == [
        ("Marloes Jansen", Kind.NAME), ("Alkmaar", Kind.PLACE),
    ]  # fmt: skip
    assert (second, caplog.text) == ((), "")
    assert " ".join(one.of(TEXTS[2]) for one in third or ()).endswith("Heiloo")


def test_findings_come_in_the_order_of_the_texts() -> None:
    assert apart.read(["Ans", "Bo"], program=readers.FINDS_ALL) == ((Span(0, 3, Kind.NAME),), (Span(0, 2, Kind.NAME),))


def test_a_text_that_takes_too_long_is_left_and_the_one_before_it_kept() -> None:
    began = time.monotonic()

    found = apart.read(["a", "b", "c"], seconds=3, program=readers.SLEEPS_AT_B)

    assert (found, time.monotonic() - began < 10) == (((), None), True)


def test_a_text_over_which_it_stumbles_is_told_apart_and_not_quoted(capfd: pytest.CaptureFixture[str]) -> None:
    assert apart.read(["a", "b", "c"], program=readers.BREAKS_AT_B) == ((), None)
    assert capfd.readouterr() == ("", "")


def test_a_reader_that_never_begins_is_an_error_without_a_text() -> None:
    with pytest.raises(ReaderFailed) as failed:
        apart.read(["Marloes"], program=readers.NEVER_BEGINS)

    assert (failed.value.args, failed.value.__context__) == ((), None)
