"""One-time codes: six digits sent to an asker's telephone or mailbox to show that it is hers.

Whoever asks for a code sends it; here only its hash stays. A wrong try is counted, so
`check_code` tells by its value, not by an error: an error would undo the count.
"""

import secrets
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import delete, update

from core import clock
from core.database import WriteSession
from core.people.limits import CODES_TO_A_CONTACT, draw
from core.people.models import OneTimeCode
from core.people.rules import folded_contact, plain_digits
from core.people.tokens import hash_of, same

DIGITS = 6
GOOD_FOR = timedelta(minutes=10)
TRIES = 5
_MOST_LETTERS = 320


class Purpose(StrEnum):
    """What a code is for; a code for one thing does not serve for another."""

    CONFIRM_CONTACT = "confirm_contact"
    FIND_QUESTIONS = "find_questions"
    SET_PASSWORD = "set_password"  # noqa: S105 - the name of a purpose


def ask_code(session: WriteSession, contact: str, purpose: Purpose) -> str:
    """A new code for a contact; the one before no longer serves.

    Raises:
        TooMany: this contact was sent enough of them for now.
    """
    hashed = contact_hash(contact)
    draw(session, CODES_TO_A_CONTACT, f"{purpose} {hashed}")
    forget_codes(session, hashed, purpose)
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    session.add(
        OneTimeCode(
            contact_hash=hashed,
            purpose=str(purpose),
            code_hash=_hash(hashed, purpose, code),
            expires_at=clock.now() + GOOD_FOR,
            attempts_left=TRIES,
        )
    )
    session.flush()
    return code


def check_code(session: WriteSession, contact: str, purpose: Purpose, given: str) -> bool:
    """Whether this is the contact's code; it serves once, within ten minutes and five tries.

    Commit whatever it says: a wrong try must stay counted.
    """
    hashed = contact_hash(contact)
    tried = session.execute(
        update(OneTimeCode)
        .where(
            OneTimeCode.contact_hash == hashed,
            OneTimeCode.purpose == str(purpose),
            OneTimeCode.attempts_left > 0,
            OneTimeCode.used_at.is_(None),
            OneTimeCode.expires_at > clock.now(),
        )
        .values(attempts_left=OneTimeCode.attempts_left - 1)
        .returning(OneTimeCode.id, OneTimeCode.code_hash)
    ).all()
    code = plain_digits(given) if len(given) <= 4 * DIGITS else ""
    offered = _hash(hashed, purpose, code)
    # The row is locked since the update: no other connection uses the same code meanwhile.
    right = [row.id for row in tried if same(row.code_hash, offered)]
    if not right:
        return False
    session.execute(
        update(OneTimeCode).where(OneTimeCode.id.in_(right)).values(used_at=clock.now())
    )
    return True


def contact_hash(contact: str) -> str:
    """What is stored of a telephone number or e-mail address."""
    return hash_of("contact", folded_contact(contact[:_MOST_LETTERS]))


def forget_codes(session: WriteSession, hashed: str, purpose: Purpose) -> None:
    """Forget the codes a contact was given for a purpose."""
    session.execute(
        delete(OneTimeCode).where(
            OneTimeCode.contact_hash == hashed, OneTimeCode.purpose == str(purpose)
        )
    )


def _hash(hashed_contact: str, purpose: Purpose, code: str) -> str:
    return hash_of("code", hashed_contact, purpose, code)
