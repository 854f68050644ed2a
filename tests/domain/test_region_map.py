"""The map of the region: a file is checked, matched to our municipalities and made small, or refused."""

import base64
from datetime import datetime
from math import cos, pi, sin
from typing import Any

import orjson
import pytest

from domain import region_map, region_shapes
from domain.refused import Refused
from domain.register import counts
from store.database import Database
from store.queries import choices
from store.queries.numbers import region_map as stored
from tests import make
from tests.doors import Doors, Visitor, many

BERGEN = "Bergen (NH.)"
NAMES = {"GM0361": "Alkmaar", "GM0399": "Heiloo"}


def around(x: float, y: float, size: float, points: int = 8) -> list[list[float]]:
    ring = [[x + size * cos(2 * pi * n / points), y + size * sin(2 * pi * n / points)] for n in range(points)]
    return [*ring, ring[0]]


def feature(value: object, ring: object) -> dict[str, Any]:
    return {"properties": {"statcode": value}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def file(*features: object) -> bytes:
    return orjson.dumps({"type": "FeatureCollection", "features": features})


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        region_shapes.read(content, NAMES)
    return refused.value.key


def test_municipalities_are_known_by_code_by_number_or_by_name() -> None:
    several = [feature(known, around(4.7, 52.6, 0.1)) for known in ("GM0361", "361", "alkmaar")]

    found = [region_shapes.read(file(one, feature("Heiloo", around(4.7, 52.6, 0.1))), NAMES) for one in several]

    assert [(sorted(one["rings"]), round(one["stretch"], 2)) for one in found] == [(["GM0361", "GM0399"], 0.61)] * 3


def test_a_map_in_metres_keeps_its_proportions() -> None:
    found = region_shapes.read(file(*(feature(code, around(110_000, 515_000, 4_000)) for code in NAMES)), NAMES)

    assert found["stretch"] == 1.0


def test_an_outline_is_made_small_and_keeps_its_shape() -> None:
    found = region_shapes.smaller([around(4.7, 52.6, 0.1, points=5_000)])

    assert len(found[0]) <= region_shapes.MOST_POINTS
    assert max(x for x, _y in found[0]) == pytest.approx(4.8, abs=0.001)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"no json", "region_map.no_map"),
        (b"[1]", "region_map.no_map"),
        (file(), "region_map.missing"),
        (file({"properties": {"code": "GM0361"}, "geometry": {"type": "Point", "coordinates": [4, 52]}}),
         "region_map.no_shape"),
        (file(*(feature(code, around(100.0, 10.0, 1)) for code in NAMES)), "region_map.elsewhere"),
        (file(feature("GM0361", [["a", "b"]])), "region_map.no_map"),
        (file(*(feature(code, [[4.7, 52.6], [4.8, 52.6]]) for code in NAMES)), "region_map.no_shape"),
        (b" " * (region_shapes.MOST_MEGABYTES * 1024 * 1024 + 1), "region_map.too_large"),
    ],
)  # fmt: skip
def test_what_is_no_map_of_the_region_is_refused(content: bytes, key: str) -> None:
    assert refusal(content) == key


def test_a_map_replaces_the_one_before_and_can_be_taken_away(database: Database, now: datetime) -> None:
    with database.writing() as session:
        codes = [one.code for one in choices.municipalities(session)]
        content = file(*(feature(code, around(4.7, 52.6, 0.1)) for code in codes))
        for name in ("oud.json", "nieuw.json"):
            region_map.put(session, content, name=name, source="CBS, CC BY", by=make.COORDINATOR, now=now)

    with database.writing() as session:
        found = stored.outlines(session)
        region_map.remove(session, by=make.COORDINATOR, now=now)
        assert (found and found.name, found and found.source) == ("nieuw.json", "CBS, CC BY")
        assert stored.outlines(session) is None


