"""The parts of the running system, put together once."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from core.database import Database
from core.outbox.drain import Reactions
from core.places.gazetteer import Gazetteer
from core.settings import Settings
from core.web.assets import Assets
from core.web.edge import Spoken
from core.web.shell import Shell, shell_for
from core.words import install_catalogs
from deploy.places import ensure_places
from deploy.repairs import BackgroundRepair
from i18n.analysis.swahili import keep_dictionary_in
from i18n.catalogs import PoCatalogs
from i18n.languages import CODES, SERVED, negotiate
from i18n.termbase import Termbase, shipped_termbase
from practices.land.service import LandFinder
from practices.pages.web import Pages
from practices.search.index.protocol import SearchIndex
from practices.search.index.tantivy_index import TantivyIndex
from practices.search.service import PracticeSearch
from practices.zones.climate import FUTURE, ClimateMap
from workers.reactions import reactions


@dataclass
class House:
    """Every part, made when it is first needed. Close it when done."""

    settings: Settings

    def __post_init__(self) -> None:
        install_catalogs(PoCatalogs())
        keep_dictionary_in(self.settings.data_dir / "dictionaries")

    @cached_property
    def database(self) -> Database:
        """The database the settings name."""
        return Database(self.settings.database, pool_size=self.settings.threads)

    @cached_property
    def index(self) -> SearchIndex:
        """Meilisearch where the settings name a server, else tantivy in the data folder."""
        if self.settings.meili_url:
            # Its client takes 0.15 s to import, which the embedded size need not wait for.
            from practices.search.index.meili_index import MeiliIndex  # noqa: PLC0415

            return MeiliIndex(self.settings.meili_url, self.settings.meili_key)
        return TantivyIndex(self.settings.data_dir / "index")

    @cached_property
    def climate(self) -> ClimateMap:
        """The present climate map."""
        return ClimateMap.open()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The list of places."""
        return Gazetteer(self.gazetteer_path)

    @cached_property
    def places_repair(self) -> BackgroundRepair:
        """Builds the list of places anew where a process that serves finds it damaged."""
        return BackgroundRepair("places", lambda: ensure_places(self.gazetteer_path))

    @property
    def gazetteer_path(self) -> Path:
        """Where the list of places is kept."""
        return self.settings.data_dir / "places.sqlite3"

    @cached_property
    def termbase(self) -> Termbase:
        """The terms that ship with the project."""
        return shipped_termbase()

    @cached_property
    def search(self) -> PracticeSearch:
        """The search over published practices."""
        return PracticeSearch(self.index, self.database, self.termbase, CODES)

    @cached_property
    def finder(self) -> LandFinder:
        """Maps and places."""
        return LandFinder(self.climate, ClimateMap.open(FUTURE), self.gazetteer)

    @cached_property
    def shell(self) -> Shell:
        """What renders pages."""
        return shell_for(
            ["practices.pages"],
            Spoken(SERVED, negotiate),
            Assets(self.settings.node_modules),
            {},
        )

    @cached_property
    def pages(self) -> Pages:
        """The parts every page works with."""
        return Pages(self.shell, self.database, self.search, self.finder, self.termbase)

    @property
    def reactions(self) -> Reactions:
        """What follows from what happened."""
        return reactions(self.search, CODES)

    def close(self) -> None:
        """Let go of files, locks and connections."""
        made = vars(self)
        for name in ("index", "database", "gazetteer"):
            if name in made:
                made[name].close()
