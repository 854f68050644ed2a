"""Importing over HTTP: from a file to rows in the register, and what is refused on the way."""

import base64
import json
from datetime import datetime

import pytest
from sqlalchemy import func, select

from dashboard.parts.dialog import DIALOG
from dashboard.parts.setup.import_pieces import BLANK, COLUMN
from domain.actors import Actor, Role
from domain.importing.columns import Kind
from domain.importing.kinds import REGISTERS
from store.database import Database
from store.models import Question
from tests import make
from tests.domain.importing.sample import content, sample
from tests.doors import Doors, Visitor, many, prop_id

PLAN = "import-preview.children"


def staff(database: Database, now: datetime, role: Role = Role.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(Actor(name="Tess", roles=frozenset({role}), account_id=1))


def upload(data: bytes, name: str = "register.xlsx") -> dict[str, str]:
    return {"contents": f"data:application/octet-stream;base64,{base64.b64encode(data).decode()}", "name": name}


def recognised(visitor: Visitor, file: dict[str, str] | None) -> str:
    inputs = [("import-file", "data", file), ("import-kind", "value", None), ("import-sheet", "value", None)]
    return visitor.call(visitor.doors.output_of("import-columns"), inputs).get_data(as_text=True)


def plan(
    kind: Kind = Kind.QUESTION, file: dict[str, str] | None = None, blank: str | None = None
) -> list[tuple[object, str, object]]:
    _sheets, guessed = sample(kind)
    columns = [
        ({"type": COLUMN, "key": column.key}, "value", str(guessed.columns.get(column.key, "")) or None)
        for column in REGISTERS[kind].columns
    ]
    return [
        ("import-file", "data", file or upload(content())),
        ("import-kind", "value", kind.value),
        ("import-sheet", "value", str(guessed.sheet)),
        (..., "", many(*columns)),
        (..., "", many(({"type": BLANK, "key": "channel"}, "value", blank))),
    ]


def previewed(visitor: Visitor, states: list[tuple[object, str, object]]) -> str:
    output = visitor.doors.output_of("import-preview")
    return visitor.call(output, [("import-look", "n_clicks", 1)], states).get_data(as_text=True)


def taken_in(visitor: Visitor, states: list[tuple[object, str, object]], how: str = "good") -> str:
    output = next(key for key in visitor.doors.dashboard.callback_map if "import-changed.data.." in key)
    inputs = [("import-take", "n_clicks", 1)]
    return visitor.call(output, inputs, [("import-how", "value", how), *states]).get_data(as_text=True)


def questions(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Question)) or 0


def test_a_file_is_recognised_and_its_columns_are_guessed(sqlite: Database, now: datetime) -> None:
    answer = json.loads(recognised(staff(sqlite, now), upload(content())))["response"]

    labels = [one["label"] for one in answer["import-sheet"]["data"]]
    assert (answer["import-kind"]["value"], labels) == ("question", ["vragen", "buddy's", "cafés"])
    assert "Deze kolommen slaan we over: Opmerking." in json.dumps(answer, ensure_ascii=False)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG", "Dit bestand kunnen we niet lezen."),
        (b" ", "Dit bestand is leeg."),
        (b"a;b\n" * 2_700_000, "Dit bestand is te groot."),
    ],
)
def test_a_file_that_can_not_be_read_is_refused_in_place(
    sqlite: Database, now: datetime, data: bytes, sentence: str
) -> None:
    answer = recognised(staff(sqlite, now), upload(data))

    assert sentence in answer


def test_what_is_no_file_at_all_is_refused_too(sqlite: Database, now: datetime) -> None:
    answer = recognised(staff(sqlite, now), {"contents": "data:é", "name": "x"})

    assert "Dit bestand kunnen we niet lezen." in answer


def test_the_preview_counts_and_names_every_bad_row(sqlite: Database, now: datetime) -> None:
    page = previewed(staff(sqlite, now), plan())

    assert '"children":"51"' in page
    assert "“Dyslectie” kennen we niet. Bedoelt u “Dyslexie”?" in page
    assert questions(sqlite) == 0


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_the_good_rows_come_in(sqlite: Database, now: datetime, role: Role) -> None:
    answer = taken_in(staff(sqlite, now, role), plan())

    assert ("51 rijen zijn ingelezen." in answer, questions(sqlite)) == (True, 51)


def test_all_or_nothing_is_nothing_here(sqlite: Database, now: datetime) -> None:
    answer = taken_in(staff(sqlite, now), plan(), how="all")

    assert ("in 9 rijen klopt iets niet" in answer, questions(sqlite)) == (True, 0)


def test_the_same_file_again_says_so(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    taken_in(visitor, plan())

    assert "Dit bestand is al ingelezen op" in previewed(visitor, plan())
    assert "Alles in dit bestand is al ingelezen." in taken_in(visitor, plan())


def test_buddies_come_in_by_their_own_columns(sqlite: Database, now: datetime) -> None:
    assert "5 rijen zijn ingelezen." in taken_in(staff(sqlite, now), plan(Kind.BUDDY))


def test_what_comes_in_can_be_taken_out(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    taken_in(visitor, plan())
    button = {"type": DIALOG, "name": "import-undo-1", "part": "yes"}
    output = next(key for key in visitor.doors.dashboard.callback_map if key.startswith("import-changed.data@"))

    answer = visitor.call(output, [(..., "", many((button, "n_clicks", 1)))], (), [prop_id(button, "n_clicks")])

    assert ("Het is eruit gehaald." in answer.get_data(as_text=True), questions(sqlite)) == (True, 0)


def test_an_unknown_kind_of_channel_for_empty_cells_is_not_believed(sqlite: Database, now: datetime) -> None:
    file = upload(b"Datum;Onderwerp\n3-11-2026;TLV\n")
    states = plan(file=file, blank="pigeon")
    states[3] = (
        ...,
        "",
        many(({"type": COLUMN, "key": "asked_on"}, "value", "0"), ({"type": COLUMN, "key": "topics"}, "value", "1")),
    )

    assert "Er is geen rij die goed genoeg is" in taken_in(staff(sqlite, now), states)


@pytest.mark.parametrize("kind", ["parent", None, 7])
def test_a_forged_plan_is_refused(sqlite: Database, now: datetime, kind: object) -> None:
    states = plan()
    states[1] = ("import-kind", "value", kind)

    assert "Deze keuze past niet bij het bestand." in previewed(staff(sqlite, now), states)


def test_the_history_lists_what_came_in(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    taken_in(visitor, plan())

    page = visitor.call("import-history.children", [("import-changed", "data", None)]).get_data(as_text=True)

    assert ("Vragen" in page, "import-undo-1" in page) == (True, True)


def test_the_sample_can_be_looked_at(sqlite: Database, now: datetime) -> None:
    answer = staff(sqlite, now).call("import-download.data", [("import-sample", "n_clicks", 1)])

    sent = answer.get_json()["response"]["import-download"]["data"]
    assert (sent["filename"], base64.b64decode(sent["content"])) == ("register.xlsx", content())


@pytest.mark.parametrize("role", [Role.BUDDY, Role.POLICY])
def test_others_reach_nothing_of_it(sqlite: Database, now: datetime, role: Role) -> None:
    visitor = staff(sqlite, now, role)

    assert visitor.get("/werk/importeren").status_code == 403
    assert "error" in taken_in(visitor, plan())
    assert questions(sqlite) == 0


def test_whoever_may_finds_the_page(sqlite: Database, now: datetime) -> None:
    assert Doors(sqlite, now).visitor(make.COORDINATOR).get("/werk/importeren").status_code == 200
