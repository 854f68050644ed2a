"""Weights in a real browser: what they would do is said while somebody types, and saving loses nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from domain.actors import Role
from domain.matchmaking import shortlist
from tests.browser.chromium import OpenPage, serving
from tests.invented import point_in

pytestmark = pytest.mark.browser


def test_what_a_weight_would_do_is_seen_while_typing_and_kept_when_saved(
    invented_years: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    with point_in(tmp_path, invented_years) as point, serving(point.server) as home:
        page = open_page(f"{home}/werk/instellingen/matching", server=point.server, token=point.token(Role.COORDINATOR))
        view = page.get_by_role("status").filter(has_text="Verander een getal")
        expect(view).to_be_visible()

        page.get_by_label("Afstand").fill("95")
        expect(page.get_by_text("ouders geholpen")).to_be_visible()
        page.get_by_label("Afstand").fill("90")
        page.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_text("1 regel telt nu anders.")).to_be_visible()
        expect(view).to_be_visible()

        with point.database.reading() as session:
            assert shortlist.weights(session)["nearby"] == 90
