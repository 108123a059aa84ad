"""The ways by which words reach the helpdesk and leave it."""
