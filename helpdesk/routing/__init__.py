"""Who gets a question, with the reason: pure rules over plain values."""
