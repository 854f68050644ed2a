"""A database of its own with the invented years in it, for tests that look at what was invented."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Database
from tests.conftest import KEYS
from tests.invented import invented_years

__all__ = ["invented_years"]


@pytest.fixture
def filled(invented_years: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "filled.db"
    shutil.copy(invented_years, path)
    database = Database(f"sqlite:///{path}", KEYS)
    yield database
    database.close()
