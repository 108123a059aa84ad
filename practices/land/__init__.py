"""The asker's land: what she told of it, kept in an address or a cookie, never with a name."""
