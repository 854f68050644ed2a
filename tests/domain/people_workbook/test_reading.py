"""Reading a workbook with people: forgiving about how it is written."""

import time
from datetime import date
from typing import Any

import pytest

from domain.people_workbook.reading import opened, read
from tests.domain.people_workbook.sample import BUDDIES, PARENTS, TODAY, Rows, book, known


def parent(**cells: Any) -> dict[str, Any]:
    """What is read of one parent with these cells under these headers."""
    names = [name.replace("_", " ") for name in cells]
    row: dict[str, Any] = opened(book(parents=(("Nummer", *names), ("p1", *cells.values()))), TODAY).document[
        "parents"
    ][0]
    return {name: value for name, value in row.items() if name != "id"}


def buddies(*rows: Any, headers: tuple[str, ...]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = opened(book(buddies=(headers, *rows)), TODAY).document["buddies"]
    return found


def test_a_workbook_says_the_same_as_a_json_file_would() -> None:
    assert opened(book(), TODAY).document == {
        "format": "rodedraad-people/1",
        "weights": {},
        "parents": [{"id": "1", "topics": ["F6"], "municipality": "GM0373"}],
        "buddies": [{"id": "b1", "topics": ["F6"], "municipality": "GM0361"}],
    }


def test_english_sheets_and_headers_are_understood() -> None:
    english = book(
        {
            "Parents": (("Number", "Topics", "Age of child"), ("p1", "Autism", 8)),
            "Buddies": (("Number", "Topics", "Paused"), ("b1", "Dyslexia, Autism", "no")),
        }
    )

    document = opened(english, TODAY).document

    assert document["parents"] == [{"id": "p1", "topics": ["F6"], "age_band": "7-9"}]
    assert document["buddies"] == [{"id": "b1", "topics": ["F3", "F6"], "paused": False}]


def test_lines_above_the_header_and_empty_rows_do_not_matter() -> None:
    rows: Rows = (("Wie wacht er?",), (), *PARENTS, (), (2, "Dyslexie", None))

    found = opened(book(parents=rows), TODAY)

    assert ([one["id"] for one in found.document["parents"]], found.rows["parents"]) == (["1", "2"], [4, 6])


@pytest.mark.parametrize(
    ("header", "cell", "field", "value"),
    [
        ("Onderwerpen", "autisme; F3", "topics", ["F6", "F3"]),
        ("Onderwerp", "Angst, somberheid, schoolweigering", "topics", ["F8"]),
        ("Woonplaats", "egmond aan zee", "municipality", "GM0373"),
        ("Onderwijs", "basisonderwijs", "sector", "po"),
        ("Leeftijd", 8, "age_band", "7-9"),
        ("Leeftijd", "8 jaar", "age_band", "7-9"),
        ("Leeftijd", date(2026, 12, 10), "age_band", "10-12"),
        ("Contact", "bellen, online", "contact_modes", ["phone", "online"]),
        ("Momenten", "di avond en do-ochtend", "moments", ["thu morning", "tue evening"]),
        ("Momenten", "Doordeweeks, in de ochtend, in het weekend in de avond", "moments", [
            "fri morning", "mon morning", "sat evening", "sun evening", "thu morning", "tue morning", "wed morning",
        ]),
        ("Momenten", "Monday evening and tuesday afternoon", "moments", ["mon evening", "tue afternoon"]),
        ("Momenten", "weekend ochtend", "moments", ["sat morning", "sun morning"]),
        ("Talen", "Nederlands en Arabisch", "languages", ["nl", "ar"]),
        ("Soort hulp", "Een luisterend oor", "style", "listening"),
        ("Niet uit eigen dorp", "JA", "avoid_own_municipality", True),
        ("Niet uit eigen dorp", False, "avoid_own_municipality", False),
        ("Wacht sinds", date(2026, 11, 1), "waiting_since", "2026-11-01"),
        ("Wacht sinds", "1-11-2026", "waiting_since", "2026-11-01"),
        ("Wachtdagen", "12 dagen", "waiting_days", 12),
        ("Wachtdagen", 12.0, "waiting_days", 12),
        ("Haast", "snel", "urgency", 1),
        ("Niet met", "b1, b2", "not_with", ["b1", "b2"]),
        ("Toestemming", "x", "consent", True),
    ],
)  # fmt: skip
def test_a_cell_may_be_written_in_many_ways(header: str, cell: Any, field: str, value: Any) -> None:
    assert parent(**{header: cell}) == {field: value}


def test_a_cell_that_says_there_is_nothing_counts_as_empty() -> None:
    assert parent(Onderwerpen="-", Talen=" ", Leeftijd="onbekend") == {}


def test_who_keeps_certificates_says_no_with_an_empty_cell() -> None:
    kept = buddies(("b1", date(2026, 1, 5)), ("b2", None), headers=("Nr", "VOG"))

    assert kept == [{"id": "b1", "certificate_seen_on": "2026-01-05"}, {"id": "b2", "certificate_valid": False}]


def test_who_leaves_a_whole_column_empty_does_not_keep_it() -> None:
    assert buddies(("b1", None), headers=("Nr", "VOG")) == [{"id": "b1"}]


def test_a_day_of_training_that_is_yet_to_come_means_not_yet() -> None:
    found = buddies(("b1", "1-2-2026"), ("b2", "1-2-2027"), headers=("Nr", "Training"))

    assert [one["trained"] for one in found] == [True, False]


def test_columns_that_are_not_used_are_told() -> None:
    found = opened(book(parents=(("Nr", "Achternaam"), ("p1", "Jansen"))), TODAY)

    assert found.unused == (("Ouders", "Achternaam"),)


def more(name: str, *rows: Any, parents: Rows = PARENTS) -> bytes:
    return book({"Ouders": parents, "Buddy's": BUDDIES, name: rows})


def test_weights_may_stand_on_a_sheet_of_their_own() -> None:
    found = opened(
        more("Regels", ("Regel", "Gewicht"), ("Afstand", 40), ("Rust", None), ("Verdeling van het werk", 5)), TODAY
    )

    assert (found.document["weights"], found.document["load_weight"]) == ({"nearby": 40}, 5)


def test_topics_may_stand_on_a_sheet_of_their_own() -> None:
    topics = (
        ("Code", "Naam", "Hoort bij", "Lijkt op"),
        ("X", "Thuis"),
        ("X1", "Slaap", "X", "Rust"),
        ("X2", "Rust", "Thuis"),
    )
    content = book(
        {
            "Ouders": (("Nr", "Onderwerp"), ("p1", "slaap")),
            "Buddy's": (("Nr", "Onderwerp"), ("b1", "rust")),
            "Onderwerpen": topics,
        }
    )

    document = opened(content, TODAY).document

    assert [one.get("group") for one in document["topics"]] == [None, "X", "X"]
    assert (document["topic_neighbours"], document["parents"][0]["topics"]) == ([["X1", "X2"]], ["X1"])
    assert read(content, known())[0].crowd.askers[0].need.topics["X1"]["X2"] == 0.5


def test_a_municipality_that_the_product_knows_needs_no_degrees() -> None:
    rows = (("Gemeente", "Breedtegraad", "Lengtegraad"), ("Bergen (NH.)", None, None), ("Hoorn", "52,64", 5.06))

    people, _workbook = read(
        book({"Ouders": PARENTS, "Buddy's": (("Nr", "Plaats"), ("b1", "Hoorn")), "Gemeenten": rows}), known()
    )

    assert people.crowd.offers[0].place
    assert people.crowd.offers[0].place.latitude == 52.64


def test_choices_may_be_added_on_a_sheet_of_their_own() -> None:
    content = more(
        "Keuzelijsten", ("Taal",), ("Nederlands",), ("Papiaments",), parents=(("Nr", "Taal"), ("p1", "papiaments"))
    )

    assert opened(content, TODAY).document["parents"][0]["languages"] == ["Papiaments"]
    assert read(content, known())[0].crowd.askers[0].need.languages == {"Papiaments"}


def test_a_full_workbook_is_read_in_a_bearable_time() -> None:
    moments = [f"{day}{part}" for day in ("ma", "di", "wo") for part in ("ochtend", "avond")]
    rows = [(f"p{one}", ", ".join(moments[one % 6 :] + moments[: one % 3])) for one in range(600)]

    began = time.process_time()
    opened(book(parents=(("Nr", "Momenten"), *rows)), TODAY)

    assert time.process_time() - began < 5
