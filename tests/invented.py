"""A support point full of invented years behind the real front door; its clock stands where a test puts it."""

import re
import shutil
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import serve
from automations.run import run
from config import Settings, open_database
from dashboard.page import Page
from demo import fill
from domain import accounts
from domain.actors import PARENT, Role
from domain.post.correspondence import Letterhead
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Article, Buddy, Event, Inquiry, Letter, Match, MatchPlan, Question, Report, Request
from store.states import EventState, MatchState, RequestState
from tests import make
from tests.conftest import NOW
from tests.sharing import made_once

SECRETS = {"SECRET_KEY": b"s" * 32, "ENCRYPTION_KEYS": b"1" * 32, "INDEX_KEY": b"i" * 32}
BY_ROLE = {role: login for login in fill.LOGINS for role in login.roles}


@dataclass
class Point:
    database: Database
    settings: Settings
    now: datetime
    server: Flask = field(init=False)

    def __post_init__(self) -> None:
        self.server = serve(self.database, self.settings, now=lambda: self.now)

    def token(self, role: Role) -> str:
        """A session of whoever has this role, as signing in gives it."""
        login = BY_ROLE[role]
        with self.database.writing() as session:
            return accounts.sign_in(session, login.email, login.password, now=self.now)

    def signed_in(self, role: Role) -> FlaskClient:
        """A browser without scripts that went through the sign-in page."""
        login, client = BY_ROLE[role], self.server.test_client()
        found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/inloggen").text)
        assert found
        typed = {"csrf_token": found[1], "email": login.email, "password": login.password}
        answer = client.post("/inloggen", data=typed, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code == 302
        return client

    def address(self, page: Page) -> str:
        """The address of a page about something that the invented years hold."""
        return re.sub(r"<[^>]+>", lambda _part: self._example(page.path), page.path)

    def _example(self, path: str) -> str:
        room = path.split("/<")[0].removeprefix("/werk/")
        fixed = {
            "gebruikers": "1", "taken": "letters", "instellingen/onderwerpen": "D1", "instellingen/regios": "1",
            "verhalen": "1", "verhalen/themas": "waiting", "instellingen/berichten": "sign_up_confirmed",
            "verbeteren/signalen": "1", "verbeteren/acties": "1",
        }  # fmt: skip
        return fixed.get(room) or str(self._numbers()[room])

    def _numbers(self) -> dict[str, int]:
        with self.database.reading() as session:
            return {
                "informatie": session.query(Article).order_by(Article.id)[0].id,
                "kalender": session.query(Event).filter_by(state=EventState.OPEN).order_by(Event.id)[0].id,
                "buddyvragen": session.query(Request).filter_by(state=RequestState.OPEN).order_by(Request.id)[0].id,
                "buddys": session.query(Buddy).order_by(Buddy.id)[0].id,
                "postbak": session.query(Letter).order_by(Letter.id)[0].id,
                "koppelingen": session.query(Match).filter_by(state=MatchState.RUNNING).order_by(Match.id)[0].id,
                "koppelen": session.query(MatchPlan).order_by(MatchPlan.id)[0].id,
                "rapporten": session.query(Report).order_by(Report.id)[0].id,
                "vragen-van-ouders": session.query(Inquiry).order_by(Inquiry.answer_by, Inquiry.asked_on)[0].id,
                "vragen": session.query(Question).order_by(Question.id.desc())[0].id,
            }


@contextmanager
def point_in(folder: Path, filled: Path, url: str = "http://localhost") -> Iterator[Point]:
    """A support point of its own on a copy of the filled file."""
    settings = settings_in(folder, url)
    shutil.copy(filled, folder / "rodedraad.db")
    database = open_database(settings)
    yield Point(database, settings, NOW)
    database.close()


def settings_in(folder: Path, url: str = "http://localhost") -> Settings:
    keys = {f"RODEDRAAD_{name}": urlsafe_b64encode(key).decode() for name, key in SECRETS.items()}
    where = {"RODEDRAAD_DATA_DIR": str(folder), "RODEDRAAD_PUBLIC_URL": url, "RODEDRAAD_WEB_THREADS": "8"}
    return Settings.from_environment({**keys, **where})


@pytest.fixture(scope="session")
def invented_years(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the invented years, made once; copy it."""

    def make_(path: Path) -> None:
        folder = tmp_path_factory.mktemp("invented")
        shutil.copy(sqlite_template, folder / "rodedraad.db")
        database = open_database(settings_in(folder))
        assert fill.years_when_empty(database, now=NOW, say=lambda _line: None)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        (folder / "rodedraad.db").rename(path)

    return made_once(tmp_path_factory, "invented_years.db", make_)


@pytest.fixture(scope="session")
def point(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    """A support point to look at, for the whole run: who changes something takes `point_in`."""
    with point_in(tmp_path_factory.mktemp("point"), invented_years) as one:
        write_a_letter(one)
        yield one


def write_a_letter(point: Point) -> None:
    """Somebody signs up, so that there is a letter in the out-tray."""
    with point.database.writing() as session:
        cafe = session.query(Event).filter_by(state=EventState.OPEN).order_by(Event.starts_at.desc())[0].id
        sign_ups.sign_up(session, cafe, make.party("Farida"), by=PARENT, now=point.now)
    run(point.database, point.now, Letterhead(point.settings.public_url, point.settings.mail_from))
