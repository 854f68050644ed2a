"""The browser, for every test in this room."""

from tests.browser.chromium import chromium, open_page

__all__ = ["chromium", "open_page"]
