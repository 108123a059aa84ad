"""Background work: what is done when something has happened."""
