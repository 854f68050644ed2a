"""What stands in the address of a trend page is checked, and comes back as it was."""

import pytest

from dashboard.parts.trends.filters import Filters, Options, filters

OPTIONS = Options((2026, 2025, 2024, 2023), {"B": "Ondersteuning", "D": "Thuiszitten"})


def test_what_exists_is_shown_as_asked() -> None:
    found = filters(["2025", "D,B", "2023", "seizoen"], OPTIONS)

    assert found == Filters(2025, ("B", "D"), "2023", "seizoen")
    assert found.address == "jaar=2025&groep=B,D&naast=2023&deel=seizoen"


@pytest.mark.parametrize("asked", [("1999", "Z", "2026", None), (None, 7, {"$ne": 1}, 3), ("", [], "vorig", "")])
def test_what_does_not_exist_gives_the_last_year_of_everything(asked: tuple[object, ...]) -> None:
    assert filters(asked, OPTIONS) == Filters(2026)


@pytest.mark.parametrize(("beside", "back"), [("", (1,)), ("drie", (1, 2, 3)), ("2023", (3,))])
def test_what_stands_beside_a_year_is_so_many_years_back(beside: str, back: tuple[int, ...]) -> None:
    assert Filters(2026, beside=beside).back == back


def test_without_a_year_there_is_nothing_to_choose() -> None:
    assert filters([None] * 4, Options((), {})) is None
