"""Desks, experts, tickets, routing, service levels, channels, notices."""
