"""People for tests: added, given roles and signed in as in real life."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pyotp
from sqlalchemy import select

from core import clock
from core.database import Database
from core.outbox.models import OutboxJob
from core.people.passwords import HashedPassword, hash_password
from core.people.permissions import SYSTEM, Actor, Grant, Role
from core.people.second_factor import confirm_totp, start_totp
from core.people.service import add_person, grant_role, set_password
from core.people.sessions import SignedIn, find_session, open_session
from core.people.sign_in import Credentials, sign_in

PASSWORD = "the goats sleep at noon"
HASHED = hash_password(PASSWORD)
OTHER = "nine donkeys carry water"
HOME, ELSEWHERE = "203.0.113.7", "198.51.100.9"


class Village:
    """A database of people and short ways to act in it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, name: str, *roles: tuple[Role, str], password: HashedPassword = HASHED) -> str:
        """Somebody with roles and a password; her address is name@example.org."""
        with self.database.writing() as session:
            person = add_person(
                session, SYSTEM, name=name, email=f"{name}@example.org", languages=["sw", "en"]
            )
            set_password(session, SYSTEM, person, password)
            for role, region in roles:
                grant_role(session, SYSTEM, person, role, region)
        return person

    def token(self, person: str, address: str = HOME) -> str:
        """A session of somebody who has just shown who she is."""
        with self.database.writing() as session:
            return open_session(session, person, address)

    def enter(self, person: str) -> SignedIn:
        """Somebody signed in just now."""
        return self.must_know(self.token(person))

    def known(self, token: str) -> SignedIn | None:
        with self.database.reading() as session:
            return find_session(session, token)

    def must_know(self, token: str) -> SignedIn:
        found = self.known(token)
        assert found is not None
        return found

    def set_up_totp(self, person: str) -> tuple[pyotp.TOTP, list[str]]:
        """Give her a second factor; its app, and her recovery codes."""
        who = self.enter(person)
        with self.database.writing() as session:
            app = pyotp.TOTP(start_totp(session, who).secret)
        with self.database.writing() as session:
            codes = confirm_totp(session, who, app.at(clock.now()))
        return app, codes

    def sign_in(
        self, name: str, password: str = PASSWORD, code: str = "", address: str = HOME
    ) -> str:
        return sign_in(self.database, Credentials(f"{name}@example.org", password, code, address))

    def events(self) -> list[tuple[str, dict[str, Any]]]:
        """Everything in the outbox, in order."""
        with self.database.reading() as session:
            rows = session.scalars(select(OutboxJob).order_by(OutboxJob.id)).all()
        return [(row.event, row.payload) for row in rows]

    @contextmanager
    def only_new_events(self) -> Iterator[list[tuple[str, dict[str, Any]]]]:
        """What is recorded inside the block, known after it."""
        before, found = len(self.events()), list[tuple[str, dict[str, Any]]]()
        yield found
        found += self.events()[before:]


def actor_with(*roles: tuple[Role, str], person: str = "p_tester") -> Actor:
    """Somebody with these roles, in no database."""
    return Actor(person, "Tester", tuple(Grant(role, region) for role, region in roles))


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run all acts in threads that begin together; what each gave or raised, in their order."""
    together = threading.Barrier(len(acts))
    came: list[object] = [None] * len(acts)

    def run(number: int) -> None:
        together.wait()
        try:
            came[number] = acts[number]()
        except Exception as problem:  # noqa: BLE001 - told by the caller's assertions
            came[number] = problem

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came
