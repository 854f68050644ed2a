"""The browser, and the invented years to look at, for every test in this room."""

from tests.browser.chromium import chromium, open_page
from tests.invented import invented_years, point

__all__ = ["chromium", "invented_years", "open_page", "point"]
