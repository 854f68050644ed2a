"""Places as tiles: one each, north above south, the same on every machine."""

from hypothesis import given
from hypothesis import strategies as st

from matching.people import Place
from matching.tiles import tiles
from tests.matching.people import ALKMAAR, HEILOO, UITGEEST

places = st.lists(
    st.builds(Place, st.uuids().map(str), st.floats(50.7, 53.6), st.floats(3.3, 7.3)),
    max_size=30,
    unique_by=lambda one: one.municipality,
)


def test_three_places_from_north_to_south() -> None:
    rows = {code: row for code, (row, _column) in tiles([UITGEEST, ALKMAAR, HEILOO]).items()}

    assert rows["GM0361"] < rows["GM0450"]
    assert rows["GM0361"] <= rows["GM0399"] <= rows["GM0450"]


def test_one_place_is_one_tile_and_none_are_none() -> None:
    assert (tiles([ALKMAAR]), tiles([])) == ({"GM0361": (0, 0)}, {})


@given(places)
def test_every_place_has_a_tile_of_its_own(found: list[Place]) -> None:
    drawn = tiles(found)

    assert len(set(drawn.values())) == len(drawn) == len(found)


@given(places)
def test_the_order_of_the_places_changes_nothing(found: list[Place]) -> None:
    assert tiles(found) == tiles(reversed(found))


@given(places)
def test_the_tiles_begin_in_the_corner(found: list[Place]) -> None:
    drawn = tiles(found).values()

    assert not drawn or (min(row for row, _ in drawn), min(column for _, column in drawn)) == (0, 0)
