"""How a page looks in every look: on a desk and on a phone, by day and by night, readable for everybody."""

import os
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import JSHandle, Page

from tests.browser.chromium import DESKTOP, PHONE

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")  # the only rules that night can break where day did not
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
# Day on a desk and night on a phone meet each size and each scheme; EVERY_LOOK=1 asks for the other two as well.
LOOKS = (("light", DESKTOP), ("dark", DESKTOP), ("light", PHONE), ("dark", PHONE))
SHORT = (LOOKS[0], LOOKS[3])
Looks = tuple[tuple[str, tuple[int, int]], ...]
EVERY_LOOK = bool(os.environ.get("EVERY_LOOK"))
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Colours fade when the scheme changes; what is measured is where they end.
STILL = """() => {
  const still = new CSSStyleSheet();
  still.replaceSync("*, *::before, *::after { transition: none !important; animation-duration: 0s !important }");
  document.adoptedStyleSheets = [still];
}"""

# What stands on screen, with the colours and letters that decide whether it can be read.
SHOWN = """() => new Map([...document.body.querySelectorAll("*")]
  .filter(one => one.getClientRects().length && one.checkVisibility({visibilityProperty: true}))
  .map(one => [one, getComputedStyle(one)])
  .map(([one, is]) => [one, [is.color, is.backgroundColor, is.backgroundImage, is.fontSize, is.fontWeight].join()]))"""
# What stands there besides, or otherwise than before: the uppermost of each.
OTHERWISE = f"""before => {{
  const shown = ({SHOWN})(), otherwise = new Set([...shown.keys()].filter(one => before.get(one) !== shown.get(one)));
  return [...otherwise].filter(one => !otherwise.has(one.parentElement));
}}"""
RUN_AXE = """([only, without, where]) => {
  const rules = Object.fromEntries(without.map(rule => [rule, {enabled: false}]));
  const options = {runOnly: only, rules, resultTypes: ["violations"], preload: {assets: ["media"]}};
  return where.length ? axe.run({include: where}, options) : {violations: []};
}"""
# After another size or scheme: what listens to it has run, nothing is being fetched, and the result has been drawn.
DRAWN = """scheme => new Promise((come, fail) => {
  const start = performance.now();
  let still = 0;
  const look = () => {
    const is = document.documentElement.getAttribute("data-mantine-color-scheme") || scheme;
    still = is === scheme && !document.querySelector("[data-dash-is-loading=true]") ? still + 1 : 0;
    if (performance.now() - start > 20000) fail(new Error("never came: " + scheme + " on " + location.pathname));
    else if (still > 2) setTimeout(come, 0);
    else requestAnimationFrame(look);
  };
  look();
})"""


def axe(page: Page) -> list[str]:
    """What axe-core finds wrong on the page as it stands now: rule and element, one line each."""
    page.evaluate(AXE.read_text() + ";0")
    return _run_axe(page, RULES)


def wrong_in_every_look(page: Page, short: Looks = SHORT) -> list[str]:
    """What is wrong with what stands on screen now, on a desk by day and on a phone by night, or in all four ways.

    A phone is asked for colours only where it shows what a desk did not, or shows it otherwise. `short` is for who
    looks at very many pages: what is asked of this one when there is no time for all.
    """
    page.evaluate(AXE.read_text() + ";0")
    page.evaluate(STILL)
    before, on_desk = page.viewport_size, dict[str, JSHandle]()
    wrong = []
    for scheme, size in LOOKS if EVERY_LOOK else short:
        _look(page, scheme, size)
        over = page.evaluate(TOO_WIDE)
        found = [*_found(page, scheme, on_desk), *([f"{over} pixels wider than the screen"] if over > 0 else [])]
        wrong += [f"{scheme} {size[0]}: {one}" for one in found]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(before or {"width": DESKTOP[0], "height": DESKTOP[1]})
    return wrong


def _look(page: Page, scheme: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.evaluate(DRAWN, scheme)


def _found(page: Page, scheme: str, on_desk: dict[str, JSHandle]) -> list[str]:
    """What axe finds; the first time that it is day or night the desk is remembered for the phone."""
    if scheme not in on_desk:
        on_desk[scheme] = page.evaluate_handle(SHOWN)
        return _run_axe(page, RULES if scheme == "light" or not EVERY_LOOK else COLOURS)
    otherwise = page.evaluate_handle(OTHERWISE, on_desk[scheme])
    rest = _run_axe(page, RULES, without=COLOURS) if scheme == "light" else []
    return [*rest, *_run_axe(page, COLOURS, where=otherwise)]


def _run_axe(
    page: Page, rules: tuple[str, ...], *, without: tuple[str, ...] = (), where: JSHandle | None = None
) -> list[str]:
    everywhere = page.evaluate_handle("[document.documentElement]")
    found = page.evaluate(RUN_AXE, [list(rules), list(without), where or everywhere])
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]
