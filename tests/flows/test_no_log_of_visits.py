"""What the running server prints holds no address, no page and no code of who tells something or takes it back."""

import re
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from public.doorman import LEAST_SECONDS, OPENED
from store.models import Story
from tests.flows.test_killed_web_server import answers, serving, wait_until
from web.gate import FORM_FIELD

ADDRESS = "203.0.113.77"
STORY = "Het ging over een pindakaasvloot in de klas."


class Phone:
    """A browser with its cookies; each form goes with the token of the page before."""

    def __init__(self, home: str) -> None:
        self.home, self.token = home, ""
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, address: str) -> str:
        return self._ask(address, None)

    def post(self, address: str, **typed: str) -> str:
        return self._ask(address, urllib.parse.urlencode({FORM_FIELD: self.token, **typed}).encode())

    def _ask(self, address: str, data: bytes | None) -> str:
        """The page that came, also when it refuses."""
        headers = {"Sec-Fetch-Site": "same-origin", "X-Forwarded-For": ADDRESS}
        try:
            with self._opener.open(urllib.request.Request(self.home + address, data, headers), timeout=10) as answer:
                page = str(answer.read().decode())
        except urllib.error.HTTPError as refused:
            page = refused.read().decode()
        self.token = next(iter(re.findall(rf'name="{FORM_FIELD}" value="([^"]+)"', page)), self.token)
        return page


def test_the_server_prints_nothing_of_who_tells_and_erases(tmp_path: Path) -> None:
    printed = tmp_path / "printed.txt"
    with printed.open("wb") as says, serving(tmp_path / "point", says) as (settings, database, _pid):
        wait_until(lambda: answers(settings))
        phone = Phone(settings.public_url)
        opened = re.findall(rf'name="{OPENED}" value="([^"]+)"', phone.get("/vertellis/verhaal"))[0]
        time.sleep(LEAST_SECONDS + 1.5)  # its moment is written in whole seconds
        typed = {OPENED: opened, "verhaal": STORY, "toestemming": "count", "naar": "versturen"}
        code = re.findall(r"id=\"code\">([^<]+)<", phone.post("/vertellis/verhaal", **typed))[0]
        phone.post("/vertellis/weg", code="k7m2p-x9d4q-t3wza")
        with database.reading() as session:
            kept = session.query(Story).count()
        erased = phone.post("/vertellis/weg", code=code, do="wis")

    said = printed.read_text()
    assert (kept, "Het verhaal is gewist" in erased) == (1, True)
    assert [
        one for one in (ADDRESS, code, code.replace("-", ""), "vertellis", "pindakaas", "POST") if one in said
    ] == []
