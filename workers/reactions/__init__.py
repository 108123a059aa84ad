"""What follows from what happened: one line over a service each."""

from collections.abc import Sequence

from core.database import WriteSession
from core.outbox.drain import Reaction, Reactions
from core.outbox.events import Event
from practices.records.events import PracticeArchived, PracticePublished
from practices.search.indexing import index_practice
from practices.search.service import PracticeSearch


def reactions(search: PracticeSearch, served: Sequence[str]) -> Reactions:
    """All reactions, with the parts they work on."""

    def index_it(session: WriteSession, event: Event) -> None:
        if isinstance(event, PracticePublished | PracticeArchived):
            index_practice(search.index, session, event.practice, served)
            search.forget_table()

    indexing = [Reaction("index", index_it)]
    return {PracticePublished: indexing, PracticeArchived: indexing}
