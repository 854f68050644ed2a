"""Where things are: municipalities with the names parents use, regions per sector, venues."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.models.table import Table
from store.types import Plain


class Municipality(Table):
    __tablename__ = "municipality"

    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    latitude: Mapped[float]
    longitude: Mapped[float]
    holiday_region: Mapped[str] = mapped_column(String(10))
    neighbours: Mapped[list[str]] = mapped_column(Plain)
    active: Mapped[bool] = mapped_column(default=True)


class PlaceName(Table):
    """A village or former municipality as parents say it."""

    __tablename__ = "place_name"

    place: Mapped[str] = mapped_column(String(80), primary_key=True)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)


class Region(Table):
    """A set of municipalities per sector: primary and secondary partnerships have different borders."""

    __tablename__ = "region"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    sector: Mapped[str] = mapped_column(String(10))
    active: Mapped[bool] = mapped_column(default=True)

    municipalities: Mapped[list[Municipality]] = relationship(
        secondary="region_municipality", order_by="Municipality.name"
    )


class RegionMunicipality(Table):
    __tablename__ = "region_municipality"

    region_id: Mapped[int] = mapped_column(ForeignKey("region.id", ondelete="CASCADE"), primary_key=True)
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), primary_key=True)


class Venue(Table):
    __tablename__ = "venue"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200), default="")
    municipality_code: Mapped[str] = mapped_column(ForeignKey("municipality.code"), index=True)
    access: Mapped[str] = mapped_column(String(500), default="")

    municipality: Mapped[Municipality] = relationship()
