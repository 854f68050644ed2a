"""The states that things can be in."""

from enum import StrEnum


class EventState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    HELD = "held"
    ARCHIVED = "archived"


class SignUpMode(StrEnum):
    """How a seat is had: at once, after a yes from staff, or without asking: the door is open."""

    DIRECT = "direct"
    APPROVAL = "approval"
    OPEN_DOOR = "open_door"


class QueuePolicy(StrEnum):
    """Who is next when the head of the queue doesn't fit: nobody, or the first that does."""

    STRICT = "strict"
    FILL = "fill"


class Way(StrEnum):
    """How somebody takes part."""

    HERE = "here"
    ONLINE = "online"


class SignUpState(StrEnum):
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    LAPSED = "lapsed"
    REFUSED = "refused"
    ATTENDED = "attended"
    ABSENT = "absent"


class HostState(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class FeedKind(StrEnum):
    """Whose gatherings a calendar feed holds."""

    REGION = "region"
    BUDDY = "buddy"
    COORDINATOR = "coordinator"


class RequestState(StrEnum):
    OPEN = "open"
    PROPOSED = "proposed"
    MATCHED = "matched"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ProposalState(StrEnum):
    """`AGREED`: the buddy said yes, the parent is asked now."""

    SENT = "sent"
    AGREED = "agreed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class MatchState(StrEnum):
    RUNNING = "running"
    ENDED = "ended"


class AppointmentState(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"
    HELD = "held"


class PlanState(StrEnum):
    """How far a plan of the matcher came: looked at, carried out, or put aside."""

    PREVIEW = "preview"
    APPLIED = "applied"
    DROPPED = "dropped"


class SignalState(StrEnum):
    NEW = "new"
    TAKEN_UP = "taken_up"
    WATCHED = "watched"
    CLOSED = "closed"


class SignalSource(StrEnum):
    """Who saw it: the test of what was published, or somebody who works here."""

    TEST = "test"
    HAND = "hand"


class ImprovementState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class MarkerKind(StrEnum):
    LAW = "law"
    TERM = "term"
    CAMPAIGN = "campaign"
    OTHER = "other"


class ReportKind(StrEnum):
    """Of a quarter, or of a school year."""

    SIGNAL_NOTE = "signal_note"
    ANNUAL_PAGE = "annual_page"


class ReportState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"


class LetterState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    KEPT = "kept"
    FAILED = "failed"
    DROPPED = "dropped"
    TO_CALL = "to_call"


class RunState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


class LinkPurpose(StrEnum):
    SIGN_UP = "sign_up"
    PROPOSAL = "proposal"
    REQUEST = "request"
    HOST = "host"
    FEEDBACK = "feedback"
    CHECK_IN = "check_in"
    SAVED_VIEW = "saved_view"
    INQUIRY = "inquiry"
    PASSWORD = "password"  # noqa: S105 - the purpose of a link, not a secret
