"""A logo is a picture, whatever the file is called."""

from datetime import datetime

import pytest

from domain import logo, organisation
from domain.refused import Refused
from store.database import Database
from tests import make

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 8


@pytest.mark.parametrize(("content", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (WEBP, "image/webp")])
def test_a_picture_becomes_the_logo(database: Database, now: datetime, content: bytes, kind: str) -> None:
    with database.writing() as session:
        logo.put(session, content, by=make.COORDINATOR, now=now)

        found = organisation.picture(session, "logo")
    assert found and found[:2] == (kind, content)


@pytest.mark.parametrize(
    "content", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"%PDF-1.7", b"", b"RIFF....WAVE"]
)
def test_anything_else_is_refused(sqlite: Database, now: datetime, content: bytes) -> None:
    with pytest.raises(Refused, match=r"logo\.no_picture"), sqlite.writing() as session:
        logo.put(session, content, by=make.COORDINATOR, now=now)


def test_a_picture_of_more_than_500_kilobytes_is_refused(sqlite: Database, now: datetime) -> None:
    with pytest.raises(Refused, match=r"logo\.too_large"), sqlite.writing() as session:
        logo.put(session, PNG + b"\0" * 512_000, by=make.COORDINATOR, now=now)


def test_without_a_logo_the_mark_of_the_product_is_shown_again(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        logo.put(session, PNG, by=make.COORDINATOR, now=now)
        for _twice in range(2):
            logo.remove(session, by=make.COORDINATOR, now=now)

    with sqlite.reading() as session:
        assert organisation.picture(session, "logo") is None
