"""The ground floor: settings, database, outbox, errors, places, the shell of every page."""
