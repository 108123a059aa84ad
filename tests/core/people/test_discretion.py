"""No secret, code, password or address in what is logged, printed or recorded."""

import logging

import pyotp
import pytest
from sqlalchemy import select

from core import clock
from core.people.api_tokens import make_api_token
from core.people.codes import Purpose, ask_code, check_code
from core.people.errors import SignInRefused
from core.people.models import ApiToken, OneTimeCode, PeopleAudit, Person, SignInSession
from core.people.password_links import invite
from core.people.passwords import hash_password
from core.people.permissions import SYSTEM, Permission, Role
from core.people.queries import Contact, person_seen_by
from core.people.second_factor import confirm_totp, start_totp
from core.people.sign_in import Credentials
from core.people.totp import new_secret
from tests.core.people.village import HASHED, HOME, OTHER, PASSWORD, Village


def test_a_whole_life_leaves_no_secret_in_logs_outbox_or_audit(
    village: Village, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    # The driver's own log of SQL is off in production and would show what is bound to it.
    caplog.set_level(logging.WARNING, logger="sqlalchemy")
    person = village.add("amina", (Role.COORDINATOR, "NE"))
    token = village.sign_in("amina")
    who = village.must_know(token)
    secrets = [PASSWORD, OTHER, token, who.csrf_secret, who.session, HASHED.value, HOME]
    with village.database.writing() as session:
        made = start_totp(session, who)
    with village.database.writing() as session:
        code = pyotp.TOTP(made.secret).at(clock.now())
        secrets += [made.secret, code, *confirm_totp(session, who, code)]
    who = village.enter(person)
    with village.database.writing() as session:
        api = make_api_token(session, who, name="x", scopes=[Permission.SEE_QUEUE])
        link = invite(session, SYSTEM, person)
        sent = ask_code(session, "asker@example.org", Purpose.CONFIRM_CONTACT)
        assert check_code(session, "asker@example.org", Purpose.CONFIRM_CONTACT, sent)
    secrets += [api.token, link.token, sent, "amina@example.org", "asker@example.org"]
    with pytest.raises(SignInRefused) as refused:
        village.sign_in("amina", OTHER)
    with village.database.reading() as session:
        notes = [row.detail for row in session.scalars(select(PeopleAudit))]
    shown = capfd.readouterr()
    said = " ".join(
        [caplog.text, shown.out, shown.err, repr(village.events()), repr(notes), repr(refused)]
    )
    assert [secret for secret in secrets if secret in said] == []


def test_what_holds_a_secret_does_not_print_it(village: Village) -> None:
    person = village.add("amina", (Role.COORDINATOR, "NE"))
    app, codes = village.set_up_totp(person)
    who = village.enter(person)
    made = new_secret("amina@example.org")
    with village.database.writing() as session:
        api = make_api_token(session, who, name="x", scopes=[Permission.SEE_QUEUE])
        link = invite(session, SYSTEM, person)
        seen = person_seen_by(session, SYSTEM, person)
        row = session.get_one(Person, person)
        rows = [
            row,
            *session.scalars(select(SignInSession)),
            *session.scalars(select(ApiToken)),
            *session.scalars(select(OneTimeCode)),
        ]
        printed = repr(rows)
        secrets = [str(row.password_hash), str(row.totp_secret)]
    contact = Contact(person, "amina", "amina@example.org", ())
    password = hash_password(OTHER)
    given = Credentials("amina@example.org", PASSWORD, codes[0], HOME)
    printed += repr([who, made, api, link, seen, contact, password, given])
    secrets += [who.session, who.csrf_secret, made.secret, api.token, link.token, app.secret]
    secrets += ["amina@example.org", PASSWORD, codes[0], HOME, password.value]
    assert [secret for secret in secrets if secret in printed] == []
