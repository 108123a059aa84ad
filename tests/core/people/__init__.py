"""People: accounts, signing in, rights."""
