"""The settings over HTTP: every part, with what is refused and who may not come near."""

import base64
from datetime import datetime
from typing import Any

import pytest

from dashboard.parts.dialog import DIALOG
from domain import catalogue, organisation
from domain.actors import Role
from store.database import Database
from tests.dashboard.setup.settings_form import drawn, fields, send, staff
from tests.doors import Visitor, many, prop_id

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 20
PATHS = ("", "/onderwerpen", "/onderwerpen/F6", "/onderwerpen/nieuw?groep=F", "/regios", "/regios/1", "/matching",
         "/berichten", "/berichten/sign_up_confirmed", "/automatiseringen", "/termijnen",
         "/leerlingen", "/namen")  # fmt: skip


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize("path", PATHS)
def test_every_part_is_drawn(sqlite: Database, now: datetime, path: str, role: Role) -> None:
    page = drawn(staff(sqlite, now, role), path)

    assert ('"type":"H1"' in page, "Er ging iets mis" in page) == (True, False)


@pytest.mark.parametrize("role", [Role.BUDDY, Role.POLICY])
@pytest.mark.parametrize("path", PATHS)
def test_no_part_is_for_others(sqlite: Database, now: datetime, path: str, role: Role) -> None:
    visitor = staff(sqlite, now, role)

    assert visitor.get(f"/werk/instellingen{path}").status_code == 403
    assert "Uw rol geeft geen toegang" in drawn(visitor, path)


@pytest.mark.parametrize("path", ["/onderwerpen/Z9", "/onderwerpen/nieuw?groep=F6", "/regios/99", "/berichten/poem"])
def test_what_is_not_there_says_so(sqlite: Database, now: datetime, path: str) -> None:
    assert "is er niet" in drawn(staff(sqlite, now), path)


FACTS = {"name": "Steunpunt Kop", "short_name": "Kop", "phone": "072 1234567", "email": "kop@voorbeeld.nl", "hours": ""}


def test_the_organisation_gets_another_name(sqlite: Database, now: datetime) -> None:
    send(staff(sqlite, now), '"form":"organisation"', "organisation-save", fields("organisation", **FACTS))

    with sqlite.reading() as session:
        assert organisation.load(session) == organisation.Organisation(**FACTS)


def test_a_mistake_in_the_organisation_is_named(sqlite: Database, now: datetime) -> None:
    wrong = {**FACTS, "name": "", "email": "kop"}

    page = send(staff(sqlite, now), '"form":"organisation"', "organisation-save", fields("organisation", **wrong))

    assert ("Vul in: Naam" in page, "Dit e-mailadres klopt niet." in page) == (True, True)


def upload(visitor: Visitor, content: bytes) -> str:
    file = {"contents": f"data:image/png;base64,{base64.b64encode(content).decode()}", "name": "logo.png"}
    return visitor.call(visitor.doors.output_of("logo-changed.data..."), [("logo-file", "data", file)]).get_data(
        as_text=True
    )


def test_a_logo_is_put_up_and_taken_away(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    upload(visitor, PNG)
    with sqlite.reading() as session:
        shown = organisation.picture(session, "logo")
    button = {"type": DIALOG, "name": "logo-remove", "part": "yes"}
    output = next(key for key in visitor.doors.dashboard.callback_map if key.startswith("logo-changed.data@"))
    visitor.call(output, [(button, "n_clicks", 1)], (), [prop_id(button, "n_clicks")])

    with sqlite.reading() as session:
        assert (shown and shown[1], organisation.picture(session, "logo")) == (PNG, None)


def test_a_drawing_that_can_carry_a_script_is_no_logo(sqlite: Database, now: datetime) -> None:
    assert "Kies een plaatje: PNG, JPEG of WebP." in upload(staff(sqlite, now), b"<svg onload='x()'/>")


def test_an_automation_is_switched_on_by_one_tap(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    name = {"type": "automation-switch", "key": "next_after_no"}

    said = visitor.call(
        "automations-said.children", [(..., "", many((name, "checked", True)))], [], [prop_id(name, "checked")]
    ).get_data(as_text=True)

    assert "Aan: Buddy zegt nee: vraag meteen de volgende" in said
    with sqlite.reading() as session:
        assert catalogue.entry(session, "automation", "next_after_no").active


def limits(visitor: Visitor, **typed: object) -> str:
    ids = [{"type": "time-limit", "key": "buddy_answer", "name": name} for name in typed]
    values = many(*((one, "value", value) for one, value in zip(ids, typed.values(), strict=True)))
    states: list[Any] = [(..., "", values), (..., "", many(*((one, "id", one) for one in ids)))]
    output = visitor.doors.output_of('"type":"time-limit"')
    return visitor.call(output, [("time-limits-save", "n_clicks", 1)], states).get_data(as_text=True)


def test_a_term_is_changed_or_refused_at_its_field(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "1 termijn is nu anders." in limits(visitor, hours=36, remind_hours=6)
    assert "Vul een heel getal in van 0 tot en met 23." in limits(visitor, hours=24, remind_hours=24)
    assert "Vul een heel getal in" in limits(visitor, hours="")
    with sqlite.reading() as session:
        assert catalogue.entry(session, "time_limit", "buddy_answer").data == {"hours": 36, "remind_hours": 6}
