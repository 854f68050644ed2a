"""How long a parent with a slow phone needs: `python -m benchmarks.parents_door [--only NAME] [--times 3]`.

A real server with the invented years and a scripted parent in Chromium the size of a phone: 400 kbit/s, 400 ms each
way to the first byte, a processor that is four times slower, nothing in the cache; `--no-scripts` switches JavaScript
off. The parent types 0.3 s per sign, as people do on a phone, and takes 1.2 s to find and tap each thing. Timed from
the tap on the first link until the page says that it was done. Writes a table in Markdown: what was asked, what may it
take, the median and the slowest time, what of the median was neither typing nor looking, so waiting, and the bytes.

One more thing to do is a function in `benchmarks/parents_errands.py` and a row in its `ERRANDS`.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.parents_errands import ERRANDS, Errand, Parent
from benchmarks.served import invented_years, served
from tests.browser.chromium import ARGUMENTS, PHONE, browser_path

SPEED = 400_000 / 8
SLOW = {"offline": False, "latency": 400, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
PROCESSOR = 4
HEADER = "| what | may take, s | median, s | slowest, s | of it waiting, s | taps | kB |\n|---|---|---|---|---|---|---|"


@dataclass(frozen=True)
class Walk:
    seconds: float
    waiting: float
    taps: int
    kilobytes: float


def walk(browser: Browser, home: str, errand: Errand, *, scripts: bool) -> Walk:
    """One parent on a device that was never here, from the first tap until it is done."""
    size = {"width": PHONE[0], "height": PHONE[1]}
    device = browser.new_context(viewport=size, locale="nl-NL", has_touch=True, java_script_enabled=scripts)  # type: ignore[arg-type]
    tab = device.new_page()
    received: list[int] = []
    line = device.new_cdp_session(tab)
    line.on("Network.loadingFinished", lambda told: received.append(int(told["encodedDataLength"])))
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    parent = Parent(tab, home)
    errand.before(parent)
    parent.pauses, parent.taps = 0.0, 0
    received.clear()
    start = time.perf_counter()
    errand.do(parent)
    seconds = time.perf_counter() - start
    device.close()
    return Walk(seconds, seconds - parent.pauses, parent.taps, sum(received) / 1000)


def row(errand: Errand, walks: Sequence[Walk]) -> str:
    times, rest = [one.seconds for one in walks], median(one.waiting for one in walks)
    late = "" if max(times) <= errand.may_take else " (too slow)"
    figures = (f"{median(times):.1f}", f"{max(times):.1f}{late}", f"{rest:.1f}", walks[0].taps)
    return "| " + " | ".join(map(str, (errand.name, errand.may_take, *figures, f"{walks[0].kilobytes:.0f}"))) + " |"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", help="the errands whose name holds this")
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--no-scripts", action="store_true")
    wish = asked.parse_args()
    chosen = [one for one in ERRANDS if not wish.only or wish.only in one.name]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        with served(invented_years(Path(folder), processes=1, threads=4)) as server:
            print(HEADER)
            for errand in chosen:
                home = f"http://127.0.0.1:{server.port}"
                walks = [walk(browser, home, errand, scripts=not wish.no_scripts) for _ in range(wish.times)]
                print(row(errand, walks), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
