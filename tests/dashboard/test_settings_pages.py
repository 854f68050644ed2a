"""The settings over HTTP: every part, with what is refused and who may not come near."""

import base64
import json
from datetime import date, datetime
from typing import Any

import pytest

from dashboard.pages.settings.regions import FORGET
from dashboard.parts.dialog import DIALOG
from dashboard.parts.setup.letter_samples import sample_values
from domain import catalogue, organisation
from domain.actors import Actor, Role
from domain.matchmaking import shortlist, weights
from domain.post import letter_texts
from mail.templates import standard
from store.database import Database
from store.queries import choices, setup
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 20
PATHS = ("", "/onderwerpen", "/onderwerpen/F6", "/onderwerpen/nieuw?groep=F", "/regios", "/regios/1", "/matching",
         "/berichten", "/berichten/sign_up_confirmed", "/automatiseringen", "/termijnen",
         "/leerlingen", "/namen")  # fmt: skip


def staff(database: Database, now: datetime, role: Role = Role.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(Actor(name="Tess", roles=frozenset({role}), account_id=1))


def fields(form: str, **values: object) -> Any:
    return (
        ...,
        "",
        many(*(({"type": "field", "form": form, "key": key}, "value", value) for key, value in values.items())),
    )


def send(visitor: Visitor, name: str, button: str, *states: Any) -> str:
    output = visitor.doors.output_of(*name.split("|"))
    return visitor.call(output, [(button, "n_clicks", 1)], states).get_data(as_text=True)


def drawn(visitor: Visitor, path: str) -> str:
    pathname, _, search = path.partition("?")
    inputs = [("address", "pathname", f"/werk/instellingen{pathname}"), ("address", "search", f"?{search}")]
    return visitor.call("..page.children...page-title.data..", inputs).get_data(as_text=True)


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


TOPIC = {
    "name_nl": "Autisme (ass)",
    "name_en": "Autism",
    "synonyms": "",
    "favourite": [],
    "sensitive": ["yes"],
    "until": None,
    "neighbours": ["F9"],
}


def save_topic(visitor: Visitor, about: dict[str, str], **facts: object) -> str:
    return send(
        visitor, '"form":"topic"', "topic-save", fields("topic", **{**TOPIC, **facts}), ("topic-about", "data", about)
    )


def topic(database: Database, code: str) -> setup.TopicRow:
    with database.reading() as session:
        return next(one for one in setup.topics(session) if one.code == code)


def test_a_topic_is_changed(sqlite: Database, now: datetime) -> None:
    save_topic(staff(sqlite, now), {"code": "F6"})

    assert topic(sqlite, "F6") == setup.TopicRow("F6", "F", "Autisme (ass)", "Autism", False, True, ("F9",))


def test_a_topic_goes_out_of_use(sqlite: Database, now: datetime) -> None:
    save_topic(staff(sqlite, now), {"code": "F6"}, until="2026-11-24")

    assert topic(sqlite, "F6").until == date(2026, 11, 24)


def test_a_topic_is_added(sqlite: Database, now: datetime) -> None:
    save_topic(staff(sqlite, now), {"group": "F"}, name_nl="Tics")

    assert topic(sqlite, "F13").name_nl == "Tics"


def test_a_group_is_renamed(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    send(
        visitor,
        '"form":"topic"',
        "topic-save",
        fields("topic", name_nl="Thuis", name_en="Home"),
        ("topic-about", "data", {"code": "G"}),
    )

    assert topic(sqlite, "G").name_nl == "Thuis"


@pytest.mark.parametrize(
    ("about", "facts", "sentence"),
    [
        ({"code": "F6"}, {"name_nl": "Dyslexie"}, "Er is al een onderwerp met deze naam."),
        ({"code": "F6"}, {"name_nl": ""}, "Vul in: Naam"),
        ({"code": "F6"}, {"neighbours": ["Z9"]}, "Kies uit de lijst: Lijkt op"),
        ({"code": "Z9"}, {}, "Dit bestaat niet (meer)."),
        ({"group": "Z"}, {}, "Dit bestaat niet (meer)."),
    ],
)
def test_a_topic_that_can_not_be_is_refused(
    sqlite: Database, now: datetime, about: dict[str, str], facts: dict[str, object], sentence: str
) -> None:
    assert sentence in save_topic(staff(sqlite, now), about, **facts)


def test_a_region_gets_other_municipalities(sqlite: Database, now: datetime) -> None:
    typed = fields("region", name="Kop", municipalities=["GM0361"])
    send(staff(sqlite, now), '"form":"region"', "region-save", typed, ("region-number", "data", 1))

    with sqlite.reading() as session:
        assert [one.municipalities for one in setup.regions(session) if one.id == 1] == [("GM0361",)]


def test_a_village_is_added_and_taken_away(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    send(visitor, '"form":"place"', "place-add", fields("place", place="Stompetoren", municipality="GM0361"))
    with sqlite.reading() as session:
        known = choices.place_names(session).get("stompetoren")
    button = {"type": FORGET, "place": "Stompetoren"}
    output = next(key for key in visitor.doors.dashboard.callback_map if key.startswith("place-changed.data@"))
    visitor.call(output, [(..., "", many((button, "n_clicks", 1)))], (), [prop_id(button, "n_clicks")])

    with sqlite.reading() as session:
        assert (known, "stompetoren" in choices.place_names(session)) == ("GM0361", False)


def test_a_village_of_another_municipality_is_refused(sqlite: Database, now: datetime) -> None:
    typed = fields("place", place="Heerhugowaard", municipality="GM0361")

    page = send(staff(sqlite, now), '"form":"place"', "place-add", typed)

    assert "Heerhugowaard hoort al bij Dijk en Waard." in page


def save_weights(visitor: Visitor, **values: object) -> str:
    boxes = [({"type": "weight", "key": key}, "value", value) for key, value in values.items()]
    names = [({"type": "weight", "key": key}, "id", {"type": "weight", "key": key}) for key in values]
    return send(visitor, "weights-saved.data", "weights-save", (..., "", many(*boxes)), (..., "", many(*names)))


def test_a_rule_counts_heavier(sqlite: Database, now: datetime) -> None:
    save_weights(staff(sqlite, now), topic=35, nearby=90)

    with sqlite.reading() as session:
        assert shortlist.weights(session)["nearby"] == 90


def try_weights(visitor: Visitor, **values: object) -> str:
    typed = ("weights-typed", "data", [[key, value] for key, value in values.items()])
    answer = visitor.call("weights-trial.children", [typed, ("weights-saved", "data", None)])
    return json.dumps(answer.get_json(), ensure_ascii=False)


def one_who_waits(database: Database, now: datetime) -> None:
    """Anna knows the topic and lives far off, Bart knows something like it and lives around the corner."""
    with database.writing() as session:
        make.request(session, now=now, contact_modes=("home",), topics=("F1",))
        make.buddy(session, now=now, topics=("F1",), municipality_code="GM0450", travel_km=50)
        make.buddy(session, now=now, name="Bart Mulder", email="b@example.nl", topics=("F2",), travel_km=50)


def test_what_other_weights_would_do_is_said_before_they_are_saved(sqlite: Database, now: datetime) -> None:
    one_who_waits(sqlite, now)

    page = try_weights(staff(sqlite, now), topic=0, nearby=100)

    said = (
        "Farida: dan Bart Mulder, nu Anna de Vries.",
        "evenveel ouders geholpen: 1 van de 1",
        "Voorbeeld: Farida en Bart Mulder",
    )
    assert [text in page for text in said] == [True] * 3


def test_an_administrator_reads_how_many_change_and_no_names(sqlite: Database, now: datetime) -> None:
    one_who_waits(sqlite, now)

    page = try_weights(staff(sqlite, now, Role.ADMINISTRATOR), topic=0, nearby=100)

    assert ("Voor 1 ouder verandert er iets." in page, "Farida" in page, "Bart" in page) == (True, False, False)


def test_as_long_as_nothing_is_typed_the_view_says_how_it_is_now(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    empty = try_weights(visitor)
    one_who_waits(sqlite, now)

    assert ("Er wacht nu niemand." in empty, "Nu kan 1 van 1 ouder" in try_weights(visitor)) == (True, True)


@pytest.mark.parametrize("value", [101, -5, 2.5, "", None, "veel", [1]])
def test_the_view_says_quietly_that_a_number_can_not_be(sqlite: Database, now: datetime, value: object) -> None:
    assert "Kies een getal van 0 tot en met 100." in try_weights(staff(sqlite, now), nearby=value)


def test_the_spread_of_plans_is_saved_with_the_rules(sqlite: Database, now: datetime) -> None:
    save_weights(staff(sqlite, now), spread=300)

    with sqlite.reading() as session:
        assert weights.spread(session) == 300


@pytest.mark.parametrize("value", [101, -5, 2.5, "", None, "veel"])
def test_a_weight_out_of_bounds_is_refused(sqlite: Database, now: datetime, value: object) -> None:
    assert "Kies een getal van 0 tot en met 100." in save_weights(staff(sqlite, now), nearby=value)


def test_the_standard_weights_come_back(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save_weights(visitor, nearby=90)
    button = {"type": DIALOG, "name": "weights-reset", "part": "yes"}
    inputs = [("weights-list", "id", "weights-list"), (button, "n_clicks", 1)]

    page = visitor.call("weights-list.children", inputs, (), [prop_id(button, "n_clicks")]).get_data(as_text=True)

    assert ("De standaard staat er weer." in page, '"value":90' in page) == (True, False)


def about_letter(key: str = "sign_up_confirmed", language: str = "nl") -> tuple[Any, ...]:
    return ("letter-key", "data", key), ("letter-language", "value", language)


def save_letter(visitor: Visitor, title: str, body: str, language: str = "nl") -> str:
    words = ("letter-title", "value", title), ("letter-body", "value", body)
    return send(visitor, "letter-title.error", "letter-save", *words, *about_letter(language=language))


def test_a_letter_gets_other_words(sqlite: Database, now: datetime) -> None:
    save_letter(staff(sqlite, now), "Tot dan", "Dag {naam}. {wanneer} {link}", "en")

    with sqlite.reading() as session:
        assert letter_texts.load(session, "sign_up_confirmed").wording("en").title == "Tot dan"


@pytest.mark.parametrize(
    ("title", "body", "sentence"),
    [
        ("Dag {voornaam}", "{wanneer} {link}", "Dit veld kent dit bericht niet: {voornaam}."),
        ("Dag", "{wanneer}", "In dit bericht moet ook staan: {link}."),
        ("Dag", "", "Er staat nog geen tekst."),
        ("Dag", "{wanneer} {link} {", "Er staat een losse accolade in de tekst."),
    ],
)
def test_words_that_can_not_be_sent_are_refused_with_the_reason(
    sqlite: Database, now: datetime, title: str, body: str, sentence: str
) -> None:
    assert sentence in save_letter(staff(sqlite, now), title, body)


def previewed(visitor: Visitor, title: str | None, body: str | None) -> str:
    inputs = [("letter-title", "value", title), ("letter-body", "value", body)]
    return visitor.call("letter-preview.children", inputs, about_letter()).get_data(as_text=True)


def test_the_preview_fills_in_samples_and_names_what_is_wrong(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "Dag Farida" in previewed(visitor, "Dag {naam}", "{wanneer} {link}")
    assert "Dit veld kent dit bericht niet: {wie}." in previewed(visitor, "Dag {wie}", "{wanneer} {link}")
    assert "Er staat nog geen tekst." in previewed(visitor, None, None)


def test_the_standard_words_come_back(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save_letter(visitor, "Tot dan", "Dag {naam}. {wanneer} {link}")
    button = {"type": DIALOG, "name": "letter-reset", "part": "yes"}
    inputs = [("letter-language", "value", "nl"), (button, "n_clicks", 1)]
    output = visitor.doors.output_of("letter-title.value")

    visitor.call(output, inputs, about_letter()[:1], [prop_id(button, "n_clicks")])

    with sqlite.reading() as session:
        entry = catalogue.entry(session, "letter", "sign_up_confirmed")
    assert entry.data == entry.standard


def test_every_placeholder_has_a_sample() -> None:
    assert {name for letter in standard() for name in letter.fields} <= set(sample_values())


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
