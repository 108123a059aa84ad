"""Setting up, renewing and taking away the codes from an app and the recovery codes."""

from sqlalchemy import delete

from core import clock
from core.database import WriteSession
from core.outbox.service import record
from core.people import totp
from core.people.audit import What, note
from core.people.errors import CodeNotRight, SecondFactorMissing, SecondFactorNotStarted
from core.people.events import SecurityChanged
from core.people.models import Person, RecoveryCode
from core.people.permissions import Actor
from core.people.service import managed_account, own_account
from core.people.sessions import SignedIn, end_sessions


def start_totp(session: WriteSession, who: SignedIn) -> totp.NewSecret:
    """A new secret for one's app. The present one serves until a code confirms the new one.

    Raises:
        SignInAgain: she did not sign in just now.
    """
    who.must_be_fresh()
    row = own_account(session, who)
    secret = totp.new_secret(row.email)
    row.totp_pending = secret.secret
    return secret


def confirm_totp(session: WriteSession, who: SignedIn, code: str) -> list[str]:
    """Take the new secret into use; gives ten recovery codes, which are shown this once.

    Every other browser is signed out. The code is used up: signing in needs the next one.

    Raises:
        SignInAgain: she did not sign in just now.
        SecondFactorNotStarted: there is no new secret.
        CodeNotRight: the code is not of the new secret, or is too old.
    """
    who.must_be_fresh()
    row = own_account(session, who)
    if row.totp_pending is None:
        raise SecondFactorNotStarted
    step = totp.step_of(row.totp_pending, code, clock.now())
    if step is None:
        raise CodeNotRight
    row.totp_secret, row.totp_pending = row.totp_pending, None
    row.totp_last_step = step
    row.totp_confirmed_at = clock.now()
    codes = _put_recovery_codes(session, row)
    end_sessions(session, row.id, but=who.session)
    _tell(session, who.actor, row, "second_factor_set")
    return codes


def make_recovery_codes(session: WriteSession, who: SignedIn) -> list[str]:
    """Ten new recovery codes, which are shown this once; the old ones no longer serve.

    Raises:
        SignInAgain: she did not sign in just now.
        SecondFactorMissing: she has no second factor they could stand in for.
    """
    who.must_be_fresh()
    row = own_account(session, who)
    if row.totp_confirmed_at is None:
        raise SecondFactorMissing
    codes = _put_recovery_codes(session, row)
    _tell(session, who.actor, row, "recovery_codes_made")
    return codes


def remove_second_factor(session: WriteSession, actor: Actor, person: str) -> None:
    """Take the second factor from somebody who lost it; she sets up another at her next sign-in.

    Raises:
        PersonNotFound, NotAllowed: the actor does not manage all of the person's roles.
    """
    row = managed_account(session, actor, person)
    row.totp_secret = row.totp_pending = row.totp_confirmed_at = row.totp_last_step = None
    session.execute(delete(RecoveryCode).where(RecoveryCode.person == person))
    end_sessions(session, person)
    _tell(session, actor, row, "second_factor_removed")


def _put_recovery_codes(session: WriteSession, row: Person) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.person == row.id))
    codes = totp.new_recovery_codes()
    session.add_all(
        RecoveryCode(hash=totp.recovery_hash(row.id, code), person=row.id) for code in codes
    )
    session.flush()
    return codes


def _tell(session: WriteSession, actor: Actor, row: Person, what: What) -> None:
    note(session, actor, what, row.id)
    record(session, SecurityChanged(person=row.id, what=what, by=actor.key))
