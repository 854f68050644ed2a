"""One visit to a page of charts in a real Chromium: when the first chart stands there, and what came over the wire."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright, StorageState
from playwright.sync_api import Page as Tab

from tests.browser.chromium import ARGUMENTS, DESKTOP, browser_path

# Noted at the frame that shows it: a mark of a series that takes up room, in the first chart and in every chart.
WATCH = """(() => {
  const MARKS = ".overplot path, .overplot image";
  const drawn = chart => [...chart.querySelectorAll(MARKS)].some(mark => {
    const size = mark.getBoundingClientRect();
    return size.width > 1 || size.height > 1;
  });
  const look = () => {
    const charts = [...document.querySelectorAll(".js-plotly-plot")];
    const ready = charts.filter(drawn).length;
    if (ready && !window.firstChart) window.firstChart = performance.now();
    if (ready < charts.length || ready < EXPECTED) return requestAnimationFrame(look);
    window.everyChart = performance.now();
    document.documentElement.dataset.everyChart = "";
  };
  requestAnimationFrame(look);
})()"""
# What is on screen, to be drawn elsewhere: its title, its words and its charts, without the colours of ours.
READ = """() => ({
  title: document.querySelector("#page h1").textContent,
  words: [...document.querySelectorAll(".stack > :not(figure):not(nav)")].map(one => one.innerText).filter(Boolean),
  charts: [...document.querySelectorAll("figure.chart")].map(one => {
    const chart = one.querySelector(".js-plotly-plot");
    const {template, ...layout} = chart.layout;
    return {
      title: one.querySelector("h2").innerText,
      says: one.querySelector(".chart-says").innerText,
      height: chart.getBoundingClientRect().height,
      figure: JSON.parse(JSON.stringify({data: chart.data, layout})),
    };
  }),
})"""
MEGABIT = 1_000_000 / 8


@dataclass(frozen=True)
class Line:
    """How slow the line and the processor are made; `megabits` of nothing leaves the line as it is."""

    megabits: float = 0
    milliseconds: float = 0
    processor: float = 1


@dataclass(frozen=True)
class Visit:
    """Seconds since the navigation began, and those that the page's own thread had the processor until then.

    Each address with its bytes, headers too, as they came over the wire.
    """

    first: float
    every: float
    processor: float
    fetched: tuple[tuple[str, int], ...]

    @property
    def received(self) -> int:
        return sum(size for _address, size in self.fetched)


def launched(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))


def profile(browser: Browser, signed_in: StorageState | None = None) -> BrowserContext:
    """A device that was never here: nothing in its cache, at most a session."""
    size = {"width": DESKTOP[0], "height": DESKTOP[1]}
    return browser.new_context(viewport=size, locale="nl-NL", storage_state=signed_in)  # type: ignore[arg-type]


def signed_in(browser: Browser, home: str, email: str, password: str) -> BrowserContext:
    context = profile(browser)
    tab = context.new_page()
    tab.goto(f"{home}/inloggen")
    tab.get_by_label("E-mailadres").fill(email)
    tab.get_by_label("Wachtwoord", exact=True).fill(password)
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#page h1")
    return context


def read(context: BrowserContext, url: str) -> dict[str, Any]:
    """What stands on a page of ours, once its charts are drawn."""
    tab = context.new_page()
    tab.goto(url)
    tab.wait_for_selector("figure.chart .overplot path", state="attached")
    tab.wait_for_load_state("networkidle")
    found: dict[str, Any] = tab.evaluate(READ)
    return found


def cold_and_again(
    playwright: Playwright, url: str, session: StorageState | None, charts: int, line: Line
) -> tuple[Visit, Visit]:
    """A browser that was just started, on a device that was never here; then the same address a second time."""
    browser = launched(playwright)
    context = profile(browser, session)
    seen = visit(context, url, charts, line), visit(context, url, charts, line)
    browser.close()
    return seen


def visit(context: BrowserContext, url: str, charts: int, line: Line) -> Visit:
    tab = context.new_page()
    wire = context.new_cdp_session(tab)
    addresses, sizes = _listen(wire)
    _slow_down(wire, line)
    tab.add_init_script(WATCH.replace("EXPECTED", str(charts)))
    tab.goto(url, wait_until="commit")
    tab.wait_for_selector("html[data-every-chart]", state="attached", timeout=120_000)
    processor = _processor(wire)
    tab.wait_for_load_state("networkidle")
    first, every = _marks(tab)
    tab.close()
    return Visit(first, every, processor, tuple((addresses[key], size) for key, size in sizes.items() if size))


def _listen(wire: Any) -> tuple[dict[str, str], dict[str, int]]:  # noqa: ANN401 - Playwright keeps its type to itself
    """Addresses and sizes by request, filled as they come; what comes from the cache has no size."""
    addresses, sizes = dict[str, str](), dict[str, int]()

    def asked(told: dict[str, Any]) -> None:
        addresses[told["requestId"]] = told["request"]["url"]

    def came(told: dict[str, Any]) -> None:
        sizes[told["requestId"]] = int(told["encodedDataLength"])

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", came)
    wire.send("Network.enable")
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})
    return addresses, sizes


def _processor(wire: Any) -> float:  # noqa: ANN401
    told = wire.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def _marks(tab: Tab) -> tuple[float, float]:
    first, every = tab.evaluate("[window.firstChart / 1000, window.everyChart / 1000]")
    return float(first), float(every)


def _slow_down(wire: Any, line: Line) -> None:  # noqa: ANN401
    if line.megabits:
        speed = line.megabits * MEGABIT
        slow = {"offline": False, "latency": line.milliseconds, "downloadThroughput": speed, "uploadThroughput": speed}
        wire.send("Network.emulateNetworkConditions", slow)
    if line.processor > 1:
        wire.send("Emulation.setCPUThrottlingRate", {"rate": line.processor})
