"""Every page of the dashboard opens for who may see it, and for nobody else."""

import pytest
from flask.testing import FlaskClient

from dashboard.pages import PAGES
from domain.actors import Role
from tests.invented import BY_ROLE, Point

GOES_ELSEWHERE, NOT_FOR_YOU = 302, 403


@pytest.mark.parametrize("role", Role)
def test_every_page_opens_for_its_roles_only(point: Point, role: Role) -> None:
    client = point.signed_in(role)

    answers = {page.path: client.get(point.address(page)).status_code for page in PAGES}

    assert answers == {page.path: 200 if role in page.roles else NOT_FOR_YOU for page in PAGES}


def test_a_stranger_is_asked_to_sign_in_first(point: Point) -> None:
    client = point.server.test_client()

    asked = [client.get(point.address(page)) for page in PAGES]

    assert {answer.status_code for answer in asked} == {GOES_ELSEWHERE}
    assert all(answer.location.startswith("/inloggen?naar=") for answer in asked)


@pytest.mark.parametrize("role", Role)
def test_everybody_starts_on_a_page_of_their_own(point: Point, role: Role) -> None:
    client: FlaskClient = point.signed_in(role)

    answer = client.get("/werk/", follow_redirects=True)

    assert (answer.status_code, answer.request.path) == (200, next(p.path for p in PAGES if p.icon and role in p.roles))


def test_every_role_has_a_login_to_try(point: Point) -> None:
    assert set(BY_ROLE) == set(Role)
