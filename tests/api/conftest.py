"""A client of the API, and a schema of what it says of itself."""

from collections.abc import Iterator

import httpx
import pytest
import schemathesis
from schemathesis.specs.openapi.schemas import OpenApiSchema

from tests.site import Served


@pytest.fixture
def api(served: Served) -> Iterator[httpx.Client]:
    """Asks the running site below `/api/v1`."""
    with httpx.Client(base_url=f"{served.url}/api/v1") as opened:
        yield opened


@pytest.fixture
def told_schema(served: Served) -> OpenApiSchema:
    """The OpenAPI document that the running site gives out."""
    return schemathesis.openapi.from_url(f"{served.url}/api/v1/openapi.json")
