"""What happened, written down in the transaction in which it happened."""
