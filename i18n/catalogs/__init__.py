"""The messages of the pages and the command line, in every served language."""

from i18n.catalogs.rules import PoCatalogs, read_catalog

__all__ = ["PoCatalogs", "read_catalog"]
