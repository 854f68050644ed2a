"""The tables, by noun."""

from store.models.availability import Appointment, Availability, AvailabilityException, BusyTime, TakenQuarter
from store.models.buddies import Buddy, BuddyAttendance, BuddyTopic
from store.models.care import CheckIn, Helpfulness
from store.models.clock import JobPulse, JobRun, Lease
from store.models.events import Event, EventHost, EventTopic, Feedback, SignUp
from store.models.imports import ImportBatch, ImportedRow
from store.models.journal import AutomationRun, JournalLine
from store.models.letters import Letter, Link
from store.models.people import Account, Attempt, SignedIn
from store.models.places import Municipality, PlaceName, Region, RegionMunicipality, Venue
from store.models.plans import MatchPlan, PairWish, PreparedProposal
from store.models.questions import (
    DirtyMonth,
    PublishedCell,
    Question,
    QuestionTopic,
    Refresh,
    Rollup,
    TopicState,
)
from store.models.requests import Match, Proposal, Request, RequestTopic
from store.models.series import Closure, Feed, Series
from store.models.settings import CatalogueEntry, Picture, Setting
from store.models.table import Table
from store.models.topics import Topic, TopicNeighbour

__all__ = [
    "Account",
    "Appointment",
    "Attempt",
    "AutomationRun",
    "Availability",
    "AvailabilityException",
    "Buddy",
    "BuddyAttendance",
    "BuddyTopic",
    "BusyTime",
    "CatalogueEntry",
    "CheckIn",
    "Closure",
    "DirtyMonth",
    "Event",
    "EventHost",
    "EventTopic",
    "Feed",
    "Feedback",
    "Helpfulness",
    "ImportBatch",
    "ImportedRow",
    "JobPulse",
    "JobRun",
    "JournalLine",
    "Lease",
    "Letter",
    "Link",
    "Match",
    "MatchPlan",
    "Municipality",
    "PairWish",
    "Picture",
    "PlaceName",
    "PreparedProposal",
    "Proposal",
    "PublishedCell",
    "Question",
    "QuestionTopic",
    "Refresh",
    "Region",
    "RegionMunicipality",
    "Request",
    "RequestTopic",
    "Rollup",
    "Series",
    "Setting",
    "SignUp",
    "SignedIn",
    "Table",
    "TakenQuarter",
    "Topic",
    "TopicNeighbour",
    "TopicState",
    "Venue",
]
