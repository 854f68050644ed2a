"""The tables, by noun."""

from store.models.articles import Article, ArticleTopic, ArticleVersion
from store.models.availability import Appointment, Availability, AvailabilityException, BusyTime, TakenQuarter
from store.models.buddies import Buddy, BuddyAttendance, BuddyTopic
from store.models.care import CheckIn, Helpfulness
from store.models.clock import JobPulse, JobRun, Lease
from store.models.counts import Breakdown, DirtyCell, DirtyMonth, Pupils, Refresh, Rollup, TopicTest
from store.models.events import Event, EventHost, EventTopic, Feedback, SignUp
from store.models.imports import ImportBatch, ImportedRow
from store.models.inquiries import Inquiry, InquiryMessage
from store.models.journal import AutomationRun, JournalLine
from store.models.letters import Letter, Link
from store.models.people import Account, Attempt, SignedIn
from store.models.places import Municipality, PlaceName, Region, RegionMunicipality, Venue
from store.models.plans import MatchPlan, PairWish, PreparedProposal
from store.models.published import PublishedCell, Release, TopicState
from store.models.quality import Improvement, ImprovementSignal, ImprovementTopic, Marker, Signal
from store.models.questions import Question, QuestionDone, QuestionTopic, SentForm
from store.models.reports import RegionMap, Report, SavedView
from store.models.requests import Match, Proposal, Request, RequestTopic
from store.models.series import Closure, Feed, Series
from store.models.settings import CatalogueEntry, Picture, Setting
from store.models.stories import (
    KnownName,
    PublishedStories,
    PublishedWord,
    Story,
    StoryFinding,
    StoryQuote,
    StoryTheme,
    StoryTopic,
)
from store.models.table import Table
from store.models.topics import Topic, TopicNeighbour

__all__ = [
    "Account",
    "Appointment",
    "Article",
    "ArticleTopic",
    "ArticleVersion",
    "Attempt",
    "AutomationRun",
    "Availability",
    "AvailabilityException",
    "Breakdown",
    "Buddy",
    "BuddyAttendance",
    "BuddyTopic",
    "BusyTime",
    "CatalogueEntry",
    "CheckIn",
    "Closure",
    "DirtyCell",
    "DirtyMonth",
    "Event",
    "EventHost",
    "EventTopic",
    "Feed",
    "Feedback",
    "Helpfulness",
    "ImportBatch",
    "ImportedRow",
    "Improvement",
    "ImprovementSignal",
    "ImprovementTopic",
    "Inquiry",
    "InquiryMessage",
    "JobPulse",
    "JobRun",
    "JournalLine",
    "KnownName",
    "Lease",
    "Letter",
    "Link",
    "Marker",
    "Match",
    "MatchPlan",
    "Municipality",
    "PairWish",
    "Picture",
    "PlaceName",
    "PreparedProposal",
    "Proposal",
    "PublishedCell",
    "PublishedStories",
    "PublishedWord",
    "Pupils",
    "Question",
    "QuestionDone",
    "QuestionTopic",
    "Refresh",
    "Region",
    "RegionMap",
    "RegionMunicipality",
    "Release",
    "Report",
    "Request",
    "RequestTopic",
    "Rollup",
    "SavedView",
    "SentForm",
    "Series",
    "Setting",
    "SignUp",
    "Signal",
    "SignedIn",
    "Story",
    "StoryFinding",
    "StoryQuote",
    "StoryTheme",
    "StoryTopic",
    "Table",
    "TakenQuarter",
    "Topic",
    "TopicNeighbour",
    "TopicState",
    "TopicTest",
    "Venue",
]
