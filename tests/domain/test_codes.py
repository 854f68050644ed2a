"""A code that is shown once leads back to what somebody wrote, and to nothing else."""

import pytest

from domain import codes
from domain.texts import REFUSALS
from store.database import Database


def test_a_code_is_found_however_it_was_typed(sqlite: Database) -> None:
    code = codes.make()
    typed = f"  {code.upper().replace('-', ' ')} "

    with sqlite.reading() as session:
        assert codes.index(session, typed) == codes.index(session, code)


def test_a_code_typed_with_arabic_digits_is_the_same_code() -> None:
    assert codes.normal("٤٤abc-٧٧def-٩٩ghk") == codes.normal("44abc-77def-99ghk")


def test_what_is_kept_of_a_code_does_not_hold_the_code(sqlite: Database) -> None:
    code = codes.make()

    with sqlite.reading() as session:
        assert codes.normal(code).encode() not in codes.index(session, code)


@pytest.mark.parametrize("typed", ["", "abc", "22222-22222-2222o", "22222-22222-222222", "éé222-22222-22222"])
def test_a_typing_mistake_is_seen_before_anything_is_looked_up(typed: str) -> None:
    assert not codes.looks_right(typed)
    assert codes.looks_right(codes.make())


def test_codes_and_numbers_are_never_the_same_twice() -> None:
    assert len({codes.make() for _time in range(500)}) == 500
    assert len({codes.number() for _time in range(500)}) == 500


def test_what_is_said_to_be_never_in_a_code_never_is() -> None:
    said = {"inquiry.code_wrong", "story.code_mistyped"}

    assert {
        key
        for key in said
        if "letters i, l, o en u zitten er nooit in, de cijfers 0 en 1 ook niet" in str(REFUSALS[key])
    } == said
    assert {*"abcdefghijklmnopqrstuvwxyz0123456789"} - {*codes.LETTERS} == {*"ilou01"}
