"""The starting content of a support point: read from the files beside this one, into an empty or older database."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from domain.content import articles
from domain.importing.columns import WORDS
from mail import templates
from mail.templates import Template
from matching.rules import RULES
from store.models import CatalogueEntry, Municipality, PlaceName, Region, RegionMunicipality, Topic, TopicNeighbour

HERE = Path(__file__).parent
FAVOURITES = {"A3", "A5", "B2", "B3", "C1", "D1", "D2", "E1", "F1", "F6", "F8", "G3"}
TEXTS = ("label_nl", "label_en", "help_nl", "help_en")


def load(session: Session) -> None:
    """Add whatever is not there yet; what staff changed stays as it is. Twice is harmless."""
    _topics(session)
    _places(session)
    for position, (catalogue, row) in enumerate(_entries()):
        _add_entry(session, catalogue, row, position)
    articles.load(session)
    session.flush()


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _topics(session: Session) -> None:
    if session.get(Topic, "A"):
        return
    for position, row in enumerate(_rows("topics.csv")):
        session.add(
            Topic(
                code=row["code"],
                parent_code=row["parent"] or None,
                position=position,
                name_nl=row["name_nl"],
                name_en=row["name_en"],
                sensitive=row["sensitive"] == "yes",
                favourite=row["code"] in FAVOURITES,
                synonyms=list(WORDS["words"]["topic"].get(row["code"], ())),
            )
        )
    session.flush()
    for row in _rows("topic_neighbours.csv"):
        session.add(TopicNeighbour(topic_code=row["topic"], neighbour_code=row["neighbour"]))


def _places(session: Session) -> None:
    if session.query(Municipality).first():
        return
    municipalities = list(_rows("municipalities.csv"))
    for row in municipalities:
        session.add(
            Municipality(
                code=row["code"],
                name=row["name"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                holiday_region=row["school_holiday_region"],
                neighbours=row["neighbours"].split(),
            )
        )
    session.flush()
    for row in _rows("place_names.csv"):
        session.add(PlaceName(place=row["place"], municipality_code=row["municipality"]))
    for sector in ("po", "vo"):
        region = Region(key=f"noord-kennemerland-{sector}", name="Noord-Kennemerland", sector=sector)
        session.add(region)
        session.flush()
        for row in municipalities:
            session.add(RegionMunicipality(region_id=region.id, municipality_code=row["code"]))


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every catalogue entry that comes with the product: `(catalogue, entry)`."""
    for path in sorted(HERE.glob("catalogues/*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            yield path.stem, row
    for path in sorted(HERE.glob("forms/*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            yield "field", {**row, "key": f"{path.stem}.{row['key']}", "data": {"form": path.stem, **row["data"]}}
    for rule in RULES:
        texts = {"label_nl": rule.label.text, "help_nl": rule.help.text}
        yield "rule", {"key": rule.key, **texts, "data": {"weight": rule.weight}}
    for template in templates.standard():
        yield "letter", _letter(template)


def standard_entries(catalogue: str) -> Mapping[str, Mapping[str, Any]]:
    """The entries of a catalogue as they come with the product, by their keys."""
    return {row["key"]: row for name, row in _entries() if name == catalogue}


def _letter(template: Template) -> dict[str, Any]:
    wordings = {language: {"title": one.title, "body": one.body} for language, one in template.wordings.items()}
    facts = {
        "fields": list(template.fields),
        "needed": list(template.needed),
        "states": list(template.states),
        "by_phone": template.by_phone,
        "calendar": template.calendar,
        "quiet": template.quiet,
    }
    names = {f"label_{language}": name for language, name in template.names.items()}
    helps = {f"help_{language}": text for language, text in template.help.items()}
    return {"key": template.key, **names, **helps, "data": {**facts, "wordings": wordings}}


def _add_entry(session: Session, catalogue: str, row: dict[str, Any], position: int) -> None:
    if session.get(CatalogueEntry, (catalogue, row["key"])):
        return
    texts = {name: row.get(name, "") for name in TEXTS}
    data = row.get("data", {})
    session.add(
        CatalogueEntry(
            catalogue=catalogue,
            key=row["key"],
            position=position,
            active=row.get("active", True),
            data=data,
            standard=data,
            **texts,
        )
    )
