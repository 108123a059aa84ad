"""The public pages: home, search, practice, your land, browse, compare."""
