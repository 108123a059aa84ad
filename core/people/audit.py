"""Notes of who changed whose rights or protection."""

from typing import Any, Literal

from core import clock
from core.database import WriteSession
from core.people.models import PeopleAudit
from core.people.permissions import Actor

What = Literal[
    "added",
    "described",
    "left",
    "returned",
    "role_granted",
    "role_revoked",
    "password_link_given",
    "password_set",
    "second_factor_set",
    "second_factor_removed",
    "recovery_codes_made",
    "recovery_code_used",
    "signed_out_everywhere",
    "api_token_made",
    "api_token_revoked",
]


def note(session: WriteSession, actor: Actor, what: What, about: str, **detail: Any) -> None:
    """Write down, in the same transaction, what `actor` did to the person `about`.

    `detail` holds plain values; never a secret or an address.
    """
    session.add(
        PeopleAudit(happened_at=clock.now(), by=actor.key, what=what, about=about, detail=detail)
    )
