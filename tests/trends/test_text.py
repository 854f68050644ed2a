"""What the numbers say, in words."""

from datetime import date

import pytest

from trends import text
from trends.disclosure import Sum, exact, protect, total
from trends.rises import State, judge

OCTOBER = 2026 * 12 + 9


def published(count: int) -> Sum:
    return total([protect(count)])


def test_the_answer_names_what_rises_and_what_falls() -> None:
    changes = judge(
        {"Thuiszitten": (exact(25), exact(10)), "Taal": (exact(3), exact(20)), "Vervoer": (exact(9), exact(8))}
    )

    assert text.answer(changes) == "Wat stijgt: Thuiszitten. Wat daalt: Taal."


def test_a_possible_rise_is_called_possible() -> None:
    changes = judge({"Thuiszitten": (exact(25), exact(10)), **{f"{n}": (exact(10), exact(10)) for n in range(20)}})

    assert text.answer(changes) == "Wat misschien stijgt: Thuiszitten."


def test_published_numbers_are_called_rounded() -> None:
    changes = judge({"Thuiszitten": (published(41), published(2))})

    assert text.from_to(changes["Thuiszitten"]) == "van minder dan 5 naar ongeveer 40 vragen"


def test_a_change_in_words_says_how_many_and_how_sure() -> None:
    rise, hidden = judge({"Taal": (exact(45), exact(30)), "Vervoer": (exact(9), published(2))}).values()

    assert text.in_words(rise, "vorig schooljaar") == (
        "45 vragen, vorig schooljaar 30: 1,5 keer zo veel, tussen 0,9 en 2,5"
    )
    assert text.in_words(hidden, "vorig schooljaar") == "9 vragen, vorig schooljaar minder dan 5"


def test_without_a_change_the_answer_says_so() -> None:
    assert text.answer(judge({"Vervoer": (exact(9), exact(8))})) == "Geen onderwerp stijgt of daalt duidelijk."


@pytest.mark.parametrize("topics", [{}, {"Vervoer": (exact(2), exact(1))}])
def test_too_few_questions_are_no_answer(topics: dict[str, tuple[Sum, Sum]]) -> None:
    assert text.answer(judge(topics)) == "Er zijn nog te weinig vragen om te zeggen wat stijgt of daalt."


@pytest.mark.parametrize(
    ("recent", "before", "sentence"),
    [
        (25, 10, "Taal stijgt: van 10 naar 25 vragen."),
        (10, 25, "Taal daalt: van 25 naar 10 vragen."),
        (9, 8, "Taal: van 8 naar 9 vragen. Dat verschil kan toeval zijn."),
        (2, 1, "Taal: te weinig vragen om iets over te zeggen."),
    ],
)
def test_the_sentence_over_a_chart_is_its_finding(recent: int, before: int, sentence: str) -> None:
    assert text.over_chart("Taal", judge({"": (exact(recent), exact(before))})[""]) == sentence


def test_a_factor_carries_its_interval() -> None:
    change = judge({"": (exact(25), exact(10))})[""]

    assert text.factor(change) == "factor 2,5 (waarschijnlijk tussen 1,2 en 5,8)"


def test_without_a_number_there_is_no_factor() -> None:
    assert text.factor(judge({"": (published(41), published(2))})[""]) == ""


def test_every_state_has_a_word() -> None:
    assert {text.state(of) for of in State} == {
        "stijgend",
        "mogelijk stijgend",
        "geen aanwijzing",
        "mogelijk dalend",
        "dalend",
        "te weinig gegevens",
    }


def test_hidden_numbers_come_with_their_reason() -> None:
    assert text.why_hidden() == "Minder dan 5 vragen: dat aantal tonen we niet, zodat niemand te herkennen is."


def test_freshness_tells_the_day_and_the_last_month() -> None:
    assert (
        text.freshness(date(2026, 11, 10), OCTOBER)
        == "Bijgewerkt op dinsdag 10 november 2026; cijfers tot en met oktober 2026."
    )


def test_freshness_tells_when_what_came_in_late_changed_a_number() -> None:
    assert text.freshness(date(2026, 11, 12), OCTOBER, date(2026, 11, 10)) == (
        "Bijgewerkt op donderdag 12 november 2026, herzien op dinsdag 10 november 2026; "
        "cijfers tot en met oktober 2026."
    )


def test_a_comparison_names_its_months() -> None:
    assert text.compared(range(OCTOBER - 2, OCTOBER + 1)) == (
        "augustus 2026 tot en met oktober 2026, vergeleken met dezelfde maanden een jaar eerder"
    )
