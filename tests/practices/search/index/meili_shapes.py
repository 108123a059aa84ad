"""Shapes of the requests Meilisearch documents, as JSON schemas, and a server that checks them.

Written from the documentation of Meilisearch 1.41 at the addresses beside each shape. Only what
our adapter may send is allowed, so an invented or misspelt parameter is a fault. The server finds
nothing: it records, checks, and answers what a test hands it.
"""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from jsonschema import Draft202012Validator

Json = Any

STRINGS = {"type": "array", "items": {"type": "string"}}
NAME = {"type": "string", "pattern": "^[a-zA-Z0-9_-]{1,400}$"}

# ISO 639-1 codes of the languages the server knows; Kiswahili and Hausa are not among them.
# https://www.meilisearch.com/docs/reference/api/settings/get-localizedattributes
LOCALE = {
    "type": "string",
    "pattern": "^(af|ak|am|ar|az|be|bg|bn|ca|cs|cy|da|de|el|en|eo|es|et|fa|fi|fr|gu|he|hi|hr|hu|hy"
    "|id|it|ja|jv|ka|km|kn|ko|la|lt|lv|mk|ml|mr|my|nb|ne|nl|or|pa|pl|pt|ro|ru|si|sk|sl|sn|sr|sv"
    "|ta|te|th|tk|tl|tr|uk|ur|uz|vi|yi|zh|zu)$",
}

# https://www.meilisearch.com/docs/reference/api/indexes/create-index
CREATE_INDEX = {
    "type": "object",
    "required": ["uid"],
    "additionalProperties": False,
    "properties": {"uid": NAME, "primaryKey": {"type": ["string", "null"]}},
}

# https://www.meilisearch.com/docs/reference/api/settings/update-all-settings
# https://www.meilisearch.com/docs/reference/api/settings/get-localizedattributes (locales)
SETTINGS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "searchableAttributes": STRINGS,
        "displayedAttributes": STRINGS,
        "filterableAttributes": STRINGS,
        "sortableAttributes": STRINGS,
        "rankingRules": {
            "type": "array",
            "items": {
                "type": "string",
                "pattern": "^(words|typo|proximity|attribute|sort|exactness|[a-z_]+:(asc|desc))$",
            },
        },
        "stopWords": STRINGS,
        "synonyms": {"type": "object", "additionalProperties": STRINGS},
        "typoTolerance": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "enabled": {"type": "boolean"},
                "minWordSizeForTypos": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "oneTypo": {"type": "integer", "minimum": 0, "maximum": 255},
                        "twoTypos": {"type": "integer", "minimum": 0, "maximum": 255},
                    },
                },
                "disableOnWords": STRINGS,
                "disableOnAttributes": STRINGS,
            },
        },
        "faceting": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "maxValuesPerFacet": {"type": "integer", "minimum": 1},
                "sortFacetValuesBy": {
                    "type": "object",
                    "additionalProperties": {"enum": ["alpha", "count"]},
                },
            },
        },
        "pagination": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"maxTotalHits": {"type": "integer", "minimum": 1}},
        },
        "localizedAttributes": {
            "type": ["array", "null"],
            "items": {
                "type": "object",
                "required": ["attributePatterns", "locales"],
                "additionalProperties": False,
                "properties": {
                    "attributePatterns": STRINGS,
                    "locales": {
                        "type": "array",
                        "items": LOCALE,
                    },
                },
            },
        },
    },
}

# https://www.meilisearch.com/docs/reference/api/documents/add-or-replace-documents
# https://www.meilisearch.com/docs/learn/getting_started/primary_key (ids)
# https://www.meilisearch.com/docs/capabilities/geo_search/getting_started (_geo)
DOCUMENTS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "pattern": "^[a-zA-Z0-9_-]{1,511}$"},
            "_geo": {
                "type": "object",
                "required": ["lat", "lng"],
                "additionalProperties": False,
                "properties": {
                    "lat": {"type": "number", "minimum": -90, "maximum": 90},
                    "lng": {"type": "number", "minimum": -180, "maximum": 180},
                },
            },
        },
    },
}

# https://www.meilisearch.com/docs/reference/api/documents/get-documents-with-post
FETCH = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "offset": {"type": "integer", "minimum": 0},
        "limit": {"type": "integer", "minimum": 0},
        "fields": STRINGS,
        "filter": {"type": "string", "minLength": 1},
    },
}

# https://www.meilisearch.com/docs/reference/api/documents/delete-documents-by-filter
DELETE_BY_FILTER = {
    "type": "object",
    "required": ["filter"],
    "additionalProperties": False,
    "properties": {"filter": {"type": "string", "minLength": 1}},
}

# https://www.meilisearch.com/docs/reference/api/indexes/swap-indexes
SWAP = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["indexes"],
        "additionalProperties": False,
        "properties": {
            "indexes": {"type": "array", "items": NAME, "minItems": 2, "maxItems": 2},
            "rename": {"type": "boolean"},
        },
    },
}

