"""Several parents at once."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.matching.people import needs

some_needs = st.lists(needs, max_size=5).map(
    lambda some: [replace(one, request_id=number) for number, one in enumerate(some, start=1)]
)
