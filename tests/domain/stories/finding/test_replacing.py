"""What was found is replaced by words that keep the story readable."""

from hypothesis import given
from hypothesis import strategies as st

from domain.stories.finding.find import find
from domain.stories.finding.replacing import key_of, suggestions, without

TEXT = "Mila zat op De Regenboog. Juf Karin hielp Mila. Mila Jansen ging naar De Vlieger op 3 mei."


def all_keys(text: str) -> set[str]:
    return {key_of(text, span) for span in find(text)}


def test_the_same_person_gets_the_same_number() -> None:
    assert without(TEXT, find(TEXT), all_keys(TEXT)) == (
        "[naam 1] zat op [school 1]. Juf [naam 2] hielp [naam 1]. [naam 1] ging naar [school 2] op [datum]."
    )


def test_only_what_was_ticked_is_replaced() -> None:
    assert without(TEXT, find(TEXT), {"name:karin"}).count("[") == 1


def test_each_suggestion_says_how_often() -> None:
    first = suggestions(TEXT, find(TEXT))[0]

    assert (first.words, first.instead, first.times) == ("Mila", "[naam 1]", 2)


@given(st.text(alphabet="MilaJuf De.Karin 06-1234\n", max_size=120))
def test_nothing_found_is_left_after_everything_was_ticked(text: str) -> None:
    assert without(text, find(text), set()) == text
    rest = without(text, find(text), all_keys(text))
    assert all(span.of(text) not in rest.split() for span in find(text) if len(span.of(text)) > 4)
