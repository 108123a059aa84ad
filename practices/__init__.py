"""The practice database: records, zones, search, collection, pages."""
