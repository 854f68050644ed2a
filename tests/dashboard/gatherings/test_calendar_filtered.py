"""The month narrowed, and the way through it, over HTTP."""

from datetime import date, datetime, time, timedelta

import pytest

from domain.gatherings.event_plans import VenuePlan
from domain.local_time import instant
from store.database import Database
from tests import make
from tests.dashboard.gatherings.calendar_page import body, shown, staff
from tests.doors import Doors, Visitor


def address(visitor: Visitor, known: str = "", pressed: str | None = None, **choices: str) -> str:
    return str(shown(visitor, known, pressed, **choices)["page-question"]["data"])


@pytest.mark.parametrize(
    ("known", "pressed", "expected"),
    [
        ("", "calendar-next", "maand=2026-12"),
        ("maand=2026-12", "calendar-next", "maand=2027-01"),
        ("maand=2026-12", "calendar-previous", ""),
        ("maand=2024-02", "calendar-today", ""),
        ("maand=nonsense", None, ""),
        ("maand=2100-12", "calendar-next", "maand=2100-12"),
        ("maand=9999-12", None, "maand=2100-12"),
        ("zicht=week", "calendar-next", "zicht=week&datum=2026-11-30"),
        ("zicht=week&datum=2026-12-03", None, "zicht=week&datum=2026-11-30"),
        ("zicht=week&datum=2026-11-30", "calendar-previous", "zicht=week"),
        ("zicht=week&datum=0001-01-01", "calendar-previous", "zicht=week&datum=2000-01-03"),
        ("zicht=lijst&wanneer=geweest", None, "zicht=lijst&wanneer=geweest"),
        ("zicht=lijst&pagina=99999999", "calendar-next", "zicht=lijst"),
        ("zicht=jaar&stand=weird&datum=31", None, ""),
    ],
)
def test_one_goes_back_and_forth_and_never_off_the_edge(
    sqlite: Database, now: datetime, known: str, pressed: str | None, expected: str
) -> None:
    assert address(staff(sqlite, now), known, pressed) == expected


def test_what_is_asked_for_stays_in_the_address(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    kept = address(visitor, "maand=2026-12", zicht="week", soort="cafe", plaats="GM0361", onderwerp="F", stand="open")

    assert kept == "zicht=week&datum=2026-11-30&soort=cafe&gemeente=GM0361&onderwerp=F&stand=open"
    assert address(visitor, kept) == kept


def test_from_this_month_one_comes_to_this_week(sqlite: Database, now: datetime) -> None:
    assert address(staff(sqlite, now), zicht="week") == "zicht=week"


@pytest.mark.parametrize("sight", ["maand", "week", "lijst"])
def test_every_view_shows_only_what_was_asked_for(sqlite: Database, now: datetime, sight: str) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now, title="Slaapcafé", topics=("F1",), starts_at=instant(date(2026, 11, 26), time(19)))
        elsewhere = VenuePlan("Bron", "GM0373", "Kerkstraat 1")
        make.cafe(session, now=now, title="Pubercafé", venue=elsewhere, starts_at=instant(date(2026, 11, 27), time(9)))
    visitor = staff(sqlite, now)

    def titles(**choices: str) -> list[str]:
        found = body(visitor, zicht=sight, **choices)
        return [title for title in ("Slaapcafé", "Pubercafé") if title in found]

    assert titles() == ["Slaapcafé", "Pubercafé"]
    assert titles(plaats="GM0361") == ["Slaapcafé"]
    assert titles(onderwerp="F1") == titles(onderwerp="F") == ["Slaapcafé"]
    assert titles(stand="draft") == titles(soort="training") == []


def test_the_list_goes_on_to_the_next_page_and_back_in_time(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for number in range(1, 29):
            make.cafe(session, now=now, title=f"Café {number}.", starts_at=now + timedelta(days=number))
    doors = Doors(sqlite, now + timedelta(days=2, hours=3))
    visitor = doors.visitor(make.COORDINATOR)

    first, second, over = (body(visitor, f"zicht=lijst{more}") for more in ("", "&pagina=2", "&wanneer=geweest"))

    assert [("Café 3." in first, "Café 27." in first), ("Café 28." in second, "26 bijeenkomsten" in second)] == [
        (True, True),
        (True, True),
    ]
    assert over.index("Café 2.") < over.index("Café 1.")
    assert "Café 3." not in over
