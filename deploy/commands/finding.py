"""Commands that find: a zone, a place, how like two zones are, practices."""

import shlex

import click
from msgspec import to_builtins

from core.words import speaking
from deploy.commands.output import (
    as_json,
    in_language,
    open_house_with_places,
    open_prepared_house,
    say_json,
)
from deploy.house import House
from i18n.languages import language as served_language
from practices.api.answers import Answers
from practices.api.structs import HitAnswer, PlaceAnswer
from practices.api.web import PlaceNotKnown
from practices.land.rules import land_from
from practices.search.service import SearchRequest


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("lat", type=float)
@click.argument("lon", type=float)
@in_language
@as_json
def zone(lat: float, lon: float, lang: str, json: bool) -> None:
    """Climate, IPCC climate zone and nearest town of a point."""
    with speaking(served_language(lang).code), open_house_with_places() as house:
        found = _answers(house).zone_at(lat, lon)
    if json:
        say_json(found)
        return
    click.echo(f"{found.climate}  {found.climate_name} ({found.climate_plain})")
    click.echo(f"IPCC: {found.ipcc_zone_name} ({found.ipcc_sure})")
    click.echo(f"{found.distance_km} km; {found.near or '?'}")
    click.echo(found.source)


@click.command()
@click.argument("name")
@in_language
@as_json
def place(name: str, lang: str, json: bool) -> None:
    """Places a name may mean, the likeliest first."""
    with speaking(served_language(lang).code), open_house_with_places() as house:
        found = _answers(house).places(name)
    if not found:
        raise PlaceNotKnown(name=name[:80])
    if json:
        say_json(found)
        return
    for hit in found:
        near = f"  ({hit.near})" if hit.near else ""
        click.echo(f"{hit.lat:9.4f} {hit.lon:9.4f}  {hit.name}, {hit.country_name}{near}")


@click.command()
@click.argument("first")
@click.argument("second")
@in_language
@as_json
def likeness(first: str, second: str, lang: str, json: bool) -> None:
    """How like two zones are; a zone is climate/soil/land-use, such as BSh/SAN/Ca."""
    with speaking(served_language(lang).code):
        found = Answers.likeness(first, second)
    if json:
        say_json(found)
        return
    click.echo(f"{found.distance}  {found.word_plain}  (known: {found.known_share:.0%})")
    for sentence in found.why:
        click.echo(f"  {sentence}")


@click.command()
@click.argument("words", nargs=-1, metavar="[TEXT]...")
@in_language
@click.option("--place", default="", help="Name of the village or town.")
@click.option("--at", default="", help="Latitude,longitude.")
@click.option("--soil", default="", help="HAC LAC SAN SPO VOL WET ORG.")
@click.option("--land-use", default="", help="WOCAT code, such as Ca or Ge.")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@as_json
def search(
    words: tuple[str, ...],
    lang: str,
    place: str,
    at: str,
    soil: str,
    land_use: str,
    limit: int,
    json: bool,
) -> None:
    """Practices for words and a piece of land, best first; no words: what works there."""
    if place and at:
        raise click.UsageError("--place and --at both say where: give one of them")
    text = " ".join(words)
    with speaking(served_language(lang).code), open_prepared_house() as house:
        house.search.repairs.to_the_end(_tell_of_the_repair)
        answers = _answers(house)
        taken = _taken(answers, place) if place else None
        point = f"{taken.lat},{taken.lon}" if taken else at
        land = land_from({"at": point, "soil": soil, "land_use": land_use})
        found = answers.practices(
            SearchRequest(text=text, language=lang, zone=land.zone, limit=limit)
        )
    if json:
        say_json({**to_builtins(found), "place": taken})
        return
    if taken:
        _tell_of_the_place(taken, place)
    if not found.hits:
        click.echo("No practice found." if text else "No practice is published.", err=True)
    for number, hit in enumerate(found.hits, start=1):
        click.echo(_line(number, hit))


def _taken(answers: Answers, name: str) -> PlaceAnswer:
    """The likeliest place of this name.

    Raises:
        PlaceNotKnown: there is none.
    """
    found = answers.places(name, 1)
    if not found:
        raise PlaceNotKnown(name=name[:80])
    return found[0]


def _tell_of_the_place(taken: PlaceAnswer, asked: str) -> None:
    near = f", {taken.near}" if taken.near else ""
    click.echo(
        f"Place: {taken.name}, {taken.country_name}{near} ({taken.lat:.4f},{taken.lon:.4f}). "
        f"Others: gafolup place {shlex.quote(asked)}",
        err=True,
    )


def _tell_of_the_repair() -> None:
    click.echo("The search index is missing or damaged. Building it anew ...", err=True)


def _line(number: int, hit: HitAnswer) -> str:
    machine = " [machine]" if hit.origin == "machine" else ""
    return f"{number:3}. {hit.title}  ({hit.slug}; {hit.language}{machine})\n     {hit.reason}"


def _answers(house: House) -> Answers:
    return Answers(house.database, house.search, house.finder)
