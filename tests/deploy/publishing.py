"""A process that publishes and archives without end, until it is killed."""

import os
from pathlib import Path
from random import Random

from core.outbox.drain import Drainer
from practices.records.service import archive, publish
from tests.deploy.folders import house_on
from tests.practices.facts import facts, words

NUMBERS = range(500, 520)


def publish_for_ever(folder: Path, seed: int, acknowledged: Path) -> None:
    """Change practices and index them; a line `id version` for each change that was stored.

    An archived practice has the version 0.
    """
    chance = Random(seed)
    told = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with house_on(folder) as house:
        drainer = Drainer(house.database, house.reactions)
        drainer.start()
        published: set[str] = set()
        for count in range(1_000_000):
            record = facts(chance.choice(NUMBERS))
            text = f"Change {seed} {count} {chance.random()}"
            with house.database.writing() as session:
                if record.id in published and chance.random() < 0.3:
                    archive(session, record.id)
                    published.remove(record.id)
                    version: int | None = 0
                else:
                    written = {
                        "en": words(title=f"Stone lines {text}"),
                        "sw": words("sw", title=f"Mistari ya mawe {text}"),
                    }
                    version = publish(session, record, written, by="a test", why=text)
                    published.add(record.id)
            os.write(told, f"{record.id} {version}\n".encode())
            drainer.wake()
