"""Whether names, settings, documents and queries can be used, before an engine sees them."""

import math
import unicodedata

from practices.search.index import filters
from practices.search.index.errors import (
    DocumentNotUnderstood,
    QueryNotUnderstood,
    SettingsNotUnderstood,
)
from practices.search.index.protocol import (
    FIELD_SHAPE,
    LIMIT_MOST,
    NAME_SHAPE,
    TEXT_FIELDS,
    ByDistance,
    ByNumber,
    Document,
    IndexSettings,
    Point,
    Query,
    Sort,
)

ID_CHARACTERS_MOST = 300
CODE_CHARACTERS_MOST = 200
KEY_LEAST, KEY_MOST = -(2**63), 2**63 - 1
_RESERVED = frozenset((*filters.KEYWORD_FIELDS, *filters.NUMBER_FIELDS, filters.POINT_FIELD))


def check_name(name: str) -> None:
    """See that the name of an index can be the name of a folder and of a server's index."""
    if not NAME_SHAPE.fullmatch(name):
        raise SettingsNotUnderstood(name=name, reason="a name is a-z, 0-9, - and _, at most 100")


def check_settings(name: str, settings: IndexSettings) -> None:
    """See that the fields of the settings are usable and told apart."""
    check_name(name)
    fields = (*settings.keyword_fields, *settings.number_fields)
    for field in fields:
        if not FIELD_SHAPE.fullmatch(field) or field in _RESERVED or field in TEXT_FIELDS:
            raise SettingsNotUnderstood(name=name, reason=f"{field!r} cannot name a field")
    if len(set(fields)) != len(fields):
        raise SettingsNotUnderstood(name=name, reason="a field is named twice")
    if set(settings.weights) - set(TEXT_FIELDS):
        raise SettingsNotUnderstood(name=name, reason="a weight is for no text field")
    weights = settings.weights.values()
    if not all(math.isfinite(weight) and 0 <= weight <= 100 for weight in weights):
        raise SettingsNotUnderstood(name=name, reason="a weight lies outside 0 .. 100")
    if not any(weights):
        raise SettingsNotUnderstood(name=name, reason="no text field has a weight")


def check_document(name: str, document: Document, settings: IndexSettings) -> None:
    """See that the document has only fields the index knows, with values of their kind."""
    reason = _fault_of(document, settings)
    if reason:
        raise DocumentNotUnderstood(name=name, document=document.id[:100], reason=reason)


def _fault_of(document: Document, settings: IndexSettings) -> str | None:
    return (
        _fault_of_names(document)
        or _fault_of_codes(document, settings)
        or _fault_of_numbers(document, settings)
        or _fault_of_point(document.point, settings)
    )


def _fault_of_names(document: Document) -> str | None:
    if not _is_code(document.id, ID_CHARACTERS_MOST):
        return "its id is empty, too long, or has a control character"
    if not _is_code(document.language, CODE_CHARACTERS_MOST):
        return "its language is not a code"
    if not KEY_LEAST <= document.key <= KEY_MOST:
        return "its key does not fit 64 bits"
    for text_field in TEXT_FIELDS:
        if not is_whole(getattr(document, text_field)):
            return f"{text_field!r} has half a character (a lone surrogate)"
    return None


def _fault_of_codes(document: Document, settings: IndexSettings) -> str | None:
    for field, values in document.keywords.items():
        if field not in settings.keyword_fields:
            return f"{field!r} is no keyword field"
        if not all(_is_code(value, CODE_CHARACTERS_MOST) for value in values):
            return f"{field!r} has a value that is not a code"
    return None


def _fault_of_numbers(document: Document, settings: IndexSettings) -> str | None:
    for field, value in document.numbers.items():
        if field not in settings.number_fields:
            return f"{field!r} is no number field"
        if not math.isfinite(value):
            return f"{field!r} is not finite"
    return None


def _fault_of_point(point: Point | None, settings: IndexSettings) -> str | None:
    if point is None:
        return None
    if not settings.has_points:
        return "documents here have no place"
    if not (-90 <= point.lat <= 90 and -180 <= point.lon <= 180):
        return "its point is not on the earth"
    return None


def _is_code(value: str, characters_most: int) -> bool:
    """A code: something to see, no blank around it, no control character."""
    if not 0 < len(value) <= characters_most or value != value.strip():
        return False
    return value.isprintable() or not any(unicodedata.category(c) in {"Cc", "Cs"} for c in value)


def is_whole(text: str) -> bool:
    """Whether the text can be written as UTF-8, which a lone surrogate cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def check_query(query: Query, settings: IndexSettings) -> None:
    """See that filter, facets, sort and page of the query can be answered by this index."""
    if query.filter is not None:
        filters.check(query.filter, settings)
    for facet in query.facets:
        if facet != "language" and facet not in settings.keyword_fields:
            raise QueryNotUnderstood(part=facet, reason="no such facet")
    for sort in query.sort:
        _check_sort(sort, settings)
    check_page(query.limit, query.offset)


def check_page(limit: int, offset: int) -> None:
    """See that a page is neither negative nor larger than an engine answers at once."""
    if not 0 <= limit <= LIMIT_MOST:
        raise QueryNotUnderstood(part="limit", reason=f"{limit} lies outside 0 .. {LIMIT_MOST}")
    if offset < 0:
        raise QueryNotUnderstood(part="offset", reason="it is below 0")


def _check_sort(sort: Sort, settings: IndexSettings) -> None:
    match sort:
        case ByNumber(field) if not filters.is_number(field, settings):
            raise QueryNotUnderstood(part=f"sort by {field}", reason="no such number field")
        case ByDistance(lat, lon):
            filters.check(filters.WithinKm(lat, lon, 0), settings)
