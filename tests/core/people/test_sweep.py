"""Rows that have served are deleted, others are kept."""

from datetime import timedelta

import pytest

from core.people.codes import Purpose, ask_code, check_code
from core.people.errors import SignInRefused
from core.people.limits import Limit, draw
from core.people.sessions import has_signed_in_from, sign_out
from core.people.sweep import Swept, sweep
from tests.core.people.conftest import MovableClock
from tests.core.people.village import HOME, Village, at_once


def _sweep(village: Village) -> Swept:
    with village.database.writing() as session:
        return sweep(session)


def test_nothing_that_still_serves_is_swept(village: Village) -> None:
    token = village.token(village.add("amina"))
    with pytest.raises(SignInRefused):
        village.sign_in("amina", "a wrong password")
    with village.database.writing() as session:
        code = ask_code(session, "a@b.org", Purpose.CONFIRM_CONTACT)
    assert _sweep(village) == Swept(0, 0, 0, 0)
    assert village.known(token) is not None
    with village.database.writing() as session:
        assert check_code(session, "a@b.org", Purpose.CONFIRM_CONTACT, code)


def test_what_has_served_goes_each_in_its_time(village: Village, time: MovableClock) -> None:
    person = village.add("amina")
    token = village.token(person)
    with pytest.raises(SignInRefused):
        village.sign_in("amina", "a wrong password", address="192.0.2.1")
    with village.database.writing() as session:
        ask_code(session, "a@b.org", Purpose.CONFIRM_CONTACT)
        draw(session, Limit("x", 3, timedelta(minutes=1)), "somebody")
        sign_out(session, village.must_know(token))
    time.move(hours=2)
    assert _sweep(village) == Swept(attempts=0, limits=2, codes=0, sessions=0)
    time.move(hours=23)
    assert _sweep(village) == Swept(attempts=3, limits=0, codes=1, sessions=0)
    time.move(days=80)
    assert _sweep(village) == Swept(0, 0, 0, 0)
    with village.database.reading() as session:
        assert has_signed_in_from(session, person, HOME)
    time.move(days=10)
    assert _sweep(village) == Swept(0, 0, 0, 1)


def test_sweeping_while_others_draw_breaks_nothing(village: Village, time: MovableClock) -> None:
    limits = [Limit(f"route {number}", 2, timedelta(seconds=1)) for number in range(20)]
    for limit in limits:
        with village.database.writing() as session:
            draw(session, limit, "a")
    time.move(minutes=1)

    def draw_all() -> None:
        for limit in limits:
            with village.database.writing() as session:
                draw(session, limit, "a")

    came = at_once(lambda: _sweep(village), draw_all, lambda: _sweep(village))
    assert came[1] is None
    assert all(isinstance(one, Swept) for one in (came[0], came[2]))
