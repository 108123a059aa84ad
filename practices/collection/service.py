"""Bringing the collection into the database."""

from collections.abc import Sequence

from core.database import WriteSession
from practices.collection.loader import CollectedPractice
from practices.records.service import publish

BY = "GAFOLUP collection"


def publish_collection(session: WriteSession, practices: Sequence[CollectedPractice]) -> int:
    """Publish what is new or changed in the collection; how many practices that was.

    All or nothing: the caller's transaction holds every practice or none.
    """
    versions = [
        publish(session, practice.facts, practice.words, by=BY, why="From the collection's files")
        for practice in practices
    ]
    return sum(version is not None for version in versions)
