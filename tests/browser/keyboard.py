"""Choosing by keyboard, however slow the machine: look what is marked before pressing on."""

from playwright.sync_api import Page

MOST_STEPS = 60


def walk_to(page: Page, text: str) -> None:
    """Arrow down an open list to the choice `text` and take it; a list marks its first choice when it likes."""
    marked = page.locator("[data-combobox-selected]:visible")
    for _step in range(MOST_STEPS):
        if marked.all_inner_texts() == [text]:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"No arrow reaches {text}")
