"""The search index on a Meilisearch server (1.10 or newer: federated search)."""

from practices.search.index.meili_index.index import MeiliIndex

__all__ = ["MeiliIndex"]
