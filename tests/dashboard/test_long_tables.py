"""A long table shows its first rows, and all others behind one touch."""

from dashboard.parts.trends.finding import Finding, drawn
from dashboard.parts.trends.methods import Method


def shown(rows: int, first: int) -> str:
    finding = Finding("x", "Titel", "", ["Naam"], [[f"rij {n}"] for n in range(rows)], Method.COUNT, first=first)
    return str(drawn(finding, "trends", ""))


def test_the_rest_of_a_long_table_is_folded_away() -> None:
    found = shown(20, 8)

    assert found.count("rij ") == 20
    assert found.index("rij 7") < found.index("Toon ook de andere 12") < found.index("rij 8")


def test_a_few_rows_more_are_not_worth_folding_away() -> None:
    assert "Toon ook" not in shown(11, 8)


def test_a_table_without_a_limit_is_shown_whole() -> None:
    assert "Toon ook" not in shown(60, 0)


def test_of_a_table_that_is_too_long_to_read_the_rest_is_in_the_file_and_the_page_says_so() -> None:
    found = shown(342, 0)

    assert (found.count("rij "), "eerste 100 van 342 regels" in found) == (100, True)
    assert "eerste 100" not in shown(100, 0)
