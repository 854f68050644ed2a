"""A dictionary suggests themes by words in any form, and says which."""

import pytest

from trends.themes import Dictionary, suggestions

BULLYING = Dictionary("bullying", ("pesten", "geen vrienden", "buitensluit*"))
WAITING = Dictionary("waiting", ("wachten", "wachtlijst*"))


def because(text: str) -> dict[str, tuple[str, ...]]:
    return {one.theme: one.because for one in suggestions(text, [BULLYING, WAITING])}


@pytest.mark.parametrize("text", ["Hij werd gepest.", "Zij PESTTE mij", "het pesten, elke dag"])
def test_a_word_is_found_in_any_form(text: str) -> None:
    assert list(because(text)) == ["bullying"]


def test_the_reason_is_the_words_as_they_stand_there() -> None:
    assert because("Hij had geen Vrienden en werd gepest. Gepest!") == {"bullying": ("gepest", "geen Vrienden")}


def test_words_of_a_phrase_must_follow_each_other() -> None:
    assert because("Hij had geen fijne vrienden") == {}


def test_a_star_is_any_ending_and_without_one_a_longer_word_is_another_word() -> None:
    assert because("wachtlijstbeheer en wachtkamer en pestpaal") == {"waiting": ("wachtlijstbeheer",)}


def test_most_words_come_first_and_equals_stay_in_their_order() -> None:
    one_each = suggestions("gepest op de wachtlijst", [WAITING, BULLYING])
    more = suggestions("gepest, geen vrienden, wachtlijst", [WAITING, BULLYING])

    assert [one.theme for one in one_each] == ["waiting", "bullying"]
    assert [one.theme for one in more] == ["bullying", "waiting"]


def test_nothing_in_it_suggests_nothing() -> None:
    assert suggestions("", [BULLYING]) == ()
    assert suggestions("gepest", [Dictionary("empty", ())]) == ()
