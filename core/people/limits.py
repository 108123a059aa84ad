"""How often something may be done: by a person, a network address, a contact; kept a route.

A token bucket in one row (the generic cell rate algorithm, ITU-T I.371): the row holds the moment
at which nothing of the limit is used any more. One statement reads and writes it, so two
connections never both take the last draw.

Draw in a transaction of its own, before the act: what was drawn then stays drawn, whatever comes
of the act.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, or_, select

from core import clock
from core.database import WriteSession
from core.people.errors import TooMany
from core.people.models import RateBucket
from core.people.permissions import Actor
from core.people.rules import network_of
from core.people.tokens import hash_of
from core.people.upsert import insert_into

_SECOND_US = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """`times` at once, and as often again every `per`; `name` is the route it is kept for."""

    name: str
    times: int
    per: timedelta

    def __post_init__(self) -> None:
        if self.times < 1 or self.per <= timedelta(0):
            raise ValueError("a limit allows at least one in some time")

    @property
    def per_us(self) -> int:
        """The time in which all comes back, in microseconds."""
        return self.per // timedelta(microseconds=1)

    @property
    def each_us(self) -> int:
        """The time in which one comes back, in microseconds."""
        return max(1, self.per_us // self.times)


CODES_TO_A_CONTACT = Limit("one_time_code", 5, timedelta(hours=1))
LINKS_TO_A_CONTACT = Limit("password_link", 3, timedelta(hours=1))


def who_draws(actor: Actor, address: str) -> str:
    """Whom a limit is kept for: the person where there is one, else her network address."""
    return f"person {actor.person}" if actor.person else f"address {network_of(address)}"


def draw(session: WriteSession, limit: Limit, who: str) -> None:
    """Take one of what `who` may do under this limit.

    Raises:
        TooMany: there is none left; says how long until there is.
    """
    at_us = microseconds(clock.now())
    key = hash_of("limit", limit.name, who)
    full = RateBucket.free_at_us
    turned_back = full > at_us + limit.per_us
    drawn = (
        insert_into(session, RateBucket)
        .values(key_hash=key, free_at_us=at_us + limit.each_us)
        .on_conflict_do_update(
            index_elements=[RateBucket.key_hash],
            set_={
                "free_at_us": case(
                    (or_(turned_back, full < at_us), at_us + limit.each_us),
                    else_=full + limit.each_us,
                )
            },
            # No row is further ahead than the whole limit, unless the clock was turned back.
            where=or_(full <= at_us + limit.per_us - limit.each_us, turned_back),
        )
        .returning(full)
    )
    if session.execute(drawn).first() is None:
        taken = session.scalar(select(full).where(RateBucket.key_hash == key)) or at_us
        raise TooMany(wait_seconds(limit, taken, at_us))


def wait_seconds(limit: Limit, free_at_us: int, at_us: int) -> int:
    """Whole seconds, at least one, until a draw succeeds again."""
    wait_us = free_at_us - (limit.per_us - limit.each_us) - at_us
    return max(1, -(-wait_us // _SECOND_US))


def microseconds(moment: datetime) -> int:
    """Microseconds since 1970 in UTC, exact."""
    return (moment - datetime.fromtimestamp(0, tz=moment.tzinfo)) // timedelta(microseconds=1)
