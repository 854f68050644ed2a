"""Where the support point works, and the names of villages that it knows."""

from datetime import datetime

import pytest

from domain import regions
from domain.refused import Refused
from store.database import Database
from store.queries import choices, setup
from tests import make


def test_a_region_gets_other_municipalities(database: Database, now: datetime) -> None:
    with database.writing() as session:
        first = setup.regions(session)[0]
        regions.change(session, first.id, " Kop ", ["GM0361", "GM1980"], by=make.COORDINATOR, now=now)

    with database.reading() as session:
        changed, other = setup.regions(session)
    assert (changed.name, changed.municipalities) == ("Kop", ("GM0361", "GM1980"))
    assert len(other.municipalities) == 6


@pytest.mark.parametrize(
    ("name", "codes", "key"),
    [
        (" ", ["GM0361"], "region.name_needed"),
        ("Kop", [], "region.municipality_needed"),
        ("Kop", ["GM9999"], "not_found"),
    ],
)
def test_a_region_needs_a_name_and_a_municipality(
    sqlite: Database, now: datetime, name: str, codes: list[str], key: str
) -> None:
    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        regions.change(session, 1, name, codes, by=make.COORDINATOR, now=now)

    assert refused.value.key == key


def test_a_village_is_known_from_then_on_and_forgotten_again(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for _twice in range(2):
            regions.add_place(session, " Aartswoud ", "GM0361", by=make.COORDINATOR, now=now)
        known = choices.place_names(session)
        regions.remove_place(session, "Aartswoud", by=make.COORDINATOR, now=now)
        regions.remove_place(session, "Aartswoud", by=make.COORDINATOR, now=now)

        assert (known["aartswoud"], "aartswoud" in choices.place_names(session)) == ("GM0361", False)


def test_a_village_belongs_to_one_municipality(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        regions.add_place(session, "heerhugowaard", "GM0361", by=make.COORDINATOR, now=now)

    assert refused.value.values == {"place": "Heerhugowaard", "municipality": "Dijk en Waard"}
