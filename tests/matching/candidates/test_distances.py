"""Distances that are kept, and those that nobody needs."""

from hypothesis import given
from hypothesis import strategies as st

from matching.candidates.distances import FAR, tenths_between
from matching.people import Place

places = st.lists(
    st.builds(Place, st.just("GM"), st.floats(-90, 90), st.floats(-180, 180))
    | st.builds(Place, st.just("GM"), st.floats(50.7, 53.5), st.floats(3.3, 7.2)),
    max_size=6,
    unique=True,
).map(tuple)


@given(places, st.integers(0, 21000))
def test_every_distance_that_somebody_travels_is_exact_and_no_other_seems_near(
    places: tuple[Place, ...], most: int
) -> None:
    found = tenths_between(places, most)

    exact = [one.km_to(other) for one in places for other in places]
    kept = [exact[at] if found[at] == FAR and exact[at] > most else found[at] / 10 for at in range(len(exact))]
    assert kept == exact
