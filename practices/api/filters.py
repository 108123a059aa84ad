"""What practices can be narrowed down by, and which parameters an address may have at all."""

from collections.abc import Mapping
from typing import Annotated, Any

from litestar.connection import ASGIConnection, Request
from litestar.di import NamedDependency
from litestar.handlers import BaseRouteHandler
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.params import QueryParameter

from core.errors import GafolupError
from core.words import N_
from practices.api.answers import Answers
from practices.pages.choices import CODES, codes_of, sorted_out
from practices.search.service import Facets

PREFIX = "filter_"
"""Before a field's name: `soil` is the soil of the asker's land, `filter_soil` narrows down."""

Filters = Mapping[str, tuple[str, ...]]
FiltersHere = NamedDependency[Filters]
_INJECTED = frozenset({"request", "answers", "filters"})


class FilterValueUnknown(GafolupError):
    """A filter names a value that does not exist."""

    code = "filter_value_unknown"
    status = 422
    text = N_("“{value}” is not a value of {field}. Values are: {known}.")


class ParameterUnknown(GafolupError):
    """An address has a parameter that means nothing there."""

    code = "parameter_unknown"
    status = 422
    text = N_("These parameters do not exist here: {names}. There are: {known}.")


def _told(field: str, meaning: str) -> QueryParameter:
    return QueryParameter(
        description=f"Only practices {meaning}. May be given several times: any of them will do.",
        schema_extra={"items": Schema(type=OpenAPIType.STRING, enum=CODES[field])},
    )


Codes = tuple[str, ...]


def filters_asked(
    answers: NamedDependency[Answers],
    filter_tried: Annotated[Codes, _told("tried", "tried on land like the asker's")] = (),
    filter_climate: Annotated[Codes, _told("climate", "for these Köppen-Geiger climates")] = (),
    filter_soil: Annotated[Codes, _told("soil", "for these IPCC soil classes")] = (),
    filter_land_use: Annotated[Codes, _told("land_use", "for these uses of land")] = (),
    filter_slm_group: Annotated[Codes, _told("slm_group", "of these groups")] = (),
    filter_problem: Annotated[Codes, _told("problem", "against these problems")] = (),
    filter_cost: Annotated[Codes, _told("cost", "that cost this much to begin")] = (),
    filter_labour: Annotated[Codes, _told("labour", "that take this much work to begin")] = (),
    filter_country: Annotated[Codes, _told("country", "documented in these countries")] = (),
    filter_written_in: Annotated[Codes, _told("written_in", "told in these languages")] = (),
    filter_kind: Annotated[Codes, _told("kind", "of these kinds of knowledge")] = (),
    filter_carbon: Annotated[Codes, _told("carbon", "with soil carbon measured, or not")] = (),
) -> Filters:
    """The filters of an address, by field.

    Raises:
        FilterValueUnknown: a field does not have this code.
    """
    asked = {
        "tried": filter_tried,
        "climate": filter_climate,
        "soil": filter_soil,
        "land_use": filter_land_use,
        "slm_group": filter_slm_group,
        "problem": filter_problem,
        "cost": filter_cost,
        "labour": filter_labour,
        "country": filter_country,
        "written_in": filter_written_in,
        "kind": filter_kind,
        "carbon": filter_carbon,
    }

    def collected() -> Facets:
        return answers.search.table().facets.counts({})

    found = sorted_out(asked, collected)
    for field, value in found.unknown:
        known = ", ".join(codes_of(field, collected))
        raise FilterValueUnknown(value=value[:40], field=field, known=known)
    return found.chosen


async def refuse_unknown_parameters(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """A parameter that means nothing is told, so that no answer is taken for a narrower one.

    Raises:
        ParameterUnknown: the address has one.
    """
    if isinstance(connection, Request) and connection.method == "OPTIONS":
        return
    known = _parameters(handler) - connection.path_params.keys()
    unknown = [name[:40] for name in connection.query_params if name not in known]
    if unknown:
        named = ", ".join(sorted(set(unknown))[:5])
        raise ParameterUnknown(names=named, known=", ".join(sorted(known)))


def _parameters(handler: BaseRouteHandler) -> set[str]:
    """The names a handler reads, its filters' among them."""
    names = set(handler.parsed_fn_signature.parameters)
    if "filters" in names:
        names |= {f"{PREFIX}{field}" for field in CODES}
    return names - _INJECTED
