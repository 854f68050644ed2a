"""Who may do what to a row: staff to every buddy's, a buddy to their own, everybody else to nobody's."""

from domain.actors import CLOCK, DEMO, PARENT, Actor, Role
from domain.refused import Refused

OURSELVES = (CLOCK, DEMO)


def staff_only(by: Actor) -> None:
    """Raise `Refused("not_allowed")` unless a coordinator, or the product itself, acts."""
    if not (by.has(Role.COORDINATOR) or by in OURSELVES):
        raise Refused("not_allowed")


def own_or_staff(by: Actor, buddy_id: int) -> None:
    """Raise `Refused("not_allowed")` unless this buddy acts, or a coordinator does."""
    if not (by.has(Role.BUDDY) and by.buddy_id == buddy_id):
        staff_only(by)


def parent_or_staff(by: Actor) -> None:
    """Raise `Refused("not_allowed")` unless the parent who holds the link acts, or a coordinator does for them."""
    if by != PARENT:
        staff_only(by)


def administrator_only(by: Actor) -> None:
    """Raise `Refused("not_allowed")` unless an administrator, or the product itself, acts."""
    if not (by.has(Role.ADMINISTRATOR) or by in OURSELVES):
        raise Refused("not_allowed")


def setup_only(by: Actor) -> None:
    """Raise `Refused("not_allowed")` unless a coordinator or an administrator acts, or the product itself."""
    if not by.has(Role.ADMINISTRATOR):
        staff_only(by)


def moderator_only(by: Actor) -> None:
    """Raise `Refused("not_allowed")` unless a moderator of stories acts, or the product itself."""
    if not (by.has(Role.MODERATOR) or by in OURSELVES):
        raise Refused("not_allowed")


def quality_only(by: Actor) -> None:
    """Raise `Refused("not_allowed")` unless policy staff or a coordinator acts, or the product itself."""
    if not by.has(Role.POLICY):
        staff_only(by)
