"""The `gafolup` command."""

from deploy.commands.main import main

__all__ = ["main"]
