"""The search index on local files, by tantivy."""

from practices.search.index.tantivy_index.index import TantivyIndex

__all__ = ["TantivyIndex"]
