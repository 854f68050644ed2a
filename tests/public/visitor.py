"""Somebody who visits the public pages: reads a page, fills in its form and sends it, as a browser would."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@dataclass
class Clock:
    moment: datetime

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **time: float) -> None:
        self.moment += timedelta(**time)


class Page(HTMLParser):
    """The text that is read, the links, and the fields with their values of the forms that write."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.links, self.forms = "", list[str](), list[dict[str, str]]()
        self._inside = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a":
            self.links.append(found.get("href") or "")
        if tag == "form":
            self._inside = found.get("method") == "post"
            if self._inside:
                self.forms.append({"action": found.get("action") or ""})
        if tag == "input" and self._inside and found.get("type") not in ("checkbox", "radio"):
            self.forms[-1][found.get("name") or ""] = found.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.cdata_elem != "script":
            self.text += data


@dataclass
class Visitor:
    client: FlaskClient
    clock: Clock
    address: str = ""
    typed: dict[str, object] = field(default_factory=dict)

    def read(self, address: str) -> Page:
        response = self.client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        self.address = address
        return Page(response.text)

    def send(self, address: str, form: int = 0, **typed: object) -> TestResponse:
        """Read the page, take the time that a person takes, and send its form with what was typed."""
        fields: dict[str, object] = dict(self.read(address).forms[form])
        action = str(fields.pop("action")) or address
        self.clock.wait(seconds=30)
        return self.client.post(action, data=fields | typed, headers={"Sec-Fetch-Site": "same-origin"})

    def data(self, address: str) -> list[dict[str, Any]]:
        """What search engines read on the page."""
        block = self.client.get(address).text.split('<script type="application/ld+json">')[1].split("</script>")[0]
        found: list[dict[str, Any]] = json.loads(block)["@graph"]
        return found
