"""What a door is handed by the front door: the database, the time, its own address. Nothing knows these globally."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.database import Database


@dataclass(frozen=True)
class Services:
    database: Database
    now: Callable[[], datetime]
    public_url: str