# https://www.meilisearch.com/docs/reference/api/search/perform-a-multi-search
# With federation, a query has neither limit, offset, page, hitsPerPage nor facets; without, it has
# no federationOptions.
SEARCH = {
    "indexUid": NAME,
    "q": {"type": "string"},
    "filter": {"type": "string"},
    "sort": {
        "type": "array",
        "items": {
            "type": "string",
            "pattern": r"^([a-z0-9_]+|_geoPoint\([-0-9.]+, [-0-9.]+\)):(asc|desc)$",
        },
    },
    "matchingStrategy": {"enum": ["last", "all", "frequency"]},
    "attributesToSearchOn": STRINGS,
    "attributesToRetrieve": STRINGS,
    "showRankingScore": {"type": "boolean"},
    "showRankingScoreDetails": {"type": "boolean"},
}
FEDERATED = {
    "type": "object",
    "required": ["queries", "federation"],
    "additionalProperties": False,
    "properties": {
        "federation": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "limit": {"type": "integer", "minimum": 0},
                "offset": {"type": "integer", "minimum": 0},
                "facetsByIndex": {"type": "object", "additionalProperties": STRINGS},
                "mergeFacets": {"type": ["object", "null"]},
            },
        },
        "queries": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["indexUid"],
                "additionalProperties": False,
                "properties": {
                    **SEARCH,
                    "federationOptions": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"weight": {"type": "number", "minimum": 0}},
                    },
                },
            },
        },
    },
}
SEVERAL = {
    "type": "object",
    "required": ["queries"],
    "additionalProperties": False,
    "properties": {
        "federation": {"type": "null"},
        "queries": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["indexUid"],
                "additionalProperties": False,
                "properties": {
                    **SEARCH,
                    "limit": {"type": "integer", "minimum": 0},
                    "offset": {"type": "integer", "minimum": 0},
                },
            },
        },
    },
}
MULTI_SEARCH = {"oneOf": [FEDERATED, SEVERAL]}

ROUTES: tuple[tuple[str, str, dict[str, Json] | None], ...] = (
    ("GET", r"/health", None),
    ("GET", r"/tasks/\d+", None),
    ("GET", r"/indexes\?limit=\d+&offset=\d+", None),
    ("POST", r"/indexes", CREATE_INDEX),
    ("GET", r"/indexes/[\w-]+", None),
    ("DELETE", r"/indexes/[\w-]+", None),
    ("GET", r"/indexes/[\w-]+/stats", None),
    ("PATCH", r"/indexes/[\w-]+/settings", SETTINGS),
    ("POST", r"/indexes/[\w-]+/documents", DOCUMENTS),
    ("DELETE", r"/indexes/[\w-]+/documents", None),
    ("GET", r"/indexes/[\w-]+/documents/[\w-]+\??", None),
    ("POST", r"/indexes/[\w-]+/documents/fetch", FETCH),
    ("POST", r"/indexes/[\w-]+/documents/delete", DELETE_BY_FILTER),
    ("POST", r"/swap-indexes", SWAP),
    ("POST", r"/multi-search", MULTI_SEARCH),
)


@dataclass(frozen=True)
class Request:
    """What was asked of the server."""

    method: str
    path: str
    body: Json
    headers: dict[str, str]


Answer = tuple[int, Json]


@dataclass
class Loopback:
    """A server on loopback: `answer` says what to say, `faults` what was not as documented."""

    answer: Callable[[Request], Answer]
    requests: list[Request] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    url: str = ""

    def sent(self, method: str, path: str) -> list[Json]:
        """Bodies of the requests to a path."""
        return [r.body for r in self.requests if r.method == method and r.path == path]

    def check(self, request: Request) -> None:
        """Note what of the request is not as documented."""
        for method, path, schema in ROUTES:
            if method == request.method and re.fullmatch(path, request.path):
                if schema is not None:
                    errors = Draft202012Validator(schema).iter_errors(request.body)
                    self.faults += [f"{request.path}: {error.message}" for error in errors]
                break
        else:
            self.faults.append(f"undocumented: {request.method} {request.path}")
        wanted = None if request.body is None else "application/json"
        if request.headers.get("content-type") != wanted:
            self.faults.append(f"{request.path}: content type {request.headers}")


@contextmanager
def loopback(answer: Callable[[Request], Answer]) -> Iterator[Loopback]:
    """Serve until the block ends."""
    served = Loopback(answer)

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            raw = self.rfile.read(length)
            body = json.loads(raw) if raw and raw != b"null" else None
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(self.command, self.path, body, headers)
            served.requests.append(request)
            served.check(request)
            status, said = served.answer(request)
            out = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(out)))
            self.end_headers()
            self.wfile.write(out)

        do_GET = do_POST = do_PATCH = do_DELETE = _do  # noqa: N815 - names the base class asks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
