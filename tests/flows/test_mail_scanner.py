"""A mail scanner opens each link of a letter before its reader does, in every way of looking: nothing changes."""

from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import select

from store.database import Database
from store.models.table import Table
from tests.invented import invented_years, point_in
from tests.public_addresses import links_from_letters

__all__ = ["invented_years"]

METHODS = ("GET", "HEAD", "OPTIONS")
# What a button on such a page sends, tried as part of an address.
TRIED = ("", "do=yes", "do=no", "do=cancel", "do=erase", "do=withdraw", "do=still_wanted", "do=react", "answer=good")


def everything(database: Database) -> dict[str, list[str]]:
    with database.reading() as session:
        tables = Table.metadata.sorted_tables
        return {one.name: sorted(map(repr, session.execute(select(one)).all())) for one in tables}


@pytest.mark.parametrize("method", METHODS)
def test_looking_at_every_link_changes_no_row_of_any_table(invented_years: Path, tmp_path: Path, method: str) -> None:
    with point_in(tmp_path, invented_years) as point:
        links = links_from_letters(point)
        before = everything(point.database)

        answers = {
            point.server.test_client().open(f"{link}{'&' if '?' in link else '?'}{tried}", method=method).status_code
            for link, tried in product(links, TRIED)
        }

        after = everything(point.database)
    assert (len(links) > 4, max(answers) < 400) == (True, True)
    assert [name for name in before if before[name] != after[name]] == []
