"""The sample dashboard, over HTTP and in a browser."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.browser.chromium import chromium, open_page, serving
from tests.dashboard.sample import sample

__all__ = ["chromium", "open_page"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def url(server: Flask) -> Iterator[str]:
    with serving(server) as address:
        yield address
