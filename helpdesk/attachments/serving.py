"""How an attachment is sent to a browser, so that nothing in it can act on our pages."""

import re
import unicodedata
from urllib.parse import quote

from helpdesk.attachments.kinds import FORMS, Kind, family_of
from helpdesk.attachments.names import display_name

_SHOWN = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; "
    "sandbox allow-same-origin"
)
"""What a browser's own page around a photo or player needs. Without our origin it may not play;
scripts stay forbidden."""
_SAVED = "default-src 'none'; sandbox"


def serving_headers(kind: Kind, name: str) -> dict[str, str]:
    """Headers for the content of a stored attachment of this kind.

    Shown in place: photos, because they were written anew here (JPEG only), and voices, because
    sound cannot act. All else is saved by the browser under its name. The declared type is held
    to (`nosniff`), a page opened from it has no rights (`sandbox`), other sites cannot embed it,
    and the private address of the ticket is told to nobody.
    """
    safe = display_name(name, kind)
    shown = kind is Kind.JPEG or family_of(kind) == "voice"
    return {
        "Content-Type": FORMS[kind].media_type,
        "Content-Disposition": _disposition("inline" if shown else "attachment", safe),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": _SHOWN if shown else _SAVED,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "private, max-age=86400",
    }


def _disposition(how: str, name: str) -> str:
    """RFC 6266: the name in ASCII for old programs, then in UTF-8 where they differ."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", errors="replace").decode()
    plain = re.sub(r"[^A-Za-z0-9 ._()-]", "_", plain)
    if plain == name:
        return f'{how}; filename="{plain}"'
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
