"""The pages of the dashboard, in the order of the navigation."""

from dashboard.page import Page

PAGES: tuple[Page, ...] = ()
