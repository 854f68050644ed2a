"""Templates on screen, over HTTP: kept from a gathering, chosen for a new one, renamed and thrown away."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.pages.gatherings.event_templates import NAME, REMOVE, RENAME
from dashboard.parts.dialog import DIALOG
from domain.gatherings import event_templates
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


@pytest.fixture
def visitor(sqlite: Database, now: datetime) -> Visitor:
    with sqlite.writing() as session:
        make.cafe(session, now=now, title="Slaapavond", seats=7)
    return Doors(sqlite, now).visitor(make.COORDINATOR)


def keep(visitor: Visitor, name: str) -> Any:
    states = [("event-number", "data", 1), ("template-name", "value", name)]
    names = [key for key in visitor.doors.dashboard.callback_map if "template-name.error" in key]
    output = next(key for key in names if "template-name.value" not in key)
    return visitor.call(output, [("template-yes", "n_clicks", 1)], states).get_json()["response"]


def kept(visitor: Visitor) -> list[tuple[str, str]]:
    with visitor.doors.database.reading() as session:
        return [(one.key, one.name) for one in event_templates.templates(session)]


def page(visitor: Visitor, search: str) -> str:
    inputs = [("address", "pathname", "/werk/kalender/nieuw"), ("address", "search", search)]
    return visitor.call(visitor.doors.output_of("page.children"), inputs).get_data(as_text=True)


def test_a_gathering_becomes_a_template_that_a_new_one_begins_with(visitor: Visitor) -> None:
    assert "Begin met een sjabloon" not in page(visitor, "")

    keep(visitor, "Avond over slapen")

    ((key, name),) = kept(visitor)
    begun = page(visitor, f"?sjabloon={key}&datum=2026-12-08")
    assert name in page(visitor, "")
    assert [part in begun for part in ("Slaapavond", "2026-12-08", "Kerkstraat 1")] == [True, True, True]
    assert "Slaapavond" not in page(visitor, "?sjabloon=unknown")


def test_a_name_that_is_taken_is_said_at_the_field(visitor: Visitor) -> None:
    keep(visitor, "Slapen")

    assert "al een sjabloon" in str(keep(visitor, "slapen"))
    assert len(kept(visitor)) == 1


def test_templates_are_renamed_and_thrown_away(visitor: Visitor) -> None:
    keep(visitor, "Slapen")
    ((key, _name),) = kept(visitor)
    field, button = {"type": NAME, "key": key}, {"type": RENAME, "key": key}
    every = list(visitor.doors.dashboard.callback_map)
    rename = next(one for one in every if NAME in one)
    remove = next(one for one in every if one.startswith("templates-changed.data"))
    wanted = [{"id": "templates-changed", "property": "data"}, [{"id": field, "property": "error"}]]
    body = {
        "output": rename,
        "outputs": wanted,
        "inputs": [many((button, "n_clicks", 1))],
        "state": [many((field, "value", "Nacht"))],
        "changedPropIds": [prop_id(button, "n_clicks")],
    }
    headers = {"Sec-Fetch-Site": "same-origin", "X-CSRFToken": "form-token"}
    visitor.client.post("/werk/_dash-update-component", json=body, headers=headers)
    assert kept(visitor) == [(key, "Nacht")]

    yes = {"type": DIALOG, "name": REMOVE + key, "part": "yes"}
    visitor.call(remove, [(..., "", many((yes, "n_clicks", 1)))], [], [prop_id(yes, "n_clicks")])

    assert kept(visitor) == []
