"""People as text: nothing is lost on the way to the store and back."""

import json

from hypothesis import given

from matching import people_text
from matching.people import Need, Offer
from tests.matching.people import needs, offers


@given(needs)
def test_a_parent_survives_storage_as_text(need: Need) -> None:
    assert people_text.need(json.loads(json.dumps(people_text.as_json(need)))) == need


@given(offers)
def test_a_buddy_survives_storage_as_text(some: list[Offer]) -> None:
    stored = json.loads(json.dumps([people_text.as_json(one) for one in some]))

    assert [people_text.offer(one) for one in stored] == some