def test_the_place_section_draws_the_borders_and_names_their_source(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        codes = [one.code for one in choices.municipalities(session)]
        content = file(*(feature(code, around(4.7, 52.6, 0.1)) for code in codes))
        region_map.put(session, content, name="kaart.json", source="CBS, CC BY", by=make.COORDINATOR, now=now)
        make.question(session, now=now, municipality="Schoorl")
        counts.refresh(session, now=now)
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    chosen = [(f"trends-{one}", "value", value) for one, value in (("year", "2026"), ("group", None), ("beside", None))]

    page = visitor.call(visitor.doors.output_of("trends-body.children"), chosen, [("trends-section", "data", "plaats")])

    said = page.get_data(as_text=True)
    assert ('"path":"M4.8' in said, "CBS, CC BY" in said) == (True, True)


def test_the_page_with_regions_offers_the_map(sqlite: Database, now: datetime) -> None:
    address = [("address", "pathname", "/werk/instellingen/regios"), ("address", "search", "")]

    page = Doors(sqlite, now).visitor(make.COORDINATOR).call("..page.children...page-title.data..", address)

    assert (page.status_code, "region-map-upload" in page.get_data(as_text=True)) == (200, True)


def test_undoing_an_upload_brings_the_map_before_it_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        content = file(*(feature(one.code, around(4.7, 52.6, 0.1)) for one in choices.municipalities(session)))
        for name in ("oudste.json", "oud.json"):
            region_map.put(session, content, name=name, source="", by=make.COORDINATOR, now=now)
        number = region_map.put(session, content, name="nieuw.json", source="", by=make.COORDINATOR, now=now)

    with database.writing() as session:
        for _time in range(2):
            region_map.undo(session, number, by=make.COORDINATOR, now=now)
        found = stored.outlines(session)
        assert found and found.name == "oud.json"


def test_undoing_the_first_upload_goes_back_to_tiles(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        content = file(*(feature(one.code, around(4.7, 52.6, 0.1)) for one in choices.municipalities(session)))
        number = region_map.put(session, content, name="kaart.json", source="", by=make.COORDINATOR, now=now)
        region_map.undo(session, number, by=make.COORDINATOR, now=now)

        assert stored.outlines(session) is None


def upload(visitor: Visitor, places: list[str]) -> tuple[str, dict[str, str]]:
    """What the page answers, and what it was sent."""
    content = base64.b64encode(file(*(feature(place, around(4.7, 52.6, 0.1)) for place in places))).decode()
    sent = {"contents": f"data:;base64,{content}", "name": "kaart.json"}
    output = visitor.doors.output_of("region-map-put.data...region-map-asked.children...")
    answer = visitor.call(output, [("region-map-file", "data", sent)], [("region-map-source", "value", "CBS")])
    return answer.get_data(as_text=True), sent


def test_where_two_names_fit_the_page_asks_which_and_goes_on_with_the_answer(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    with sqlite.reading() as session:
        ours = {one.name: one.code for one in choices.municipalities(session)}

    asked, sent = upload(visitor, [*(name for name in ours if name != BERGEN), "Bergen (L.)", "Gemeente Bergen"])
    one = {"type": "region-map-which", "place": ours[BERGEN]}
    ids, values = many((one, "id", one)), many((one, "value", "Gemeente Bergen"))
    output = visitor.doors.output_of("region-map-put.data@", "region-map-asked")
    states = [("region-map-file", "data", sent), ("region-map-source", "value", "CBS")]
    visitor.call(output, [("region-map-use", "n_clicks", 1)], [*states, (..., "", ids), (..., "", values)])

    assert (f"Welke gemeente op de kaart is {BERGEN}?" in asked, "Bergen (L.)" in asked) == (True, True)
    with sqlite.reading() as session:
        found = stored.outlines(session)
        assert found and set(found.rings) == set(ours.values())


def test_a_map_that_fits_is_drawn_at_once_and_can_be_undone_on_the_page(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.COORDINATOR)
    with sqlite.reading() as session:
        names = [one.name for one in choices.municipalities(session)]
    upload(visitor, names)

    shown = visitor.call(
        visitor.doors.output_of("region-map-now"), [("region-map-changed", "data", None), ("region-map-put", "data", 1)]
    ).get_data(as_text=True)
    (output,) = [one for one in visitor.doors.dashboard.callback_map if one.startswith("region-map-put.data@")]
    visitor.call(output, [("region-map-undo", "n_clicks", 1)], [("region-map-put", "data", 1)])

    assert ("kaart.json" in shown, '"hidden":false' in shown) == (True, True)
    with sqlite.reading() as session:
        assert stored.outlines(session) is None
