"""What can go wrong with a search index, named after the fact."""

from http import HTTPStatus

from core.errors import GafolupError
from core.words import N_


class IndexUnknown(GafolupError):
    """No index of that name exists."""

    code = "index_unknown"
    status = HTTPStatus.NOT_FOUND
    text = N_("There is no search index called {name}.")


class IndexDamaged(GafolupError):
    """The files of the index are missing, cut off or altered: rebuild it from the database."""

    code = "index_damaged"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    text = N_("The search index {name} is damaged and must be rebuilt: {reason}")


class IndexOutdated(IndexDamaged):
    """The index was written in a form this version no longer reads: rebuild it."""

    code = "index_outdated"
    text = N_("The search index {name} is of an older form and must be rebuilt: {reason}")


class IndexInUse(GafolupError):
    """Another process is writing this index."""

    code = "index_in_use"
    status = HTTPStatus.CONFLICT
    text = N_(
        "Another process is writing the search index {name}. Wait until it is done, or stop it."
    )


class IndexStorageFull(GafolupError):
    """The disk has no room left; what was acknowledged before still answers."""

    code = "index_storage_full"
    status = HTTPStatus.INSUFFICIENT_STORAGE
    text = N_("There is no room left to write the search index {name}; nothing was changed.")


class IndexNotWritten(GafolupError):
    """The change could not be stored; what was acknowledged before still answers."""

    code = "index_not_written"
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    text = N_("The search index {name} could not be written: {reason}")


class IndexUnreachable(GafolupError):
    """The search server does not answer."""

    code = "index_unreachable"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    text = N_("The search server does not answer: {reason}")


class IndexRefused(GafolupError):
    """The search server refused a request or failed a task."""

    code = "index_refused"
    status = HTTPStatus.BAD_GATEWAY
    text = N_("The search server refused {action} on {name}: {reason}")


class IndexTooSlow(GafolupError):
    """A change was handed over but not confirmed before the deadline; it may still happen."""

    code = "index_too_slow"
    status = HTTPStatus.GATEWAY_TIMEOUT
    text = N_("The search server did not finish {action} on {name} (task {task}) in {seconds} s.")


class FilterNotUnderstood(GafolupError):
    """A filter names an unknown field or a value of the wrong kind."""

    code = "filter_not_understood"
    status = HTTPStatus.BAD_REQUEST
    text = N_("The filter on {field} is not understood: {reason}")


class QueryNotUnderstood(GafolupError):
    """A part of the query (facet, sort, limit ...) is unknown or out of range."""

    code = "query_not_understood"
    status = HTTPStatus.BAD_REQUEST
    text = N_("The search is not understood: {part}: {reason}")


class SettingsNotUnderstood(GafolupError):
    """The name or settings of an index are not usable."""

    code = "index_settings_not_understood"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("The settings of the search index {name} are not usable: {reason}")


class DocumentNotUnderstood(GafolupError):
    """A document does not fit the settings of its index."""

    code = "index_document_not_understood"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("The document {document} does not fit the index {name}: {reason}")
